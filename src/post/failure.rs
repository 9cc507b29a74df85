//! Why a letter did not leave, or may not have.

use std::error::Error;

use crate::voice::Voice;

/// Why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// An address mail cannot be sent from or to.
    Address(String),
    /// The message cannot be built.
    Message(String),
    /// The password could not be had.
    Password(String),
    /// Nobody answers there.
    Unreachable(String),
    /// The server does not know us.
    Login(String),
    /// The server does not take it.
    Refused(String),
    /// The machine's program does not take it.
    Program(String),
    /// The line broke once the text was given: it may have left.
    Unknown(String),
}

impl Failure {
    /// The letter surely did not leave.
    pub fn is_certain(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }

    /// One sentence.
    pub fn tell(&self, voice: &Voice) -> String {
        let (key, why) = match self {
            Self::Address(why) => ("post-address", why),
            Self::Message(why) => ("post-message", why),
            Self::Password(why) => ("post-password", why),
            Self::Unreachable(why) => ("post-unreachable", why),
            Self::Login(why) => ("post-login", why),
            Self::Refused(why) => ("post-refused", why),
            Self::Program(why) => ("post-program", why),
            Self::Unknown(why) => ("post-unknown", why),
        };
        voice.tell(key, &[("why", why.as_str().into())])
    }
}

/// What an error and its causes say, in one line.
pub(super) fn words(error: &dyn Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !said.contains(&more) {
            said = format!("{said}: {more}");
        }
        cause = error.source();
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}
