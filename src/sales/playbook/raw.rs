//! The settings as a file writes them: every table and every value may be left out. Laying one file over another happens
//! here, table by table; lists of tables go by their `key`. What the values mean together is checked elsewhere.

use serde::{Deserialize, Serialize};

use super::parts::{Family, Label, Requirement, Starts};
use crate::sales::{entity::Kind, fact::Channel};

/// Laying one file over another.
pub(super) trait Overlay {
    /// What this says, and where it says nothing what the other does.
    fn over(self, base: Self) -> Self;
}

/// A table of a list, told by its key.
pub(super) trait Keyed {
    /// Its key; empty where the file forgot it.
    fn key(&self) -> &str;
}

impl<T: Overlay> Overlay for Option<T> {
    fn over(self, base: Self) -> Self {
        match (self, base) {
            (Some(own), Some(base)) => Some(own.over(base)),
            (own, base) => own.or(base),
        }
    }
}

impl<T: Overlay + Keyed> Overlay for Vec<T> {
    fn over(self, mut base: Self) -> Self {
        for own in self {
            match base.iter().position(|table| table.key() == own.key()) {
                Some(at) => {
                    let under = base.remove(at);
                    base.insert(at, own.over(under));
                }
                None => base.push(own),
            }
        }
        base
    }
}

macro_rules! whole {
    ($($type:ty),* $(,)?) => {$(
        impl Overlay for $type {
            fn over(self, _: Self) -> Self {
                self
            }
        }
    )*};
}

whole!(String, bool, u8, u16, u32, i32, i64, Label, Family, Kind, HoldsWord, Channel, Starts);
whole!(Vec<RawStep>, Vec<String>, Vec<Label>, Vec<Requirement>, Vec<u8>, Vec<Vec<String>>);

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident { $($field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Deserialize, Serialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct $name {
            $(#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>),*
        }

        impl Overlay for $name {
            fn over(self, base: Self) -> Self {
                Self { $($field: self.$field.over(base.$field)),* }
            }
        }
    )*};
}

macro_rules! keyed {
    ($($name:ident),*) => {$(
        impl Keyed for $name {
            fn key(&self) -> &str {
                self.key.as_deref().unwrap_or_default()
            }
        }
    )*};
}

tables! {
    /// A whole file.
    File {
        thresholds: RawThresholds,
        qualification: RawChecklist,
        stage: Vec<RawStage>,
        framework: Vec<RawFramework>,
        rule: Vec<RawRule>,
        target: RawTarget,
        cadence: RawCadence,
        rhythm: RawRhythm,
        loss: Vec<RawLoss>,
        source: Vec<RawSource>,
        field: Vec<RawField>,
        sequence: Vec<RawSequence>,
        segment: Vec<RawSegment>,
        law: RawLaw,
    }
    /// `[thresholds]`
    RawThresholds { warm: u8, hot: u8 }
    /// `[qualification]`
    RawChecklist { framework: String, stale_days: u16, half_months: u16, full_months: u16 }
    /// `[[stage]]`
    RawStage {
        key: String,
        label: Label,
        probability: u8,
        requires: Vec<Requirement>,
        offer: bool,
        after: String,
    }
    /// `[[framework]]`
    RawFramework { key: String, label: Label, criterion: Vec<RawCriterion> }
    /// `[[framework.criterion]]`
    RawCriterion {
        key: String,
        label: Label,
        stands_for: String,
        required: bool,
        points: u8,
        questions: Vec<Label>,
    }
    /// `[[rule]]`
    RawRule {
        key: String,
        family: Family,
        label: Label,
        measure: String,
        when: String,
        points: i32,
        half_life: u16,
        fills: u16,
        fields: Vec<Vec<String>>,
    }
    /// `[target]`
    RawTarget {
        sectors: Vec<String>,
        zones: Vec<String>,
        jobs: Vec<String>,
        size_field: String,
        size_min: i64,
        size_max: i64,
    }
    /// `[cadence]`
    RawCadence {
        lead: RawPace,
        prospect: RawPace,
        open: RawPace,
        intermediary: RawPace,
        client: RawPace,
        lapsed: RawPace,
    }
    /// A row of `[cadence]`.
    RawPace { cold: u16, warm: u16, hot: u16 }
    /// `[rhythm]`
    RawRhythm {
        touches: u16,
        nurturing_days: u16,
        saturation_touches: u16,
        saturation_days: u16,
        spread: u16,
        attrition_months: u16,
        quote_days: u16,
        unknown_amount: u32,
    }
    /// `[[loss]]`
    RawLoss { key: String, label: Label, detail: bool }
    /// `[[source]]`
    RawSource { key: String, label: Label, synonyms: Vec<String> }
    /// `[[field]]`
    RawField { key: String, label: Label, about: Kind, holds: HoldsWord, words: Vec<String> }
    /// `[[sequence]]`
    RawSequence {
        key: String,
        label: Label,
        starts: Starts,
        working: bool,
        r#for: String,
        step: Vec<RawStep>,
    }
    /// `[[segment]]`
    RawSegment { key: String, label: Label, query: String }
    /// `[[sequence.step]]`
    RawStep { after: u16, channel: Channel, template: Label, when: String }
    /// `[law]`
    RawLaw {
        phone_days: Vec<u8>,
        phone_hours: Vec<String>,
        phone_calls: u16,
        phone_window: u16,
        banned_trade: bool,
        request_days: u16,
        retention_months: u16,
    }
}

keyed!(RawStage, RawFramework, RawCriterion, RawRule, RawLoss, RawSource, RawField, RawSequence, RawSegment);

/// What a field of the firm's own may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HoldsWord {
    Line,
    Lines,
    Number,
    Percent,
    Amount,
    Date,
    YesNo,
    Tags,
}
