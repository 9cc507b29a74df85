//! Letters written here: chosen, filled in, handed over beside the screen, and noted once they were taken. One that was not
//! comes back with its text and the reason; one that may have left says so and is never sent again by itself.

use super::{
    Cockpit,
    command::Command,
    draft::{self, Typed},
    effect::Effect,
    form::{self, Form, Purpose, letter},
    menu::{Act, Item, Menu},
    overlay::Overlay,
    theme::Role,
    told,
    waiting::Returned,
    wish::subject,
    world::{self, World},
};
use crate::sales::{
    book::OwnedCase,
    fact::{Approach, Channel, Statement},
    law::Verdict,
    sequence,
    template::{self, Template},
};

/// A letter as the screen knows it; who it comes from and how it leaves are the settings'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The text, with what the law adds.
    pub body: String,
    /// It offers to write no more.
    pub way_out: bool,
    /// It is put into a file to be opened elsewhere, not sent.
    pub file: bool,
}

/// What became of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Posted {
    /// It was taken.
    Left,
    /// It stands in this file.
    Written(String),
}

/// Why a letter did not leave, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// One sentence.
    pub why: String,
    /// It surely did not leave.
    pub certain: bool,
}

/// Letters on their way.
#[derive(Debug, Default)]
pub struct Outbox {
    /// Letters can be sent from here; else they are copied.
    sends: bool,
    last: u64,
    out: Vec<Out>,
}

/// One of them.
#[derive(Debug)]
struct Out {
    number: u64,
    said: Vec<Statement>,
    form: Box<Form>,
    typed: Typed,
}

impl Outbox {
    /// Whether none is on its way.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Whether letters can be sent from here.
    pub fn sends(&self) -> bool {
        self.sends
    }

    /// Their texts, should we be cut off.
    pub fn typed(&self) -> impl Iterator<Item = &Typed> {
        self.out.iter().map(|out| &out.typed)
    }

    /// That a letter of this subject went to them today, or is on its way.
    fn already(&self, form: &Form, case: &OwnedCase, world: &World) -> Option<String> {
        let subject = form.text("subject");
        if let Some(when) = case.as_case().wrote(&subject, world.today) {
            let hour = when.hour.map(|hour| world.voice.hour(hour)).unwrap_or_default();
            return Some(world.voice.tell("form-letter-already", &[("hour", hour.into())]));
        }
        let same = |out: &Out| out.form.text("to") == form.text("to") && out.form.text("subject") == subject;
        self.out.iter().any(same).then(|| world.voice.say("form-letter-leaving").to_owned())
    }

    fn take(&mut self, number: u64) -> Option<Out> {
        let at = self.out.iter().position(|out| out.number == number)?;
        Some(self.out.remove(at))
    }
}

impl Cockpit {
    /// Whether letters can be sent from here from now on.
    pub fn post_by(&mut self, sends: bool) {
        self.waiting.letters.sends = sends;
    }

    /// Which letter to write, or which mail to note; nobody writes where no address is known.
    pub(super) fn ask_letter(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        let about = subject(&case);
        if letter::address(&case).is_empty() {
            return self.ask(Purpose::Mail(about), world);
        }
        let title = world.voice.tell("menu-letter-title", &[("who", world::name(&case).into())]);
        let mut menu = Menu::new(title, offered(world, &case));
        menu.words = told::lawful(world, Approach::Mail, &told::may(world, Approach::Mail, &case));
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// Opens the letter of a template, filled in.
    pub(super) fn write(&mut self, template: String, world: &World) {
        let Some(case) = self.case(world) else { return };
        self.ask(Purpose::Letter(subject(&case), template), world);
        let sends = self.waiting.letters.sends;
        let Some(Overlay::Form(form)) = &mut self.overlay else { return };
        if !sends {
            form.only_copied(world);
        }
        if let Some(already) = self.waiting.letters.already(form, &case, world) {
            form.hint = format!("{already} {}", form.hint);
        }
    }

    /// Notes a mail, ours or theirs.
    pub(super) fn note_mail(&mut self, theirs: bool, world: &World) {
        let Some(case) = self.case(world) else { return };
        self.ask(Purpose::Mail(subject(&case)), world);
        if let Some(Overlay::Form(form)) = &mut self.overlay {
            form.choose(0, usize::from(theirs), world);
            form.go(1);
            form.touched = false;
        }
    }

    /// What the law forbids, and what left today already, is asked once: the form stays, and says why.
    pub(super) fn must_insist(&mut self, world: &World) -> bool {
        let case = self.case(world);
        let Some(Overlay::Form(form)) = &mut self.overlay else { return false };
        let Some(case) = case.filter(|_| matches!(form.purpose, Purpose::Letter(..))) else { return false };
        let may = told::may(world, Approach::Mail, &case);
        let forbidden = (may.verdict == Verdict::No).then(|| format!("{}.", told::lawful(world, Approach::Mail, &may)));
        let already = self.waiting.letters.already(form, &case, world);
        let why: Vec<String> = forbidden.into_iter().chain(already).collect();
        if why.is_empty() || form.is_flagged("insist") {
            return false;
        }
        form.flag("insist");
        form.hint = world.voice.tell("form-letter-insist", &[("why", why.join(" ").into())]);
        true
    }

    /// Sends a filled-in letter, or has it copied.
    pub(super) fn send_letter(&mut self, said: Vec<Statement>, mut form: Box<Form>, world: &World) -> Vec<Effect> {
        let about = form.purpose.about();
        let case = |entity| world::case(world.book, entity);
        let Some(case) = about.and_then(|about| case(about.deal).or_else(|| case(about.party?))) else {
            self.overlay = Some(Overlay::Form(form));
            return Vec::new();
        };
        let letter = outgoing(&form, &case, world);
        if form.text("by") == "copy" {
            let text = format!("{}\n\n{}", letter.subject, letter.body);
            let mut effects = self.enter(said, Some(form), world);
            let key = self.with_key(world, "toast-letter-copied", Command::Undo);
            self.toast = Some((key, Role::Toast));
            effects.push(Effect::Copy(text));
            return effects;
        }
        if !letter.file {
            form.flag("sent");
        }
        let typed = draft::form_draft(&form, world);
        let letters = &mut self.waiting.letters;
        letters.last += 1;
        let number = letters.last;
        letters.out.push(Out { number, said, form, typed });
        if !letter.file {
            let words = world.voice.tell("toast-letter-leaves", &[("to", letter.to.as_str().into())]);
            self.toast = Some((words, Role::Label));
        }
        // Kept before it leaves: cut off now, one must know that it may have left.
        let mut effects = self.keep_drafts(world);
        effects.push(Effect::Post(number, letter));
        effects
    }

    /// What became of a letter.
    pub(super) fn posted(&mut self, number: u64, done: Result<Posted, Unsent>, world: &World) -> Vec<Effect> {
        let Some(Out { said, mut form, typed, .. }) = self.waiting.letters.take(number) else { return Vec::new() };
        let unsent = match done {
            Err(unsent) => unsent,
            Ok(posted) => {
                // Refused by the store, its text comes back to be noted, never to be sent again.
                let returned = Returned { typed: noted(&said, &form), form: None };
                let effects = self.send(said, returned, world);
                let (key, arg) = match posted {
                    Posted::Left => ("toast-letter-sent", ("to", form.text("to").into())),
                    Posted::Written(file) => ("toast-letter-written", ("file", file.into())),
                };
                self.toast = Some((self.with_key_and(world, key, Command::Undo, &[arg]), Role::Toast));
                return effects;
            }
        };
        if unsent.certain {
            form.unflag("sent");
        }
        form.hint.clone_from(&unsent.why);
        let typed = if unsent.certain { draft::form_draft(&form, world) } else { typed };
        let effects = self.hand_back(Returned { typed: Some(typed), form: Some(form) }, world);
        let words = if effects.is_empty() {
            unsent.why
        } else {
            self.with_key_and(world, "toast-refused-kept", Command::Drafts, &[("why", unsent.why.into())])
        };
        self.toast = Some((words, Role::Bad));
        effects
    }
}

/// The letter that fits first, noting a mail next, then all others, last those that lack something.
fn offered(world: &World, case: &OwnedCase) -> Vec<Item> {
    let status = crate::sales::card::status_of(world.book, case, world.playbook, world.today);
    let due = sequence::standing(&case.as_case(), world.playbook, world.today).and_then(Result::ok);
    let step = due.map(|standing| world.label(&standing.next.template).to_owned()).filter(|name| !name.is_empty());
    let fits = step.unwrap_or_else(|| world.label(&template::fitting(&case.as_case(), status, world.today)).to_owned());
    let mut letters = world.playbook.letters(world.voice.tongue());
    let filled = |template: &Template| letter::fill(world, case, template);
    letters.sort_by_cached_key(|letter| (letter.name != fits, !filled(letter).missing.is_empty()));
    let write = |letter: char, template: &Template| Item {
        letter,
        label: filled(template).subject,
        note: template.name.clone(),
        act: Act::Write(template.name.clone()),
    };
    let note = |letter, key: &str, theirs| Item {
        letter,
        label: world.voice.say(key).to_owned(),
        note: String::new(),
        act: Act::NoteMail(theirs),
    };
    let signs = ('a'..='z').filter(|sign| !matches!(sign, 'e' | 'r'));
    let mut items: Vec<Item> = signs.zip(&letters).map(|(sign, letter)| write(sign, letter)).collect();
    // Nothing commercial by a mere Enter while somebody complains.
    let complains = case.as_case().dealings().any(|dealings| dealings.complaint().is_some());
    let at = if complains { 0 } else { items.len().min(1) };
    items.insert(at, note('e', "menu-letter-ours", false));
    items.insert(at + 1, note('r', "menu-letter-theirs", true));
    items
}

fn outgoing(form: &Form, case: &OwnedCase, world: &World) -> Outgoing {
    let way_out = told::may(world, Approach::Mail, case).because.asks_for_a_way_out();
    let more = if way_out { format!("\n\n{}", world.voice.say("letter-way_out")) } else { String::new() };
    Outgoing {
        to: form.text("to"),
        subject: form.text("subject"),
        body: format!("{}{more}\n", form.text("body").trim_end()),
        way_out,
        file: form.text("by") == "file",
    }
}

/// The draft of a note of a letter that left.
fn noted(said: &[Statement], form: &Form) -> Option<Typed> {
    let note = said.iter().find_map(|said| match said {
        Statement::Exchanged(exchanged) if exchanged.channel == Channel::Mail => Some(&exchanged.note),
        _ => None,
    })?;
    let place = format!("form mail {}", form.purpose.subject()?);
    Some((place, format!("channel:=mail/ours\nnote={}", form::escaped(note))))
}
