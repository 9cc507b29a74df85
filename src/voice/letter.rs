//! A letter of the firm filled in for somebody: names, dates and amounts as they are written in one.

use super::{Language, Voice};
use crate::sales::{
    entity::Kind,
    fact::Value,
    fields::{self, Holds, folded},
    template::{Filled, Pen, Template, Tongue, Worth},
};

/// Civilities as people keep them, without accents or signs.
const MADAM: [&str; 7] = ["mme", "madame", "mrs", "ms", "mlle", "mademoiselle", "miss"];
const SIR: [&str; 4] = ["m", "mr", "monsieur", "sir"];

impl Voice {
    /// The language letters are written in.
    pub fn tongue(&self) -> Tongue {
        match self.language {
            Language::Fr => Tongue::Fr,
            Language::En => Tongue::En,
        }
    }

    /// A letter filled in; what is missing stands in it as `[date du devis à compléter]`.
    /// `own` comes first.
    pub fn letter(&self, template: &Template, pen: &Pen<'_>, own: &dyn Fn(&str) -> Option<String>) -> Filled {
        let worth = |name: &str| own(name).or_else(|| pen.worth(name).map(|worth| self.worth(&worth)));
        template.fill(&worth, &|name| self.tell("letter-missing", &[("name", name.into())]))
    }

    /// The first thing of a text that is still to be filled in, as it stands there.
    pub fn unfilled<'t>(&self, text: &'t str) -> Option<&'t str> {
        const NAME: char = '\u{1}';
        let mark = self.tell("letter-missing", &[("name", NAME.to_string().into())]);
        let (opens, closes) = mark.split_once(NAME)?;
        text.lines().find_map(|line| {
            let end = line.find(closes)? + closes.len();
            let start = line.get(..end)?.rfind(opens)?;
            line.get(start..end)
        })
    }

    fn worth(&self, worth: &Worth) -> String {
        match worth {
            Worth::Person(civility, given, family) => self.addressed(civility, given, family),
            Worth::Field(_, Value::Day(day)) => self.day_in_words(*day),
            Worth::Field(_, Value::Money(money)) => self.with_tax(*money),
            Worth::Field(key, value) => {
                let field = fields::field(key).copied().unwrap_or_else(|| fields::own(Kind::Deal, Holds::Line));
                self.value(&field, value)
            }
        }
    }

    /// `Madame Lefèvre`, `Marie Lefèvre`, `Madame, Monsieur`.
    fn addressed(&self, civility: &str, given: &str, family: &str) -> String {
        let civility = folded(civility);
        let civility = civility.trim();
        let title = match () {
            () if MADAM.contains(&civility) => self.say("letter-madam"),
            () if SIR.contains(&civility) => self.say("letter-sir"),
            () => "",
        };
        match (title.is_empty(), family.is_empty()) {
            (false, false) => format!("{title} {family}"),
            (false, true) => title.to_owned(),
            (true, _) => {
                let name = format!("{given} {family}").trim().to_owned();
                if name.is_empty() { self.say("letter-nobody").to_owned() } else { name }
            }
        }
    }
}
