//! DOMAIN §6: the list of the day. Who is on it, in which order, and when it ends.

use vigie::sales::{
    columns::Columns,
    entity::{Entity, Kind},
    fact::{
        Bought, Channel, Complained, Direction, Exchanged, Lost, Outcome, Promised, Proof, QuoteState, Quoted, Role,
        Set, Statement, Target, Value,
    },
    moment::{Day, Hour, Moment},
    money::Money,
    playbook::Playbook,
    spread::Glut,
    today::Today,
};

use crate::world::{World, contact, day, deal, link, set, take_back};

/// Monday, 23 November 2026.
const MONDAY: &str = "2026-11-23";

fn person(world: &mut World, n: u128) -> Entity {
    let (who, what) = (contact(n), deal(n));
    world.tell(vec![set(who, "contact.family_name", &format!("Martin {n}")), link(what, Role::Party, who)]);
    what
}

fn promised(about: Entity, due: impl Into<Moment>) -> Statement {
    Statement::Promised(Promised { about, due: Some(due.into()), what: "rappeler".into() })
}

fn called(n: u128, on: &str, outcome: Outcome) -> Statement {
    Statement::Exchanged(Exchanged {
        about: contact(n),
        deal: Some(deal(n)),
        channel: Channel::Call,
        direction: Direction::Ours,
        outcome: Some(outcome),
        note: String::new(),
        when: Moment { day: day(on), hour: Hour::of(10, 0) },
    })
}

fn amount(about: Entity, euros: i64) -> Statement {
    Statement::Set(Set { about, field: "deal.amount".into(), value: Value::Money(Money::ht(euros * 100)) })
}

struct Read {
    today: Today,
    names: Vec<u128>,
}

/// The list of a day, and whose deals stand on it.
fn read(world: &World, on: Day) -> Read {
    let book = world.book();
    let columns = Columns::build(&book, &Playbook::shipped(), on);
    let today = Today::of(&columns, &|_| true);
    let numbers = today.rows().filter_map(|row| columns.row(row)).map(|card| card.deal.id.0 & 0xffff).collect();
    Read { today, names: numbers }
}

#[test]
fn what_is_due_stands_on_it_and_what_is_not_does_not() {
    let mut world = World::default();
    for (n, due) in [(1, "2026-11-20"), (2, MONDAY), (3, "2026-11-24")] {
        let deal = person(&mut world, n);
        world.tell(vec![promised(deal, day(due))]);
    }
    let read = read(&world, day(MONDAY));
    assert_eq!(read.names.len(), 2);
    assert!(!read.names.contains(&3));
    assert_eq!((read.today.tally.late, read.today.tally.tomorrow), (1, 1));
}

#[test]
fn a_fixed_hour_has_its_own_block_in_the_order_of_hours() {
    let mut world = World::default();
    for (n, hour) in [(1, Hour::of(16, 30)), (2, None), (3, Hour::of(9, 0))] {
        let deal = person(&mut world, n);
        world.tell(vec![amount(deal, 100_000), promised(deal, Moment { day: day(MONDAY), hour })]);
    }
    let read = read(&world, day(MONDAY));
    assert_eq!(read.names, [3, 1, 2]);
    assert_eq!((read.today.fixed.len(), read.today.ranked.len()), (2, 1));
    assert_eq!(read.today.at(2), read.today.rows().nth(2));
    assert_eq!(read.today.at(3), None);
}

#[test]
fn a_complaint_stands_on_top_even_where_nothing_is_due() {
    let mut world = World::default();
    let first = person(&mut world, 1);
    world.tell(vec![amount(first, 1_000_000), promised(first, day("2026-11-01"))]);
    person(&mut world, 2);
    let complaint = Complained { about: contact(2), text: "porte rayée".into(), open: true, on: day("2026-11-20") };
    world.tell(vec![Statement::Complained(complaint)]);
    assert_eq!(read(&world, day(MONDAY)).names, [2, 1]);
    world.tell(vec![called(2, MONDAY, Outcome::Reached)]);
    assert_eq!(read(&world, day(MONDAY)).names, [1], "handled for today");
    assert_eq!(read(&world, day("2026-11-24")).names, [2, 1], "and back while it is open");
}

#[test]
fn the_list_ends_and_counts_what_was_done_and_what_was_put_off() {
    let mut world = World::default();
    for n in 1..=3 {
        let deal = person(&mut world, n);
        world.tell(vec![promised(deal, day("2026-11-20"))]);
    }
    world.tell(vec![called(1, MONDAY, Outcome::Reached), promised(deal(1), day("2026-11-30"))]);
    let mut later = world.tell(vec![promised(deal(2), day("2026-11-24"))]);
    later.day = day(MONDAY);
    *world.0.last_mut().unwrap() = later;
    let read = read(&world, day(MONDAY));
    assert_eq!(read.names, [3]);
    let tally = read.today.tally;
    assert_eq!((tally.done, tally.postponed, tally.tomorrow), (1, 1, 1));
    assert_eq!(tally.progress(read.today.len()), (2, 3));
}

#[test]
fn nobody_answered_comes_back_the_next_working_day() {
    let mut world = World::default();
    person(&mut world, 1);
    world.tell(vec![called(1, MONDAY, Outcome::NoAnswer)]);
    assert!(read(&world, day(MONDAY)).names.is_empty());
    assert_eq!(read(&world, day("2026-11-24")).names, [1]);
}

#[test]
fn a_step_is_behind_us_once_we_spoke_whatever_came_of_it_and_comes_back_when_that_is_taken_back() {
    let mut world = World::default();
    let deal = person(&mut world, 1);
    world.tell(vec![promised(deal, day("2026-11-20"))]);
    let call = world.tell(vec![called(1, MONDAY, Outcome::NoAnswer)]);
    assert!(read(&world, day(MONDAY)).names.is_empty());
    assert_eq!(read(&world, day("2026-11-24")).names, [1], "tried again the next working day");
    world.tell(vec![take_back(Target::Act(call.act))]);
    assert_eq!(read(&world, day(MONDAY)).names, [1]);
}

#[test]
fn a_mail_before_the_hour_that_was_fixed_leaves_the_appointment_standing() {
    let mut world = World::default();
    let deal = person(&mut world, 1);
    world.tell(vec![promised(deal, Moment { day: day(MONDAY), hour: Hour::of(14, 0) })]);
    let Statement::Exchanged(call) = called(1, MONDAY, Outcome::Reached) else { unreachable!() };
    world.tell(vec![Statement::Exchanged(Exchanged { channel: Channel::Mail, outcome: None, ..call.clone() })]);
    assert_eq!(read(&world, day(MONDAY)).names, [1], "a mail at 10 h");
    world.tell(vec![Statement::Exchanged(call)]);
    assert!(read(&world, day(MONDAY)).names.is_empty(), "a call at 10 h");
}

#[test]
fn a_quote_sent_is_the_work_of_the_day_and_gets_the_time_to_be_read() {
    let mut world = World::default();
    let deal = person(&mut world, 1);
    world.tell(vec![called(1, "2026-10-05", Outcome::Reached), promised(deal, day("2026-11-20"))]);
    assert_eq!(read(&world, day(MONDAY)).names, [1]);
    let quoted = |state| {
        Statement::Quoted(Quoted {
            deal,
            number: String::new(),
            amount: None,
            state,
            on: day(MONDAY),
            valid_until: None,
        })
    };
    world.tell(vec![quoted(QuoteState::Sent)]);
    let sent = read(&world, day(MONDAY));
    assert_eq!((sent.names.len(), sent.today.tally.done), (0, 1));
    assert!(read(&world, day("2026-11-24")).names.is_empty());
}

#[test]
fn a_deal_that_is_closed_takes_what_was_due_for_it_along() {
    let mut world = World::default();
    for n in 1..=2 {
        let deal = person(&mut world, n);
        world.tell(vec![promised(deal, day("2026-11-20"))]);
    }
    let (reason, detail) = ("price".into(), String::new());
    let mut lost = world.tell(vec![Statement::Lost(Lost { deal: deal(1), reason, detail, on: day(MONDAY) })]);
    lost.day = day(MONDAY);
    *world.0.last_mut().unwrap() = lost;
    let bought = Bought { deal: deal(2), amount: Money::ht(10_000), proof: Some(Proof::Order), on: day(MONDAY) };
    world.tell(vec![Statement::Bought(bought)]);
    let read = read(&world, day(MONDAY));
    assert!(read.names.is_empty());
    assert_eq!(read.today.tally.done, 2);
}

#[test]
fn a_call_of_theirs_is_the_work_of_the_day_too_and_a_mail_of_theirs_is_not() {
    let mut world = World::default();
    person(&mut world, 1);
    world.tell(vec![called(1, "2026-10-05", Outcome::Reached)]);
    let Statement::Exchanged(call) = called(1, MONDAY, Outcome::Reached) else { unreachable!() };
    let theirs = Exchanged { direction: Direction::Theirs, ..call };
    world.tell(vec![Statement::Exchanged(Exchanged { channel: Channel::Mail, outcome: None, ..theirs.clone() })]);
    assert_eq!(read(&world, day(MONDAY)).today.tally.done, 0);
    world.tell(vec![Statement::Exchanged(theirs)]);
    assert_eq!(read(&world, day(MONDAY)).today.tally.done, 1);
}

#[test]
fn what_came_in_today_was_nobodys_work_of_the_day() {
    let mut world = World::default();
    let deal = person(&mut world, 1);
    let born = day("2026-11-22");
    world.tell(vec![called(1, "2026-11-22", Outcome::Reached), promised(deal, day("2026-11-30"))]);
    let tally = read(&world, born).today.tally;
    assert_eq!((tally.done, tally.postponed), (0, 0));
}

#[test]
fn a_client_whose_deals_are_all_signed_is_followed_once_by_the_last_of_them() {
    let mut world = World::default();
    let first = person(&mut world, 1);
    let second = deal(2);
    world.tell(vec![link(second, Role::Party, contact(1))]);
    for (deal, on) in [(first, "2026-03-02"), (second, "2026-05-04")] {
        let (amount, proof) = (Money::ht(100_000), Some(Proof::Order));
        world.tell(vec![Statement::Bought(Bought { deal, amount, proof, on: day(on) })]);
    }
    world.tell(vec![called(1, "2026-06-01", Outcome::Reached)]);
    assert!(read(&world, day("2026-08-28")).names.is_empty(), "89 days later");
    assert_eq!(read(&world, day("2026-08-31")).names, [2], "90 days later, on a Monday");
    let third = deal(3);
    world.tell(vec![link(third, Role::Party, contact(1)), promised(third, day("2026-12-24"))]);
    assert!(read(&world, day("2026-08-31")).names.is_empty(), "an open deal speaks for its party");
}

#[test]
fn only_rows_looked_at_count() {
    let mut world = World::default();
    for n in 1..=2 {
        let deal = person(&mut world, n);
        world.tell(vec![promised(deal, day("2026-11-20"))]);
    }
    let book = world.book();
    let columns = Columns::build(&book, &Playbook::shipped(), day(MONDAY));
    let kept = Entity::known(Kind::Deal, deal(2).id);
    let mine = |row: u32| columns.row(row).is_some_and(|card| card.deal == kept);
    let today = Today::of(&columns, &mine);
    assert_eq!((today.len(), today.tally.late), (1, 1));
}

#[test]
fn a_day_too_full_is_spread_over_working_days_as_far_as_they_have_room() {
    let friday = day("2026-11-27");
    let mut world = World::default();
    for n in 1..=6 {
        let deal = person(&mut world, n);
        world.tell(vec![amount(deal, 1_000 * i64::try_from(n).unwrap()), promised(deal, day("2026-11-20"))]);
    }
    let fixed = person(&mut world, 7);
    world.tell(vec![promised(fixed, Moment { day: friday, hour: Hour::of(14, 0) })]);
    let ahead = person(&mut world, 8);
    world.tell(vec![promised(ahead, day("2026-11-30"))]);
    person(&mut world, 9);
    let complaint = Complained { about: contact(9), text: "rayé".into(), open: true, on: day("2026-11-20") };
    world.tell(vec![Statement::Complained(complaint)]);
    let book = world.book();
    let columns = Columns::build(&book, &Playbook::shipped(), friday);
    let list = Today::of(&columns, &|_| true);
    let spread = Glut::of(&columns, &list, &|_| true).spread(3);
    let numbers = |deals: &[Entity]| deals.iter().map(|deal| deal.id.0 & 0xffff).collect::<Vec<_>>();
    assert_eq!(numbers(&spread.stays), [7, 9, 6], "the appointment, the complaint, then by priority");
    let moved: Vec<(u128, String)> =
        spread.moved.iter().map(|(deal, on)| (deal.id.0 & 0xffff, on.to_string())).collect();
    let on = |n, text: &str| (n, text.to_owned());
    let wanted = [(5, "2026-11-30"), (4, "2026-11-30"), (3, "2026-12-01"), (2, "2026-12-01"), (1, "2026-12-01")];
    assert_eq!(moved, wanted.map(|(n, text)| on(n, text)));
    assert_eq!(spread.days, [(day("2026-11-30"), 3), (day("2026-12-01"), 3)]);
    assert!(Glut::of(&columns, &list, &|_| true).spread(8).moved.is_empty());
}
