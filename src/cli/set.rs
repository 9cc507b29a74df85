//! `vigie set WHO field=value…`: fields by the words people use, oppositions, and who looks after a party.

use serde_json::json;

use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fact::{self, Assigned, Complained, Permission, Permitted, Statement, Value},
    words::plain,
};

use super::{
    args::Set,
    door::Door,
    fields_of::{self, Places},
    log,
    say::Reader,
    stop::{Code, Done, Stop},
};

pub(super) fn run(door: &mut Door, said: &Set) -> Done {
    let (party, deal) = log::party_and_deal(door, &said.who)?;
    let mut places = Places::of(door, party, deal);
    let mut statements = Vec::new();
    for text in &said.fields {
        let (word, value) = text
            .split_once('=')
            .ok_or_else(|| Stop::input(door.tell("cli-set-shape", &vec![("text", text.as_str().into())])))?;
        statements.push(one(door, &mut places, word.trim(), value)?);
    }
    statements.retain(|statement| !is_known(door, statement));
    let mut all = std::mem::take(&mut places.first);
    all.append(&mut statements);
    if all.is_empty() {
        door.page.line(door.voice.say("cli-set-known").to_owned().as_str());
        door.page.json(&json!({ "saved": null }));
        return Ok(Code::Fine);
    }
    let told = |statement: &Statement| door.telling().line(statement, replaced(door, statement).as_ref());
    let words: Vec<String> = all.iter().filter_map(told).collect();
    let who = door.search().describe(party).name;
    let sentence = door.tell("cli-set-done", &vec![("who", who.into()), ("what", words.join(" ; ").into())]);
    door.write(party, all, &sentence)
}

/// Whether a field has this very value already.
fn is_known(door: &Door, statement: &Statement) -> bool {
    let Statement::Set(set) = statement else { return false };
    !set.about.is_fresh() && before(door, statement).unwrap_or(Value::Nothing) == set.value
}

/// What a statement about a field replaces.
fn replaced(door: &Door, statement: &Statement) -> Option<Statement> {
    let Statement::Set(set) = statement else { return None };
    Some(Statement::Set(fact::Set { value: before(door, statement)?, ..set.clone() }))
}

/// The value a field has until now.
fn before(door: &Door, statement: &Statement) -> Option<Value> {
    let Statement::Set(set) = statement else { return None };
    let fields = match set.about.kind {
        Kind::Contact => door.book().contact(set.about).map(|contact| contact.fields),
        Kind::Company => door.book().company(set.about).map(|company| company.fields),
        Kind::Deal => door.book().deal(set.about).map(|deal| deal.fields),
    };
    fields.and_then(|fields| fields.get(&set.field).cloned())
}

/// One `field=value`.
pub(super) fn one(door: &Door, places: &mut Places, word: &str, text: &str) -> Result<Statement, Stop> {
    let reader = Reader::new();
    let (about, on) = (places.party, door.now().0);
    match () {
        () if reader.is("cli-words-owner", word) => {
            let owner = plain::line(text).into_owned();
            Ok(Statement::Assigned(Assigned { about, owner, note: String::new() }))
        }
        () if reader.is("cli-words-opposition", word) => permitted(door, &reader, about, text, Permission::Opposed),
        () if reader.is("cli-words-consent", word) => permitted(door, &reader, about, text, Permission::Consented),
        () if reader.is("cli-words-complaint", word) => {
            Ok(Statement::Complained(Complained { about, text: plain::clean(text).trim().to_owned(), open: true, on }))
        }
        () if reader.is("cli-words-settled", word) => {
            Ok(Statement::Complained(Complained { about, text: plain::clean(text).trim().to_owned(), open: false, on }))
        }
        () => field(door, places, word, text),
    }
}

fn field(door: &Door, places: &mut Places, word: &str, text: &str) -> Result<Statement, Stop> {
    let field = fields_of::named(door, word, places.party.kind)?;
    let value = field.read(door, Some(places.party), text)?;
    if field.key == "company.name"
        && places.party.kind != Kind::Company
        && let Some(known) = fields_of::company_named(door, text)
    {
        places.works_for(known);
    }
    let about = places.entity(door, field.about)?;
    Ok(fields_of::set(about, &field.key, value))
}

/// `opposition=téléphone:"ne m'appelez plus"`.
fn permitted(
    door: &Door,
    reader: &Reader,
    about: Entity,
    text: &str,
    permission: Permission,
) -> Result<Statement, Stop> {
    let (channel, wording) = text.split_once(':').unwrap_or((text, ""));
    let approach = reader
        .approach(channel)
        .map_err(|()| Stop::input(door.tell("cli-set-approach", &vec![("text", channel.into())])))?;
    Ok(Statement::Permitted(Permitted {
        about,
        approach,
        permission,
        wording: plain::clean(wording).trim().to_owned(),
        origin: "vigie set".into(),
        on: door.now().0,
    }))
}
