//! What files do to words before they reach the one door of validated words: several values in one cell, timestamps,
//! spreadsheet days, month-first dates. A repair is certain or it is none.

use crate::sales::{
    fact::Value,
    fields::{Field, Holds},
    moment::{Day, Moment},
    money::Money,
    words::{
        Flaw, Repair, date, plain,
        value::{self, Context, Read},
    },
};

/// A cell's value, and the text that held a second one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// What was read.
    pub read: Read,
    /// Further values of the same cell.
    pub rest: Option<&'t str>,
}

/// Whether a date lies ahead or behind: that decides what one without a year means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A next step, a closing.
    Ahead,
    /// A last contact, a creation.
    Behind,
}

/// Reads a cell into a field.
pub fn cell<'t>(field: &Field, text: &'t str, ctx: &Context, month_first: bool) -> Result<Cell<'t>, Flaw> {
    if let (".reference", Some((first, rest))) = (tail(field.key), text.split_once([';', ','])) {
        let rest = Some(rest.trim()).filter(|rest| !rest.is_empty());
        return value::read(field, first, ctx).map(|read| Cell { read, rest });
    }
    if let Some(value) = usual(field.holds, text, ctx) {
        return Ok(Cell { read: Read { value, repair: None }, rest: None });
    }
    match field.holds {
        Holds::Date => moment(text, ctx.today, Side::Ahead, month_first).map(|(moment, repair)| Cell {
            read: Read { value: moment.map_or(Value::Nothing, |moment| Value::Day(moment.day)), repair },
            rest: None,
        }),
        Holds::Tags if text.contains(":::") || text.starts_with('*') => {
            let tags: Vec<&str> = text.split(":::").map(str::trim).filter(|tag| !tag.starts_with('*')).collect();
            value::read(field, &tags.join(","), ctx).map(alone)
        }
        Holds::Tags if text.starts_with('"') => value::read(field, &text.replace('"', ""), ctx).map(alone),
        Holds::Phone | Holds::Email => several(field, text, ctx),
        Holds::Number => value::read(field, text, ctx).or_else(|flaw| counted(field, text, ctx).ok_or(flaw)).map(alone),
        _ => value::read(field, text, ctx).map(alone),
    }
}

fn tail(key: &str) -> &str {
    key.find('.').map_or("", |at| &key[at..])
}

/// The spellings nearly every cell has, read without a detour; a test holds them equal to the door.
fn usual(holds: Holds, text: &str, ctx: &Context) -> Option<Value> {
    match holds {
        Holds::Line | Holds::Name if is_tidy(text) => Some(Value::Text(text.to_owned())),
        Holds::Phone => french_phone(text).map(Value::Text),
        Holds::Amount => plain_amount(text).map(|cents| Value::Money(Money { cents, tax: ctx.tax })),
        _ => None,
    }
}

/// Visible letters of ASCII and Latin, spaces single and inside: [`crate::sales::words::plain::line`] has nothing to do.
pub fn is_tidy(text: &str) -> bool {
    let (mut space, mut wide) = (true, false);
    for byte in text.bytes() {
        match byte {
            b' ' if space || wide => return false,
            b' ' => space = true,
            0x21..=0x7E if !wide => space = false,
            0xC3..=0xC5 if !wide => (wide, space) = (true, false),
            0x80..=0xBF if wide => wide = false,
            _ => return false,
        }
    }
    !space && text.len() < plain::MAX_TEXT
}

/// `06 39 98 00 01` or `0639980001`, overseas numbers left to the door.
fn french_phone(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let spaced = bytes.len() == 14 && bytes.iter().skip(2).step_by(3).all(|byte| *byte == b' ');
    if !spaced && bytes.len() != 10 || bytes.first() != Some(&b'0') || text.len() > 14 {
        return None;
    }
    let digits: String = text.chars().filter(|c| !(spaced && *c == ' ')).collect();
    let at_home = !["026", "059", "069", "00", "08"].iter().any(|start| digits.starts_with(start));
    let all = digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (all && at_home).then(|| format!("+33{}", &digits[1..]))
}

/// `13839.88`, `4820,5`, `15000`.
fn plain_amount(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "00"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=9).contains(&whole.len()) || !(1..=2).contains(&part.len()) || !digits(whole) || !digits(part) {
        return None;
    }
    let cents: i64 = part.parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + if part.len() == 1 { cents * 10 } else { cents })
}

fn alone(read: Read) -> Cell<'static> {
    Cell { read, rest: None }
}

/// One number or address, else the first of several.
fn several<'t>(field: &Field, text: &'t str, ctx: &Context) -> Result<Cell<'t>, Flaw> {
    let whole = value::read(field, text, ctx);
    let cuts: &[&str] = match field.holds {
        Holds::Phone => &[":::", ";", "\n", ",", " / ", " ou ", " et ", " - ", "/", "|"],
        _ => &[":::", ";", "\n", ",", " / ", " ou ", " "],
    };
    match whole {
        Ok(read) => Ok(alone(read)),
        Err(flaw) => cuts
            .iter()
            .filter_map(|cut| text.split_once(cut))
            .find_map(|(first, rest)| {
                let first = first.trim();
                let read = value::read(field, first, ctx).ok().filter(|_| !first.is_empty())?;
                Some(Cell { read, rest: Some(rest.trim()).filter(|rest| !rest.is_empty()) })
            })
            .or_else(|| among_words(field, text, ctx))
            .ok_or(flaw),
    }
}

/// `Fixe : 02 99 00 00 01 Port : 06…`, `0639980001(Paul)`: the first French number among words, and all that follows it.
fn among_words<'t>(field: &Field, text: &'t str, ctx: &Context) -> Option<Cell<'t>> {
    if field.holds != Holds::Phone {
        return None;
    }
    let start = text.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let from = text.get(start..)?;
    let wanted = ["+33", "33"].iter().find_map(|code| from.starts_with(code).then_some(11)).unwrap_or(10);
    let mut digits = 0;
    let end =
        from.char_indices().take_while(|(_, c)| c.is_ascii_digit() || "+ .-".contains(*c)).find_map(|(at, c)| {
            digits += usize::from(c.is_ascii_digit());
            (digits == wanted).then_some(at + 1)
        })?;
    let (number, rest) = from.split_at(end);
    if rest.starts_with(|c: char| c.is_ascii_digit()) || !number.starts_with(['0', '+', '3']) {
        return None;
    }
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '+').trim();
    let read = value::read(field, number, ctx).ok()?;
    Some(Cell { read, rest: Some(rest).filter(|rest| !rest.is_empty()) })
}

/// `12 salariés`: a whole number and one word behind it.
fn counted(field: &Field, text: &str, ctx: &Context) -> Option<Read> {
    let (number, word) = text.rsplit_once(' ')?;
    let counted = word.chars().all(|c| c.is_alphabetic() || "().".contains(c));
    counted.then(|| value::read(field, number, ctx).ok())?
}

/// `12 rue des Lilas, 44000 NANTES` as street, code and town; nothing where no code of five digits has a town behind it.
pub fn address(text: &str) -> Option<[String; 3]> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let code = |word: &str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let at = words.iter().rposition(|word| code(word))?;
    let town = words.get(at + 1..)?.join(" ");
    let street = words.get(..at)?.join(" ");
    let is_town = !town.is_empty() && town.chars().all(|c| c.is_alphabetic() || " -'’".contains(c));
    let bare = |text: &str| text.trim_matches(|c: char| c == ',' || c == '"' || c == '-' || c == ' ').to_owned();
    is_town.then(|| [bare(&street), (*words.get(at).unwrap_or(&"")).to_owned(), bare(&town)])
}

/// A date as files write it; nothing for `0/0/00`.
pub fn moment(text: &str, today: Day, side: Side, month_first: bool) -> Result<(Option<Moment>, Option<Repair>), Flaw> {
    let text = text.trim();
    if text.is_empty() || matches!(text, "0/0/00" | "00/00/0000" | "0000-00-00") {
        return Ok((None, None));
    }
    if let Some(day) = serial(text) {
        return Ok((Some(day.into()), Some(Repair::SerialDay)));
    }
    if text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Flaw::NotADate);
    }
    if let Some(day) = written(text, month_first) {
        return day.map(|day| (Some(day.into()), None));
    }
    let read = if side == Side::Ahead { date::mended } else { date::past_mended };
    read(text, today).map(|(moment, repair)| (Some(moment), repair))
}

/// Days since 30 December 1899, as spreadsheets count: `45631` or `45631.0`, from 1982 to 2064.
fn serial(text: &str) -> Option<Day> {
    let whole = text
        .split_once(['.', ','])
        .map_or(text, |(whole, part)| if part.bytes().all(|byte| byte.is_ascii_digit()) { whole } else { "" });
    let days: i32 = whole.parse().ok().filter(|_| whole.len() == 5)?;
    (30_000..60_000).contains(&days).then(|| Day::of(1899, 12, 30).map(|start| start.plus(days)))?
}

/// `2026-03-12`, `12/03/2026`, `12.03.26`, each with or without a time behind it.
fn written(text: &str, month_first: bool) -> Option<Result<Day, Flaw>> {
    let date = text.split(['T', ' ']).next()?;
    let time = text[date.len()..].trim_start_matches(['T', ' ']);
    if !time.is_empty() && !time.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut parts = date.split(['/', '-', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let (one, two, three) = (number(first)?, number(second)?, number(third)?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (first.len(), third.len()) {
        (4, _) => (one, two, three),
        (_, 4) if month_first => (three, one, two),
        (_, 4) => (three, two, one),
        (_, 2) if month_first => (2000 + three, one, two),
        (_, 2) => (2000 + three, two, one),
        _ => return None,
    };
    Some(Day::of(year as i32, month, day).ok_or(Flaw::NoSuchDay { day, month, year: year as i32 }))
}

/// Whether dates tell by themselves that the month stands first, or second; nothing where they do not.
pub fn says_month_first(text: &str) -> Option<bool> {
    let mut parts = text.split(['/', ' ']).map(|part| part.parse::<u32>().ok());
    match (parts.next()??, parts.next()??, parts.next()??) {
        (1..=12, 13..=31, year) if year > 31 => Some(true),
        (13..=31, 1..=12, year) if year > 31 => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{exchange::setting::Setting, sales::fields};

    fn day(text: &str, month_first: bool) -> Result<String, Flaw> {
        let today = Setting::default().today;
        moment(text, today, Side::Behind, month_first)
            .map(|(at, _)| at.map(|at| at.day.to_string()).unwrap_or_default())
    }

    #[test]
    fn dates_of_files_are_read() {
        for (text, month_first, expected) in [
            ("12/03/2026", false, "2026-03-12"),
            ("3/12/2026", true, "2026-03-12"),
            ("3/15/2026 2:30 PM", true, "2026-03-15"),
            ("2026-03-12 09:14", false, "2026-03-12"),
            ("2026-03-12T08:00:00.000+0000", false, "2026-03-12"),
            ("45631.0", false, "2024-12-05"),
            ("0/0/00", false, ""),
        ] {
            assert_eq!(day(text, month_first).unwrap(), expected, "{text}");
        }
        assert_eq!(day("31/02/2027", false), Err(Flaw::NoSuchDay { day: 31, month: 2, year: 2027 }));
        assert_eq!(day("4", false), Err(Flaw::NotADate));
    }

    #[test]
    fn dates_tell_which_part_is_the_month() {
        assert_eq!(says_month_first("3/15/2026 2:30 PM"), Some(true));
        assert_eq!(says_month_first("15/03/2026"), Some(false));
        assert_eq!(says_month_first("03/04/2026"), None);
    }

    #[test]
    fn a_second_number_is_handed_on() {
        let setting = Setting::default();
        let field = fields::field("contact.phone").unwrap();
        let cell = cell(field, "06 39 98 00 01,02 99 00 00 01", &setting.context(None), false).unwrap();
        assert_eq!(cell.read.value, Value::Text("+33639980001".to_owned()));
        assert_eq!(cell.rest, Some("02 99 00 00 01"));
    }

    #[test]
    fn numbers_among_words_are_found() {
        let setting = Setting::default();
        let field = fields::field("contact.phone").unwrap();
        for (text, number, rest) in [
            ("Fixe : 02 99 00 01 03 Port : 06 39 98 01 03", "+33299000103", Some("Port : 06 39 98 01 03")),
            ("0639980104(Paul) 0639980105(Marie)", "+33639980104", Some("Paul) 0639980105(Marie)")),
            ("33639980501 - FR", "+33639980501", Some("FR")),
            ("06 39 98 01 01 - 06 39 98 01 02", "+33639980101", Some("06 39 98 01 02")),
        ] {
            let cell = cell(field, text, &setting.context(None), false).expect(text);
            assert_eq!((cell.read.value, cell.rest), (Value::Text(number.to_owned()), rest), "{text}");
        }
        assert!(cell(field, "réf. 1234567890123", &setting.context(None), false).is_err());
    }

    #[test]
    fn an_address_in_one_cell_has_three_parts() {
        let parts = |text: &str| address(text).map(|parts| parts.join("|"));
        assert_eq!(parts("12 rue des Lilas 44000 NANTES").as_deref(), Some("12 rue des Lilas|44000|NANTES"));
        assert_eq!(parts("\"12, rue des Lilas\", 44000 Nantes").as_deref(), Some("12, rue des Lilas|44000|Nantes"));
        assert_eq!(parts("BP 44000"), None);
        assert_eq!(parts("12 rue des Lilas"), None);
    }

    #[test]
    fn a_number_may_have_its_word_behind_it() {
        let setting = Setting::default();
        let size = fields::field("company.size").unwrap();
        let read = |text: &str| cell(size, text, &setting.context(None), false).map(|cell| cell.read.value);
        assert_eq!(read("12 salariés"), Ok(Value::Number(12)));
        assert!(read("6 à 9 salariés").is_err());
    }

    fn both_ways(key: &str, text: &str) -> (Option<Value>, Result<Read, Flaw>) {
        let setting = Setting::default();
        let (field, ctx) = (fields::field(key).unwrap(), setting.context(None));
        (usual(field.holds, text, &ctx), value::read(field, text, &ctx))
    }

    proptest! {
        #[test]
        fn the_usual_way_is_the_way_of_the_door(
            phone in "0[0-9]( [0-9]{2}){4}|0[0-9]{9}|[0-9 ]{10,14}",
            amount in "[0-9]{1,9}([.,][0-9]{1,3})?",
            name in "[a-zA-Zéèêçœ ',.&-]{1,20}|\\PC{0,8}",
        ) {
            for (key, text) in [("contact.phone", &phone), ("deal.amount", &amount), ("company.name", &name)] {
                if let (Some(value), door) = both_ways(key, text) {
                    prop_assert_eq!(Ok(Read { value, repair: None }), door, "{}", text);
                }
            }
        }
    }

    #[test]
    fn most_cells_go_the_usual_way() {
        for (key, text) in [
            ("contact.phone", "06 39 98 00 01"),
            ("contact.phone", "0199000001"),
            ("deal.amount", "13839.88"),
            ("deal.amount", "15000"),
            ("company.name", "Électricité & Fils"),
        ] {
            assert!(both_ways(key, text).0.is_some(), "{text}");
        }
    }
}
