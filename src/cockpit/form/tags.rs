//! Tags that are in use, offered while one is typed.

use super::Form;
use crate::{cockpit::world::World, sales::fields::folded};

/// The row a tag is typed in.
const TAG: &str = "tag";
/// So many are offered at once.
const OFFERED: usize = 8;

/// Those that begin like what is typed.
pub fn fitting<'t>(tags: &'t [String], typed: &str) -> impl Iterator<Item = &'t String> {
    let typed = folded(typed).into_owned();
    tags.iter().filter(move |tag| folded(tag).starts_with(&typed))
}

/// Which tags begin like what is typed, in words.
pub fn offer(tags: &[String], typed: &str, world: &World) -> String {
    let fitting = fitting(tags, typed).take(OFFERED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match fitting.as_str() {
        "" => world.voice.say("form-tag-new").to_owned(),
        tags => world.voice.tell("form-tag-known", &[("tags", tags.into())]),
    }
}

impl Form {
    /// Says under the row which tags begin like what is typed.
    pub(super) fn offer_tags(&mut self, world: &World) {
        let offer = offer(&self.in_use.tags, &self.text(TAG), world);
        let Some(row) = self.rows.iter_mut().find(|row| row.key == TAG) else { return };
        row.help = offer;
    }

    /// Completes the tag that is typed to the first that begins so; whether there was more of it.
    pub(super) fn complete_tag(&mut self, world: &World) -> bool {
        let here = self.rows.get(self.at).is_some_and(|row| row.key == TAG);
        let typed = self.text(TAG);
        let first = fitting(&self.in_use.tags, &typed).next().filter(|tag| here && **tag != typed).cloned();
        let Some((tag, row)) = first.zip(self.rows.get_mut(self.at)) else { return false };
        row.fill(&tag);
        self.touched = true;
        self.refresh(world);
        true
    }
}
