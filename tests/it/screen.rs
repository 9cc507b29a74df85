//! What the screen shows at every size, in both languages, with and without UTF-8, whatever people are called.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;
use vigie::{
    cli::demo,
    cockpit::{
        event::{Beside, Event, News},
        theme::Theme,
    },
    sales::{
        entity::{Entity, Kind},
        fact::{Linked, Role, Set, Statement, Value},
        moment::Day,
    },
    voice::Language,
};

use super::seat::Seat;

pub fn portfolio(size: usize) -> Vec<Vec<Statement>> {
    demo::facts(size, demo::SEED, Day::of(2026, 11, 22).unwrap()).map(|told| told.statements).collect()
}

/// Every screen and the keys to it from the columns. A new one joins by one line.
const SCREENS: &[(&str, &str)] = &[
    ("columns", ""),
    ("a column away", "<right>"),
    ("the lost column", "w"),
    ("folded", "z"),
    ("marked", " <down> "),
    ("dossier", "<enter>"),
    ("the end of the dossier", "<enter><end><down><down>"),
    ("a field", "<enter><down><down><enter>8,4k"),
    ("a refused field", "<enter><down><down><enter>douze mille cinq cents<enter>"),
    ("every field", "<f4>"),
    ("exchanges", "<f5>"),
    ("quotes", "<f6>"),
    ("the past", "<f7>"),
    ("complaint", "s"),
    ("hand over", "t"),
    ("roles", "<ctrl-k>"),
    ("to delete", "<ctrl-d>"),
    ("the list of the day", "1"),
    ("a call from the list of the day", "1a"),
    ("somebody of the list of the day", "1<enter>"),
    ("contacts", "3"),
    ("contacts, in another order", "3<right><right>zz"),
    ("a query above the contacts", "3=vil"),
    ("a query that cannot be read", "3=statuu:lead statut:x y<enter>"),
    ("segments", "3;"),
    ("somebody of the contacts", "3<down><enter>"),
    ("a call from the contacts", "3<end>a"),
    ("checklist", "q"),
    ("an answer", "q<home>o8–9 k€, Qwxzkjqwxzkjqwxzkj"),
    ("call", "aj"),
    ("call with a note", "aj<tab><tab>x<shift-tab><shift-tab>Veut un devis 東京 👩‍💻 rapidement, rappeler jeudi 14h"),
    ("note", "i"),
    ("mail", "m"),
    ("letter", "m<enter>"),
    ("sequences", "<f12>"),
    ("meeting", "v"),
    ("next step", "r"),
    ("quote", "d"),
    ("won", "g"),
    ("lost", "x"),
    ("a refused form", "x<enter>"),
    ("stages", "e"),
    ("another stage", "ep"),
    ("contact", "n"),
    ("deal", "<enter>n"),
    ("opposition", "o"),
    ("filter", "f"),
    ("file", "<ctrl-o>"),
    ("box", "c"),
    ("found", "cq"),
    ("found by number", "c0639"),
    ("nobody found", "cpersonne de ce nom-là"),
    ("what can be done", "cq<tab>"),
    ("every act", "<ctrl-g>"),
    ("an act", "<ctrl-g><enter>"),
    ("settings", "y"),
    ("help", "?"),
    ("the end of the help", "?<pagedown><pagedown><pagedown>"),
    ("leave", "<ctrl-c><ctrl-c>"),
];

/// Whatever the keys led to, back to the columns.
const BACK: &str = "<esc><esc><esc><esc>2<home>";

/// A word as long as a joke, of letters no text of ours has in a row.
const LONG: &str = "Qwxzkj";

fn long() -> String {
    LONG.repeat(50)
}

/// People nobody would be called like: wide letters, joined signs, other directions, commands to the terminal.
fn nasty() -> Vec<Vec<Statement>> {
    let names: [[&str; 4]; 5] = [
        ["Élodie-Åsa", "d'Œuvré €", "L'Œil & Cie – « Façades »", "Œting-lès-Forbach"],
        ["太郎", "東京タワー株式会社", "株式会社東京タワー設計事務所", "東京"],
        ["👩\u{200d}💻👨\u{200d}👩\u{200d}👧", "🇫🇷e\u{301}\u{323}", "❤\u{fe0f}⚠\u{fe0f} Fleurs", "👍\u{1f3fd}"],
        [
            "\u{202e}evil\u{202c}",
            "مرحبا\u{200f}\u{2066}",
            "\u{1b}]0;pwned\u{7}\u{1b}[31mRouge\u{1b}[2J",
            "a\u{0}b\tc\nd\u{9b}5m",
        ],
        [LONG, "\u{feff}\u{200b}", "\u{ad}", ""],
    ];
    let person = |(n, [given, family, firm, town]): (usize, &[&str; 4])| {
        let fresh = |kind, at| Entity::fresh(kind, at);
        let (contact, company, deal) = (fresh(Kind::Contact, 0), fresh(Kind::Company, 1), fresh(Kind::Deal, 2));
        let set = |about, field: &str, text: &str| {
            let value = Value::Text(if text == LONG || n == 4 { long() } else { text.to_owned() });
            Statement::Set(Set { about, field: field.into(), value })
        };
        let link = |from, to, role| Statement::Linked(Linked { from, to, role, tied: true });
        vec![
            set(contact, "contact.given_name", given),
            set(contact, "contact.family_name", family),
            set(contact, "contact.town", town),
            set(contact, "contact.email", &format!("{LONG}@{firm}")),
            set(company, "company.name", firm),
            link(contact, company, Role::WorksFor),
            set(deal, "deal.title", firm),
            link(deal, contact, Role::Party),
        ]
    };
    names.iter().enumerate().map(person).collect()
}

const WIDTHS: [u16; 22] = [0, 1, 2, 3, 5, 9, 10, 19, 20, 21, 30, 33, 45, 59, 60, 79, 80, 99, 100, 120, 200, 300];
const HEIGHTS: [u16; 15] = [0, 1, 2, 3, 5, 6, 7, 9, 12, 16, 20, 24, 36, 60, 100];
const USUAL: [(u16, u16); 7] = [(120, 36), (80, 24), (45, 20), (10, 3), (20, 6), (0, 0), (300, 100)];

/// Sizes of the grid: the usual ones and every fiftieth other, others for each screen.
fn sizes(seed: usize) -> impl Iterator<Item = (u16, u16)> {
    let grid = WIDTHS.iter().flat_map(|width| HEIGHTS.iter().map(move |height| (*width, *height)));
    USUAL.into_iter().chain(grid.skip(seed % 47).step_by(47))
}

/// The screen in words, without the cells that a wide letter covers.
fn lines(buffer: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let mut line = String::new();
        let mut covered = 0;
        for x in buffer.area.left()..buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            if covered == 0 {
                line.push_str(symbol);
                covered = symbol.width();
            }
            covered = covered.saturating_sub(1);
        }
        line
    };
    (buffer.area.top()..buffer.area.bottom()).map(row).collect()
}

/// No letter that commands, hides or takes more than two columns; nothing but ASCII where there is nothing else.
fn letters_are_tame(buffer: &Buffer, ascii: bool) -> Result<(), String> {
    for (at, cell) in buffer.content.iter().enumerate() {
        let symbol = cell.symbol();
        let odd = |letter: char| {
            letter.is_control()
                || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        if symbol.chars().any(odd) || symbol.width() > 2 || (ascii && !symbol.is_ascii()) {
            return Err(format!("{symbol:?} in cell {at}"));
        }
        let last = buffer.area.width > 0 && (at as u16 + 1).is_multiple_of(buffer.area.width);
        if symbol.width() == 2 && last {
            return Err(format!("{symbol} hangs out of the last column"));
        }
    }
    Ok(())
}

/// The long word is whole, or says that it goes on: by the sign for it, or on the next line.
fn long_words_say_so(lines: &[String], ascii: bool) -> Result<(), String> {
    let ours = |letter: char| LONG.contains(letter) || LONG.to_lowercase().contains(letter);
    let sign = if ascii { '~' } else { '…' };
    let has = |line: Option<&String>| {
        line.is_some_and(|line| line.contains(&LONG[1..4]) || line.trim_matches(['│', '|', ' ']).chars().all(ours))
    };
    for (n, line) in lines.iter().enumerate() {
        let mut rest = line.as_str();
        while let Some(from) = rest.find(LONG) {
            let word: String = rest[from..].chars().take_while(|letter| ours(*letter)).collect();
            rest = &rest[from + word.len()..];
            // What one typed oneself scrolls under the caret.
            let typed = word.chars().count() < 20 && n + 1 == lines.len();
            if word.chars().count() >= 300
                || rest.starts_with(sign)
                || has(lines.get(n + 1))
                || typed
                || rest.starts_with('@')
            {
                continue;
            }
            return Err(format!("“{word}” is cut without a sign in line {n}: {line}"));
        }
    }
    Ok(())
}

/// Between columns and dossier there is one straight wall.
fn the_wall_is_straight(lines: &[String]) -> Result<(), String> {
    let walls: Vec<usize> = lines
        .iter()
        .skip(1)
        .take(lines.len().saturating_sub(2))
        .filter_map(|line| line.find(['│', '|']).map(|at| line[..at].width()))
        .collect();
    if walls.iter().all(|wall| Some(wall) == walls.first()) { Ok(()) } else { Err(format!("walls at {walls:?}")) }
}

#[test]
fn every_screen_at_every_size_in_both_languages_with_and_without_utf_8() {
    for (turn, (language, ascii)) in
        [(Language::Fr, false), (Language::En, true), (Language::En, false), (Language::Fr, true)]
            .into_iter()
            .enumerate()
    {
        let theme = Theme::shipped(if ascii { "mono" } else { "dark" }, ascii).unwrap();
        let facts = [portfolio(6), nasty()].concat();
        let mut seat = Seat::of("Zoé", facts, language, theme, (80, 24));
        for (n, (name, keys)) in SCREENS.iter().enumerate() {
            seat.size(80, 24);
            seat.keys("2").keys(keys);
            for (width, height) in sizes(n * 4 + turn) {
                seat.size(width, height);
                let buffer = seat.buffer();
                let lines = lines(&buffer);
                let wall = if *name == "columns" && width >= 100 && height >= 16 {
                    the_wall_is_straight(&lines)
                } else {
                    Ok(())
                };
                let tame = letters_are_tame(&buffer, ascii);
                let cut = long_words_say_so(&lines, ascii);
                for flaw in [wall, tame, cut] {
                    assert_eq!(flaw, Ok(()), "{name}, {width}x{height}, {language:?}\n{}", lines.join("\n"));
                }
            }
            seat.size(80, 24);
            seat.keys(BACK);
        }
    }
}

#[test]
fn what_comes_without_a_key_fits_every_size_too() {
    let mut seat = Seat::new(nasty(), Language::Fr, 80, 24);
    let drafts = (0..30).map(|n| (format!("form contact {n}"), format!("contact.given_name={} {n}", long()))).collect();
    let events = [
        Event::News(News::Drafts(drafts)),
        Event::Beside(Beside::Done(vec![long(), "Ligne 12 : téléphone refusé".into()])),
        Event::Beside(Beside::Failed("👩\u{200d}💻\u{1b}[2J".into())),
        Event::News(News::Word(long(), true)),
        Event::Burst(format!("{} quitter", long())),
    ];
    for (n, event) in events.into_iter().enumerate() {
        seat.hear(event);
        for (width, height) in sizes(n) {
            seat.size(width, height);
            assert_eq!(letters_are_tame(&seat.buffer(), false), Ok(()), "{n} {width}x{height}");
        }
        seat.size(80, 24);
        seat.keys("<esc>");
    }
}

#[test]
fn the_sketched_sizes_are_as_the_seller_knows_them() {
    let mut seat = Seat::new(portfolio(20), Language::Fr, 120, 36);
    assert!(
        seat.shows("Pipeline") && seat.shows("── Qualification") && seat.shows("? aide"),
        "columns beside the dossier"
    );
    seat.size(80, 24);
    assert!(seat.shows("Pipeline") && seat.shows("Qualification") && seat.shows("? aide"), "the dossier below");
    seat.size(45, 20);
    assert!(seat.shows("Pipeline") && !seat.shows("Qualification") && seat.shows("? aide"), "one pane at a time");
    seat.keys("<enter>");
    assert!(seat.shows("── Affaire") && seat.shows("? aide"), "{}", seat.screen());
    seat.size(10, 3);
    assert!(!seat.screen().trim().is_empty(), "a sentence");
}

#[test]
#[ignore = "prints the screens for the eye"]
fn look() {
    for language in [Language::Fr, Language::En] {
        for (width, height) in [(120, 36), (80, 24), (45, 20), (10, 3)] {
            let mut seat = Seat::new(portfolio(60), language, width, height);
            for (name, keys) in SCREENS {
                seat.keys(keys);
                println!("----- {name} {width}x{height}\n{}", seat.screen());
                seat.keys(BACK);
            }
        }
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
