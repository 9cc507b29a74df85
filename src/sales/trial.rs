//! What other points, half-lives and thresholds would make of the whole portfolio: who would come first, who would be
//! hot. A preview over the columns; nothing holds until it is kept.

use rustc_hash::FxHashMap;

use super::{
    book::{Book, Records, Sweep},
    card::{Badges, Card},
    columns::{Columns, shared},
    entity::{Entity, Id, Kind},
    fact::Temperature,
    moment::Day,
    playbook::{Dial, Playbook, Rule, Tuning},
    score,
};

/// More columns of shares than this are not kept while one tries.
const KEPT: usize = 24;

/// The open deals as they stand under the settings in force, best first.
#[derive(Clone, Debug)]
pub struct Trial {
    of: Of,
    standing: Vec<Standing>,
    /// Shares of rules under another half-life, or of rules that are switched off.
    own: FxHashMap<Own, Vec<u8>>,
}

/// Which shares: the checklist in use, the place of the rule, its half-life.
type Own = (i32, usize, Option<u16>);

fn own(tuning: &Tuning, at: usize) -> Own {
    let half_life = tuning.rules().get(at).and_then(|rule| rule.half_life);
    (tuning.value(Dial::Framework), at, half_life)
}

/// The place of a rule among those in force, where it is measured as it is there.
fn held(rule: &Rule, playbook: &Playbook) -> Option<usize> {
    let same = |held: &Rule| (&held.key, held.half_life, &held.basis) == (&rule.key, rule.half_life, &rule.basis);
    playbook.rules().iter().position(same)
}

/// Of which facts, day and settings it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Of {
    version: u64,
    day: Day,
    settings: u64,
}

/// Where a deal stands now.
#[derive(Clone, Copy, Debug)]
struct Standing {
    row: u32,
    deal: Entity,
    score: u8,
    heat: Temperature,
    by_hand: bool,
    priority: f32,
}

/// How many open deals are how warm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    /// Froid.
    pub cold: usize,
    /// Tiède.
    pub warm: usize,
    /// Chaud.
    pub hot: usize,
}

/// A deal of the new ranking, and where it came from. Ranks begin with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mover {
    /// Which.
    pub deal: Entity,
    /// Its rank before and after.
    pub rank: (usize, usize),
    /// Its score before and after.
    pub score: (u8, u8),
    /// Its temperature before and after.
    pub heat: (Temperature, Temperature),
}

/// What other settings would make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The best, best first.
    pub top: Vec<Mover>,
    /// Temperatures before and after.
    pub bands: (Bands, Bands),
    /// Open deals whose score would be another.
    pub changed: usize,
}

impl Trial {
    /// Reads how the open deals stand.
    pub fn new(book: &Book, columns: &Columns, playbook: &Playbook) -> Self {
        let open = |(row, card): (u32, Card)| {
            let by_hand = card.badges.has(Badges::ADJUSTED);
            let (heat, priority) = (card.temperature, card.priority);
            Standing { row, deal: card.deal, score: card.score, heat, by_hand, priority }
        };
        let cards = columns.cards().filter(|(_, card)| usize::from(card.stage) < playbook.won());
        let mut standing: Vec<Standing> = cards.map(open).collect();
        standing.sort_unstable_by(|a, b| before((a.score, a), (b.score, b)));
        Self { of: Of::now(book, columns, playbook), standing, own: FxHashMap::default() }
    }

    /// Whether it is still of these facts, this day and these settings.
    pub fn is_of(&self, book: &Book, columns: &Columns, playbook: &Playbook) -> bool {
        self.of == Of::now(book, columns, playbook)
    }

    /// What these settings would make of it; the best so many by name.
    pub fn of(&mut self, tuning: &Tuning, most: usize, known: (&Book, &Columns, &Playbook)) -> Outcome {
        let (book, columns, playbook) = known;
        self.share_anew(tuning, book, columns, playbook);
        let scores = columns.summed(self.rules(tuning, columns, playbook));
        let band = |total: u8| match total {
            total if total >= tuning.thresholds.hot => Temperature::Hot,
            total if total >= tuning.thresholds.warm => Temperature::Warm,
            _ => Temperature::Cold,
        };
        let mut outcome = Outcome::default();
        let mut ranked: Vec<(u8, usize)> = Vec::with_capacity(self.standing.len());
        for (at, deal) in self.standing.iter().enumerate() {
            let score = scores.get(deal.row as usize).copied().unwrap_or(0);
            outcome.changed += usize::from(score != deal.score);
            outcome.bands.0.count(deal.heat);
            outcome.bands.1.count(if deal.by_hand { deal.heat } else { band(score) });
            ranked.push((score, at));
        }
        for (rank, (score, at)) in self.best(ranked, most).into_iter().enumerate() {
            let Some(deal) = self.standing.get(at) else { continue };
            let heat = if deal.by_hand { deal.heat } else { band(score) };
            outcome.top.push(Mover {
                deal: deal.deal,
                rank: (at + 1, rank + 1),
                score: (deal.score, score),
                heat: (deal.heat, heat),
            });
        }
        outcome
    }

    /// The best so many, best first: those that can be among them are found by counting, only they are sorted.
    fn best(&self, mut ranked: Vec<(u8, usize)>, most: usize) -> Vec<(u8, usize)> {
        let mut counts = [0_usize; 101];
        for (score, _) in &ranked {
            counts[usize::from(*score).min(100)] += 1;
        }
        let mut above = 0;
        let least = (0..=100_u8).rev().find(|score| {
            above += counts[usize::from(*score)];
            above >= most
        });
        ranked.retain(|(score, _)| *score >= least.unwrap_or(0));
        let order = |a: &(u8, usize), b: &(u8, usize)| match (self.standing.get(a.1), self.standing.get(b.1)) {
            (Some(one), Some(other)) => before((a.0, one), (b.0, other)),
            _ => a.1.cmp(&b.1),
        };
        if most > 0 && ranked.len() > most {
            ranked.select_nth_unstable_by(most - 1, order);
            ranked.truncate(most);
        }
        ranked.sort_unstable_by(order);
        ranked
    }

    /// Points and shares of every rule as it is tried.
    fn rules<'t>(
        &'t self,
        tuning: &'t Tuning,
        columns: &'t Columns,
        playbook: &'t Playbook,
    ) -> impl Iterator<Item = (i32, &'t [u8])> {
        tuning.rules().iter().enumerate().map(move |(at, rule)| {
            let shares = match held(rule, playbook) {
                Some(at) => columns.shares.get(at),
                None => self.own.get(&own(tuning, at)),
            };
            (rule.points, shares.map(Vec::as_slice).unwrap_or_default())
        })
    }

    /// Reads the shares the columns do not have.
    fn share_anew(&mut self, tuning: &Tuning, book: &Book, columns: &Columns, playbook: &Playbook) {
        for (at, rule) in tuning.rules().iter().enumerate() {
            let own = own(tuning, at);
            if held(rule, playbook).is_some() || rule.points == 0 || self.own.contains_key(&own) {
                continue;
            }
            let share = |records: &Sweep<'_>, row: u32| {
                let id = book.deals.exists(row).then(|| book.deals.id(row)).flatten();
                let case = id.and_then(|id: Id| records.case(Entity::known(Kind::Deal, id)));
                case.map_or(0, |case| score::share(rule, &case.as_case(), playbook, columns.day()))
            };
            if self.own.len() >= KEPT {
                self.own.clear();
            }
            let shares = shared(book, columns.rows(), share);
            self.own.insert(own, shares);
        }
    }
}

impl Of {
    fn now(book: &Book, columns: &Columns, playbook: &Playbook) -> Self {
        Self { version: book.version(), day: columns.day(), settings: playbook.digest() }
    }
}

impl Bands {
    fn count(&mut self, heat: Temperature) {
        match heat {
            Temperature::Cold => self.cold += 1,
            Temperature::Warm => self.warm += 1,
            Temperature::Hot => self.hot += 1,
        }
    }
}

/// The better score first, of equals the more pressing, then the older.
fn before((score, one): (u8, &Standing), (other_score, other): (u8, &Standing)) -> std::cmp::Ordering {
    other_score.cmp(&score).then(other.priority.total_cmp(&one.priority)).then(one.row.cmp(&other.row))
}
