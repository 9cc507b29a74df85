//! A whole morning on the real program: twenty-five people, every way it can go, counted in keys.

use vigie::{
    desk::{Clock, Desk, Setup},
    log::Holder,
    sales::{
        entity::{Entity, Kind},
        fact::{Assigned, Linked, Promised, Role, Set, Statement, Value},
        money::Money,
        playbook::Playbook,
    },
};

use super::pty::Term;

/// What is pressed for one person: key by key, named where a key is no letter.
const TRIAGE: [(&str, &[&str]); 16] = [
    ("joint", &["a", "j", "\r"]),
    ("joint", &["a", "j", "\r"]),
    ("joint", &["a", "j", "\r"]),
    ("pas de réponse", &["a", "p", "\r"]),
    ("pas de réponse", &["a", "p", "\r"]),
    ("pas de réponse", &["a", "p", "\r"]),
    ("pas de réponse", &["a", "p", "\r"]),
    ("message laissé", &["a", "m", "\r"]),
    ("message laissé", &["a", "m", "\r"]),
    ("à rappeler", &["a", "r", "\r"]),
    ("il m'a appelé", &["a", "e", "\r"]),
    ("mail envoyé", &["m", "\r"]),
    ("mail envoyé", &["m", "\r"]),
    ("SMS", &["i", "s", "\r"]),
    ("reportée", &["r", "\r"]),
    ("reportée", &["r", "\r"]),
];

/// What asks for more words, or comes seldom.
const SELDOM: [(&str, &[&str]); 6] = [
    ("ne plus appeler", &["a", "x", "\r"]),
    ("reportée à un jour", &["r", "2", "0", "j", "\r"]),
    ("rendez-vous", &["v", "\r"]),
    ("devis envoyé", &["d", "\r"]),
    ("perdu", &["x", "p", "\r"]),
    ("gagné", &["g", "d", "\r"]),
];

/// One more is handed over, which takes it off the list: so many are left to count.
const COUNTED: usize = 24;

fn somebody(n: u16) -> Vec<Statement> {
    let (person, deal) = (Entity::fresh(Kind::Contact, 2 * n), Entity::fresh(Kind::Deal, 2 * n + 1));
    let set = |about, field: &str, value| Statement::Set(Set { about, field: field.into(), value });
    let owned = |about| Statement::Assigned(Assigned { about, owner: "Sandrine".into(), note: String::new() });
    let due = Clock::System.local().0.plus(-1 - i32::from(n % 9));
    vec![
        set(person, "contact.family_name", Value::Text(format!("Martin{n}"))),
        set(person, "contact.mobile", Value::Text(format!("+336399800{n:02}"))),
        Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true }),
        set(deal, "deal.amount", Value::Money(Money::ht(100_000))),
        owned(person),
        owned(deal),
        Statement::Promised(Promised { about: deal, due: Some(due.into()), what: "rappeler".into() }),
    ]
}

/// Twenty-five people known for a month, all late.
fn portfolio(store: &std::path::Path) {
    let last_month = Clock::System.millis() - 30 * 24 * 3_600_000;
    let setup = Setup {
        store: Some(store.to_owned()),
        holder: Holder::default(),
        author: "Sandrine".into(),
        clock: Clock::Still(last_month),
        reading: None,
        playbook: Playbook::shipped(),
        serves: None,
    };
    let mut desk = Desk::open(setup, Box::new(|| {})).unwrap().0;
    let mut act = desk.begin("reprise", 25);
    for n in 0..25 {
        desk.add(&mut act, somebody(n), None).unwrap();
    }
    desk.finish(act).unwrap();
    desk.close().unwrap();
}

/// Presses keys one by one, each read on its own, and waits until so many are counted.
fn play(term: &mut Term, keys: &[&str], counted: usize) {
    keys.iter().for_each(|key| term.send(key));
    term.text(&format!("{counted} / {COUNTED} faits"));
}

/// Fills in the first line of what a key asks.
fn ask(term: &mut Term, key: &str, title: &str, words: &str) {
    term.send(key);
    term.text(title);
    term.send(words);
    term.text(words);
    term.send("\r");
}

#[test]
fn a_whole_morning_takes_three_keys_a_person_at_most_and_ends() {
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("data");
    portfolio(&store);
    let args = ["--store", store.to_str().unwrap(), "--as", "Sandrine", "--lang", "fr"];
    let mut term = Term::at(home, (120, 36), &args, &[]);
    term.text("0 / 25 faits");
    ask(&mut term, "t", "Transmettre", "Karim");
    term.text("personne ne s'appelle");
    term.send("\r");
    term.text(&format!("0 / {COUNTED} faits"));
    for (at, (_, keys)) in TRIAGE.iter().chain(&SELDOM).enumerate() {
        play(&mut term, keys, at + 1);
    }
    ask(&mut term, "s", "Réclamation", "porte rayée");
    term.text("!! ");
    play(&mut term, &["a", "j", "\r"], COUNTED - 1);
    play(&mut term, &["a", "j", "\r"], COUNTED);
    term.text("C'est fini pour aujourd'hui : 21 faites, 3 reportées.");
    // Who did not answer is tried again on the next working day.
    term.text(" : 4.");
    term.send("u");
    term.text(&format!("{} / {COUNTED} faits", COUNTED - 1));
    play(&mut term, &["a", "j", "\r"], COUNTED);
    assert!(TRIAGE.iter().all(|(_, keys)| keys.len() <= 3), "the common ways take three keys at most");
    term.send("\x11");
    assert_eq!(term.exit(), 0);
}
