//! A believable French portfolio, made up: the same seed, size and day tell the same facts. Dates are relative to
//! today. Nothing here reads the clock or writes anywhere.

mod chance;
mod clock;
mod paths;
mod people;
mod story;
mod words;

use std::collections::VecDeque;

use crate::{
    log::Last,
    sales::{
        entity::{Entity, Kind},
        fact::{ActId, Approach, Fact, FactId, Linked, Role, Stamp, Statement, Temperature},
        moment::{Day, Hour},
    },
};

use chance::Chance;
use clock::Clock;
use paths::{PATHS, Path};
use people::Person;
use story::Story;
use words::{Hero, Wish, words};

/// What somebody entered one day of the demo, before the desk numbers and stamps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The day it was entered.
    pub day: Day,
    /// The local hour it was entered.
    pub hour: Hour,
    /// Who entered it.
    pub author: String,
    /// What was entered: one fact.
    pub statements: Vec<Statement>,
}

/// The size somebody gets who asks for none.
pub const SIZE: usize = 300;

/// The seed of the demo everybody sees.
pub const SEED: u64 = 1;

/// Who sits at the demo.
pub fn author() -> &'static str {
    words().owners.first().copied().unwrap_or_default()
}

/// Up to here the facts come in the order of their days; larger portfolios come household by household, so that a
/// million of them never stands in memory.
pub const SORTED: usize = 10_000;

/// The facts of a portfolio with exactly `size` contacts, as of `today`.
pub fn facts(size: usize, seed: u64, today: Day) -> impl Iterator<Item = Told> {
    let households = Households::new(size, seed, today);
    let (sorted, streamed) = if size <= SORTED {
        let mut all: Vec<Told> = households.collect();
        all.sort_by_key(|told| (told.day, told.hour));
        (Some(all), None)
    } else {
        (None, Some(households))
    };
    sorted.into_iter().flatten().chain(streamed.into_iter().flatten())
}

/// The same as facts of a device, numbered after `last`: each an act of its own, so that each can be taken back.
pub fn numbered(told: impl Iterator<Item = Told>, last: Last) -> impl Iterator<Item = Fact> {
    let Last { device, mut seq, mut stamp } = last;
    told.map(move |told| {
        seq += 1;
        let recorded_at = crate::desk::clock::millis_of(told.day, told.hour);
        stamp = Stamp((stamp.0 + 1).max((recorded_at.max(0) as u64) << 16));
        let act = ActId(people::entity(Kind::Deal, seq, device, (told.day, told.hour)).id);
        let Told { day, author, statements, .. } = told;
        Fact { id: FactId { device, seq }, stamp, act, author, recorded_at, day, statements }
    })
}

/// Tells one household after the other.
struct Households {
    seed: u64,
    today: Day,
    left: usize,
    /// Contacts, companies and deals told so far.
    count: u64,
    waiting: VecDeque<Told>,
    happy: Vec<Entity>,
    tally: [u64; PATHS.len()],
}

impl Iterator for Households {
    type Item = Told;

    fn next(&mut self) -> Option<Told> {
        while self.waiting.is_empty() && self.left > 0 {
            self.household();
        }
        self.waiting.pop_front()
    }
}

/// Where people come from, as often as a joiner's customers do.
const SOURCES: [(&str, i32); 13] = [
    ("fair", 16),
    ("website", 17),
    ("referral", 20),
    ("inbound_call", 12),
    ("cold_call", 7),
    ("linkedin", 5),
    ("advertising", 4),
    ("white_paper", 4),
    ("webinar", 2),
    ("directory", 4),
    ("partner", 4),
    ("emailing", 3),
    ("search_engine", 2),
];

/// With fewer contacts than this the demo has no room for its regular cast.
const ROOM_FOR_HEROES: usize = 24;

impl Households {
    fn new(size: usize, seed: u64, today: Day) -> Self {
        let mut new = Self {
            seed,
            today,
            left: size,
            count: 0,
            waiting: VecDeque::new(),
            happy: Vec::new(),
            tally: [0; PATHS.len()],
        };
        if size >= ROOM_FOR_HEROES {
            words().heroes.iter().for_each(|hero| new.hero(hero));
        }
        new
    }

    fn fresh(&mut self, kind: Kind, born: Day) -> Entity {
        self.count += 1;
        people::entity(kind, self.count, self.seed, (born, Hour(9 * 60 + (self.count % 480) as u16)))
    }

    /// Somebody of the regular cast.
    fn hero(&mut self, hero: &'static Hero) {
        let path = Path::named(&hero.project.path).unwrap_or(Path::Lead);
        let mut chance = Chance::new(self.seed, self.count << 8);
        let last = self.today.plus(-hero.project.ago);
        let first = last.plus(-chance.between(path.row().3.0, path.row().3.1));
        let (contact, company) = (self.fresh(Kind::Contact, first), self.fresh(Kind::Company, first));
        let person = Person::hero(hero, contact, company);
        let wished = person.sector.projects.iter().find(|wish| wish.title == hero.project.title);
        let wish = (wished.unwrap_or(&person.sector.projects[0]), hero.project.amount.max(2500));
        let mut story = self.story(person, chance, wish, span(path, first, last));
        self.tell(&mut story, path, Some(&hero.job), span(path, first, last).1);
        if let Some(due) = hero.project.due {
            let promised = story.promise(
                self.today.plus(due),
                hero.project.hour.and_then(|hour| Hour::of(hour, 0)),
                hero.project.next.clone(),
            );
            story.say(vec![promised]);
        }
        self.waiting.extend(story.told);
    }

    /// A house by chance: one person, sometimes colleagues.
    fn household(&mut self) {
        let mut chance = Chance::new(self.seed, (self.count << 8) | 1);
        let (path, _, ago, took) = PATHS[chance.weighted(PATHS.iter().map(|row| row.1))];
        let last = self.today.plus(-chance.between(ago.0, ago.1));
        let first = last.plus(-chance.between(took.0, took.1));
        let (contact, company) = (self.fresh(Kind::Contact, first), self.fresh(Kind::Company, first));
        let mut sector = words::sector(&mut chance);
        while path == Path::Intermediary && sector.is_private() {
            sector = words::sector(&mut chance);
        }
        let person = Person::met(&mut chance, sector, contact, company);
        let wish = sector.wish(&mut chance);
        let euros = wish.euros(&mut chance);
        let mut story = self.story(person, chance, (wish, euros), span(path, first, last));
        self.tell(&mut story, path, None, span(path, first, last).1);
        story.plan(path, self.today);
        self.waiting.extend(story.told);
    }

    fn story(&mut self, person: Person, mut chance: Chance, wish: (&'static Wish, i64), span: (Day, Day)) -> Story {
        let deal = self.fresh(Kind::Deal, span.0);
        let start = span.1.plus(wished(&mut chance));
        let clock = Clock::new(span.0, span.1, 1, Chance::new(self.seed, self.count << 8 | 2));
        Story { person, deal, wish: wish.0, euros: wish.1, start, chance, clock, told: Vec::new() }
    }

    /// The whole story of a house but its next step.
    fn tell(&mut self, story: &mut Story, path: Path, job: Option<&str>, last: Day) {
        let at = story.chance.weighted(SOURCES.iter().map(|source| source.1));
        let mut source = SOURCES[at].0;
        let friend = self.happy.get(story.chance.between(0, 200) as usize % self.happy.len().max(1)).copied();
        if source == "referral" && friend.is_none() {
            source = "inbound_call";
        }
        let number = self.count;
        let mut sheet = story.person.house(&mut story.chance, number);
        let owner = story.person.clone();
        sheet.extend(owner.sheet(&mut story.chance, number, source, job));
        if let Some(to) = friend.filter(|friend| source == "referral" && *friend != owner.contact) {
            sheet.push(Statement::Linked(Linked { from: owner.contact, to, role: Role::ReferredBy, tied: true }));
        }
        let other = self.colleagues(story, path, &mut sheet);
        story.walk(path, source, other, last);
        if let Some(first) = story.told.first_mut() {
            sheet.append(&mut first.statements);
            first.statements = sheet;
        }
        self.left = self.left.saturating_sub(1);
        self.aftermath(story, path);
    }

    /// Colleagues enter with the first fact; the first of them may have a say in the deal.
    fn colleagues(&mut self, story: &mut Story, path: Path, sheet: &mut Vec<Statement>) -> Option<Entity> {
        let many = match story.chance.between(1, 100) {
            _ if story.person.company.is_none() => 0,
            _ if path == Path::Intermediary => 1,
            1..=4 => 2,
            5..=20 => 1,
            _ => 0,
        };
        let mut first = None;
        for _ in 0..many.min(self.left.saturating_sub(1)) {
            let contact = self.fresh(Kind::Contact, story.clock.day());
            let colleague = story.person.colleague(&mut story.chance, contact);
            sheet.extend(colleague.sheet(&mut story.chance, self.count, "referral", None));
            self.left -= 1;
            first.get_or_insert(contact);
        }
        first
    }

    /// What befalls every so many people of a kind, so that every portfolio of some size has one.
    fn aftermath(&mut self, story: &mut Story, path: Path) {
        let turn = self.tally[path as usize];
        self.tally[path as usize] += 1;
        match (path, turn % 12) {
            (Path::Client, 3) => story.complain(false),
            (Path::Client, 9) => story.complain(true),
            (Path::Lead, 5) | (Path::Nurture, 4) => story.oppose(Some(Approach::Phone)),
            (Path::Lost, 6) => story.oppose(None),
            (Path::Opportunity, 7) => story.adjust(Temperature::Hot),
            (Path::Quoted, 8) => story.adjust(Temperature::Cold),
            (_, 1 | 2 | 10) => story.remark(),
            _ => {}
        }
        if path == Path::Upsell {
            self.upsell(story);
        }
        if matches!(path, Path::Client | Path::Upsell) && self.happy.len() < 500 {
            self.happy.push(story.person.contact);
        }
    }

    /// A client comes back with another project.
    fn upsell(&mut self, story: &mut Story) {
        let wish = story.person.sector.wish(&mut story.chance);
        story.deal = self.fresh(Kind::Deal, story.clock.day());
        story.wish = wish;
        story.euros = wish.euros(&mut story.chance);
        story.resume(self.today);
    }
}

/// From when to when the first project is told; who comes back had time to be glad.
fn span(path: Path, first: Day, last: Day) -> (Day, Day) {
    (first, if path == Path::Upsell { first.plus(last.since(first) * 2 / 3) } else { last })
}

/// In how many days the work is to begin: soon, within some months, or far off.
fn wished(chance: &mut Chance) -> i32 {
    match chance.between(1, 10) {
        1..=3 => chance.between(8, 40),
        4..=7 => chance.between(41, 175),
        _ => chance.between(190, 330),
    }
}

#[cfg(test)]
mod tests;
