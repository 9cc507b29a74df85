//! Phone numbers: any spelling in, E.164 out.

use super::{
    Flaw, Repair,
    digits::{Notation, scientific, unshifted},
    fold::unaccented,
};

/// A number and what to dial once connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// `+33639980001`; a short service number stays as it is (`3900`).
    pub e164: String,
    /// Poste 12.
    pub extension: Option<String>,
}

impl Phone {
    /// As a field keeps it: `+33199000001;ext=12`.
    pub fn kept(&self) -> String {
        match &self.extension {
            Some(extension) => format!("{}{EXT}{extension}", self.e164),
            None => self.e164.clone(),
        }
    }
}

const EXT: &str = ";ext=";

/// Words before an extension.
const EXTENSION_WORDS: [&str; 7] = [EXT, "extension", "ext.", "ext", "poste", "post", "#"];

/// Labels people write before a number.
const LABELS: [&str; 12] =
    ["telephone", "portable", "standard", "bureau", "mobile", "phone", "fixe", "port", "tel", "mob", "gsm", "t"];

/// French numbers overseas: how they begin at home, and the country code they are dialled with.
const OVERSEAS: [(&str, &str); 11] = [
    ("0262", "262"),
    ("0269", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("0594", "594"),
    ("0694", "594"),
    ("0596", "596"),
    ("0696", "596"),
];

/// Country codes of two digits; `1` and `7` stand alone, all others have three.
const TWO_DIGITS: [&str; 41] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "98",
];

/// Reads a number in any spelling.
pub fn parse(text: &str) -> Result<Phone, Flaw> {
    mended(text).map(|(phone, _)| phone)
}

/// [`parse`], and what was mended to get there.
pub fn mended(text: &str) -> Result<(Phone, Option<Repair>), Flaw> {
    if let Some(digits) = unshifted(text, &[]) {
        return number(&digits).map(|(phone, _)| (phone, Some(Repair::Azerty)));
    }
    match scientific(text) {
        Some(Notation::Whole(digits)) => number(&digits).map(|(phone, _)| (phone, Some(Repair::Scientific))),
        Some(Notation::Lossy) => Err(Flaw::ScientificLoss),
        None => spelt(text),
    }
}

fn spelt(text: &str) -> Result<(Phone, Option<Repair>), Flaw> {
    let plain = unaccented(text);
    let (main, extension) = split_extension(unlabelled(plain.trim()));
    let (phone, repair) = number(&compact(main)?)?;
    Ok((Phone { extension, ..phone }, repair))
}

/// Without "Tél. :" or `tel:` in front.
fn unlabelled(text: &str) -> &str {
    let rest = LABELS.iter().find_map(|label| text.strip_prefix(label));
    rest.filter(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
        .map_or(text, |rest| rest.trim_start_matches(['.', ':', ' ']))
}

fn split_extension(text: &str) -> (&str, Option<String>) {
    for word in EXTENSION_WORDS {
        if let Some((main, tail)) = text.split_once(word) {
            let digits: String = tail.trim_matches(|c: char| c == '.' || c == ':' || c == ' ').to_owned();
            if (1..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return (main.trim_end_matches([' ', ',', '-', '(']), Some(digits));
            }
        }
    }
    (text, None)
}

/// Digits with a leading `+` where the number is international; refuses what no number contains.
fn compact(text: &str) -> Result<String, Flaw> {
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let international = text.starts_with('+') || text.starts_with("00") || text.starts_with("(+");
    let text = if international { text.replacen("(0)", "", 1) } else { text.to_owned() };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '0'..='9' => out.push(c),
            '+' if out.is_empty() => out.push(c),
            ' ' | '.' | '-' | '/' | '(' | ')' | '·' | '‐'..='—' => {}
            c if c.is_whitespace() => {}
            _ => return Err(Flaw::NotAPhone),
        }
    }
    Ok(out)
}

fn number(compact: &str) -> Result<(Phone, Option<Repair>), Flaw> {
    let (e164, repair) = if let Some(digits) = compact.strip_prefix('+').or_else(|| compact.strip_prefix("00")) {
        (international(digits)?, None)
    } else {
        national(compact)?
    };
    Ok((Phone { e164, extension: None }, repair))
}

fn international(digits: &str) -> Result<String, Flaw> {
    let code = country_code(digits);
    let rest = &digits[code.len()..];
    let rest = if code == "33" { rest.strip_prefix('0').unwrap_or(rest) } else { rest };
    let plausible = match code {
        "33" | "262" | "590" | "594" | "596" => rest.len() == 9 && !rest.starts_with('0'),
        "1" => rest.len() == 10,
        "32" => (8..=9).contains(&rest.len()),
        "41" => rest.len() == 9,
        "352" => (4..=11).contains(&rest.len()),
        _ => (4..=12).contains(&rest.len()) && (7..=15).contains(&digits.len()),
    };
    if plausible && !digits.starts_with('0') { Ok(format!("+{code}{rest}")) } else { Err(Flaw::NotAPhone) }
}

fn national(digits: &str) -> Result<(String, Option<Repair>), Flaw> {
    match (digits.len(), digits.as_bytes()) {
        (10, [b'0', b'1'..=b'9', ..]) => Ok((french(digits), None)),
        (9, [b'1'..=b'9', ..]) => Ok((french(&format!("0{digits}")), Some(Repair::LeadingZero))),
        (11, [b'3', b'3', b'1'..=b'9', ..]) => Ok((format!("+{digits}"), Some(Repair::LeadingZero))),
        (4, [b'3', ..] | [b'1', b'0', ..]) | (6, [b'1', b'1', b'8', ..]) => Ok((digits.to_owned(), None)),
        _ => Err(Flaw::NotAPhone),
    }
}

/// Ten digits as dialled in France.
fn french(digits: &str) -> String {
    let overseas = OVERSEAS.iter().find(|(start, _)| digits.starts_with(start));
    format!("+{}{}", overseas.map_or("33", |(_, code)| code), &digits[1..])
}

fn country_code(digits: &str) -> &str {
    let long = match digits.get(..2) {
        _ if digits.starts_with(['1', '7']) => 1,
        Some(two) if TWO_DIGITS.contains(&two) => 2,
        _ => 3,
    };
    digits.get(..long).unwrap_or(digits)
}

/// As it is read aloud: `06 39 98 00 01`, foreign ones with their country (`+32 470 12 34 56`), `poste 12` after.
pub fn shown(kept: &str) -> String {
    let (e164, extension) = parts(kept);
    match extension {
        Some(extension) => format!("{} poste {extension}", spaced(e164)),
        None => spaced(e164),
    }
}

/// A kept number and its extension.
pub fn parts(kept: &str) -> (&str, Option<&str>) {
    kept.split_once(EXT).map_or((kept, None), |(e164, extension)| (e164, Some(extension)))
}

fn spaced(e164: &str) -> String {
    let Some(digits) = e164.strip_prefix('+').filter(|digits| digits.is_ascii()) else {
        return e164.to_owned();
    };
    let code = country_code(digits);
    let rest = &digits[code.len()..];
    let home = format!("0{rest}");
    if rest.len() == 9 && french(&home) == e164 {
        return groups(&home, home.len() % 2);
    }
    match code {
        "1" if rest.len() == 10 => format!("+1 {} {} {}", &rest[..3], &rest[3..6], &rest[6..]),
        "41" if rest.len() == 9 => format!("+41 {} {} {}", &rest[..2], &rest[2..5], groups(&rest[5..], 0)),
        _ => format!("+{code} {}", groups(rest, if rest.len() % 2 == 1 { 3 } else { 0 })),
    }
}

/// Pairs after a first group of `first` digits.
fn groups(digits: &str, first: usize) -> String {
    let (head, tail) = digits.split_at(first.min(digits.len()));
    let pairs = tail.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into_owned());
    let head = (!head.is_empty()).then(|| head.to_owned());
    head.into_iter().chain(pairs).collect::<Vec<_>>().join(" ")
}

/// The digits a search for a number means, whatever its spelling; they are then looked for within E.164 digits.
/// Nothing where the query has anything but a number in it.
pub fn digits(query: &str) -> Option<String> {
    let typed = unshifted(query, &[]);
    let query = typed.as_deref().unwrap_or(query.trim());
    let compact = compact(query).ok()?;
    let digits = match compact.strip_prefix('+').or_else(|| compact.strip_prefix("00")) {
        Some(international) => international.strip_prefix("330").map_or(international.to_owned(), |r| format!("33{r}")),
        None => compact.strip_prefix('0').unwrap_or(&compact).to_owned(),
    };
    (!digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_every_spelling() {
        for (text, e164) in [
            ("0639980001", "+33639980001"),
            ("06 39 98 00 01", "+33639980001"),
            ("06.39.98.00.01", "+33639980001"),
            ("06-39-98-00-01", "+33639980001"),
            ("06\u{a0}39\u{202f}98 00 01", "+33639980001"),
            ("06/39/98/00/01", "+33639980001"),
            ("+33 6 39 98 00 01", "+33639980001"),
            ("+33 (0)6 39 98 00 01", "+33639980001"),
            ("+33(0)639980001", "+33639980001"),
            ("+330639980001", "+33639980001"),
            ("(+33) 6 39 98 00 01", "+33639980001"),
            ("0033639980001", "+33639980001"),
            ("0033 (0) 6 39 98 00 01", "+33639980001"),
            ("00 33 6 39 98 00 01", "+33639980001"),
            ("Tél. : 01 99 00 00 01", "+33199000001"),
            ("tel:+33199000001", "+33199000001"),
            ("Mob. 06 39 98 00 01", "+33639980001"),
            ("0262 12 34 56", "+262262123456"),
            ("0590123456", "+590590123456"),
            ("0594123456", "+594594123456"),
            ("0596123456", "+596596123456"),
            ("0269 12 34 56", "+262269123456"),
            ("0692 12 34 56", "+262692123456"),
            ("0696123456", "+596696123456"),
            ("+32 470 12 34 56", "+32470123456"),
            ("+32 2 123 45 67", "+3221234567"),
            ("+41 79 123 45 67", "+41791234567"),
            ("+352 26 12 34", "+352261234"),
            ("+1 514 555 0123", "+15145550123"),
            ("+1 (514) 555-0123", "+15145550123"),
            ("+44 20 7946 0958", "+442079460958"),
            ("+212 5 22 12 34 56", "+212522123456"),
            ("+377 93 15 00 00", "+37793150000"),
            ("3900", "3900"),
            ("118 218", "118218"),
            ("39 00", "3900"),
        ] {
            assert_eq!(parse(text).map(|phone| phone.e164).as_deref(), Ok(e164), "{text}");
        }
    }

    #[test]
    fn tells_what_it_mended() {
        for (text, e164, repair) in [
            ("639980001", "+33639980001", Repair::LeadingZero),
            ("639980001.0", "+33639980001", Repair::LeadingZero),
            ("6,39980003E+08", "+33639980003", Repair::Scientific),
            ("6.39980003E+08", "+33639980003", Repair::Scientific),
            ("3,3639980001E+10", "+33639980001", Repair::Scientific),
            ("33639980001", "+33639980001", Repair::LeadingZero),
            ("à-\"çç_ààà&", "+33639980001", Repair::Azerty),
            ("à- \"ç ç_ àà à&", "+33639980001", Repair::Azerty),
        ] {
            let (phone, mended) = mended(text).unwrap();
            assert_eq!((phone.e164.as_str(), mended), (e164, Some(repair)), "{text}");
        }
    }

    #[test]
    fn splits_the_extension_off() {
        for text in [
            "01 99 00 00 01 poste 12",
            "01.99.00.00.01 Poste: 12",
            "0199000001 ext. 12",
            "+33 1 99 00 00 01 ext 12",
            "01 99 00 00 01 (poste 12",
            "+33199000001;ext=12",
            "01 99 00 00 01 #12",
        ] {
            let phone = parse(text).unwrap();
            assert_eq!((phone.e164.as_str(), phone.extension.as_deref()), ("+33199000001", Some("12")), "{text}");
            assert_eq!(phone.kept(), "+33199000001;ext=12");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "",
            "0",
            "06",
            "06 39 98 00",
            "06 39 98 00 01 02",
            "0006399800",
            "abc",
            "NE PAS APPELER",
            "-",
            "--",
            "\"",
            "+33 6 39 98 00",
            "+0 123 456 789",
            "+1 514 555",
            "06 39 98 00 O1",
            "12345",
            "２",
            "+",
            "00",
            "+33",
            "0639980001 / 0199000001",
        ] {
            assert_eq!(parse(text), Err(Flaw::NotAPhone), "{text}");
        }
        assert_eq!(parse("6,4E+08"), Err(Flaw::ScientificLoss));
    }

    #[test]
    fn shows_as_people_read() {
        for (kept, read) in [
            ("+33639980001", "06 39 98 00 01"),
            ("+33199000001;ext=12", "01 99 00 00 01 poste 12"),
            ("+262262123456", "02 62 12 34 56"),
            ("+262639123456", "+262 639 12 34 56"),
            ("+32470123456", "+32 470 12 34 56"),
            ("+3221234567", "+32 21 23 45 67"),
            ("+41791234567", "+41 79 123 45 67"),
            ("+15145550123", "+1 514 555 0123"),
            ("+442079460958", "+44 20 79 46 09 58"),
            ("3900", "3900"),
            ("chez sa mère", "chez sa mère"),
            ("+é", "+é"),
        ] {
            assert_eq!(shown(kept), read);
        }
    }

    #[test]
    fn a_search_for_a_number_in_any_spelling() {
        for (query, within) in [
            ("0639", Some("639")),
            ("06 39 98", Some("63998")),
            ("+33 6 39", Some("33639")),
            ("0033639", Some("33639")),
            ("+33 (0)6 39", Some("33639")),
            ("9800", Some("9800")),
            ("à-\"ç", Some("639")),
            ("dupont", None),
            ("dupont 06", None),
            ("", None),
            ("0", None),
        ] {
            assert_eq!(digits(query).as_deref(), within, "{query}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".*") {
            let _ = (parse(&text), shown(&text), digits(&text));
        }

        #[test]
        fn near_numbers_do_not_break_it(text in "[+0-9 ().E,poste#;=à-]{0,24}") {
            if let Ok(phone) = parse(&text) {
                prop_assert_eq!(parse(&shown(&phone.kept())), Ok(phone.clone()));
                prop_assert_eq!(parse(&phone.kept()), Ok(phone));
            }
        }
    }
}
