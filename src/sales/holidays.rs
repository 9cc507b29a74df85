//! Working days in metropolitan France: Monday to Friday, minus the eleven public holidays.

use chrono::{Datelike, NaiveDate, Weekday};

use super::moment::Day;

/// Holidays that keep their date, as (month, day).
const FIXED: [(u32, u32); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// Easter Monday, Ascension Thursday and Whit Monday, in days after Easter Sunday.
const AFTER_EASTER: [i32; 3] = [1, 39, 50];

/// Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
pub fn easter(year: i32) -> Day {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let moon =
        (19 * golden + century - century.div_euclid(4) - (century - (century + 8).div_euclid(25) + 1).div_euclid(3)
            + 15)
            .rem_euclid(30);
    let sunday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - moon - rest % 4).rem_euclid(7);
    let correction = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * correction + 114;
    Day::from(NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32).unwrap_or_default())
}

/// Whether a day is one of the eleven public holidays.
pub fn is_holiday(day: Day) -> bool {
    let date = day.date();
    FIXED.contains(&(date.month(), date.day())) || AFTER_EASTER.contains(&day.since(easter(date.year())))
}

/// Whether people work that day.
pub fn is_working(day: Day) -> bool {
    !matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// That day if people work then, else the next one they do.
pub fn next_working(day: Day) -> Day {
    (0..=14).map(|later| day.plus(later)).find(|day| is_working(*day)).unwrap_or(day)
}

/// The `n`th working day after a day (before, where negative); with 0 as [`next_working`].
pub fn plus_working(day: Day, n: i32) -> Day {
    if n == 0 {
        return next_working(day);
    }
    let step = |at: Day| (1..=14).map(|days| at.plus(days * n.signum())).find(|day| is_working(*day)).unwrap_or(at);
    (0..n.unsigned_abs().min(36_600)).fold(day, |at, _| step(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for text in [
            "1961-04-02",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2035-03-25",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
        ] {
            assert_eq!(easter(day(text).date().year()), day(text));
        }
    }

    #[test]
    fn a_year_has_eleven_holidays() {
        for year in [2025, 2026, 2027] {
            let first = Day::of(year, 1, 1).unwrap();
            assert_eq!((0..365).filter(|n| is_holiday(first.plus(*n))).count(), 11, "{year}");
        }
    }

    #[test]
    fn in_2008_ascension_and_the_first_of_may_fall_together() {
        assert_eq!((0..366).filter(|n| is_holiday(day("2008-01-01").plus(*n))).count(), 10);
    }

    #[test]
    fn holidays_of_2026() {
        for text in [
            "2026-01-01",
            "2026-04-06",
            "2026-05-01",
            "2026-05-08",
            "2026-05-14",
            "2026-05-25",
            "2026-07-14",
            "2026-08-15",
            "2026-11-01",
            "2026-11-11",
            "2026-12-25",
        ] {
            assert!(is_holiday(day(text)), "{text}");
        }
        assert!(!is_holiday(day("2026-04-05")), "Easter Sunday itself is a Sunday, not one of the eleven");
    }

    #[test]
    fn the_next_working_day() {
        for (from, to) in [
            ("2026-11-20", "2026-11-20"),
            ("2026-11-21", "2026-11-23"),
            ("2026-11-22", "2026-11-23"),
            ("2026-04-04", "2026-04-07"),
            ("2026-05-08", "2026-05-11"),
            ("2026-12-25", "2026-12-28"),
            ("2027-01-01", "2027-01-04"),
        ] {
            assert_eq!(next_working(day(from)), day(to), "{from}");
        }
    }

    #[test]
    fn so_many_working_days_later_or_earlier() {
        for (from, n, to) in [
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-22", 1, "2026-11-23"),
            ("2026-11-23", 5, "2026-11-30"),
            ("2026-11-23", -1, "2026-11-20"),
            ("2026-11-22", 0, "2026-11-23"),
            ("2026-12-24", 1, "2026-12-28"),
        ] {
            assert_eq!(plus_working(day(from), n), day(to), "{from} {n}");
        }
    }

    #[test]
    fn the_ends_of_time_do_no_harm() {
        for end in [i32::MIN, i32::MIN + 1, -1, 0, 1, i32::MAX - 1, i32::MAX] {
            let _ =
                (is_working(Day(end)), next_working(Day(end)), plus_working(Day(end), 3), plus_working(Day(end), -3));
        }
    }
}
