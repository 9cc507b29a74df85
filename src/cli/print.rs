//! Paper and ink of the command line: lines and tables for people, JSON for programs, errors apart. Nothing that came
//! from a file or a person can send a control sequence to a terminal; no escape code is ever written.

use std::{
    borrow::Cow,
    io::{self, BufRead, BufWriter, IsTerminal, Write},
};

use serde_json::Value;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::sales::words::plain;

use super::stop::Stop;

/// How what is printed must look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// For programs.
    pub(super) json: bool,
    /// The terminal shows plain ASCII only.
    pub(super) ascii: bool,
    /// The columns of the terminal; nothing in a pipe, where no line is cut.
    pub(super) width: Option<usize>,
}

/// What a command writes on.
pub(super) struct Page {
    pub(super) look: Look,
    out: Box<dyn Write>,
    /// The reader went away: nobody listens any more, and that is no error.
    gone: bool,
    failed: Option<io::Error>,
}

impl Page {
    /// Standard output.
    pub(super) fn stdout(look: Look) -> Self {
        Self::onto(Box::new(BufWriter::with_capacity(64 * 1024, io::stdout())), look)
    }

    /// Anything that can be written on.
    pub(super) fn onto(out: Box<dyn Write>, look: Look) -> Self {
        Self { look, out, gone: false, failed: None }
    }

    /// A line for people; not said to programs.
    pub(super) fn line(&mut self, text: &str) {
        if !self.look.json {
            let text = self.shown(text);
            self.write(format!("{}\n", text.trim_end()).as_bytes());
        }
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.line("");
    }

    /// A table for people: columns as wide as what stands in them.
    pub(super) fn table(&mut self, table: &Table) {
        if self.look.json {
            return;
        }
        for line in table.lines(self.look.width) {
            let text = self.shown(&line).into_owned();
            self.write(format!("{}\n", text.trim_end()).as_bytes());
        }
    }

    /// A value for programs; not shown to people.
    pub(super) fn json(&mut self, value: &Value) {
        if self.look.json {
            self.write(format!("{}\n", escaped(&value.to_string())).as_bytes());
        }
    }

    /// Bytes as they are: a file written to the standard output.
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.write(bytes);
    }

    /// Whether anybody still reads.
    pub(super) fn is_gone(&self) -> bool {
        self.gone
    }

    /// Lets everything out. A reader that went away is no error; a full disk is.
    pub(super) fn finish(&mut self) -> Result<(), io::Error> {
        let flushed = self.out.flush();
        self.note(flushed);
        self.failed.take().map_or(Ok(()), Err)
    }

    fn write(&mut self, bytes: &[u8]) {
        if !self.gone && self.failed.is_none() {
            let written = self.out.write_all(bytes);
            self.note(written);
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.gone = true,
            Err(error) => self.failed = Some(error),
            Ok(()) => {}
        }
    }

    fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let text = harmless(text);
        if self.look.ascii { Cow::Owned(ascii(&text)) } else { text }
    }
}

/// Why a command stopped, on standard error.
pub(super) fn complain(stop: &Stop, look: Look) {
    let mut text = String::new();
    if look.json {
        text = format!("{}\n", escaped(&stop.json().to_string()));
    } else {
        for line in std::iter::once(&stop.sentence).chain(&stop.lines) {
            text.push_str(shortened(&harmless(line)).trim_end());
            text.push('\n');
        }
        if look.ascii {
            text = text.lines().map(|line| ascii(line) + "\n").collect();
        }
    }
    tell(&text);
}

/// Shows lines and a question on the terminal and reads what is answered; nothing where there is no terminal.
pub(super) fn ask(lines: &[String], question: &str, look: Look, tty: bool) -> Option<String> {
    if !tty || look.json {
        return None;
    }
    lines.iter().for_each(|line| remark(line, look));
    let question = harmless(question);
    tell(&format!("{} ", if look.ascii { ascii(&question) } else { question.into_owned() }));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).ok()?;
    Some(answer.trim().to_owned())
}

/// One sentence on standard error: a remark, a progress.
pub(super) fn remark(sentence: &str, look: Look) {
    if !look.json {
        let line = harmless(sentence);
        tell(&format!("{}\n", if look.ascii { ascii(&line) } else { line.into_owned() }));
    }
}

#[expect(clippy::let_underscore_must_use, reason = "where standard error is closed nobody is left to be told")]
fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// How many columns the terminal behind standard output has; nothing where there is none.
pub(super) fn width() -> Option<usize> {
    let terminal = io::stdout().is_terminal().then(|| rustix::termios::tcgetwinsize(io::stdout()))?;
    terminal.ok().map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// Rows of cells.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    right: Vec<usize>,
}

impl Table {
    /// A table whose columns of these places stand to the right.
    pub(super) fn new(right: &[usize]) -> Self {
        Self { rows: Vec::new(), right: right.to_vec() }
    }

    /// One more row.
    pub(super) fn row<I: Into<String>>(&mut self, cells: impl IntoIterator<Item = I>) {
        self.rows.push(cells.into_iter().map(|cell| harmless(&cell.into()).into_owned()).collect());
    }

    /// How many rows it has.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    fn lines(&self, width: Option<usize>) -> Vec<String> {
        let widths = self.widths(width);
        self.rows.iter().map(|row| self.laid(row, &widths)).collect()
    }

    /// Each column as wide as its widest cell; where the terminal is narrower the widest columns give way.
    fn widths(&self, width: Option<usize>) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |at: usize| self.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max();
        let mut widths: Vec<usize> = (0..columns).map(|at| widest(at).unwrap_or(0)).collect();
        let Some(width) = width else { return widths };
        let gaps = 2 * columns.saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > width {
            match widths.iter_mut().max() {
                Some(most) if *most > 6 => *most -= 1,
                _ => break,
            }
        }
        widths
    }

    fn laid(&self, row: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(widths).enumerate() {
            let cell = cut(cell, *width);
            let room = " ".repeat(width.saturating_sub(cell.width()));
            let (before, after) = if self.right.contains(&at) { (room.as_str(), "") } else { ("", room.as_str()) };
            line.extend([if at > 0 { "  " } else { "" }, before, &cell, after]);
        }
        line
    }
}

/// As much of a text as fits, and a sign that there is more.
fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        kept.push(c);
    }
    Cow::Owned(kept + "…")
}

/// JSON whose strings name by number what a terminal would obey: JSON itself asks that of the oldest of them only.
fn escaped(json: &str) -> Cow<'_, str> {
    if !json.contains(is_obeyed) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            c if is_obeyed(c) => safe.push_str(&format!("\\u{:04x}", c as u32)),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Whether a terminal does something else with it than show it: control characters, and those that turn a line around.
fn is_obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A sentence that repeats a page of what was typed, without the middle of it.
fn shortened(text: &str) -> Cow<'_, str> {
    const LONG: usize = 1_000;
    if text.len() <= LONG {
        return Cow::Borrowed(text);
    }
    let cut = |at| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    Cow::Owned(format!("{} […] {}", &text[..cut(LONG / 4)], &text[cut(text.len() - LONG / 4)..]))
}

/// One line without anything a terminal would obey; spaces stay as they are.
fn harmless(text: &str) -> Cow<'_, str> {
    match plain::clean(text) {
        text if text.contains('\n') => Cow::Owned(text.replace('\n', " ")),
        text => text,
    }
}

/// The nearest plain letters and signs.
fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            c if c.is_ascii() => plain.push(c),
            '\u{A0}' | '\u{202F}' | '\u{2009}' => plain.push(' '),
            '«' | '»' | '“' | '”' => plain.push('"'),
            '’' | '‘' => plain.push('\''),
            '–' | '—' | '−' | '·' | '•' => plain.push('-'),
            '…' => plain.push_str("..."),
            '€' => plain.push_str("EUR"),
            'œ' => plain.push_str("oe"),
            'Œ' => plain.push_str("Oe"),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            '→' => plain.push_str("->"),
            '✓' => plain.push_str("ok"),
            _ => plain.push('?'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(table: &Table, width: Option<usize>) -> Vec<String> {
        table.lines(width).iter().map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn columns_are_as_wide_as_the_eye_sees() {
        let mut table = Table::new(&[1]);
        table.row(["東京", "7", "b"]);
        table.row(["Élodie", "42", ""]);
        assert_eq!(lines(&table, None), ["東京     7  b", "Élodie  42"]);
    }

    #[test]
    fn a_narrow_terminal_cuts_the_widest_column() {
        let mut table = Table::new(&[]);
        table.row(["ab", "une phrase qui est bien longue"]);
        assert_eq!(lines(&table, Some(20)), ["ab  une phrase qui …"]);
    }

    #[test]
    fn nothing_typed_reaches_the_terminal_as_a_command() {
        let mut table = Table::new(&[]);
        table.row(["\u{1b}[31mrouge\u{7}\u{202e}"]);
        assert_eq!(lines(&table, None), ["rouge"]);
    }

    #[test]
    fn a_terminal_without_accents_gets_plain_letters() {
        assert_eq!(ascii("Œuvre « été » 1\u{202F}234\u{A0}€ …"), "Oeuvre \" ete \" 1 234 EUR ...");
    }

    #[test]
    fn a_reader_that_went_away_is_no_error() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut page = Page::onto(Box::new(Gone), Look::default());
        page.line("un");
        page.line("deux");
        assert!(page.is_gone() && page.finish().is_ok());
    }

    #[test]
    fn a_full_disk_is_an_error() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut page = Page::onto(Box::new(Full), Look::default());
        page.line("un");
        assert_eq!(page.finish().unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
