//! A person, and what both persons and companies have: dealings with us.

use serde::{Deserialize, Serialize};

use super::{
    entity::Entity,
    fact::{Approach, Channel, Direction, Outcome, Permission, Stamp},
    fields::Fields,
    moment::{Day, Moment},
};

/// A person, folded from the facts that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Which one.
    pub entity: Entity,
    /// Plain fields.
    pub fields: Fields,
    /// Where the person works.
    pub company: Option<Entity>,
    /// Who brought the person.
    pub referred_by: Option<Entity>,
    /// What passed between us.
    pub dealings: Dealings,
}

/// What passed between us and a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dealings {
    /// Exchanges, oldest first.
    pub activities: Vec<Activity>,
    /// The last word per channel.
    pub permissions: Vec<Allowance>,
    /// Complaints, oldest first.
    pub complaints: Vec<Complaint>,
    /// The next step where it hangs on no deal.
    pub next: Option<NextStep>,
    /// Deals whose party this is, oldest first.
    pub deals: Vec<Entity>,
    /// Who looks after it; empty: nobody yet.
    pub owner: String,
    /// Its first and its last fact.
    pub life: Life,
}

/// When an entity appeared and was last spoken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Life {
    /// The day of the first live fact.
    pub created: Option<Day>,
    /// The stamp of the last fact folded.
    pub last: Stamp,
}

/// Something that happened between us and a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// When.
    pub when: Moment,
    /// How.
    pub channel: Channel,
    /// Who made the move.
    pub direction: Direction,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// In words.
    pub note: String,
    /// The deal it concerned.
    pub deal: Option<Entity>,
    /// Who noted it.
    pub author: String,
}

/// The last word on one channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// The channel.
    pub approach: Approach,
    /// What was said.
    pub permission: Permission,
    /// Its words.
    pub wording: String,
    /// Where it comes from.
    pub origin: String,
    /// When.
    pub on: Day,
}

/// A complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// What is wrong.
    pub text: String,
    /// When it was opened.
    pub since: Day,
    /// When it was closed.
    pub closed: Option<Day>,
}

/// An explicit dated follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// When it is due.
    pub due: Moment,
    /// What is to be done.
    pub what: String,
    /// The day it was fixed.
    pub set_on: Day,
}

impl Contact {
    /// Given and family name, or the e-mail, phone or nothing where there is no name.
    pub fn name(&self) -> String {
        let given = self.fields.text("contact.given_name");
        let family = self.fields.text("contact.family_name");
        match (given.is_empty(), family.is_empty()) {
            (false, false) => format!("{given} {family}"),
            (false, true) => given.to_owned(),
            (true, false) => family.to_owned(),
            (true, true) => [
                self.fields.text("contact.email"),
                self.fields.text("contact.mobile"),
                self.fields.text("contact.phone"),
            ]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .to_owned(),
        }
    }
}

impl Dealings {
    /// What was last said about a channel.
    pub fn permission(&self, approach: Approach) -> Option<&Allowance> {
        self.permissions.iter().find(|allowance| allowance.approach == approach)
    }

    /// Opposed on this channel.
    pub fn opposed(&self, approach: Approach) -> bool {
        self.permission(approach).is_some_and(|allowance| allowance.permission == Permission::Opposed)
    }

    /// Opposed on every channel.
    pub fn opposed_everywhere(&self) -> bool {
        Approach::ALL.into_iter().all(|approach| self.opposed(approach))
    }

    /// The open complaint, if one.
    pub fn complaint(&self) -> Option<&Complaint> {
        self.complaints.iter().rev().find(|complaint| complaint.closed.is_none())
    }
}

impl NextStep {
    /// Whether what happened is what was to be done: a conversation on its day or later; something written too, but never
    /// before an hour that was fixed. The step is then behind us, whatever came of it.
    pub fn is_kept_by(&self, happened: &Activity) -> bool {
        let spoke = matches!(happened.channel, Channel::Call | Channel::Meeting | Channel::Visit);
        let late = match (self.due.hour, happened.when.hour) {
            (Some(due), Some(now)) if happened.when.day == self.due.day => now >= due,
            _ => true,
        };
        happened.when.day >= self.due.day && (spoke || (happened.is_our_touch() && late))
    }
}

impl Activity {
    /// A plain remark is kept with the exchanges but is none.
    pub fn is_exchange(&self) -> bool {
        self.channel != Channel::Note
    }

    /// A call, mail, message, letter, meeting or visit of ours.
    pub fn is_our_touch(&self) -> bool {
        self.direction == Direction::Ours
            && matches!(
                self.channel,
                Channel::Call
                    | Channel::Mail
                    | Channel::Sms
                    | Channel::Letter
                    | Channel::Meeting
                    | Channel::Visit
                    | Channel::Social
            )
    }
}
