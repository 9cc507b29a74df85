//! What can only be done knowing what was said: the cockpit asks for it, and goes on with the answer.

use super::{
    Cockpit,
    command::{Command, Focus},
    effect::Effect,
    form::{Purpose, correct, correct::Correction},
    menu::{self, Act, Item, Menu},
    overlay::Overlay,
    theme::Role,
    told,
    world::{self, World},
};
use crate::sales::{
    book::Records,
    correction::{self, Entry},
    entity::{Entity, Kind},
    fact::{Fact, Statement, Struck},
};

/// What is to be done with what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recall {
    /// Put an entry right.
    Correct(Box<Entry>),
    /// Take an entry back.
    TakeBack(Box<Entry>),
    /// An exchange belongs to somebody else.
    Move(Box<Entry>, Entity),
    /// Delete these.
    Delete(Vec<Entity>),
    /// Lay two side by side.
    Compare(Entity, Entity),
}

impl Recall {
    /// Of whom it must be known what was said.
    pub fn of(&self) -> Vec<Entity> {
        match self {
            Self::Correct(entry) | Self::TakeBack(entry) | Self::Move(entry, _) => vec![entry.about()],
            Self::Delete(gone) => gone.clone(),
            Self::Compare(one, other) => vec![*one, *other],
        }
    }
}

impl Cockpit {
    pub(super) fn recalled(&mut self, facts: &[Fact], recall: Recall, world: &World) -> Vec<Effect> {
        let places = |entry: &Entry| entry.places(facts, world.book.ledger(), world.book);
        match recall {
            Recall::Compare(one, other) => self.compare(one, other, facts, world),
            Recall::Delete(gone) => return self.ask_delete(&gone, facts, world),
            Recall::Correct(entry) => match places(&entry) {
                places if places.is_empty() => self.not_yet(world),
                places => self.ask(Purpose::Correct(Box::new(Correction { places, entry: *entry })), world),
            },
            Recall::TakeBack(entry) => match places(&entry) {
                places if places.is_empty() => self.not_yet(world),
                places => {
                    let said = |place: &Struck| {
                        facts.iter().find(|fact| fact.id == place.fact)?.statements.get(place.at as usize).cloned()
                    };
                    let gone: Vec<Statement> = places.iter().filter_map(said).collect();
                    return self.take_out(correction::instead(&places, Vec::new()), &gone, world);
                }
            },
            Recall::Move(entry, to) => match places(&entry) {
                places if places.is_empty() => self.not_yet(world),
                places => {
                    let said = moved(&entry, to, world).into_iter().collect();
                    return self.enter(correction::instead(&places, said), None, world);
                }
            },
        }
        Vec::new()
    }

    /// Strikes out what was said, and says of whom and what it was.
    pub(super) fn take_out(&mut self, said: Vec<Statement>, gone: &[Statement], world: &World) -> Vec<Effect> {
        let effects = self.enter(said, None, world);
        let what = told::act(world, world.book, gone);
        self.toast =
            Some((self.with_key_and(world, "toast-struck-out", Command::Undo, &[("what", what.into())]), Role::Toast));
        effects
    }

    /// The entry is still on its way to the journal.
    fn not_yet(&mut self, world: &World) {
        self.toast = Some((world.voice.say("part-not-yet").to_owned(), Role::Waiting));
    }

    /// Says once what goes, and does it when agreed.
    fn ask_delete(&mut self, gone: &[Entity], facts: &[Fact], world: &World) -> Vec<Effect> {
        let said = correction::deletion(gone, facts, world.book.ledger(), world.book);
        let Some(first) = gone.first() else { return Vec::new() };
        let count = |kind: Kind| gone.iter().skip(1).filter(|entity| entity.kind == kind).count();
        let exchanges = |entity: &Entity| {
            let dealings = match entity.kind {
                Kind::Contact => world.book.contact(*entity).map(|contact| contact.dealings),
                Kind::Company => world.book.company(*entity).map(|company| company.dealings),
                Kind::Deal => None,
            };
            dealings.map_or(0, |dealings| dealings.activities.len())
        };
        let all = gone.iter().map(exchanges).sum::<usize>();
        let who = name(*first, world);
        let title = world.voice.tell("menu-delete-title", &[("who", who.into())]);
        let item =
            |letter, key: &str, act| Item { letter, label: world.voice.say(key).to_owned(), note: String::new(), act };
        let items = vec![
            item('n', "menu-delete-no", Act::Stay),
            item(menu::yes(world.voice), "menu-delete-yes", Act::Delete(said)),
        ];
        let mut menu = Menu::new(title, items);
        let args = [("deals", count(Kind::Deal).into()), ("exchanges", all.into())];
        let key = if first.kind == Kind::Deal { "menu-delete-deal" } else { "menu-delete-party" };
        menu.words = world.voice.tell(key, &args);
        self.overlay = Some(Overlay::Menu(menu));
        Vec::new()
    }

    /// What deleting takes along: a contact's deals, a company's own. The deal under the cursor goes alone.
    pub(super) fn ask_what_to_delete(&mut self, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let known = |entity: Entity| !entity.is_fresh();
        let with_deals = |party: Entity, deals: &[Entity]| [&[party], deals].concat();
        let deal = Some(vec![case.deal.entity]).filter(|_| known(case.deal.entity));
        let contact = case.contact.as_ref().map(|contact| with_deals(contact.entity, &contact.dealings.deals));
        let company = case.company.as_ref().map(|company| with_deals(company.entity, &company.dealings.deals));
        let all = [
            ('a', "menu-delete-a-deal", deal),
            ('c', "menu-delete-contact", contact),
            ('e', "menu-delete-company", company),
        ];
        let forget = super::party_of(&case).filter(|party| known(*party)).map(|party| {
            let label = world.voice.say("menu-delete-forget").to_owned();
            Item { letter: 'o', label, note: name(party, world), act: Act::Forget(party) }
        });
        let items = all.into_iter().filter_map(|(letter, key, gone)| {
            let gone = gone?;
            let note = name(*gone.first()?, world);
            Some(Item { letter, label: world.voice.say(key).to_owned(), note, act: Act::Recall(Recall::Delete(gone)) })
        });
        let title = world.voice.tell("menu-delete-what", &[("who", world::name(&case).into())]);
        self.overlay = Some(Overlay::Menu(Menu::new(title, items.chain(forget).collect())));
        Vec::new()
    }

    /// Deletes what was agreed; the keys go back to the columns.
    pub(super) fn delete(&mut self, said: Vec<Statement>, world: &World) -> Vec<Effect> {
        let effects = self.enter(said, None, world);
        self.focus = Focus::Columns;
        self.panes.party = None;
        self.toast = Some((self.with_key(world, "toast-deleted", Command::Undo), Role::Toast));
        effects
    }
}

/// How something is called where it may be a deal beside others.
pub(super) fn name(entity: Entity, world: &World) -> String {
    let case = world::case(world.book, entity);
    match case {
        Some(case) if entity.kind == Kind::Deal && !case.deal.title().is_empty() => {
            format!("{} · {}", world::name(&case), case.deal.title())
        }
        Some(case) if entity.kind == Kind::Contact => {
            case.contact.as_ref().map(crate::sales::contact::Contact::name).unwrap_or_default()
        }
        Some(case) => world::name(&case),
        None => String::new(),
    }
}

/// An exchange as it happened, with somebody else; a deal stands for its party.
fn moved(entry: &Entry, to: Entity, world: &World) -> Option<Statement> {
    let Entry::Exchange(_, activity) = entry else { return None };
    let deal = if to.kind == Kind::Deal { Some(to) } else { super::deal_of(world.book, world, to) };
    let party = if to.kind == Kind::Deal { world.book.deal(to)?.party.unwrap_or(to) } else { to };
    Some(correct::exchanged(party, deal.filter(|deal| *deal != party), activity))
}
