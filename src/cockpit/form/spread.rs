//! A list too full, spread: how many a day is asked, and what would become of each day shown while it is typed.

use std::rc::Rc;

use super::{Form, Purpose, Row, build, gather::Reading};
use crate::{
    cockpit::world::{self, World},
    sales::{
        fact::Statement,
        spread::{Glut, Spread, step},
    },
};

/// So many days are told one by one.
const DAYS: usize = 12;
/// So many of those who stay are named.
const NAMED: usize = 20;
/// The most a day may be asked to bring.
const MOST: usize = 10_000;

impl Form {
    /// The form that spreads a list; nothing where there is none.
    pub fn to_spread(glut: Glut, world: &World) -> Option<Self> {
        Self::new(Purpose::Spread(Rc::new(glut)), world, world.book)
    }

    /// How the list would be spread by what is typed.
    pub fn spread(&self) -> Option<Spread> {
        let Purpose::Spread(glut) = &self.purpose else { return None };
        let per_day = self.text("per_day").parse().ok().filter(|per_day| (1..=MOST).contains(per_day))?;
        Some(glut.spread(per_day))
    }
}

/// What is asked.
pub(super) fn rows(world: &World) -> Vec<Row> {
    let per_day = world.playbook.rhythm.spread.to_string();
    vec![Row::words("per_day", &build::label(world, "per_day"), &per_day).needed()]
}

/// Every day with what it would bring, and who stays today.
pub(super) fn told(form: &Form, world: &World) -> String {
    let Some(spread) = form.spread() else { return String::new() };
    let today = (world.today, spread.stays.len());
    let days = || std::iter::once(&today).chain(&spread.days);
    let line = |(day, count): &(_, usize)| {
        let day = world.voice.day_short(*day, world.today);
        world.voice.tell("spread-day", &[("day", day.into()), ("count", (*count).into())])
    };
    let mut lines: Vec<String> = days().take(DAYS).map(line).collect();
    if days().count() > DAYS {
        lines.extend(spread.days.last().map(|last| format!("… {}", line(last))));
    }
    let name = |deal: &_| world::case(world.book, *deal).map(|case| world::name(&case));
    let mut names = spread.stays.iter().take(NAMED).filter_map(name).collect::<Vec<_>>().join(", ");
    if spread.stays.len() > NAMED {
        names.push('…');
    }
    let stay = world.voice.tell("spread-stay", &[("names", names.into())]);
    format!("{}\n{stay}", lines.join(" · "))
}

/// What is entered for each that moves, and how the act is called.
pub fn said(spread: &Spread, world: &World) -> (Vec<Vec<Statement>>, String) {
    let one = |(deal, day): &_| Some(vec![step(&world::case(world.book, *deal)?.as_case(), *day)]);
    let said: Vec<Vec<Statement>> = spread.moved.iter().filter_map(one).collect();
    let last = spread.moved.last().map_or(world.today, |(_, day)| *day);
    let args = [("count", said.len().into()), ("day", world.voice.day_short(last, world.today).into())];
    let label = world.voice.tell("spread-done", &args);
    (said, label)
}

impl Reading<'_> {
    /// A number that can be read, and that moves somebody.
    pub(super) fn spread(&mut self, form: &Form) {
        let why = match form.spread() {
            None => "spread-number",
            Some(spread) if spread.moved.is_empty() => "spread-nothing",
            Some(_) => return,
        };
        self.flaw("per_day", self.world.voice.say(why));
    }
}
