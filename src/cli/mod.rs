//! The talking door: one command a file, people's text or JSON out, exit codes. The only room that prints, reads the
//! environment, the user's folders and the command line.

pub mod demo;

mod args;
mod card;
mod env;
mod print;
mod settings;
mod setup;
mod stop;
mod who;

use crate::sales::entity::Entity;

/// The last letters of an id: enough to tell things apart, short enough to be typed.
fn short(entity: Entity) -> String {
    let id = entity.id.to_string();
    id[id.len() - 6..].to_owned()
}
