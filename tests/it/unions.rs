//! Two records made one: each topic says what was chosen, nothing is lost, and parting them is as if it had never been.

use proptest::prelude::*;
use vigie::sales::{
    book::Records,
    entity::Entity,
    fact::{
        Approach, Assigned, Complained, Exchanged, Fact, Permission, Permitted, Promised, Role, Set, Statement, Target,
        Value,
    },
    moment::Moment,
    union::{Stays, Topic, Union, Worth},
};

use crate::{
    properties::{history, reading},
    world::{World, company, contact, day, deal, link, set, take_back},
};

fn union(world: &World, one: Entity, other: Entity) -> Option<Union> {
    Union::of(&world.book(), one, other, &world.0)
}

fn unite(world: &mut World, one: Entity, other: Entity) -> Option<Fact> {
    let union = union(world, one, other)?;
    Some(world.tell(union.statements()))
}

fn stays(union: &Union, key: &str) -> &'static str {
    let line = union.lines.iter().find(|line| line.topic == Topic::Field(key.into())).unwrap();
    match line.stays {
        Stays::One => "one",
        Stays::Other => "other",
        Stays::Both => "both",
    }
}

/// Two of a name: the first was told first, its mobile later than the other's.
fn two() -> World {
    let mut world = World::default();
    world.tell(vec![
        set(contact(1), "contact.family_name", "Lefèvre"),
        set(contact(1), "contact.note", "clé chez la voisine"),
        Statement::Set(Set {
            about: contact(1),
            field: "contact.tags".into(),
            value: Value::List(vec!["salon".into()]),
        }),
        set(contact(1), "contact.town", "Nantes"),
    ]);
    world.tell(vec![
        set(contact(2), "contact.family_name", "LEFEVRE"),
        set(contact(2), "contact.email", "marie@lefevre.example"),
        set(contact(2), "contact.note", "rappeler le soir"),
        Statement::Set(Set {
            about: contact(2),
            field: "contact.tags".into(),
            value: Value::List(vec!["vip".into(), "salon".into()]),
        }),
        set(contact(2), "contact.town", "Rezé"),
    ]);
    world.tell(vec![set(contact(2), "contact.town", "")]);
    world
}

#[test]
fn what_the_one_says_stays_what_it_lacks_comes_from_the_other() {
    let mut world = two();
    let union = union(&world, contact(1), contact(2)).unwrap();
    let stays = ["family_name", "email", "note", "tags"].map(|key| stays(&union, &format!("contact.{key}")));
    assert_eq!(stays, ["one", "other", "both", "both"]);
    world.tell(union.statements());
    let book = world.book();
    let contact = book.contact(contact(1)).unwrap();
    let text = |key: &str| contact.fields.text(key);
    assert_eq!(text("contact.family_name"), "Lefèvre");
    assert_eq!(text("contact.email"), "marie@lefevre.example");
    assert_eq!(text("contact.town"), "Nantes");
    assert_eq!(text("contact.note"), "clé chez la voisine\nrappeler le soir");
    assert_eq!(contact.fields.get("contact.tags"), Some(&Value::List(vec!["salon".into(), "vip".into()])));
}

#[test]
fn any_other_word_can_be_chosen() {
    let mut world = two();
    let mut union = union(&world, contact(1), contact(2)).unwrap();
    for line in &mut union.lines {
        line.stays = Stays::Other;
    }
    world.tell(union.statements());
    let contact = world.book().contact(contact(1)).unwrap();
    assert_eq!(contact.fields.text("contact.family_name"), "LEFEVRE");
    assert_eq!(contact.fields.text("contact.note"), "rappeler le soir");
}

#[test]
fn what_the_facts_say_by_themselves_is_not_said_again() {
    let mut world = World::default();
    world.tell(vec![set(contact(2), "contact.town", "Rezé")]);
    world.tell(vec![set(contact(1), "contact.town", "Nantes")]);
    assert_eq!(union(&world, contact(1), contact(2)).unwrap().statements().len(), 1);
}

#[test]
fn an_opposition_and_an_open_complaint_hold_for_the_person() {
    let mut world = World::default();
    let permitted = |about, permission| {
        Statement::Permitted(Permitted {
            about,
            approach: Some(Approach::Phone),
            permission,
            wording: "w".into(),
            origin: "o".into(),
            on: day("2026-11-01"),
        })
    };
    let complained =
        |about, open| Statement::Complained(Complained { about, text: "retard".into(), open, on: day("2026-11-02") });
    world.tell(vec![permitted(contact(1), Permission::Opposed), complained(contact(1), true)]);
    world.tell(vec![permitted(contact(2), Permission::Consented), complained(contact(2), false)]);
    unite(&mut world, contact(2), contact(1)).unwrap();
    let dealings = world.book().contact(contact(2)).unwrap().dealings;
    assert!(dealings.opposed(Approach::Phone));
    assert_eq!(dealings.complaint().unwrap().text, "retard");
}

#[test]
fn whoever_is_set_aside_hides_nobody() {
    let mut world = World::default();
    let aside = Statement::Set(Set { about: contact(2), field: "contact.archived".into(), value: Value::Flag(true) });
    world.tell(vec![set(contact(1), "contact.town", "Nantes"), set(contact(2), "contact.town", "Nantes"), aside]);
    for (one, other) in [(contact(1), contact(2)), (contact(2), contact(1))] {
        let mut world = world.clone();
        unite(&mut world, one, other).unwrap();
        assert!(!world.book().contact(one).unwrap().fields.flag("contact.archived"));
    }
}

#[test]
fn where_they_work_who_looks_after_them_and_the_next_step_are_chosen_too() {
    let mut world = World::default();
    let next = |about, when: &str| {
        Statement::Promised(Promised { about, due: Some(Moment::from(day(when))), what: "rappeler".into() })
    };
    let owner = |about, name: &str| Statement::Assigned(Assigned { about, owner: name.into(), note: String::new() });
    world.tell(vec![
        link(contact(1), Role::WorksFor, company(1)),
        owner(contact(1), "Karim"),
        next(contact(1), "2026-12-01"),
        link(contact(1), Role::ReferredBy, contact(2)),
    ]);
    world.tell(vec![
        link(contact(2), Role::WorksFor, company(2)),
        owner(contact(2), "Sandrine"),
        next(contact(2), "2026-12-08"),
    ]);
    let mut union = union(&world, contact(1), contact(2)).unwrap();
    let topics: Vec<&Topic> = union.lines.iter().map(|line| &line.topic).collect();
    assert_eq!(topics, [&Topic::House, &Topic::Owner, &Topic::Next]);
    union.lines[1].turn();
    world.tell(union.statements());
    let contact = world.book().contact(contact(1)).unwrap();
    assert_eq!((contact.company, contact.referred_by), (Some(company(1)), None));
    assert_eq!(contact.dealings.owner, "Sandrine");
    assert_eq!(contact.dealings.next.unwrap().due.day, day("2026-12-01"));
}

#[test]
fn a_person_and_a_company_or_one_and_the_same_make_no_union() {
    let mut world = two();
    world.tell(vec![set(company(1), "company.name", "Lefèvre")]);
    assert_eq!(union(&world, contact(1), company(1)), None);
    assert_eq!(union(&world, contact(1), contact(1)), None);
    assert_eq!(union(&world, contact(1), contact(9)), None);
}

fn exchange(about: Entity) -> Statement {
    Statement::Exchanged(Exchanged {
        about,
        deal: None,
        channel: vigie::sales::fact::Channel::Call,
        direction: vigie::sales::fact::Direction::Ours,
        outcome: None,
        note: "n".into(),
        when: day("2026-11-20").into(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn parting_them_is_as_if_they_had_never_been_one(mut world in history(), one in 0..3_u128, other in 0..3_u128) {
        let before = reading(&world.book());
        let mut book = world.book();
        let Some(merged) = unite(&mut world, contact(one), contact(other)) else { return Ok(()) };
        book.learn(&merged, &mut world).unwrap();
        prop_assert_eq!(reading(&book), reading(&world.book()));
        let undo = world.tell(vec![take_back(Target::Act(merged.act))]);
        book.learn(&undo, &mut world).unwrap();
        prop_assert_eq!(reading(&book), before.clone());
        prop_assert_eq!(reading(&world.book()), before);
    }

    #[test]
    fn every_topic_says_what_was_chosen(mut world in history(), turns in prop::collection::vec(0..3_usize, 8)) {
        let Some(mut union) = union(&world, contact(0), contact(1)) else { return Ok(()) };
        for (line, turns) in union.lines.iter_mut().zip(turns) {
            (0..turns).for_each(|_| line.turn());
        }
        world.tell(union.statements());
        let book = world.book();
        let contact = book.contact(union.one).unwrap();
        for line in &union.lines {
            let is = match &line.topic {
                Topic::Field(key) => contact.fields.get(key).cloned().map(Worth::Value),
                Topic::House => contact.company.map(|house| Worth::Entity(book.resolve(house))),
                _ => continue,
            };
            prop_assert_eq!(&is, &line.result());
        }
        prop_assert_eq!(contact.dealings.deals.len(), union.kept.deals);
        prop_assert_eq!(contact.dealings.activities.len(), union.kept.exchanges);
        prop_assert!(book.contact(union.other).is_none() && book.resolve(union.other) == union.one);
    }

    #[test]
    fn chains_in_any_order_lose_nothing_and_part_in_any_order(swap in any::<bool>(), first in 0..2_usize) {
        let mut world = World::default();
        for n in 1..=3 {
            world.tell(vec![set(contact(n), "contact.family_name", "Petit"), exchange(contact(n))]);
            world.tell(vec![link(deal(n), Role::Party, contact(n)), set(deal(n), "deal.title", "toit")]);
        }
        let before = reading(&world.book());
        let mut pairs = [(contact(2), contact(1)), (contact(3), contact(2))];
        if swap {
            pairs.reverse();
        }
        let merges = pairs.map(|(into, from)| unite(&mut world, into, from).unwrap());
        world.tell(vec![exchange(contact(1))]);
        let all = world.book().contact(contact(3)).unwrap().dealings;
        prop_assert_eq!((all.activities.len(), all.deals.len()), (4, 3));
        world.tell(vec![set(contact(3), "contact.town", "Rezé")]);
        for which in [first, 1 - first] {
            world.tell(vec![take_back(Target::Act(merges[which].act))]);
        }
        // What was said since stays with whom it was said of.
        let after = world.book();
        prop_assert_eq!(after.contact(contact(1)).unwrap().dealings.activities.len(), 2);
        let third = after.contact(contact(3)).unwrap();
        prop_assert_eq!(third.fields.text("contact.town"), "Rezé");
        prop_assert_eq!(after.contact(contact(2)), before.0.into_iter().find(|known| known.entity == contact(2)));
    }
}
