use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::{lexicon::source, *};
use crate::sales::fields::FIELDS;

const BOTH: [Language; 2] = [Language::Fr, Language::En];

fn keys(language: Language) -> BTreeSet<&'static str> {
    Voice::new(language).keys().collect()
}

#[test]
fn both_languages_have_the_same_texts() {
    let (fr, en) = (keys(Language::Fr), keys(Language::En));
    let only: Vec<_> = fr.symmetric_difference(&en).collect();
    assert!(only.is_empty(), "in one language only: {only:?}");
}

#[test]
fn the_files_are_good_fluent_and_name_each_text_once() {
    for language in BOTH {
        let parsed = FluentResource::try_new(source(language).to_owned());
        assert!(parsed.is_ok(), "{language:?}: {:?}", parsed.err().map(|(_, errors)| errors));
        let entries =
            source(language).lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).count();
        assert_eq!(keys(language).len(), entries, "{language:?} names a text twice");
    }
}

#[test]
fn every_enum_word_and_field_has_its_text() {
    for language in BOTH {
        let voice = Voice::new(language);
        for key in word::KEYS {
            assert!(voice.has(key), "{language:?}: {key}");
        }
        for field in FIELDS {
            assert!(!voice.field(field.key).starts_with("field-"), "{language:?}: {}", field.key);
        }
    }
}

#[test]
fn every_exchange_has_its_text() {
    use crate::sales::fact::Direction::{Ours, Theirs};
    for key in word::KEYS.iter().filter_map(|key| key.strip_prefix("channel-")) {
        for way in [Ours, Theirs] {
            let way = way.text_key().trim_start_matches("direction-");
            assert!(BOTH.iter().all(|l| Voice::new(*l).has(&format!("exchanged-{key}-{way}"))), "{key} {way}");
        }
    }
}

#[test]
fn a_text_cut_from_the_file_is_what_fluent_says() {
    for language in BOTH {
        let voice = Voice::new(language);
        let fluent = voice.lexicon.through_fluent();
        for key in voice.keys() {
            let through_fluent = fluent(key);
            assert!(through_fluent.is_some(), "{language:?}: {key}");
            if let Some(cut) = voice.lexicon.plain(key) {
                assert_eq!(Some(cut), through_fluent.as_deref(), "{language:?}: {key}");
            }
        }
    }
}

#[test]
fn no_text_leans_on_another() {
    for language in BOTH {
        for line in source(language).lines().filter(|line| !line.starts_with('#')) {
            let bare = line.replace("{ $", "").replace("{ \"", "").replace("{ NUMBER(", "");
            let placeable = bare.trim_end().trim_end_matches('{');
            assert!(!placeable.contains("{ ") || placeable.contains("->"), "{language:?}: {line}");
        }
    }
}

#[test]
fn french_signs_have_their_no_break_space() {
    let texts = source(Language::Fr).lines().filter(|line| !line.starts_with('#'));
    for (at, line) in texts.enumerate() {
        let words = line.split_once(" = ").map_or(line, |(_, words)| words);
        for sign in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!words.contains(sign), "text {at}: plain space beside {sign:?} in {words}");
        }
    }
}

#[test]
fn plurals_and_numbers_follow_the_language() {
    let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
    assert_eq!(fr.tell("date-late", &[("days", 1234.into())]), "retard 1\u{202f}234 j");
    assert_eq!(en.tell("sure-stale", &[("months", 1.into())]), "to reconfirm (1 month)");
    assert_eq!(en.tell("sure-stale", &[("months", 7.into())]), "to reconfirm (7 months)");
    assert_eq!(fr.tell("date-at", &[("day", "jeu. 26".into()), ("hour", "14 h".into())]), "jeu. 26 à 14 h");
}

#[test]
fn a_text_without_arguments_may_still_be_told() {
    assert_eq!(Voice::new(Language::Fr).tell("word-yes", &[]), "oui");
}

#[test]
#[should_panic(expected = "no text nowhere-to-be-found")]
fn a_missing_text_is_loud_in_tests() {
    let _ = Voice::new(Language::Fr).say("nowhere-to-be-found");
}

#[test]
fn a_voice_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Voice::new(Language::En));
}

#[test]
fn a_forgotten_argument_does_no_harm() {
    assert_eq!(Voice::new(Language::Fr).tell("date-late", &[]), "retard {$days} j");
}
