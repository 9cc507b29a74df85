//! SIREN, SIRET and VAT numbers: digits whose keys are checked.

use super::{
    Flaw, Repair,
    digits::{Notation, scientific, unshifted},
};

/// La Poste's own SIREN: its sites have a rule of their own.
const LA_POSTE: &str = "356000000";

/// The letters a VAT key may have, by value.
const KEY_LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Countries whose VAT numbers a French seller meets, and how many signs follow the code.
const ABROAD: [(&str, usize, usize); 29] = [
    ("AT", 9, 9),
    ("BE", 10, 10),
    ("BG", 9, 10),
    ("CH", 9, 12),
    ("CY", 9, 9),
    ("CZ", 8, 10),
    ("DE", 9, 9),
    ("DK", 8, 8),
    ("EE", 9, 9),
    ("EL", 9, 9),
    ("ES", 9, 9),
    ("FI", 8, 8),
    ("GB", 9, 12),
    ("HR", 11, 11),
    ("HU", 8, 8),
    ("IE", 8, 9),
    ("IT", 11, 11),
    ("LT", 9, 12),
    ("LU", 8, 8),
    ("LV", 11, 11),
    ("MT", 8, 8),
    ("NL", 12, 12),
    ("PL", 10, 10),
    ("PT", 9, 9),
    ("RO", 2, 10),
    ("SE", 12, 12),
    ("SI", 8, 8),
    ("SK", 10, 10),
    ("XI", 9, 12),
];

/// Nine digits whose last fits the others.
pub fn siren(text: &str) -> Result<String, Flaw> {
    siren_mended(text).map(|(siren, _)| siren)
}

/// [`siren`], and what was mended to get there.
pub fn siren_mended(text: &str) -> Result<(String, Option<Repair>), Flaw> {
    let (digits, repair) = digits(text).map_err(|flaw| flaw.unwrap_or(Flaw::SirenLength))?;
    match digits.len() {
        9 if is_siren(&digits) => Ok((digits, repair)),
        9 => Err(Flaw::SirenKey),
        _ => Err(Flaw::SirenLength),
    }
}

/// Fourteen digits whose last fits the others.
pub fn siret(text: &str) -> Result<String, Flaw> {
    siret_mended(text).map(|(siret, _)| siret)
}

/// [`siret`], and what was mended to get there. Leading zeros a spreadsheet dropped come back only where both the
/// SIRET's and the SIREN's keys then fit: that is no chance.
pub fn siret_mended(text: &str) -> Result<(String, Option<Repair>), Flaw> {
    let (digits, repair) = digits(text).map_err(|flaw| flaw.unwrap_or(Flaw::SiretLength))?;
    let padded = format!("{digits:0>14}");
    match digits.len() {
        14 if is_siret(&digits) => Ok((digits, repair)),
        14 => Err(Flaw::SiretKey),
        10..=13 if is_siret(&padded) => Ok((padded, Some(Repair::LeadingZero))),
        _ => Err(Flaw::SiretLength),
    }
}

/// The SIREN in a SIRET.
pub fn siren_of(siret: &str) -> Option<&str> {
    siret.get(..9)
}

/// A VAT number with its country, `FR` where none is written.
pub fn vat(text: &str) -> Result<String, Flaw> {
    if scientific(text).is_some() {
        return Err(Flaw::ScientificLoss);
    }
    let signs: String = text.chars().filter(|c| !is_separator(*c)).collect::<String>().to_uppercase();
    if !signs.bytes().all(|byte| byte.is_ascii_alphanumeric()) || signs.len() < 4 {
        return Err(Flaw::VatNumber);
    }
    match signs.strip_prefix("FR") {
        Some(rest) if rest.len() == 11 => french_vat(rest),
        _ if is_foreign(&signs) => Ok(signs),
        None if signs.len() == 11 => french_vat(&signs),
        _ => Err(Flaw::VatNumber),
    }
}

/// Digits alone, from any grouping; the inner flaw tells a loss, none tells something else than digits.
fn digits(text: &str) -> Result<(String, Option<Repair>), Option<Flaw>> {
    if let Some(digits) = unshifted(text, &[]) {
        return Ok((digits, Some(Repair::Azerty)));
    }
    match scientific(text) {
        Some(Notation::Whole(digits)) => return Ok((digits, Some(Repair::Scientific))),
        Some(Notation::Lossy) => return Err(Some(Flaw::ScientificLoss)),
        None => {}
    }
    let text = text.trim();
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let kept: String = text.chars().filter(|c| !is_separator(*c)).collect();
    if !kept.is_empty() && kept.bytes().all(|byte| byte.is_ascii_digit()) { Ok((kept, None)) } else { Err(None) }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '_' | '/' | '\'' | '‐'..='—')
}

fn is_siren(digits: &str) -> bool {
    luhn(digits) && digits.bytes().any(|digit| digit != b'0')
}

fn is_siret(digits: &str) -> bool {
    match siren_of(digits) {
        Some(LA_POSTE) if luhn(digits) => true,
        Some(LA_POSTE) => digits.bytes().map(|digit| u32::from(digit - b'0')).sum::<u32>() % 5 == 0,
        Some(siren) => is_siren(siren) && luhn(digits),
        None => false,
    }
}

fn luhn(digits: &str) -> bool {
    let double = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let values = digits.bytes().rev().map(|digit| u32::from(digit - b'0'));
    values.enumerate().map(|(at, digit)| if at % 2 == 1 { double(digit) } else { digit }).sum::<u32>() % 10 == 0
}

fn is_foreign(signs: &str) -> bool {
    ABROAD.iter().any(|(code, least, most)| {
        signs.strip_prefix(code).is_some_and(|rest| {
            (*least..=*most).contains(&rest.len()) && rest.bytes().any(|byte| byte.is_ascii_digit())
        })
    })
}

/// Two signs of key, then the SIREN. Keys with letters count the SIREN modulo 11; Monaco's begin with `000`.
fn french_vat(signs: &str) -> Result<String, Flaw> {
    let (key, siren) = signs.split_at(2);
    let number: u64 = siren.parse().map_err(|_| Flaw::VatNumber)?;
    let value = |sign: char| KEY_LETTERS.find(sign).map(|at| at as u64).ok_or(Flaw::VatNumber);
    let mut letters = key.chars();
    let (first, second) = (value(letters.next().unwrap_or('I'))?, value(letters.next().unwrap_or('I'))?);
    let fits = match (first < 10, second < 10) {
        (true, true) => (number * 100 + 12) % 97 == first * 10 + second,
        (true, false) => fits_letters(number, first * 24 + second - 10),
        (false, _) => first * 34 + second >= 100 && fits_letters(number, first * 34 + second - 100),
    };
    let known = is_siren(siren) || siren.starts_with("000");
    if fits && known { Ok(format!("FR{signs}")) } else { Err(Flaw::VatKey) }
}

fn fits_letters(number: u64, check: u64) -> bool {
    (number + 1 + check / 11) % 11 == check % 11
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Known good and bad numbers: value, kind, valid.
    const VECTORS: &str = "\
73282932000074	siret	yes
73282932000079	siret	no
732829320	siren	yes
35600000000048	siret	yes
35600000049837	siret	yes
35600000049838	siret	no
44732829320	tva	yes
23334175221	tva	yes
84323140391	tva	no
K7399859412	tva	yes
4Z123456782	tva	yes
IO334175221	tva	no
MONACOCONFO001	siret	no";

    #[test]
    fn every_vector() {
        for line in VECTORS.lines() {
            let [value, kind, valid] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let read = match kind {
                "siren" => siren(value),
                "siret" => siret(value),
                _ => vat(value),
            };
            assert_eq!(read.is_ok(), valid == "yes", "{line}: {read:?}");
        }
    }

    #[test]
    fn reads_any_grouping() {
        assert_eq!(siret("732 829 320 00074").as_deref(), Ok("73282932000074"));
        assert_eq!(siret("732.829.320.00074").as_deref(), Ok("73282932000074"));
        assert_eq!(siren(" 732\u{a0}829 320 ").as_deref(), Ok("732829320"));
        assert_eq!(vat("fr 44 732 829 320").as_deref(), Ok("FR44732829320"));
        assert_eq!(vat("BE 0123.456.789").as_deref(), Ok("BE0123456789"));
        assert_eq!(vat("DE123456789").as_deref(), Ok("DE123456789"));
        assert_eq!(siren_of("73282932000074"), Some("732829320"));
    }

    #[test]
    fn tells_what_is_wrong() {
        for (read, flaw) in [
            (siren("73282932"), Flaw::SirenLength),
            (siren("732829321"), Flaw::SirenKey),
            (siren("000000000"), Flaw::SirenKey),
            (siret("7328293200007"), Flaw::SiretLength),
            (siret("73282932000075"), Flaw::SiretKey),
            (siret("MONACOCONFO001"), Flaw::SiretLength),
            (siret("１２３４５６７８９０１２３４"), Flaw::SiretLength),
            (siret("1,98770001E+13"), Flaw::ScientificLoss),
            (siret("1.98770001E+13"), Flaw::ScientificLoss),
            (siret(""), Flaw::SiretLength),
            (vat("FR447328293"), Flaw::VatNumber),
            (vat("FR45732829320"), Flaw::VatKey),
            (vat("IO334175221"), Flaw::VatNumber),
            (vat("néant"), Flaw::VatNumber),
            (vat("4,4732829320E+10"), Flaw::ScientificLoss),
        ] {
            assert_eq!(read, Err(flaw));
        }
    }

    #[test]
    fn mends_what_a_spreadsheet_did() {
        assert_eq!(siret_mended("00001010800017"), Ok(("00001010800017".into(), None)));
        assert_eq!(siret_mended("1010800017"), Ok(("00001010800017".into(), Some(Repair::LeadingZero))));
        assert_eq!(siren_mended("7,3282932E+08"), Err(Flaw::ScientificLoss));
        assert_eq!(siret_mended("73282932000074.0"), Ok(("73282932000074".into(), None)));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".*", near in "[0-9A-Z .E+,]{0,16}") {
            for text in [text, near] {
                let _ = (siren(&text), siret(&text), vat(&text), siren_of(&text));
            }
        }

        #[test]
        fn the_key_of_digits_follows_from_the_siren(number in 1u64..999_999_999) {
            let siren = format!("{number:09}");
            let key = (number * 100 + 12) % 97;
            prop_assert_eq!(vat(&format!("FR{key:02}{siren}")).is_ok(), is_siren(&siren) || siren.starts_with("000"));
        }
    }
}
