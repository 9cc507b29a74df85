//! What a seller does from one end to the other: facts before, keys, the screen after, facts after.

use vigie::{
    cockpit::{effect::Effect, event::Event, theme::Theme},
    sales::{
        book::Records,
        deal::Deal,
        entity::{Entity, Kind},
        fact::{Approach, Linked, Outcome, Proof, Role, Set, Statement, Sure, Value},
        money::Money,
        qualification, stage,
    },
    voice::Language,
};

use super::seat::Seat;

fn set(about: Entity, field: &str, value: Value) -> Statement {
    Statement::Set(Set { about, field: field.into(), value })
}

fn text(words: &str) -> Value {
    Value::Text(words.into())
}

/// Marie Lefèvre of the Menuiserie Lefèvre wants a kitchen.
fn marie() -> Vec<Statement> {
    let (person, company, deal) =
        (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Company, 1), Entity::fresh(Kind::Deal, 2));
    let link = |from, to, role| Statement::Linked(Linked { from, to, role, tied: true });
    vec![
        set(person, "contact.given_name", text("Marie")),
        set(person, "contact.family_name", text("Lefèvre")),
        set(person, "contact.mobile", text("+33639980001")),
        set(company, "company.name", text("Menuiserie Lefèvre")),
        link(person, company, Role::WorksFor),
        set(deal, "deal.title", text("Cuisine sur mesure")),
        link(deal, person, Role::Party),
    ]
}

fn seat() -> Seat {
    Seat::new(vec![marie()], Language::Fr, 120, 36)
}

fn deal(seat: &Seat) -> Deal {
    let all: Vec<Entity> = seat.desk.book().entities(Kind::Deal).collect();
    seat.desk.book().deal(all[0]).unwrap()
}

fn stage_of(seat: &Seat) -> String {
    let at = stage::of(&deal(seat), seat.desk.playbook());
    seat.desk.playbook().stages()[at].key.clone()
}

fn facts(seat: &Seat) -> usize {
    let mut count = 0;
    seat.desk.every_fact(&mut |_| count += 1).unwrap();
    count
}

#[test]
fn an_empty_portfolio_greets_by_name_with_three_choices() {
    let theme = Theme::shipped("dark", false).unwrap();
    let mut seat = Seat::of("", Vec::new(), Language::Fr, theme, (80, 24));
    assert!(seat.shows("Votre prénom ?"));
    seat.keys("<esc>");
    assert!(seat.shows("Votre prénom ?"), "facts need an author");
    seat.keys("Sandrine<enter>");
    assert_eq!(seat.desk.author(), "Sandrine");
    for words in ["Bonjour Sandrine", "importer mon fichier", "saisir mon premier contact", "voir la démo"] {
        assert!(seat.shows(words), "{words}");
    }
    seat.keys("d");
    assert_eq!(seat.asked, [Effect::Demo]);
}

#[test]
fn the_first_contact_is_on_the_board_at_once_and_chosen() {
    let mut seat = Seat::new(Vec::new(), Language::Fr, 120, 36);
    seat.keys("nMarie<tab>Lefèvre<tab>Menuiserie Lefèvre<tab>0639980001");
    assert!(seat.shows("Lead 1"), "the total moves while typing");
    seat.keys("<enter>");
    assert!(seat.shows("… écriture") || seat.shows("✓ enregistré"));
    seat.settle();
    assert!(seat.shows("✓ enregistré"));
    assert!(seat.shows("Marie Lefèvre"));
    assert!(seat.shows("06 39 98 00 01"));
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    assert_eq!(seat.desk.book().contact(contact).unwrap().name(), "Marie Lefèvre");
    assert_eq!(facts(&seat), 1, "one form, one fact");
}

#[test]
fn a_new_contact_of_a_known_company_joins_it() {
    let mut seat = seat();
    seat.keys("nPaul<tab><tab>menuiserie lefevre<enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Company), 1);
    let company = seat.desk.book().entities(Kind::Company).next().unwrap();
    assert_eq!(seat.desk.book().company(company).unwrap().people.len(), 2);
}

#[test]
fn an_amount_typed_in_place_moves_the_totals_and_is_written_on_commit() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8,4k");
    assert!(seat.shows("1 affaire · 8,4 k€"), "{}", seat.screen());
    assert_eq!(facts(&seat), 1, "nothing is written while typing");
    seat.keys("<enter>").settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)));
    assert!(seat.shows("u annule"));
    seat.keys("u");
    assert_eq!(deal(&seat).amount(), None);
    assert!(seat.shows("Annulé"));
    seat.keys("<ctrl-y>");
    assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)));
}

#[test]
fn bad_input_is_refused_in_the_line_and_the_text_stays() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>douze<enter>");
    assert!(seat.shows("douze"));
    assert_eq!(facts(&seat), 1);
    seat.keys("<esc>");
    assert!(seat.shows("Texte abandonné"));
    seat.keys("u");
    assert!(seat.shows("douze"), "undo brings the text back");
}

#[test]
fn the_checklist_is_answered_while_on_the_phone() {
    let mut seat = seat();
    seat.keys("q<home>ocuisine, plan déjà pris<down>");
    seat.keys("o8–9 k€, financé");
    assert!(seat.shows("Tab : Montant"), "{}", seat.screen());
    let before = seat.screen();
    seat.keys("<tab>cen mars<down>oelle signe<enter>").settle();
    assert_ne!(before, seat.screen());
    let deal = deal(&seat);
    let sure = |key: &str| qualification::answer(&deal, key, seat.desk.today()).map(|answer| answer.sure);
    assert_eq!(sure("need"), Some(Sure::Confirmed));
    assert_eq!(sure("budget"), Some(Sure::Confirmed));
    assert_eq!(sure("timing"), Some(Sure::Assumed));
    assert_eq!(sure("authority"), Some(Sure::Confirmed));
    assert_eq!(deal.amount(), Some(Money::ht(800_000)), "nothing is typed twice");
}

#[test]
fn the_score_rises_while_an_answer_is_typed() {
    let mut seat = seat();
    seat.keys("q");
    assert!(!seat.shows("▲ +"));
    seat.keys("o");
    assert!(seat.shows("▲ +1"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(!seat.shows("▲ +"));
    assert_eq!(facts(&seat), 1);
}

#[test]
fn a_call_with_its_note_and_next_step_is_one_fact() {
    let mut seat = seat();
    seat.keys("ajVeut un devis<tab>jeudi 14h<tab>envoyer le devis<enter>").settle();
    assert_eq!(facts(&seat), 2);
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let activity = seat.desk.book().contact(contact).unwrap().dealings.activities.remove(0);
    assert_eq!((activity.outcome, activity.note.as_str()), (Some(Outcome::Reached), "Veut un devis"));
    let next = deal(&seat).next.unwrap();
    assert_eq!((next.due.day.to_string().as_str(), next.what.as_str()), ("2026-11-26", "envoyer le devis"));
    assert!(seat.shows("envoyer le devis"));
    seat.keys("u");
    assert_eq!(deal(&seat).next, None, "the whole call is one undo away");
}

#[test]
fn no_answer_takes_three_keys() {
    let mut seat = seat();
    seat.keys("ap<enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let activity = seat.desk.book().contact(contact).unwrap().dealings.activities.remove(0);
    assert_eq!(activity.outcome, Some(Outcome::NoAnswer));
    assert!(seat.shows("lun. 23") || seat.shows("demain"), "again on the next working day: {}", seat.screen());
}

#[test]
fn never_call_again_is_an_opposition_by_phone() {
    let mut seat = seat();
    seat.keys("ax<enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let dealings = seat.desk.book().contact(contact).unwrap().dealings;
    assert!(dealings.opposed(Approach::Phone));
    assert!(!dealings.opposed(Approach::Mail));
}

#[test]
fn a_stage_asks_for_exactly_what_it_misses_and_cancelled_nothing_happens() {
    let mut seat = seat();
    seat.keys("ep");
    for words in ["Besoin", "Budget", "Délai", "Qui décide ?", "Synthèse"] {
        assert!(seat.shows(words), "{words}");
    }
    assert!(!seat.shows("N° du devis"));
    seat.keys("<enter>");
    assert!(seat.shows("à remplir"));
    seat.keys("<esc>");
    assert_eq!((stage_of(&seat).as_str(), facts(&seat)), ("lead", 1));
    seat.keys("epcuisine<tab>8 k€<tab>mars<tab>elle<enter>").settle();
    assert_eq!(stage_of(&seat), "prospect");
    assert!(qualification::is_qualified(&deal(&seat), seat.desk.playbook()));
    assert_eq!(facts(&seat), 2);
    assert!(seat.shows("→ Prospect"));
}

#[test]
fn a_stage_can_be_forced_with_a_reason_that_stays() {
    let mut seat = seat();
    seat.keys("ep<down><down><down><down><down>le patron insiste<enter>").settle();
    assert_eq!(stage_of(&seat), "prospect");
    assert_eq!(deal(&seat).synthesis.unwrap().forced.as_deref(), Some("le patron insiste"));
}

#[test]
fn not_ripe_yet_keeps_in_touch_and_loses_nothing() {
    let mut seat = seat();
    seat.keys("ep<down><down><down><down>gdans 2 semaines<enter>").settle();
    assert_eq!(stage_of(&seat), "lead");
    assert_eq!(deal(&seat).next.unwrap().due.day.to_string(), "2026-12-06");
}

#[test]
fn won_is_a_purchase_and_taking_it_back_takes_the_card_back() {
    let mut seat = seat();
    seat.keys("g<enter>");
    assert!(seat.shows("à remplir"), "nobody wins without an amount");
    seat.keys("8400<enter>");
    assert!(seat.shows("à choisir"), "nor without a proof: {}", seat.screen());
    seat.keys("d<enter>").settle();
    assert_eq!(stage_of(&seat), "won");
    let purchase = deal(&seat).purchases.remove(0);
    assert_eq!((purchase.amount, purchase.proof), (Money::ht(840_000), Some(Proof::SignedQuote)));
    assert!(seat.shows("client depuis 2026"));
    seat.keys("u");
    assert_eq!(stage_of(&seat), "lead");
}

#[test]
fn lost_asks_why_and_which_competitor() {
    let mut seat = seat();
    seat.keys("x");
    assert!(seat.shows("Motif"));
    seat.keys("<enter>");
    assert!(seat.shows("à choisir"), "no reason is assumed: {}", seat.screen());
    seat.keys("<right><right><enter>");
    assert!(seat.shows("précisez"), "{}", seat.screen());
    seat.keys("Cuisines Plus<enter>").settle();
    assert_eq!(deal(&seat).lost(), Some(("competitor", "Cuisines Plus")));
    assert!(seat.shows("Perdu 1") || seat.shows("Cuisines Plus"));
}

#[test]
fn a_quote_moves_the_deal_and_fills_its_amount() {
    let mut seat = seat();
    seat.keys("dD-2026-41<tab>8400<enter>").settle();
    assert_eq!(stage_of(&seat), "quoted");
    assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)));
    assert_eq!(deal(&seat).quotes[0].number, "D-2026-41");
}

#[test]
fn the_box_finds_people_without_accents_by_number_and_by_wish() {
    let mut seat = seat();
    for typed in ["clefevre", "c0639980001", "c980001", "cmarie menui"] {
        seat.keys(typed);
        assert!(seat.shows("Marie Lefèvre  Menuiserie Lefèvre"), "{typed}: {}", seat.screen());
        seat.keys("<esc>");
    }
    seat.keys("cdevis");
    assert!(seat.shows("> devis envoyé"));
    seat.keys("<esc>cZoé Martin, 06 39 98 00 02<end>");
    assert!(seat.shows("+ Créer « Zoé Martin, 06 39 98 00 02 »"));
    seat.keys("<enter><enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 2);
    assert!(seat.shows("Zoé Martin"));
}

#[test]
fn a_burst_of_letters_outside_a_field_is_never_commands() {
    let mut seat = seat();
    seat.hear(Event::Burst("quitter maintenant".into()));
    assert!(seat.shows("Chercher « quitter maintenant » ?"));
    assert!(seat.asked.is_empty());
    seat.keys("<esc>");
    seat.keys("<enter><down><down><enter>");
    seat.hear(Event::Burst("12 000".into()));
    seat.keys("<enter>").settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(1_200_000)), "in a field it is text");
}

#[test]
fn what_is_typed_is_kept_as_a_draft_and_offered_again() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.hear(Event::Rested);
    let Some(Effect::Draft { place, text }) = seat.asked.pop() else { panic!("no draft") };
    assert!(place.starts_with("form call deal:"));
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.keys("<esc>");
    later.hear(Event::News(vigie::cockpit::event::News::Drafts(vec![(place, text)])));
    later.keys("r");
    assert!(later.shows("Appel") && later.shows("Veut un devis"), "{}", later.screen());
    later.keys("<enter>").settle();
    assert_eq!(facts(&later), 2);
}

#[test]
fn a_validated_draft_is_dropped() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.hear(Event::Rested);
    seat.keys("<enter>").settle();
    assert!(matches!(seat.asked.last(), Some(Effect::DropDraft(_))), "{:?}", seat.asked);
}

#[test]
fn a_draft_taken_up_and_entered_at_once_is_dropped() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.hear(Event::Rested);
    let Some(Effect::Draft { place, text }) = seat.asked.pop() else { panic!("no draft") };
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.keys("<esc>");
    later.hear(Event::News(vigie::cockpit::event::News::Drafts(vec![(place.clone(), text)])));
    later.keys("r<enter>").settle();
    assert_eq!(later.asked, [Effect::DropDraft(place)]);
}

#[test]
fn control_c_copies_and_asks_before_leaving() {
    let mut seat = seat();
    seat.keys("<ctrl-c>");
    let [Effect::Copy(copied)] = seat.asked.as_slice() else { panic!("{:?}", seat.asked) };
    assert!(copied.contains("06 39 98 00 01"));
    seat.keys("<ctrl-c>");
    assert!(seat.shows("Quitter ?"));
    seat.keys("n<ctrl-s>");
    assert!(seat.shows("Déjà enregistré"));
    seat.keys("<ctrl-q>");
    assert_eq!(seat.asked.last(), Some(&Effect::Quit));
}

#[test]
fn hints_follow_the_keys_and_every_wish_is_in_the_help() {
    let mut seat = Seat::new(vec![marie()], Language::En, 120, 100);
    assert!(seat.shows("a call"));
    seat.keys("?");
    for words in ["note a call", "won: record the purchase", "leave Vigie", "undo the last act"] {
        assert!(seat.shows(words), "{words}");
    }
}

#[test]
fn hostile_names_cannot_command_the_terminal_nor_break_a_column() {
    let mut facts = marie();
    facts[3] =
        set(Entity::fresh(Kind::Company, 1), "company.name", text("\u{1b}[31m株式会社\u{202e}👩\u{200d}💻مرحبا\u{7}"));
    let seat = Seat::new(vec![facts], Language::Fr, 120, 36);
    let screen = seat.screen();
    assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{7}', '\u{200d}']));
    for line in screen.lines().skip(3).take(8) {
        let wall = line.split_once('│').map(|(left, _)| unicode_width::UnicodeWidthStr::width(left));
        assert_eq!(wall, Some(66), "{line}");
    }
}

#[test]
fn abandoned_text_comes_back_only_while_its_own_toast_shows() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8400<enter>").settle();
    seat.keys("<enter>douze<esc>");
    assert!(seat.shows("Texte abandonné"));
    seat.keys("<up>u");
    assert!(!seat.shows("douze"), "{}", seat.screen());
    assert_eq!(deal(&seat).amount(), None, "undo takes the latest act back");
    seat.keys("ajVeut un devis<esc>");
    assert!(seat.shows("Texte abandonné"));
    seat.keys("<esc>u");
    assert!(!seat.shows("Veut un devis"));
}

#[test]
fn a_field_left_as_it_was_is_no_abandoned_text() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8400<enter>").settle();
    seat.keys("<up><enter><esc>");
    assert!(!seat.shows("Texte abandonné"));
    seat.keys("u");
    assert_eq!(deal(&seat).amount(), None);
}

#[test]
fn abandoned_text_comes_back_in_its_own_field() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>9000<esc>u");
    assert!(seat.shows("9000"));
    seat.keys("<enter>").settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(900_000)));
    let place = format!("field {} deal.amount", deal(&seat).entity);
    seat.keys("<esc>");
    seat.hear(Event::News(vigie::cockpit::event::News::Drafts(vec![(place, "7000".into())])));
    seat.keys("r");
    let amount = seat.screen().lines().find(|line| line.contains("7000")).map(str::to_owned);
    assert!(amount.is_some_and(|line| line.contains("Montant")), "{}", seat.screen());
}

#[test]
fn the_greeting_lets_undo_and_redo_through_and_closes() {
    let mut seat = Seat::new(Vec::new(), Language::Fr, 120, 36);
    seat.keys("nMarie<enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
    seat.keys("<ctrl-z>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 0);
    assert!(seat.shows("saisir mon premier contact"), "{}", seat.screen());
    seat.keys("<ctrl-y>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
    assert!(!seat.shows("saisir mon premier contact"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(seat.shows("saisir mon premier contact"));
    seat.keys("<esc>");
    assert!(!seat.shows("saisir mon premier contact"), "{}", seat.screen());
    seat.keys("<ctrl-r>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
}

#[test]
fn a_line_end_after_a_burst_validates_where_text_is_typed() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>");
    seat.hear(Event::Burst("12000 euros\n".into()));
    seat.settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(1_200_000)));
    seat.keys("<esc>r");
    seat.hear(Event::Burst("lundi matin\n".into()));
    seat.settle();
    assert_eq!(deal(&seat).next.unwrap().due.day.to_string(), "2026-11-23");
    assert!(!seat.shows("Prochaine action : Marie"), "the form is validated: {}", seat.screen());
    let before = facts(&seat);
    seat.keys("aj");
    seat.hear(Event::Burst("Veut un devis\nrapidement\n".into()));
    assert_eq!(facts(&seat), before, "a note of several lines goes on");
    seat.keys("<esc>");
    seat.hear(Event::Burst("quitter maintenant\n".into()));
    assert!(seat.shows("Chercher « quitter maintenant » ?"));
    assert!(!seat.asked.contains(&Effect::Quit));
    assert_eq!(facts(&seat), before);
}

#[test]
fn words_read_at_once_answer_the_criterion_under_the_cursor() {
    let mut seat = seat();
    seat.keys("q<home>");
    seat.hear(Event::Burst("cuisine complète".into()));
    assert!(!seat.shows("Chercher"), "{}", seat.screen());
    seat.keys("<enter><home>");
    seat.hear(Event::Burst("avec plan\n".into()));
    seat.settle();
    let today = seat.desk.today();
    let deal = deal(&seat);
    let answer = qualification::answer(&deal, "need", today).unwrap();
    assert_eq!((answer.sure, answer.words.as_str()), (Sure::Confirmed, "cuisine complète avec plan"));
}

#[test]
fn in_too_small_a_window_keys_only_leave() {
    let mut seat = seat();
    seat.size(10, 3);
    seat.keys("ap<enter>");
    seat.hear(Event::Burst("quitter maintenant".into()));
    seat.keys("<ctrl-c><ctrl-c>q");
    assert!(seat.asked.is_empty(), "{:?}", seat.asked);
    assert_eq!(facts(&seat), 1);
    seat.keys("<ctrl-q>");
    assert_eq!(seat.asked, [Effect::Quit]);
    seat.size(120, 36);
    assert!(!seat.shows("Résultat") && !seat.shows("Chercher «"), "{}", seat.screen());
}

#[test]
fn redo_in_a_field_never_pastes_killed_text() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8400<ctrl-u><ctrl-y>");
    assert!(!seat.shows("8400"), "{}", seat.screen());
    seat.keys("<esc><esc>ajveut<ctrl-u>");
    seat.keys("<ctrl-y>");
    assert!(!seat.shows("veutveut"), "{}", seat.screen());
}

#[test]
fn an_opposition_asks_which_channel() {
    let mut seat = seat();
    seat.keys("o<enter>");
    assert!(seat.shows("à choisir"), "{}", seat.screen());
    assert_eq!(facts(&seat), 1);
    seat.keys("m<enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let dealings = seat.desk.book().contact(contact).unwrap().dealings;
    assert!(dealings.opposed(Approach::Mail) && !dealings.opposed(Approach::Phone));
}

#[test]
fn the_day_a_calls_note_names_is_proposed_as_the_next_step() {
    let mut seat = seat();
    seat.keys("aj3 chambres, rappeler jeudi 14h, elle rentre.");
    assert!(seat.shows("proposé d’après la note"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let due = deal(&seat).next.unwrap().due;
    assert_eq!((due.day.to_string().as_str(), due.hour.is_some()), ("2026-11-26", true));
    seat.keys("ajrappeler lundi<tab><ctrl-u>vendredi<enter>").settle();
    assert_eq!(deal(&seat).next.unwrap().due.day.to_string(), "2026-11-27", "what is typed wins");
    for note in [
        "budget 12000 euros pour 3 pièces",
        "veut 2 devis",
        "a 14 ans de métier",
        "Bonjour madame Mars",
        "mon mari",
        "vu jeudi dernier",
    ] {
        seat.keys("aj").keys(note);
        assert!(!seat.shows("proposé"), "{note}: {}", seat.screen());
        seat.keys("<esc>");
    }
}
