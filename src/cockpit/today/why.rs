//! Why somebody stands in the list of the day, whether one may approach them, and how: rows for the dossier beside it.

use crate::{
    cockpit::{
        dossier::{Row, sheet::Source},
        theme::Role,
        told,
        world::World,
    },
    sales::{
        card::Card,
        case::Case,
        fact::Approach,
        law::{self, Verdict},
        moment::Moment,
        status::Status,
        today,
    },
};

/// The ways one is asked about most, in the order of use.
const WAYS: [Approach; 3] = [Approach::Phone, Approach::Mail, Approach::Sms];

/// Why a card stands in the list, in words.
pub fn reason(case: &Case<'_>, card: &Card, world: &World) -> String {
    told::reason(world, &today::why(case, card, world.playbook, world.today))
}

/// Why this person now, what the law says of each way, and how to speak with them; where there is little room, the first
/// two alone.
pub fn rows(source: &Source, card: &Card) -> Vec<Row> {
    let world = source.world;
    let why = reason(&source.case.as_case(), card, world);
    let mut rows = vec![Row::rule(world.voice.say("today-why"), "")];
    rows.extend(source.wrapped("", &why, Role::Question));
    let ways = if source.is_short() { &WAYS[..1] } else { &WAYS[..] };
    rows.extend(ways.iter().flat_map(|way| may(source, *way, card.status)));
    if !source.is_short() {
        rows.extend(source.wrapped("", world.voice.say(approach(card.status)), Role::Quiet));
    }
    rows
}

/// How to speak with somebody of this status.
fn approach(status: Status) -> &'static str {
    match status {
        Status::Lead => "today-approach-lead",
        Status::Prospect => "today-approach-prospect",
        Status::Intermediary => "today-approach-intermediary",
        Status::Client => "today-approach-client",
        Status::Lapsed => "today-approach-lapsed",
    }
}

fn may(source: &Source, way: Approach, status: Status) -> Vec<Row> {
    let world = source.world;
    let now = Moment { day: world.today, hour: Some(world.now) };
    let may = law::may(way, &source.case.as_case(), status, world.playbook, now);
    let role = if may.verdict == Verdict::Yes { Role::Label } else { Role::Bad };
    let because = told::reason(world, &may.because.reason());
    let words = world.voice.may(way, may.verdict, &because, world.today);
    source.wrapped("", &words, role)
}
