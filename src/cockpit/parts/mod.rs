//! Small things every pane draws with: text cut by what the eye sees, bars, a line being typed, a note.

pub mod bar;
pub mod line;
pub mod notes;
pub mod paint;
pub mod text;
pub mod walk;

pub use line::Line;
pub use notes::Notes;
pub use paint::Paint;
