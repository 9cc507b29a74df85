//! The screen: what is shown of the world, and what keys mean. Elm at the boundary (an event and the world in, effects
//! out), plain structs inside. Panes own cursors and ids; no record, no disk, no clock lives here.

pub mod board;
pub mod command;
pub mod dossier;
pub mod effect;
pub mod event;
pub mod form;
pub mod help;
pub mod keymap;
pub mod layout;
pub mod menu;
mod news;
mod overlay;
pub mod palette;
pub mod parts;
pub mod pipeline;
pub mod qualify;
pub mod run;
pub mod theme;
pub mod told;
mod view;
pub mod waiting;
mod wish;
pub mod world;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use self::{
    board::Board,
    command::{Command, Focus},
    dossier::Dossier,
    effect::Effect,
    event::Event,
    form::Form,
    keymap::Keymap,
    layout::layout,
    overlay::Overlay,
    pipeline::Pipeline,
    qualify::Qualify,
    theme::{Role, Theme},
    waiting::Waiting,
    world::World,
};
use crate::{
    sales::{
        book::{OwnedCase, Records},
        entity::{Entity, Kind},
        fact::Statement,
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
    /// The place and the text of the draft that is kept.
    kept: Option<(String, String)>,
    /// The last key copied: a second one asks whether to leave.
    copied: bool,
}

/// The panes, and whom they show.
#[derive(Default)]
struct Panes {
    pipeline: Pipeline,
    dossier: Dossier,
    qualify: Qualify,
    /// A party without any deal, shown instead of a card.
    party: Option<Entity>,
    /// The deal the dossier showed last.
    shown: Option<Entity>,
    /// A form that was given up with something in it.
    given_up: Option<Box<Form>>,
}

/// Keys, styles, and the room there is.
struct Look {
    keys: Keymap,
    theme: Theme,
    area: Rect,
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
            look: Look { keys, theme, area: Rect { x: 0, y: 0, width, height } },
            kept: None,
            copied: false,
        }
    }

    /// The first moment: who sits here, and what to do with an empty portfolio.
    pub fn open(&mut self, world: &World) {
        if world.author.is_empty() {
            self.ask(form::Purpose::Author, world);
        }
        self.settle(world);
    }

    /// Something happened.
    pub fn update(&mut self, event: Event, world: &World) -> Vec<Effect> {
        let mut effects = match event {
            Event::Key(key) => self.key(key, world),
            Event::Paste(text) => self.paste(&text, world),
            Event::Burst(text) => self.burst(&text, world),
            Event::Resize(width, height) => {
                self.look.area = Rect { x: 0, y: 0, width, height };
                Vec::new()
            }
            Event::Rested => self.keep_draft(world).into_iter().collect(),
            Event::News(news) => self.news(news, world),
            Event::Beside(beside) => self.beside(beside),
            Event::Desk | Event::Resumed | Event::HungUp | Event::Terminated | Event::Midnight => Vec::new(),
        };
        self.settle(world);
        effects.extend(self.drop_draft(world));
        effects
    }

    /// Whether something is on its way to the journal.
    pub fn is_waiting(&self) -> bool {
        self.waiting.state() == waiting::State::Writing
    }

    /// Whether something is being typed that a dropped line would lose.
    pub fn draft(&self, world: &World) -> Option<(String, String)> {
        if let Some(Overlay::Form(form)) = &self.overlay {
            return form.touched.then(|| (form_place(form, world), form.draft()));
        }
        let deal = self.panes.pipeline.deal().unwrap_or(Entity::fresh(Kind::Deal, 0));
        self.panes.dossier.draft().or_else(|| self.panes.qualify.draft(deal, world))
    }

    fn keep_draft(&mut self, world: &World) -> Option<Effect> {
        let (place, text) = self.draft(world)?;
        if self.kept.as_ref() == Some(&(place.clone(), text.clone())) {
            return None;
        }
        self.kept = Some((place.clone(), text.clone()));
        Some(Effect::Draft { place, text })
    }

    /// What was kept is given up once nothing is typed there any more.
    fn drop_draft(&mut self, world: &World) -> Option<Effect> {
        let (place, _) = self.kept.as_ref()?;
        if self.draft(world).is_some_and(|(now, _)| now == *place) {
            return None;
        }
        self.kept.take().map(|(place, _)| Effect::DropDraft(place))
    }

    /// Brings cursors where they belong after whatever happened.
    fn settle(&mut self, world: &World) {
        let idle = self.overlay.is_none() && self.waiting.statements().next().is_none();
        if idle && !world.author.is_empty() && is_empty(world) {
            self.overlay = Some(Overlay::greeting(world));
        }
        let statements = self.typed(world);
        let board = Board::new(*world, &statements);
        let place = layout(self.look.area, Focus::Columns).columns;
        self.panes.pipeline.settle(&board, place);
        let shown = self.panes.party.or(self.panes.pipeline.deal());
        if shown != self.panes.shown {
            self.panes.shown = shown;
            self.panes.dossier.reset();
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

    /// Whom the dossier shows, with what is on its way.
    fn case(&self, world: &World) -> Option<OwnedCase> {
        let subject = self.panes.party.or(self.panes.pipeline.deal())?;
        let waiting: Vec<Statement> = self.waiting.statements().cloned().collect();
        world::case(&world.preview(&waiting), subject)
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        self.toast = None;
        let copied = std::mem::take(&mut self.copied);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c') if control => return self.copy(copied, world),
            KeyCode::Char('q') if control => return vec![Effect::Quit],
            KeyCode::Char('l') if control => return vec![Effect::Redraw],
            _ => {}
        }
        if self.overlay.is_some() {
            return self.overlay_key(key, world);
        }
        if self.focus == Focus::Dossier && self.panes.dossier.is_typing() {
            return self.dossier_key(key, world);
        }
        if self.focus == Focus::Checklist && self.panes.qualify.is_typing() {
            return self.qualify_key(key, world);
        }
        match self.look.keys.command(self.focus, key) {
            Some(command) => self.wish(command, world),
            None => Vec::new(),
        }
    }

    /// Copies; a second time in a row it asks whether to leave.
    fn copy(&mut self, again: bool, world: &World) -> Vec<Effect> {
        if again {
            self.overlay = Some(Overlay::leaving(world));
            return Vec::new();
        }
        self.copied = true;
        self.wish(Command::Copy, world)
    }

    fn dossier_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        match self.panes.dossier.key(key, &case, world) {
            dossier::Did::Typed => Vec::new(),
            dossier::Did::Abandoned => self.abandoned(world),
            dossier::Did::Commit(said, opens) => {
                let effects = self.enter(said, None, world);
                let step = if key.code == KeyCode::Up { Command::Up } else { Command::Down };
                self.wish(step, world);
                if opens {
                    self.wish(Command::Open, world);
                }
                effects
            }
        }
    }

    fn qualify_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        match self.panes.qualify.key(key, &case, world) {
            qualify::Did::Commit(said) => self.enter(said, None, world),
            qualify::Did::Abandoned => self.abandoned(world),
            _ => Vec::new(),
        }
    }

    fn abandoned(&mut self, world: &World) -> Vec<Effect> {
        self.toast = Some((self.with_key(world, "toast-abandoned", Command::Undo), Role::Label));
        Vec::new()
    }

    /// Text read at once outside a field is a search, never commands.
    fn burst(&mut self, text: &str, world: &World) -> Vec<Effect> {
        if self.takes_text() {
            return self.paste(text, world);
        }
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.overlay = Some(Overlay::burst(&words, world));
        Vec::new()
    }

    fn takes_text(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Form(_) | Overlay::Palette(_)) => true,
            Some(_) => false,
            None => self.panes.dossier.is_typing() || self.panes.qualify.is_typing(),
        }
    }

    fn paste(&mut self, text: &str, world: &World) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Form(form)) => form.paste(text, world),
            Some(Overlay::Palette(palette)) => palette.paste(text, world),
            Some(_) => {}
            None if self.panes.dossier.is_typing() => self.panes.dossier.paste(text),
            None if self.panes.qualify.is_typing() => self.panes.qualify.paste(text),
            None => return self.burst(text, world),
        }
        Vec::new()
    }

    /// Enters statements: on their way from now on, and shown as if they were there.
    fn enter(&mut self, said: Vec<Statement>, form: Option<Box<Form>>, world: &World) -> Vec<Effect> {
        if said.is_empty() {
            return Vec::new();
        }
        let records = world.preview(&said);
        let words = told::act(world, &records, &said);
        let undo = self.look.keys.key(self.focus, Command::Undo).map(|chord| chord.shown(world.voice));
        let args = [("what", words.into()), ("key", undo.unwrap_or_default().into())];
        self.toast = Some((world.voice.tell("toast-undo", &args), Role::Toast));
        self.waiting.enter(said.clone(), form);
        vec![Effect::Record(said)]
    }

    /// A text that names the key of a wish.
    fn with_key(&self, world: &World, text: &str, command: Command) -> String {
        self.with_key_and(world, text, command, &[])
    }

    /// The same with more words in it.
    fn with_key_and(&self, world: &World, text: &str, command: Command, more: &[(&str, Arg)]) -> String {
        let key = self.look.keys.key(self.focus, command).map(|chord| chord.shown(world.voice)).unwrap_or_default();
        let args: Vec<(&str, Arg)> = std::iter::once(("key", key.into())).chain(more.iter().cloned()).collect();
        world.voice.tell(text, &args)
    }
}

/// Nobody and nothing is known yet.
fn is_empty(world: &World) -> bool {
    [Kind::Contact, Kind::Company, Kind::Deal].into_iter().all(|kind| world.book.count(kind) == 0)
}

/// Where the draft of a form is kept: the form and what it is about.
fn form_place(form: &Form, world: &World) -> String {
    let about = match &form.purpose {
        form::Purpose::NewDeal(party) | form::Purpose::Oppose(party) => Some(*party),
        purpose => purpose.subject(),
    };
    let stage = match &form.purpose {
        form::Purpose::Move { to, .. } => world.playbook.stages().get(*to).map(|stage| stage.key.as_str()),
        _ => None,
    };
    let parts = [
        Some("form".to_owned()),
        Some(form.purpose.name().to_owned()),
        about.map(|about| about.to_string()),
        stage.map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
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
