//! `[[segment]]`: queries somebody kept under a name.

use super::{
    Change, Place, Playbook, Segment, Setting,
    build::{key, need},
    check::{Mistake, Step},
    raw::{File, Keyed, RawSegment},
};
use crate::sales::{fields::folded, query};

/// The segments in the order of the files.
pub(super) fn segments(file: &File, playbook: &Playbook) -> Result<Vec<Segment>, Mistake> {
    file.segment.iter().flatten().map(|raw| segment(raw, playbook)).collect()
}

fn segment(raw: &RawSegment, playbook: &Playbook) -> Result<Segment, Mistake> {
    let path = |name| vec![Step::Entry("segment", raw.key().to_owned()), Step::Key(name)];
    let text = need(raw.query.as_ref(), path("query"), "query")?;
    query::parse(&text, playbook).map_err(|flaw| Mistake { path: path("query"), message: flaw.message })?;
    let label = need(raw.label.as_ref(), path("label"), "label")?;
    Ok(Segment { key: key(raw, "segment")?, label, query: text })
}

impl Playbook {
    /// The queries somebody kept under a name.
    pub fn segments(&self) -> &[Segment] {
        &self.lists.segments
    }

    /// A segment by its key or its name.
    pub fn segment(&self, name: &str) -> Option<&Segment> {
        let wanted = folded(name);
        self.segments().iter().find(|known| {
            let names = [&known.key, &known.label.fr, &known.label.en];
            names.iter().any(|name| folded(name) == wanted)
        })
    }

    /// What keeps a query under a name.
    pub fn keeping(&self, name: &str, query: &str) -> Vec<Change> {
        let plain = folded(name).replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        let plain = if plain.is_empty() { "segment".to_owned() } else { plain };
        let free = |key: &String| self.segments().iter().all(|known| known.key != *key);
        let numbered = (2..).map(|n| format!("{plain}_{n}"));
        let key = std::iter::once(plain.clone()).chain(numbered).find(free).unwrap_or(plain.clone());
        vec![
            change(&key, "label", Setting::Nothing, Setting::Word(name.to_owned())),
            change(&key, "query", Setting::Nothing, Setting::Word(query.to_owned())),
        ]
    }
}

impl Segment {
    /// What gives it another name.
    pub fn renamed(&self, name: &str) -> Vec<Change> {
        vec![change(&self.key, "label", Setting::Word(self.label.fr.clone()), Setting::Word(name.to_owned()))]
    }

    /// What removes it.
    pub fn removed(&self) -> Vec<Change> {
        self.said().into_iter().map(|(name, said)| change(&self.key, name, said, Setting::Nothing)).collect()
    }

    fn said(&self) -> [(&'static str, Setting); 2] {
        [("label", Setting::Word(self.label.fr.clone())), ("query", Setting::Word(self.query.clone()))]
    }
}

fn change(key: &str, name: &'static str, from: Setting, to: Setting) -> Change {
    Change { place: Place::Segment(key.to_owned(), name), to, from }
}
