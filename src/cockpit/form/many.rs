//! One form for many deals: what is asked once for all of them, whom it holds for, who is left out and why.

use std::rc::Rc;

use super::{Form, Purpose, Row, build, party};
use crate::{
    cockpit::{
        party_of, told,
        wish::people::birth,
        world::{self, World},
    },
    sales::{
        book::{OwnedCase, Records},
        entity::Entity,
        fact::{Lost, Moved, Promised, Qualified, Set, Statement, Value},
        fields::folded,
        moment::{Day, Moment},
        money::Money,
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
    /// They are set aside: the people themselves, or only the deals.
    Aside {
        /// The people.
        people: bool,
    },
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
    /// The deal that was marked, or the party where it has none.
    marked: Entity,
    deal: Entity,
    /// A deal that is only born now gets its party.
    birth: Option<Statement>,
    name: String,
    cents: i64,
    stage: usize,
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
        let members = deals.filter_map(|deal| member(each, deal, &world::case(records, deal)?, world)).collect();
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
            Each::Aside { .. } => Vec::new(),
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
            Each::Aside { people: true } => world.voice.tell("form-many-aside", &[count]),
            Each::Aside { people: false } => world.voice.tell("form-many-aside-deals", &[count]),
            Each::Move(to) => {
                let stage = world.playbook.stages().get(to).map(|stage| world.label(&stage.label).to_owned());
                world.voice.tell("form-many-move", &[count, ("stage", stage.unwrap_or_default().into())])
            }
        }
    }

    /// Whether somebody is left out so far.
    pub fn leaves_out(&self, form: &Form) -> bool {
        let typed = Typed::of(form);
        self.members.iter().any(|member| typed.stops(member).is_some())
    }

    /// Whom it holds for and what that changes, or who is left out so far and why.
    pub(super) fn told(&self, form: &Form, world: &World) -> String {
        let typed = Typed::of(form);
        let left: Vec<(&Member, &Lack)> =
            self.members.iter().filter_map(|member| Some((member, typed.stops(member)?))).collect();
        if left.is_empty() {
            return self.preview(world);
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

    /// Who they are, and what another stage makes of the forecast.
    fn preview(&self, world: &World) -> String {
        let mut names =
            self.members.iter().take(NAMED).map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ");
        if self.members.len() > NAMED {
            names.push('…');
        }
        let Each::Move(to) = self.each else { return names };
        let likely = |stage: usize| world.playbook.stages().get(stage).map_or(0, |stage| i64::from(stage.probability));
        let worth = |stage: &dyn Fn(&Member) -> usize| {
            self.members.iter().map(|member| member.cents * likely(stage(member)) / 100).sum::<i64>()
        };
        let (before, after) = (worth(&|member| member.stage), worth(&|_| to));
        let money = |cents| told::short(world, cents);
        let args = [("before", money(before).into()), ("after", money(after).into())];
        format!("{names} · {}", world.voice.tell("form-many-forecast", &args))
    }

    /// What the filled-in form says of each it holds for, with the deals.
    pub fn said(&self, form: &Form, when: Option<Moment>, closing: Option<&Value>, world: &World) -> Vec<Said> {
        let typed = Typed::of(form);
        let members = self.members.iter().filter(|member| typed.stops(member).is_none());
        members
            .map(|member| Said {
                deal: member.marked,
                statements: match self.each {
                    Each::Step => {
                        let due = when.or(member.rhythm.map(Moment::from));
                        let step = Statement::Promised(Promised { about: member.deal, due, what: form.text("what") });
                        member.birth.iter().cloned().chain([step]).collect()
                    }
                    Each::Tag => tagged(member, &form.text("tag")),
                    Each::HandOver => {
                        let (owner, line) = (form.text("owner"), form.text("handover"));
                        let deal = Some(member.deal).filter(|deal| !deal.is_fresh());
                        party::handed(member.party, deal, &owner, &line, world)
                    }
                    Each::Aside { people } => aside(member, people),
                    Each::Move(to) => {
                        let moved = moved(member, to, &typed, closing, world);
                        member.birth.iter().cloned().chain(moved).collect()
                    }
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

fn member(each: Each, marked: Entity, case: &OwnedCase, world: &World) -> Option<Member> {
    let person = case.contact.as_ref().map(|contact| {
        let tags = match contact.fields.get("contact.tags") {
            Some(Value::List(tags)) => tags.clone(),
            _ => Vec::new(),
        };
        (contact.entity, tags)
    });
    let lacks = match each {
        Each::Step | Each::HandOver | Each::Aside { .. } => Vec::new(),
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
    Some(Member {
        marked,
        deal: case.deal.entity,
        birth: birth(case),
        name: world::name(case),
        cents: case.deal.amount().map_or(0, Money::without_tax),
        stage: stage::of(&case.deal, world.playbook),
        lacks,
        rhythm,
        party: party_of(case),
        person,
    })
}

/// Set aside: the person or the company, or the deal alone.
fn aside(member: &Member, people: bool) -> Vec<Statement> {
    let about = if people { member.party } else { Some(member.deal).filter(|deal| !deal.is_fresh()) };
    let set = |about: Entity| {
        let field = format!("{}.archived", about.kind.key());
        Statement::Set(Set { about, field, value: Value::Flag(true) })
    };
    about.map(set).into_iter().collect()
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
