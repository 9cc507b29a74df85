//! A table as a workbook: texts that are texts whatever they start with, numbers that add up, days that are days. The
//! caller gives headers and cells; nothing is looked up and nothing is written to disk.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::sales::{moment::Day, money::Money};

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words; nothing where there are none.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Euros and cents.
    Amount(Money),
    /// Hundredths of a percent.
    Percent(u32),
    /// A day.
    Day(Day),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// How numbers and days are shown.
struct Looks {
    header: Format,
    number: Format,
    amount: Format,
    percent: Format,
    day: Format,
}

/// Writes a table of one sheet.
pub fn write(name: &str, headers: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks {
        header: Format::new().set_bold(),
        number: Format::new().set_num_format("0"),
        amount: Format::new().set_num_format("#,##0.00"),
        percent: Format::new().set_num_format("0.##\" %\"").set_align(FormatAlign::Right),
        day: Format::new().set_num_format("dd/mm/yyyy"),
    };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name)?;
    for (column, header) in (0..).zip(headers) {
        sheet.write_string_with_format(0, column, header, &looks.header)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            put(sheet, row, column, cell, &looks)?;
        }
    }
    let last = u16::try_from(headers.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?.autofilter(0, 0, rows.len() as u32, last)?;
    sheet.set_autofit_max_width(300).autofit();
    book.save_to_buffer()
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if text.is_empty() => return Ok(()),
        Cell::Text(text) => sheet.write_string(row, column, text)?,
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number as f64, &looks.number)?,
        Cell::Amount(money) => {
            sheet.write_number_with_format(row, column, money.cents as f64 / 100.0, &looks.amount)?
        }
        // below one, a reader of workbooks could not tell hundredths from shares of one
        Cell::Percent(share) if *share <= 100 => sheet.write_string(row, column, percent(*share))?,
        Cell::Percent(share) => {
            sheet.write_number_with_format(row, column, f64::from(*share) / 100.0, &looks.percent)?
        }
        Cell::Day(day) => {
            let text = day.date().format("%Y-%m-%d").to_string();
            let at = ExcelDateTime::parse_from_str(&text)?;
            sheet.write_datetime_with_format(row, column, &at, &looks.day)?
        }
    };
    Ok(())
}

/// `0,9 %`.
fn percent(share: u32) -> String {
    format!("{},{:02} %", share / 100, share % 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::{
        rows,
        sheet::{Workbook as Kind, read},
    };

    fn cell() -> impl Strategy<Value = Cell> {
        prop_oneof![
            "[^\\p{C}\\p{Z}]{1,12}".prop_map(Cell::Text),
            prop::sample::select(vec!["=1+1", "+33 6", "01000", "@x", "'a", "-", "3/4"])
                .prop_map(|t| Cell::Text(t.into())),
            (0..9_000_000i64).prop_map(Cell::Number),
            (1..999_999_999i64).prop_map(|cents| Cell::Amount(Money::ht(cents))),
            (0..=10_000u32).prop_map(Cell::Percent),
            (700_000..760_000i32).prop_map(|day| Cell::Day(Day(day))),
        ]
    }

    /// As our reader of workbooks tells it.
    fn told(cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Amount(money) => (money.cents as f64 / 100.0).to_string(),
            Cell::Percent(share) if *share <= 100 => percent(*share),
            Cell::Percent(share) => (f64::from(*share) / 100.0).to_string(),
            Cell::Day(day) => day.to_string(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn what_is_written_is_read_back(table in prop::collection::vec(prop::collection::vec(cell(), 1..6), 1..8)) {
            let headers: Vec<String> = (0..6).map(|n| format!("colonne {n}")).collect();
            let bytes = write("Vigie", &headers, &table).unwrap();
            let (sheet, records) = read(bytes, Kind::Xlsx, None).unwrap();
            prop_assert_eq!(sheet.name, "Vigie");
            for (record, cells) in records.iter().skip(1).zip(&table) {
                let back: Vec<String> = record.cells.iter().map(|cell| rows::text(cell).into_owned()).collect();
                prop_assert_eq!(back, cells.iter().map(told).collect::<Vec<_>>());
            }
            prop_assert_eq!(records.len(), table.len() + 1);
        }
    }
}
