//! Correcting what was said: which statements stand for an entry, what strikes them out, and what goes with something
//! that is deleted. Statements in, statements out; nothing is asked and nothing is kept here.

use super::{
    book::Records,
    contact::Activity,
    deal::{Purchase, Quote},
    entity::Entity,
    fact::{Answered, Exchanged, Fact, FactId, QuoteState, Statement, Struck},
    ledger::Ledger,
};

/// Something a person noted that can be stood on, corrected and taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An exchange with a party.
    Exchange(Entity, Activity),
    /// A quote of a deal, with its answer.
    Quote(Entity, Quote),
    /// A purchase of a deal.
    Purchase(Entity, Purchase),
}

impl Entry {
    /// Whom or what it is about.
    pub fn about(&self) -> Entity {
        match self {
            Self::Exchange(about, _) | Self::Quote(about, _) | Self::Purchase(about, _) => *about,
        }
    }

    /// Where it was said: every standing statement it was made from.
    pub fn places(&self, facts: &[Fact], ledger: &Ledger, records: &dyn Records) -> Vec<Struck> {
        let standing = facts.iter().flat_map(|fact| ledger.standing(fact).map(|said| (fact.id, said)));
        let mut places: Vec<Struck> = standing
            .filter(|(_, (_, statement))| self.is_made_from(statement, records))
            .map(|(fact, (at, _))| place(fact, at))
            .collect();
        if !matches!(self, Self::Quote(..)) {
            // Said twice to the letter, one of them is as good as the other.
            places.truncate(1);
        }
        places
    }

    fn is_made_from(&self, statement: &Statement, records: &dyn Records) -> bool {
        let same = |one: Entity, other: Entity| records.resolve(one) == records.resolve(other);
        match (self, statement) {
            (Self::Exchange(about, activity), Statement::Exchanged(said)) => {
                same(*about, said.about) && *activity == activity_of(said, &activity.author)
            }
            (Self::Quote(deal, quote), Statement::Quoted(said)) => {
                let part = match said.state {
                    QuoteState::Sent => {
                        quote.sent == Some(said.on) && (quote.answer.is_some() || quote.amount == said.amount)
                    }
                    state => quote.answer == Some((state, said.on)),
                };
                part && same(*deal, said.deal) && quote.number == said.number
            }
            (Self::Purchase(deal, purchase), Statement::Bought(said)) => {
                let bought = Purchase { amount: said.amount, proof: said.proof, on: said.on };
                same(*deal, said.deal) && *purchase == bought
            }
            _ => false,
        }
    }
}

/// An exchange as a record keeps it.
pub fn activity_of(said: &Exchanged, author: &str) -> Activity {
    Activity {
        when: said.when,
        channel: said.channel,
        direction: said.direction,
        outcome: said.outcome,
        note: said.note.clone(),
        deal: said.deal,
        author: author.to_owned(),
    }
}

fn place(fact: FactId, at: usize) -> Struck {
    Struck { fact, at: at as u32 }
}

/// Takes statements back and says others in their stead, all in one.
pub fn instead(places: &[Struck], said: Vec<Statement>) -> Vec<Statement> {
    places.iter().copied().map(Statement::Struck).chain(said).collect()
}

/// What deleting things takes back: every statement that names them. What also concerns somebody who stays is said
/// anew without them: a call stays a call when its deal goes.
pub fn deletion(gone: &[Entity], facts: &[Fact], ledger: &Ledger, records: &dyn Records) -> Vec<Statement> {
    let goes = |entity: Entity| gone.contains(&records.resolve(entity));
    let (mut places, mut anew) = (Vec::new(), Vec::new());
    for fact in facts {
        for (at, statement) in ledger.standing(fact) {
            if statement.entities().any(goes) && !statement.only_compares() {
                places.push(place(fact.id, at));
                anew.extend(without(statement, &goes, records));
            }
        }
    }
    instead(&places, anew)
}

/// What is left of a statement without those who go.
fn without(statement: &Statement, goes: &dyn Fn(Entity) -> bool, records: &dyn Records) -> Option<Statement> {
    match statement {
        Statement::Exchanged(said) if !goes(said.about) => {
            Some(Statement::Exchanged(Exchanged { deal: None, ..said.clone() }))
        }
        // An answer that another has replaced since must not come back as the latest.
        Statement::Answered(said) if !goes(said.deal) => {
            let deal = records.deal(records.resolve(said.deal))?;
            let counts = deal.answers.iter().any(|answer| {
                (answer.criterion.as_str(), answer.sure, answer.words.as_str(), answer.on)
                    == (said.criterion.as_str(), said.sure, said.words.as_str(), said.on)
            });
            counts.then(|| Statement::Answered(Answered { by: None, ..said.clone() }))
        }
        _ => None,
    }
}
