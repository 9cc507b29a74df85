//! What the journal has, the book learns: what became of each act, and what others said.

use std::cell::OnceCell;

use super::{Desk, MUCH, News, PATIENCE, Trouble, writer::Outcome};
use crate::{
    log::{Forgotten, Position, format::Places},
    sales::{
        book::{Book, Learnt, Unreadable},
        entity::Entity,
        fact::{Fact, Statement},
        register,
    },
};

impl Desk {
    /// Learns what was kept, and turns every outcome into news.
    pub(super) fn take(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Kept(fact, position) => {
                let learnt = self.learn_at(&fact, position);
                self.settled_here(&fact);
                if self.under_way.kept(fact.act) {
                    return;
                }
                self.news.push_back(News::Saved { fact, learnt });
            }
            Outcome::Heard(fact, position) => {
                self.learn_at(&fact, position);
                let over = self.settled_over(&fact);
                self.news.push_back(News::Heard { fact, over });
            }
            Outcome::Anew(device, places) => {
                self.here.device = device;
                self.read_anew(&places);
            }
            Outcome::Seated(ours) => self.here.guest = !ours,
            Outcome::Delayed(cause) => self.news.push_back(News::Delayed(Trouble::Delayed(cause))),
            Outcome::NoDoor(cause) => self.news.push_back(News::NoDoor(Trouble::Store(cause))),
            Outcome::Failed(entry, failure) => {
                self.here.sitting.retain(|act| *act != entry.act);
                let trouble = Trouble::of(failure, entry.statements);
                if !self.under_way.refused(entry.act, &trouble) {
                    self.news.push_back(News::Refused { act: entry.act, trouble });
                }
            }
            Outcome::Checked(found) => self.news.push_back(News::Checked(found)),
        }
    }

    /// Waits for an outcome, but not for ever for somebody else who holds the store.
    pub(super) fn wait(&mut self) -> Result<Outcome, Trouble> {
        self.writer.wait(PATIENCE).map_err(|ended| {
            let delayed = self.news.iter().rev().find_map(|news| match news {
                News::Delayed(trouble) => Some(trouble.clone()),
                _ => None,
            });
            delayed.filter(|_| !ended).unwrap_or(Trouble::NoWriter)
        })
    }

    fn learn_at(&mut self, fact: &Fact, position: Position) -> Learnt {
        self.memory.learnt_to = position;
        self.memory.since_snapshot += 1;
        self.learn(fact)
    }

    /// Everything there is, read again: somebody may have been forgotten.
    fn read_anew(&mut self, places: &Places) {
        match (Book::of(&mut &self.writer), Forgotten::read(places.root())) {
            (Ok(book), Ok(forgotten)) => (self.book, self.forgotten) = (book.instead_of(&self.book), forgotten),
            _ => self.news.push_back(News::Unread),
        }
        self.news.push_back(News::Anew);
        self.here.mine.clear();
        self.memory.snapshot = Some(places.snapshot());
        self.columns = OnceCell::new();
        self.finder = OnceCell::new();
        self.memory.finder = None;
        self.memory.since_snapshot = MUCH;
    }

    /// Notes what was settled here.
    fn settled_here(&mut self, fact: &Fact) {
        let said = fact.statements.iter().filter_map(|said| Some((settles(said)?, said.clone())));
        self.here.mine.extend(said);
    }

    /// What somebody else's fact settles otherwise than was done here.
    fn settled_over(&mut self, fact: &Fact) -> Vec<Statement> {
        let mine = &mut self.here.mine;
        let over = |said: &&Statement| {
            let before = settles(said).and_then(|place| mine.remove(&place));
            before.is_some_and(|before| before != **said)
        };
        fact.statements.iter().filter(over).cloned().collect()
    }

    fn learn(&mut self, fact: &Fact) -> Learnt {
        let mut history = &self.writer;
        let learnt = self.book.learn(fact, &mut history).or_else(|_| {
            // The copy that answers by entity failed: the journal has everything.
            self.book = Book::of(&mut history)?.instead_of(&self.book);
            Ok(Learnt::Everything)
        });
        let learnt = learnt.unwrap_or_else(|Unreadable| {
            self.news.push_back(News::Unread);
            Learnt::Everything
        });
        self.behind.note(&learnt);
        match self.finder.get_mut() {
            Some(finder) => register::follow(finder.get_mut(), &self.book, &learnt),
            None => self.memory.finder = self.memory.finder.take().and_then(|finder| finder.behind(learnt.clone())),
        }
        learnt
    }
}

impl Desk {
    /// The cards follow what the book learnt, each read once however many facts changed it. While a long act goes on they
    /// wait for its end: a firm with a hundred deals would have all of them read again with each.
    pub(super) fn catch_up(&mut self) {
        if self.under_way.goes_on() || self.behind.is_nothing() {
            return;
        }
        match std::mem::take(&mut self.behind) {
            Behind::By(changed) => {
                if let Some(columns) = self.columns.get_mut() {
                    columns.follow(&self.book, &self.playbook, &Learnt::Some(changed));
                }
            }
            Behind::Far => self.columns = OnceCell::new(),
        }
    }
}

/// More records than this are quicker read all anew.
const FAR: usize = 2_000;

/// What the book learnt and the cards did not follow yet.
pub(super) enum Behind {
    /// These records, as they changed.
    By(Vec<Entity>),
    /// Too much: everything is read anew when it is asked for.
    Far,
}

impl Default for Behind {
    fn default() -> Self {
        Self::By(Vec::new())
    }
}

impl Behind {
    /// The cards are what the book says.
    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Self::By(changed) if changed.is_empty())
    }

    fn note(&mut self, learnt: &Learnt) {
        match (&mut *self, learnt) {
            (Self::By(changed), Learnt::Some(more)) if changed.len() + more.len() <= FAR => changed.extend(more),
            _ => *self = Self::Far,
        }
    }
}

/// What a statement settles until the next of its kind: a field, a stage, a next step, a criterion.
fn settles(said: &Statement) -> Option<(Entity, String)> {
    match said {
        Statement::Set(said) => Some((said.about, said.field.clone())),
        Statement::Moved(said) => Some((said.deal, "stage".to_owned())),
        Statement::Promised(said) => Some((said.about, "next".to_owned())),
        Statement::Answered(said) => Some((said.deal, format!("answer {}", said.criterion))),
        _ => None,
    }
}
