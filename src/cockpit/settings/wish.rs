//! What the screen of the settings asks of the cockpit: kept, refused, given up, brought back.

use crossterm::event::KeyEvent;

use super::{Did, Settings};
use crate::{
    cockpit::{Cockpit, GivenUp, command::Command, effect::Effect, overlay::Overlay, theme::Role, world::World},
    sales::playbook::Change,
};

impl Cockpit {
    /// Opens the screen.
    pub(in crate::cockpit) fn open_settings(&mut self, world: &World) {
        self.overlay = Some(Overlay::Settings(Box::new(Settings::new(world))));
    }

    pub(in crate::cockpit) fn settings_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(Overlay::Settings(settings)) = &mut self.overlay else { return Vec::new() };
        match settings.key(key, world) {
            Did::Stays => Vec::new(),
            Did::Keep(changes) => vec![Effect::Settle(changes)],
            Did::Cancel => self.give_up_settings(world),
        }
    }

    fn give_up_settings(&mut self, world: &World) -> Vec<Effect> {
        match self.overlay.take() {
            Some(Overlay::Settings(settings)) if settings.is_touched(world.playbook) => {
                self.panes.given_up = Some(GivenUp::Settings(settings));
                self.toast = Some((self.with_key(world, "toast-settings-dropped", Command::Undo), Role::Label));
            }
            _ => {}
        }
        Vec::new()
    }

    /// The numbers are in the user's file and in force; undo puts the earlier ones back.
    pub(in crate::cockpit) fn settled(&mut self, changes: Vec<Change>, note: Option<String>, world: &World) {
        self.overlay.take_if(|overlay| matches!(overlay, Overlay::Settings(_)));
        let kept = self.with_key(world, "toast-settings-kept", Command::Undo);
        let words = note.map_or(kept.clone(), |note| format!("{note} {kept}"));
        self.toast = Some((words, Role::Toast));
        self.panes.given_up = Some(GivenUp::Kept(changes.into_iter().map(Change::reversed).collect()));
    }

    /// Nothing was kept: what was turned stays on the screen, with the reason.
    pub(in crate::cockpit) fn unsettled(&mut self, why: String) {
        match &mut self.overlay {
            Some(Overlay::Settings(settings)) => settings.refuse(why),
            _ => self.toast = Some((why, Role::Bad)),
        }
    }
}
