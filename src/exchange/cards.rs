//! Address cards (vCard 2.1, 3.0, 4.0) as records, one card at a time: photos and sounds are left where they are, what
//! has no field goes to the note under the card's own word for it.

use std::io::{self, BufRead, BufReader, Read};

use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardProperty as Property, VCardValue};

use super::{
    mapping::{Column, Meaning},
    rows::{self, Record, Utf8},
    sniff::Table,
    source::Records,
};
use crate::sales::{fields::field, words::name};

/// The columns every card is laid out in: the card's word, and the field.
const COLUMNS: [(&str, &str); 21] = [
    ("N", "contact.civility"),
    ("N", "contact.given_name"),
    ("N", "contact.family_name"),
    ("FN", "name"),
    ("TITLE", "contact.job"),
    ("TEL", "contact.phone"),
    ("TEL", "contact.mobile"),
    ("EMAIL", "contact.email"),
    ("ADR", "contact.street"),
    ("ADR", "contact.postcode"),
    ("ADR", "contact.town"),
    ("ADR", "contact.country"),
    ("ORG", "company.name"),
    ("URL", "company.website"),
    ("CATEGORIES", "contact.tags"),
    ("NOTE", "contact.note"),
    ("TEL", "note"),
    ("EMAIL", "note"),
    ("ADR", "note"),
    ("ORG", "note"),
    ("N", "note"),
];

/// What else is worth keeping, each under its own word.
const KEPT: [Property; 5] =
    [Property::Nickname, Property::Bday, Property::Role, Property::Impp, Property::Socialprofile];

/// The columns of any file of cards.
pub fn columns() -> Vec<Column> {
    let kept = KEPT.iter().map(|property| (property.as_str(), "note"));
    let meaning = |key: &str| match key {
        "name" => Meaning::FullName,
        _ => field(key).map_or(Meaning::Note, Meaning::Field),
    };
    COLUMNS.into_iter().chain(kept).map(|(word, key)| Column::of(word, meaning(key))).collect()
}

/// The cards of a file.
pub struct Cards<R: Read> {
    lines: BufReader<Utf8<R>>,
    at: u64,
    card: Vec<u8>,
}

impl<R: Read> Cards<R> {
    /// Reads cards from `source`, whose first bytes said how it is written; the mark is still in it.
    pub fn new(mut source: R, table: Table) -> io::Result<Self> {
        io::copy(&mut source.by_ref().take(table.skip as u64), &mut io::sink())?;
        Ok(Self { lines: BufReader::with_capacity(1 << 16, Utf8::new(source, table)), at: 0, card: Vec::new() })
    }

    /// Gathers the lines of the next card; the line it begins on. A card inside a card is part of it.
    fn gather(&mut self) -> io::Result<Option<u64>> {
        let (mut first, mut depth) = (None, 0_u32);
        self.card.clear();
        loop {
            let start = self.card.len();
            if self.lines.read_until(b'\n', &mut self.card)? == 0 {
                return Ok(first);
            }
            self.at += 1;
            let line = self.card[start..].trim_ascii();
            if line.eq_ignore_ascii_case(b"BEGIN:VCARD") {
                first.get_or_insert(self.at);
                depth += 1;
            } else if line.eq_ignore_ascii_case(b"END:VCARD") {
                depth = depth.saturating_sub(1);
                if depth == 0 && first.is_some() {
                    return Ok(first);
                }
            }
            if first.is_none() {
                self.card.clear();
            }
        }
    }
}

impl<R: Read> Records for Cards<R> {
    fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        let Some(line) = self.gather()? else { return Ok(false) };
        *record = Record { line, ..Record::default() };
        let text = with_charsets(&rows::text(&self.card));
        let card = VCard::parse(text).unwrap_or_default();
        Sorted::of(&card).cells().iter().for_each(|cell| record.cells.push_field(cell.as_bytes()));
        Ok(true)
    }
}

/// Old programs write UTF-8 in quoted-printable and do not say so; the standard would have it Latin.
fn with_charsets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let head = line.split_once(':').map_or("", |(head, _)| head).to_ascii_uppercase();
        let silent = head.contains("QUOTED-PRINTABLE") && !head.contains("CHARSET=");
        match line.split_once(':') {
            Some((head, value)) if silent => {
                out.push_str(head);
                out.push_str(if is_utf8(value) { ";CHARSET=UTF-8:" } else { ";CHARSET=WINDOWS-1252:" });
                out.push_str(value);
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// Whether the escaped bytes of a line are UTF-8, but for a letter cut at its end.
fn is_utf8(value: &str) -> bool {
    let mut bytes = Vec::new();
    for piece in value.split('=').skip(1) {
        let code = piece.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.extend(code);
        if piece.len() > 2 {
            bytes.push(b' ');
        }
    }
    std::str::from_utf8(&bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// A card's words, sorted into the places of [`COLUMNS`].
#[derive(Default)]
struct Sorted {
    /// Civility, given, family.
    name: [String; 3],
    whole: String,
    job: String,
    phones: Vec<String>,
    mobiles: Vec<String>,
    emails: Vec<String>,
    address: [String; 4],
    firm: String,
    site: String,
    tags: String,
    note: String,
    others: Others,
}

/// What found no field.
#[derive(Default)]
struct Others {
    phones: Vec<String>,
    addresses: Vec<String>,
    units: Vec<String>,
    names: Vec<String>,
    kept: [String; KEPT.len()],
}

impl Sorted {
    fn of(card: &VCard) -> Self {
        let mut sorted = Self::default();
        let address = card.entries.iter().filter(|entry| entry.name == Property::Adr);
        let main = address.clone().find(|entry| is(entry, "WORK")).or_else(|| address.clone().next());
        for entry in &card.entries {
            sorted.entry(entry, main.is_some_and(|main| std::ptr::eq(main, entry)));
        }
        let flag = |name: &str, value: &str| {
            let is = |entry: &&VCardEntry| entry.name.as_str().eq_ignore_ascii_case(name);
            card.entries.iter().filter(is).any(|entry| all(entry).eq_ignore_ascii_case(value))
        };
        let house = flag("KIND", "org") || flag("X-ABSHOWAS", "COMPANY");
        sorted.settle(house);
        sorted
    }

    fn entry(&mut self, entry: &VCardEntry, main: bool) {
        let part = |at: usize| entry.values.get(at).map(text).unwrap_or_default();
        match &entry.name {
            Property::N => self.named(part),
            Property::Fn if self.whole.is_empty() => self.whole = all(entry),
            Property::Title if self.job.is_empty() => self.job = all(entry),
            Property::Tel => self.number(entry),
            Property::Email => self.emails.push(all(entry)),
            Property::Adr if main => {
                self.address = [joined(&[part(0), part(1), part(2)], ", "), part(5), part(3), part(6)];
                self.others.addresses.extend(Some(part(4)).filter(|region| !region.is_empty()));
            }
            Property::Adr => self.others.addresses.push(joined(&(0..7).map(part).collect::<Vec<_>>(), ", ")),
            Property::Org if self.firm.is_empty() => {
                self.firm = part(0);
                self.others.units.extend((1..entry.values.len()).map(part));
            }
            Property::Org => self.others.units.push(all(entry)),
            Property::Url if self.site.is_empty() => self.site = all(entry),
            Property::Categories => append(&mut self.tags, &all(entry), ", "),
            Property::Note => append(&mut self.note, &all(entry), "\n"),
            other => {
                if let Some(at) = KEPT.iter().position(|kept| kept == other) {
                    append(&mut self.others.kept[at], &all(entry), ", ");
                }
            }
        }
    }

    /// Family, given, further names, prefix, suffix.
    fn named(&mut self, part: impl Fn(usize) -> String) {
        let prefix = part(3);
        let civility = name::civility(&prefix).map_or(prefix, str::to_owned);
        self.name = [civility, part(1), part(0)];
        self.others.names = [part(2), part(4)].into_iter().filter(|text| !text.is_empty()).collect();
    }

    fn number(&mut self, entry: &VCardEntry) {
        let text = all(entry);
        let number = text.strip_prefix("tel:").unwrap_or(&text).to_owned();
        let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let french = ["06", "07", "+336", "+337", "00336", "00337"].iter().any(|start| digits.starts_with(start));
        if is(entry, "FAX") {
            self.others.phones.push(format!("{number} (fax)"));
        } else if is(entry, "CELL") || french {
            self.mobiles.push(number);
        } else {
            self.phones.push(number);
        }
    }

    /// A house has no person's name; a whole name counts where its parts are not given; a second mobile is a phone.
    fn settle(&mut self, house: bool) {
        let parted = !(self.name[1].is_empty() && self.name[2].is_empty());
        if house && self.firm.is_empty() {
            self.firm = std::mem::take(&mut self.whole);
        }
        if house || parted || self.whole == self.firm {
            self.whole.clear();
        }
        if house {
            self.name = Default::default();
        }
        if self.phones.is_empty() && self.mobiles.len() > 1 {
            self.phones.push(self.mobiles.remove(1));
        }
    }

    fn cells(self) -> Vec<String> {
        let first = |list: &[String]| list.first().cloned().unwrap_or_default();
        let rest = |list: &[String]| joined(list.get(1..).unwrap_or_default(), ", ");
        let [civility, given, family] = self.name;
        let [street, postcode, town, country] = self.address;
        let phones = joined(&[rest(&self.phones), rest(&self.mobiles), joined(&self.others.phones, ", ")], ", ");
        let mut cells = vec![civility, given, family, self.whole, self.job, first(&self.phones), first(&self.mobiles)];
        cells.extend([
            first(&self.emails),
            street,
            postcode,
            town,
            country,
            self.firm,
            self.site,
            self.tags,
            self.note,
        ]);
        cells.extend([phones, rest(&self.emails), joined(&self.others.addresses, " / ")]);
        cells.extend([joined(&self.others.units, ", "), joined(&self.others.names, ", ")]);
        cells.extend(self.others.kept);
        cells
    }
}

/// Whether an entry is of a type, in the spelling of any version.
fn is(entry: &VCardEntry, word: &str) -> bool {
    entry.params.iter().any(|param| {
        let bare = matches!(&param.name, VCardParameterName::Other(name) if name.eq_ignore_ascii_case(word));
        bare || param.value.as_text().is_some_and(|text| text.split(',').any(|text| text.eq_ignore_ascii_case(word)))
    })
}

fn all(entry: &VCardEntry) -> String {
    joined(&entry.values.iter().map(text).collect::<Vec<_>>(), ", ")
}

fn text(value: &VCardValue) -> String {
    match value {
        VCardValue::Component(parts) => joined(parts, ", "),
        VCardValue::Integer(number) => number.to_string(),
        VCardValue::PartialDateTime(at) => {
            let parts = [at.year.map(u32::from), at.month.map(u32::from), at.day.map(u32::from)];
            parts.into_iter().flatten().map(|part| format!("{part:02}")).collect::<Vec<_>>().join("-")
        }
        other => other.as_text().unwrap_or_default().trim().to_owned(),
    }
}

fn joined(parts: &[String], between: &str) -> String {
    let filled: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    filled.join(between)
}

fn append(to: &mut String, text: &str, between: &str) {
    if !to.is_empty() && !text.is_empty() {
        to.push_str(between);
    }
    to.push_str(text);
}
