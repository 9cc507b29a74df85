//! The voice: every sentence for people, in French and English, with their numbers, dates and money.
//! Sees `sales`; knows no screen.

mod dates;
mod figures;
mod forgetting;
mod letter;
mod lexicon;
mod likeness;
mod reason;
mod said;
mod tell;
#[cfg(test)]
mod tests;
mod word;

pub use lexicon::Arg;
pub use said::Telling;
pub use word::Word;

use lexicon::Lexicon;

/// The languages Vigie speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Français.
    #[default]
    Fr,
    /// English.
    En,
}

/// Texts of one language and its ways with numbers, dates and money.
#[derive(Debug)]
pub struct Voice {
    language: Language,
    lexicon: Lexicon,
}

impl Voice {
    /// The voice of a language.
    pub fn new(language: Language) -> Self {
        Self { language, lexicon: Lexicon::of(language) }
    }

    /// Which language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text without arguments. A missing one shows its key; in tests it fails.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.loud(key, self.lexicon.say(key)).unwrap_or(key)
    }

    /// A text with arguments. A missing one shows its key; in tests it fails.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.loud(key, self.lexicon.tell(key, args)).unwrap_or_else(|| key.to_owned())
    }

    /// Fails a test over a missing text.
    fn loud<T>(&self, key: &str, found: Option<T>) -> Option<T> {
        assert!(found.is_some() || !cfg!(test), "no text {key} in {:?}", self.language);
        found
    }

    /// Every key, in no order; the house test compares the languages by it.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.lexicon.keys()
    }

    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.lexicon.has(key)
    }
}
