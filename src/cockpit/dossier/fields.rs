//! Every field of a deal, its contact and its company, each on its line.

use super::{Row, Spot, sheet::Source};
use crate::sales::{
    entity::{Entity, Kind},
    fact::Value,
    fields::{self, Field},
    playbook::CustomField,
};

/// The fields a seller edits most, in the order of the hand; the others follow.
const MAIN: [&str; 13] = [
    "deal.title",
    "deal.amount",
    "deal.closing",
    "deal.start",
    "contact.given_name",
    "contact.family_name",
    "contact.job",
    "contact.mobile",
    "contact.phone",
    "contact.email",
    "contact.town",
    "company.name",
    "company.size",
];

impl Source<'_> {
    /// Every field, on its line, with its name.
    pub(super) fn fields(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (kind, title) in
            [(Kind::Deal, "pane-deal"), (Kind::Contact, "pane-contact"), (Kind::Company, "pane-company")]
        {
            let Some(about) = self.about(kind) else { continue };
            rows.push(Row::rule(self.world.voice.say(title), ""));
            // Set aside is done and undone by its own key, another program's number comes in with a file; they show
            // where they are.
            let rare = |field: &Field| field.key.ends_with(".archived") || field.key.ends_with(".reference");
            let hidden = |field: &Field| rare(field) && self.value(kind, field.key).is_none();
            let of_kind = || fields::FIELDS.iter().filter(|field| field.about == kind && !hidden(field));
            let rank = |field: &&Field| MAIN.iter().position(|key| *key == field.key);
            let mut main: Vec<&'static Field> = of_kind().filter(|field| rank(field).is_some()).collect();
            main.sort_by_key(rank);
            let others = of_kind().filter(|field| rank(field).is_none());
            rows.extend(main.into_iter().chain(others).map(|field| self.field(about, field)));
            let own = self.world.playbook.fields().iter().enumerate().filter(|(_, field)| field.about == kind);
            rows.extend(own.map(|(at, field)| self.own_field(about, at, field)));
        }
        rows
    }

    /// Whose fields of a kind are meant; a company that is not known yet is born with its first field.
    fn about(&self, kind: Kind) -> Option<Entity> {
        match kind {
            Kind::Contact => self.case.contact.as_ref().map(|contact| contact.entity),
            Kind::Company => {
                let known = self.case.company.as_ref().map(|company| company.entity);
                known.or_else(|| self.case.contact.is_some().then(|| Entity::fresh(Kind::Company, 1)))
            }
            Kind::Deal => Some(self.case.deal.entity),
        }
    }

    fn field(&self, about: Entity, field: &'static Field) -> Row {
        let value = self.value(field.about, field.key);
        let shown = value.map(|value| self.shown(field, value)).unwrap_or_default();
        let label = self.world.voice.field(field.key);
        Row::field(label, shown, Spot::Field(about, field))
    }

    /// A field of the firm's own.
    fn own_field(&self, about: Entity, at: usize, field: &CustomField) -> Row {
        let value = self.value(field.about, &field.key);
        let shown = value.map(|value| self.world.voice.value(&fields::own(field.about, field.holds), value));
        Row::field(self.world.label(&field.label).to_owned(), shown.unwrap_or_default(), Spot::Own(about, at))
    }

    fn value(&self, about: Kind, key: &str) -> Option<&Value> {
        match about {
            Kind::Contact => self.case.contact.as_ref()?.fields.get(key),
            Kind::Company => self.case.company.as_ref()?.fields.get(key),
            Kind::Deal => self.case.deal.fields.get(key),
        }
    }

    fn shown(&self, field: &Field, value: &Value) -> String {
        let source = (field.holds == fields::Holds::Source).then(|| match value {
            Value::Text(key) => self.world.playbook.sources().iter().find(|source| source.key == *key),
            _ => None,
        });
        match source.flatten() {
            Some(source) => self.world.label(&source.label).to_owned(),
            None => self.world.voice.value(field, value),
        }
    }
}
