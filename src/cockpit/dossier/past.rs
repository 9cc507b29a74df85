//! The history of somebody: who, when, what, what stood there before, and what was taken back. Lines come from the desk.

use super::{Row, Spot, sheet::Source};
use crate::{
    cockpit::theme::Role,
    sales::{
        book::Records,
        correction::Entry,
        deal::{Purchase, Quote},
        entity::Entity,
        fact::{Statement, Struck},
        history::Line,
    },
    voice::Telling,
};

/// What was read of the past of somebody.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Whose it is.
    pub of: Option<Entity>,
    /// The lines, oldest first.
    pub lines: Vec<Line>,
}

impl Past {
    /// The line at a place of the list, which begins with the latest.
    pub fn line(&self, at: usize) -> Option<&Line> {
        self.lines.iter().rev().nth(at)
    }
}

/// The statement a line stands for, where it can be taken back alone.
pub fn place(line: &Line) -> Option<Struck> {
    let framing = matches!(
        line.said,
        Statement::Retracted(_)
            | Statement::Struck(_)
            | Statement::Merged(_)
            | Statement::Apart(_)
            | Statement::Began(_)
            | Statement::Ended(_)
    );
    let at = u32::try_from(line.place).ok()?;
    (!framing && line.back.is_none()).then_some(Struck { fact: line.fact, at })
}

/// The entry a line stands for, where a form can put it right.
pub fn entry(line: &Line, records: &dyn Records) -> Option<Entry> {
    if line.back.is_some() {
        return None;
    }
    match &line.said {
        Statement::Exchanged(said) => {
            let about = records.resolve(said.about);
            Some(Entry::Exchange(about, crate::sales::correction::activity_of(said, &line.author)))
        }
        Statement::Quoted(said) => {
            let deal = records.deal(records.resolve(said.deal))?;
            let made = |quote: &&Quote| {
                quote.number == said.number
                    && (quote.sent == Some(said.on) || quote.answer == Some((said.state, said.on)))
            };
            Some(Entry::Quote(deal.entity, deal.quotes.iter().find(made)?.clone()))
        }
        Statement::Bought(said) => {
            let bought = Purchase { amount: said.amount, proof: said.proof, on: said.on };
            Some(Entry::Purchase(records.resolve(said.deal), bought))
        }
        _ => None,
    }
}

impl Source<'_> {
    /// Every line of the past, latest first.
    pub fn history(&self, past: &Past) -> Vec<Row> {
        let world = self.world;
        let (voice, records) = (world.voice, &self.board.preview);
        let telling = Telling { voice, playbook: world.playbook, records, today: world.today };
        let mut rows = vec![self.name()];
        rows.push(self.heading("part-history", past.lines.len()));
        for (at, line) in past.lines.iter().rev().enumerate() {
            let Some(words) = telling.history(line) else { continue };
            let when = voice.moment_short(line.at, world.today);
            let head = Row::line(vec![(format!("{when}  "), Role::Label), (line.author.clone(), Role::Label)]);
            let head = match &line.back {
                Some(back) => {
                    let by = voice.tell("part-history-back", &[("who", back.by.as_str().into())]);
                    head.ending(by, Role::Bad)
                }
                None => head,
            };
            rows.push(head.at(Spot::Said(at)));
            let role = if line.back.is_some() { Role::Label } else { Role::Quiet };
            rows.extend(self.wrapped("  ", &words, role));
        }
        rows
    }
}
