//! Settings that changed while the cockpit runs: the next frame is drawn with them.

use super::{Cockpit, keymap::Keymap, theme::Theme};
use crate::{sales::playbook::Playbook, voice::Language};

/// Something of the settings that is another from now on.
#[derive(Clone, Debug)]
pub enum Fresh {
    /// The firm's settings.
    Playbook(Box<Playbook>),
    /// The keys.
    Keys(Keymap),
    /// The colours.
    Theme(Theme),
    /// Whether letters can be sent from here.
    Post(bool),
    /// The language.
    Language(Language),
    /// Who sits here.
    Author(String),
    /// Whether the mouse is ours.
    Mouse(bool),
    /// What was read again or is wrong, in words; whether it is bad news.
    Word(String, bool),
}

impl Cockpit {
    /// Other keys from now on; hints and help follow.
    pub fn bind(&mut self, keys: Keymap) {
        self.look.keys = keys;
    }

    /// Other colours from now on.
    pub fn wear(&mut self, theme: Theme) {
        self.look.theme = theme;
    }
}
