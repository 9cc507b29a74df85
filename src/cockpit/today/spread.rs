//! The list of the day as a whole: offered to be spread over the days after it where it is too full, and printed.

use crate::{
    cockpit::{
        Cockpit, Tab,
        command::Command,
        effect::Effect,
        form::{Form, spread},
        overlay::Overlay,
        theme::Role,
        world::World,
    },
    sales::spread::Glut,
};

impl Cockpit {
    /// The list of the day as it may be spread; nothing where it is empty.
    pub(in crate::cockpit) fn glut(&self, world: &World) -> Option<Glut> {
        let sieve = self.panes.cards.filter.sieve();
        let list = self.panes.today.list(world, sieve);
        let mine = |row| sieve.is_none_or(|sieve| sieve.passes(row));
        (!list.is_empty()).then(|| Glut::of(world.columns, &list, &mine))
    }

    /// The list as it is looked at, on paper.
    pub(in crate::cockpit) fn print(&mut self, world: &World) -> Vec<Effect> {
        let deals = self.panes.today.deals(world, self.panes.cards.filter.sieve());
        if deals.is_empty() {
            self.toast = Some((world.voice.say("paper-nothing").to_owned(), Role::Label));
            return Vec::new();
        }
        vec![Effect::Sheet(deals)]
    }

    /// How many a day, with what would become of each day.
    pub(in crate::cockpit) fn ask_to_spread(&mut self, world: &World) {
        let form = self.glut(world).and_then(|glut| Form::to_spread(glut, world));
        if let Some(form) = form {
            self.show_tab(Tab::Today);
            self.overlay = Some(Overlay::Form(Box::new(form)));
        } else {
            self.toast = Some((world.voice.say("spread-nothing").to_owned(), Role::Label));
        }
    }

    /// After a file was read in everybody may be due at once.
    pub(in crate::cockpit) fn offer_to_spread(&mut self, world: &World) {
        if self.overlay.is_none() && std::mem::take(&mut self.panes.today.brimful) && self.is_brimful(world) {
            self.ask_to_spread(world);
        }
    }

    /// What is offered above a list too full.
    pub(in crate::cockpit) fn spread_offer(&self, world: &World) -> String {
        if !self.is_brimful(world) {
            return String::new();
        }
        let most = i64::from(world.playbook.rhythm.spread);
        self.with_key_and(world, "spread-offer", Command::Spread, &[("most", most.into())])
    }

    /// Whether more stands in the list than a day is to bring, what was done today counted.
    fn is_brimful(&self, world: &World) -> bool {
        let list = self.panes.today.list(world, self.panes.cards.filter.sieve());
        list.len() + list.tally.done > usize::from(world.playbook.rhythm.spread)
    }

    /// Everybody who moves, as one act.
    pub(in crate::cockpit) fn enter_spread(&mut self, form: Box<Form>, world: &World) -> Vec<Effect> {
        let Some(found) = form.spread() else { return Vec::new() };
        let (said, label) = spread::said(&found, world);
        self.enter_all(Some(form), Vec::new(), label, said)
    }
}
