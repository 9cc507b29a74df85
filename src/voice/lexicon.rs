//! The texts of one language, read from its Fluent file.
//!
//! A text that is one plain line is its own slice of the file; only texts with placeables or several lines go through
//! Fluent, each on its first use. So the start costs one pass over the file. A test holds both ways equal.

use std::{fmt, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::{Language, figures::signed};

/// An argument of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words, shown as they are.
    Text(String),
    /// A number, grouped and with its plural. A year is a text.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

type Bundle = FluentBundle<FluentResource>;

/// One text: plain words, or Fluent read on first use.
enum Text {
    Plain(&'static str),
    Fluent { source: &'static str, bundle: OnceLock<Box<Bundle>>, said: OnceLock<String> },
}

/// Every text of one language by its key.
pub(super) struct Lexicon {
    language: Language,
    texts: FxHashMap<&'static str, Text>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lexicon({:?}, {} texts)", self.language, self.texts.len())
    }
}

/// The Fluent file of a language.
pub(super) fn source(language: Language) -> &'static str {
    match language {
        Language::Fr => include_str!("../../assets/i18n/fr.ftl"),
        Language::En => include_str!("../../assets/i18n/en.ftl"),
    }
}

fn langid(language: Language) -> LanguageIdentifier {
    let tag: &[u8] = match language {
        Language::Fr => b"fr",
        Language::En => b"en",
    };
    LanguageIdentifier::from_bytes(tag).unwrap_or_default()
}

impl Lexicon {
    /// Cuts the language's file into its texts.
    pub(super) fn of(language: Language) -> Self {
        let texts = entries(source(language)).map(|(key, source)| (key, Text::of(key, source))).collect();
        Self { language, texts }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.texts.keys().copied()
    }

    pub(super) fn say(&self, key: &str) -> Option<&str> {
        match self.texts.get(key)? {
            Text::Plain(text) => Some(text),
            Text::Fluent { source, bundle, said } => Some(said.get_or_init(|| {
                let bundle = bundle.get_or_init(|| Box::new(self.bundle(source)));
                format(bundle, key, None).unwrap_or_else(|| key.to_owned())
            })),
        }
    }

    pub(super) fn tell(&self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        match self.texts.get(key)? {
            Text::Plain(text) => Some((*text).to_owned()),
            Text::Fluent { source, bundle, .. } => {
                let args: FluentArgs = args.iter().map(|(name, arg)| (*name, value(arg))).collect();
                format(bundle.get_or_init(|| Box::new(self.bundle(source))), key, Some(&args))
            }
        }
    }

    /// The words of a text that never goes through Fluent, for the tests.
    #[cfg(test)]
    pub(super) fn plain(&self, key: &str) -> Option<&'static str> {
        match self.texts.get(key)? {
            Text::Plain(text) => Some(text),
            Text::Fluent { .. } => None,
        }
    }

    /// The whole file read by Fluent, for the tests.
    #[cfg(test)]
    pub(super) fn through_fluent(&self) -> impl Fn(&str) -> Option<String> {
        let whole = self.bundle(source(self.language));
        move |key| format(&whole, key, None)
    }

    /// A mistake in a text is found by the tests; here the text simply stays unknown.
    fn bundle(&self, source: &str) -> Bundle {
        let mut bundle = Bundle::new_concurrent(vec![langid(self.language)]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match self.language {
            Language::Fr => french,
            Language::En => english,
        }));
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
        bundle.add_resource_overriding(resource);
        bundle
    }
}

impl Text {
    fn of(key: &str, source: &'static str) -> Self {
        let body = source.get(key.len()..).unwrap_or_default();
        let body = body.trim_start_matches([' ', '=']).trim_end_matches([' ', '\n', '\r']);
        if body.contains(['{', '\n']) {
            Self::Fluent { source, bundle: OnceLock::new(), said: OnceLock::new() }
        } else {
            Self::Plain(body)
        }
    }
}

fn french<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(Language::Fr, value)
}

fn english<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(Language::En, value)
}

/// Groups the digits of whole numbers.
fn number(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(signed(language, number.value as i64)),
        _ => None,
    }
}

fn value(arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

fn format(bundle: &Bundle, key: &str, args: Option<&FluentArgs>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

/// The messages of a file: key, and source from the key to the next entry.
fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if !line.starts_with([' ', '}', '\n', '\r']) {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(file.len());
    let cuts: Vec<_> = starts.windows(2).map(|pair| &file[pair[0]..pair[1]]).collect();
    cuts.into_iter().filter(|cut| !cut.starts_with('#')).filter_map(|cut| Some((cut.split_once(" =")?.0, cut)))
}
