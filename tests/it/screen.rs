//! What the screen shows at every size, in both languages.

use vigie::{cli::demo, sales::moment::Day, voice::Language};

use super::seat::Seat;

fn portfolio(size: usize) -> Vec<Vec<vigie::sales::fact::Statement>> {
    demo::facts(size, demo::SEED, Day::of(2026, 11, 22).unwrap()).map(|told| told.statements).collect()
}

#[test]
fn look() {
    for (width, height) in [(120, 36), (80, 24), (45, 20), (10, 3)] {
        let mut seat = Seat::new(portfolio(60), Language::Fr, width, height);
        println!("{}", seat.screen());
        seat.keys("<enter>");
        println!("{}", seat.screen());
        seat.keys("<esc>q");
        println!("{}", seat.screen());
    }
}
