//! Which cards are looked at: mine, everybody's, one person's, or those a query holds for. What passes is
//! [`Sieve`]'s business.

use super::{
    Cockpit, Tab,
    board::Board,
    command::Command,
    form::Purpose,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    theme::Role,
    world::World,
};
use crate::sales::{
    book::Records,
    card,
    entity::Entity,
    fact::Statement,
    fields::folded,
    query, score,
    sieve::{Sieve, Wanted},
};

/// What one looks at.
#[derive(Debug, Default)]
pub struct Filter {
    sieve: Option<Sieve>,
    /// How it is called on top; empty where everything shows.
    pub words: String,
    /// What was chosen is still being looked for; once all is found it is told.
    looking: bool,
    /// The first choice was made, by whoever sits here or for them.
    begun: bool,
}

/// What one may look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Everything.
    All,
    /// What somebody looks after; empty: what nobody does.
    Owner(String),
    /// What a query holds for.
    Query(String),
    /// A query is to be typed.
    Ask,
}

impl Filter {
    /// What lets cards through; nothing where all of them show.
    pub fn sieve(&self) -> Option<&Sieve> {
        self.sieve.as_ref()
    }

    /// The query that is in force, in the reader's words.
    pub fn query(&self, world: &World) -> String {
        match self.sieve.as_ref().map(Sieve::wanted) {
            Some(Wanted::Query(query)) => query.print(world.playbook, world.voice.tongue()),
            _ => String::new(),
        }
    }

    /// What is in force as a query one goes on typing.
    pub fn typed(&self, world: &World) -> String {
        let query = match self.owner() {
            Some(name) => query::of_owner(name, world.voice.tongue()),
            None => self.query(world),
        };
        if query.is_empty() { query } else { format!("{query} ") }
    }

    /// A query together with what one looks at already.
    pub fn with(&self, query: &str, world: &World) -> String {
        format!("{query} {}", self.typed(world)).trim().to_owned()
    }

    fn owner(&self) -> Option<&str> {
        match self.sieve.as_ref().map(Sieve::wanted) {
            Some(Wanted::Owner(name)) => Some(name),
            _ => None,
        }
    }

    /// Follows the book. Where several people share it, one begins with what is one's own.
    pub fn follow(&mut self, world: &World) {
        if !self.begun && !world.author.is_empty() && world.columns.owners().names().nth(1).is_some() {
            let mine = |name: &str| folded(name) == folded(world.author);
            if world.columns.owners().names().any(mine) {
                self.narrow(&Choice::Owner(world.author.to_owned()), world);
            }
            self.begun = true;
        }
        if let Some(sieve) = &mut self.sieve {
            sieve.follow(world.book, world.columns, world.playbook);
        }
    }

    /// Whether cards are still to be looked at.
    pub fn goes_on(&self, world: &World) -> bool {
        self.sieve.as_ref().is_some_and(|sieve| sieve.goes_on(world.columns))
    }

    /// Lets through what was chosen. A query that cannot be read changes nothing: its form has told why.
    fn narrow(&mut self, choice: &Choice, world: &World) {
        let (wanted, words) = match choice {
            Choice::All | Choice::Ask => (None, String::new()),
            Choice::Owner(name) => (Some(Wanted::Owner(name.clone())), owner_words(name, world)),
            Choice::Query(text) => match query::parse(text, world.playbook) {
                Ok(query) => {
                    let words = query.print(world.playbook, world.voice.tongue());
                    (Some(Wanted::Query(query)), words)
                }
                Err(_) => return,
            },
        };
        self.begun = true;
        self.words = words;
        self.sieve = wanted.map(Sieve::new);
    }

    /// Whether a deal that exists is not let through.
    pub fn holds_back(&self, deal: Entity, world: &World) -> bool {
        let shown = crate::sales::sieve::View::of(world.columns, self.sieve()).place(world.book, deal);
        shown.is_none() && world.columns.place(world.book, deal).is_some()
    }

    /// Whether a deal would be let through, were statements true.
    pub fn lets(&self, deal: Entity, statements: &[Statement], world: &World) -> bool {
        let Some(sieve) = &self.sieve else { return true };
        let preview = world.preview(statements);
        preview.case(deal).is_some_and(|case| {
            let total = score::total_of(&case.as_case(), world.playbook, world.today);
            let card = card::card(&preview, &case, total, world.playbook, world.today);
            sieve.lets(&case.as_case(), &card, world.playbook, world.today)
        })
    }
}

fn owner_words(name: &str, world: &World) -> String {
    if name.is_empty() {
        world.voice.say("filter-nobody").to_owned()
    } else if folded(name) == folded(world.author) {
        world.voice.say("filter-mine").to_owned()
    } else {
        world.voice.tell("filter-owner", &[("who", name.into())])
    }
}

impl Cockpit {
    /// What one may look at, with how many open deals each has.
    pub(super) fn filters(&mut self, world: &World) {
        let open = world.columns.open_by_owner(world.playbook.won());
        let count = |name: &str| open.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count);
        let all: usize = open.iter().map(|(_, count)| count).sum();
        let note = |count: usize| world.voice.number(count as i64);
        let item = |letter, label: String, note: String, choice| Item { letter, label, note, act: Act::Filter(choice) };
        let mine = world.author.to_owned();
        let mut items = vec![
            item('m', owner_words(&mine, world), note(count(&mine)), Choice::Owner(mine.clone())),
            item('t', world.voice.say("filter-all").to_owned(), note(all), Choice::All),
            item('r', world.voice.say("filter-query").to_owned(), String::new(), Choice::Ask),
        ];
        let nobody = count("");
        let others = open.iter().filter(|(name, _)| *name != mine && !name.is_empty());
        for (name, count) in others {
            let folded = folded(name).into_owned();
            let free = |letter: &char| letter.is_ascii_lowercase() && !items.iter().any(|item| item.letter == *letter);
            let letter = folded.chars().chain('a'..='z').find(free).unwrap_or(' ');
            items.push(item(letter, (*name).to_owned(), note(*count), Choice::Owner((*name).to_owned())));
        }
        if nobody > 0 && open.len() > 1 {
            items.push(item(
                '0',
                world.voice.say("filter-nobody").to_owned(),
                note(nobody),
                Choice::Owner(String::new()),
            ));
        }
        let mut menu = Menu::new(world.voice.say("filter-title").to_owned(), items);
        menu.at = usize::from(self.panes.cards.filter.owner() == Some(world.author));
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// Looks at what was chosen.
    pub(super) fn narrow(&mut self, choice: &Choice, world: &World) {
        if *choice == Choice::Ask && self.panes.tab == Tab::Contacts {
            return self.ask_query(world);
        }
        if *choice == Choice::Ask {
            return self.ask(Purpose::Filter, world);
        }
        self.panes.cards.filter.narrow(choice, world);
        self.panes.cards.filter.follow(world);
        self.panes.party = None;
        self.looked(world);
    }

    /// Looks at the next few cards of a great many; keys come first.
    pub(super) fn look_on(&mut self, world: &World) {
        if self.panes.tab == Tab::Contacts {
            self.panes.contacts.look_on(world);
        }
        let filter = &mut self.panes.cards.filter;
        if let Some(sieve) = filter.sieve.as_mut().filter(|sieve| sieve.goes_on(world.columns)) {
            sieve.go_on(world.book, world.columns, world.playbook);
        } else if self.panes.today.proposed.goes_on(world.columns, world.playbook) {
            self.panes.today.proposed.go_on(world.book, world.columns, world.playbook);
        }
        if filter.looking {
            self.looked(world);
        }
    }

    /// Says what was found, or how far one is; the table says so above its rows.
    fn looked(&mut self, world: &World) {
        if self.panes.tab == Tab::Contacts {
            self.panes.cards.filter.looking = false;
            return self.panes.contacts.begin_again();
        }
        let filter = &mut self.panes.cards.filter;
        filter.looking = filter.goes_on(world);
        if filter.looking {
            let done = i64::from(filter.sieve().map_or(0, Sieve::asked));
            let args = [("filter", filter.words.as_str().into()), ("done", world.voice.number(done).into())];
            self.toast = Some((world.voice.tell("toast-looking", &args), Role::Label));
            return;
        }
        let filter = &self.panes.cards.filter;
        self.panes.cards.marks.keep(|deal| !filter.holds_back(deal, world));
        let found = self.stand_on_found(world);
        let words = self.panes.cards.filter.words.as_str();
        let told = match (words, found) {
            ("", _) => world.voice.say("toast-wide").to_owned(),
            (words, 0) => self.with_key_and(world, "toast-narrow-none", Command::Widen, &[("filter", words.into())]),
            (words, found) => {
                world.voice.tell("toast-narrow", &[("filter", words.into()), ("count", (found as i64).into())])
            }
        };
        self.toast = Some((told, Role::Toast));
    }

    /// Goes to the first column that has a card where this one has none; how many cards there are.
    fn stand_on_found(&mut self, world: &World) -> usize {
        let board = Board::new(*world, &[], self.panes.cards.filter.sieve());
        let count = |lane: usize| board.head(lane).count;
        let filled = (0..board.lanes()).find(|lane| count(*lane) > 0);
        if let Some(lane) = filled.filter(|_| count(self.panes.pipeline.lane()) == 0) {
            self.panes.pipeline.enter(lane);
        }
        (0..board.lanes()).map(count).sum()
    }
}
