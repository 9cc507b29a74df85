//! A query typed in a form: what may be typed next is offered below it.

use super::{Entry, Form};
use crate::{
    cockpit::{asking, parts::Line, world::World},
    sales::query::Offer,
};

/// The row a query is typed in.
const QUERY: &str = "query";
/// So many are offered at once.
const OFFERED: usize = 6;

impl Form {
    /// Says under the row what may be typed next.
    pub(super) fn offer_query(&mut self, world: &World) {
        let Some(line) = self.query_line() else { return };
        let offers = asking::offers(line, &self.in_use, &asking::owners(world), world);
        let offers = offers.iter().take(OFFERED).map(Offer::shown).collect::<Vec<_>>().join(", ");
        let help = if line.text().trim().is_empty() || offers.is_empty() {
            world.voice.say("form-query-help").to_owned()
        } else {
            world.voice.tell("form-query-next", &[("offers", offers.into())])
        };
        self.rows.iter_mut().filter(|row| row.key == QUERY).for_each(|row| row.help.clone_from(&help));
    }

    /// Completes the word under the caret to the first that is offered; whether there was one.
    pub(super) fn complete_query(&mut self, world: &World) -> bool {
        let here = self.rows.get(self.at).is_some_and(|row| row.key == QUERY);
        let Some(line) = self.query_line().filter(|line| here && !line.text().trim().is_empty()) else { return false };
        let offers = asking::offers(line, &self.in_use, &asking::owners(world), world);
        let Some((text, caret)) = offers.first().map(|offer| offer.taken(line.text())) else { return false };
        if let Some(row) = self.rows.get_mut(self.at)
            && let Entry::Line(line, _) = &mut row.entry
        {
            *line = Line::standing(&text, caret);
            row.flaw = None;
        }
        self.touched = true;
        self.refresh(world);
        true
    }

    fn query_line(&self) -> Option<&Line> {
        self.rows.iter().find(|row| row.key == QUERY).and_then(|row| match &row.entry {
            Entry::Line(line, _) => Some(line),
            _ => None,
        })
    }
}
