//! How columns share the width: open ones alike, folded ones as strips, one at a time where it is narrow.

use ratatui::layout::Rect;

/// The least an open column needs.
const LANE: u16 = 21;
/// What a folded one takes, the gap included.
const STRIP: u16 = 6;
/// Below this one column has all of it.
pub const NARROW: u16 = 60;

/// A column that may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its stage.
    pub stage: usize,
    /// Only a strip of it shows.
    pub folded: bool,
}

/// The columns that show: where each stands, the gap on its right left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The place of the first among all.
    pub left: usize,
    /// What shows, from left to right.
    pub columns: Vec<(Lane, Rect)>,
    /// There are more on the right.
    pub more: bool,
}

/// Shares a place out so that the column under the cursor is seen, moving as little as may be.
pub fn spread(place: Rect, lanes: &[Lane], left: usize, here: usize) -> Spread {
    if place.width < NARROW {
        let column = lanes.get(here).map(|lane| (*lane, Rect { width: place.width.saturating_sub(1), ..place }));
        return Spread { left: here, more: here + 1 < lanes.len(), columns: column.into_iter().collect() };
    }
    let mut left = left.min(here);
    while here >= left + fitting(place.width, lanes, left) {
        left += 1;
    }
    while left > 0 && left - 1 + fitting(place.width, lanes, left - 1) >= lanes.len() {
        left -= 1;
    }
    let shown = lanes.get(left..).unwrap_or_default();
    let shown = shown.get(..fitting(place.width, lanes, left)).unwrap_or_default();
    Spread { left, more: left + shown.len() < lanes.len(), columns: placed(place, shown) }
}

/// How many columns fit from one on; at least that one.
fn fitting(width: u16, lanes: &[Lane], from: usize) -> usize {
    let mut used = 0;
    let fits = |lane: &&Lane| {
        used += if lane.folded { STRIP } else { LANE };
        used <= width
    };
    lanes.iter().skip(from).take_while(fits).count().max(1)
}

fn placed(place: Rect, shown: &[Lane]) -> Vec<(Lane, Rect)> {
    let open = shown.iter().filter(|lane| !lane.folded).count() as u16;
    let strips = (shown.len() as u16 - open) * STRIP;
    let spare = place.width.saturating_sub(strips);
    let wide = spare.checked_div(open).unwrap_or(0);
    let mut x = place.x;
    let mut left = open;
    let mut columns = Vec::with_capacity(shown.len());
    for lane in shown {
        let width = match lane.folded {
            true => STRIP,
            // The last open one takes what division left over.
            false if left == 1 => spare - wide * (open - 1),
            false => wide,
        };
        left -= u16::from(!lane.folded);
        columns.push((*lane, Rect { x, width: width.saturating_sub(1), ..place }));
        x += width;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes(folded: &[bool]) -> Vec<Lane> {
        folded.iter().enumerate().map(|(stage, folded)| Lane { stage, folded: *folded }).collect()
    }

    #[test]
    fn columns_never_overlap_and_the_cursor_is_always_seen() {
        for pattern in 0..(1 << 9) {
            let all = lanes(&(0..9).map(|at| pattern >> at & 1 == 1).collect::<Vec<_>>());
            for width in [0, 5, 20, 45, 60, 66, 80, 120, 260] {
                let place = Rect { x: 3, y: 1, width, height: 20 };
                for here in 0..9 {
                    let spread = spread(place, &all, 4, here);
                    assert!(spread.columns.iter().any(|(lane, _)| lane.stage == here), "{pattern:b} {width} {here}");
                    let mut x = place.x;
                    for (_, column) in &spread.columns {
                        assert!(column.x >= x && column.right() <= place.right());
                        x = column.right();
                    }
                }
            }
        }
    }

    #[test]
    fn what_fits_is_shown_and_folding_makes_room() {
        let place = Rect { x: 0, y: 0, width: 66, height: 20 };
        let shown = |folded: &[bool], here| spread(place, &lanes(folded), 0, here).columns.len();
        assert_eq!(shown(&[false; 6], 0), 3);
        assert_eq!(shown(&[true, true, true, false, false, false], 3), 5);
        let last = spread(place, &lanes(&[false; 6]), 5, 5);
        assert_eq!((last.left, last.more), (3, false));
    }
}
