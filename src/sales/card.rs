//! A card: what a deal shows on the board and in the list of the day, read once from its case. No order of cards and no
//! column lives here.

use chrono::Datelike;

use super::{
    agenda::{self, Next},
    book::{OwnedCase, Records},
    case::Case,
    contact::Activity,
    deal::Deal,
    entity::Entity,
    fact::{Channel, Temperature},
    moment::{Day, Hour},
    money::Money,
    playbook::Playbook,
    stage,
    status::{self, Status},
    temperature,
};

/// What a card shows and how it is ordered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// Which deal.
    pub deal: Entity,
    /// What was bought, else what is hoped for, in cents.
    pub amount_cents: Option<i64>,
    /// The same without tax, for totals.
    pub ht_cents: i64,
    /// The next step or the suggested follow-up. A closed deal has one where it is the last word with its party.
    pub due: Option<Day>,
    /// The hour fixed for it.
    pub hour: Option<Hour>,
    /// How pressing; higher comes first. Closed deals: the day they were closed.
    pub priority: f32,
    /// The same in the list of the day, where closed deals count like others.
    pub pressing: f32,
    /// Place of its stage in the playbook.
    pub stage: u8,
    /// From 0 to 100.
    pub score: u8,
    /// Its band, or what the seller says.
    pub temperature: Temperature,
    /// What its party is to us.
    pub status: Status,
    /// Signs on the card, see [`Badges`].
    pub badges: Badges,
    /// Days since a quote that nobody answered, where that is long ago.
    pub quote_days: Option<u16>,
    /// The year its party first bought, where this is a new deal with a client.
    pub since: Option<u16>,
}

impl Card {
    /// The day a closed deal was closed.
    pub fn closed_on(&self) -> Day {
        Day(self.priority as i32)
    }
}

/// Signs on a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Badges(pub u8);

impl Badges {
    /// The temperature was set by hand.
    pub const ADJUSTED: u8 = 1;
    /// The qualification was forced.
    pub const FORCED: u8 = 2;
    /// A complaint is open.
    pub const COMPLAINT: u8 = 4;
    /// Open, and nobody fixed a next step.
    pub const NO_NEXT_STEP: u8 = 8;
    /// Its score became hot since the last working day.
    pub const TURNED_HOT: u8 = 16;
    /// We spoke or wrote today, or closed it today.
    pub const DONE: u8 = 32;
    /// Put off today without any exchange.
    pub const POSTPONED: u8 = 64;

    /// Whether a sign is there.
    pub fn has(self, badge: u8) -> bool {
        self.0 & badge != 0
    }
}

/// A complaint stands above everything, then what just turned hot: both above any product of score, amount and delay.
const COMPLAINTS_FIRST: f32 = 1e6;
const HOT_FIRST: f32 = 1e5;

/// The card of a case whose score is known.
pub fn card(records: &dyn Records, case: &OwnedCase, total: u8, playbook: &Playbook, day: Day) -> Card {
    let view = case.as_case();
    let heat = temperature::of(&case.deal, total, playbook);
    let others = others(records, case);
    let status = status_among(case, &others, playbook, day);
    let follows = case.deal.is_open() || speaks_last(&case.deal, &others);
    let next = follows.then(|| agenda::next(&view, status, heat.temperature, playbook, day));
    let mut card = Card {
        deal: case.deal.entity,
        amount_cents: case.deal.amount().map(|amount| amount.cents),
        ht_cents: case.deal.amount().map_or(0, Money::without_tax),
        due: next.as_ref().and_then(Next::due),
        hour: next.as_ref().and_then(Next::hour),
        priority: 0.0,
        pressing: 0.0,
        stage: stage::of(&case.deal, playbook) as u8,
        score: total,
        temperature: heat.temperature,
        status,
        badges: Badges::default(),
        quote_days: quote_days(&view, playbook, day),
        since: client_since(case, &others),
    };
    card.badges = badges(&view, &card, next.as_ref(), heat.adjusted, playbook, day);
    card.pressing = pressing(&view, &card, playbook, day);
    card.priority = if case.deal.is_open() { card.pressing } else { closed(&case.deal).map_or(0.0, |on| on.0 as f32) };
    card
}

/// The status of a deal's party; a deal with nobody is a lead.
pub fn status_of(records: &dyn Records, case: &OwnedCase, playbook: &Playbook, day: Day) -> Status {
    status_among(case, &others(records, case), playbook, day)
}

/// The other deals of the same party.
fn others(records: &dyn Records, case: &OwnedCase) -> Vec<Deal> {
    let party = case.contact.as_ref().map(|contact| &contact.dealings);
    let dealings = party.or(case.company.as_ref().map(|company| &company.dealings));
    let deals = dealings.into_iter().flat_map(|dealings| &dealings.deals);
    deals.filter(|deal| **deal != case.deal.entity).filter_map(|deal| records.deal(*deal)).collect()
}

fn status_among(case: &OwnedCase, others: &[Deal], playbook: &Playbook, day: Day) -> Status {
    let party = case.contact.as_ref().map(|contact| &contact.dealings);
    let Some(dealings) = party.or(case.company.as_ref().map(|company| &company.dealings)) else { return Status::Lead };
    let all: Vec<&Deal> = others.iter().chain([&case.deal]).collect();
    status::of(dealings, &all, playbook, day)
}

fn quote_days(case: &Case<'_>, playbook: &Playbook, day: Day) -> Option<u16> {
    let days = u16::try_from(agenda::unanswered_quote(case, day)?).ok()?;
    (days >= playbook.rhythm.quote_days).then_some(days)
}

/// The year of the first purchase, where this deal itself has none.
fn client_since(case: &OwnedCase, others: &[Deal]) -> Option<u16> {
    let bought = others.iter().flat_map(|deal| &deal.purchases).map(|purchase| purchase.on);
    let first = bought.min().filter(|_| case.deal.is_open())?;
    u16::try_from(first.date().year()).ok()
}

/// A closed deal speaks for its party where no other is open and none was closed later: a client is not forgotten
/// because everything is signed.
fn speaks_last(deal: &Deal, others: &[Deal]) -> bool {
    let own = (closed(deal), deal.entity);
    others.iter().all(|other| !other.is_open() && (closed(other), other.entity) < own)
}

/// The day a deal was closed.
fn closed(deal: &Deal) -> Option<Day> {
    let bought = deal.purchases.iter().map(|purchase| purchase.on);
    bought.chain(deal.moves.last().map(|last| last.on)).max()
}

fn badges(
    case: &Case<'_>,
    card: &Card,
    next: Option<&Next<'_>>,
    adjusted: bool,
    playbook: &Playbook,
    day: Day,
) -> Badges {
    let open = case.deal.is_open();
    let step = match next {
        Some(Next::Fixed(step)) => Some(step),
        _ => None,
    };
    // What came in only today, with a file or by hand, was nobody's work of the day.
    let known = case.deal.life.created.is_some_and(|created| created < day);
    let done = known && is_done(case, day);
    let postponed = known && step.is_some_and(|step| step.set_on == day && step.due.day > day);
    let signs = [
        (adjusted, Badges::ADJUSTED),
        (case.deal.synthesis.as_ref().is_some_and(|synthesis| synthesis.forced.is_some()), Badges::FORCED),
        (case.dealings().any(|dealings| dealings.complaint().is_some()), Badges::COMPLAINT),
        (open && step.is_none(), Badges::NO_NEXT_STEP),
        (open && agenda::just_turned_hot(case, card.score, playbook, day), Badges::TURNED_HOT),
        (done, Badges::DONE),
        (!done && postponed, Badges::POSTPONED),
    ];
    Badges(signs.iter().filter(|(shown, _)| *shown).map(|(_, badge)| badge).sum())
}

/// Whether today's work with them is done: we spoke, whoever called, wrote, met or sent a quote, or it was closed.
fn is_done(case: &Case<'_>, day: Day) -> bool {
    let quoted = case.deal.quotes.iter().any(|quote| quote.sent == Some(day));
    let talk = |channel| matches!(channel, Channel::Call | Channel::Meeting | Channel::Visit);
    let worked = |event: &Activity| event.is_our_touch() || talk(event.channel);
    let spoke = quoted || case.own_exchanges(day).any(|event| event.when.day == day && worked(event));
    spoke || (!case.deal.is_open() && closed(case.deal) == Some(day))
}

fn pressing(case: &Case<'_>, card: &Card, playbook: &Playbook, day: Day) -> f32 {
    let cadence = agenda::cadence(case, card.status, card.temperature, playbook);
    let overdue = card.due.map_or(0, |due| day.since(due).max(0));
    let pressing = agenda::priority(card.score, case.deal.amount(), overdue, cadence, playbook) as f32;
    let first = [(Badges::COMPLAINT, COMPLAINTS_FIRST), (Badges::TURNED_HOT, HOT_FIRST)];
    pressing + first.iter().filter(|(badge, _)| card.badges.has(*badge)).map(|(_, first)| first).sum::<f32>()
}
