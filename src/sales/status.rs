//! Lead, prospect, intermediary, client or past client: derived from purchases, answers and silence, never typed.

use serde::{Deserialize, Serialize};

use super::{
    contact::Dealings,
    deal::Deal,
    entity::Kind,
    fact::{Role, Sure},
    moment::Day,
    playbook::Playbook,
    qualification,
};

/// What a party is to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Showed interest, nothing verified.
    Lead,
    /// Was qualified.
    Prospect,
    /// Is known not to decide.
    Intermediary,
    /// Has bought.
    Client,
    /// Bought once, then silent.
    Lapsed,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Lead, Self::Prospect, Self::Intermediary, Self::Client, Self::Lapsed];

    /// The word in text keys and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Prospect => "prospect",
            Self::Intermediary => "intermediary",
            Self::Client => "client",
            Self::Lapsed => "lapsed",
        }
    }
}

/// The status of a party with its deals.
///
/// A client is who bought, and nothing else; a past one where the last purchase and the last exchange are both older
/// than the attrition delay.
pub fn of(dealings: &Dealings, deals: &[&Deal], playbook: &Playbook, day: Day) -> Status {
    if let Some(last) = deals.iter().flat_map(|deal| &deal.purchases).map(|purchase| purchase.on).max() {
        return if silent_since(dealings, last, playbook, day) { Status::Lapsed } else { Status::Client };
    }
    let open = || deals.iter().filter(|deal| deal.is_open());
    let decides: Vec<bool> = open().filter_map(|deal| decides(deal)).collect();
    match () {
        () if !decides.is_empty() && !decides.contains(&true) => Status::Intermediary,
        () if open().any(|deal| qualification::is_qualified(deal, playbook)) => Status::Prospect,
        () => Status::Lead,
    }
}

fn silent_since(dealings: &Dealings, purchase: Day, playbook: &Playbook, day: Day) -> bool {
    let limit = qualification::months_earlier(day, u32::from(playbook.rhythm.attrition_months));
    let exchanges = dealings.activities.iter().filter(|activity| activity.is_exchange() && activity.when.day <= day);
    purchase < limit && exchanges.map(|activity| activity.when.day).max().is_none_or(|last| last < limit)
}

/// Whether a deal's party decides, where that is known. Naming somebody else validates the criterion and still says
/// that this person does not decide.
fn decides(deal: &Deal) -> Option<bool> {
    let person = deal.party.filter(|party| party.kind == Kind::Contact);
    let mut deciders = deal.roles.iter().filter(|(role, _)| *role == Role::Decides).map(|(_, who)| *who).peekable();
    if let (Some(person), Some(_)) = (person, deciders.peek()) {
        return Some(deciders.any(|who| who == person));
    }
    match deal.answer(qualification::AUTHORITY).map(|answer| answer.sure) {
        Some(Sure::Confirmed) => Some(true),
        Some(Sure::No) => Some(false),
        Some(Sure::Assumed | Sure::Unknown) | None => None,
    }
}
