//! DOMAIN §6: whom to speak with next, when and why.

use vigie::sales::{
    agenda::{self, Because, Half, Next},
    fact::{Channel, Direction, Outcome, Sure, Temperature, Value},
    moment::Day,
    money::Money,
    playbook::Playbook,
    status::Status,
};

use super::world::{World, ago, at, day, today, world};

fn next(world: &World, status: Status, temperature: Temperature) -> Next<'_> {
    agenda::next(&world.case(), status, temperature, &Playbook::shipped(), today())
}

fn suggested(world: &World) -> (Day, Because) {
    match next(world, Status::Lead, Temperature::Cold) {
        Next::Suggested { due, because, .. } => (due, because),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_cadence_follows_status_temperature_and_stage() {
    use Status::{Client, Intermediary, Lapsed, Lead, Prospect};
    let book = Playbook::shipped();
    let offer = |stage: &str| world().moved(stage, ago(1));
    let bought = || world().bought(100, ago(30));
    let table: [(&str, World, Status, [u16; 3]); 14] = [
        ("a lead", world(), Lead, [30, 14, 3]),
        ("a prospect", world().qualified(), Prospect, [21, 10, 3]),
        ("open from the first offer on", offer("opportunity"), Prospect, [7, 3, 1]),
        ("a quote", offer("quoted"), Prospect, [7, 3, 1]),
        ("a negotiation of a lead", offer("negotiation"), Lead, [7, 3, 1]),
        ("an intermediary", world(), Intermediary, [30, 30, 14]),
        ("a client", bought(), Client, [90, 90, 30]),
        ("a client's offer", offer("quoted"), Client, [7, 3, 1]),
        ("a client's new deal is never slower than a stranger's", world(), Client, [30, 14, 3]),
        ("a past client", bought(), Lapsed, [180, 180, 90]),
        ("a past client's new deal", world().qualified(), Lapsed, [21, 10, 3]),
        ("lost deals only", world().lost("price", ago(1)), Lead, [180, 180, 90]),
        ("lost, an offer once", offer("quoted").lost("price", ago(0)), Lead, [180, 180, 90]),
        ("a client's lost deal", world().lost("price", ago(1)), Client, [90, 90, 30]),
    ];
    for (what, world, status, days) in table {
        let found = [Temperature::Cold, Temperature::Warm, Temperature::Hot]
            .map(|temperature| agenda::cadence(&world.case(), status, temperature, &book));
        assert_eq!(found, days, "{what}");
    }
}

#[test]
fn the_explicit_step_wins() {
    let world = world().step_on(today().plus(4), "rappeler").complaint(ago(1), None).opposed_everywhere(ago(1));
    match next(&world, Status::Lead, Temperature::Cold) {
        Next::Fixed(step) => assert_eq!((step.due.day, step.what.as_str()), (today().plus(4), "rappeler")),
        other => panic!("{other:?}"),
    }
    let mut party = world.clone();
    party.contact.dealings.next = party.deal.next.take();
    assert!(matches!(next(&party, Status::Lead, Temperature::Cold), Next::Fixed(_)), "the person's own step counts");
}

#[test]
fn the_suggestion_is_last_exchange_or_creation_plus_cadence_on_a_working_day() {
    let created = |on: &str| world().created(day(on));
    let mail = |on: &str| world().theirs(Channel::Mail, day(on));
    let table = [
        ("created, +30 is a Wednesday", created("2026-11-02"), "2026-12-02"),
        ("+30 is a Saturday", created("2026-11-05"), "2026-12-07"),
        ("+30 is a Sunday", created("2026-11-06"), "2026-12-07"),
        ("+30 is Christmas, a Friday", created("2026-11-25"), "2026-12-28"),
        ("an exchange", mail("2026-11-02"), "2026-12-02"),
        ("our mail counts too", world().event(Channel::Mail, Direction::Ours, day("2026-11-02")), "2026-12-02"),
        ("+30 is All Saints', a Sunday", mail("2026-10-02"), "2026-11-02"),
        ("+30 is Armistice Day", mail("2026-10-12"), "2026-11-12"),
    ];
    for (what, world, wanted) in table {
        assert_eq!(suggested(&world).0, day(wanted), "{what}");
    }
    assert_eq!(suggested(&created("2026-11-02")).1, Because::First { days: 30, created: day("2026-11-02") });
    assert_eq!(suggested(&mail("2026-11-02")).1, Because::Cadence { days: 30, last: day("2026-11-02") });
}

#[test]
fn no_answer_is_tried_the_next_working_day_at_the_other_half() {
    let friday = day("2026-11-20");
    let call = |world: World, hour| {
        world.happened(Channel::Call, Direction::Ours, Some(Outcome::NoAnswer), at(friday, hour, 0))
    };
    for (hour, wanted) in [(9, Half::Afternoon), (12, Half::Afternoon), (13, Half::Morning), (17, Half::Morning)] {
        let world = call(world(), hour);
        match next(&world, Status::Lead, Temperature::Cold) {
            Next::Suggested { due, half, because } => {
                assert_eq!((due, half), (day("2026-11-23"), Some(wanted)), "{hour} h");
                assert_eq!(because, Because::Retry { last: friday, half });
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn after_the_second_try_the_cadence_applies_again() {
    let no = |world: World, days| world.call(Outcome::NoAnswer, ago(days));
    assert!(matches!(suggested(&no(world(), 3)).1, Because::Retry { .. }), "first");
    assert!(matches!(suggested(&no(no(world(), 3), 2)).1, Because::Cadence { days: 30, .. }), "second");
    assert!(matches!(suggested(&no(no(no(world(), 40), 39), 2)).1, Because::Retry { .. }), "third, a cadence later");
    let message = no(world(), 3).call(Outcome::Message, ago(2));
    assert!(matches!(suggested(&message).1, Because::Cadence { .. }), "a message was left");
    let answered = no(world(), 3).theirs(Channel::Mail, ago(1));
    assert!(matches!(suggested(&answered).1, Because::Cadence { .. }), "they wrote");
    let mailed = no(world(), 3).event(Channel::Mail, Direction::Ours, ago(1));
    assert!(matches!(suggested(&mailed).1, Because::Cadence { .. }), "we wrote instead");
}

#[test]
fn after_six_touches_without_an_answer_one_keeps_in_contact() {
    let touches = |n: i32| (0..n).fold(world(), |w, at| w.event(Channel::Mail, Direction::Ours, ago(400 - 60 * at)));
    assert!(matches!(suggested(&touches(5)).1, Because::Cadence { .. }));
    assert_eq!(suggested(&touches(6)).1, Because::Nurturing { touches: 6, last: ago(100) });
    let hot = |world: &World| match next(world, Status::Lead, Temperature::Hot) {
        Next::Suggested { due, .. } => due,
        other => panic!("{other:?}"),
    };
    assert_eq!(hot(&touches(5)), day("2026-06-18"), "three days after 2026-06-15");
    assert_eq!(hot(&touches(6)), day("2026-08-28"), "a fortnight after 2026-08-14");
    assert!(matches!(suggested(&touches(6).theirs(Channel::Mail, ago(50))).1, Because::Cadence { .. }), "they wrote");
}

#[test]
fn the_guard_against_saturation_wins_over_the_cadence_and_says_so() {
    let mails = |days: &[i32]| {
        days.iter().fold(world().moved("quoted", ago(40)), |w, d| w.event(Channel::Mail, Direction::Ours, ago(*d)))
    };
    let hot = |world: &World| match next(world, Status::Prospect, Temperature::Hot) {
        Next::Suggested { due, because, .. } => (due, because),
        other => panic!("{other:?}"),
    };
    assert!(matches!(hot(&mails(&[12, 8, 4])).1, Because::Cadence { days: 1, .. }), "three");
    let (due, because) = hot(&mails(&[16, 12, 8, 4]));
    assert_eq!(because, Because::Saturated { touches: 4, days: 30 });
    assert_eq!(due, day("2026-12-07"), "2026-11-06 + 30 is a Sunday");
    let (due, _) = hot(&mails(&[29, 16, 12, 8, 4]));
    assert_eq!(due, day("2026-12-07"), "the oldest of the last four");
    assert!(matches!(hot(&mails(&[80, 70, 60, 4])).1, Because::Cadence { .. }), "the window is thirty days");
    for channel in [Channel::Mail, Channel::Click, Channel::Page] {
        let world = mails(&[16, 12, 8, 4]).theirs(channel, ago(2));
        assert!(matches!(hot(&world).1, Because::Cadence { .. }), "a sign of theirs opens the way: {channel:?}");
    }
    let insisted = mails(&[16, 12, 8, 4]).step_on(today(), "relancer");
    assert!(matches!(next(&insisted, Status::Prospect, Temperature::Hot), Next::Fixed(_)), "unless one insists");
}

#[test]
fn a_complaint_pauses_commercial_suggestions_until_closed() {
    let open = world().complaint(ago(5), None);
    let paused = Next::Paused { because: Because::Complaint { since: ago(5) } };
    assert_eq!(next(&open, Status::Client, Temperature::Hot), paused);
    assert_eq!(paused.due(), None);
    let closed = world().complaint(ago(5), Some(ago(1)));
    assert!(matches!(next(&closed, Status::Client, Temperature::Hot), Next::Suggested { .. }));
    let why = agenda::why(&open.case(), &paused, None, &Playbook::shipped(), today());
    assert_eq!(why.key, "because-complaint", "it stands at the top of the list");
}

#[test]
fn opposed_on_every_channel_nothing_is_suggested() {
    let world = world().opposed_everywhere(ago(5));
    assert_eq!(next(&world, Status::Lead, Temperature::Hot), Next::Paused { because: Because::Opposed });
}

#[test]
fn priority_is_the_formula() {
    let book = Playbook::shipped();
    let of = |score, euros: Option<i64>, late, cadence| {
        agenda::priority(score, euros.map(|euros| Money::ht(euros * 100)), late, cadence, &book)
    };
    let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-9, "{found} {wanted}");
    near(of(80, Some(8400), 0, 3), 0.8 * 8401_f64.ln());
    near(of(80, Some(8400), 3, 3), 0.8 * 8401_f64.ln() * 2.0);
    near(of(50, None, 0, 30), 0.5 * 1001_f64.ln());
    near(of(50, Some(0), 0, 30), 0.0);
    near(of(0, Some(8400), 30, 30), 0.0);
    near(of(80, Some(8400), -20, 3), of(80, Some(8400), 0, 3));
    assert!(of(80, Some(8400), 1, 1) > of(80, Some(8400), 1, 30), "late by a cadence weighs more");
}

#[test]
fn just_turned_hot_is_said_until_the_next_working_day_is_over() {
    let warm = |on: Day| {
        let world = world().answer("need", Sure::Confirmed, ago(60)).answer("authority", Sure::Confirmed, ago(60));
        let world = world.answer("budget", Sure::Confirmed, ago(60));
        world.theirs(Channel::QuoteRequest, on)
    };
    let book = Playbook::shipped();
    let hot = |world: &World, on: &str| agenda::turned_hot(&world.case(), &book, day(on)).map(|hot| hot.gain);
    let friday = warm(day("2026-11-20"));
    let table = [
        ("2026-11-19", None),
        ("2026-11-20", Some(9)),
        ("2026-11-21", Some(9)),
        ("2026-11-22", Some(9)),
        ("2026-11-23", Some(8)),
        ("2026-11-24", None),
    ];
    for (on, wanted) in table {
        assert_eq!(hot(&friday, on), wanted, "{on}");
    }
    let turned = agenda::turned_hot(&friday.case(), &book, today());
    let next = next(&friday, Status::Prospect, Temperature::Hot);
    let why = agenda::why(&friday.case(), &next, turned.as_ref(), &book, today());
    assert_eq!(why.key, "why-turned_hot");
}

#[test]
fn each_line_says_why_it_is_there() {
    let book = Playbook::shipped();
    let why = |world: &World| {
        let next = agenda::next(&world.case(), Status::Prospect, Temperature::Cold, &book, today());
        agenda::why(&world.case(), &next, None, &book, today()).key
    };
    assert_eq!(why(&world().step_on(ago(2), "rappeler")), "why-late");
    assert_eq!(why(&world().step_on(today(), "rappeler")), "why-fixed_what");
    assert_eq!(why(&world().step_on(today(), "")), "why-fixed");
    assert_eq!(
        why(&world().moved("quoted", ago(3)).quote(ago(3)).event(Channel::Mail, Direction::Ours, ago(3))),
        "why-quote"
    );
    assert_eq!(why(&world().theirs(Channel::Mail, ago(3))), "because-cadence");
    assert_eq!(why(&world().opposed_everywhere(ago(3))), "because-opposed_everywhere");
}

#[test]
fn two_clocks_per_person() {
    let world = world()
        .event(Channel::Mail, Direction::Ours, ago(2))
        .theirs(Channel::Click, ago(9))
        .theirs(Channel::Note, ago(1))
        .theirs(Channel::Mail, today().plus(3));
    let case = world.case();
    assert_eq!(case.last_touch(today()).map(|touch| touch.when.day), Some(ago(2)), "our last touch");
    assert_eq!(case.last_sign(today()).map(|sign| sign.when.day), Some(ago(9)), "their last sign");
    assert_eq!(case.last_answer(today()), None, "a click is no answer");
}

#[test]
fn an_amount_is_worth_what_was_bought() {
    let world = world().set("deal.amount", Value::Money(Money::ht(100))).bought(500, ago(1)).bought(700, ago(1));
    assert_eq!(world.deal.amount(), Some(Money::ht(1200)));
}
