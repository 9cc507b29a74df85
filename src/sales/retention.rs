//! Whose data may not be kept any longer: a person who never bought and has given no sign for so long. Nothing goes by
//! itself: the list is to win them back or to forget them. Pure.

use super::{
    book::{Book, Records},
    case::{is_answer, is_sign},
    contact::Contact,
    entity::{Entity, Kind},
    moment::Day,
    playbook::Playbook,
    qualification::months_earlier,
};

/// Somebody who fell silent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Who.
    pub who: Entity,
    /// Their last sign, where there was one.
    pub sign: Option<Day>,
    /// From when the time is counted: that day, else the one they were entered.
    pub since: Day,
}

/// Everybody whose time is over, the longest silent first. Purchases bind for longer, those of the employer too.
pub fn overdue(book: &Book, playbook: &Playbook, day: Day) -> Vec<Silent> {
    let months = u32::from(playbook.law.retention_months);
    if months == 0 {
        return Vec::new();
    }
    let limit = months_earlier(day, months);
    let mut all: Vec<Silent> = book
        .entities(Kind::Contact)
        .filter_map(|who| {
            let contact = book.contact(who)?;
            let silent = silence(&contact, day)?;
            (silent.since <= limit && !has_bought(&contact, book)).then_some(silent)
        })
        .collect();
    all.sort_by_key(|silent| (silent.since, silent.who));
    all
}

/// A sign is a word, a click or a choice of theirs, and a conversation they took part in.
fn silence(contact: &Contact, day: Day) -> Option<Silent> {
    let dealings = &contact.dealings;
    let heard = dealings.activities.iter().filter(|activity| is_sign(activity) || is_answer(activity));
    let said = heard.map(|activity| activity.when.day).chain(dealings.permissions.iter().map(|said| said.on));
    let sign = said.filter(|said| *said <= day).max();
    Some(Silent { who: contact.entity, sign, since: sign.or(dealings.life.created)? })
}

fn has_bought(contact: &Contact, book: &Book) -> bool {
    let employer = contact.company.and_then(|company| book.company(book.resolve(company)));
    let theirs = employer.map(|company| company.dealings.deals).unwrap_or_default();
    let deals = contact.dealings.deals.iter().chain(&theirs);
    deals.filter_map(|deal| book.deal(*deal)).any(|deal| !deal.purchases.is_empty())
}
