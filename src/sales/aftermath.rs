//! What hangs on an act: what would be gone were it taken back, and who was born of it and got more since. Pure.

use rustc_hash::FxHashMap;

use super::{
    book::{Book, History, Records, Unreadable},
    entity::Entity,
    fact::{ActId, Fact, Stamp, Statement},
    history::most_telling,
};

/// What taking an act back would come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aftermath {
    /// Nothing else was ever said of these: they would be gone.
    pub gone: Vec<Entity>,
    /// These were born of it and got more since: they would stay, without what it said of them.
    pub later: Vec<Later>,
}

/// Something born of an act that got more since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// What.
    pub entity: Entity,
    /// How many facts speak of it since.
    pub facts: usize,
    /// What says most among them.
    pub telling: Option<Statement>,
}

/// Up to so many entities are asked about one by one; for more all facts are read.
const ONE_BY_ONE: usize = 64;

/// What hangs on an act, given its facts.
pub fn aftermath(book: &Book, act: &[Fact], history: &mut dyn History) -> Result<Aftermath, Unreadable> {
    let Some(first) = act.first() else { return Ok(Aftermath::default()) };
    let standing = act.iter().flat_map(|fact| book.ledger().standing(fact));
    let named = standing.filter(|(_, said)| !said.only_compares()).flat_map(|(_, said)| said.entities());
    let born: FxHashMap<Entity, Seen> = named.map(|entity| (book.resolve(entity), Seen::default())).collect();
    let mut watch = Watch { book, act: first.act, since: first.stamp, born };
    if watch.born.len() > ONE_BY_ONE {
        history.every_fact(&mut |fact| watch.note(&fact))?;
    } else {
        let homes: Vec<Entity> = watch.born.keys().copied().collect();
        for name in homes.into_iter().flat_map(|home| book.names_of(home)) {
            history.facts_of(name)?.iter().for_each(|fact| watch.note(fact));
        }
    }
    Ok(watch.told())
}

struct Watch<'b> {
    book: &'b Book,
    act: ActId,
    since: Stamp,
    born: FxHashMap<Entity, Seen>,
}

#[derive(Default)]
struct Seen {
    before: bool,
    later: Vec<Fact>,
    more: usize,
}

/// How many later facts of one thing are kept to tell of.
const KEPT: usize = 8;

impl Watch<'_> {
    fn note(&mut self, fact: &Fact) {
        if fact.act == self.act {
            return;
        }
        let standing = self.book.ledger().standing(fact).filter(|(_, said)| !said.only_compares());
        for entity in standing.flat_map(|(_, said)| said.entities()) {
            let Some(seen) = self.born.get_mut(&self.book.resolve(entity)) else { continue };
            if fact.stamp < self.since {
                seen.before = true;
            } else if !seen.later.contains(fact) {
                seen.more += 1;
                seen.later.extend((seen.later.len() < KEPT).then(|| fact.clone()));
            }
        }
    }

    fn told(self) -> Aftermath {
        let mut told = Aftermath::default();
        for (entity, seen) in self.born {
            let about = |said: &&Statement| said.entities().any(|named| self.book.resolve(named) == entity);
            let said = seen.later.iter().flat_map(|fact| &fact.statements).filter(about);
            match (seen.before, seen.more) {
                (true, _) => {}
                (false, 0) => told.gone.push(entity),
                (false, facts) => told.later.push(Later { entity, facts, telling: most_telling(said).cloned() }),
            }
        }
        told.gone.sort_unstable();
        told.later.sort_by_key(|later| later.entity);
        told
    }
}
