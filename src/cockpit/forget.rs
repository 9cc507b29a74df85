//! Forgetting people for good: what would go is shown, a word is asked for, and the store is written anew beside the
//! screen. Nothing brings it back.

use std::rc::Rc;

use super::{
    Cockpit,
    command::Focus,
    effect::Effect,
    event::Beside,
    form::{Form, Purpose},
    overlay::Overlay,
    recall::name,
    theme::Role,
    world::{self, World},
};
use crate::{
    sales::{entity::Entity, erasure::Erasure, mention::Mention},
    voice::Voice,
};

/// What is wanted of whoever can do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forget {
    /// Find out what would go; who, and how they are called.
    Weigh(Vec<Entity>, String),
    /// Do it.
    Go {
        /// Whom.
        whom: Vec<Entity>,
        /// They are not to be taken in again.
        objects: bool,
        /// Notes about others that name them go too.
        mentions: bool,
    },
}

/// What would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Whom.
    pub whom: Vec<Entity>,
    /// How they are called.
    pub names: String,
    /// Every word about them.
    pub erasure: Erasure,
    /// Where others' words name them.
    pub mentions: Vec<Mention>,
    /// How many backups are kept here.
    pub backups: usize,
}

impl Weighed {
    /// The name of the one, or how many they are.
    pub fn title(&self, voice: &Voice) -> String {
        match self.whom.len() {
            1 => self.names.clone(),
            many => voice.tell("forget-people", &[("count", many.into())]),
        }
    }
}

/// How many are named.
const NAMED: usize = 6;

fn names(whom: &[Entity], world: &World) -> String {
    let names = whom.iter().take(NAMED).map(|who| name(*who, world)).collect::<Vec<_>>().join(", ");
    if whom.len() > NAMED { names + "…" } else { names }
}

impl Cockpit {
    /// Whom the cursor stands on.
    pub(super) fn ask_to_forget(&mut self, world: &World) -> Vec<Effect> {
        let whom = self.case(world).and_then(|case| super::party_of(&case)).filter(|party| !party.is_fresh());
        self.forget_these(whom.into_iter().collect(), world)
    }

    /// Asks what would go.
    pub(super) fn forget_these(&mut self, whom: Vec<Entity>, world: &World) -> Vec<Effect> {
        let words = if whom.is_empty() { "forget-nobody" } else { "forget-weighs" };
        self.toast = Some((world.voice.say(words).to_owned(), Role::Waiting));
        if whom.is_empty() {
            return Vec::new();
        }
        let names = names(&whom, world);
        vec![Effect::Forget(Forget::Weigh(whom, names))]
    }

    /// What would go is known. Whoever has begun something else meanwhile is not asked.
    pub(super) fn ask_whether_to_forget(&mut self, weighed: Weighed, world: &World) {
        self.toast = None;
        if self.overlay.is_none() && !self.takes_text() {
            self.ask(Purpose::Forget(Rc::new(weighed)), world);
        }
    }

    /// It was agreed.
    pub(super) fn enter_forget(&mut self, form: Box<Form>, weighed: &Weighed) -> Vec<Effect> {
        let whom = weighed.whom.clone();
        let (objects, mentions) = (form.text("objects") == "blocked", form.text("mentions") == "erase");
        self.overlay = Some(Overlay::Forgetting(form, 0, 1));
        vec![Effect::Forget(Forget::Go { whom, objects, mentions })]
    }

    /// How far it is, or what became of it.
    pub(super) fn forgetting(&mut self, beside: Beside, world: &World) {
        let Some(Overlay::Forgetting(form, ..)) = self.overlay.take_if(|over| matches!(over, Overlay::Forgetting(..)))
        else {
            return;
        };
        match (beside, &form.purpose) {
            (Beside::Progress { done, total }, _) => self.overlay = Some(Overlay::Forgetting(form, done, total)),
            (Beside::Forgotten, Purpose::Forget(weighed)) => self.forgotten(weighed, world),
            (Beside::NotForgotten(why), _) => {
                self.toast = Some((why, Role::Bad));
                self.overlay = Some(Overlay::Form(form));
            }
            _ => {}
        }
    }

    /// Nobody is shown, marked or remembered who is in no file any more.
    pub(super) fn let_go_of_who_is_gone(&mut self, world: &World) {
        let is_there = |who: &Entity| who.is_fresh() || world::case(world.book, *who).is_some();
        self.panes.seen.retain(is_there);
        self.panes.party = self.panes.party.filter(is_there);
        self.panes.hit = self.panes.hit.filter(is_there);
        self.panes.cards.marks.keep(|deal| is_there(&deal));
    }

    /// They are gone; so is what was typed about them here.
    fn forgotten(&mut self, weighed: &Weighed, world: &World) {
        let speaks = |(place, text): &(String, String)| weighed.erasure.speaks_of(place, text);
        self.panes.drafts.let_go(speaks);
        self.kept.retain(|typed| !speaks(typed));
        self.panes.given_up = None;
        self.let_go_of_who_is_gone(world);
        self.focus = Focus::Columns;
        self.toast =
            Some((world.voice.tell("forget-done", &[("what", weighed.title(world.voice).into())]), Role::Toast));
    }
}
