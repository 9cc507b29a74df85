//! A small world for tests: facts told in one line each, kept in a list that serves as history.

use vigie::sales::{
    book::{Book, History, Unreadable},
    entity::{Entity, Id, Kind},
    fact::{ActId, Fact, FactId, Linked, Retracted, Role, Set, Stamp, Statement, Target, Value},
    moment::Day,
};

pub fn contact(n: u128) -> Entity {
    Entity::known(Kind::Contact, Id((1 << 80) + n))
}

pub fn company(n: u128) -> Entity {
    Entity::known(Kind::Company, Id((1 << 80) + n))
}

pub fn deal(n: u128) -> Entity {
    Entity::known(Kind::Deal, Id((1 << 80) + n))
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn set(about: Entity, field: &str, text: &str) -> Statement {
    Statement::Set(Set { about, field: field.into(), value: Value::Text(text.into()) })
}

pub fn link(from: Entity, role: Role, to: Entity) -> Statement {
    Statement::Linked(Linked { from, to, role, tied: true })
}

pub fn take_back(target: Target) -> Statement {
    Statement::Retracted(Retracted { target, why: String::new() })
}

/// Facts numbered in the order they were told.
#[derive(Clone, Debug, Default)]
pub struct World(pub Vec<Fact>);

impl World {
    /// Adds a fact of an act of its own.
    pub fn tell(&mut self, statements: Vec<Statement>) -> Fact {
        let act = ActId(Id((7 << 80) + self.0.len() as u128));
        self.tell_in(act, statements)
    }

    pub fn tell_in(&mut self, act: ActId, statements: Vec<Statement>) -> Fact {
        let seq = self.0.len() as u64 + 1;
        let fact = Fact {
            id: FactId { device: 1, seq },
            stamp: Stamp(seq << 16),
            act,
            author: "Sandrine".into(),
            recorded_at: 0,
            day: day("2026-11-22"),
            statements,
        };
        self.0.push(fact.clone());
        fact
    }

    pub fn book(&self) -> Book {
        Book::of(&mut self.clone()).unwrap()
    }
}

impl History for World {
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable> {
        let names = |fact: &&Fact| fact.statements.iter().any(|said| said.names(entity));
        let mut facts: Vec<Fact> = self.0.iter().filter(names).cloned().collect();
        facts.sort_by_key(|fact| fact.stamp);
        Ok(facts)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable> {
        let under = |fact: &&Fact| match target {
            Target::Fact(id) => fact.id == id,
            Target::Act(id) => fact.act == id,
        };
        Ok(self.0.iter().filter(under).cloned().collect())
    }

    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable> {
        self.0.iter().cloned().for_each(take);
        Ok(())
    }
}
