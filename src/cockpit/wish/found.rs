//! What was found in the box: shown, created, or acted on without going there.

use super::super::{
    Cockpit,
    command::{Command, Focus},
    deal_of,
    effect::Effect,
    form::Purpose,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    palette::{Found, Palette, Quest, someone},
    party_of,
    recall::Recall,
    world::{self, World},
};
use crate::sales::{
    acts,
    book::Records,
    entity::{Entity, Kind},
    fields::folded,
};

/// How many of those seen last the box offers.
const RECENT: usize = 6;

impl Cockpit {
    /// Opens the box.
    pub(in crate::cockpit) fn find(&mut self, words: &str, world: &World) {
        let here = self.case(world).map(|case| world::name(&case)).unwrap_or_default();
        let dead = Command::ALL.iter().copied().filter(|command| self.is_dead(*command, world)).collect();
        let palette = Palette::with(words, self.recent(world), here, world).without(dead, world);
        self.overlay = Some(Overlay::Palette(palette));
    }

    /// Whoever was seen last, then whoever the last acts were about; not who is under the cursor.
    pub(in crate::cockpit) fn recent(&self, world: &World) -> Vec<Entity> {
        let here = self.subject();
        let acts = world.book.acts().latest().filter(|act| act.author == world.author);
        let seen = self.panes.seen.iter().copied().chain(acts.filter_map(acts::Act::subject));
        let party = |entity| party_of(&world::case(world.book, entity)?);
        let here = here.and_then(party);
        let mut recent: Vec<Entity> = Vec::new();
        for entity in seen.filter_map(party).filter(|entity| Some(*entity) != here) {
            if recent.len() >= RECENT {
                break;
            }
            if !recent.contains(&entity) {
                recent.push(entity);
            }
        }
        recent
    }

    pub(in crate::cockpit) fn found(&mut self, found: Found, quest: Option<Quest>, world: &World) -> Vec<Effect> {
        self.overlay = None;
        let asked = quest.clone();
        if let (Some(quest), Found::Someone(someone)) = (quest, &found) {
            return match quest {
                Quest::Move(entry) => vec![Effect::Recall(Recall::Move(entry, someone.entity))],
                Quest::Relate(role) => self.relate(role, someone.entity, world),
            };
        }
        if let (Some(Quest::Relate(role)), Found::Create(text)) = (&asked, &found) {
            self.ask_related(*role, text, world);
            return Vec::new();
        }
        match found {
            Found::Someone(someone) => self.show(someone.entity, world),
            Found::Wish(command) => return self.wish(command, world),
            Found::On(command, someone) => return self.act_on(someone.entity, command, world),
            Found::Create(text) => {
                self.ask(Purpose::NewContact, world);
                if let Some(Overlay::Form(form)) = &mut self.overlay {
                    form.prefill(&text, world);
                }
            }
        }
        Vec::new()
    }

    /// Shows somebody, a company or a deal in the dossier.
    pub(in crate::cockpit) fn show(&mut self, entity: Entity, world: &World) {
        let deal = if entity.kind == Kind::Deal { Some(entity) } else { deal_of(world.book, world, entity) };
        self.panes.party = None;
        match deal {
            // Somebody the filter holds back, or who is set aside, has no card to stand on.
            Some(deal) if self.panes.cards.filter.holds_back(deal, world) || is_archived(deal, world) => {
                self.panes.party = Some(deal);
            }
            Some(deal) => self.choose(deal),
            None => self.panes.party = Some(entity),
        }
        self.focus = Focus::Dossier;
    }

    /// What can be done with somebody, each by its letter.
    pub(in crate::cockpit) fn acts_menu(&mut self, entity: Entity, world: &World) {
        let Some(Found::Someone(someone)) = someone(entity, world) else { return };
        let item = |command: Command| {
            let letter = self.look.keys.key(Focus::Dossier, command)?.letter()?;
            let label = world.voice.say(command.help()).to_owned();
            Some(Item { letter, label, note: String::new(), act: Act::On(entity, command) })
        };
        let acts = Command::ALL.iter().filter(|command| command.is_about_somebody());
        let mut items: Vec<Item> = acts.filter_map(|command| item(*command)).collect();
        let label = world.voice.say("palette-open").to_owned();
        let name = folded(world.voice.say(Command::Open.text())).into_owned();
        let free = |letter: &char| letter.is_ascii_lowercase() && items.iter().all(|item| item.letter != *letter);
        let letter = name.chars().chain('a'..='z').find(free).unwrap_or(' ');
        items.insert(0, Item { letter, label, note: String::new(), act: Act::On(entity, Command::Open) });
        let mut menu = Menu::new(someone.name, items);
        menu.words =
            [someone.phone, someone.rest].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// An action on somebody without leaving where one stands; one that needs a pane goes there.
    pub(in crate::cockpit) fn act_on(&mut self, entity: Entity, command: Command, world: &World) -> Vec<Effect> {
        if command == Command::Open {
            self.show(entity, world);
            return Vec::new();
        }
        let hit = deal_of(world.book, world, entity).unwrap_or(entity);
        let before = std::mem::take(&mut self.focus);
        self.panes.hit = Some(hit);
        let effects = self.wish(command, world);
        match std::mem::replace(&mut self.focus, before) {
            Focus::Columns | Focus::Table => {}
            pane => {
                self.show(hit, world);
                self.focus = pane;
                self.panes.hit = None;
            }
        }
        effects
    }
}

/// Whether a deal is set aside.
fn is_archived(deal: Entity, world: &World) -> bool {
    world.book.case(deal).is_some_and(|case| case.as_case().is_archived())
}
