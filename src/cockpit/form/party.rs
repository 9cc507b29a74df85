//! What is asked and said about somebody apart from exchanges: complaints, who looks after them, what they allow.

use std::borrow::Cow;

use super::{
    Choice, Row, Subject,
    build::{label, options, words},
    gather::Reading,
};
use crate::{
    cockpit::world::World,
    sales::{
        book::OwnedCase,
        contact::Complaint,
        entity::Entity,
        fact::{Assigned, Channel, Complained, Direction, Exchanged, Permission, Permitted, Statement},
        fields::folded,
        moment::Moment,
        query::nearest,
    },
};

/// An open complaint of a case, and whose it is.
pub(super) fn complaint(case: &OwnedCase) -> Option<(Entity, Complaint)> {
    let person = case.contact.iter().map(|contact| (contact.entity, &contact.dealings));
    let company = case.company.iter().map(|company| (company.entity, &company.dealings));
    person.chain(company).find_map(|(about, dealings)| Some((about, dealings.complaint()?.clone())))
}

/// What is wrong; or, while a complaint is open, how it was settled.
pub(super) fn complain(world: &World, case: &OwnedCase) -> Vec<Row> {
    if let Some((_, open)) = complaint(case) {
        let since = world.voice.day_on(open.since, world.today);
        let args = [("since", since.into()), ("text", open.text.into())];
        return vec![words(world, "settled").helped(&world.voice.tell("form-settled-help", &args))];
    }
    let help = world.voice.say("form-complaint-help");
    vec![Row::notes("complaint", &label(world, "complaint"), "").needed().helped(help)]
}

/// To which colleague, with one line for them.
pub(super) fn hand_over(world: &World, now: &str) -> Vec<Row> {
    let known: Vec<&str> = world.columns.owners().names().filter(|name| *name != now).collect();
    let mut to = words(world, "owner").needed();
    if !known.is_empty() {
        to = to.helped(&world.voice.tell("form-owner-help", &[("names", known.join(", ").into())]));
    }
    vec![to, words(world, "handover")]
}

/// What is asked about a name that nobody here has: a slip would take the deal off everybody's list.
fn unknown(typed: &str, world: &World) -> Option<String> {
    let names = world.columns.owners().names().chain([world.author]);
    let known: Vec<(Cow<str>, &str)> = names.map(|name| (folded(name), name)).collect();
    let plain = folded(typed);
    if plain.is_empty() || known.iter().any(|(known, _)| *known == plain) {
        return None;
    }
    let near = nearest(&plain, known.iter().map(|(known, _)| &**known));
    let near = near.and_then(|near| known.iter().find(|(known, _)| *known == near));
    let args = [("name", typed.to_owned().into()), ("near", near.map_or("", |(_, name)| *name).to_owned().into())];
    let key = if near.is_some() { "form-owner-near" } else { "form-owner-new" };
    Some(world.voice.tell(key, &args))
}

/// The party and the deal go to the colleague; the line for them stands among the exchanges.
pub(super) fn handed(
    party: Option<Entity>,
    deal: Option<Entity>,
    typed: &str,
    line: &str,
    world: &World,
) -> Vec<Statement> {
    let known = world.columns.owners().names().find(|name| folded(name) == folded(typed));
    let owner = known.unwrap_or(typed).to_owned();
    let assigned = |about| Statement::Assigned(Assigned { about, owner: owner.clone(), note: line.to_owned() });
    let mut said: Vec<Statement> = party.into_iter().chain(deal).map(assigned).collect();
    if let Some(about) = party.filter(|_| !line.is_empty()) {
        let note = world.voice.tell("form-handover-note", &[("owner", owner.into()), ("line", line.into())]);
        let when = Moment { day: world.today, hour: Some(world.now) };
        let (channel, direction, outcome) = (Channel::Note, Direction::Ours, None);
        said.push(Statement::Exchanged(Exchanged { about, deal, channel, direction, outcome, note, when }));
    }
    said
}

/// Which channel, what they say about it, in which words and where.
pub(super) fn permit(world: &World) -> Vec<Row> {
    let keys = [('t', "all"), ('a', "phone"), ('m', "mail"), ('s', "sms"), ('c', "post"), ('r', "social")];
    let approaches: Vec<Choice> = options(world, "form-approach", &keys);
    let says = options(world, "form-permission", &[('n', "opposed"), ('o', "consented"), ('r', "withdrawn")]);
    let origin = Row::words("origin", &label(world, "origin"), world.voice.say("form-origin"));
    vec![
        Row::open_choice("approach", &label(world, "approach"), approaches),
        Row::choice("permission", &label(world, "permission"), says, 0),
        words(world, "wording"),
        origin,
    ]
}

impl Reading<'_> {
    pub(super) fn complained(&mut self, about: Entity) {
        let on = self.world.today;
        let case = crate::cockpit::world::case(self.world.book, about);
        let open = case.as_ref().and_then(complaint);
        let (about, text) = match &open {
            Some((whose, _)) => (*whose, self.text("settled")),
            None => (about, self.text("complaint")),
        };
        self.said.push(Statement::Complained(Complained { about, text, open: open.is_none(), on }));
    }

    /// A new name is asked about once; entered again as it stands, it is meant.
    pub(super) fn colleague(&mut self) {
        let asked = unknown(&self.text("owner"), self.world);
        if let Some(question) = asked.filter(|question| !self.has_said("owner", question)) {
            self.flaw("owner", &question);
        }
    }

    pub(super) fn handed_over(&mut self, subject: Subject) {
        self.colleague();
        let deal = Some(subject.deal).filter(|deal| !deal.is_fresh());
        self.said.extend(handed(subject.party, deal, &self.text("owner"), &self.text("handover"), self.world));
    }

    pub(super) fn permitted(&mut self, about: Entity) {
        let permission = match self.text("permission").as_str() {
            "consented" => Permission::Consented,
            "withdrawn" => Permission::Withdrawn,
            _ => Permission::Opposed,
        };
        let (wording, origin, on) = (self.text("wording"), self.text("origin"), self.world.today);
        if permission == Permission::Consented && wording.is_empty() {
            self.flaw("wording", self.world.voice.say("form-wording-needed"));
        }
        let approach = self.approach();
        self.said.push(Statement::Permitted(Permitted { about, approach, permission, wording, origin, on }));
    }
}
