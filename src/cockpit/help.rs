//! What the keys do where one stands: from the same table that the keymap and the box read for the panes, from the texts
//! for what lies over them. Letters narrow it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::{
    Cockpit,
    command::{Command, Focus},
    form::draw::frame,
    keymap::Keymap,
    overlay::Overlay,
    parts::Paint,
    theme::Role,
};
use crate::{sales::fields::folded, voice::Voice};

/// The help, narrowed and scrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    of: Of,
    /// Letters that narrow it.
    typed: String,
    /// The first line that shows.
    top: usize,
}

/// What is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    /// A pane: what is used most there comes first.
    Pane(Focus, &'static [Command]),
    /// What takes the keys instead: the text with its keys.
    Over(&'static str),
}

/// A line of it.
enum Line<'v> {
    Head(&'v str),
    Key(String, &'v str),
}

/// Of several keys those that fit in so many columns are shown, at least one.
const KEYS: usize = 13;

/// From here on there are two columns.
const TWO: u16 = 100;

impl Help {
    /// Takes a key; whether it stays open.
    fn key(&mut self, key: KeyEvent) -> bool {
        match key.code {
            KeyCode::Down => self.top += 1,
            KeyCode::Up => self.top = self.top.saturating_sub(1),
            KeyCode::PageDown => self.top += 10,
            KeyCode::PageUp => self.top = self.top.saturating_sub(10),
            KeyCode::Backspace => _ = self.typed.pop(),
            KeyCode::Char('?' | ',') => return false,
            KeyCode::Char(letter) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => self.narrow(letter),
            _ => return false,
        }
        true
    }

    fn narrow(&mut self, letter: char) {
        self.typed.push(letter);
        self.top = 0;
    }

    fn lines<'v>(&self, keys: &Keymap, voice: &'v Voice) -> Vec<Line<'v>> {
        let lines = match self.of {
            Of::Pane(Focus::Columns, first) => {
                let mut lines = pane(Focus::Columns, first, keys, voice);
                lines.push(Line::Head(voice.say("help-signs")));
                lines.extend(over(voice.say("help-signs-of-cards")));
                lines
            }
            Of::Pane(focus, first) => pane(focus, first, keys, voice),
            Of::Over(text) => over(voice.say(text)),
        };
        let wanted = folded(self.typed.trim()).into_owned();
        if wanted.is_empty() {
            return lines;
        }
        let fits = |line: &Line| match line {
            Line::Head(_) => false,
            Line::Key(keys, words) => folded(words).contains(wanted.as_str()) || keys.to_lowercase() == wanted,
        };
        lines.into_iter().filter(fits).collect()
    }

    /// Draws it over what is there.
    fn draw(&self, paint: &mut Paint, area: Rect, keys: &Keymap, voice: &Voice) {
        let lines = self.lines(keys, voice);
        let title = if self.typed.is_empty() {
            voice.say("help-title").to_owned()
        } else {
            voice.tell("help-narrowed", &[("text", self.typed.as_str().into())])
        };
        frame(paint, area, &title);
        let room = usize::from(area.height.saturating_sub(3));
        let columns = if area.width >= TWO { 2 } else { 1 };
        let tall = lines.len().div_ceil(columns).min(room).max(1);
        let top = self.top.min(lines.len().saturating_sub(tall * columns));
        let wide = area.width.saturating_sub(3) / columns as u16;
        let key = |line: &Line| if let Line::Key(keys, _) = line { paint.width(keys) } else { 0 };
        let gap = lines.iter().map(key).max().unwrap_or(0).min(wide / 3);
        for (column, lines) in lines.iter().skip(top).take(tall * columns).collect::<Vec<_>>().chunks(tall).enumerate()
        {
            let x = area.x + 2 + wide * column as u16;
            for (line, y) in lines.iter().zip(area.y + 1..) {
                draw_line(paint, Rect { x, y, width: wide.saturating_sub(1), height: 1 }, line, gap);
            }
        }
        if area.height > 2 {
            let words = if lines.is_empty() { "help-nothing" } else { "help-keys" };
            paint.put(area.x + 2, area.bottom() - 2, area.width.saturating_sub(4), voice.say(words), Role::Label);
        }
        paint.caret = None;
    }
}

fn draw_line(paint: &mut Paint, spot: Rect, line: &Line, gap: u16) {
    match line {
        Line::Head(words) => _ = paint.put(spot.x, spot.y, spot.width, words, Role::Title),
        Line::Key(keys, words) => {
            paint.put(spot.x, spot.y, gap, keys, Role::Key);
            let x = spot.x + gap + 2;
            paint.put(x, spot.y, spot.right().saturating_sub(x), words, Role::Quiet);
        }
    }
}

/// The wishes of a pane in three groups: what is used most here, the others, moving about.
fn pane<'v>(focus: Focus, first: &[Command], keys: &Keymap, voice: &'v Voice) -> Vec<Line<'v>> {
    let others = Command::ALL.iter().filter(|command| !first.contains(command));
    let (moves, rest): (Vec<Command>, Vec<Command>) = others.partition(|command| command.is_move());
    let mut lines = Vec::new();
    for (head, commands) in [("help-here", first), ("help-also", &rest), ("help-moving", &moves)] {
        let mut group: Vec<Line> = commands.iter().filter_map(|command| line(*command, focus, keys, voice)).collect();
        if !group.is_empty() {
            lines.push(Line::Head(voice.say(head)));
            lines.append(&mut group);
        }
        if head == "help-here" && focus == Focus::Checklist {
            lines.extend(over(voice.say("help-words")));
        }
    }
    lines
}

fn line<'v>(command: Command, focus: Focus, keys: &Keymap, voice: &'v Voice) -> Option<Line<'v>> {
    let mut shown = String::new();
    for chord in keys.keys(focus, command) {
        let key = chord.shown(voice);
        if shown.is_empty() {
            shown = key;
        } else if shown.chars().count() + 1 + key.chars().count() <= KEYS {
            shown.push(' ');
            shown.push_str(&key);
        }
    }
    (!shown.is_empty()).then(|| Line::Key(shown, voice.say(command.help())))
}

/// `Entrée = valider · Tab = suivant`
fn over(text: &str) -> Vec<Line<'_>> {
    let line = |part| {
        let (keys, words): (&str, &str) = str::split_once(part, " = ")?;
        Some(Line::Key(keys.to_owned(), words))
    };
    text.split(" · ").filter_map(line).collect()
}

impl Cockpit {
    /// Opens the help of where one stands.
    pub(super) fn open_help(&mut self) {
        let of = match &self.overlay {
            Some(Overlay::Form(_)) => Of::Over("help-over-form"),
            Some(Overlay::Menu(_)) => Of::Over("help-over-menu"),
            Some(Overlay::Palette(_)) => Of::Over("help-over-box"),
            Some(Overlay::Settings(_)) => Of::Over("help-over-settings"),
            Some(Overlay::Segments(_)) => Of::Over("help-over-segments"),
            Some(Overlay::Asking(_)) => Of::Over("help-over-asking"),
            Some(_) => Of::Over("help-over-report"),
            None if self.panes.dossier.is_typing() => Of::Over("help-over-field"),
            None if self.panes.qualify.is_typing() => Of::Over("help-over-words"),
            None => Of::Pane(self.keyed(), self.hints_here()),
        };
        self.aid.help = Some(Help { of, typed: String::new(), top: 0 });
    }

    /// Where letters are text or choices only a key without letter asks for help.
    pub(super) fn asks_help(&self, key: KeyEvent) -> bool {
        let letter = matches!(key.code, KeyCode::Char(_));
        !letter && self.look.keys.command(self.focus, key) == Some(Command::Help)
    }

    /// The help hears first; whether it was open.
    pub(super) fn help_key(&mut self, key: KeyEvent) -> bool {
        let open = self.aid.help.is_some();
        if open && !self.aid.help.as_mut().is_some_and(|help| help.key(key)) {
            self.aid.help = None;
        }
        open
    }

    /// Letters read at once narrow an open help; whether it was open.
    pub(super) fn help_paste(&mut self, text: &str) -> bool {
        let Some(help) = &mut self.aid.help else { return false };
        text.chars().filter(|letter| !letter.is_control()).for_each(|letter| help.narrow(letter));
        true
    }

    pub(super) fn draw_help(&self, paint: &mut Paint, area: Rect, voice: &Voice) {
        if let Some(help) = &self.aid.help {
            help.draw(paint, area, &self.look.keys, voice);
        }
    }
}
