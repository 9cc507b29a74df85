//! Two records that may be one, in words: why they look alike, and what each says.

use super::{Telling, Voice};
use crate::sales::{
    double::{Likeness, Sign},
    union::{Kept, Topic, Worth},
    words::phone,
};

impl Voice {
    /// How sure, and what speaks for it, the strongest first: `probable : même nom, même ville`.
    pub fn likeness(&self, like: &Likeness) -> String {
        let sure = self.say(&format!("double-sure-{}", like.sure().key())).to_owned();
        let signs: Vec<String> = like.signs.iter().map(|sign| self.sign(sign)).collect();
        format!("{sure}{}{}", self.say("cli-colon"), signs.join(", "))
    }

    /// `même e-mail marie@lefevre.example`.
    fn sign(&self, sign: &Sign) -> String {
        let text = match sign {
            Sign::Phone(number) => phone::shown(number),
            other => other.text().to_owned(),
        };
        self.tell(&format!("double-sign-{}", sign.key()), &[("text", text.into())])
    }

    /// What two records bring along: `5 échanges, 2 affaires, 1 achat`; what there is none of is not named.
    pub fn kept(&self, kept: &Kept) -> String {
        let all = [
            ("union-exchanges", kept.exchanges),
            ("union-deals", kept.deals),
            ("union-purchases", kept.purchases),
            ("union-people", kept.people),
        ];
        let counts = all.into_iter().filter(|(_, count)| *count > 0);
        let words: Vec<String> = counts.map(|(key, count)| self.tell(key, &[("count", count.into())])).collect();
        if words.is_empty() { self.say("union-nothing").to_owned() } else { words.join(", ") }
    }
}

impl Telling<'_> {
    /// How a topic is called.
    pub fn topic(&self, topic: &Topic) -> String {
        let key = match topic {
            Topic::Field(key) => return self.label(key),
            Topic::House => "union-house",
            Topic::Brought => "union-brought",
            Topic::Owner => "union-owner",
            Topic::Next => "union-next",
        };
        self.voice.say(key).to_owned()
    }

    /// What a record says about it, on one line; nothing where it says nothing.
    pub fn worth(&self, topic: &Topic, worth: Option<&Worth>) -> String {
        let text = match (topic, worth) {
            (Topic::Field(key), Some(Worth::Value(value))) => self.value(key, value),
            (_, Some(Worth::Value(value))) => self.voice.plain_value(value),
            (_, Some(Worth::Entity(entity))) => self.name(*entity),
            (_, Some(Worth::Owner(owner))) => owner.clone(),
            (_, Some(Worth::Next(next))) => format!("{} {}", self.moment(next.due), next.what),
            (_, None) => String::new(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
