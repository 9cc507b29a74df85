//! From files to settings: the shipped files, a user's file over them, and what must hold between the values. A mistake
//! is told with its place in the user's file.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;
use toml::de::{DeTable, DeValue};

use super::{
    Lists, Playbook, PlaybookFlaw, build,
    raw::{File, Overlay},
};
use crate::sales::{reason::Reason, template::Seller};

const SHIPPED: [&str; 5] = [
    include_str!("../../../assets/playbook.toml"),
    include_str!("../../../assets/frameworks/bant.toml"),
    include_str!("../../../assets/frameworks/champ.toml"),
    include_str!("../../../assets/frameworks/meddic.toml"),
    include_str!("../../../assets/frameworks/meddpicc.toml"),
];

/// A step on the way to a value: a key of a table, or the table of a list with this `key`.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// `[target]`, `zones`
    Key(&'static str),
    /// `[[rule]]` with `key = "zone"`
    Entry(&'static str, String),
}

/// A mistake between values, and where the values stand.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    /// Where.
    pub path: Vec<Step>,
    /// What.
    pub message: Reason,
}

/// The settings Vigie comes with.
#[expect(clippy::panic, reason = "the shipped files are part of the program and read by a test")]
pub(super) fn shipped() -> Playbook {
    match base().and_then(|file| effective(&file).map_err(|mistake| mistake.message)) {
        Ok(playbook) => playbook,
        Err(message) => panic!("the shipped playbook is wrong: {message:?}"),
    }
}

/// The shipped settings with a user's file over them.
pub(super) fn read(text: &str) -> Result<Playbook, PlaybookFlaw> {
    let own: File = toml::from_str(text).map_err(|error| spelled(text, &error))?;
    let base = base().map_err(|message| PlaybookFlaw::at(text, 0, message))?;
    let file = own.over(base);
    effective(&file).map_err(|mistake| PlaybookFlaw::at(text, place(text, &mistake.path), mistake.message))
}

fn base() -> Result<File, Reason> {
    let mut file = File::default();
    for text in SHIPPED {
        let part: File = toml::from_str(text).map_err(|error| told(&error))?;
        file = part.over(file);
    }
    Ok(file)
}

/// What the reader of TOML has to say, in its own words.
fn told(error: &toml::de::Error) -> Reason {
    let message: Vec<&str> = error.message().lines().map(str::trim).collect();
    Reason::plain("playbook-syntax").with("message", message.join(", ").as_str())
}

fn spelled(text: &str, error: &toml::de::Error) -> PlaybookFlaw {
    PlaybookFlaw::at(text, error.span().map_or(0, |span| span.start), told(error))
}

fn effective(file: &File) -> Result<Playbook, Mistake> {
    let stages = build::stages(file)?;
    let (frameworks, framework) = build::frameworks(file)?;
    let (losses, sources, fields) = (build::losses(file)?, build::sources(file)?, build::fields(file)?);
    let lists = Lists {
        losses,
        sources,
        fields,
        sequences: Vec::new(),
        segments: Vec::new(),
        letters: Vec::new(),
        seller: Seller::default(),
    };
    let mut playbook = Playbook {
        stages,
        frameworks,
        framework,
        rules: super::Rules::default(),
        thresholds: build::thresholds(file)?,
        target: build::target(file)?,
        cadence: build::cadence(file)?,
        rhythm: build::rhythm(file)?,
        checklist: build::checklist(file)?,
        law: build::law(file)?,
        lists,
        digest: digest(file),
    };
    playbook.rules = build::rules(file, &playbook)?;
    playbook.lists.sequences = build::sequences(file, &playbook)?;
    playbook.lists.segments = build::segments(file, &playbook)?;
    Ok(playbook)
}

/// Of what the files say together, so that two ways to say the same give the same number.
fn digest(file: &File) -> u64 {
    let mut hasher = SipHasher13::new_with_keys(0x5649_4749_4531, 0x706c_6179_626f_6f6b);
    hasher.write(serde_json::to_string(file).unwrap_or_default().as_bytes());
    hasher.finish()
}

/// The byte of a text where a path leads, or the nearest place above it.
fn place(text: &str, path: &[Step]) -> usize {
    let Ok(table) = DeTable::parse(text) else { return 0 };
    let mut at = 0;
    let mut table = table.get_ref();
    for step in path {
        let (name, wanted) = match step {
            Step::Key(name) => (*name, None),
            Step::Entry(list, key) => (*list, Some(key)),
        };
        let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref() == name) else { return at };
        at = key.span().start;
        let inner = match (value.get_ref(), wanted) {
            (DeValue::Table(inner), None) => Some((at, inner)),
            (DeValue::Array(list), Some(wanted)) => entry(list, wanted),
            _ => None,
        };
        let Some((start, inner)) = inner else { return at };
        at = start;
        table = inner;
    }
    at
}

fn entry<'t, 'i>(list: &'t toml::de::DeArray<'i>, wanted: &str) -> Option<(usize, &'t DeTable<'i>)> {
    list.iter().find_map(|value| match value.get_ref() {
        DeValue::Table(table) => {
            let named =
                table.iter().any(|(key, value)| key.get_ref() == "key" && value.get_ref().as_str() == Some(wanted));
            named.then(|| (value.span().start, table))
        }
        _ => None,
    })
}
