//! One table after another: from what a file says to what readings use, with the checks that need only that table.

use super::{
    Cadence, Checklist, CustomField, LawRules, Loss, Pace, Playbook, Requirement, Rhythm, Source, Stage, Target,
    Thresholds,
    check::{Mistake, Step},
    parts::{Criterion, Framework, Label},
    raw::{File, HoldsWord, Keyed, RawFramework, RawPace, RawStage},
};
use crate::sales::{
    entity::Kind,
    fields::{self, Holds, folded},
    reason::Reason,
};

pub(super) use super::{rules::rules, segments::segments, sequences::sequences};

/// A mistake at a path.
pub(super) fn wrong<T>(path: impl Into<Vec<Step>>, message: Reason) -> Result<T, Mistake> {
    Err(Mistake { path: path.into(), message })
}

/// A value no file gives.
pub(super) fn need<T: Clone>(value: Option<&T>, path: impl Into<Vec<Step>>, name: &'static str) -> Result<T, Mistake> {
    match value {
        Some(value) => Ok(value.clone()),
        None => wrong(path, Reason::plain("playbook-lacks").with("name", name)),
    }
}

/// A number that must lie between two.
fn between(value: u16, (least, most): (u16, u16), path: impl Into<Vec<Step>>) -> Result<u16, Mistake> {
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    wrong(path, Reason::plain("playbook-range").with("value", value).with("least", least).with("most", most))
}

macro_rules! number {
    ($file:ident, $table:ident, $name:ident, $least:literal ..= $most:literal) => {{
        let path = [Step::Key(stringify!($table)), Step::Key(stringify!($name))];
        let value = $file.$table.as_ref().and_then(|table| table.$name.as_ref());
        between(need(value, path.clone(), stringify!($name))?.into(), ($least, $most), path)?
    }};
}

/// `[thresholds]`
pub(super) fn thresholds(file: &File) -> Result<Thresholds, Mistake> {
    let (warm, hot) = (number!(file, thresholds, warm, 1..=100), number!(file, thresholds, hot, 1..=100));
    if warm >= hot {
        let path = [Step::Key("thresholds"), Step::Key("warm")];
        return wrong(path, Reason::plain("playbook-thresholds").with("warm", warm).with("hot", hot));
    }
    Ok(Thresholds { warm: warm as u8, hot: hot as u8 })
}

/// `[qualification]`
pub(super) fn checklist(file: &File) -> Result<Checklist, Mistake> {
    Ok(Checklist {
        stale_days: number!(file, qualification, stale_days, 1..=3650),
        half_months: number!(file, qualification, half_months, 0..=120),
        full_months: number!(file, qualification, full_months, 0..=120),
    })
}

/// `[rhythm]`
pub(super) fn rhythm(file: &File) -> Result<Rhythm, Mistake> {
    let path = [Step::Key("rhythm"), Step::Key("unknown_amount")];
    let amount = file.rhythm.as_ref().and_then(|table| table.unknown_amount.as_ref());
    Ok(Rhythm {
        touches: number!(file, rhythm, touches, 1..=100),
        nurturing_days: number!(file, rhythm, nurturing_days, 1..=3650),
        saturation_touches: number!(file, rhythm, saturation_touches, 1..=1000),
        saturation_days: number!(file, rhythm, saturation_days, 1..=3650),
        spread: number!(file, rhythm, spread, 1..=10000),
        attrition_months: number!(file, rhythm, attrition_months, 1..=600),
        quote_days: number!(file, rhythm, quote_days, 1..=3650),
        unknown_amount: need(amount, path, "unknown_amount")?,
    })
}

/// `[cadence]`
pub(super) fn cadence(file: &File) -> Result<Cadence, Mistake> {
    let table = file.cadence.clone().unwrap_or_default();
    let pace = |row: Option<RawPace>, name: &'static str| -> Result<Pace, Mistake> {
        let row = row.unwrap_or_default();
        let days = |days: Option<u16>, band: &'static str| -> Result<u16, Mistake> {
            let path = [Step::Key("cadence"), Step::Key(name), Step::Key(band)];
            let days = need(days.as_ref(), path.clone(), band)?;
            between(days, (1, 3650), path)?;
            Ok(days)
        };
        Ok(Pace { cold: days(row.cold, "cold")?, warm: days(row.warm, "warm")?, hot: days(row.hot, "hot")? })
    };
    Ok(Cadence {
        lead: pace(table.lead, "lead")?,
        prospect: pace(table.prospect, "prospect")?,
        open: pace(table.open, "open")?,
        intermediary: pace(table.intermediary, "intermediary")?,
        client: pace(table.client, "client")?,
        lapsed: pace(table.lapsed, "lapsed")?,
    })
}

/// `[[stage]]`: in the order of the files, a new one `after` another, won and lost at the end.
pub(super) fn stages(file: &File) -> Result<Vec<Stage>, Mistake> {
    let mut stages: Vec<Stage> = Vec::new();
    for raw in file.stage.iter().flatten() {
        let at = match &raw.after {
            None => stages.len(),
            Some(after) => match stages.iter().position(|stage| stage.key == *after) {
                Some(before) => before + 1,
                None => {
                    return wrong(
                        stage_path(raw, "after"),
                        Reason::plain("playbook-no_stage").with("key", after.as_str()),
                    );
                }
            },
        };
        stages.insert(at, stage(raw)?);
    }
    closing(&mut stages)?;
    Ok(stages)
}

fn stage_path(raw: &RawStage, name: &'static str) -> Vec<Step> {
    vec![Step::Entry("stage", raw.key().to_owned()), Step::Key(name)]
}

fn stage(raw: &RawStage) -> Result<Stage, Mistake> {
    let probability = need(raw.probability.as_ref(), stage_path(raw, "probability"), "probability")?;
    if probability > 100 {
        let range = Reason::plain("playbook-range").with("value", probability).with("least", 0_u8).with("most", 100_u8);
        return wrong(stage_path(raw, "probability"), range);
    }
    Ok(Stage {
        key: key(raw, "stage")?,
        label: need(raw.label.as_ref(), stage_path(raw, "label"), "label")?,
        probability,
        requires: raw.requires.clone().unwrap_or_default(),
        offer: raw.offer.unwrap_or_default(),
    })
}

/// Exactly one stage asks for a purchase and one for the reason of a loss; they come last, in this order.
fn closing(stages: &mut Vec<Stage>) -> Result<(), Mistake> {
    for wanted in [Requirement::Purchase, Requirement::LossReason] {
        let mut found = stages.iter().enumerate().filter(|(_, stage)| stage.requires.contains(&wanted));
        let (Some((at, _)), None) = (found.next(), found.next()) else {
            return wrong([Step::Key("stage")], Reason::plain("playbook-closing_stages"));
        };
        let stage = stages.remove(at);
        stages.push(stage);
    }
    match stages.len() {
        0..=2 => wrong([Step::Key("stage")], Reason::plain("playbook-closing_stages")),
        _ => Ok(()),
    }
}

/// A table of a list must say its key, in small letters, digits and `_`.
pub(super) fn key(raw: &impl Keyed, list: &'static str) -> Result<String, Mistake> {
    let key = raw.key();
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_' || letter == '.';
    if key.is_empty() || !key.chars().all(plain) {
        return wrong([Step::Entry(list, key.to_owned())], Reason::plain("playbook-key").with("key", key));
    }
    Ok(key.to_owned())
}

/// `[[framework]]`, and the place of the one in use.
pub(super) fn frameworks(file: &File) -> Result<(Vec<Framework>, usize), Mistake> {
    let frameworks = file.framework.iter().flatten().map(framework).collect::<Result<Vec<_>, _>>()?;
    let path = [Step::Key("qualification"), Step::Key("framework")];
    let wanted = file.qualification.as_ref().and_then(|table| table.framework.as_ref());
    let wanted = need(wanted, path.clone(), "framework")?;
    match frameworks.iter().position(|framework| framework.key == wanted) {
        Some(at) => Ok((frameworks, at)),
        None => wrong(path, Reason::plain("playbook-no_framework").with("key", wanted.as_str())),
    }
}

fn framework(raw: &RawFramework) -> Result<Framework, Mistake> {
    let path = |name| vec![Step::Entry("framework", raw.key().to_owned()), Step::Key(name)];
    let mut criteria = Vec::new();
    for row in raw.criterion.iter().flatten() {
        let here =
            || vec![Step::Entry("framework", raw.key().to_owned()), Step::Entry("criterion", row.key().to_owned())];
        let key = key(row, "criterion").map_err(|mistake| Mistake { path: here(), ..mistake })?;
        criteria.push(Criterion {
            label: need(row.label.as_ref(), here(), "label")?,
            stands_for: row.stands_for.clone().unwrap_or_else(|| key.clone()),
            required: row.required.unwrap_or_default(),
            points: need(row.points.as_ref(), here(), "points")?.min(100),
            questions: row.questions.clone().unwrap_or_default(),
            key,
        });
    }
    if criteria.is_empty() {
        return wrong(path("criterion"), Reason::plain("playbook-lacks").with("name", "criterion"));
    }
    Ok(Framework { key: key(raw, "framework")?, label: need(raw.label.as_ref(), path("label"), "label")?, criteria })
}

/// `[target]`: words are folded here once.
pub(super) fn target(file: &File) -> Result<Target, Mistake> {
    let raw = file.target.clone().unwrap_or_default();
    let words = |list: Option<Vec<String>>| {
        list.unwrap_or_default().iter().map(|word| folded(word).into_owned()).filter(|word| !word.is_empty()).collect()
    };
    let size_field = raw.size_field.unwrap_or_else(|| "company.size".to_owned());
    let known = fields::field(&size_field).is_some_and(|field| field.holds == Holds::Number);
    if !known && !size_field.starts_with("custom.") {
        let path = [Step::Key("target"), Step::Key("size_field")];
        return wrong(path, Reason::plain("playbook-no_field").with("key", size_field.as_str()));
    }
    let zones = raw.zones.unwrap_or_default().into_iter().filter(|zone| !zone.is_empty()).collect();
    Ok(Target {
        sectors: words(raw.sectors),
        zones,
        jobs: words(raw.jobs),
        size_field,
        size_min: raw.size_min,
        size_max: raw.size_max,
    })
}

/// `[[loss]]`
pub(super) fn losses(file: &File) -> Result<Vec<Loss>, Mistake> {
    let loss = |raw: &super::raw::RawLoss| {
        let label = named(raw, "loss", raw.label.as_ref())?;
        Ok(Loss { key: key(raw, "loss")?, label, detail: raw.detail.unwrap_or_default() })
    };
    file.loss.iter().flatten().map(loss).collect()
}

/// `[[source]]`: its key and its labels are synonyms too.
pub(super) fn sources(file: &File) -> Result<Vec<Source>, Mistake> {
    let source = |raw: &super::raw::RawSource| {
        let label = named(raw, "source", raw.label.as_ref())?;
        let own = [raw.key(), &label.fr, &label.en].map(|word| folded(word).into_owned());
        let more = raw.synonyms.iter().flatten().map(|word| folded(word).into_owned());
        let mut synonyms: Vec<String> = own.into_iter().chain(more).collect();
        synonyms.sort();
        synonyms.dedup();
        Ok(Source { key: key(raw, "source")?, label, synonyms })
    };
    file.source.iter().flatten().map(source).collect()
}

fn named(raw: &impl Keyed, list: &'static str, label: Option<&Label>) -> Result<Label, Mistake> {
    need(label, [Step::Entry(list, raw.key().to_owned())], "label")
}

/// `[[field]]`
pub(super) fn fields(file: &File) -> Result<Vec<CustomField>, Mistake> {
    let field = |raw: &super::raw::RawField| {
        let path = || vec![Step::Entry("field", raw.key().to_owned())];
        let label = named(raw, "field", raw.label.as_ref())?;
        let own = [raw.key(), &label.fr, &label.en].map(|word| folded(word).into_owned());
        let mut words: Vec<String> =
            own.into_iter().chain(raw.words.iter().flatten().map(|word| folded(word).into_owned())).collect();
        words.sort();
        words.dedup();
        Ok(CustomField {
            key: format!("custom.{}", key(raw, "field")?),
            label,
            about: need(raw.about.as_ref(), path(), "about").unwrap_or(Kind::Deal),
            holds: holds(need(raw.holds.as_ref(), path(), "holds")?),
            words,
        })
    };
    file.field.iter().flatten().map(field).collect()
}

fn holds(word: HoldsWord) -> Holds {
    match word {
        HoldsWord::Line => Holds::Line,
        HoldsWord::Lines => Holds::Lines,
        HoldsWord::Number => Holds::Number,
        HoldsWord::Percent => Holds::Percent,
        HoldsWord::Amount => Holds::Amount,
        HoldsWord::Date => Holds::Date,
        HoldsWord::YesNo => Holds::YesNo,
        HoldsWord::Tags => Holds::Tags,
    }
}

/// `[law]`
pub(super) fn law(file: &File) -> Result<LawRules, Mistake> {
    let raw = file.law.clone().unwrap_or_default();
    let path = |name| [Step::Key("law"), Step::Key(name)];
    let hours = need(raw.phone_hours.as_ref(), path("phone_hours"), "phone_hours")?;
    let days = need(raw.phone_days.as_ref(), path("phone_days"), "phone_days")?;
    if let Some(day) = days.iter().find(|day| !(1..=7).contains(*day)) {
        let range = Reason::plain("playbook-range").with("value", *day).with("least", 1_u8).with("most", 7_u8);
        return wrong(path("phone_days"), range);
    }
    let phone_hours = hours.iter().map(|text| span(text).ok_or(text));
    match phone_hours.collect::<Result<Vec<_>, _>>() {
        Err(text) => wrong(path("phone_hours"), Reason::plain("playbook-hours").with("text", text.as_str())),
        Ok(phone_hours) => Ok(LawRules {
            phone_days: days,
            phone_hours,
            phone_calls: number!(file, law, phone_calls, 1..=1000),
            phone_window: number!(file, law, phone_window, 1..=3650),
            banned_trade: raw.banned_trade.unwrap_or_default(),
            request_days: number!(file, law, request_days, 0..=3650),
            retention_months: number!(file, law, retention_months, 0..=600),
        }),
    }
}

/// `10:00-13:00`
fn span(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once('-')?;
    let minute = |text: &str| text.trim().parse::<crate::sales::moment::Hour>().ok().map(|hour| hour.0);
    let (from, to) = (minute(from)?, minute(to)?);
    (from < to).then_some((from, to))
}

impl Playbook {
    /// The sources as [`crate::sales::words::value`] reads them: key and folded synonyms.
    pub fn source_words(&self) -> Vec<(String, Vec<String>)> {
        self.sources().iter().map(|source| (source.key.clone(), source.synonyms.clone())).collect()
    }
}
