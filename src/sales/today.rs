//! The list of the day: whom to speak with today, in order, and how far it is worked through. Read from the columns in
//! one pass; nothing is kept, nobody is hidden.

use super::{
    agenda,
    card::{Badges, Card},
    case::Case,
    columns::Columns,
    fact::Temperature,
    moment::Day,
    playbook::Playbook,
    reason::Reason,
};

/// The list of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Rows of the deals with a fixed hour today, earliest first: a block of its own, not ranked.
    pub fixed: Vec<u32>,
    /// Rows of all others, most pressing first.
    pub ranked: Vec<u32>,
    /// How it stands.
    pub tally: Tally,
}

/// How the list of a day stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// No longer in the list: we spoke or wrote today, or closed it.
    pub done: usize,
    /// Put off today.
    pub postponed: usize,
    /// Still in the list, and overdue.
    pub late: usize,
    /// Still in the list, and hot.
    pub hot: usize,
    /// Open, hot, and without a next step: in no list unless somebody looks.
    pub stray: usize,
    /// What the next working day brings, as far as is known today.
    pub tomorrow: usize,
}

impl Today {
    /// Reads the list from the columns of its day; `mine` says which rows are looked at.
    pub fn of(columns: &Columns, mine: &dyn Fn(u32) -> bool) -> Self {
        let day = columns.day();
        let tomorrow = super::holidays::plus_working(day, 1);
        let mut today = Self::default();
        let mut ranked = Vec::new();
        for (row, card) in columns.cards().filter(|(row, _)| mine(*row)) {
            today.tally.count(&card, day, tomorrow);
            match is_listed(&card, day) {
                true if card.hour.is_some() && card.due == Some(day) => today.fixed.push(row),
                true => ranked.push((order(&card), row)),
                false => {}
            }
        }
        let card = |row: u32| columns.row(row);
        today.fixed.sort_by_key(|row| (card(*row).and_then(|card| card.hour), *row));
        ranked.sort_unstable();
        today.ranked = ranked.into_iter().map(|(_, row)| row).collect();
        today
    }

    /// How many lines are left.
    pub fn len(&self) -> usize {
        self.fixed.len() + self.ranked.len()
    }

    /// Whether nobody is left.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows as they stand, those with a fixed hour first.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.fixed.iter().chain(&self.ranked).copied()
    }

    /// The row of a line.
    pub fn at(&self, line: usize) -> Option<u32> {
        self.fixed.get(line).or_else(|| self.ranked.get(line.checked_sub(self.fixed.len())?)).copied()
    }
}

impl Tally {
    fn count(&mut self, card: &Card, day: Day, tomorrow: Day) {
        let hot = card.temperature == Temperature::Hot;
        let listed = is_listed(card, day);
        self.done += usize::from(!listed && card.badges.has(Badges::DONE));
        self.postponed += usize::from(!listed && card.badges.has(Badges::POSTPONED));
        self.late += usize::from(listed && card.due.is_some_and(|due| due < day));
        self.hot += usize::from(listed && hot);
        self.stray += usize::from(!listed && hot && card.badges.has(Badges::NO_NEXT_STEP));
        self.tomorrow += usize::from(card.due.is_some_and(|due| due > day && due <= tomorrow));
    }

    /// Lines worked through of all there were.
    pub fn progress(&self, left: usize) -> (usize, usize) {
        let through = self.done + self.postponed;
        (through, through + left)
    }
}

/// The most pressing reason for a card to stand in the list.
pub fn why(case: &Case<'_>, card: &Card, playbook: &Playbook, day: Day) -> Reason {
    let next = agenda::next(case, card.status, card.temperature, playbook, day);
    let turned = agenda::turned_hot(case, playbook, day);
    agenda::why(case, &next, turned.as_ref(), playbook, day)
}

/// Due, or on top for a reason of its own; what was done today comes back only when it is due again.
fn is_listed(card: &Card, day: Day) -> bool {
    let due = card.due.is_some_and(|due| due <= day);
    let first = card.badges.has(Badges::COMPLAINT) || card.badges.has(Badges::TURNED_HOT);
    due || (first && !card.badges.has(Badges::DONE) && !card.badges.has(Badges::POSTPONED))
}

/// Most pressing first.
fn order(card: &Card) -> i64 {
    -(f64::from(card.pressing) * 1024.0) as i64
}
