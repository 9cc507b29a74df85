//! Wishes on the checklist, and the synthesis at its end.

use super::super::{
    Cockpit,
    command::{Command, Focus},
    dossier::Part,
    effect::Effect,
    qualify,
    world::World,
};
use crate::sales::{book::OwnedCase, qualification, stage};

impl Cockpit {
    pub(super) fn in_checklist(&mut self, command: Command, world: &World) -> Vec<Effect> {
        match command {
            Command::Back if self.panes.party.is_none() => {
                self.focus = Focus::Columns;
                return Vec::new();
            }
            Command::Back | Command::Left => {
                return self.turn_to(Part::Sheet, world);
            }
            Command::Right => {
                return self.turn_to(Part::Exchanges, world);
            }
            _ => {}
        }
        let Some(case) = self.case(world) else { return Vec::new() };
        let did = self.panes.qualify.command(command, &case, world);
        self.panes.opened = self.panes.qualify.draft(case.deal.entity, world);
        if did == qualify::Did::Synthesis { self.qualify_now(&case, world) } else { Vec::new() }
    }

    /// The synthesis: the deal goes to the first stage that requires it, unless it is past it.
    fn qualify_now(&mut self, case: &OwnedCase, world: &World) -> Vec<Effect> {
        if qualification::is_qualified(&case.deal, world.playbook) {
            return Vec::new();
        }
        let required = crate::sales::playbook::Requirement::Qualified;
        let first = world.playbook.stages().iter().position(|stage| stage.requires.contains(&required));
        let at = stage::of(&case.deal, world.playbook);
        self.move_to(first.unwrap_or(at).max(at), world)
    }
}
