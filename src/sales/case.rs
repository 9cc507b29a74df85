//! A deal with the people behind it: what every reading of a card looks at. Borrowed records and simple questions
//! to them; no rule of the trade lives here.

use super::{
    company::Company,
    contact::{Activity, Contact, Dealings, NextStep},
    deal::Deal,
    fact::{Approach, Channel, Direction, Outcome},
    moment::{Day, Moment},
};

/// A deal, the contact who is its party and the company: the contact's, or the party itself.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The card.
    pub deal: &'a Deal,
    /// The person it is with, where one is known.
    pub contact: Option<&'a Contact>,
    /// The contact's company, or the company the deal is with.
    pub company: Option<&'a Company>,
}

impl<'a> Case<'a> {
    /// The dealings with the person, then with the company.
    pub fn dealings(&self) -> impl Iterator<Item = &'a Dealings> + use<'a> {
        let person = self.contact.map(|contact| &contact.dealings);
        person.into_iter().chain(self.company.map(|company| &company.dealings))
    }

    /// What passed between us and the party up to a day: exchanges only, no remarks. Not sorted across the two.
    pub fn exchanges(&self, day: Day) -> impl Iterator<Item = &'a Activity> + use<'a> {
        self.dealings()
            .flat_map(|dealings| &dealings.activities)
            .filter(move |activity| activity.is_exchange() && activity.when.day <= day)
    }

    /// Exchanges that concern this deal: those that name it or none.
    pub fn own_exchanges(&self, day: Day) -> impl Iterator<Item = &'a Activity> + use<'a> {
        let deal = self.deal.entity;
        self.exchanges(day).filter(move |activity| activity.deal.is_none_or(|about| about == deal))
    }

    /// The first clock: our last touch.
    pub fn last_touch(&self, day: Day) -> Option<&'a Activity> {
        self.exchanges(day).filter(|activity| activity.is_our_touch()).max_by_key(|activity| activity.when)
    }

    /// The second clock: their last sign. A page seen and a click are signs, an opened mail is none and is not kept.
    pub fn last_sign(&self, day: Day) -> Option<&'a Activity> {
        self.exchanges(day).filter(|activity| is_sign(activity)).max_by_key(|activity| activity.when)
    }

    /// The last exchange of either side.
    pub fn last_exchange(&self, day: Day) -> Option<&'a Activity> {
        self.exchanges(day).max_by_key(|activity| activity.when)
    }

    /// The last time we heard from them: they wrote or called, or we spoke.
    pub fn last_answer(&self, day: Day) -> Option<&'a Activity> {
        self.exchanges(day).filter(|activity| is_answer(activity)).max_by_key(|activity| activity.when)
    }

    /// When a letter of this subject went out on a day, the last time.
    pub fn wrote(&self, subject: &str, day: Day) -> Option<Moment> {
        let is_it = |event: &&Activity| {
            (event.direction, event.channel) == (Direction::Ours, Channel::Mail)
                && event.when.day == day
                && event.note.lines().next() == Some(subject)
        };
        self.exchanges(day).filter(is_it).map(|event| event.when).max()
    }

    /// The explicit next step: the deal's, else the party's own.
    pub fn next_step(&self) -> Option<&'a NextStep> {
        self.deal.next.as_ref().or_else(|| self.dealings().find_map(|dealings| dealings.next.as_ref()))
    }

    /// Whether somebody said no to a channel, for the person or for the company.
    pub fn opposed(&self, approach: Approach) -> bool {
        self.dealings().any(|dealings| dealings.opposed(approach))
    }

    /// Opposed on every channel.
    pub fn opposed_everywhere(&self) -> bool {
        Approach::ALL.into_iter().all(|approach| self.opposed(approach))
    }

    /// Who looks after the deal, else after its party; empty where nobody does.
    pub fn owner(&self) -> &'a str {
        let party = || self.dealings().map(|dealings| dealings.owner.as_str()).find(|owner| !owner.is_empty());
        Some(self.deal.owner.as_str()).filter(|owner| !owner.is_empty()).or_else(party).unwrap_or_default()
    }

    /// Set aside: the deal, its contact or its company.
    pub fn is_archived(&self) -> bool {
        let contact = self.contact.is_some_and(|contact| contact.fields.flag("contact.archived"));
        let company = self.company.is_some_and(|company| company.fields.flag("company.archived"));
        contact || company || self.deal.fields.flag("deal.archived")
    }

    /// Words of a field, of whichever record has it; empty where none.
    pub fn text(&self, key: &str) -> &'a str {
        match self.value(key) {
            Some(super::fact::Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The value of a field, of whichever record has it.
    pub fn value(&self, key: &str) -> Option<&'a super::fact::Value> {
        match key.split('.').next() {
            Some("contact") => self.contact?.fields.get(key),
            Some("company") => self.company?.fields.get(key),
            Some("deal") => self.deal.fields.get(key),
            _ => self
                .deal
                .fields
                .get(key)
                .or_else(|| self.contact?.fields.get(key))
                .or_else(|| self.company?.fields.get(key)),
        }
    }
}

/// They made a move.
pub fn is_sign(activity: &Activity) -> bool {
    activity.is_exchange() && activity.direction == Direction::Theirs
}

/// We heard from them: a word of theirs (a click is none), or a touch of ours that reached them.
pub fn is_answer(activity: &Activity) -> bool {
    match activity.direction {
        Direction::Theirs => !matches!(activity.channel, Channel::Page | Channel::Click | Channel::Note),
        Direction::Ours => reached(activity),
    }
}

/// A touch of ours that reached them: we spoke, or met.
fn reached(activity: &Activity) -> bool {
    match activity.outcome {
        Some(Outcome::Reached | Outcome::CallBack) => true,
        Some(Outcome::NoAnswer | Outcome::Message) => false,
        None => matches!(activity.channel, Channel::Meeting | Channel::Visit),
    }
}
