//! The daily triage: whom to call, two or three keys each, and a list that ends.

use vigie::{
    cockpit::{
        effect::Effect,
        event::{Beside, Event},
        theme::Theme,
    },
    sales::{
        book::Records as _,
        entity::{Entity, Kind},
        fact::{Adjusted, Answered, Linked, Promised, Role, Statement, Sure, Temperature},
        moment::{Day, Hour, Moment},
        playbook::Playbook,
    },
    voice::Language,
};

use super::{set, text};
use crate::seat::{MORNING, Seat};

/// Somebody with a next step so many days from now.
fn due(name: &str, days: i32, hour: Option<Hour>) -> Vec<Statement> {
    let (person, deal) = (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Deal, 2));
    let day = Day::of(2026, 11, 22).unwrap().plus(days);
    vec![
        set(person, "contact.family_name", text(name)),
        set(person, "contact.mobile", text("+33639980001")),
        Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true }),
        Statement::Promised(Promised { about: deal, due: Some(Moment { day, hour }), what: "rappeler".into() }),
    ]
}

fn morning(facts: Vec<Vec<Statement>>, language: Language, size: (u16, u16)) -> Seat {
    let the_day_before = MORNING - 24 * 3_600_000;
    Seat::at_the_door(
        Playbook::shipped(),
        "Sandrine",
        (facts, the_day_before),
        language,
        Theme::shipped("dark", false).unwrap(),
        size,
    )
}

fn three() -> Seat {
    let facts = vec![due("Aubert", -9, None), due("Blanchard", -3, None), due("Caron", 0, Hour::of(14, 0))];
    morning(facts, Language::Fr, (120, 36))
}

/// The line of the list under the cursor.
fn here(seat: &Seat) -> String {
    let screen = seat.screen();
    screen.lines().find(|line| line.starts_with('▌')).unwrap_or_default().to_owned()
}

#[test]
fn the_cockpit_opens_on_the_day_when_something_is_due_and_on_the_pipeline_when_nothing_is() {
    assert!(three().shows("0 / 3 faits"));
    assert!(here(&three()).contains("Caron"), "a fixed hour comes first");
    let calm = morning(vec![due("Aubert", 9, None)], Language::Fr, (120, 36));
    assert!(calm.shows("Lead 1"), "{}", calm.screen());
}

#[test]
fn a_call_answered_takes_three_keys_and_the_list_moves_on_by_itself() {
    let mut seat = three();
    seat.keys("aj<enter>").settle();
    assert!(seat.shows("1 / 3 faits"), "{}", seat.screen());
    assert!(here(&seat).contains("Aubert"));
    seat.keys("ap<enter>").settle();
    assert!(here(&seat).contains("Blanchard"));
    seat.keys("r3j<enter>").settle();
    assert!(seat.shows("C'est fini pour aujourd'hui : 2 faites, 1 reportée."), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(seat.shows("2 / 3 faits"), "undone, it stands there again: {}", seat.screen());
    assert!(here(&seat).contains("Blanchard"));
}

#[test]
fn whoever_comes_up_again_by_an_undo_is_the_one_under_the_cursor() {
    let mut seat = three();
    seat.keys("aj<enter>").settle();
    assert!(here(&seat).contains("Aubert"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(here(&seat).contains("Caron"), "{}", seat.screen());
}

#[test]
fn putting_off_takes_two_keys_where_the_rhythm_is_right() {
    let mut seat = morning(vec![due("Aubert", -9, None)], Language::Fr, (120, 36));
    seat.keys("r");
    assert!(seat.shows("Entrée : mar. 22/12, selon le rythme"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    assert!(seat.shows("0 faite, 1 reportée"), "{}", seat.screen());
}

#[test]
fn the_person_worked_on_stays_until_one_comes_back_to_the_list() {
    let mut seat = three();
    seat.keys("<down><enter>").keys("aj<enter>").settle();
    assert!(seat.shows("Aubert"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(!here(&seat).contains("Aubert"), "{}", seat.screen());
}

#[test]
fn somebody_looked_up_meanwhile_gives_the_list_back_where_it_was() {
    let mut facts = vec![due("Delmas", 40, None)];
    facts.extend([due("Aubert", -9, None), due("Blanchard", -3, None)]);
    let mut seat = morning(facts, Language::Fr, (120, 36));
    seat.keys("<down>");
    let before = here(&seat);
    seat.keys("cdelmas<enter>");
    assert!(seat.shows("Delmas"));
    seat.keys("<esc>");
    assert_eq!(here(&seat), before);
}

#[test]
fn skipping_goes_on_and_tabs_answer_to_unshifted_digits() {
    let mut seat = three();
    seat.keys("p");
    assert!(here(&seat).contains("Aubert"));
    seat.keys("é");
    assert!(seat.shows("Lead 3"));
    seat.keys("&");
    assert!(seat.shows("0 / 3 faits"));
    assert!(here(&seat).contains("Aubert"), "the cursor is where it was");
}

#[test]
fn a_phone_shows_one_person_at_a_time_with_the_reason_and_whether_one_may_call() {
    for (language, why, may) in
        [(Language::Fr, "Pourquoi, maintenant", "téléphone : "), (Language::En, "Why now", "phone: ")]
    {
        let seat = morning(vec![due("Aubert", -9, None)], language, (45, 20));
        assert!(seat.shows("06 39 98 00 01") && seat.shows(why) && seat.shows(may), "{}", seat.screen());
    }
}

#[test]
fn several_of_the_list_are_put_off_by_one_form_and_one_undo() {
    let mut seat = morning(
        vec![due("Aubert", -9, None), due("Blanchard", -3, None), due("Caron", -2, None)],
        Language::Fr,
        (120, 36),
    );
    seat.keys("  ");
    assert!(seat.shows("2 marquées") && seat.shows("● Aubert") && seat.shows("● Blanchard"), "{}", seat.screen());
    seat.keys("rjeudi<enter>");
    assert!(seat.shows("2 / 3 faits") && seat.shows("Prochaine action : 2 affaires · u annule"), "{}", seat.screen());
    assert!(here(&seat).contains("Caron") && !seat.shows("marquée"));
    seat.keys("u");
    assert!(seat.shows("0 / 3 faits"), "{}", seat.screen());
    seat.keys("*");
    assert!(seat.shows("3 marquées"), "{}", seat.screen());
    seat.keys("r");
    assert!(seat.shows("chacune selon son rythme"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("0 faite, 3 reportées"), "{}", seat.screen());
}

#[test]
fn several_of_the_list_are_handed_over_lost_tagged_or_moved_and_one_at_a_time_called() {
    let mut seat = morning(
        vec![due("Aubert", -9, None), due("Blanchard", -3, None), due("Caron", -2, None)],
        Language::Fr,
        (120, 36),
    );
    seat.keys("  a");
    assert!(seat.shows("Marquées : e étape"), "{}", seat.screen());
    seat.keys("<f8>salon<enter>");
    assert!(seat.shows("Étiquette : 2 contacts") && seat.shows("0 / 3 faits"), "{}", seat.screen());
    seat.keys("<home>  tKarim<enter><enter>");
    assert!(seat.shows("Transmettre : 2 affaires"), "{}", seat.screen());
    seat.keys("<home>  x<right><enter>");
    assert!(seat.shows("2 / 3 faits") && here(&seat).contains("Caron"), "{}", seat.screen());
    seat.keys(" 2");
    assert!(!seat.shows("marquée"), "marks stay with the list they were made in: {}", seat.screen());
}

#[test]
fn who_turns_hot_by_a_fact_of_somebody_else_is_told_at_once_and_stands_on_top() {
    let answered = |deal, criterion: &str| {
        let (criterion, words) = (criterion.to_owned(), "oui".to_owned());
        let on = Day::of(2026, 11, 21).unwrap();
        Statement::Answered(Answered {
            deal,
            stands_for: criterion.clone(),
            criterion,
            sure: Sure::Confirmed,
            words,
            by: None,
            on,
        })
    };
    let mut almost = due("Zola", 20, None);
    almost.extend(["need", "budget", "authority"].map(|key| answered(Entity::fresh(Kind::Deal, 2), key)));
    let mut seat = morning(vec![due("Aubert", -9, None), due("Blanchard", -3, None), almost], Language::Fr, (120, 36));
    assert!(here(&seat).contains("Aubert") && !seat.shows("devient chaud"), "{}", seat.screen());
    let book = seat.desk.book();
    let name = |deal: &Entity| book.case(*deal).and_then(|case| Some(case.contact?.name()));
    let deal = book.entities(Kind::Deal).find(|deal| name(deal).as_deref() == Some("Zola")).unwrap();
    let start = set(deal, "deal.start", vigie::sales::fact::Value::Day(Day::of(2026, 12, 1).unwrap()));
    seat.desk.record_now(vec![start, answered(deal, "timing")]).unwrap();
    seat.settle();
    seat.hear(Event::Desk);
    assert!(seat.shows("Zola devient chaud"), "{}", seat.screen());
    let screen = seat.screen();
    let line = |name: &str| screen.lines().skip(3).position(|line| line.split('│').next().unwrap().contains(name));
    assert!(line("Zola") < line("Aubert"), "{screen}");
    seat.keys("<down>");
    assert!(!seat.shows("Zola devient chaud"), "told once: {}", seat.screen());
}

#[test]
fn the_same_keys_ask_the_same_in_the_list_the_columns_and_the_fiche() {
    let asks = [
        ("a", "Appel"),
        ("i", "Noter"),
        ("m", "Mail"),
        ("v", "Rendez-vous"),
        ("r", "Prochaine action"),
        ("d", "Devis"),
        ("x", "Perdu"),
        ("t", "Transmettre"),
        ("s", "Réclamation"),
        ("o", "Contacter ou non"),
        ("e", "Étape"),
    ];
    for way in ["1", "2", "1<enter>", "2<enter>"] {
        let mut seat = morning(vec![due("Aubert", -9, None)], Language::Fr, (120, 36));
        seat.keys(way);
        for (key, title) in asks {
            seat.keys(key);
            let boxed = seat.screen().lines().any(|line| line.contains("── ") && line.contains(title));
            assert!(boxed, "{way} {key}: {}", seat.screen());
            seat.keys("<esc>");
        }
    }
}

#[test]
fn a_list_too_full_is_spread_by_priority_with_a_preview_and_one_undo() {
    // Sunday: the next working days are Monday, where two are due already, and on.
    let late = (0..25).map(|n| due(&format!("Martin{n:02}"), -1 - n, None));
    let ahead = (0..2).map(|n| due(&format!("Petit{n}"), 1, None));
    let mut seat = morning(late.chain(ahead).collect(), Language::Fr, (120, 36));
    assert!(seat.shows("plus de 20 par jour : F9 étale"), "{}", seat.screen());
    seat.keys("<f9>");
    assert!(seat.shows("auj. : 20 · demain : 7"), "{}", seat.screen());
    assert!(seat.shows("Restent aujourd'hui : Martin24, Martin23"), "the longest overdue first: {}", seat.screen());
    seat.keys("<ctrl-u>10");
    assert!(seat.shows("auj. : 10 · demain : 10 · mar. 24 : 7"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("Liste étalée : 15 affaires, la dernière mar. 24 · u annule"), "{}", seat.screen());
    assert!(seat.shows("15 / 25 faits") && !seat.shows("étale"), "{}", seat.screen());
    seat.keys("u");
    assert!(seat.shows("0 / 25 faits"), "{}", seat.screen());
    seat.keys("<f9><ctrl-u>x<enter>");
    assert!(seat.shows("un nombre de 1 à 10000"), "{}", seat.screen());
    seat.keys("<ctrl-u>100<enter>");
    assert!(seat.shows("Rien à étaler."), "{}", seat.screen());
}

#[test]
fn after_a_file_was_read_in_a_list_too_full_is_offered_to_be_spread_at_once() {
    let late = |count: i32| (0..count).map(|n| due(&format!("Martin{n:02}"), -1, None)).collect();
    let mut seat = morning(late(21), Language::Fr, (80, 24));
    seat.hear(Event::Beside(Beside::Done(vec!["21 lignes".into()])));
    seat.keys("<enter>");
    assert!(seat.shows("Étaler la liste du jour") && seat.shows("auj. : 20 · demain : 1"), "{}", seat.screen());
    let mut calm = morning(late(20), Language::Fr, (80, 24));
    calm.hear(Event::Beside(Beside::Done(vec!["20 lignes".into()])));
    calm.keys("<enter>");
    assert!(!calm.shows("Étaler"), "{}", calm.screen());
}

#[test]
fn the_list_as_it_is_looked_at_goes_on_paper() {
    let mut seat = three();
    seat.keys("<ctrl-u>");
    let Some(Effect::Sheet(deals)) = seat.asked.pop() else { panic!("{}", seat.screen()) };
    assert_eq!(deals.len(), 3);
    let mut seat = morning(vec![due("Aubert", 9, None)], Language::Fr, (120, 36));
    seat.keys("1<ctrl-u>");
    assert!(seat.asked.is_empty() && seat.shows("rien à imprimer"), "{}", seat.screen());
}

#[test]
fn the_hot_ones_without_a_next_step_are_named_at_the_end_and_opened_by_a_key() {
    let warmed = |name: &str| {
        let (person, deal) = (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Deal, 2));
        let on = Day::of(2026, 11, 21).unwrap();
        let by_hand = Adjusted { deal, temperature: Some(Temperature::Hot), reason: "pressé".into(), on };
        vec![
            set(person, "contact.family_name", text(name)),
            Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true }),
            Statement::Adjusted(by_hand),
        ]
    };
    let facts = vec![warmed("Aubert"), warmed("Blanchard"), due("Caron", 9, None)];
    for (language, said, query) in [
        (Language::Fr, "2 affaires chaudes n'ont pas de prochaine action : Entrée", "délaissé:oui"),
        (Language::En, "2 hot deals have no next step: Enter", "stray:yes"),
    ] {
        let mut seat = morning(facts.clone(), language, (120, 36));
        seat.keys("1");
        assert!(seat.shows(said), "{}", seat.screen());
        seat.keys("<enter>");
        assert!(seat.shows("Aubert") && seat.shows("Blanchard") && !seat.shows("Caron"), "{}", seat.screen());
        assert!(seat.shows(query), "{}", seat.screen());
        seat.keys("<backspace>");
        assert!(seat.shows("Caron"), "{}", seat.screen());
    }
}
