//! From stage to stage.

use super::{
    super::{
        Cockpit,
        effect::Effect,
        form::{Form, Purpose},
        menu::{Act, Item, Menu},
        overlay::Overlay,
        theme::Role,
        told,
        world::{self, World},
    },
    subject,
};
use crate::sales::{fields, stage};

impl Cockpit {
    pub(super) fn by_stage(&mut self, step: isize, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let at = stage::of(&case.deal, world.playbook);
        let to = at.saturating_add_signed(step).min(world.playbook.lost());
        if to == at { Vec::new() } else { self.move_to(to, world) }
    }

    /// Puts the deal on a stage, asking for exactly what it still misses.
    pub(in crate::cockpit) fn move_to(&mut self, to: usize, world: &World) -> Vec<Effect> {
        if let Some(effects) = self.move_marked(to, world) {
            return effects;
        }
        self.move_one(to, world)
    }

    /// The same for the deal under the cursor alone.
    pub(in crate::cockpit) fn move_one(&mut self, to: usize, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        if case.deal.is_won() && to != world.playbook.won() {
            self.toast = Some((world.voice.say("toast-won-stays").to_owned(), Role::Bad));
            return Vec::new();
        }
        let waiting: Vec<_> = self.waiting.statements().cloned().collect();
        let records = world.preview(&waiting);
        let purpose = Purpose::Move { subject: subject(&case), to };
        let Some(mut form) = Form::new(purpose, world, &records) else { return Vec::new() };
        if form.rows.is_empty() {
            let said = form.submit(world).unwrap_or_default();
            return self.enter(said, None, world);
        }
        self.overlay = Some(Overlay::Form(Box::new(form)));
        Vec::new()
    }

    /// The stages to choose from, each with what it still misses.
    pub(super) fn stages(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        let (at, won) = (stage::of(&case.deal, world.playbook), world.playbook.won());
        let marked = self.panes.cards.marks.len();
        if marked == 0 && case.deal.is_won() {
            self.toast = Some((world.voice.say("toast-won-stays").to_owned(), Role::Bad));
            return;
        }
        let mut items: Vec<Item> = Vec::new();
        // Nobody is won by the dozen.
        for (place, known) in world.playbook.stages().iter().enumerate().filter(|(at, _)| marked == 0 || *at != won) {
            let label = world.label(&known.label).to_owned();
            let folded = fields::folded(&label).into_owned();
            let free = |letter: &char| letter.is_ascii_lowercase() && !items.iter().any(|item| item.letter == *letter);
            // Won and lost answer to the letters they have everywhere.
            let own = [(won, 'g'), (world.playbook.lost(), 'x')];
            let own = own.into_iter().find(|(at, _)| *at == place).map(|(_, letter)| letter);
            let letter = own.into_iter().chain(folded.chars()).chain('a'..='z').find(free).unwrap_or(' ');
            let missing = if marked > 0 {
                Vec::new()
            } else {
                stage::missing(&case.as_case(), known, world.playbook, world.today)
            };
            let note = match (place == at && marked == 0, missing.first()) {
                (true, _) => world.voice.say("menu-here").to_owned(),
                (false, Some(missing)) => told::reason(world, &missing.reason()),
                (false, None) => String::new(),
            };
            items.push(Item { letter, label, note, act: Act::Stage(place) });
        }
        let title = match marked {
            0 => world.voice.tell("menu-stage", &[("who", world::name(&case).into())]),
            count => world.voice.tell("menu-stage-many", &[("count", (count as i64).into())]),
        };
        let mut menu = Menu::new(title, items);
        menu.at = (at + 1).min(if marked == 0 { won } else { won.saturating_sub(1) });
        self.overlay = Some(Overlay::Menu(menu));
    }
}
