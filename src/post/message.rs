//! A letter as a message: its headers, its text encoded for any server.

use std::time::{Duration, UNIX_EPOCH};

use lettre::{
    Message,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0},
    },
};

use sha2::{Digest as _, Sha256};

use super::{Failure, Letter, failure::words};

/// Stands in for the writer where nobody said who writes.
const NOBODY: &str = "nobody@localhost";
const MILLIS_A_DAY: i64 = 86_400_000;

/// The message of a letter.
pub(super) fn of(letter: &Letter) -> Result<Message, Failure> {
    let from = mailbox(&letter.from)?;
    let written = UNIX_EPOCH + Duration::from_millis(u64::try_from(letter.written).unwrap_or_default());
    let mut builder = Message::builder()
        .message_id(Some(message_id(letter)))
        .date(written)
        .from(from.clone())
        .to(mailbox(&letter.to)?)
        .subject(&letter.subject)
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN);
    if letter.way_out {
        let stop = format!("<mailto:{}?subject=stop>", from.email);
        builder = builder.raw_header(plain("List-Unsubscribe", stop));
    }
    builder.body(letter.body.clone()).map_err(|error| Failure::Message(words(&error)))
}

/// The letter as a file that mail programs open, to be read again and sent by hand.
pub fn file(letter: &Letter) -> Result<Vec<u8>, Failure> {
    let is_ours = !letter.from.is_empty();
    let from = if is_ours { &letter.from } else { NOBODY };
    let mut message = of(&Letter { from: from.to_owned(), way_out: letter.way_out && is_ours, ..letter.clone() })?;
    if !is_ours {
        // The mail program that opens it knows whose it is.
        message.headers_mut().remove_raw("From");
    }
    // Opens in Outlook as a letter still to be sent.
    message.headers_mut().insert_raw(plain("X-Unsent", "1".to_owned()));
    Ok(message.formatted())
}

/// `<8c1b…@petit.example>`: of what the letter says and its day, so that the same letter tried again is the same to
/// whoever gets it.
pub fn message_id(letter: &Letter) -> String {
    let domain = letter.from.rsplit_once('@').map_or("localhost", |(_, domain)| domain.trim_end_matches('>').trim());
    let day = (letter.written / MILLIS_A_DAY).to_string();
    let mut sum = Sha256::new();
    for part in [&letter.from, &letter.to, &letter.subject, &letter.body, &day] {
        sum.update(part.as_bytes());
        sum.update([0]);
    }
    let name = sum.finalize().first_chunk().map_or(0, |name| u128::from_be_bytes(*name));
    format!("<{name:032x}@{domain}>")
}

fn mailbox(text: &str) -> Result<Mailbox, Failure> {
    let readable = text.parse::<Mailbox>().ok().filter(|mailbox| mailbox.email.to_string().is_ascii());
    readable.ok_or_else(|| Failure::Address(text.to_owned()))
}

/// A header of plain signs.
fn plain(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}
