//! Whole numbers, shares, post codes, yes and no.

use super::{Flaw, Repair, digits::unshifted, fold::folded};

const YES: [&str; 13] = ["oui", "o", "yes", "y", "vrai", "true", "1", "x", "ok", "si", "coche", "v", "on"];
const NO: [&str; 9] = ["non", "n", "no", "faux", "false", "0", "pas", "off", "aucun"];

/// A whole number, digits grouped or not.
pub fn whole(text: &str) -> Result<i64, Flaw> {
    whole_mended(text).map(|(number, _)| number)
}

/// [`whole`], and what was mended to get there.
pub fn whole_mended(text: &str) -> Result<(i64, Option<Repair>), Flaw> {
    if let Some(digits) = unshifted(text, &[]) {
        return Ok((digits.parse().map_err(|_| Flaw::NotANumber)?, Some(Repair::Azerty)));
    }
    let text = text.trim();
    let (sign, text) = text.strip_prefix(['-', '−']).map_or((1, text), |rest| (-1, rest.trim_start()));
    let digits = ungrouped(without_zeros(text)).ok_or(Flaw::NotANumber)?;
    let number: i64 = digits.parse().map_err(|_| Flaw::NotANumber)?;
    Ok((sign * number, None))
}

/// `12.0` and `12,00` are whole.
fn without_zeros(text: &str) -> &str {
    match text.rsplit_once(['.', ',']) {
        Some((whole, zeros)) if (1..=2).contains(&zeros.len()) && zeros.bytes().all(|b| b == b'0') => whole,
        _ => text,
    }
}

/// Digits alone, where groups are of three or there are none.
pub(super) fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’'));
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            return None;
        }
        digits.push_str(group);
    }
    (!first.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Hundredths of a percent. A fraction below one without its sign (`0,9`, a spreadsheet's raw value) is a share of one.
pub fn percent(text: &str) -> Result<(u32, Option<Repair>), Flaw> {
    let azerty = unshifted(text, &[(',', ','), (';', '.'), ('%', '%')]);
    let repair = azerty.is_some().then_some(Repair::Azerty);
    let text = azerty.as_deref().unwrap_or(text).trim();
    let bare = text.strip_suffix(['%', '％']).map(str::trim_end);
    let (whole, fraction) = decimal(bare.unwrap_or(text)).ok_or(Flaw::NotAPercent)?;
    if bare.is_none() && whole == 0 && fraction.bytes().any(|digit| digit != b'0') {
        let shares = ten_thousandths(fraction);
        return Ok((shares, Some(Repair::PercentOfOne)));
    }
    let share = whole.saturating_mul(100).saturating_add(ten_thousandths(fraction) / 100);
    if share <= 10_000 { Ok((share, repair)) } else { Err(Flaw::NotAPercent) }
}

fn decimal(text: &str) -> Option<(u32, &str)> {
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |part: &str| part.len() <= 20 && part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !digits(whole) || !digits(fraction) {
        return None;
    }
    Some((if whole.is_empty() { 0 } else { whole.parse().ok()? }, fraction))
}

/// The first four decimals as a number.
fn ten_thousandths(fraction: &str) -> u32 {
    format!("{fraction:0<4}").get(..4).and_then(|four| four.parse().ok()).unwrap_or_default()
}

/// A post code, and whether its leading zero was lost. French ones have five digits; foreign ones keep their shape.
pub fn postcode(text: &str) -> Result<(String, Option<Repair>), Flaw> {
    if let Some(digits) = unshifted(text, &[]) {
        return french_postcode(&digits).map(|(code, _)| (code, Some(Repair::Azerty)));
    }
    let upper = text.trim().to_uppercase();
    let upper = upper.strip_suffix(".0").or_else(|| upper.strip_suffix(",0")).unwrap_or(&upper);
    let upper = upper.strip_prefix("F-").or_else(|| upper.strip_prefix("FR-")).unwrap_or(upper);
    let bare = upper.split("CEDEX").next().unwrap_or_default();
    let digits: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return french_postcode(&digits);
    }
    let foreign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-');
    let plausible = (3..=10).contains(&upper.len())
        && upper.bytes().all(foreign)
        && upper.bytes().any(|byte| byte.is_ascii_digit())
        && upper.bytes().any(|byte| byte.is_ascii_uppercase());
    if plausible { Ok((upper.to_owned(), None)) } else { Err(Flaw::NotAPostcode) }
}

fn french_postcode(digits: &str) -> Result<(String, Option<Repair>), Flaw> {
    match digits.len() {
        5 if !digits.starts_with("00") => Ok((digits.to_owned(), None)),
        4 if !digits.starts_with('0') => Ok((format!("0{digits}"), Some(Repair::Postcode))),
        _ => Err(Flaw::NotAPostcode),
    }
}

/// Yes or no, in words or signs.
pub fn yes_no(text: &str) -> Result<bool, Flaw> {
    match text.trim() {
        "✓" | "✔" | "☑" | "☒" | "+" => return Ok(true),
        "✗" | "✘" | "☐" | "-" => return Ok(false),
        _ => {}
    }
    let word = folded(text);
    if YES.contains(&word.as_ref()) {
        Ok(true)
    } else if NO.contains(&word.as_ref()) {
        Ok(false)
    } else {
        Err(Flaw::NotYesNo)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn whole_numbers() {
        for (text, number) in [
            ("12", 12),
            (" 1 200 ", 1200),
            ("1\u{202f}200", 1200),
            ("1.200", 1200),
            ("1,200,000", 1_200_000),
            ("12.0", 12),
            ("12,00", 12),
            ("0", 0),
            ("-3", -3),
            ("&é", 12),
            ("1'200", 1200),
        ] {
            assert_eq!(whole(text), Ok(number), "{text}");
        }
        for text in ["", "12,5", "1 20", "12 salariés", "10-19", "1e3", "--", "-", ".", "9999999999999999999999"] {
            assert_eq!(whole(text), Err(Flaw::NotANumber), "{text}");
        }
    }

    #[test]
    fn shares() {
        for (text, share, repair) in [
            ("60 %", 6000, None),
            ("60%", 6000, None),
            ("60\u{a0}%", 6000, None),
            ("60", 6000, None),
            ("60,5 %", 6050, None),
            ("33.333", 3333, None),
            ("100", 10_000, None),
            ("0", 0, None),
            ("0 %", 0, None),
            ("1", 100, None),
            ("0,9", 9000, Some(Repair::PercentOfOne)),
            ("0.05", 500, Some(Repair::PercentOfOne)),
            (",5", 5000, Some(Repair::PercentOfOne)),
            ("0,9 %", 90, None),
            ("-à", 6000, None),
            ("-à %", 6000, None),
        ] {
            let azerty = text.starts_with('-').then_some(Repair::Azerty);
            assert_eq!(percent(text), Ok((share, repair.or(azerty))), "{text}");
        }
        for text in ["", "%", "101", "100,01", "-5", "beaucoup", "1/2", "60 % ?", "6e1", "999999999999999999999999"] {
            assert_eq!(percent(text), Err(Flaw::NotAPercent), "{text}");
        }
    }

    #[test]
    fn post_codes() {
        for (text, code, repair) in [
            ("44000", "44000", None),
            ("44 000", "44000", None),
            ("1000", "01000", Some(Repair::Postcode)),
            ("01000", "01000", None),
            ("F-44000", "44000", None),
            ("44000.0", "44000", None),
            ("44021 Cedex 1", "44021", None),
            ("97400", "97400", None),
            ("B-1000", "B-1000", None),
            ("sw1a 1aa", "SW1A 1AA", None),
            ("H2X 1Y4", "H2X 1Y4", None),
            ("''ààà", "44000", Some(Repair::Azerty)),
        ] {
            assert_eq!(postcode(text), Ok((code.to_owned(), repair)), "{text}");
        }
        for text in ["", "00123", "123", "440000", "Nantes", "?", "à voir", "0123"] {
            assert_eq!(postcode(text), Err(Flaw::NotAPostcode), "{text}");
        }
    }

    #[test]
    fn yes_and_no() {
        for text in ["oui", "Oui ", "O", "yes", "VRAI", "1", "x", "✓", "coché"] {
            assert_eq!(yes_no(text), Ok(true), "{text}");
        }
        for text in ["non", "N", "no", "Faux", "0", "☐"] {
            assert_eq!(yes_no(text), Ok(false), "{text}");
        }
        for text in ["", "peut-être", "oui et non"] {
            assert_eq!(yes_no(text), Err(Flaw::NotYesNo), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".*", near in "[0-9 .,%F-é&à-]{0,16}") {
            for text in [text, near] {
                let _ = (whole(&text), percent(&text), yes_no(&text));
                if let Ok((code, _)) = postcode(&text) {
                    prop_assert_eq!(postcode(&code), Ok((code, None)));
                }
            }
        }
    }
}
