//! The talking door: one command a file, people's text or JSON out, exit codes. The only room that prints, reads the
//! environment, the user's folders and the command line.

pub mod demo;

mod add;
mod args;
mod buy;
mod card;
mod door;
mod env;
mod fields_of;
mod log;
mod lose;
mod next;
mod print;
mod qualify;
mod said;
mod say;
mod set;
mod settings;
mod setup;
mod stage;
mod stop;
mod trouble;
mod undo;
mod who;

use crate::sales::entity::Entity;

/// The last letters of an id: enough to tell things apart, short enough to be typed.
fn short(entity: Entity) -> String {
    let id = entity.id.to_string();
    id[id.len() - 6..].to_owned()
}
