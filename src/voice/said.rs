//! One statement as one line of a history: what was said of whom, from what to what.

use super::{Arg, Voice};
use crate::sales::{
    acts::Act,
    aftermath::Aftermath,
    book::Records,
    entity::{Entity, Kind},
    fact::{
        Bought, Enrolled, Exchanged, Linked, Merged, Permission, Permitted, Quoted, Set, Skipped, Statement, Target,
        Temperature, Value,
    },
    fields,
    history::{Back, Deed, Line, most_telling},
    moment::{Day, Moment},
    playbook::Playbook,
};

type Args<'a> = Vec<(&'a str, Arg)>;

/// What putting a statement into words needs to look at.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The language.
    pub voice: &'a Voice,
    /// The names of stages, criteria and reasons.
    pub playbook: &'a Playbook,
    /// The names of people, companies and deals.
    pub records: &'a dyn Records,
    /// The reader's day.
    pub today: Day,
}

impl Telling<'_> {
    /// A line of a history, without its author and its day.
    pub fn history(&self, line: &Line) -> Option<String> {
        let words = match (&line.said, &line.before) {
            (Statement::Retracted(said), _) if !said.why.is_empty() => {
                let long = self.tell("cli-said-long", &[("label", said.why.as_str().into())]);
                self.undone(&long, line.again)
            }
            (Statement::Retracted(_), Some(undone)) => {
                self.undone(&self.line(undone, None).unwrap_or_default(), line.again)
            }
            (Statement::Struck(_), Some(struck)) => {
                self.tell("cli-said-out", &[("what", self.line(struck, None).unwrap_or_default().into())])
            }
            (said, before) => self.line(said, before.as_ref())?,
        };
        Some(match line.happened {
            Some(when) => {
                let when = self.voice.date(when.day);
                self.tell("cli-said-happened", &[("what", words.into()), ("when", when.into())])
            }
            None => words,
        })
    }

    /// An act of the list of all: whom it is about, and what it was.
    pub fn deed(&self, deed: &Deed) -> (String, String) {
        if let Some(label) = &deed.act.label {
            return (String::new(), self.long(label, &deed.act));
        }
        let Some(telling) = deed.telling() else {
            return (String::new(), self.voice.say("cli-said-erased").to_owned());
        };
        let about = match &telling.said {
            Statement::Retracted(_) | Statement::Struck(_) => {
                telling.before.as_ref().and_then(|before| before.entities().next())
            }
            said => said.entities().next(),
        };
        let born = matches!(telling.said, Statement::Set(_))
            && deed.lines.iter().any(is_name)
            && deed.lines.iter().any(is_link);
        let words =
            if born { self.voice.say("cli-said-born").to_owned() } else { self.history(telling).unwrap_or_default() };
        let others = deed.lines.len() - 1;
        let words = match others {
            0 => words,
            _ => self.tell("cli-said-others", &[("what", words.into()), ("count", others.into())]),
        };
        (about.map(|about| self.whose_in(about, deed)).unwrap_or_default(), words)
    }

    /// The same of an act whose own words name somebody who is not there any more.
    fn whose_in(&self, about: Entity, deed: &Deed) -> String {
        let known = self.whose(about);
        if known != about.id.short() {
            return known;
        }
        let said = deed.lines.iter().flat_map(|line| [Some(&line.said), line.before.as_ref()]).flatten();
        let texts: Vec<(&str, &str)> = said.filter_map(named_by).collect();
        let text = |key: &str| texts.iter().find(|(field, _)| *field == key).map(|(_, text)| *text);
        let person = [text("contact.given_name"), text("contact.family_name")];
        let person = person.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let name = Some(person).filter(|person| !person.is_empty());
        name.or_else(|| text("company.name").or_else(|| text("deal.title")).map(str::to_owned)).unwrap_or(known)
    }

    /// A field shows the same as before though what said so was taken back.
    pub fn still(&self, set: &Set) -> String {
        let args = [
            ("who", self.name(set.about).into()),
            ("field", self.label(&set.field).into()),
            ("value", self.value(&set.field, &set.value).into()),
        ];
        self.tell("cli-undo-hidden", &args)
    }

    /// An act by what says most about it.
    pub fn act(&self, act: &Act) -> String {
        if let Some(label) = &act.label {
            return self.long(label, act);
        }
        let said = most_telling(act.facts.iter().flat_map(|fact| &fact.statements));
        let about = said.and_then(|said| said.entities().next()).map(|about| self.whose(about));
        let words = said.and_then(|said| self.line(said, None)).unwrap_or_default();
        about.map_or_else(|| words.clone(), |about| format!("{about}{}{words}", self.voice.say("cli-colon")))
    }

    /// What would be gone were an act taken back, and what would stay without its ground, in lines.
    pub fn hanging(&self, aftermath: &Aftermath) -> Vec<String> {
        const SHOWN: usize = 6;
        let mut lines = Vec::new();
        if !aftermath.gone.is_empty() {
            let names: Vec<String> = aftermath.gone.iter().take(SHOWN).map(|gone| self.name(*gone)).collect();
            let more = if aftermath.gone.len() > SHOWN { "…" } else { "" };
            let args = [("count", aftermath.gone.len().into()), ("names", (names.join(", ") + more).into())];
            lines.push(self.tell("cli-undo-gone", &args));
        }
        if !aftermath.later.is_empty() {
            lines.push(self.tell("cli-undo-later", &[("count", aftermath.later.len().into())]));
        }
        for later in aftermath.later.iter().take(SHOWN) {
            let what = later.telling.as_ref().and_then(|said| self.line(said, None)).unwrap_or_default();
            let args = [("who", self.name(later.entity).into()), ("count", later.facts.into()), ("what", what.into())];
            lines.push(format!("  {}", self.tell("cli-undo-since", &args)));
        }
        lines
    }

    /// An import: its file, and how many rows; what was done to many says itself how many.
    pub fn long(&self, label: &str, act: &Act) -> String {
        let rows = match act.announced {
            Some((1.., _)) => return label.to_owned(),
            Some((0, true)) => act.size.saturating_sub(2),
            _ => act.size.saturating_sub(1),
        };
        self.tell("cli-undo-long", &[("label", label.into()), ("count", (rows as i64).into())])
    }

    /// The person or the company behind anything, else its own name.
    pub(super) fn whose(&self, about: Entity) -> String {
        let party = self.records.deal(self.records.resolve(about)).and_then(|deal| deal.party);
        self.name(party.unwrap_or(about))
    }

    fn undone(&self, what: &str, again: bool) -> String {
        self.tell(if again { "cli-said-again" } else { "cli-said-undone" }, &[("what", what.into())])
    }

    /// A statement in words; nothing for those that only frame others. `before` is what it replaced.
    pub fn line(&self, statement: &Statement, before: Option<&Statement>) -> Option<String> {
        let words = self.plain(statement, before)?;
        match (statement, before.and_then(|before| self.was(before))) {
            // These name both ends themselves.
            (Statement::Set(_) | Statement::Moved(_), _) | (_, None) => Some(words),
            (_, Some(was)) => Some(self.tell("cli-said-before", &[("what", words.into()), ("was", was.into())])),
        }
    }

    fn plain(&self, statement: &Statement, before: Option<&Statement>) -> Option<String> {
        let voice = self.voice;
        let text = |key: &str, args: &[(&str, Arg)]| Some(self.tell(key, args));
        match statement {
            Statement::Set(set) => Some(self.field(set, before)),
            Statement::Exchanged(exchanged) => Some(self.exchange(exchanged)),
            Statement::Answered(answered) => {
                let args = vec![
                    ("criterion", self.criterion(&answered.criterion).into()),
                    ("sure", voice.word(&answered.sure).into()),
                ];
                text("cli-said-answered", &with_words(args, &answered.words))
            }
            Statement::Qualified(qualified) => match &qualified.forced {
                Some(reason) => text("cli-said-forced", &[("reason", reason.as_str().into())]),
                None => text("cli-said-qualified", &[]),
            },
            Statement::Moved(moved) => Some(self.moved(&moved.to, moved.reason.as_deref(), before)),
            Statement::Promised(promised) => match promised.due {
                Some(due) => {
                    text("cli-said-promised", &with_words(vec![("when", self.moment(due).into())], &promised.what))
                }
                None => text("cli-said-unpromised", &[]),
            },
            Statement::Quoted(quoted) => Some(self.quote(quoted)),
            Statement::Bought(bought) => Some(self.purchase(bought)),
            Statement::Lost(lost) => {
                let reason = self.loss(&lost.reason);
                text("cli-said-lost", &with_words(vec![("reason", reason.into())], &lost.detail))
            }
            Statement::Adjusted(adjusted) => Some(self.adjustment(adjusted.temperature, &adjusted.reason)),
            Statement::Linked(linked) => Some(self.link(linked)),
            Statement::Merged(merged) => Some(self.merged(merged)),
            Statement::Apart(apart) => text(
                "cli-said-apart",
                &[("one", self.name(apart.one).into()), ("other", self.name(apart.other).into())],
            ),
            Statement::Permitted(permitted) => {
                let args = vec![("what", self.permission(permitted).into())];
                text("cli-said-permitted", &with_words(args, &permitted.wording))
            }
            Statement::Assigned(assigned) => text("cli-said-assigned", &[("owner", assigned.owner.as_str().into())]),
            Statement::Complained(complained) => {
                let key = if complained.open { "cli-said-complained" } else { "cli-said-settled" };
                text(key, &[("text", complained.text.as_str().into())])
            }
            Statement::Enrolled(enrolled) => Some(self.enrolled(enrolled)),
            Statement::Skipped(skipped) => Some(self.skipped(skipped)),
            Statement::Retracted(retracted) => text("cli-said-retracted", &[("act", target(retracted.target).into())]),
            Statement::Struck(struck) => text("cli-said-struck", &[("act", target(Target::Fact(struck.fact)).into())]),
            Statement::Began(began) if began.facts > 0 => Some(began.label.clone()),
            Statement::Began(began) => text("cli-said-began", &[("label", began.label.as_str().into())]),
            Statement::Ended(_) => None,
            Statement::Unknown(_) => text("cli-said-unknown", &[]),
        }
    }

    /// The few words of what something replaced.
    fn was(&self, before: &Statement) -> Option<String> {
        let voice = self.voice;
        Some(match before {
            Statement::Set(set) => self.value(&set.field, &set.value),
            Statement::Answered(answered) => voice.word(&answered.sure).to_owned(),
            Statement::Moved(moved) => self.stage(&moved.to),
            Statement::Lost(_) => self.stage_at(self.playbook.lost()),
            Statement::Promised(promised) => self.moment(promised.due?),
            Statement::Quoted(quoted) => voice.word(&quoted.state).to_owned(),
            Statement::Adjusted(adjusted) => voice.word(&adjusted.temperature?).to_owned(),
            Statement::Permitted(permitted) => self.permission(permitted),
            Statement::Assigned(assigned) if !assigned.owner.is_empty() => assigned.owner.clone(),
            _ => return None,
        })
    }

    pub(super) fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.voice.tell(key, args)
    }

    fn enrolled(&self, enrolled: &Enrolled) -> String {
        match &enrolled.sequence {
            Some(key) => self.voice.tell("cli-said-enrolled", &[("sequence", self.sequence(key).into())]),
            None => self.voice.say("cli-said-unenrolled").to_owned(),
        }
    }

    fn skipped(&self, skipped: &Skipped) -> String {
        let what = self.voice.word(&skipped.channel).into();
        let args = vec![("sequence", self.sequence(&skipped.sequence).into()), ("what", what)];
        self.voice.tell("cli-said-step_skipped", &with_words(args, &skipped.why))
    }

    /// How a sequence is called; its key where the settings know it no longer.
    fn sequence(&self, key: &str) -> String {
        let known = self.playbook.sequences().iter().find(|known| known.key == key);
        known.map_or_else(|| key.to_owned(), |known| self.voice.label(&known.label).to_owned())
    }

    pub(super) fn moment(&self, moment: Moment) -> String {
        self.voice.moment_short(moment, self.today)
    }

    fn field(&self, set: &Set, before: Option<&Statement>) -> String {
        let mut args: Args =
            vec![("field", self.label(&set.field).into()), ("to", self.value(&set.field, &set.value).into())];
        match before {
            Some(Statement::Set(before)) if before.value != set.value => {
                args.push(("from", self.value(&set.field, &before.value).into()));
                self.tell("cli-said-changed", &args)
            }
            _ => self.tell("cli-said-set", &args),
        }
    }

    pub(super) fn value(&self, key: &str, value: &Value) -> String {
        match (value, fields::field(key)) {
            (Value::Nothing, _) => self.voice.say("cli-said-empty").to_owned(),
            (value, Some(field)) => self.voice.value(field, value),
            (value, None) => self.voice.plain_value(value),
        }
    }

    /// The name of a field, of the catalogue or of the firm's own.
    pub fn label(&self, key: &str) -> String {
        let own = self.playbook.fields().iter().find(|field| field.key == key);
        own.map_or_else(|| self.voice.field(key), |field| self.voice.label(&field.label).to_owned())
    }

    fn moved(&self, to: &str, reason: Option<&str>, before: Option<&Statement>) -> String {
        let from = before.and_then(|before| self.was(before)).unwrap_or_default();
        let args = vec![("from", from.into()), ("stage", self.stage(to).into())];
        self.tell("cli-said-moved", &with_words(args, reason.unwrap_or_default())).trim_start().to_owned()
    }

    fn stage(&self, key: &str) -> String {
        self.playbook.stage(key).map_or_else(|| key.to_owned(), |at| self.stage_at(at))
    }

    fn stage_at(&self, at: usize) -> String {
        let stage = self.playbook.stages().get(at);
        stage.map_or("", |stage| self.voice.label(&stage.label)).to_owned()
    }

    fn criterion(&self, key: &str) -> String {
        let known = self.playbook.criterion(key);
        known.map_or_else(|| key.to_owned(), |criterion| self.voice.label(&criterion.label).to_owned())
    }

    fn loss(&self, key: &str) -> String {
        match self.playbook.losses().iter().find(|loss| loss.key == key) {
            Some(loss) => self.voice.label(&loss.label).to_owned(),
            None if key.is_empty() => self.voice.say("loss-unknown").to_owned(),
            None => key.to_owned(),
        }
    }

    /// An exchange: how, what came of it, in words.
    fn exchange(&self, exchanged: &Exchanged) -> String {
        let outcome = exchanged.outcome.map(|outcome| self.voice.word(&outcome).to_owned()).unwrap_or_default();
        self.voice.told(&self.voice.exchanged(exchanged.channel, exchanged.direction), &outcome, &exchanged.note)
    }

    fn quote(&self, quoted: &Quoted) -> String {
        let amount = quoted.amount.map(|amount| self.voice.with_tax(amount)).unwrap_or_default();
        let parts = [quoted.number.as_str(), self.voice.word(&quoted.state), amount.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.tell("cli-said-quoted", &[("what", parts.join(", ").into())])
    }

    fn purchase(&self, bought: &Bought) -> String {
        let proof = match &bought.proof {
            Some(proof) => self.voice.word(proof),
            None => self.voice.say("proof-missing"),
        };
        let amount = self.voice.with_tax(bought.amount);
        self.tell("cli-said-bought", &[("amount", amount.into()), ("proof", proof.into())])
    }

    fn adjustment(&self, temperature: Option<Temperature>, reason: &str) -> String {
        let Some(temperature) = temperature else { return self.voice.say("cli-said-unadjusted").to_owned() };
        let heat = self.voice.word(&temperature);
        self.tell("cli-said-adjusted", &with_words(vec![("heat", heat.into())], reason))
    }

    fn link(&self, linked: &Linked) -> String {
        let key = if linked.tied { "cli-said-linked" } else { "cli-said-unlinked" };
        let args = vec![("role", self.voice.word(&linked.role).into()), ("to", self.name(linked.to).into())];
        self.tell(key, &args)
    }

    /// Once they are one, both have one name.
    fn merged(&self, merged: &Merged) -> String {
        let one = self.records.resolve(merged.from) == self.records.resolve(merged.into);
        let args = [("from", self.name(merged.from).into()), ("into", self.name(merged.into).into())];
        self.tell(if one { "cli-said-merged-in" } else { "cli-said-merged" }, &args)
    }

    fn permission(&self, permitted: &Permitted) -> String {
        let voice = self.voice;
        let channel = permitted.approach.map_or_else(|| voice.say("approach-all"), |approach| voice.word(&approach));
        let key = match permitted.permission {
            Permission::Consented => "cli-permission-consented",
            Permission::Opposed => "cli-permission-opposed",
            Permission::Withdrawn => "cli-permission-withdrawn",
        };
        self.tell(key, &[("channel", channel.into())])
    }

    /// The name of anything; the end of its id where it has none.
    pub fn name(&self, entity: Entity) -> String {
        let home = self.records.resolve(entity);
        let name = match entity.kind {
            Kind::Deal => self.records.deal(home).map(|deal| deal.title().to_owned()),
            Kind::Contact => self.records.contact(home).map(|contact| contact.name()),
            Kind::Company => self.records.company(home).map(|company| company.name().to_owned()),
        };
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| entity.id.short())
    }
}

impl Voice {
    /// A value of a field nobody knows the kind of.
    pub fn plain_value(&self, value: &Value) -> String {
        match value {
            Value::Nothing => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => self.number(*number),
            Value::Percent(share) => self.percent(*share),
            Value::Money(money) => self.with_tax(*money),
            Value::Day(day) => self.date(*day),
            Value::Flag(flag) => self.say(if *flag { "word-yes" } else { "word-no" }).to_owned(),
            Value::List(words) => words.join(", "),
        }
    }

    /// `(annulé par Karim le 12/03/2026)`.
    pub fn taken_back(&self, back: &Back) -> String {
        let on = back.at.map(|at| self.date(at.day)).unwrap_or_default();
        let known = if back.by.is_empty() || on.is_empty() { "no" } else { "yes" };
        let args = [("known", known.into()), ("by", back.by.as_str().into()), ("on", on.into())];
        self.tell("cli-history-back", &args)
    }

    /// `appel passé, joint : « … »`.
    pub fn told(&self, what: &str, outcome: &str, note: &str) -> String {
        let comma = if outcome.is_empty() { "" } else { ", " };
        let head = format!("{what}{comma}{outcome}");
        if note.is_empty() {
            head
        } else {
            self.tell("cli-said-words", &[("head", head.into()), ("words", note.into())])
        }
    }
}

/// The name of a person or a company was said.
fn is_name(line: &Line) -> bool {
    const NAMES: [&str; 3] = ["contact.family_name", "contact.given_name", "company.name"];
    matches!(&line.said, Statement::Set(set) if NAMES.contains(&set.field.as_str()))
}

/// The field of a name, and the name.
fn named_by(said: &Statement) -> Option<(&str, &str)> {
    match said {
        Statement::Set(Set { field, value: Value::Text(text), .. }) => Some((field, text)),
        _ => None,
    }
}

fn is_link(line: &Line) -> bool {
    matches!(line.said, Statement::Linked(_))
}

/// Adds the words of a person, and whether there are any.
fn with_words<'a>(mut args: Args<'a>, words: &str) -> Args<'a> {
    args.push(("said", if words.is_empty() { "no" } else { "yes" }.into()));
    args.push(("words", words.into()));
    args
}

fn target(target: Target) -> String {
    match target {
        Target::Act(act) => act.0.short(),
        Target::Fact(fact) => fact.seq.to_string(),
    }
}
