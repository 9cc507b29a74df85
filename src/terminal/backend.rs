//! What ratatui draws, turned into as few bytes as possible: one write a frame inside DECSET 2026, own size, cursor and
//! colours kept in memory, nothing written when nothing changed. No question is ever put to the terminal: the input
//! thread would read the answer as keys.

use std::{
    cmp::Ordering,
    io::{self, Write},
};

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthChar;

use super::{
    clipboard, host, input,
    sheet::{self, Sheet},
};
use crate::cockpit::run::Surface;

/// The sheet the frames are written on.
#[derive(Debug)]
pub struct Paper<W: Write> {
    out: W,
    frame: Vec<u8>,
    size: Size,
    sheet: Sheet,
    look: Look,
    /// Where the terminal's cursor is; nothing where a cell may have moved it elsewhere than we think.
    at: Option<Position>,
    shown: bool,
    blank: bool,
    pub(super) manner: Manner,
}

/// What the terminal can do, and what was asked of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// It can blank a few columns at once; a vt100 cannot.
    pub(super) erases: bool,
    /// The mouse is ours: asked for again where somebody else had the screen.
    mouse: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// So near that going there letter by letter is shorter than an address.
const NEAR: u16 = 4;
/// So many blanks are shorter erased than written.
const ERASED: usize = 10;

/// Modifiers and the code that switches each on.
const MODIFIERS: [(Modifier, u8); 7] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

impl<W: Write> Paper<W> {
    /// A blank sheet of a size; the host has cleared the screen, hidden the cursor and reset the colours.
    pub fn new(out: W, size: Size) -> Self {
        Self {
            out,
            frame: Vec::with_capacity(16 << 10),
            size,
            sheet: Sheet::new(size),
            look: PLAIN,
            at: None,
            shown: false,
            blank: true,
            manner: Manner { erases: true, mouse: false },
        }
    }

    /// Moves the cursor by the shortest way.
    fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at.x == x && at.y == y => return,
            Some(at) if at.y == y && at.x < x => {
                if !self.bridge(at, x) {
                    self.code(&[x - at.x], b'C');
                }
            }
            Some(at) if y > at.y && y - at.y <= NEAR => self.down(at, x, y),
            _ => self.address(x, y),
        }
        self.at = Some(Position { x, y });
    }

    /// Writes a few letters that stand there anyway instead of skipping them.
    fn bridge(&mut self, at: Position, x: u16) -> bool {
        let look = self.look;
        let fits = |cell: &&Cell| {
            let same = (cell.fg, cell.bg, cell.modifier) == (look.fg, look.bg, look.modifier);
            let blank = sheet::is_blank(cell) && !sheet::marks_blanks(look.bg, look.modifier);
            cell.symbol().len() == 1 && is_plain(cell.symbol()) && (same || blank)
        };
        let gap = usize::from(x - at.x);
        let cells: Vec<&Cell> = (at.x..x).take(usize::from(NEAR)).filter_map(|x| self.sheet.at(x, at.y)).collect();
        if gap >= usize::from(NEAR) || cells.len() < gap || !cells.iter().all(fits) {
            return false;
        }
        let letters: Vec<u8> = cells.iter().flat_map(|cell| cell.symbol().bytes()).collect();
        self.frame.extend_from_slice(&letters);
        true
    }

    /// A line feed goes straight down: the terminal is raw.
    fn down(&mut self, at: Position, x: u16, y: u16) {
        let start = self.frame.len();
        self.frame.extend(std::iter::repeat_n(b'\n', usize::from(y - at.y)));
        match at.x.cmp(&x) {
            Ordering::Equal => {}
            Ordering::Greater if x == 0 => self.frame.push(b'\r'),
            Ordering::Greater if at.x - x <= NEAR => {
                self.frame.extend(std::iter::repeat_n(b'\x08', usize::from(at.x - x)));
            }
            Ordering::Greater => self.code(&[at.x - x], b'D'),
            Ordering::Less => self.code(&[x - at.x], b'C'),
        }
        let relative = self.frame.split_off(start);
        self.address(x, y);
        if relative.len() < self.frame.len() - start {
            self.frame.truncate(start);
            self.frame.extend_from_slice(&relative);
        }
    }

    fn address(&mut self, x: u16, y: u16) {
        match (x, y) {
            (0, 0) => self.code(&[1], b'H'),
            (0, _) => self.code(&[y + 1], b'H'),
            _ => self.code(&[y + 1, x + 1], b'H'),
        }
    }

    /// `CSI numbers final`, a lone 1 left out.
    fn code(&mut self, numbers: &[u16], last: u8) {
        self.frame.extend_from_slice(b"\x1b[");
        if numbers != [1] {
            for (n, number) in numbers.iter().enumerate() {
                if n > 0 {
                    self.frame.push(b';');
                }
                digits(&mut self.frame, *number);
            }
        }
        self.frame.push(last);
    }

    fn wear(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        self.frame.extend_from_slice(b"\x1b[");
        let start = self.frame.len();
        // A parameter left out is 0: everything off.
        let resets = look == PLAIN || !look.modifier.contains(self.look.modifier);
        let from = if resets { PLAIN } else { self.look };
        for (modifier, code) in MODIFIERS {
            if look.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                separate(&mut self.frame, start, resets);
                digits(&mut self.frame, u16::from(code));
            }
        }
        for (is, was, base) in [(look.fg, from.fg, 30), (look.bg, from.bg, 40)] {
            if is != was {
                separate(&mut self.frame, start, resets);
                colour(&mut self.frame, is, base);
            }
        }
        self.frame.push(b'm');
        self.look = look;
    }

    /// A blank looks the same in any colour of letters.
    fn wear_for(&mut self, cell: &Cell) {
        if !sheet::is_blank(cell) {
            self.wear(Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
        } else if sheet::marks_blanks(self.look.bg, self.look.modifier) {
            self.wear(PLAIN);
        }
    }

    /// What changed in a row.
    fn row(&mut self, y: u16, changes: &[(u16, &Cell)]) {
        let sheet = &self.sheet;
        let is_new = |(x, cell): &&(u16, &Cell)| sheet.at(*x, y).is_none_or(|known| !sheet::looks_like(known, cell));
        let changes: Vec<(u16, &Cell)> = changes.iter().filter(is_new).copied().collect();
        changes.iter().for_each(|(x, cell)| self.sheet.put(*x, y, cell));
        let tail = self.sheet.tail(y);
        let (text, blank) = changes.split_at(changes.partition_point(|(x, _)| *x < tail));
        let mut rest = text;
        while let Some(((x, cell), after)) = rest.split_first() {
            let run = run_of_blanks(rest);
            if self.manner.erases && run >= ERASED {
                self.erase(*x, y, Some(run as u16));
                rest = rest.get(run..).unwrap_or_default();
            } else {
                self.put(*x, y, cell);
                rest = after;
            }
        }
        match blank {
            [(x, _), _, _, _, ..] => self.erase(*x, y, None),
            few => few.iter().for_each(|(x, cell)| self.put(*x, y, cell)),
        }
    }

    /// Blanks so many columns, or all to the end of the line; the cursor stays.
    fn erase(&mut self, x: u16, y: u16, columns: Option<u16>) {
        self.go(x, y);
        self.wear_for(&Cell::EMPTY);
        match columns {
            Some(columns) => self.code(&[columns], b'X'),
            None => self.frame.extend_from_slice(b"\x1b[K"),
        }
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        self.go(x, y);
        self.wear_for(cell);
        let symbol = cell.symbol();
        self.frame.extend_from_slice(symbol.as_bytes());
        // Terminals disagree on everything but one plain narrow letter, and all of them on the last column.
        self.at = (is_plain(symbol) && x + 1 < self.size.width).then_some(Position { x: x + 1, y });
    }
}

/// A semicolon between two numbers, and after a first one that is left out.
fn separate(frame: &mut Vec<u8>, start: usize, left_out: bool) {
    if left_out || frame.len() > start {
        frame.push(b';');
    }
}

/// How many blanks stand side by side from the first on.
fn run_of_blanks(changes: &[(u16, &Cell)]) -> usize {
    let Some((first, _)) = changes.first() else { return 0 };
    let beside = |(n, (x, cell)): &(usize, &(u16, &Cell))| usize::from(*x - *first) == *n && sheet::is_blank(cell);
    changes.iter().enumerate().take_while(beside).count()
}

fn digits(frame: &mut Vec<u8>, number: u16) {
    let mut shown = [0; 5];
    let mut at = shown.len();
    let mut rest = number;
    loop {
        at -= 1;
        shown[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    frame.extend_from_slice(&shown[at..]);
}

/// The sixteen as 30–37 and 90–97: terminals without 256 colours read `38;5;n` as "blink".
fn colour(frame: &mut Vec<u8>, colour: Color, base: u16) {
    match colour {
        Color::Indexed(n) => {
            digits(frame, base + 8);
            frame.extend_from_slice(b";5;");
            digits(frame, u16::from(n));
        }
        Color::Rgb(r, g, b) => {
            digits(frame, base + 8);
            frame.extend_from_slice(b";2");
            for part in [r, g, b] {
                frame.push(b';');
                digits(frame, u16::from(part));
            }
        }
        named => digits(frame, base + place(named)),
    }
}

fn place(colour: Color) -> u16 {
    match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Reset | Color::Indexed(_) | Color::Rgb(..) => 9,
    }
}

fn is_plain(symbol: &str) -> bool {
    if let [byte] = symbol.as_bytes() {
        return byte.is_ascii() && !byte.is_ascii_control();
    }
    let mut letters = symbol.chars();
    letters.next().is_some_and(|letter| letter.width() == Some(1)) && letters.next().is_none()
}

impl<W: Write> Surface for Paper<W> {
    fn fit(&mut self, size: Size) {
        self.size = size;
        self.sheet.fit(size);
        // Terminals disagree on what stays and where the cursor is.
        self.sheet.forget();
        self.at = None;
    }

    /// Buttons, drags and the wheel with places beyond column 223; no report of mere movement.
    fn mouse(&mut self, ours: bool) {
        if ours != self.manner.mouse {
            self.frame.extend_from_slice(if ours { b"\x1b[?1002h\x1b[?1006h" } else { b"\x1b[?1006l\x1b[?1002l" });
            self.manner.mouse = ours;
        }
    }

    fn copy(&mut self, text: &str) {
        self.frame.extend_from_slice(&clipboard::bytes(text));
    }

    fn lend(&mut self) -> io::Result<()> {
        input::hold();
        host::lend()
    }

    fn retake(&mut self) -> io::Result<()> {
        host::retake()?;
        input::release();
        self.sheet.clear();
        self.at = None;
        self.blank = true;
        self.shown = false;
        self.look = PLAIN;
        let ours = std::mem::take(&mut self.manner.mouse);
        self.mouse(ours);
        Ok(())
    }
}

impl<W: Write> Backend for Paper<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut row: Vec<(u16, &Cell)> = Vec::new();
        let mut line = 0;
        for (x, y, cell) in content {
            if y != line {
                self.row(line, &row);
                row.clear();
                line = y;
            }
            row.push((x, cell));
            self.blank = false;
        }
        self.row(line, &row);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.shown = false;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.shown {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.shown = true;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.at.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.go(x, y);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        if self.blank {
            return Ok(());
        }
        self.wear(PLAIN);
        self.sheet.forget();
        match region {
            ClearType::All => self.frame.extend_from_slice(b"\x1b[2J"),
            ClearType::AfterCursor => self.frame.extend_from_slice(b"\x1b[J"),
            ClearType::BeforeCursor => self.frame.extend_from_slice(b"\x1b[1J"),
            ClearType::CurrentLine => self.frame.extend_from_slice(b"\x1b[2K"),
            ClearType::UntilNewLine => self.frame.extend_from_slice(b"\x1b[K"),
        }
        self.blank = region == ClearType::All;
        if self.blank {
            self.sheet.clear();
        }
        self.at = None;
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.frame.splice(0..0, *b"\x1b[?2026h");
        self.frame.extend_from_slice(b"\x1b[?2026l");
        let written = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.clear();
        written
    }
}
