//! The acceptance scenarios of the daily triage, each named after its number: facts and a day in, readings out.

use vigie::sales::{
    agenda::{self, Because, Next},
    card,
    columns::Columns,
    entity::Kind,
    fact::{
        Answered, Bought, Channel, Direction, Exchanged, Linked, Moved, Proof, Qualified, QuoteState, Quoted, Role,
        Statement, Sure, Temperature,
    },
    moment::Moment,
    money::Money,
    playbook::Playbook,
    score,
    status::{self, Status},
    today::Today,
};

use super::world::{OTHER, World, ago, day, today, world};
use crate::world as facts;

fn status_of(world: &World) -> Status {
    status::of(&world.contact.dealings, &[&world.deal], &Playbook::shipped(), today())
}

fn score_of(world: &World) -> u8 {
    score::total_of(&world.case(), &Playbook::shipped(), today())
}

#[test]
fn s2_a_quote_request_a_webinar_and_a_white_paper_make_a_scored_lead_until_the_checklist_says_so() {
    let keen = world()
        .theirs(Channel::QuoteRequest, ago(2))
        .theirs(Channel::Webinar, ago(5))
        .theirs(Channel::Download, ago(9));
    assert_eq!(status_of(&keen), Status::Lead);
    assert!(score_of(&keen) > score_of(&world()), "but a scored one");
    let mut answered = keen;
    for criterion in ["need", "budget", "timing", "authority"] {
        answered = answered.answer(criterion, Sure::Confirmed, ago(1));
        assert_eq!(status_of(&answered), Status::Lead, "{criterion}: events and answers never promote by themselves");
    }
    assert_eq!(status_of(&answered.synthesis(None)), Status::Prospect);
}

/// Somebody who asked for a quote this week.
fn asks(world: &mut facts::World, n: u128, euros: i64) {
    let (who, what) = (facts::contact(n), facts::deal(n));
    let amount = vigie::sales::fact::Value::Money(Money::ht(euros * 100));
    let set = vigie::sales::fact::Set { about: what, field: "deal.amount".into(), value: amount };
    world.tell(vec![
        facts::set(who, "contact.family_name", &format!("Martin {n}")),
        facts::link(what, Role::Party, who),
        Statement::Set(set),
        Statement::Exchanged(Exchanged {
            about: who,
            deal: Some(what),
            channel: Channel::QuoteRequest,
            direction: Direction::Theirs,
            outcome: None,
            note: String::new(),
            when: Moment::from(day("2026-11-18")),
        }),
    ]);
}

fn answers(world: &mut facts::World, n: u128, criteria: &[&str]) {
    let said = criteria.iter().map(|criterion| {
        Statement::Answered(Answered {
            deal: facts::deal(n),
            criterion: (*criterion).into(),
            stands_for: (*criterion).into(),
            sure: Sure::Confirmed,
            words: "oui".into(),
            by: None,
            on: day("2026-11-19"),
        })
    });
    world.tell(said.collect());
}

#[test]
fn s3_of_ten_quote_requests_in_one_week_the_serious_ones_are_on_top() {
    let mut world = facts::World::default();
    (1..=10).for_each(|n| asks(&mut world, n, 5_000));
    for serious in [3, 6, 8, 10] {
        answers(&mut world, serious, &["need", "budget", "authority"]);
    }
    let (book, playbook) = (world.book(), Playbook::shipped());
    // The rhythm of a lukewarm lead has passed for all ten.
    let columns = Columns::build(&book, &playbook, day("2027-01-04"));
    let list = Today::of(&columns, &|_| true);
    assert_eq!(list.len(), 10);
    let first: Vec<u128> = list.rows().take(4).map(|row| columns.row(row).unwrap().deal.id.0 & 0xffff).collect();
    assert!(first.iter().all(|n| [3, 6, 8, 10].contains(n)), "{first:?}");
}

#[test]
fn s5_the_dreamer_and_the_one_with_measures_taken_end_far_apart() {
    let dreamer = world().theirs(Channel::Page, ago(3)).answer("need", Sure::Assumed, ago(3));
    let ready = world()
        .theirs(Channel::Visit, ago(3))
        .theirs(Channel::QuoteRequest, ago(2))
        .answer("need", Sure::Confirmed, ago(2))
        .answer("budget", Sure::Confirmed, ago(2))
        .answer("authority", Sure::Confirmed, ago(2))
        .set("deal.start", vigie::sales::fact::Value::Day(today().plus(20)))
        .answer("timing", Sure::Confirmed, ago(2));
    let (low, high) = (score_of(&dreamer), score_of(&ready));
    assert!(high >= low + 40, "{low} and {high}");
    assert!(low < 40 && high >= 70, "cold and hot: {low} and {high}");
}

#[test]
fn s6_without_the_power_to_decide_one_is_an_intermediary_linked_to_who_decides() {
    let no = world().qualified().answer("authority", Sure::No, ago(1));
    assert_eq!(status_of(&no), Status::Intermediary, "never a prospect");
    let named = world().qualified().role(Role::Decides, OTHER);
    assert_eq!(status_of(&named), Status::Intermediary);
    assert!(named.deal.roles.contains(&(Role::Decides, OTHER)), "linked to who decides");
}

fn cadence(world: &World, status: Status) -> u16 {
    let playbook = Playbook::shipped();
    let band = match score_of(world) {
        70.. => Temperature::Hot,
        40.. => Temperature::Warm,
        _ => Temperature::Cold,
    };
    agenda::cadence(&world.case(), status, band, &playbook)
}

#[test]
fn s8_in_six_months_is_monthly_and_next_week_is_daily() {
    let later = world().answer("timing", Sure::Confirmed, ago(1));
    let later = later.set("deal.start", vigie::sales::fact::Value::Day(today().plus(180)));
    assert_eq!(cadence(&later, Status::Lead), 30);
    let soon = world()
        .qualified()
        .theirs(Channel::QuoteRequest, ago(1))
        .set("deal.start", vigie::sales::fact::Value::Day(today().plus(7)))
        .moved("quoted", ago(1));
    assert_eq!(cadence(&soon, Status::Prospect), 1);
}

#[test]
fn dolibarrs_old_bugs_never_happen() {
    let mut told = facts::World::default();
    let (person, deal) = (facts::contact(1), facts::deal(1));
    told.tell(vec![facts::set(person, "contact.family_name", "Martin"), facts::link(deal, Role::Party, person)]);
    let on = day("2026-11-20");
    let status = |told: &facts::World| {
        let book = told.book();
        let case = vigie::sales::book::Records::case(&book, deal).unwrap();
        card::status_of(&book, &case, &Playbook::shipped(), day("2026-11-22"))
    };
    let quoted = |state| {
        let amount = Some(Money::ht(100_000));
        Statement::Quoted(Quoted { deal, number: "D1".into(), amount, state, on, valid_until: None })
    };
    told.tell(vec![quoted(QuoteState::Sent)]);
    assert_eq!(status(&told), Status::Lead, "a quote sent makes no client");
    told.tell(vec![Statement::Qualified(Qualified { deal, forced: Some("urgent".into()), on })]);
    told.tell(vec![Statement::Moved(Moved { deal, to: "negotiation".into(), reason: None, on })]);
    assert_eq!(status(&told), Status::Prospect, "nor does a stage");
    let supplier = facts::company(9);
    told.tell(vec![
        facts::set(supplier, "company.name", "Grossiste SA"),
        Statement::Linked(Linked { from: deal, to: supplier, role: Role::Influences, tied: true }),
    ]);
    assert_eq!(status(&told), Status::Prospect, "nor does a supplier in the deal");
    let bought = Bought { deal, amount: Money::ht(100_000), proof: Some(Proof::SignedQuote), on };
    told.tell(vec![quoted(QuoteState::Accepted), Statement::Bought(bought)]);
    assert_eq!(status(&told), Status::Client, "a signed quote does");
    assert_eq!(told.book().entities(Kind::Company).count(), 1);
}

#[test]
fn after_six_touches_without_an_answer_keeping_in_contact_is_proposed() {
    let mut world = world();
    for n in 0..6 {
        world = world.event(Channel::Mail, Direction::Ours, ago(200 - n * 30));
    }
    let next = agenda::next(&world.case(), Status::Lead, Temperature::Cold, &Playbook::shipped(), today());
    assert!(matches!(next, Next::Suggested { because: Because::Nurturing { touches: 6, .. }, .. }), "{next:?}");
}
