//! One statement of a fact corrected, taken back, moved: the others stand, and one undo brings everything back.

use vigie::sales::{
    book::{Book, Records},
    contact::Activity,
    correction::{self, Entry},
    entity::Entity,
    fact::{Channel, Direction, Exchanged, Role, Set, Statement, Target, Value},
    moment::Moment,
    money::Money,
};

use super::world::{World, company, contact, day, deal, link, set, take_back};

fn call(about: Entity, of: Option<Entity>, note: &str) -> Statement {
    let when = Moment { day: day("2026-11-20"), hour: None };
    let (channel, direction) = (Channel::Call, Direction::Ours);
    Statement::Exchanged(Exchanged { about, deal: of, channel, direction, outcome: None, note: note.into(), when })
}

fn amount(cents: i64) -> Statement {
    Statement::Set(Set { about: deal(1), field: "deal.amount".into(), value: Value::Money(Money::ht(cents)) })
}

/// A person with a deal; a call noted together with an amount; the amount changed later.
fn world() -> World {
    let mut world = World::default();
    world.tell(vec![set(contact(1), "contact.family_name", "Lefèvre"), link(deal(1), Role::Party, contact(1))]);
    world.tell(vec![call(contact(1), Some(deal(1)), "rapelle jeudi"), amount(800_000)]);
    world.tell(vec![amount(900_000)]);
    world
}

fn activities(book: &Book, of: Entity) -> Vec<Activity> {
    book.contact(of).map(|contact| contact.dealings.activities).unwrap_or_default()
}

fn noted(book: &Book) -> Entry {
    Entry::Exchange(contact(1), activities(book, contact(1)).remove(0))
}

#[test]
fn a_correction_leaves_the_rest_of_the_fact_in_its_place() {
    let mut world = world();
    let mut book = world.book();
    let places = noted(&book).places(&world.0, book.ledger(), &book);
    assert_eq!(places.len(), 1);
    let said = correction::instead(&places, vec![call(contact(1), Some(deal(1)), "rappelle jeudi")]);
    let fact = world.tell(said);
    book.learn(&fact, &mut world).unwrap();
    let notes: Vec<String> = activities(&book, contact(1)).into_iter().map(|activity| activity.note).collect();
    assert_eq!(notes, ["rappelle jeudi"]);
    assert_eq!(book.deal(deal(1)).unwrap().amount(), Some(Money::ht(900_000)), "the later amount stays the last");
    let undone = world.tell(vec![take_back(Target::Act(fact.act))]);
    book.learn(&undone, &mut world).unwrap();
    assert_eq!(activities(&book, contact(1)).remove(0).note, "rapelle jeudi");
    let redone = world.tell(vec![take_back(Target::Act(undone.act))]);
    book.learn(&redone, &mut world).unwrap();
    assert_eq!(activities(&book, contact(1)).remove(0).note, "rappelle jeudi");
}

#[test]
fn whatever_the_order_the_book_ends_the_same() {
    let mut world = world();
    let book = world.book();
    let places = noted(&book).places(&world.0, book.ledger(), &book);
    let corrected = world.tell(correction::instead(&places, vec![call(contact(1), None, "autre")]));
    world.tell(vec![take_back(Target::Act(corrected.act))]);
    let told = activities(&world.book(), contact(1));
    for turn in 0..world.0.len() {
        let mut facts = world.0.clone();
        facts.rotate_left(turn);
        let mut book = Book::default();
        let mut known = World::default();
        for fact in facts {
            known.0.push(fact.clone());
            book.learn(&fact, &mut known).unwrap();
        }
        assert_eq!(activities(&book, contact(1)), told, "from {turn}");
    }
}

#[test]
fn a_deal_deleted_leaves_its_calls_with_the_person() {
    let mut world = world();
    let mut book = world.book();
    let fact = world.tell(correction::deletion(&[deal(1)], &world.0.clone(), book.ledger(), &book));
    book.learn(&fact, &mut world).unwrap();
    assert_eq!(book.deal(deal(1)), None);
    let left = activities(&book, contact(1));
    assert_eq!((left.len(), left[0].deal), (1, None));
    let undone = world.tell(vec![take_back(Target::Act(fact.act))]);
    book.learn(&undone, &mut world).unwrap();
    assert_eq!(book.deal(deal(1)).unwrap().amount(), Some(Money::ht(900_000)));
    assert_eq!(activities(&book, contact(1))[0].deal, Some(deal(1)));
}

#[test]
fn a_person_deleted_leaves_the_company() {
    let mut world = world();
    world.tell(vec![set(company(1), "company.name", "Menuiserie"), link(contact(1), Role::WorksFor, company(1))]);
    let mut book = world.book();
    let fact = world.tell(correction::deletion(&[contact(1), deal(1)], &world.0.clone(), book.ledger(), &book));
    book.learn(&fact, &mut world).unwrap();
    assert_eq!((book.contact(contact(1)), book.deal(deal(1))), (None, None));
    assert_eq!(book.company(company(1)).unwrap().people, []);
    assert_eq!(world.book().company(company(1)).unwrap().people, [], "the same read anew");
}
