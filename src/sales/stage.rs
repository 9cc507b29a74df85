//! Where a deal stands on the kanban, and what it takes to enter a stage. Won is a purchase, lost a loss; only the
//! stages between are moved to.

use super::{
    case::{Case, is_answer},
    deal::{Deal, Destination, Move},
    fact::Direction,
    moment::Day,
    playbook::{Playbook, Requirement, Stage},
    qualification,
    reason::Reason,
};

/// What a deal lacks to enter a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The qualification: the keys of the required criteria still open; none where only the synthesis is to be confirmed.
    Qualified {
        /// Keys of criteria.
        open: Vec<String>,
    },
    /// An amount.
    Amount,
    /// A closing date.
    Closing,
    /// A quote that was sent.
    Quote,
    /// An exchange after the quote.
    ExchangeAfterQuote,
    /// A purchase: amount, date, proof.
    Purchase,
    /// Why it was lost.
    LossReason,
}

/// What an import may leave behind and the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Bought, and nothing proves it.
    ProofMissing,
    /// Lost, and nobody said why.
    LossReasonUnknown,
    /// Said to be won, and nothing was bought.
    WonWithoutPurchase,
    /// On a stage the settings do not know.
    StageUnknown,
    /// Past the first offer and never qualified.
    Unqualified,
}

/// The column of a deal: won where something was bought, lost where the last move was a loss, else the last move to a
/// stage the settings know, else the first.
pub fn of(deal: &Deal, playbook: &Playbook) -> usize {
    match () {
        () if deal.is_won() => playbook.won(),
        () if deal.lost().is_some() => playbook.lost(),
        () => last_move(deal, playbook).map_or(0, |(stage, _)| stage),
    }
}

/// The last move to a stage that is neither won nor lost.
fn last_move<'a>(deal: &'a Deal, playbook: &Playbook) -> Option<(usize, &'a Move)> {
    deal.moves.iter().rev().find_map(|step| match &step.to {
        Destination::Stage(key) => playbook.stage(key).filter(|at| *at < playbook.won()).map(|at| (at, step)),
        Destination::Lost(..) => None,
    })
}

/// Since when a deal is in its column.
pub fn since(deal: &Deal, playbook: &Playbook) -> Option<Day> {
    if let Some(purchase) = deal.purchases.iter().map(|purchase| purchase.on).min() {
        return Some(purchase);
    }
    if deal.lost().is_some() {
        return deal.moves.last().map(|step| step.on);
    }
    last_move(deal, playbook).map(|(_, step)| step.on).or(deal.life.created)
}

/// How likely a deal is won by its stage, percent.
pub fn probability(deal: &Deal, playbook: &Playbook) -> u8 {
    playbook.stages().get(of(deal, playbook)).map_or(0, |stage| stage.probability)
}

/// What a deal still lacks to enter a stage, in the order the stage asks.
pub fn missing(case: &Case<'_>, stage: &Stage, playbook: &Playbook, day: Day) -> Vec<Missing> {
    let mut missing = Vec::new();
    for requirement in stage.requires.iter().flat_map(|requirement| with_grounds(*requirement)) {
        let lacking = lacks(requirement, case, playbook, day);
        missing.extend(lacking.filter(|lacking| !missing.contains(lacking)));
    }
    missing
}

/// There is no exchange after a quote without the quote.
fn with_grounds(requirement: Requirement) -> impl Iterator<Item = Requirement> {
    let ground = (requirement == Requirement::ExchangeAfterQuote).then_some(Requirement::Quote);
    ground.into_iter().chain([requirement])
}

fn lacks(requirement: Requirement, case: &Case<'_>, playbook: &Playbook, day: Day) -> Option<Missing> {
    let deal = case.deal;
    let lack = |there: bool, missing: Missing| (!there).then_some(missing);
    match requirement {
        Requirement::Qualified if qualification::is_qualified(deal, playbook) => None,
        Requirement::Qualified => Some(Missing::Qualified { open: open_keys(deal, playbook) }),
        Requirement::Amount => lack(deal.amount().is_some(), Missing::Amount),
        Requirement::Closing => lack(deal.fields.day("deal.closing").is_some(), Missing::Closing),
        Requirement::Quote => lack(deal.last_quote_sent().is_some(), Missing::Quote),
        Requirement::ExchangeAfterQuote => lack(exchanged_after_quote(case, day), Missing::ExchangeAfterQuote),
        Requirement::Purchase => lack(bought_something(deal), Missing::Purchase),
        Requirement::LossReason => lack(deal.lost().is_some_and(|(why, _)| !why.is_empty()), Missing::LossReason),
    }
}

fn open_keys(deal: &Deal, playbook: &Playbook) -> Vec<String> {
    qualification::open(deal, playbook).into_iter().map(|criterion| criterion.key.clone()).collect()
}

/// A purchase counts with an amount above zero.
fn bought_something(deal: &Deal) -> bool {
    deal.purchases.iter().any(|purchase| purchase.amount.cents > 0)
}

/// On a later day; on the same day only what came from them, for the mail the quote left with is no exchange after it.
fn exchanged_after_quote(case: &Case<'_>, day: Day) -> bool {
    let Some(sent) = case.deal.last_quote_sent() else { return false };
    case.own_exchanges(day).any(|activity| {
        let answered = activity.direction == Direction::Theirs || is_answer(activity);
        activity.when.day > sent || (activity.when.day == sent && answered)
    })
}

impl Missing {
    /// Whether a typed reason may stand in for it.
    pub fn can_be_forced(&self) -> bool {
        !matches!(self, Self::Purchase | Self::LossReason)
    }

    /// For the voice.
    pub fn reason(&self) -> Reason {
        match self {
            Self::Qualified { open } if open.is_empty() => Reason::plain("missing-synthesis"),
            Self::Qualified { open } => Reason::plain("missing-qualified").with("open", open.len() as u32),
            Self::Amount => Reason::plain("missing-amount"),
            Self::Closing => Reason::plain("missing-closing"),
            Self::Quote => Reason::plain("missing-quote"),
            Self::ExchangeAfterQuote => Reason::plain("missing-exchange_after_quote"),
            Self::Purchase => Reason::plain("missing-purchase"),
            Self::LossReason => Reason::plain("missing-loss_reason"),
        }
    }
}

/// What is odd about a deal and should be seen.
pub fn oddities(deal: &Deal, playbook: &Playbook) -> Vec<Oddity> {
    let at = of(deal, playbook);
    let last = deal.moves.last().and_then(|step| match &step.to {
        Destination::Stage(key) => Some(key.as_str()),
        Destination::Lost(..) => None,
    });
    let offer = playbook.stages().get(at).is_some_and(|stage| stage.offer);
    [
        (deal.purchases.iter().any(|purchase| purchase.proof.is_none()), Oddity::ProofMissing),
        (deal.lost().is_some_and(|(why, _)| why.is_empty()), Oddity::LossReasonUnknown),
        (
            !deal.is_won() && last.and_then(|key| playbook.stage(key)) == Some(playbook.won()),
            Oddity::WonWithoutPurchase,
        ),
        (last.is_some_and(|key| playbook.stage(key).is_none()), Oddity::StageUnknown),
        (offer && !qualification::is_qualified(deal, playbook), Oddity::Unqualified),
    ]
    .into_iter()
    .filter_map(|(holds, oddity)| holds.then_some(oddity))
    .collect()
}

impl Oddity {
    /// Key of the text.
    pub fn key(self) -> &'static str {
        match self {
            Self::ProofMissing => "oddity-proof_missing",
            Self::LossReasonUnknown => "oddity-loss_reason_unknown",
            Self::WonWithoutPurchase => "oddity-won_without_purchase",
            Self::StageUnknown => "oddity-stage_unknown",
            Self::Unqualified => "oddity-unqualified",
        }
    }
}
