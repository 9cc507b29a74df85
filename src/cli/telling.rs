//! What the exchange tells, in the reader's language.

use crate::{
    exchange::telling::{Told, Word},
    voice::{Arg, Voice},
};

/// A text of the exchange as a sentence.
pub(super) fn told(voice: &Voice, told: &Told) -> String {
    let arg = |word: &Word| match word {
        Word::Text(text) => Arg::Text(text.clone()),
        Word::Number(number) => Arg::Number(i64::try_from(*number).unwrap_or(i64::MAX)),
    };
    let args: Vec<(&str, Arg)> = told.words.iter().map(|(name, word)| (*name, arg(word))).collect();
    voice.tell(&told.key, &args)
}
