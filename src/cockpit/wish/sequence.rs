//! Sequences that follow a deal, or many: chosen from those of the settings, ended by hand.

use super::super::{
    Cockpit,
    effect::Effect,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    told,
    world::{self, World},
};
use crate::sales::{
    entity::Entity,
    fact::{Enrolled, Linked, Role, Statement},
    moment::Moment,
    playbook::Sequence,
};

impl Cockpit {
    /// Which sequence follows these deals from now on.
    pub(in crate::cockpit) fn ask_sequence(&mut self, deals: &[Entity], world: &World) {
        let one = match deals {
            [_] => self.case(world),
            _ => None,
        };
        let days = |sequence: &Sequence| {
            let days: Vec<String> = sequence.steps.iter().map(|step| step.after.to_string()).collect();
            world.voice.tell("menu-sequence-days", &[("days", days.join(", ").into())])
        };
        let take = |(letter, sequence): (char, &Sequence)| Item {
            letter,
            label: world.label(&sequence.label).to_owned(),
            note: days(sequence),
            act: Act::Enrol(Some(sequence.key.clone()), deals.to_vec()),
        };
        let mut items: Vec<Item> =
            ('a'..='z').filter(|letter| *letter != 'x').zip(world.playbook.sequences()).map(take).collect();
        let runs = one.as_ref().is_none_or(|case| case.deal.sequence.is_some());
        let label = world.voice.say("menu-sequence-end").to_owned();
        items.extend(runs.then(|| Item {
            letter: 'x',
            label,
            note: String::new(),
            act: Act::Enrol(None, deals.to_vec()),
        }));
        let title = match &one {
            Some(case) => world.voice.tell("menu-sequence-title", &[("who", world::name(case).into())]),
            None => world.voice.tell("menu-sequence-many", &[("count", deals.len().into())]),
        };
        let mut menu = Menu::new(title, items);
        let standing = one.as_ref().and_then(|case| told::sequence(world, &case.as_case()));
        menu.words = standing.unwrap_or_else(|| world.voice.say("menu-sequence-words").to_owned());
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// The sequence follows them from now on; one act, however many there are.
    pub(in crate::cockpit) fn enrol(
        &mut self,
        sequence: Option<&str>,
        deals: Vec<Entity>,
        world: &World,
    ) -> Vec<Effect> {
        let since = Moment { day: world.today, hour: Some(world.now) };
        let enrolled =
            |deal: Entity| Statement::Enrolled(Enrolled { deal, sequence: sequence.map(str::to_owned), since });
        if let [deal] = deals.as_slice() {
            let born = self.case(world).and_then(|case| case.deal.party.filter(|_| deal.is_fresh()));
            let link = |to| Statement::Linked(Linked { from: *deal, to, role: Role::Party, tied: true });
            let said = born.map(link).into_iter().chain([enrolled(*deal)]).collect();
            return self.enter(said, None, world);
        }
        let key = if sequence.is_some() { "form-many-enrolled" } else { "form-many-unenrolled" };
        let label = world.voice.tell(key, &[("count", deals.len().into())]);
        let said = deals.iter().map(|deal| vec![enrolled(*deal)]).collect();
        self.enter_all(None, deals, label, said)
    }
}
