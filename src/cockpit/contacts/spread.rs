//! Which columns of the table fit into the width, and how wide each is: the first and the one under the cursor always, the
//! others as they matter.

use ratatui::layout::Rect;

/// How wide a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wide {
    /// It is left out where there is not so much.
    pub least: u16,
    /// It gets no more than this.
    pub most: u16,
    /// Those with a smaller number are placed first.
    pub rank: u8,
}

/// The columns that fit, by their place among all, and where each stands. One column of gap between two.
pub fn spread(place: Rect, columns: &[Wide], here: usize) -> Vec<(usize, Rect)> {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|at| (*at != 0, *at != here, columns[*at].rank));
    let mut taken: Vec<(usize, u16)> = Vec::new();
    let mut left = place.width;
    for at in order {
        let gap = u16::from(!taken.is_empty());
        let must = taken.len() < 2 && (at == 0 || at == here);
        let wide = if must { columns[at].least.min(left.saturating_sub(gap)) } else { columns[at].least };
        if wide > 0 && wide + gap <= left {
            taken.push((at, wide));
            left -= wide + gap;
        }
    }
    grow(&mut taken, columns, left);
    taken.sort_unstable();
    let mut x = place.x;
    let placed = |(at, wide): (usize, u16)| {
        let spot = Rect { x, width: wide, ..place };
        x += wide + 1;
        (at, spot)
    };
    taken.into_iter().map(placed).collect()
}

/// What is left goes to those that would take more, in turn.
fn grow(taken: &mut [(usize, u16)], columns: &[Wide], mut left: u16) {
    while left > 0 {
        let before = left;
        for (at, wide) in taken.iter_mut() {
            if left > 0 && *wide < columns[*at].most {
                *wide += 1;
                left -= 1;
            }
        }
        if left == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(least: u16, most: u16, rank: u8) -> Wide {
        Wide { least, most, rank }
    }

    #[test]
    fn columns_stay_within_and_the_cursor_is_always_seen() {
        let columns: Vec<Wide> = (0..9).map(|n| wide(4 + n * 2, 10 + n * 3, n as u8 % 4)).collect();
        for width in 0..140 {
            let place = Rect { x: 2, y: 1, width, height: 20 };
            for here in 0..columns.len() {
                let spread = spread(place, &columns, here);
                let mut x = place.x;
                for (_, column) in &spread {
                    assert!(column.x >= x && column.right() <= place.right(), "{width} {here} {spread:?}");
                    x = column.right() + 1;
                }
                if width > 25 {
                    assert!(spread.iter().any(|(at, _)| *at == here), "{width} {here} {spread:?}");
                }
            }
        }
    }

    #[test]
    fn what_matters_less_is_left_out_first_and_room_to_spare_is_shared() {
        let columns = [wide(10, 20, 0), wide(10, 10, 2), wide(10, 12, 1)];
        let shown = |width| {
            let place = Rect { x: 0, y: 0, width, height: 1 };
            spread(place, &columns, 0).iter().map(|(at, spot)| (*at, spot.width)).collect::<Vec<_>>()
        };
        assert_eq!(shown(21), [(0, 10), (2, 10)]);
        assert_eq!(shown(32), [(0, 10), (1, 10), (2, 10)]);
        assert_eq!(shown(60), [(0, 20), (1, 10), (2, 12)]);
    }
}
