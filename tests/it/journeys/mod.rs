//! What a seller does from one end to the other: facts before, keys, the screen after, facts after.

mod aid;
mod checklist;
mod columns;
mod contacts;
mod dossier;
mod doubles;
mod draft;
mod exchange;
mod field;
mod forget;
mod kanban;
mod keyboard;
mod letter;
mod marks;
mod mouse;
mod party;
mod past;
mod people;
mod search;
mod sequence;
mod settings;
mod stages;
mod today;
mod wishes;

use vigie::{
    sales::{
        book::Records,
        deal::Deal,
        entity::{Entity, Kind},
        fact::{Linked, Role, Set, Statement, Value},
        stage,
    },
    voice::Language,
};

use crate::seat::Seat;

fn set(about: Entity, field: &str, value: Value) -> Statement {
    Statement::Set(Set { about, field: field.into(), value })
}

fn text(words: &str) -> Value {
    Value::Text(words.into())
}

fn person() -> Entity {
    Entity::fresh(Kind::Contact, 0)
}

fn company() -> Entity {
    Entity::fresh(Kind::Company, 1)
}

/// Marie Lefèvre of the Menuiserie Lefèvre wants a kitchen.
fn marie() -> Vec<Statement> {
    let (person, company, deal) = (person(), company(), Entity::fresh(Kind::Deal, 2));
    let link = |from, to, role| Statement::Linked(Linked { from, to, role, tied: true });
    vec![
        set(person, "contact.given_name", text("Marie")),
        set(person, "contact.family_name", text("Lefèvre")),
        set(person, "contact.mobile", text("+33639980001")),
        set(company, "company.name", text("Menuiserie Lefèvre")),
        link(person, company, Role::WorksFor),
        set(deal, "deal.title", text("Cuisine sur mesure")),
        link(deal, person, Role::Party),
    ]
}

fn seat() -> Seat {
    Seat::new(vec![marie()], Language::Fr, 120, 36)
}

fn deal(seat: &Seat) -> Deal {
    let all: Vec<Entity> = seat.desk.book().entities(Kind::Deal).collect();
    seat.desk.book().deal(all[0]).unwrap()
}

fn stage_of(seat: &Seat) -> String {
    let at = stage::of(&deal(seat), seat.desk.playbook());
    seat.desk.playbook().stages()[at].key.clone()
}

fn facts(seat: &Seat) -> usize {
    let mut count = 0;
    seat.desk.every_fact(&mut |_| count += 1).unwrap();
    count
}
