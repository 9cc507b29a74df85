//! The list of kept queries beside the table, each with how many it holds for now: chosen, kept under a name, renamed,
//! removed. What is in the user's file is the settings' business.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    Cockpit, Tab,
    effect::Effect,
    filter::Choice,
    form::draw::frame,
    layout::Shape,
    overlay::Overlay,
    parts::{Line, Paint, text, walk::walk},
    pointer::Zone,
    settings::Turn,
    theme::Role,
    world::World,
};
use crate::sales::{
    playbook::{Change, Segment},
    query::{self, Query},
    sieve::Wanted,
};

/// The list.
#[derive(Debug, Default)]
pub struct Segments {
    at: usize,
    /// The name being typed: of a new one, or another for the one under the cursor.
    naming: Option<(Line, Naming)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    Keep,
    Rename,
}

impl Segments {
    /// Puts the cursor on a line.
    pub fn stand(&mut self, at: usize) {
        self.at = at;
    }

    /// Takes pasted text into the name.
    pub fn paste(&mut self, text: &str) {
        if let Some((line, _)) = &mut self.naming {
            line.paste(text);
        }
    }

    /// Whether a name is being typed.
    pub fn is_naming(&self) -> bool {
        self.naming.is_some()
    }

    fn here<'w>(&self, world: &World<'w>) -> Option<&'w Segment> {
        world.playbook.segments().get(self.at)
    }

    /// Draws the list where the dossier stands, or over everything where there is no room beside the table.
    pub fn draw(&self, paint: &mut Paint, place: Rect, counts: &[Option<usize>], world: &World) {
        frame(paint, place, world.voice.say("segments-title"));
        let (x, right) = (place.x + 3, place.right().saturating_sub(2));
        let segments = world.playbook.segments();
        let room = usize::from(place.height.saturating_sub(6)).max(1);
        let first = (self.at + 1).saturating_sub(room);
        let marker = paint.signs().marker.to_string();
        for (n, (at, segment)) in segments.iter().enumerate().skip(first).take(room).enumerate() {
            let y = place.y + 1 + n as u16;
            let here = at == self.at;
            if here {
                paint.put(x - 1, y, 1, &marker, Role::Marker);
            }
            paint.zone(Rect { y, height: 1, ..place }, Zone::Item(at));
            let count = counts
                .get(at)
                .copied()
                .flatten()
                .map_or_else(|| "…".to_owned(), |count| world.voice.number(count as i64));
            let end = paint.right(x, right, y, &count, Role::Strong);
            let role = if here { Role::Cursor } else { Role::Quiet };
            paint.put(x, y, end.saturating_sub(x + 1), world.label(&segment.label), role);
        }
        self.foot(paint, Rect { x, width: right.saturating_sub(x), ..place }, world);
    }

    /// The name being typed or the query under the cursor, then the keys.
    fn foot(&self, paint: &mut Paint, place: Rect, world: &World) {
        let lines = |words: &str, role: Role| {
            let lines = text::wrapped(words, usize::from(place.width).max(1));
            lines.into_iter().map(move |line| (line, role)).collect::<Vec<_>>()
        };
        let keys = lines(world.voice.say("segments-keys"), Role::Quiet);
        let above = match (&self.naming, self.here(world)) {
            (Some(_), _) => lines(world.voice.say("segments-name"), Role::Label),
            (None, Some(segment)) => lines(&shown(segment, world), Role::Label),
            (None, None) => lines(world.voice.say("segments-none"), Role::Quiet),
        };
        let tall = (above.len() + keys.len()) as u16;
        let top = place.bottom().saturating_sub(tall + 1).max(place.y + 1);
        for ((line, role), y) in above.iter().chain(&keys).zip(top..place.bottom().saturating_sub(1)) {
            paint.blank(Rect { y, height: 1, ..place });
            let after = paint.put(place.x, y, place.width, line, *role) + 1;
            if let Some((typed, _)) = self.naming.as_ref().filter(|_| y == top) {
                typed.draw(paint, after, y, place.right().saturating_sub(after));
            }
        }
    }
}

/// What a segment says, in the reader's words.
fn shown(segment: &Segment, world: &World) -> String {
    let query = query::parse(&segment.query, world.playbook);
    query.map_or_else(|_| segment.query.clone(), |query| query.print(world.playbook, world.voice.tongue()))
}

/// The query that stands for a segment.
fn text_of(segment: &Segment) -> String {
    format!("segment:{}", segment.key)
}

impl Cockpit {
    /// Opens the list beside the table.
    pub(super) fn open_segments(&mut self, world: &World) {
        self.show_tab(Tab::Contacts);
        self.overlay = Some(Overlay::Segments(Segments::default()));
        self.try_segment(world);
    }

    pub(super) fn segments_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(Overlay::Segments(segments)) = &mut self.overlay else { return Vec::new() };
        if let Some((line, _)) = &mut segments.naming {
            match key.code {
                KeyCode::Esc => segments.naming = None,
                KeyCode::Enter => return self.name_segment(world),
                _ => _ = line.key(key),
            }
            return Vec::new();
        }
        let count = world.playbook.segments().len();
        match key.code {
            KeyCode::Esc => self.close_segments(),
            KeyCode::Enter => return self.take_segment(world),
            KeyCode::Char('n' | '+') => self.begin_keeping(world),
            KeyCode::Char('r') | KeyCode::F(2) => {
                if let Some(segment) = segments.here(world) {
                    segments.naming = Some((Line::with(world.label(&segment.label)), Naming::Rename));
                }
            }
            KeyCode::Delete | KeyCode::Char('x') => {
                let gone = segments.here(world).map(Segment::removed);
                return gone.map(|changes| Effect::Settle(changes, Turn::On)).into_iter().collect();
            }
            code => {
                segments.at = walk(segments.at, code, 10, count).unwrap_or(segments.at);
                self.try_segment(world);
            }
        }
        Vec::new()
    }

    /// The filter in force is to be kept; without one there is nothing to keep.
    fn begin_keeping(&mut self, world: &World) {
        let empty = self.panes.cards.filter.typed(world).is_empty();
        if empty {
            self.toast = Some((self.with_key(world, "segments-no_filter", super::command::Command::Query), Role::Bad));
        } else if let Some(Overlay::Segments(segments)) = &mut self.overlay {
            segments.naming = Some((Line::default(), Naming::Keep));
        }
    }

    fn name_segment(&mut self, world: &World) -> Vec<Effect> {
        let query = self.panes.cards.filter.typed(world).trim().to_owned();
        let Some(Overlay::Segments(segments)) = &mut self.overlay else { return Vec::new() };
        let Some((line, naming)) = &segments.naming else { return Vec::new() };
        let name = line.text().trim().to_owned();
        let changes: Vec<Change> = match (naming, segments.here(world)) {
            _ if name.is_empty() => return Vec::new(),
            (Naming::Keep, _) => {
                segments.at = world.playbook.segments().len();
                world.playbook.keeping(&name, &query)
            }
            (Naming::Rename, Some(segment)) => segment.renamed(&name),
            (Naming::Rename, None) => return Vec::new(),
        };
        segments.naming = None;
        vec![Effect::Settle(changes, Turn::On)]
    }

    /// The table shows whom the segment under the cursor holds for; the others are counted.
    pub(super) fn try_segment(&mut self, world: &World) {
        let Some(Overlay::Segments(segments)) = &mut self.overlay else { return };
        let all = world.playbook.segments();
        segments.at = segments.at.min(all.len().saturating_sub(1));
        let parsed = |text: &str| query::parse(text, world.playbook).ok();
        let here = segments.here(world).and_then(|segment| parsed(&text_of(segment)));
        self.panes.contacts.try_out(here.map(Wanted::Query));
        let queries: Vec<Query> = all.iter().filter_map(|segment| parsed(&segment.query)).collect();
        self.panes.contacts.count_for(queries);
    }

    fn take_segment(&mut self, world: &World) -> Vec<Effect> {
        let Some(Overlay::Segments(segments)) = &self.overlay else { return Vec::new() };
        let chosen = segments.here(world).map(text_of);
        self.close_segments();
        chosen.into_iter().for_each(|text| self.narrow(&Choice::Query(text), world));
        Vec::new()
    }

    fn close_segments(&mut self) {
        self.overlay = None;
        self.panes.contacts.try_out(None);
        self.panes.contacts.count_for(Vec::new());
    }

    /// Where the list stands: in the place of the dossier, or in that of the table where it is alone.
    pub(super) fn segments_place(&self) -> Rect {
        let at = self.places();
        match at.shape {
            Shape::Wide => Rect { x: at.wall.x, width: at.wall.width + 1 + at.dossier.width, ..at.dossier },
            Shape::Tall => Rect { y: at.wall.y, height: at.wall.height + at.dossier.height, ..at.dossier },
            _ => at.columns,
        }
    }
}
