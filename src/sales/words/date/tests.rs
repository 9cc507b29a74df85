use proptest::prelude::*;

use super::*;

/// A Sunday.
fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

fn moment(text: &str) -> Moment {
    let (day, hour) = text.split_once(' ').map_or((text, None), |(day, hour)| (day, Some(hour)));
    Moment { day: day.parse().unwrap(), hour: hour.map(|hour| hour.parse().unwrap()) }
}

/// Days as people write them, read on [`today`].
const TO_COME: &[(&str, &str)] = &[
    ("05/01/2027", "2027-01-05"),
    ("5/1/2027", "2027-01-05"),
    ("05-01-2027", "2027-01-05"),
    ("05.01.2027", "2027-01-05"),
    ("05 01 2027", "2027-01-05"),
    ("05/01/27", "2027-01-05"),
    ("01/01/99", "1999-01-01"),
    ("2027-01-05", "2027-01-05"),
    ("2027/01/05", "2027-01-05"),
    ("05012027", "2027-01-05"),
    ("20270105", "2027-01-05"),
    ("050127", "2027-01-05"),
    ("15.12", "2026-12-15"),
    ("1512", "2026-12-15"),
    ("15/12", "2026-12-15"),
    ("15-12", "2026-12-15"),
    ("15 12", "2026-12-15"),
    ("22/11", "2026-11-22"),
    ("21/11", "2027-11-21"),
    ("29/02", "2028-02-29"),
    ("12/2026", "2026-12-01"),
    ("26", "2026-11-26"),
    ("le 3", "2026-12-03"),
    ("31", "2026-12-31"),
    ("3j", "2026-11-25"),
    ("3 j", "2026-11-25"),
    ("+3", "2026-11-25"),
    ("+3j", "2026-11-25"),
    ("dans 3 jours", "2026-11-25"),
    ("2s", "2026-12-06"),
    ("dans 2 semaines", "2026-12-06"),
    ("d'ici 2 semaines", "2026-12-06"),
    ("dans une semaine", "2026-11-29"),
    ("dans quinze jours", "2026-12-07"),
    ("1 mois", "2026-12-22"),
    ("dans 3 mois", "2027-02-22"),
    ("dans un an", "2027-11-22"),
    ("in a week", "2026-11-29"),
    ("in 2 weeks", "2026-12-06"),
    ("in a month", "2026-12-22"),
    ("5d", "2026-11-27"),
    ("il y a 3 jours", "2026-11-19"),
    ("3 days ago", "2026-11-19"),
    ("lundi", "2026-11-23"),
    ("lun.", "2026-11-23"),
    ("Lundi prochain", "2026-11-23"),
    ("next monday", "2026-11-23"),
    ("dimanche", "2026-11-29"),
    ("mar.", "2026-11-24"),
    ("jeudi en huit", "2026-12-03"),
    ("jeu. 26", "2026-11-26"),
    ("jeu. 3/12", "2026-12-03"),
    ("mardi 15 décembre", "2026-12-15"),
    ("demain", "2026-11-23"),
    ("Après-demain", "2026-11-24"),
    ("après demain", "2026-11-24"),
    ("hier", "2026-11-21"),
    ("avant-hier", "2026-11-20"),
    ("aujourd'hui", "2026-11-22"),
    ("aujourd’hui", "2026-11-22"),
    ("auj.", "2026-11-22"),
    ("today", "2026-11-22"),
    ("tomorrow", "2026-11-23"),
    ("ce soir", "2026-11-22"),
    ("cet après-midi", "2026-11-22"),
    ("demain matin", "2026-11-23"),
    ("15 décembre", "2026-12-15"),
    ("15 déc.", "2026-12-15"),
    ("15 decembre 2027", "2027-12-15"),
    ("1er février", "2027-02-01"),
    ("le 1er février 2028", "2028-02-01"),
    ("december 15", "2026-12-15"),
    ("Dec 15, 2027", "2027-12-15"),
    ("15th december", "2026-12-15"),
    ("15-déc-26", "2026-12-15"),
    ("15 mar 2027", "2027-03-15"),
    ("en mars", "2027-03-01"),
    ("décembre", "2026-12-01"),
    ("mars 2027", "2027-03-01"),
    ("début janvier", "2027-01-01"),
    ("mi-janvier", "2027-01-15"),
    ("fin janvier", "2027-01-31"),
    ("fin novembre", "2026-11-30"),
    ("fin février 2028", "2028-02-29"),
    ("fin de mois", "2026-11-30"),
    ("fin du mois", "2026-11-30"),
    ("end of month", "2026-11-30"),
    ("semaine prochaine", "2026-11-23"),
    ("la semaine prochaine", "2026-11-23"),
    ("next week", "2026-11-23"),
    ("mois prochain", "2026-12-01"),
    ("fin de semaine", "2026-11-27"),
    ("&(;&é", "2026-12-15"),
    ("&(:&é", "2026-12-15"),
    ("&(&é", "2026-12-15"),
    ("éj", "2026-11-24"),
    ("46027", "2026-01-05"),
];

#[test]
fn dates_to_come() {
    for (text, meant) in TO_COME {
        assert_eq!(parse(text, today()), Ok(moment(meant)), "{text}");
    }
}

#[test]
fn hours() {
    for (text, meant) in [
        ("jeudi 14h", "2026-11-26 14:00"),
        ("jeudi 14h30", "2026-11-26 14:30"),
        ("jeudi à 14 h 30", "2026-11-26 14:30"),
        ("demain 9:15", "2026-11-23 09:15"),
        ("demain à 18 heures", "2026-11-23 18:00"),
        ("aujourd'hui 18 h", "2026-11-22 18:00"),
        ("18h", "2026-11-22 18:00"),
        ("lundi midi", "2026-11-23 12:00"),
        ("tomorrow at 2pm", "2026-11-23 14:00"),
        ("tomorrow 2:30 pm", "2026-11-23 14:30"),
        ("tomorrow 12 am", "2026-11-23 00:00"),
        ("15/12 8h05", "2026-12-15 08:05"),
        ("2026-03-12 09:14", "2026-03-12 09:14"),
        ("2026-03-12T08:00:00.000+0000", "2026-03-12 08:00"),
        ("05/01/2027 00:00:00", "2027-01-05 00:00"),
        ("dans 3 jours à 10h", "2026-11-25 10:00"),
    ] {
        assert_eq!(parse(text, today()), Ok(moment(meant)), "{text}");
    }
    assert_eq!(parse("jeudi 25h", today()), Err(Flaw::NoSuchHour { hour: 25, minute: 0 }));
    assert_eq!(parse("jeudi 14h75", today()), Err(Flaw::NoSuchHour { hour: 14, minute: 75 }));
}

#[test]
fn days_gone_by() {
    for (text, meant) in [
        ("15/12", "2025-12-15"),
        ("21/11", "2026-11-21"),
        ("lundi", "2026-11-16"),
        ("26", "2026-10-26"),
        ("46027", "2026-01-05"),
        ("45631.0", "2024-12-05"),
        ("3/15/2026 2:30 PM", "2026-03-15 14:30"),
        ("31/12/2026", "2026-12-31"),
        ("29/02", "2024-02-29"),
        ("décembre", "2025-12-01"),
    ] {
        assert_eq!(past(text, today()), Ok(moment(meant)), "{text}");
    }
    assert_eq!(past_mended("46027", today()).unwrap().1, Some(Repair::SerialDay));
}

#[test]
fn days_the_calendar_does_not_have() {
    for (text, day, month, year) in [
        ("31/02/2027", 31, 2, 2027),
        ("31/02", 31, 2, 2026),
        ("29/02/2027", 29, 2, 2027),
        ("31 novembre 2026", 31, 11, 2026),
        ("3/15/2026", 3, 15, 2026),
        ("2026-13-01", 1, 13, 2026),
        ("32/01/2027", 32, 1, 2027),
    ] {
        assert_eq!(parse(text, today()), Err(Flaw::NoSuchDay { day, month, year }), "{text}");
    }
}

#[test]
fn no_dates() {
    for text in [
        "",
        " ",
        "bientôt",
        "?",
        "-",
        "--",
        "0/0/00",
        "00/00/0000",
        "12/13/14/15",
        "1",
        "99",
        "123",
        "le",
        "à",
        "dans",
        "3 lunes",
        "/",
        "15//12",
        "2027",
        "mars mars",
        "1/1/1",
        "1/1/12345",
        "14h 15h",
        "dans 99999 jours",
        "+",
        "fin",
    ] {
        let read = parse(text, today());
        if text == "1" {
            assert_eq!(read, Ok(moment("2026-12-01")));
        } else {
            assert!(matches!(read, Err(Flaw::NotADate | Flaw::NoSuchDay { .. })), "{text}: {read:?}");
        }
    }
}

#[test]
fn a_weekday_is_never_today() {
    for (text, meant) in [("dimanche", "2026-11-29"), ("samedi", "2026-11-28"), ("lundi", "2026-11-23")] {
        assert_eq!(parse(text, today()), Ok(moment(meant)));
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in ".*", near in "[0-9 ./,:hjlundimrsaé+-]{0,20}", day in -800_000i32..800_000) {
        for text in [text, near] {
            let _ = (parse(&text, Day(day)), past(&text, Day(day)), parse(&text, Day(i32::MAX)), past(&text, Day(i32::MIN)));
        }
    }

    #[test]
    fn what_is_written_in_full_is_read(count in 0i32..100_000) {
        let day = Day::of(1901, 1, 1).unwrap().plus(count);
        for form in ["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d%m%Y"] {
            let text = day.date().format(form).to_string();
            prop_assert_eq!(parse(&text, today()), Ok(day.into()));
        }
    }

    #[test]
    fn without_a_year_it_is_the_next(count in 0i32..366) {
        let day = today().plus(count % 365);
        prop_assert_eq!(parse(&day.date().format("%d/%m").to_string(), today()), Ok(day.into()));
    }
}
