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
        contact::Activity,
        fact::Approach,
        law::{self, May, Verdict},
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
    for (ways, said) in may(source, ways, card.status) {
        let role = if said.verdict == Verdict::Yes { Role::Label } else { Role::Bad };
        let because = told::reason(world, &said.because.reason());
        rows.extend(source.wrapped("", &world.voice.may(&ways, said.verdict, &because, world.today), role));
    }
    if !source.is_short() {
        rows.extend(source.wrapped("", &clocks(source), Role::Label));
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

/// The ways with what the law says of them; those of which it says the same stand together.
fn may(source: &Source, ways: &[Approach], status: Status) -> Vec<(Vec<Approach>, May)> {
    let world = source.world;
    let now = Moment { day: world.today, hour: Some(world.now) };
    let mut said: Vec<(Vec<Approach>, May)> = Vec::new();
    for way in ways {
        let may = law::may(*way, &source.case.as_case(), status, world.playbook, now);
        match said.iter_mut().find(|(_, known)| *known == may) {
            Some((same, _)) => same.push(*way),
            None => said.push((vec![*way], may)),
        }
    }
    said
}

/// Our last touch, and their last sign.
fn clocks(source: &Source) -> String {
    let (world, case) = (source.world, source.case.as_case());
    let day = |event: Option<&Activity>| match event {
        Some(event) => world.voice.day_short(event.when.day, world.today),
        None => world.voice.say("today-never").to_owned(),
    };
    let (ours, theirs) = (day(case.last_touch(world.today)), day(case.last_sign(world.today)));
    world.voice.tell("today-clocks", &[("ours", ours.into()), ("theirs", theirs.into())])
}
