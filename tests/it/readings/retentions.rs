//! DOMAIN §9: a prospect's data is kept at most three years after their last sign.

use vigie::sales::{
    entity::Entity,
    fact::{Approach, Bought, Channel, Direction, Exchanged, Outcome, Permission, Permitted, Proof, Role, Statement},
    moment::{Day, Moment},
    money::Money,
    playbook::Playbook,
    retention::overdue,
};

use crate::world::{World, company, contact, day, deal, link, set};

const TODAY: &str = "2026-11-22";
const LONG_AGO: &str = "2023-11-22";
const BEFORE: &str = "2023-11-21";
const AFTER: &str = "2023-11-23";

fn exchange(about: Entity, direction: Direction, outcome: Option<Outcome>, on: &str) -> Statement {
    let when = Moment::from(day(on));
    let note = String::new();
    Statement::Exchanged(Exchanged { about, deal: None, channel: Channel::Call, direction, outcome, note, when })
}

/// Last sign, and the day that counts.
type Found = Vec<(Option<Day>, Day)>;

/// Somebody entered long ago, and what was said of them since.
fn silent(said: Vec<Statement>) -> Found {
    let mut world = World::default();
    world.tell(vec![set(contact(1), "contact.family_name", "Roux"), link(deal(1), Role::Party, contact(1))]);
    world.tell(said);
    world.0.iter_mut().for_each(|fact| fact.day = day("2020-01-06"));
    let found = overdue(&world.book(), &Playbook::shipped(), day(TODAY));
    found.into_iter().map(|silent| (silent.sign, silent.since)).collect()
}

fn permitted(on: &str) -> Statement {
    let (wording, origin) = (String::new(), String::new());
    let (approach, permission) = (Some(Approach::Mail), Permission::Consented);
    Statement::Permitted(Permitted { about: contact(1), approach, permission, wording, origin, on: day(on) })
}

fn bought(about: Entity) -> Vec<Statement> {
    let (amount, proof, on) = (Money::ht(100), Some(Proof::Order), day("2020-02-03"));
    vec![link(deal(2), Role::Party, about), Statement::Bought(Bought { deal: deal(2), amount, proof, on })]
}

#[test]
fn three_years_are_counted_from_their_last_sign() {
    let (ours, theirs) = (Direction::Ours, Direction::Theirs);
    let at = |on: &str| vec![(Some(day(on)), day(on))];
    let never = vec![(None, day("2020-01-06"))];
    let who = contact(1);
    let table: [(&str, Vec<Statement>, Found); 9] = [
        ("never a sign", vec![set(who, "contact.town", "Nantes")], never.clone()),
        ("their sign", vec![exchange(who, theirs, None, BEFORE)], at(BEFORE)),
        ("to the day", vec![exchange(who, theirs, None, LONG_AGO)], at(LONG_AGO)),
        ("a day less", vec![exchange(who, theirs, None, AFTER)], vec![]),
        ("what we send is none", vec![exchange(who, ours, None, "2026-11-01")], never),
        ("we spoke", vec![exchange(who, ours, Some(Outcome::Reached), AFTER)], vec![]),
        ("they chose", vec![permitted(AFTER)], vec![]),
        ("a client", bought(who), vec![]),
        ("their firm is", [bought(company(1)), vec![link(who, Role::WorksFor, company(1))]].concat(), vec![]),
    ];
    for (what, said, wanted) in table {
        assert_eq!(silent(said), wanted, "{what}");
    }
}

#[test]
fn the_time_is_a_setting_and_may_be_none() {
    let mut world = World::default();
    world.tell(vec![set(contact(1), "contact.family_name", "Roux")]);
    world.0[0].day = day("2025-11-22");
    let count = |months: u16| {
        let playbook = Playbook::read(&format!("[law]\nretention_months = {months}\n")).unwrap();
        overdue(&world.book(), &playbook, day(TODAY)).len()
    };
    assert_eq!([count(12), count(13), count(0)], [1, 0, 0]);
}
