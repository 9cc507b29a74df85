//! A table as CSV that every office program reads right, with no cell that starts a formula. The caller gives headers
//! and texts; nothing is looked up and nothing is written to disk.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Between two cells.
    pub separator: u8,
    /// A byte order mark first, so that Excel sees the accents.
    pub mark: bool,
}

impl Style {
    /// What Excel and LibreOffice expect in France.
    pub const FRENCH: Self = Self { separator: b';', mark: true };
    /// What other programs expect.
    pub const PLAIN: Self = Self { separator: b',', mark: false };
}

/// Writes rows as CSV, one at a time.
pub struct Table<W: Write> {
    writer: Writer<W>,
    separator: u8,
}

impl<W: Write> Table<W> {
    /// Starts a table with its headers.
    pub fn new<T: AsRef<str>>(mut to: W, style: Style, headers: &[T]) -> io::Result<Self> {
        if style.mark {
            to.write_all("\u{FEFF}".as_bytes())?;
        }
        let writer = WriterBuilder::new()
            .delimiter(style.separator)
            .quote_style(QuoteStyle::Never)
            .terminator(Terminator::CRLF)
            .from_writer(to);
        let mut table = Self { writer, separator: style.separator };
        table.row(headers)?;
        Ok(table)
    }

    /// Writes a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> io::Result<()> {
        for cell in cells {
            self.writer.write_field(cell_text(cell.as_ref(), self.separator)).map_err(of_the_system)?;
        }
        if cells.is_empty() {
            self.writer.write_field("").map_err(of_the_system)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(of_the_system)
    }

    /// Hands everything over.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
    }
}

/// What the system said; csv's own way hides that the reader went away.
fn of_the_system(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A cell that is text and nothing else: no formula, quoted where it must be.
fn cell_text(text: &str, separator: u8) -> String {
    let safe = harmless(text);
    let special = |c: char| matches!(c, '"' | '\n' | '\r' | '\t' | ';' | ',') || c == separator as char;
    let edges = safe.starts_with(' ') || safe.ends_with(' ') || safe.starts_with('\'');
    if safe.contains(special) || edges { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

/// A leading apostrophe keeps a spreadsheet from taking a text for a formula; numbers and phone numbers stay as
/// they are.
pub fn harmless(text: &str) -> String {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}');
    let formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '|', '%'])
        || text.starts_with(['\t', '\r', '\n']);
    if formula && !is_number(text) { format!("'{text}") } else { text.to_owned() }
}

/// `-12,50`, `+33639980001`, `+33 6 39 98 00 01`, `-3 %`: digits behind one sign, which no spreadsheet can compute
/// into something else.
fn is_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else { return false };
    let rest = rest.trim_end_matches(['%', '€', ' ', '\u{A0}', '\u{202F}']);
    let spaces = [' ', '\u{A0}', '\u{202F}'];
    let marks = rest.chars().filter(|c| matches!(c, ',' | '.')).count();
    rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || spaces.contains(&c) || matches!(c, ',' | '.'))
        && marks <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(style: Style, rows: &[&[&str]]) -> String {
        let mut table = Table::new(Vec::new(), style, &["Nom", "Note"]).unwrap();
        for row in rows {
            table.row(row).unwrap();
        }
        String::from_utf8(table.finish().unwrap()).unwrap()
    }

    #[test]
    fn a_french_table_has_a_mark_and_semicolons() {
        let rows: &[&[&str]] = &[&["Gaëlle", "a;b"], &["dit \"oui\"", "deux\nlignes"]];
        assert_eq!(
            written(Style::FRENCH, rows),
            "\u{FEFF}Nom;Note\r\nGaëlle;\"a;b\"\r\n\"dit \"\"oui\"\"\";\"deux\nlignes\"\r\n"
        );
        assert_eq!(written(Style::PLAIN, &[&["1,5", ""]]), "Nom,Note\r\n\"1,5\",\r\n");
    }

    #[test]
    fn no_cell_starts_a_formula() {
        for text in [
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u{FEFF}=1",
            "＝1",
            "=HYPERLINK(\"http://x\")",
            "-cmd|' /C calc'!A0",
            "%0A=1",
            "+33(6)",
            "−1",
            "-1.2.3",
            "+",
            "- à rappeler",
        ] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["-12,50", "+33639980001", "+33 6 39 98 00 01", "-3 %", "06 39 98 00 01", "a=b", "", "Le Goff"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows: &[&[&str]] = &[&["\"", "; , \t"], &["", ""], &[" deux espaces ", "é\u{1F98A}"], &["a\r\nb", "'"]];
        let text = written(Style::FRENCH, rows);
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let back: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(back, rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>());
    }
}
