//! A sheet of a workbook as records: numbers and dates in the one spelling files have for them, formulas by their
//! values. Which sheet is read is told; the others are named.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{Data, ExcelDateTime, Reader, SheetVisible, Sheets};

use super::{proposal::Unreadable, rows::Record, sniff::Foreign};
use crate::sales::words::fold::folded;

/// What wrote a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Workbook {
    /// Excel 2007 and later.
    Xlsx,
    /// The same, in binary.
    Xlsb,
    /// Excel 97 to 2003.
    Xls,
    /// LibreOffice.
    Ods,
}

impl Workbook {
    /// Its usual ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// The sheet that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What wrote the workbook.
    pub workbook: Workbook,
    /// Its name.
    pub name: String,
    /// The sheets that were not read.
    pub others: Vec<String>,
}

type Book = Sheets<Cursor<Vec<u8>>>;

/// Reads the sheet of this name, else the first visible one with something in it. The reader of old workbooks takes some
/// damage for impossible and panics: that is a damaged workbook and nothing else.
pub fn read(bytes: Vec<u8>, workbook: Workbook, wanted: Option<&str>) -> Result<(Sheet, Vec<Record>), Unreadable> {
    let read = catch_unwind(AssertUnwindSafe(|| first(bytes, workbook, wanted)));
    read.unwrap_or_else(|_| Err(broken(&"damaged")))
}

fn first(bytes: Vec<u8>, workbook: Workbook, wanted: Option<&str>) -> Result<(Sheet, Vec<Record>), Unreadable> {
    let mut book = opened(bytes, workbook)?;
    let names = book.sheet_names();
    let hidden = |name: &String| {
        let sheet = book.sheets_metadata().iter().find(|sheet| sheet.name == *name);
        sheet.is_some_and(|sheet| sheet.visible != SheetVisible::Visible)
    };
    let candidates: Vec<String> = match wanted {
        Some(wanted) => vec![named(&names, wanted)?],
        None => names.iter().filter(|name| !hidden(name)).cloned().collect(),
    };
    for name in candidates {
        let rows = rows(&mut book, &name)?;
        if !rows.is_empty() {
            let others = names.into_iter().filter(|other| *other != name).collect();
            return Ok((Sheet { workbook, name, others }, rows));
        }
    }
    Err(Unreadable::Foreign(Foreign::Empty))
}

fn opened(bytes: Vec<u8>, workbook: Workbook) -> Result<Book, Unreadable> {
    let locked = workbook == Workbook::Xls && holds_package(&bytes);
    let source = Cursor::new(bytes);
    match workbook {
        _ if locked => Err(Unreadable::Foreign(Foreign::Locked)),
        Workbook::Xlsx => calamine::Xlsx::new(source).map(Sheets::Xlsx).map_err(|error| broken(&error)),
        Workbook::Xlsb => calamine::Xlsb::new(source).map(Sheets::Xlsb).map_err(|error| broken(&error)),
        Workbook::Xls => calamine::Xls::new(source).map(Sheets::Xls).map_err(|error| broken(&error)),
        Workbook::Ods => calamine::Ods::new(source).map(Sheets::Ods).map_err(|error| broken(&error)),
    }
}

/// A workbook behind a password is a package inside an old Office file.
fn holds_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

fn broken(error: &impl ToString) -> Unreadable {
    Unreadable::Workbook { reason: error.to_string() }
}

fn named(names: &[String], wanted: &str) -> Result<String, Unreadable> {
    let exact = names.iter().find(|name| *name == wanted);
    let alike = || names.iter().find(|name| folded(name) == folded(wanted));
    let no = || Unreadable::NoSuchSheet { name: wanted.to_owned(), sheets: names.to_vec() };
    exact.or_else(alike).cloned().ok_or_else(no)
}

fn rows(book: &mut Book, name: &str) -> Result<Vec<Record>, Unreadable> {
    let mut grid = Grid::default();
    if let Sheets::Xlsx(book) = book {
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| broken(&error))?;
        while let Some(cell) = cells.next_cell().map_err(|error| broken(&error))? {
            let (row, column) = cell.get_position();
            grid.put(row, column, &Data::from(cell.get_value().clone()))?;
        }
    } else {
        let range = book.worksheet_range(name).map_err(|error| broken(&error))?;
        let (row, column) = range.start().unwrap_or_default();
        for (down, right, value) in range.used_cells() {
            grid.put(row + down as u32, column + right as u32, value)?;
        }
    }
    Ok(grid.rows)
}

/// How many empty cells may stand in front of others: a sheet with something in its far corner is no list.
const BLANKS: usize = 20_000_000;

#[derive(Default)]
struct Grid {
    rows: Vec<Record>,
    blanks: usize,
}

impl Grid {
    fn put(&mut self, row: u32, column: u32, value: &Data) -> Result<(), Unreadable> {
        let text = text(value);
        if text.is_empty() {
            return Ok(());
        }
        let line = u64::from(row) + 1;
        if self.rows.last().is_none_or(|last| last.line < line) {
            self.rows.push(Record { line, ..Record::default() });
        }
        let Some(record) = self.rows.last_mut() else { return Ok(()) };
        let blanks = (column as usize).checked_sub(record.cells.len()).filter(|_| record.line == line);
        let Some(blanks) = blanks else { return Err(broken(&"cells are not in order")) };
        self.blanks += blanks;
        if self.blanks > BLANKS {
            return Err(broken(&"too many empty cells"));
        }
        (0..blanks).for_each(|_| record.cells.push_field(b""));
        record.cells.push_field(text.as_bytes());
        Ok(())
    }
}

/// A cell as a file of text would have it; a broken formula is empty.
fn text(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => figures(*number),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => moment_text(moment),
    }
}

/// The fifteen digits a spreadsheet vouches for: a sum that came to 1199.9999999999998 is 1200.
fn figures(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    match (moment.is_datetime() && moment.as_f64() >= 1.0, hour + minute > 0) {
        (false, _) => format!("{hour:02}:{minute:02}"),
        (true, false) => format!("{year:04}-{month:02}-{day:02}"),
        (true, true) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}
