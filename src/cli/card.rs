//! A party as lists and fiches show it: who, what, where it stands, and the same as JSON whose keys never change.

use serde_json::{Value, json};

use crate::sales::{
    agenda::{self, Next},
    book::{Book, OwnedCase, Records},
    case::Case,
    company::Company,
    contact::{Contact, Dealings},
    deal::Deal,
    entity::{Entity, Kind},
    fact::Temperature,
    moment::{Day, Moment},
    money::{Money, Tax},
    playbook::Playbook,
    score, stage,
    status::{self, Status},
    temperature::{self, Heat},
};

use super::{short, who::deals_of};

/// What readings depend on.
#[derive(Clone, Copy)]
pub(super) struct Lens<'a> {
    pub(super) book: &'a Book,
    pub(super) playbook: &'a Playbook,
    pub(super) day: Day,
}

/// A party with its deals and what they come to.
pub(super) struct Sheet {
    pub(super) entity: Entity,
    pub(super) contact: Option<Contact>,
    pub(super) company: Option<Company>,
    /// Oldest first.
    pub(super) deals: Vec<Deal>,
    pub(super) status: Status,
    /// The best open deal, else the last.
    pub(super) best: Option<Card>,
}

/// A deal and what it comes to.
pub(super) struct Card {
    pub(super) case: OwnedCase,
    pub(super) score: u8,
    pub(super) heat: Heat,
    pub(super) stage: usize,
}

impl Lens<'_> {
    /// Everybody: contacts, and companies nobody is known in.
    pub(super) fn parties(&self) -> impl Iterator<Item = Entity> {
        let houses = self.book.entities(Kind::Company).filter(|entity| {
            self.book.company(*entity).is_some_and(|company| company.people.is_empty() || owns_deals(&company))
        });
        self.book.entities(Kind::Contact).chain(houses)
    }

    /// The deals that are nobody's yet, each as a sheet of its own.
    pub(super) fn nobodys(self) -> impl Iterator<Item = Sheet> {
        let deals = self.book.entities(Kind::Deal).filter_map(move |entity| self.book.deal(entity));
        deals.filter(|deal| deal.party.is_none()).map(move |deal| Sheet {
            entity: deal.entity,
            contact: None,
            company: None,
            status: Status::Lead,
            best: self.card(deal.entity),
            deals: vec![deal],
        })
    }

    /// A party with everything computed.
    pub(super) fn sheet(&self, party: Entity) -> Sheet {
        let contact = self.book.contact(party);
        let firm = contact.as_ref().and_then(|contact| contact.company).map_or(party, |firm| self.book.resolve(firm));
        let company = self.book.company(firm);
        let deals = deals_of(self.book, party);
        let status = self.status(contact.as_ref(), company.as_ref(), &deals);
        let best = self.best(&deals);
        Sheet { entity: party, contact, company, deals, status, best }
    }

    fn status(&self, contact: Option<&Contact>, company: Option<&Company>, deals: &[Deal]) -> Status {
        let dealings = contact.map(|contact| &contact.dealings).or(company.map(|company| &company.dealings));
        let deals: Vec<&Deal> = deals.iter().collect();
        dealings.map_or(Status::Lead, |dealings| status::of(dealings, &deals, self.playbook, self.day))
    }

    fn best(&self, deals: &[Deal]) -> Option<Card> {
        let open = deals.iter().filter(|deal| deal.is_open()).filter_map(|deal| self.card(deal.entity));
        open.max_by_key(|card| card.score).or_else(|| self.card(deals.last()?.entity))
    }

    /// A deal with everything computed.
    pub(super) fn card(&self, deal: Entity) -> Option<Card> {
        self.book.case(deal).map(|case| self.computed(case))
    }

    /// What a case comes to.
    pub(super) fn computed(&self, case: OwnedCase) -> Card {
        let score = score::total_of(&case.as_case(), self.playbook, self.day);
        let heat = temperature::of(&case.deal, score, self.playbook);
        let stage = stage::of(&case.deal, self.playbook);
        Card { case, score, heat, stage }
    }

    /// What is to be done next on a card.
    pub(super) fn next<'c>(&self, case: &Case<'c>, status: Status, temperature: Temperature) -> Next<'c> {
        agenda::next(case, status, temperature, self.playbook, self.day)
    }

    /// A party as JSON.
    pub(super) fn json(&self, sheet: &Sheet) -> Value {
        let text = |key: &str| sheet.text(key);
        json!({
            "id": sheet.entity.to_string(),
            "short": short(sheet.entity),
            "kind": sheet.entity.kind.key(),
            "name": sheet.name(),
            "company": sheet.company.as_ref().filter(|_| sheet.contact.is_some()).map(Company::name),
            "town": sheet.town(),
            "phone": nullable([text("contact.mobile"), text("contact.phone"), text("company.phone")]),
            "email": nullable([text("contact.email"), text("company.email")]),
            "status": sheet.status.key(),
            "owner": sheet.owner(),
            "deal": sheet.best.as_ref().map(|card| self.deal_json(card, sheet.status)),
        })
    }

    /// A deal as JSON.
    pub(super) fn deal_json(&self, card: &Card, status: Status) -> Value {
        let deal = &card.case.deal;
        let stage = self.playbook.stages().get(card.stage);
        let next = self.next(&card.case.as_case(), status, card.heat.temperature);
        json!({
            "id": deal.entity.to_string(),
            "short": short(deal.entity),
            "title": deal.title(),
            "stage": stage.map(|stage| stage.key.as_str()),
            "probability": stage.map(|stage| stage.probability),
            "amount": deal.amount().map(money_json),
            "closing": deal.fields.day("deal.closing").map(|day| day.to_string()),
            "score": card.score,
            "temperature": temperature_key(card.heat.temperature),
            "adjusted": card.heat.adjusted,
            "next": next_json(&next),
        })
    }
}

fn owns_deals(company: &Company) -> bool {
    !company.dealings.deals.is_empty()
}

fn nullable<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    texts.into_iter().find(|text| !text.is_empty()).map(str::to_owned)
}

/// `{"cents":840000,"tax":"ht"}`.
pub(super) fn money_json(money: Money) -> Value {
    json!({ "cents": money.cents, "tax": if money.tax == Tax::Ht { "ht" } else { "ttc" } })
}

/// `{"day":"2026-11-25","hour":"14:00"}`.
pub(super) fn moment_json(moment: Moment) -> Value {
    json!({ "day": moment.day.to_string(), "hour": moment.hour.map(|hour| hour.to_string()) })
}

fn next_json(next: &Next<'_>) -> Value {
    match next {
        Next::Fixed(step) => json!({
            "fixed": true,
            "day": step.due.day.to_string(),
            "hour": step.due.hour.map(|hour| hour.to_string()),
            "what": step.what,
        }),
        Next::Suggested { due, .. } => json!({ "fixed": false, "day": due.to_string(), "hour": null, "what": "" }),
        Next::Paused { .. } => Value::Null,
    }
}

/// The word of a temperature in JSON and in text keys.
pub(super) fn temperature_key(temperature: Temperature) -> &'static str {
    match temperature {
        Temperature::Cold => "cold",
        Temperature::Warm => "warm",
        Temperature::Hot => "hot",
    }
}

impl Sheet {
    /// Its name, or the end of its id.
    pub(super) fn name(&self) -> String {
        let person = self.contact.as_ref().map(Contact::name).filter(|name| !name.is_empty());
        let house = || self.company.as_ref().map(|company| company.name().to_owned()).filter(|name| !name.is_empty());
        person.or_else(house).unwrap_or_else(|| short(self.entity))
    }

    /// The firm of a person.
    pub(super) fn firm(&self) -> &str {
        match (&self.contact, &self.company) {
            (Some(_), Some(company)) => company.name(),
            _ => "",
        }
    }

    /// Words of a field of the person or the house.
    pub(super) fn text(&self, key: &str) -> &str {
        match key.split_once('.') {
            Some(("contact", _)) => self.contact.as_ref().map_or("", |contact| contact.fields.text(key)),
            _ => self.company.as_ref().map_or("", |company| company.fields.text(key)),
        }
    }

    /// Where they are.
    pub(super) fn town(&self) -> &str {
        match self.text("contact.town") {
            "" => self.text("company.town"),
            town => town,
        }
    }

    /// What passed between us.
    pub(super) fn dealings(&self) -> Option<&Dealings> {
        match (&self.contact, &self.company) {
            (Some(contact), _) => Some(&contact.dealings),
            (None, Some(company)) => Some(&company.dealings),
            (None, None) => None,
        }
    }

    /// Who looks after them.
    pub(super) fn owner(&self) -> &str {
        let deal = self.best.as_ref().map(|card| card.case.deal.owner.as_str()).filter(|owner| !owner.is_empty());
        deal.or_else(|| self.dealings().map(|dealings| dealings.owner.as_str())).unwrap_or("")
    }
}
