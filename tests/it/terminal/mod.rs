//! The bytes that go out: few, in one write, and nothing a terminal could mistake.

mod pty;

use std::io::{self, Write};

use ratatui::{
    Terminal,
    layout::Size,
    style::{Color, Modifier, Style},
};
use vigie::terminal::Paper;

/// Remembers every write apart.
#[derive(Clone, Default)]
struct Writes(std::rc::Rc<std::cell::RefCell<Vec<Vec<u8>>>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn sheet(width: u16, height: u16) -> (Terminal<Paper<Writes>>, Writes) {
    let writes = Writes::default();
    let paper = Paper::new(writes.clone(), Size { width, height });
    (Terminal::new(paper).unwrap(), writes)
}

fn texts(terminal: &mut Terminal<Paper<Writes>>, lines: &[(u16, u16, &str, Style)]) {
    terminal
        .draw(|frame| {
            for (x, y, text, style) in lines {
                frame.buffer_mut().set_string(*x, *y, text, *style);
            }
        })
        .unwrap();
}

fn last(writes: &Writes) -> String {
    String::from_utf8(writes.0.borrow().last().cloned().unwrap_or_default()).unwrap()
}

#[test]
fn a_frame_is_one_write_in_brackets_and_nothing_is_written_when_nothing_changed() {
    let (mut terminal, writes) = sheet(20, 3);
    texts(&mut terminal, &[(0, 0, "Pipeline", Style::new()), (0, 2, "Aide", Style::new())]);
    assert_eq!(writes.0.borrow().len(), 1);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[1;1HPipeline\x1b[3;1HAide\x1b[?2026l");
    texts(&mut terminal, &[(0, 0, "Pipeline", Style::new()), (0, 2, "Aide", Style::new())]);
    assert_eq!(writes.0.borrow().len(), 1);
}

#[test]
fn the_sixteen_colours_use_the_codes_every_terminal_knows() {
    let (mut terminal, writes) = sheet(20, 1);
    let hot = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
    let bright = Style::new().fg(Color::LightCyan);
    texts(&mut terminal, &[(0, 0, "A", hot), (1, 0, "B", bright), (2, 0, "C", Style::new())]);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[1;1H\x1b[1;31mA\x1b[0;96mB\x1b[39mC\x1b[?2026l");
}

#[test]
fn the_cursor_is_addressed_anew_after_anything_but_one_narrow_letter() {
    let (mut terminal, writes) = sheet(20, 1);
    texts(&mut terminal, &[(0, 0, "é株e\u{301}x", Style::new())]);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[1;1Hé株\x1b[1;4He\u{301}\x1b[1;5Hx\x1b[?2026l");
}

#[test]
fn the_last_column_leaves_the_cursor_unknown() {
    let (mut terminal, writes) = sheet(3, 2);
    texts(&mut terminal, &[(0, 0, "abc", Style::new()), (0, 1, "d", Style::new())]);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[1;1Habc\x1b[2;1Hd\x1b[?2026l");
}

#[test]
fn a_small_change_costs_few_bytes() {
    let (mut terminal, writes) = sheet(80, 24);
    texts(&mut terminal, &[(10, 5, "82", Style::new()), (20, 5, "chaud", Style::new())]);
    texts(&mut terminal, &[(10, 5, "83", Style::new()), (20, 5, "tiède", Style::new())]);
    assert!(last(&writes).len() <= 16 + 8 + 20, "{:?}", last(&writes));
}

#[test]
fn a_smaller_window_is_cleared_once() {
    let (mut terminal, writes) = sheet(20, 4);
    texts(&mut terminal, &[(0, 0, "Pipeline", Style::new())]);
    vigie::cockpit::run::Surface::fit(terminal.backend_mut(), Size { width: 10, height: 4 });
    texts(&mut terminal, &[(0, 0, "Pipeline", Style::new())]);
    assert_eq!(last(&writes).matches("\x1b[2J").count(), 1);
    assert_eq!(writes.0.borrow().len(), 2);
}

#[test]
fn the_text_cursor_is_shown_and_hidden_only_when_that_changes() {
    let (mut terminal, writes) = sheet(20, 1);
    terminal.draw(|frame| frame.set_cursor_position((3, 0))).unwrap();
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[?25h\x1b[1;4H\x1b[?2026l");
    terminal.draw(|frame| frame.set_cursor_position((3, 0))).unwrap();
    assert_eq!(writes.0.borrow().len(), 1);
    terminal.draw(|_| {}).unwrap();
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[?25l\x1b[?2026l");
}
