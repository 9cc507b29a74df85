//! The checklist while on the phone: arrows move even while typing, one letter says how sure, words typed count as
//! validated. Owns a cursor and the words being typed, no answer.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::{
    command::{Command, Focus},
    dossier::{Row, sheet::Source, weighed::mark},
    parts::{Line, Paint, text},
    pointer::Zone,
    theme::Role,
    world::World,
};
use crate::sales::{
    book::{OwnedCase, Records},
    entity::Entity,
    fact::{Answered, Linked, Role as Relation, Set, Statement, Sure, Value},
    fields,
    moment::Day,
    playbook::Criterion,
    qualification::{self, TIMING},
    words::{amount, date},
};

/// The cursor on the checklist and the words being typed.
#[derive(Clone, Debug, Default)]
pub struct Qualify {
    at: usize,
    /// Key of the deal's own checklist; empty while it has the one in use.
    own: String,
    /// How many questions there are; behind them stands the synthesis.
    questions: usize,
    typing: Option<Typing>,
    abandoned: Option<(usize, Typing)>,
}

/// Words being typed, and how sure they are.
#[derive(Clone, Debug)]
struct Typing {
    line: Line,
    sure: Sure,
    fill: bool,
    first: First,
}

/// What the next letter makes of what was pressed first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum First {
    /// This letter said how sure; with a letter behind it, it begins their words.
    Letter(char),
    /// Words without a letter before them.
    Words,
    /// How sure is settled.
    #[default]
    Settled,
}

impl Typing {
    fn with(words: &str, sure: Sure) -> Self {
        Self { line: Line::with(words), sure, fill: false, first: First::default() }
    }

    /// Their words from the first letter on.
    fn words(text: &str) -> Self {
        Self { first: First::Words, ..Self::with(text, Sure::Confirmed) }
    }

    fn key(&mut self, key: KeyEvent, world: &World) {
        match key.code {
            KeyCode::Char(letter) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => self.begin(letter),
            _ if matches!(self.first, First::Letter(_)) => self.first = First::Settled,
            _ => {}
        }
        self.line.key(key);
        self.weigh(world);
    }

    fn paste(&mut self, text: &str, world: &World) {
        text.chars().next().into_iter().for_each(|letter| self.begin(letter));
        self.line.paste(text);
        self.weigh(world);
    }

    /// What is typed over an answer takes its place.
    fn begin(&mut self, letter: char) {
        let First::Letter(own) = self.first else { return };
        *self = if letter.is_alphabetic() || matches!(letter, '\'' | '’') {
            Self::words(&own.to_string())
        } else {
            Self::with("", self.sure)
        };
    }

    /// `non` in so many letters is no validated answer.
    fn weigh(&mut self, world: &World) {
        if self.first == First::Words {
            let denied = fields::folded(world.voice.say(Command::Denied.text()));
            let no = fields::folded(self.line.text().trim()) == denied;
            self.sure = if no { Sure::No } else { Sure::Confirmed };
        }
    }
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Changed what is typed, or nothing.
    Typed,
    /// This is to be entered.
    Commit(Vec<Statement>),
    /// What was typed is given up.
    Abandoned,
    /// The synthesis is to be confirmed.
    Synthesis,
    /// Not a key of the checklist.
    Not,
}

/// How sure an answer is, as a word in the place of a draft.
const SURE: [(Sure, &str); 3] = [(Sure::Confirmed, "yes"), (Sure::Assumed, "maybe"), (Sure::No, "no")];

fn word(sure: Sure) -> &'static str {
    SURE.iter().find(|(known, _)| *known == sure).map_or("yes", |(_, word)| word)
}

/// How sure an answer is by its word.
pub(super) fn sure(word: &str) -> Sure {
    SURE.iter().find(|(_, known)| *known == word).map_or(Sure::Confirmed, |(sure, _)| *sure)
}

impl Qualify {
    /// Opens on a line; on the next best question where none is given.
    pub fn open(&mut self, at: Option<usize>, case: &OwnedCase, world: &World) {
        self.settle(Some(case), world);
        let next = qualification::next_question(&case.as_case(), world.playbook, world.today);
        let named = |next: qualification::Question| self.place(&next.criterion.key, world);
        self.at = at.or(next.and_then(named)).unwrap_or(0);
        self.typing = None;
    }

    /// The checklist of the deal says how many questions there are.
    pub fn settle(&mut self, case: Option<&OwnedCase>, world: &World) {
        if let Some(case) = case {
            let own = world.playbook.own_framework(&case.deal).map(|own| own.key.as_str());
            own.unwrap_or_default().clone_into(&mut self.own);
        }
        self.questions = self.criteria(world).len();
        self.at = self.at.min(self.questions);
    }

    fn criteria<'w>(&self, world: &World<'w>) -> &'w [Criterion] {
        let own = world.playbook.framework_named(&self.own);
        &own.unwrap_or_else(|| world.playbook.framework()).criteria
    }

    fn place(&self, key: &str, world: &World) -> Option<usize> {
        self.criteria(world).iter().position(|criterion| criterion.key == key)
    }

    /// Whether it stands on a question, where letters are their words.
    pub fn asks(&self) -> bool {
        self.at < self.questions
    }

    /// Whether words are being typed.
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// The place of the draft and its text, while words are being typed.
    pub fn draft(&self, deal: Entity, world: &World) -> Option<(String, String)> {
        let typing = self.typing.as_ref()?;
        let criterion = self.criterion(world)?;
        let place = format!("words {deal} {} {}", criterion.key, word(typing.sure));
        Some((place, typing.line.text().to_owned()))
    }

    /// Opens a line with words that were typed before.
    pub fn reopen(&mut self, criterion: &str, sure: Sure, words: &str, world: &World) {
        self.at = self.place(criterion, world).unwrap_or(0);
        self.typing = Some(Typing::with(words, sure));
    }

    /// Brings back what was last given up; whether there was something.
    pub fn bring_back(&mut self) -> bool {
        let Some((at, typing)) = self.abandoned.take() else { return false };
        (self.at, self.typing) = (at, Some(typing));
        true
    }

    fn criterion<'w>(&self, world: &World<'w>) -> Option<&'w Criterion> {
        self.criteria(world).get(self.at)
    }

    /// A wish while nothing is typed.
    pub fn command(&mut self, command: Command, case: &OwnedCase, world: &World) -> Did {
        let last = self.questions;
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::First | Command::PageUp => self.at = 0,
            Command::Last | Command::PageDown => self.at = last,
            Command::Confirmed => self.begin(Sure::Confirmed, case, world),
            Command::Assumed => self.begin(Sure::Assumed, case, world),
            Command::Denied => self.begin(Sure::No, case, world),
            Command::Open if self.at >= last => return Did::Synthesis,
            Command::Open => {
                let known = self.known(case, world).map_or(Sure::Confirmed, |answer| answer.0);
                self.begin(if known == Sure::Unknown { Sure::Confirmed } else { known }, case, world);
            }
            _ => return Did::Not,
        }
        Did::Typed
    }

    fn begin(&mut self, sure: Sure, case: &OwnedCase, world: &World) {
        if self.asks() {
            let words = self.known(case, world).map(|(_, words)| words).unwrap_or_default();
            self.typing = Some(Typing::with(&words, sure));
        }
    }

    /// The letter that said how sure may begin their words.
    pub fn said_by(&mut self, letter: char) {
        if let Some(typing) = &mut self.typing {
            typing.first = First::Letter(letter);
        }
    }

    /// The first letter of their words; whether a question took it.
    pub fn write(&mut self, letter: char) -> bool {
        if self.asks() {
            self.typing = Some(Typing::words(&letter.to_string()));
        }
        self.asks()
    }

    /// Words that came in at once count as validated, after those already there; whether a criterion took them.
    pub fn answer(&mut self, text: &str, case: &OwnedCase, world: &World) -> bool {
        self.begin(Sure::Confirmed, case, world);
        let Some(typing) = &mut self.typing else { return false };
        if !typing.line.text().is_empty() {
            typing.line.paste(" ");
        }
        typing.line.paste(text);
        true
    }

    fn known(&self, case: &OwnedCase, world: &World) -> Option<(Sure, String)> {
        let criterion = self.criterion(world)?;
        let answer = qualification::answer(&case.deal, &criterion.stands_for, world.today)?;
        Some((answer.sure, answer.words.clone()))
    }

    /// A key while words are typed.
    pub fn key(&mut self, key: KeyEvent, case: &OwnedCase, world: &World) -> Did {
        let Some(typing) = &mut self.typing else { return Did::Not };
        let step = match key.code {
            KeyCode::Esc => {
                self.abandoned = self.typing.take().map(|typing| (self.at, typing));
                return Did::Abandoned;
            }
            KeyCode::Enter | KeyCode::Down => 1,
            KeyCode::Up => -1,
            KeyCode::Tab => {
                typing.fill = true;
                1
            }
            _ => {
                typing.key(key, world);
                return Did::Typed;
            }
        };
        // What is already there is left out against the book, not against what is being typed.
        let said = self.said(case, world);
        self.typing = None;
        let last = self.questions;
        self.at = self.at.saturating_add_signed(step).min(last);
        Did::Commit(said)
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, world: &World) {
        if let Some(typing) = &mut self.typing {
            typing.paste(text, world);
        }
    }

    /// What would be entered now.
    pub fn typed(&self, case: &OwnedCase, world: &World) -> Vec<Statement> {
        if self.typing.is_some() { self.said(case, world) } else { Vec::new() }
    }

    fn said(&self, case: &OwnedCase, world: &World) -> Vec<Statement> {
        let (Some(typing), Some(criterion)) = (&self.typing, self.criterion(world)) else { return Vec::new() };
        let deal = case.deal.entity;
        let words = typing.line.text().trim().to_owned();
        let known = world.book.deal(deal);
        let known = known.as_ref().and_then(|deal| qualification::answer(deal, &criterion.stands_for, world.today));
        let mut said = Vec::new();
        if known.is_none_or(|answer| (answer.sure, answer.words.as_str()) != (typing.sure, words.as_str())) {
            if let Some(party) = case.deal.party.filter(|_| deal.is_fresh()) {
                said.push(Statement::Linked(Linked { from: deal, to: party, role: Relation::Party, tied: true }));
            }
            said.push(Statement::Answered(Answered {
                deal,
                criterion: criterion.key.clone(),
                stands_for: criterion.stands_for.clone(),
                sure: typing.sure,
                words,
                by: case.contact.as_ref().map(|contact| contact.entity),
                on: world.today,
            }));
        }
        if typing.fill {
            said.extend(
                self.offer(case, world)
                    .map(|(field, value)| Statement::Set(Set { about: deal, field: field.to_owned(), value })),
            );
        }
        said
    }

    /// The field that the words fill at the same time: nothing is typed twice.
    fn offer(&self, case: &OwnedCase, world: &World) -> Option<(&'static str, Value)> {
        let (typing, criterion) = (self.typing.as_ref()?, self.criterion(world)?);
        let words = typing.line.text();
        let pieces = || std::iter::once(words).chain(words.split([',', ';', '.']));
        match criterion.stands_for.as_str() {
            "budget" if case.deal.purchases.is_empty() => {
                let tax = super::form::gather::tax_of(world.book, case.deal.party);
                let found = pieces().find_map(|piece| {
                    let one = amount::parse(piece, tax).ok();
                    one.or_else(|| amount::range(piece).map(|(low, _)| crate::sales::money::Money { tax, ..low }))
                });
                found.filter(|money| money.cents > 0).map(|money| ("deal.amount", Value::Money(money)))
            }
            TIMING => pieces().find_map(|piece| start(piece, world.today)).map(|day| ("deal.start", Value::Day(day))),
            _ => None,
        }
    }

    /// Draws the checklist with what helps asking.
    pub fn draw(&self, paint: &mut Paint, place: Rect, source: &Source, world: &World) {
        let mut pen = Pen { y: place.y, place };
        pen.row(paint, &source.name(), false);
        let sheet = qualification::sheet(&source.case.deal, world.playbook, world.today);
        let met = sheet.iter().filter(|line| line.sure == Sure::Confirmed).count();
        let end = format!("{met}/{}", sheet.len());
        pen.row(paint, &Row::rule(&source.checklist_name(), &end), false);
        let gap = sheet.iter().map(|line| text::width(world.label(&line.criterion.label))).max().unwrap_or(0);
        let first = self.at.saturating_sub(usize::from(place.height / 3));
        for (at, line) in sheet.iter().enumerate().skip(first) {
            let here = at == self.at;
            paint.zone(pen.line(), Zone::Spot(Focus::Checklist, at));
            match &self.typing {
                Some(typing) if here => self.draw_typing(paint, &mut pen, typing, line, gap, world, source.case),
                _ => pen.row(paint, &source.criterion(line, gap, true), here),
            }
            if here {
                pen.questions(paint, line.criterion, world);
            }
        }
        self.draw_synthesis(paint, &mut pen, source, world, sheet.len());
        for row in source.families().into_iter().chain(source.raises()) {
            pen.row(paint, &row, false);
        }
    }

    fn draw_synthesis(&self, paint: &mut Paint, pen: &mut Pen, source: &Source, world: &World, at: usize) {
        let deal = &source.case.deal;
        let key = match (
            qualification::is_qualified(deal, world.playbook),
            qualification::open(deal, world.playbook).len(),
        ) {
            (true, _) => "pane-qualified-done",
            (false, 0) => "pane-synthesis-ready",
            (false, _) => "pane-synthesis-open",
        };
        let role = if key == "pane-synthesis-open" { Role::Quiet } else { Role::Good };
        let row = Row::line(vec![("    ".to_owned(), Role::Quiet), (world.voice.say(key).to_owned(), role)]);
        pen.row(paint, &row, self.at >= at);
    }

    #[expect(clippy::too_many_arguments, reason = "one line of the screen needs all it shows")]
    fn draw_typing(
        &self,
        paint: &mut Paint,
        pen: &mut Pen,
        typing: &Typing,
        line: &qualification::Line<'_>,
        gap: usize,
        world: &World,
        case: &OwnedCase,
    ) {
        if pen.is_full() {
            return;
        }
        let (sign, role) = mark(typing.sure);
        let (x, right, y) = (pen.place.x, pen.place.right(), pen.y);
        let x = paint.put(x, y, right - x, &format!("{sign} "), role);
        let label = x + gap as u16 + 2;
        paint.put(x, y, (gap as u16).min(right.saturating_sub(x)), world.label(&line.criterion.label), Role::Strong);
        typing.line.draw(paint, label, y, right.saturating_sub(label));
        pen.y += 1;
        if let Some((field, value)) = self.offer(case, world) {
            let shown = fields::field(field).map(|field| world.voice.value(field, &value)).unwrap_or_default();
            let args = [("field", world.voice.field(field).into()), ("value", shown.into())];
            let offer = world.voice.tell("pane-offer", &args);
            pen.row(paint, &Row::line(vec![(format!("    {offer}"), Role::Toast)]), false);
        }
    }
}

/// Where the next line goes.
struct Pen {
    y: u16,
    place: Rect,
}

impl Pen {
    /// The line it stands on.
    fn line(&self) -> Rect {
        Rect { y: self.y, height: 1, ..self.place }
    }

    fn is_full(&self) -> bool {
        self.y >= self.place.bottom()
    }

    fn row(&mut self, paint: &mut Paint, row: &Row, here: bool) {
        if !self.is_full() {
            row.draw(paint, self.line(), here);
            self.y += 1;
        }
    }

    fn questions(&mut self, paint: &mut Paint, criterion: &Criterion, world: &World) {
        for question in &criterion.questions {
            let room = usize::from(self.place.width.saturating_sub(6)).max(1);
            for (n, line) in text::wrapped(world.label(question), room).into_iter().enumerate() {
                let text = format!("    {} {line}", if n == 0 { '?' } else { ' ' });
                self.row(paint, &Row::line(vec![(text, Role::Question)]), false);
            }
        }
    }
}

/// "en mars", "le 15/12": the day the words name, if they name one.
fn start(words: &str, today: Day) -> Option<Day> {
    let words = words.trim();
    let bare = ["en ", "au ", "le ", "pour ", "début ", "fin ", "in ", "from "]
        .iter()
        .find_map(|word| words.strip_prefix(word));
    let read = |text: &str| {
        date::parse(text, today)
            .ok()
            .map(|moment| moment.day)
            .or_else(|| date::parse(&format!("1 {text}"), today).ok().map(|moment| moment.day))
    };
    read(words).or_else(|| read(bare?))
}
