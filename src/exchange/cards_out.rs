//! People and companies as address cards, vCard 4.0 or 3.0: what a telephone or a mail program can show. Deals and
//! exchanges stay here.

use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameter, VCardProperty as Property, VCardType, VCardValue, VCardVersion,
};

use crate::sales::{entity::Entity, fact::Value, fields::Fields};

/// Which version of the format is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 3.0, for older programs.
    Three,
    /// 4.0.
    Four,
}

/// Who a card is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Its id, so that the next export replaces the card.
    pub entity: Entity,
    /// The person's fields.
    pub person: Option<&'a Fields>,
    /// The company's fields.
    pub firm: Option<&'a Fields>,
    /// What must not be forgotten away from here: through which channels they oppose.
    pub warning: &'a str,
}

/// The text of a card; nothing where there is no name to put on it.
pub fn write(subject: &Subject, version: Version) -> Option<String> {
    let text =
        |fields: Option<&Fields>, key: &str| fields.map(|fields| fields.text(key).to_owned()).unwrap_or_default();
    let person = |key: &str| text(subject.person, key);
    let firm = |key: &str| text(subject.firm, key);
    let whole = [person("contact.given_name"), person("contact.family_name")].join(" ");
    let shown = [
        whole.trim().to_owned(),
        firm("company.name"),
        person("contact.email"),
        person("contact.mobile"),
        person("contact.phone"),
    ];
    let mut card = Draft::default();
    card.line(Property::Uid, subject.entity.to_string());
    card.line(Property::Fn, shown.into_iter().find(|text| !text.is_empty())?);
    if subject.person.is_some() {
        let name = [
            person("contact.family_name"),
            person("contact.given_name"),
            String::new(),
            person("contact.civility"),
            String::new(),
        ];
        card.parts(Property::N, name, None);
        card.line(Property::Title, person("contact.job"));
        card.typed(Property::Tel, person("contact.mobile"), VCardType::Cell);
        card.typed(Property::Tel, person("contact.phone"), VCardType::Voice);
        card.line(Property::Email, person("contact.email"));
        card.address(["street", "postcode", "town", "country"].map(|part| person(&format!("contact.{part}"))));
        if let Some(Value::List(tags)) = subject.person.and_then(|fields| fields.get("contact.tags")) {
            card.list(Property::Categories, tags);
        }
    } else {
        card.house(version);
        card.typed(Property::Tel, firm("company.phone"), VCardType::Work);
        card.line(Property::Email, firm("company.email"));
        card.address([firm("company.street"), firm("company.postcode"), firm("company.town"), String::new()]);
    }
    card.line(Property::Org, firm("company.name"));
    card.line(Property::Url, firm("company.website"));
    let note = [person("contact.note"), subject.warning.to_owned()];
    card.line(Property::Note, note.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("\n"));
    card.written(version)
}

#[derive(Default)]
struct Draft(VCard);

impl Draft {
    fn put(&mut self, property: Property, values: Vec<VCardValue>, kind: Option<VCardType>) {
        let mut entry = VCardEntry::new(property).with_values(values);
        entry.params.extend(kind.map(VCardParameter::typ));
        self.0.entries.push(entry);
    }

    fn line(&mut self, property: Property, text: String) {
        if !text.is_empty() {
            self.put(property, vec![VCardValue::Text(text)], None);
        }
    }

    fn typed(&mut self, property: Property, text: String, kind: VCardType) {
        if !text.is_empty() {
            self.put(property, vec![VCardValue::Text(text)], Some(kind));
        }
    }

    fn list(&mut self, property: Property, words: &[String]) {
        if !words.is_empty() {
            self.put(property, words.iter().cloned().map(VCardValue::Text).collect(), None);
        }
    }

    fn parts<const N: usize>(&mut self, property: Property, parts: [String; N], kind: Option<VCardType>) {
        self.put(property, parts.into_iter().map(VCardValue::Text).collect(), kind);
    }

    fn address(&mut self, [street, postcode, town, country]: [String; 4]) {
        if [&street, &postcode, &town, &country].iter().any(|part| !part.is_empty()) {
            let none = String::new;
            self.parts(Property::Adr, [none(), none(), street, town, none(), postcode, country], Some(VCardType::Work));
        }
    }

    /// A card of a company says so: each version has its own word.
    fn house(&mut self, version: Version) {
        match version {
            Version::Four => self.put(Property::Kind, vec![VCardValue::Kind(VCardKind::Org)], None),
            Version::Three => {
                self.parts(
                    Property::N,
                    [String::new(), String::new(), String::new(), String::new(), String::new()],
                    None,
                );
                self.line(Property::Other("X-ABSHOWAS".to_owned()), "COMPANY".to_owned());
            }
        }
    }

    fn written(self, version: Version) -> Option<String> {
        let version = if version == Version::Four { VCardVersion::V4_0 } else { VCardVersion::V3_0 };
        let mut text = String::new();
        self.0.write_to(&mut text, version).ok()?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        exchange::{import::Import, known::Nobody, setting::Setting},
        sales::{
            entity::{Id, Kind},
            fact::Statement,
        },
    };

    fn fields(of: &[(&str, Value)]) -> Fields {
        let mut fields = Fields::default();
        of.iter().for_each(|(key, value)| fields.set(key, value.clone()));
        fields
    }

    fn back(card: &str) -> Vec<(String, Value)> {
        let mut last = 0;
        let mut births = |kind: Kind| {
            last += 1;
            Entity::known(kind, Id(last))
        };
        let mut import = Import::open(card.as_bytes(), Setting::default(), &Nobody, &mut births).unwrap();
        let proposal = import.next().unwrap();
        let sets = proposal.statements.into_iter().filter_map(|said| match said {
            Statement::Set(set) => Some((set.field, set.value)),
            _ => None,
        });
        let mut sets: Vec<_> =
            sets.filter(|(field, _)| field.starts_with("contact.") || field == "company.name").collect();
        sets.sort_by(|one, other| one.0.cmp(&other.0));
        sets
    }

    proptest! {
        #[test]
        fn a_card_says_the_same_when_it_is_read_again(
            words in prop::collection::vec("[A-Za-zÀ-ÿ]{1,8}( [A-Za-z,;:\\\\'&]{1,9}[a-z])?", 6),
            note in "[a-zé]{1,9}([ ,;:\\\\]?[a-z=]){0,90}(\n[a-z]{1,9})?",
            tags in prop::collection::vec("[a-zé]{1,9}", 0..3),
            four: bool,
        ) {
            let text = |at: usize| Value::Text(words[at].clone());
            let mut of = vec![
                ("contact.email", Value::Text("zoe@leman.example".to_owned())),
                ("contact.family_name", text(0)),
                ("contact.given_name", text(1)),
                ("contact.job", text(2)),
                ("contact.mobile", Value::Text("+33639980004".to_owned())),
                ("contact.note", Value::Text(note)),
                ("contact.phone", Value::Text("+33199000004".to_owned())),
                ("contact.postcode", Value::Text("74200".to_owned())),
                ("contact.street", text(3)),
                ("contact.town", text(4)),
            ];
            if !tags.is_empty() {
                // Alike but for their accents they would be one.
                let told = tags.iter().enumerate().map(|(n, tag)| format!("{tag} {n}"));
                of.push(("contact.tags", Value::List(told.collect())));
            }
            let firm = fields(&[("company.name", text(5))]);
            let person = fields(&of);
            let version = if four { Version::Four } else { Version::Three };
            let entity = Entity::known(Kind::Contact, Id(1));
            let card = write(&Subject { entity, person: Some(&person), firm: Some(&firm), warning: "" }, version).unwrap();
            let mut expected: Vec<_> = of.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            expected.push(("company.name".to_owned(), text(5)));
            expected.sort_by(|one, other| one.0.cmp(&other.0));
            prop_assert_eq!(back(&card), expected, "{}", card);
        }
    }

    #[test]
    fn a_company_is_a_card_of_its_own() {
        let firm = fields(&[("company.name", Value::Text("Toitures du Léman".to_owned()))]);
        let entity = Entity::known(Kind::Company, Id(1));
        for (version, word) in [(Version::Four, "KIND:ORG"), (Version::Three, "X-ABSHOWAS:COMPANY")] {
            let card = write(&Subject { entity, person: None, firm: Some(&firm), warning: "" }, version).unwrap();
            assert!(card.to_uppercase().contains(word), "{card}");
            assert_eq!(back(&card), [("company.name".to_owned(), Value::Text("Toitures du Léman".to_owned()))]);
        }
    }
}
