//! `[[sequence]]`: whom it is proposed for, and its steps in order, each with whom it concerns.

use super::{
    Playbook, Sequence, Step as Stage,
    build::{key, need, wrong},
    check::{Mistake, Step},
    raw::{File, Keyed, RawSequence, RawStep},
};
use crate::sales::{
    query::{self, Query},
    reason::Reason,
};

/// The longest a step may wait, days.
const LONGEST: u16 = 3650;

/// The sequences in the order of the files.
pub(super) fn sequences(file: &File, playbook: &Playbook) -> Result<Vec<Sequence>, Mistake> {
    file.sequence.iter().flatten().map(|raw| sequence(raw, playbook)).collect()
}

fn path(raw: &RawSequence, name: &'static str) -> Vec<Step> {
    vec![Step::Entry("sequence", raw.key().to_owned()), Step::Key(name)]
}

fn sequence(raw: &RawSequence, playbook: &Playbook) -> Result<Sequence, Mistake> {
    let steps = raw.step.iter().flatten().map(|step| stage(raw, step, playbook)).collect::<Result<Vec<_>, _>>()?;
    if !steps.is_sorted_by_key(|step| step.after) {
        return wrong(path(raw, "step"), Reason::plain("playbook-steps"));
    }
    if steps.is_empty() {
        return wrong(path(raw, "step"), Reason::plain("playbook-lacks").with("name", "step"));
    }
    Ok(Sequence {
        key: key(raw, "sequence")?,
        label: need(raw.label.as_ref(), path(raw, "label"), "label")?,
        starts: raw.starts.unwrap_or_default(),
        working: raw.working.unwrap_or_default(),
        rule: raw.r#for.as_deref().map(|text| condition(text, path(raw, "for"), playbook)).transpose()?,
        steps,
    })
}

fn condition(text: &str, path: Vec<Step>, playbook: &Playbook) -> Result<Query, Mistake> {
    query::parse(text, playbook).map_err(|flaw| Mistake { path, message: flaw.message })
}

fn stage(raw: &RawSequence, step: &RawStep, playbook: &Playbook) -> Result<Stage, Mistake> {
    let after = need(step.after.as_ref(), path(raw, "step"), "after")?;
    if after > LONGEST {
        let range = Reason::plain("playbook-range").with("value", after).with("least", 0_u16).with("most", LONGEST);
        return wrong(path(raw, "step"), range);
    }
    let when = step.when.as_deref().map(|text| condition(text, path(raw, "step"), playbook)).transpose()?;
    // The day's list is made of steps; a step cannot wait for what follows from the list.
    if let Some(word) = when.as_ref().and_then(Query::needs_score) {
        return wrong(path(raw, "step"), Reason::plain("playbook-step_waits").with("word", word));
    }
    let channel = need(step.channel.as_ref(), path(raw, "step"), "channel")?;
    Ok(Stage { after, channel, template: step.template.clone().unwrap_or_default(), when })
}
