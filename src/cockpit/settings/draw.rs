//! The numbers on the left, what they would make of the portfolio on the right or below.

use ratatui::layout::Rect;

use super::{
    Settings,
    knob::{Knob, Page},
};
use crate::{
    cockpit::{
        form::draw::frame,
        parts::{Paint, text},
        pointer::Zone,
        theme::{Role, Theme},
        told,
        world::{self, World},
    },
    sales::{
        contact::Contact,
        fact::Temperature,
        moment::Hour,
        playbook::{Dial, Family, Habit, Number, Tuning},
        trial::{Bands, Mover},
    },
};

/// From here on the ranking stands beside the numbers.
const BESIDE: u16 = 90;
/// Columns of the numbers then.
const NUMBERS: u16 = 46;

/// Lines of what the numbers of a page mean, below them.
const ABOUT: u16 = 5;

/// A line of the numbers.
enum Line {
    Head(String, String),
    Knob(usize),
}

impl Settings {
    /// Draws it over the panes.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        frame(paint, area, world.voice.say("settings-title"));
        if area.height < 6 || area.width < 12 {
            return;
        }
        self.draw_pages(paint, Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: 1 }, world);
        let inner = Rect { x: area.x + 2, y: area.y + 2, width: area.width - 4, height: area.height - 4 };
        if area.width >= BESIDE {
            self.draw_numbers(paint, Rect { width: NUMBERS, ..inner }, world);
            let x = inner.x + NUMBERS + 1;
            paint.wall(Rect { x, width: 1, ..inner });
            self.draw_beside(paint, Rect { x: x + 2, width: inner.right().saturating_sub(x + 2), ..inner }, world);
        } else {
            let below = if self.page == Page::Score { inner.height * 2 / 5 } else { ABOUT };
            let upper = inner.height.saturating_sub(below).max(3).min(inner.height);
            self.draw_numbers(paint, Rect { height: upper, ..inner }, world);
            let below = Rect { y: inner.y + upper, height: inner.height - upper, ..inner };
            self.draw_beside(paint, below, world);
        }
        let (words, role) = match &self.typed.flaw {
            Some(flaw) => (flaw.as_str(), Role::Bad),
            None if area.width < 60 => (world.voice.say("settings-keys-short"), Role::Label),
            None => (world.voice.say("settings-keys"), Role::Label),
        };
        paint.put(inner.x, area.bottom() - 2, inner.width, words, role);
    }

    fn draw_pages(&self, paint: &mut Paint, line: Rect, world: &World) {
        let mut x = line.x;
        for page in Page::ALL {
            let here = page == self.page;
            let name = world.voice.say(page.text());
            let name = if here { format!("[{name}]") } else { format!(" {name} ") };
            let role = if here { Role::Title } else { Role::Quiet };
            x = paint.put(x, line.y, line.right().saturating_sub(x), &name, role) + 1;
        }
    }

    /// The ranking, or what the numbers mean where they change none.
    fn draw_beside(&self, paint: &mut Paint, place: Rect, world: &World) {
        let about = match self.here() {
            Some(Knob::Habit(Habit::Days(..))) => "settings-about-days",
            Some(Knob::Habit(_)) if self.page == Page::Law => "settings-about-law",
            Some(Knob::Habit(_)) => "settings-about-rhythm",
            _ => return self.draw_ranking(paint, place, world),
        };
        paint.rule(place.x, place.y, place.width, "", "");
        let lines = text::wrapped(world.voice.say(about), usize::from(place.width).max(1));
        for (line, y) in lines.iter().zip(place.y + 1..place.bottom()) {
            paint.put(place.x, y, place.width, line, Role::Quiet);
        }
    }

    fn draw_numbers(&self, paint: &mut Paint, place: Rect, world: &World) {
        let lines = self.lines(world);
        let here = lines.iter().position(|line| matches!(line, Line::Knob(at) if *at == self.at)).unwrap_or(0);
        let room = usize::from(place.height);
        let first = (here + 1 + room / 2).saturating_sub(room).min(lines.len().saturating_sub(room));
        for (line, y) in lines.iter().skip(first).take(room).zip(place.y..) {
            let spot = Rect { y, height: 1, ..place };
            match line {
                Line::Head(words, sum) => {
                    paint.put(spot.x, y, spot.width, words, Role::Title);
                    paint.right(spot.x, spot.right(), y, sum, Role::Label);
                }
                Line::Knob(at) => self.draw_knob(paint, spot, *at, world),
            }
        }
    }

    fn lines(&self, world: &World) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut before = None;
        for (at, knob) in self.knobs.iter().enumerate() {
            let (key, sum) = self.head(*knob);
            if before != Some(key) {
                before = Some(key);
                lines.push(Line::Head(world.voice.say(key).to_owned(), sum));
            }
            lines.push(Line::Knob(at));
        }
        lines
    }

    /// Under which words a number stands, and what those beside it give at most.
    fn head(&self, knob: Knob) -> (&'static str, String) {
        let family = match knob {
            Knob::Dial(Dial::Points(rule) | Dial::HalfLife(rule)) => {
                self.tuning.rules().get(rule).map(|rule| rule.family)
            }
            _ => None,
        };
        match (knob, family) {
            (_, Some(family)) => (family_text(family), self.sum(family)),
            (Knob::Dial(_), None) => ("settings-thresholds", String::new()),
            (Knob::Habit(Habit::Days(..)), None) => ("settings-days", String::new()),
            (Knob::Habit(Habit::Number(number)), None) if Number::RHYTHM.contains(&number) => {
                ("settings-follow_up", String::new())
            }
            (Knob::Habit(Habit::Number(Number::Retention)), None) => ("settings-keeping", String::new()),
            (Knob::Habit(Habit::Banned), None) => ("settings-trade", String::new()),
            (Knob::Habit(_), None) => ("settings-calling", String::new()),
        }
    }

    /// What a family gives at most.
    fn sum(&self, family: Family) -> String {
        let of = self.tuning.rules().iter().filter(|rule| rule.family == family && rule.points > 0);
        match of.map(|rule| rule.points).sum::<i32>() {
            0 => String::new(),
            sum => sum.to_string(),
        }
    }

    fn draw_knob(&self, paint: &mut Paint, spot: Rect, at: usize, world: &World) {
        let Some(knob) = self.knobs.get(at).copied() else { return };
        paint.zone(spot, Zone::Item(at));
        let here = at == self.at;
        let label = self.label(knob, world);
        let indent = if matches!(knob, Knob::Dial(Dial::HalfLife(_))) { 4 } else { 2 };
        if here {
            let marker = paint.signs().marker.to_string();
            paint.put(spot.x, spot.y, 1, &marker, Role::Marker);
        }
        let framework = knob == Knob::Dial(Dial::Framework);
        let held = if framework { world.playbook.tuning() } else { self.held(world.playbook) };
        let (held, now) = (shown(&held, knob, world), shown(&self.tuning, knob, world));
        let half_typed = here && self.typed.flaw.is_some() && !self.typed.text.is_empty();
        let shown = if half_typed { &self.typed.text } else { &now };
        let role = if here { Role::Cursor } else { Role::Strong };
        let mut end = paint.right(spot.x + 8, spot.right(), spot.y, &format!(" {shown} "), role);
        if now != held {
            end = paint.right(spot.x + 8, end, spot.y, &format!("{held} → "), Role::Label);
        }
        let room = usize::from(end.saturating_sub(spot.x + indent + 1));
        let label = text::cut(&label, room, paint.signs().cut).into_owned();
        paint.put(spot.x + indent, spot.y, room as u16, &label, if here { Role::Strong } else { Role::Quiet });
    }

    fn label(&self, knob: Knob, world: &World) -> String {
        let say = |key: &str| world.voice.say(key).to_owned();
        match knob {
            Knob::Dial(Dial::Framework) => say("settings-framework"),
            Knob::Dial(Dial::Hot) => say("settings-hot"),
            Knob::Dial(Dial::Warm) => say("settings-warm"),
            Knob::Dial(Dial::HalfLife(_)) => say("settings-half_life"),
            Knob::Dial(Dial::Points(rule)) => {
                self.tuning.rules().get(rule).map_or_else(String::new, |rule| world.label(&rule.label).to_owned())
            }
            Knob::Habit(Habit::Days(row, band)) => {
                let row = say(&format!("settings-row-{}", row.key()));
                format!("{row} · {}", world.voice.word(&band))
            }
            Knob::Habit(Habit::Number(number)) => say(&format!("settings-{}", number.place().1)),
            Knob::Habit(Habit::Banned) => say("settings-banned"),
            Knob::Habit(Habit::Opens(at)) => world.voice.tell("settings-opens", &[("n", (at + 1).into())]),
            Knob::Habit(Habit::Closes(at)) => world.voice.tell("settings-closes", &[("n", (at + 1).into())]),
        }
    }

    fn draw_ranking(&self, paint: &mut Paint, place: Rect, world: &World) {
        if place.height < 2 {
            return;
        }
        let changed = i64::try_from(self.outcome.changed).unwrap_or(i64::MAX);
        let count = world.voice.number(changed);
        let words = world.voice.tell("settings-changed", &[("count", changed.into()), ("number", count.into())]);
        paint.rule(place.x, place.y, place.width, &words, "");
        let (before, after) = self.outcome.bands;
        paint.put(place.x, place.y + 1, place.width, &bands(before, after, world), Role::Strong);
        for (mover, y) in self.outcome.top.iter().zip(place.y + 2..place.bottom()) {
            draw_mover(paint, Rect { y, height: 1, ..place }, mover, world);
        }
    }
}

/// The words of a family.
fn family_text(family: Family) -> &'static str {
    match family {
        Family::Qualification => "family-qualification",
        Family::Fit => "family-fit",
        Family::Interest => "family-interest",
        Family::Data => "family-data",
        Family::Minus => "family-minus",
    }
}

/// How it stands, in words.
fn shown(tuning: &Tuning, knob: Knob, world: &World) -> String {
    match knob {
        Knob::Dial(Dial::Framework) => {
            tuning.checklist().map(|label| world.label(label).to_owned()).unwrap_or_default()
        }
        Knob::Habit(Habit::Banned) => {
            world.voice.say(if knob.of(tuning) > 0 { "settings-yes" } else { "settings-no" }).to_owned()
        }
        knob if knob.is_hour() => world.voice.hour(Hour(knob.of(tuning).unsigned_abs() as u16)),
        knob => knob.of(tuning).to_string(),
    }
}

/// `chaud 3 → 5   tiède 12 → 10   froid 45`
fn bands(before: Bands, after: Bands, world: &World) -> String {
    let number = |count: usize| world.voice.number(i64::try_from(count).unwrap_or(i64::MAX));
    let band = |heat: Temperature, before: usize, after: usize| {
        let word = world.voice.word(&heat);
        if before == after {
            format!("{word} {}", number(after))
        } else {
            format!("{word} {} → {}", number(before), number(after))
        }
    };
    let all = [
        band(Temperature::Hot, before.hot, after.hot),
        band(Temperature::Warm, before.warm, after.warm),
        band(Temperature::Cold, before.cold, after.cold),
    ];
    all.join("   ")
}

fn draw_mover(paint: &mut Paint, spot: Rect, mover: &Mover, world: &World) {
    let (was, rank) = mover.rank;
    let moved = if was == rank { format!("{rank:>3}") } else { format!("{rank:>3} ({was})") };
    let role = match was.cmp(&rank) {
        std::cmp::Ordering::Greater => Role::Good,
        std::cmp::Ordering::Less => Role::Bad,
        std::cmp::Ordering::Equal => Role::Quiet,
    };
    paint.put(spot.x, spot.y, 9, &moved, role);
    let (heat, score) = (mover.heat.1, mover.score);
    let word = world.voice.word(&heat);
    let end = paint.right(spot.x + 10, spot.right(), spot.y, &format!(" {word:<5}"), Theme::heat(heat));
    let points = if score.0 == score.1 { format!("{:>3}", score.1) } else { format!("{} → {}", score.0, score.1) };
    let end = paint.right(spot.x + 10, end, spot.y, &format!(" {points}"), Role::Strong);
    let case = world::case(world.book, mover.deal);
    let person = case.as_ref().and_then(|case| case.contact.as_ref()).map(Contact::name).unwrap_or_default();
    let firm = told::name(world.book, mover.deal);
    // Two firms of one name are told apart by whom one speaks with.
    let name = if person.is_empty() || person == firm { firm } else { format!("{firm} · {person}") };
    let name = text::cut(&name, usize::from(end.saturating_sub(spot.x + 10)), paint.signs().cut).into_owned();
    paint.put(spot.x + 10, spot.y, end.saturating_sub(spot.x + 10), &name, Role::Quiet);
}
