//! Who is in the demo: made-up persons and companies with numbers and addresses that lead to nobody.

use crate::sales::{
    entity::{Entity, Id, Kind},
    fact::{Linked, Role, Set, Statement, Value},
    moment::{Day, Hour},
};

use super::{
    chance::{Chance, mixed},
    words::{Hero, Sector, filled, words},
};

/// A person of the demo and where that person works.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) contact: Entity,
    pub(super) company: Option<Entity>,
    pub(super) given: String,
    pub(super) family: String,
    pub(super) woman: bool,
    pub(super) firm: String,
    pub(super) town: &'static str,
    pub(super) sector: &'static Sector,
    pub(super) owner: String,
}

/// A running number becomes an id: born on its day, never twice, the last letters as mixed as those of real ids.
pub(super) fn entity(kind: Kind, number: u64, seed: u64, (day, hour): (Day, Hour)) -> Entity {
    const EPOCH: i32 = 719_163;
    let minutes = i64::from(day.0 - EPOCH) * 1440 + i64::from(hour.0);
    let born = (minutes.max(1) as u128) * 60_000;
    let letters = u128::from(mixed((number << 2) | kind as u64));
    let seed = u128::from(mixed(seed) & 0xFFFF);
    Entity::known(kind, Id((born << 80) | (seed << 64) | letters))
}

impl Person {
    /// The person of a hero's row.
    pub(super) fn hero(hero: &'static Hero, contact: Entity, company: Entity) -> Self {
        let sector = words().sectors.iter().find(|sector| sector.label == hero.sector);
        Self {
            contact,
            company: (!hero.company.is_empty()).then_some(company),
            given: hero.given.clone(),
            family: hero.family.clone(),
            woman: hero.woman,
            firm: hero.company.clone(),
            town: &hero.town,
            sector: sector.unwrap_or(&words().sectors[0]),
            owner: hero.owner.clone(),
        }
    }

    /// A person by chance, in a sector.
    pub(super) fn met(chance: &mut Chance, sector: &'static Sector, contact: Entity, company: Entity) -> Self {
        let words = words();
        let woman = chance.percent(52);
        let given = chance.one(if woman { &words.women } else { &words.men }).to_owned();
        let family = chance.one(&words.families).to_owned();
        let at = chance.between(0, words.towns.len() as i32 - 1).min(chance.between(0, words.towns.len() as i32 - 1));
        let (town, _) = words.towns[at as usize];
        let blanks = [("{f}", family.as_str()), ("{p}", given.as_str()), ("{v}", town)];
        let firm = filled(chance.one(&sector.names), woman, &blanks);
        let owner = words.owners[chance.weighted([50, 30, 20].into_iter())].to_owned();
        let company = (!sector.is_private()).then_some(company);
        Self { contact, company, given, family, woman, firm, town, sector, owner }
    }

    /// Somebody else of the same house.
    pub(super) fn colleague(&self, chance: &mut Chance, contact: Entity) -> Self {
        let woman = chance.percent(50);
        let given = chance.one(if woman { &words().women } else { &words().men }).to_owned();
        Self { contact, given, woman, family: chance.one(&words().families).to_owned(), ..self.clone() }
    }

    /// What is known of the person: `number` makes the phone number, `source` says how we met.
    pub(super) fn sheet(&self, chance: &mut Chance, number: u64, source: &str, job: Option<&str>) -> Vec<Statement> {
        let mut said = Sheet { about: self.contact, said: Vec::with_capacity(16) };
        said.text("contact.given_name", &self.given);
        said.text("contact.family_name", &self.family);
        let job = job.map_or_else(|| filled(chance.one(&self.sector.jobs), self.woman, &[]), str::to_owned);
        said.text("contact.job", &job);
        said.text("contact.mobile", &mobile(number));
        if self.company.is_some() && chance.percent(35) {
            said.text("contact.phone", &landline(number));
        }
        if chance.percent(86) {
            said.text("contact.email", &self.email());
        }
        said.text("contact.town", self.town);
        said.text("contact.postcode", postcode(self.town));
        said.text("contact.source", source);
        match self.company {
            Some(company) => said.said.push(works_for(self.contact, company)),
            None => said.put("contact.consumer", Value::Flag(true)),
        }
        said.said
    }

    /// What is known of the house.
    pub(super) fn house(&self, chance: &mut Chance, number: u64) -> Vec<Statement> {
        let Some(company) = self.company else { return Vec::new() };
        let mut said = Sheet { about: company, said: Vec::with_capacity(8) };
        said.text("company.name", &self.firm);
        said.text("company.sector", &self.sector.label);
        said.text("company.naf", &self.sector.naf);
        said.text("company.town", self.town);
        said.text("company.postcode", postcode(self.town));
        if chance.percent(70) {
            said.put("company.size", Value::Number(chance.between(self.sector.size.0, self.sector.size.1).into()));
        }
        if chance.percent(60) {
            said.text("company.siren", &siren(number));
        }
        said.said
    }

    fn email(&self) -> String {
        let person = format!("{}.{}", slug(&self.given), slug(&self.family));
        let house = if self.firm.is_empty() { "courriel".to_owned() } else { slug(&self.firm) };
        format!("{person}@{house}.example")
    }
}

/// Statements about one entity.
struct Sheet {
    about: Entity,
    said: Vec<Statement>,
}

impl Sheet {
    fn text(&mut self, field: &str, text: &str) {
        if !text.is_empty() {
            self.put(field, Value::Text(text.to_owned()));
        }
    }

    fn put(&mut self, field: &str, value: Value) {
        self.said.push(Statement::Set(Set { about: self.about, field: field.to_owned(), value }));
    }
}

fn works_for(contact: Entity, company: Entity) -> Statement {
    Statement::Linked(Linked { from: contact, to: company, role: Role::WorksFor, tied: true })
}

fn postcode(town: &str) -> &'static str {
    words().towns.iter().find(|(name, _)| *name == town).map_or("", |(_, code)| code)
}

/// 06 39 98 xx xx is kept for fiction; the ten thousand of them come in a mixed order, then again.
fn mobile(number: u64) -> String {
    format!("+3363998{:04}", (number * 7919 + 1) % 10_000)
}

/// 01 99 00 xx xx likewise.
fn landline(number: u64) -> String {
    format!("+3319900{:04}", (number * 7919 + 1) % 10_000)
}

/// A number with a right key that begins with 00, as no real one does.
fn siren(number: u64) -> String {
    let body = format!("00{:06}", mixed(number) % 1_000_000);
    let doubled = |(at, digit): (usize, u32)| match (at % 2, digit * 2) {
        (0, _) => digit,
        (_, twice) => twice / 10 + twice % 10,
    };
    let sum: u32 = body.chars().filter_map(|c| c.to_digit(10)).enumerate().map(doubled).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// A name as it stands in an address: plain letters and hyphens.
fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain: String = name.to_lowercase().replace('œ', "oe").nfd().filter(char::is_ascii).collect();
    let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lead_to_nobody() {
        assert!((0..20_000).all(|n| mobile(n).starts_with("+3363998") && mobile(n).len() == 12));
        assert!((0..20_000).all(|n| landline(n).starts_with("+3319900") && landline(n).len() == 12));
    }

    #[test]
    fn ten_thousand_people_have_ten_thousand_numbers() {
        let numbers: std::collections::BTreeSet<String> = (0..10_000).map(mobile).collect();
        assert_eq!(numbers.len(), 10_000);
    }

    #[test]
    fn a_siren_has_its_key() {
        for number in 0..500 {
            let text = siren(number);
            let sum: u32 = text
                .chars()
                .rev()
                .filter_map(|c| c.to_digit(10))
                .enumerate()
                .map(|(at, digit)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
                .sum();
            assert!(sum.is_multiple_of(10) && text.len() == 9 && text.starts_with("00"), "{text}");
        }
    }

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug("Hélène"), "helene");
        assert_eq!(slug("Auberge de l'Erdre"), "auberge-de-l-erdre");
        assert_eq!(slug("Jean-Pierre Œillet & Fils"), "jean-pierre-oeillet-fils");
    }

    #[test]
    fn ids_are_born_on_their_day_and_never_twice() {
        let at = (Day::of(2026, 11, 22).unwrap(), Hour(600));
        let ids: std::collections::BTreeSet<Entity> = (0..5000)
            .flat_map(|n| [Kind::Contact, Kind::Company, Kind::Deal].map(|kind| entity(kind, n, 1, at)))
            .collect();
        assert_eq!(ids.len(), 15_000);
        let earlier = entity(Kind::Deal, 9, 1, (at.0.plus(-1), Hour(600)));
        assert!(ids.iter().all(|id| id.id > earlier.id));
    }
}
