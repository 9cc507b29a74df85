//! What is wrong with a user's file, and where. The sentence is the voice's.

use crate::sales::reason::Reason;

/// A mistake in a user's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaybookFlaw {
    /// Line of the file, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: Reason,
}

impl PlaybookFlaw {
    /// A mistake at a byte of the file.
    pub(super) fn at(text: &str, byte: usize, message: Reason) -> Self {
        let before = text.get(..byte.min(text.len())).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column, message }
    }
}
