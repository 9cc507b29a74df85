//! What an import is told from outside: the day, the playbook's words, the user's own mapping. Nothing is looked up.

use super::own::Own;
use crate::sales::{
    moment::Day,
    money::Tax,
    words::{fold::folded, value::Context},
};

/// Keys with the folded words that mean them.
pub type Words<'a> = &'a [(String, Vec<String>)];

/// What an import is told.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The file's name: where oppositions come from.
    pub file: &'a str,
    /// The reader's day.
    pub today: Day,
    /// What an amount means that does not say.
    pub tax: Tax,
    /// The playbook's sources.
    pub sources: Words<'a>,
    /// The playbook's stages; `won` and `lost` among them.
    pub stages: Words<'a>,
    /// The playbook's reasons for losing.
    pub losses: Words<'a>,
    /// The fields of the firm's own.
    pub own: &'a [Own],
    /// `--map Header=field`: a header or a column's number, and what it is.
    pub map: &'a [(String, String)],
    /// Mappings kept from earlier files.
    pub kept: &'a [Kept],
    /// The sheet of a workbook to read; nothing means the first that has something in it.
    pub sheet: Option<&'a str>,
    /// The words this import writes into facts, in the user's language.
    pub written: Written<'a>,
}

/// A mapping kept from an earlier file, for the next one of the same headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The headers, in their order.
    pub headers: Vec<String>,
    /// A header, and what it is.
    pub map: Vec<(String, String)>,
}

/// Words written into facts, in the user's language.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// What says a temperature: "fichier".
    pub file: &'a str,
    /// A column without a header: "colonne".
    pub column: &'a str,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self {
            file: "",
            today: Day(739_942),
            tax: Tax::Ht,
            sources: &[],
            stages: &[],
            losses: &[],
            own: &[],
            map: &[],
            kept: &[],
            sheet: None,
            written: Written { file: "fichier", column: "colonne" },
        }
    }
}

impl<'a> Setting<'a> {
    /// With the mapping kept for these headers; nothing where none is, or another was given.
    pub fn recalling(&self, names: &[String]) -> Option<Self> {
        let same = |kept: &&Kept| {
            kept.headers.len() == names.len()
                && kept
                    .headers
                    .iter()
                    .zip(names)
                    .all(|(one, other)| other.trim().is_empty() || folded(one) == folded(other))
        };
        let kept = self.kept.iter().find(same).filter(|_| self.map.is_empty())?;
        Some(Self { map: &kept.map, ..*self })
    }

    /// What reading a cell depends on; a column may say that its amounts are with or without tax.
    pub fn context(&self, tax: Option<Tax>) -> Context<'a> {
        Context { today: self.today, tax: tax.unwrap_or(self.tax), sources: self.sources }
    }
}
