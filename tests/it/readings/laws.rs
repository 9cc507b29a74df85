//! DOMAIN §6, "May I?": the law before a call or a letter.

use vigie::sales::{
    fact::{
        Approach::{self, Mail, Phone, Post, Sms, Social},
        Channel, Direction, Outcome, Permission, Value,
    },
    law::{Ground, May, Verdict, may},
    moment::{Day, Moment},
    playbook::Playbook,
    status::Status,
};

use super::world::{World, ago, at, day, playbook, world};

/// A Tuesday.
fn tuesday(hour: u16, minute: u16) -> Moment {
    at(day("2026-11-24"), hour, minute)
}

fn asked(approach: Approach, world: &World, status: Status, now: Moment) -> May {
    may(approach, &world.case(), status, &Playbook::shipped(), now)
}

fn verdict(approach: Approach, world: &World) -> Verdict {
    asked(approach, world, Status::Lead, tuesday(11, 0)).verdict
}

fn consumer() -> World {
    world().alone().set("contact.consumer", Value::Flag(true))
}

#[test]
fn opposed_is_never() {
    for approach in Approach::ALL {
        for world in [world(), consumer()] {
            let world = world.say(approach, Permission::Opposed, ago(40));
            let may = asked(approach, &world, Status::Client, tuesday(11, 0));
            assert_eq!((may.verdict, may.because), (Verdict::No, Ground::Opposed(ago(40))), "{approach:?}");
        }
    }
    let phone = world().say(Phone, Permission::Opposed, ago(40));
    assert_eq!(verdict(Mail, &phone), Verdict::Yes, "one channel only changes the channel");
    let back = world().say(Phone, Permission::Withdrawn, ago(40));
    assert_eq!(verdict(Phone, &back), Verdict::Yes);
}

#[test]
fn a_professional_may_be_called_and_written_to() {
    for approach in Approach::ALL {
        assert_eq!(verdict(approach, &world()), Verdict::Yes, "{approach:?}");
    }
    let sunday = asked(Phone, &world(), Status::Lead, at(day("2026-11-22"), 21, 0));
    assert_eq!(sunday.because, Ground::Professional, "the hours are for consumers");
    assert_eq!(asked(Mail, &world(), Status::Lead, tuesday(11, 0)).because, Ground::ProfessionalOptOut);
    let said = world().alone().set("contact.consumer", Value::Flag(false));
    assert_eq!(asked(Phone, &said, Status::Lead, tuesday(11, 0)).because, Ground::Professional);
}

#[test]
fn nobody_knows_is_asked_once() {
    let unknown = world().alone();
    for approach in [Phone, Mail, Sms, Social] {
        let may = asked(approach, &unknown, Status::Lead, tuesday(11, 0));
        assert_eq!((may.verdict, may.because), (Verdict::Ask, Ground::Unknown), "{approach:?}");
    }
    assert_eq!(verdict(Post, &unknown), Verdict::Yes);
}

#[test]
fn a_consumer_is_called_only_with_consent_or_within_a_running_contract() {
    assert_eq!(asked(Phone, &consumer(), Status::Lead, tuesday(11, 0)).because, Ground::NoConsent);
    assert_eq!(verdict(Phone, &consumer()), Verdict::No);
    let agreed = consumer().say(Phone, Permission::Consented, ago(9));
    assert_eq!(
        asked(Phone, &agreed, Status::Lead, tuesday(11, 0)),
        May { verdict: Verdict::Yes, because: Ground::Consented(ago(9)) }
    );
    let client = asked(Phone, &consumer(), Status::Client, tuesday(11, 0));
    assert_eq!((client.verdict, client.because), (Verdict::Ask, Ground::Contract));
    assert_eq!(asked(Phone, &consumer(), Status::Lapsed, tuesday(11, 0)).verdict, Verdict::No, "no running contract");
}

#[test]
fn a_consumer_is_called_on_working_days_from_10_to_13_and_14_to_20() {
    let world = consumer().say(Phone, Permission::Consented, ago(9));
    let from = |on: &str, hour| Verdict::From(at(day(on), hour, 0));
    let table = [
        (tuesday(9, 59), from("2026-11-24", 10)),
        (tuesday(10, 0), Verdict::Yes),
        (tuesday(12, 59), Verdict::Yes),
        (tuesday(13, 0), from("2026-11-24", 14)),
        (tuesday(14, 0), Verdict::Yes),
        (tuesday(19, 59), Verdict::Yes),
        (tuesday(20, 0), from("2026-11-25", 10)),
        (at(day("2026-11-27"), 20, 0), from("2026-11-30", 10)),
        (at(day("2026-11-28"), 11, 0), from("2026-11-30", 10)),
        (at(day("2026-11-29"), 11, 0), from("2026-11-30", 10)),
        (at(day("2026-12-25"), 11, 0), from("2026-12-28", 10)),
        (Moment::from(day("2026-11-24")), Verdict::Yes),
        (Moment::from(day("2026-11-28")), from("2026-11-30", 10)),
    ];
    for (now, wanted) in table {
        assert_eq!(asked(Phone, &world, Status::Lead, now).verdict, wanted, "{now:?}");
    }
}

#[test]
fn a_consumer_is_called_at_most_four_times_in_thirty_days() {
    let calls = |days: &[i32]| {
        let start = consumer().say(Phone, Permission::Consented, ago(90));
        days.iter().fold(start, |world, age| world.call(Outcome::NoAnswer, ago(*age)))
    };
    assert_eq!(verdict(Phone, &calls(&[20, 15, 10])), Verdict::Yes);
    let may = asked(Phone, &calls(&[20, 15, 10, 5]), Status::Lead, tuesday(11, 0));
    assert_eq!(may.because, Ground::CalledEnough(4, 30));
    assert_eq!(may.verdict, Verdict::From(at(day("2026-12-02"), 10, 0)), "the oldest leaves the window");
    assert_eq!(verdict(Phone, &calls(&[40, 15, 10, 5])), Verdict::Yes);
}

#[test]
fn a_consumer_is_written_to_with_consent_or_as_a_client_for_similar_products() {
    for approach in [Mail, Sms, Social] {
        let of = |world: &World, status| asked(approach, world, status, tuesday(23, 0));
        assert_eq!(of(&consumer(), Status::Lead).verdict, Verdict::No, "{approach:?}");
        assert_eq!(of(&consumer(), Status::Client), May { verdict: Verdict::Yes, because: Ground::Client });
        let agreed = consumer().say(approach, Permission::Consented, ago(9));
        assert_eq!(of(&agreed, Status::Lead).because, Ground::Consented(ago(9)), "{approach:?}");
    }
    assert_eq!(verdict(Post, &consumer()), Verdict::Yes);
}

#[test]
fn energy_renovation_may_not_canvass_consumers() {
    let book = playbook("[law]\nbanned_trade = true");
    let of = |approach, world: &World, status| may(approach, &world.case(), status, &book, tuesday(11, 0));
    let agreed = Approach::ALL.into_iter().fold(consumer(), |world, a| world.say(a, Permission::Consented, ago(9)));
    for approach in [Phone, Sms, Mail, Social] {
        for status in [Status::Lead, Status::Client] {
            let may = of(approach, &agreed, status);
            assert_eq!((may.verdict, may.because), (Verdict::No, Ground::BannedTrade), "{approach:?} {status:?}");
        }
        assert_eq!(of(approach, &world(), Status::Lead).verdict, Verdict::Yes, "professionals are none of it");
    }
    assert_eq!(of(Post, &agreed, Status::Lead).verdict, Verdict::Yes);
    let request = consumer().theirs(Channel::QuoteRequest, ago(2));
    assert_eq!(of(Phone, &request, Status::Lead).verdict, Verdict::Yes, "a request is answered");
}

#[test]
fn a_person_who_asked_us_is_answered() {
    let night = at(day("2026-11-22"), 21, 0);
    let table: [(&str, World, bool); 7] = [
        ("a quote", consumer().theirs(Channel::QuoteRequest, ago(2)), true),
        ("a demonstration", consumer().theirs(Channel::DemoRequest, ago(2)), true),
        ("a form", consumer().theirs(Channel::Form, ago(2)), true),
        (
            "to be called back",
            consumer().happened(Channel::Call, Direction::Theirs, Some(Outcome::CallBack), ago(2).into()),
            true,
        ),
        ("a download is no request", consumer().theirs(Channel::Download, ago(2)), false),
        ("a click is no request", consumer().theirs(Channel::Click, ago(2)), false),
        ("long ago", consumer().theirs(Channel::QuoteRequest, ago(31)), false),
    ];
    for (what, world, yes) in table {
        let may = asked(Phone, &world, Status::Lead, night);
        assert_eq!(may.verdict == Verdict::Yes, yes, "{what}: {may:?}");
    }
}

#[test]
fn who_opposed_and_then_asked_is_asked_about() {
    let order = |opposed: Day, request: Day| {
        consumer().say(Phone, Permission::Opposed, opposed).theirs(Channel::QuoteRequest, request)
    };
    let may = asked(Phone, &order(ago(20), ago(2)), Status::Lead, tuesday(11, 0));
    assert_eq!((may.verdict, may.because), (Verdict::Ask, Ground::AskedSince(Channel::QuoteRequest, ago(2))));
    assert_eq!(verdict(Phone, &order(ago(2), ago(20))), Verdict::No, "opposed after asking");
}
