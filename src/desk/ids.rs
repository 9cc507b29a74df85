//! New ids: time first, then random, never reused; and the numbering of what forms have just named.

use rustc_hash::FxHashMap;

use crate::sales::{
    entity::{Entity, Id},
    fact::Statement,
};

/// Makes ids.
#[derive(Debug, Default)]
pub struct Ids {
    last: u128,
}

impl Ids {
    /// A new id at a moment in milliseconds since 1970 UTC. Ids of one maker rise.
    pub fn next(&mut self, millis: i64) -> Id {
        let mut random = [0_u8; 16];
        // Where the system has no randomness left, rising ids are still unique on this device.
        let low = getrandom::fill(&mut random).map_or(1, |()| u128::from_le_bytes(random) >> 48);
        let born = (u128::from(millis.max(1) as u64) & ((1 << 48) - 1)) << 80;
        self.last = (born | low).max(self.last + 1);
        Id(self.last)
    }

    /// Gives every newly named thing its id; the same number means the same thing throughout `known`.
    pub fn number(&mut self, statements: &mut [Statement], known: &mut FxHashMap<Entity, Entity>, millis: i64) {
        for statement in statements {
            statement.each_entity(&mut |entity| {
                if entity.is_fresh() {
                    let id = *known.entry(*entity).or_insert_with(|| Entity::known(entity.kind, self.next(millis)));
                    *entity = id;
                }
            });
        }
    }
}
