//! What ratatui draws, turned into as few bytes as possible: one write a frame inside DECSET 2026, own size, cursor and
//! colours kept in memory, nothing written when nothing changed. No question is ever put to the terminal: the input
//! thread would read the answer as keys.

use std::io::{self, Write};

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthChar;

use super::{clipboard, host};
use crate::cockpit::run::Surface;

/// The sheet the frames are written on.
#[derive(Debug)]
pub struct Paper<W: Write> {
    out: W,
    frame: Vec<u8>,
    size: Size,
    look: Look,
    /// Where the terminal's cursor is; nothing where a cell may have moved it elsewhere than we think.
    at: Option<Position>,
    shown: bool,
    blank: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

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
        Self { out, frame: Vec::with_capacity(16 << 10), size, look: PLAIN, at: None, shown: false, blank: true }
    }

    fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at.x == x && at.y == y => return,
            Some(at) if at.y == y && at.x < x => self.code(&[x - at.x], b'C'),
            Some(at) if x == 0 && y == at.y + 1 => self.frame.extend_from_slice(b"\r\n"),
            _ => self.code(&[y + 1, x + 1], b'H'),
        }
        self.at = Some(Position { x, y });
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
        let mut from = self.look;
        if !look.modifier.contains(from.modifier) {
            self.frame.push(b'0');
            from = PLAIN;
        }
        for (modifier, code) in MODIFIERS {
            if look.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                separate(&mut self.frame, start);
                digits(&mut self.frame, u16::from(code));
            }
        }
        if look.fg != from.fg {
            separate(&mut self.frame, start);
            colour(&mut self.frame, look.fg, 30);
        }
        if look.bg != from.bg {
            separate(&mut self.frame, start);
            colour(&mut self.frame, look.bg, 40);
        }
        self.frame.push(b'm');
        self.look = look;
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        self.go(x, y);
        self.wear(Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
        let symbol = cell.symbol();
        self.frame.extend_from_slice(symbol.as_bytes());
        // Terminals disagree on everything but one plain narrow letter, and all of them on the last column.
        self.at = (is_plain(symbol) && x + 1 < self.size.width).then_some(Position { x: x + 1, y });
    }
}

fn separate(frame: &mut Vec<u8>, start: usize) {
    if frame.len() > start {
        frame.push(b';');
    }
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
    }

    fn copy(&mut self, text: &str) {
        self.frame.extend_from_slice(&clipboard::bytes(text));
    }

    fn retake(&mut self) -> io::Result<()> {
        host::retake()?;
        self.at = None;
        self.blank = true;
        self.shown = false;
        self.look = PLAIN;
        Ok(())
    }
}

impl<W: Write> Backend for Paper<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        for (x, y, cell) in content {
            self.put(x, y, cell);
            self.blank = false;
        }
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
        match region {
            ClearType::All => self.frame.extend_from_slice(b"\x1b[2J"),
            ClearType::AfterCursor => self.frame.extend_from_slice(b"\x1b[J"),
            ClearType::BeforeCursor => self.frame.extend_from_slice(b"\x1b[1J"),
            ClearType::CurrentLine => self.frame.extend_from_slice(b"\x1b[2K"),
            ClearType::UntilNewLine => self.frame.extend_from_slice(b"\x1b[K"),
        }
        self.blank = region == ClearType::All;
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
