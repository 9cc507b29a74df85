//! `vigie list [QUERY]`: everybody a query holds for, the best score first.

use serde_json::{Value, json};

use crate::sales::{
    deal::Deal,
    entity::{Entity, Id, Kind},
    query::{self, Query, Seen},
    words::plain,
};

use super::{
    args::List,
    card::{Card, Lens, Sheet, temperature_key},
    door::Door,
    print::Table,
    say, short,
    stop::{Code, Done, Stop},
};

pub(super) fn run(door: &mut Door, said: &List) -> Done {
    let query = parsed(door, &said.query)?;
    let mut found = matching(door.lens(), &query);
    found.sort_by_cached_key(|sheet| (std::cmp::Reverse(sheet.best.as_ref().map(|card| card.score)), sheet.name()));
    let count = found.len();
    found.truncate(said.limit.unwrap_or(usize::MAX));
    if found.is_empty() {
        let args = vec![("query", query.text.as_str().into())];
        let key = if query.text.is_empty() { "cli-list-empty" } else { "cli-list-nothing" };
        return Err(Stop::nothing(door.tell(key, &args)));
    }
    let mut table = Table::new(&[5, 7]);
    for sheet in &found {
        table.row(row(door, sheet));
    }
    door.page.table(&table);
    let left = count - table.len();
    if left > 0 {
        let line = door.tell("cli-and-more", &vec![("count", left.into())]);
        door.page.line(&line);
    }
    let line = door.tell("cli-list-count", &vec![("count", count.into())]);
    door.page.line(&line);
    if door.setup.look.json {
        let contacts: Vec<Value> = found.iter().map(|sheet| door.lens().json(sheet)).collect();
        door.page.json(&json!({ "count": count, "contacts": contacts }));
    }
    Ok(Code::Fine)
}

/// The query of a command line; a mistake is told with the word that was meant.
pub(super) fn parsed(door: &Door, words: &[String]) -> Result<Query, Stop> {
    let text = plain::line(&words.join(" ")).into_owned();
    query::parse(&text, door.playbook()).map_err(|flaw| {
        let sentence = door.voice.query_flaw(&flaw);
        Stop::input(door.tell("cli-list-query", &vec![("why", sentence.into())])).with("at", flaw.at.start)
    })
}

/// The parties a query holds for, each with the deal it holds for.
pub(super) fn matching(lens: Lens<'_>, query: &Query) -> Vec<Sheet> {
    lens.parties().map(|party| lens.sheet(party)).filter_map(|sheet| held(lens, query, sheet)).collect()
}

/// The best deal is asked first; where another fits, that one is shown.
pub(super) fn held(lens: Lens<'_>, query: &Query, mut sheet: Sheet) -> Option<Sheet> {
    let Some(best) = &sheet.best else {
        let blank = lens.blank(&sheet);
        return fits(lens, query, &sheet, &blank).then_some(sheet);
    };
    if fits(lens, query, &sheet, best) {
        return Some(sheet);
    }
    let best = best.case.deal.entity;
    let others = sheet.deals.iter().rev().filter(|deal| deal.entity != best).filter_map(|deal| lens.card(deal.entity));
    let other = others.into_iter().find(|card| fits(lens, query, &sheet, card))?;
    sheet.best = Some(other);
    Some(sheet)
}

fn fits(lens: Lens<'_>, query: &Query, sheet: &Sheet, card: &Card) -> bool {
    let case = card.case.as_case();
    let next = lens.next(&case, sheet.status, card.heat.temperature);
    let seen = Seen {
        case,
        playbook: lens.playbook,
        day: lens.day,
        status: Some(sheet.status),
        score: Some(card.score),
        temperature: Some(card.heat.temperature),
        due: next.due(),
    };
    query::holds(query, &seen)
}

impl Lens<'_> {
    /// A deal nobody opened yet, so that queries can ask about people without one.
    fn blank(&self, sheet: &Sheet) -> Card {
        let deal = Deal { party: Some(sheet.entity), ..Deal::blank(Entity::known(Kind::Deal, Id(0))) };
        self.computed(crate::sales::book::OwnedCase {
            deal,
            contact: sheet.contact.clone(),
            company: sheet.company.clone(),
        })
    }
}

/// `K3P7Q  Claire Martin  Boulangerie Martin  Vallet  client  77 chaud  Négociation  6 800 € HT  relancer auj.`
fn row(door: &Door, sheet: &Sheet) -> Vec<String> {
    let (voice, lens) = (&door.voice, door.lens());
    let mut cells = vec![
        short(sheet.entity),
        sheet.name(),
        sheet.firm().to_owned(),
        sheet.town().to_owned(),
        say::status(voice, sheet.status),
    ];
    if let Some(card) = &sheet.best {
        let next = lens.next(&card.case.as_case(), sheet.status, card.heat.temperature);
        let due = next.due().map(|day| say::due(voice, day.into(), door.today()));
        cells.extend([
            card.score.to_string(),
            voice.say(&format!("temperature-{}", temperature_key(card.heat.temperature))).to_owned(),
            card.case.deal.amount().map(|amount| voice.amount_short(amount)).unwrap_or_default(),
            say::stage(voice, door.playbook(), card.stage).to_owned(),
            due.unwrap_or_default(),
        ]);
    }
    cells
}
