//! What must hold for any records on any day.

use proptest::prelude::*;
use vigie::sales::{
    agenda,
    fact::{Approach, Channel, Direction, Outcome, Permission, Role, Sure, Temperature, Value},
    law,
    moment::{Day, Hour, Moment},
    money::Money,
    playbook::Playbook,
    qualification, query,
    query::Seen,
    score, stage,
    status::{self, Status},
};

use super::world::{CONTACT, DEAL, OTHER, TARGET, World, playbook, today, world};

fn channel() -> impl Strategy<Value = Channel> {
    use Channel::{Call, Click, Comparison, DemoRequest, Download, Fair, Form, Letter, Mail, Meeting, Note, Page};
    use Channel::{QuoteRequest, Sms, Social, Visit, Webinar};
    prop::sample::select(vec![
        Call,
        Mail,
        Sms,
        Letter,
        Meeting,
        Visit,
        Form,
        Download,
        Webinar,
        Fair,
        QuoteRequest,
        DemoRequest,
        Comparison,
        Page,
        Click,
        Social,
        Note,
    ])
}

fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        8 => (-900..60_i32).prop_map(|offset| today().plus(offset)),
        1 => any::<i32>().prop_map(Day),
        1 => prop::sample::select(vec![Day(i32::MIN), Day(i32::MAX), Day(0), Day(1)]),
    ]
}

/// One more fact.
#[derive(Clone, Debug)]
enum Bit {
    Event(Channel, Direction, Option<Outcome>, Moment, bool),
    Answer(&'static str, Sure, Day),
    Field(&'static str, Value),
    Say(Approach, Permission, Day),
    Quote(Day),
    Bought(i64, Day),
    Moved(&'static str, Day),
    Lost(&'static str, Day),
    Synthesis(bool),
    Adjusted(Temperature),
    Role(bool),
    Step(Day),
    Complaint(Day, Option<Day>),
    Created(Day),
    Alone,
}

fn moment() -> impl Strategy<Value = Moment> {
    (any_day(), prop::option::of(0..1440_u16)).prop_map(|(day, hour)| Moment { day, hour: hour.map(Hour) })
}

fn outcome() -> impl Strategy<Value = Option<Outcome>> {
    prop::option::of(prop::sample::select(vec![
        Outcome::Reached,
        Outcome::NoAnswer,
        Outcome::Message,
        Outcome::CallBack,
    ]))
}

fn sure() -> impl Strategy<Value = Sure> {
    prop::sample::select(vec![Sure::Unknown, Sure::Assumed, Sure::Confirmed, Sure::No])
}

fn field() -> impl Strategy<Value = (&'static str, Value)> {
    prop_oneof![
        any_day().prop_map(|day| ("deal.start", Value::Day(day))),
        prop::sample::select(vec!["champ", "MEDDIC", "bant", "ours"])
            .prop_map(|key| ("deal.framework", Value::Text(key.into()))),
        any_day().prop_map(|day| ("deal.closing", Value::Day(day))),
        any::<i64>().prop_map(|cents| ("deal.amount", Value::Money(Money::ht(cents)))),
        any::<i64>().prop_map(|size| ("company.size", Value::Number(size))),
        any::<bool>().prop_map(|flag| ("contact.consumer", Value::Flag(flag))),
        (
            prop::sample::select(vec![
                "contact.job",
                "company.sector",
                "contact.postcode",
                "contact.source",
                "contact.town",
                "company.naf"
            ]),
            prop_oneof![
                Just("gérant".to_owned()),
                Just("44000".to_owned()),
                Just("Menuiserie".to_owned()),
                any::<String>()
            ]
        )
            .prop_map(|(key, text)| (key, Value::Text(text))),
    ]
}

fn bit() -> impl Strategy<Value = Bit> {
    let direction = prop::sample::select(vec![Direction::Ours, Direction::Theirs]);
    let stands_for = prop::sample::select(vec!["need", "budget", "timing", "authority", "metrics", ""]);
    let permission = prop::sample::select(vec![Permission::Consented, Permission::Opposed, Permission::Withdrawn]);
    let stage =
        prop::sample::select(vec!["lead", "prospect", "opportunity", "quoted", "negotiation", "won", "lost", "?"]);
    let temperature = prop::sample::select(vec![Temperature::Cold, Temperature::Warm, Temperature::Hot]);
    prop_oneof![
        6 => (channel(), direction, outcome(), moment(), any::<bool>()).prop_map(|(c, d, o, w, own)| Bit::Event(c, d, o, w, own)),
        4 => (stands_for, sure(), any_day()).prop_map(|(what, sure, on)| Bit::Answer(what, sure, on)),
        4 => field().prop_map(|(key, value)| Bit::Field(key, value)),
        2 => (prop::sample::select(Approach::ALL.to_vec()), permission, any_day()).prop_map(|(a, p, on)| Bit::Say(a, p, on)),
        1 => any_day().prop_map(Bit::Quote),
        1 => (any::<i32>(), any_day()).prop_map(|(cents, on)| Bit::Bought(i64::from(cents), on)),
        1 => (stage, any_day()).prop_map(|(to, on)| Bit::Moved(to, on)),
        1 => (prop::sample::select(vec!["price", ""]), any_day()).prop_map(|(why, on)| Bit::Lost(why, on)),
        1 => any::<bool>().prop_map(Bit::Synthesis),
        1 => temperature.prop_map(Bit::Adjusted),
        1 => any::<bool>().prop_map(Bit::Role),
        1 => any_day().prop_map(Bit::Step),
        1 => (any_day(), prop::option::of(any_day())).prop_map(|(since, closed)| Bit::Complaint(since, closed)),
        1 => any_day().prop_map(Bit::Created),
        1 => Just(Bit::Alone),
    ]
}

fn grown(world: World, bit: &Bit) -> World {
    match bit.clone() {
        Bit::Event(channel, direction, outcome, when, own) => {
            let world = world.happened(channel, direction, outcome, when);
            if own { world.about(DEAL) } else { world }
        }
        Bit::Answer(what, sure, on) => world.answer(what, sure, on),
        Bit::Field(key, value) => world.set(key, value),
        Bit::Say(approach, permission, on) => world.say(approach, permission, on),
        Bit::Quote(on) => world.quote(on),
        Bit::Bought(cents, on) => world.bought(cents, on),
        Bit::Moved(to, on) => world.moved(to, on),
        Bit::Lost(why, on) => world.lost(why, on),
        Bit::Synthesis(forced) => world.synthesis(forced.then_some("pressé")),
        Bit::Adjusted(temperature) => world.adjusted(temperature),
        Bit::Role(own) => world.role(Role::Decides, if own { CONTACT } else { OTHER }),
        Bit::Step(on) => world.step_on(on, ""),
        Bit::Complaint(since, closed) => world.complaint(since, closed),
        Bit::Created(on) => world.created(on),
        Bit::Alone => world.alone(),
    }
}

fn any_world() -> impl Strategy<Value = World> {
    prop::collection::vec(bit(), 0..30).prop_map(|bits| bits.iter().fold(world(), grown))
}

fn books() -> Vec<Playbook> {
    let own = format!(
        "{TARGET}\n[[rule]]\nkey = \"own\"\nfamily = \"interest\"\nlabel = \"x\"\nwhen = \"source:salon\"\npoints = 30\nhalf_life = 7\n[qualification]\nframework = \"meddpicc\""
    );
    vec![Playbook::shipped(), playbook(&own)]
}

thread_local! {
    static BOOKS: Vec<Playbook> = books();
}

fn with_books(check: impl Fn(&Playbook)) {
    BOOKS.with(|books| books.iter().for_each(check));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_total_is_the_sum_of_its_lines_and_shares_say_the_same(world in any_world(), day in any_day()) {
        with_books(|book| {
            let case = world.case();
            let score = score::of(&case, book, day);
            let sum: i32 = score.lines.iter().map(|line| line.points).sum();
            assert_eq!(i32::from(score.total), sum.clamp(0, 100));
            let mut shares = vec![255; book.rules().len()];
            assert_eq!(score::shares(&case, book, day, &mut shares), book.rules().len());
            assert!(shares.iter().all(|share| *share <= score::WHOLE), "{shares:?}");
            assert_eq!(score::total(&shares, book), score.total);
            assert_eq!(score::total_of(&case, book, day), score.total);
            for (line, share) in score.lines.iter().zip(&shares) {
                assert_eq!(line.points, score::points(*share, line.cap));
                assert!(line.points.abs() <= line.cap.abs());
            }
        });
    }

    #[test]
    fn no_reading_panics(world in any_world(), now in moment()) {
        let day = now.day;
        with_books(|book| {
            let case = world.case();
            for status in Status::ALL {
                let next = agenda::next(&case, status, Temperature::Warm, book, day);
                let turned = agenda::turned_hot(&case, book, day);
                agenda::why(&case, &next, turned.as_ref(), book, day);
                for approach in Approach::ALL {
                    law::may(approach, &case, status, book, now).because.reason();
                }
            }
            for stage in book.stages() {
                for missing in stage::missing(&case, stage, book, day) {
                    missing.reason();
                }
            }
            stage::oddities(&world.deal, book);
            stage::since(&world.deal, book);
            assert!(stage::of(&world.deal, book) < book.stages().len());
            qualification::sheet(&world.deal, book, day);
            qualification::next_question(&case, book, day);
            status::of(&world.contact.dealings, &[&world.deal], book, day);
            for line in score::of(&case, book, day).lines {
                line.because.reason();
            }
            for raise in score::raises(&case, book, day) {
                assert!(raise.gain > 0);
                raise.reason(book);
            }
        });
    }

    #[test]
    fn interest_only_fades_while_nothing_happens(world in any_world(), days in 1..400_i32) {
        let last = world.contact.dealings.activities.iter().map(|activity| activity.when.day).max().unwrap_or(today());
        prop_assume!(last.0 < Day(i32::MAX).0 - 1000);
        with_books(|book| {
            let case = world.case();
            let of = |day: Day| {
                let rules = book.rules().iter().filter(|rule| rule.half_life.is_some());
                rules.map(|rule| score::share(rule, &case, book, day)).collect::<Vec<_>>()
            };
            for (before, after) in of(last).iter().zip(of(last.plus(days))) {
                assert!(after <= *before);
            }
        });
    }

    #[test]
    fn a_suggestion_is_on_a_working_day(world in any_world(), offset in -400..400_i32) {
        let world = { let mut w = world; w.deal.next = None; w };
        let sane = |day: Day| (-2000..2000).contains(&day.since(today()));
        let days = world.contact.dealings.activities.iter().map(|activity| activity.when.day);
        prop_assume!(days.chain(world.deal.life.created).all(sane));
        let book = Playbook::shipped();
        if let agenda::Next::Suggested { due, .. } =
            agenda::next(&world.case(), Status::Lead, Temperature::Hot, &book, today().plus(offset))
        {
            prop_assert!(vigie::sales::holidays::is_working(due), "{due}");
        }
    }

    #[test]
    fn a_raise_is_kept(world in any_world()) {
        // confirming what a raise says to confirm adds what it says
        let book = Playbook::shipped();
        let raises: Vec<_> = {
            let case = world.case();
            score::raises(&case, &book, today()).iter().map(|raise| (raise.rule, raise.lever == score::Lever::Confirm, raise.gain)).collect()
        };
        for (rule, _, gain) in raises.into_iter().filter(|(_, confirm, _)| *confirm) {
            let key = book.rules()[rule].key.clone();
            if key == "timing" {
                continue; // its gain supposes a near start
            }
            let better = world.clone().answer(&key, Sure::Confirmed, today());
            let of = |world: &World| {
                let case = world.case();
                score::of(&case, &book, today()).lines[rule].points
            };
            prop_assert_eq!(of(&better) - of(&world), gain);
        }
    }

    #[test]
    fn any_text_is_a_query_or_a_flaw_within_it(text in ".{0,40}") {
        let book = Playbook::shipped();
        match query::parse(&text, &book) {
            Ok(query) => { query::holds(&query, &Seen::bare(world().case(), &book, today())); }
            Err(flaw) => prop_assert!(text.get(flaw.at.clone()).is_some(), "{flaw:?}"),
        }
    }

    #[test]
    fn almost_queries_never_panic(
        words in prop::collection::vec(prop::sample::select(vec![
            "statut", "ville", "montant", "relance", "-", ":", "<=", "!=", ">", "\"", " ", "é", "10k", "aujourd'hui", "2026", "31/12/2026", "0", "*",
        ]), 0..12),
        world in any_world(),
    ) {
        let book = Playbook::shipped();
        let text = words.concat();
        match query::parse(&text, &book) {
            Ok(query) => { query::holds(&query, &Seen::bare(world.case(), &book, today())); }
            Err(flaw) => prop_assert!(text.get(flaw.at.clone()).is_some(), "{flaw:?}"),
        }
    }

    #[test]
    fn any_settings_are_read_or_refused_with_a_place(text in "[\\[\\]a-z_=\" 0-9\n]{0,60}") {
        if let Err(flaw) = Playbook::read(&text) {
            prop_assert!(flaw.line >= 1 && flaw.column >= 1 && flaw.line <= text.lines().count() + 1);
        }
    }
}
