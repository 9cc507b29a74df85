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
    /// What they expect in English.
    pub const ENGLISH: Self = Self { separator: b',', mark: true };
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
            self.writer.write_field(cell_text(cell.as_ref(), self.separator))?;
        }
        if cells.is_empty() {
            self.writer.write_field("")?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Hands everything over.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
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
    if is_code(text) {
        return format!("{GUARD}{text}");
    }
    let formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '|', '%'])
        || text.starts_with(['\t', '\r', '\n']);
    if formula && !is_number(text) { format!("'{text}") } else { text.to_owned() }
}

/// A zero-width space: seen by nobody, and digits behind it are words to a spreadsheet. LibreOffice takes a no-break
/// space for a sign between thousands and shows an apostrophe.
const GUARD: char = '\u{200B}';

/// Digits that a spreadsheet would eat: a zero in front, or more of them than a number keeps.
fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() > 1 && text.starts_with('0') || text.len() > 11)
}

/// A cell without the guard [`harmless`] gave it.
pub fn unguarded(text: &str) -> &str {
    let bare = text.strip_prefix(['\'', GUARD]).filter(|bare| harmless(bare) == text);
    bare.unwrap_or(text)
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
    fn a_guard_is_taken_off_again() {
        for text in ["01000", "73282932000074", "=1+1", "- à rappeler", "@vous"] {
            assert_ne!(harmless(text), text);
            assert_eq!(unguarded(&harmless(text)), text);
        }
        for text in ["'quoted'", "44000", "0", "15000,00", "l'eau", "'"] {
            assert_eq!((harmless(text).as_str(), unguarded(text)), (text, text));
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
