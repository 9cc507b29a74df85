//! What is copied.

use super::super::{
    Cockpit,
    command::Focus,
    dossier::Spot,
    effect::Effect,
    theme::Role,
    world::{self, World},
};
use crate::sales::{book::OwnedCase, contact::Contact, fact::Value};

impl Cockpit {
    /// Copies what is typed, the field under the cursor, or how to reach the person.
    pub(super) fn copy_here(&mut self, world: &World) -> Vec<Effect> {
        let text = self.text_here(world);
        if text.is_empty() {
            return Vec::new();
        }
        let words = world.voice.tell("toast-copied", &[("text", text.as_str().into())]);
        self.toast = Some((words, Role::Toast));
        vec![Effect::Copy(text)]
    }

    fn text_here(&self, world: &World) -> String {
        if let Some((_, text)) = self.panes.dossier.draft() {
            return text;
        }
        let Some(case) = self.case(world) else { return String::new() };
        if self.focus == Focus::Dossier
            && let Some(Spot::Field(_, field)) = self.panes.dossier.spot(&self.rows(world, 80))
        {
            let value = case.as_case().value(field.key).cloned().unwrap_or(Value::Nothing);
            return world.voice.value(field, &value);
        }
        reach(&case, world)
    }
}

/// Who somebody is and how to reach them.
fn reach(case: &OwnedCase, world: &World) -> String {
    let view = case.as_case();
    let mut parts = vec![world::name(case)];
    parts.extend(case.contact.as_ref().map(Contact::name));
    for key in ["contact.mobile", "contact.phone", "company.phone"] {
        parts.push(world.voice.phone(view.text(key)));
    }
    parts.push(view.text("contact.email").to_owned());
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    parts.join(", ")
}
