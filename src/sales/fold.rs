//! What a statement does to the record of the entity it is about. Folding is total: it never fails and never objects;
//! oddities become visible. Relations seen from the other end are tied by [`super::book`].

use super::{
    company::Company,
    contact::{Activity, Allowance, Complaint, Contact, Dealings, Life, NextStep},
    deal::{Adjustment, Answer, Deal, Destination, Enrolment, Move, Purchase, Quote, Skip, Synthesis},
    entity::{Entity, Kind},
    fact::{
        Adjusted, Answered, Approach, Complained, Exchanged, Fact, Linked, Permitted, Promised, QuoteState, Quoted,
        Role, Stamp, Statement, Sure,
    },
    fields::Fields,
    moment::Day,
};

/// The record of a contact, a company or a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A contact.
    Contact(Contact),
    /// A company.
    Company(Company),
    /// A deal.
    Deal(Deal),
}

/// Who said it, and when it was recorded.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Who.
    pub author: &'a str,
    /// The local day of the recording.
    pub day: Day,
    /// The place in the order of facts.
    pub stamp: Stamp,
}

impl<'a> From<&'a Fact> for Said<'a> {
    fn from(fact: &'a Fact) -> Self {
        Self { author: &fact.author, day: fact.day, stamp: fact.stamp }
    }
}

impl Record {
    /// A record about which nothing is known yet.
    pub fn blank(entity: Entity) -> Self {
        match entity.kind {
            Kind::Contact => Self::Contact(Contact {
                entity,
                fields: Fields::default(),
                company: None,
                referred_by: None,
                dealings: Dealings::default(),
            }),
            Kind::Company => Self::Company(Company {
                entity,
                fields: Fields::default(),
                people: Vec::new(),
                dealings: Dealings::default(),
            }),
            Kind::Deal => Self::Deal(Deal::blank(entity)),
        }
    }

    /// Its first and last fact.
    pub fn life(&self) -> Life {
        match self {
            Self::Contact(contact) => contact.dealings.life,
            Self::Company(company) => company.dealings.life,
            Self::Deal(deal) => deal.life,
        }
    }

    /// Notes that a fact names this entity, and does what the statement says about it.
    pub fn hear(&mut self, entity: Entity, statement: &Statement, said: Said<'_>) {
        let life = match self {
            Self::Contact(contact) => &mut contact.dealings.life,
            Self::Company(company) => &mut company.dealings.life,
            Self::Deal(deal) => &mut deal.life,
        };
        life.last = life.last.max(said.stamp);
        life.created = Some(life.created.map_or(said.day, |created| created.min(said.day)));
        match self {
            Self::Contact(contact) => hear_contact(contact, entity, statement, said),
            Self::Company(company) => hear_company(company, entity, statement, said),
            Self::Deal(deal) => hear_deal(deal, entity, statement, said),
        }
    }
}

fn hear_contact(contact: &mut Contact, entity: Entity, statement: &Statement, said: Said<'_>) {
    match statement {
        Statement::Set(set) if set.about == entity => contact.fields.set(&set.field, set.value.clone()),
        Statement::Linked(link) if link.from == entity => match link.role {
            Role::WorksFor => contact.company = tie(contact.company, link),
            Role::ReferredBy => contact.referred_by = tie(contact.referred_by, link),
            _ => {}
        },
        other => hear_party(&mut contact.dealings, entity, other, said),
    }
}

fn hear_company(company: &mut Company, entity: Entity, statement: &Statement, said: Said<'_>) {
    match statement {
        Statement::Set(set) if set.about == entity => company.fields.set(&set.field, set.value.clone()),
        other => hear_party(&mut company.dealings, entity, other, said),
    }
}

/// The relation after a link: tied to the new end, or untied from that very end.
fn tie(before: Option<Entity>, link: &Linked) -> Option<Entity> {
    if link.tied { Some(link.to) } else { before.filter(|end| *end != link.to) }
}

fn hear_party(dealings: &mut Dealings, entity: Entity, statement: &Statement, said: Said<'_>) {
    match statement {
        Statement::Exchanged(e) if e.about == entity => {
            let activity = activity(e, said);
            dealings.next.take_if(|next| next.is_kept_by(&activity));
            let at = dealings.activities.partition_point(|before| before.when <= activity.when);
            dealings.activities.insert(at, activity);
        }
        Statement::Promised(p) if p.about == entity => dealings.next = next_step(p, said),
        Statement::Permitted(p) if p.about == entity => permit(dealings, p),
        Statement::Assigned(a) if a.about == entity => dealings.owner.clone_from(&a.owner),
        Statement::Complained(c) if c.about == entity => complain(dealings, c),
        _ => {}
    }
}

fn activity(e: &Exchanged, said: Said<'_>) -> Activity {
    Activity {
        when: e.when,
        channel: e.channel,
        direction: e.direction,
        outcome: e.outcome,
        note: e.note.clone(),
        deal: e.deal,
        author: said.author.to_owned(),
    }
}

fn next_step(promised: &Promised, said: Said<'_>) -> Option<NextStep> {
    promised.due.map(|due| NextStep { due, what: promised.what.clone(), set_on: said.day })
}

fn permit(dealings: &mut Dealings, said: &Permitted) {
    let every = Approach::ALL;
    let channels = said.approach.as_ref().map_or(every.as_slice(), std::slice::from_ref);
    for approach in channels {
        dealings.permissions.retain(|allowance| allowance.approach != *approach);
        dealings.permissions.push(Allowance {
            approach: *approach,
            permission: said.permission,
            wording: said.wording.clone(),
            origin: said.origin.clone(),
            on: said.on,
        });
    }
}

fn complain(dealings: &mut Dealings, said: &Complained) {
    if said.open {
        dealings.complaints.push(Complaint { text: said.text.clone(), since: said.on, closed: None });
    } else {
        let open = dealings.complaints.iter_mut().filter(|complaint| complaint.closed.is_none());
        open.for_each(|complaint| complaint.closed = Some(said.on));
    }
}

fn hear_deal(deal: &mut Deal, entity: Entity, statement: &Statement, said: Said<'_>) {
    match statement {
        Statement::Set(set) if set.about == entity => deal.fields.set(&set.field, set.value.clone()),
        Statement::Linked(link) if link.from == entity => join(deal, link),
        Statement::Answered(answered) if answered.deal == entity => answer(deal, answered),
        Statement::Qualified(q) if q.deal == entity => {
            let author = said.author.to_owned();
            deal.synthesis = Some(Synthesis { forced: q.forced.clone(), on: q.on, author });
        }
        Statement::Moved(m) if m.deal == entity => {
            go(deal, Destination::Stage(m.to.clone()), m.reason.clone(), m.on, said);
        }
        Statement::Lost(l) if l.deal == entity => {
            deal.sequence = None;
            deal.next.take_if(|next| next.due.day <= l.on);
            go(deal, Destination::Lost(l.reason.clone(), l.detail.clone()), None, l.on, said);
        }
        Statement::Promised(p) if p.about == entity => deal.next = next_step(p, said),
        Statement::Exchanged(e) if e.deal == Some(entity) => {
            deal.next.take_if(|next| next.is_kept_by(&activity(e, said)));
        }
        Statement::Quoted(q) if q.deal == entity => {
            deal.next.take_if(|next| q.state == QuoteState::Sent && next.due.day <= q.on);
            quote(deal, q);
        }
        Statement::Enrolled(e) if e.deal == entity => {
            let news = e.sequence.iter().filter(|key| !deal.followed.contains(key));
            let news: Vec<String> = news.cloned().collect();
            deal.followed.extend(news);
            deal.sequence = e.sequence.clone().map(|key| Enrolment::new(key, e.since));
        }
        Statement::Skipped(s) if s.deal == entity => {
            if let Some(enrolment) = deal.sequence.as_mut().filter(|enrolment| enrolment.key == s.sequence) {
                enrolment.skipped.push(Skip { after: s.after, channel: s.channel, on: s.on.day });
            }
        }
        Statement::Bought(b) if b.deal == entity => {
            deal.sequence = None;
            deal.next.take_if(|next| next.due.day <= b.on);
            deal.purchases.push(Purchase { amount: b.amount, proof: b.proof, on: b.on });
        }
        Statement::Adjusted(a) if a.deal == entity => deal.adjustment = adjustment(a, said),
        Statement::Assigned(a) if a.about == entity => deal.owner.clone_from(&a.owner),
        _ => {}
    }
}

fn join(deal: &mut Deal, link: &Linked) {
    match link.role {
        Role::Party => deal.party = tie(deal.party, link),
        role => {
            deal.roles.retain(|held| *held != (role, link.to));
            if link.tied {
                deal.roles.push((role, link.to));
            }
        }
    }
}

fn answer(deal: &mut Deal, said: &Answered) {
    deal.answers.retain(|before| before.criterion != said.criterion);
    if said.sure != Sure::Unknown {
        deal.answers.push(Answer {
            criterion: said.criterion.clone(),
            stands_for: said.stands_for.clone(),
            sure: said.sure,
            words: said.words.clone(),
            by: said.by,
            on: said.on,
        });
    }
}

fn go(deal: &mut Deal, to: Destination, reason: Option<String>, on: Day, said: Said<'_>) {
    deal.moves.push(Move { to, reason, on, author: said.author.to_owned(), stamp: said.stamp });
}

fn quote(deal: &mut Deal, said: &Quoted) {
    let at = deal.quotes.iter().position(|quote| quote.number == said.number && quote.answer.is_none());
    let known = match at {
        Some(at) if said.state != QuoteState::Sent => deal.quotes.get_mut(at),
        _ => {
            let number = said.number.clone();
            deal.quotes.push(Quote { number, amount: None, sent: None, valid_until: None, answer: None });
            deal.quotes.last_mut()
        }
    };
    let Some(quote) = known else { return };
    quote.amount = said.amount.or(quote.amount);
    quote.valid_until = said.valid_until.or(quote.valid_until);
    match said.state {
        QuoteState::Sent => quote.sent = Some(said.on),
        state => quote.answer = Some((state, said.on)),
    }
}

fn adjustment(said_of: &Adjusted, said: Said<'_>) -> Option<Adjustment> {
    let (reason, author) = (said_of.reason.clone(), said.author.to_owned());
    said_of.temperature.map(|temperature| Adjustment { temperature, reason, on: said_of.on, author })
}
