//! Whom the rules of the sequences name: proposed to be followed, never followed by themselves. A person once, for the
//! first sequence whose rule holds and that would go somewhere. Rows are asked a few at a time; afterwards only those that
//! changed.

use std::collections::BTreeMap;

use super::{
    book::{Book, OwnedCase, Records, Sweep},
    card::Card,
    columns::{Columns, shared},
    deal::Enrolment,
    entity::Entity,
    moment::{Hour, Moment},
    playbook::{Playbook, Sequence},
    query::Query,
    sequence,
    sieve::{Made, SLICE, glanced, holds},
};

/// Who is proposed for which sequence.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// By row of the deal: the place of the sequence in the playbook.
    found: BTreeMap<u32, usize>,
    asked: u32,
    made: Option<Made>,
}

/// What rows are asked with.
#[derive(Clone, Copy)]
struct Known<'a> {
    records: &'a dyn Records,
    book: &'a Book,
    columns: &'a Columns,
    playbook: &'a Playbook,
}

impl Candidates {
    /// Everybody at once.
    pub fn all(book: &Book, columns: &Columns, playbook: &Playbook) -> Self {
        let mut all = Self::default();
        all.follow(book, columns, playbook);
        while all.goes_on(columns, playbook) {
            all.go_on(book, columns, playbook);
        }
        all
    }

    /// Follows the columns: rows that changed are asked again; on another day or under other settings, all of them.
    pub fn follow(&mut self, book: &Book, columns: &Columns, playbook: &Playbook) {
        let now = Made::now(book, columns, playbook);
        let Some(before) = self.made.replace(now).filter(|before| *before != now) else { return };
        let known = Known { records: book, book, columns, playbook };
        let Some(rows) = columns.changed_since(before.version).filter(|_| before.is_alike(now)) else {
            (self.asked, self.found) = (0, BTreeMap::new());
            return;
        };
        for row in rows {
            if row < self.asked {
                self.put(row, known.proposed(row));
            }
        }
    }

    /// Whether rows are still to be asked: [`Candidates::go_on`] asks the next few.
    pub fn goes_on(&self, columns: &Columns, playbook: &Playbook) -> bool {
        self.asked < columns.rows() && playbook.sequences().iter().any(|sequence| sequence.rule.is_some())
    }

    /// Asks the next few rows.
    pub fn go_on(&mut self, book: &Book, columns: &Columns, playbook: &Playbook) {
        let (from, to) = (self.asked, columns.rows().min(self.asked + SLICE));
        let ask = |records: &Sweep<'_>, row| Known { records, book, columns, playbook }.proposed(from + row);
        for (row, proposed) in (from..to).zip(shared(book, to - from, ask)) {
            self.put(row, proposed);
        }
        self.asked = to;
    }

    fn put(&mut self, row: u32, proposed: Option<usize>) {
        match proposed {
            Some(at) => _ = self.found.insert(row, at),
            None => _ = self.found.remove(&row),
        }
    }

    /// How many there are for each sequence that has any; `mine` says which rows are looked at.
    pub fn count(&self, mine: &dyn Fn(u32) -> bool) -> BTreeMap<usize, usize> {
        let mut count = BTreeMap::new();
        for (_, at) in self.found.iter().filter(|(row, _)| mine(**row)) {
            *count.entry(*at).or_default() += 1;
        }
        count
    }

    /// Who is proposed for a sequence, most pressing first.
    pub fn of(&self, at: usize, columns: &Columns, mine: &dyn Fn(u32) -> bool) -> Vec<Entity> {
        let rows = self.found.iter().filter(|(row, of)| **of == at && mine(**row));
        let mut cards: Vec<Card> = rows.filter_map(|(row, _)| columns.row(*row)).collect();
        cards.sort_by(|a, b| b.pressing.total_cmp(&a.pressing).then(a.deal.cmp(&b.deal)));
        cards.into_iter().map(|card| card.deal).collect()
    }
}

impl Known<'_> {
    /// The first sequence a row is proposed for. A deal that is followed up by nobody, or whose suggestions pause, is
    /// proposed for none.
    fn proposed(&self, row: u32) -> Option<usize> {
        let card = self.columns.row(row).filter(|card| card.due.is_some())?;
        let may_hold = |rule: &Query| glanced(rule, row, self.columns) != Some(false);
        let sequences = self.playbook.sequences();
        sequences.iter().position(|sequence| sequence.rule.as_ref().is_some_and(may_hold))?;
        let case = self.records.case(card.deal)?;
        let others = self.others(&case);
        let day = self.columns.day();
        let is_followed = |case: &OwnedCase| {
            sequence::standing(&case.as_case(), self.playbook, day).is_some_and(|standing| standing.is_ok())
        };
        if is_followed(&case) || others.iter().any(|(other, _)| is_followed(other)) {
            return None;
        }
        sequences.iter().position(|sequence| {
            let rule = sequence.rule.as_ref().filter(|rule| may_hold(rule) && self.holds(rule, &case, &card));
            let twin = |rule: &Query, (other, of): &(OwnedCase, Card)| {
                (of.pressing, of.deal) > (card.pressing, card.deal) && self.holds(rule, other, of)
            };
            let once = |case: &OwnedCase| case.deal.followed.contains(&sequence.key);
            rule.is_some_and(|rule| !others.iter().any(|other| once(&other.0) || twin(rule, other)))
                && !once(&case)
                && self.would_go_on(&case, sequence)
        })
    }

    fn holds(&self, rule: &Query, case: &OwnedCase, card: &Card) -> bool {
        holds(rule, &case.as_case(), card, self.playbook, self.columns.day())
    }

    /// The other deals of the same party that are followed up.
    fn others(&self, case: &OwnedCase) -> Vec<(OwnedCase, Card)> {
        let dealings = case.as_case().dealings().next();
        let deals = dealings.into_iter().flat_map(|dealings| &dealings.deals);
        let others = deals.filter(|deal| **deal != case.deal.entity);
        let read = |deal: &Entity| {
            let card = self.columns.card(self.book, *deal).filter(|card| card.due.is_some())?;
            Some((self.records.case(*deal)?, card))
        };
        others.filter_map(read).collect()
    }

    /// Whether a sequence begun now would have a step to do: not where it concerns nobody here, or its way is opposed.
    fn would_go_on(&self, case: &OwnedCase, sequence: &Sequence) -> bool {
        let day = self.columns.day();
        let mut case = case.clone();
        let now = Moment { day, hour: Hour::of(23, 59) };
        case.deal.sequence = Some(Enrolment::new(sequence.key.clone(), now));
        sequence::standing(&case.as_case(), self.playbook, day).is_some_and(|standing| standing.is_ok())
    }
}
