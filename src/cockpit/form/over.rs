//! A step of a sequence passed over: why, where somebody cares to say.

use super::{Subject, gather::Reading};
use crate::{
    cockpit::world,
    sales::{fact::Statement, moment::Moment, sequence},
};

impl Reading<'_> {
    /// The step that is next; nothing where the sequence goes no further meanwhile.
    pub(super) fn passed_over(&mut self, subject: Subject) {
        let world = self.world;
        let Some(case) = world::case(world.book, subject.deal) else { return };
        let on = Moment { day: world.today, hour: Some(world.now) };
        if let Some(Ok(standing)) = sequence::standing(&case.as_case(), world.playbook, world.today) {
            let skipped = standing.passed_over(subject.deal, self.text("why"), on);
            self.said.push(Statement::Skipped(skipped));
        }
    }
}
