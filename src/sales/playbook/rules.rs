//! The rules of the score: one for each criterion of the checklist in use, then those of the files.

use super::{
    Basis, Family, Label, Playbook, Rule, Rules,
    build::{key, need, wrong},
    check::{Mistake, Step},
    raw::{File, Keyed, RawRule},
};
use crate::sales::{fields, query, reason::Reason};

/// The most a rule may give or take.
pub(super) const MOST: i32 = 1000;

/// The rules in the order in which a score shows them. A rule of 0 points is switched off.
pub(super) fn rules(file: &File, playbook: &Playbook) -> Result<Rules, Mistake> {
    let mut rules: Vec<Rule> = playbook.framework().criteria.iter().map(criterion).collect();
    for raw in file.rule.iter().flatten() {
        let rule = rule(raw, playbook)?;
        if rules.iter().any(|other| other.key == rule.key) {
            return wrong(path(raw, "key"), Reason::plain("playbook-twice").with("key", rule.key.as_str()));
        }
        rules.push(rule);
    }
    balance(&mut rules);
    let (on, off) = rules.into_iter().partition(|rule| rule.points != 0);
    Ok(Rules { on, off })
}

/// Opposition on every channel takes as much as all other rules together give.
pub(super) fn balance(rules: &mut [Rule]) {
    let most: i32 = rules.iter().map(|rule| rule.points.max(0)).sum();
    for rule in rules.iter_mut().filter(|rule| rule.basis == Basis::Opposed) {
        rule.points = -most;
    }
}

pub(super) fn criterion(criterion: &super::Criterion) -> Rule {
    Rule {
        key: criterion.key.clone(),
        family: Family::Qualification,
        label: criterion.label.clone(),
        basis: Basis::Answer(criterion.stands_for.clone()),
        points: i32::from(criterion.points),
        half_life: None,
        fills: 1,
    }
}

fn path(raw: &RawRule, name: &'static str) -> Vec<Step> {
    vec![Step::Entry("rule", raw.key().to_owned()), Step::Key(name)]
}

fn rule(raw: &RawRule, playbook: &Playbook) -> Result<Rule, Mistake> {
    let points = need(raw.points.as_ref(), path(raw, "points"), "points")?;
    if points.abs() > MOST {
        let range = Reason::plain("playbook-range").with("value", points).with("least", -MOST).with("most", MOST);
        return wrong(path(raw, "points"), range);
    }
    let label: Label = need(raw.label.as_ref(), path(raw, "label"), "label")?;
    Ok(Rule {
        key: key(raw, "rule")?,
        family: need(raw.family.as_ref(), path(raw, "family"), "family")?,
        label,
        basis: basis(raw, playbook)?,
        points,
        half_life: raw.half_life.filter(|days| *days > 0),
        fills: raw.fills.unwrap_or(1).max(1),
    })
}

fn basis(raw: &RawRule, playbook: &Playbook) -> Result<Basis, Mistake> {
    match (&raw.measure, &raw.when) {
        (Some(measure), None) => measured(measure, raw),
        (None, Some(when)) => condition(when, raw, playbook),
        _ => wrong(path(raw, "when"), Reason::plain("playbook-measure_or_when").with("key", raw.key())),
    }
}

fn measured(measure: &str, raw: &RawRule) -> Result<Basis, Mistake> {
    Ok(match measure {
        "sector" => Basis::Sector,
        "zone" => Basis::Zone,
        "size" => Basis::Size,
        "job" => Basis::Job,
        "exchanges" => Basis::Exchanges,
        "contents" => Basis::Contents,
        "signals" => Basis::Signals,
        "completeness" => Basis::Completeness(wanted(raw)?),
        "opposed" => Basis::Opposed,
        "out_of_target" => Basis::OutOfTarget,
        "unreachable" => Basis::Unreachable,
        other => return wrong(path(raw, "measure"), Reason::plain("playbook-no_measure").with("key", other)),
    })
}

fn wanted(raw: &RawRule) -> Result<Vec<Vec<String>>, Mistake> {
    let wanted: Vec<Vec<String>> = need(raw.fields.as_ref(), path(raw, "fields"), "fields")?;
    let unknown = |key: &&String| fields::field(key).is_none() && !key.starts_with("custom.");
    match wanted.iter().flatten().find(unknown) {
        Some(key) => wrong(path(raw, "fields"), Reason::plain("playbook-no_field").with("key", key.as_str())),
        None => Ok(wanted),
    }
}

fn condition(when: &str, raw: &RawRule, playbook: &Playbook) -> Result<Basis, Mistake> {
    let query = match query::parse(when, playbook) {
        Ok(query) => query,
        Err(flaw) => return wrong(path(raw, "when"), flaw.message),
    };
    match query.needs_score() {
        Some(word) => wrong(path(raw, "when"), Reason::plain("playbook-circular").with("word", word)),
        None => Ok(Basis::Condition(query)),
    }
}
