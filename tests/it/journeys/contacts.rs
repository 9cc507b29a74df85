//! The table of contacts: everybody on a line, in an order of one's choice, worked on as anywhere else.

use vigie::{
    cockpit::event::Gesture,
    sales::{book::Records, entity::Kind, fact::Statement},
    voice::Language,
};

use super::{company, marie, person, set, text};
use crate::seat::Seat;

/// Somebody of a town, without any deal.
fn of_town(given: &str, family: &str, town: &str) -> Vec<Statement> {
    vec![
        set(person(), "contact.given_name", text(given)),
        set(person(), "contact.family_name", text(family)),
        set(person(), "contact.town", text(town)),
    ]
}

fn seat(width: u16, height: u16) -> Seat {
    let house =
        vec![set(company(), "company.name", text("Garage Morin")), set(company(), "company.town", text("Brest"))];
    let facts = vec![of_town("Zoé", "Abel", "Vannes"), marie(), house, of_town("Karim", "Benali", "Auray")];
    let mut seat = Seat::new(facts, Language::Fr, width, height);
    seat.keys("3");
    seat
}

/// The lines of the screen on which these words stand, from top to bottom.
fn order(seat: &Seat, words: &[&str]) -> Vec<usize> {
    let screen = seat.screen();
    words.iter().map(|word| screen.lines().position(|line| line.contains(word)).unwrap_or(usize::MAX)).collect()
}

#[test]
fn everybody_stands_in_the_table_and_companies_where_nobody_is_known() {
    let seat = seat(120, 36);
    assert!(seat.shows("1 / 4 contacts"), "{}", seat.screen());
    let lines = order(&seat, &["Abel Zoé", "Benali Karim", "Garage Morin", "Lefèvre Marie"]);
    assert!(lines.is_sorted() && lines[3] < 36, "by family name: {}", seat.screen());
    assert!(seat.shows("06 39 98 00 01") && seat.shows("Menuiseri…"), "{}", seat.screen());
}

#[test]
fn a_column_puts_the_rows_in_order_and_once_more_the_other_way_round() {
    let mut seat = seat(120, 36);
    seat.keys("<right><right>z");
    let towns = |seat: &Seat| order(seat, &["Auray", "Brest", "Vannes"]);
    assert!(towns(&seat).is_sorted() && seat.shows("Ville ▲"), "{}", seat.screen());
    seat.keys("z");
    assert!(towns(&seat).iter().rev().is_sorted() && seat.shows("Ville ▼"), "{}", seat.screen());
    assert!(order(&seat, &["Auray", "Lefèvre Marie"]).is_sorted(), "no town comes last: {}", seat.screen());
    seat.point(Gesture::Press, "Nom");
    assert!(seat.shows("Nom ▲") && order(&seat, &["Abel Zoé", "Lefèvre Marie"]).is_sorted(), "{}", seat.screen());
}

#[test]
fn a_call_is_noted_from_the_table_and_a_first_deal_is_born_with_it() {
    let mut seat = seat(120, 36);
    seat.keys("ajVeut un devis<enter>").settle();
    assert!(seat.shows("Zoé Abel : appel passé") && seat.shows("appel passé, joint"), "{}", seat.screen());
    assert!(seat.shows("▌ Abel Zoé"), "the cursor stays: {}", seat.screen());
    seat.keys("u").settle();
    assert!(!seat.shows("appel passé, joint"), "{}", seat.screen());
    seat.keys("d<tab>12000<enter>").settle();
    assert!(seat.shows("Devis envoyé") && seat.desk.book().count(Kind::Deal) == 2, "{}", seat.screen());
    assert!(seat.shows("▌ Abel Zoé"), "a first deal speaks for them: {}", seat.screen());
}

#[test]
fn who_is_opened_is_left_where_the_cursor_stood() {
    let mut seat = seat(80, 24);
    seat.keys("<down><enter>");
    assert!(seat.shows("Entrée modifier") && seat.shows("Karim Benali"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(seat.shows("▌ Benali Karim") && seat.shows("z trier"), "{}", seat.screen());
}

#[test]
fn the_filter_of_the_other_tabs_holds_here_and_is_lifted_here() {
    let mut seat = seat(120, 36);
    seat.keys("fr{}<backspace><backspace>ville:vannes<enter>");
    assert!(seat.shows("1 sur 4") && seat.shows("Abel Zoé") && !seat.shows("Benali"), "{}", seat.screen());
    seat.keys("<backspace>");
    assert!(seat.shows("/ 4 contacts") && seat.shows("Benali"), "{}", seat.screen());
    seat.keys("frville:nulle<enter>");
    assert!(seat.shows("Personne ne répond à ce filtre"), "{}", seat.screen());
}

#[test]
fn whoever_is_entered_or_renamed_stands_in_their_place() {
    let mut seat = seat(120, 36);
    let born = seat.desk.book().entities(Kind::Contact).next().unwrap();
    seat.desk.record_now(vec![set(born, "contact.family_name", text("Zola"))]).unwrap();
    seat.settle();
    seat.keys("<down><up>");
    assert!(order(&seat, &["Lefèvre Marie", "Zola Zoé"]).is_sorted() && !seat.shows("Abel"), "{}", seat.screen());
    seat.desk.record_now(of_town("Paul", "Aubry", "Lyon")).unwrap();
    seat.settle();
    seat.keys("<down>");
    assert!(seat.shows("/ 5 contacts") && order(&seat, &["Aubry Paul", "Benali"]).is_sorted(), "{}", seat.screen());
}

#[test]
fn on_a_phone_there_is_one_line_each_and_two_where_there_is_room() {
    let mut seat = seat(45, 20);
    assert!(seat.shows("Lefèvre Marie") && seat.shows("06 39 98 00 01"), "{}", seat.screen());
    assert!(seat.shows("Menuiserie Lefèvre"), "the second line: {}", seat.screen());
    for n in 0..10 {
        seat.desk.record_now(of_town("Paul", &format!("Nom{n}"), "Lyon")).unwrap();
    }
    seat.settle();
    seat.keys("<down>");
    assert!(!seat.shows("Menuiserie Lefèvre") && seat.shows("Nom9 Paul"), "{}", seat.screen());
}

#[test]
fn a_click_stands_on_a_line_and_the_wheel_moves() {
    let mut seat = seat(120, 36);
    seat.click("Garage Morin");
    assert!(seat.shows("▌ Garage Morin"), "{}", seat.screen());
    seat.point(Gesture::Wheel(1), "Benali Karim");
    assert!(seat.shows("▌ Lefèvre Marie"), "{}", seat.screen());
    seat.point(Gesture::Double, "Lefèvre Marie");
    assert!(seat.shows("Entrée modifier"), "{}", seat.screen());
}

#[test]
fn the_rows_follow_a_query_while_it_is_typed_and_come_back_when_it_is_given_up() {
    let mut seat = seat(120, 36);
    seat.keys("=vil");
    assert!(seat.shows("= vil") && seat.shows("ville:") && seat.shows("Tab complète"), "{}", seat.screen());
    seat.keys("<tab>van");
    assert!(seat.shows("= ville:van") && seat.shows("1 sur 4") && !seat.shows("Benali"), "{}", seat.screen());
    assert!(seat.shows("Vannes"), "towns in use are offered: {}", seat.screen());
    seat.keys("<esc>");
    assert!(seat.shows("/ 4 contacts") && seat.shows("Benali"), "{}", seat.screen());
    seat.keys("=-ville:vannes<enter>");
    assert!(seat.shows("3 sur 4") && seat.shows("-ville:vannes"), "{}", seat.screen());
    seat.keys("=<backspace>");
    assert!(seat.shows("= -ville:vannes"), "what holds is gone on with: {}", seat.screen());
    seat.keys("<esc>2");
    assert!(seat.shows("[-ville:vannes]"), "it holds on the other tabs too: {}", seat.screen());
}

#[test]
fn what_cannot_be_read_is_underlined_and_the_word_that_was_meant_is_one_key_away() {
    let mut seat = seat(120, 36);
    seat.keys("=statuu:lead");
    assert!(seat.shows("Vouliez-vous dire « statut » ?") && seat.shows("4 sur 4"), "{}", seat.screen());
    let (x, y) = seat.place("statuu");
    let buffer = seat.buffer();
    let underlined = |x: u16| buffer[(x, y)].modifier.contains(ratatui::style::Modifier::UNDERLINED);
    assert!((x..x + 6).all(underlined) && !underlined(x + 6), "{}", seat.screen());
    seat.keys("<tab>");
    assert!(seat.shows("= statut:lead") && !seat.shows("Vouliez-vous"), "{}", seat.screen());
    seat.keys("<end> score>x<enter>");
    assert!(seat.shows("n’est pas un nombre") && seat.shows("= statut:lead"), "it stays: {}", seat.screen());
}

#[test]
fn the_form_of_the_columns_offers_the_same_words() {
    let mut seat = seat(120, 36);
    seat.keys("2frstat");
    assert!(seat.shows("Tab complète : statut:"), "{}", seat.screen());
    seat.keys("<tab>pro<tab><enter>");
    assert!(seat.shows("statut:prospect"), "{}", seat.screen());
}

fn tagged(seat: &Seat) -> usize {
    let people = seat.desk.book().entities(Kind::Contact).filter_map(|person| seat.desk.book().contact(person));
    people.filter(|person| person.fields.get("contact.tags").is_some()).count()
}

#[test]
fn everybody_who_shows_is_marked_at_once_and_worked_on_as_one_act_with_one_undo() {
    let mut seat = seat(120, 36);
    seat.keys("=-ville:brest<enter>*");
    assert!(seat.shows("3 marqués"), "{}", seat.screen());
    seat.keys("<f8>salon");
    assert!(seat.shows("Abel"), "whom it is about: {}", seat.screen());
    seat.keys("<enter>").settle();
    assert!(tagged(&seat) == 3 && seat.shows("u annule"), "{}", seat.screen());
    seat.keys("u").settle();
    assert_eq!(tagged(&seat), 0, "{}", seat.screen());
}

#[test]
fn a_step_for_people_without_a_deal_is_the_birth_of_one_each() {
    let mut seat = seat(120, 36);
    seat.keys("  rdemain<enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Deal), 3, "{}", seat.screen());
    seat.keys("u").settle();
    assert_eq!(seat.desk.book().count(Kind::Deal), 1, "{}", seat.screen());
    seat.keys("<home>  <f12>a<enter>").settle();
    let followed = seat.desk.book().entities(Kind::Deal).filter_map(|deal| seat.desk.book().deal(deal));
    assert_eq!(followed.filter(|deal| deal.sequence.is_some()).count(), 2, "{}", seat.screen());
}

#[test]
fn many_are_moved_with_what_that_makes_of_the_forecast_and_set_aside_together() {
    let mut seat = seat(120, 36);
    for n in 0..12 {
        seat.desk.record_now(super::kanban::firm(&format!("Firme {n:02}"), "lead", "")).unwrap();
    }
    seat.settle();
    seat.keys("=firme<enter>*e");
    assert!(seat.shows("12 affaires marquées"), "{}", seat.screen());
    seat.keys("pmotif");
    assert!(seat.shows("pondéré 6 k€ → 24 k€") && seat.shows("Firme 00"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    assert!(seat.shows("Prospect : 12 affaires"), "{}", seat.screen());
    seat.keys("*<ctrl-w>");
    assert!(seat.shows("Mettre de côté : 12 contacts"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    assert!(seat.shows("0 sur 4"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(seat.shows("12 sur 16"), "{}", seat.screen());
}

#[test]
fn people_without_a_deal_are_said_to_be_in_the_table_where_the_columns_are_empty() {
    let mut seat = Seat::new(vec![of_town("Zoé", "Abel", "Vannes")], Language::Fr, 120, 36);
    seat.keys("2");
    assert!(seat.shows("Aucune affaire ici. 3 montre"), "{}", seat.screen());
    seat.keys("3");
    assert!(seat.shows("Abel Zoé") && !seat.shows("Aucune affaire ici"), "{}", seat.screen());
}

#[test]
fn a_filter_is_kept_under_a_name_counted_chosen_renamed_and_removed() {
    let mut seat = seat(120, 36);
    seat.playbook = "# à nous\n[thresholds]\nhot = 75 # plus dur\n".into();
    seat.keys(";n");
    assert!(seat.shows("Aucun filtre à garder"), "{}", seat.screen());
    seat.keys("<esc>=-ville:brest<enter>;nHors Brest<enter>");
    assert!(seat.shows("Hors Brest") && seat.shows("-ville:brest"), "{}", seat.screen());
    let kept = seat.playbook.clone();
    assert!(
        kept.starts_with("# à nous") && kept.contains("# plus dur") && kept.contains("key = \"hors_brest\""),
        "{kept}"
    );
    let (_, y) = seat.place("Hors Brest");
    assert!(seat.screen().lines().nth(usize::from(y)).unwrap().trim_end().ends_with("3 │"), "{}", seat.screen());
    seat.keys("<esc><backspace>=segment:ho<tab><enter>");
    assert!(seat.shows("segment:hors_brest") && seat.shows("3 sur 4"), "{}", seat.screen());
    seat.keys("<backspace>;<enter>");
    assert!(seat.shows("3 sur 4") && !seat.shows("Garage Morin"), "chosen from the list: {}", seat.screen());
    seat.keys(";r !<enter>");
    assert!(seat.shows("Hors Brest !") && seat.playbook.contains("Hors Brest !"), "{}", seat.screen());
    seat.keys("x");
    assert!(!seat.playbook.contains("segment") && seat.playbook.contains("# plus dur"), "{}", seat.playbook);
    assert!(seat.shows("Aucun segment gardé"), "{}", seat.screen());
    seat.keys("<esc><backspace>=segment:rien<enter>");
    assert!(seat.shows("pas de segment « rien »"), "{}", seat.screen());
}

#[test]
fn what_was_kept_comes_back_by_undo() {
    let mut seat = seat(120, 36);
    seat.keys("=ville:vannes<enter>;nVannes<enter>x");
    assert!(!seat.playbook.contains("vannes"), "{}", seat.playbook);
    seat.keys("u");
    assert!(seat.playbook.contains("query = \"ville:vannes\""), "{}", seat.playbook);
}
