//! What the exchange tells, in the reader's language.

use crate::{
    exchange::telling::{Quoted, Told, Word},
    voice::{Arg, Voice},
};

/// A text of the exchange as a sentence.
pub(super) fn told(voice: &Voice, told: &Told) -> String {
    let arg = |word: &Word| match word {
        Word::Text(text) => Arg::Text(text.clone()),
        Word::Number(number) => Arg::Number(i64::try_from(*number).unwrap_or(i64::MAX)),
        Word::Quotes(texts, more) => Arg::Text(quotes(voice, texts, *more)),
    };
    let args: Vec<(&str, Arg)> = told.words.iter().map(|(name, word)| (*name, arg(word))).collect();
    voice.tell(&told.key, &args)
}

/// `« a », « b »…`; what was mended as `0,9 → 90 %`.
fn quotes(voice: &Voice, texts: &[Quoted], more: bool) -> String {
    let one = |quoted: &Quoted| match quoted {
        Quoted::Text(text) => voice.tell("import-quoted", &[("text", text.as_str().into())]),
        Quoted::Read(text, read) => format!("{text} → {read}"),
        Quoted::Like(text, other) => {
            let row = other.bytes().all(|byte| byte.is_ascii_digit());
            let key = if row { "import-like-row" } else { "import-like-known" };
            voice.tell(key, &[("text", text.as_str().into()), ("other", other.as_str().into())])
        }
    };
    let all = texts.iter().map(one).collect::<Vec<_>>().join(", ");
    if more { all + "…" } else { all }
}
