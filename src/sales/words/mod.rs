//! Validated words: text as people type it, read once into what facts hold. Nothing here knows a language's sentences;
//! a refusal is a [`Flaw`] that [`crate::voice`] puts into words.

pub mod amount;
pub mod date;
pub mod digits;
pub mod email;
pub mod fold;
pub mod introduced;
pub mod name;
pub mod number;
pub mod phone;
pub mod plain;
pub mod siren;
pub mod value;

/// Why a text was refused. The text itself stays with whoever typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing but space.
    Empty,
    /// Longer than a text may be.
    TooLong {
        /// The most bytes a text may have.
        max: usize,
    },
    /// No phone number anywhere.
    NotAPhone,
    /// No e-mail address.
    NotAnEmail,
    /// A SIREN has 9 digits.
    SirenLength,
    /// The SIREN's last digit does not fit the others.
    SirenKey,
    /// A SIRET has 14 digits.
    SiretLength,
    /// The SIRET's last digit does not fit the others.
    SiretKey,
    /// A spreadsheet rounded it (`1,98770001E+13`): digits are lost for good.
    ScientificLoss,
    /// Not the shape of a VAT number.
    VatNumber,
    /// The VAT number's key does not fit its SIREN.
    VatKey,
    /// Neither five digits nor a foreign post code.
    NotAPostcode,
    /// No amount.
    NotAnAmount,
    /// An amount in something other than euros.
    NotEuros,
    /// More than a deal can be worth.
    TooLarge,
    /// Below zero.
    Negative,
    /// A span where one amount is wanted.
    Range,
    /// No date.
    NotADate,
    /// A date the calendar does not have.
    NoSuchDay {
        /// Day of the month.
        day: u32,
        /// Month.
        month: u32,
        /// Year.
        year: i32,
    },
    /// A time of day the clock does not have.
    NoSuchHour {
        /// Hour.
        hour: u16,
        /// Minute.
        minute: u16,
    },
    /// Not a whole number.
    NotANumber,
    /// Not between 0 and 100 %.
    NotAPercent,
    /// Neither yes nor no.
    NotYesNo,
    /// Not one of the playbook's sources.
    UnknownSource,
}

/// What was mended with certainty while reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Repair {
    /// A spreadsheet had dropped the leading zero of a phone number.
    LeadingZero,
    /// A spreadsheet had written it as `6,39980003E+08`, all digits there.
    Scientific,
    /// `0,9` meant 90 %.
    PercentOfOne,
    /// A spreadsheet had dropped the leading zero of a post code, SIREN or SIRET.
    Postcode,
    /// A day written as a spreadsheet's serial number.
    SerialDay,
    /// Digits typed without Shift on an AZERTY keyboard.
    Azerty,
    /// Invisible or control characters taken out.
    Invisible,
}
