//! Cold, warm or hot: the band of the score, unless the seller set it by hand.

use super::{deal::Deal, fact::Temperature, playbook::Playbook};

/// A deal's temperature and whether a person set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heat {
    /// What shows.
    pub temperature: Temperature,
    /// Set by hand; `deal.adjustment` says why, when and by whom.
    pub adjusted: bool,
}

/// The temperature of a deal with a score.
pub fn of(deal: &Deal, score_total: u8, playbook: &Playbook) -> Heat {
    match &deal.adjustment {
        Some(adjustment) => Heat { temperature: adjustment.temperature, adjusted: true },
        None => Heat { temperature: playbook.band(score_total), adjusted: false },
    }
}
