//! The rows as bytes for the snapshot: little-endian sections, so that a start neither folds nor hashes anything.

use super::rows::{Blob, Rows};
use crate::sales::entity::{Entity, Id, Kind};

/// Layout of the bytes; another layout is another word.
const LAYOUT: &[u8; 8] = b"VIGIEF01";

pub(super) fn written(rows: &Rows) -> Vec<u8> {
    let texts = rows.shown.bytes.len() + rows.folded.bytes.len() + rows.digits.bytes.len();
    let mut out = Vec::with_capacity(40 + rows.len() * 46 + texts);
    out.extend_from_slice(LAYOUT);
    out.extend_from_slice(&(rows.len() as u64).to_le_bytes());
    out.extend(rows.entities.iter().map(|entity| kind_byte(entity.kind)));
    out.extend(rows.entities.iter().flat_map(|entity| entity.id.0.to_le_bytes()));
    out.extend_from_slice(&rows.weights);
    for masks in [&rows.letters, &rows.initials] {
        out.extend(masks.iter().flat_map(|mask| mask.to_le_bytes()));
    }
    for blob in [&rows.shown, &rows.folded, &rows.digits] {
        out.extend_from_slice(&(blob.bytes.len() as u64).to_le_bytes());
        out.extend(blob.ends.iter().flat_map(|end| end.to_le_bytes()));
        out.extend_from_slice(&blob.bytes);
    }
    out
}

/// Nothing where anything is not as [`written`] writes it.
pub(super) fn read(from: &[u8]) -> Option<Rows> {
    let mut rest = from.strip_prefix(LAYOUT)?;
    let count = usize::try_from(number(&mut rest)?).ok()?;
    let kinds = section(&mut rest, count)?;
    let ids = section(&mut rest, count.checked_mul(16)?)?.as_chunks::<16>().0;
    let entities = kinds.iter().zip(ids).map(|(kind, id)| entity(*kind, *id)).collect::<Option<_>>()?;
    let weights = section(&mut rest, count)?.to_vec();
    let letters = masks(&mut rest, count)?;
    let initials = masks(&mut rest, count)?;
    let shown = blob(&mut rest, count)?;
    let folded = blob(&mut rest, count)?;
    let digits = blob(&mut rest, count)?;
    let rows = Rows { entities, weights, letters, initials, shown, folded, digits };
    rest.is_empty().then_some(rows)
}

fn section<'a>(rest: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    let (section, behind) = rest.split_at_checked(len)?;
    *rest = behind;
    Some(section)
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    section(rest, 8)?.try_into().ok().map(u64::from_le_bytes)
}

fn masks(rest: &mut &[u8], count: usize) -> Option<Vec<u64>> {
    let bytes = section(rest, count.checked_mul(8)?)?;
    Some(bytes.as_chunks::<8>().0.iter().map(|mask| u64::from_le_bytes(*mask)).collect())
}

fn blob(rest: &mut &[u8], count: usize) -> Option<Blob> {
    let len = usize::try_from(number(rest)?).ok()?;
    let bytes = section(rest, count.checked_mul(4)?)?;
    let ends: Vec<u32> = bytes.as_chunks::<4>().0.iter().map(|end| u32::from_le_bytes(*end)).collect();
    let bytes = section(rest, len)?.to_vec();
    let last = ends.last().map_or(0, |end| *end as usize);
    (ends.is_sorted() && last == len).then_some(Blob { bytes, ends })
}

fn kind_byte(kind: Kind) -> u8 {
    match kind {
        Kind::Contact => 0,
        Kind::Company => 1,
        Kind::Deal => 2,
    }
}

fn entity(kind: u8, id: [u8; 16]) -> Option<Entity> {
    let kind = match kind {
        0 => Kind::Contact,
        1 => Kind::Company,
        2 => Kind::Deal,
        _ => return None,
    };
    Some(Entity::known(kind, Id(u128::from_le_bytes(id))))
}
