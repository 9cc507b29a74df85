//! Where the keys of a list lead, the same in every list that takes all keys.

use crossterm::event::KeyCode;

/// The place a key leads to in a list of so many lines, `page` of them in sight; nothing where it is no such key.
pub fn walk(at: usize, key: KeyCode, page: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    match key {
        KeyCode::Up | KeyCode::Char('k') => Some(at.saturating_sub(1)),
        KeyCode::Down | KeyCode::Char('j') => Some((at + 1).min(last)),
        KeyCode::PageUp => Some(at.saturating_sub(page)),
        KeyCode::PageDown | KeyCode::Char(' ') => Some((at + page).min(last)),
        KeyCode::Home => Some(0),
        KeyCode::End => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_walked_and_never_left() {
        let walked = |at, key| walk(at, key, 10, 25);
        assert_eq!(walked(0, KeyCode::Up), Some(0));
        assert_eq!(walked(3, KeyCode::Char('j')), Some(4));
        assert_eq!(walked(20, KeyCode::PageDown), Some(24));
        assert_eq!(walked(4, KeyCode::PageUp), Some(0));
        assert_eq!(walked(4, KeyCode::End), Some(24));
        assert_eq!(walked(4, KeyCode::Enter), None);
        assert_eq!(walk(0, KeyCode::Down, 10, 0), Some(0));
    }
}
