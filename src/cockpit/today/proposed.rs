//! Whom the rules of the sequences propose: told above the list of the day, shown by name, and followed as one act once
//! somebody says so.

use std::collections::BTreeMap;

use crate::{
    cockpit::{
        Cockpit, Tab,
        command::Command,
        effect::Effect,
        filter::Choice,
        menu::{Act, Item, Menu},
        overlay::Overlay,
        theme::Role,
        told,
        world::World,
    },
    sales::entity::Entity,
};

/// So many are named.
const NAMED: usize = 12;
/// From so many columns on the offer is a whole sentence.
const WORDY: u16 = 60;

impl Cockpit {
    /// How many are proposed for each sequence, those one does not want to hear of left out.
    fn proposals(&self, world: &World) -> BTreeMap<usize, usize> {
        let today = &self.panes.today;
        if today.proposed.goes_on(world.columns, world.playbook) {
            return BTreeMap::new();
        }
        let sieve = self.panes.cards.filter.sieve();
        let mut count = today.proposed.count(&|row| sieve.is_none_or(|sieve| sieve.passes(row)));
        count.retain(|at, _| !today.declined.contains(at));
        count
    }

    fn proposed_for(&self, at: usize, world: &World) -> Vec<Entity> {
        let sieve = self.panes.cards.filter.sieve();
        let mine = |row| sieve.is_none_or(|sieve| sieve.passes(row));
        self.panes.today.proposed.of(at, world.columns, &mine)
    }

    /// How many are proposed in all.
    pub(in crate::cockpit) fn proposed_in_all(&self, world: &World) -> usize {
        self.proposals(world).values().sum()
    }

    /// What is offered above the list; nothing where nobody is proposed.
    pub(in crate::cockpit) fn proposal_offer(&self, width: u16, world: &World) -> String {
        let count: usize = self.proposed_in_all(world);
        let key = if width < WORDY { "proposal-offer-short" } else { "proposal-offer" };
        let args = [("count", count.into())];
        if count == 0 { String::new() } else { self.with_key_and(world, key, Command::Sequence, &args) }
    }

    /// Which sequence, then whom; with one sequence at once whom.
    pub(in crate::cockpit) fn ask_proposed(&mut self, sequence: Option<usize>, world: &World) {
        let proposals = self.proposals(world);
        let only = proposals.first_key_value().map(|(at, _)| *at).filter(|_| proposals.len() == 1);
        match sequence.or(only) {
            Some(at) => self.show_proposed(at, world),
            None if proposals.is_empty() => {
                self.toast = Some((world.voice.say("proposal-nobody").to_owned(), Role::Label));
            }
            None => {
                let item = |(letter, (at, count)): (char, (&usize, &usize))| Item {
                    letter,
                    label: sequence_name(*at, world).to_owned(),
                    note: world.voice.number(*count as i64),
                    act: Act::Proposed(Some(*at)),
                };
                let items = ('a'..='z').zip(&proposals).map(item).collect();
                self.overlay = Some(Overlay::Menu(Menu::new(world.voice.say("proposal-which").to_owned(), items)));
            }
        }
    }

    /// The names, and what may be done with them.
    fn show_proposed(&mut self, at: usize, world: &World) {
        let deals = self.proposed_for(at, world);
        let Some(sequence) = world.playbook.sequences().get(at).filter(|_| !deals.is_empty()) else { return };
        let count = deals.len();
        let name = ("sequence", sequence_name(at, world).into());
        let title = world.voice.tell("proposal-title", &[name, ("count", count.into())]);
        let item = |letter, label: String, act| Item { letter, label, note: String::new(), act };
        let enrol = |letter, deals: &[Entity], key| {
            let label = world.voice.tell(key, &[("count", deals.len().into())]);
            item(letter, label, Act::Enrol(Some(sequence.key.clone()), deals.to_vec()))
        };
        let a_day = usize::from(world.playbook.rhythm.spread).max(1);
        let mut items = vec![enrol('o', &deals, "proposal-all")];
        items.extend(deals.get(..a_day).filter(|_| count > a_day).map(|first| enrol('d', first, "proposal-first")));
        let say = |key| world.voice.say(key).to_owned();
        items.push(item('v', say("proposal-look"), Act::LookAtProposed(at)));
        items.push(item('n', say("proposal-not_now"), Act::NotNow(at)));
        let mut menu = Menu::new(title, items);
        let names = deals.iter().take(NAMED).map(|deal| told::name(world.book, *deal));
        let more = (count > NAMED).then(|| "…".to_owned());
        let names = names.chain(more).collect::<Vec<_>>().join(", ");
        let rule = sequence.rule.as_ref().map(|rule| rule.text.clone()).unwrap_or_default();
        menu.words = world.voice.tell("proposal-words", &[("rule", rule.into()), ("names", names.into())]);
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// All of them among the cards, marked: each may be let go of before the rest is followed.
    pub(in crate::cockpit) fn look_at_proposed(&mut self, at: usize, world: &World) {
        let deals = self.proposed_for(at, world);
        let Some(rule) = world.playbook.sequences().get(at).and_then(|sequence| sequence.rule.as_ref()) else { return };
        self.show_tab(Tab::Pipeline);
        let query = self.panes.cards.filter.with(&rule.text, world);
        self.narrow(&Choice::Query(query), world);
        self.panes.cards.marks.mark(deals);
        self.toast = Some((self.with_key(world, "proposal-marked", Command::Sequence), Role::Toast));
    }

    /// Everything hot without a next step, among the cards.
    pub(in crate::cockpit) fn look_at_strays(&mut self, world: &World) -> Vec<Effect> {
        if self.panes.today.list(world, self.panes.cards.filter.sieve()).tally.stray == 0 {
            return Vec::new();
        }
        self.show_tab(Tab::Pipeline);
        let query = self.panes.cards.filter.with(world.voice.say("today-stray-query"), world);
        self.narrow(&Choice::Query(query), world);
        Vec::new()
    }
}

fn sequence_name<'w>(at: usize, world: &'w World) -> &'w str {
    world.playbook.sequences().get(at).map_or("", |sequence| world.label(&sequence.label))
}
