//! Fields, values and flaws in words.

use super::{Language, Voice, Word};
use crate::sales::{
    fact::{Channel, Direction, Value},
    fields::{Field, Holds},
    moment::Moment,
    money::Tax,
    words::{Flaw, Repair, phone, value},
};

impl Voice {
    /// The word of an enum of the trade: `appel`, `tiède`, `devis signé`.
    pub fn word(&self, of: &impl Word) -> &str {
        self.lexicon.say(of.text_key()).unwrap_or_default()
    }

    /// `appel passé`, `mail reçu`.
    pub fn exchanged(&self, channel: Channel, direction: Direction) -> String {
        let way = direction.text_key().trim_start_matches("direction-");
        let by = channel.text_key().trim_start_matches("channel-");
        self.say(&format!("exchanged-{by}-{way}")).to_owned()
    }

    /// A word of the playbook by its own key (`loss-price`, `source-fair`), or the key itself where a team added one.
    pub fn own_word(&self, prefix: &str, key: &str) -> String {
        let text = format!("{prefix}-{key}");
        if self.has(&text) { self.say(&text).to_owned() } else { key.to_owned() }
    }

    /// The label of a field key; a custom field is called by its own name.
    pub fn field(&self, key: &str) -> String {
        match key.strip_prefix("custom.") {
            Some(name) => name.to_owned(),
            None => self.say(&format!("field-{}", key.replace('.', "-"))).to_owned(),
        }
    }

    /// A field's value, as shown.
    pub fn value(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::Text(text) if field.holds == Holds::Phone => self.phone(text),
            Value::Text(text) if field.holds == Holds::Source => self.own_word("source", text),
            Value::Text(text) if field.key == "deal.framework" => self.own_word("framework", text),
            _ => self.plain_value(value),
        }
    }

    /// The text to put into an edit line, in the reader's words; read again it gives the same value.
    pub fn typed(&self, field: &Field, value: &Value) -> String {
        let text = value::typed(field, value);
        match (self.language(), value) {
            (Language::En, Value::Day(day)) => self.date(*day),
            (Language::En, Value::Money(money)) => {
                let figures = text.split(' ').next().unwrap_or_default().replace(',', ".");
                format!("{figures} {}", self.say(if money.tax == Tax::Ht { "tax-ht" } else { "tax-ttc" }))
            }
            _ => text,
        }
    }

    /// A moment as one would type it.
    pub fn typed_moment(&self, moment: Moment) -> String {
        let day = self.date(moment.day);
        moment.hour.map_or_else(|| day.clone(), |hour| format!("{day} {hour}"))
    }

    /// A phone number as it is read aloud, with its extension.
    pub fn phone(&self, kept: &str) -> String {
        let (e164, extension) = phone::parts(kept);
        match extension {
            Some(extension) => format!("{} {} {extension}", phone::shown(e164), self.say("word-extension")),
            None => phone::shown(e164),
        }
    }

    /// Why a text was refused, to stand after the field's label and a colon.
    pub fn flaw(&self, flaw: &Flaw) -> String {
        let key = flaw.text_key();
        match *flaw {
            Flaw::TooLong { max } => self.tell(key, &[("max", max.into())]),
            Flaw::NoSuchDay { day, month, year } => {
                self.tell(key, &[("date", format!("{day:02}/{month:02}/{year}").into())])
            }
            Flaw::NoSuchHour { hour, minute } => self.tell(key, &[("hour", format!("{hour}:{minute:02}").into())]),
            _ => self.say(key).to_owned(),
        }
    }

    /// What was mended.
    pub fn repair(&self, repair: Repair) -> &str {
        self.word(&repair)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;
    use crate::sales::{fields::field, money::Money};

    #[test]
    fn flaws_are_clear() {
        let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
        for (flaw, french, english) in [
            (Flaw::SiretLength, "14 chiffres attendus", "14 digits expected"),
            (Flaw::NoSuchDay { day: 31, month: 2, year: 2027 }, "31/02/2027 n'existe pas", "31/02/2027 does not exist"),
            (Flaw::NoSuchHour { hour: 25, minute: 0 }, "l'heure 25:00 n'existe pas", "the time 25:00 does not exist"),
            (
                Flaw::TooLong { max: 65_536 },
                "texte trop long, 65\u{202f}536 octets au plus",
                "text too long, 65,536 bytes at most",
            ),
        ] {
            assert_eq!((fr.flaw(&flaw).as_str(), en.flaw(&flaw).as_str()), (french, english));
        }
    }

    #[test]
    fn values_as_shown() {
        let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
        let text = |words: &str| Value::Text(words.to_owned());
        for (key, value, french, english) in [
            ("contact.phone", text("+33199000001;ext=12"), "01 99 00 00 01 poste 12", "01 99 00 00 01 ext. 12"),
            ("contact.source", text("fair"), "salon", "trade fair"),
            ("contact.source", text("pigeon"), "pigeon", "pigeon"),
            ("contact.consumer", Value::Flag(true), "oui", "yes"),
            ("deal.amount", Value::Money(Money::ht(840_000)), "8\u{202f}400\u{a0}€ HT", "€8,400 excl. VAT"),
            ("deal.closing", Value::Day("2027-01-05".parse().unwrap()), "05/01/2027", "5 Jan 2027"),
            ("deal.probability", Value::Percent(6000), "60\u{a0}%", "60%"),
            ("company.size", Value::Number(1200), "1\u{202f}200", "1,200"),
            ("contact.tags", Value::List(vec!["vip".into(), "Nantes".into()]), "vip, Nantes", "vip, Nantes"),
            ("contact.tags", Value::Nothing, "", ""),
        ] {
            let field = field(key).unwrap();
            assert_eq!((fr.value(field, &value).as_str(), en.value(field, &value).as_str()), (french, english));
        }
    }

    #[test]
    fn words_of_the_trade() {
        let fr = Voice::new(Language::Fr);
        assert_eq!(fr.word(&Channel::QuoteRequest), "demande de devis");
        assert_eq!(fr.exchanged(Channel::Call, Direction::Ours), "appel passé");
        assert_eq!(fr.field("contact.phone"), "Téléphone");
        assert_eq!(fr.field("custom.machines"), "machines");
        assert_eq!(fr.own_word("loss", "price"), "prix");
        assert_eq!(fr.repair(Repair::LeadingZero), "zéro de tête remis");
    }
}
