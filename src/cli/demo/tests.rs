use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::sales::{
    fact::{Bought, Direction, Exchanged, Lost, Moved, Outcome, Permission, Promised, Qualified, Set, Value},
    words,
};

fn today() -> Day {
    Day::of(2026, 11, 22).unwrap()
}

fn statements(size: usize) -> Vec<Statement> {
    facts(size, SEED, today()).flat_map(|told| told.statements).collect()
}

fn texts(size: usize, key: &str) -> Vec<String> {
    let text = |statement: Statement| match statement {
        Statement::Set(set) if set.field == key => match set.value {
            Value::Text(text) => Some(text),
            _ => None,
        },
        _ => None,
    };
    statements(size).into_iter().filter_map(text).collect()
}

fn contacts(size: usize) -> usize {
    let named: BTreeSet<Entity> =
        statements(size).iter().flat_map(Statement::entities).filter(|entity| entity.kind == Kind::Contact).collect();
    named.len()
}

#[test]
fn a_portfolio_has_exactly_the_size_asked_for() {
    for size in [0, 1, 2, 5, 23, 24, 25, 100, 300, 1000] {
        assert_eq!(contacts(size), size, "{size}");
    }
}

#[test]
fn the_same_seed_and_day_tell_the_same_facts_and_another_seed_others() {
    let told: Vec<Told> = facts(60, 4, today()).collect();
    assert_eq!(told, facts(60, 4, today()).collect::<Vec<_>>());
    assert_ne!(told, facts(60, 5, today()).collect::<Vec<_>>());
}

#[test]
fn nothing_was_entered_after_today_and_facts_come_in_the_order_of_their_days() {
    let told: Vec<Told> = facts(400, SEED, today()).collect();
    assert!(told.is_sorted_by_key(|told| (told.day, told.hour)));
    assert!(told.iter().all(|told| told.day <= today()));
}

#[test]
fn what_happened_had_happened_when_it_was_entered() {
    for told in facts(400, SEED, today()) {
        for statement in &told.statements {
            let on = match statement {
                Statement::Exchanged(Exchanged { when, .. }) => when.day,
                Statement::Bought(Bought { on, .. })
                | Statement::Moved(Moved { on, .. })
                | Statement::Lost(Lost { on, .. })
                | Statement::Qualified(Qualified { on, .. }) => *on,
                _ => continue,
            };
            assert_eq!(on, told.day, "{statement:?}");
        }
    }
}

#[test]
fn a_large_portfolio_is_streamed_household_by_household() {
    let first: Vec<Told> = facts(1_000_000, SEED, today()).take(2000).collect();
    assert_eq!(first.len(), 2000);
    assert!(!first.is_sorted_by_key(|told| told.day));
}

#[test]
fn phone_numbers_and_addresses_lead_to_nobody() {
    for number in texts(600, "contact.mobile").iter().chain(&texts(600, "contact.phone")) {
        assert!(number.starts_with("+3363998") || number.starts_with("+3319900"), "{number}");
    }
    for address in texts(600, "contact.email") {
        assert!(address.ends_with(".example") && words::email::parse(&address).is_ok(), "{address}");
    }
    for siren in texts(600, "company.siren") {
        assert!(siren.starts_with("00") && words::siren::siren(&siren).is_ok(), "{siren}");
    }
}

#[test]
fn every_stage_and_every_loss_is_there() {
    let said = statements(SIZE);
    let stages: BTreeSet<&str> = said
        .iter()
        .filter_map(|s| if let Statement::Moved(moved) = s { Some(moved.to.as_str()) } else { None })
        .collect();
    assert_eq!(stages.into_iter().collect::<Vec<_>>(), ["negotiation", "opportunity", "prospect", "quoted"]);
    let lost: BTreeSet<&str> = said
        .iter()
        .filter_map(|s| if let Statement::Lost(lost) = s { Some(lost.reason.as_str()) } else { None })
        .collect();
    assert!(lost.len() >= 5, "{lost:?}");
    assert!(said.iter().filter(|s| matches!(s, Statement::Bought(_))).count() > 20);
}

#[test]
fn every_key_is_one_of_the_shipped_settings() {
    let playbook = crate::sales::playbook::Playbook::shipped();
    for statement in statements(2000) {
        match statement {
            Statement::Moved(moved) => assert!(playbook.stage(&moved.to).is_some(), "{}", moved.to),
            Statement::Lost(lost) => {
                assert!(playbook.losses().iter().any(|loss| loss.key == lost.reason), "{}", lost.reason);
            }
            Statement::Answered(answered) => {
                let criteria = &playbook.framework().criteria;
                assert!(criteria.iter().any(|criterion| criterion.key == answered.criterion), "{}", answered.criterion);
            }
            Statement::Set(Set { field, value: Value::Text(text), .. }) if field == "contact.source" => {
                assert!(playbook.sources().iter().any(|source| source.key == text), "{text}");
            }
            Statement::Set(set) => assert!(crate::sales::fields::field(&set.field).is_some(), "{}", set.field),
            _ => {}
        }
    }
}

#[test]
fn every_status_and_temperature_is_there() {
    use crate::sales::{
        book::{Book, Records},
        playbook::Playbook,
        score, status, temperature,
    };
    struct Nothing;
    impl crate::sales::book::History for Nothing {
        fn facts_of(&mut self, _: Entity) -> Result<Vec<Fact>, crate::sales::book::Unreadable> {
            Ok(Vec::new())
        }
        fn facts_under(&mut self, _: crate::sales::fact::Target) -> Result<Vec<Fact>, crate::sales::book::Unreadable> {
            Ok(Vec::new())
        }
        fn every_fact(&mut self, _: &mut dyn FnMut(Fact)) -> Result<(), crate::sales::book::Unreadable> {
            Ok(())
        }
    }
    let (mut book, playbook) = (Book::default(), Playbook::shipped());
    for fact in numbered(facts(SIZE, SEED, today()), Last { device: 7, ..Last::default() }) {
        book.learn(&fact, &mut Nothing).unwrap();
    }
    assert_eq!(book.count(Kind::Contact), SIZE);
    let (mut statuses, mut heats) = (BTreeSet::new(), BTreeSet::new());
    for deal in book.entities(Kind::Deal).collect::<Vec<_>>() {
        let case = book.case(deal).unwrap();
        let total = score::total_of(&case.as_case(), &playbook, today());
        heats.insert(temperature::of(&case.deal, total, &playbook).temperature);
        let contact = case.contact.as_ref().unwrap();
        let deals: Vec<_> = contact.dealings.deals.iter().filter_map(|deal| book.deal(*deal)).collect();
        statuses.insert(status::of(&contact.dealings, &deals.iter().collect::<Vec<_>>(), &playbook, today()));
    }
    assert_eq!(heats.len(), 3, "{heats:?}");
    assert_eq!(statuses.len(), 5, "{statuses:?}");
}

#[test]
fn facts_are_numbered_without_gaps_and_stamped_in_order() {
    let last = Last { device: 7, seq: 3, stamp: Stamp(9) };
    let all: Vec<Fact> = numbered(facts(80, SEED, today()), last).collect();
    assert!(all.iter().enumerate().all(|(at, fact)| fact.id == FactId { device: 7, seq: at as u64 + 4 }));
    assert!(all.is_sorted_by(|one, two| one.stamp < two.stamp));
    let acts: BTreeSet<_> = all.iter().map(|fact| fact.act.0).collect();
    assert_eq!(acts.len(), all.len());
    assert!(all.iter().all(|fact| crate::desk::clock::local(fact.recorded_at).0 == fact.day));
}

#[test]
fn rare_things_are_there_too() {
    let said = statements(SIZE);
    let has = |what: &dyn Fn(&Statement) -> bool| said.iter().any(what);
    assert!(has(&|s| matches!(s, Statement::Complained(c) if c.open)));
    assert!(has(&|s| matches!(s, Statement::Adjusted(_))));
    assert!(has(
        &|s| matches!(s, Statement::Permitted(p) if p.permission == Permission::Opposed && p.approach.is_none())
    ));
    assert!(has(
        &|s| matches!(s, Statement::Permitted(p) if p.permission == Permission::Opposed && p.approach.is_some())
    ));
    assert!(has(&|s| matches!(s, Statement::Permitted(p) if p.permission == Permission::Consented)));
    assert!(has(&|s| matches!(s, Statement::Qualified(q) if q.forced.is_some())));
    assert!(has(&|s| matches!(s, Statement::Linked(l) if l.role == Role::ReferredBy)));
    assert!(has(
        &|s| matches!(s, Statement::Answered(a) if a.criterion == "authority" && a.sure == crate::sales::fact::Sure::No)
    ));
    assert!(has(&|s| matches!(s, Statement::Exchanged(e) if e.outcome == Some(Outcome::NoAnswer))));
    assert!(has(&|s| matches!(s, Statement::Exchanged(e) if e.direction == Direction::Theirs)));
}

#[test]
fn four_martins_at_least_and_three_owners() {
    assert!(texts(SIZE, "contact.family_name").iter().filter(|name| *name == "Martin").count() >= 4);
    let owners: BTreeSet<String> = facts(SIZE, SEED, today()).map(|told| told.author).collect();
    assert_eq!(owners.len(), 3);
}

#[test]
fn next_steps_are_overdue_due_today_and_to_come() {
    let due: Vec<i32> = statements(SIZE)
        .into_iter()
        .filter_map(|s| {
            if let Statement::Promised(Promised { due: Some(due), .. }) = s {
                Some(due.day.since(today()))
            } else {
                None
            }
        })
        .collect();
    assert!(due.iter().filter(|days| **days < 0).count() >= 8, "{due:?}");
    assert!(due.iter().filter(|days| **days == 0).count() >= 8, "{due:?}");
    assert!(due.iter().filter(|days| **days > 0).count() >= 30, "{due:?}");
}

#[test]
fn about_four_exchanges_a_contact_over_a_year() {
    let mut by: BTreeMap<Entity, usize> = BTreeMap::new();
    for statement in statements(2000) {
        if let Statement::Exchanged(exchanged) = statement {
            *by.entry(exchanged.about).or_default() += 1;
        }
    }
    let all: usize = by.values().sum();
    assert!((6_000..11_000).contains(&all), "{all}");
    let first = facts(2000, SEED, today()).filter(|told| today().since(told.day) <= 365).count();
    assert!(first * 10 > facts(2000, SEED, today()).count() * 9);
}

#[test]
fn no_blank_stays_unfilled_and_no_sentence_speaks_of_both() {
    for statement in statements(1500) {
        let text = match statement {
            Statement::Exchanged(exchanged) => exchanged.note,
            Statement::Answered(answered) => answered.words,
            Statement::Lost(lost) => lost.detail,
            Statement::Promised(promised) => promised.what,
            Statement::Set(Set { value: Value::Text(text), .. }) => text,
            _ => continue,
        };
        assert!(!text.contains(['{', '|']), "{text}");
    }
}

#[test]
#[ignore = "prints a few stories to be read"]
fn stories_to_read() {
    for told in facts(40, SEED, today()) {
        eprintln!("{} {} {}", told.day, told.hour, told.author);
        told.statements.iter().for_each(|statement| eprintln!("   {}", serde_json::to_string(statement).unwrap()));
    }
}
