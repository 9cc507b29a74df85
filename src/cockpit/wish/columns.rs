//! Wishes on the cards.

use super::super::{
    Cockpit, Tab,
    board::Board,
    command::{Command, Focus},
    effect::Effect,
    layout::layout,
    theme::Role,
    world::{self, World},
};

impl Cockpit {
    pub(super) fn turn_to_lost(&mut self, world: &World) {
        let statements = self.typed(world);
        let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
        self.panes.pipeline.turn_to_lost(&board);
        self.show_tab(Tab::Pipeline);
    }

    pub(super) fn in_columns(&mut self, command: Command, world: &World) -> Vec<Effect> {
        if command == Command::Open {
            if self.case(world).is_some() {
                self.focus = Focus::Dossier;
            } else if self.panes.tab == Tab::Today {
                return self.look_at_strays(world);
            }
            return Vec::new();
        }
        if self.panes.tab == Tab::Today {
            let place = self.places().columns;
            if let Some(case) = self.case(world).filter(|_| command == Command::Skip) {
                let words = world.voice.tell("today-skipped", &[("who", world::name(&case).into())]);
                self.toast = Some((words, Role::Label));
            }
            let sieve = self.panes.cards.filter.sieve();
            self.moved = self.panes.today.go(command, world, sieve, place);
            self.panes.party = self.panes.party.filter(|_| !self.moved);
            return Vec::new();
        }
        if self.panes.tab == Tab::Contacts {
            let place = self.laid_out(Focus::Columns).columns;
            self.moved = self.panes.contacts.go(command, world, place);
            self.panes.party = self.panes.party.filter(|_| !self.moved);
            return Vec::new();
        }
        let statements = self.typed(world);
        let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
        let place = layout(self.look.area, Focus::Columns).columns;
        if self.panes.pipeline.go(command, &board, place) {
            self.panes.party = None;
            self.moved = true;
        }
        Vec::new()
    }
}
