//! What the mouse may meet: places on the frame as it was drawn last, and what lies there.

use ratatui::layout::Rect;

use crate::sales::entity::Entity;

/// What lies at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// A column, by its stage.
    Lane(usize),
    /// A card and its column.
    Card(Entity, usize),
}

/// Places of a frame, later ones above earlier ones.
pub type Zones = Vec<(Rect, Zone)>;
