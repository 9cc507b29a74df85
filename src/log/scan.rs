//! What the journal's last stretch says at the start: where it ends, and how a crash left that end. Changes nothing.

use std::path::Path;

use super::{
    Cause, Damage, Harm, Position,
    journal::named,
    line::{self, Marks},
    reader::{self, Halt, Place, Step},
};
use crate::sales::fact::FactId;

/// How the journal's end was found.
pub(super) enum Tail {
    /// Bytes that were never acknowledged begin here.
    Torn(Position),
    /// The last line is whole; only its break is missing.
    Unended {
        /// Where the line begins.
        line: Position,
        /// Where its break belongs.
        end: u64,
        /// 1 where it is a fact, 0 where it is a header.
        facts: u64,
    },
}

/// A pass over the journal's end.
#[derive(Default)]
pub(super) struct Scan {
    pub marks: Marks,
    pub damage: Vec<Damage>,
    pub tail: Option<Tail>,
    /// Lines that do not match, with nothing good after them yet, and whether each shows a write cut short.
    pending: Vec<(Place, bool)>,
}

impl Scan {
    pub(super) fn read(folder: &Path, last: u32, hint: Option<Marks>) -> Result<Self, Cause> {
        let path = reader::path(folder, last);
        let length = std::fs::metadata(&path).map_err(|error| Cause::of(&error, &path))?.len();
        let end = Position { segment: last, offset: length };
        let mut scan = Self::default();
        scan.start(folder, end, hint)?;
        let from = scan.marks.position;
        let mut found = gone(folder, from)?;
        let walked = reader::walk(folder, from, end, &mut |place, step| {
            scan.learn(place, &step, &mut found);
            Ok(())
        });
        if let Err(Halt::Cause(cause)) = walked {
            return Err(cause);
        }
        scan.finish(&mut found);
        for (at, harm) in found {
            scan.damage.push(named(folder, at, harm)?);
        }
        Ok(scan)
    }

    /// The last moment that is known without reading everything: the hint, or the last segment's first line.
    fn start(&mut self, folder: &Path, end: Position, hint: Option<Marks>) -> Result<(), Cause> {
        let known = hint.clone().unwrap_or_default();
        let hint = hint.filter(|hint| self.fits(folder, end, hint.position));
        self.marks = match (reader::header(folder, end.segment)?, hint) {
            (_, Some(hint)) if hint.position.segment == end.segment => hint,
            (Some(header), _) => {
                let position = Position { segment: end.segment, offset: 0 };
                Marks { position, facts: header.facts, stamp: header.stamp, seqs: header.seqs }
            }
            (None, hint) => hint.unwrap_or_default(),
        };
        // Numbers that were given are not given again, even where the journal lost what had them.
        for (device, seq) in known.seqs {
            self.marks.saw(FactId { device, seq }, known.stamp);
        }
        Ok(())
    }

    /// A journal that ends before a place it had reached was cut.
    fn fits(&mut self, folder: &Path, end: Position, known: Position) -> bool {
        let there = known <= end && reader::is_line_end(folder, known);
        let gone = known.segment < end.segment && !reader::path(folder, known.segment).exists();
        if !there && !gone {
            self.damage.push(Damage { segment: known.segment, line: 0, harm: Harm::Short { known } });
        }
        there
    }

    fn learn(&mut self, place: Place, step: &Step<'_>, found: &mut Vec<(Position, Harm)>) {
        self.tail = None;
        match step {
            Step::Bad(bytes) => {
                self.pending.push((place, !place.ended || bytes.contains(&0)));
                return;
            }
            Step::Gone => found.push((place.at, Harm::Gone)),
            Step::Head(_) => self.keep_pending(found, self.pending.len()),
            Step::Fact(json) => {
                self.keep_pending(found, self.pending.len());
                self.count(place, json, found);
            }
        }
        if !place.ended {
            let facts = u64::from(matches!(step, Step::Fact(_)));
            self.tail = Some(Tail::Unended { line: place.at, end: place.end, facts });
        }
        self.marks.position = place.next;
    }

    fn count(&mut self, place: Place, json: &[u8], found: &mut Vec<(Position, Harm)>) {
        self.marks.facts += 1;
        match line::glance(json) {
            Some((id, stamp)) => self.marks.saw(id, stamp),
            None => found.push((place.at, Harm::Meaning)),
        }
    }

    /// Bad lines that are no torn end are damage: kept, named, passed over.
    fn keep_pending(&mut self, found: &mut Vec<(Position, Harm)>, count: usize) {
        for (place, _) in self.pending.drain(..count) {
            let header = place.at.offset == 0;
            found.push((place.at, if header { Harm::Header } else { Harm::Line }));
            self.marks.facts += u64::from(!header && place.ended);
            self.marks.position = place.next;
        }
    }

    fn finish(&mut self, found: &mut Vec<(Position, Harm)>) {
        let torn = self.pending.iter().position(|(_, cut_short)| *cut_short).unwrap_or(self.pending.len());
        self.keep_pending(found, torn);
        if let Some((place, _)) = self.pending.first() {
            self.tail = Some(Tail::Torn(place.at));
        }
    }
}

/// The segments that are missing before a position.
fn gone(folder: &Path, before: Position) -> Result<Vec<(Position, Harm)>, Cause> {
    let present = reader::segments(folder)?;
    let missing = (1..before.segment).filter(|segment| present.binary_search(segment).is_err());
    Ok(missing.map(|segment| (Position { segment, offset: 0 }, Harm::Gone)).collect())
}
