//! E-mail addresses, checked by their shape.

use super::Flaw;

/// The address, the domain in lower case.
pub fn parse(text: &str) -> Result<String, Flaw> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@').ok_or(Flaw::NotAnEmail)?;
    if local.is_empty() || !domain.contains('.') || text.contains(char::is_whitespace) {
        return Err(Flaw::NotAnEmail);
    }
    Ok(format!("{local}@{}", domain.to_lowercase()))
}
