//! `vigie send WHO --template NAME`: a letter filled in, shown, sent, and noted as an exchange once it was taken.

use std::{fs::OpenOptions, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};

use serde_json::json;

use crate::{
    cockpit::world,
    post::{self, Letter},
    sales::{
        book::OwnedCase,
        card,
        fact::{Approach, Channel, Direction, Exchanged, Statement},
        fields::folded,
        law::{self, May, Verdict},
        moment::Moment,
        template::{Filled, Pen, Template},
    },
};

use super::{
    args::Send,
    door::Door,
    log, mail, print, say,
    stop::{Code, Done, Stop},
};

pub(super) fn run(door: &mut Door, said: &Send) -> Done {
    let (party, deal) = log::party_and_deal(door, &said.who)?;
    let about = deal.unwrap_or(party);
    let case = world::case(door.book(), about).ok_or_else(|| Stop::nothing(said.who.as_str()))?;
    let post = mail::Desk::of(&door.setup, &door.voice);
    let Some(name) = &said.template else { return Ok(list(door, &case)) };
    let template = template(door, name)?;
    let filled = given(&template, door, &case, &said.with);
    let may = may(door, &case);
    let draft = draft(door, &case, &post, &filled, &may);
    if said.dry_run {
        preview(door, &draft, &filled, &may, &post);
        return Ok(Code::Fine);
    }
    ready(door, &draft, &filled, post.from.is_empty() && said.eml.is_none())?;
    if !said.again {
        once(door, &case, &draft)?;
    }
    agreed(door, &draft, &may, said.yes)?;
    let name = door.search().describe(party).name;
    let args = vec![("who", name.into()), ("subject", draft.subject.as_str().into())];
    if let Some(file) = &said.eml {
        written(door, &draft, file)?;
        let line = door.tell("cli-send-written", &[args, vec![("file", file.display().to_string().into())]].concat());
        door.page.line(&line);
        door.page.json(&json!({ "written": file.display().to_string(), "message_id": post::message_id(&draft) }));
        return Ok(Code::Fine);
    }
    let Some(way) = &post.way else { return Err(nowhere(door)) };
    post::send(&draft, way).map_err(|failure| Stop::input(failure.tell(&door.voice)))?;
    let (day, hour) = door.now();
    let exchange = Exchanged {
        about: party,
        deal,
        channel: Channel::Mail,
        direction: Direction::Ours,
        outcome: None,
        note: format!("{}\n{}", draft.subject, draft.body),
        when: Moment { day, hour: Some(hour) },
    };
    let sentence = door.tell("cli-send-done", &args);
    let noted = door.write(about, vec![Statement::Exchanged(exchange)], &sentence);
    // It left, whatever became of the note of it.
    noted.map_err(|stop| Stop::new(stop.code, door.tell("cli-send-unnoted", &vec![("why", stop.sentence.into())])))
}

/// The letters there are, with the subject each would have.
fn list(door: &mut Door, case: &OwnedCase) -> Code {
    let letters = door.playbook().letters(door.voice.tongue());
    let rows: Vec<(String, String)> =
        letters.iter().map(|letter| (letter.name.clone(), given(letter, door, case, &[]).subject)).collect();
    let mut table = print::Table::new(&[]);
    rows.iter().for_each(|(name, subject)| table.row([name.clone(), subject.clone()]));
    door.page.table(&table);
    door.page.line(door.voice.say("cli-send-choose"));
    let rows: Vec<_> = rows.iter().map(|(name, subject)| json!({ "name": name, "subject": subject })).collect();
    door.page.json(&json!({ "templates": rows }));
    Code::Fine
}

fn template(door: &Door, name: &str) -> Result<Template, Stop> {
    let letters = door.playbook().letters(door.voice.tongue());
    let known: Vec<&str> = letters.iter().map(|letter| letter.name.as_str()).collect();
    let args = vec![("name", name.into()), ("known", known.join(", ").into())];
    let found = letters.iter().find(|letter| folded(&letter.name) == folded(name));
    found.cloned().ok_or_else(|| Stop::input(door.tell("cli-send-template", &args)))
}

/// Filled in; what was given on the command line comes before what is in the files.
fn given(template: &Template, door: &Door, case: &OwnedCase, with: &[String]) -> Filled {
    let own = |name: &str| {
        let said = with.iter().filter_map(|word| word.split_once('='));
        said.rev().find(|(key, _)| folded(key) == folded(name)).map(|(_, words)| words.to_owned())
    };
    let seller = door.playbook().seller(door.desk.author());
    let pen = Pen { case: case.as_case(), seller: &seller, playbook: door.playbook(), today: door.now().0 };
    door.voice.letter(template, &pen, &own)
}

fn may(door: &Door, case: &OwnedCase) -> May {
    let status = card::status_of(door.book(), case, door.playbook(), door.today());
    let (day, hour) = door.now();
    law::may(Approach::Mail, &case.as_case(), status, door.playbook(), Moment { day, hour: Some(hour) })
}

/// The letter as it would leave.
fn draft(door: &Door, case: &OwnedCase, post: &mail::Desk, filled: &Filled, may: &May) -> Letter {
    let view = case.as_case();
    let to = ["contact.email", "company.email"].into_iter().map(|key| view.text(key)).find(|text| !text.is_empty());
    let way_out = may.because.asks_for_a_way_out();
    let stop = if way_out { format!("\n\n{}", door.voice.say("letter-way_out")) } else { String::new() };
    Letter {
        from: post.from.clone(),
        to: to.unwrap_or_default().to_owned(),
        subject: filled.subject.clone(),
        body: format!("{}{stop}\n", filled.body),
        written: door.desk.clock().millis(),
        way_out,
    }
}

/// The whole of it, and what would be in the way.
fn preview(door: &mut Door, draft: &Letter, filled: &Filled, may: &May, post: &mail::Desk) {
    let told = |key: &str, value: &str| door.tell(key, &vec![("value", value.into())]);
    let mut lines = vec![
        told("cli-send-from", &draft.from),
        told("cli-send-to", &draft.to),
        told("cli-send-subject", &draft.subject),
        String::new(),
    ];
    lines.extend(draft.body.trim_end().lines().map(str::to_owned));
    lines.push(String::new());
    lines.push(lawful(door, may));
    lines.extend(missing(door, draft, filled));
    if post.way.is_none() {
        lines.push(door.voice.say("cli-send-nowhere").to_owned());
    }
    lines.iter().for_each(|line| door.page.line(line));
    door.page.json(&json!({
        "from": draft.from,
        "to": draft.to,
        "subject": draft.subject,
        "body": draft.body,
        "missing": filled.missing,
        "may": verdict(may.verdict),
        "way": post.told(),
    }));
}

/// `Mail : oui (professionnel : proposer de se désinscrire)`
fn lawful(door: &Door, may: &May) -> String {
    let because = door.voice.reason(&may.because.reason());
    door.voice.may(&[Approach::Mail], may.verdict, &because, door.today())
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::From(_) => "later",
        Verdict::Ask => "ask",
        Verdict::No => "no",
    }
}

/// What must be filled in before it may leave.
fn missing(door: &Door, draft: &Letter, filled: &Filled) -> Option<String> {
    if draft.to.is_empty() {
        return Some(door.voice.say("cli-send-no_address").to_owned());
    }
    let all = filled.missing.join(", ");
    (!all.is_empty()).then(|| door.tell("cli-send-missing", &vec![("missing", all.into())]))
}

fn ready(door: &Door, draft: &Letter, filled: &Filled, nowhere: bool) -> Result<(), Stop> {
    if let Some(missing) = missing(door, draft, filled) {
        return Err(Stop::input(missing));
    }
    if nowhere { Err(self::nowhere(door)) } else { Ok(()) }
}

fn nowhere(door: &Door) -> Stop {
    Stop::new(Code::Settings, door.voice.say("cli-send-nowhere"))
}

/// The same letter twice a day is asked about.
fn once(door: &Door, case: &OwnedCase, draft: &Letter) -> Result<(), Stop> {
    let Some(when) = case.as_case().wrote(&draft.subject, door.now().0) else { return Ok(()) };
    let hour = when.hour.map(|hour| door.voice.hour(hour)).unwrap_or_default();
    let already = door.tell("cli-send-already", &vec![("to", draft.to.as_str().into()), ("hour", hour.into())]);
    let refusal = Stop::input(door.tell("cli-send-again", &vec![("already", already.as_str().into())]));
    let question = door.tell("cli-send-agree", &vec![("to", draft.to.as_str().into())]);
    door.agree(&[already], &question, refusal, &|answer| say::Reader::new().is("cli-words-yes", answer))
}

/// What the law forbids is asked once.
fn agreed(door: &Door, draft: &Letter, may: &May, yes: bool) -> Result<(), Stop> {
    let lawful = lawful(door, may);
    match may.verdict {
        Verdict::Yes | Verdict::From(_) => Ok(()),
        Verdict::Ask => {
            print::remark(&lawful, door.page.look);
            Ok(())
        }
        Verdict::No if yes => Ok(()),
        Verdict::No => {
            let refusal = Stop::input(door.tell("cli-send-forbidden", &vec![("may", lawful.as_str().into())]));
            let question = door.tell("cli-send-agree", &vec![("to", draft.to.as_str().into())]);
            door.agree(&[lawful], &question, refusal, &|answer| say::Reader::new().is("cli-words-yes", answer))
        }
    }
}

/// Writes it as a file of the person's alone; one that is there is left alone.
fn written(door: &Door, draft: &Letter, file: &Path) -> Result<(), Stop> {
    let bytes = post::file(draft).map_err(|failure| Stop::input(failure.tell(&door.voice)))?;
    let unwritten = |error: std::io::Error| {
        let args = vec![("file", file.display().to_string().into()), ("why", error.to_string().into())];
        Stop::input(door.tell("cli-send-unwritten", &args))
    };
    let mut open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(unwritten)?;
    open.write_all(&bytes).and_then(|()| open.sync_all()).map_err(unwritten)
}
