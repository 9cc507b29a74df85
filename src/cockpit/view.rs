//! One frame: lines on top and at the bottom, panes between, what lies over them.

use std::rc::Rc;

use ratatui::{Frame, layout::Rect};

use super::{
    Cockpit, Tab,
    board::Board,
    command::{Command, Focus},
    contacts,
    dossier::{Key, Part, Row, sheet::Source},
    layout::{Layout, Shape},
    overlay::Overlay,
    parts::{Paint, text},
    pipeline::Sight,
    pointer::Zone,
    reading,
    theme::Role,
    today, told,
    waiting::State,
    world::World,
};
use crate::sales::entity::Kind;

impl Cockpit {
    /// Draws everything.
    pub fn view(&self, world: &World, frame: &mut Frame) {
        let area = frame.area();
        let mut paint = Paint::new(frame.buffer_mut(), &self.look.theme);
        self.draw(&mut paint, area, world);
        *self.look.zones.borrow_mut() = std::mem::take(&mut paint.zones);
        if let Some(caret) = paint.caret {
            frame.set_cursor_position(caret);
        }
    }

    fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        let (area, strip) = self.beside_tour(area);
        let at = self.places();
        if at.shape == Shape::Tiny {
            return tiny(paint, area, world);
        }
        let statements = self.typed(world);
        let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
        self.top(paint, at.top, &board, world);
        let focused = self.focus == Focus::Columns;
        let marked = |deal| self.panes.cards.marks.has(deal);
        match self.panes.tab {
            Tab::Today => {
                let spread = self.spread_offer(world);
                let beside = if spread.is_empty() { at.columns.width } else { 0 };
                let proposal = self.proposal_offer(beside, world);
                let offers = if spread.is_empty() { [&*proposal, ""] } else { [&*spread, &*proposal] };
                let open = self.look.keys.key(self.keyed(), Command::Open).map(|key| key.shown(world.voice));
                let look = today::draw::Look { focused, marked: &marked, offers, open: &open.unwrap_or_default() };
                self.panes.today.draw(paint, at.columns, world, self.panes.cards.filter.sieve(), &look);
            }
            Tab::Contacts => self.table(paint, at.columns, &board, world, statements.is_empty()),
            Tab::Pipeline => {
                let target = self.panes.cards.drag.and_then(|drag| drag.over);
                let sight = Sight { board: &board, world, focused, marked: &marked, target };
                self.panes.pipeline.draw(paint, at.columns, &sight);
            }
        }
        match at.shape {
            Shape::Wide => paint.wall(at.wall),
            Shape::Tall => paint.rule(at.wall.x, at.wall.y, at.wall.width, "", ""),
            _ => {}
        }
        self.side(paint, &at, &board, world, statements.is_empty());
        self.bottom(paint, at.bottom, world);
        let body = Rect { y: area.y + 1, height: area.height - 2, ..area };
        if self.overlay.is_some() || self.aid.help.is_some() {
            paint.caret = if self.overlay.is_some() { None } else { paint.caret };
            paint.zone(area, Zone::Over);
        }
        self.over(paint, body, world);
        self.draw_tour(paint, strip, world);
        self.draw_help(paint, body, world.voice);
    }

    fn side(&self, paint: &mut Paint, at: &Layout, board: &Board, world: &World, settled: bool) {
        let focused = self.focus != Focus::Columns;
        let place = sheet_room(at, focused);
        if place.is_empty() {
            return;
        }
        let pane = if self.focus == Focus::Checklist { Focus::Checklist } else { Focus::Dossier };
        paint.zone(place, Zone::Pane(pane));
        if focused {
            let line = Rect { y: place.y - 1, height: 1, ..place };
            self.part_shown().draw(paint, line, world.voice);
        }
        let long = self.focus == Focus::Dossier;
        let dossier = &self.panes.dossier;
        let part = long.then_some(dossier.part);
        let open = if part == Some(Part::Exchanges) { dossier.at() } else { 0 };
        let (version, day) = (world.book.version(), world.today);
        let settings = (world.playbook.digest(), world.voice.language());
        let why = self.panes.tab == Tab::Today && !long;
        let key = Key { why, subject: self.panes.shown, part, at: open, room: place, version, day, settings };
        if self.focus != Focus::Checklist
            && settled
            && let Some(rows) = self.panes.dossier.recall(&key)
        {
            return self.panes.dossier.draw(paint, place, &rows, long);
        }
        let Some(case) = self.panes.shown.and_then(|subject| board.case(subject)) else {
            let words = text::wrapped(&self.nobody(world), usize::from(place.width).max(1));
            for (line, y) in words.iter().zip(place.y..place.bottom()) {
                paint.put(place.x, y, place.width, line, Role::Quiet);
            }
            return;
        };
        let source = Source { world, board, case: &case, columns: place.width, lines: place.height };
        if self.focus == Focus::Checklist {
            return self.panes.qualify.draw(paint, place, &source, world);
        }
        let mut rows = part.map_or_else(|| source.short(), |part| source.part(part, open, &dossier.past));
        if let Some(card) = board.card_of(case.deal.entity).filter(|_| why) {
            // Below who it is and how to reach them, above what is known.
            let below = rows.iter().position(Row::is_rule).unwrap_or(rows.len());
            rows.splice(below..below, today::why::rows(&source, &card));
        }
        let rows = Rc::new(rows);
        self.panes.dossier.draw(paint, place, &rows, long);
        if settled {
            self.panes.dossier.remember(key, rows);
        }
    }

    /// Why nobody is shown, and where somebody is.
    fn nobody(&self, world: &World) -> String {
        let pipeline = self.panes.tab == Tab::Pipeline;
        let known = world.book.count(Kind::Contact) + world.book.count(Kind::Company);
        if pipeline && self.panes.pipeline.is_folded() {
            return world.voice.say("pane-folded").to_owned();
        }
        if pipeline && known > 0 {
            let there = |command| self.look.keys.key(Focus::Table, command).map(|key| key.shown(world.voice));
            let all = there(Command::MarkColumn).unwrap_or_default();
            let next = there(Command::NextStep).unwrap_or_default();
            let more = [("count", (known as i64).into()), ("all", all.into()), ("next", next.into())];
            return self.with_key_and(world, "pane-no_deal", Command::Contacts, &more);
        }
        world.voice.say("pane-nothing").to_owned()
    }

    fn table(&self, paint: &mut Paint, place: Rect, board: &Board, world: &World, settled: bool) {
        let sight = contacts::Sight {
            board,
            world,
            settled,
            focused: self.focus == Focus::Columns,
            marked: &|subject| self.panes.cards.marks.has(subject),
            filter: &self.panes.cards.filter.words,
            widen: &self.with_key(world, "contacts-nobody", Command::Widen),
        };
        self.panes.contacts.draw(paint, place, &sight);
    }

    /// The part that is shown while the keys do not go to the columns.
    fn part_shown(&self) -> Part {
        if self.focus == Focus::Checklist { Part::Qualification } else { self.panes.dossier.part }
    }

    fn top(&self, paint: &mut Paint, line: Rect, board: &Board, world: &World) {
        let signs = paint.signs();
        let (state, role) = match self.waiting.state() {
            State::Saved => (format!("{} {}", signs.kept, world.voice.say("state-saved")), Role::Good),
            State::Delayed => (world.voice.say("state-delayed").to_owned(), Role::Waiting),
            State::Writing => (world.voice.say("state-writing").to_owned(), Role::Waiting),
            State::Trouble(why) => (format!("{} {why}", signs.refused), Role::Bad),
        };
        let narrow = line.width < 60;
        let mut end = line.right();
        if !narrow {
            end = paint.right(line.x + 12, end, line.y, &format!("  {}", world.author), Role::Quiet);
        }
        let room = end.saturating_sub(line.x + 14);
        let state = text::cut(&state, usize::from(room), signs.cut).into_owned();
        end = paint.right(line.x + 12, end, line.y, &format!("  {state}"), role);
        // That people are made up is said whatever else there is room for.
        let demo = if self.look.demo { world.voice.say("tab-demo") } else { "" };
        let room = end.saturating_sub(line.x + 2 + paint.width(demo));
        let mut x = self.tabs(paint, Rect { x: line.x + 1, width: room, ..line }, world);
        if !demo.is_empty() {
            x = paint.put(x, line.y, end.saturating_sub(x), demo, Role::Waiting) + 1;
        }
        let filter = &self.panes.cards.filter.words;
        // The table says above its rows who is shown, and how many they are.
        let table = self.panes.tab == Tab::Contacts;
        if !filter.is_empty() && !table {
            x = paint.put(x, line.y, end.saturating_sub(x), &format!("[{filter}]"), Role::Strong) + 2;
        }
        if !narrow {
            let day = world.voice.day_head(world.today);
            end = paint.right(x, end, line.y, &format!("  {day}"), Role::Quiet);
        }
        if table {
            return;
        }
        for words in open(board, world) {
            if x + paint.width(&words) < end {
                paint.put(x, line.y, end.saturating_sub(x), &words, Role::Quiet);
                break;
            }
        }
    }

    /// The names of the tabs with their keys; where there is little room, the one that shows.
    fn tabs(&self, paint: &mut Paint, line: Rect, world: &World) -> u16 {
        let mut x = line.x;
        for (tab, command) in Tab::ALL {
            let here = tab == self.panes.tab;
            if line.width < 40 && !here {
                continue;
            }
            let key = self.look.keys.key(Focus::Columns, command).map(|key| key.shown(world.voice)).unwrap_or_default();
            x = paint.put(x, line.y, line.right().saturating_sub(x), &format!("{key} "), Role::Key);
            let name = world.voice.say(command.text());
            let left = self.panes.today.list(world, self.panes.cards.filter.sieve()).len();
            let name =
                if tab == Tab::Today { format!("{name} {}", world.voice.number(left as i64)) } else { name.to_owned() };
            let role = if here { Role::Title } else { Role::Quiet };
            x = paint.put(x, line.y, line.right().saturating_sub(x), &name, role) + 2;
        }
        x
    }

    fn over(&self, paint: &mut Paint, body: Rect, world: &World) {
        match &self.overlay {
            None => {}
            Some(Overlay::Form(form)) => form.draw(paint, body, world.voice),
            Some(Overlay::Menu(menu)) => menu.draw(paint, body, world.voice),
            Some(Overlay::Palette(palette)) => palette.draw(paint, body, world, &self.look.keys),
            Some(Overlay::Asking(asking)) => {
                let count = self.panes.contacts.count(true, world);
                asking.draw(paint, self.places().columns, paint.width(&count), world);
                let keys = Rect { x: body.x + 1, y: body.bottom(), width: body.width.saturating_sub(2), height: 1 };
                paint.put(keys.x, keys.y, keys.width, world.voice.say("asking-keys"), Role::Quiet);
            }
            Some(Overlay::Segments(segments)) => {
                segments.draw(paint, self.segments_place(), &self.panes.contacts.counts(), world);
            }
            Some(Overlay::Settings(settings)) => settings.draw(paint, body, world),
            Some(Overlay::Chronicle(chronicle)) => chronicle.draw(paint, body, world),
            Some(Overlay::Doubles(doubles)) => doubles.draw(paint, body, world),
            Some(Overlay::Retention(list)) => list.draw(paint, body, world),
            Some(Overlay::Compare(compare)) => compare.draw(paint, body, world),
            Some(Overlay::Met(met)) => met.menu.draw(paint, body, world.voice),
            Some(Overlay::Progress(done, total)) => reading::progress(paint, body, *done, *total, world),
            Some(Overlay::Forgetting(form, done, total)) => {
                reading::progress_of(paint, body, &form.title, (*done, *total), world);
            }
            Some(Overlay::Report(report)) => report.draw(paint, body, world),
        }
    }
}

/// The room of the dossier's rows: a column on the left for the cursor's mark, and below the names of its parts where
/// they are shown.
pub(super) fn sheet_room(at: &Layout, parts: bool) -> Rect {
    let place = match at.shape {
        Shape::Wide => at.dossier,
        _ => Rect { x: at.dossier.x + 1, width: at.dossier.width.saturating_sub(2), ..at.dossier },
    };
    let names = u16::from(parts && place.height > 1);
    Rect { y: place.y + names, height: place.height.saturating_sub(names), ..place }
}

/// What is open: how many, what they are worth, and that times what is likely; the shorter one second.
fn open(board: &Board, world: &World) -> [String; 2] {
    let heads = (0..world.playbook.won()).map(|lane| board.head(lane));
    let (mut count, mut cents, mut weighted) = (0, 0, 0);
    for head in heads {
        count += head.count;
        cents += head.cents;
        weighted += head.weighted;
    }
    let money = told::short(world, cents);
    let words = world.voice.tell("tab-open", &[("count", count.into()), ("money", money.into())]);
    let likely = world.voice.tell("tab-weighted", &[("money", told::short(world, weighted).into())]);
    [if weighted > 0 { format!("{words} · {likely}") } else { words.clone() }, words]
}

fn tiny(paint: &mut Paint, area: Rect, world: &World) {
    let lines = text::wrapped(world.voice.say("pane-tiny"), usize::from(area.width).max(1));
    for (n, line) in lines.iter().take(usize::from(area.height)).enumerate() {
        paint.plain(area.x, area.y + n as u16, area.width, line);
    }
}
