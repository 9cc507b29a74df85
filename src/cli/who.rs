//! Whom a command is about: a name, the last letters of an id, an e-mail or a phone. Several that fit are listed with
//! town and phone; where nobody fits the nearest names are offered.

use serde_json::json;

use crate::{
    sales::{
        book::{Book, Records, deals_about},
        company::Company,
        contact::Contact,
        deal::Deal,
        entity::{Entity, Kind},
        words::{fold::folded, phone, plain},
    },
    voice::Voice,
};

use super::{
    short,
    stop::{Code, Stop},
};

/// A party as it is told apart from others of its name.
pub(super) struct Party {
    pub(super) entity: Entity,
    pub(super) name: String,
    pub(super) firm: String,
    pub(super) town: String,
    pub(super) phone: String,
}

/// Which deals a command is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those neither won nor lost.
    Open,
    /// The open one, else the last.
    Any,
}

/// How many candidates and near names are listed.
const LISTED: usize = 12;
const NEAR: usize = 3;

/// Looks for people and deals in a book.
pub(super) struct Search<'a> {
    pub(super) book: &'a Book,
    pub(super) voice: &'a Voice,
}

impl Search<'_> {
    /// The one person or company meant; a house speaks through its person.
    pub(super) fn party(&self, text: &str) -> Result<Entity, Stop> {
        self.record(text).map(|party| self.voice_of(party))
    }

    /// The one person or company meant, itself.
    pub(super) fn record(&self, text: &str) -> Result<Entity, Stop> {
        let text = plain::line(text);
        if text.is_empty() {
            return Err(Stop::input(self.voice.say("cli-who-empty")));
        }
        if let Some(deal) = self.by_id(&text, &[Kind::Deal])
            && let Some(party) = self.book.deal(deal).and_then(|deal| deal.party)
        {
            return Ok(self.book.resolve(party));
        }
        let found = self.parties(&text);
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(self.nobody(&text)),
            many => Err(self.ambiguous(&text, many)),
        }
    }

    /// A house speaks through its one person, or through the one we have an open deal with.
    fn voice_of(&self, party: Entity) -> Entity {
        let Some(company) = self.book.company(party).filter(|_| party.kind == Kind::Company) else { return party };
        let people: Vec<Entity> = company.people.iter().map(|person| self.book.resolve(*person)).collect();
        let busy = |person: &&Entity| deals_of(self.book, **person).iter().any(Deal::is_open);
        let busy: Vec<Entity> = people.iter().filter(busy).copied().collect();
        match (people.as_slice(), busy.as_slice()) {
            _ if !company.dealings.deals.is_empty() => party,
            ([one], _) | (_, [one]) => *one,
            _ => party,
        }
    }

    /// The one deal meant: by its id or title, else the deal of the person meant.
    pub(super) fn deal(&self, text: &str, scope: Scope) -> Result<Entity, Stop> {
        let text = plain::line(text);
        if let Some(deal) = self.by_id(&text, &[Kind::Deal]) {
            return Ok(deal);
        }
        match self.party(&text) {
            Ok(party) => self.deal_of(party, scope),
            Err(stop) => match self.titled(&text, scope).as_slice() {
                [one] => Ok(*one),
                [] => Err(stop),
                many => Err(self.which_deal(&text, many)),
            },
        }
    }

    /// The one deal of a party.
    pub(super) fn deal_of(&self, party: Entity, scope: Scope) -> Result<Entity, Stop> {
        let all = deals_of(self.book, party);
        let open: Vec<Entity> = all.iter().filter(|deal| deal.is_open()).map(|deal| deal.entity).collect();
        let name = self.describe(party).name;
        match (open.as_slice(), scope, all.last()) {
            ([one], _, _) => Ok(*one),
            ([], Scope::Any, Some(last)) => Ok(last.entity),
            ([], _, _) => Err(Stop::nothing(self.voice.tell("cli-who-no_deal", &[("who", name.as_str().into())]))),
            (many, _, _) => Err(self.which_deal(&name, many)),
        }
    }

    /// How a party is told apart.
    pub(super) fn describe(&self, entity: Entity) -> Party {
        let contact = self.book.contact(entity);
        match contact {
            Some(contact) => self.person(&contact),
            None => self.book.company(entity).map_or_else(|| nameless(entity), |company| house(&company)),
        }
    }

    fn person(&self, contact: &Contact) -> Party {
        let firm = contact.company.and_then(|firm| self.book.company(self.book.resolve(firm)));
        let town = match (contact.fields.text("contact.town"), &firm) {
            ("", Some(firm)) => firm.fields.text("company.town"),
            (town, _) => town,
        };
        let phone = ["contact.mobile", "contact.phone"].map(|key| contact.fields.text(key));
        Party {
            entity: contact.entity,
            name: contact.name(),
            firm: firm.as_ref().map(|firm| firm.name().to_owned()).unwrap_or_default(),
            town: town.to_owned(),
            phone: phone.into_iter().find(|phone| !phone.is_empty()).map(phone::shown).unwrap_or_default(),
        }
    }

    /// Everybody a text may mean, by the strictest reading that finds somebody.
    fn parties(&self, text: &str) -> Vec<Entity> {
        if let Some(party) = self.by_id(text, &[Kind::Contact, Kind::Company]) {
            return vec![party];
        }
        if text.contains('@') {
            let address = text.to_lowercase();
            return self.whose(|party, book| emails(party, book).iter().any(|known| known.to_lowercase() == address));
        }
        if let Some(e164) = phone::parse(text).ok().map(|phone| phone.e164) {
            return self.whose(|party, book| phones(party, book).contains(&e164));
        }
        self.named(text)
    }

    fn whose(&self, holds: impl Fn(Entity, &Book) -> bool) -> Vec<Entity> {
        self.merged(self.everybody().filter(|party| holds(*party, self.book)).collect())
    }

    fn everybody(&self) -> impl Iterator<Item = Entity> {
        self.book.entities(Kind::Contact).chain(self.book.entities(Kind::Company))
    }

    /// By name: exactly, else by whole words of name, firm and town, else by how words begin.
    fn named(&self, text: &str) -> Vec<Entity> {
        let asked = folded(text).into_owned();
        let words: Vec<&str> = asked.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut levels: [Vec<Entity>; 3] = Default::default();
        for entity in self.everybody() {
            let party = self.describe(entity);
            let name = folded(&party.name).into_owned();
            let all = folded(&format!("{} {} {}", party.name, party.firm, party.town)).into_owned();
            let known: Vec<&str> = all.split(' ').collect();
            let whole = words.iter().all(|word| known.contains(word));
            let level = match () {
                () if same_words(&name, &words) => 0,
                () if whole => 1,
                () if words.iter().all(|word| known.iter().any(|known| known.starts_with(word))) => 2,
                () => continue,
            };
            levels[level].push(entity);
        }
        levels.into_iter().map(|level| self.merged(level)).find(|level| !level.is_empty()).unwrap_or_default()
    }

    /// A house found along with somebody who works there is meant by that person.
    fn merged(&self, mut found: Vec<Entity>) -> Vec<Entity> {
        let firms: Vec<Entity> = found
            .iter()
            .filter_map(|entity| self.book.contact(*entity)?.company)
            .map(|firm| self.book.resolve(firm))
            .collect();
        found.retain(|entity| !firms.contains(entity));
        found
    }

    /// By the last letters of an id, five at least; nothing where two end alike.
    fn by_id(&self, text: &str, kinds: &[Kind]) -> Option<Entity> {
        let letters = text.rsplit(':').next().unwrap_or(text).to_ascii_uppercase();
        if !(5..=26).contains(&letters.len()) || !letters.bytes().all(|letter| letter.is_ascii_alphanumeric()) {
            return None;
        }
        let all = kinds.iter().flat_map(|kind| self.book.entities(*kind));
        let mut ending = all.filter(|entity| entity.id.to_string().ends_with(&letters));
        ending.next().filter(|_| ending.next().is_none())
    }

    fn titled(&self, text: &str, scope: Scope) -> Vec<Entity> {
        let asked = folded(text).into_owned();
        if asked.is_empty() {
            return Vec::new();
        }
        let deals = self.book.entities(Kind::Deal).filter_map(|deal| self.book.deal(deal));
        deals
            .filter(|deal| (scope == Scope::Any || deal.is_open()) && folded(deal.title()) == asked)
            .map(|deal| deal.entity)
            .collect()
    }

    fn ambiguous(&self, text: &str, many: &[Entity]) -> Stop {
        let parties: Vec<Party> = many.iter().take(LISTED).map(|entity| self.describe(*entity)).collect();
        let lines = parties.iter().map(|party| format!("  {}", told_apart(party)));
        let sentence = self.voice.tell("cli-who-several", &[("who", text.into()), ("count", many.len().into())]);
        let candidates: Vec<_> = parties.iter().map(candidate).collect();
        let more = more_line(self.voice, many.len());
        Stop::new(Code::Input, sentence).with_lines(lines.chain(more)).with("candidates", candidates)
    }

    fn which_deal(&self, text: &str, many: &[Entity]) -> Stop {
        let deals: Vec<Deal> = many.iter().take(LISTED).filter_map(|deal| self.book.deal(*deal)).collect();
        let line = |deal: &Deal| {
            let amount = deal.amount().map(|amount| self.voice.with_tax(amount)).unwrap_or_default();
            let party = deal.party.map(|party| self.describe(self.book.resolve(party)).name).unwrap_or_default();
            format!("  {}  {}  {party}  {amount}", short(deal.entity), deal.title())
        };
        let sentence = self.voice.tell("cli-who-several_deals", &[("who", text.into()), ("count", many.len().into())]);
        let candidates: Vec<_> = deals
            .iter()
            .map(|deal| json!({"id": deal.entity.to_string(), "short": short(deal.entity), "title": deal.title()}))
            .collect();
        Stop::new(Code::Input, sentence)
            .with_lines(deals.iter().map(line).chain(more_line(self.voice, many.len())))
            .with("candidates", candidates)
    }

    fn nobody(&self, text: &str) -> Stop {
        let near = self.nearest(text);
        let names: Vec<&str> = near.iter().map(|party| party.name.as_str()).collect();
        let sentence = if near.is_empty() {
            self.voice.tell("cli-who-nobody", &[("who", text.into())])
        } else {
            self.voice.tell("cli-who-nobody_but", &[("who", text.into())])
        };
        let lines: Vec<String> = near.iter().map(|party| format!("  {}", told_apart(party))).collect();
        Stop::nothing(sentence).with("near", json!(names)).with_lines(lines)
    }

    /// The names that take the fewest changes of letters, word by word.
    fn nearest(&self, text: &str) -> Vec<Party> {
        let asked = folded(text).into_owned();
        let mut near: Vec<(usize, Entity)> = self
            .everybody()
            .filter_map(|entity| Some((far(&asked, &folded(&self.describe(entity).name))?, entity)))
            .collect();
        near.sort_unstable();
        near.into_iter().take(NEAR).map(|(_, entity)| self.describe(entity)).collect()
    }
}

/// The deals of a party, oldest first.
pub(super) fn deals_of(book: &Book, party: Entity) -> Vec<Deal> {
    let mut deals: Vec<Deal> = deals_about(book, party).into_iter().filter_map(|deal| book.deal(deal)).collect();
    deals.sort_by_key(|deal| (deal.life.created, deal.entity));
    deals
}

fn house(company: &Company) -> Party {
    Party {
        entity: company.entity,
        name: company.name().to_owned(),
        firm: String::new(),
        town: company.fields.text("company.town").to_owned(),
        phone: phone::shown(company.fields.text("company.phone")),
    }
}

fn nameless(entity: Entity) -> Party {
    Party { entity, name: short(entity), firm: String::new(), town: String::new(), phone: String::new() }
}

/// `K3P7Q  Claire Martin, Boulangerie Martin, Vallet, 06 39 98 00 01`.
pub(super) fn told_apart(party: &Party) -> String {
    let parts = [&party.name, &party.firm, &party.town, &party.phone];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{}  {}", short(party.entity), parts.join(", "))
}

pub(super) fn candidate(party: &Party) -> serde_json::Value {
    json!({
        "id": party.entity.to_string(),
        "short": short(party.entity),
        "name": party.name,
        "company": party.firm,
        "town": party.town,
        "phone": party.phone,
    })
}

fn more_line(voice: &Voice, count: usize) -> Option<String> {
    let left = count.saturating_sub(LISTED);
    (left > 0).then(|| format!("  {}", voice.tell("cli-and-more", &[("count", left.into())])))
}

/// The same words in any order: "Lefèvre Marie" is Marie Lefèvre.
fn same_words(name: &str, asked: &[&str]) -> bool {
    let mut known: Vec<&str> = name.split(' ').collect();
    let mut asked = asked.to_vec();
    known.sort_unstable();
    asked.sort_unstable();
    known == asked
}

pub(super) fn emails(party: Entity, book: &Book) -> Vec<String> {
    fields(party, book, &["contact.email", "company.email"])
}

pub(super) fn phones(party: Entity, book: &Book) -> Vec<String> {
    fields(party, book, &["contact.mobile", "contact.phone", "company.phone"])
}

fn fields(party: Entity, book: &Book, keys: &[&str]) -> Vec<String> {
    let fields = match party.kind {
        Kind::Contact => book.contact(party).map(|contact| contact.fields),
        Kind::Company => book.company(party).map(|company| company.fields),
        Kind::Deal => None,
    };
    let text = |key: &&str| fields.as_ref().map(|fields| fields.text(key).to_owned());
    keys.iter().filter_map(text).filter(|text| !text.is_empty()).collect()
}

/// How many letters differ between what was asked and the nearest words of a name; nothing where too many do.
fn far(asked: &str, name: &str) -> Option<usize> {
    let known: Vec<Vec<char>> = name.split(' ').filter(|word| !word.is_empty()).map(|w| w.chars().collect()).collect();
    let mut sum = 0;
    for word in asked.split(' ').filter(|word| !word.is_empty()) {
        let word: Vec<char> = word.chars().take(24).collect();
        let changes = known.iter().map(|known| changes(&word, known)).min()?;
        if changes > word.len() / 3 {
            return None;
        }
        sum += changes;
    }
    Some(sum)
}

/// Letters to put in, take out or change.
fn changes(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = at;
        row[0] = at + 1;
        for (to, known) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != known);
            corner = row[to + 1];
            row[to + 1] = changed.min(row[to] + 1).min(corner + 1);
        }
    }
    row.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_a_letter_or_two_away() {
        assert_eq!(far("lefebvre", "marie lefevre"), Some(1));
        assert_eq!(far("mari lefevre", "marie lefevre"), Some(1));
        assert_eq!(far("dupont", "marie lefevre"), None);
        assert_eq!(far("x", ""), None);
    }

    #[test]
    fn words_may_come_in_any_order() {
        assert!(same_words("marie lefevre", &["lefevre", "marie"]));
        assert!(!same_words("marie lefevre", &["lefevre"]));
    }
}
