//! Wishes on the dossier: its parts, its fields, its entries.

use ratatui::layout::Rect;

use super::{
    super::{
        Cockpit,
        board::Board,
        command::{Command, Focus},
        dossier::{Part, Row, Spot, entries, past, sheet::Source},
        effect::Effect,
        form::Purpose,
        overlay::Overlay,
        palette::{Palette, Quest},
        recall::Recall,
        theme::Role,
        view::sheet_room,
        world::World,
    },
    people::relations,
    subject,
};
use crate::sales::{
    book::OwnedCase,
    correction::{self, Entry},
    fields,
};

impl Cockpit {
    pub(super) fn in_dossier(&mut self, command: Command, world: &World) -> Vec<Effect> {
        let place = self.sheet_place();
        let rows = self.rows(world, place.width);
        match command {
            Command::Back => self.leave_dossier(),
            Command::Left => match self.panes.dossier.part.previous() {
                Some(part) => return self.turn_to(part, world),
                None => self.leave_dossier(),
            },
            Command::Right => {
                if let Some(part) = self.panes.dossier.part.next() {
                    return self.turn_to(part, world);
                }
            }
            Command::Open => return self.open_spot(&rows, world),
            Command::TakeBack => {
                return match self.panes.dossier.spot(&rows) {
                    Some(Spot::Person(at)) => self.unrelate(at, world),
                    Some(Spot::Said(at)) => self.take_back_line(at, world),
                    _ => self.with_entry(&rows, world, Recall::TakeBack),
                };
            }
            Command::MoveEntry => self.move_entry(&rows, world),
            _ => {
                if self.panes.dossier.go(command, &rows, place) == Some(true) {
                    let rows = self.rows(world, place.width);
                    self.panes.dossier.show(&rows, place);
                }
            }
        }
        Vec::new()
    }

    fn leave_dossier(&mut self) {
        self.focus = Focus::Columns;
        self.panes.party = None;
    }

    /// Shows a part; the checklist is a pane of its own.
    pub(in crate::cockpit) fn turn_to(&mut self, part: Part, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        self.panes.dossier.turn_to(part);
        self.focus = if part == Part::Qualification { Focus::Checklist } else { Focus::Dossier };
        if part == Part::Qualification {
            self.panes.qualify.open(None, &case, world);
        }
        if part == Part::History { self.read_past() } else { Vec::new() }
    }

    /// Asks for the past of whom the dossier shows, while that is what is shown.
    pub(in crate::cockpit) fn read_past(&self) -> Vec<Effect> {
        let shows = self.focus == Focus::Dossier && self.panes.dossier.part == Part::History;
        self.subject().filter(|_| shows).map(Effect::Past).into_iter().collect()
    }

    /// Takes one line of the past back; the others of the same fact stand.
    fn take_back_line(&mut self, at: usize, world: &World) -> Vec<Effect> {
        let line = self.panes.dossier.past.line(at);
        let Some((place, gone)) = line.and_then(|line| Some((past::place(line)?, line.said.clone()))) else {
            self.toast = Some((world.voice.say("part-no-line").to_owned(), Role::Label));
            return Vec::new();
        };
        self.take_out(correction::instead(&[place], Vec::new()), &[gone], world)
    }

    /// The room of the rows, below the names of the parts.
    pub(in crate::cockpit) fn sheet_place(&self) -> Rect {
        sheet_room(&self.laid_out(Focus::Dossier), true)
    }

    fn open_spot(&mut self, rows: &[Row], world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let waiting: Vec<_> = self.waiting.statements().cloned().collect();
        match self.panes.dossier.spot(rows) {
            Some(Spot::Field(_, field)) if field.key == "deal.framework" => self.checklists(world),
            Some(Spot::Field(about, field)) => {
                self.panes.dossier.open(about, field.key, *field, &world.preview(&waiting), world);
                self.panes.opened = self.panes.dossier.draft();
            }
            Some(Spot::Own(about, at)) => {
                if let Some(own) = world.playbook.fields().get(at) {
                    let field = fields::own(own.about, own.holds);
                    self.panes.dossier.open(about, &own.key, field, &world.preview(&waiting), world);
                    self.panes.opened = self.panes.dossier.draft();
                }
            }
            Some(Spot::Person(at)) => {
                if let Some((_, _, who)) = relations(&case).get(at) {
                    self.show(*who, world);
                }
            }
            Some(Spot::Next) => self.ask(Purpose::NextStep(subject(&case)), world),
            Some(Spot::Criterion(at)) => {
                self.panes.qualify.open(Some(at), &case, world);
                self.panes.dossier.turn_to(Part::Qualification);
                self.focus = Focus::Checklist;
            }
            Some(Spot::Exchange(_) | Spot::Quote(_) | Spot::Purchase(_) | Spot::Said(_)) => {
                return self.with_entry(rows, world, Recall::Correct);
            }
            None => {}
        }
        Vec::new()
    }

    /// The entry under the cursor.
    fn entry(&self, rows: &[Row], world: &World) -> Option<Entry> {
        let case: OwnedCase = self.case(world)?;
        match self.panes.dossier.spot(rows)? {
            Spot::Said(at) => past::entry(self.panes.dossier.past.line(at)?, world.book),
            spot => entries::entry(&case, spot),
        }
    }

    /// Does something with the entry under the cursor; says so where there is none.
    fn with_entry(&mut self, rows: &[Row], world: &World, what: impl Fn(Box<Entry>) -> Recall) -> Vec<Effect> {
        if let Some(entry) = self.entry(rows, world) {
            return vec![Effect::Recall(what(Box::new(entry)))];
        }
        self.toast = Some((world.voice.say("part-no-entry").to_owned(), Role::Label));
        Vec::new()
    }

    /// Asks to whom the exchange under the cursor belongs.
    fn move_entry(&mut self, rows: &[Row], world: &World) {
        match self.entry(rows, world) {
            Some(entry @ Entry::Exchange(..)) => {
                self.overlay =
                    Some(Overlay::Palette(Palette::asking(Quest::Move(Box::new(entry)), self.recent(world), world)));
            }
            _ => self.toast = Some((world.voice.say("part-no-exchange-here").to_owned(), Role::Label)),
        }
    }

    /// The part as it stands, for its spots.
    pub(in crate::cockpit) fn rows(&self, world: &World, columns: u16) -> Vec<Row> {
        let statements = self.typed(world);
        let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
        let Some(case) = self.subject().and_then(|subject| board.case(subject)) else { return Vec::new() };
        let dossier = &self.panes.dossier;
        Source { world, board: &board, case: &case, columns, lines: 0 }.part(dossier.part, dossier.at(), &dossier.past)
    }
}
