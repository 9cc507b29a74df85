//! What would go were somebody forgotten, in lines.

use super::{Telling, Voice};
use crate::sales::{erasure::Erasure, mention::Mention};

/// How many names and notes are shown.
const SHOWN: usize = 6;
/// How many letters of a note are shown.
const LETTERS: usize = 90;

impl Telling<'_> {
    /// Them, their deals and exchanges, and where others' words name them.
    pub fn forgetting(&self, name: &str, erasure: &Erasure, mentions: &[Mention]) -> Vec<String> {
        let mut lines = vec![self.tell("cli-forget-what", &[("who", name.into()), ("count", erasure.facts.into())])];
        let deals: Vec<String> = erasure.deals().map(|deal| self.name(deal)).collect();
        if !deals.is_empty() {
            let more = if deals.len() > SHOWN { "…" } else { "" };
            let names = deals.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ") + more;
            lines.push(self.tell("cli-forget-deals", &[("count", deals.len().into()), ("names", names.into())]));
        }
        if erasure.exchanges > 0 {
            lines.push(self.tell("cli-forget-exchanges", &[("count", erasure.exchanges.into())]));
        }
        if !mentions.is_empty() {
            lines.push(self.tell("cli-forget-mentions", &[("count", mentions.len().into())]));
            lines.extend(mentions.iter().take(SHOWN).map(|mention| self.mention(mention)));
            let left = mentions.len().saturating_sub(SHOWN);
            lines.extend((left > 0).then(|| self.tell("cli-and-more", &[("count", left.into())])));
        }
        lines
    }

    fn mention(&self, mention: &Mention) -> String {
        let who = mention.about.map(|about| self.whose(about)).unwrap_or_default();
        let words = mention.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let short = words.char_indices().nth(LETTERS).and_then(|(at, _)| words.get(..at)).map(|cut| format!("{cut}…"));
        let day = Voice::date(self.voice, mention.day);
        let args = [("day", day.into()), ("who", who.into()), ("words", short.unwrap_or(words).into())];
        self.tell("cli-forget-mention", &args)
    }
}
