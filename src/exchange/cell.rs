//! One cell and where it stands: a moment read from it, a doubt about it, an opposition in it.

use crate::sales::{
    moment::{Day, Moment},
    words::{Flaw, fold::folded, number, plain},
};

use super::{
    gathered::{Gathered, Raised},
    mapping::{Column, Meaning},
    objection::{self, Objection},
    proposal::Found,
    repair::{self, Side},
};

/// A cell, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Here<'h> {
    pub(super) line: u64,
    pub(super) column: &'h Column,
    pub(super) text: &'h str,
}

impl Here<'_> {
    pub(super) fn with_header(&self) -> String {
        format!("{} : {}", self.column.header, self.text)
    }

    pub(super) fn moment(&self, today: Day, side: Side, row: &mut Gathered) -> Option<Moment> {
        match repair::moment(self.text, today, side, self.column.month_first) {
            Ok((moment, Some(repair))) => {
                let to = moment.map(|at| at.day.date().format("%d/%m/%Y").to_string()).unwrap_or_default();
                row.found(self.line, &self.column.header, Found::Repaired { repair, from: self.text.to_owned(), to });
                moment
            }
            Ok((moment, None)) => moment,
            Err(flaw) => {
                objection(self, false, row);
                self.doubt(flaw, row);
                None
            }
        }
    }

    pub(super) fn doubt(&self, flaw: Flaw, row: &mut Gathered) {
        row.remark(&self.column.header, self.text);
        row.found(self.line, &self.column.header, Found::Doubtful { flaw, text: self.text.to_owned() });
    }
}

/// A cell of a column of oppositions: yes or no under a header that names the channel, channels by name, the day it was
/// said, or words to look into.
pub(super) fn opposed(here: &Here, row: &mut Gathered) {
    let words = folded(here.text).into_owned();
    if matches!(&*words, "non" | "no" | "false" | "faux" | "aucune" | "none" | "0") {
        return;
    }
    let header = objection::of_header(&folded(&here.column.header));
    let on = objection::day_in(here.text).filter(|_| here.text.starts_with(|c: char| c.is_ascii_digit()));
    if header.is_some() && number::yes_no(here.text) == Ok(true) || on.is_some() {
        return raise(here, Objection { approach: header.flatten(), on }, false, row);
    }
    let channels: Vec<_> = here.text.split([',', ';', '/']).map(|word| objection::channel(&folded(word))).collect();
    if channels.iter().any(Option::is_none) {
        if !objection(here, false, row) {
            row.found(here.line, &here.column.header, Found::UnknownState { text: here.text.to_owned() });
            row.remark(&here.column.header, here.text);
        }
        return;
    }
    for approach in channels.into_iter().flatten() {
        raise(here, Objection { approach, on: None }, false, row);
    }
}

/// Looks for an opposition and keeps it; whether there is one.
pub(super) fn objection(here: &Here, firm: bool, row: &mut Gathered) -> bool {
    let Some(objection) = objection::found(here.text) else { return false };
    raise(here, objection, firm, row);
    true
}

fn raise(here: &Here, objection: Objection, firm: bool, row: &mut Gathered) {
    let wording = plain::line(here.text);
    let alone = matches!(here.column.meaning, Meaning::Opposition) && number::yes_no(here.text).is_ok();
    let wording = if alone { here.with_header() } else { wording.into_owned() };
    if !row.objections.iter().any(|raised| raised.objection == objection && raised.wording == wording) {
        let kind = Found::Opposed { approach: objection.approach, text: wording.clone() };
        row.found(here.line, &here.column.header, kind);
        row.objections.push(Raised { objection, wording, firm });
    }
}
