//! A horizontal bar, fine to an eighth of a column.

use super::Paint;
use crate::cockpit::theme::Role;

/// Draws `part` of `whole` as a bar of at most so many columns.
pub fn draw(paint: &mut Paint, x: u16, y: u16, columns: u16, part: u32, whole: u32) {
    let eighths = if whole == 0 { 0 } else { u64::from(part.min(whole)) * u64::from(columns) * 8 / u64::from(whole) };
    let signs = paint.signs();
    let mut shown: String = std::iter::repeat_n(signs.bar[7], (eighths / 8) as usize).collect();
    if let Some(sign) = (eighths % 8).checked_sub(1).and_then(|at| signs.bar.get(at as usize)) {
        shown.push(*sign);
    }
    paint.put(x, y, columns, &shown, Role::Bar);
}
