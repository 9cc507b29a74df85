//! Folding: the form in which words are compared.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, accents and ligatures undone, every sign a space, spaces single.
pub fn folded(text: &str) -> Cow<'_, str> {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    Cow::Owned(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}
