//! The table, drawn: how many there are, the names of the columns, the rows of the window.

use std::rc::Rc;

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use super::{
    Contacts, HEAD, KEPT, Of, Words,
    cell::{self, Cell, Line},
    known,
};
use crate::{
    cockpit::{
        board::Board,
        parts::{Paint, text},
        pointer::Zone,
        theme::Role,
        world::World,
    },
    sales::{entity::Entity, roster::Column},
};

/// Of what may be left out so much must be seen.
const LEAST: u16 = 5;

/// What the table shows besides its rows.
pub struct Sight<'a> {
    /// The records with what is typed.
    pub board: &'a Board<'a>,
    /// Everything known.
    pub world: &'a World<'a>,
    /// Nothing is typed or on its way.
    pub settled: bool,
    /// Keys go to the table.
    pub focused: bool,
    /// Who is marked.
    pub marked: &'a dyn Fn(Entity) -> bool,
    /// What the filter is called; empty where everybody shows.
    pub filter: &'a str,
    /// What lifts it, in words.
    pub widen: &'a str,
}

/// The columns, and where those that fit stand.
struct Laid<'a> {
    columns: &'a [Column],
    spread: &'a [(usize, Rect)],
}

impl<'a> Laid<'a> {
    fn shown(&self) -> impl Iterator<Item = (usize, &'a Column, Rect)> + use<'a> {
        let columns = self.columns;
        self.spread.iter().filter_map(move |(at, spot)| Some((*at, columns.get(*at)?, *spot)))
    }
}

impl Contacts {
    /// Draws the table.
    pub fn draw(&self, paint: &mut Paint, place: Rect, sight: &Sight) {
        if place.width < 8 || place.height < HEAD {
            return;
        }
        self.head(paint, place, sight);
        let columns: Vec<Column> =
            self.shown_columns(sight.world).into_iter().map(|(column, _)| column.clone()).collect();
        let spread = self.spread(place, sight.world);
        let laid = Laid { columns: &columns, spread: &spread };
        self.names(paint, place.y + 1, &laid, sight.world);
        let body = Rect { y: place.y + HEAD, height: place.height - HEAD, ..place };
        if self.roster.is_empty() && !self.roster.reads() {
            let lines = text::wrapped(sight.widen, usize::from(place.width.saturating_sub(3)).max(1));
            for (line, y) in lines.iter().zip(body.y + 1..body.bottom()) {
                paint.put(place.x + 2, y, place.width.saturating_sub(3), line, Role::Quiet);
            }
            return;
        }
        let tall = self.tall(place);
        for n in 0..self.page(place) {
            let line = self.at.top + n;
            let Some(party) = self.roster.at(line) else { break };
            let Some(cells) = self.cells(party, &columns, sight) else { continue };
            let spot = Rect { y: body.y + n as u16 * tall, height: tall, ..body };
            paint.zone(spot, Zone::Person(line));
            self.line(paint, spot, (line, party), &cells, &laid, sight);
        }
    }

    /// The filter, and how many there are of how many; how far one is while they are read.
    fn head(&self, paint: &mut Paint, line: Rect, sight: &Sight) {
        let voice = sight.world.voice;
        let count = self.count(!sight.filter.is_empty() || self.trial.is_some(), sight.world);
        let end = paint.right(line.x + 1, line.right().saturating_sub(1), line.y, &count, Role::Label);
        let filter = if sight.filter.is_empty() { voice.say("contacts-all") } else { sight.filter };
        let role = if sight.filter.is_empty() { Role::Quiet } else { Role::Strong };
        paint.put(line.x + 2, line.y, end.saturating_sub(line.x + 3), filter, role);
    }

    /// The names of the columns; the one the rows are in order by says which way.
    fn names(&self, paint: &mut Paint, y: u16, laid: &Laid, world: &World) {
        let (sorted, falls) = &self.columns.sort;
        for (at, column, spot) in laid.shown() {
            let spot = Rect { y, height: 1, ..spot };
            let role = if at == self.at.column { Role::Title } else { Role::Label };
            let arrow = match (column == sorted, falls) {
                (false, _) => "",
                (true, true) => " ▼",
                (true, false) => " ▲",
            };
            let room = spot.width.saturating_sub(paint.width(arrow));
            let label = cell::label(column, world);
            let x = if cell::is_figure(column) && paint.width(&label) < room {
                spot.x + room - paint.width(&label)
            } else {
                spot.x
            };
            let x = paint.put(x, spot.y, room, &label, role);
            paint.put(x, spot.y, spot.right().saturating_sub(x), arrow, Role::Strong);
            paint.zone(spot, Zone::Heading(at));
        }
    }

    fn line(
        &self,
        paint: &mut Paint,
        spot: Rect,
        (line, party): (usize, Entity),
        cells: &[Cell],
        laid: &Laid,
        sight: &Sight,
    ) {
        let here = line == self.at.line && self.at.party == Some(party);
        if here {
            let marker = paint.signs().marker.to_string();
            (spot.y..spot.bottom()).for_each(|y| _ = paint.put(spot.x, y, 1, &marker, Role::Marker));
        }
        if (sight.marked)(self.roster.subject(party, &known(sight.world))) {
            let mark = paint.signs().mark.to_string();
            paint.put(spot.x, spot.y, 1, &mark, Role::Strong);
        }
        for (n, (at, column, place)) in laid.shown().enumerate() {
            let Some(cell) = cells.get(at) else { continue };
            let role = match (here, n, sight.focused) {
                (true, 0, true) => Role::Cursor,
                (true, 0, false) => Role::Strong,
                _ => cell.role,
            };
            let short = !cell.short.is_empty() && place.width < paint.width(&cell.short) + LEAST;
            let text = if short { &cell.short } else { &cell.text };
            let wide = paint.width(text);
            let x = if cell::is_figure(column) && wide < place.width { place.right() - wide } else { place.x };
            paint.put(x, spot.y, place.right() - x, text, role);
        }
        if spot.height > 1 {
            let rest = cells.iter().enumerate().filter(|(at, _)| laid.shown().all(|(shown, ..)| shown != *at));
            let rest: Vec<&str> = rest.map(|(_, cell)| cell.text.trim()).filter(|text| !text.is_empty()).collect();
            paint.put(spot.x + 2, spot.y + 1, spot.width.saturating_sub(3), &rest.join(" · "), Role::Label);
        }
    }

    /// The cells of a row, put in words once.
    fn cells(&self, party: Entity, columns: &[Column], sight: &Sight) -> Option<Rc<[Cell]>> {
        let world = sight.world;
        let made = || {
            let (card, owner) = self.roster.card(party, &known(world))?;
            let subject = self.roster.subject(party, &known(world));
            let case = sight.board.case(subject)?;
            let card = sight.board.card_of(subject).unwrap_or(card);
            let owner = if sight.settled { owner } else { case.as_case().owner() };
            Some(cell::row(columns, &Line { case: &case, card, owner }, world))
        };
        if !sight.settled {
            return made();
        }
        let of = Of {
            version: world.book.version(),
            settings: world.playbook.digest(),
            day: world.today,
            language: world.voice.language(),
            columns: columns.to_vec(),
        };
        let mut words = self.words.borrow_mut();
        if words.of.as_ref() != Some(&of) || words.rows.len() > KEPT {
            *words = Words { of: Some(of), rows: FxHashMap::default() };
        }
        if let Some(cells) = words.rows.get(&party) {
            return Some(cells.clone());
        }
        let cells = made()?;
        words.rows.insert(party, cells.clone());
        Some(cells)
    }
}
