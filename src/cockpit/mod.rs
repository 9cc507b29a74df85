//! The screen.
pub mod command;
pub mod effect;
pub mod event;
pub mod keymap;
pub mod layout;
pub mod parts;
pub mod theme;
