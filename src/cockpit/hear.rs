//! Keys and text as they come in: who hears them first.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{
    Cockpit, GivenUp,
    command::{Command, Focus},
    dossier,
    effect::Effect,
    overlay::Overlay,
    qualify,
    waiting::Returned,
    world::{self, World},
};

impl Cockpit {
    /// Where nothing is seen, a key can only leave.
    pub(super) fn blind_key(&self, key: KeyEvent) -> Vec<Effect> {
        let quits = self.look.keys.command(self.focus, key) == Some(Command::Quit);
        if quits && key.modifiers.contains(KeyModifiers::CONTROL) { vec![Effect::Quit] } else { Vec::new() }
    }

    pub(super) fn key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        self.toast = None;
        let mut given_up = self.panes.given_up.take();
        let copied = std::mem::take(&mut self.copied);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c') if control => return self.copy(copied, world),
            KeyCode::Char('q') if control => return vec![Effect::Quit],
            KeyCode::Char('l') if control => return vec![Effect::Redraw],
            // Elsewhere it brings an act back; in a field it must not bring text of another one in.
            KeyCode::Char('y') if control && self.takes_text() => return self.retype(world),
            _ => {}
        }
        if self.help_key(key) {
            return Vec::new();
        }
        if self.asks_help(key) {
            self.open_help();
            return Vec::new();
        }
        if matches!(&self.overlay, Some(Overlay::Segments(segments)) if !segments.is_naming())
            && let Ok(effects) = self.turn_settings(self.look.keys.command(self.focus, key), given_up.take(), world)
        {
            return effects;
        }
        if self.overlay.is_some() {
            return self.overlay_key(key, world);
        }
        if self.focus == Focus::Dossier && self.panes.dossier.is_typing() {
            return self.dossier_key(key, world);
        }
        if self.focus == Focus::Checklist && self.panes.qualify.is_typing() {
            return self.qualify_key(key, world);
        }
        let command = self.look.keys.command(self.keyed(), key);
        let given_up = match self.turn_settings(command, given_up, world) {
            Ok(effects) => return effects,
            Err(given_up) => given_up,
        };
        match (command, given_up) {
            (Some(Command::Undo), Some(given_up)) => self.give_back(given_up, world),
            (Some(command), _) => {
                let effects = self.wish(command, world);
                bare(key).filter(|_| command.is_answer()).into_iter().for_each(|own| self.panes.qualify.said_by(own));
                effects
            }
            (None, _) => {
                self.first_letter(key, world);
                Vec::new()
            }
        }
    }

    /// On a question any letter is the first of their words.
    fn first_letter(&mut self, key: KeyEvent, world: &World) {
        let letter = bare(key).filter(|letter| !letter.is_whitespace());
        if let Some(letter) = letter
            && self.focus == Focus::Checklist
            && self.case(world).is_some()
            && self.panes.qualify.write(letter)
        {
            self.panes.opened = None;
        }
    }

    /// Brings back what was undone within a note or the settings; a line knows no undo.
    fn retype(&mut self, world: &World) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Form(form)) => form.retype(world),
            Some(Overlay::Settings(settings)) => settings.redo(world),
            _ => {}
        }
        Vec::new()
    }

    /// A note comes back from the person's own editor.
    pub(super) fn edited(&mut self, text: &str, world: &World) -> Vec<Effect> {
        if let Some(Overlay::Form(form)) = &mut self.overlay {
            form.rewrite(text, world);
        }
        Vec::new()
    }

    /// Copies; a second time in a row it asks whether to leave.
    fn copy(&mut self, again: bool, world: &World) -> Vec<Effect> {
        if again {
            self.overlay = Some(Overlay::leaving(world));
            return Vec::new();
        }
        self.copied = true;
        self.wish(Command::Copy, world)
    }

    fn dossier_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let text = self.panes.dossier.draft();
        match self.panes.dossier.key(key, &case, world) {
            dossier::Did::Typed => Vec::new(),
            dossier::Did::Abandoned if text == self.panes.opened => Vec::new(),
            dossier::Did::Abandoned => self.abandoned(GivenUp::Field(self.subject()), text, world),
            dossier::Did::Commit(said, opens) => {
                let effects = self.send(said, Returned { typed: text, form: None }, world);
                let step = if key.code == KeyCode::Up { Command::Up } else { Command::Down };
                self.wish(step, world);
                if opens {
                    self.wish(Command::Open, world);
                }
                effects
            }
        }
    }

    fn qualify_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let text = self.panes.qualify.draft(case.deal.entity, world);
        match self.panes.qualify.key(key, &case, world) {
            qualify::Did::Commit(said) => self.send(said, Returned { typed: text, form: None }, world),
            qualify::Did::Abandoned if text == self.panes.opened => Vec::new(),
            qualify::Did::Abandoned => self.abandoned(GivenUp::Words(self.subject()), text, world),
            _ => Vec::new(),
        }
    }

    /// Text read at once: in a field it is typed, and a line end after it is Enter.
    pub(super) fn burst(&mut self, text: &str, world: &World) -> Vec<Effect> {
        let line = text.trim_end_matches('\n');
        let effects = self.paste(line, world);
        if line.len() == text.len() || !self.is_writing(line.contains('\n')) {
            return effects;
        }
        self.key(KeyCode::Enter.into(), world)
    }

    /// Whether Enter after what was just read validates it; several lines in a note are a text that goes on.
    fn is_writing(&self, several: bool) -> bool {
        match &self.overlay {
            Some(Overlay::Form(form)) => form.is_writing(several),
            _ => self.takes_text(),
        }
    }

    /// Text outside a field is a search or a note, never commands; on the checklist it answers.
    fn stray(&mut self, text: &str, world: &World) -> Vec<Effect> {
        if self.overlay.is_none()
            && self.focus == Focus::Checklist
            && let Some(case) = self.case(world)
            && self.panes.qualify.answer(text, &case, world)
        {
            self.panes.opened = None;
            return Vec::new();
        }
        let who = self.case(world).map(|case| world::name(&case));
        self.overlay = Some(Overlay::burst(text.trim(), who, world));
        Vec::new()
    }

    pub(super) fn takes_text(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Segments(segments)) => segments.is_naming(),
            Some(Overlay::Form(_) | Overlay::Palette(_) | Overlay::Settings(_) | Overlay::Asking(_)) => true,
            Some(_) => false,
            None => self.panes.dossier.is_typing() || self.panes.qualify.is_typing(),
        }
    }

    pub(super) fn paste(&mut self, text: &str, world: &World) -> Vec<Effect> {
        self.panes.given_up = None;
        if self.help_paste(text) {
            return Vec::new();
        }
        match &mut self.overlay {
            Some(Overlay::Form(form)) => form.paste(text, world),
            Some(Overlay::Palette(palette)) => palette.paste(text, world),
            Some(Overlay::Settings(settings)) => settings.paste(text, world),
            Some(Overlay::Segments(segments)) => segments.paste(text),
            Some(Overlay::Asking(asking)) => {
                asking.paste(text);
                self.try_query(world);
            }
            Some(_) => {}
            None if self.panes.dossier.is_typing() => self.panes.dossier.paste(text, world),
            None if self.panes.qualify.is_typing() => self.panes.qualify.paste(text, world),
            None => return self.stray(text, world),
        }
        Vec::new()
    }
}

/// The letter a key types.
fn bare(key: KeyEvent) -> Option<char> {
    let KeyCode::Char(letter) = key.code else { return None };
    (key.modifiers - KeyModifiers::SHIFT).is_empty().then_some(letter)
}
