//! Wishes on the sheet of somebody.

use super::{
    super::{
        Cockpit,
        board::Board,
        command::{Command, Focus},
        dossier::{Row, Spot, sheet::Source},
        effect::Effect,
        form::Purpose,
        layout::layout,
        world::World,
    },
    subject,
};

impl Cockpit {
    pub(super) fn in_dossier(&mut self, command: Command, world: &World) -> Vec<Effect> {
        let place = layout(self.look.area, Focus::Dossier).dossier;
        let rows = self.rows(world, place.width);
        match command {
            Command::Back | Command::Left => {
                self.focus = Focus::Columns;
                self.panes.party = None;
            }
            Command::Open => self.open_spot(&rows, world),
            _ => _ = self.panes.dossier.go(command, &rows, place),
        }
        Vec::new()
    }

    fn open_spot(&mut self, rows: &[Row], world: &World) {
        let Some(case) = self.case(world) else { return };
        match self.panes.dossier.spot(rows) {
            Some(Spot::Field(about, field)) => {
                let waiting: Vec<_> = self.waiting.statements().cloned().collect();
                self.panes.dossier.open(about, field, &world.preview(&waiting));
                self.panes.opened = self.panes.dossier.draft();
            }
            Some(Spot::Next) => self.ask(Purpose::NextStep(subject(&case)), world),
            Some(Spot::Criterion(at)) => {
                self.panes.qualify.open(Some(at), &case, world);
                self.focus = Focus::Checklist;
            }
            None => {}
        }
    }

    /// The sheet as it stands, for its spots.
    pub(in crate::cockpit) fn rows(&self, world: &World, columns: u16) -> Vec<Row> {
        let statements = self.typed(world);
        let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
        let subject = self.panes.party.or(self.panes.pipeline.deal());
        let Some(case) = subject.and_then(|subject| board.case(subject)) else { return Vec::new() };
        Source { world, board: &board, case: &case, columns, lines: 0 }.long()
    }
}
