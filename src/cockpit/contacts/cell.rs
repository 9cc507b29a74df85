//! A cell of the table: what it says, how it stands out, how wide its column may be and what that is called.

use std::rc::Rc;

use super::spread::Wide;
use crate::{
    cockpit::{
        theme::{Role, Theme},
        told,
        world::World,
    },
    sales::{
        book::OwnedCase,
        card::{Badges, Card},
        fact::Value,
        roster::{Column, listed, phone, town, value},
    },
};

/// What a cell says, and how it stands out.
pub struct Cell {
    pub text: String,
    pub role: Role,
    /// What must be read whole, where there is no room for all of it.
    pub short: String,
}

impl Cell {
    fn new(text: String, role: Role) -> Self {
        Self { text, role, short: String::new() }
    }
}

/// What a row of the table is about.
pub struct Line<'a> {
    pub case: &'a OwnedCase,
    pub card: Card,
    pub owner: &'a str,
}

/// How a column is called above its cells.
pub fn label(column: &Column, world: &World) -> String {
    match column {
        Column::Field(_) | Column::Own(_) => world.field_name(column.name()),
        reading => world.voice.say(&format!("column-{}", reading.name())).to_owned(),
    }
}

/// How wide a column is: as somebody set it, else as there is room.
pub fn wide(column: &Column, own: Option<u16>) -> Wide {
    let (least, most, rank) = match column {
        Column::Name => (14, 28, 0),
        Column::Phone => (14, 14, 1),
        Column::Town => (7, 18, 2),
        Column::Company => (10, 26, 3),
        Column::Next => (11, 24, 4),
        Column::Score => (5, 5, 5),
        Column::Status => (8, 13, 6),
        Column::Owner => (7, 12, 7),
        Column::Temperature => (6, 8, 8),
        Column::Stage => (8, 14, 8),
        Column::Amount => (8, 9, 8),
        Column::Last => (8, 10, 8),
        Column::Field(_) | Column::Own(_) => (10, 24, 8),
    };
    own.map_or(Wide { least, most, rank }, |own| Wide { least: own, most: own, rank })
}

/// Whether figures stand under each other at the right end.
pub fn is_figure(column: &Column) -> bool {
    matches!(column, Column::Score | Column::Amount)
}

/// The cells of a row.
pub fn row(columns: &[Column], line: &Line, world: &World) -> Rc<[Cell]> {
    columns.iter().map(|column| cell(column, line, world)).collect()
}

fn cell(column: &Column, line: &Line, world: &World) -> Cell {
    let (case, card) = (line.case.as_case(), &line.card);
    let quiet = |text: String| Cell::new(text, Role::Quiet);
    match column {
        Column::Name => name(line, world),
        Column::Company => quiet(case.company.map(|company| company.name().to_owned()).unwrap_or_default()),
        Column::Town => quiet(town(&case).to_owned()),
        Column::Phone => quiet(world.voice.phone(phone(&case))),
        Column::Status => quiet(world.voice.say(&format!("status-{}", card.status.key())).to_owned()),
        Column::Temperature => Cell::new(world.voice.word(&card.temperature).to_owned(), Theme::heat(card.temperature)),
        Column::Score => {
            let score = format!("{} {:>2}", told::heat(card.temperature), card.score);
            Cell::new(score, Theme::heat(card.temperature))
        }
        Column::Stage => {
            let stage =
                world.playbook.stages().get(usize::from(card.stage)).filter(|_| !line.case.deal.entity.is_fresh());
            quiet(stage.map(|stage| world.label(&stage.label).to_owned()).unwrap_or_default())
        }
        Column::Amount => quiet(card.amount_cents.map(|cents| told::short(world, cents)).unwrap_or_default()),
        Column::Next => next(line, world),
        Column::Owner => quiet(line.owner.to_owned()),
        Column::Last => {
            let last = case.last_exchange(world.today).map(|last| last.when.day);
            quiet(last.map(|day| world.voice.day_short(day, world.today)).unwrap_or_default())
        }
        Column::Field(_) | Column::Own(_) => {
            let key = column.name();
            let shown = |said: &Value| world.field(key).map(|field| one_line(&world.voice.value(&field, said)));
            quiet(value(&case, key).and_then(shown).unwrap_or_default())
        }
    }
}

/// Family name first, as the rows are in order; an open complaint says so.
fn name(line: &Line, world: &World) -> Cell {
    let parts = listed(&line.case.as_case());
    let name = match parts.as_slice() {
        [family, given] => {
            world.voice.tell("column-listed", &[("family", family.as_ref().into()), ("given", given.as_ref().into())])
        }
        [name] if !name.is_empty() => name.clone().into_owned(),
        _ => world.voice.say("pane-nameless").to_owned(),
    };
    let complaint = line.card.badges.has(Badges::COMPLAINT);
    if complaint { Cell::new(format!("!! {name}"), Role::Bad) } else { Cell::new(name, Role::Quiet) }
}

/// The day of the next step, and what is to be done.
fn next(line: &Line, world: &World) -> Cell {
    let Some(due) = line.card.due else { return Cell::new(String::new(), Role::Quiet) };
    let late = world.today.since(due);
    let (day, role) = match late {
        1.. => (world.voice.late(late), Role::Late),
        0 => (world.voice.day_short(due, world.today), Role::Today),
        _ => (world.voice.day_short(due, world.today), Role::Quiet),
    };
    let case = line.case.as_case();
    let what = case.next_step().map(|step| step.what.as_str()).filter(|what| !what.is_empty());
    let text = what.map_or(day.clone(), |what| format!("{day} {}", one_line(what)));
    Cell { text, role, short: day }
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}
