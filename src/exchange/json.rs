//! JSON as records: our own export, to the field; any other list of objects with its keys as headers.

use serde_json::{Map, Value as Json};

use super::{
    mapping::{Column, Meaning, target_of},
    proposal::Unreadable,
    rows::Record,
    setting::Setting,
    source::Names,
};
use crate::sales::{
    fact::Value,
    fields::{FIELDS, Field},
    words::value,
};

type Object = Map<String, Json>;

/// Reads a list of objects, one object, an object around a list, or an object a line.
pub fn read(bytes: &[u8], setting: &Setting) -> Result<(Names, Vec<Record>), Unreadable> {
    let broken = |error: &dyn ToString| Unreadable::Json { reason: error.to_string() };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let values = serde_json::Deserializer::from_slice(bytes).into_iter::<Json>();
    let values = values.collect::<Result<Vec<Json>, _>>().map_err(|error| broken(&error))?;
    let objects: Vec<Object> = values.into_iter().flat_map(listed).collect();
    if objects.is_empty() {
        return Err(broken(&"{}"));
    }
    if objects.iter().all(is_ours) { Ok(ours(&objects, setting)) } else { Ok(others(&objects)) }
}

fn listed(value: Json) -> Vec<Object> {
    match value {
        Json::Array(list) => list.into_iter().flat_map(listed).collect(),
        Json::Object(mut object) => match envelope(&object) {
            Some(key) => object.remove(&key).map(listed).unwrap_or_default(),
            None => vec![object],
        },
        _ => Vec::new(),
    }
}

/// The key of the only list in an object that has little else: `{"total": 2, "contacts": […]}`.
fn envelope(object: &Object) -> Option<String> {
    let mut lists = object.iter().filter(|(_, value)| is_list(value)).map(|(key, _)| key);
    let only = lists.next().filter(|_| lists.next().is_none() && object.len() <= 4 && !is_ours(object))?;
    Some(only.clone())
}

fn is_list(value: &Json) -> bool {
    value.as_array().is_some_and(|list| !list.is_empty() && list.iter().all(Json::is_object))
}

fn is_ours(object: &Object) -> bool {
    let has = |key: &str| object.contains_key(key);
    object.get("fields").is_some_and(Json::is_object) && object.get("deals").is_some_and(Json::is_array) && has("short")
}

/// What our export says beside the fields: the word of [`target_of`], and where it stands in a deal.
const BESIDE: [&str; 7] = ["state", "loss", "bought", "next", "todo", "owner", "opposition"];

fn ours(objects: &[Object], setting: &Setting) -> (Names, Vec<Record>) {
    let fields: Vec<&'static Field> = FIELDS.iter().chain(setting.own.iter().map(|own| own.field)).collect();
    let mut columns: Vec<Column> = fields.iter().map(|field| Column::of(field.key, Meaning::Field(field))).collect();
    columns.extend(BESIDE.iter().map(|key| Column::of(key, target_of(key).unwrap_or(Meaning::Note))));
    let mut rows = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        let deals = object.get("deals").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
        let none = [Json::Null];
        for deal in if deals.is_empty() { &none } else { deals } {
            let mut record = Record { line: at as u64 + 1, ..Record::default() };
            fields.iter().for_each(|field| record.cells.push_field(kept(object, deal, field).as_bytes()));
            BESIDE.iter().for_each(|key| record.cells.push_field(beside(object, deal, key).as_bytes()));
            rows.push(record);
        }
    }
    (Names::Known(columns), rows)
}

fn kept(object: &Object, deal: &Json, field: &Field) -> String {
    let held =
        [object.get("fields"), deal.get("fields")].into_iter().flatten().find_map(|fields| fields.get(field.key));
    let typed = held.and_then(|held| serde_json::from_value::<Value>(held.clone()).ok());
    typed.map(|typed| value::typed(field, &typed)).unwrap_or_default()
}

fn beside(object: &Object, deal: &Json, key: &str) -> String {
    let step = deal.get("next").filter(|next| next.get("fixed") == Some(&Json::Bool(true)));
    let found = match key {
        "state" => deal.get("stage"),
        "loss" | "bought" => deal.get(key),
        "next" => step.and_then(|step| step.get("day")),
        "todo" => step.and_then(|step| step.get("what")),
        other => object.get(other),
    };
    found.map(plain).unwrap_or_default()
}

/// Every key of any object is a column, in the order they come.
fn others(objects: &[Object]) -> (Names, Vec<Record>) {
    let mut names: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        let mut pairs = Vec::new();
        object.iter().for_each(|(key, value)| flat(&spaced(key), value, &mut pairs));
        let mut cells = vec![String::new(); names.len()];
        for (name, text) in pairs {
            let known = names.iter().position(|known| *known == name);
            if known.is_none() {
                names.push(name);
                cells.push(String::new());
            }
            cells[known.unwrap_or(names.len() - 1)] = text;
        }
        let mut record = Record { line: at as u64 + 1, ..Record::default() };
        cells.iter().for_each(|cell| record.cells.push_field(cell.as_bytes()));
        rows.push(record);
    }
    (Names::Beside(names), rows)
}

/// `{"address": {"city": …}}` is `address city`; of a list of objects the first has the plain name.
fn flat(name: &str, value: &Json, pairs: &mut Vec<(String, String)>) {
    match value {
        Json::Object(object) => {
            object.iter().for_each(|(key, value)| flat(&format!("{name} {}", spaced(key)), value, pairs));
        }
        Json::Array(list) if is_list(value) => list.iter().enumerate().for_each(|(at, value)| {
            let name = if at == 0 { name.to_owned() } else { format!("{name} {}", at + 1) };
            flat(&name, value, pairs);
        }),
        other => pairs.push((name.to_owned(), plain(other))),
    }
}

fn plain(value: &Json) -> String {
    match value {
        Json::Null | Json::Object(_) => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(list) => list.iter().map(plain).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
        Json::Bool(_) | Json::Number(_) => value.to_string(),
    }
}

/// `firstName` and `first_name` are `first name`.
fn spaced(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 4);
    let mut small = false;
    for c in key.chars() {
        if c.is_uppercase() && small {
            out.push(' ');
        }
        small = c.is_lowercase() || c.is_ascii_digit();
        out.push(c);
    }
    out
}
