//! What was typed about somebody new, said of somebody known instead: gaps are filled, a new word replaces the old one,
//! a name that is known stays, notes and tags are added to.

use crate::sales::{
    book::Records,
    company::Company,
    contact::{Contact, Dealings},
    entity::{Entity, Kind},
    fact::{Role, Set, Statement, Value},
    fields::Fields,
    union::both,
};

/// Words that are not replaced by those of a hasty line.
const NAMES: [&str; 4] = ["contact.civility", "contact.given_name", "contact.family_name", "company.name"];

/// What is known of somebody.
struct Known {
    fields: Fields,
    dealings: Dealings,
    house: Option<Entity>,
}

impl Known {
    fn of(records: &dyn Records, entity: Entity) -> Option<Self> {
        match entity.kind {
            Kind::Contact => records.contact(entity).map(|Contact { fields, dealings, company, .. }| Self {
                fields,
                dealings,
                house: company,
            }),
            Kind::Company => {
                records.company(entity).map(|Company { fields, dealings, .. }| Self { fields, dealings, house: None })
            }
            Kind::Deal => None,
        }
    }

    /// The word a field has once the typed one is added; nothing where it stays as it is.
    fn after(&self, field: &str, typed: &Value) -> Option<Value> {
        let value = match (self.fields.get(field), typed) {
            (Some(_), _) if NAMES.contains(&field) => return None,
            (Some(known @ Value::List(_)), typed) => both(known, typed),
            (Some(known), typed) if field == "contact.note" && known != typed => both(known, typed),
            (_, typed) => typed.clone(),
        };
        (self.fields.get(field) != Some(&value)).then_some(value)
    }
}

/// What would change of somebody known: what stands there, and what would.
pub fn differing(
    said: &[Statement],
    new: Entity,
    known: Entity,
    records: &dyn Records,
) -> Vec<(Option<Statement>, Statement)> {
    let Some(is) = Known::of(records, known) else { return Vec::new() };
    let set = |field: &str, value: Value| Statement::Set(Set { about: known, field: field.to_owned(), value });
    let changes = said.iter().filter_map(|statement| {
        let Statement::Set(typed) = statement else { return None };
        let value = is.after(&typed.field, &typed.value).filter(|_| typed.about == new)?;
        let before = is.fields.get(&typed.field).map(|value| set(&typed.field, value.clone()));
        Some((before, set(&typed.field, value)))
    });
    changes.collect()
}

/// The same statements about somebody known.
pub fn completed(said: Vec<Statement>, new: Entity, known: Entity, records: &dyn Records) -> Vec<Statement> {
    let Some(is) = Known::of(records, known) else { return said };
    let employed = |statement: &Statement| {
        matches!(statement, Statement::Linked(link) if link.from == new && link.role == Role::WorksFor)
            && is.house.is_some()
    };
    let owned = |statement: &Statement| {
        matches!(statement, Statement::Assigned(said) if said.about == new) && !is.dealings.owner.is_empty()
    };
    let mut all: Vec<Statement> = said.into_iter().filter(|said| !employed(said) && !owned(said)).collect();
    let idle: Vec<Entity> =
        all.iter().flat_map(Statement::entities).filter(|entity| is_idle(*entity, &all, new, &is)).collect();
    all.retain(|statement| !statement.entities().any(|entity| idle.contains(&entity)));
    all.into_iter().filter_map(|statement| about(statement, new, known, &is)).collect()
}

/// A company nobody is tied to any more, or a deal about which nothing was said beside one there is.
fn is_idle(entity: Entity, said: &[Statement], new: Entity, is: &Known) -> bool {
    if !entity.is_fresh() || entity == new {
        return false;
    }
    let tied = |statement: &Statement| matches!(statement, Statement::Linked(link) if link.to == entity || link.from == entity);
    match entity.kind {
        Kind::Company => !said.iter().any(tied),
        Kind::Deal => {
            let told = |statement: &&Statement| {
                statement.names(entity) && !matches!(statement, Statement::Linked(_) | Statement::Assigned(_))
            };
            !is.dealings.deals.is_empty() && !said.iter().any(|statement| told(&statement))
        }
        Kind::Contact => false,
    }
}

fn about(mut statement: Statement, new: Entity, known: Entity, is: &Known) -> Option<Statement> {
    if let Statement::Set(set) = &mut statement
        && set.about == new
    {
        set.value = is.after(&set.field, &set.value)?;
    }
    statement.each_entity(&mut |entity| {
        if *entity == new {
            *entity = known;
        }
    });
    Some(statement)
}
