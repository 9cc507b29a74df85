//! Sequences that follow a deal, or many: chosen from those of the settings, ended by hand.

use super::{
    super::{
        Cockpit,
        effect::Effect,
        form::Purpose,
        menu::{Act, Item, Menu},
        overlay::Overlay,
        told,
        world::{self, World},
    },
    people::birth,
};
use crate::sales::{
    book::OwnedCase,
    entity::Entity,
    fact::{Enrolled, Statement},
    moment::Moment,
    playbook::Sequence,
    sequence,
};

/// Letters of what is done beside beginning a sequence.
const OWN: [char; 3] = ['x', 's', 'p'];

/// The step that is next may be passed over.
fn over(case: &OwnedCase, world: &World) -> Option<Item> {
    let standing = sequence::standing(&case.as_case(), world.playbook, world.today)?.ok()?;
    let step = world.voice.standing(Ok(standing), world.today);
    let label = world.voice.tell("menu-sequence-over", &[("step", step.into())]);
    Some(Item { letter: 's', label, note: String::new(), act: Act::PassOver })
}

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
            ('a'..='z').filter(|letter| !OWN.contains(letter)).zip(world.playbook.sequences()).map(take).collect();
        items.extend(one.as_ref().and_then(|case| over(case, world)));
        let runs = one.as_ref().is_none_or(|case| case.deal.sequence.is_some());
        let label = world.voice.say("menu-sequence-end").to_owned();
        items.extend(runs.then(|| Item {
            letter: 'x',
            label,
            note: String::new(),
            act: Act::Enrol(None, deals.to_vec()),
        }));
        let proposed = self.proposed_in_all(world);
        items.extend((one.is_some() && proposed > 0).then(|| Item {
            letter: 'p',
            label: world.voice.say("menu-sequence-proposed").to_owned(),
            note: world.voice.number(proposed as i64),
            act: Act::Proposed(None),
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

    /// Why the step that is next is passed over.
    pub(in crate::cockpit) fn ask_to_pass_over(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        self.ask(Purpose::PassOver(super::subject(&case)), world);
    }

    /// The sequence follows them from now on; one act, however many there are.
    pub(in crate::cockpit) fn enrol(
        &mut self,
        sequence: Option<&str>,
        deals: Vec<Entity>,
        world: &World,
    ) -> Vec<Effect> {
        let since = Moment { day: world.today, hour: Some(world.now) };
        let records = world.book.sweep();
        let enrolled = |subject: Entity| {
            let known = world::case(&records, subject);
            let Some(case) = known.or_else(|| self.case(world)) else { return Vec::new() };
            let sequence = sequence.map(str::to_owned);
            let said = Statement::Enrolled(Enrolled { deal: case.deal.entity, sequence, since });
            birth(&case).into_iter().chain([said]).collect::<Vec<_>>()
        };
        if let [subject] = deals.as_slice() {
            let said = enrolled(*subject);
            return self.enter(said, None, world);
        }
        let key = if sequence.is_some() { "form-many-enrolled" } else { "form-many-unenrolled" };
        let label = world.voice.tell(key, &[("count", deals.len().into())]);
        let said = deals.iter().map(|deal| enrolled(*deal)).collect();
        self.enter_all(None, deals, label, said)
    }
}
