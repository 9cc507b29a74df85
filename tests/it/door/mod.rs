//! The door: two desks and more on one store, what bad guests can do to the holder (nothing), and what each is told.

mod guests;
mod words;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use vigie::{
    desk::{Clock, Desk, News, Setup},
    log::{Disk, Holder, Log, generation::Old},
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::{Fact, Set, Statement, Value},
        playbook::Playbook,
    },
};

use super::desk::MORNING;

/// A desk that stays: it answers the door while it holds the store.
fn sit(store: &Path, author: &str) -> Desk {
    let setup = Setup {
        store: Some(store.to_owned()),
        holder: Holder { pid: 42, user: author.into(), ..Holder::default() },
        author: author.into(),
        clock: Clock::Still(MORNING),
        reading: None,
        playbook: Playbook::shipped(),
        serves: Some(store.join("runtime")),
    };
    Desk::open(setup, Box::new(|| {})).unwrap().0
}

fn named(name: &str) -> Vec<Statement> {
    vec![set(Entity::fresh(Kind::Contact, 0), "contact.family_name", name)]
}

fn set(about: Entity, field: &str, text: &str) -> Statement {
    Statement::Set(Set { about, field: field.into(), value: Value::Text(text.into()) })
}

fn names(desk: &Desk) -> Vec<String> {
    let book = desk.book();
    let mut names: Vec<String> = book.entities(Kind::Contact).map(|who| book.contact(who).unwrap().name()).collect();
    names.sort_unstable();
    names
}

/// Hears until it is so; gives what was heard.
fn until(desk: &mut Desk, what: &str, is_so: impl Fn(&Desk) -> bool) -> Vec<News> {
    let end = Instant::now() + Duration::from_secs(20);
    let mut heard = Vec::new();
    loop {
        heard.extend(desk.news());
        if is_so(desk) {
            return heard;
        }
        assert!(Instant::now() < end, "never: {what}");
        std::thread::park_timeout(Duration::from_millis(1));
    }
}

#[test]
fn what_one_records_the_other_sees() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut second) = (sit(folder.path(), "Sandrine"), sit(folder.path(), "Karim"));
    assert_eq!((first.is_guest(), second.is_guest()), (false, true));
    first.record_now(named("Lefèvre")).unwrap();
    until(&mut second, "it is seen", |desk| names(desk) == ["Lefèvre"]);
    let fact = second.record_now(named("Petit")).unwrap();
    assert_eq!((fact.id.seq, fact.author.as_str()), (2, "Karim"));
    let heard = until(&mut first, "it is seen", |desk| names(desk) == ["Lefèvre", "Petit"]);
    assert!(matches!(heard.as_slice(), [News::Heard { fact: seen, over }] if *seen == fact && over.is_empty()));
    second.undo().unwrap();
    until(&mut first, "it is gone", |desk| names(desk) == ["Lefèvre"]);
    second.close().unwrap();
    first.close().unwrap();
}

#[test]
fn of_two_who_set_the_same_field_the_first_is_told_and_the_history_has_both() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut second) = (sit(folder.path(), "Sandrine"), sit(folder.path(), "Karim"));
    first.record_now(named("Lefèvre")).unwrap();
    let marie = first.book().entities(Kind::Contact).next().unwrap();
    until(&mut second, "it is seen", |desk| desk.book().contact(marie).is_some());
    second.record_now(vec![set(marie, "contact.role", "gérante")]).unwrap();
    let seen = |desk: &Desk| desk.book().contact(marie).unwrap().fields.text("contact.role").to_owned();
    until(&mut first, "it is seen", |desk| seen(desk) == "gérante");
    let last = set(marie, "contact.role", "directrice");
    first.record_now(vec![last.clone()]).unwrap();
    let heard = until(&mut second, "the other is told", |desk| seen(desk) == "directrice");
    let over: Vec<&Statement> = heard
        .iter()
        .filter_map(|news| match news {
            News::Heard { over, .. } => over.first(),
            _ => None,
        })
        .collect();
    assert_eq!(over, [&last]);
    for desk in [&first, &second] {
        assert_eq!(desk.history_of(marie).unwrap().facts.len(), 3);
    }
}

#[test]
fn who_ends_is_followed_and_nothing_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut desks: Vec<Desk> = ["Sandrine", "Karim", "Élodie"].map(|author| sit(folder.path(), author)).into();
    for round in 0..3 {
        for (at, desk) in desks.iter_mut().enumerate() {
            desk.record_now(named(&format!("{round} {at}"))).unwrap();
        }
        desks.remove(0).close().unwrap();
        for desk in &mut desks {
            desk.record_now(named(&format!("{round} after"))).unwrap();
        }
    }
    let mut last = sit(folder.path(), "Zoé");
    assert!(!last.is_guest());
    let mut seqs = Vec::new();
    last.every_fact(&mut |fact| seqs.push(fact.id.seq)).unwrap();
    assert!(seqs.iter().copied().eq(1..=9), "{seqs:?}");
    last.record_now(named("last")).unwrap();
}

#[test]
fn who_wants_the_store_alone_gets_it_and_the_others_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut desks: Vec<Desk> = ["Sandrine", "Karim"].map(|author| sit(folder.path(), author)).into();
    for desk in &mut desks {
        desk.record_now(named(desk.author().to_owned().as_str())).unwrap();
    }
    until(&mut desks[0], "all are seen", |desk| names(desk).len() == 2);
    let mut disk = Disk::alone(folder.path(), &Holder::default()).unwrap();
    for desk in &mut desks {
        desk.record(named("meanwhile"));
    }
    // Somebody is left out of what is written anew.
    let left_out = |fact: Fact| Some(fact).filter(|fact| fact.author != "Karim");
    disk.renew(Old::Erase, &mut { left_out }).unwrap();
    Box::new(disk).close().unwrap();
    for desk in &mut desks {
        until(desk, "all is read anew", |desk| names(desk) == ["Sandrine", "meanwhile", "meanwhile"]);
    }
    for desk in &mut desks {
        desk.record_now(named("after")).unwrap();
    }
    assert_eq!(desks.iter().filter(|desk| !desk.is_guest()).count(), 1);
}

#[test]
fn a_long_act_goes_through_the_door() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut second) = (sit(folder.path(), "Sandrine"), sit(folder.path(), "Karim"));
    let mut long = second.begin("clients.csv", 2500);
    for n in 0..2500 {
        second.add(&mut long, named(&format!("{n:04}")), None).unwrap();
        second.next_row(&mut long);
        if n == 1500 {
            first.record_now(named("Sandrine's")).unwrap();
        }
    }
    second.finish(long).unwrap();
    assert_eq!(second.book().count(Kind::Contact), 2501);
    until(&mut first, "all are seen", |desk| desk.book().count(Kind::Contact) == 2501);
    second.undo().unwrap();
    until(&mut first, "they are gone", |desk| names(desk) == ["Sandrine's"]);
}

#[test]
fn twenty_at_once_record_and_see_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut desks: Vec<Desk> = (0..20).map(|n| sit(folder.path(), &format!("a{n}"))).collect();
    std::thread::scope(|scope| {
        for (n, desk) in desks.iter_mut().enumerate() {
            scope.spawn(move || {
                for m in 0..10 {
                    desk.record_now(named(&format!("{n:02} {m}"))).unwrap();
                }
            });
        }
    });
    for desk in &mut desks {
        until(desk, "all are seen", |desk| desk.book().count(Kind::Contact) == 200);
    }
    let all = names(&desks[0]);
    assert!(desks.iter().all(|desk| names(desk) == all));
    let mut seqs = Vec::new();
    desks[7].every_fact(&mut |fact| seqs.push(fact.id.seq)).unwrap();
    assert!(seqs.iter().copied().eq(1..=200));
}
