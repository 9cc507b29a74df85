//! The panes and whom they show: cursors, ids and text given up, never a record.

use super::{
    command::Command,
    contacts::Contacts,
    dossier::Dossier,
    draft,
    filter::Filter,
    form::Form,
    marks::Marks,
    pipeline::Pipeline,
    pointer::Drag,
    qualify::Qualify,
    settings::{Settings, Turn},
    today::{self, Today},
};
use crate::sales::{entity::Entity, playbook::Change};

/// The panes, and whom they show.
#[derive(Default)]
pub(super) struct Panes {
    pub(super) tab: Tab,
    pub(super) today: Today,
    pub(super) alert: today::Alert,
    pub(super) pipeline: Pipeline,
    pub(super) contacts: Contacts,
    pub(super) cards: Cards,
    pub(super) dossier: Dossier,
    pub(super) qualify: Qualify,
    /// A party without any deal, or somebody looked up during the triage, shown instead of a card.
    pub(super) party: Option<Entity>,
    /// Whom the action chosen in the box is about, instead of the cursor, while its question is open.
    pub(super) hit: Option<Entity>,
    /// Whose dossier was opened, latest first.
    pub(super) seen: Vec<Entity>,
    /// The deal the dossier showed last.
    pub(super) shown: Option<Entity>,
    /// Texts that wait to be taken up again.
    pub(super) drafts: draft::Shelf,
    /// What was given up last, for as long as nothing else happened.
    pub(super) given_up: Option<GivenUp>,
    /// The field or answer as it was opened: given up unchanged, nothing is lost.
    pub(super) opened: Option<(String, String)>,
    /// The line of the list of acts the cursor stood on.
    pub(super) past_at: usize,
    /// The greeting of an empty portfolio was closed.
    pub(super) greeted: bool,
}

/// What is done with the cards of the pipeline.
#[derive(Default)]
pub(super) struct Cards {
    pub(super) filter: Filter,
    pub(super) marks: Marks,
    pub(super) drag: Option<Drag>,
}

/// What stands on the left, or alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// The list of the day.
    Today,
    /// The columns.
    #[default]
    Pipeline,
    /// The table of everybody.
    Contacts,
}

impl Tab {
    /// Every tab with its wish, in the order of the line on top.
    pub(super) const ALL: [(Self, Command); 3] =
        [(Self::Today, Command::Today), (Self::Pipeline, Command::Pipeline), (Self::Contacts, Command::Contacts)];

    /// So many further on, round and round.
    pub(super) fn step(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|(tab, _)| *tab == self).unwrap_or(0);
        Self::ALL.iter().cycle().nth(at + by).map_or(self, |(tab, _)| *tab)
    }
}

/// Text that was given up; it comes back only where it was typed.
pub(super) enum GivenUp {
    /// A form.
    Form(Box<Form>),
    /// A field of the dossier of this party or deal.
    Field(Option<Entity>),
    /// An answer on the checklist of this party or deal.
    Words(Option<Entity>),
    /// Text that came in where nothing was being typed.
    Stray(String),
    /// Settings that were tried.
    Settings(Box<Settings>),
    /// Settings that were kept, or put back.
    Kept(Vec<Change>, Turn),
}
