//! The words of the trade's enums: each has the key of its text.

use crate::sales::{
    entity::Kind,
    fact::{Approach, Channel, Direction, Outcome, Permission, Proof, QuoteState, Role, Sure, Temperature},
    money::Tax,
    words::{Flaw, Repair},
};

/// Something whose word is a text.
pub trait Word {
    /// The key of its text, such as `channel-call`.
    fn text_key(&self) -> &'static str;
}

macro_rules! words {
    ($($of:ident { $($name:ident => $key:literal),* $(,)? })*) => {
        $(impl Word for $of {
            fn text_key(&self) -> &'static str {
                match self { $(Self::$name { .. } => $key),* }
            }
        })*

        /// Every key above, for the tests.
        #[cfg(test)]
        pub(super) const KEYS: &[&str] = &[$($($key),*),*];
    };
}

words! {
    Kind { Contact => "kind-contact", Company => "kind-company", Deal => "kind-deal" }
    Channel {
        Call => "channel-call", Mail => "channel-mail", Sms => "channel-sms", Letter => "channel-letter",
        Meeting => "channel-meeting", Visit => "channel-visit", Form => "channel-form", Download => "channel-download",
        Webinar => "channel-webinar", Fair => "channel-fair", QuoteRequest => "channel-quote_request",
        DemoRequest => "channel-demo_request", Comparison => "channel-comparison", Page => "channel-page",
        Click => "channel-click", Social => "channel-social", Note => "channel-note",
    }
    Direction { Ours => "direction-ours", Theirs => "direction-theirs" }
    Outcome {
        Reached => "outcome-reached", NoAnswer => "outcome-no_answer", Message => "outcome-message",
        CallBack => "outcome-call_back",
    }
    Sure { Unknown => "sure-unknown", Assumed => "sure-assumed", Confirmed => "sure-confirmed", No => "sure-no" }
    QuoteState { Sent => "quote-sent", Accepted => "quote-accepted", Refused => "quote-refused" }
    Proof { SignedQuote => "proof-signed_quote", Order => "proof-order", Contract => "proof-contract" }
    Temperature { Cold => "temperature-cold", Warm => "temperature-warm", Hot => "temperature-hot" }
    Role {
        WorksFor => "role-works_for", Party => "role-party", Decides => "role-decides",
        Influences => "role-influences", Uses => "role-uses", Pays => "role-pays", ReferredBy => "role-referred_by",
    }
    Permission {
        Consented => "permission-consented", Opposed => "permission-opposed", Withdrawn => "permission-withdrawn",
    }
    Approach {
        Phone => "approach-phone", Mail => "approach-mail", Sms => "approach-sms", Post => "approach-post",
        Social => "approach-social",
    }
    Tax { Ht => "tax-ht", Ttc => "tax-ttc" }
    Repair {
        LeadingZero => "repair-leading_zero", Scientific => "repair-scientific",
        PercentOfOne => "repair-percent_of_one", Postcode => "repair-postcode", SerialDay => "repair-serial_day",
        Azerty => "repair-azerty", Invisible => "repair-invisible",
    }
    Flaw {
        Empty => "flaw-empty", TooLong => "flaw-too_long", NotAPhone => "flaw-not_a_phone",
        NotAnEmail => "flaw-not_an_email", SirenLength => "flaw-siren_length", SirenKey => "flaw-siren_key",
        SiretLength => "flaw-siret_length", SiretKey => "flaw-siret_key", ScientificLoss => "flaw-scientific_loss",
        VatNumber => "flaw-vat_number", VatKey => "flaw-vat_key", NotAPostcode => "flaw-not_a_postcode",
        NotAnAmount => "flaw-not_an_amount", NotEuros => "flaw-not_euros", TooLarge => "flaw-too_large",
        Negative => "flaw-negative", Range => "flaw-range", NotADate => "flaw-not_a_date",
        NoSuchDay => "flaw-no_such_day", NoSuchHour => "flaw-no_such_hour", NotANumber => "flaw-not_a_number",
        NotAPercent => "flaw-not_a_percent", NotYesNo => "flaw-not_yes_no", UnknownSource => "flaw-unknown_source",
    }
}
