//! Records of a table, one at a time, with the line each starts on. Only one record is kept in memory; cells are
//! decoded by [`text`] when somebody asks.

use std::{
    borrow::Cow,
    collections::VecDeque,
    io::{self, Read},
};

use csv::{ByteRecord, Reader, ReaderBuilder};
use encoding_rs::{CoderResult, Decoder};

use super::sniff::{Encoding, Table};

/// One record and where it starts.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The line of the file, from 1.
    pub line: u64,
    /// Its cells, still undecoded.
    pub cells: ByteRecord,
    /// A quote was opened and never closed; its cells were cut at the line's end.
    pub unclosed: bool,
}

/// The records of a table.
pub struct Rows<R: Read> {
    reader: Reader<Utf8<R>>,
    separator: u8,
    offset: u64,
    rest: VecDeque<Record>,
}

impl<R: Read> Rows<R> {
    /// Reads records from `source`, whose first bytes said it is such a table; the mark and the `sep=` line are
    /// still in it.
    pub fn new(source: R, table: Table) -> io::Result<Self> {
        let mut source = source;
        let skip = table.skip as u64;
        io::copy(&mut source.by_ref().take(skip), &mut io::sink())?;
        let reader = builder(table.separator).buffer_capacity(1 << 16).from_reader(Utf8::new(source, table.encoding));
        Ok(Self { reader, separator: table.separator, offset: table.skipped_lines, rest: VecDeque::new() })
    }

    /// Reads the next record into `record`; false at the end.
    pub fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        if let Some(next) = self.rest.pop_front() {
            *record = next;
            return Ok(true);
        }
        record.unclosed = false;
        if !self.reader.read_byte_record(&mut record.cells).map_err(io::Error::other)? {
            return Ok(false);
        }
        record.line = self.start(&record.cells);
        if self.reader.is_done() || swallowed(&record.cells) {
            self.mend(record);
        }
        Ok(true)
    }

    /// The line a record starts on: the reader counts the blank lines before it too.
    fn start(&self, cells: &ByteRecord) -> u64 {
        self.offset + cells.position().map_or(0, csv::Position::line)
    }

    /// A quote that is never closed swallows the rest of the file: cut it at the line's end and read what follows
    /// without quotes.
    fn mend(&mut self, record: &mut Record) {
        let Some(last) = record.cells.iter().next_back().filter(|last| last.ends_with(b"\n")) else { return };
        let Some(cut) = last.iter().position(|byte| *byte == b'\n') else { return };
        let (kept, rest) = (last[..cut].trim_ascii_end().to_vec(), last[cut + 1..].to_vec());
        let before = record.line + newlines_before_last(&record.cells);
        record.unclosed = true;
        record.cells.truncate(record.cells.len() - 1);
        record.cells.push_field(&kept);
        self.rest = plain(&rest, self.separator, before);
    }
}

/// Longer than any text may be: a quote closed by another one far below.
fn swallowed(cells: &ByteRecord) -> bool {
    cells.iter().next_back().is_some_and(|last| last.len() > (1 << 20))
}

fn newlines_before_last(cells: &ByteRecord) -> u64 {
    let before = cells.len().saturating_sub(1);
    cells.iter().take(before).flatten().filter(|byte| **byte == b'\n').count() as u64
}

/// Lines read with quotes as plain letters; `line` is the one before them.
fn plain(bytes: &[u8], separator: u8, line: u64) -> VecDeque<Record> {
    let mut reader = builder(separator).quoting(false).from_reader(bytes);
    reader
        .byte_records()
        .map_while(Result::ok)
        .map(|cells| Record {
            line: line + cells.position().map_or(0, csv::Position::line),
            cells,
            unclosed: false,
        })
        .collect()
}

fn builder(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator);
    builder
}

/// A cell as text: UTF-8 where it is, Windows-1252 where it cannot be.
pub fn text(cell: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0,
    }
}

/// Passes one byte a letter through and turns two bytes a letter into UTF-8, so that separators can be found.
struct Utf8<R> {
    source: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    ended: bool,
}

impl<R: Read> Utf8<R> {
    fn new(source: R, encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Utf8 | Encoding::Windows1252 => None,
        };
        Self { source, decoder, raw: Vec::new(), ended: false }
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else { return self.source.read(to) };
        loop {
            if self.raw.is_empty() && !self.ended {
                self.raw.resize(1 << 14, 0);
                let got = self.source.read(&mut self.raw)?;
                self.raw.truncate(got);
                self.ended = got == 0;
            }
            let (result, read, written, _) = decoder.decode_to_utf8(&self.raw, to, self.ended);
            self.raw.drain(..read);
            if written > 0 || self.ended && result == CoderResult::InputEmpty {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sniff::{Kind, look};

    fn read(bytes: &[u8]) -> Vec<(u64, Vec<String>, bool)> {
        let Kind::Table(table) = look(bytes) else { panic!("no table") };
        let mut rows = Rows::new(bytes, table).unwrap();
        let (mut all, mut record) = (Vec::new(), Record::default());
        while rows.next(&mut record).unwrap() {
            all.push((record.line, record.cells.iter().map(|c| text(c).into_owned()).collect(), record.unclosed));
        }
        all
    }

    fn lines(bytes: &[u8]) -> Vec<u64> {
        read(bytes).into_iter().map(|(line, _, _)| line).collect()
    }

    #[test]
    fn a_record_knows_its_line() {
        assert_eq!(lines(b"a;b\nc;d\ne;f\n"), [1, 2, 3]);
        assert_eq!(lines(b"a;b\r\nc;d\r\ne;f\r\n"), [1, 2, 3]);
        assert_eq!(lines(b"a;b\n\"c\nc\";d\ne;f\n"), [1, 2, 4]);
        assert_eq!(lines(b"a;b\r\n\"c\r\nc\";d\r\ne;f\r\n"), [1, 2, 4]);
        assert_eq!(lines(b"sep=;\r\na;b\r\nc;d\r\n"), [2, 3]);
        assert_eq!(lines(b"a;b\n\n\nc;d\n"), [1, 4]);
        assert_eq!(lines(b"a;b\r\n\r\n\r\nc;d\r\n"), [1, 4]);
    }

    #[test]
    fn a_quote_left_open_swallows_nothing() {
        let all = read(b"a;b\n1;2\n3;\"open\n4;5\n6;\"7\"\n");
        let cells: Vec<_> = all.iter().map(|(line, cells, _)| (*line, cells.join("|"))).collect();
        assert_eq!(cells, [
            (1, "a|b".into()),
            (2, "1|2".into()),
            (3, "3|open".into()),
            (4, "4|5".into()),
            (5, "6|\"7\"".to_owned())
        ]);
        assert!(all[2].2);
    }

    #[test]
    fn two_bytes_a_letter_are_read() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("Prénom;Ville\nGaëlle;Nantes\n".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read(&bytes)[1].1, ["Gaëlle", "Nantes"]);
    }

    #[test]
    fn a_cell_that_cannot_be_utf_8_is_windows_1252() {
        assert_eq!(text(b"Soci\xE9t\xE9 \x80"), "Société €");
        assert_eq!(text("Société".as_bytes()), "Société");
    }
}
