//! Letters out: a message built by the rules of mail and handed to a server or to the machine's own program. Says for
//! sure whether it left, and where it cannot says that. Keeps nothing, asks nobody, reads no settings.

mod failure;
mod message;
mod server;

pub use self::{
    failure::Failure,
    message::{file, message_id},
    server::{Line, Password, Server},
};

use std::path::PathBuf;

use lettre::{SendmailTransport, Transport as _};

/// A letter ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// `Sandrine Petit <sandrine@petit.example>`
    pub from: String,
    /// The address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The text, whole.
    pub body: String,
    /// When it was written, milliseconds since 1970 UTC.
    pub written: i64,
    /// It offers to write no more.
    pub way_out: bool,
}

/// How letters leave.
#[derive(Clone, Debug)]
pub enum Way {
    /// Through a server.
    Smtp(Server),
    /// Through a program of this machine.
    Sendmail(PathBuf),
}

/// Sends a letter. It left if this says so; where it does not, [`Failure::is_certain`] says whether it surely did not.
pub fn send(letter: &Letter, way: &Way) -> Result<(), Failure> {
    let message = message::of(letter)?;
    match way {
        Way::Smtp(server) => server::hand_over(&message, server),
        Way::Sendmail(program) => {
            let handed = SendmailTransport::new_with_command(program).send(&message);
            handed.map_err(|error| Failure::Program(failure::words(&error)))
        }
    }
}
