//! Numbers of the score tried otherwise: what they would make, and how they come into a user's file.

use proptest::prelude::*;
use vigie::sales::{
    book::{Book, Records},
    columns::Columns,
    fact::Temperature,
    moment::Day,
    playbook::{Change, Dial, Habits, Place, Playbook, Setting},
    trial::Trial,
};

use crate::{screen::portfolio, world::World};

fn book() -> Book {
    let mut world = World::default();
    for (n, statements) in portfolio(30).into_iter().enumerate() {
        world.tell(numbered(n as u128, statements));
    }
    world.book()
}

/// New things get ids, as the desk would give them.
fn numbered(n: u128, mut statements: Vec<vigie::sales::fact::Statement>) -> Vec<vigie::sales::fact::Statement> {
    let mut ids = vigie::desk::ids::Ids::default();
    ids.number(&mut statements, &mut rustc_hash::FxHashMap::default(), 1_795_334_400_000 + n as i64);
    statements
}

fn today() -> Day {
    Day::of(2026, 11, 22).unwrap()
}

fn change(place: Place, to: i32) -> Change {
    Change { place, to: Setting::Number(to), from: Setting::Number(0) }
}

fn rule(key: &str, name: &'static str) -> Place {
    Place::Rule(key.into(), name)
}

#[test]
fn numbers_come_into_a_file_and_everything_else_in_it_stays() {
    let text = "# Chez nous\n[thresholds]\nhot = 80   # on est exigeants\nwarm=40\n\n# La zone\n[[rule]]\nkey = \"zone\" # 44\n\
                points = 9\n\n[target]\nzones = [\n  \"44\", # Nantes\n]\n";
    let changes = [
        change(Place::Threshold("hot"), 75),
        change(rule("zone", "points"), 4),
        change(rule("signals", "half_life"), 60),
        change(Place::Criterion("bant".into(), "need".into()), 20),
        change(Place::Criterion("bant".into(), "budget".into()), 10),
    ];
    let (kept, playbook) = Playbook::edited(text, &changes).unwrap();
    assert!(
        kept.contains(
            "hot = 75   # on est exigeants\nwarm=40\n\n# La zone\n[[rule]]\nkey = \"zone\" # 44\npoints = 4\n"
        )
    );
    assert!(kept.contains("zones = [\n  \"44\", # Nantes\n]\n"), "{kept}");
    assert_eq!(playbook.thresholds.hot, 75);
    let of = |key: &str| playbook.rules().iter().find(|rule| rule.key == key).unwrap();
    assert_eq!((of("zone").points, of("need").points, of("budget").points), (4, 20, 10));
    assert_eq!((of("signals").half_life, of("signals").points), (Some(60), 9));
    assert_eq!(Playbook::read(&kept).unwrap(), playbook);
}

#[test]
fn a_file_that_does_not_exist_gets_only_what_differs() {
    let (kept, _) = Playbook::edited("", &[change(Place::Threshold("warm"), 30)]).unwrap();
    assert_eq!(kept, "[thresholds]\nwarm = 30\n");
}

#[test]
fn lists_written_in_one_line_are_completed_too() {
    let text = "rule = [{ key = \"zone\", points = 9 }]\n";
    let changes = [change(rule("zone", "points"), 3), change(rule("job", "points"), 2)];
    let (kept, playbook) = Playbook::edited(text, &changes).unwrap();
    assert!(playbook.rules().iter().any(|rule| rule.key == "job" && rule.points == 2), "{kept}");
    assert!(playbook.rules().iter().any(|rule| rule.key == "zone" && rule.points == 3), "{kept}");
}

#[test]
fn a_file_with_a_mistake_is_left_alone_and_the_mistake_named() {
    let flaw = Playbook::edited("\n[thresholds]\nhto = 3\n", &[change(Place::Threshold("hot"), 75)]).unwrap_err();
    assert_eq!(flaw.line, 3);
}

#[test]
fn thresholds_never_cross_and_opposition_always_takes_everything() {
    let mut tuning = Playbook::shipped().tuning();
    assert!(tuning.turn(Dial::Hot, 40).is_err() && tuning.turn(Dial::Warm, 70).is_err());
    assert!(tuning.turn(Dial::Hot, 41).is_ok());
    let at = tuning.rules().iter().position(|rule| rule.key == "need").unwrap();
    tuning.turn(Dial::Points(at), 40).unwrap();
    assert_eq!(tuning.rules().iter().find(|rule| rule.key == "opposed").unwrap().points, -125);
    assert!(tuning.turn(Dial::Points(at), -1).is_err(), "a criterion never takes points away");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What is shown while trying is what keeping makes.
    #[test]
    fn a_trial_says_what_keeping_makes(turns in prop::collection::vec((0_usize..40, 0_i32..60), 1..6)) {
        let (book, playbook) = (book(), Playbook::shipped());
        let columns = Columns::build(&book, &playbook, today());
        let mut tuning = playbook.tuning();
        for (dial, value) in turns {
            let dials = tuning.dials();
            tuning.turn(dials[dial % dials.len()], value).unwrap_or_default();
        }
        let outcome = Trial::new(&book, &columns, &playbook).of(&tuning, 10, (&book, &columns, &playbook));
        let (_, kept) = Playbook::edited("", &tuning.changes(&playbook)).unwrap();
        let after = Columns::build(&book, &kept, today());
        let open = |columns: &Columns| -> Vec<_> {
            let lanes = 0..kept.won();
            lanes.flat_map(|lane| (0..).map_while(move |at| columns.at(lane, at)).collect::<Vec<_>>()).collect()
        };
        let cards = open(&after);
        for mover in &outcome.top {
            let card = after.card(&book, mover.deal).unwrap();
            prop_assert_eq!((mover.score.1, mover.heat.1), (card.score, card.temperature));
            prop_assert_eq!(mover.score.0, columns.card(&book, mover.deal).unwrap().score);
        }
        let mut best: Vec<u8> = cards.iter().map(|card| card.score).collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let shown: Vec<u8> = outcome.top.iter().map(|mover| mover.score.1).collect();
        prop_assert_eq!(&shown[..], &best[..shown.len()]);
        let hot = |cards: &[vigie::sales::card::Card]| cards.iter().filter(|card| card.temperature == Temperature::Hot).count();
        prop_assert_eq!(outcome.bands.1.hot, hot(&cards));
        prop_assert_eq!(outcome.bands.0.hot, hot(&open(&columns)));
    }
}

#[test]
fn nothing_turned_changes_nothing() {
    let (book, playbook) = (book(), Playbook::shipped());
    let columns = Columns::build(&book, &playbook, today());
    let outcome = Trial::new(&book, &columns, &playbook).of(&playbook.tuning(), 5, (&book, &columns, &playbook));
    assert_eq!(outcome.changed, 0);
    assert_eq!(outcome.bands.0, outcome.bands.1);
    assert!(outcome.top.iter().all(|mover| mover.rank.0 == mover.rank.1));
    assert!(book.deal(outcome.top[0].deal).is_some());
}

#[test]
fn another_checklist_is_tried_with_its_own_points_and_kept_as_a_word() {
    let playbook = Playbook::shipped();
    let mut tuning = playbook.tuning();
    let need = tuning.rules().iter().position(|rule| rule.key == "need").unwrap();
    tuning.turn(Dial::Points(need), 20).unwrap();
    let champ = playbook.frameworks().iter().position(|framework| framework.key == "champ").unwrap();
    tuning.turn(Dial::Framework, champ as i32).unwrap();
    let money = tuning.rules().iter().position(|rule| rule.key == "money").unwrap();
    tuning.turn(Dial::Points(money), 12).unwrap();
    let (kept, after) = Playbook::edited("", &tuning.changes(&playbook)).unwrap();
    assert!(kept.starts_with("[qualification]\nframework = \"champ\"\n"), "{kept}");
    assert_eq!(after.framework().key, "champ");
    assert!(after.rules().iter().any(|rule| rule.key == "money" && rule.points == 12));
    tuning.turn(Dial::Framework, 0).unwrap();
    assert_eq!(tuning.rules()[need].points, 20, "what was tried before is still there");
    assert!(tuning.turn(Dial::Framework, 9).is_err());
}

#[test]
fn whatever_is_set_of_rhythm_and_law_is_kept_as_it_was_set_and_put_back() {
    let shipped = Playbook::shipped();
    let all = [Habits::rhythm(), shipped.tuning().habits.law()].concat();
    assert!(all.len() > 30);
    for habit in all {
        let mut tuning = shipped.tuning();
        let before = tuning.habits.value(habit);
        let to = if before <= 1 { before + 1 } else { before - 1 };
        tuning.habits.turn(habit, to).unwrap();
        assert!(tuning.habits.turn(habit, -1).is_err() && tuning.habits.turn(habit, 70_000).is_err(), "{habit:?}");
        let changes = tuning.changes(&shipped);
        assert_eq!(changes.len(), 1, "{habit:?}");
        let (text, kept) = Playbook::edited("# à nous\n", &changes).unwrap();
        assert_eq!(kept.tuning().habits.value(habit), to, "{text}");
        assert!(text.contains("# à nous") && kept.tuning().changes(&shipped) == changes, "{text}");
        let back: Vec<Change> = changes.into_iter().map(Change::reversed).collect();
        assert_eq!(Playbook::edited(&text, &back).unwrap().1.tuning(), shipped.tuning());
    }
}

#[test]
fn a_row_of_the_cadence_may_say_one_temperature_alone() {
    let own = Playbook::read("[cadence]\nlead = { hot = 2 }\n[cadence.client]\ncold = 120\n").unwrap();
    assert_eq!((own.cadence.lead.cold, own.cadence.lead.hot), (30, 2));
    assert_eq!((own.cadence.client.cold, own.cadence.client.warm), (120, 90));
    assert!(Playbook::read("[cadence]\nlead = { hto = 2 }\n").is_err());
}
