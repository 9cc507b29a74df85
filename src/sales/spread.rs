//! A day that is too full, spread over the working days after it, by priority: who stays today, and who comes when. What
//! is fixed to an hour, a complaint and whoever just turned hot always stay. Nothing is moved here: it is proposed.

use std::collections::BTreeMap;

use super::{
    card::{Badges, Card},
    case::Case,
    columns::Columns,
    entity::Entity,
    fact::{Promised, Statement},
    holidays::plus_working,
    moment::Day,
    today::Today,
};

/// The list of a day, and what the days after it bring already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glut {
    day: Day,
    /// How many were worked on today: they took their part of it.
    done: usize,
    stays: Vec<Entity>,
    /// The others, most pressing first.
    others: Vec<Entity>,
    ahead: BTreeMap<Day, usize>,
}

/// How it would be spread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Who stays today.
    pub stays: Vec<Entity>,
    /// Who comes on which day.
    pub moved: Vec<(Entity, Day)>,
    /// The days they come on, with all those days bring then.
    pub days: Vec<(Day, usize)>,
}

impl Glut {
    /// The list as it stands; `mine` says which rows were looked at for it.
    pub fn of(columns: &Columns, list: &Today, mine: &dyn Fn(u32) -> bool) -> Self {
        let day = columns.day();
        let deals = |rows: &[u32], wanted: &dyn Fn(&Card) -> bool| -> Vec<Entity> {
            let cards = rows.iter().filter_map(|row| columns.row(*row));
            cards.filter(|card| wanted(card)).map(|card| card.deal).collect()
        };
        let mut stays = deals(&list.fixed, &|_| true);
        stays.extend(deals(&list.ranked, &comes_first));
        let mut ahead = BTreeMap::new();
        for due in columns.cards().filter(|(row, _)| mine(*row)).filter_map(|(_, card)| card.due) {
            if due > day {
                *ahead.entry(due).or_default() += 1;
            }
        }
        Self { day, done: list.tally.done, stays, others: deals(&list.ranked, &|card| !comes_first(card)), ahead }
    }

    /// So many a day: the days fill up one after the other, with what they bring already.
    pub fn spread(&self, per_day: usize) -> Spread {
        let per_day = per_day.max(1);
        let room = per_day.saturating_sub(self.done + self.stays.len()).min(self.others.len());
        let (first, rest) = self.others.split_at(room);
        let mut spread = Spread { stays: [&self.stays[..], first].concat(), ..Spread::default() };
        let load = |day: Day| self.ahead.get(&day).copied().unwrap_or(0);
        let (mut day, mut filled) = (self.day, per_day);
        for deal in rest {
            while filled >= per_day {
                day = plus_working(day, 1);
                filled = load(day);
            }
            filled += 1;
            spread.moved.push((*deal, day));
            match spread.days.last_mut().filter(|(known, _)| *known == day) {
                Some((_, count)) => *count = filled,
                None => spread.days.push((day, filled)),
            }
        }
        spread
    }
}

/// The step of a case on another day: what was to be done stays.
pub fn step(case: &Case<'_>, on: Day) -> Statement {
    let what = case.next_step().map(|step| step.what.clone()).unwrap_or_default();
    Statement::Promised(Promised { about: case.deal.entity, due: Some(on.into()), what })
}

fn comes_first(card: &Card) -> bool {
    card.badges.has(Badges::COMPLAINT) || card.badges.has(Badges::TURNED_HOT)
}
