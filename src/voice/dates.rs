//! Days and hours in words.

use chrono::Datelike;

use super::{Language, Voice};
use crate::sales::moment::{Day, Hour, Moment};

const JOURS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const JOURS_COURTS: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
const MOIS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Voice {
    /// `22/11/2026`, `22 Nov 2026`.
    pub fn date(&self, day: Day) -> String {
        let date = day.date();
        match self.language {
            Language::Fr => date.format("%d/%m/%Y").to_string(),
            Language::En => {
                format!("{} {} {}", date.day(), SHORT_MONTHS[date.month0() as usize % 12], date.year())
            }
        }
    }

    /// `dim. 22/11`, `Sun 22 Nov`.
    pub fn day_head(&self, day: Day) -> String {
        let date = day.date();
        match self.language {
            Language::Fr => format!("{} {}/{}", self.weekday_short(day), date.day(), date.month()),
            Language::En => {
                format!("{} {} {}", self.weekday_short(day), date.day(), SHORT_MONTHS[date.month0() as usize % 12])
            }
        }
    }

    /// `jeudi 26 novembre 2026`, `lundi 1er février 2027`.
    pub fn day_long(&self, day: Day) -> String {
        format!("{} {}", self.weekday(day), self.day_in_words(day))
    }

    /// `1er février 2027`.
    pub fn day_in_words(&self, day: Day) -> String {
        let date = day.date();
        let number =
            if self.language == Language::Fr && date.day() == 1 { "1er".to_owned() } else { date.day().to_string() };
        format!("{number} {} {}", self.month(date.month()), date.year())
    }

    /// The name of a month from 1 to 12.
    pub fn month(&self, month: u32) -> &'static str {
        let at = (month + 11) as usize % 12;
        if self.language == Language::Fr { MOIS[at] } else { MONTHS[at] }
    }

    /// `jeudi`.
    pub fn weekday(&self, day: Day) -> &'static str {
        let at = day.date().weekday().num_days_from_monday() as usize % 7;
        if self.language == Language::Fr { JOURS[at] } else { DAYS[at] }
    }

    fn weekday_short(&self, day: Day) -> &'static str {
        let at = day.date().weekday().num_days_from_monday() as usize % 7;
        if self.language == Language::Fr { JOURS_COURTS[at] } else { SHORT_DAYS[at] }
    }

    /// `auj.`, `hier`, `demain`, `jeu. 26` within a week, `jeu. 3/12` within the year, `15/12/2027`.
    pub fn day_short(&self, day: Day, today: Day) -> String {
        let (date, now) = (day.date(), today.date());
        match day.since(today) {
            0 => self.say("date-today").to_owned(),
            1 => self.say("date-tomorrow").to_owned(),
            -1 => self.say("date-yesterday").to_owned(),
            -6..=6 if date.month() == now.month() => format!("{} {}", self.weekday_short(day), date.day()),
            _ if date.year() == now.year() || (-6..=6).contains(&day.since(today)) => self.day_head(day),
            _ => self.date(day),
        }
    }

    /// `retard 3 j`.
    pub fn late(&self, days: i32) -> String {
        self.tell("date-late", &[("days", days.into())])
    }

    /// `18 h`, `14 h 30`; `18:00` in English.
    pub fn hour(&self, hour: Hour) -> String {
        match (self.language, hour.0 / 60, hour.0 % 60) {
            (Language::Fr, hour, 0) => format!("{hour}\u{a0}h"),
            (Language::Fr, hour, minute) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
            (Language::En, ..) => hour.to_string(),
        }
    }

    /// When something is due: `retard 3 j`, `auj. à 18 h`, `jeu. 26`.
    pub fn due(&self, moment: Moment, today: Day) -> String {
        if moment.day < today { self.late(today.since(moment.day)) } else { self.moment_short(moment, today) }
    }

    /// [`Voice::day_short`] with its hour: `hier à 14 h`.
    pub fn moment_short(&self, moment: Moment, today: Day) -> String {
        let day = self.day_short(moment.day, today);
        match moment.hour {
            Some(hour) => self.tell("date-at", &[("day", day.into()), ("hour", self.hour(hour).into())]),
            None => day,
        }
    }

    /// When something was, within a sentence: `aujourd'hui`, `hier`, `le jeu. 19`; `on Thu 19`.
    pub fn day_on(&self, day: Day, today: Day) -> String {
        match day.since(today) {
            0 => self.say("date-today-long").to_owned(),
            -1 | 1 => self.day_short(day, today),
            _ => self.tell("date-on", &[("day", self.day_short(day, today).into())]),
        }
    }

    /// The whole date with its weekday, and its hour: `lun. 01/03/2027`.
    pub fn moment_dated(&self, moment: Moment) -> String {
        let day = format!("{} {}", self.weekday_short(moment.day), self.date(moment.day));
        match moment.hour {
            Some(hour) => self.tell("date-at", &[("day", day.into()), ("hour", self.hour(hour).into())]),
            None => day,
        }
    }

    /// How long ago a day was: `hier`, `il y a 3 jours`, `il y a 4 mois`. A day to come as [`Voice::day_short`].
    pub fn ago(&self, day: Day, today: Day) -> String {
        let days = today.since(day);
        let (key, count) = match days {
            ..0 => return self.day_short(day, today),
            0 => return self.say("date-today-long").to_owned(),
            1 => return self.say("date-yesterday").to_owned(),
            2..14 => ("date-ago-days", days),
            14..61 => ("date-ago-weeks", days / 7),
            61..730 => ("date-ago-months", days * 12 / 365),
            _ => ("date-ago-years", days / 365),
        };
        self.tell(key, &[("count", count.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn short_days() {
        let (fr, en, today) = (Voice::new(Language::Fr), Voice::new(Language::En), day("2026-11-22"));
        for (text, french, english) in [
            ("2026-11-22", "auj.", "today"),
            ("2026-11-21", "hier", "yesterday"),
            ("2026-11-23", "demain", "tomorrow"),
            ("2026-11-26", "jeu. 26", "Thu 26"),
            ("2026-11-19", "jeu. 19", "Thu 19"),
            ("2026-12-03", "jeu. 3/12", "Thu 3 Dec"),
            ("2026-11-29", "dim. 29/11", "Sun 29 Nov"),
            ("2026-03-12", "jeu. 12/3", "Thu 12 Mar"),
            ("2027-12-15", "15/12/2027", "15 Dec 2027"),
            ("2025-12-15", "15/12/2025", "15 Dec 2025"),
        ] {
            assert_eq!(fr.day_short(day(text), today), french);
            assert_eq!(en.day_short(day(text), today), english);
        }
        assert_eq!(fr.day_short(day("2027-01-02"), day("2026-12-29")), "sam. 2/1");
    }

    #[test]
    fn days_within_a_sentence() {
        let (fr, en, today) = (Voice::new(Language::Fr), Voice::new(Language::En), day("2026-11-22"));
        for (text, french, english) in [
            ("2026-11-22", "aujourd'hui", "today"),
            ("2026-11-21", "hier", "yesterday"),
            ("2026-11-23", "demain", "tomorrow"),
            ("2026-11-19", "le jeu. 19", "on Thu 19"),
            ("2025-12-15", "le 15/12/2025", "on 15 Dec 2025"),
        ] {
            assert_eq!((fr.day_on(day(text), today), en.day_on(day(text), today)), (french.into(), english.into()));
        }
    }

    #[test]
    fn due_days_and_hours() {
        let (fr, en, today) = (Voice::new(Language::Fr), Voice::new(Language::En), day("2026-11-22"));
        let at =
            |text: &str, hour: Option<&str>| Moment { day: day(text), hour: hour.map(|hour| hour.parse().unwrap()) };
        for (moment, french, english) in [
            (at("2026-11-19", None), "retard 3\u{a0}j", "3 d late"),
            (at("2026-11-22", Some("18:00")), "auj. à 18\u{a0}h", "today at 18:00"),
            (at("2026-11-26", Some("14:30")), "jeu. 26 à 14\u{a0}h\u{a0}30", "Thu 26 at 14:30"),
            (at("2026-11-23", None), "demain", "tomorrow"),
        ] {
            assert_eq!(fr.due(moment, today).replace("retard 3 j", "retard 3\u{a0}j"), french);
            assert_eq!(en.due(moment, today), english);
        }
    }

    #[test]
    fn days_in_words() {
        let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
        assert_eq!(fr.day_long(day("2027-02-01")), "lundi 1er février 2027");
        assert_eq!(fr.day_long(day("2026-11-26")), "jeudi 26 novembre 2026");
        assert_eq!(en.day_long(day("2027-02-01")), "Monday 1 February 2027");
        assert_eq!(
            (fr.day_head(day("2026-11-22")), en.day_head(day("2026-11-22"))),
            ("dim. 22/11".into(), "Sun 22 Nov".into())
        );
        assert_eq!(fr.date(day("2026-11-02")), "02/11/2026");
    }

    #[test]
    fn long_ago() {
        let (fr, today) = (Voice::new(Language::Fr), day("2026-11-22"));
        for (text, words) in [
            ("2026-11-22", "aujourd'hui"),
            ("2026-11-21", "hier"),
            ("2026-11-19", "il y a 3 jours"),
            ("2026-11-08", "il y a 2 semaines"),
            ("2026-07-20", "il y a 4 mois"),
            ("2025-11-20", "il y a 12 mois"),
            ("2024-11-20", "il y a 2 ans"),
            ("2026-11-26", "jeu. 26"),
        ] {
            assert_eq!(fr.ago(day(text), today), words, "{text}");
        }
    }

    #[test]
    fn the_ends_of_time_do_no_harm() {
        let fr = Voice::new(Language::Fr);
        for end in [Day(i32::MIN), Day(0), Day(i32::MAX)] {
            for today in [Day(i32::MIN), Day(0), Day(i32::MAX)] {
                let _ = (fr.day_short(end, today), fr.ago(end, today), fr.due(end.into(), today), fr.day_long(end));
            }
        }
    }
}
