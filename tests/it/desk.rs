//! The desk: what is recorded is learnt, taken back, done again, and found again after the store is reopened.

use std::{fs, path::Path};

use vigie::{
    cockpit::{
        event::Beside,
        run::{Work as _, many::Many},
    },
    desk::{Clock, Desk, News, Setup},
    log::Holder,
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::{Bought, Linked, Role, Set, Statement, Value},
        money::Money,
        playbook::Playbook,
    },
    voice::Language,
};

/// 22 November 2026, 9 h in Paris.
pub const MORNING: i64 = 1_795_334_400_000;

pub fn open(store: Option<&Path>) -> Desk {
    open_at(store, MORNING)
}

fn open_at(store: Option<&Path>, millis: i64) -> Desk {
    let setup = Setup {
        store: store.map(Path::to_owned),
        holder: Holder::default(),
        author: "Sandrine".into(),
        clock: Clock::Still(millis),
        reading: None,
        playbook: Playbook::shipped(),
        serves: None,
    };
    Desk::open(setup, Box::new(|| {})).unwrap().0
}

fn set(about: Entity, field: &str, text: &str) -> Statement {
    Statement::Set(Set { about, field: field.into(), value: Value::Text(text.into()) })
}

/// A person with a deal.
fn marie() -> Vec<Statement> {
    let (person, deal) = (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Deal, 0));
    vec![
        set(person, "contact.given_name", "Marie"),
        set(person, "contact.family_name", "Lefèvre"),
        set(deal, "deal.title", "Cuisine"),
        Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true }),
    ]
}

fn only(desk: &Desk, kind: Kind) -> Entity {
    desk.book().entities(kind).next().unwrap()
}

#[test]
fn what_is_recorded_is_on_the_board_and_can_be_taken_back() {
    let mut desk = open(None);
    desk.record_now(marie()).unwrap();
    let (contact, deal) = (only(&desk, Kind::Contact), only(&desk, Kind::Deal));
    assert_eq!(desk.book().contact(contact).unwrap().name(), "Marie Lefèvre");
    assert_eq!(desk.columns().place(desk.book(), deal), Some((0, 0)));
    let bought = Bought { deal, amount: Money::ht(840_000), proof: None, on: desk.today() };
    desk.record_now(vec![Statement::Bought(bought)]).unwrap();
    let won = desk.playbook().won();
    assert_eq!(desk.columns().place(desk.book(), deal), Some((won, 0)));
    assert_eq!(desk.columns().lanes()[won].amount_cents, 840_000);
    desk.undo().unwrap();
    assert_eq!(desk.columns().place(desk.book(), deal), Some((0, 0)));
    desk.redo().unwrap();
    assert_eq!(desk.columns().place(desk.book(), deal), Some((won, 0)));
    assert!(desk.redo().is_err());
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.book().count(Kind::Contact), 0);
    assert!(desk.undo().is_err());
    desk.redo().unwrap();
    desk.redo().unwrap();
    assert_eq!(desk.columns().place(desk.book(), deal), Some((won, 0)));
}

#[test]
fn news_tell_what_was_saved() {
    let mut desk = open(None);
    let (act, _) = desk.record(marie());
    let news = loop {
        let news = desk.news();
        if !news.is_empty() {
            break news;
        }
        std::thread::yield_now();
    };
    assert!(matches!(&news[0], News::Saved { fact, .. } if fact.act == act));
}

#[test]
fn a_long_act_is_one_undo() {
    let mut desk = open(None);
    desk.record_now(marie()).unwrap();
    let mut long = desk.begin("clients.csv", 2500);
    for _ in 0..2500 {
        desk.add(&mut long, marie(), None).unwrap();
        desk.next_row(&mut long);
    }
    let act = desk.finish(long).unwrap();
    assert_eq!(desk.book().count(Kind::Contact), 2501);
    assert_eq!(desk.book().acts().get(act).unwrap().label.as_deref(), Some("clients.csv"));
    desk.record_now(marie()).unwrap();
    let act = desk.book().acts().get(act).unwrap().clone();
    desk.take_back(act).unwrap();
    assert_eq!(desk.book().count(Kind::Contact), 2);
}

#[test]
fn the_cards_follow_a_long_act_at_its_end_and_what_is_done_after_one_that_was_let_go_of() {
    let shown = |desk: &Desk| desk.columns().cards().count();
    let deal = || vec![set(Entity::fresh(Kind::Deal, 0), "deal.title", "Cuisine")];
    let mut desk = open(None);
    assert_eq!(shown(&desk), 0);
    for (deals, after) in [(3, 3), (2500, 2503)] {
        let mut long = desk.begin("affaires.csv", deals);
        for _ in 0..deals {
            desk.add(&mut long, deal(), None).unwrap();
            desk.next_row(&mut long);
        }
        desk.finish(long).unwrap();
        assert_eq!(shown(&desk), after);
    }
    let mut long = desk.begin("jamais fini", 1500);
    for _ in 0..1500 {
        desk.add(&mut long, deal(), None).unwrap();
        desk.next_row(&mut long);
    }
    drop(long);
    desk.record_now(deal()).unwrap();
    assert_eq!(shown(&desk), desk.book().count(Kind::Deal));
}

#[test]
fn a_clock_that_was_ahead_locks_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let at = |millis| open_at(Some(folder.path()), millis);
    let mut desk = at(MORNING + 40 * 86_400_000);
    desk.record_now(marie()).unwrap();
    let future = desk.today();
    desk.close().unwrap();
    let mut desk = at(MORNING);
    assert_eq!(desk.ahead(), Some(future));
    let who = only(&desk, Kind::Contact);
    let fact = desk.record_now(vec![set(who, "contact.family_name", "Après")]).unwrap();
    assert_eq!((fact.day, desk.ahead()), (desk.today(), None));
    desk.close().unwrap();
    // What was said last stands, whatever the clock said.
    let desk = at(MORNING);
    assert_eq!(desk.ahead(), None);
    assert_eq!(desk.book().contact(who).unwrap().name(), "Marie Après");
}

#[test]
fn news_asked_for_between_two_sheaves_of_a_long_act_is_not_missed_by_it() {
    let mut desk = open(None);
    let mut long = desk.begin("clients.csv", 2500);
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    for n in 1..=2500 {
        desk.add(&mut long, marie(), None).unwrap();
        desk.next_row(&mut long);
        // As the cockpit does when the writer wakes it: the first sheaf comes back here.
        while n == 1500 && desk.book().count(Kind::Contact) < 999 {
            assert!(desk.news().is_empty(), "a long act is told of as a whole");
            assert!(std::time::Instant::now() < end, "the first sheaf never came back");
            std::thread::yield_now();
        }
    }
    desk.finish(long).unwrap();
    assert_eq!(desk.book().count(Kind::Contact), 2500);
    assert!(desk.news().is_empty());
}

#[test]
fn a_reopened_store_says_the_same_with_and_without_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(Some(folder.path()));
    for _ in 0..20 {
        desk.record_now(marie()).unwrap();
    }
    desk.undo().unwrap();
    let first = desk.columns().clone();
    desk.remember();
    desk.record_now(marie()).unwrap();
    desk.close().unwrap();
    let mut again = open(Some(folder.path()));
    assert_eq!(again.book().count(Kind::Deal), 20);
    again.undo().unwrap();
    assert_eq!(again.book().count(Kind::Deal), 19);
    assert_eq!(again.columns().lanes()[0].len(), first.lanes()[0].len());
    again.remember();
    again.close().unwrap();
    let last = open(Some(folder.path()));
    assert_eq!((last.book().count(Kind::Deal), last.unremembered()), (19, 0));
    last.close().unwrap();
}

#[test]
fn a_bulk_change_cut_off_says_how_far_it_came_and_is_one_undo_away() {
    let folder = tempfile::tempdir().unwrap();
    let (store, away) = (folder.path().join("store"), folder.path().join("away"));
    let mut desk = open(Some(&store));
    desk.record_now(marie()).unwrap();
    let deal = only(&desk, Kind::Deal);
    let said = (0..30_000).map(|n| vec![set(deal, "deal.title", &format!("Cuisine {n}"))]).collect();
    let mut work = Many::new("Titres".into(), said, Language::Fr);
    let (words, kept) = loop {
        match work.step(&mut desk) {
            // The first sheaf is kept once the second is on its way.
            Beside::Progress { done, .. } if done >= 2_000 && store.exists() => fs::rename(&store, &away).unwrap(),
            Beside::Progress { .. } => {}
            Beside::Refused(words, kept) => break (words, kept),
            other => panic!("{other:?}"),
        }
    };
    assert!(kept >= 999 && words.contains("interrompu"), "{kept}: {words}");
    assert!(!words.contains("Rien n'a été enregistré"), "{words}");
    drop(desk.close());
    fs::rename(&away, &store).unwrap();
    let mut desk = open(Some(&store));
    let act = desk.cut_off().unwrap();
    assert_eq!(
        (act.label.as_deref(), act.size, act.announced.map(|(facts, _)| facts)),
        (Some("Titres"), kept as u64 + 1, Some(30_000))
    );
    desk.undo().unwrap();
    assert_eq!(desk.book().deal(deal).unwrap().title(), "Cuisine");
}
