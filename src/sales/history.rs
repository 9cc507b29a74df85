//! What was said and done, line by line: who, when, what stood there before, whether it was taken back and by whom.
//! Pure: facts in, lines out; words are the voice's.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    acts::Act,
    book::{Book, History, Records, Unreadable},
    entity::Entity,
    fact::{ActId, Approach, Began, Fact, FactId, Stamp, Statement, Struck, Target},
    ledger::Ledger,
    moment::{Day, Hour, Moment},
};

/// One statement of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The fact it stands in.
    pub fact: FactId,
    /// Its place in that fact, from 0.
    pub place: usize,
    /// The act of the fact.
    pub act: ActId,
    /// The place of the fact in the order of all.
    pub stamp: Stamp,
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub author: String,
    /// When it happened, where that is another day.
    pub happened: Option<Moment>,
    /// What was said.
    pub said: Statement,
    /// What it replaced; for a retraction, what it took back in the end.
    pub before: Option<Statement>,
    /// A retraction that brings something back.
    pub again: bool,
    /// Whether it no longer counts, and who saw to that.
    pub back: Option<Back>,
}

/// Something was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// By whom; empty where the retraction is not among the facts at hand.
    pub by: String,
    /// When.
    pub at: Option<Moment>,
}

/// What a list of facts is read by.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Which facts live and who is who.
    pub book: &'a Book,
    /// The local time of day of a moment in milliseconds since 1970 UTC.
    pub hour: fn(i64) -> Hour,
}

/// Whom a history is about: the entity and its deals, each under every name it was merged from.
pub fn scope(book: &Book, entity: Entity) -> Vec<Entity> {
    let home = book.resolve(entity);
    let mut homes = super::book::deals_about(book, home);
    homes.push(home);
    let mut scope: Vec<Entity> = homes.into_iter().flat_map(|home| book.names_of(home)).collect();
    scope.sort_unstable();
    scope.dedup();
    scope
}

/// Every fact that names one of these, and whatever took those back or brought them again.
pub fn gather(history: &mut dyn History, ledger: &Ledger, scope: &[Entity]) -> Result<Vec<Fact>, Unreadable> {
    let mut facts = Vec::new();
    for entity in scope {
        facts.extend(history.facts_of(*entity)?);
    }
    let mut known: FxHashSet<FactId> = FxHashSet::default();
    facts.retain(|fact| known.insert(fact.id));
    follow(&mut facts, known, history, ledger)?;
    facts.sort_by_key(|fact| (fact.stamp, fact.id));
    Ok(facts)
}

/// Adds whatever took facts back, or brought them again.
fn follow(
    facts: &mut Vec<Fact>,
    mut known: FxHashSet<FactId>,
    history: &mut dyn History,
    ledger: &Ledger,
) -> Result<(), Unreadable> {
    let mut at = 0;
    while let Some((id, act)) = facts.get(at).map(|fact| (fact.id, fact.act)) {
        let struck = ledger.strikes_on(id).map(|(_, by)| by);
        for (by, _) in ledger.against(id, act).chain(struck) {
            if known.insert(by) {
                facts.extend(history.facts_under(Target::Fact(by))?);
            }
        }
        at += 1;
    }
    Ok(())
}

/// The lines of facts, oldest first; of a fact about several things only what concerns a scope, where one is given.
pub fn lines(facts: &[Fact], scope: Option<&[Entity]>, reading: Reading<'_>) -> Vec<Line> {
    let past = Past { facts, reading };
    let mut held: FxHashMap<Slot, Statement> = FxHashMap::default();
    let mut lines = Vec::new();
    for fact in facts {
        let gone = past.back(fact.id, fact.act);
        for (place, said) in fact.statements.iter().enumerate().filter(|(_, said)| concerns(said, scope)) {
            let back = gone.clone().or_else(|| past.struck(fact.id, place));
            let (before, again) = match said {
                Statement::Retracted(retracted) => past.undone(retracted.target),
                Statement::Struck(struck) => (past.said_at(*struck), false),
                _ => {
                    let slot = slot(said, reading.book);
                    (slot.and_then(|slot| replaced(&mut held, slot, said, back.is_none())), false)
                }
            };
            lines.push(past.line(fact, place, before, again, back));
        }
    }
    lines
}

/// One act of the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The act.
    pub act: Act,
    /// When its last fact was entered.
    pub at: Moment,
    /// What it said; a long act keeps its name alone.
    pub lines: Vec<Line>,
    /// Whether it no longer counts, and who saw to that.
    pub back: Option<Back>,
}

impl Deed {
    /// What says most about it.
    pub fn telling(&self) -> Option<&Line> {
        self.lines.iter().min_by_key(|line| std::cmp::Reverse(weight(&line.said)))
    }
}

/// Acts with what they said, what they took back, and who took them back.
pub fn deeds(acts: Vec<Act>, history: &mut dyn History, reading: Reading<'_>) -> Result<Vec<Deed>, Unreadable> {
    acts.into_iter().map(|act| deed(act, history, reading)).collect()
}

fn deed(act: Act, history: &mut dyn History, reading: Reading<'_>) -> Result<Deed, Unreadable> {
    let ledger = reading.book.ledger();
    let mut facts = act.facts.clone();
    let mut at = 0;
    while let Some(fact) = facts.get(at) {
        let targets: Vec<Target> = fact.statements.iter().filter_map(unnamed_target).collect();
        for target in targets {
            facts.extend(at_hand(reading.book, target, history)?);
        }
        at += 1;
    }
    let struck = ledger.strikes_on(act.first).map(|(_, by)| by);
    for (by, _) in ledger.against(act.first, act.id).chain(struck) {
        facts.extend(at_hand(reading.book, Target::Fact(by), history)?);
    }
    let mut lines = lines(&facts, None, reading);
    lines.retain(|line| line.act == act.id);
    let past = Past { facts: &facts, reading };
    let back = past.back(act.first, act.id);
    let hour = (reading.hour)((act.stamp.0 >> 16) as i64);
    Ok(Deed { at: Moment { day: act.day, hour: Some(hour) }, lines, back, act })
}

/// The facts of a target: the latest acts are kept in the book.
fn at_hand(book: &Book, target: Target, history: &mut dyn History) -> Result<Vec<Fact>, Unreadable> {
    let known = book.acts().facts_under(target);
    if known.is_empty() { history.facts_under(target) } else { Ok(known) }
}

/// What a retraction takes back, where it does not name it itself.
fn unnamed_target(said: &Statement) -> Option<Target> {
    match said {
        Statement::Retracted(retracted) if retracted.why.is_empty() => Some(retracted.target),
        Statement::Struck(struck) => Some(Target::Fact(struck.fact)),
        _ => None,
    }
}

/// Whether a statement belongs into a history; retractions do, whatever they take back.
fn concerns(said: &Statement, scope: Option<&[Entity]>) -> bool {
    let Some(scope) = scope else { return true };
    matches!(said, Statement::Retracted(_)) || said.entities().any(|named| scope.binary_search(&named).is_ok())
}

/// Facts with the means to read them.
struct Past<'a> {
    facts: &'a [Fact],
    reading: Reading<'a>,
}

impl Past<'_> {
    fn line(&self, fact: &Fact, place: usize, before: Option<Statement>, again: bool, back: Option<Back>) -> Line {
        let said = fact.statements.get(place).cloned().unwrap_or_else(|| unreachable!("a place of this fact"));
        Line {
            fact: fact.id,
            place,
            act: fact.act,
            stamp: fact.stamp,
            at: self.at(fact),
            author: fact.author.clone(),
            happened: happened(&said).filter(|when| when.day != fact.day),
            said,
            before,
            again,
            back,
        }
    }

    fn at(&self, fact: &Fact) -> Moment {
        Moment { day: fact.day, hour: Some((self.reading.hour)(fact.recorded_at)) }
    }

    /// Who took a dead fact back: the last live retraction of it.
    fn back(&self, fact: FactId, act: ActId) -> Option<Back> {
        let ledger = self.reading.book.ledger();
        if ledger.lives(fact, act) {
            return None;
        }
        let mut live = ledger.against(fact, act).filter(|(by, of)| ledger.lives(*by, *of));
        let by = live.find_map(|(by, _)| self.facts.iter().find(|fact| fact.id == by));
        Some(Back { by: by.map(|by| by.author.clone()).unwrap_or_default(), at: by.map(|by| self.at(by)) })
    }

    /// Who struck a statement out of a fact that lives.
    fn struck(&self, fact: FactId, place: usize) -> Option<Back> {
        let ledger = self.reading.book.ledger();
        let mut live = ledger.strikes_on(fact).filter(|(at, (by, of))| *at == place && ledger.lives(*by, *of));
        let (_, (by, _)) = live.next()?;
        let by = self.facts.iter().find(|fact| fact.id == by);
        Some(Back { by: by.map(|by| by.author.clone()).unwrap_or_default(), at: by.map(|by| self.at(by)) })
    }

    /// What was struck out.
    fn said_at(&self, struck: Struck) -> Option<Statement> {
        let fact = self.facts.iter().find(|fact| fact.id == struck.fact)?;
        fact.statements.get(struck.at as usize).cloned()
    }

    /// What a retraction takes back in the end, and whether it brings that back.
    fn undone(&self, target: Target) -> (Option<Statement>, bool) {
        const LONGEST: usize = 200;
        let (mut target, mut again) = (target, false);
        for _ in 0..LONGEST {
            let under = self.facts.iter().filter(|fact| match target {
                Target::Fact(id) => fact.id == id,
                Target::Act(id) => fact.act == id,
            });
            let telling = most_telling(under.flat_map(|fact| &fact.statements));
            match telling {
                Some(Statement::Retracted(further)) => {
                    again = !again;
                    if !further.why.is_empty() {
                        return (Some(Statement::Began(Began { label: further.why.clone(), facts: 0 })), again);
                    }
                    target = further.target;
                }
                told => return (told.cloned(), again),
            }
        }
        (None, again)
    }
}

/// What stood in a slot before; a live statement takes its place.
fn replaced(held: &mut FxHashMap<Slot, Statement>, slot: Slot, said: &Statement, lives: bool) -> Option<Statement> {
    if lives { held.insert(slot, said.clone()) } else { held.get(&slot).cloned() }
}

/// A place where the latest statement counts.
#[derive(PartialEq, Eq, Hash)]
enum Slot {
    Field(Entity, String),
    Answer(Entity, String),
    Stage(Entity),
    Next(Entity),
    Owner(Entity),
    Heat(Entity),
    Sequence(Entity),
    Say(Entity, Option<Approach>),
    Quote(Entity, String),
}

fn slot(said: &Statement, book: &Book) -> Option<Slot> {
    let home = |entity: Entity| book.resolve(entity);
    Some(match said {
        Statement::Set(set) => Slot::Field(home(set.about), set.field.clone()),
        Statement::Answered(answered) => Slot::Answer(home(answered.deal), answered.stands_for.clone()),
        Statement::Moved(moved) => Slot::Stage(home(moved.deal)),
        Statement::Lost(lost) => Slot::Stage(home(lost.deal)),
        Statement::Promised(promised) => Slot::Next(home(promised.about)),
        Statement::Assigned(assigned) => Slot::Owner(home(assigned.about)),
        Statement::Adjusted(adjusted) => Slot::Heat(home(adjusted.deal)),
        Statement::Enrolled(enrolled) => Slot::Sequence(home(enrolled.deal)),
        Statement::Permitted(permitted) => Slot::Say(home(permitted.about), permitted.approach),
        Statement::Quoted(quoted) => Slot::Quote(home(quoted.deal), quoted.number.clone()),
        _ => return None,
    })
}

/// When a statement says it happened.
fn happened(said: &Statement) -> Option<Moment> {
    let day = |day: Day| Some(Moment::from(day));
    match said {
        Statement::Exchanged(exchanged) => Some(exchanged.when),
        Statement::Enrolled(enrolled) => Some(enrolled.since),
        Statement::Skipped(skipped) => Some(skipped.on),
        Statement::Answered(answered) => day(answered.on),
        Statement::Qualified(qualified) => day(qualified.on),
        Statement::Moved(moved) => day(moved.on),
        Statement::Quoted(quoted) => day(quoted.on),
        Statement::Bought(bought) => day(bought.on),
        Statement::Lost(lost) => day(lost.on),
        Statement::Adjusted(adjusted) => day(adjusted.on),
        Statement::Permitted(permitted) => day(permitted.on),
        Statement::Complained(complained) => day(complained.on),
        _ => None,
    }
}

/// The statement that says most about an act, the first of the weightiest.
pub fn most_telling<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Option<&'s Statement> {
    statements.into_iter().min_by_key(|said| std::cmp::Reverse(weight(said)))
}

fn weight(said: &Statement) -> u8 {
    match said {
        Statement::Began(_) => 14,
        Statement::Retracted(_) => 13,
        Statement::Bought(_) => 12,
        Statement::Lost(_) => 11,
        Statement::Moved(_) => 10,
        Statement::Quoted(_) => 9,
        Statement::Permitted(_) => 8,
        Statement::Exchanged(_) => 7,
        Statement::Complained(_) | Statement::Merged(_) | Statement::Apart(_) => 6,
        Statement::Answered(_) => 5,
        Statement::Qualified(_) | Statement::Adjusted(_) | Statement::Enrolled(_) | Statement::Skipped(_) => 4,
        Statement::Promised(_) => 3,
        Statement::Set(_) => 2,
        Statement::Linked(_) | Statement::Assigned(_) | Statement::Unknown(_) => 1,
        Statement::Struck(_) | Statement::Ended(_) => 0,
    }
}
