//! The list of the day, drawn: progress on top, then two lines an entry, or how the day ended.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::{ENTRY, Entry, HEAD, Today, page, why};
use crate::{
    cockpit::{
        parts::{Paint, bar, text},
        pointer::Zone,
        theme::{Role, Theme},
        told,
        world::World,
    },
    sales::{
        card::{Badges, Card},
        entity::Entity,
        holidays::plus_working,
        sieve::Sieve,
        today::Today as List,
    },
};

/// Columns of an amount in few letters.
const AMOUNT: usize = 7;

/// How the list stands out.
pub struct Look<'a> {
    /// The keys go to it.
    pub focused: bool,
    /// Whether a deal is marked.
    pub marked: &'a dyn Fn(Entity) -> bool,
    /// What is offered above it: the more pressing first.
    pub offers: [&'a str; 2],
    /// The key that opens.
    pub open: &'a str,
}

impl Today {
    /// Draws the list.
    pub fn draw(&self, paint: &mut Paint, place: Rect, world: &World, sieve: Option<&Sieve>, look: &Look) {
        if place.width < 8 || place.height < HEAD {
            return;
        }
        let list = self.list(world, sieve);
        head(paint, place, &list, look.offers, world);
        if list.is_empty() {
            let body = Rect { y: place.y + HEAD + 1, height: place.height.saturating_sub(HEAD + 1), ..place };
            return ended(paint, body, &list, look, world);
        }
        for (n, row) in list.rows().skip(self.top).take(page(place)).enumerate() {
            let Some(card) = world.columns.row(row) else { continue };
            let spot = Rect { y: place.y + HEAD + n as u16 * ENTRY, height: ENTRY, ..place };
            paint.zone(spot, Zone::Entry(self.top + n, card.deal));
            let here = self.top + n == self.line && self.deal == Some(card.deal);
            entry(paint, spot, &card, &self.entry(&card, world), world, here.then_some(look.focused));
            if (look.marked)(card.deal) {
                let mark = paint.signs().mark.to_string();
                paint.put(spot.x, spot.y, 1, &mark, Role::Strong);
            }
        }
    }

    fn entry(&self, card: &Card, world: &World) -> Rc<Entry> {
        let mut words = self.words.borrow_mut();
        words.entry(card.deal).or_insert_with(|| Rc::new(said(card, world))).clone()
    }
}

fn said(card: &Card, world: &World) -> Entry {
    let case = crate::cockpit::world::case(world.book, card.deal);
    let name = case.as_ref().map(crate::cockpit::world::name).unwrap_or_default();
    let person = case.as_ref().and_then(|case| case.contact.as_ref()).map(crate::sales::contact::Contact::name);
    Entry {
        person: person.filter(|person| *person != name).unwrap_or_default(),
        reason: case.map(|case| why::reason(&case.as_case(), card, world)).unwrap_or_default(),
        name: if name.is_empty() { world.voice.say("pane-nameless").to_owned() } else { name },
    }
}

/// How far the day is worked through.
fn head(paint: &mut Paint, place: Rect, list: &List, offers: [&str; 2], world: &World) {
    let tally = list.tally;
    let (through, all) = tally.progress(list.len());
    let words = world.voice.tell("today-progress", &[("done", through.into()), ("all", all.into())]);
    let x = paint.put(place.x + 1, place.y, place.width.saturating_sub(1), &words, Role::Strong) + 2;
    let args = [("late", tally.late.into()), ("hot", tally.hot.into())];
    let end =
        paint.right(x, place.right().saturating_sub(1), place.y, &world.voice.tell("today-left", &args), Role::Label);
    let room = end.saturating_sub(x + 2).min(26);
    if room >= 6 {
        bar::draw(paint, x, place.y, room, through as u32, all as u32);
    }
    paint.rule(place.x, place.y + 1, place.width.saturating_sub(1), offers[0], offers[1]);
}

/// Two lines: who and how warm; what it is worth and why now.
fn entry(paint: &mut Paint, place: Rect, card: &Card, said: &Entry, world: &World, here: Option<bool>) {
    let role = match here {
        Some(true) => Role::Cursor,
        Some(false) => Role::Strong,
        None => Role::Quiet,
    };
    if here.is_some() {
        let marker = paint.signs().marker.to_string();
        paint.put(place.x, place.y, 1, &marker, Role::Marker);
        paint.put(place.x, place.y + 1, 1, &marker, Role::Marker);
    }
    let left = place.x + 2;
    let heat = format!("{} {:>2} {}", told::heat(card.temperature), card.score, world.voice.word(&card.temperature));
    let end = paint.right(left, place.right().saturating_sub(1), place.y, &heat, Theme::heat(card.temperature));
    let complaint = if card.badges.has(Badges::COMPLAINT) { "!! " } else { "" };
    let name = format!("{complaint}{}", said.name);
    let x = paint.put(left, place.y, end.saturating_sub(left + 1), &name, role) + 2;
    paint.put(x, place.y, end.saturating_sub(x + 1), &said.person, Role::Label);
    let (when, tone) = when(card, world);
    let x = paint.put(left, place.y + 1, place.right().saturating_sub(left + 1), &when, tone) + 2;
    paint.put(x, place.y + 1, place.right().saturating_sub(x + 1), &said.reason, reason_role(card, world));
}

/// The hour that was fixed, else what it is worth.
fn when(card: &Card, world: &World) -> (String, Role) {
    let hour = card.hour.filter(|_| card.due == Some(world.today));
    let role = match hour {
        Some(hour) if hour < world.now => Role::Late,
        Some(_) => Role::Today,
        None => Role::Quiet,
    };
    let hour = hour.map(|hour| {
        let shown = world.voice.hour(hour);
        if hour < world.now { world.voice.tell("today-past", &[("hour", shown.into())]) } else { shown }
    });
    let amount = || card.amount_cents.map_or_else(|| "—".to_owned(), |cents| told::short(world, cents));
    let shown = hour.unwrap_or_else(amount);
    let pad = AMOUNT.saturating_sub(text::width(&shown));
    (format!("{}{shown}", " ".repeat(pad)), role)
}

fn reason_role(card: &Card, world: &World) -> Role {
    if card.badges.has(Badges::COMPLAINT) {
        Role::Bad
    } else if card.badges.has(Badges::TURNED_HOT) {
        Role::Hot
    } else if card.due.is_some_and(|due| due < world.today) {
        Role::Late
    } else {
        Role::Today
    }
}

/// Nobody is left: what was done, what was moved, what the next working day brings.
fn ended(paint: &mut Paint, place: Rect, list: &List, look: &Look, world: &World) {
    let tally = list.tally;
    let next = plus_working(world.today, 1);
    let args = [
        ("done", tally.done.into()),
        ("postponed", tally.postponed.into()),
        ("day", world.voice.day_on(next, world.today).into()),
        ("tomorrow", tally.tomorrow.into()),
    ];
    let nothing = tally.done + tally.postponed == 0;
    let mut lines = vec![world.voice.tell(if nothing { "today-nothing" } else { "today-ended" }, &args)];
    if tally.stray > 0 {
        let args = [("count", tally.stray.into()), ("key", look.open.into())];
        lines.push(world.voice.tell("today-stray", &args));
    }
    let room = usize::from(place.width.saturating_sub(3)).max(1);
    let wrapped = lines.iter().flat_map(|line| text::wrapped(line, room)).take(usize::from(place.height));
    for (y, line) in (place.y..).zip(wrapped) {
        paint.put(place.x + 2, y, room as u16, &line, Role::Strong);
    }
}
