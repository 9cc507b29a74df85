//! The firm's settings: stages, checklists, score rules, target, cadence, law. A shipped file, over which a user's file
//! is laid table by table. Readings get a whole, checked [`Playbook`]; no file is opened here.

mod build;
mod check;
mod edit;
mod flaw;
mod habit;
mod parts;
mod raw;
mod rules;
mod segments;
mod sequences;
mod tuning;

pub use self::{
    edit::with_fields,
    flaw::PlaybookFlaw,
    habit::{Habit, Habits, Number, Row},
    parts::{
        Basis, Cadence, Checklist, Criterion, CustomField, Family, Framework, Label, LawRules, Loss, Pace, Requirement,
        Rhythm, Rule, Segment, Sequence, Source, Stage, Starts, Step, Target, Thresholds,
    },
    tuning::{Change, Dial, Place, Setting, Tuning},
};
use super::{
    deal::Deal,
    fact::Temperature,
    template::{self, Seller, Template, Tongue},
};

/// The effective settings, complete and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playbook {
    stages: Vec<Stage>,
    frameworks: Vec<Framework>,
    framework: usize,
    rules: Rules,
    /// From how many points a deal is warm and hot.
    pub thresholds: Thresholds,
    /// Whom the firm wants to sell to.
    pub target: Target,
    /// The cadence table.
    pub cadence: Cadence,
    /// The numbers of the daily follow-up.
    pub rhythm: Rhythm,
    /// The numbers of the checklist.
    pub checklist: Checklist,
    /// What the law lets one do.
    pub law: LawRules,
    lists: Lists,
    digest: u64,
}

/// The rules of the score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rules {
    on: Vec<Rule>,
    /// Those of 0 points.
    off: Vec<Rule>,
}

/// Lists that forms offer and files are read with.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lists {
    losses: Vec<Loss>,
    sources: Vec<Source>,
    fields: Vec<CustomField>,
    sequences: Vec<Sequence>,
    segments: Vec<Segment>,
    letters: Vec<Template>,
    seller: Seller,
}

impl Playbook {
    /// The settings Vigie comes with.
    pub fn shipped() -> Self {
        check::shipped()
    }

    /// The shipped settings with a user's file laid over them, table by table.
    pub fn read(user_toml: &str) -> Result<Self, PlaybookFlaw> {
        check::read(user_toml)
    }

    /// A number that changes when a setting does, and only then.
    pub fn digest(&self) -> u64 {
        self.digest
    }

    /// The columns of the kanban in order; the last two are won and lost.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The place of a stage by its key.
    pub fn stage(&self, key: &str) -> Option<usize> {
        self.stages.iter().position(|stage| stage.key == key)
    }

    /// The place of the column of won deals.
    pub fn won(&self) -> usize {
        self.stages.len().saturating_sub(2)
    }

    /// The place of the column of lost deals.
    pub fn lost(&self) -> usize {
        self.stages.len().saturating_sub(1)
    }

    /// The checklist in use.
    pub fn framework(&self) -> &Framework {
        &self.frameworks[self.framework]
    }

    /// Every checklist one may choose.
    pub fn frameworks(&self) -> &[Framework] {
        &self.frameworks
    }

    /// The checklist a deal has of its own, where that is another than the one in use.
    pub fn own_framework(&self, deal: &Deal) -> Option<&Framework> {
        let named = deal.fields.text("deal.framework");
        self.framework_named(named).filter(|own| own.key != self.framework().key)
    }

    /// The checklist of a deal: its own, else the one in use.
    pub fn framework_of(&self, deal: &Deal) -> &Framework {
        self.own_framework(deal).unwrap_or_else(|| self.framework())
    }

    /// A checklist by its key or its name.
    pub fn framework_named(&self, name: &str) -> Option<&Framework> {
        let called = |framework: &&Framework| {
            let names = [&framework.key, &framework.label.fr, &framework.label.en];
            names.iter().any(|known| known.eq_ignore_ascii_case(name))
        };
        self.frameworks.iter().find(called).filter(|_| !name.is_empty())
    }

    /// A criterion by its key or what it stands for: of the checklist in use, else of any.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        let mut known = std::iter::once(self.framework()).chain(&self.frameworks).flat_map(|all| &all.criteria);
        let mut named = known.clone();
        named.find(|criterion| criterion.key == key).or_else(|| known.find(|criterion| criterion.stands_for == key))
    }

    /// The rules of the score: those of the checklist in use, then the others in the order of the file.
    pub fn rules(&self) -> &[Rule] {
        &self.rules.on
    }

    /// Why deals are lost.
    pub fn losses(&self) -> &[Loss] {
        &self.lists.losses
    }

    /// Where contacts come from.
    pub fn sources(&self) -> &[Source] {
        &self.lists.sources
    }

    /// The firm's own fields.
    pub fn fields(&self) -> &[CustomField] {
        &self.lists.fields
    }

    /// The sequences that may follow a deal.
    pub fn sequences(&self) -> &[Sequence] {
        &self.lists.sequences
    }

    /// The letters of a language: those Vigie comes with, and the firm's own over them.
    pub fn letters(&self, tongue: Tongue) -> Vec<Template> {
        template::mine(&self.lists.letters, tongue)
    }

    /// Who stands below letters that `author` writes.
    pub fn seller(&self, author: &str) -> Seller {
        let seller = self.lists.seller.clone();
        if seller.name.is_empty() { Seller { name: author.to_owned(), ..seller } } else { seller }
    }

    /// The same settings with the firm's own letters, and who writes them; nobody named: who sits here.
    #[must_use]
    pub fn with_letters(mut self, letters: Vec<Template>, seller: Seller) -> Self {
        self.lists.letters = letters;
        self.lists.seller = seller;
        self
    }

    /// The same settings with the letters of others.
    #[must_use]
    pub fn with_letters_of(self, other: &Self) -> Self {
        self.with_letters(other.lists.letters.clone(), other.lists.seller.clone())
    }

    /// The band of a score.
    pub fn band(&self, total: u8) -> Temperature {
        match total {
            total if total >= self.thresholds.hot => Temperature::Hot,
            total if total >= self.thresholds.warm => Temperature::Warm,
            _ => Temperature::Cold,
        }
    }
}
