//! Many people and companies, asked one by one whether somebody new looks like one of them by name and place. Who shares
//! an address or a number is not looked for here: whoever asks knows that already.

use rustc_hash::FxHashMap;

use super::{Likeness, like, pairs::met_by_name, portrait::Portrait};
use crate::sales::entity::Entity;

/// A word so many share tells nobody apart.
const MANY: usize = 24;

/// Everybody met so far.
#[derive(Clone, Debug, Default)]
pub struct Crowd {
    all: Vec<Portrait>,
    words: FxHashMap<u64, Vec<u32>>,
}

impl Crowd {
    /// Takes somebody in.
    pub fn take(&mut self, portrait: Portrait) {
        let at = self.all.len() as u32;
        met_by_name(&portrait, &mut |word| {
            let met = self.words.entry(word).or_default();
            if met.len() <= MANY && met.last() != Some(&at) {
                met.push(at);
            }
        });
        self.all.push(portrait);
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Nobody yet.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Who looks most like somebody, sure enough for the list of doubles.
    pub fn likest(&self, new: &Portrait) -> Option<(Entity, Likeness)> {
        let mut met: Vec<u32> = Vec::new();
        met_by_name(new, &mut |word| {
            met.extend(self.words.get(&word).filter(|met| met.len() <= MANY).into_iter().flatten());
        });
        met.sort_unstable();
        met.dedup();
        let known = met.into_iter().filter_map(|at| self.all.get(at as usize));
        let likely = known.filter_map(|known| Some((known.entity, like(new, known).filter(Likeness::is_listed)?)));
        likely.max_by_key(|(entity, like)| (like.certainty, std::cmp::Reverse(*entity)))
    }
}
