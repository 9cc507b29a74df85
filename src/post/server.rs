//! A server that takes mail, spoken with step by step: only so can one say for sure whether a letter left.

use std::{fmt, sync::Arc, time::Duration};

use lettre::{
    Message,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{SmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::ClientId,
    },
};

use super::{Failure, failure::words};

/// How long one waits for each answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line is made private.
    pub line: Line,
    /// Who we are to it, and how the password is had.
    pub login: Option<(String, Password)>,
}

/// How the line is made private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// From the start.
    Private,
    /// Asked for once one speaks; without it nothing is said.
    MadePrivate,
    /// Open: to this machine only.
    Open,
}

/// How the password is had, at the moment it is needed; in words why it cannot be.
#[derive(Clone)]
pub struct Password(pub Arc<dyn Fn() -> Result<String, String> + Send + Sync>);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

/// Hands a message over.
pub(super) fn hand_over(message: &Message, server: &Server) -> Result<(), Failure> {
    let mut line = connected(server)?;
    let envelope = message.envelope();
    let refused = |error: Error| said_no(&error, server, Failure::Refused);
    line.command(Mail::new(envelope.from().cloned(), Vec::new())).map_err(refused)?;
    for to in envelope.to() {
        line.command(Rcpt::new(to.clone(), Vec::new())).map_err(refused)?;
    }
    line.command(Data).map_err(refused)?;
    match line.message(&message.formatted()) {
        Ok(_) => {
            // It is taken; how the line ends changes nothing.
            drop(line.quit());
            Ok(())
        }
        Err(error) if error.status().is_some() => Err(refused(error)),
        Err(error) => Err(Failure::Unknown(words(&error))),
    }
}

fn connected(server: &Server) -> Result<SmtpConnection, Failure> {
    let unreachable = |error: Error| gone(&error, server);
    let private = || TlsParameters::new(server.host.clone()).map_err(unreachable);
    let start = if server.line == Line::Private { Some(private()?) } else { None };
    let us = ClientId::default();
    let address = (server.host.as_str(), server.port);
    let mut line = SmtpConnection::connect(address, Some(PATIENCE), &us, start.as_ref(), None).map_err(unreachable)?;
    if server.line == Line::MadePrivate {
        line.starttls(&private()?, &us).map_err(unreachable)?;
    }
    if let Some((user, password)) = &server.login {
        let password = password.0().map_err(Failure::Password)?;
        let known = line.auth(DEFAULT_MECHANISMS, &Credentials::new(user.clone(), password));
        known.map_err(|error| said_no(&error, server, Failure::Login))?;
    }
    Ok(line)
}

/// The server's own no; where the line broke before it could say so, nobody answered.
fn said_no(error: &Error, server: &Server, no: impl Fn(String) -> Failure) -> Failure {
    if error.status().is_some() { no(words(error)) } else { gone(error, server) }
}

fn gone(error: &Error, server: &Server) -> Failure {
    Failure::Unreachable(format!("{}:{}, {}", server.host, server.port, words(error)))
}
