//! Who may stand in the portfolio twice: pairs of contacts and of companies that look like one, what says so, and how
//! sure that is. One reading for the list, for what is being typed and for the rows of a file. It decides nothing and
//! merges nobody.

mod complete;
mod crowd;
pub mod name;
mod pairs;
pub mod portrait;
#[cfg(test)]
mod tests;

pub use self::{
    complete::{completed, differing},
    crowd::Crowd,
    pairs::{Pairs, Seek},
    portrait::Portrait,
};
use self::{
    name::Alike,
    portrait::{Named, same},
};
use super::entity::Entity;

/// What speaks for two records being one, or against it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The same SIRET.
    Siret(String),
    /// The same SIREN.
    Siren(String),
    /// The same e-mail.
    Email(String),
    /// The same number.
    Phone(String),
    /// The same name.
    SameName,
    /// The same name, given and family name swapped.
    Swapped,
    /// The same name but for one letter.
    Near,
    /// One has an initial where the other has the name.
    Initial,
    /// One name is part of the other.
    Part,
    /// They work for the same company, or for two of one name.
    House,
    /// The same town, or the same post code.
    Town,
    /// The names are not alike: people may share an address or a number.
    OtherName,
    /// One lives or works elsewhere.
    Elsewhere,
}

impl Sign {
    /// The word in text keys: `double-sign-…`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Siret(_) => "siret",
            Self::Siren(_) => "siren",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::SameName => "same_name",
            Self::Swapped => "swapped",
            Self::Near => "near",
            Self::Initial => "initial",
            Self::Part => "part",
            Self::House => "house",
            Self::Town => "town",
            Self::OtherName => "other_name",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// What both have.
    pub fn text(&self) -> &str {
        match self {
            Self::Siret(text) | Self::Siren(text) | Self::Email(text) | Self::Phone(text) => text,
            _ => "",
        }
    }
}

/// How sure, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Worth a look.
    Maybe,
    /// More likely than not.
    Likely,
    /// Hardly anything else is thinkable.
    Surely,
}

impl Sure {
    /// The word in text keys: `double-sure-…`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Maybe => "maybe",
            Self::Likely => "likely",
            Self::Surely => "surely",
        }
    }
}

/// How much two records look like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// 0 to 99.
    pub certainty: u8,
    /// What says so, the strongest first.
    pub signs: Vec<Sign>,
}

impl Likeness {
    /// In a word.
    pub fn sure(&self) -> Sure {
        match self.certainty {
            LIKELY..SURELY => Sure::Likely,
            SURELY.. => Sure::Surely,
            _ => Sure::Maybe,
        }
    }

    /// Whether it is asked about before somebody new is made: also where only an address or the bare name is the same.
    pub fn asks(&self) -> bool {
        self.certainty >= WORTH_ASKING
    }

    /// Whether it belongs into the list of doubles.
    pub fn is_listed(&self) -> bool {
        self.certainty >= LISTED
    }
}

/// Two records that look like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// The one with more behind it, else the older: what would stay.
    pub one: Entity,
    /// The other.
    pub other: Entity,
    /// How much they look like one.
    pub like: Likeness,
    /// Certainty times importance.
    pub rank: u64,
}

const LIKELY: u8 = 70;
const SURELY: u8 = 90;
const WORTH_ASKING: u8 = 50;
const LISTED: u8 = 55;
const CERTAIN: i32 = 99;

/// How much two records of one kind look like one; nothing where nothing much says so or something says they are two.
pub fn like(one: &Portrait, other: &Portrait) -> Option<Likeness> {
    if one.entity == other.entity || one.entity.kind != other.entity.kind {
        return None;
    }
    let mut scale = Scale::default();
    match (&one.name, &other.name) {
        (Named::Person(name), Named::Person(theirs)) => scale.people(one, other, name.alike(theirs)),
        (Named::House(name), Named::House(theirs)) => {
            if one.registered_otherwise(other) {
                return None;
            }
            scale.houses(one, other, name.alike(theirs));
        }
        _ => return None,
    }
    scale.read()
}

/// Signs and their points.
#[derive(Default)]
struct Scale {
    signs: Vec<Sign>,
    points: i32,
}

impl Scale {
    fn add(&mut self, points: i32, sign: Sign) {
        self.points += points;
        self.signs.push(sign);
    }

    fn people(&mut self, one: &Portrait, other: &Portrait, alike: Alike) {
        let house = one.works_with(other);
        // Colleagues share a switchboard and a mailbox: that makes them no double.
        let colleagues = alike == Alike::No && house;
        let reach = self.reach(one, other, if colleagues { 15 } else { 50 });
        match alike {
            Alike::Same => self.add(50, Sign::SameName),
            Alike::Swapped => self.add(45, Sign::Swapped),
            Alike::Near => self.add(38, Sign::Near),
            Alike::Initial => self.add(35, Sign::Initial),
            Alike::Part => self.add(35, Sign::Part),
            Alike::Silent if reach => {}
            Alike::No if reach => self.add(0, Sign::OtherName),
            Alike::Silent | Alike::No => return self.points = 0,
        }
        if house {
            self.add(30, Sign::House);
        }
        match one.is_elsewhere(other) {
            Some(false) => self.add(if house { 10 } else { 20 }, Sign::Town),
            Some(true) if !house => self.add(-20, Sign::Elsewhere),
            _ => {}
        }
    }

    fn houses(&mut self, one: &Portrait, other: &Portrait, alike: Alike) {
        let register = match (same(&one.siret, &other.siret), same(&one.siren, &other.siren)) {
            (Some(siret), _) => Some((95, Sign::Siret(siret))),
            (None, Some(siren)) => Some((60, Sign::Siren(siren))),
            _ => None,
        };
        let registered = register.is_some();
        if let Some((points, sign)) = register {
            self.add(points, sign);
        }
        let reach = self.reach(one, other, 45);
        match alike {
            Alike::Same | Alike::Swapped => self.add(55, Sign::SameName),
            Alike::Near | Alike::Initial => self.add(40, Sign::Near),
            Alike::Part => self.add(33, Sign::Part),
            Alike::No if reach || registered => self.add(0, Sign::OtherName),
            Alike::Silent if reach || registered => {}
            Alike::Silent | Alike::No => return self.points = 0,
        }
        match one.is_elsewhere(other) {
            Some(false) => self.add(25, Sign::Town),
            Some(true) => self.add(-30, Sign::Elsewhere),
            None => {}
        }
    }

    /// The addresses and numbers both have; one says nearly all, the next little more.
    fn reach(&mut self, one: &Portrait, other: &Portrait, points: i32) -> bool {
        let email = one.emails.iter().find(|email| other.emails.contains(email));
        let phone = one.phones.iter().find(|phone| other.phones.contains(phone));
        let mut worth = points;
        let signs = email.cloned().map(Sign::Email).into_iter().chain(phone.cloned().map(Sign::Phone));
        for sign in signs {
            self.add(worth, sign);
            worth = 10;
        }
        worth != points
    }

    fn read(mut self) -> Option<Likeness> {
        let certainty = u8::try_from(self.points.clamp(0, CERTAIN)).unwrap_or_default();
        self.signs.sort_unstable();
        (certainty > 0).then_some(Likeness { certainty, signs: self.signs })
    }
}

/// Who of these looks like somebody new, the likeliest first.
pub fn like_one_of(new: &Portrait, known: impl IntoIterator<Item = Portrait>) -> Vec<(Entity, Likeness)> {
    let likeness = |known: Portrait| Some((known.entity, like(new, &known)?));
    let mut found: Vec<(Entity, Likeness)> = known.into_iter().filter_map(likeness).collect();
    found.retain(|(_, like)| like.asks());
    found.sort_by_key(|(entity, like)| (std::cmp::Reverse(like.certainty), *entity));
    found
}
