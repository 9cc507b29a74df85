//! Which of the shipped letters fits somebody now.

use crate::sales::{
    agenda::unanswered_quote,
    case::Case,
    fact::{Channel, Direction},
    moment::Day,
    playbook::Label,
    status::Status,
};

/// So many days after a purchase one says thank you.
const FRESH: i32 = 30;

/// The name of the letter that fits, in both languages.
pub fn fitting(case: &Case<'_>, status: Status, today: Day) -> Label {
    let named = |fr: &str, en: &str| Label { fr: fr.to_owned(), en: en.to_owned() };
    if unanswered_quote(case, today).is_some() {
        let sent = case.deal.last_quote_sent().unwrap_or(today);
        let ours = |channel, direction| channel == Channel::Mail && direction == Direction::Ours;
        let written = case.own_exchanges(today).filter(|event| event.when.day > sent);
        let step = written.filter(|event| ours(event.channel, event.direction)).count().min(2) + 1;
        return named(&format!("devis-{step}"), &format!("quote-{step}"));
    }
    let bought = case.deal.purchases.iter().map(|purchase| today.since(purchase.on)).min();
    match status {
        Status::Client if bought.is_some_and(|days| days <= FRESH) => named("bienvenue", "welcome"),
        Status::Client => named("renouvellement", "renewal"),
        Status::Lapsed => named("reactivation", "reactivation"),
        Status::Prospect | Status::Intermediary => named("invitation", "invitation"),
        Status::Lead => named("guide", "guide"),
    }
}
