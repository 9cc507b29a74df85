//! DOMAIN §5: the twelve criteria, their caps, what takes points away, decay, and the explanation.

use vigie::sales::{
    fact::{Approach, Channel, Direction, Outcome, Permission, Sure, Temperature, Value},
    moment::Day,
    playbook::{Family, Playbook},
    score::{self, Because, Lever},
};

use super::world::{COMPANY, TARGET, World, ago, playbook, today, world};

/// What a rule gives and why, with a playbook.
fn line(world: &World, key: &str, book: &Playbook, on: Day) -> (i32, String) {
    let case = world.case();
    let score = score::of(&case, book, on);
    let line = score.line(key, book).unwrap();
    (line.points, format!("{:?}", line.because))
}

fn points(world: &World, key: &str) -> i32 {
    line(world, key, &Playbook::shipped(), today()).0
}

fn targeted(world: &World, key: &str) -> i32 {
    line(world, key, &playbook(TARGET), today()).0
}

#[test]
fn the_twelve_criteria_and_their_caps() {
    let book = Playbook::shipped();
    let rules: Vec<_> = book.rules().iter().map(|rule| (rule.key.as_str(), rule.points)).collect();
    assert_eq!(
        rules,
        [
            ("need", 15),
            ("budget", 12),
            ("timing", 12),
            ("authority", 13),
            ("sector", 6),
            ("zone", 5),
            ("size", 5),
            ("job", 7),
            ("exchanges", 8),
            ("contents", 4),
            ("signals", 9),
            ("completeness", 4),
            ("opposed", -100),
            ("out_of_target", -10),
            ("unreachable", -10),
        ]
    );
    let caps = |family| book.rules().iter().filter(|rule| rule.family == family).map(|rule| rule.points).sum::<i32>();
    assert_eq!([Family::Qualification, Family::Fit, Family::Interest, Family::Data].map(caps), [52, 23, 21, 4]);
    let halved: Vec<_> =
        book.rules().iter().filter_map(|rule| rule.half_life.map(|days| (rule.key.as_str(), days))).collect();
    assert_eq!(halved, [("exchanges", 30), ("contents", 30), ("signals", 30)]);
}

#[test]
fn a_criterion_with_no_target_set_counts_as_met_and_says_so() {
    for (key, wanted) in [("sector", 6), ("zone", 5), ("size", 5), ("job", 7)] {
        let (points, because) = line(&world(), key, &Playbook::shipped(), today());
        assert_eq!((points, because.as_str()), (wanted, "NotSet"), "{key}");
    }
    assert_eq!(points(&world(), "out_of_target"), 0);
}

#[test]
fn the_target_is_compared_without_accents_and_as_whole_words() {
    let table = [
        ("sector", "company.sector", "Menuiserie", 6),
        ("sector", "company.sector", "menuiseries bois", 6),
        ("sector", "company.sector", "HOTELLERIE", 6),
        ("sector", "company.sector", "Boulangerie", 0),
        ("sector", "company.naf", "43.32A", 6),
        ("sector", "company.naf", "10.71C", 0),
        ("zone", "contact.postcode", "44000", 5),
        ("zone", "contact.postcode", "75001", 0),
        ("zone", "company.postcode", "49100", 5),
        ("job", "contact.job", "Gérante", 0),
        ("job", "contact.job", "gerant associé", 7),
        ("job", "contact.job", "Directrice des achats", 7),
        ("job", "contact.job", "stagiaire", 0),
    ];
    for (key, field, text, wanted) in table {
        assert_eq!(targeted(&world().text(field, text), key), wanted, "{field} {text}");
    }
    for (size, wanted) in [(4, 0), (5, 5), (250, 5), (251, 0)] {
        assert_eq!(targeted(&world().set("company.size", Value::Number(size)), "size"), wanted, "{size}");
    }
}

#[test]
fn an_empty_field_gives_nothing_where_a_target_is_set_and_takes_nothing() {
    let book = playbook(TARGET);
    for key in ["sector", "zone", "size", "job"] {
        let (points, because) = line(&world(), key, &book, today());
        assert!(points == 0 && because.starts_with("Empty"), "{key} {because}");
    }
    assert_eq!(targeted(&world(), "out_of_target"), 0);
}

#[test]
fn out_of_target_takes_ten() {
    let table =
        [("company.sector", "Boulangerie", -10), ("contact.postcode", "75001", -10), ("contact.postcode", "44000", 0)];
    for (field, text, wanted) in table {
        assert_eq!(targeted(&world().text(field, text), "out_of_target"), wanted, "{text}");
    }
    let both = world().text("company.sector", "Boulangerie").text("contact.postcode", "75001");
    assert_eq!(targeted(&both, "out_of_target"), -10, "once");
}

#[test]
fn the_size_may_be_any_number_of_ones_own() {
    let book = playbook(
        r#"
        [target]
        size_field = "custom.machines"
        size_min = 3
        [[field]]
        key = "machines"
        label = "Machines"
        about = "company"
        holds = "number"
        "#,
    );
    for (machines, wanted) in [(2, 0), (3, 5), (90, 5)] {
        let world = world().custom("custom.machines", Value::Number(machines));
        assert_eq!(line(&world, "size", &book, today()).0, wanted, "{machines}");
    }
}

#[test]
fn exchanges_count_by_number_and_recency() {
    let table: [(&str, World, i32); 14] = [
        ("none", world(), 0),
        ("one today", world().theirs(Channel::Mail, today()), 3),
        ("two today", world().theirs(Channel::Mail, today()).call(Outcome::Reached, today()), 5),
        ("three today", (0..3).fold(world(), |w, _| w.theirs(Channel::Mail, today())), 8),
        ("more give no more", (0..9).fold(world(), |w, _| w.theirs(Channel::Mail, today())), 8),
        ("three a half-life ago", (0..3).fold(world(), |w, _| w.theirs(Channel::Mail, ago(30))), 4),
        ("three two half-lives ago", (0..3).fold(world(), |w, _| w.theirs(Channel::Mail, ago(60))), 2),
        ("long ago", world().theirs(Channel::Mail, ago(400)), 0),
        ("our mails are none", (0..9).fold(world(), |w, _| w.event(Channel::Mail, Direction::Ours, ago(1))), 0),
        ("a call nobody answered is none", world().call(Outcome::NoAnswer, ago(1)), 0),
        ("a message is none", world().call(Outcome::Message, ago(1)), 0),
        ("a meeting is one", world().event(Channel::Meeting, Direction::Ours, today()), 3),
        ("a remark is none", world().theirs(Channel::Note, today()), 0),
        ("tomorrow's is none yet", world().theirs(Channel::Mail, today().plus(1)), 0),
    ];
    for (what, world, wanted) in table {
        assert_eq!(points(&world, "exchanges"), wanted, "{what}");
    }
}

#[test]
fn contents_and_signals_each_have_their_channels() {
    use Channel::{Call, Click, Comparison, DemoRequest, Download, Fair, Mail, Page, QuoteRequest, Webinar};
    let table = [
        (Page, 1, 0, 0),
        (Click, 1, 0, 0),
        (Download, 1, 0, 0),
        (Webinar, 1, 0, 0),
        (Fair, 1, 0, 0),
        (QuoteRequest, 0, 9, 0),
        (DemoRequest, 0, 9, 0),
        (Comparison, 0, 9, 0),
        (Mail, 0, 0, 3),
        (Call, 0, 0, 3),
    ];
    for (channel, contents, signals, exchanges) in table {
        let world = world().theirs(channel, today());
        let found = ["contents", "signals", "exchanges"].map(|key| points(&world, key));
        assert_eq!(found, [contents, signals, exchanges], "{channel:?}");
    }
    assert_eq!(points(&world().theirs(QuoteRequest, ago(30)), "signals"), 5, "4.5, halves away from zero");
    assert_eq!(points(&world().theirs(QuoteRequest, ago(60)), "signals"), 2);
    assert_eq!(points(&world().theirs(QuoteRequest, ago(2)).about(COMPANY), "signals"), 0, "about another deal");
}

#[test]
fn decay_counts_whole_days_and_is_monotone() {
    let world = world().theirs(Channel::QuoteRequest, today());
    let book = playbook("[[rule]]\nkey = \"signals\"\npoints = 240");
    let points: Vec<i32> = (0..400).map(|later| line(&world, "signals", &book, today().plus(later)).0).collect();
    assert!(points.windows(2).all(|pair| pair[1] <= pair[0]), "{points:?}");
    assert_eq!([points[0], points[30], points[60], points[90]], [240, 120, 60, 30]);
}

#[test]
fn completeness_counts_what_is_known() {
    let world = world();
    let (none, because) = line(&world, "completeness", &Playbook::shipped(), today());
    assert_eq!(none, 0);
    assert!(because.contains("filled: 0, of: 5"), "{because}");
    let world = world.text("contact.family_name", "Lefèvre").text("contact.mobile", "+33639980001");
    assert_eq!(points(&world, "completeness"), 2, "1.6");
    let world = world.text("contact.email", "marie@lefevre.example").text("company.town", "Nantes");
    let world = world.text("contact.source", "fair");
    assert_eq!(points(&world, "completeness"), 4);
}

#[test]
fn opposed_on_every_channel_leaves_nothing() {
    let full = || {
        let world = world().qualified().set("deal.start", Value::Day(today()));
        (0..3).fold(world, |w, _| w.theirs(Channel::Mail, today())).theirs(Channel::QuoteRequest, today())
    };
    let total = |world: &World| score::total_of(&world.case(), &Playbook::shipped(), today());
    assert!(total(&full()) > 80);
    assert_eq!(total(&full().opposed_everywhere(ago(1))), 0);
    let one = full().say(Approach::Phone, Permission::Opposed, ago(1));
    assert_eq!(total(&one), total(&full()), "one channel only changes the channel");
    let taken_back = Approach::ALL.into_iter().skip(1).fold(full(), |w, a| w.say(a, Permission::Opposed, ago(1)));
    assert_eq!(total(&taken_back), total(&full()));
    assert!(total(&full().opposed_everywhere(today().plus(1))) > 80, "opposes tomorrow");
}

#[test]
fn unreachable_after_six_tries() {
    let tries = |n: i32| (0..n).fold(world(), |w, at| w.call(Outcome::NoAnswer, ago(60 - at)));
    for (n, wanted) in [(0, 0), (5, 0), (6, -10), (9, -10)] {
        assert_eq!(points(&tries(n), "unreachable"), wanted, "{n}");
    }
    assert_eq!(points(&tries(6).theirs(Channel::Mail, ago(1)), "unreachable"), 0, "they answered");
    assert_eq!(points(&tries(6).call(Outcome::Reached, ago(1)), "unreachable"), 0, "we spoke");
    assert_eq!(points(&tries(6).theirs(Channel::Click, ago(1)), "unreachable"), -10, "a click is no answer");
}

#[test]
fn a_complaint_adds_and_takes_no_points() {
    let book = Playbook::shipped();
    let total = |world: &World| score::total_of(&world.case(), &book, today());
    assert_eq!(total(&world().complaint(ago(1), None)), total(&world()));
}

#[test]
fn a_rule_of_ones_own_holds_with_its_condition() {
    let book = playbook(
        r#"
        [[rule]]
        key = "from_fair"
        family = "interest"
        label = { fr = "Vu au salon", en = "Met at the fair" }
        when = "source:salon montant>10k"
        points = 5
        "#,
    );
    let world = world().text("contact.source", "fair");
    assert_eq!(line(&world, "from_fair", &book, today()).0, 0);
    let money = Value::Money(vigie::sales::money::Money::ht(1_200_000));
    let world = world.set("deal.amount", money);
    let (points, because) = line(&world, "from_fair", &book, today());
    assert_eq!(points, 5);
    assert!(because.contains("source:salon montant>10k") && because.contains("holds: true"), "{because}");
}

#[test]
fn a_condition_may_fade_with_the_last_exchange() {
    let book = playbook(
        "[[rule]]\nkey = \"fair\"\nfamily = \"interest\"\nlabel = \"Salon\"\nwhen = \"source:salon\"\npoints = 8\nhalf_life = 10",
    );
    let world = world().text("contact.source", "fair");
    assert_eq!(line(&world, "fair", &book, today()).0, 0, "no exchange yet");
    for (age, wanted) in [(0, 8), (10, 4), (20, 2)] {
        let world = world.clone().theirs(Channel::Mail, ago(age));
        assert_eq!(line(&world, "fair", &book, today()).0, wanted, "{age}");
    }
}

#[test]
fn a_rule_of_zero_points_is_switched_off() {
    let book = playbook("[[rule]]\nkey = \"completeness\"\npoints = 0");
    assert!(book.rules().iter().all(|rule| rule.key != "completeness"));
    assert_eq!(book.rules().iter().find(|rule| rule.key == "opposed").unwrap().points, -96);
}

#[test]
fn the_explanation_names_the_fact_and_its_day() {
    let world = world().answer("need", Sure::Assumed, ago(4)).theirs(Channel::DemoRequest, ago(2));
    let book = Playbook::shipped();
    let case = world.case();
    let score = score::of(&case, &book, today());
    let because = |key: &str| score.line(key, &book).unwrap().because;
    assert_eq!(because("need"), Because::Answered { sure: Sure::Assumed, words: "mots sur need", on: ago(4) });
    assert_eq!(because("budget"), Because::NotAsked);
    assert_eq!(because("signals"), Because::Happened { times: 1, channel: Channel::DemoRequest, last: ago(2) });
    assert_eq!(because("contents"), Because::Nothing);
}

#[test]
fn the_three_facts_that_would_raise_it_most() {
    let book = Playbook::shipped();
    let world = world();
    let case = world.case();
    let raises = score::raises(&case, &book, today());
    let found: Vec<_> = raises.iter().map(|r| (book.rules()[r.rule].key.as_str(), r.lever, r.gain, r.to)).collect();
    assert_eq!(
        found,
        [
            ("need", Lever::Confirm, 15, None),
            ("authority", Lever::Confirm, 13, None),
            ("budget", Lever::Confirm, 12, None),
        ]
    );
}

#[test]
fn a_raise_names_the_band_it_would_lead_to() {
    let world = world()
        .answer("need", Sure::Confirmed, ago(2))
        .answer("authority", Sure::Confirmed, ago(2))
        .theirs(Channel::QuoteRequest, today());
    let book = Playbook::shipped();
    let case = world.case();
    assert_eq!(score::total_of(&case, &book, today()), 15 + 13 + 23 + 9);
    let raises = score::raises(&case, &book, today());
    assert_eq!(book.rules()[raises[0].rule].key, "budget");
    assert_eq!((raises[0].gain, raises[0].to), (12, Some(Temperature::Hot)), "Valider le budget : +12 → chaud");
}

#[test]
fn what_cannot_be_changed_is_no_raise() {
    let world = world().qualified().answer("budget", Sure::No, ago(1)).set("deal.start", Value::Day(today()));
    let book = playbook(TARGET);
    let case = world.case();
    let raises = score::raises(&case, &book, today());
    let levers: Vec<_> = raises.iter().map(|raise| raise.lever).collect();
    assert_eq!(levers, [Lever::Offer, Lever::Fill("contact.job"), Lever::Fill("company.sector")]);
}

#[test]
fn points_round_to_the_nearest_halves_away_from_zero() {
    let table = [
        (240, 15, 15),
        (120, 15, 8),
        (0, 15, 0),
        (119, 15, 7),
        (120, -5, -3),
        (240, -10, -10),
        (1, 100, 0),
        (2, 100, 1),
    ];
    for (share, cap, wanted) in table {
        assert_eq!(score::points(share, cap), wanted, "{share}/240 of {cap}");
    }
}

#[test]
fn what_a_rule_depends_on_is_known() {
    let book = Playbook::shipped();
    let depends = |key: &str| book.rules().iter().find(|rule| rule.key == key).unwrap().depends();
    assert!(depends("need").answers && !depends("need").history);
    assert!(depends("timing").fields && depends("timing").day);
    assert!(depends("zone").fields && !depends("zone").day);
    assert!(depends("signals").history && depends("signals").day && !depends("signals").fields);
}
