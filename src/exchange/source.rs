//! A file opened, whatever it is written in: its form, its first records, and all of them one at a time.

use std::io::{self, Cursor, Read};

use super::{
    cards::{self, Cards},
    json,
    mapping::Column,
    proposal::Unreadable,
    rows::{Record, Rows},
    setting::Setting,
    sheet::{self, Sheet},
    sniff::{self, HEAD, Kind, Table},
};

/// How a file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Rows of text.
    Text(Table),
    /// A sheet of a workbook.
    Sheet(Sheet),
    /// Address cards.
    Cards,
    /// JSON, one object a record: its line is the object's place.
    Json,
}

impl Form {
    /// The usual ending of such files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "csv",
            Self::Sheet(sheet) => sheet.workbook.name(),
            Self::Cards => "vcard",
            Self::Json => "json",
        }
    }
}

/// Records, one at a time.
pub trait Records {
    /// Reads the next record into `record`; false at the end.
    fn next(&mut self, record: &mut Record) -> io::Result<bool>;
}

/// Where the names of the columns are.
#[derive(Clone, Debug)]
pub enum Names {
    /// Among the first records, or nowhere.
    Inside,
    /// Beside the records.
    Beside(Vec<String>),
    /// Nowhere: the format itself says what stands where.
    Known(Vec<Column>),
}

/// A file opened.
pub struct Opened<'s> {
    /// How it is written.
    pub form: Form,
    /// Where the names of its columns are.
    pub names: Names,
    /// Its first records.
    pub sample: Vec<Record>,
    /// All its records.
    pub records: Box<dyn Records + 's>,
}

/// How many records tell how a file is laid out.
const SAMPLE: usize = 200;

/// Looks at the first bytes of `source` and opens it.
pub fn open<'s>(mut source: impl Read + 's, setting: &Setting) -> Result<Opened<'s>, Unreadable> {
    let mut head = Vec::with_capacity(HEAD);
    source.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    match sniff::look(&head) {
        Kind::Table(table) => text(head, source, table),
        Kind::Workbook(workbook) => {
            source.read_to_end(&mut head)?;
            let (sheet, rows) = sheet::read(head, workbook, setting.sheet)?;
            Ok(listed(Form::Sheet(sheet), Names::Inside, rows))
        }
        Kind::Cards(table) => {
            let records = Box::new(Cards::new(Cursor::new(head).chain(source), table)?);
            Ok(Opened { form: Form::Cards, names: Names::Known(cards::columns()), sample: Vec::new(), records })
        }
        Kind::Json => {
            source.read_to_end(&mut head)?;
            let (names, rows) = json::read(&head, setting)?;
            Ok(listed(Form::Json, names, rows))
        }
        Kind::Facts => Err(Unreadable::Facts),
        Kind::Other(foreign) => Err(Unreadable::Foreign(foreign)),
    }
}

fn text<'s>(head: Vec<u8>, source: impl Read + 's, table: Table) -> Result<Opened<'s>, Unreadable> {
    let whole = head.len() < HEAD;
    let mut rows = Rows::new(&head[..], table)?;
    let (mut sample, mut record) = (Vec::new(), Record::default());
    while sample.len() < SAMPLE && rows.next(&mut record)? {
        sample.push(record.clone());
    }
    if !whole && sample.len() < SAMPLE && sample.len() > 1 {
        sample.pop();
    }
    let records = Box::new(Rows::new(Cursor::new(head).chain(source), table)?);
    Ok(Opened { form: Form::Text(table), names: Names::Inside, sample, records })
}

/// Records that were all read at once.
fn listed<'s>(form: Form, names: Names, records: Vec<Record>) -> Opened<'s> {
    let sample = records.iter().take(SAMPLE).cloned().collect();
    Opened { form, names, sample, records: Box::new(Listed(records.into_iter())) }
}

struct Listed(std::vec::IntoIter<Record>);

impl Records for Listed {
    fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        let Some(next) = self.0.next() else { return Ok(false) };
        *record = next;
        Ok(true)
    }
}
