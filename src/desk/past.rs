//! Questions about what was said and done: whose history, which acts. Answers are lines and acts, never sentences.

use std::sync::mpsc::{Receiver, sync_channel};

use super::{Desk, Trouble, clock, start::Past};
use crate::{
    log::{Backups, Cause, Onlooker},
    sales::{
        acts::Act,
        aftermath::{Aftermath, aftermath},
        book::{Book, History, Records, Unreadable},
        chronicle::{Chronicle, Page},
        entity::Entity,
        erasure::{self, Erasure},
        fact::{ActId, Fact, Target},
        history::{self, Deed, Line, Reading},
        mention::{Mention, mentions},
        retention::{Silent, overdue},
    },
};

/// The past of somebody.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The facts, and what took some of them back, oldest first.
    pub facts: Vec<Fact>,
    /// What they say, line by line.
    pub lines: Vec<Line>,
}

fn erasure_of(book: &Book, whom: &[Entity], past: &mut dyn History) -> Result<(Erasure, Vec<Mention>), Unreadable> {
    let erasure = Erasure::of_all(book, whom, past)?;
    let mentions = mentions(&erasure, book, past)?;
    Ok((erasure, mentions))
}

impl Desk {
    /// Everything said about a person, a company or a deal, and about their deals.
    pub fn history_of(&self, entity: Entity) -> Result<Story, Trouble> {
        let scope = history::scope(&self.book, entity);
        let mut past = &self.writer;
        let facts = history::gather(&mut past, self.book.ledger(), &scope).map_err(|Unreadable| Trouble::Unread)?;
        let lines = history::lines(&facts, Some(&scope), self.reading());
        Ok(Story { facts, lines })
    }

    /// Every fact that names one of these, or what was merged into one, each once and in order.
    pub fn said_of(&self, entities: &[Entity]) -> Result<Vec<Fact>, Trouble> {
        let mut facts = Vec::new();
        for name in entities.iter().flat_map(|entity| self.book.names_of(self.book.resolve(*entity))) {
            facts.extend(self.writer.facts_of(name)?);
        }
        facts.sort_by_key(|fact| (fact.stamp, fact.id));
        facts.dedup_by_key(|fact| fact.id);
        Ok(facts)
    }

    /// A page of all acts, latest first. The last few hundred are at hand; for older ones everything is read.
    pub fn deeds(&self, page: &Page) -> Result<Vec<Deed>, Trouble> {
        let acts = page.among(self.book.acts()).map_or_else(|| self.read_out(page), Ok)?;
        self.deeds_of(acts)
    }

    /// Acts with what they said and what became of it.
    pub fn deeds_of(&self, acts: Vec<Act>) -> Result<Vec<Deed>, Trouble> {
        let mut past = &self.writer;
        history::deeds(acts, &mut past, self.reading()).map_err(|Unreadable| Trouble::Unread)
    }

    /// What would go were these forgotten, and where others' words name them. Everything is read.
    pub fn erasure(&self, whom: &[Entity]) -> Result<(Erasure, Vec<Mention>), Trouble> {
        erasure_of(&self.book, whom, &mut &self.writer).map_err(|Unreadable| Trouble::Unread)
    }

    /// The same, read beside the work.
    pub fn erasure_beside(&self, whom: Vec<Entity>) -> Receiver<Result<(Erasure, Vec<Mention>), Unreadable>> {
        let book = self.book.clone();
        self.look(move |past| erasure_of(&book, &whom, past))
    }

    /// Whose data may not be kept any longer, looked for beside the work.
    pub fn overdue_beside(&self) -> Receiver<Result<Vec<Silent>, Unreadable>> {
        let (book, playbook, day) = (self.book.clone(), self.playbook.clone(), self.today());
        self.look(move |_| Ok(overdue(&book, &playbook, day)))
    }

    /// How many backups are kept here.
    pub fn backups(&self) -> usize {
        let store = self.memory.store.as_deref();
        store.and_then(|store| Backups::of(store).all().ok()).map_or(0, |all| all.len())
    }

    /// Those of a name whose creation was taken back.
    pub fn undone_of(&self, name: &str) -> Result<Vec<(Entity, String)>, Trouble> {
        erasure::undone(name, &self.book, &mut &self.writer).map_err(|Unreadable| Trouble::Unread)
    }

    /// What hangs on an act: what taking it back would come to.
    pub fn aftermath(&self, act: ActId) -> Result<Aftermath, Trouble> {
        let facts = self.writer.facts_under(Target::Act(act))?;
        aftermath(&self.book, &facts, &mut &self.writer).map_err(|Unreadable| Trouble::Unread)
    }

    /// Every act that is wanted, latest first, however old. Everything is read.
    pub fn acts_where(&self, wanted: &mut dyn FnMut(&Act) -> bool) -> Result<Vec<Act>, Trouble> {
        let mut found: Vec<Act> = Vec::new();
        self.every_fact(&mut |fact| match found.iter_mut().find(|act| act.id == fact.act) {
            Some(act) => act.add(&fact),
            None => found.extend(Act::of(std::slice::from_ref(&fact)).filter(|act| wanted(act))),
        })?;
        found.reverse();
        Ok(found)
    }

    /// A page of acts that are no longer at hand, read beside the work.
    pub fn read_beside(&self, page: Page) -> Receiver<Result<Vec<Act>, Unreadable>> {
        self.look(move |past| {
            let mut chronicle = Chronicle::new(page);
            past.every_fact(&mut |fact| chronicle.note(&fact))?;
            Ok(chronicle.acts())
        })
    }

    /// What hangs on an act, read beside the work: of few facts by whoever has the index, of many from the whole journal.
    pub fn weigh_beside(&self, act: &Act) -> Receiver<Result<Aftermath, Unreadable>> {
        const FEW: u64 = 16;
        let (book, id) = (self.book.clone(), act.id);
        let weigh = move |past: &mut dyn History| {
            let facts = past.facts_under(Target::Act(id))?;
            aftermath(&book, &facts, past)
        };
        if act.size > FEW {
            return self.look(weigh);
        }
        let (told, answer) = sync_channel(1);
        // There is room for the one answer, and nobody is left to be told where the asker has gone.
        self.writer.look(Box::new(move |log| drop(told.send(weigh(&mut Past(log))))));
        answer
    }

    /// Looks into the past with eyes of its own where the store is ours, so that nothing else waits.
    fn look<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut dyn History) -> Result<T, Unreadable> + Send + 'static,
    ) -> Receiver<Result<T, Unreadable>> {
        let (told, answer) = sync_channel(1);
        let Some(store) = self.memory.store.clone() else {
            // Nobody is left to be told where the asker has gone; there is room for the one answer.
            let _ = told.send(question(&mut &self.writer));
            return answer;
        };
        let look = move || {
            let log = Onlooker::open(&store, Cause::ReadOnly).map_err(|_| Unreadable);
            let _ = told.send(log.and_then(|mut log| question(&mut Past(&mut log))));
        };
        // Without a thread the channel closes, and the asker hears that nothing can be read.
        drop(std::thread::Builder::new().name("vigie-past".into()).spawn(look));
        answer
    }

    fn read_out(&self, page: &Page) -> Result<Vec<Act>, Trouble> {
        let mut chronicle = Chronicle::new(page.clone());
        self.every_fact(&mut |fact| chronicle.note(&fact))?;
        Ok(chronicle.acts())
    }

    fn reading(&self) -> Reading<'_> {
        Reading { book: &self.book, hour: |millis| clock::local(millis).1 }
    }
}
