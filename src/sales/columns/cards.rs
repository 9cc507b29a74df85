//! The cards of the pipeline one after the other in fixed widths, little-endian: the same bytes in memory and in a
//! snapshot, so that a start reads a hundred thousand of them without looking at one.

use crate::sales::{
    card::{Badges, Card},
    entity::{Entity, Id, Kind},
    fact::Temperature,
    moment::{Day, Hour},
    status::Status,
};

const NO_DAY: i32 = i32::MIN;
const NO_AMOUNT: i64 = i64::MIN;
const NO_HOUR: u16 = u16::MAX;
/// Bytes of a card.
const WIDTH: usize = 56;
const NOTHING: [u8; WIDTH] = [0; WIDTH];

/// A card a row, or nothing where the deal of the row is no more.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::sales) struct Cards(Vec<u8>);

impl Cards {
    /// What [`Cards::into_bytes`] gave.
    pub(in crate::sales) fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub(in crate::sales) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    pub(in crate::sales) fn len(&self) -> usize {
        self.0.len() / WIDTH
    }

    pub(in crate::sales) fn get(&self, row: u32) -> Option<Card> {
        unpacked(self.0.as_chunks::<WIDTH>().0.get(row as usize)?)
    }

    pub(in crate::sales) fn push(&mut self, card: Option<&Card>) {
        self.0.extend_from_slice(&card.map_or(NOTHING, packed));
    }

    pub(super) fn set(&mut self, row: u32, card: Option<&Card>) {
        if let Some(place) = self.0.as_chunks_mut::<WIDTH>().0.get_mut(row as usize) {
            *place = card.map_or(NOTHING, packed);
        }
    }

    /// Every card with its row.
    pub(in crate::sales) fn iter(&self) -> impl Iterator<Item = (u32, Card)> {
        let rows = self.0.as_chunks::<WIDTH>().0.iter().enumerate();
        rows.filter_map(|(row, bytes)| Some((row as u32, unpacked(bytes)?)))
    }
}

fn packed(card: &Card) -> [u8; WIDTH] {
    let mut bytes = NOTHING;
    let mut rest = bytes.as_mut_slice();
    let status = Status::ALL.iter().position(|status| *status == card.status).unwrap_or(0) as u8;
    let mut put = |field: &[u8]| {
        let (place, behind) = std::mem::take(&mut rest).split_at_mut(field.len());
        place.copy_from_slice(field);
        rest = behind;
    };
    put(&[1, card.stage, card.score, card.temperature as u8, status, card.badges.0]);
    put(&card.deal.id.0.to_le_bytes());
    put(&card.amount_cents.unwrap_or(NO_AMOUNT).to_le_bytes());
    put(&card.ht_cents.to_le_bytes());
    put(&card.due.map_or(NO_DAY, |due| due.0).to_le_bytes());
    put(&card.priority.to_le_bytes());
    put(&card.pressing.to_le_bytes());
    put(&card.hour.map_or(NO_HOUR, |hour| hour.0).to_le_bytes());
    put(&card.quote_days.unwrap_or(0).to_le_bytes());
    put(&card.since.unwrap_or(0).to_le_bytes());
    bytes
}

fn unpacked(bytes: &[u8; WIDTH]) -> Option<Card> {
    let mut rest = bytes.as_slice();
    let [live, stage, score, temperature, status, badges] = next(&mut rest)?;
    if live != 1 {
        return None;
    }
    let deal = Entity::known(Kind::Deal, Id(u128::from_le_bytes(next(&mut rest)?)));
    let (amount, ht_cents) = (i64::from_le_bytes(next(&mut rest)?), i64::from_le_bytes(next(&mut rest)?));
    let due = i32::from_le_bytes(next(&mut rest)?);
    let (priority, pressing) = (f32::from_le_bytes(next(&mut rest)?), f32::from_le_bytes(next(&mut rest)?));
    let hour = u16::from_le_bytes(next(&mut rest)?);
    let (quote_days, since) = (u16::from_le_bytes(next(&mut rest)?), u16::from_le_bytes(next(&mut rest)?));
    let temperatures = [Temperature::Cold, Temperature::Warm, Temperature::Hot];
    Some(Card {
        deal,
        amount_cents: (amount != NO_AMOUNT).then_some(amount),
        ht_cents,
        due: (due != NO_DAY).then_some(Day(due)),
        hour: (hour != NO_HOUR).then_some(Hour(hour)),
        priority,
        pressing,
        stage,
        score,
        temperature: *temperatures.get(usize::from(temperature))?,
        status: *Status::ALL.get(usize::from(status))?,
        badges: Badges(badges),
        quote_days: (quote_days > 0).then_some(quote_days),
        since: (since > 0).then_some(since),
    })
}

/// The next so many bytes.
fn next<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(*taken)
}
