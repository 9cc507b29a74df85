use proptest::prelude::*;

use super::*;
use crate::sales::{
    entity::{Id, Kind},
    words::fold::folded,
};

fn person(n: u128) -> Entity {
    Entity::known(Kind::Contact, Id(1_000_000 + n))
}

/// A small town.
fn town() -> Finder {
    let mut finder = Finder::default();
    for (n, (text, digits, weight)) in [
        ("Marie Lefèvre · Menuiserie Lefèvre · Nantes", "33639980001", 82),
        ("Paul Martin · Garage Morin · Saint-Étienne", "33639980002 33199000002", 77),
        ("Élodie Dupré · Hôtel du Port · Brest", "33199000003", 61),
        ("Jean Dupont · Dupont Toitures · Nantes", "33639980004", 58),
        ("Martine Œuvrard · Fleurs d'Œillet · Lyon", "32470123456", 10),
        ("محمد العربي · تجارة · Paris", "", 5),
        ("Zoé Ångström-Dubois · Toitures du Léman", "41791234567", 5),
        ("Martin Martin · 12 rue des Lilas", "262262123456", 5),
    ]
    .into_iter()
    .enumerate()
    {
        finder.insert(person(n as u128), text, digits, weight);
    }
    finder
}

fn found(finder: &mut Finder, query: &str) -> Vec<u128> {
    finder.search(query, 20).iter().map(|hit| hit.entity.id.0 - 1_000_000).collect()
}

#[test]
fn finds_by_any_part_in_any_order_without_accents() {
    let mut finder = town();
    for (query, rows) in [
        ("lefevre", vec![0]),
        ("LEFÈVRE", vec![0]),
        ("nantes marie", vec![0]),
        ("mar lef", vec![0]),
        ("elodie", vec![2]),
        ("dupre elodie", vec![2]),
        ("oeuvrard", vec![4]),
        ("œillet", vec![4]),
        ("d'œil", vec![4]),
        ("angstrom", vec![6]),
        ("saint-étienne", vec![1]),
        ("etienne", vec![1]),
        ("محمد", vec![5]),
        ("toitures", vec![3, 6]),
        ("lilas 12", vec![7]),
        ("é", vec![0, 1, 2, 3, 4, 6, 7]),
        ("xyz", vec![]),
        ("", vec![]),
        ("  ", vec![]),
        ("!!!", vec![]),
    ] {
        let mut hits = found(&mut finder, query);
        hits.sort_unstable();
        assert_eq!(hits, rows, "{query}");
    }
}

#[test]
fn finds_numbers_in_any_spelling() {
    let mut finder = town();
    for (query, rows) in [
        ("06 39 98 00 01", vec![0]),
        ("0639980001", vec![0]),
        ("+33 6 39 98 00 01", vec![0]),
        ("0033639980001", vec![0]),
        ("+33 (0)6 39 98 00 01", vec![0]),
        ("à- \"ç ç_ àà à&", vec![0]),
        ("à-\"ç", vec![0, 1, 3]),
        ("0639", vec![0, 1, 3]),
        ("06", vec![0, 1, 3]),
        ("980004", vec![3]),
        ("0262 12", vec![7]),
        ("+32 470", vec![4]),
        ("0470", vec![4]),
        ("martin 0639", vec![1]),
        ("12", vec![4, 6, 7]),
    ] {
        let mut hits = found(&mut finder, query);
        hits.sort_unstable();
        assert_eq!(hits, rows, "{query}");
    }
}

#[test]
fn the_best_comes_first() {
    let mut finder = town();
    assert_eq!(found(&mut finder, "martin")[0], 1, "the whole word, and more weight");
    assert_eq!(found(&mut finder, "martin martin")[..1], [1]);
    assert_eq!(found(&mut finder, "dup")[..2], [2, 3], "both begin so, she matters more");
    assert_eq!(found(&mut finder, "12")[0], 7);
}

#[test]
fn a_letter_left_out_is_forgiven() {
    let mut finder = town();
    assert_eq!(found(&mut finder, "lefvre"), [0]);
    assert_eq!(found(&mut finder, "dpont"), [3]);
    assert_eq!(found(&mut finder, "lfx"), Vec::<u128>::new());
}

#[test]
fn underlines_the_shown_text() {
    let mut finder = town();
    let underlined = |finder: &mut Finder, query: &str| {
        let hit = finder.search(query, 1).remove(0);
        let shown: Vec<char> = finder.text(hit.entity).unwrap().chars().collect();
        hit.positions.iter().map(|at| shown[*at as usize]).collect::<String>()
    };
    assert_eq!(underlined(&mut finder, "lefevre"), "Lefèvre");
    assert_eq!(underlined(&mut finder, "oeuv"), "Œuv");
    assert_eq!(underlined(&mut finder, "port elodie"), "ÉlodiePort");
    assert_eq!(underlined(&mut finder, "lefvre"), "Lefvre");
    assert_eq!(underlined(&mut finder, "محم"), "محم");
}

#[test]
fn backspace_and_retyping_give_the_same() {
    let mut finder = town();
    let first = found(&mut finder, "mar");
    for query in ["mart", "marti", "martin", "marti", "mart", "ma", "m", "ma"] {
        let narrowed = found(&mut finder, query);
        assert_eq!(narrowed, found(&mut town(), query), "{query}");
    }
    assert_eq!(found(&mut finder, "mar"), first);
}

#[test]
fn rows_come_change_and_go() {
    let mut finder = town();
    finder.update(person(0), "Marie Durand", "33639980009", 1);
    assert_eq!(found(&mut finder, "lefevre"), Vec::<u128>::new());
    assert_eq!(found(&mut finder, "durand"), [0]);
    assert_eq!(found(&mut finder, "980009"), [0]);
    assert_eq!(found(&mut finder, "980001"), Vec::<u128>::new());
    assert_eq!(finder.len(), 8);
    finder.remove(person(0));
    finder.remove(person(0));
    assert_eq!((found(&mut finder, "durand"), finder.len()), (vec![], 7));
    assert_eq!(finder.text(person(0)), None);
}

#[test]
fn many_changes_do_not_pile_up() {
    let mut finder = town();
    for round in 0..4000 {
        finder.update(person(3), &format!("Jean Dupont {round}"), "", 1);
    }
    assert!(finder.rows.len() < 2500, "{finder:?}");
    assert_eq!(found(&mut finder, "dupont 3999"), [3]);
    assert_eq!(finder.len(), 8);
}

#[test]
fn a_snapshot_gives_the_same_finder() {
    let mut finder = town();
    finder.remove(person(1));
    let bytes = finder.to_bytes();
    let mut again = Finder::from_bytes(&bytes).unwrap();
    for query in ["m", "mar", "nantes", "0639", "toitures", "lefvre"] {
        assert_eq!(again.search(query, 20), finder.search(query, 20), "{query}");
    }
    again.update(person(2), "Élodie Le Goff", "", 1);
    assert_eq!((found(&mut again, "goff"), again.len()), (vec![2], 7));
    assert_eq!(Finder::from_bytes(&Finder::default().to_bytes()).map(|finder| finder.len()), Some(0));
}

#[test]
fn damaged_bytes_are_refused() {
    let bytes = town().to_bytes();
    for len in 0..bytes.len() {
        assert!(Finder::from_bytes(&bytes[..len]).is_none(), "{len}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(Finder::from_bytes(&longer).is_none());
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x80;
        if let Some(mut finder) = Finder::from_bytes(&flipped) {
            let _ = finder.search("martin", 20);
        }
    }
}

/// Whether a row holds every word of a query, by the plainest reading.
fn holds(text: &str, query: &str) -> bool {
    let text = folded(text).into_owned();
    folded(query).split(' ').all(|word| text.contains(word))
}

proptest! {
    #[test]
    fn finds_exactly_what_a_plain_reading_finds(
        texts in proptest::collection::vec("[a-dé]{1,4}( [a-dœ]{1,4}){0,3}", 20..60),
        queries in proptest::collection::vec("[a-eœ][a-eéœ]{0,2}( [a-e]{1,2})?", 1..6),
    ) {
        let mut finder = Finder::default();
        for (n, text) in texts.iter().enumerate() {
            finder.insert(person(n as u128), text, "", 0);
        }
        for query in &queries {
            let hits = finder.search(query, 1000);
            let mut direct: Vec<u128> = hits.iter().map(|hit| hit.entity.id.0 - 1_000_000)
                .filter(|n| holds(&texts[*n as usize], query)).collect();
            direct.sort_unstable();
            let plain: Vec<u128> = (0..texts.len()).filter(|n| holds(&texts[*n], query)).map(|n| n as u128).collect();
            prop_assert_eq!(&direct, &plain, "{}", query);
            prop_assert!(hits.len() == plain.len() || plain.len() < FEW);
            prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        }
    }

    #[test]
    fn typing_letter_by_letter_finds_what_typing_at_once_finds(
        texts in proptest::collection::vec("[a-c]{1,5}( [a-c]{1,5}){0,3}", 100..200),
        query in "[a-c]{1,4}( [a-c]{1,3})?",
    ) {
        let build = || {
            let mut finder = Finder::default();
            for (n, text) in texts.iter().enumerate() {
                finder.insert(person(n as u128), text, "", n as u8);
            }
            finder
        };
        let (mut typed, mut at_once) = (build(), build());
        for end in 1..=query.len() {
            let _ = typed.search(&query[..end], 10);
        }
        prop_assert_eq!(typed.search(&query, 10), at_once.search(&query, 10));
    }

    #[test]
    fn no_text_and_no_query_break_it(texts in proptest::collection::vec(".*", 1..8), query in ".*", digits in ".*") {
        let mut finder = Finder::default();
        for (n, text) in texts.iter().enumerate() {
            finder.insert(person(n as u128), text, &digits, 0);
        }
        for hit in finder.search(&query, 5) {
            let chars = finder.text(hit.entity).unwrap_or_default().chars().count() as u32;
            prop_assert!(hit.positions.iter().all(|at| *at < chars));
        }
        prop_assert!(Finder::from_bytes(&finder.to_bytes()).is_some());
    }
}
