//! The bytes that go out: few, in one write, and nothing a terminal could mistake.

mod morning;
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
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[HPipeline\n\n\rAide\x1b[?2026l");
    texts(&mut terminal, &[(0, 0, "Pipeline", Style::new()), (0, 2, "Aide", Style::new())]);
    assert_eq!(writes.0.borrow().len(), 1);
}

#[test]
fn the_sixteen_colours_use_the_codes_every_terminal_knows() {
    let (mut terminal, writes) = sheet(20, 1);
    let hot = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
    let bright = Style::new().fg(Color::LightCyan);
    texts(&mut terminal, &[(0, 0, "A", hot), (1, 0, "B", bright), (2, 0, "C", Style::new())]);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[H\x1b[1;31mA\x1b[;96mB\x1b[mC\x1b[?2026l");
}

#[test]
fn the_cursor_is_addressed_anew_after_anything_but_one_narrow_letter() {
    let (mut terminal, writes) = sheet(20, 1);
    texts(&mut terminal, &[(0, 0, "é株e\u{301}x", Style::new())]);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[Hé株\x1b[1;4He\u{301}\x1b[1;5Hx\x1b[?2026l");
}

#[test]
fn the_last_column_leaves_the_cursor_unknown() {
    let (mut terminal, writes) = sheet(3, 2);
    texts(&mut terminal, &[(0, 0, "abc", Style::new()), (0, 1, "d", Style::new())]);
    assert_eq!(last(&writes), "\x1b[?2026h\x1b[Habc\x1b[2Hd\x1b[?2026l");
}

#[test]
fn a_small_change_costs_few_bytes() {
    let (mut terminal, writes) = sheet(80, 24);
    texts(&mut terminal, &[(10, 5, "82", Style::new()), (20, 5, "chaud", Style::new())]);
    texts(&mut terminal, &[(10, 5, "83", Style::new()), (20, 5, "tiède", Style::new())]);
    assert!(last(&writes).len() <= 16 + 8 + 20, "{:?}", last(&writes));
}

#[test]
fn what_became_empty_is_erased_and_what_stands_there_is_not_written_again() {
    let (mut terminal, writes) = sheet(80, 4);
    let quiet = Style::new().fg(Color::Cyan);
    texts(&mut terminal, &[(0, 0, "appel passé, joint", quiet), (40, 0, "une longue note d'hier", Style::new())]);
    texts(&mut terminal, &[(0, 0, "appel reçu, joint", quiet)]);
    assert!(last(&writes).len() <= 16 + 32, "{:?}", last(&writes));
    assert!(last(&writes).contains("\x1b[K"));
}

/// Random frames: whatever way the bytes took, the terminal shows what was drawn.
#[test]
fn whatever_is_drawn_stands_on_the_screen() {
    let (mut terminal, writes) = sheet(30, 6);
    let mut screen = vt100::Parser::new(6.try_into().unwrap(), 30.try_into().unwrap(), 0);
    let styles = [
        Style::new(),
        Style::new().fg(Color::Red),
        Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().add_modifier(Modifier::UNDERLINED),
    ];
    let words = ["a", "Dupont", "            ", "é", "株式", "retard 3 j", " x ", "────", "e\u{301}"];
    let mut dice = 7_u32;
    let mut roll = |sides: usize| {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (dice >> 16) as usize % sides
    };
    let mut lines: Vec<(u16, u16, &str, Style)> = Vec::new();
    for round in 0..400 {
        for _ in 0..=roll(6) {
            let word = words[roll(words.len())];
            // What becomes of half a wide letter is no business of ours: nothing is drawn over one.
            let x = if word == "株式" { 25 } else { roll(13) };
            lines.push((x as u16, roll(6) as u16, word, styles[roll(styles.len())]));
        }
        let from = lines.len().saturating_sub(roll(25));
        lines.drain(..from);
        let mut wanted = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 30, 6));
        terminal
            .draw(|frame| {
                for (x, y, text, style) in &lines {
                    frame.buffer_mut().set_string(*x, *y, text, *style);
                }
                wanted = frame.buffer_mut().clone();
            })
            .unwrap();
        writes.0.borrow_mut().drain(..).for_each(|bytes| screen.process(&bytes));
        for y in 0..6 {
            let mut x = 0;
            while x < 30 {
                let cell = &wanted[(x, y)];
                let shown = screen.screen().cell(y, x).unwrap();
                let text = if shown.has_contents() { shown.contents() } else { " " };
                assert_eq!(text, cell.symbol(), "round {round} at {x},{y}");
                let seen = cell.modifier.contains(Modifier::REVERSED);
                assert_eq!(shown.inverse(), seen, "round {round} at {x},{y}");
                assert_eq!(shown.underline(), cell.modifier.contains(Modifier::UNDERLINED), "round {round} at {x},{y}");
                if cell.symbol() != " " {
                    assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD), "round {round} at {x},{y}");
                    let red = shown.fgcolor() == vt100::Color::Idx(1);
                    assert_eq!(red, cell.fg == Color::Red, "round {round} at {x},{y}");
                }
                x += unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1) as u16;
            }
        }
    }
}

#[test]
fn the_mouse_is_asked_for_once_and_only_its_buttons() {
    let (mut terminal, writes) = sheet(20, 1);
    let paper = terminal.backend_mut();
    for ours in [true, true, false] {
        vigie::cockpit::run::Surface::mouse(paper, ours);
    }
    texts(&mut terminal, &[(0, 0, "x", Style::new())]);
    let expected = "\x1b[?1002h\x1b[?1006h\x1b[?1006l\x1b[?1002l";
    assert!(last(&writes).contains(expected), "{:?}", last(&writes));
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
