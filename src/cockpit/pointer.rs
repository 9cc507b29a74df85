//! The mouse: what it may meet is what the last frame drew, so a click does what the eye expects. Never needed: every
//! gesture has its key.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use super::{
    Cockpit,
    board::Board,
    command::{Command, Focus},
    effect::Effect,
    event::{Gesture, Mouse},
    layout::layout,
    overlay::Overlay,
    theme::Role,
    world::{self, World},
};
use crate::sales::entity::Entity;

/// What lies at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// A column, by its stage.
    Lane(usize),
    /// A card and its column.
    Card(Entity, usize),
    /// A line of the list of the day: which, and whose.
    Entry(usize, Entity),
    /// A line of the table of contacts.
    Person(usize),
    /// The name of a column of it.
    Heading(usize),
    /// The dossier or the checklist.
    Pane(Focus),
    /// A place in it that the cursor can stand on.
    Spot(Focus, usize),
    /// The name of a key at the bottom.
    Hint(Command),
    /// A line of what lies over the panes.
    Item(usize),
    /// One of the options of a row of a form.
    Choice(usize, usize),
    /// What lies over the panes, elsewhere.
    Over,
}

/// Places of a frame, later ones above earlier ones.
pub type Zones = Vec<(Rect, Zone)>;

/// A card being dragged.
#[derive(Clone, Copy, Debug)]
pub struct Drag {
    deal: Entity,
    from: usize,
    /// The column it would go to.
    pub over: Option<usize>,
}

/// Lines a turn of the wheel moves.
const TURN: isize = 2;

impl Cockpit {
    fn zone(&self, mouse: Mouse) -> Option<Zone> {
        let at = Position { x: mouse.x, y: mouse.y };
        let zones = self.look.zones.borrow();
        zones.iter().rev().find(|(place, _)| place.contains(at)).map(|(_, zone)| *zone)
    }

    pub(super) fn mouse(&mut self, mouse: Mouse, world: &World) -> Vec<Effect> {
        let zone = self.zone(mouse);
        match mouse.did {
            Gesture::Press => self.press(zone, world),
            Gesture::Double => self.double(zone, world),
            Gesture::Drag => {
                self.drag(zone, world);
                Vec::new()
            }
            Gesture::Release => self.release(world),
            Gesture::Wheel(turns) => self.wheel(zone, turns, world),
        }
    }

    fn press(&mut self, zone: Option<Zone>, world: &World) -> Vec<Effect> {
        self.panes.cards.drag = None;
        if self.aid.help.is_some() {
            return Vec::new();
        }
        if self.overlay.is_some() {
            return self.press_over(zone, world);
        }
        // What is typed is validated or given up by its keys, never by a click beside it.
        if self.takes_text() {
            return Vec::new();
        }
        self.toast = None;
        match zone {
            Some(Zone::Card(deal, from)) => {
                self.focus = Focus::Columns;
                self.panes.party = None;
                self.panes.pipeline.choose(deal);
                self.panes.cards.drag = Some(Drag { deal, from, over: None });
            }
            Some(Zone::Lane(lane)) => {
                self.focus = Focus::Columns;
                self.panes.party = None;
                self.panes.pipeline.enter(lane);
            }
            Some(Zone::Entry(line, deal)) => {
                self.focus = Focus::Columns;
                self.panes.party = None;
                self.panes.today.stand(line, deal);
            }
            Some(Zone::Person(line)) => {
                self.focus = Focus::Columns;
                self.panes.party = None;
                self.panes.contacts.stand(line);
            }
            Some(Zone::Heading(at)) => {
                self.focus = Focus::Columns;
                return self.sort_by(at, world);
            }
            Some(Zone::Pane(focus)) => self.stand(focus, None, world),
            Some(Zone::Spot(focus, at)) => self.stand(focus, Some(at), world),
            Some(Zone::Hint(command)) => return self.wish(command, world),
            _ => {}
        }
        Vec::new()
    }

    /// Puts the focus on a pane, and its cursor on a place.
    fn stand(&mut self, focus: Focus, at: Option<usize>, world: &World) {
        let Some(case) = self.case(world) else { return };
        match focus {
            Focus::Checklist => self.panes.qualify.open(at, &case, world),
            // In the short form only the focus moves: the fiche has other lines.
            Focus::Dossier if self.focus == Focus::Dossier => {
                at.into_iter().for_each(|at| self.panes.dossier.stand(at));
            }
            _ => {}
        }
        self.focus = focus;
    }

    /// A line that is clicked is taken, as its key would.
    fn press_over(&mut self, zone: Option<Zone>, world: &World) -> Vec<Effect> {
        match (&mut self.overlay, zone) {
            (Some(Overlay::Menu(menu)), Some(Zone::Item(at))) => menu.at = at,
            (Some(Overlay::Palette(palette)), Some(Zone::Item(at))) => palette.stand(at),
            (Some(Overlay::Segments(segments)), Some(Zone::Item(at))) => {
                segments.stand(at);
                self.try_segment(world);
                return Vec::new();
            }
            (Some(Overlay::Asking(asking)), Some(Zone::Item(at))) => {
                asking.stand(at);
                return self.overlay_key(KeyCode::Tab.into(), world);
            }
            (Some(Overlay::Settings(settings)), Some(Zone::Item(at))) => {
                settings.stand(at);
                return Vec::new();
            }
            (Some(Overlay::Form(form)), Some(Zone::Item(at))) => {
                form.at = at;
                return Vec::new();
            }
            (Some(Overlay::Form(form)), Some(Zone::Choice(row, option))) => {
                form.choose(row, option, world);
                return Vec::new();
            }
            _ => return Vec::new(),
        }
        self.overlay_key(KeyCode::Enter.into(), world)
    }

    /// The first of the two has put the cursor there.
    fn double(&mut self, zone: Option<Zone>, world: &World) -> Vec<Effect> {
        match zone {
            Some(Zone::Card(..) | Zone::Entry(..) | Zone::Person(_) | Zone::Spot(..))
                if self.overlay.is_none() && !self.takes_text() =>
            {
                self.wish(Command::Open, world)
            }
            _ => self.press(zone, world),
        }
    }

    fn drag(&mut self, zone: Option<Zone>, world: &World) {
        let lane = match zone {
            Some(Zone::Card(_, lane) | Zone::Lane(lane)) => Some(lane),
            _ => None,
        };
        let Some(drag) = &mut self.panes.cards.drag else { return };
        drag.over = lane.filter(|lane| *lane != drag.from);
        let deal = drag.deal;
        self.toast = drag.over.and_then(|lane| {
            let stage = world.label(&world.playbook.stages().get(lane)?.label).to_owned();
            let who = world::name(&world::case(world.book, deal)?);
            let args = [("who", who.into()), ("stage", stage.into())];
            Some((world.voice.tell("toast-drag", &args), Role::Toast))
        });
    }

    /// A card let go of over another column goes there, with all that are marked where it is one of them.
    fn release(&mut self, world: &World) -> Vec<Effect> {
        let Some(Drag { deal, over: Some(to), .. }) = self.panes.cards.drag.take() else { return Vec::new() };
        self.toast = None;
        self.panes.pipeline.choose(deal);
        if self.panes.cards.marks.has(deal) { self.move_to(to, world) } else { self.move_one(to, world) }
    }

    fn wheel(&mut self, zone: Option<Zone>, turns: i16, world: &World) -> Vec<Effect> {
        let by = isize::from(turns) * TURN;
        let (key, command) = if by < 0 { (KeyCode::Up, Command::Up) } else { (KeyCode::Down, Command::Down) };
        if self.aid.help.is_some() {
            return self.key(key.into(), world);
        }
        if let Some(overlay) = &self.overlay {
            // A form has no more than it shows; its caret stays where one types.
            let turns = if matches!(overlay, Overlay::Form(_)) { 0 } else { by.unsigned_abs() };
            return (0..turns).flat_map(|_| self.overlay_key(key.into(), world)).collect();
        }
        match zone {
            Some(Zone::Card(_, lane) | Zone::Lane(lane)) => {
                let statements = self.typed(world);
                let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
                let place = layout(self.look.area, Focus::Columns).columns;
                self.panes.pipeline.scroll(lane, by, &board, place);
                self.moved = true;
            }
            Some(Zone::Entry(..) | Zone::Person(_)) if self.focus == Focus::Columns => {
                return (0..by.unsigned_abs()).flat_map(|_| self.wish(command, world)).collect();
            }
            Some(Zone::Spot(focus, _) | Zone::Pane(focus)) if focus == self.focus && !self.takes_text() => {
                return (0..by.unsigned_abs()).flat_map(|_| self.wish(command, world)).collect();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Leaves the mouse to the terminal, so that it can select, or has it again.
    pub(super) fn turn_mouse(&mut self, world: &World) -> Vec<Effect> {
        self.look.mouse = !self.look.mouse;
        self.panes.cards.drag = None;
        let text = if self.look.mouse { "toast-mouse-ours" } else { "toast-mouse-theirs" };
        self.toast = Some((self.with_key(world, text, Command::Mouse), Role::Toast));
        vec![Effect::Mouse(self.look.mouse)]
    }
}
