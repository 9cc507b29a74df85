//! The only reader of system time. Days and hours are those of Paris; `sales` sees nothing else.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Timelike, Utc};
use chrono_tz::Europe::Paris;

use crate::sales::moment::{Day, Hour};

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system.
    System,
    /// Always the same moment, in milliseconds since 1970 UTC. For tests.
    Still(i64),
}

impl Clock {
    /// Milliseconds since 1970 UTC.
    #[expect(clippy::disallowed_methods, reason = "this is the clock that others ask")]
    pub fn millis(self) -> i64 {
        match self {
            Self::System => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)),
            Self::Still(millis) => millis,
        }
    }

    /// The local day and time of day.
    pub fn local(self) -> (Day, Hour) {
        local(self.millis())
    }
}

/// The day and time of day in Paris of a moment in milliseconds since 1970 UTC.
pub fn local(millis: i64) -> (Day, Hour) {
    let utc = DateTime::<Utc>::from_timestamp_millis(millis).unwrap_or_default();
    let there = utc.with_timezone(&Paris);
    (Day::from(there.date_naive()), Hour((there.hour() * 60 + there.minute()) as u16))
}

/// A local day and hour as milliseconds since 1970 UTC: the hour of Paris undone.
pub fn millis_of(day: Day, hour: Hour) -> i64 {
    const EPOCH: i32 = 719_163;
    let wall = (i64::from(day.0 - EPOCH) * 1440 + i64::from(hour.0)) * 60_000;
    let hours = [1, 2].map(|hours| wall - hours * 3_600_000);
    hours.into_iter().find(|utc| local(*utc) == (day, hour)).unwrap_or(wall)
}

/// Milliseconds until the next local midnight, when readings change by themselves.
pub fn until_midnight(millis: i64) -> u64 {
    let (_, hour) = local(millis);
    let minutes = u64::from(24 * 60 - hour.0.min(24 * 60 - 1));
    minutes * 60_000 - (millis.rem_euclid(60_000)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> i64 {
        text.parse::<DateTime<Utc>>().unwrap().timestamp_millis()
    }

    #[test]
    fn the_day_turns_in_paris() {
        assert_eq!(local(at("2026-11-22T22:59:00Z")), (Day::of(2026, 11, 22).unwrap(), Hour(23 * 60 + 59)));
        assert_eq!(local(at("2026-11-22T23:00:00Z")), (Day::of(2026, 11, 23).unwrap(), Hour(0)));
        assert_eq!(local(at("2026-07-01T22:30:00Z")), (Day::of(2026, 7, 2).unwrap(), Hour(30)));
    }

    #[test]
    fn midnight_is_never_now() {
        assert_eq!(until_midnight(at("2026-11-22T22:59:59.500Z")), 500);
        assert_eq!(until_midnight(at("2026-11-22T23:00:00Z")), 86_400_000);
    }
}
