//! Where things stand for the room there is: beside each other, one above the other, one at a time, or a sentence.

use ratatui::layout::Rect;

use super::command::Focus;

/// How much fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Columns on the left, the dossier on the right.
    Wide,
    /// Columns on top, the dossier below.
    Tall,
    /// One pane at a time.
    Narrow,
    /// Not enough for a pane: a sentence.
    Tiny,
}

/// The places on the screen; empty where there is no room or another pane has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How much fits.
    pub shape: Shape,
    /// The line on top.
    pub top: Rect,
    /// The columns.
    pub columns: Rect,
    /// The line between columns and dossier.
    pub wall: Rect,
    /// The dossier or the checklist.
    pub dossier: Rect,
    /// The line at the bottom.
    pub bottom: Rect,
}

const NOWHERE: Rect = Rect { x: 0, y: 0, width: 0, height: 0 };

/// Below these a pane would lie.
const LEAST: (u16, u16) = (20, 6);

/// Shares the room out.
pub fn layout(area: Rect, focus: Focus) -> Layout {
    let shape = shape(area);
    let none = Layout { shape, top: NOWHERE, columns: NOWHERE, wall: NOWHERE, dossier: NOWHERE, bottom: NOWHERE };
    if shape == Shape::Tiny {
        return none;
    }
    let row = |y, height| Rect { y: area.y + y, height, ..area };
    let body = row(1, area.height - 2);
    let frame = Layout { top: row(0, 1), bottom: row(area.height - 1, 1), ..none };
    match shape {
        Shape::Wide => wide(frame, body),
        Shape::Tall => tall(frame, body),
        _ if matches!(focus, Focus::Columns | Focus::Table) => Layout { columns: body, ..frame },
        _ => Layout { dossier: body, ..frame },
    }
}

fn shape(area: Rect) -> Shape {
    if area.width < LEAST.0 || area.height < LEAST.1 {
        Shape::Tiny
    } else if area.width >= 100 && area.height >= 16 {
        Shape::Wide
    } else if area.width >= 60 && area.height >= 20 {
        Shape::Tall
    } else {
        Shape::Narrow
    }
}

fn wide(frame: Layout, body: Rect) -> Layout {
    beside(frame, body, (body.width * 11 / 20).max(60))
}

fn beside(frame: Layout, body: Rect, left: u16) -> Layout {
    Layout {
        columns: Rect { width: left, ..body },
        wall: Rect { x: body.x + left, width: 1, ..body },
        dossier: Rect { x: body.x + left + 2, width: body.width - left - 2, ..body },
        ..frame
    }
}

fn tall(frame: Layout, body: Rect) -> Layout {
    above(frame, body, (body.height * 2 / 5).max(8))
}

fn above(frame: Layout, body: Rect, upper: u16) -> Layout {
    Layout {
        columns: Rect { height: upper, ..body },
        wall: Rect { y: body.y + upper, height: 1, ..body },
        dossier: Rect { y: body.y + upper + 1, height: body.height - upper - 1, ..body },
        ..frame
    }
}

/// Shares a narrow screen between the list of the day, of which one entry shows, and the dossier of that person.
pub fn one_by_one(at: Layout) -> Layout {
    const ONE: u16 = 4;
    let upper = ONE.min(at.columns.height);
    let Rect { y, height, .. } = at.columns;
    Layout {
        columns: Rect { height: upper, ..at.columns },
        dossier: Rect { y: y + upper, height: height - upper, ..at.columns },
        ..at
    }
}

/// Shares the room out anew where a table stands on the left or on top: its rows want more of it than cards do.
pub fn with_table(at: Layout) -> Layout {
    let body = Rect { y: at.top.bottom(), height: at.bottom.y.saturating_sub(at.top.bottom()), ..at.top };
    match at.shape {
        Shape::Wide => beside(at, body, body.width * 13 / 20),
        Shape::Tall => above(at, body, body.height * 3 / 5),
        Shape::Narrow | Shape::Tiny => at,
    }
}

/// A place of at most this size in the middle of an area.
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_never_overlap_nor_leave_the_screen() {
        for width in 0..=300 {
            for height in 0..=100 {
                let area = Rect { x: 0, y: 0, width, height };
                for focus in Focus::ALL {
                    let at = layout(area, focus);
                    let at = if focus == Focus::Table { with_table(at) } else { at };
                    let places = [at.top, at.columns, at.wall, at.dossier, at.bottom];
                    for (n, place) in places.iter().enumerate() {
                        assert_eq!(area.intersection(*place), *place, "{area:?} {focus:?}");
                        for other in &places[n + 1..] {
                            assert!(place.intersection(*other).is_empty(), "{area:?} {focus:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_sketched_sizes_get_their_shape() {
        let at = |width, height| layout(Rect { x: 0, y: 0, width, height }, Focus::Columns).shape;
        assert_eq!(at(120, 36), Shape::Wide);
        assert_eq!(at(80, 24), Shape::Tall);
        assert_eq!(at(45, 20), Shape::Narrow);
        assert_eq!(at(10, 3), Shape::Tiny);
    }
}
