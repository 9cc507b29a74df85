//! The screen: what is shown of the world, and what keys mean. Elm at the boundary (an event and the world in, effects
//! out), plain structs inside. Panes own cursors and ids; no record, no disk, no clock lives here.

mod asking;
pub mod board;
mod bottom;
pub mod chronicle;
pub mod command;
pub mod contacts;
pub mod dossier;
mod doubles;
mod draft;
pub mod effect;
pub mod event;
pub mod filter;
pub mod forget;
pub mod form;
pub mod fresh;
mod hear;
pub mod help;
mod hints;
pub mod keymap;
pub mod layout;
mod marks;
pub mod menu;
mod news;
pub mod outbox;
mod overlay;
pub mod palette;
mod panes;
pub mod parts;
pub mod pipeline;
pub mod pointer;
pub mod qualify;
pub mod reading;
pub mod recall;
pub mod retention;
pub mod run;
pub mod segments;
pub mod settings;
pub mod theme;
pub mod today;
pub mod told;
mod tour;
mod view;
pub mod waiting;
mod wish;
pub mod world;

use std::cell::RefCell;

use ratatui::layout::Rect;

use self::{
    board::Board,
    command::{Command, Focus},
    effect::Effect,
    event::Event,
    form::Form,
    help::Help,
    keymap::Keymap,
    layout::{Layout, Shape, layout},
    overlay::Overlay,
    panes::{GivenUp, Panes, Tab},
    pointer::Zones,
    theme::{Role, Theme},
    tour::Tour,
    waiting::{Returned, State, Waiting},
    world::World,
};
use crate::{
    sales::{
        book::{OwnedCase, Records},
        entity::{Entity, Kind},
        fact::Statement,
        sieve::Sieve,
    },
    voice::Arg,
};

/// The cockpit.
pub struct Cockpit {
    focus: Focus,
    panes: Panes,
    overlay: Option<Overlay>,
    toast: Option<(String, Role)>,
    waiting: Waiting,
    look: Look,
    aid: Aid,
    /// The drafts that are kept.
    kept: Vec<draft::Typed>,
    /// The last key copied: a second one asks whether to leave.
    copied: bool,
    /// The last key only moved among the cards.
    moved: bool,
}

/// How many dossiers are known to have been opened.
const SEEN: usize = 12;

/// What explains the rest.
#[derive(Default)]
struct Aid {
    help: Option<Help>,
    tour: Option<Tour>,
}

/// Keys, styles, and the room there is.
struct Look {
    keys: Keymap,
    theme: Theme,
    /// The whole window.
    whole: Rect,
    /// The room of all but the tour.
    area: Rect,
    /// The people are made up, which the line on top says.
    demo: bool,
    /// The mouse is ours, not the terminal's.
    mouse: bool,
    /// What the last frame has where.
    zones: RefCell<Zones>,
}

impl Cockpit {
    /// A cockpit of a size.
    pub fn new(keys: Keymap, theme: Theme, width: u16, height: u16) -> Self {
        Self {
            focus: Focus::default(),
            panes: Panes::default(),
            overlay: None,
            toast: None,
            waiting: Waiting::default(),
            look: Look {
                keys,
                theme,
                whole: Rect { x: 0, y: 0, width, height },
                area: Rect { x: 0, y: 0, width, height },
                demo: false,
                mouse: true,
                zones: RefCell::default(),
            },
            aid: Aid::default(),
            kept: Vec::new(),
            copied: false,
            moved: false,
        }
    }

    /// Whether it shows made-up people.
    pub fn is_demo(&self) -> bool {
        self.look.demo
    }

    /// Says on top that the people are made up.
    pub fn call_demo(&mut self, demo: bool) {
        self.look.demo = demo;
        self.aid.tour = demo.then(Tour::default);
        self.look.area = self.beside_tour(self.look.whole).0;
    }

    /// Has the mouse, or leaves it to the terminal.
    pub fn have_mouse(&mut self, ours: bool) {
        self.look.mouse = ours;
    }

    /// Whether the mouse is ours.
    pub fn has_mouse(&self) -> bool {
        self.look.mouse
    }

    /// The first moment: who sits here, and what to do with an empty portfolio.
    pub fn open(&mut self, world: &World) {
        if world.author.is_empty() {
            self.ask(form::Purpose::Author, world);
        }
        if !self.panes.today.list(world, None).is_empty() {
            self.panes.tab = Tab::Today;
        }
        self.settle(world);
        self.alert(world);
    }

    /// Something happened.
    pub fn update(&mut self, event: Event, world: &World) -> Vec<Effect> {
        self.moved = false;
        let (ends_tour, subject) = (self.ends_tour(&event), self.subject());
        let mut effects = match event {
            Event::Key(key) if self.is_too_small() => self.blind_key(key),
            Event::Mouse(_) | Event::Paste(_) | Event::Burst(_) if self.is_too_small() => Vec::new(),
            Event::Key(key) => self.key(key, world),
            Event::Mouse(mouse) => self.mouse(mouse, world),
            Event::Paste(text) => self.paste(&text, world),
            Event::Burst(text) => self.burst(&text, world),
            Event::Resize(width, height) => {
                self.look.whole = Rect { x: 0, y: 0, width, height };
                Vec::new()
            }
            Event::Rested => self.keep_drafts(world),
            Event::News(news) => self.news(news, world),
            Event::Look => {
                self.look_on(world);
                Vec::new()
            }
            Event::Edited(text) => self.edited(&text, world),
            Event::Beside(beside) => self.beside(beside, world),
            Event::Posted(number, done) => self.posted(number, done, world),
            Event::Settings
            | Event::Desk
            | Event::Resumed
            | Event::HungUp
            | Event::Terminated
            | Event::Midnight
            | Event::Still => Vec::new(),
        };
        self.alert(world);
        self.watch_tour(subject, ends_tour, &effects);
        self.meet_draft(world);
        self.settle(world);
        effects.extend(self.drop_drafts(world));
        effects
    }

    /// Whether something is on its way to the journal.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether what is on its way waits for another cockpit, nobody knows how long.
    pub fn is_delayed(&self) -> bool {
        matches!(self.waiting.state(), State::Delayed)
    }

    /// Whether cards are still to be looked at for the filter or the rules of sequences: [`Event::Look`] looks at the next few.
    pub fn is_looking(&self, world: &World) -> bool {
        let proposed = &self.panes.today.proposed;
        let table = self.panes.tab == Tab::Contacts && self.panes.contacts.goes_on();
        table || self.panes.cards.filter.goes_on(world) || proposed.goes_on(world.columns, world.playbook)
    }

    /// Whether the dossier waits for the cursor to rest.
    pub fn is_behind(&self) -> bool {
        self.panes.shown != self.panes.party.or(self.standing())
    }

    /// Brings cursors where they belong after whatever happened.
    fn settle(&mut self, world: &World) {
        self.greet(world);
        if let Some(Overlay::Settings(settings)) = &mut self.overlay {
            settings.follow(world);
        }
        self.panes.cards.filter.follow(world);
        self.panes.today.proposed.follow(world.book, world.columns, world.playbook);
        let questioned = if self.focus == Focus::Checklist { self.case(world) } else { None };
        self.panes.qualify.settle(questioned.as_ref(), world);
        let statements = self.typed(world);
        let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
        let place = layout(self.look.area, Focus::Columns).columns;
        self.panes.pipeline.settle(&board, place);
        self.panes.hit.take_if(|_| self.overlay.is_none());
        let held = self.focus != Focus::Columns || self.overlay.is_some() || self.is_waiting();
        let list = self.places().columns;
        let list = if list.is_empty() { place } else { list };
        self.panes.today.settle(world, self.panes.cards.filter.sieve(), list, held);
        if self.panes.tab == Tab::Contacts {
            let place = self.laid_out(Focus::Columns).columns;
            let wanted = self.panes.cards.filter.sieve().map(Sieve::wanted);
            self.panes.contacts.settle(world, wanted, place, held);
        }
        self.settle_marks(world);
        let shown = self.panes.party.or(self.standing());
        if let Some(shown) =
            shown.filter(|shown| self.focus != Focus::Columns && self.panes.seen.first() != Some(shown))
        {
            self.panes.seen.retain(|seen| *seen != shown);
            self.panes.seen.insert(0, shown);
            self.panes.seen.truncate(SEEN);
        }
        // While one moves among the cards the dossier waits until the cursor rests: it is most of the bytes.
        let waits = self.moved && self.panes.shown.is_some();
        if shown != self.panes.shown && !waits {
            self.panes.shown = shown;
            self.panes.dossier.reset();
        }
    }

    /// An empty portfolio greets until it is told not to, or filled.
    fn greet(&mut self, world: &World) {
        let greets = self.overlay.as_ref().is_some_and(Overlay::greets);
        if !is_empty(world) {
            self.panes.greeted = false;
            self.overlay.take_if(|_| greets);
        } else if self.overlay.is_none() && !self.panes.greeted && !world.author.is_empty() {
            let idle = self.waiting.statements().next().is_none();
            self.overlay = idle.then(|| Overlay::greeting(world));
        }
    }

    /// Everything typed or on its way.
    fn typed(&self, world: &World) -> Vec<Statement> {
        let mut statements: Vec<Statement> = self.waiting.statements().cloned().collect();
        if let Some(Overlay::Form(form)) = &self.overlay {
            statements.extend(form.typed_so_far(world));
        } else if (self.panes.dossier.is_typing() || self.panes.qualify.is_typing())
            && let Some(case) = self.case(world)
        {
            statements.extend(self.panes.dossier.typed(&case, world));
            statements.extend(self.panes.qualify.typed(&case, world));
        }
        statements
    }

    /// Whom the cursor stands on.
    fn subject(&self) -> Option<Entity> {
        self.panes.hit.or(self.panes.party).or(self.standing())
    }

    /// The deal under the cursor of what stands on the left.
    fn standing(&self) -> Option<Entity> {
        match self.panes.tab {
            Tab::Today => self.panes.today.deal(),
            Tab::Pipeline => self.panes.pipeline.deal(),
            Tab::Contacts => self.panes.contacts.subject(),
        }
    }

    /// Stands on a deal: among the columns its card is chosen, a list keeps its place.
    fn choose(&mut self, deal: Entity) {
        self.panes.pipeline.choose(deal);
        self.panes.party = (self.panes.tab != Tab::Pipeline).then_some(deal);
    }

    /// Whom the dossier shows, with what is on its way.
    fn case(&self, world: &World) -> Option<OwnedCase> {
        let subject = self.subject()?;
        let waiting: Vec<Statement> = self.waiting.statements().cloned().collect();
        world::case(&world.preview(&waiting), subject)
    }

    /// The places on the screen now.
    fn places(&self) -> Layout {
        let at = self.laid_out(self.focus);
        let one = self.panes.tab == Tab::Today && self.focus == Focus::Columns && at.shape == Shape::Narrow;
        if one { layout::one_by_one(at) } else { at }
    }

    /// Whether the window shows nothing but that it is too small.
    fn is_too_small(&self) -> bool {
        layout(self.look.area, self.focus).shape == Shape::Tiny
    }

    /// Enters statements: on their way from now on, and shown as if they were there.
    fn enter(&mut self, said: Vec<Statement>, form: Option<Box<Form>>, world: &World) -> Vec<Effect> {
        let typed = form.as_ref().filter(|form| draft::is_kept(form)).map(|form| draft::form_draft(form, world));
        self.send(said, Returned { typed, form }, world)
    }

    /// The same with what comes back should it be refused.
    fn send(&mut self, said: Vec<Statement>, returned: Returned, world: &World) -> Vec<Effect> {
        if said.is_empty() {
            return Vec::new();
        }
        let records = world.preview(&said);
        let words = told::act(world, &records, &said);
        let undo = self.look.keys.key(self.keyed(), Command::Undo).map(|chord| chord.shown(world.voice));
        let args = [("what", words.into()), ("key", undo.unwrap_or_default().into())];
        self.toast = Some((world.voice.tell("toast-undo", &args), Role::Toast));
        self.waiting.enter(said.clone(), returned);
        vec![Effect::Record(said)]
    }

    /// Where keys are looked up: letters mean on the synthesis what they mean on the fiche, and on the table what they
    /// mean there.
    fn keyed(&self) -> Focus {
        match self.focus {
            Focus::Checklist if !self.panes.qualify.asks() => Focus::Dossier,
            Focus::Columns if self.panes.tab == Tab::Contacts => Focus::Table,
            focus => focus,
        }
    }

    /// A text that names the key of a wish.
    fn with_key(&self, world: &World, text: &str, command: Command) -> String {
        self.with_key_and(world, text, command, &[])
    }

    /// The same with more words in it.
    fn with_key_and(&self, world: &World, text: &str, command: Command, more: &[(&str, Arg)]) -> String {
        let key = self.look.keys.key(self.keyed(), command).map(|chord| chord.shown(world.voice)).unwrap_or_default();
        let args: Vec<(&str, Arg)> = std::iter::once(("key", key.into())).chain(more.iter().cloned()).collect();
        world.voice.tell(text, &args)
    }
}

/// Nobody and nothing is known yet.
fn is_empty(world: &World) -> bool {
    [Kind::Contact, Kind::Company, Kind::Deal].into_iter().all(|kind| world.book.count(kind) == 0)
}

/// The party of a deal that can be called or written to.
fn party_of(case: &OwnedCase) -> Option<Entity> {
    let contact = case.contact.as_ref().map(|contact| contact.entity);
    contact.or(case.company.as_ref().map(|company| company.entity))
}

/// A deal to show for somebody: the best open one, else the last.
fn deal_of(records: &dyn Records, world: &World, party: Entity) -> Option<Entity> {
    let mut deals = crate::sales::book::deals_about(records, party);
    deals.sort_by_key(|deal| {
        let open = records.deal(*deal).is_some_and(|deal| deal.is_open());
        let score = world.columns.card(world.book, *deal).map_or(0, |card| card.score);
        (open, score)
    });
    deals.pop()
}
