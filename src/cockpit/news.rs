//! What became of what was entered: marks taken off, refusals taken back with their reason and the text kept.

use super::{
    Cockpit, Tab,
    command::Command,
    dossier::Past,
    effect::Effect,
    event::News,
    overlay::{Overlay, act_words},
    theme::Role,
    told,
    world::{self, World},
};
use crate::sales::{
    entity::{Entity, Kind},
    fact::{ActId, Role as Relation, Set, Statement},
};

impl Cockpit {
    pub(super) fn news(&mut self, news: News, world: &World) -> Vec<Effect> {
        if !matches!(news, News::Saved(_) | News::Heard { .. } | News::Anew) {
            self.panes.given_up = None;
        }
        match news {
            News::Taken(act, statements) => {
                self.follow_new(&statements, world);
                self.waiting.taken(act, statements);
            }
            News::Saved(act) => {
                if self.waiting.saved(act) {
                    self.toast = Some((world.voice.say("toast-delayed-saved").to_owned(), Role::Toast));
                }
                return self.read_past();
            }
            News::Anew => {
                self.let_go_of_who_is_gone(world);
                return self.read_past();
            }
            News::Delayed(why) => {
                self.waiting.delay();
                self.toast = Some((why, Role::Waiting));
            }
            News::Refused(act, why) => return self.refused(act, why, world),
            News::Heard { author, statements, over } => self.heard(&author, &statements, &over, world),
            News::TakenBack { statements, label, again, hidden } => {
                self.waiting.well();
                let words = act_words(&statements, label.as_deref(), world);
                self.toast = Some((self.taken_back(words, again, hidden.first(), world), Role::Toast));
                self.back_on_the_list(&statements, world);
                return self.read_past();
            }
            News::AskUndo { statements, label, author } => {
                let words = act_words(&statements, label.as_deref(), world);
                self.ask_undo(words, &author, world);
            }
            News::CutOff { label, rows, of } => {
                let args = [("label", label.into()), ("count", (rows as i64).into()), ("of", (of as i64).into())];
                let text = if of > 0 { "toast-cut_off-many" } else { "toast-cut_off" };
                let words = self.with_key_and(world, text, Command::Undo, &args);
                self.toast = Some((words, Role::Bad));
            }
            News::Settled { changes, turn, note } => self.settled(changes, turn, note, world),
            News::Unsettled(why) => self.unsettled(why),
            News::Word(words, bad) => self.toast = Some((words, if bad { Role::Bad } else { Role::Label })),
            News::Past(of, lines) => self.panes.dossier.remember_past(Past { of: Some(of), lines }),
            News::Recalled(facts, recall) => return self.recalled(&facts, recall, world),
            News::Drafts(drafts) => self.offer(drafts, world),
        }
        Vec::new()
    }

    /// Whoever comes up again is the one to work on.
    fn back_on_the_list(&mut self, statements: &[Statement], world: &World) {
        if self.panes.tab != Tab::Today {
            return;
        }
        let deals = self.panes.today.deals(world, self.panes.cards.filter.sieve());
        let named = |deal: &&Entity| statements.iter().any(|said| said.names(**deal));
        if let Some((line, deal)) = deals.iter().enumerate().find(|(_, deal)| named(deal)) {
            self.panes.today.stand(line, *deal);
        }
    }

    /// What was taken back or done again, and the field that shows the same as before.
    fn taken_back(&self, what: String, again: bool, hidden: Option<&Set>, world: &World) -> String {
        let field = hidden.and_then(|set| Some((set, world.field(&set.field)?)));
        match field {
            Some((set, field)) if !again => {
                let more = [
                    ("what", what.into()),
                    ("field", world.field_name(&set.field).into()),
                    ("value", world.voice.value(&field, &set.value).into()),
                ];
                self.with_key_and(world, "toast-undone-hidden", Command::Redo, &more)
            }
            _ if again => self.with_key_and(world, "toast-again", Command::Undo, &[("what", what.into())]),
            _ => self.with_key_and(world, "toast-undone", Command::Redo, &[("what", what.into())]),
        }
    }

    /// What somebody else recorded shows by itself; only where it says otherwise than we just did, or than we are about
    /// to, it is told. In a form it stands above the keys until the form goes.
    fn heard(&mut self, author: &str, statements: &[Statement], over: &[Statement], world: &World) {
        let form = match &mut self.overlay {
            Some(Overlay::Form(form)) => Some(form),
            _ => None,
        };
        let clash = statements.iter().find(|said| form.as_ref().is_some_and(|form| form.asks_for(said)));
        let Some(said) = clash.or(over.first()) else { return };
        let what = told::act(world, world.book, std::slice::from_ref(said));
        let args = [("who", author.into()), ("what", what.into())];
        match form.filter(|_| clash.is_some()) {
            Some(form) => form.hint = world.voice.tell("form-heard", &args),
            None => self.toast = Some((world.voice.tell("toast-over", &args), Role::Toast)),
        }
    }

    /// The cursor goes to what was just created: somebody new, or a deal of whom it stands on.
    fn follow_new(&mut self, statements: &[Statement], world: &World) {
        let born = statements.iter().find_map(|statement| match statement {
            Statement::Linked(linked) if linked.role == Relation::Party && linked.from.kind == Kind::Deal => {
                Some((linked.from, linked.to))
            }
            _ => None,
        });
        let here = self.case(world).and_then(|case| super::party_of(&case));
        let follows = |party| here == Some(party) || world::case(world.book, party).is_none();
        if let Some((deal, party)) = born.filter(|(_, party)| follows(*party)) {
            let lets = self.panes.cards.filter.lets(deal, statements, world);
            if lets && self.panes.tab == Tab::Contacts {
                self.panes.contacts.stand_on(party);
                return;
            }
            if lets {
                self.choose(deal);
            } else {
                self.panes.party = Some(deal);
            }
            self.panes.shown = Some(deal);
        }
    }

    fn refused(&mut self, act: ActId, why: String, world: &World) -> Vec<Effect> {
        let back = self.waiting.refused(act, why.clone()).unwrap_or_default();
        let effects = self.hand_back(back, world);
        let words = if effects.is_empty() {
            // The line at the bottom may be too short for all of it; the form that came back is not.
            if let Some(Overlay::Form(form)) = &mut self.overlay {
                form.hint.clone_from(&why);
            }
            why
        } else {
            self.with_key_and(world, "toast-refused-kept", Command::Drafts, &[("why", why.into())])
        };
        self.toast = Some((words, Role::Bad));
        effects
    }
}
