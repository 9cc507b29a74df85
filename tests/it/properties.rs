//! What must hold for every history: order does not matter, twice is once, taking back is as if never said.

use std::sync::Arc;

use proptest::prelude::*;
use vigie::sales::{
    book::{Book, Records},
    columns::Columns,
    company::Company,
    contact::Contact,
    deal::Deal,
    entity::{Entity, Kind},
    fact::{Answered, Apart, Bought, Fact, Merged, Moved, Role, Statement, Sure, Target},
    money::Money,
    pack::PackedBook,
    playbook::Playbook,
    query::{self, Glance, Seen},
    roster::{Column, Known, Roster},
    score,
    sieve::Wanted,
    stage,
    table::Shelf,
};

use crate::world::{World, company, contact, day, deal, link, set, take_back};

/// Queries, and whether a card alone always answers them.
const GLANCED: [(&str, bool); 9] = [
    ("", true),
    ("statut:prospect", true),
    ("score>=20", true),
    ("température>=tiède", true),
    ("étape>=prospect", true),
    ("montant>1000", true),
    ("responsable:marie", true),
    ("relance<=+30j", false),
    ("statut!=client cuisine", false),
];

/// Everybody in a table, read to its end.
fn table(known: &Known<'_>, wanted: Option<&Wanted>, column: &Column) -> Roster {
    let mut roster = Roster::default();
    roster.sift(wanted, known);
    roster.sort(column, column.falls(), known);
    roster.follow(known);
    read_on(roster, known)
}

fn read_on(mut roster: Roster, known: &Known<'_>) -> Roster {
    while roster.goes_on() {
        roster.go_on(known);
    }
    roster
}

/// Who shows, and what stands for each.
fn shown(roster: &Roster, known: &Known<'_>) -> Vec<(Entity, Entity)> {
    roster.shown().map(|entity| (entity, roster.subject(entity, known))).collect()
}

/// Everything a book says, in one value.
pub(super) type Reading = (Vec<Contact>, Vec<Company>, Vec<Deal>, Vec<(Entity, Entity)>);

/// Lists that grow in the order of learning are sorted: their order says nothing.
pub(super) fn reading(book: &Book) -> Reading {
    let mut contacts: Vec<Contact> = book.entities(Kind::Contact).filter_map(|entity| book.contact(entity)).collect();
    let mut companies: Vec<Company> = book.entities(Kind::Company).filter_map(|entity| book.company(entity)).collect();
    let mut deals: Vec<Deal> = book.entities(Kind::Deal).filter_map(|entity| book.deal(entity)).collect();
    contacts.iter_mut().for_each(|contact| contact.dealings.deals.sort_unstable());
    for company in &mut companies {
        company.people.sort_unstable();
        company.dealings.deals.sort_unstable();
    }
    contacts.sort_by_key(|contact| contact.entity);
    companies.sort_by_key(|company| company.entity);
    deals.sort_by_key(|deal| deal.entity);
    let mut apart: Vec<(Entity, Entity)> = book.apart().into_iter().collect();
    apart.sort_unstable();
    (contacts, companies, deals, apart)
}

/// The history holds what was learnt so far, as a store does.
fn learnt<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Book {
    let (mut book, mut world) = (Book::default(), World::default());
    for fact in facts {
        if !world.0.contains(fact) {
            world.0.push(fact.clone());
        }
        book.learn(fact, &mut world).unwrap();
    }
    book
}

/// One statement or a small bunch, about few things, so that they meet.
fn said() -> impl Strategy<Value = Vec<Statement>> {
    let who = || 0..3_u128;
    prop_oneof![
        (who(), "[a-c]{1,2}").prop_map(|(n, name)| vec![set(contact(n), "contact.family_name", &name)]),
        (who(), who())
            .prop_map(|(n, m)| vec![link(deal(n), Role::Party, contact(m)), set(deal(n), "deal.title", "cuisine")]),
        (who(), who()).prop_map(|(n, m)| vec![link(contact(n), Role::WorksFor, company(m))]),
        (who(), who()).prop_map(|(n, m)| vec![link(deal(n), Role::Party, company(m))]),
        who().prop_map(|n| vec![Statement::Moved(Moved {
            deal: deal(n),
            to: "quoted".into(),
            reason: None,
            on: day("2026-11-20")
        })]),
        who().prop_map(|n| vec![Statement::Bought(Bought {
            deal: deal(n),
            amount: Money::ht(840_000),
            proof: None,
            on: day("2026-11-21")
        })]),
        (who(), "[a-b]").prop_map(|(n, words)| vec![Statement::Answered(Answered {
            deal: deal(n),
            criterion: "need".into(),
            stands_for: "need".into(),
            sure: Sure::Confirmed,
            words,
            by: None,
            on: day("2026-11-21")
        })]),
        (who(), who()).prop_map(|(n, m)| vec![Statement::Merged(Merged { from: contact(n), into: contact(m) })]),
        (who(), who()).prop_map(|(n, m)| vec![Statement::Apart(Apart { one: contact(n), other: contact(m) })]),
    ]
}

/// A history where some acts are taken back, and some of those again.
pub(super) fn history() -> impl Strategy<Value = World> {
    prop::collection::vec((said(), any::<bool>(), any::<prop::sample::Index>()), 1..14).prop_map(|told| {
        let mut world = World::default();
        for (statements, undo, which) in told {
            world.tell(statements);
            if undo {
                let target = Target::Act(which.get(&world.0).act);
                world.tell(vec![take_back(target)]);
            }
        }
        world
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn learning_one_by_one_is_reading_it_all(world in history()) {
        let book = learnt(&world.0);
        prop_assert_eq!(reading(&book), reading(&world.book()));
    }

    #[test]
    fn any_order_is_the_same_book(world in history(), seed in any::<u64>()) {
        let mut shuffled = world.0.clone();
        shuffled.sort_by_key(|fact| fact.id.seq.wrapping_mul(seed | 1));
        prop_assert_eq!(reading(&learnt(&shuffled)), reading(&world.book()));
    }

    #[test]
    fn twice_is_once(world in history()) {
        let twice = learnt(world.0.iter().flat_map(|fact| [fact, fact]));
        prop_assert_eq!(reading(&twice), reading(&world.book()));
    }

    #[test]
    fn taking_back_is_as_if_never_said_and_redo_is_before(mut world in history(), more in said()) {
        let before = reading(&world.book());
        let mut book = learnt(&world.0);
        let said = world.tell(more);
        book.learn(&said, &mut world).unwrap();
        let after = reading(&book);
        let undo = world.tell(vec![take_back(Target::Act(said.act))]);
        book.learn(&undo, &mut world).unwrap();
        prop_assert_eq!(reading(&book), before);
        let redo = world.tell(vec![take_back(Target::Act(undo.act))]);
        book.learn(&redo, &mut world).unwrap();
        prop_assert_eq!(reading(&book), after);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn acts_taken_back_in_any_order_were_never_done(
        mut world in history(),
        which in prop::collection::vec(any::<prop::sample::Index>(), 0..5),
    ) {
        let live = |world: &World, fact: &Fact| world.book().ledger().lives(fact.id, fact.act);
        let mut acts = Vec::new();
        for index in which {
            let fact = index.get(&world.0).clone();
            let undoes = fact.statements.iter().any(|said| matches!(said, Statement::Retracted(_)));
            if !undoes && live(&world, &fact) && !acts.contains(&fact.act) {
                acts.push(fact.act);
            }
        }
        let mut never = world.clone();
        never.0.retain(|fact| !acts.contains(&fact.act));
        let mut book = learnt(&world.0);
        for act in acts {
            let undo = world.tell(vec![take_back(Target::Act(act))]);
            book.learn(&undo, &mut world).unwrap();
        }
        prop_assert_eq!(reading(&book), reading(&never.book()));
        prop_assert_eq!(reading(&world.book()), reading(&never.book()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn columns_that_follow_are_columns_read_anew(world in history()) {
        let (playbook, today) = (Playbook::shipped(), day("2026-11-22"));
        let (mut book, mut told) = (Book::default(), World::default());
        let mut columns = Columns::build(&book, &playbook, today);
        for fact in &world.0 {
            told.0.push(fact.clone());
            let learnt = book.learn(fact, &mut told).unwrap();
            columns.follow(&book, &playbook, &learnt);
        }
        prop_assert_eq!(&columns, &Columns::build(&book, &playbook, today));
        for deal in book.entities(Kind::Deal) {
            let case = book.case(deal).unwrap();
            let card = columns.card(&book, deal).unwrap();
            prop_assert_eq!(card.score, score::of(&case.as_case(), &playbook, today).total);
            prop_assert_eq!(usize::from(card.stage), stage::of(&case.deal, &playbook));
            let place = columns.place(&book, deal).unwrap();
            prop_assert_eq!(columns.at(place.0, place.1).unwrap().deal, deal);
        }
    }

    #[test]
    fn a_table_that_follows_is_a_table_read_anew_however_it_came_there(
        world in history(),
        queries in prop::collection::vec(prop::sample::select(vec!["", "a", "ab", "statut:prospect", "étape>=prospect b", "-a"]), 1..4),
        columns in prop::collection::vec(prop::sample::select(Column::all(&Playbook::shipped())), 1..4),
    ) {
        let (playbook, today) = (Playbook::shipped(), day("2026-11-22"));
        let wanted = |text: &str| Wanted::Query(query::parse(text, &playbook).unwrap());
        let (mut book, mut told, mut roster) = (Book::default(), World::default(), Roster::default());
        let mut cards = Columns::build(&book, &playbook, today);
        for (n, fact) in world.0.iter().enumerate() {
            told.0.push(fact.clone());
            let learnt = book.learn(fact, &mut told).unwrap();
            cards.follow(&book, &playbook, &learnt);
            let known = Known { book: &book, columns: &cards, playbook: &playbook };
            let column = &columns[n % columns.len()];
            roster.sift(Some(&wanted(queries[n % queries.len()])), &known);
            roster.sort(column, column.falls(), &known);
            roster.follow(&known);
            roster = read_on(roster, &known);
        }
        let known = Known { book: &book, columns: &cards, playbook: &playbook };
        for text in queries {
            roster.sift(Some(&wanted(text)), &known);
            roster = read_on(roster, &known);
            let anew = table(&known, Some(&wanted(text)), &Column::Name);
            let (mut before, mut after) = (shown(&roster, &known), shown(&anew, &known));
            before.sort_unstable();
            after.sort_unstable();
            prop_assert_eq!(before, after, "{}", text);
            for (line, entity) in roster.shown().enumerate() {
                prop_assert_eq!(roster.line(entity), Some(line));
            }
        }
    }

    #[test]
    fn what_a_card_tells_of_a_query_is_what_its_records_say(world in history()) {
        let (playbook, today) = (Playbook::shipped(), day("2026-11-22"));
        let book = world.book();
        let columns = Columns::build(&book, &playbook, today);
        for (row, card) in columns.cards() {
            let case = book.case(card.deal).unwrap();
            let glance = Glance { card: &card, owner: columns.owners().of(row as usize), day: today };
            let seen = Seen {
                status: Some(card.status),
                score: Some(card.score),
                temperature: Some(card.temperature),
                due: card.due,
                ..Seen::bare(case.as_case(), &playbook, today)
            };
            for (text, always) in GLANCED {
                let query = query::parse(text, &playbook).unwrap();
                let told = glance.holds(&query);
                prop_assert!(told.is_none_or(|told| told == query::holds(&query, &seen)), "{}", text);
                prop_assert!(told.is_some() || !always, "{}", text);
            }
        }
    }

    #[test]
    fn a_packed_book_and_its_columns_read_the_same(world in history()) {
        let (playbook, today) = (Playbook::shipped(), day("2026-11-22"));
        let book = world.book();
        let columns = Columns::build(&book, &playbook, today);
        let PackedBook { head, tables, deals } = book.pack().unwrap();
        let bytes = || columns.pack(&playbook, &deals);
        let tables = tables.map(|table| (table.index, Arc::new(table.rows) as Arc<dyn Shelf>));
        let back = Book::unpack(&head, tables).unwrap();
        prop_assert_eq!(reading(&back), reading(&book));
        let again = Columns::unpack(bytes(), &back, &playbook, today).unwrap();
        for deal in book.entities(Kind::Deal) {
            prop_assert_eq!(again.card(&back, deal), columns.card(&book, deal));
        }
        prop_assert!(Columns::unpack(bytes(), &back, &playbook, today.plus(1)).is_none());
    }
}
