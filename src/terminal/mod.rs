//! The local host of the screen: the tty taken over and given back, what comes in from it (keys, hang-up, signals),
//! and the bytes that go out, one write a frame. No pane, no sentence and no fact is known here.

pub mod backend;
pub mod clipboard;
pub mod host;
pub mod input;
pub mod listen;
pub mod place;

pub use backend::Paper;
pub use host::{Host, Refusal};
pub use place::Place;
