//! `vigie export`: the portfolio for other programs as CSV, workbook, address cards or JSON, or every fact for another
//! Vigie.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::{
    exchange::{
        cards_out::{self, Subject, Version},
        csv_out::{Style, Table},
        facts,
        workbook_out::{self, Cell},
    },
    sales::{
        agenda::Next,
        deal::Deal,
        fact::{Approach, Value as Held},
        fields::{FIELDS, Fields, Holds, field},
        moment::Day,
        money::{Money, Tax},
        query::Query,
        words::value,
    },
    voice::Language,
};

use super::{
    args::Export,
    calendar,
    card::{Card, Lens, Sheet, temperature_key},
    door::Door,
    list, print,
    say::{self, Reader},
    show,
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
    let mut sheets = everybody(door.lens(), &query);
    if let Some(text) = &said.channel {
        sheets = approachable(door, text, sheets)?;
    }
    if said.into.is_some() && said.to != "ics" {
        return Err(Stop::input(door.voice.say("cli-export-into")));
    }
    match said.to.as_str() {
        "ics" => return calendar::run(door, &sheets, said.into.as_deref()),
        "csv" => return csv(door, &sheets, said.excel),
        "xlsx" => return workbook(door, &sheets),
        "vcard" => cards(door, &sheets, Version::Four),
        "vcard3" => cards(door, &sheets, Version::Three),
        "json" => json_list(door, &sheets),
        other => return Err(Stop::input(door.tell("cli-export-format", &vec![("text", other.into())]))),
    }
    Ok(Code::Fine)
}

/// Whom a query holds for, and the deals that are nobody's yet.
fn everybody(lens: Lens<'_>, query: &Query) -> Vec<Sheet> {
    let mut sheets = list::matching(lens, query);
    sheets.extend(lens.nobodys().filter_map(|sheet| list::held(lens, query, sheet)));
    sheets
}

/// Those who do not oppose a channel; how many were left out is told beside the file.
fn approachable(door: &Door, text: &str, sheets: Vec<Sheet>) -> Result<Vec<Sheet>, Stop> {
    let Some(way) = Reader::new().approach(text).ok().flatten() else {
        return Err(Stop::input(door.tell("cli-export-for", &vec![("text", text.into())])));
    };
    let (out, kept): (Vec<Sheet>, Vec<Sheet>) =
        sheets.into_iter().partition(|sheet| opposed_to(sheet, None).contains(&way));
    let args = vec![("count", out.len().into()), ("way", door.voice.word(&way).into())];
    print::remark(&door.tell("cli-export-left_out", &args), door.page.look);
    Ok(kept)
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

fn csv(door: &mut Door, sheets: &[Sheet], excel: bool) -> Done {
    let french = excel || door.voice.language() == Language::Fr;
    let style = if french { Style::FRENCH } else { Style::ENGLISH };
    let mark = if french { ',' } else { '.' };
    let texts = |row: Vec<Cell>| row.iter().map(|cell| text(cell, mark)).collect();
    let rows: Vec<Vec<String>> = sheets.iter().flat_map(|sheet| rows(door, sheet)).map(texts).collect();
    let headers = headers(door);
    let result = Table::new(Out(door), style, &headers).and_then(|mut table| {
        rows.iter().try_for_each(|row| table.row(row))?;
        table.finish().map(drop)
    });
    written(result)
}

fn workbook(door: &mut Door, sheets: &[Sheet]) -> Done {
    if door.setup.place.tty {
        return Err(Stop::input(door.voice.say("cli-export-binary")));
    }
    let rows: Vec<Vec<Cell>> = sheets.iter().flat_map(|sheet| rows(door, sheet)).collect();
    let bytes = workbook_out::write(door.voice.say("cli-export-sheet"), &headers(door), &rows)
        .map_err(|error| Stop::input(door.tell("cli-export-refused", &vec![("why", error.to_string().into())])))?;
    door.page.raw(&bytes);
    Ok(Code::Fine)
}

/// Every person, and every company that stands for itself.
fn cards(door: &mut Door, sheets: &[Sheet], version: Version) {
    let texts: Vec<String> = sheets.iter().filter_map(|sheet| card_text(door, sheet, version)).collect();
    texts.iter().for_each(|text| door.page.raw(text.as_bytes()));
}

fn card_text(door: &Door, sheet: &Sheet, version: Version) -> Option<String> {
    let opposed = opposed(door, sheet, None);
    let header = door.voice.say("cli-export-opposition");
    let warning = if opposed.is_empty() { String::new() } else { format!("{header} : {opposed}") };
    let subject = Subject {
        entity: sheet.entity,
        person: sheet.contact.as_ref().map(|contact| &contact.fields),
        firm: sheet.company.as_ref().map(|company| &company.fields),
        warning: &warning,
    };
    cards_out::write(&subject, version)
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
fn rows(door: &Door, sheet: &Sheet) -> Vec<Vec<Cell>> {
    let lens = door.lens();
    let cards: Vec<Card> = sheet.deals.iter().filter_map(|deal| lens.card(deal.entity)).collect();
    if cards.is_empty() {
        vec![row(door, sheet, None)]
    } else {
        cards.iter().map(|card| row(door, sheet, Some(card))).collect()
    }
}

fn row(door: &Door, sheet: &Sheet, card: Option<&Card>) -> Vec<Cell> {
    let deal = card.map(|card| &card.case.deal);
    let own = door.playbook().fields().iter().map(|field| field.key.as_str());
    let mut cells: Vec<Cell> =
        FIELDS.iter().map(|field| field.key).chain(own).map(|key| cell(door, sheet, deal, key)).collect();
    cells.extend(deal_words(door, card));
    cells.push(opposed(door, sheet, card).into());
    cells.extend(steps(door, sheet, card));
    cells.extend(readings(door, sheet, card));
    cells
}

/// Tax, purchase day, stage, reason of loss.
fn deal_words(door: &Door, card: Option<&Card>) -> [Cell; 4] {
    let Some(card) = card else { return [(); 4].map(|()| Cell::Text(String::new())) };
    let (voice, deal) = (&door.voice, &card.case.deal);
    let loss = deal.lost().map(|(reason, detail)| match (reason, detail) {
        ("", detail) => detail.to_owned(),
        (reason, _) => say::loss(voice, door.playbook(), reason).to_owned(),
    });
    [
        deal.amount()
            .map(|money| if money.tax == Tax::Ht { "HT" } else { "TTC" }.to_owned())
            .unwrap_or_default()
            .into(),
        day(deal.purchases.last().map(|bought| bought.on)),
        say::stage(voice, door.playbook(), card.stage).to_owned().into(),
        loss.unwrap_or_default().into(),
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
fn steps(door: &Door, sheet: &Sheet, card: Option<&Card>) -> [Cell; 3] {
    let next = card.map(|card| door.lens().next(&card.case.as_case(), sheet.status, card.heat.temperature));
    let (due, what) = match &next {
        Some(Next::Fixed(step)) => (Some(step.due.day), step.what.clone()),
        _ => Default::default(),
    };
    let owner = card.map_or_else(|| sheet.owner(), |card| card.case.as_case().owner());
    [day(due), what.into(), owner.to_owned().into()]
}

/// Status, score, temperature, and the day a next step is suggested for.
fn readings(door: &Door, sheet: &Sheet, card: Option<&Card>) -> [Cell; 4] {
    let voice = &door.voice;
    let Some(card) = card else {
        return [say::status(voice, sheet.status), String::new(), String::new(), String::new()].map(Cell::Text);
    };
    let next = door.lens().next(&card.case.as_case(), sheet.status, card.heat.temperature);
    let suggested = if matches!(next, Next::Suggested { .. }) { next.due() } else { None };
    [
        say::status(voice, sheet.status).into(),
        Cell::Number(i64::from(card.score)),
        voice.say(&format!("temperature-{}", temperature_key(card.heat.temperature))).to_owned().into(),
        day(suggested),
    ]
}

fn day(day: Option<Day>) -> Cell {
    day.map_or(Cell::Text(String::new()), Cell::Day)
}

/// A cell as text; `15000,00` as the reader's spreadsheet adds it up.
fn text(cell: &Cell, mark: char) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Amount(Money { cents, .. }) => format!("{}{mark}{:02}", cents / 100, (cents % 100).abs()),
        Cell::Percent(share) => {
            let field = field("deal.probability");
            field.map(|field| value::typed(field, &Held::Percent(*share))).unwrap_or_default()
        }
        Cell::Day(day) => day.date().format("%d/%m/%Y").to_string(),
    }
}

/// A cell as an import reads it back.
fn cell(door: &Door, sheet: &Sheet, deal: Option<&Deal>, key: &str) -> Cell {
    if key == "deal.amount" {
        return deal.and_then(Deal::amount).map_or(Cell::Text(String::new()), Cell::Amount);
    }
    let fields: [Option<&Fields>; 3] = [
        sheet.contact.as_ref().map(|contact| &contact.fields),
        sheet.company.as_ref().map(|company| &company.fields),
        deal.map(|deal| &deal.fields),
    ];
    let Some(held) = fields.into_iter().flatten().find_map(|fields| fields.get(key)) else {
        return Cell::Text(String::new());
    };
    match (field(key), held) {
        (Some(_), Held::Number(number)) => Cell::Number(*number),
        (Some(_), Held::Percent(share)) => Cell::Percent(*share),
        (Some(_), Held::Day(day)) => Cell::Day(*day),
        (Some(field), held) if field.holds == Holds::Source => door.voice.value(field, held).into(),
        (Some(field), held) => value::typed(field, held).into(),
        (None, held) => door.voice.plain_value(held).into(),
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
