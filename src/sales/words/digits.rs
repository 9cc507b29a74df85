//! Digits typed without Shift on an AZERTY keyboard: French, Belgian, Mac.

/// The digits meant by a text made only of the signs of the digit row (`à-"ç` is `0639`), else nothing.
/// A text of dashes, quotes or brackets alone is no number: at least one sign must be one nobody writes by itself.
pub fn azerty(text: &str) -> Option<String> {
    unshifted(text, &[])
}

/// [`azerty`] for fields whose numbers carry signs: those in `other` stand for what Shift would have made of them.
pub(super) fn unshifted(text: &str, other: &[(char, char)]) -> Option<String> {
    if !text.contains(['&', 'é', 'è', 'ç', 'à', '§', '_']) {
        return None;
    }
    let meant =
        |sign: char| without_shift(sign).or_else(|| other.iter().find(|(typed, _)| *typed == sign).map(|(_, c)| *c));
    text.chars().filter(|sign| !sign.is_whitespace()).map(meant).collect()
}

/// The digit meant by one letter, where only digits can be: itself, or the unshifted sign.
pub fn digit(sign: char) -> Option<char> {
    if sign.is_ascii_digit() { Some(sign) } else { without_shift(sign) }
}

fn without_shift(sign: char) -> Option<char> {
    Some(match sign {
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' | '’' => '4',
        '(' => '5',
        '-' | '§' => '6',
        'è' => '7',
        '_' | '!' => '8',
        'ç' => '9',
        'à' => '0',
        _ => return None,
    })
}

/// What a spreadsheet made of a long number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// Every digit is there.
    Whole(String),
    /// Digits were rounded away.
    Lossy,
}

/// Reads `6,39980003E+08`; nothing where the text is not in that notation.
pub(super) fn scientific(text: &str) -> Option<Notation> {
    let (mantissa, exponent) = text.trim().split_once(['e', 'E'])?;
    let exponent: usize = exponent.trim_start_matches('+').parse().ok()?;
    let (head, tail) = mantissa.split_once([',', '.']).unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if head.len() != 1 || !all_digits(head) || !all_digits(tail) {
        return None;
    }
    Some(if tail.len() == exponent { Notation::Whole(format!("{head}{tail}")) } else { Notation::Lossy })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_unshifted_row() {
        for (signs, digits) in [
            ("à-\"ç", Some("0639")),
            ("à- \"ç ç_ àà à&", Some("0639980001")),
            ("&é\"'(-è_çà", Some("1234567890")),
            ("à§\"ç", Some("0639")),
            ("&(", Some("15")),
            ("-", None),
            ("\"", None),
            ("--", None),
            ("", None),
            ("été", None),
            ("à12", None),
        ] {
            assert_eq!(azerty(signs).as_deref(), digits, "{signs}");
        }
    }

    #[test]
    fn knows_what_a_spreadsheet_lost() {
        for (text, meant) in [
            ("6,39980003E+08", Some(Notation::Whole("639980003".into()))),
            ("6.39980003e8", Some(Notation::Whole("639980003".into()))),
            ("1,98770001E+13", Some(Notation::Lossy)),
            ("6,4E+08", Some(Notation::Lossy)),
            ("Elodie", None),
            ("0639980003", None),
            ("E+08", None),
            ("12E+08", None),
        ] {
            assert_eq!(scientific(text), meant, "{text}");
        }
    }
}
