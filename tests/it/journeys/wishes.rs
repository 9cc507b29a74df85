//! Every wish by its keys, in both languages. A new wish joins by one line.

use vigie::{
    cockpit::{
        command::Command,
        effect::{Ask, Effect},
    },
    voice::Language,
};

use crate::{screen::portfolio, seat::Seat};

/// What is seen after a key.
enum Seen {
    /// A text of this key, as far as it has no arguments.
    Says(&'static str),
    /// Another screen than before.
    Change,
    /// An effect that reaches beyond the screen.
    Asks(fn(&Effect) -> bool),
}

use Seen::{Asks, Change, Says};

/// A wish, what is pressed before, each key of it, and what is seen.
type Journey = (Command, &'static str, &'static [&'static str], Seen);

const JOURNEYS: &[Journey] = &[
    (Command::Left, "<right>", &["<left>", "h"], Change),
    (Command::Right, "", &["<right>", "l"], Change),
    (Command::Up, "<down>", &["<up>", "k"], Change),
    (Command::Down, "", &["<down>", "j"], Change),
    (Command::PageUp, "<end>", &["<pageup>"], Change),
    (Command::PageDown, "", &["<pagedown>"], Change),
    (Command::First, "<end>", &["<home>"], Change),
    (Command::Last, "", &["<end>"], Change),
    (Command::Today, "", &["1", "&"], Change),
    (Command::Pipeline, "1", &["2", "é"], Change),
    (Command::Contacts, "", &["3", "\""], Says("column-company")),
    (Command::Query, "3", &["="], Says("asking-keys")),
    (Command::Segments, "3", &[";"], Says("segments-none")),
    (Command::Sort, "3", &["z"], Change),
    (Command::NextTab, "1", &["<ctrl-pagedown>"], Change),
    (Command::PreviousTab, "", &["<ctrl-pageup>"], Change),
    (Command::Skip, "1", &["p"], Change),
    (Command::Spread, "1", &["<f9>"], Says("form-row-per_day")),
    (Command::Print, "1", &["<ctrl-u>"], Asks(|effect| matches!(effect, Effect::Sheet(_)))),
    (Command::Fold, "", &["z"], Change),
    (Command::LostColumn, "", &["w"], Change),
    (Command::Mark, "", &[" "], Change),
    (Command::MarkColumn, "", &["*"], Change),
    (Command::Mouse, "", &["b"], Change),
    (Command::Sequence, "", &["<f12>"], Change),
    (Command::Tag, "", &["<f8>"], Change),
    (Command::Tour, "", &["<ctrl-n>"], Change),
    (Command::Filter, "", &["f"], Change),
    (Command::Widen, "", &["<backspace>"], Change),
    (Command::Open, "", &["<enter>", "<f2>"], Says("command-open-edit")),
    (Command::Back, "<enter>", &["<esc>"], Change),
    (Command::NextPane, "", &["<tab>"], Says("command-open-edit")),
    (Command::PreviousPane, "", &["<shift-tab>"], Says("command-confirmed")),
    (Command::Call, "", &["a"], Says("form-row-outcome")),
    (Command::Note, "", &["i"], Says("form-channel-sms-ours")),
    (Command::Mail, "", &["m"], Says("form-channel-mail-theirs")),
    (Command::Meeting, "", &["v"], Says("form-row-when")),
    (Command::NextStep, "", &["r", "+"], Says("form-row-what")),
    (Command::Qualify, "", &["q"], Says("command-confirmed")),
    (Command::Framework, "", &["<f3>"], Says("menu-framework-words")),
    (Command::Confirmed, "q<home>", &["o"], Says("pane-typing-words")),
    (Command::Assumed, "q<home>", &["c"], Says("pane-typing-words")),
    (Command::Denied, "q<home>", &["n"], Says("pane-typing-words")),
    (Command::Stage, "", &["e"], Says("menu-here")),
    (Command::StageBack, "<right><right>", &["<shift-left>"], Change),
    (Command::StageForward, "", &["<shift-right>"], Says("form-row-synthesis")),
    (Command::Complain, "", &["s"], Change),
    (Command::HandOver, "", &["t"], Change),
    (Command::Relate, "", &["<ctrl-k>"], Change),
    (Command::Archive, "", &["<ctrl-w>"], Change),
    (Command::Past, "", &["<f7>"], Change),
    (Command::Sheet, "", &["<f4>"], Change),
    (Command::Exchanges, "", &["<f5>"], Change),
    (Command::Quotes, "", &["<f6>"], Change),
    (Command::Delete, "", &["<ctrl-d>"], Change),
    (Command::TakeBack, "ajNote<enter><f5>", &["<delete>", "<backspace>"], Change),
    (Command::MoveEntry, "ajNote<enter><f5>", &["<ctrl-x>"], Says("palette-keys-move")),
    (Command::Quote, "", &["d"], Says("form-row-quote_number")),
    (Command::Won, "", &["g"], Says("form-row-proof")),
    (Command::Lost, "", &["x"], Says("form-row-reason")),
    (Command::NewContact, "", &["n"], Says("form-contact")),
    (Command::NewDeal, "<enter>", &["n"], Says("form-deal")),
    (Command::Oppose, "", &["o"], Says("form-row-approach")),
    (Command::Forget, "", &["<shift-delete>"], Says("form-row-sure")),
    (Command::Find, "", &["c", "/", ":", "<ctrl-f>", "<ctrl-p>"], Says("palette-keys")),
    (Command::Undo, "ap<enter>", &["u", "<ctrl-z>"], Says("toast-undone")),
    (Command::Redo, "ap<enter>u", &["<ctrl-y>", "<ctrl-r>"], Says("toast-again")),
    (Command::Drafts, "", &["<ctrl-t>"], Says("toast-no-drafts")),
    (Command::Copy, "", &["<ctrl-c>"], Asks(|effect| matches!(effect, Effect::Copy(_)))),
    (Command::Save, "", &["<ctrl-s>"], Says("toast-already")),
    (Command::Import, "", &["<ctrl-o>"], Says("form-row-path")),
    (Command::History, "", &["<ctrl-g>"], Change),
    (Command::Doubles, "", &["<ctrl-b>"], Change),
    (Command::Retention, "", &["<shift-f7>"], Says("retention-close")),
    (Command::Settings, "", &["y"], Says("settings-title")),
    (Command::Help, "", &["?", ",", "<f1>"], Says("help-title")),
    (Command::Redraw, "", &["<ctrl-l>"], Asks(|effect| *effect == Effect::Redraw)),
    (Command::Quit, "", &["<ctrl-q>"], Asks(|effect| *effect == Effect::Quit)),
];

#[test]
fn every_wish_has_a_journey() {
    for command in Command::ALL {
        assert!(JOURNEYS.iter().any(|(known, ..)| known == command), "no journey for {}", command.name());
    }
}

#[test]
fn every_key_does_what_its_name_says_in_both_languages() {
    for language in [Language::Fr, Language::En] {
        for (command, before, keys, seen) in JOURNEYS {
            for key in *keys {
                let mut seat = Seat::new(portfolio(40), language, 120, 36);
                seat.keys("2").keys(before).settle();
                seat.asked.clear();
                let stood = seat.screen();
                seat.keys(key).settle();
                let screen = seat.screen();
                let name = command.name();
                match seen {
                    Change => assert_ne!(stood, screen, "{name} by {key}"),
                    Asks(is) => assert!(seat.asked.iter().any(is), "{name} by {key}: {:?}", seat.asked),
                    Says(text) => {
                        let words =
                            seat.voice.tell(text, &[("what", "".into()), ("key", "".into()), ("who", "".into())]);
                        let words = words.trim_matches([' ', '·']).split(" · ").next().unwrap_or_default().trim();
                        let words = &words.replace(['\u{a0}', '\u{202f}'], " ");
                        assert!(seat.shows(words), "{name} by {key}: no “{words}”\n{screen}");
                    }
                }
            }
        }
    }
}

/// Keys pressed, the text typed left out: what stands between `{` and `}`.
fn pressed(seat: &mut Seat, keys: &str) -> usize {
    let mut count = 0;
    for part in keys.split_inclusive(['{', '}']) {
        let typed = part.ends_with('}');
        let part = part.trim_end_matches(['{', '}']);
        seat.keys(part).settle();
        let named = part.matches('<').count();
        let letters =
            part.chars().count() - part.split('<').skip(1).filter_map(|rest| Some(rest.find('>')? + 2)).sum::<usize>();
        count += if typed { 0 } else { named + letters };
    }
    count
}

#[test]
fn the_first_prospect_takes_at_most_twenty_five_keys_besides_the_text() {
    let theme = vigie::cockpit::theme::Theme::shipped("dark", false).unwrap();
    let mut seat = Seat::of("", Vec::new(), Language::Fr, theme, (80, 24));
    // The file is read beside the screen: whom it brings stands there when it is done.
    let greeted = pressed(&mut seat, "{Sandrine}<enter>i{clients.csv}<enter>");
    assert_eq!(seat.asked, [Effect::Import { path: "clients.csv".into(), ask: Ask::Columns }]);
    // One Enter on the columns, one on what the file would do.
    let looked_at = 2;
    let mut seat = Seat::new(vec![super::marie()], Language::Fr, 80, 24);
    let report_closed = 1;
    let qualified =
        pressed(&mut seat, "q<home>{cuisine}<down>{8 k€}<tab>{mars}<down>{elle signe}<enter><enter><enter>");
    assert_eq!(super::stage_of(&seat), "prospect", "{}", seat.screen());
    let count = greeted + looked_at + report_closed + qualified;
    assert!(count <= 25, "{count} keys");
}

#[test]
fn a_phone_rings_and_the_person_is_found_or_created_in_at_most_four_keys() {
    let mut seat = super::seat();
    assert!(pressed(&mut seat, "c{0639980001}<enter>") <= 4);
    assert!(seat.shows("Cuisine sur mesure") && seat.shows("Entrée modifier"), "{}", seat.screen());
    let mut seat = super::seat();
    let count = pressed(&mut seat, "c{0639980009}<enter>{Zoé}<tab>{Martin}<enter>");
    assert!(seat.shows("Zoé Martin") && seat.shows("06 39 98 00 09"), "{}", seat.screen());
    assert!(count <= 4, "{count}");
}
