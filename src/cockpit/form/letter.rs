//! A letter in a form: the template filled in, what is missing named, whether one may write and what is added because the
//! law asks for it. Nothing leaves while something is still to be filled in.

use super::{
    Form,
    build::{in_rhythm, label, moment, options, words},
    gather::Reading,
    row::{Choice, Row},
};
use crate::{
    cockpit::{told, world::World},
    sales::{
        book::OwnedCase,
        fact::Approach,
        sequence,
        template::{Filled, Pen, Template},
        words::email,
    },
};

/// The rows of a letter begun with a template.
pub(super) fn rows(world: &World, case: &OwnedCase, template: &str) -> Vec<Row> {
    let known = world.playbook.letters(world.voice.tongue()).into_iter().find(|known| known.name == template);
    let filled = known.map(|known| fill(world, case, &known)).unwrap_or_default();
    let rhythm = world.voice.due(in_rhythm(world, case).into(), world.today);
    let follows =
        sequence::standing(&case.as_case(), world.playbook, world.today).is_some_and(|standing| standing.is_ok());
    let next = if follows { "form-letter-next-sequence" } else { "form-letter-next" };
    let next = world.voice.tell(next, &[("when", rhythm.into())]);
    let ways = options(world, "form-letter-by", &[('e', "send"), ('c', "copy"), ('f', "file")]);
    let flag = |key: &str| Row::choice(key, "", vec![Choice::new("", "no"), Choice::new("", "yes")], 0);
    vec![
        Row::letter("body", &label(world, "body"), &filled.body).needed(),
        Row::words("subject", &label(world, "subject"), &filled.subject).needed(),
        Row::words("to", &label(world, "to"), address(case)).needed(),
        Row::choice("by", &label(world, "by"), ways, 0),
        moment(world, "next", "").helped(&next),
        words(world, "what"),
        // It was on its way once, and nobody knows whether it left.
        flag("sent"),
        // Told that the law says no, the person insists.
        flag("insist"),
    ]
}

/// The template filled in for somebody.
pub fn fill(world: &World, case: &OwnedCase, template: &Template) -> Filled {
    let seller = world.playbook.seller(world.author);
    let pen = Pen { case: case.as_case(), seller: &seller, playbook: world.playbook, today: world.today };
    world.voice.letter(template, &pen, &|_| None)
}

/// Where letters to somebody go; empty where nobody knows.
pub fn address(case: &OwnedCase) -> &str {
    let of = |key: &str| case.contact.as_ref().map_or("", |contact| contact.fields.text(key));
    let firm = || case.company.as_ref().map_or("", |company| company.fields.text("company.email"));
    Some(of("contact.email")).filter(|text| !text.is_empty()).unwrap_or_else(firm)
}

/// Whether one may, and what is added below the text.
pub(super) fn hint(world: &World, case: &OwnedCase) -> String {
    let may = told::may(world, Approach::Mail, case);
    let lawful = told::lawful(world, Approach::Mail, &may);
    if !may.because.asks_for_a_way_out() {
        return lawful;
    }
    world.voice.tell("form-letter-way_out", &[("may", lawful.into())])
}

impl Form {
    /// Marks a flag no row shows.
    pub fn flag(&mut self, key: &str) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            row.fill("yes");
        }
    }

    /// Takes the mark off.
    pub fn unflag(&mut self, key: &str) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            row.fill("no");
        }
    }

    /// Nothing can be sent from here: the text is copied, and the form says so.
    pub fn only_copied(&mut self, world: &World) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == "by") {
            let copy = options(world, "form-letter-by", &[('c', "copy"), ('f', "file")]);
            *row = Row::choice("by", &label(world, "by"), copy, 0);
            self.hint = format!("{} {}", world.voice.say("form-letter-unset"), self.hint);
        }
    }

    /// Whether a flag was marked.
    pub fn is_flagged(&self, key: &str) -> bool {
        self.rows.iter().any(|row| row.key == key && row.text() == "yes")
    }
}

impl Reading<'_> {
    /// An address mail can go to, and a text with nothing left to fill in.
    pub(super) fn addressed(&mut self) {
        if let Err(flaw) = email::parse(&self.text("to"))
            && !self.text("to").is_empty()
        {
            self.flaw("to", &self.world.voice.flaw(&flaw));
        }
        for key in ["subject", "body"] {
            let text = self.text(key);
            if let Some(mark) = self.world.voice.unfilled(&text) {
                let why = self.world.voice.tell("form-letter-unfilled", &[("mark", mark.into())]);
                self.flaw(key, &why);
            }
        }
    }
}
