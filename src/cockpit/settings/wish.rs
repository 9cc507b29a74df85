//! What the screen of the settings asks of the cockpit: kept, refused, given up, brought back.

use crossterm::event::KeyEvent;

use super::{Did, Settings, Turn};
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
            Did::Keep(changes) => vec![Effect::Settle(changes, Turn::On)],
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

    /// The settings are in the user's file and in force; undo puts the earlier ones back, redo these again.
    pub(in crate::cockpit) fn settled(
        &mut self,
        changes: Vec<Change>,
        turn: Turn,
        note: Option<String>,
        world: &World,
    ) {
        self.overlay.take_if(|overlay| matches!(overlay, Overlay::Settings(_)));
        self.try_segment(world);
        let (text, command) = match turn {
            Turn::On => ("toast-settings-kept", Command::Undo),
            Turn::Back => ("toast-settings-back", Command::Redo),
        };
        let told = self.with_key(world, text, command);
        self.toast = Some((note.into_iter().chain([told]).collect::<Vec<_>>().join(" "), Role::Toast));
        self.panes.given_up = Some(GivenUp::Kept(changes, turn));
    }

    /// Undo and redo right after settings were kept or put back are about them.
    pub(in crate::cockpit) fn turn_settings(
        &mut self,
        command: Option<Command>,
        given_up: Option<GivenUp>,
        world: &World,
    ) -> Result<Vec<Effect>, Option<GivenUp>> {
        let Some(GivenUp::Kept(changes, turn)) = given_up else { return Err(given_up) };
        let to = match (command, turn) {
            (Some(Command::Undo), Turn::On) => Turn::Back,
            (Some(Command::Redo), Turn::Back) => Turn::On,
            (Some(Command::Redo), Turn::On) => {
                self.panes.given_up = Some(GivenUp::Kept(changes, turn));
                self.toast = Some((world.voice.say("toast-settings-newest").to_owned(), Role::Label));
                return Ok(Vec::new());
            }
            _ => return Err(None),
        };
        Ok(vec![Effect::Settle(changes.into_iter().map(Change::reversed).collect(), to)])
    }

    /// Nothing was kept: what was turned stays on the screen, with the reason.
    pub(in crate::cockpit) fn unsettled(&mut self, why: String) {
        match &mut self.overlay {
            Some(Overlay::Settings(settings)) => settings.refuse(why),
            _ => self.toast = Some((why, Role::Bad)),
        }
    }
}
