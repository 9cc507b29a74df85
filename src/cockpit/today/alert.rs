//! Who just turned hot is told at once and once, whoever's fact it was: one from here, an import, another cockpit.

use rustc_hash::FxHashSet;

use crate::{
    cockpit::{
        Cockpit,
        theme::Role,
        world::{self, World},
    },
    sales::{card::Badges, entity::Entity},
};

/// Who is known to have turned hot.
#[derive(Clone, Debug, Default)]
pub struct Alert {
    /// The version of the book they were read from.
    version: Option<u64>,
    hot: FxHashSet<Entity>,
}

impl Alert {
    /// Rows of those who turned hot since the last time; the first time nobody is news.
    fn news(&mut self, world: &World) -> Vec<u32> {
        let version = world.book.version();
        if self.version == Some(version) {
            return Vec::new();
        }
        let before = self.version.replace(version);
        let mut news = Vec::new();
        let mut look = |row: u32| {
            let Some(card) = world.columns.row(row) else { return };
            if !card.badges.has(Badges::TURNED_HOT) {
                self.hot.remove(&card.deal);
            } else if self.hot.insert(card.deal) {
                news.push(row);
            }
        };
        match before.and_then(|version| world.columns.changed_since(version)) {
            Some(rows) => rows.for_each(&mut look),
            None => world.columns.cards().for_each(|(row, _)| look(row)),
        }
        if before.is_some() { news } else { Vec::new() }
    }
}

impl Cockpit {
    /// Tells who turned hot among those one looks at, before what else there is to tell.
    pub(in crate::cockpit) fn alert(&mut self, world: &World) {
        let sieve = self.panes.cards.filter.sieve();
        let news = self.panes.alert.news(world);
        let news: Vec<u32> = news.into_iter().filter(|row| sieve.is_none_or(|sieve| sieve.passes(*row))).collect();
        let words = match news.as_slice() {
            [] => return,
            [row] => {
                let case = world.columns.row(*row).and_then(|card| world::case(world.book, card.deal));
                let who = case.as_ref().map(world::name).unwrap_or_default();
                world.voice.tell("alert-hot", &[("who", who.into())])
            }
            many => world.voice.tell("alert-hot-many", &[("count", many.len().into())]),
        };
        let words = match self.toast.take() {
            Some((before, _)) => format!("{words} · {before}"),
            None => words,
        };
        self.toast = Some((words, Role::Hot));
    }
}
