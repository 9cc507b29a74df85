//! What a row says, as statements: only what the portfolio does not know yet.

use crate::sales::{
    company::Company,
    contact::Contact,
    deal::{Deal, Destination},
    entity::Entity,
    fact::{
        Adjusted, Answered, Approach, Assigned, Bought, Channel, Direction, Exchanged, Linked, Lost, Moved, Permission,
        Permitted, Promised, Role, Set, Statement, Sure, Value,
    },
    fields::{Field, Fields, field},
    moment::{Day, Moment},
    money::Money,
};

use super::{
    gathered::{Gathered, Raised, Values},
    index::{Index, short},
    party::{Party, Side},
    said::{self, Said},
    setting::Setting,
};

/// Puts a row's words into statements.
pub struct Speech<'a> {
    /// What the import was told.
    pub setting: &'a Setting<'a>,
    /// The day states were true: the last exchange or the creation, else today.
    pub on: Day,
    /// What was said so far.
    pub statements: Vec<Statement>,
}

impl<'a> Speech<'a> {
    /// For a row.
    pub fn new(setting: &'a Setting<'a>, row: &Gathered) -> Self {
        let last = row.around.last.as_ref().map(|(moment, _)| moment.day);
        let created = row.around.created;
        let on = last.or(created).filter(|day| *day <= setting.today).unwrap_or(setting.today);
        Self { setting, on, statements: Vec::with_capacity(24) }
    }

    /// The company's fields, each once unless the file changes its mind.
    pub fn firm(&mut self, row: &mut Gathered, firm: &Side<Company>, person: bool, index: &mut Index) {
        if person {
            address(row, firm);
        }
        let before = firm.before.as_ref().map(|company| &company.fields);
        for (field, value) in row.company.drain(..) {
            let again = index.said(firm.entity, field.key, digest(&value));
            let known = before.is_some_and(|fields| fields.get(field.key) == Some(&value));
            if !(known || again && before.is_none()) {
                self.set(firm.entity, field, value);
            }
        }
    }

    /// The person's fields and employer.
    pub fn person(&mut self, row: &mut Gathered, person: &Side<Contact>, firm: Option<Entity>) {
        let before = person.before.as_ref();
        self.sets(person.entity, &mut row.contact, before.map(|contact| &contact.fields));
        if let Some(firm) = firm.filter(|firm| before.is_none_or(|contact| contact.company != Some(*firm))) {
            let works = Linked { from: person.entity, to: firm, role: Role::WorksFor, tied: true };
            self.statements.push(Statement::Linked(works));
        }
    }

    /// The remarks, where the party or the deal keeps them.
    pub fn note(&mut self, row: &Gathered, party: &Party, deal: Option<&Side<Deal>>) {
        if row.note.is_empty() {
            return;
        }
        let said = match (&party.person, deal) {
            (Some(person), _) if !person.is_again() => {
                self.remark(person.entity, "contact.note", person.before.as_ref().map(|known| &known.fields), &row.note)
            }
            (None, Some(deal)) if !deal.is_again() => {
                self.remark(deal.entity, "deal.note", deal.before.as_ref().map(|known| &known.fields), &row.note)
            }
            _ => false,
        };
        if let (false, Some(about)) = (said, party.entity()) {
            self.exchange(party, about, Channel::Note, self.setting.today.into(), row.note.clone());
        }
    }

    /// Adds to a field of remarks; whether there is such a field.
    fn remark(&mut self, about: Entity, key: &str, before: Option<&Fields>, note: &str) -> bool {
        let Some(field) = field(key) else { return false };
        let known = before.map(|fields| fields.text(key)).unwrap_or_default();
        if !known.contains(note) {
            let whole = if known.is_empty() { note.to_owned() } else { format!("{known}\n{note}") };
            self.set(about, field, Value::Text(whole));
        }
        true
    }

    /// Who looks after the party, when it was met, what was promised.
    pub fn around(&mut self, row: &mut Gathered, party: &Party, deal: Option<&Side<Deal>>) {
        let Some(about) = party.entity().or(deal.map(|deal| deal.entity)) else { return };
        let around = std::mem::take(&mut row.around);
        if let Some((when, text)) = around.last {
            self.exchange(party, about, around.channel.unwrap_or(Channel::Call), when, text);
        }
        let dealings = dealings(party);
        let numbered = deal.filter(|_| row.number);
        let looks_after = match numbered {
            Some(deal) => deal.before.as_ref().map(|known| &known.owner),
            None => dealings.map(|known| &known.owner),
        };
        if !around.owner.is_empty() && looks_after.is_none_or(|owner| *owner != around.owner) {
            let (about, owner) = (numbered.map_or(about, |deal| deal.entity), around.owner);
            self.statements.push(Statement::Assigned(Assigned { about, owner, note: String::new() }));
        }
        let step = match deal {
            Some(deal) => deal.before.as_ref().and_then(|known| known.next.as_ref()),
            None => dealings.and_then(|known| known.next.as_ref()),
        };
        if around.due.is_some() && step.is_none_or(|step| Some(step.due) != around.due) {
            let about = deal.map_or(about, |deal| deal.entity);
            self.statements.push(Statement::Promised(Promised { about, due: around.due, what: around.todo }));
        }
    }

    fn exchange(&mut self, party: &Party, about: Entity, channel: Channel, when: Moment, note: String) {
        let same = |known: &crate::sales::contact::Activity| known.note == note && known.channel == channel;
        if !dealings(party).is_some_and(|known| known.activities.iter().any(same)) {
            let direction = Direction::Ours;
            let said = Exchanged { about, deal: None, channel, direction, outcome: None, note, when };
            self.statements.push(Statement::Exchanged(said));
        }
    }

    /// Oppositions, of the person and, where they stood in its name, of the company.
    pub fn objections(&mut self, row: &mut Gathered, party: &Party) {
        let person = party.person.as_ref().map(|side| side.entity);
        let firm = party.firm.as_ref().map(|side| side.entity);
        for raised in std::mem::take(&mut row.objections) {
            let about = person.into_iter().chain(firm.filter(|_| raised.firm || person.is_none()));
            for about in about {
                self.oppose(&raised, about, party);
            }
        }
    }

    fn oppose(&mut self, raised: &Raised, about: Entity, party: &Party) {
        let opposed = |known: &crate::sales::contact::Dealings| match raised.objection.approach {
            Some(approach) => known.opposed(approach),
            None => Approach::ALL.into_iter().all(|approach| known.opposed(approach)),
        };
        if Some(about) == party.entity() && dealings(party).is_some_and(opposed) {
            return;
        }
        self.statements.push(Statement::Permitted(Permitted {
            about,
            approach: raised.objection.approach,
            permission: Permission::Opposed,
            wording: raised.wording.clone(),
            origin: self.setting.file.to_owned(),
            on: raised.objection.on.unwrap_or(self.setting.today),
        }));
    }

    /// The deal's fields, its party and where it stands.
    pub fn deal(&mut self, row: &mut Gathered, deal: &Side<Deal>, party: &Party) {
        let before = deal.before.as_ref();
        row.number = !Gathered::text(&row.deal, "deal.reference").is_empty();
        let money = amount(row);
        let closing = row.deal.iter().find_map(|(field, value)| match value {
            Value::Day(day) if field.key == "deal.closing" => Some(*day),
            _ => None,
        });
        self.sets(deal.entity, &mut row.deal, before.map(|known| &known.fields));
        if let Some(to) = party.entity().filter(|party| before.is_none_or(|known| known.party != Some(*party))) {
            let with = Linked { from: deal.entity, to, role: Role::Party, tied: true };
            if deal.new || before.is_some() {
                self.statements.push(Statement::Linked(with));
            }
        }
        let closed = row.around.bought.or(closing).filter(|day| *day <= self.setting.today).unwrap_or(self.on);
        let stands = Stands { deal: deal.entity, before, money, closed, loss: std::mem::take(&mut row.around.loss) };
        for stated in std::mem::take(&mut row.said) {
            self.state(stated.said, &stated.text, &stands, party);
        }
        if !stands.loss.is_empty() && !self.statements.iter().any(|said| matches!(said, Statement::Lost(_))) {
            self.lost(&stands, "");
        }
    }

    fn state(&mut self, said: Said, text: &str, at: &Stands, party: &Party) {
        match said {
            Said::Warmth(temperature) => {
                let reason = format!("{} : {text}", self.setting.written.file);
                let known = at.before.and_then(|deal| deal.adjustment.as_ref());
                if known.is_none_or(|known| known.temperature != temperature || known.reason != reason) {
                    let adjusted = Adjusted { deal: at.deal, temperature: Some(temperature), reason, on: self.on };
                    self.statements.push(Statement::Adjusted(adjusted));
                }
            }
            Said::Stage(to) => self.moved(to, at),
            Said::Won | Said::Client => self.bought(at),
            Said::Lost(detail) => self.lost(at, &detail),
            Said::Intermediary => self.intermediary(text, at, party),
        }
    }

    fn moved(&mut self, to: String, at: &Stands) {
        let stands = at.before.and_then(|deal| deal.moves.last()).map(|step| &step.to);
        if stands != Some(&Destination::Stage(to.clone())) {
            self.statements.push(Statement::Moved(Moved { deal: at.deal, to, reason: None, on: self.on }));
        }
    }

    fn bought(&mut self, at: &Stands) {
        let Some(amount) = at.money else { return };
        if !at.before.is_some_and(|deal| deal.purchases.iter().any(|known| known.amount == amount)) {
            self.statements.push(Statement::Bought(Bought { deal: at.deal, amount, proof: None, on: at.closed }));
        }
    }

    /// Lost for the reason the file gives, in the playbook's words or its own; without one the reason stays open.
    fn lost(&mut self, at: &Stands, detail: &str) {
        let words = if at.loss.is_empty() { detail } else { &at.loss };
        let reason = said::loss(words, self.setting);
        let detail = if reason.is_empty() { words.to_owned() } else { String::new() };
        if at.before.and_then(Deal::lost) != Some((&reason, &detail)) {
            self.statements.push(Statement::Lost(Lost { deal: at.deal, reason, detail, on: at.closed }));
        }
    }

    fn intermediary(&mut self, text: &str, at: &Stands, party: &Party) {
        let known = at.before.and_then(|deal| deal.answer("authority"));
        if known.is_none_or(|known| known.sure != Sure::No) {
            self.statements.push(Statement::Answered(Answered {
                deal: at.deal,
                criterion: "authority".to_owned(),
                stands_for: "authority".to_owned(),
                sure: Sure::No,
                words: text.to_owned(),
                by: party.person.as_ref().map(|side| side.entity),
                on: self.on,
            }));
        }
    }

    fn sets(&mut self, about: Entity, values: &mut Values, before: Option<&Fields>) {
        for (field, value) in values.drain(..) {
            let value = joined(value, before.and_then(|fields| fields.get(field.key)));
            if before.is_none_or(|fields| fields.get(field.key) != Some(&value)) {
                self.set(about, field, value);
            }
        }
    }

    fn set(&mut self, about: Entity, field: &Field, value: Value) {
        self.statements.push(Statement::Set(Set { about, field: field.key.to_owned(), value }));
    }
}

/// Where a deal stood before and what the row says about its money and end.
struct Stands<'d> {
    deal: Entity,
    before: Option<&'d Deal>,
    money: Option<Money>,
    closed: Day,
    loss: String,
}

/// The amount of the row's deal, if it is one that can be bought.
pub fn amount(row: &Gathered) -> Option<Money> {
    row.deal.iter().find_map(|(field, value)| match value {
        Value::Money(money) if field.key == "deal.amount" && money.cents > 0 => Some(*money),
        _ => None,
    })
}

fn dealings(party: &Party) -> Option<&crate::sales::contact::Dealings> {
    match (&party.person, &party.firm) {
        (Some(person), _) => person.before.as_ref().map(|contact| &contact.dealings),
        (None, Some(firm)) => firm.before.as_ref().map(|company| &company.dealings),
        (None, None) => None,
    }
}

/// A new company lives where its first person was met.
fn address(row: &mut Gathered, firm: &Side<Company>) {
    if firm.is_again() {
        return;
    }
    for (from, to) in [("contact.postcode", "company.postcode"), ("contact.town", "company.town")] {
        let text = Gathered::text(&row.contact, from).to_owned();
        let free = firm.before.as_ref().is_none_or(|company| company.fields.get(to).is_none());
        let unsaid = Gathered::text(&row.company, to).is_empty();
        if let (Some(field), true, true, false) = (field(to), free, unsaid, text.is_empty()) {
            row.company.push((field, Value::Text(text)));
        }
    }
}

/// Tags are added to those already there.
fn joined(value: Value, before: Option<&Value>) -> Value {
    match (value, before) {
        (Value::List(new), Some(Value::List(known))) => {
            let mut all = known.clone();
            all.extend(new.into_iter().filter(|tag| !known.contains(tag)));
            Value::List(all)
        }
        (value, _) => value,
    }
}

fn digest(value: &Value) -> u64 {
    match value {
        Value::Text(text) => short(text),
        other => short(&format!("{other:?}")),
    }
}
