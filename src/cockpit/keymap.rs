//! Which key expresses which wish where: read from `assets/keys.toml`, overridden by the user's own file.

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustc_hash::FxHashMap;
use thiserror::Error;

use super::{
    command::{Command, Focus},
    theme::{line_of, line_with},
};
use crate::voice::Voice;

const SHIPPED: &str = include_str!("../../assets/keys.toml");

/// A key with its modifiers, in one form: letters carry their case, never Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// What is wrong with a file of keys.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum KeyFlaw {
    /// Not TOML: the line and what is wrong.
    #[error("{1}")]
    Syntax(usize, String),
    /// No such table.
    #[error("[{0}]")]
    Place(String),
    /// No such command.
    #[error("{0}")]
    Command(String),
    /// Not a key.
    #[error("{0}")]
    Key(String),
}

/// The keys in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Chords by place; nothing is "everywhere".
    bindings: Vec<(Option<Focus>, Command, Vec<Chord>)>,
    found: FxHashMap<(Option<Focus>, Chord), Command>,
}

type Tables = BTreeMap<String, BTreeMap<String, Vec<String>>>;

impl KeyFlaw {
    /// The line of the file it stands in.
    pub fn line(&self, file: &str) -> Option<usize> {
        match self {
            Self::Syntax(line, _) => Some(*line),
            Self::Place(word) | Self::Command(word) | Self::Key(word) => line_with(file, word),
        }
    }
}

impl Keymap {
    /// The shipped keys.
    pub fn shipped() -> Result<Self, KeyFlaw> {
        let mut map = Self { bindings: Vec::new(), found: FxHashMap::default() };
        map.merge(SHIPPED)?;
        Ok(map)
    }

    /// Overrides commands by those of a file.
    pub fn merge(&mut self, file: &str) -> Result<(), KeyFlaw> {
        let tables: Tables =
            toml::from_str(file).map_err(|error| KeyFlaw::Syntax(line_of(file, &error), error.message().to_owned()))?;
        let mut bindings = self.bindings.clone();
        for (place, commands) in &tables {
            let focus = focus(place)?;
            for (name, keys) in commands {
                let command = Command::named(name).ok_or_else(|| KeyFlaw::Command(name.clone()))?;
                let chords = keys.iter().map(|key| chord(key)).collect::<Result<Vec<_>, _>>()?;
                bindings.retain(|(at, bound, _)| (*at, *bound) != (focus, command));
                bindings.push((focus, command, chords));
            }
        }
        self.found = bindings
            .iter()
            .flat_map(|(focus, command, chords)| chords.iter().map(|chord| ((*focus, *chord), *command)))
            .collect();
        self.bindings = bindings;
        Ok(())
    }

    /// The wish a key expresses at a place. With Caps Lock on, letters mean what they mean without.
    pub fn command(&self, focus: Focus, key: KeyEvent) -> Option<Command> {
        let chord = Chord::of(key);
        self.at(focus, chord).or_else(|| self.at(focus, chord.small()?))
    }

    /// On a question letters are their words: only how sure, the box and the help answer to a bare key there.
    fn at(&self, focus: Focus, chord: Chord) -> Option<Command> {
        let command = self.found.get(&(Some(focus), chord)).or_else(|| self.found.get(&(None, chord))).copied()?;
        let sign = matches!(command, Command::Find | Command::Help) && !chord.is_word();
        let works = focus != Focus::Checklist || !chord.is_bare() || command.is_answer() || sign;
        works.then_some(command)
    }

    /// The key to show for a wish at a place; nothing where no key expresses it there.
    pub fn key(&self, focus: Focus, command: Command) -> Option<Chord> {
        self.keys(focus, command).into_iter().next()
    }

    /// All keys of a wish at a place, those that another wish took over there left out.
    pub fn keys(&self, focus: Focus, command: Command) -> Vec<Chord> {
        let of =
            |place: Option<Focus>| self.bindings.iter().filter(move |(at, bound, _)| (*at, *bound) == (place, command));
        of(Some(focus))
            .chain(of(None))
            .flat_map(|(_, _, chords)| chords)
            .copied()
            .filter(|chord| self.at(focus, *chord) == Some(command))
            .collect()
    }
}

fn focus(place: &str) -> Result<Option<Focus>, KeyFlaw> {
    if place == "everywhere" {
        return Ok(None);
    }
    let focus = Focus::ALL.into_iter().find(|focus| focus.name() == place);
    focus.map(Some).ok_or_else(|| KeyFlaw::Place(place.to_owned()))
}

impl Chord {
    /// The chord of a key event.
    pub fn of(key: KeyEvent) -> Self {
        let mut modifiers = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let mut code = key.code;
        if code == KeyCode::BackTab {
            code = KeyCode::Tab;
            modifiers |= KeyModifiers::SHIFT;
        }
        if let KeyCode::Char(letter) = code {
            modifiers -= KeyModifiers::SHIFT;
            if modifiers.contains(KeyModifiers::CONTROL) {
                code = KeyCode::Char(letter.to_ascii_lowercase());
            }
        }
        Self { code, modifiers }
    }

    fn is_bare(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    fn is_word(self) -> bool {
        matches!(self.code, KeyCode::Char(letter) if letter.is_alphanumeric())
    }

    /// The letter that is the whole chord.
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if self.modifiers.is_empty() && letter.is_alphabetic() => Some(letter),
            _ => None,
        }
    }

    fn small(self) -> Option<Self> {
        match self.code {
            KeyCode::Char(letter) if letter.is_uppercase() => {
                Some(Self { code: KeyCode::Char(letter.to_lowercase().next()?), ..self })
            }
            _ => None,
        }
    }

    /// How the key is called on the screen.
    pub fn shown(self, voice: &Voice) -> String {
        let mut text = String::new();
        for (modifier, word) in
            [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "⇧")]
        {
            if self.modifiers.contains(modifier) {
                text.push_str(word);
            }
        }
        match self.code {
            KeyCode::Char(letter) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                text.push(letter.to_ascii_uppercase());
            }
            KeyCode::Char(' ') => text.push_str(voice.say("key-space")),
            KeyCode::Char(letter) => text.push(letter),
            KeyCode::F(n) => text = format!("{text}F{n}"),
            KeyCode::Left => text.push('←'),
            KeyCode::Right => text.push('→'),
            KeyCode::Up => text.push('↑'),
            KeyCode::Down => text.push('↓'),
            code => text.push_str(voice.say(named_text(code))),
        }
        text
    }
}

const NAMED: [(&str, KeyCode, &str); 14] = [
    ("left", KeyCode::Left, "key-left"),
    ("right", KeyCode::Right, "key-right"),
    ("up", KeyCode::Up, "key-up"),
    ("down", KeyCode::Down, "key-down"),
    ("enter", KeyCode::Enter, "key-enter"),
    ("esc", KeyCode::Esc, "key-esc"),
    ("tab", KeyCode::Tab, "key-tab"),
    ("space", KeyCode::Char(' '), "key-space"),
    ("pageup", KeyCode::PageUp, "key-page-up"),
    ("pagedown", KeyCode::PageDown, "key-page-down"),
    ("home", KeyCode::Home, "key-home"),
    ("end", KeyCode::End, "key-end"),
    ("delete", KeyCode::Delete, "key-delete"),
    ("backspace", KeyCode::Backspace, "key-backspace"),
];

fn named_text(code: KeyCode) -> &'static str {
    NAMED.iter().find(|(_, named, _)| *named == code).map_or("key-unknown", |(_, _, text)| text)
}

/// Reads `ctrl-p`, `shift-left`, `f2`, `?`.
fn chord(text: &str) -> Result<Chord, KeyFlaw> {
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = text;
    for (word, modifier) in
        [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT), ("shift-", KeyModifiers::SHIFT)]
    {
        if let Some(after) = rest.strip_prefix(word) {
            modifiers |= modifier;
            rest = after;
        }
    }
    let mut letters = rest.chars();
    let code = match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(KeyCode::Char(letter)),
        _ => NAMED.iter().find(|(name, ..)| *name == rest).map(|(_, code, _)| *code).or_else(|| function(rest)),
    };
    let code = code.ok_or_else(|| KeyFlaw::Key(text.to_owned()))?;
    Ok(Chord::of(KeyEvent::new(code, modifiers)))
}

fn function(text: &str) -> Option<KeyCode> {
    text.strip_prefix('f')?.parse().ok().filter(|n| (1..=24).contains(n)).map(KeyCode::F)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    fn letter(letter: char) -> KeyEvent {
        key(KeyCode::Char(letter), KeyModifiers::NONE)
    }

    #[test]
    fn every_wish_has_a_key_somewhere() {
        let keys = Keymap::shipped().unwrap();
        for command in Command::ALL {
            assert!(
                Focus::ALL.iter().any(|focus| keys.key(*focus, *command).is_some()),
                "no key for {}",
                command.name()
            );
        }
    }

    #[test]
    fn the_same_letter_means_what_fits_the_place() {
        let keys = Keymap::shipped().unwrap();
        assert_eq!(keys.command(Focus::Columns, letter('n')), Some(Command::NewContact));
        assert_eq!(keys.command(Focus::Dossier, letter('n')), Some(Command::NewDeal));
        assert_eq!(keys.command(Focus::Checklist, letter('n')), Some(Command::Denied));
        assert_eq!(keys.key(Focus::Checklist, Command::Oppose), None);
        assert_eq!(keys.command(Focus::Checklist, letter('/')), Some(Command::Find));
        for word in ['a', 'é', 'u', '2', '+'] {
            assert_eq!(keys.command(Focus::Checklist, letter(word)), None, "{word} begins their words");
        }
        assert_eq!(keys.command(Focus::Checklist, key(KeyCode::Char('z'), KeyModifiers::CONTROL)), Some(Command::Undo));
    }

    #[test]
    fn no_key_means_two_things_at_one_place() {
        let keys = Keymap::shipped().unwrap();
        let mut meant: FxHashMap<(Option<Focus>, Chord), Command> = FxHashMap::default();
        for (place, command, chords) in &keys.bindings {
            for chord in chords {
                let before = meant.insert((*place, *chord), *command);
                assert_eq!(before, None, "{chord:?} at {place:?}: {command:?} too");
            }
        }
    }

    #[test]
    fn caps_lock_and_shift_do_not_hide_a_command() {
        let keys = Keymap::shipped().unwrap();
        assert_eq!(keys.command(Focus::Columns, key(KeyCode::Char('A'), KeyModifiers::SHIFT)), Some(Command::Call));
        assert_eq!(keys.command(Focus::Columns, key(KeyCode::Char('?'), KeyModifiers::SHIFT)), Some(Command::Help));
        assert_eq!(
            keys.command(Focus::Columns, key(KeyCode::BackTab, KeyModifiers::SHIFT)),
            Some(Command::PreviousPane)
        );
        assert_eq!(keys.command(Focus::Columns, key(KeyCode::Left, KeyModifiers::SHIFT)), Some(Command::StageBack));
    }

    #[test]
    fn a_users_file_overrides_command_by_command() {
        let mut keys = Keymap::shipped().unwrap();
        keys.merge("[everywhere]\ncall = [\"t\"]\n").unwrap();
        assert_eq!(keys.command(Focus::Columns, letter('t')), Some(Command::Call));
        assert_eq!(keys.command(Focus::Columns, letter('a')), None);
        assert_eq!(keys.command(Focus::Columns, letter('i')), Some(Command::Note));
    }

    #[test]
    fn a_mistake_is_named_and_changes_nothing() {
        let mut keys = Keymap::shipped().unwrap();
        assert_eq!(keys.merge("[everywhere]\nsing = [\"t\"]"), Err(KeyFlaw::Command("sing".into())));
        assert_eq!(keys.merge("[everywhere]\ncall = [\"hyper-t\"]"), Err(KeyFlaw::Key("hyper-t".into())));
        assert_eq!(keys.merge("[nowhere]\ncall = [\"t\"]"), Err(KeyFlaw::Place("nowhere".into())));
        assert_eq!(keys.command(Focus::Columns, letter('a')), Some(Command::Call));
    }
}
