//! Next steps as a calendar (RFC 5545): one event each, the same identifier whenever it is written, so that a calendar
//! that reads it again moves what moved. Folding and escaping are the crate's. No clock here: moments come as UTC.

use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarParameter, ICalendarProperty,
        ICalendarTransparency, ICalendarValueType,
    },
};
use chrono::Datelike as _;

use crate::sales::moment::Day;

/// How long somebody fixed at an hour is given, in seconds.
const LONG: i64 = 30 * 60;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What it is called for ever.
    pub uid: String,
    /// The day it was fixed.
    pub set_on: Day,
    /// When.
    pub start: Start,
    /// Its title.
    pub title: String,
    /// More words, several lines.
    pub words: String,
}

/// When an event begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Some time that day: it keeps nobody busy.
    Day(Day),
    /// At a moment, seconds since 1970 UTC.
    At(i64),
}

/// The calendar of these events.
pub fn write(events: &[Event]) -> String {
    let mut whole = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    whole.add_property(ICalendarProperty::Version, "2.0");
    whole.add_property(ICalendarProperty::Prodid, "-//Vigie//Vigie//FR");
    whole.add_property(ICalendarProperty::Other("X-WR-CALNAME".into()), "Vigie");
    whole.component_ids = (1..=events.len() as u32).collect();
    let components = std::iter::once(whole).chain(events.iter().map(component)).collect();
    ICalendar { components }.to_string()
}

fn component(event: &Event) -> ICalendarComponent {
    let mut of = ICalendarComponent::new(ICalendarComponentType::VEvent);
    of.add_uid(&event.uid);
    // Not the moment of writing: what did not change is written the same.
    of.add_dtstamp(midnight(event.set_on));
    match event.start {
        Start::Day(day) => {
            let kind = || [ICalendarParameter::value(ICalendarValueType::Date)];
            of.add_property_with_params(ICalendarProperty::Dtstart, kind(), date(day));
            of.add_property_with_params(ICalendarProperty::Dtend, kind(), date(day.plus(1)));
            of.add_property(ICalendarProperty::Transp, ICalendarTransparency::Transparent);
        }
        Start::At(seconds) => {
            of.add_property(ICalendarProperty::Dtstart, PartialDateTime::from_utc_timestamp(seconds));
            of.add_property(ICalendarProperty::Dtend, PartialDateTime::from_utc_timestamp(seconds + LONG));
        }
    }
    of.add_property(ICalendarProperty::Summary, event.title.as_str());
    if !event.words.is_empty() {
        of.add_property(ICalendarProperty::Description, event.words.as_str());
    }
    of
}

fn date(day: Day) -> PartialDateTime {
    let date = day.date();
    PartialDateTime {
        year: u16::try_from(date.year()).ok(),
        month: u8::try_from(date.month()).ok(),
        day: u8::try_from(date.day()).ok(),
        ..PartialDateTime::default()
    }
}

/// Midnight UTC.
fn midnight(day: Day) -> PartialDateTime {
    let zero = Some(0);
    PartialDateTime { hour: zero, minute: zero, second: zero, tz_hour: zero, tz_minute: zero, ..date(day) }
}
