//! A card: two lines, the name with its score, then what it is worth, what is special about it and when it is due.

use ratatui::layout::Rect;

use crate::{
    cockpit::{
        parts::Paint,
        theme::{Role, Theme},
        told,
        world::World,
    },
    sales::{
        card::{Badges, Card},
        fact::Temperature,
    },
};

/// Lines of a card.
pub const CARD: u16 = 2;
/// From here on the temperature and the badges have their names on every card.
const WORDY: u16 = 30;

/// How a card stands out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stand {
    /// The cursor is on it: how its name looks.
    pub here: Option<Role>,
    /// It is marked for what is done to many.
    pub marked: bool,
    /// It is won or lost.
    pub closed: bool,
}

/// Draws it.
pub fn draw(paint: &mut Paint, place: Rect, card: &Card, name: &str, world: &World, stand: Stand) {
    let score = format!("{} {:>2}", told::heat(card.temperature), card.score);
    let left = place.x + 1;
    let room = place.width.saturating_sub(2 + paint.width(&score));
    let role = stand.here.unwrap_or(Role::Quiet);
    let signs = paint.signs();
    if stand.here.is_some() {
        paint.put(place.x, place.y, 1, signs.marker.encode_utf8(&mut [0; 4]), Role::Marker);
        paint.put(place.x, place.y + 1, 1, signs.marker.encode_utf8(&mut [0; 4]), Role::Marker);
    }
    if stand.marked {
        paint.put(place.x, place.y, 1, signs.mark.encode_utf8(&mut [0; 4]), Role::Strong);
    }
    let name = if name.is_empty() { world.voice.say("pane-nameless") } else { name };
    let mut x = left;
    if card.badges.has(Badges::COMPLAINT) {
        x = paint.put(left, place.y, room, "!! ", Role::Bad);
    }
    paint.put(x, place.y, (left + room).saturating_sub(x), name, role);
    paint.right(left, place.right(), place.y, &score, Theme::heat(card.temperature));
    second(paint, place, card, world, stand.closed);
}

/// Where there is no room badges shrink to signs, then give way; the temperature goes before them.
fn second(paint: &mut Paint, place: Rect, card: &Card, world: &World, closed: bool) {
    let y = place.y + 1;
    let left = place.x + 2;
    let mut end = place.right();
    let when = if closed {
        Some((world.voice.day_short(card.closed_on(), world.today), Role::Quiet))
    } else {
        due(card, world)
    };
    if let Some((text, role)) = when {
        end = paint.right(left, end, y, &text, role);
    }
    let spare = u16::from(end < place.right());
    let end = end.saturating_sub(spare);
    let amount = card.amount_cents.map_or_else(|| "—".to_owned(), |cents| told::short(world, cents));
    if paint.width(&amount) > end.saturating_sub(left) {
        return;
    }
    let x = paint.put(left, y, end - left, &amount, Role::Quiet) + 1;
    let badges = badges(card, world);
    let wide: u16 = badges.iter().map(|badge| paint.width(&badge.long) + 1).sum();
    let heat = world.voice.word(&card.temperature);
    let told = card.badges.has(Badges::TURNED_HOT);
    let heated = if place.width >= WORDY && !told { paint.width(heat) + 1 } else { 0 };
    let room = end.saturating_sub(x) + 1;
    let mut x = x;
    // On narrow cards the sign beside the score says it on all of them alike.
    if heated > 0 && wide + heated <= room {
        x = paint.put(x, y, end.saturating_sub(x), heat, heat_role(card)) + 1;
    }
    let mut signs: u16 = badges.iter().map(|badge| paint.width(&badge.short) + 1).sum();
    for badge in badges {
        signs -= paint.width(&badge.short) + 1;
        let fits = x + paint.width(&badge.long) + signs <= end;
        let words = if fits { badge.long.as_str() } else { badge.short.as_str() };
        if !words.is_empty() && x + paint.width(words) <= end {
            x = paint.put(x, y, end - x, words, badge.role) + 1;
        }
    }
}

/// Warm and cold speak softly beside the score; hot does not.
fn heat_role(card: &Card) -> Role {
    if card.temperature == Temperature::Hot { Role::Hot } else { Role::Quiet }
}

/// When the card is due, in words.
fn due(card: &Card, world: &World) -> Option<(String, Role)> {
    let due = card.due?;
    let late = world.today.since(due);
    Some(match late {
        1.. => (world.voice.late(late), Role::Late),
        0 => (world.voice.day_short(due, world.today), Role::Today),
        _ => (world.voice.day_short(due, world.today), Role::Quiet),
    })
}

/// What is special about a card, in words and as a sign.
struct Badge {
    long: String,
    short: String,
    role: Role,
}

fn badges(card: &Card, world: &World) -> Vec<Badge> {
    let voice = world.voice;
    let plain = |badge: u8, long: &str, short: &str, role: Role| {
        let of = |key: &str| if key.is_empty() { String::new() } else { voice.say(key).to_owned() };
        card.badges.has(badge).then(|| Badge { long: of(long), short: of(short), role })
    };
    let number = |long: &str, short: &str, number: u16, shown: u16, role: Role| Badge {
        long: voice.tell(long, &[("n", number.to_string().into())]),
        short: voice.tell(short, &[("n", shown.to_string().into())]),
        role,
    };
    let quote = card.quote_days.map(|days| number("badge-quote", "badge-quote-short", days, days, Role::Late));
    let client = card.since.map(|year| number("badge-client", "badge-client-short", year, year % 100, Role::Good));
    [
        plain(Badges::COMPLAINT, "badge-complaint", "", Role::Bad),
        plain(Badges::TURNED_HOT, "badge-turned_hot", "badge-turned_hot-short", Role::Hot),
        plain(Badges::FORCED, "badge-forced", "badge-forced-short", Role::Waiting),
        quote,
        client,
        plain(Badges::NO_NEXT_STEP, "badge-no_step", "badge-no_step-short", Role::Waiting),
    ]
    .into_iter()
    .flatten()
    .collect()
}
