//! A seat at the cockpit for tests: a desk in memory, keys typed as a seller would, the screen as text.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer};
use vigie::{
    cockpit::{
        Cockpit,
        chronicle::{PAGE, Past},
        effect::Effect,
        event::{Beside, Event, Gesture, Mouse, News},
        forget::{Forget, Weighed},
        keymap::Keymap,
        run::{Work as _, many::Many},
        theme::Theme,
        world::World,
    },
    desk::{self, Clock, Desk, Setup},
    log::Holder,
    sales::{chronicle::Page, double::Pairs, fact::Statement, playbook::Playbook},
    voice::{Language, Voice},
};

/// 22 November 2026, 9 h in Paris: a Sunday.
pub const MORNING: i64 = 1_795_334_400_000;

pub struct Seat {
    pub desk: Desk,
    pub voice: Voice,
    pub cockpit: Cockpit,
    pub asked: Vec<Effect>,
    /// The user's playbook.
    pub playbook: String,
    /// The disk takes its time: what is entered stays on its way until the test says what became of it.
    pub slow: bool,
    /// What is entered for many is left to the test.
    pub cuts: bool,
    size: (u16, u16),
}

pub fn world<'a>(desk: &'a Desk, voice: &'a Voice) -> World<'a> {
    World {
        book: desk.book(),
        columns: desk.columns(),
        playbook: desk.playbook(),
        voice,
        register: desk,
        today: desk.today(),
        now: desk.hour(),
        author: desk.author(),
    }
}

impl Seat {
    pub fn new(facts: Vec<Vec<Statement>>, language: Language, width: u16, height: u16) -> Self {
        Self::of("Sandrine", facts, language, Theme::shipped("dark", false).unwrap(), (width, height))
    }

    /// A seat in front of the columns, whatever is due.
    pub fn of(author: &str, facts: Vec<Vec<Statement>>, language: Language, theme: Theme, size: (u16, u16)) -> Self {
        Self::playing(Playbook::shipped(), author, facts, language, theme, size)
    }

    /// The same by the rules of a playbook.
    pub fn playing(
        playbook: Playbook,
        author: &str,
        facts: Vec<Vec<Statement>>,
        language: Language,
        theme: Theme,
        size: (u16, u16),
    ) -> Self {
        let mut seat = Self::at_the_door(playbook, author, (facts, MORNING), language, theme, size);
        if !author.is_empty() {
            seat.keys("2");
        }
        seat
    }

    /// A seat as somebody finds it who just opened the cockpit, with facts and when they were entered.
    pub fn at_the_door(
        playbook: Playbook,
        author: &str,
        (facts, entered): (Vec<Vec<Statement>>, i64),
        language: Language,
        theme: Theme,
        size: (u16, u16),
    ) -> Self {
        let setup = Setup {
            store: None,
            holder: Holder::default(),
            author: author.into(),
            clock: Clock::Still(MORNING),
            reading: None,
            playbook,
            serves: None,
        };
        let mut desk = Desk::open(setup, Box::new(|| {})).unwrap().0;
        for statements in facts {
            if entered == MORNING {
                desk.record_now(statements).unwrap();
                continue;
            }
            let mut long = desk.begin("reprise", 1);
            desk.add(&mut long, statements, Some((entered, author))).unwrap();
            desk.finish(long).unwrap();
        }
        desk.news();
        let voice = Voice::new(language);
        let mut cockpit = Cockpit::new(Keymap::shipped().unwrap(), theme, size.0, size.1);
        cockpit.open(&world(&desk, &voice));
        Self { desk, voice, cockpit, asked: Vec::new(), playbook: String::new(), slow: false, cuts: false, size }
    }

    /// Hears an event; while nobody does anything, what is left to look at is looked at.
    pub fn hear(&mut self, event: Event) {
        self.take(event);
        while !self.slow && self.cockpit.is_looking(&world(&self.desk, &self.voice)) {
            self.take(Event::Look);
        }
    }

    fn take(&mut self, event: Event) {
        let effects = self.cockpit.update(event, &world(&self.desk, &self.voice));
        for effect in effects {
            match effect {
                Effect::Record(statements) if !self.slow => {
                    let (act, statements) = self.desk.record(statements);
                    self.hear(Event::News(News::Taken(act, statements)));
                }
                Effect::Settle(changes, turn) => {
                    let news = match Playbook::edited(&self.playbook, &changes) {
                        Ok((text, playbook)) => {
                            self.playbook = text;
                            self.desk.settle_on(playbook);
                            News::Settled { changes, turn, note: None }
                        }
                        Err(flaw) => News::Unsettled(self.voice.reason(&flaw.message)),
                    };
                    self.hear(Event::News(news));
                }
                Effect::Past(of) => {
                    let lines = self.desk.history_of(of).unwrap().lines;
                    self.hear(Event::News(News::Past(of, lines)));
                }
                Effect::Recall(recall) => {
                    let facts = self.desk.said_of(&recall.of()).unwrap();
                    self.hear(Event::News(News::Recalled(facts, recall)));
                }
                Effect::Chronicle(past) => self.chronicle(past),
                Effect::Many { label, said } if !self.cuts => {
                    let mut work = Many::new(label, said, self.voice.language());
                    loop {
                        let beside = work.step(&mut self.desk);
                        let goes_on = matches!(beside, Beside::Progress { .. });
                        self.hear(Event::Beside(beside));
                        if !goes_on {
                            break;
                        }
                    }
                }
                Effect::Forget(Forget::Weigh(whom, names)) => {
                    let (erasure, mentions) = self.desk.erasure(&whom).unwrap();
                    let weighed = Weighed { whom, names, erasure, mentions, backups: 2 };
                    self.hear(Event::Beside(Beside::ToForget(Box::new(weighed))));
                }
                Effect::Retention => {
                    let silent = self.desk.overdue_beside().recv().unwrap().unwrap();
                    self.hear(Event::Beside(Beside::Retained(silent)));
                }
                Effect::Doubles => {
                    let pairs = Pairs::of(self.desk.book(), &mut |_, _| true).unwrap().0;
                    self.hear(Event::Beside(Beside::Doubles(pairs)));
                }
                Effect::Undo(_) => self.undo(false),
                Effect::Redo => self.undo(true),
                Effect::Author(name) => {
                    self.desk.sit(&name);
                    self.hear(Event::Desk);
                }
                other => self.asked.push(other),
            }
        }
    }

    fn chronicle(&mut self, past: Past) {
        let told = match past {
            Past::Acts(before) => {
                let deeds = self.desk.deeds(&Page { before, since: None, most: PAGE }).unwrap();
                Beside::Acts(deeds, before)
            }
            Past::Weigh(act) => {
                let aftermath = self.desk.weigh_beside(&act).recv().unwrap().unwrap();
                Beside::Weighed(act, aftermath)
            }
            Past::TakeBack(act) => {
                self.desk.take_back(*act).unwrap();
                return self.chronicle(Past::Acts(None));
            }
        };
        self.hear(Event::Beside(told));
    }

    fn undo(&mut self, again: bool) {
        let done = if again { self.desk.redo() } else { self.desk.undo() };
        let news = match done {
            Ok(taken) => {
                let statements = taken.act.facts.into_iter().flat_map(|fact| fact.statements).collect();
                News::TakenBack { statements, label: taken.act.label, again, hidden: taken.hidden }
            }
            Err(why) => News::Word(why.tell(&self.voice), true),
        };
        self.settle();
        self.hear(Event::News(news));
    }

    /// Waits until the journal has everything.
    pub fn settle(&mut self) {
        let end = Instant::now() + Duration::from_secs(10);
        loop {
            for news in self.desk.news() {
                match news {
                    desk::News::Saved { fact, .. } => self.hear(Event::News(News::Saved(fact.act))),
                    desk::News::Refused { act, trouble } => {
                        let why = trouble.tell(&self.voice);
                        self.hear(Event::News(News::Refused(act, why)));
                    }
                    desk::News::Heard { fact, over } => {
                        let heard = News::Heard { author: fact.author, statements: fact.statements, over };
                        self.hear(Event::News(heard));
                    }
                    desk::News::Delayed(_)
                    | desk::News::NoDoor(_)
                    | desk::News::Unread
                    | desk::News::Anew
                    | desk::News::Checked(_)
                    | desk::News::NoBackup(_) => {}
                }
            }
            if !self.cockpit.is_waiting() {
                return;
            }
            assert!(Instant::now() < end, "never saved");
            std::thread::yield_now();
        }
    }

    /// Types: letters as they are, `<enter>`, `<down>`, `<ctrl-z>` by name.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        let mut rest = typed;
        while let Some(letter) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|after| after.split_once('>'));
            match named {
                Some((name, after)) if !name.contains(' ') => {
                    self.hear(Event::Key(key(name)));
                    self.hear(Event::Still);
                    rest = after;
                }
                _ => {
                    self.hear(Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)));
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        self
    }

    /// Where a text stands on the screen.
    pub fn place(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let found = screen.lines().enumerate().find_map(|(y, line)| Some((line.find(text)?, y, line)));
        let (at, y, line) = found.unwrap_or_else(|| panic!("no {text}: {screen}"));
        (unicode_width::UnicodeWidthStr::width(&line[..at]) as u16, y as u16)
    }

    /// What the mouse does on a text.
    pub fn point(&mut self, did: Gesture, text: &str) {
        let (x, y) = self.place(text);
        self.hear(Event::Mouse(Mouse { did, x, y }));
    }

    /// A click on a text.
    pub fn click(&mut self, text: &str) {
        self.point(Gesture::Press, text);
        if self.shows(text) {
            self.point(Gesture::Release, text);
        }
    }

    /// The screen, cell by cell.
    pub fn buffer(&self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        let world = world(&self.desk, &self.voice);
        terminal.draw(|frame| self.cockpit.view(&world, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut lines = String::new();
        for y in 0..self.size.1 {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..self.size.0 {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
        lines
    }

    pub fn shows(&self, text: &str) -> bool {
        self.screen().replace(['\u{a0}', '\u{202f}'], " ").contains(text)
    }

    pub fn size(&mut self, width: u16, height: u16) {
        self.size = (width, height);
        self.hear(Event::Resize(width, height));
    }
}

pub fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("ctrl", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("shift", rest)) => (KeyModifiers::SHIFT, rest),
        Some(("alt", rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "backspace" => KeyCode::Backspace,
        "end" => KeyCode::End,
        "home" => KeyCode::Home,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "delete" => KeyCode::Delete,
        function if function.len() > 1 && function.starts_with('f') => KeyCode::F(function[1..].parse().unwrap()),
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
