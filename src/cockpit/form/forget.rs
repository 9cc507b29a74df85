//! Whether somebody is to be forgotten: what would go, how far, and the word that has to be typed.

use super::{
    Form, Purpose, Row,
    build::{label, options, words},
    gather::Reading,
};
use crate::{
    cockpit::{forget::Weighed, world::World},
    sales::words::fold::folded,
    voice::Telling,
};

/// The words that agree, whatever the language.
const AGREED: [&str; 2] = ["oublier", "forget"];

/// What is asked: the word first, so that it can be typed at once.
pub(super) fn rows(weighed: &Weighed, world: &World) -> Vec<Row> {
    let help = if weighed.whom.len() == 1 { "forget-sure" } else { "forget-sure-many" };
    let help = world.voice.tell(help, &[("who", weighed.names.as_str().into())]);
    let choice = |key: &str, keys: &[(char, &str)]| {
        Row::choice(key, &label(world, key), options(world, &format!("form-{key}"), keys), 0)
    };
    let mentions = choice("mentions", &[('g', "keep"), ('e', "erase")]);
    let objects = choice("objects", &[('p', "free"), ('r', "blocked")]);
    let is_open = !weighed.erasure.opposed && !weighed.erasure.reach.is_empty();
    let rows = [
        Some(words(world, "sure").needed().helped(&help)),
        (!weighed.mentions.is_empty()).then_some(mentions),
        is_open.then_some(objects),
    ];
    rows.into_iter().flatten().collect()
}

/// What would go.
pub(super) fn told(weighed: &Weighed, world: &World) -> String {
    let telling = Telling { voice: world.voice, playbook: world.playbook, records: world.book, today: world.today };
    let mut lines = telling.forgetting(&weighed.names, &weighed.erasure, &weighed.mentions);
    lines.push(world.voice.tell("forget-backups", &[("count", weighed.backups.into())]));
    if weighed.erasure.opposed && !weighed.erasure.reach.is_empty() {
        lines.push(world.voice.say("forget-opposed").to_owned());
    }
    lines.push(world.voice.say("forget-final").to_owned());
    lines.join("\n")
}

impl Reading<'_> {
    /// The word, or the name of the one.
    pub(super) fn agreed(&mut self, form: &Form) {
        let Purpose::Forget(weighed) = &form.purpose else { return };
        let said = form.text("sure");
        let said = folded(said.trim());
        let named = weighed.whom.len() == 1 && said == folded(&weighed.names);
        if !said.is_empty() && !named && !AGREED.contains(&&*said) {
            self.flaw("sure", self.world.voice.say("forget-unsure"));
        }
    }
}
