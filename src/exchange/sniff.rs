//! What a file is, told from its first bytes: its kind, encoding and separator. Never reads a record.

use super::sheet::Workbook;

/// How many bytes from the start are looked at.
pub const HEAD: usize = 64 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Rows of text with a separator.
    Table(Table),
    /// A workbook.
    Workbook(Workbook),
    /// Address cards.
    Cards(Table),
    /// JSON.
    Json,
    /// Facts written by `export --facts`.
    Facts,
    /// Something that cannot be read as a table.
    Other(Foreign),
}

/// What else a file can be; each has its own advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Foreign {
    /// No byte, or only blank lines.
    Empty,
    /// A workbook behind a password.
    Locked,
    /// A zip archive of something else.
    Zip,
    /// Another compressed file.
    Compressed,
    /// A page for printing.
    Pdf,
    /// A calendar.
    Calendar,
    /// A web page, as some programs export under the name `.xls`.
    Html,
    /// Other markup.
    Xml,
    /// Bytes that are no text.
    Binary,
}

impl Foreign {
    /// The word in text keys: `import-foreign-…`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Locked => "locked",
            Self::Zip => "zip",
            Self::Compressed => "compressed",
            Self::Pdf => "pdf",
            Self::Calendar => "calendar",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Binary => "binary",
        }
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// How letters are written.
    pub encoding: Encoding,
    /// Between two cells.
    pub separator: u8,
    /// Bytes before the first record: a byte order mark, a `sep=;` line.
    pub skip: usize,
    /// Lines in those bytes.
    pub skipped_lines: u64,
    /// Lines end with a carriage return alone, as on old Macs.
    pub returns: bool,
}

/// How letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// The Windows code page of western Europe.
    Windows1252,
    /// The letters of old Macs: "CSV (Macintosh)".
    Macintosh,
    /// The letters of DOS: "CSV (MS-DOS)".
    Dos,
    /// Two bytes a letter, the low one first.
    Utf16Le,
    /// Two bytes a letter, the high one first.
    Utf16Be,
}

impl Encoding {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Macintosh => "Macintosh",
            Self::Dos => "MS-DOS",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }
}

/// What the bytes are; `head` holds the first [`HEAD`] bytes, or all of a shorter file.
pub fn look(head: &[u8]) -> Kind {
    if let Some(kind) = by_magic(head) {
        return kind;
    }
    let (encoding, mark) = encoding(head);
    let text = in_utf8(head.get(mark..).unwrap_or_default(), encoding);
    if text.iter().all(u8::is_ascii_whitespace) {
        return Kind::Other(Foreign::Empty);
    }
    if text.first_chunk::<20>().is_some_and(|start| start == b"{\"format\":\"vigie-fac") {
        return Kind::Facts;
    }
    match by_words(&text, encoding, mark) {
        Some(kind) => kind,
        None if is_binary(&text) => Kind::Other(Foreign::Binary),
        None => Kind::Table(table(&text, encoding, mark)),
    }
}

fn by_magic(head: &[u8]) -> Option<Kind> {
    const MAGIC: [(&[u8], Foreign); 8] = [
        (b"%PDF", Foreign::Pdf),
        (b"\x1F\x8B", Foreign::Compressed),
        (b"BZh", Foreign::Compressed),
        (b"\xFD7zXZ", Foreign::Compressed),
        (b"7z\xBC\xAF", Foreign::Compressed),
        (b"\x28\xB5\x2F\xFD", Foreign::Compressed),
        (b"Rar!", Foreign::Compressed),
        (b"\x7FELF", Foreign::Binary),
    ];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(in_zip(head));
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Kind::Workbook(Workbook::Xls));
    }
    MAGIC.into_iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, foreign)| Kind::Other(foreign))
}

fn in_zip(head: &[u8]) -> Kind {
    let names = |wanted: &[u8]| head.windows(wanted.len()).any(|part| part == wanted);
    if names(b"opendocument.spreadsheet") {
        Kind::Workbook(Workbook::Ods)
    } else if names(b"xl/workbook.bin") {
        Kind::Workbook(Workbook::Xlsb)
    } else if names(b"xl/") || names(b"[Content_Types].xml") && !names(b"word/") && !names(b"ppt/") {
        Kind::Workbook(Workbook::Xlsx)
    } else {
        Kind::Other(Foreign::Zip)
    }
}

fn by_words(text: &[u8], encoding: Encoding, mark: usize) -> Option<Kind> {
    let start = text.trim_ascii_start();
    let begins = |word: &str| start.get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    match start.first()? {
        b'{' => Some(Kind::Json),
        b'[' if begins("[{") || begins("[\n") || begins("[\r") || begins("[ ") || begins("[]") => Some(Kind::Json),
        b'<' if begins("<!doctype html") || begins("<html") || begins("<table") => Some(Kind::Other(Foreign::Html)),
        b'<' if begins("<?xml") => Some(Kind::Other(Foreign::Xml)),
        _ if begins("BEGIN:VCARD") => Some(Kind::Cards(cards(text, encoding, mark))),
        _ if begins("BEGIN:VCALENDAR") => Some(Kind::Other(Foreign::Calendar)),
        _ => None,
    }
}

/// The encoding and the length of its mark.
fn encoding(head: &[u8]) -> (Encoding, usize) {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        _ if zeros(head, 1) => (Encoding::Utf16Le, 0),
        _ if zeros(head, 0) => (Encoding::Utf16Be, 0),
        _ if is_utf8_so_far(head) => (Encoding::Utf8, 0),
        _ => (one_byte(head), 0),
    }
}

/// Whose one-byte letters they are: the page in which most of the high bytes are letters that French has.
fn one_byte(head: &[u8]) -> Encoding {
    const PAGES: [(Encoding, &[u8]); 3] = [
        (
            Encoding::Windows1252,
            b"\xE0\xE2\xE7\xE8\xE9\xEA\xEB\xEE\xEF\xF4\xF9\xFB\x9C\xC9\xC8\xC0\xCA\xC7\x80\x92\xA0\xB0\xAB\xBB",
        ),
        (
            Encoding::Macintosh,
            b"\x88\x89\x8D\x8F\x8E\x90\x91\x94\x95\x99\x9D\x9E\xCE\xCF\x83\xE9\xCB\xE6\xDB\xD5\xCA\xA1\xC7\xC8",
        ),
        (Encoding::Dos, b"\x85\x83\x87\x8A\x82\x88\x89\x8C\x8B\x93\x97\x96\x90\xD4\xB7\xD2\x80\xF8\xAE\xAF\xFF"),
    ];
    let count = |letters: &[u8]| head.iter().filter(|byte| **byte > 0x7F && letters.contains(byte)).count();
    let (_, first) = PAGES[0];
    let (mut best, mut most) = (Encoding::Windows1252, count(first));
    for (page, letters) in PAGES.into_iter().skip(1) {
        let here = count(letters);
        if here > most {
            (best, most) = (page, here);
        }
    }
    best
}

/// Two bytes a letter without a mark: nearly every other byte is zero, and none of the others.
fn zeros(head: &[u8], at: usize) -> bool {
    let pairs = head.chunks_exact(2);
    let all = pairs.len();
    let high = pairs.clone().filter(|pair| pair.get(at) == Some(&0)).count();
    let low = pairs.clone().filter(|pair| pair.get(1 - at) == Some(&0)).count();
    all >= 4 && high * 10 >= all * 7 && low == 0
}

/// Valid, or cut in the middle of its last letter.
fn is_utf8_so_far(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && head.len() >= HEAD - 3,
    }
}

fn in_utf8(bytes: &[u8], encoding: Encoding) -> std::borrow::Cow<'_, [u8]> {
    let two_bytes = match encoding {
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        _ => return bytes.into(),
    };
    two_bytes.decode_without_bom_handling(bytes).0.into_owned().into_bytes().into()
}

/// A zero byte, or too many control characters for a text. Escape sequences are text with bad manners.
fn is_binary(text: &[u8]) -> bool {
    let odd = |byte: &&u8| matches!(byte, 1..=6 | 14..=25 | 28..=31 | 0x7F);
    text.split(|byte| *byte == 0).skip(1).count() * 100 > text.len()
        || text.iter().filter(odd).count() * 50 > text.len()
}

fn cards(text: &[u8], encoding: Encoding, mark: usize) -> Table {
    let returns = text.contains(&b'\r') && !text.contains(&b'\n');
    Table { encoding, separator: b':', skip: mark, skipped_lines: 0, returns }
}

fn table(text: &[u8], encoding: Encoding, mark: usize) -> Table {
    let returns = text.contains(&b'\r') && !text.contains(&b'\n');
    let first = text.split(|byte| matches!(byte, b'\n') || returns && *byte == b'\r').next().unwrap_or_default();
    let line = first.trim_ascii();
    let unquoted = line.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(line);
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = unquoted {
        let width = if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 };
        return Table {
            encoding,
            separator: *separator,
            skip: mark + (first.len() + 1) * width,
            skipped_lines: 1,
            returns,
        };
    }
    Table { encoding, separator: separator(text), skip: mark, skipped_lines: 0, returns }
}

const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// How many lines decide about the separator.
const LINES: usize = 30;

/// The separator that cuts the first lines most evenly; a semicolon where nothing does.
fn separator(text: &[u8]) -> u8 {
    let counts = counts(text);
    let score = |at: usize| {
        let most = counts.iter().map(|line| line[at]).max().unwrap_or(0);
        let usual = counts.iter().map(|line| line[at]).filter(|count| *count > 0).min().unwrap_or(0);
        let even = counts.iter().filter(|line| line[at] > 0 && line[at] == most).count();
        (even * 4 >= counts.len().max(1), even, usual.min(50))
    };
    let best = (0..SEPARATORS.len()).rev().max_by_key(|at| score(*at)).unwrap_or(0);
    SEPARATORS[best]
}

/// How often each separator stands outside quotes, line by line.
fn counts(text: &[u8]) -> Vec<[usize; 4]> {
    let mut lines = vec![[0; 4]];
    let mut quoted = false;
    for byte in text {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted && lines.len() == LINES => break,
            b'\n' | b'\r' if !quoted => lines.push([0; 4]),
            _ if quoted => {}
            _ => {
                if let (Some(line), Some(at)) = (lines.last_mut(), SEPARATORS.iter().position(|s| s == byte)) {
                    line[at] += 1;
                }
            }
        }
    }
    lines.retain(|line| *line != [0; 4]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separator_of(text: &str) -> u8 {
        match look(text.as_bytes()) {
            Kind::Table(table) => table.separator,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_separator_is_the_one_that_cuts_evenly() {
        assert_eq!(separator_of("Nom;Montant\nA;1,5\nB;2,5\n"), b';');
        assert_eq!(separator_of("Nom,Note\n\"A;B;C\",x\nB,\"y;z\"\n"), b',');
        assert_eq!(separator_of("Nom\tVille, pays\nA\tB\n"), b'\t');
        assert_eq!(separator_of("a|b|c\n1|2|3\n"), b'|');
        assert_eq!(separator_of("Nom\nMoreau\n"), b';');
        assert_eq!(separator_of("sep=,\na;b,c\n"), b',');
    }

    #[test]
    fn the_line_that_names_the_separator_is_skipped() {
        let Kind::Table(table) = look(b"\xEF\xBB\xBFsep=;\r\nNom;Ville\r\n") else { panic!() };
        assert_eq!((table.skip, table.skipped_lines, table.encoding), (10, 1, Encoding::Utf8));
    }

    #[test]
    fn the_encoding_shows_in_the_bytes() {
        let of = |bytes: &[u8]| match look(bytes) {
            Kind::Table(table) => table.encoding,
            other => panic!("{other:?}"),
        };
        assert_eq!(of("Société;Tél.\n".as_bytes()), Encoding::Utf8);
        assert_eq!(of(b"Soci\xE9t\xE9;T\xE9l.\n"), Encoding::Windows1252);
        assert_eq!(of(b"Soci\x8Et\x8E;T\x8El.;Pr\x8Enom\n"), Encoding::Macintosh);
        assert_eq!(of(b"Soci\x82t\x82;T\x82l.;Pr\x82nom;o\x97\n"), Encoding::Dos);
        assert_eq!(of(b"\xFF\xFEN\0o\0m\0\n\0"), Encoding::Utf16Le);
        assert_eq!(of(b"N\0o\0m\0;\0V\0\n\0"), Encoding::Utf16Le);
        assert_eq!(of(b"\0N\0o\0m\0;\0V\0\n"), Encoding::Utf16Be);
    }

    #[test]
    fn other_kinds_are_named() {
        for (bytes, kind) in [
            (&b""[..], Foreign::Empty),
            (b"\xEF\xBB\xBF \r\n\n", Foreign::Empty),
            (b"PK\x03\x04photo.jpg", Foreign::Zip),
            (b"%PDF-1.7", Foreign::Pdf),
            (b"<html><table>", Foreign::Html),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", Foreign::Binary),
        ] {
            assert_eq!(look(bytes), Kind::Other(kind), "{bytes:?}");
        }
    }

    #[test]
    fn cards_and_json_are_told_by_their_first_words() {
        assert!(matches!(look(b"\xEF\xBB\xBFBEGIN:VCARD\r\nVERSION:3.0"), Kind::Cards(Table { skip: 3, .. })));
        assert_eq!(look(b"[{\"a\":1}]"), Kind::Json);
        assert_eq!(look(b" {\"a\":1}\n{\"a\":2}\n"), Kind::Json);
    }

    #[test]
    fn workbooks_are_told_by_what_is_packed_in_them() {
        for (bytes, workbook) in [
            (&b"PK\x03\x04....[Content_Types].xml..xl/workbook.xml"[..], Workbook::Xlsx),
            (b"PK\x03\x04....[Content_Types].xml..xl/workbook.bin", Workbook::Xlsb),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Workbook::Ods),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", Workbook::Xls),
        ] {
            assert_eq!(look(bytes), Kind::Workbook(workbook), "{bytes:?}");
        }
    }

    #[test]
    fn escape_sequences_are_text_with_bad_manners() {
        assert!(matches!(look(b"Nom;Ville\n\x1b[31mMoreau\x1b[0m;\x1b]0;x\x07Nantes\n"), Kind::Table(_)));
    }
}
