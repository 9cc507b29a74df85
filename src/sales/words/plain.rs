//! Text without what the eye cannot see and without what a terminal would obey.

use std::{borrow::Cow, iter::Peekable, str::CharIndices};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Flaw;

/// The most bytes a text may have.
pub const MAX_TEXT: usize = 65_536;

/// Without control characters, terminal sequences, bidi overrides and zero-width characters; composed (NFC).
/// Lines stay, their ends become `\n`; tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let kept = if text.chars().all(|c| stays(c) || c == '\n') { Cow::Borrowed(text) } else { Cow::Owned(strip(text)) };
    if is_nfc_quick(kept.chars()) == IsNormalized::Yes { kept } else { Cow::Owned(kept.nfc().collect()) }
}

/// [`clean`], on one line, spaces single, none at the ends.
pub fn line(text: &str) -> Cow<'_, str> {
    let clean = clean(text);
    let tidy = !clean.starts_with(' ') && !clean.ends_with(' ') && !clean.contains("  ");
    if tidy && !clean.chars().any(|c| c.is_whitespace() && c != ' ') {
        return clean;
    }
    Cow::Owned(clean.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text carries something the eye cannot see, other than ends of lines and tabs.
pub fn hides(text: &str) -> bool {
    text.chars().any(|c| !stays(c) && !matches!(c, '\n' | '\r' | '\t'))
}

/// Refuses what is too long to be kept.
pub fn bounded(text: &str) -> Result<&str, Flaw> {
    if text.len() > MAX_TEXT { Err(Flaw::TooLong { max: MAX_TEXT }) } else { Ok(text) }
}

/// Whether a character is kept as it is.
fn stays(c: char) -> bool {
    !(c.is_control() || is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'
            ..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn strip(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\x1b' => escape(text, at, &mut chars),
            '\u{9b}' => control_sequence(&mut chars),
            '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => payload(&text[at + c.len_utf8()..], &mut chars),
            '\r' if matches!(chars.peek(), Some((_, '\n'))) => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            c if stays(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// Skips what an ESC begins.
fn escape(text: &str, at: usize, chars: &mut Peekable<CharIndices>) {
    match chars.peek() {
        Some((_, '[')) => {
            chars.next();
            control_sequence(chars);
        }
        Some((_, ']' | 'P' | 'X' | '^' | '_')) => {
            chars.next();
            payload(&text[at + 2..], chars);
        }
        _ => {
            while chars.next_if(|(_, c)| matches!(c, ' '..='/')).is_some() {}
            chars.next_if(|(_, c)| matches!(c, '0'..='~'));
        }
    }
}

/// Skips the rest of `CSI … final`.
fn control_sequence(chars: &mut Peekable<CharIndices>) {
    while chars.next_if(|(_, c)| matches!(c, ' '..='?')).is_some() {}
    chars.next_if(|(_, c)| matches!(c, '@'..='~'));
}

/// Skips a string that a terminal would swallow, up to its end; one that never ends stays as text.
fn payload(rest: &str, chars: &mut Peekable<CharIndices>) {
    let end = rest.find(['\x07', '\u{9c}', '\x1b']);
    let Some(end) = end else { return };
    let stop = rest[end..].chars().next();
    let count = rest[..end].chars().count() + usize::from(stop != Some('\x1b'));
    for _ in 0..count {
        chars.next();
    }
    if stop == Some('\x1b') && rest[end..].starts_with("\x1b\\") {
        chars.next();
        chars.next();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cleans() {
        for (text, kept) in [
            ("", ""),
            ("Marie Lefèvre", "Marie Lefèvre"),
            ("e\u{301}te\u{301}", "été"),
            ("a\0b\x07c\x7f", "abc"),
            ("\x1b[31mrouge\x1b[0m", "rouge"),
            ("\x1b]0;titre\x07après", "après"),
            ("\x1b]8;;http://evil.example\x1b\\lien\x1b]8;;\x1b\\", "lien"),
            ("\x1b]52;c;c2Fs\u{9c}x", "x"),
            ("\x1bPq#0;2\x1b\\fin", "fin"),
            ("\u{9b}2Jvide", "vide"),
            ("\u{9d}0;t\x07v", "v"),
            ("\x1bcremis", "remis"),
            ("\x1b(Bx", "x"),
            ("fin\x1b", "fin"),
            ("\x1b]jamais fini", "jamais fini"),
            ("moc.\u{202e}elgoog", "moc.elgoog"),
            ("\u{200e}\u{2066}a\u{2069}\u{200b}b\u{feff}", "ab"),
            ("❤\u{fe0f}", "❤"),
            ("un\r\ndeux\rtrois\u{2028}quatre", "un\ndeux\ntrois\nquatre"),
            ("a\tb", "a b"),
            ("ga\u{ad}rage", "garage"),
            ("محمد", "محمد"),
        ] {
            assert_eq!(clean(text), kept, "{text:?}");
        }
    }

    #[test]
    fn joins_lines() {
        for (text, kept) in [
            ("  Marie \n Lefèvre\t ", "Marie Lefèvre"),
            ("12\u{a0}rue  des\u{202f}Lilas", "12 rue des Lilas"),
            ("simple", "simple"),
        ] {
            assert_eq!(line(text), kept);
        }
    }

    #[test]
    fn what_is_clean_is_not_copied() {
        assert!(matches!(clean("Zoé, 44000 Nantes"), Cow::Borrowed(_)));
        assert!(matches!(line("Zoé, 44000 Nantes"), Cow::Borrowed(_)));
    }

    #[test]
    fn says_what_hides() {
        assert!(hides("a\u{202e}b") && hides("a\x1b[1m") && !hides("a\r\n\tb é"));
    }

    #[test]
    fn long_texts_are_refused() {
        assert!(bounded(&"a".repeat(MAX_TEXT)).is_ok());
        assert_eq!(bounded(&"a".repeat(MAX_TEXT + 1)), Err(Flaw::TooLong { max: MAX_TEXT }));
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in "(?s).*") {
            let clean = clean(&text).into_owned();
            prop_assert!(!hides(&clean));
            prop_assert!(!clean.contains(['\r', '\t', '\x1b']));
            prop_assert_eq!(super::clean(&clean), clean.as_str());
            prop_assert!(!line(&text).contains('\n'));
        }

        #[test]
        fn sequences_in_any_order_do_no_harm(parts in proptest::collection::vec(
            prop_oneof!["\x1b", "\\[", "\\]", "\\\\", "\x07", "\u{9b}", "\u{9c}", "\u{9d}", "é", "3", "m", "\u{202e}"], 0..20)) {
            let text = parts.concat();
            prop_assert!(!hides(&clean(&text)));
        }
    }
}
