//! Folding: the form in which words are compared.

use std::borrow::Cow;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Lower case, accents and ligatures undone, every sign a space, spaces single, none at the ends.
pub fn folded(text: &str) -> Cow<'_, str> {
    if is_folded(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    Cow::Owned(out)
}

/// Appends the folded form of a text to another.
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    let mut gap = false;
    each(text, |folded, _| {
        if folded == ' ' {
            gap = true;
            return;
        }
        if gap && out.len() > start {
            out.push(' ');
        }
        gap = false;
        out.push(folded);
    });
}

/// For every character of the folded form, which character of the text it comes from.
pub fn origins(text: &str) -> Vec<u32> {
    let mut origins = Vec::with_capacity(text.len());
    let mut gap = None;
    each(text, |folded, at| {
        if folded == ' ' {
            gap.get_or_insert(at);
            return;
        }
        if let Some(sign) = gap.take().filter(|_| !origins.is_empty()) {
            origins.push(sign);
        }
        origins.push(at);
    });
    origins
}

/// Lower case without accents, signs kept: for texts whose signs mean something, such as dates.
pub(super) fn unaccented(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        each_plain(c, &mut |plain| out.push(plain));
    }
    out
}

/// Emits the folded characters, spaces not yet joined, each with the index of its origin.
fn each(text: &str, mut emit: impl FnMut(char, u32)) {
    for (at, c) in text.chars().enumerate() {
        let at = at as u32;
        match c {
            'a'..='z' | '0'..='9' => emit(c, at),
            'A'..='Z' => emit(c.to_ascii_lowercase(), at),
            '\0'..='\x7f' | '·' | '«' | '»' | '°' | '\u{a0}' | '\u{202f}' | '–' | '—' | '’' | '•' | '€' =>
            {
                emit(' ', at);
            }
            _ => match latin(c) {
                Some(plain) => plain.chars().for_each(|plain| emit(plain, at)),
                None => each_plain(c, &mut |plain| emit(if is_letter(plain) { plain } else { ' ' }, at)),
            },
        }
    }
}

/// Letters and digits; apostrophes that Unicode counts among the letters are signs here.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{2b0}'..='\u{2ff}')
}

/// Emits a character in lower case without its marks, signs as they are.
fn each_plain(c: char, emit: &mut dyn FnMut(char)) {
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase() {
            decompose_compatible(lower, |plain| match latin(plain) {
                Some(letters) => letters.chars().for_each(&mut *emit),
                None if is_combining_mark(plain) => {}
                None => emit(plain),
            });
        }
    });
}

/// The letters French texts are made of, and those no decomposition undoes.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' | 'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => "e",
        'î' | 'ï' | 'í' | 'ì' | 'Î' | 'Ï' | 'Í' | 'Ì' | 'ı' => "i",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' | 'Ô' | 'Ö' | 'Ó' | 'Ò' | 'Õ' | 'Ø' => "o",
        'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' | 'Ú' => "u",
        'ç' | 'Ç' => "c",
        'ñ' | 'Ñ' => "n",
        'ÿ' | 'Ÿ' | 'ý' | 'Ý' => "y",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' | 'ẞ' => "ss",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ς' => "σ",
        _ => return None,
    })
}

/// Already folded ASCII: lower-case words joined by single spaces.
fn is_folded(bytes: &[u8]) -> bool {
    let mut before = b' ';
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            b' ' if before != b' ' => {}
            _ => return false,
        }
        before = *byte;
    }
    before != b' ' || bytes.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_as_french_eyes_compare() {
        for (text, word) in [
            ("", ""),
            ("dupont", "dupont"),
            ("Élodie DUPRÉ", "elodie dupre"),
            ("Œuvre Ægir Straße Øre Łódź", "oeuvre aegir strasse ore lodz"),
            ("l’Hôtel d'à côté", "l hotel d a cote"),
            ("Le Goff‑Martin—Zoé", "le goff martin zoe"),
            ("  Tél.  :  ", "tel"),
            ("SARL « Petit »", "sarl petit"),
            ("ﬁn ﬂou", "fin flou"),
            ("e\u{301}te\u{301}", "ete"),
            ("N° 12", "n 12"),
            ("12\u{a0}000\u{202f}€", "12 000"),
            ("İstanbul", "istanbul"),
            ("Ὀδυσσεύς", "οδυσσευσ"),
            ("محمد", "محمد"),
            ("東京", "東京"),
            ("👩‍💻", ""),
            ("Ångström-Dubois", "angstrom dubois"),
            ("M. & Mme", "m mme"),
            ("ʼn", "n"),
        ] {
            assert_eq!(folded(text), word, "{text}");
        }
    }

    #[test]
    fn what_is_folded_is_not_copied() {
        assert!(matches!(folded("marie lefevre 44"), Cow::Borrowed(_)));
        assert!(matches!(folded("marie  lefevre"), Cow::Owned(_)));
        assert!(matches!(folded("marie "), Cow::Owned(_)));
    }

    #[test]
    fn origins_lead_back_through_ligatures_and_joined_signs() {
        assert_eq!(folded(" Œuf, frais."), "oeuf frais");
        assert_eq!(origins(" Œuf, frais."), [1, 1, 2, 3, 4, 6, 7, 8, 9, 10]);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".*") {
            let once = folded(&text).into_owned();
            prop_assert_eq!(folded(&once), once.as_str());
        }

        #[test]
        fn every_folded_character_has_an_origin(text in "\\PC*") {
            let origins = origins(&text);
            prop_assert_eq!(origins.len(), folded(&text).chars().count());
            let chars = text.chars().count() as u32;
            prop_assert!(origins.windows(2).all(|pair| pair[0] <= pair[1]) && origins.iter().all(|at| *at < chars));
        }
    }
}
