//! What the screen shows at every size, in both languages.

use vigie::{
    cli::demo,
    cockpit::theme::Theme,
    sales::{fact::Statement, moment::Day},
    voice::Language,
};

use super::seat::Seat;

pub fn portfolio(size: usize) -> Vec<Vec<Statement>> {
    demo::facts(size, demo::SEED, Day::of(2026, 11, 22).unwrap()).map(|told| told.statements).collect()
}

#[test]
#[ignore = "prints the screens for the eye"]
fn look() {
    for language in [Language::Fr, Language::En] {
        for (width, height) in [(120, 36), (80, 24), (45, 20), (10, 3)] {
            let mut seat = Seat::new(portfolio(60), language, width, height);
            for keys in [
                "",
                "<enter>",
                "<esc>q",
                "o8–9 k€",
                "<esc><esc>e",
                "p",
                "<esc>a",
                "<esc>n",
                "<esc>cmart",
                "<esc>?",
                "<esc>g",
                "<esc>y<right>",
            ] {
                seat.keys(keys);
                println!("----- {keys} {width}x{height}\n{}", seat.screen());
            }
        }
    }
}

/// Every size, every overlay: nothing panics, whatever does not fit.
#[test]
fn no_size_is_too_small_or_too_large() {
    let mut seat = Seat::new(portfolio(20), Language::Fr, 80, 24);
    for keys in [
        "",
        "<enter>",
        "<esc>q",
        "o8 k€",
        "<esc><esc>e",
        "<esc>a",
        "<esc>n",
        "<esc>cmar",
        "<esc>?",
        "<esc><ctrl-g>",
        "<enter>",
        "<esc>x",
        "<esc>m",
        "<esc>y",
    ] {
        seat.keys(keys);
        for width in [0, 1, 2, 5, 10, 19, 20, 21, 33, 45, 59, 60, 80, 99, 100, 120, 200, 300] {
            for height in [0, 1, 2, 3, 5, 6, 7, 12, 16, 20, 24, 36, 60, 100] {
                seat.size(width, height);
                seat.screen();
            }
        }
    }
}

#[test]
fn an_ascii_terminal_gets_nothing_but_ascii() {
    let theme = Theme::shipped("mono", true).unwrap();
    let mut seat = Seat::of("Zoé", portfolio(20), Language::Fr, theme, (120, 36));
    for keys in [
        "",
        "<enter>",
        "<esc>q",
        "o8–9 k€",
        "<esc><esc>e",
        "<esc>a",
        "<esc>n",
        "<esc>cmar",
        "<esc>?",
        "<esc><ctrl-g>",
        "<enter>",
        "<esc>d",
        "<esc>y<right>",
    ] {
        seat.keys(keys);
        let screen = seat.screen();
        assert!(screen.is_ascii(), "{keys}: {:?}", screen.lines().find(|line| !line.is_ascii()));
    }
}

#[test]
#[ignore = "for a profiler"]
fn moving() {
    let mut seat = Seat::new(portfolio(300), Language::Fr, 120, 36);
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(120, 36)).unwrap();
    for n in 0..3000 {
        let key = if n / 40 % 2 == 0 { "down" } else { "up" };
        seat.hear(vigie::cockpit::event::Event::Key(super::seat::key(key)));
        let world = super::seat::world(&seat.desk, &seat.voice);
        terminal.draw(|frame| seat.cockpit.view(&world, frame)).unwrap();
    }
}
