//! `vigie next WHO WHEN [WHAT]`: what is to be done next, and when; "none" clears it.

use crate::sales::{
    fact::{Promised, Statement},
    words::plain,
};

use super::{
    args::Next,
    door::Door,
    log,
    say::{self, Reader},
    stop::Done,
};

pub(super) fn run(door: &mut Door, said: &Next) -> Done {
    let (party, deal) = log::party_and_deal(door, &said.who)?;
    let about = deal.unwrap_or(party);
    let name = door.search().describe(party).name;
    let what = plain::line(&said.what.join(" ")).into_owned();
    let (due, sentence) = if Reader::new().is("cli-words-none", &said.when) {
        (None, door.tell("cli-next-cleared", &vec![("who", name.into())]))
    } else {
        let due = door.to_come(&said.when)?;
        let when = say::due(&door.voice, due, door.today());
        let key = if what.is_empty() { "cli-next-done" } else { "cli-next-done_what" };
        let args = vec![("who", name.into()), ("when", when.into()), ("what", what.as_str().into())];
        (Some(due), door.tell(key, &args))
    };
    log::warn(door, party);
    door.write(about, vec![Statement::Promised(Promised { about, due, what })], &sentence)
}
