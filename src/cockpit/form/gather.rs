//! What a filled-in form says, as statements; or which rows it cannot be read from, and why.

use super::{
    Entry, Form, Purpose, Subject,
    build::{CONTACT, RELATED},
    exchanged::channel,
    many::{Crowd, Said},
    row::Reads,
};
use crate::{
    cockpit::{wish::people::tied, world::World},
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::{
            Answered, Approach, Bought, Linked, Lost, Moved, Permission, Permitted, Promised, Proof, Qualified,
            QuoteState, Quoted, Role, Set, Statement, Sure, Value,
        },
        fields::{self, Field},
        moment::{Day, Moment},
        money::{Money, Tax},
        playbook::{Playbook, Requirement},
        query, stage,
        words::{date, value},
    },
};

/// Rows that cannot be read, with the reason.
pub type Flaws = Vec<(usize, String)>;

/// What the form says.
pub fn statements(form: &Form, world: &World) -> Result<Vec<Statement>, Flaws> {
    let mut reading = Reading { form, world, flaws: Vec::new(), said: Vec::new() };
    reading.read();
    if reading.flaws.is_empty() { Ok(reading.said) } else { Err(reading.flaws) }
}

/// Reads a text into a field as people type it.
pub fn read(world: &World, field: &Field, text: &str, tax: Tax) -> Result<Value, String> {
    let sources: Vec<(String, Vec<String>)> =
        world.playbook.sources().iter().map(|source| (source.key.clone(), source.synonyms.clone())).collect();
    let context = value::Context { today: world.today, tax, sources: &sources };
    value::read(field, text, &context).map(|read| read.value).map_err(|flaw| world.voice.flaw(&flaw))
}

impl Form {
    /// What it says of each of many deals it holds for.
    pub fn said_of_many(&self, crowd: &Crowd, world: &World) -> Vec<Said> {
        let mut reading = Reading { form: self, world, flaws: Vec::new(), said: Vec::new() };
        let (when, closing) = (reading.moment("next"), reading.value("deal.closing"));
        crowd.said(self, when, closing.as_ref(), world)
    }
}

/// A form being read.
pub(super) struct Reading<'a> {
    form: &'a Form,
    pub(super) world: &'a World<'a>,
    flaws: Flaws,
    pub(super) said: Vec<Statement>,
}

impl Reading<'_> {
    fn read(&mut self) {
        self.needed();
        match self.form.purpose.clone() {
            Purpose::Call(subject) => self.call(subject),
            Purpose::Note(subject) | Purpose::Mail(subject) => self.exchange(subject, self.now()),
            Purpose::Letter(subject, _) => self.letter(subject),
            Purpose::Meeting(subject) => self.meeting(subject),
            Purpose::NextStep(subject) => self.step(subject, true),
            Purpose::Move { subject, to } => self.moved(subject, to),
            Purpose::Quote(subject) => self.quoted(subject, true),
            Purpose::Buy(subject) => self.bought(subject.deal),
            Purpose::Correct(correction) => self.corrected(&correction),
            Purpose::NewContact => self.contact(),
            Purpose::Related(subject, role) => self.related(subject, role),
            Purpose::NewDeal(party) => self.deal(Some(party)),
            Purpose::Oppose(party) => self.permitted(party),
            Purpose::Complain(party) => self.complained(party),
            Purpose::HandOver(subject) => self.handed_over(subject),
            Purpose::PassOver(subject) => self.passed_over(subject),
            Purpose::Filter => self.query(),
            Purpose::Many(_) => {
                self.ahead("next");
                self.value("deal.closing");
                self.detailed();
                self.colleague();
            }
            Purpose::Spread(_) => self.spread(self.form),
            Purpose::Forget(_) => self.agreed(self.form),
            Purpose::Columns(columns) => self.columns(&columns),
            Purpose::Author | Purpose::Import => {}
        }
    }

    /// A column that is to be nothing known is refused in its line.
    fn columns(&mut self, columns: &super::columns::Columns) {
        let flaws: Vec<(String, String)> = self
            .form
            .rows
            .iter()
            .filter_map(|row| {
                let why = super::columns::flaw(columns, &row.typed()?, self.world)?;
                Some((row.key.clone(), why))
            })
            .collect();
        flaws.iter().for_each(|(key, why)| self.flaw(key, why));
    }

    /// A query that cannot be read is refused in its line.
    fn query(&mut self) {
        if let Err(flaw) = query::parse(&self.text("query"), self.world.playbook) {
            self.flaw("query", &self.world.voice.query_flaw(&flaw));
        }
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.form.text(key)
    }

    fn at(&self, key: &str) -> usize {
        self.form.rows.iter().position(|row| row.key == key).unwrap_or(0)
    }

    pub(super) fn flaw(&mut self, key: &str, why: &str) {
        self.flaws.push((self.at(key), why.to_owned()));
    }

    /// Whether a row was refused in these words already, and stands as it did.
    pub(super) fn has_said(&self, key: &str, why: &str) -> bool {
        self.form.rows.iter().any(|row| row.key == key && row.flaw.as_deref() == Some(why))
    }

    /// Rows that must be filled in, unless a typed reason stands in for them.
    fn needed(&mut self) {
        let forced = !self.text("forced").is_empty();
        let later = self.text("synthesis") == "nurture";
        for (at, row) in self.form.rows.iter().enumerate() {
            let excused = match row.key.as_str() {
                "bought_amount" | "bought_on" | "proof" | "reason" | "nurture" => false,
                key => forced || (later && key.starts_with("answer:")),
            };
            if !row.optional && !row.hidden && !excused && row.text().is_empty() {
                let why = if matches!(row.entry, Entry::Choice { .. }) { "form-choose" } else { "form-needed" };
                self.flaws.push((at, self.world.voice.say(why).to_owned()));
            }
        }
    }

    pub(super) fn now(&self) -> Moment {
        Moment { day: self.world.today, hour: Some(self.world.now) }
    }

    /// The moment typed in a row; nothing where it is empty or cannot be read.
    pub(super) fn moment(&mut self, key: &str) -> Option<Moment> {
        let text = self.text(key);
        if text.is_empty() {
            return None;
        }
        match date::parse(&text, self.world.today) {
            Ok(moment) => Some(moment),
            Err(flaw) => {
                self.flaw(key, &self.world.voice.flaw(&flaw));
                None
            }
        }
    }

    /// The same of something one is to do: a day that is past is refused.
    fn ahead(&mut self, key: &str) -> Option<Moment> {
        let due = self.moment(key);
        if due.is_some_and(|due| due.day < self.world.today) {
            self.flaw(key, self.world.voice.say("form-past"));
        }
        due
    }

    fn tax(&self) -> Tax {
        let party = match &self.form.purpose {
            Purpose::NewDeal(party) => Some(*party),
            Purpose::Correct(correction) => self.world.book.deal(correction.entry.about()).and_then(|deal| deal.party),
            purpose => purpose.subject().and_then(|deal| self.world.book.deal(deal)).and_then(|deal| deal.party),
        };
        tax_of(self.world.book, party)
    }

    /// The value typed in a field's row; nothing where it is empty or cannot be read.
    fn value(&mut self, key: &str) -> Option<Value> {
        let row = self.form.rows.iter().find(|row| row.key == key)?;
        let Entry::Line(line, Reads::Field(field)) = &row.entry else { return None };
        match read(self.world, field, line.text(), self.tax()) {
            Ok(Value::Nothing) => None,
            Ok(value) => Some(value),
            Err(why) => {
                self.flaw(key, &why);
                None
            }
        }
    }

    pub(super) fn money(&mut self, key: &str) -> Option<Money> {
        match self.value(key) {
            Some(Value::Money(money)) => Some(money),
            _ => None,
        }
    }

    fn set(&mut self, about: Entity, key: &str) -> bool {
        let value = self.value(key);
        let filled = value.is_some();
        self.said.extend(value.map(|value| Statement::Set(Set { about, field: key.to_owned(), value })));
        filled
    }

    /// A deal that is only born now gets its party.
    pub(super) fn born(&mut self, subject: Subject) {
        if let Some(party) = subject.party.filter(|_| subject.deal.is_fresh()) {
            self.link(subject.deal, party, Role::Party);
        }
    }

    fn link(&mut self, from: Entity, to: Entity, role: Role) {
        self.said.push(Statement::Linked(Linked { from, to, role, tied: true }));
    }

    pub(super) fn step(&mut self, subject: Subject, clears: bool) {
        let due = self.ahead("next");
        let what = self.text("what");
        if due.is_some() || clears {
            self.born(subject);
            self.said.push(Statement::Promised(Promised { about: subject.deal, due, what }));
        } else if !what.is_empty() {
            self.flaw("next", self.world.voice.say("form-when-needed"));
        }
    }

    fn moved(&mut self, subject: Subject, to: usize) {
        let deal = subject.deal;
        self.born(subject);
        self.answers(deal);
        if self.text("synthesis") == "nurture" {
            let due = self.ahead("nurture");
            let what = self.world.voice.say("form-nurture-what").to_owned();
            self.said.push(Statement::Promised(Promised { about: deal, due, what }));
            return;
        }
        let forced = Some(self.text("forced")).filter(|reason| !reason.is_empty());
        if !self.text("synthesis").is_empty() {
            self.said.push(Statement::Qualified(Qualified { deal, forced: forced.clone(), on: self.world.today }));
        }
        for key in ["deal.amount", "deal.closing"] {
            self.set(deal, key);
        }
        if !self.text("quote_on").is_empty() && (forced.is_none() || self.tells_quote(deal)) {
            self.quoted(subject, false);
        }
        if !self.text("channel").is_empty() {
            let (channel, direction) = channel(&self.text("channel"));
            self.exchanged(subject, channel, direction, None, self.now());
        }
        self.ended(deal, to, forced);
    }

    /// Whether more is said of a quote than the form proposed: a reason may stand in for one that was never sent.
    fn tells_quote(&mut self, deal: Entity) -> bool {
        let told = ["quote_number", "quote_until"].iter().any(|key| !self.text(key).is_empty());
        let known = self.world.book.deal(deal).and_then(|deal| deal.amount());
        told || self.text("quote_on") != self.world.voice.date(self.world.today) || self.money("quote_amount") != known
    }

    fn ended(&mut self, deal: Entity, to: usize, forced: Option<String>) {
        if self.form.rows.iter().any(|row| row.key == "bought_amount") {
            self.bought(deal);
        } else if to == self.world.playbook.lost() {
            self.detailed();
            let (reason, detail) = (self.text("reason"), self.text("detail"));
            self.said.push(Statement::Lost(Lost { deal, reason, detail, on: self.world.today }));
        } else if let Some(stage) = self.world.playbook.stages().get(to) {
            let moved = Moved { deal, to: stage.key.clone(), reason: forced, on: self.world.today };
            self.said.push(Statement::Moved(moved));
        }
    }

    /// Some reasons of a loss ask for words.
    fn detailed(&mut self) {
        let reason = self.text("reason");
        let known = self.world.playbook.losses().iter().find(|loss| loss.key == reason);
        if known.is_some_and(|loss| loss.detail) && self.text("detail").is_empty() {
            self.flaw("detail", self.world.voice.say("form-detail-needed"));
        }
    }

    fn answers(&mut self, deal: Entity) {
        let playbook = self.world.playbook;
        let known = self.world.book.deal(deal);
        let checklist = known.as_ref().map_or_else(|| playbook.framework(), |deal| playbook.framework_of(deal));
        for criterion in &checklist.criteria {
            let words = self.text(&format!("answer:{}", criterion.key));
            if !words.is_empty() {
                self.said.push(Statement::Answered(Answered {
                    deal,
                    criterion: criterion.key.clone(),
                    stands_for: criterion.stands_for.clone(),
                    sure: Sure::Confirmed,
                    words,
                    by: None,
                    on: self.world.today,
                }));
            }
        }
    }

    pub(super) fn bought(&mut self, deal: Entity) {
        let amount = self.money("bought_amount");
        if amount.is_some_and(|amount| amount.cents == 0) {
            self.flaw("bought_amount", self.world.voice.say("form-amount-positive"));
        }
        let on = self.moment("bought_on").map_or(self.world.today, |moment| moment.day);
        let proof = match self.text("proof").as_str() {
            "order" => Proof::Order,
            "contract" => Proof::Contract,
            _ => Proof::SignedQuote,
        };
        if let Some(amount) = amount {
            self.said.push(Statement::Bought(Bought { deal, amount, proof: Some(proof), on }));
        }
    }

    fn quoted(&mut self, subject: Subject, moves: bool) {
        let on = self.moment("quote_on").map_or(self.world.today, |moment| moment.day);
        if on > self.world.today {
            self.flaw("quote_on", self.world.voice.say("form-not-ahead"));
        }
        let deal = subject.deal;
        let valid_until = self.moment("quote_until").map(|moment| moment.day);
        let amount = self.money("quote_amount");
        let number = self.text("quote_number");
        if moves {
            self.born(subject);
        }
        self.said.push(Statement::Quoted(Quoted { deal, number, amount, state: QuoteState::Sent, on, valid_until }));
        let known = self.world.book.deal(deal);
        if let Some(amount) = amount.filter(|_| known.as_ref().is_none_or(|deal| deal.amount().is_none())) {
            let value = Value::Money(amount);
            self.said.push(Statement::Set(Set { about: deal, field: "deal.amount".into(), value }));
        }
        let at = known.map_or(0, |deal| stage::of(&deal, self.world.playbook));
        let to = quoted_stage(self.world.playbook).filter(|to| moves && at < *to);
        if let Some(stage) = to.and_then(|to| self.world.playbook.stages().get(to)) {
            self.said.push(Statement::Moved(Moved { deal, to: stage.key.clone(), reason: None, on: self.world.today }));
        }
    }

    fn contact(&mut self) {
        let (contact, company) = (Entity::fresh(Kind::Contact, 0), self.company());
        let mut person = false;
        for key in CONTACT.iter().filter(|key| key.starts_with("contact.") && **key != "contact.source") {
            person |= self.set(contact, key);
        }
        if !person && company.is_none() {
            let why = self.world.voice.say("form-who-needed").to_owned();
            self.flaws.push((0, why));
            return;
        }
        if person {
            self.set(contact, "contact.source");
            self.assigned(contact);
        }
        if let Some(company) = company.filter(|_| person) {
            self.link(contact, company, Role::WorksFor);
        }
        self.deal(if person { Some(contact) } else { company });
    }

    /// Somebody new, tied by the role.
    fn related(&mut self, subject: Subject, role: Role) {
        let known = |about| crate::cockpit::world::case(self.world.book, about);
        let Some(case) = known(subject.deal).or_else(|| known(subject.party?)) else { return };
        let to = if role == Role::WorksFor {
            self.company()
        } else {
            let person = Entity::fresh(Kind::Contact, 0);
            let named = RELATED.iter().filter(|key| self.set(person, key)).count() > 0;
            named.then_some(person)
        };
        let Some(to) = to else {
            let why = self.world.voice.say("form-who-needed").to_owned();
            return self.flaws.push((0, why));
        };
        let name = [self.text("contact.given_name"), self.text("contact.family_name")].join(" ");
        self.said.extend(tied(role, to, name.trim(), &case, self.world));
    }

    /// The company typed: the one of that name, else a new one.
    fn company(&mut self) -> Option<Entity> {
        let typed = self.text("company.name");
        if typed.is_empty() {
            return None;
        }
        if let Some(known) = known_company(self.world, &typed) {
            return Some(known);
        }
        let company = Entity::fresh(Kind::Company, 1);
        self.set(company, "company.name");
        Some(company)
    }

    fn deal(&mut self, party: Option<Entity>) {
        let deal = Entity::fresh(Kind::Deal, 2);
        if let Some(party) = party {
            self.link(deal, party, Role::Party);
        }
        for key in ["deal.title", "deal.amount", "deal.closing"] {
            self.set(deal, key);
        }
        self.assigned(deal);
        self.step(Subject { deal, party }, false);
    }

    fn assigned(&mut self, about: Entity) {
        let owner = self.world.author.to_owned();
        if !owner.is_empty() {
            let note = String::new();
            self.said.push(Statement::Assigned(crate::sales::fact::Assigned { about, owner, note }));
        }
    }

    /// The channel chosen; nothing means every channel.
    pub(super) fn approach(&self) -> Option<Approach> {
        match self.text("approach").as_str() {
            "phone" => Some(Approach::Phone),
            "mail" => Some(Approach::Mail),
            "sms" => Some(Approach::Sms),
            "post" => Some(Approach::Post),
            "social" => Some(Approach::Social),
            _ => None,
        }
    }

    pub(super) fn opposed(&mut self, about: Entity, approach: Option<Approach>, wording: &str) {
        self.said.push(Statement::Permitted(Permitted {
            about,
            approach,
            permission: Permission::Opposed,
            wording: wording.to_owned(),
            origin: self.world.voice.say("form-origin").to_owned(),
            on: self.world.today,
        }));
    }
}

/// What an amount means that does not say: with tax for private persons.
pub fn tax_of(records: &dyn Records, party: Option<Entity>) -> Tax {
    let contact = party.and_then(|party| records.contact(records.resolve(party)));
    match contact {
        Some(contact) if contact.company.is_none() && contact.fields.flag("contact.consumer") => Tax::Ttc,
        _ => Tax::Ht,
    }
}

/// A company of exactly this name, accents and signs apart.
pub fn known_company(world: &World, name: &str) -> Option<Entity> {
    let wanted = fields::folded(name);
    let hits = world.register.finder().borrow_mut().search(name, 20);
    hits.into_iter()
        .map(|hit| hit.entity)
        .filter(|entity| entity.kind == Kind::Company)
        .find(|entity| world.book.company(*entity).is_some_and(|company| fields::folded(company.name()) == wanted))
}

/// The stage that a sent quote leads to.
fn quoted_stage(playbook: &Playbook) -> Option<usize> {
    playbook.stages().iter().position(|stage| stage.requires.contains(&Requirement::Quote))
}

/// The day of a moment typed, for panes that read one outside a form.
pub fn day(text: &str, today: Day) -> Option<Day> {
    date::parse(text, today).ok().map(|moment| moment.day)
}
