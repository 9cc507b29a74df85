//! One form for many deals: what is asked once for all of them, whom it holds for, who is left out and why.

use std::rc::Rc;

use super::{Form, Purpose, Row, build, party};
use crate::{
    cockpit::{
        party_of, told,
        world::{self, World},
    },
    sales::{
        book::{OwnedCase, Records},
        entity::Entity,
        fact::{Lost, Moved, Promised, Qualified, Set, Statement, Value},
        fields::folded,
        moment::{Day, Moment},
        playbook::Stage,
        stage::{self, Missing},
    },
};

/// What is done to all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Each {
    /// The next step is fixed.
    Step,
    /// They go to the stage in this place.
    Move(usize),
    /// Their people get a tag.
    Tag,
    /// A colleague looks after them and their people.
    HandOver,
}

/// The deals it is done to.
#[derive(Debug, PartialEq, Eq)]
pub struct Crowd {
    /// What is done.
    pub each: Each,
    members: Vec<Member>,
}

/// One of them.
#[derive(Debug, PartialEq, Eq)]
struct Member {
    deal: Entity,
    name: String,
    lacks: Vec<Lack>,
    /// The day its rhythm would choose.
    rhythm: Option<Day>,
    party: Option<Entity>,
    /// Whom a tag is put on, and those already there.
    person: Option<(Entity, Vec<String>)>,
}

/// Why one of them may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Lack {
    /// It is won, and stays so.
    Won,
    /// It is with nobody a tag could be put on.
    Nobody,
    /// The stage asks for more.
    Fact(Missing),
}

/// So many of those left out are named.
const NAMED: usize = 5;

impl Crowd {
    /// Looks at each of them once. Deals that are where they should go already are no part of it.
    pub fn of(each: Each, deals: impl Iterator<Item = Entity>, world: &World, records: &dyn Records) -> Self {
        let members = deals.filter_map(|deal| member(each, &world::case(records, deal)?, world)).collect();
        Self { each, members }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is nobody it could be done to.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    fn lacks(&self, wanted: impl Fn(&Missing) -> bool) -> bool {
        self.members
            .iter()
            .flat_map(|member| &member.lacks)
            .any(|lack| matches!(lack, Lack::Fact(fact) if wanted(fact)))
    }

    /// The rows that are asked once for all.
    pub(super) fn rows(&self, world: &World) -> Option<Vec<Row>> {
        Some(match self.each {
            Each::Step => {
                let help = world.voice.say("form-many-rhythm");
                vec![build::moment(world, "next", "").helped(help), build::words(world, "what")]
            }
            Each::Tag => vec![build::words(world, "tag").needed()],
            Each::HandOver => party::hand_over(world, ""),
            Each::Move(to) if to == world.playbook.lost() => build::loss(world, ""),
            Each::Move(_) => {
                let mut rows = Vec::new();
                if self.lacks(|missing| *missing == Missing::Closing) {
                    rows.push(build::field(world, "deal.closing", "")?.helped(world.voice.say("form-many-closing")));
                }
                if self.lacks(Missing::can_be_forced) {
                    rows.push(build::words(world, "forced").helped(world.voice.say("form-many-forced")));
                }
                rows
            }
        })
    }

    /// How the form is called.
    pub fn title(&self, world: &World, count: usize) -> String {
        let count = ("count", (count as i64).into());
        match self.each {
            Each::Step => world.voice.tell("form-many-next", &[count]),
            Each::Tag => world.voice.tell("form-many-tag", &[count]),
            Each::HandOver => world.voice.tell("form-many-hand_over", &[count]),
            Each::Move(to) => {
                let stage = world.playbook.stages().get(to).map(|stage| world.label(&stage.label).to_owned());
                world.voice.tell("form-many-move", &[count, ("stage", stage.unwrap_or_default().into())])
            }
        }
    }

    /// Whom it holds for so far, and who is left out and why.
    pub(super) fn told(&self, form: &Form, world: &World) -> String {
        let typed = Typed::of(form);
        let left: Vec<(&Member, &Lack)> =
            self.members.iter().filter_map(|member| Some((member, typed.stops(member)?))).collect();
        if left.is_empty() {
            return String::new();
        }
        let named = left.iter().take(NAMED).map(|(member, lack)| format!("{} ({})", member.name, reason(lack, world)));
        let mut names = named.collect::<Vec<_>>().join(", ");
        if left.len() > NAMED {
            names.push('…');
        }
        let (left, all) = (left.len() as i64, self.members.len() as i64);
        let args = [("left", left.into()), ("all", all.into()), ("go", (all - left).into()), ("names", names.into())];
        world.voice.tell("form-many-left", &args)
    }

    /// What the filled-in form says of each it holds for, with the deals.
    pub fn said(&self, form: &Form, when: Option<Moment>, closing: Option<&Value>, world: &World) -> Vec<Said> {
        let typed = Typed::of(form);
        let members = self.members.iter().filter(|member| typed.stops(member).is_none());
        members
            .map(|member| Said {
                deal: member.deal,
                statements: match self.each {
                    Each::Step => {
                        let due = when.or(member.rhythm.map(Moment::from));
                        vec![Statement::Promised(Promised { about: member.deal, due, what: form.text("what") })]
                    }
                    Each::Tag => tagged(member, &form.text("tag")),
                    Each::HandOver => {
                        let (owner, line) = (form.text("owner"), form.text("handover"));
                        party::handed(member.party, Some(member.deal), &owner, &line, world)
                    }
                    Each::Move(to) => moved(member, to, &typed, closing, world),
                },
            })
            .collect()
    }
}

/// What is said of one deal.
pub struct Said {
    /// Which.
    pub deal: Entity,
    /// What.
    pub statements: Vec<Statement>,
}

/// What of the form decides who is left out.
struct Typed {
    closing: bool,
    forced: String,
    reason: String,
    detail: String,
}

impl Typed {
    fn of(form: &Form) -> Self {
        let (forced, reason) = (form.text("forced"), form.text("reason"));
        Self { closing: !form.text("deal.closing").is_empty(), forced, reason, detail: form.text("detail") }
    }

    /// What still stops one of them.
    fn stops<'m>(&self, member: &'m Member) -> Option<&'m Lack> {
        member.lacks.iter().find(|lack| match lack {
            Lack::Won | Lack::Nobody => true,
            Lack::Fact(Missing::LossReason) => false,
            Lack::Fact(Missing::Closing) if self.closing => false,
            Lack::Fact(missing) => self.forced.is_empty() || !missing.can_be_forced(),
        })
    }
}

fn member(each: Each, case: &OwnedCase, world: &World) -> Option<Member> {
    let person = case.contact.as_ref().map(|contact| {
        let tags = match contact.fields.get("contact.tags") {
            Some(Value::List(tags)) => tags.clone(),
            _ => Vec::new(),
        };
        (contact.entity, tags)
    });
    let lacks = match each {
        Each::Step | Each::HandOver => Vec::new(),
        Each::Tag => {
            if person.is_none() {
                vec![Lack::Nobody]
            } else {
                Vec::new()
            }
        }
        Each::Move(to) if stage::of(&case.deal, world.playbook) == to => return None,
        Each::Move(_) if case.deal.is_won() => vec![Lack::Won],
        Each::Move(to) => missing(case, world.playbook.stages().get(to)?, world),
    };
    let rhythm = (each == Each::Step).then(|| build::in_rhythm(world, case));
    Some(Member { deal: case.deal.entity, name: world::name(case), lacks, rhythm, party: party_of(case), person })
}

fn missing(case: &OwnedCase, stage: &Stage, world: &World) -> Vec<Lack> {
    stage::missing(&case.as_case(), stage, world.playbook, world.today).into_iter().map(Lack::Fact).collect()
}

fn reason(lack: &Lack, world: &World) -> String {
    match lack {
        Lack::Won => world.voice.say("form-many-won").to_owned(),
        Lack::Nobody => world.voice.say("form-many-nobody").to_owned(),
        Lack::Fact(missing) => told::reason(world, &missing.reason()),
    }
}

fn tagged(member: &Member, tag: &str) -> Vec<Statement> {
    let Some((about, tags)) = &member.person else { return Vec::new() };
    if tags.iter().any(|known| folded(known) == folded(tag)) {
        return Vec::new();
    }
    let value = Value::List(tags.iter().cloned().chain([tag.to_owned()]).collect());
    vec![Statement::Set(Set { about: *about, field: "contact.tags".into(), value })]
}

fn moved(member: &Member, to: usize, typed: &Typed, closing: Option<&Value>, world: &World) -> Vec<Statement> {
    let (deal, on) = (member.deal, world.today);
    if to == world.playbook.lost() {
        let (reason, detail) = (typed.reason.clone(), typed.detail.clone());
        return vec![Statement::Lost(Lost { deal, reason, detail, on })];
    }
    let Some(stage) = world.playbook.stages().get(to) else { return Vec::new() };
    let mut said = Vec::new();
    let mut forced = None;
    for lack in &member.lacks {
        match (lack, closing) {
            (Lack::Fact(Missing::Closing), Some(value)) => {
                said.push(Statement::Set(Set { about: deal, field: "deal.closing".into(), value: value.clone() }));
            }
            (Lack::Fact(missing), _) => {
                forced = Some(typed.forced.clone());
                if matches!(missing, Missing::Qualified { .. }) {
                    said.push(Statement::Qualified(Qualified { deal, forced: forced.clone(), on }));
                }
            }
            _ => {}
        }
    }
    said.push(Statement::Moved(Moved { deal, to: stage.key.clone(), reason: forced, on }));
    said
}

impl Form {
    /// The form for many deals at once.
    pub fn for_many(crowd: Crowd, world: &World) -> Option<Self> {
        Self::new(Purpose::Many(Rc::new(crowd)), world, world.book)
    }
}
