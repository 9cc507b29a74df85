//! What is said along a deal of the demo, sentence by sentence, with the words of `assets/demo`.
//! Which sentences follow each other is decided in [`super::paths`].

use crate::sales::{
    entity::Entity,
    fact::{
        Answered, Assigned, Bought, Channel, Direction, Exchanged, Linked, Lost, Moved, Outcome, Promised, Proof,
        Qualified, QuoteState, Quoted, Role, Set, Statement, Sure, Value,
    },
    moment::{Day, Hour, Moment},
    money::{Money, Tax},
};

use super::{
    Told,
    chance::Chance,
    clock::Clock,
    people::Person,
    words::{Wish, filled, words},
};

/// One project with one person, being told.
#[derive(Clone)]
pub(super) struct Story {
    pub(super) person: Person,
    pub(super) deal: Entity,
    pub(super) wish: &'static Wish,
    pub(super) euros: i64,
    pub(super) start: Day,
    pub(super) chance: Chance,
    pub(super) clock: Clock,
    pub(super) told: Vec<Told>,
}

impl Story {
    /// Says something now.
    pub(super) fn say(&mut self, statements: Vec<Statement>) {
        let (day, hour) = self.clock.now();
        self.told.push(Told { day, hour, author: self.person.owner.clone(), statements });
    }

    /// Time goes on.
    pub(super) fn wait(&mut self) {
        self.clock.step();
    }

    /// A sentence of an occasion, its blanks filled.
    pub(super) fn phrase(&mut self, occasion: &str) -> String {
        let sentence = self.chance.one(words().phrases.list(occasion)).to_owned();
        self.fill(&sentence)
    }

    pub(super) fn fill(&mut self, sentence: &str) -> String {
        let phrases = &words().phrases;
        let months = phrases.list("months");
        let month = months.get(self.start.date().format("%m").to_string().parse().map_or(0, |m: usize| m - 1));
        let amount = grouped(self.euros);
        let (low, high) = (self.euros / 1000, self.euros / 1000 + 1);
        let blanks = [
            ("{titre}", self.wish.title.as_str()),
            ("{montant}", amount.as_str()),
            ("{bas}", &low.max(1).to_string()),
            ("{haut}", &high.max(2).to_string()),
            ("{mois}", month.map_or("mars", String::as_str)),
            ("{concurrent}", self.chance.one(phrases.list("competitors"))),
        ];
        filled(sentence, self.person.woman, &blanks)
    }

    /// An exchange with a sentence of its occasion.
    pub(super) fn exchange(&mut self, channel: Channel, direction: Direction, occasion: &str) -> Statement {
        let note = self.phrase(occasion);
        let outcome = match (channel, occasion) {
            (_, "no_answer") => Some(Outcome::NoAnswer),
            (_, "message") => Some(Outcome::Message),
            (_, "call_back") => Some(Outcome::CallBack),
            (Channel::Call, _) if direction == Direction::Ours => Some(Outcome::Reached),
            _ => None,
        };
        let (about, deal, when) = (self.person.contact, Some(self.deal), self.clock.moment());
        Statement::Exchanged(Exchanged { about, deal, channel, direction, outcome, note, when })
    }

    /// An answer of the checklist with the customer's words.
    pub(super) fn answer(&mut self, criterion: &str, sure: Sure) -> Statement {
        let words = match (criterion, sure) {
            ("need", _) => {
                let sentence = self.chance.one(&self.wish.need).to_owned();
                self.fill(&sentence)
            }
            (_, Sure::Confirmed) => self.phrase(&format!("{criterion}_yes")),
            (_, Sure::Assumed) => self.phrase(&format!("{criterion}_maybe")),
            (_, Sure::No | Sure::Unknown) => self.phrase(&format!("{criterion}_no")),
        };
        Statement::Answered(Answered {
            deal: self.deal,
            criterion: criterion.to_owned(),
            stands_for: criterion.to_owned(),
            sure,
            words,
            by: Some(self.person.contact),
            on: self.clock.day(),
        })
    }

    /// The deal, its party and who looks after it.
    pub(super) fn opening(&mut self) -> Vec<Statement> {
        let (deal, contact) = (self.deal, self.person.contact);
        let owner = self.person.owner.clone();
        vec![
            self.field("deal.title", Value::Text(self.wish.title.clone())),
            Statement::Linked(Linked { from: deal, to: contact, role: Role::Party, tied: true }),
            Statement::Assigned(Assigned { about: contact, owner, note: String::new() }),
        ]
    }

    pub(super) fn field(&self, field: &str, value: Value) -> Statement {
        Statement::Set(Set { about: self.deal, field: field.to_owned(), value })
    }

    pub(super) fn amount(&self) -> Statement {
        self.field("deal.amount", Value::Money(self.money()))
    }

    /// Consumers count with tax, companies without.
    pub(super) fn money(&self) -> Money {
        let tax = if self.person.company.is_none() { Tax::Ttc } else { Tax::Ht };
        Money { cents: self.euros * 100, tax }
    }

    pub(super) fn role(&self, to: Entity, role: Role) -> Statement {
        Statement::Linked(Linked { from: self.deal, to, role, tied: true })
    }

    pub(super) fn qualified(&mut self, forced: bool) -> Statement {
        let forced = forced.then(|| self.phrase("forced"));
        Statement::Qualified(Qualified { deal: self.deal, forced, on: self.clock.day() })
    }

    pub(super) fn moved(&self, to: &str) -> Statement {
        Statement::Moved(Moved { deal: self.deal, to: to.to_owned(), reason: None, on: self.clock.day() })
    }

    pub(super) fn quoted(&self, state: QuoteState) -> Statement {
        let number = format!("D{:05}", self.deal.id.0 & 0xFFFF);
        let (on, amount) = (self.clock.day(), Some(self.money()));
        let valid_until = (state == QuoteState::Sent).then(|| on.plus(60));
        Statement::Quoted(Quoted { deal: self.deal, number, amount, state, on, valid_until })
    }

    pub(super) fn bought(&mut self) -> Statement {
        let proofs = [Proof::SignedQuote, Proof::Order, Proof::Contract];
        let proof = proofs[self.chance.weighted([70, 20, 10].into_iter())];
        Statement::Bought(Bought { deal: self.deal, amount: self.money(), proof: Some(proof), on: self.clock.day() })
    }

    pub(super) fn lost(&mut self, reason: &str) -> Statement {
        let details: &[String] = words().phrases.lost.get(reason).map_or(&[], Vec::as_slice);
        let sentence = self.chance.one(details).to_owned();
        let detail = self.fill(&sentence);
        Statement::Lost(Lost { deal: self.deal, reason: reason.to_owned(), detail, on: self.clock.day() })
    }

    pub(super) fn promise(&self, day: Day, hour: Option<Hour>, what: String) -> Statement {
        Statement::Promised(Promised { about: self.deal, due: Some(Moment { day, hour }), what })
    }
}

/// Whole euros as the French write them: narrow no-break spaces between thousands.
fn grouped(euros: i64) -> String {
    let digits = euros.to_string();
    let mut text = String::with_capacity(digits.len() + 8);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202F}');
        }
        text.push(digit);
    }
    text + "\u{A0}€"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped() {
        assert_eq!(grouped(8400), "8\u{202F}400\u{A0}€");
        assert_eq!(grouped(950), "950\u{A0}€");
        assert_eq!(grouped(1_234_567), "1\u{202F}234\u{202F}567\u{A0}€");
    }
}
