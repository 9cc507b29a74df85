//! Records made by hand, a line each.

use vigie::sales::{
    case::Case,
    company::Company,
    contact::{Activity, Allowance, Complaint, Contact, Dealings, Life, NextStep},
    deal::{Adjustment, Answer, Deal, Destination, Move, Purchase, Quote, Synthesis},
    entity::{Entity, Id, Kind},
    fact::{Approach, Channel, Direction, Outcome, Permission, Proof, Role, Stamp, Sure, Temperature, Value},
    fields::Fields,
    moment::{Day, Hour, Moment},
    money::Money,
    playbook::Playbook,
};

pub const CONTACT: Entity = Entity { kind: Kind::Contact, id: Id(1 << 20) };
pub const OTHER: Entity = Entity { kind: Kind::Contact, id: Id(2 << 20) };
pub const COMPANY: Entity = Entity { kind: Kind::Company, id: Id(3 << 20) };
pub const DEAL: Entity = Entity { kind: Kind::Deal, id: Id(4 << 20) };

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Sunday, 22 November 2026.
pub fn today() -> Day {
    day("2026-11-22")
}

/// So many days before [`today`].
pub fn ago(days: i32) -> Day {
    today().plus(-days)
}

/// A deal with a person and their company.
#[derive(Clone, Debug)]
pub struct World {
    pub deal: Deal,
    pub contact: Contact,
    pub company: Company,
    pub has_company: bool,
}

pub fn world() -> World {
    let life = Life { created: Some(ago(100)), last: Stamp(1) };
    World {
        deal: Deal {
            entity: DEAL,
            fields: Fields::default(),
            party: Some(CONTACT),
            roles: vec![],
            answers: vec![],
            synthesis: None,
            moves: vec![],
            quotes: vec![],
            purchases: vec![],
            adjustment: None,
            next: None,
            sequence: None,
            followed: Vec::new(),
            owner: String::new(),
            life,
        },
        contact: Contact {
            entity: CONTACT,
            fields: Fields::default(),
            company: None,
            referred_by: None,
            dealings: Dealings { life, deals: vec![DEAL], ..Dealings::default() },
        },
        company: Company {
            entity: COMPANY,
            fields: Fields::default(),
            people: vec![CONTACT],
            dealings: Dealings::default(),
        },
        has_company: true,
    }
}

impl World {
    pub fn case(&self) -> Case<'_> {
        Case { deal: &self.deal, contact: Some(&self.contact), company: self.has_company.then_some(&self.company) }
    }

    pub fn alone(mut self) -> Self {
        self.has_company = false;
        self
    }

    pub fn answer(mut self, stands_for: &str, sure: Sure, on: Day) -> Self {
        self.deal.answers.retain(|answer| answer.stands_for != stands_for);
        self.deal.answers.push(Answer {
            criterion: stands_for.to_owned(),
            stands_for: stands_for.to_owned(),
            sure,
            words: format!("mots sur {stands_for}"),
            by: None,
            on,
        });
        self
    }

    /// Every criterion of BANT confirmed and the synthesis too.
    pub fn qualified(self) -> Self {
        let mut world = self;
        for stands_for in ["need", "budget", "timing", "authority"] {
            world = world.answer(stands_for, Sure::Confirmed, ago(5));
        }
        world.synthesis(None)
    }

    pub fn synthesis(mut self, forced: Option<&str>) -> Self {
        self.deal.synthesis =
            Some(Synthesis { forced: forced.map(str::to_owned), on: ago(5), author: "Sandrine".to_owned() });
        self
    }

    pub fn set(mut self, key: &str, value: Value) -> Self {
        let fields = match key.split('.').next() {
            Some("contact") => &mut self.contact.fields,
            Some("company") => &mut self.company.fields,
            _ => &mut self.deal.fields,
        };
        fields.set(key, value);
        self
    }

    pub fn text(self, key: &str, text: &str) -> Self {
        self.set(key, Value::Text(text.to_owned()))
    }

    pub fn custom(mut self, key: &str, value: Value) -> Self {
        self.company.fields.set(key, value);
        self
    }

    pub fn event(self, channel: Channel, direction: Direction, on: Day) -> Self {
        self.happened(channel, direction, None, on.into())
    }

    pub fn theirs(self, channel: Channel, on: Day) -> Self {
        self.event(channel, Direction::Theirs, on)
    }

    pub fn call(self, outcome: Outcome, on: Day) -> Self {
        self.happened(Channel::Call, Direction::Ours, Some(outcome), on.into())
    }

    pub fn happened(mut self, channel: Channel, direction: Direction, outcome: Option<Outcome>, when: Moment) -> Self {
        self.contact.dealings.activities.push(Activity {
            when,
            channel,
            direction,
            outcome,
            note: String::new(),
            deal: None,
            author: "Sandrine".to_owned(),
        });
        self
    }

    /// The last exchange was about a deal.
    pub fn about(mut self, deal: Entity) -> Self {
        self.contact.dealings.activities.last_mut().unwrap().deal = Some(deal);
        self
    }

    pub fn say(mut self, approach: Approach, permission: Permission, on: Day) -> Self {
        let origin = "appel".to_owned();
        self.contact.dealings.permissions.push(Allowance { approach, permission, wording: String::new(), origin, on });
        self
    }

    pub fn opposed_everywhere(mut self, on: Day) -> Self {
        for approach in Approach::ALL {
            self = self.say(approach, Permission::Opposed, on);
        }
        self
    }

    pub fn complaint(mut self, since: Day, closed: Option<Day>) -> Self {
        self.contact.dealings.complaints.push(Complaint { text: "porte rayée".to_owned(), since, closed });
        self
    }

    pub fn quote(mut self, sent: Day) -> Self {
        self.deal.quotes.push(Quote {
            number: String::new(),
            amount: None,
            sent: Some(sent),
            valid_until: None,
            answer: None,
        });
        self
    }

    pub fn bought(self, cents: i64, on: Day) -> Self {
        self.bought_with(cents, on, Some(Proof::Order))
    }

    pub fn bought_with(mut self, cents: i64, on: Day, proof: Option<Proof>) -> Self {
        self.deal.purchases.push(Purchase { amount: Money::ht(cents), proof, on });
        self
    }

    pub fn moved(self, to: &str, on: Day) -> Self {
        self.step(Destination::Stage(to.to_owned()), on)
    }

    pub fn lost(self, reason: &str, on: Day) -> Self {
        self.step(Destination::Lost(reason.to_owned(), String::new()), on)
    }

    fn step(mut self, to: Destination, on: Day) -> Self {
        let stamp = Stamp(self.deal.moves.len() as u64 + 2);
        self.deal.moves.push(Move { to, reason: None, on, author: "Sandrine".to_owned(), stamp });
        self
    }

    pub fn adjusted(mut self, temperature: Temperature) -> Self {
        let (reason, author) = ("je le sens".to_owned(), "Sandrine".to_owned());
        self.deal.adjustment = Some(Adjustment { temperature, reason, on: ago(1), author });
        self
    }

    pub fn role(mut self, role: Role, who: Entity) -> Self {
        self.deal.roles.push((role, who));
        self
    }

    pub fn step_on(mut self, due: Day, what: &str) -> Self {
        self.deal.next = Some(NextStep { due: due.into(), what: what.to_owned(), set_on: ago(3) });
        self
    }

    pub fn created(mut self, on: Day) -> Self {
        self.deal.life.created = Some(on);
        self
    }
}

pub fn at(on: Day, hour: u16, minute: u16) -> Moment {
    Moment { day: on, hour: Hour::of(hour, minute) }
}

/// The shipped settings with a few lines of one's own.
pub fn playbook(own: &str) -> Playbook {
    Playbook::read(own).unwrap_or_else(|flaw| panic!("{flaw:?}\n{own}"))
}

/// A target: joinery or NAF 43 in 44 and 49, 5 to 250 people, managers.
pub const TARGET: &str = r#"
[target]
sectors = ["menuiserie", "hôtellerie", "43"]
zones = ["44", "49"]
jobs = ["gérant", "directrice"]
size_min = 5
size_max = 250
"#;
