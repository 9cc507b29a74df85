//! Text that is typed and not yet entered is never lost.

use vigie::{
    cockpit::{
        effect::Effect,
        event::{Event, News},
    },
    sales::{
        entity::Id,
        fact::{ActId, Sure},
        money::Money,
        qualification,
    },
    voice::Language,
};

use super::{deal, facts, seat};
use crate::seat::Seat;

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
    later.hear(Event::News(News::Drafts(vec![(place, text)])));
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
    later.hear(Event::News(News::Drafts(vec![(place.clone(), text)])));
    later.keys("r<enter>").settle();
    assert_eq!(later.asked, [Effect::DropDraft(place)]);
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
fn abandoned_text_is_in_the_list_for_as_long_as_one_sits_here() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>douze<esc><up>ajVeut un devis<esc><esc>q<home>cuisine<esc><esc>");
    seat.keys("<ctrl-t>");
    assert!(seat.shows("cuisine") && seat.shows("Veut un devis") && seat.shows("douze"), "{}", seat.screen());
    seat.keys("br");
    assert!(seat.shows("Veut un devis") && seat.shows("Résultat"), "{}", seat.screen());
    seat.keys(" pour mars<enter>").settle();
    seat.keys("<ctrl-t>");
    assert!(seat.shows("douze") && !seat.shows("b  Menuiserie Lefèvre : Veut"), "{}", seat.screen());
    seat.keys("ax");
    assert!(seat.shows("douze") && !seat.shows("cuisine"), "{}", seat.screen());
}

/// A seat on the same desk as another, later, offered drafts.
fn later(seat: &mut Seat, drafts: &[(&str, &str)]) -> Seat {
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.keys("<esc>");
    let drafts = drafts.iter().map(|(place, text)| ((*place).to_owned(), (*text).to_owned())).collect();
    later.hear(Event::News(News::Drafts(drafts)));
    later
}

#[test]
fn several_drafts_are_a_list_and_those_left_are_one_key_away() {
    let mut first = seat();
    let deal = deal(&first).entity;
    let (amount, answer) = (format!("field {deal} deal.amount"), format!("words {deal} budget maybe"));
    let drafts =
        [(amount.as_str(), "9000"), (answer.as_str(), "8 k€ peut-être"), ("form contact", "contact.given_name=Zoé")];
    let mut seat = later(&mut first, &drafts);
    for words in ["Zoé", "Menuiserie Lefèvre : 9000", "8 k€ peut-être"] {
        assert!(seat.shows(words), "{words}: {}", seat.screen());
    }
    seat.keys("br");
    assert!(seat.shows("Restent 2 autres textes"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let said = qualification::answer(&super::deal(&seat), "budget", seat.desk.today()).map(|answer| answer.sure);
    assert_eq!(said, Some(Sure::Assumed), "it comes back as it was said");
    seat.keys("<ctrl-t>");
    assert!(seat.shows("Zoé") && seat.shows("9000"), "{}", seat.screen());
    seat.keys("ax");
    assert!(seat.asked.contains(&Effect::DropDraft("form contact".into())));
    assert!(seat.shows("9000") && !seat.shows("Zoé"), "the next one is asked about at once: {}", seat.screen());
    seat.keys("<esc><ctrl-t>r<enter>").settle();
    assert_eq!(super::deal(&seat).amount(), Some(Money::ht(900_000)));
    seat.keys("<esc><ctrl-t>");
    assert!(seat.shows("Aucun texte en attente"), "{}", seat.screen());
}

#[test]
fn a_draft_whose_subject_is_gone_is_shown_and_can_be_copied() {
    let mut first = seat();
    let gone = format!("form call {}", crate::world::deal(7));
    let text = "outcome:=reached\nnote=Veut un devis\\npour mars";
    let mut seat = later(&mut first, &[(&gone, text)]);
    assert!(seat.shows("sa fiche n’existe plus") && seat.shows("Veut un devis"), "{}", seat.screen());
    seat.keys("r");
    assert!(seat.shows("Veut un devis"), "nothing to take up: {}", seat.screen());
    seat.keys("c");
    assert_eq!(seat.asked, [Effect::Copy("Veut un devis\npour mars".into())]);
    seat.keys("x");
    assert_eq!(seat.asked.last(), Some(&Effect::DropDraft(gone)));
}

#[test]
fn a_draft_waits_in_its_place() {
    let mut first = seat();
    let place = format!("form call {}", deal(&first).entity);
    let mut seat = later(&mut first, &[(&place, "outcome:=message\nnote=Rappeler")]);
    seat.keys("<esc>a");
    assert!(seat.shows("[m message") && seat.shows("Rappeler"), "{}", seat.screen());
    assert!(seat.shows("Texte de la dernière fois repris"));
    seat.keys("<esc>a");
    assert!(!seat.shows("Rappeler"), "given up, it does not come again by itself: {}", seat.screen());
}

#[test]
fn a_long_search_is_a_draft_too() {
    let mut first = seat();
    first.keys("cmen");
    first.hear(Event::Rested);
    assert!(first.asked.is_empty());
    first.keys("uiserie");
    first.hear(Event::Rested);
    assert_eq!(first.asked, [Effect::Draft { place: "box".into(), text: "menuiserie".into() }]);
    let mut seat = later(&mut first, &[("box", "menuiserie")]);
    seat.keys("r");
    assert!(seat.shows("Marie Lefèvre  Menuiserie Lefèvre"), "{}", seat.screen());
}

#[test]
fn while_the_disk_is_slow_keys_move_and_what_is_on_its_way_is_kept() {
    let mut seat = seat();
    seat.slow = true;
    seat.keys("ajVeut un devis<enter>");
    assert!(seat.shows("… écriture"), "{}", seat.screen());
    assert!(seat.shows("Veut un devis"), "it shows as if it were there: {}", seat.screen());
    seat.keys("<enter><down><down><enter>9000");
    assert!(seat.shows("9000") && seat.shows("9 k€"), "{}", seat.screen());
    seat.hear(Event::Rested);
    let kept = seat.asked.iter().filter(|effect| matches!(effect, Effect::Draft { .. })).count();
    assert_eq!(kept, 2, "what is on its way, and what is being typed: {:?}", seat.asked);
    let Some(Effect::Record(said)) = seat.asked.first().cloned() else { panic!("{:?}", seat.asked) };
    seat.asked.clear();
    let act = ActId(Id(1));
    seat.hear(Event::News(News::Taken(act, said)));
    assert_eq!(seat.asked, []);
    seat.hear(Event::News(News::Saved(act)));
    assert!(matches!(seat.asked.as_slice(), [Effect::DropDraft(place)] if place.starts_with("form call")));
    assert!(seat.shows("✓ enregistré") && seat.shows("9000"));
}

#[test]
fn a_refused_field_comes_back_with_its_text_and_the_reason() {
    for busy in [false, true] {
        let mut seat = seat();
        seat.slow = true;
        seat.keys("<enter><down><down><enter>8400<enter>");
        let Some(Effect::Record(said)) = seat.asked.pop() else { panic!("{:?}", seat.asked) };
        let act = ActId(Id(1));
        seat.hear(Event::News(News::Taken(act, said)));
        seat.keys(if busy { "ajnote en cours" } else { "<esc>" });
        seat.hear(Event::News(News::Refused(act, "disque plein".into())));
        assert!(seat.shows("✗ disque plein"), "{}", seat.screen());
        if busy {
            assert!(seat.shows("note en cours") && seat.shows("votre texte est gardé : Ctrl-T"), "{}", seat.screen());
            assert!(matches!(seat.asked.last(), Some(Effect::Draft { text, .. }) if text == "8400"));
            seat.keys("<esc><ctrl-t>ar");
        }
        assert!(seat.shows("8400"), "{}", seat.screen());
        seat.slow = false;
        seat.keys("<enter>").settle();
        assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)), "{busy}: {}", seat.screen());
    }
}

#[test]
fn a_form_taken_up_again_has_its_caret_behind_what_was_typed() {
    for (typed, more, shown) in [
        ("ajVeut un devis", " rapide", "Veut un devis rapide"),
        ("rlundi<tab>salon", " vert", "salon vert"),
        ("rlundi<tab>salon<shift-tab>", " 14h", "lundi 14h"),
    ] {
        let mut first = seat();
        first.keys(typed);
        first.hear(Event::Rested);
        let Some(Effect::Draft { place, text }) = first.asked.pop() else { panic!("no draft") };
        let mut seat = later(&mut first, &[(&place, &text)]);
        seat.keys("r").keys(more);
        assert!(seat.shows(shown), "{typed}: {}", seat.screen());
        let old = text.lines().filter(|line| !line.starts_with("caret")).collect::<Vec<_>>().join("\n");
        if !typed.ends_with("<shift-tab>") {
            let mut seat = later(&mut seat, &[(&place, &old)]);
            seat.keys("r").keys(more);
            assert!(seat.shows(shown), "without a word on the caret, {typed}: {}", seat.screen());
        }
    }
}

#[test]
fn text_that_comes_in_outside_a_field_becomes_a_note_or_waits() {
    let mut seat = seat();
    seat.hear(Event::Paste("Veut une cuisine\net un salon".into()));
    assert!(seat.shows("le noter chez Menuiserie Lefèvre"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(seat.shows("Texte abandonné"), "{}", seat.screen());
    seat.keys("ui");
    assert!(seat.shows("Veut une cuisine") && seat.shows("et un salon"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    assert_eq!(facts(&seat), 2, "{}", seat.screen());
    seat.keys("<ctrl-t>");
    assert!(seat.shows("Aucun texte en attente"), "{}", seat.screen());
    seat.hear(Event::Paste("Veut une cuisine\net un salon".into()));
    seat.keys("<esc><esc><ctrl-t>r");
    assert!(seat.shows("Veut une cuisine et un salon"), "{}", seat.screen());
}

/// What was typed and never validated, after a line that dropped: it comes back when the same is opened again.
fn comes_back(before: &str, opened: &str, typed: &str) {
    let mut seat = seat();
    seat.keys(before).settle();
    seat.asked.clear();
    seat.keys(opened).keys(typed);
    seat.hear(Event::Rested);
    let Some(Effect::Draft { place, text }) = seat.asked.pop() else { panic!("no draft of {opened}") };
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.keys("<esc>2");
    later.hear(Event::News(News::Drafts(vec![(place, text)])));
    later.keys("<esc>").keys(opened);
    assert!(later.shows(typed) && !later.shows("le copier"), "{opened}\n{}", later.screen());
}

#[test]
fn what_is_done_to_many_and_a_correction_keep_what_was_typed() {
    comes_back("", " r", "lundi prochain");
    comes_back("", "<f8>", "artisans");
    comes_back("ajPremier mot<enter>", "<enter><f5><home><enter><tab><tab><tab>", " et la suite");
}

#[test]
fn a_refusal_stands_on_top_until_anything_was_kept_again() {
    let mut seat = seat();
    seat.keys("aintéressée<enter>").settle();
    seat.slow = true;
    seat.keys("aintéressée<enter>");
    let act = ActId(Id(9));
    seat.hear(Event::News(News::Taken(act, Vec::new())));
    seat.hear(Event::News(News::Refused(act, "disque plein".into())));
    assert!(seat.shows("✗ disque plein"), "{}", seat.screen());
    seat.slow = false;
    seat.keys("<esc><down>u").settle();
    assert!(seat.shows("✓ enregistré") && !seat.shows("✗"), "{}", seat.screen());
}
