//! Enrolment by rule: who matches is proposed once, with the deal that leads; never whom a sequence would not or must not
//! follow.

use vigie::sales::{
    book::Book,
    candidate::Candidates,
    columns::Columns,
    entity::Entity,
    fact::{
        Approach, Bought, Channel, Complained, Direction, Enrolled, Exchanged, Permission, Permitted, Role, Set,
        Statement, Value,
    },
    moment::Moment,
    money::Money,
    playbook::Playbook,
};

use crate::world::{World, contact, day, deal, link, set};

const RULE: &str = "[[sequence]]\nkey = \"salon\"\nlabel = \"Salon\"\nfor = 'source:salon -étiquette:non'\n\
    step = [{ after = 1, channel = \"mail\" }, { after = 8, channel = \"mail\" }]\n";

fn settings() -> Playbook {
    Playbook::read(RULE).unwrap()
}

/// People met at a fair, each with a deal.
fn met(numbers: &[u128]) -> World {
    let mut world = World::default();
    for n in numbers {
        world.tell(vec![
            set(contact(*n), "contact.family_name", &format!("Martin {n}")),
            set(contact(*n), "contact.source", "fair"),
            link(deal(*n), Role::Party, contact(*n)),
        ]);
    }
    world
}

/// Whom the rule of the fair proposes.
fn proposed(world: &World) -> Vec<Entity> {
    named(&world.book(), "salon")
}

fn named(book: &Book, key: &str) -> Vec<Entity> {
    let playbook = settings();
    let columns = Columns::build(book, &playbook, day("2026-12-01"));
    let at = playbook.sequences().iter().position(|sequence| sequence.key == key).unwrap();
    Candidates::all(book, &columns, &playbook).of(at, &columns, &|_| true)
}

fn enrolled(n: u128, sequence: Option<&str>) -> Statement {
    let since = Moment::from(day("2026-11-20"));
    Statement::Enrolled(Enrolled { deal: deal(n), sequence: sequence.map(str::to_owned), since })
}

fn permitted(n: u128, approach: Option<Approach>) -> Statement {
    let (wording, origin, on) = (String::new(), String::new(), day("2026-11-21"));
    Statement::Permitted(Permitted {
        about: contact(n),
        approach,
        permission: Permission::Opposed,
        wording,
        origin,
        on,
    })
}

#[test]
fn who_matches_is_proposed_and_whoever_is_followed_was_followed_opposes_or_complains_is_not() {
    let mut world = met(&[1, 2, 3, 4, 5, 6, 7]);
    world.tell(vec![enrolled(2, Some("quote"))]);
    world.tell(vec![enrolled(3, Some("salon"))]);
    world.tell(vec![enrolled(3, None)]);
    world.tell(vec![permitted(4, Some(Approach::Mail))]);
    world.tell(vec![permitted(5, None)]);
    let complaint = Complained { about: contact(6), text: "retard".into(), open: true, on: day("2026-11-20") };
    world.tell(vec![Statement::Complained(complaint)]);
    let tags = Value::List(vec!["non".into()]);
    world.tell(vec![Statement::Set(Set { about: contact(7), field: "contact.tags".into(), value: tags })]);
    assert_eq!(proposed(&world), [deal(1)]);
}

#[test]
fn whoever_was_followed_by_another_that_ended_may_be_proposed() {
    let mut world = met(&[1]);
    world.tell(vec![enrolled(1, Some("welcome"))]);
    assert_eq!(proposed(&world), []);
    world.tell(vec![enrolled(1, None)]);
    assert_eq!(proposed(&world), [deal(1)]);
}

#[test]
fn a_person_is_proposed_once_with_the_deal_that_presses_most() {
    let mut world = met(&[1]);
    let amount = Value::Money(Money::ht(9_000_000));
    world.tell(vec![
        link(deal(11), Role::Party, contact(1)),
        Statement::Set(Set { about: deal(11), field: "deal.amount".into(), value: amount }),
    ]);
    assert_eq!(proposed(&world), [deal(11)]);
    world.tell(vec![enrolled(1, Some("welcome"))]);
    assert_eq!(proposed(&world), [], "nobody gets two series at once");
}

#[test]
fn a_past_client_is_proposed_to_be_won_back_as_the_shipped_rule_says() {
    let mut world = met(&[1, 2]);
    let bought =
        |n, on: &str| Statement::Bought(Bought { deal: deal(n), amount: Money::ht(100_000), proof: None, on: day(on) });
    world.tell(vec![bought(1, "2023-05-02")]);
    world.tell(vec![bought(2, "2026-05-02")]);
    assert_eq!(named(&world.book(), "reactivation"), [deal(1)]);
}

#[test]
fn what_is_followed_row_by_row_is_what_a_fresh_look_finds() {
    let playbook = settings();
    let mut world = met(&[1, 2, 3]);
    let mut book = world.book();
    let mut columns = Columns::build(&book, &playbook, day("2026-12-01"));
    let mut followed = Candidates::all(&book, &columns, &playbook);
    let mail = Exchanged {
        about: contact(2),
        deal: None,
        channel: Channel::Mail,
        direction: Direction::Ours,
        outcome: None,
        note: String::new(),
        when: Moment::from(day("2026-11-25")),
    };
    let steps = [
        vec![enrolled(1, Some("salon"))],
        vec![Statement::Exchanged(mail)],
        vec![permitted(3, Some(Approach::Mail))],
        vec![set(contact(4), "contact.source", "fair"), link(deal(4), Role::Party, contact(4))],
        vec![enrolled(1, None)],
    ];
    for said in steps {
        let fact = world.tell(said);
        let learnt = book.learn(&fact, &mut world).unwrap();
        columns.follow(&book, &playbook, &learnt);
        followed.follow(&book, &columns, &playbook);
        while followed.goes_on(&columns, &playbook) {
            followed.go_on(&book, &columns, &playbook);
        }
        let fresh = Candidates::all(&book, &columns, &playbook);
        assert_eq!(followed.count(&|_| true), fresh.count(&|_| true));
    }
    let at = playbook.sequences().len() - 1;
    let mut left = followed.of(at, &columns, &|_| true);
    left.sort();
    assert_eq!(left, [deal(2), deal(4)]);
}
