//! DOMAIN §4 and the qualification of §2: answers, points, age, and what to ask next.

use vigie::sales::{
    fact::{Sure, Value},
    playbook::Playbook,
    qualification::{is_qualified, months_earlier, months_later, next_question, sheet},
    score,
};

use super::world::{World, ago, day, playbook, today, world};

fn points(world: &World, key: &str) -> i32 {
    let book = Playbook::shipped();
    sheet(&world.deal, &book, today()).iter().find(|line| line.criterion.key == key).unwrap().points
}

#[test]
fn assumed_gives_half_and_confirmed_all() {
    let table = [
        ("need", Sure::Unknown, 0),
        ("need", Sure::No, 0),
        ("need", Sure::Assumed, 8), // 7.5, the nearest whole, half away from zero
        ("need", Sure::Confirmed, 15),
        ("budget", Sure::Assumed, 6),
        ("budget", Sure::Confirmed, 12),
        ("authority", Sure::Assumed, 7),
        ("authority", Sure::Confirmed, 13),
    ];
    for (key, sure, wanted) in table {
        assert_eq!(points(&world().answer(key, sure, ago(3)), key), wanted, "{key} {sure:?}");
    }
}

#[test]
fn timing_is_met_within_six_months_and_in_full_within_one() {
    let table: [(&str, Sure, Option<&str>, i32); 12] = [
        ("this week", Sure::Confirmed, Some("2026-11-26"), 12),
        ("today", Sure::Confirmed, Some("2026-11-22"), 12),
        ("a month to the day", Sure::Confirmed, Some("2026-12-22"), 12),
        ("a month and a day", Sure::Confirmed, Some("2026-12-23"), 6),
        ("six months to the day", Sure::Confirmed, Some("2027-05-22"), 6),
        ("six months and a day", Sure::Confirmed, Some("2027-05-23"), 0),
        ("assumed, near", Sure::Assumed, Some("2026-12-01"), 6),
        ("assumed, within six months", Sure::Assumed, Some("2027-03-01"), 3),
        ("a few days late", Sure::Confirmed, Some("2026-11-10"), 12),
        ("long past", Sure::Confirmed, Some("2025-01-10"), 0),
        ("confirmed without a date", Sure::Confirmed, None, 6),
        ("no", Sure::No, Some("2026-11-26"), 0),
    ];
    for (what, sure, start, wanted) in table {
        let mut world = world().answer("timing", sure, ago(3));
        if let Some(start) = start {
            world = world.set("deal.start", Value::Day(day(start)));
        }
        assert_eq!(points(&world, "timing"), wanted, "{what}");
    }
}

#[test]
fn an_answer_older_than_180_days_is_to_be_asked_again() {
    let table = [(0, None), (30, None), (180, None), (181, Some(5)), (215, Some(7)), (400, Some(13))];
    for (age, wanted) in table {
        let world = world().answer("need", Sure::Confirmed, ago(age));
        let book = Playbook::shipped();
        let lines = sheet(&world.deal, &book, today());
        assert_eq!(lines[0].stale_months, wanted, "{age} days");
        assert_eq!(lines[0].points, 15, "age alone takes no points");
    }
}

#[test]
fn an_answer_of_tomorrow_is_not_known_today() {
    let world = world().answer("need", Sure::Confirmed, today().plus(1));
    assert_eq!(points(&world, "need"), 0);
}

#[test]
fn qualified_needs_every_required_criterion_and_the_synthesis() {
    let book = Playbook::shipped();
    assert!(!is_qualified(&world().deal, &book), "nothing known");
    assert!(is_qualified(&world().qualified().deal, &book), "all four and the synthesis");
    let mut unsaid = world().qualified();
    unsaid.deal.synthesis = None;
    assert!(!is_qualified(&unsaid.deal, &book), "events and answers never promote by themselves");
    for key in ["need", "budget", "timing", "authority"] {
        for sure in [Sure::Unknown, Sure::Assumed, Sure::No] {
            let world = world().qualified().answer(key, sure, ago(1));
            assert!(!is_qualified(&world.deal, &book), "{key} {sure:?}");
        }
    }
}

#[test]
fn qualified_can_be_forced_with_a_reason_that_stays() {
    let world = world().synthesis(Some("client de longue date de mon père"));
    assert!(is_qualified(&world.deal, &Playbook::shipped()));
    assert_eq!(world.deal.synthesis.unwrap().forced.unwrap(), "client de longue date de mon père");
}

#[test]
fn the_next_best_question_is_the_open_criterion_worth_most() {
    use Sure::{Assumed, Confirmed, No};
    type Answers = &'static [(&'static str, Sure)];
    let table: [(Answers, Option<(&str, i32)>); 7] = [
        (&[], Some(("need", 15))),
        (&[("need", Confirmed)], Some(("authority", 13))),
        (&[("need", Assumed)], Some(("authority", 13))),
        (&[("need", Confirmed), ("authority", No)], Some(("budget", 12))),
        (&[("need", Confirmed), ("authority", Confirmed), ("budget", Confirmed)], Some(("timing", 12))),
        (&[("need", Assumed), ("authority", Confirmed), ("budget", Confirmed), ("timing", No)], Some(("need", 7))),
        (&[("need", No), ("authority", No), ("budget", No), ("timing", No)], None),
    ];
    let book = Playbook::shipped();
    for (answers, wanted) in table {
        let world = answers.iter().fold(world(), |world, (key, sure)| world.answer(key, *sure, ago(2)));
        let question = next_question(&world.case(), &book, today());
        assert_eq!(question.map(|q| (q.criterion.key.as_str(), q.gain)), wanted, "{answers:?}");
    }
}

#[test]
fn a_confirmed_timing_without_a_date_is_asked_for_it() {
    let world = world().qualified();
    let book = Playbook::shipped();
    let question = next_question(&world.case(), &book, today()).unwrap();
    assert_eq!((question.criterion.key.as_str(), question.gain), ("timing", 6));
    assert_eq!(question.question.unwrap().fr, "Pour quand ?");
    let dated = world.set("deal.start", Value::Day(today().plus(10)));
    assert_eq!(next_question(&dated.case(), &book, today()), None);
}

#[test]
fn switching_framework_keeps_the_answers_that_stand_for_the_same() {
    let world = world().qualified().set("deal.start", Value::Day(today()));
    let table =
        [("bant", 52, true), ("champ", 52, true), ("meddic", 11 + 8 + 11, false), ("meddpicc", 9 + 7 + 9, false)];
    for (framework, wanted, qualified) in table {
        let book = playbook(&format!("[qualification]\nframework = \"{framework}\""));
        let lines = sheet(&world.deal, &book, today());
        assert_eq!(lines.iter().map(|line| line.points).sum::<i32>(), wanted, "{framework}");
        assert_eq!(is_qualified(&world.deal, &book), qualified, "{framework}");
        let caps: i32 = lines.iter().map(|line| i32::from(line.criterion.points)).sum();
        assert_eq!(caps, 52, "{framework} is worth as much as BANT");
    }
}

#[test]
fn months_end_where_the_calendar_does() {
    assert_eq!(months_later(day("2027-01-31"), 1), day("2027-02-28"));
    assert_eq!(months_earlier(day("2028-03-31"), 1), day("2028-02-29"));
    assert_eq!(months_earlier(today(), 18), day("2025-05-22"));
}

#[test]
fn a_deal_on_a_checklist_of_its_own_keeps_its_answers_and_its_share_of_the_points() {
    let book = Playbook::shipped();
    let own = |world: World, key: &str| world.set("deal.framework", Value::Text(key.into()));
    let world = own(world().qualified().set("deal.start", Value::Day(today())), "CHAMP");
    let sheet = sheet(&world.deal, &book, today());
    let names: Vec<&str> = sheet.iter().map(|line| line.criterion.key.as_str()).collect();
    assert_eq!(names, ["challenges", "authority", "money", "prioritization"]);
    assert!(sheet.iter().all(|line| line.sure == Sure::Confirmed), "the same things under other names");
    assert!(is_qualified(&world.deal, &book));
    let (all, other) = (score(&world), own(world.clone(), "ours"));
    assert_eq!(score(&other), all, "a checklist nobody knows is the one in use");
    let meddic = own(world, "meddic");
    assert!(!is_qualified(&meddic.deal, &book), "more is asked there");
    assert!(score(&meddic) < all);
    let next = next_question(&meddic.case(), &book, today()).unwrap();
    let raises = score::raises(&meddic.case(), &book, today());
    assert!(raises.iter().any(|raise| raise.lever == score::Lever::Ask(next.criterion)), "{raises:?}");
}

fn score(world: &World) -> u8 {
    score::total_of(&world.case(), &Playbook::shipped(), today())
}
