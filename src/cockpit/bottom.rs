//! The line at the bottom: what just happened, and the keys that work here and now, most useful first.

use ratatui::layout::Rect;

use super::{
    Cockpit, Tab,
    command::{Command, Focus},
    dossier::Part,
    hints,
    marks::FOR_MARKED,
    parts::{Paint, text},
    pointer::Zone,
    theme::Role,
    world::World,
};

/// From here on a question says in words that letters are an answer.
const WORDY: u16 = 60;
/// What stands before a French colon.
const NO_BREAK: char = '\u{a0}';
/// A name of fewer letters tells nothing.
const SHORTEST: usize = 4;
/// So many hints stand before the one that lifts the filter.
const FIRST: usize = 3;

/// Named after those that do something to marked cards.
const BESIDE_MARKED: [Command; 4] = [Command::Back, Command::Mark, Command::MarkColumn, Command::Find];

impl Cockpit {
    /// What a wish is called here.
    fn word(&self, command: Command) -> &'static str {
        match command {
            Command::Back if self.is_for_marked() => "command-back-marks",
            Command::MarkColumn if self.panes.tab != Tab::Pipeline => "command-mark_column-list",
            command => hints::word(command, self.focus, self.panes.qualify.asks()),
        }
    }

    /// Wishes worth a hint where one stands.
    pub(super) fn hints_here(&self) -> &'static [Command] {
        hints::here(self.focus, self.panes.tab, self.panes.dossier.part, self.panes.qualify.asks())
    }

    /// Wishes worth a hint here and now.
    fn hints(&self, world: &World) -> Vec<Command> {
        let narrowed = self.focus == Focus::Columns && !self.panes.cards.filter.words.is_empty();
        let lent = (!self.look.mouse).then_some(Command::Mouse);
        let marked = || [&FOR_MARKED[..], &BESIDE_MARKED].concat();
        let known = if self.is_for_marked() { marked() } else { self.hints_here().to_vec() };
        let widen = narrowed.then_some(Command::Widen);
        let (first, others) = known.split_at(known.len().min(FIRST));
        let known = first.iter().copied().chain(widen).chain(others.iter().copied());
        lent.into_iter().chain(known.filter(|command| !self.is_dead(*command, world))).collect()
    }

    /// Whether a wish has nobody, or nothing, it could be about where one stands.
    pub(super) fn is_dead(&self, command: Command, world: &World) -> bool {
        let list = self.focus == Focus::Columns;
        let entries = self.focus == Focus::Dossier && self.panes.dossier.part != Part::Sheet;
        match command {
            Command::TakeBack | Command::MoveEntry if self.focus != Focus::Dossier => true,
            Command::Open | Command::TakeBack | Command::MoveEntry if entries => {
                let rows = self.rows(world, self.sheet_place().width);
                self.panes.dossier.spot(&rows).is_none()
            }
            Command::Mark | Command::MarkColumn => !list || self.subject().is_none(),
            Command::Sequence => self.subject().is_none() && self.proposed_in_all(world) == 0,
            Command::Spread | Command::Print => self.glut(world).is_none(),
            Command::Skip => self.panes.tab != Tab::Today || self.subject().is_none(),
            Command::Open | Command::StageBack | Command::StageForward | Command::Won | Command::Lost => {
                self.subject().is_none()
            }
            // Where nobody stands there is still the list of all that was set aside.
            Command::Archive => false,
            Command::Fold => self.panes.tab != Tab::Pipeline,
            Command::Sort => self.panes.tab != Tab::Contacts || !list,
            Command::Widen => self.panes.cards.filter.words.is_empty(),
            command => command.is_about_somebody() && self.subject().is_none(),
        }
    }

    pub(super) fn bottom(&self, paint: &mut Paint, line: Rect, world: &World) {
        let hint = |command: Command| {
            let key = self.look.keys.key(self.keyed(), command)?.shown(world.voice);
            Some((command, key, world.voice.say(self.word(command))))
        };
        let help = hint(Command::Help);
        let wide = |paint: &Paint, key: &str, words: &str| paint.width(key) + 1 + paint.width(words);
        let help_wide = help.as_ref().map_or(0, |(_, key, words)| wide(paint, key, words));
        let mut x = line.x + 1;
        if let Some((words, role)) = &self.toast {
            // Only what lies over the panes may take the last of the line from the help.
            let kept = if self.overlay.is_some() { 0 } else { help_wide + 3 };
            let room = line.width.saturating_sub(2 + kept);
            x = paint.put(x, line.y, room, &shortened(paint, words, room, world.voice.say("toast-undone-word")), *role)
                + 3;
        }
        // Whatever lies over the panes takes all keys and names its own.
        if self.overlay.is_some() || self.aid.help.is_some() {
            return;
        }
        if self.panes.dossier.is_typing() || self.panes.qualify.is_typing() {
            let key = if self.focus == Focus::Dossier { "pane-typing" } else { "pane-typing-words" };
            paint.put(x, line.y, line.right().saturating_sub(x), world.voice.say(key), Role::Quiet);
            return;
        }
        let marked = self.panes.cards.marks.len();
        if self.is_for_marked() {
            let people = self.panes.tab == Tab::Contacts;
            let key = if people { "pane-marked-people" } else { "pane-marked" };
            let words = world.voice.tell(key, &[("count", (marked as i64).into())]);
            x = paint.put(x, line.y, line.right().saturating_sub(x), &words, Role::Strong) + 2;
        }
        if self.focus == Focus::Checklist && self.panes.qualify.asks() && line.width >= WORDY {
            x = paint.put(x, line.y, line.right().saturating_sub(x), world.voice.say("pane-words"), Role::Strong) + 2;
        }
        let put = |paint: &mut Paint, x: u16, (command, key, words): (Command, String, &str)| {
            let all = wide(paint, &key, words);
            paint.zone(Rect { x, width: all, ..line }, Zone::Hint(command));
            let x = paint.put(x, line.y, all, &key, Role::Key) + 1;
            paint.put(x, line.y, all, words, Role::Quiet) + 2
        };
        for (command, key, words) in self.hints(world).into_iter().filter_map(hint) {
            if x + wide(paint, &key, words) + 2 + help_wide > line.right() {
                break;
            }
            x = put(paint, x, (command, key, words));
        }
        if let Some(help) = help.filter(|_| x + help_wide <= line.right()) {
            put(paint, x, help);
        }
    }
}

/// A toast in its room: how to take it back stays whole and so does the news; of whom gives way. Of what was taken back
/// that it was is the news.
fn shortened(paint: &Paint, words: &str, room: u16, undone: &str) -> String {
    let Some((what, back)) = words.rsplit_once(" · ").filter(|_| paint.width(words) > room) else {
        return words.to_owned();
    };
    let left = usize::from(room.saturating_sub(paint.width(back) + 3));
    let cut = |words: &str, room| text::cut(words, room, paint.signs().cut).into_owned();
    let parts = [": ", " → "].into_iter().find_map(|sign| Some((what.rsplit_once(sign)?, sign)));
    let what = match parts.filter(|_| !what.starts_with(undone)) {
        Some(((who, news), sign)) if text::width(news) < left => {
            let sign = if who.ends_with(NO_BREAK) { "\u{a0}: " } else { sign };
            let name = left.saturating_sub(text::width(news) + text::width(sign));
            let name = if name < SHORTEST { String::new() } else { cut(who.trim_end_matches(NO_BREAK), name) + sign };
            name + news
        }
        _ => cut(what, left),
    };
    format!("{what} · {back}")
}
