//! Benchmarks of the figures promised: 100,000 contacts with a company, a deal, four exchanges and two answers each.
//! Run with `cargo bench`; `VIGIE_BENCH_SIZE` changes the size. Wall-clock figures of one machine, never asserted.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods)]

use std::{
    fs::File,
    hint::black_box,
    io::Write,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use divan::Bencher;
use vigie::{
    desk::{Clock, Desk, Setup},
    log::Holder,
    sales::{
        book::Records,
        columns::Columns,
        entity::{Entity, Kind},
        fact::{Answered, Channel, Direction, Exchanged, Linked, Promised, Role, Set, Statement, Sure, Value},
        moment::{Day, Moment},
        money::Money,
        playbook::{Dial, Playbook},
        query,
        register::Register,
        score,
        sieve::{Sieve, Wanted},
        today::Today,
        trial::Trial,
    },
};

fn main() {
    divan::main();
}

/// 22 November 2026, 9 h in Paris.
const NOW: i64 = 1_795_334_400_000;

fn size() -> usize {
    std::env::var("VIGIE_BENCH_SIZE").ok().and_then(|size| size.parse().ok()).unwrap_or(100_000)
}

fn today() -> Day {
    Clock::Still(NOW).local().0
}

fn open(store: &Path) -> Desk {
    let setup = Setup {
        store: Some(store.to_owned()),
        holder: Holder::default(),
        author: "Sandrine".into(),
        clock: Clock::Still(NOW),
        reading: None,
        playbook: Playbook::shipped(),
        serves: None,
    };
    Desk::open(setup, Box::new(|| {})).unwrap().0
}

const NAMES: [&str; 12] = [
    "Lefèvre", "Martin", "Dupont", "Moreau", "Le Goff", "Benali", "Nguyen", "Petit", "Garnier", "Élie", "Œuvrard",
    "Roux",
];
const TOWNS: [&str; 6] = ["Nantes", "Rennes", "Lyon", "Bourg-en-Bresse", "Saint-Étienne", "Lille"];

fn text(about: Entity, field: &str, text: String) -> Statement {
    Statement::Set(Set { about, field: field.into(), value: Value::Text(text) })
}

/// What one row of a believable file says.
fn row(n: usize) -> Vec<Statement> {
    let (person, firm, deal) =
        (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Company, 0), Entity::fresh(Kind::Deal, 0));
    let name = NAMES[n % NAMES.len()];
    let cents = 50_000 + (n as i64 * 7_919) % 5_000_000;
    let mut said = vec![
        text(person, "contact.given_name", format!("Marie{}", n % 977)),
        text(person, "contact.family_name", name.to_owned()),
        text(person, "contact.mobile", format!("+336399800{:02}", n % 100)),
        text(person, "contact.email", format!("marie{n}@exemple.example")),
        text(person, "contact.job", "Gérante".to_owned()),
        text(firm, "company.name", format!("Menuiserie {name} {n}")),
        text(firm, "company.sector", "Bâtiment".to_owned()),
        text(firm, "company.town", TOWNS[n % TOWNS.len()].to_owned()),
        Statement::Linked(Linked { from: person, to: firm, role: Role::WorksFor, tied: true }),
        text(deal, "deal.title", "Cuisine sur mesure".to_owned()),
        Statement::Set(Set { about: deal, field: "deal.amount".into(), value: Value::Money(Money::ht(cents)) }),
        Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true }),
    ];
    for (at, channel) in [Channel::Call, Channel::Mail, Channel::QuoteRequest, Channel::Meeting].into_iter().enumerate()
    {
        let direction = if at % 2 == 0 { Direction::Theirs } else { Direction::Ours };
        let when = Moment::from(today().plus(-((n as i32 * 13 + at as i32 * 29) % 300)));
        let note = "rappeler après les congés".to_owned();
        said.push(Statement::Exchanged(Exchanged {
            about: person,
            deal: Some(deal),
            channel,
            direction,
            outcome: None,
            note,
            when,
        }));
    }
    for criterion in ["need", "budget"].into_iter().take(n % 3) {
        let (key, words) = (criterion.to_owned(), "8–9 k€, plan déjà pris".to_owned());
        let sure = if n.is_multiple_of(2) { Sure::Confirmed } else { Sure::Assumed };
        said.push(Statement::Answered(Answered {
            deal,
            criterion: key.clone(),
            stands_for: key,
            sure,
            words,
            by: None,
            on: today(),
        }));
    }
    if n.is_multiple_of(4) {
        let due = Some(Moment::from(today().plus((n % 40) as i32 - 10)));
        said.push(Statement::Promised(Promised { about: deal, due, what: "rappeler".into() }));
    }
    said
}

/// A store of so many rows with its snapshot, made once a run.
static STORE: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("vigie-bench-{}-{}", size(), std::process::id()));
    let mut desk = open(&folder);
    let mut long = desk.begin("banc", size() as u64);
    for n in 0..size() {
        desk.add(&mut long, row(n), None).unwrap();
        desk.next_row(&mut long);
    }
    desk.finish(long).unwrap();
    black_box(desk.columns());
    desk.remember();
    desk.close().unwrap();
    folder
});

/// The store opened, the board read, the dossier of the first card decoded: what the first screen needs.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn start_to_first_board(bencher: Bencher) {
    let store = STORE.clone();
    bencher.bench_local(|| {
        let desk = open(&store);
        let first = desk.columns().at(0, 0).map(|card| card.deal);
        black_box(first.and_then(|deal| desk.book().case(deal)));
        desk
    });
}

/// The box's index woken from the snapshot.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn everything_searchable(bencher: Bencher) {
    let desk = open(&STORE);
    drop(desk);
    bencher.with_inputs(|| open(&STORE)).bench_local_values(|desk| {
        black_box(desk.finder().borrow().len());
        desk
    });
}

/// A new day: every card read anew.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_new_day(bencher: Bencher) {
    let desk = open(&STORE);
    bencher.bench_local(|| Columns::build(desk.book(), desk.playbook(), today()));
}

/// What the columns show narrowed by a query: one that the cards answer, and one that needs the records.
#[divan::bench(args = ["score>=40 relance<=+7j", "cuisine"], sample_count = 5, sample_size = 1)]
fn a_filter_settled(bencher: Bencher, query: &str) {
    let desk = open(&STORE);
    let (book, columns, playbook) = (desk.book(), desk.columns(), desk.playbook());
    let query = query::parse(query, playbook).unwrap();
    bencher.bench_local(|| {
        let mut sieve = Sieve::new(Wanted::Query(query.clone()));
        sieve.follow(book, columns, playbook);
        while sieve.goes_on(columns) {
            sieve.go_on(book, columns, playbook);
        }
        sieve
    });
}

/// The list of the day, from the columns.
#[divan::bench]
fn the_list_of_the_day(bencher: Bencher) {
    let desk = open(&STORE);
    bencher.bench_local(|| Today::of(desk.columns(), &|_| true));
}

/// One answer changed: folded, scored, placed, totals; no disk.
#[divan::bench(sample_count = 50)]
fn one_field_changed(bencher: Bencher) {
    let desk = open(&STORE);
    let (book, playbook) = (desk.book().clone(), Playbook::shipped());
    let columns = desk.columns().clone();
    let deal = columns.at(0, 1000).or(columns.at(0, 0)).unwrap().deal;
    let said =
        Statement::Set(Set { about: deal, field: "deal.amount".into(), value: Value::Money(Money::ht(123_400)) });
    let speaker = desk.said();
    bencher.bench_local(|| {
        let preview = book.preview(std::slice::from_ref(&said), speaker);
        let case = preview.case(deal).unwrap();
        let total = score::total_of(&case.as_case(), &playbook, today());
        black_box(vigie::sales::card::card(&preview, &case, total, &playbook, today()))
    });
}

/// The points of a rule changed: every score anew.
#[divan::bench(sample_count = 50)]
fn score_points_edited(bencher: Bencher) {
    let desk = open(&STORE);
    let columns = desk.columns().clone();
    let playbook = Playbook::shipped();
    bencher.bench_local(|| black_box(columns.rescored(&playbook)));
}

/// The settings on the screen: points turned, then a half-life, and what the whole portfolio makes of it.
#[divan::bench(args = [false, true])]
fn a_number_of_the_score_turned_on_the_screen(bencher: Bencher, half_life: bool) {
    let desk = open(&STORE);
    let (book, columns, playbook) = (desk.book(), desk.columns(), desk.playbook());
    let mut trial = Trial::new(book, columns, playbook);
    let mut tuning = playbook.tuning();
    let at = tuning.rules().iter().position(|rule| rule.key == "exchanges").unwrap();
    let mut turns = 0;
    bencher.bench_local(|| {
        turns += 1;
        let dial = if half_life { Dial::HalfLife(at) } else { Dial::Points(at) };
        tuning.turn(dial, 10 + turns % 400).unwrap();
        black_box(trial.of(&tuning, 64, (book, columns, playbook)));
    });
}

/// One letter typed in the box, settled.
#[divan::bench(args = ["d", "dup", "moreau lyon", "elie", "0639"], sample_count = 20)]
fn search_letter(bencher: Bencher, query: &str) {
    let desk = open(&STORE);
    let typed: Vec<String> =
        query.char_indices().map(|(at, letter)| query[..at + letter.len_utf8()].to_owned()).collect();
    let last = typed.len() - 1;
    bencher
        .with_inputs(|| {
            let mut finder = desk.finder().borrow_mut();
            typed[..last].iter().for_each(|before| drop(finder.search(before, 20)));
        })
        .bench_local_values(|()| black_box(desk.finder().borrow_mut().search(&typed[last], 20)));
}

/// One fact kept: journal line synced, learnt.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn record_to_saved(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path());
    bencher.bench_local(|| {
        desk.record_now(vec![text(Entity::fresh(Kind::Contact, 0), "contact.family_name", "Zoé".into())]).unwrap()
    });
}

/// The floor of it: the same bytes appended and synced.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn append_and_sync(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let mut file = File::create(folder.path().join("floor")).unwrap();
    let line = [b'x'; 330];
    bencher.bench_local(|| {
        file.write_all(&line).unwrap();
        file.sync_data().unwrap();
    });
}
