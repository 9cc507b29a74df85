//! What the journal is asked about what it holds: its lines, its places, whether a segment is whole.

use std::path::Path;

use super::{Found, Halt, Journal, Visit, digest, none_where_absent};
use crate::{
    log::{
        Cause, Damage, Harm, Position, line,
        reader::{self, Step},
    },
    sales::fact::{Fact, FactId},
};

impl Journal {
    /// Visits every line after a position, with the place behind it; names what is damaged. Ends at the journal's end.
    pub(in crate::log) fn read(&mut self, from: Position, visit: &mut Visit<'_>) -> Result<Position, Cause> {
        self.read_to(from, self.marks.position, visit)
    }

    /// The same up to a place.
    pub(in crate::log) fn read_to(
        &mut self,
        from: Position,
        end: Position,
        visit: &mut Visit<'_>,
    ) -> Result<Position, Cause> {
        let mut damaged = Vec::new();
        let walked = reader::walk(&self.folder, from, end.min(self.marks.position), &mut |place, step| {
            let harm = match step {
                Step::Fact(json) => visit(place.next, Found::Line(json))?,
                Step::Head(_) => None,
                Step::Bad(_) if place.at.offset == 0 => Some(Harm::Header),
                Step::Bad(_) => Some(visit(place.next, Found::Lost)?.unwrap_or(Harm::Line)),
                Step::Gone => Some(Harm::Gone),
            };
            damaged.extend(harm.map(|harm| (place.at, harm)));
            Ok(())
        });
        for (at, harm) in damaged {
            self.note(named(&self.folder, at, harm)?);
        }
        match walked {
            Err(Halt::Cause(cause)) => Err(cause),
            Ok(()) | Err(Halt::Enough) => Ok(self.marks.position),
        }
    }

    /// How many lines stand before a position, headers not counted; nothing where the segment's header is lost.
    pub(in crate::log) fn lines_before(&self, position: Position) -> Result<Option<u64>, Cause> {
        if position == self.marks.position {
            return Ok(Some(self.marks.facts));
        }
        if position.segment == 0 {
            return Ok(Some(0));
        }
        let Some(header) = reader::header(&self.folder, position.segment)? else { return Ok(None) };
        let breaks = reader::breaks(&self.folder, position)?;
        Ok(Some(header.facts + breaks.saturating_sub(1)))
    }

    /// What stands just before a position, in one number.
    pub(in crate::log) fn witness(&self, position: Position) -> Result<u32, Cause> {
        reader::witness(&self.folder, position)
    }

    /// Whether a position is a place between two lines.
    pub(in crate::log) fn reaches(&self, position: Position) -> bool {
        position <= self.marks.position && reader::is_line_end(&self.folder, position)
    }

    /// Checks every line of a segment, and a closed one against the digest its successor keeps; gives the ids it holds.
    pub(in crate::log) fn check_segment(&mut self, segment: u32, visit: &mut dyn FnMut(FactId)) -> Result<(), Cause> {
        let (from, end) = (Position { segment, offset: 0 }, Position { segment, offset: u64::MAX });
        self.read_to(from, end, &mut |_, found| {
            meet(found, visit);
            Ok(None)
        })?;
        let Some(next) = (segment < self.marks.position.segment).then_some(segment + 1) else { return Ok(()) };
        let Ok(Some(header)) = reader::header(&self.folder, next) else { return Ok(()) };
        let path = reader::path(&self.folder, segment);
        let found = digest(&path).or_else(none_where_absent).map_err(|error| Cause::of(&error, &path))?;
        if found != header.previous {
            self.note(Damage { segment, line: 0, harm: Harm::Chain });
        }
        Ok(())
    }

    /// The ids of what was recorded after a position.
    pub(in crate::log) fn numbers_since(&mut self, from: Position, visit: &mut dyn FnMut(FactId)) -> Result<(), Cause> {
        self.read(from, &mut |_, found| {
            meet(found, visit);
            Ok(None)
        })?;
        Ok(())
    }

    /// The segment a fact of this device should stand in, from its first place to its last.
    pub(in crate::log) fn span_of(&self, id: FactId) -> Result<(Position, Position), Cause> {
        let mut span = (Position::default(), self.marks.position);
        for segment in reader::segments(&self.folder)? {
            let Some(header) = reader::header(&self.folder, segment)? else { continue };
            let start = Position { segment, offset: 0 };
            if header.seqs.get(&id.device).is_some_and(|seq| *seq >= id.seq) {
                span.1 = start;
                break;
            }
            span.0 = start;
        }
        Ok(span)
    }

    /// The facts between two positions that are wanted, among the lines that hold a word.
    pub(in crate::log) fn search(
        &mut self,
        from: Position,
        end: Position,
        word: &str,
        wanted: &dyn Fn(&Fact) -> bool,
    ) -> Result<Vec<Fact>, Cause> {
        let mut facts = Vec::new();
        let finder = memchr::memmem::Finder::new(word);
        self.read_to(from, end, &mut |_, found| {
            let Found::Line(json) = found else { return Ok(None) };
            if finder.find(json).is_some() {
                facts.extend(line::fact(json).filter(|fact| wanted(fact)));
            }
            Ok(None)
        })?;
        Ok(facts)
    }
}

pub(in crate::log) fn named(folder: &Path, at: Position, harm: Harm) -> Result<Damage, Cause> {
    let line = match harm {
        Harm::Line | Harm::Meaning | Harm::Header => reader::breaks(folder, at)? + 1,
        _ => 0,
    };
    Ok(Damage { segment: at.segment, line, harm })
}

fn meet(found: Found<'_>, visit: &mut dyn FnMut(FactId)) {
    if let Found::Line(json) = found {
        line::glance(json).into_iter().for_each(|(id, _)| visit(id));
    }
}
