//! The line above the table in which a query is typed: the rows follow while one types, words and values are offered, and
//! what cannot be read is underlined where it stands.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    Cockpit,
    effect::Effect,
    filter::Choice,
    overlay::Overlay,
    parts::{Line, Paint},
    pointer::Zone,
    theme::Role,
    world::World,
};
use crate::sales::{
    in_use::InUse,
    query::{self, Offer, Offering, QueryFlaw},
    sieve::Wanted,
};

/// A query being typed.
#[derive(Debug)]
pub struct Asking {
    line: Line,
    in_use: InUse,
    owners: Vec<String>,
    /// The offer that Tab takes.
    at: usize,
    /// What cannot be read is told even where one still types.
    told: bool,
}

/// What a key did.
enum Did {
    Stays,
    Changed,
    Takes,
    Cancel,
}

/// What may be typed next in a line.
pub fn offers(line: &Line, in_use: &InUse, owners: &[String], world: &World) -> Vec<Offer> {
    let from = Offering {
        playbook: world.playbook,
        tongue: world.voice.tongue(),
        tags: &in_use.tags,
        towns: &in_use.towns,
        owners,
    };
    query::complete(line.text(), line.caret(), &from)
}

/// Who looks after something.
pub fn owners(world: &World) -> Vec<String> {
    world.columns.owners().names().map(str::to_owned).collect()
}

impl Asking {
    fn new(text: &str, world: &World) -> Self {
        let in_use = InUse::of(world.book);
        Self { line: Line::with(text), in_use, owners: owners(world), at: 0, told: false }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.line.paste(text);
        (self.at, self.told) = (0, false);
    }

    /// The offer under the pointer is the one to take.
    pub fn stand(&mut self, at: usize) {
        self.at = at;
    }

    /// The word that was meant where one was mistaken, else what may be typed next.
    fn offers(&self, world: &World) -> Vec<Offer> {
        if let Some(QueryFlaw { at, meant: Some(meant), .. }) = self.flaw(world) {
            return vec![Offer { at, text: meant }];
        }
        offers(&self.line, &self.in_use, &self.owners, world)
    }

    /// What cannot be read, once one has gone on behind it or asked.
    fn flaw(&self, world: &World) -> Option<QueryFlaw> {
        let flaw = query::parse(self.line.text(), world.playbook).err()?;
        let behind = self.line.text().get(flaw.at.end..self.line.caret()).is_some_and(|rest| !rest.is_empty());
        let names = flaw.message.key == "query-unknown_field";
        (self.told || (behind && (names || flaw.message.key != "query-no_value"))).then_some(flaw)
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Did {
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter => return Did::Takes,
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            KeyCode::Down => self.at = (self.at + 1).min(self.offers(world).len().saturating_sub(1)),
            KeyCode::Tab => return self.take(world),
            _ if self.line.key(key) => {
                (self.at, self.told) = (0, false);
                return Did::Changed;
            }
            _ => {}
        }
        Did::Stays
    }

    fn take(&mut self, world: &World) -> Did {
        let offers = self.offers(world);
        let Some(offer) = offers.get(self.at.min(offers.len().saturating_sub(1))) else { return Did::Stays };
        let (text, caret) = offer.taken(self.line.text());
        self.line = Line::standing(&text, caret);
        (self.at, self.told) = (0, false);
        Did::Changed
    }

    /// Draws it above the table: the line, and below it what is offered or why it cannot be read.
    pub fn draw(&self, paint: &mut Paint, place: Rect, count: u16, world: &World) {
        if place.height < 2 || place.width < 10 {
            return;
        }
        let x = paint.put(place.x + 2, place.y, 2, "= ", Role::Key);
        let room = place.right().saturating_sub(x + count + 3).max(8).min(place.right().saturating_sub(x));
        let below = Rect { x: place.x + 2, y: place.y + 1, width: place.width.saturating_sub(3), height: 1 };
        paint.blank(Rect { x: place.x, width: place.width, ..below });
        let flaw = self.flaw(world);
        let mut next = below.x;
        if let Some(flaw) = &flaw {
            self.line.draw_flawed(paint, (x, place.y, room), &flaw.at);
            next = paint.put(next, below.y, below.width, &world.voice.query_flaw(flaw), Role::Bad) + 2;
        } else {
            self.line.draw(paint, x, place.y, room);
        }
        for (at, offer) in self.offers(world).iter().enumerate() {
            let wide = paint.width(offer.shown());
            if next + wide > below.right() {
                break;
            }
            let role = if at == self.at { Role::Cursor } else { Role::Label };
            paint.zone(Rect { x: next, width: wide, ..below }, Zone::Item(at));
            next = paint.put(next, below.y, wide, offer.shown(), role) + 2;
        }
    }
}

impl Cockpit {
    /// Opens the line with the filter in force in it.
    pub(super) fn ask_query(&mut self, world: &World) {
        let text = self.panes.cards.filter.typed(world);
        self.overlay = Some(Overlay::Asking(Box::new(Asking::new(&text, world))));
    }

    pub(super) fn asking_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(Overlay::Asking(asking)) = &mut self.overlay else { return Vec::new() };
        match asking.key(key, world) {
            Did::Stays => {}
            Did::Changed => self.try_query(world),
            Did::Takes => self.take_query(world),
            Did::Cancel => {
                self.overlay = None;
                self.panes.contacts.try_out(None);
            }
        }
        Vec::new()
    }

    /// The rows follow what is typed; of what cannot be read what stands before it.
    pub(super) fn try_query(&mut self, world: &World) {
        let Some(Overlay::Asking(asking)) = &self.overlay else { return };
        let text = asking.line.text();
        let query = query::parse(text, world.playbook).or_else(|flaw| {
            let before = text.get(..flaw.at.start).unwrap_or_default();
            let whole = before.rfind(char::is_whitespace).map_or("", |end| &before[..end]);
            query::parse(whole, world.playbook)
        });
        if let Ok(query) = query {
            self.panes.contacts.try_out(Some(Wanted::Query(query)));
        }
    }

    fn take_query(&mut self, world: &World) {
        let Some(Overlay::Asking(asking)) = &mut self.overlay else { return };
        let text = asking.line.text().trim().to_owned();
        if query::parse(&text, world.playbook).is_err() {
            asking.told = true;
            return;
        }
        self.overlay = None;
        self.panes.contacts.try_out(None);
        let choice = if text.is_empty() { Choice::All } else { Choice::Query(text) };
        self.narrow(&choice, world);
    }
}
