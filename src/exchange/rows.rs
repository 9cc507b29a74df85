//! Records of a table, one at a time, with the line each starts on. Only one record is kept in memory; cells are
//! decoded by [`text`] when somebody asks.

use std::{
    borrow::Cow,
    collections::VecDeque,
    io::{self, Read},
};

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};
use encoding_rs::{CoderResult, Decoder};

use super::{
    sniff::{Encoding, Table},
    source::Records,
};

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
    width: usize,
    rest: VecDeque<Record>,
}

impl<R: Read> Rows<R> {
    /// Reads records from `source`, whose first bytes said it is such a table; the mark and the `sep=` line are
    /// still in it.
    pub fn new(source: R, table: Table) -> io::Result<Self> {
        let mut source = source;
        let skip = table.skip as u64;
        io::copy(&mut source.by_ref().take(skip), &mut io::sink())?;
        let reader = builder(table.separator).buffer_capacity(1 << 16).from_reader(Utf8::new(source, table));
        Ok(Self { reader, separator: table.separator, offset: table.skipped_lines, width: 0, rest: VecDeque::new() })
    }

    /// The line a record starts on, counted back from where the reader stands.
    fn start(&self, cells: &ByteRecord) -> u64 {
        let unread = u64::from(!self.reader.get_ref().ended);
        self.offset + self.reader.position().line() - unread - newlines(cells.as_slice())
    }

    /// A cell whose quote was closed by one far below: whole lines of the table are inside it.
    fn swallowing(&self, cells: &ByteRecord) -> Option<usize> {
        let whole = |line: &[u8]| line.split(|byte| *byte == self.separator).count() == self.width;
        let lines = |cell: &[u8]| cell.split(|byte| *byte == b'\n').skip(1).any(whole);
        if self.width < 3 || newlines(cells.as_slice()) == 0 {
            return None;
        }
        cells.iter().position(lines)
    }

    /// Cuts the cell at the line's end and reads what follows without quotes.
    fn mend(&mut self, record: &mut Record, at: usize) {
        let Some(open) = record.cells.get(at) else { return };
        let Some(cut) = open.iter().position(|byte| *byte == b'\n') else { return };
        let kept = open[..cut].trim_ascii_end().to_vec();
        let mut rest = open[cut + 1..].to_vec();
        for cell in record.cells.iter().skip(at + 1) {
            rest.push(self.separator);
            rest.extend_from_slice(cell);
        }
        let here = record.line + record.cells.iter().take(at).map(newlines).sum::<u64>();
        record.unclosed = true;
        record.cells.truncate(at);
        record.cells.push_field(&kept);
        self.rest = plain(&rest, self.separator, here);
    }
}

impl<R: Read> Records for Rows<R> {
    fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        if let Some(next) = self.rest.pop_front() {
            *record = next;
            return Ok(true);
        }
        record.unclosed = false;
        loop {
            if !self.reader.read_byte_record(&mut record.cells).map_err(io::Error::other)? {
                return Ok(false);
            }
            if record.cells.len() > 1 || record.cells.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                break;
            }
        }
        record.line = self.start(&record.cells);
        // every line ends, so a record that met the end of the file is still inside a quote
        let last = record.cells.len().saturating_sub(1);
        let open = if self.reader.get_ref().ended { Some(last) } else { self.swallowing(&record.cells) };
        if let Some(at) = open {
            self.mend(record, at);
        }
        self.width = self.width.max(record.cells.len());
        Ok(true)
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.split(|byte| *byte == b'\n').skip(1).count() as u64
}

/// Lines read with quotes as plain letters; `line` is the one before them.
fn plain(bytes: &[u8], separator: u8, line: u64) -> VecDeque<Record> {
    let mut reader = builder(separator).quoting(false).from_reader(bytes);
    reader
        .byte_records()
        .map_while(Result::ok)
        .map(|cells| Record { line: line + cells.position().map_or(0, csv::Position::line), cells, unclosed: false })
        .collect()
}

fn builder(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).terminator(Terminator::Any(b'\n'));
    builder
}

/// A cell as text: UTF-8 where it is, Windows-1252 where it cannot be.
pub fn text(cell: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0,
    }
}

/// How letters become UTF-8.
enum Letters {
    AsTheyAre,
    Decoded(Box<Decoder>),
    Dos,
}

/// The upper half of code page 850.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Passes one byte a letter through and turns two bytes a letter into UTF-8, so that separators can be found. Lines
/// of old Macs end like all others, and the last line ends too.
pub(super) struct Utf8<R> {
    source: R,
    letters: Letters,
    raw: Vec<u8>,
    returns: bool,
    exhausted: bool,
    ended: bool,
}

impl<R: Read> Utf8<R> {
    pub(super) fn new(source: R, table: Table) -> Self {
        let decoded =
            |page: &'static encoding_rs::Encoding| Letters::Decoded(Box::new(page.new_decoder_without_bom_handling()));
        let letters = match table.encoding {
            Encoding::Utf16Le => decoded(encoding_rs::UTF_16LE),
            Encoding::Utf16Be => decoded(encoding_rs::UTF_16BE),
            Encoding::Macintosh => decoded(encoding_rs::MACINTOSH),
            Encoding::Dos => Letters::Dos,
            Encoding::Utf8 | Encoding::Windows1252 => Letters::AsTheyAre,
        };
        Self { source, letters, raw: Vec::new(), returns: table.returns, exhausted: false, ended: false }
    }

    /// A letter of DOS is up to three bytes of UTF-8.
    fn out_of_dos(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let mut one = [0; 4];
        self.raw.resize(to.len() / 4, 0);
        let got = self.source.read(&mut self.raw)?;
        self.raw.truncate(got);
        let mut written = 0;
        for byte in self.raw.drain(..) {
            let letter = match byte.checked_sub(0x80) {
                Some(high) => DOS.chars().nth(usize::from(high)).unwrap_or(char::REPLACEMENT_CHARACTER),
                None => char::from(byte),
            };
            let bytes = letter.encode_utf8(&mut one).as_bytes();
            to[written..written + bytes.len()].copy_from_slice(bytes);
            written += bytes.len();
        }
        Ok(written)
    }

    fn some(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let decoder = match &mut self.letters {
            Letters::AsTheyAre => return self.source.read(to),
            Letters::Dos => return self.out_of_dos(to),
            Letters::Decoded(decoder) => decoder,
        };
        loop {
            let mut last = false;
            if self.raw.is_empty() {
                self.raw.resize(1 << 14, 0);
                let got = self.source.read(&mut self.raw)?;
                self.raw.truncate(got);
                last = got == 0;
            }
            let (outcome, read, written, _) = decoder.decode_to_utf8(&self.raw, to, last);
            self.raw.drain(..read);
            if last && outcome == CoderResult::InputEmpty {
                // A decoder that has finished must not be asked again: nothing but the end is left.
                self.letters = Letters::AsTheyAre;
                return Ok(written);
            }
            if written > 0 || last {
                return Ok(written);
            }
        }
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.exhausted {
            self.ended = true;
            return Ok(0);
        }
        let got = self.some(to)?;
        if self.returns {
            to[..got].iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
        }
        match to.first_mut() {
            Some(first) if got == 0 => {
                self.exhausted = true;
                *first = b'\n';
                Ok(1)
            }
            _ => Ok(got),
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
        assert_eq!(lines(b"a;b\n\n\n\"c\nc\";d\ne;f"), [1, 4, 6]);
        assert_eq!(lines(b"a;b\rc;d\re;f\r"), [1, 2, 3]);
    }

    #[test]
    fn a_quote_left_open_swallows_nothing() {
        let unclosed = read(b"a;b\n1;2\n3;\"open\n4;5\n6;7\n");
        let cells: Vec<_> = unclosed.iter().map(|(line, cells, _)| (*line, cells.join("|"))).collect();
        let expected = [(1, "a|b"), (2, "1|2"), (3, "3|open"), (4, "4|5"), (5, "6|7")];
        assert_eq!(cells, expected.map(|(line, cells)| (line, cells.to_owned())));
        assert_eq!(unclosed.iter().map(|(_, _, open)| *open).collect::<Vec<_>>(), [false, false, true, false, false]);
    }

    #[test]
    fn a_quote_closed_far_below_swallows_nothing() {
        let all = read(b"a;b;c\n1;\"open;2\n3;4;5\n6;\"7\";8\n9;\"two\nlines\";0\n");
        let cells: Vec<_> = all.iter().map(|(line, cells, _)| (*line, cells.join("|"))).collect();
        let expected = [(1, "a|b|c"), (2, "1|open;2"), (3, "3|4|5"), (4, "6|7\"|8"), (5, "9|two\nlines|0")];
        assert_eq!(cells, expected.map(|(line, cells)| (line, cells.to_owned())));
    }

    #[test]
    fn two_bytes_a_letter_are_read() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("Prénom;Ville\nGaëlle;Nantes\n".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read(&bytes)[1].1, ["Gaëlle", "Nantes"]);
    }

    #[test]
    fn the_letters_of_old_macs_and_of_dos_are_read() {
        let mac = read(b"Pr\x8Enom;Soci\x8Et\x8E\nGa\x91lle;\xCEuvre\n");
        assert_eq!((mac[0].1[0].as_str(), mac[1].1.join("|").as_str()), ("Prénom", "Gaëlle|Œuvre"));
        let dos = read(b"Pr\x82nom;Soci\x82t\x82;T\x82l\nGa\x89lle;\x80a va;o\x97\n");
        assert_eq!((dos[0].1[1].as_str(), dos[1].1.join("|").as_str()), ("Société", "Gaëlle|Ça va|où"));
        assert_eq!(DOS.chars().count(), 128);
    }

    #[test]
    fn two_bytes_a_letter_cut_within_the_last_one_come_to_an_end() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("Nom;Ville\nDurand;Nantes".encode_utf16().flat_map(u16::to_le_bytes));
        bytes.push(b'x');
        assert_eq!(read(&bytes)[1].1, ["Durand", "Nantes\u{fffd}"]);
    }

    #[test]
    fn a_cell_that_cannot_be_utf_8_is_windows_1252() {
        assert_eq!(text(b"Soci\xE9t\xE9 \x80"), "Société €");
        assert_eq!(text("Société".as_bytes()), "Société");
    }
}
