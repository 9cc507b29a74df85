//! What a command has at hand: the open desk, the reader's voice, the page. Writing goes through here and nowhere else.

use serde_json::json;

use crate::{
    desk::{self, Desk},
    sales::{
        book::{Book, Preview, Records},
        entity::{Entity, Kind},
        fact::Statement,
        moment::{Day, Hour, Moment},
        money::Tax,
        playbook::Playbook,
        words::value::Context,
    },
    voice::{Telling, Voice},
};

use super::{
    card::{Lens, Sheet},
    print::{self, Page},
    say,
    setup::Setup,
    stop::{Code, Done, Stop},
    trouble,
    who::Search,
};

/// What a command has at hand.
pub(super) struct Door {
    pub(super) setup: Setup,
    pub(super) voice: Voice,
    pub(super) page: Page,
    pub(super) desk: Desk,
    pub(super) sources: Vec<(String, Vec<String>)>,
}

impl Door {
    /// All facts added up.
    pub(super) fn book(&self) -> &Book {
        self.desk.book()
    }

    /// The firm's settings.
    pub(super) fn playbook(&self) -> &Playbook {
        self.desk.playbook()
    }

    /// The reader's day.
    pub(super) fn today(&self) -> Day {
        self.desk.today()
    }

    /// The day and hour it really is: what happens now happens then, whatever day the reader looks from.
    pub(super) fn now(&self) -> (Day, Hour) {
        self.desk.clock().local()
    }

    /// For readings.
    pub(super) fn lens(&self) -> Lens<'_> {
        Lens { book: self.book(), playbook: self.playbook(), day: self.today() }
    }

    /// For names.
    pub(super) fn search(&self) -> Search<'_> {
        Search { book: self.book(), voice: &self.voice }
    }

    /// How many lines are left out, where any are.
    pub(super) fn more(&mut self, left: usize) {
        if left > 0 {
            let line = format!("  {}", self.tell("cli-and-more", &vec![("count", left.into())]));
            self.page.line(&line);
        }
    }

    /// Asks before something that cannot be seen to be meant; where nobody can answer it is refused.
    pub(super) fn agree(
        &self,
        lines: &[String],
        question: &str,
        refusal: Stop,
        accepts: &dyn Fn(&str) -> bool,
    ) -> Result<(), Stop> {
        match print::ask(lines, question, self.setup.look, self.setup.place.tty) {
            Some(answer) if accepts(&answer) => Ok(()),
            Some(_) => Err(Stop::nothing(self.voice.say("cli-nothing-done"))),
            None => Err(refusal),
        }
    }

    /// For words about what was said.
    pub(super) fn telling(&self) -> Telling<'_> {
        Telling { voice: &self.voice, playbook: self.playbook(), records: self.book(), today: self.today() }
    }

    /// How a field's text is read, for a party.
    pub(super) fn context(&self, party: Option<Entity>) -> Context<'_> {
        let private = party
            .and_then(|party| self.book().contact(party))
            .is_some_and(|contact| contact.fields.flag("contact.consumer"));
        let tax = if private { Tax::Ttc } else { Tax::Ht };
        Context { today: self.now().0, tax, sources: &self.sources }
    }

    /// A text with arguments.
    pub(super) fn tell(&self, key: &str, args: &say::Args<'_>) -> String {
        self.voice.tell(key, args)
    }

    /// What happened on a day that was typed: today where none was, never later.
    pub(super) fn happened(&self, text: Option<&str>) -> Result<Moment, Stop> {
        let (day, hour) = self.now();
        let Some(text) = text else { return Ok(Moment { day, hour: Some(hour) }) };
        let moment = crate::sales::words::date::past(text, day).map_err(|flaw| {
            Stop::input(self.tell("cli-flaw", &vec![("text", text.into()), ("why", self.voice.flaw(&flaw).into())]))
        })?;
        if moment.day > day {
            return Err(Stop::input(self.tell("cli-flaw-future", &vec![("text", text.into())])));
        }
        Ok(moment)
    }

    /// Something to come.
    pub(super) fn to_come(&self, text: &str) -> Result<Moment, Stop> {
        crate::sales::words::date::parse(text, self.now().0).map_err(|flaw| {
            Stop::input(self.tell("cli-flaw", &vec![("text", text.into()), ("why", self.voice.flaw(&flaw).into())]))
        })
    }

    /// An amount.
    pub(super) fn amount(&self, text: &str, party: Option<Entity>) -> Result<crate::sales::money::Money, Stop> {
        crate::sales::words::amount::parse(text, self.context(party).tax).map_err(|flaw| {
            Stop::input(self.tell("cli-flaw", &vec![("text", text.into()), ("why", self.voice.flaw(&flaw).into())]))
        })
    }

    /// Records statements about a party, says what was done, and what it changed in the readings.
    pub(super) fn write(&mut self, about: Entity, statements: Vec<Statement>, done: &str) -> Done {
        let before = self.readings(about);
        let saved = self.desk.record_now(statements).map_err(|trouble| trouble::stop(&trouble, &self.voice))?;
        let entities: Vec<Entity> = saved.statements.iter().flat_map(Statement::entities).collect();
        let about = real(about, &entities);
        let after = self.readings(about);
        self.page.line(done);
        if let (Some(before), Some(after)) = (&before, &after)
            && before != after
        {
            let (before, after) = differing(before, after);
            let line = self.tell("cli-changed", &vec![("before", before.into()), ("after", after.into())]);
            self.page.line(&line);
        } else if let (None, Some(after)) = (&before, &after) {
            self.page.line(&format!("  {after}"));
        }
        self.page.line(self.voice.say("cli-undo-hint").to_owned().as_str());
        let party = self.party_of(about).map(|party| self.lens().json(&self.lens().sheet(party)));
        self.page.json(&json!({ "saved": { "act": saved.act.0.to_string() }, "contact": party }));
        Ok(Code::Fine)
    }

    /// Tells of a long act that a crash cut off, beside whatever the command says.
    pub(super) fn warn_of_cut_off(&self) {
        let Some(act) = self.desk.cut_off() else { return };
        let label = act.label.clone().unwrap_or_default();
        let of = act.announced.map_or(0, |(facts, _)| facts as i64);
        let count = act.size.saturating_sub(1) as i64;
        let args = vec![("label", label.into()), ("count", count.into()), ("of", of.into())];
        let text = if of > 0 { "cli-cut_off-many" } else { "cli-cut_off" };
        print::remark(&self.tell(text, &args), self.page.look);
    }

    /// Tells of a clock that is behind the last entry.
    pub(super) fn warn_of_clock(&self) {
        if let Some(words) = crate::desk::trouble::ahead(&self.desk, &self.voice) {
            print::remark(&words, self.page.look);
        }
    }

    /// Tells what the store lost, beside whatever the command says: a shorter list never passes for the whole.
    pub(super) fn warn_of_damage(&self) {
        if let Some(words) = crate::desk::trouble::health(&self.desk.damage(), false, &self.voice) {
            print::remark(&words, self.page.look);
        }
    }

    /// The person or company behind anything.
    pub(super) fn party_of(&self, entity: Entity) -> Option<Entity> {
        match entity.kind {
            Kind::Deal => self.book().deal(entity)?.party.map(|party| self.book().resolve(party)),
            Kind::Contact | Kind::Company => Some(self.book().resolve(entity)),
        }
    }

    /// `prospect, 58 tiède, À chiffrer`.
    fn readings(&self, about: Entity) -> Option<String> {
        if about.is_fresh() {
            return None;
        }
        let sheet = self.lens().sheet(self.party_of(about)?);
        let card = match about.kind {
            Kind::Deal => self.lens().card(about),
            Kind::Contact | Kind::Company => None,
        };
        Some(self.standing(&sheet, card.as_ref()))
    }

    /// Where a party stands, in a few words.
    pub(super) fn standing(&self, sheet: &Sheet, card: Option<&super::card::Card>) -> String {
        let mut words = vec![say::status(&self.voice, sheet.status)];
        if let Some(card) = card.or(sheet.best.as_ref()) {
            let heat = self
                .voice
                .say(&format!("temperature-{}", super::card::temperature_key(card.heat.temperature)))
                .to_owned();
            words.push(format!("{} {heat}", card.score));
            words.push(say::stage(&self.voice, self.playbook(), card.stage).to_owned());
        }
        words.join(", ")
    }

    /// Lets go of the store in good order. After much was recorded or read, the snapshot is written and the slower copy
    /// follows first, so that the next command need not.
    pub(super) fn close(mut self) -> Result<(), Stop> {
        if self.desk.unremembered() >= desk::MUCH {
            self.desk.remember();
            self.desk.follow();
        }
        let voice = self.voice;
        self.desk.close().map_err(|trouble| trouble::stop(&trouble, &voice))
    }

    /// What would be, were this said.
    pub(super) fn preview(&self, statements: &[Statement]) -> Preview<'_> {
        self.book().preview(statements, self.desk.said())
    }
}

/// What differs of two standings, piece by piece; the whole where one has pieces the other lacks.
fn differing(before: &str, after: &str) -> (String, String) {
    let (one, two): (Vec<&str>, Vec<&str>) = (before.split(", ").collect(), after.split(", ").collect());
    if one.len() != two.len() {
        return (before.to_owned(), after.to_owned());
    }
    let (one, two): (Vec<&str>, Vec<&str>) = one.into_iter().zip(two).filter(|(one, two)| one != two).unzip();
    (one.join(", "), two.join(", "))
}

/// The real id of something a command had just named.
fn real(about: Entity, entities: &[Entity]) -> Entity {
    let named = || entities.iter().find(|entity| entity.kind == about.kind).copied();
    if about.is_fresh() { named().unwrap_or(about) } else { about }
}
