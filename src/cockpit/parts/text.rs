//! Text cut by display width, and folded to ASCII where the terminal has nothing else. Control characters, bidi marks and
//! other letters without width are left out whatever the text's origin.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes, as [`pieces`] would draw it.
pub fn width(text: &str) -> usize {
    match letters(text) {
        Some(letters) => letters,
        None => pieces(text).map(|(_, width)| width).sum(),
    }
}

/// How many letters a text has, where each is one narrow sign that never joins another: nearly all text here, and
/// fifty times quicker to draw than what needs the rules of Unicode.
pub fn letters(text: &str) -> Option<usize> {
    if is_simple(text) {
        return Some(text.len());
    }
    text.chars().try_fold(0, |count, letter| is_single(letter).then_some(count + 1))
}

fn is_single(letter: char) -> bool {
    match letter {
        '\u{ad}' => false,
        ' '..='~'
        | '\u{a0}'..='\u{2ff}'
        | '\u{2010}'..='\u{2027}'
        | '\u{202f}'
        | '€'
        | '←'..='↓'
        | '─'..='▟'
        | '▲'
        | '▼'
        | '✓'
        | '✗'
        | '−' => true,
        _ => false,
    }
}

/// Printable ASCII only: as many columns as bytes.
pub fn is_simple(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// Whether every letter of a text is drawn by itself, in its order.
pub fn is_drawn_whole(text: &str) -> bool {
    pieces(text).map(|(piece, _)| piece.len()).sum::<usize>() == text.len()
        && pieces(text).all(|(piece, _)| piece.chars().count() == 1)
}

/// What is drawn of a text: letters as the eye sees them, with their width (1 or 2).
pub fn pieces(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).filter_map(|piece| {
        let piece = plain(piece);
        let width = piece.width().min(2);
        (width > 0 && !piece.chars().any(char::is_control)).then_some((piece, width))
    })
}

/// Terminals disagree on joined emoji and on variation selectors: only the first sign of those is drawn.
fn plain(piece: &str) -> &str {
    let mut letters = piece.char_indices();
    letters.next();
    let odd =
        |letter: char| matches!(letter, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}');
    if letters.clone().any(|(_, letter)| odd(letter)) {
        letters.next().map_or(piece, |(at, _)| &piece[..at])
    } else {
        piece
    }
}

/// The text in letters every terminal has.
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.nfd() {
        match letter {
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter if letter.is_ascii() => out.push(letter),
            letter => out.push_str(likeness(letter)),
        }
    }
    Cow::Owned(out)
}

fn likeness(letter: char) -> &'static str {
    match letter {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        'œ' => "oe",
        'Œ' => "OE",
        'æ' => "ae",
        'Æ' => "AE",
        'ß' => "ss",
        'ø' | '•' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        '’' | '‘' => "'",
        '«' | '»' | '“' | '”' => "\"",
        '–' | '—' | '─' | '−' | '·' => "-",
        '…' => "...",
        '€' => "EUR",
        '→' => "->",
        '←' => "<-",
        '↑' | '▲' => "^",
        '↓' | '▼' | '✓' => "v",
        '⇧' => "Maj-",
        '×' | '✗' => "x",
        '│' => "|",
        '▌' => ">",
        '█' => "#",
        '☎' => "T",
        '✉' => "@",
        _ => "?",
    }
}

/// The text in at most so many columns; what is cut ends in the sign for it.
pub fn cut(text: &str, columns: usize, sign: char) -> Cow<'_, str> {
    if let Some(letters) = letters(text) {
        return cut_letters(text, letters, columns, sign);
    }
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len().min(columns * 4));
    let mut used = 0;
    for (piece, width) in pieces(text) {
        if used + width + 1 > columns {
            break;
        }
        out.push_str(piece);
        used += width;
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    if columns > 0 {
        out.push(sign);
    }
    Cow::Owned(out)
}

fn cut_letters(text: &str, letters: usize, columns: usize, sign: char) -> Cow<'_, str> {
    if letters <= columns {
        return Cow::Borrowed(text);
    }
    let Some(kept) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    let end = text.char_indices().nth(kept).map_or(text.len(), |(at, _)| at);
    let mut out = text[..end].trim_end().to_owned();
    out.push(sign);
    Cow::Owned(out)
}

/// The text in lines of at most so many columns, broken between words; a longer word is broken where it must.
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let wide = width(word);
            if used > 0 && used + 1 + wide > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            for (piece, wide) in pieces(word) {
                if used + wide > columns && used > 0 {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(piece);
                used += wide;
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("Menuiserie Lefèvre", 18, '…'), "Menuiserie Lefèvre");
        assert_eq!(cut("Menuiserie Lefèvre", 17, '…'), "Menuiserie Lefèv…");
        assert_eq!(cut("Menuiserie Lefèvre", 12, '…'), "Menuiserie…");
        assert_eq!(cut("Menuiserie", 1, '…'), "…");
        assert_eq!(cut("Menuiserie", 0, '…'), "");
    }

    #[test]
    fn wide_letters_never_overrun() {
        for columns in 0..14 {
            assert!(width(&cut("株式会社トヨタ", columns, '…')) <= columns);
        }
        assert_eq!(cut("株式会社", 6, '…'), "株式…");
    }

    #[test]
    fn the_quick_way_and_the_rules_of_unicode_agree() {
        for letter in (' '..='\u{2fff}').filter(|letter| is_single(*letter)) {
            let text = format!("a{letter}b");
            assert_eq!(pieces(&text).map(|(_, width)| width).sum::<usize>(), 3, "{letter:?}");
            assert_eq!(pieces(&text).count(), 3, "{letter:?}");
        }
    }

    #[test]
    fn controls_and_bidi_marks_are_not_drawn() {
        let drawn: String = pieces("a\x1b[31mb\u{202e}c\u{200b}d\t").map(|(piece, _)| piece).collect();
        assert_eq!(drawn, "a[31mbcd");
        assert_eq!(width("a\x1bb"), 2);
    }

    #[test]
    fn joined_emoji_show_their_first_sign() {
        assert_eq!(pieces("👩\u{200d}💻").collect::<Vec<_>>(), [("👩", 2)]);
        assert_eq!(pieces("⚠\u{fe0f}").collect::<Vec<_>>(), [("⚠", 1)]);
    }

    #[test]
    fn ascii_keeps_french_readable() {
        assert_eq!(ascii("Élodie « cœur » 8 400 € · Noël…"), "Elodie \" coeur \" 8 400 EUR - Noel...");
        assert_eq!(ascii("株"), "?");
    }

    #[test]
    fn words_are_wrapped_whole_where_they_fit() {
        assert_eq!(wrapped("rappeler dimanche après 18 h", 10), ["rappeler", "dimanche", "après 18 h"]);
        assert_eq!(wrapped("anticonstitutionnellement", 10), ["anticonsti", "tutionnell", "ement"]);
        assert_eq!(wrapped("un\ndeux", 10), ["un", "deux"]);
    }
}
