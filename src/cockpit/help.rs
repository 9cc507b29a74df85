//! What the keys do, from the same table that the keymap and the box read.

use ratatui::layout::Rect;

use super::{
    command::{Command, Focus},
    form::draw::frame,
    keymap::Keymap,
    parts::Paint,
    theme::Role,
};
use crate::voice::Voice;

/// The help, scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// Where it was asked.
    pub focus: Focus,
    /// The first line that shows.
    pub top: usize,
}

impl Help {
    /// Scrolls; never past the last line.
    pub fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(Command::ALL.len().saturating_sub(1));
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, keys: &Keymap, voice: &Voice) {
        let lines: Vec<(String, &str)> = Command::ALL
            .iter()
            .filter_map(|command| {
                let keys: Vec<String> =
                    keys.keys(self.focus, *command).iter().map(|chord| chord.shown(voice)).collect();
                (!keys.is_empty()).then(|| (keys.join(" "), voice.say(command.help())))
            })
            .collect();
        frame(paint, area, voice.say("help-title"));
        let gap = lines.iter().map(|(keys, _)| paint.width(keys)).max().unwrap_or(0).min(area.width / 3);
        let room = usize::from(area.height.saturating_sub(3));
        let top = self.top.min(lines.len().saturating_sub(room));
        for (n, (keys, words)) in lines.iter().skip(top).take(room).enumerate() {
            let y = area.y + 1 + n as u16;
            paint.put(area.x + 2, y, gap, keys, Role::Key);
            let x = area.x + gap + 4;
            paint.put(x, y, area.right().saturating_sub(x), words, Role::Quiet);
        }
        if area.height > 2 {
            paint.put(area.x + 2, area.bottom() - 2, area.width.saturating_sub(2), voice.say("help-keys"), Role::Label);
        }
    }
}
