//! How far a deal of the demo goes, and by which steps. The sentences are in [`super::story`].

use crate::sales::{
    entity::Entity,
    fact::{
        Adjusted, Approach, Channel, Complained, Direction, Permission, Permitted, QuoteState, Role, Statement, Sure,
        Temperature, Value,
    },
    moment::{Day, Hour},
};

use super::story::Story;

/// Where a deal ends up today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Path {
    Lead,
    Nurture,
    Unreachable,
    Intermediary,
    Prospect,
    Opportunity,
    Quoted,
    Negotiation,
    Client,
    Upsell,
    Lapsed,
    Lost,
}

/// A path, how often in a hundred, how many days ago its last exchange was, how many days it took.
type Row = (Path, i32, (i32, i32), (i32, i32));

pub(super) const PATHS: [Row; 12] = [
    (Path::Lead, 25, (0, 75), (0, 6)),
    (Path::Nurture, 12, (4, 80), (40, 220)),
    (Path::Unreachable, 3, (5, 40), (20, 60)),
    (Path::Intermediary, 4, (2, 45), (5, 40)),
    (Path::Prospect, 11, (0, 22), (8, 60)),
    (Path::Opportunity, 8, (0, 16), (14, 80)),
    (Path::Quoted, 9, (0, 16), (20, 95)),
    (Path::Negotiation, 5, (0, 7), (30, 120)),
    (Path::Client, 9, (4, 240), (30, 110)),
    (Path::Upsell, 3, (0, 12), (120, 340)),
    (Path::Lapsed, 3, (570, 1000), (30, 100)),
    (Path::Lost, 8, (3, 250), (15, 110)),
];

/// The playbook's reasons, the commonest most often.
const REASONS: [(&str, i32); 9] = [
    ("price", 26),
    ("competitor", 22),
    ("no_budget", 14),
    ("no_need", 10),
    ("timing", 10),
    ("unreachable", 8),
    ("out_of_area", 4),
    ("duplicate", 2),
    ("other", 4),
];

impl Path {
    /// The path of a word of `heroes.toml`.
    pub(super) fn named(word: &str) -> Option<Self> {
        PATHS.iter().map(|row| row.0).find(|path| format!("{path:?}").eq_ignore_ascii_case(word))
    }

    /// Its row of the table.
    pub(super) fn row(self) -> Row {
        PATHS.into_iter().find(|row| row.0 == self).unwrap_or(PATHS[0])
    }

    /// Whether something is still to be done on the deal.
    pub(super) fn is_open(self) -> bool {
        !matches!(self, Self::Lapsed | Self::Lost | Self::Client)
    }
}

impl Story {
    /// From the first sign of interest to where the path ends; `other` is a colleague who may decide.
    pub(super) fn walk(&mut self, path: Path, source: &str, other: Option<Entity>, last: Day) {
        // Told once to see how many steps it takes, then again so that the last one ends on the last day.
        let mut trial = self.clone();
        trial.go(path, source, other);
        self.clock.again(last, trial.clock.taken() - 1);
        self.go(path, source, other);
    }

    fn go(&mut self, path: Path, source: &str, other: Option<Entity>) {
        self.meet(path, source);
        match path {
            Path::Lead => self.sniff(),
            Path::Nurture => self.nurture(),
            Path::Unreachable => self.ring(6),
            Path::Intermediary => self.pass_on(other),
            Path::Lost => self.fail(),
            Path::Prospect => self.reach(1, other),
            Path::Opportunity => self.reach(2, other),
            Path::Quoted => self.reach(3, other),
            Path::Negotiation => self.reach(4, other),
            Path::Client | Path::Upsell | Path::Lapsed => {
                self.reach(4, other);
                self.buy();
            }
        }
    }

    /// The first exchange says where the person comes from.
    fn meet(&mut self, path: Path, source: &str) {
        self.wait();
        let mut said = self.opening();
        if path > Path::Intermediary || self.chance.percent(45) {
            said.push(self.amount());
        }
        said.push(match source {
            "fair" => self.exchange(Channel::Fair, Direction::Theirs, "fair"),
            "website" | "search_engine" | "advertising" => self.exchange(Channel::Form, Direction::Theirs, "form"),
            "white_paper" => self.exchange(Channel::Download, Direction::Theirs, "download"),
            "webinar" => self.exchange(Channel::Webinar, Direction::Theirs, "webinar"),
            "cold_call" => self.exchange(Channel::Call, Direction::Ours, "reached"),
            "emailing" | "linkedin" => self.exchange(Channel::Mail, Direction::Ours, "mail"),
            _ => self.exchange(Channel::Call, Direction::Theirs, "incoming"),
        });
        if source == "website" && self.person.company.is_none() {
            said.push(self.consent());
        }
        self.say(said);
    }

    fn consent(&self) -> Statement {
        Statement::Permitted(Permitted {
            about: self.person.contact,
            approach: Some(Approach::Phone),
            permission: Permission::Consented,
            wording: "J'accepte d'être rappelé par téléphone au sujet de mon projet.".into(),
            origin: "formulaire du site".into(),
            on: self.clock.day(),
        })
    }

    /// One statement of its own, a step later.
    fn then(&mut self, channel: Channel, direction: Direction, occasion: &str) {
        self.wait();
        let said = self.exchange(channel, direction, occasion);
        self.say(vec![said]);
    }

    /// A first call at most.
    fn sniff(&mut self) {
        match self.chance.between(1, 10) {
            1..=3 => self.then(Channel::Call, Direction::Ours, "no_answer"),
            4 => self.then(Channel::Call, Direction::Ours, "message"),
            5 => self.then(Channel::Page, Direction::Theirs, "page"),
            6..=7 => self.discover(),
            _ => {}
        }
    }

    /// Interest without a date: kept warm.
    fn nurture(&mut self) {
        self.discover();
        self.then(Channel::Mail, Direction::Ours, "mail");
        self.then(Channel::Click, Direction::Theirs, "page");
        if self.chance.percent(40) {
            self.then(Channel::Download, Direction::Theirs, "download");
        }
        self.then(Channel::Call, Direction::Ours, "reached");
    }

    fn ring(&mut self, times: usize) {
        for time in 0..times {
            let occasion = if time == 2 { "message" } else { "no_answer" };
            self.then(Channel::Call, Direction::Ours, occasion);
        }
    }

    /// The need is understood; the rest is guessed at best.
    fn discover(&mut self) {
        self.wait();
        let mut said =
            vec![self.exchange(Channel::Call, Direction::Ours, "discover"), self.answer("need", Sure::Confirmed)];
        if self.chance.percent(50) {
            said.push(self.answer("budget", Sure::Assumed));
        }
        if self.chance.percent(30) {
            said.push(self.answer("timing", Sure::Assumed));
        }
        self.say(said);
    }

    /// This person does not decide; a colleague may.
    fn pass_on(&mut self, other: Option<Entity>) {
        self.discover();
        self.wait();
        let mut said =
            vec![self.exchange(Channel::Call, Direction::Ours, "reached"), self.answer("authority", Sure::No)];
        if let Some(other) = other.filter(|_| self.chance.percent(40)) {
            said.push(self.role(other, Role::Decides));
        }
        self.say(said);
    }

    /// Up to a level: 1 prospect, 2 opportunity, 3 quoted, 4 negotiation.
    fn reach(&mut self, level: u8, other: Option<Entity>) {
        if self.chance.percent(25) {
            self.then(Channel::Call, Direction::Ours, "no_answer");
        }
        self.discover();
        self.qualify(other);
        if level >= 2 {
            self.appraise();
        }
        if level >= 3 {
            self.quote();
        }
        if level >= 4 {
            self.negotiate();
        }
    }

    fn qualify(&mut self, other: Option<Entity>) {
        self.wait();
        let forced = self.chance.percent(8);
        let mut said = vec![self.exchange(Channel::Meeting, Direction::Ours, "meeting")];
        for criterion in ["budget", "timing", "authority"] {
            let sure = if forced && criterion == "budget" { Sure::Assumed } else { Sure::Confirmed };
            said.push(self.answer(criterion, sure));
        }
        said.push(self.field("deal.start", Value::Day(self.start)));
        said.push(self.role(self.person.contact, Role::Decides));
        said.extend(other.map(|other| self.role(other, Role::Influences)));
        said.push(self.qualified(forced));
        said.push(self.moved("prospect"));
        self.say(said);
    }

    fn appraise(&mut self) {
        self.wait();
        let closing = self.clock.day().plus(self.chance.between(25, 75));
        let said = vec![
            self.exchange(Channel::Visit, Direction::Ours, "visit"),
            self.amount(),
            self.field("deal.closing", Value::Day(closing)),
            self.moved("opportunity"),
        ];
        self.say(said);
        if self.chance.percent(45) {
            self.wait();
            let asked = self.exchange(Channel::QuoteRequest, Direction::Theirs, "quote_request");
            self.say(vec![asked]);
        }
    }

    fn quote(&mut self) {
        self.wait();
        let said = vec![
            self.exchange(Channel::Mail, Direction::Ours, "quote_sent"),
            self.quoted(QuoteState::Sent),
            self.moved("quoted"),
        ];
        self.say(said);
    }

    fn negotiate(&mut self) {
        self.wait();
        let (channel, direction) = match self.chance.between(1, 3) {
            1 => (Channel::Mail, Direction::Theirs),
            2 => (Channel::Comparison, Direction::Theirs),
            _ => (Channel::Call, Direction::Ours),
        };
        let said = vec![self.exchange(channel, direction, "negotiate"), self.moved("negotiation")];
        self.say(said);
    }

    fn buy(&mut self) {
        self.wait();
        let said = vec![self.quoted(QuoteState::Accepted), self.bought()];
        self.say(said);
        self.then(Channel::Visit, Direction::Ours, "after");
        if self.chance.percent(50) {
            self.then(Channel::Mail, Direction::Theirs, "after_mail");
        }
    }

    fn fail(&mut self) {
        let at = self.chance.weighted(REASONS.iter().map(|(_, weight)| *weight));
        let (reason, _) = REASONS[at];
        match reason {
            "unreachable" => self.ring(6),
            "price" | "competitor" => self.reach(4, None),
            _ => self.discover(),
        }
        self.wait();
        let said = vec![self.exchange(Channel::Call, Direction::Ours, "goodbye"), self.lost(reason)];
        let kept = usize::from(reason == "unreachable");
        self.say(said.into_iter().skip(kept).collect());
    }

    /// Another project of somebody who bought before, as far as chance takes it by today.
    pub(super) fn resume(&mut self, today: Day) {
        let level = self.chance.between(1, 4) as u8;
        let last = today.plus(-self.chance.between(0, 10));
        self.clock.again(last, 3 + i32::from(level));
        self.wait();
        let mut said = self.opening();
        said.push(self.amount());
        said.push(self.exchange(Channel::Call, Direction::Theirs, "incoming_again"));
        self.say(said);
        self.start = last.plus(self.chance.between(12, 120));
        self.reach(level, None);
    }

    /// What is to be done next, seen from today; some deals have nothing planned.
    pub(super) fn plan(&mut self, path: Path, today: Day) {
        let often = if path == Path::Lead { 45 } else { 82 };
        if !path.is_open() && path != Path::Client || !self.chance.percent(often) {
            return;
        }
        let due = match self.chance.between(1, 100) {
            1..=17 => today.plus(-self.chance.between(1, 12)),
            18..=30 => today,
            _ => crate::sales::holidays::next_working(today.plus(self.chance.between(1, 24))),
        };
        let occasion = match path {
            Path::Client => "next_client",
            Path::Quoted | Path::Negotiation => "next_quote",
            Path::Opportunity => "next_visit",
            _ => "next_call",
        };
        let hour = self.chance.percent(12).then(|| Hour(self.chance.between(18, 34) as u16 * 30));
        let what = self.phrase(occasion);
        let promised = self.promise(due.max(self.clock.day()), hour, what);
        self.say(vec![promised]);
    }

    /// A temperature set by hand, with its reason.
    pub(super) fn adjust(&mut self, temperature: Temperature) {
        let occasion = if temperature == Temperature::Hot { "adjusted_hot" } else { "adjusted_cold" };
        let reason = self.phrase(occasion);
        let (deal, on) = (self.deal, self.clock.day());
        self.say(vec![Statement::Adjusted(Adjusted { deal, temperature: Some(temperature), reason, on })]);
    }

    /// The person does not want to be called, or not to be bothered at all.
    pub(super) fn oppose(&mut self, approach: Option<Approach>) {
        let wording = self.phrase(if approach.is_some() { "opposed_phone" } else { "opposed_all" });
        let (about, on, origin) = (self.person.contact, self.clock.day(), "appel".to_owned());
        let permission = Permission::Opposed;
        self.say(vec![Statement::Permitted(Permitted { about, approach, permission, wording, origin, on })]);
    }

    /// Something went wrong after the sale; `settled` closes it again.
    pub(super) fn complain(&mut self, settled: bool) {
        let (about, on) = (self.person.contact, self.clock.day());
        let text = self.phrase("complaints");
        self.say(vec![Statement::Complained(Complained { about, text, open: true, on })]);
        if settled {
            let text = self.phrase("settled");
            self.say(vec![Statement::Complained(Complained { about, text, open: false, on })]);
        }
    }

    /// A remark beside the exchanges.
    pub(super) fn remark(&mut self) {
        let sentence = self.chance.one(&self.person.sector.events).to_owned();
        let sentence = if self.chance.percent(50) { self.fill(&sentence) } else { self.phrase("notes") };
        let mut said = self.exchange(Channel::Note, Direction::Ours, "notes");
        if let Statement::Exchanged(exchanged) = &mut said {
            exchanged.note = sentence;
        }
        self.say(vec![said]);
    }
}
