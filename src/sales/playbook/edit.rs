//! Numbers put into a user's file: what stands there stays, with its order, its spaces and its comments.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

use super::{Change, CustomField, Place, Playbook, PlaybookFlaw, Setting};
use crate::sales::{entity::Kind, fields::Holds, reason::Reason};

impl Playbook {
    /// A user's file with these numbers in it, and the settings it then makes. A file with a mistake stays as it is.
    pub fn edited(user_toml: &str, changes: &[Change]) -> Result<(String, Self), PlaybookFlaw> {
        Self::read(user_toml)?;
        let unwritable = || PlaybookFlaw::at(user_toml, 0, Reason::plain("playbook-unwritable"));
        let mut file: DocumentMut = user_toml.parse().map_err(|_| unwritable())?;
        for change in changes {
            write(file.as_table_mut(), change).ok_or_else(unwritable)?;
        }
        let text = file.to_string();
        let playbook = Self::read(&text)?;
        Ok((text, playbook))
    }
}

/// A user's file with these fields of the firm's own in it: what stands there stays.
pub fn with_fields(user_toml: &str, fields: &[CustomField]) -> Result<String, PlaybookFlaw> {
    Playbook::read(user_toml)?;
    let unwritable = || PlaybookFlaw::at(user_toml, 0, Reason::plain("playbook-unwritable"));
    let mut file: DocumentMut = user_toml.parse().map_err(|_| unwritable())?;
    for field in fields {
        let key = field.key.strip_prefix("custom.").unwrap_or(&field.key);
        let table = entry(file.as_table_mut(), "field", key).ok_or_else(unwritable)?;
        let mut label = InlineTable::new();
        label.insert("fr", field.label.fr.as_str().into());
        label.insert("en", field.label.en.as_str().into());
        table.insert("label", value(label));
        table.insert("about", value(about(field.about)));
        table.insert("holds", value(held(field.holds)));
    }
    let text = file.to_string();
    Playbook::read(&text).map(|_| text)
}

fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Contact => "contact",
        Kind::Company => "company",
        Kind::Deal => "deal",
    }
}

/// What a new field holds, in the file's word.
fn held(holds: Holds) -> &'static str {
    match holds {
        Holds::Number => "number",
        Holds::Date => "date",
        Holds::Amount => "amount",
        Holds::Percent => "percent",
        Holds::YesNo => "yes_no",
        Holds::Tags => "tags",
        Holds::Lines => "lines",
        _ => "line",
    }
}

fn write(file: &mut Table, change: &Change) -> Option<()> {
    match &change.place {
        Place::Framework => put(table(file, "qualification")?, "framework", &change.to),
        Place::Threshold(name) => put(table(file, "thresholds")?, name, &change.to),
        Place::Plain(of, name) => put(table(file, of)?, name, &change.to),
        Place::Cadence(row, band) => {
            let row = table(file, "cadence")?.entry(row).or_insert(value(InlineTable::new()));
            put(row.as_table_like_mut()?, band, &change.to);
        }
        Place::Segment(key, name) => {
            put(entry(file, "segment", key)?, name, &change.to);
            clear(file, "segment");
        }
        Place::Rule(key, name) => put(entry(file, "rule", key)?, name, &change.to),
        Place::Criterion(framework, key) => {
            put(entry(entry(file, "framework", framework)?, "criterion", key)?, "points", &change.to);
        }
    }
    Some(())
}

/// A table by its name, made where there is none.
fn table<'t>(file: &'t mut Table, name: &str) -> Option<&'t mut dyn TableLike> {
    file.entry(name).or_insert_with(toml_edit::table).as_table_like_mut()
}

/// The table of a list that has this key, made at its end where there is none.
fn entry<'t>(within: &'t mut dyn TableLike, list: &str, key: &str) -> Option<&'t mut dyn TableLike> {
    if !within.contains_key(list) {
        within.insert(list, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let has_key = |table: &dyn TableLike| table.get("key").and_then(Item::as_str) == Some(key);
    match within.get_mut(list)? {
        Item::ArrayOfTables(tables) => {
            let at = tables.iter().position(|table| has_key(table)).unwrap_or(tables.len());
            if at == tables.len() {
                let mut table = Table::new();
                table.insert("key", value(key));
                tables.push(table);
            }
            tables.get_mut(at).map(|table| table as &mut dyn TableLike)
        }
        Item::Value(Value::Array(tables)) => {
            let found = tables.iter().position(|table| table.as_inline_table().is_some_and(|table| has_key(table)));
            let at = found.unwrap_or(tables.len());
            if found.is_none() {
                let mut table = InlineTable::new();
                table.insert("key", key.into());
                tables.push(table);
            }
            tables.get_mut(at)?.as_inline_table_mut().map(|table| table as &mut dyn TableLike)
        }
        _ => None,
    }
}

/// Takes tables out of a list that say nothing but their key.
fn clear(within: &mut Table, list: &str) {
    match within.get_mut(list) {
        Some(Item::ArrayOfTables(tables)) => tables.retain(|table| table.len() > 1),
        Some(Item::Value(Value::Array(tables))) => {
            tables.retain(|table| table.as_inline_table().is_none_or(|table| table.len() > 1));
        }
        _ => {}
    }
}

/// A setting in the place of another; what is written behind it stays.
fn put(table: &mut dyn TableLike, name: &str, setting: &Setting) {
    let said = match setting {
        Setting::Number(number) => Value::from(i64::from(*number)),
        Setting::Word(word) => Value::from(word.as_str()),
        Setting::Words(words) => Value::from(words.iter().collect::<Array>()),
        Setting::Flag(yes) => Value::from(*yes),
        Setting::Nothing => return drop(table.remove(name)),
    };
    match table.get_mut(name).and_then(Item::as_value_mut) {
        Some(held) => {
            let decor = held.decor().clone();
            *held = said;
            *held.decor_mut() = decor;
        }
        None => drop(table.insert(name, Item::Value(said))),
    }
}
