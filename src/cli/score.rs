//! `vigie score WHO`: the score line by line: rule, points and cap, the fact and date behind it, and what would raise
//! it most.

use serde_json::{Value, json};

use crate::sales::{
    book::{OwnedCase, Records},
    fact::Temperature,
    playbook::{Family, Rule},
    score::{self, Line, Raise, Score},
    temperature,
};

use super::{
    args::Who,
    buy,
    card::temperature_key,
    door::Door,
    print::Table,
    say, short,
    stop::{Code, Done, Stop},
    who::Scope,
};

pub(super) fn run(door: &mut Door, said: &Who) -> Done {
    let deal = door.search().deal(&said.who, Scope::Any)?;
    let case = door.book().case(deal).ok_or_else(|| Stop::new(Code::Bug, door.voice.say("cli-bug-no_deal")))?;
    let (lines, value) = read(door, &case);
    for line in lines {
        match line {
            Shown::Line(line) => door.page.line(&line),
            Shown::Table(table) => door.page.table(&table),
        }
    }
    door.page.json(&value);
    Ok(Code::Fine)
}

enum Shown {
    Line(String),
    Table(Table),
}

fn read(door: &Door, owned: &OwnedCase) -> (Vec<Shown>, Value) {
    let (case, playbook, day) = (owned.as_case(), door.playbook(), door.today());
    let score = score::of(&case, playbook, day);
    let heat = temperature::of(&owned.deal, score.total, playbook);
    let raises = score::raises(&case, playbook, day);
    let mut shown = vec![Shown::Line(title(door, owned, &score, heat.temperature))];
    if heat.adjusted {
        let why = owned.deal.adjustment.as_ref().map(|adjustment| adjustment.reason.clone()).unwrap_or_default();
        shown.push(Shown::Line(door.tell("cli-score-adjusted", &vec![("why", why.into())])));
    }
    shown.push(Shown::Table(table(door, &score)));
    shown.push(Shown::Line(String::new()));
    shown.extend(raise_lines(door, &raises).into_iter().map(Shown::Line));
    let value = json!({
        "deal": { "id": owned.deal.entity.to_string(), "short": short(owned.deal.entity), "title": owned.deal.title() },
        "score": score.total,
        "temperature": temperature_key(heat.temperature),
        "adjusted": heat.adjusted,
        "lines": score.lines.iter().map(|line| line_json(door, line)).collect::<Vec<_>>(),
        "raises": raises.iter().map(|raise| raise_json(door, raise)).collect::<Vec<_>>(),
    });
    (shown, value)
}

fn title(door: &Door, owned: &OwnedCase, score: &Score<'_>, temperature: Temperature) -> String {
    let who = buy::name(door, door.party_of(owned.deal.entity));
    let heat = heat(door, temperature);
    let title = owned.deal.title();
    let who = if title.is_empty() { who } else { format!("{who} · {title}") };
    door.tell(
        "cli-score-title",
        &vec![("who", who.into()), ("total", i64::from(score.total).into()), ("heat", heat.into())],
    )
}

fn heat(door: &Door, temperature: Temperature) -> String {
    door.voice.say(&format!("temperature-{}", temperature_key(temperature))).to_owned()
}

/// One row a rule, grouped by family with its sum; rules that take away and took nothing are left out.
fn table(door: &Door, score: &Score<'_>) -> Table {
    let mut table = Table::new(&[1]);
    for family in Family::ALL {
        let lines: Vec<(&Rule, &Line<'_>)> = score
            .lines
            .iter()
            .filter_map(|line| Some((door.playbook().rules().get(line.rule)?, line)))
            .filter(|(rule, line)| rule.family == family && (line.cap >= 0 || line.points != 0))
            .collect();
        if lines.is_empty() {
            continue;
        }
        let (points, cap) = score::family(score, door.playbook(), family);
        let sum = if cap < 0 { points.to_string() } else { format!("{points}/{cap}") };
        table.row([door.voice.say(&format!("family-{}", family.key())).to_owned(), sum, String::new()]);
        for (rule, line) in lines {
            let points = if line.cap < 0 { line.points.to_string() } else { format!("{}/{}", line.points, line.cap) };
            let why = door.voice.reason(&line.because.reason());
            table.row([format!("  {}", say::label(&door.voice, &rule.label)), points, why]);
        }
    }
    table
}

fn raise_lines(door: &Door, raises: &[Raise<'_>]) -> Vec<String> {
    if raises.is_empty() {
        return vec![door.voice.say("cli-score-no_raise").to_owned()];
    }
    let mut lines = vec![door.voice.say("cli-score-raises").to_owned()];
    lines.extend(raises.iter().map(|raise| format!("  {}", raise_words(door, raise))));
    lines
}

/// `Valider : Budget : +12 → chaud`.
fn raise_words(door: &Door, raise: &Raise<'_>) -> String {
    let what = raise_what(door, raise);
    match raise.to {
        Some(to) => door.tell(
            "cli-score-raise_to",
            &vec![("what", what.into()), ("gain", raise.gain.into()), ("heat", heat(door, to).into())],
        ),
        None => door.tell("cli-score-raise", &vec![("what", what.into()), ("gain", raise.gain.into())]),
    }
}

fn raise_what(door: &Door, raise: &Raise<'_>) -> String {
    door.voice.reason(&raise.reason(door.playbook()))
}

fn line_json(door: &Door, line: &Line<'_>) -> Value {
    let rule = door.playbook().rules().get(line.rule);
    json!({
        "rule": rule.map(|rule| rule.key.as_str()),
        "family": rule.map(|rule| rule.family.key()),
        "points": line.points,
        "cap": line.cap,
        "because": line.because.reason().key.trim_start_matches("because-"),
        "words": door.voice.reason(&line.because.reason()),
    })
}

fn raise_json(door: &Door, raise: &Raise<'_>) -> Value {
    json!({
        "rule": door.playbook().rules().get(raise.rule).map(|rule| rule.key.as_str()),
        "gain": raise.gain,
        "to": raise.to.map(temperature_key),
        "words": raise_what(door, raise),
    })
}
