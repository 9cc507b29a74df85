//! `vigie show WHO`: the whole fiche: who, deals with checklist, quotes and purchases, exchanges, history.

use serde_json::{Value, json};

use crate::sales::{
    contact::{Activity, Dealings},
    deal::{Deal, Destination},
    entity::Entity,
    fact::Fact,
    fields::{self, Fields},
    qualification, stage,
};

use super::{
    args::Who,
    card::{Card, Sheet, moment_json, money_json},
    door::Door,
    history,
    print::Table,
    say, short,
    stop::{Code, Done, Stop},
    trouble,
};

/// How many exchanges and lines of history people are shown; programs get them all.
const EXCHANGES: usize = 12;
const HISTORY: usize = 20;

pub(super) fn run(door: &mut Door, said: &Who) -> Done {
    let party = found(door, &said.who)?;
    told(door, party, Some((EXCHANGES, HISTORY)))
}

/// Everything held about one person, for them: nothing is left out.
pub(super) fn person(door: &mut Door, who: &str) -> Done {
    let party = found(door, who)?;
    let args = vec![("who", door.telling().name(party).into()), ("on", door.voice.date(door.now().0).into())];
    let title = door.tell("cli-person-title", &args);
    door.page.line(&title);
    told(door, party, None)
}

fn found(door: &Door, who: &str) -> Result<Entity, Stop> {
    let search = door.search();
    search.party(who).or_else(|stop| {
        let deal = search.deal(who, super::who::Scope::Any).map_err(|_| stop.clone())?;
        door.party_of(deal).ok_or(stop)
    })
}

/// The fiche; at most so many exchanges and lines of history, or all of them.
fn told(door: &mut Door, party: Entity, most: Option<(usize, usize)>) -> Done {
    let sheet = door.lens().sheet(party);
    let past = door.desk.history_of(party).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    if door.page.look.json {
        let mut value = fiche(door, &sheet, &past.facts);
        if most.is_none() {
            value["history"] = past.lines.iter().map(|line| history::line_json(door, line)).collect();
            value["held_on"] = json!(door.now().0.to_string());
        }
        door.page.json(&value);
        return Ok(Code::Fine);
    }
    head(door, &sheet);
    for deal in sheet.deals.iter().rev() {
        if let Some(card) = door.lens().card(deal.entity) {
            deal_lines(door, &sheet, &card);
        }
    }
    exchanges(door, &sheet, most.map_or(usize::MAX, |(exchanges, _)| exchanges));
    let title = door.voice.say("cli-show-history").to_owned();
    door.page.gap();
    door.page.line(&title);
    let left = history::told(door, past.lines.iter().rev(), most.map(|(_, lines)| lines));
    door.more(left);
    Ok(Code::Fine)
}

fn head(door: &mut Door, sheet: &Sheet) {
    let standing = door.standing(sheet, None);
    let line = format!("{}  {}", sheet.name(), short(sheet.entity));
    door.page.line(&line);
    door.page.line(&format!("  {standing}"));
    let mut table = Table::new(&[]);
    for fields in
        [sheet.contact.as_ref().map(|contact| &contact.fields), sheet.company.as_ref().map(|company| &company.fields)]
    {
        for (label, value) in fields.into_iter().flat_map(|fields| shown(door, fields)) {
            table.row([String::new(), label, value]);
        }
    }
    if !sheet.owner().is_empty() {
        table.row([String::new(), door.voice.say("cli-show-owner").to_owned(), sheet.owner().to_owned()]);
    }
    door.page.table(&table);
    if let Some(dealings) = sheet.dealings() {
        for line in standing_words(door, dealings) {
            door.page.line(&format!("  {line}"));
        }
    }
}

/// Fields with their labels and values.
fn shown(door: &Door, fields: &Fields) -> Vec<(String, String)> {
    let value = |key: &str, value| match fields::field(key) {
        Some(field) => door.voice.value(field, value),
        None => door.voice.plain_value(value),
    };
    fields.iter().map(|(key, held)| (door.telling().label(key), value(key, held))).collect()
}

/// Oppositions, consents and open complaints.
fn standing_words(door: &Door, dealings: &Dealings) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(complaint) = dealings.complaint() {
        let since = door.voice.date(complaint.since);
        lines.push(
            door.tell("cli-show-complaint", &vec![("since", since.into()), ("text", complaint.text.as_str().into())]),
        );
    }
    for allowance in &dealings.permissions {
        let what = say::permission(&door.voice, Some(allowance.approach), allowance.permission);
        let on = door.voice.date(allowance.on);
        let args = vec![
            ("what", what.into()),
            ("on", on.into()),
            ("said", if allowance.wording.is_empty() { "no" } else { "yes" }.into()),
            ("words", allowance.wording.as_str().into()),
        ];
        let what = door.tell("cli-show-permission", &args);
        lines.push(match allowance.origin.as_str() {
            "" => what,
            origin => door.tell("cli-show-origin", &vec![("what", what.into()), ("origin", origin.into())]),
        });
    }
    lines
}

fn deal_lines(door: &mut Door, sheet: &Sheet, card: &Card) {
    let deal = &card.case.deal;
    let heat =
        door.voice.say(&format!("temperature-{}", super::card::temperature_key(card.heat.temperature))).to_owned();
    let title =
        if deal.title().is_empty() { door.voice.say("cli-deal-untitled").to_owned() } else { deal.title().to_owned() };
    let parts = [
        door.tell("cli-show-deal", &vec![("title", title.into())]),
        short(deal.entity),
        say::stage(&door.voice, door.playbook(), card.stage).to_owned(),
        deal.amount().map(|amount| door.voice.with_tax(amount)).unwrap_or_default(),
        format!("{} {heat}", card.score),
    ];
    door.page.gap();
    let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    door.page.line(&line);
    for line in details(door, sheet, card) {
        door.page.line(&format!("  {line}"));
    }
    let mut table = Table::new(&[]);
    for line in qualification::sheet(deal, door.playbook(), door.today()) {
        let sure = match line.stale_months {
            Some(months) => door.tell("sure-stale", &vec![("months", months.into())]),
            None => say::word(&door.voice, "sure", line.sure),
        };
        let words = line.answer.map(|answer| answer.words.clone()).unwrap_or_default();
        table.row([String::new(), say::label(&door.voice, &line.criterion.label).to_owned(), sure, words]);
    }
    door.page.table(&table);
}

/// Next step, dates, quotes, purchases, moves and oddities of a deal.
fn details(door: &Door, sheet: &Sheet, card: &Card) -> Vec<String> {
    let (deal, voice) = (&card.case.deal, &door.voice);
    let mut lines = Vec::new();
    if deal.is_open() {
        let next = door.lens().next(&card.case.as_case(), sheet.status, card.heat.temperature);
        let words = say::next(voice, &next, door.today());
        lines.push(door.tell("cli-show-next", &vec![("next", words.into())]));
    }
    for (label, value) in shown(door, &deal.fields) {
        if !matches!(value.as_str(), "") && label != door.voice.field("deal.title") {
            lines.push(format!("{label}{}{value}", voice.say("cli-colon")));
        }
    }
    for quote in &deal.quotes {
        let amount = quote.amount.map(|amount| voice.with_tax(amount)).unwrap_or_default();
        let sent = quote.sent.map(|day| voice.date(day)).unwrap_or_default();
        let answer = quote.answer.map(|(state, on)| format!("{} {}", say::quote(voice, state), voice.date(on)));
        let parts = [quote.number.clone(), amount, sent, answer.unwrap_or_default()];
        let what = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        lines.push(door.tell("cli-said-quoted", &vec![("what", what.into())]));
    }
    for purchase in &deal.purchases {
        let proof = purchase
            .proof
            .map_or_else(|| voice.say("proof-missing").to_owned(), |proof| say::word(voice, "proof", proof));
        let args = vec![
            ("amount", voice.with_tax(purchase.amount).into()),
            ("proof", format!("{proof}, {}", voice.date(purchase.on)).into()),
        ];
        lines.push(door.tell("cli-said-bought", &args));
    }
    if let Some((reason, detail)) = deal.lost() {
        let args = vec![
            ("reason", say::loss(voice, door.playbook(), reason).into()),
            ("said", if detail.is_empty() { "no" } else { "yes" }.into()),
            ("words", detail.into()),
        ];
        lines.push(door.tell("cli-said-lost", &args));
    }
    // A loss without its reason says so itself.
    let odd = stage::oddities(deal, door.playbook()).into_iter();
    let odd = odd.filter(|oddity| *oddity != stage::Oddity::LossReasonUnknown);
    lines.extend(odd.map(|oddity| voice.say(oddity.key()).to_owned()));
    lines
}

fn exchanges(door: &mut Door, sheet: &Sheet, most: usize) {
    let Some(dealings) = sheet.dealings() else { return };
    if dealings.activities.is_empty() {
        return;
    }
    let mut all: Vec<&Activity> = dealings.activities.iter().collect();
    all.sort_by_key(|activity| activity.when);
    let mut table = Table::new(&[]);
    for activity in all.iter().rev().take(most) {
        table.row([
            String::new(),
            door.voice.date(activity.when.day),
            activity.author.clone(),
            exchange(door, activity),
        ]);
    }
    let left = all.len().saturating_sub(most);
    let title = door.tell("cli-show-exchanges", &vec![("count", all.len().into())]);
    door.page.gap();
    door.page.line(&title);
    door.page.table(&table);
    door.more(left);
}

fn exchange(door: &Door, activity: &Activity) -> String {
    let outcome = activity.outcome.map(|outcome| say::word(&door.voice, "outcome", outcome)).unwrap_or_default();
    door.voice.told(&say::exchange(&door.voice, activity.channel, activity.direction), &outcome, &activity.note)
}

fn fiche(door: &Door, sheet: &Sheet, history: &[Fact]) -> Value {
    let mut value = door.lens().json(sheet);
    let held = |fields: Option<&Fields>| {
        fields
            .map(|fields| {
                fields.iter().map(|(key, value)| (key.to_owned(), json!(value))).collect::<serde_json::Map<_, _>>()
            })
            .unwrap_or_default()
    };
    let mut fields = held(sheet.contact.as_ref().map(|contact| &contact.fields));
    fields.extend(held(sheet.company.as_ref().map(|company| &company.fields)));
    value["fields"] = Value::Object(fields);
    value["deals"] = sheet.deals.iter().filter_map(|deal| deal_json(door, sheet, deal)).collect();
    let dealings = sheet.dealings();
    value["exchanges"] =
        dealings.map(|dealings| dealings.activities.iter().map(activity_json).collect()).unwrap_or_default();
    value["permissions"] = dealings.map(|dealings| json!(dealings.permissions)).unwrap_or_default();
    value["complaints"] = dealings.map(|dealings| json!(dealings.complaints)).unwrap_or_default();
    value["history"] = history.iter().map(|fact| fact_json(door, fact)).collect();
    value
}

fn activity_json(activity: &Activity) -> Value {
    json!({
        "when": moment_json(activity.when),
        "channel": activity.channel,
        "direction": activity.direction,
        "outcome": activity.outcome,
        "note": activity.note,
        "deal": activity.deal.map(|deal| deal.to_string()),
        "author": activity.author,
    })
}

fn deal_json(door: &Door, sheet: &Sheet, deal: &Deal) -> Option<Value> {
    let card = door.lens().card(deal.entity)?;
    let mut value = door.lens().deal_json(&card, sheet.status);
    value["answers"] = json!(deal.answers);
    value["quotes"] = deal.quotes.iter().map(|quote| json!({"number": quote.number, "amount": quote.amount.map(money_json), "sent": quote.sent, "valid_until": quote.valid_until, "answer": quote.answer.map(|(state, on)| json!({"state": state, "on": on}))})).collect();
    value["purchases"] = deal
        .purchases
        .iter()
        .map(|purchase| json!({"amount": money_json(purchase.amount), "proof": purchase.proof, "on": purchase.on}))
        .collect();
    value["moves"] = deal
        .moves
        .iter()
        .map(|step| {
            let (to, why, detail) = match &step.to {
                Destination::Stage(key) => (key.as_str(), step.reason.as_deref(), None),
                Destination::Lost(reason, detail) => ("lost", Some(reason.as_str()), Some(detail.as_str())),
            };
            json!({"to": to, "reason": why, "detail": detail, "on": step.on, "author": step.author})
        })
        .collect();
    value["lost"] = json!(deal.lost().map(|(reason, detail)| json!({"reason": reason, "detail": detail})));
    Some(value)
}

fn fact_json(door: &Door, fact: &Fact) -> Value {
    let words: Vec<String> =
        fact.statements.iter().filter_map(|statement| door.telling().line(statement, None)).collect();
    let lives = door.book().ledger().lives(fact.id, fact.act);
    json!({
        "day": fact.day.to_string(),
        "author": fact.author,
        "act": fact.act.0.to_string(),
        "taken_back": !lives,
        "words": words,
    })
}
