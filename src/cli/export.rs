//! `vigie export`: the portfolio for other programs as CSV or JSON, or every fact for another Vigie.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::{
    exchange::{
        csv_out::{Style, Table},
        facts,
    },
    sales::{
        agenda::Next,
        deal::Deal,
        fact::Approach,
        fields::{FIELDS, Fields},
        moment::Day,
        money::{Money, Tax},
        words::value,
    },
    voice::Language,
};

use super::{
    args::Export,
    card::{Card, Lens, Sheet, temperature_key},
    door::Door,
    list, say, show,
    stop::{Code, Done, Stop},
    trouble,
};

pub(super) fn run(door: &mut Door, said: &Export) -> Done {
    if said.facts {
        return every_fact(door);
    }
    if said.person {
        door.page.look.json |= said.to == "json";
        return show::person(door, &said.query.join(" "));
    }
    let query = list::parsed(door, &said.query)?;
    match said.to.as_str() {
        "csv" => csv(door, &list::matching(door.lens(), &query)),
        "json" => {
            json_list(door, &list::matching(door.lens(), &query));
            Ok(Code::Fine)
        }
        other => Err(Stop::input(door.tell("cli-export-format", &vec![("text", other.into())]))),
    }
}

/// Writes through a buffer of the page, so that a reader that goes away ends it quietly.
struct Out<'d>(&'d mut Door);

impl Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.page.raw(bytes);
        if self.0.page.is_gone() { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader that went away is no failure; anything else is.
fn written(result: io::Result<()>) -> Done {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Stop::input(error.to_string())),
        _ => Ok(Code::Fine),
    }
}

fn every_fact(door: &mut Door) -> Done {
    let mut count = 0_u64;
    let counted = door.desk.every_fact(&mut |_| count += 1);
    counted.map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let mut text = facts::Writer::new(Vec::new(), count).map_err(|error| Stop::input(error.to_string()))?;
    let mut failed = None;
    let read = door.desk.every_fact(&mut |fact| {
        if failed.is_none() {
            failed = text.fact(&fact).err();
        }
    });
    read.map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let bytes = failed.map_or_else(|| text.finish(), Err).map_err(|error| Stop::input(error.to_string()))?;
    door.page.raw(&bytes);
    Ok(Code::Fine)
}

fn csv(door: &mut Door, sheets: &[Sheet]) -> Done {
    let style = if door.voice.language() == Language::Fr { Style::FRENCH } else { Style::ENGLISH };
    let rows: Vec<Vec<String>> = sheets.iter().flat_map(|sheet| rows(door, sheet)).collect();
    let headers = headers(door);
    let result = Table::new(Out(door), style, &headers).and_then(|mut table| {
        rows.iter().try_for_each(|row| table.row(row))?;
        table.finish().map(drop)
    });
    written(result)
}

/// What follows from the facts, after what was entered. An import reads back all but what it would compute itself:
/// status, score, temperature and what is only suggested.
const COMPUTED: [&str; 12] = [
    "tax",
    "bought",
    "stage",
    "loss",
    "opposition",
    "next",
    "todo",
    "owner",
    "status",
    "score",
    "temperature",
    "suggested",
];

fn headers(door: &Door) -> Vec<String> {
    let own = door.playbook().fields().iter().map(|field| field.key.as_str());
    let fields = FIELDS.iter().map(|field| field.key).chain(own).map(|key| door.telling().label(key));
    let computed = COMPUTED.iter().map(|name| door.voice.say(&format!("cli-export-{name}")).to_owned());
    fields.chain(computed).collect()
}

/// One row a deal; one row where there is none.
fn rows(door: &Door, sheet: &Sheet) -> Vec<Vec<String>> {
    let lens = door.lens();
    let cards: Vec<Card> = sheet.deals.iter().filter_map(|deal| lens.card(deal.entity)).collect();
    if cards.is_empty() {
        vec![row(door, sheet, None)]
    } else {
        cards.iter().map(|card| row(door, sheet, Some(card))).collect()
    }
}

fn row(door: &Door, sheet: &Sheet, card: Option<&Card>) -> Vec<String> {
    let deal = card.map(|card| &card.case.deal);
    let own = door.playbook().fields().iter().map(|field| field.key.as_str());
    let mut cells: Vec<String> =
        FIELDS.iter().map(|field| field.key).chain(own).map(|key| cell(door, sheet, deal, key)).collect();
    cells.extend(deal_words(door, card));
    cells.push(opposed(door, sheet, card));
    cells.extend(steps(door, sheet, card));
    cells.extend(readings(door, sheet, card));
    cells
}

/// Tax, purchase day, stage, reason of loss.
fn deal_words(door: &Door, card: Option<&Card>) -> [String; 4] {
    let Some(card) = card else { return Default::default() };
    let (voice, deal) = (&door.voice, &card.case.deal);
    let loss = deal.lost().map(|(reason, detail)| match (reason, detail) {
        ("", detail) => detail.to_owned(),
        (reason, _) => say::loss(voice, door.playbook(), reason).to_owned(),
    });
    [
        deal.amount().map(|money| if money.tax == Tax::Ht { "HT" } else { "TTC" }.to_owned()).unwrap_or_default(),
        deal.purchases.last().map(|bought| day(bought.on)).unwrap_or_default(),
        say::stage(voice, door.playbook(), card.stage).to_owned(),
        loss.unwrap_or_default(),
    ]
}

/// The channels the person, or its company, opposes.
fn opposed_to(sheet: &Sheet, card: Option<&Card>) -> Vec<Approach> {
    let person = sheet.contact.as_ref().map(|contact| &contact.dealings);
    let firm = sheet.company.as_ref().map(|company| &company.dealings);
    let of_card = card.and_then(|card| card.case.contact.as_ref()).map(|contact| &contact.dealings);
    let all = || [person, firm, of_card].into_iter().flatten();
    Approach::ALL.into_iter().filter(|approach| all().any(|dealings| dealings.opposed(*approach))).collect()
}

/// The same in words; one for all of them.
fn opposed(door: &Door, sheet: &Sheet, card: Option<&Card>) -> String {
    let opposed = opposed_to(sheet, card);
    if opposed.len() == Approach::ALL.len() {
        return door.voice.say("cli-export-all").to_owned();
    }
    opposed.iter().map(|approach| say::word(&door.voice, "approach", approach)).collect::<Vec<_>>().join(", ")
}

/// The step that was fixed, what it is, and who looks after them.
fn steps(door: &Door, sheet: &Sheet, card: Option<&Card>) -> [String; 3] {
    let next = card.map(|card| door.lens().next(&card.case.as_case(), sheet.status, card.heat.temperature));
    let (due, what) = match &next {
        Some(Next::Fixed(step)) => (day(step.due.day), step.what.clone()),
        _ => Default::default(),
    };
    [due, what, sheet.owner().to_owned()]
}

/// Status, score, temperature, and the day a next step is suggested for.
fn readings(door: &Door, sheet: &Sheet, card: Option<&Card>) -> [String; 4] {
    let voice = &door.voice;
    let Some(card) = card else {
        return [say::status(voice, sheet.status), String::new(), String::new(), String::new()];
    };
    let next = door.lens().next(&card.case.as_case(), sheet.status, card.heat.temperature);
    let suggested = if matches!(next, Next::Suggested { .. }) { next.due() } else { None };
    [
        say::status(voice, sheet.status),
        card.score.to_string(),
        voice.say(&format!("temperature-{}", temperature_key(card.heat.temperature))).to_owned(),
        suggested.map(day).unwrap_or_default(),
    ]
}

/// A day as the fields of the table write it.
fn day(day: Day) -> String {
    day.date().format("%d/%m/%Y").to_string()
}

/// `15000,00` as the reader's spreadsheet adds it up.
fn figures(door: &Door, money: Money) -> String {
    let mark = if door.voice.language() == Language::Fr { ',' } else { '.' };
    format!("{}{mark}{:02}", money.cents / 100, (money.cents % 100).abs())
}

/// A cell as an import reads it back.
fn cell(door: &Door, sheet: &Sheet, deal: Option<&Deal>, key: &str) -> String {
    if key == "deal.amount" {
        return deal.and_then(Deal::amount).map(|money| figures(door, money)).unwrap_or_default();
    }
    let fields: [Option<&Fields>; 3] = [
        sheet.contact.as_ref().map(|contact| &contact.fields),
        sheet.company.as_ref().map(|company| &company.fields),
        deal.map(|deal| &deal.fields),
    ];
    let Some(held) = fields.into_iter().flatten().find_map(|fields| fields.get(key)) else { return String::new() };
    match crate::sales::fields::field(key) {
        Some(field) if field.holds == crate::sales::fields::Holds::Source => door.voice.value(field, held),
        Some(field) => value::typed(field, held),
        None => door.voice.plain_value(held),
    }
}

fn json_list(door: &mut Door, sheets: &[Sheet]) {
    let lens: Lens<'_> = door.lens();
    let list: Vec<Value> = sheets.iter().map(|sheet| whole(lens, sheet)).collect();
    door.page.raw(format!("{}\n", json!(list)).as_bytes());
}

fn whole(lens: Lens<'_>, sheet: &Sheet) -> Value {
    let mut value = lens.json(sheet);
    let mut fields = held(sheet.contact.as_ref().map(|contact| &contact.fields));
    fields.extend(held(sheet.company.as_ref().map(|company| &company.fields)));
    value["fields"] = Value::Object(fields);
    value["opposition"] = json!(opposed_to(sheet, None));
    let cards = sheet.deals.iter().filter_map(|deal| lens.card(deal.entity));
    value["deals"] = cards.map(|card| whole_deal(lens, sheet, &card)).collect();
    value
}

/// A deal with what an import needs to say the same again.
fn whole_deal(lens: Lens<'_>, sheet: &Sheet, card: &Card) -> Value {
    let deal = &card.case.deal;
    let mut value = lens.deal_json(card, sheet.status);
    value["fields"] = Value::Object(held(Some(&deal.fields)));
    value["bought"] = json!(deal.purchases.last().map(|bought| bought.on.to_string()));
    value["loss"] = json!(deal.lost().map(|(reason, detail)| if reason.is_empty() { detail } else { reason }));
    value
}

fn held(fields: Option<&Fields>) -> serde_json::Map<String, Value> {
    let held = fields.map(|fields| fields.iter().map(|(key, value)| (key.to_owned(), json!(value))).collect());
    held.unwrap_or_default()
}
