//! Who looks like one: found without comparing each with each, told with its reasons, and kept apart where somebody
//! said so.

use vigie::sales::{
    book::Book,
    double::{Pairs, Sign, Sure},
    entity::Entity,
    fact::{Apart, Merged, Role, Statement, Target},
};

use crate::{
    talk::Home,
    world::{World, company, contact, link, set, take_back},
};

fn pairs(book: &Book) -> Vec<(Entity, Entity, Sure, Vec<&'static str>)> {
    let pairs = Pairs::of(book, &mut |_, _| true).unwrap().0;
    pairs
        .iter()
        .map(|pair| (pair.one, pair.other, pair.like.sure(), pair.like.signs.iter().map(Sign::key).collect()))
        .collect()
}

fn person(world: &mut World, n: u128, given: &str, family: &str, more: &[(&str, &str)]) {
    let mut said = vec![set(contact(n), "contact.given_name", given), set(contact(n), "contact.family_name", family)];
    said.extend(more.iter().map(|(key, text)| set(contact(n), &format!("contact.{key}"), text)));
    world.tell(said);
}

fn house(world: &mut World, n: u128, name: &str, more: &[(&str, &str)]) {
    let mut said = vec![set(company(n), "company.name", name)];
    said.extend(more.iter().map(|(key, text)| set(company(n), &format!("company.{key}"), text)));
    world.tell(said);
}

#[test]
fn people_that_look_like_one_are_found_with_their_reasons() {
    let mut world = World::default();
    person(&mut world, 1, "Marie", "Lefèvre", &[("town", "Nantes"), ("email", "marie@lefevre.example")]);
    person(&mut world, 2, "LEFEVRE", "Marie", &[("town", "NANTES")]);
    person(&mut world, 3, "Marie", "Lefebvre", &[("town", "Nantes")]);
    person(&mut world, 4, "M.", "Lefèvre", &[("town", "Brest"), ("email", "Marie@Lefevre.example")]);
    person(&mut world, 5, "Paul", "Lefèvre", &[("town", "Nantes")]);
    assert_eq!(
        pairs(&world.book()),
        [
            (contact(1), contact(2), Sure::Maybe, vec!["swapped", "town"]),
            (contact(1), contact(4), Sure::Maybe, vec!["email", "initial", "elsewhere"]),
            (contact(1), contact(3), Sure::Maybe, vec!["near", "town"]),
        ]
    );
}

#[test]
fn companies_are_told_by_the_register_before_their_names() {
    let mut world = World::default();
    house(&mut world, 1, "SARL Menuiserie Lefèvre", &[("town", "Nantes")]);
    house(&mut world, 2, "Lefevre menuiserie", &[("town", "Nantes")]);
    house(&mut world, 3, "Menuiserie Lefèvre", &[("town", "Lyon")]);
    house(&mut world, 4, "Hôtel du Port", &[("siret", "12345678200010")]);
    house(&mut world, 5, "Le Port, hôtel", &[("siret", "12345678200010")]);
    house(&mut world, 6, "Hôtel du Port", &[("siret", "12345678200028")]);
    let found: Vec<(Entity, Entity)> = pairs(&world.book()).iter().map(|(one, other, ..)| (*one, *other)).collect();
    assert_eq!(found, [(company(4), company(5)), (company(1), company(2))]);
}

#[test]
fn neighbouring_towns_of_one_post_code_and_other_numbers_make_no_double() {
    let mut world = World::default();
    person(&mut world, 1, "Bruno", "Roux", &[("town", "Basse-Goulaine"), ("postcode", "44115")]);
    person(&mut world, 2, "Bruno", "Le Roux", &[("town", "Haute-Goulaine"), ("postcode", "44115")]);
    house(&mut world, 1, "Maison 15317", &[("town", "Nantes")]);
    house(&mut world, 2, "Maison 15397", &[("town", "Nantes")]);
    assert_eq!(pairs(&world.book()), []);
    person(&mut world, 3, "Bruno", "Roux", &[("postcode", "44115")]);
    let found: Vec<_> = pairs(&world.book()).into_iter().map(|(one, other, _, why)| (one, other, why)).collect();
    assert!(found.contains(&(contact(1), contact(3), vec!["same_name", "town"])), "{found:?}");
}

#[test]
fn colleagues_share_a_switchboard_and_are_no_double() {
    let mut world = World::default();
    house(&mut world, 1, "Garage Morin", &[]);
    for (n, given, family) in [(1, "Paul", "Morin"), (2, "Zoé", "Petit")] {
        person(&mut world, n, given, family, &[("phone", "+33199000001")]);
        world.tell(vec![link(contact(n), Role::WorksFor, company(1))]);
    }
    person(&mut world, 3, "Luc", "Roux", &[("phone", "+33199000001")]);
    assert_eq!(pairs(&world.book()), []);
}

#[test]
fn what_is_no_double_stays_none_through_merges_until_it_is_taken_back() {
    let mut world = World::default();
    for n in 1..=3 {
        person(&mut world, n, "Marie", "Lefèvre", &[("town", "Nantes")]);
    }
    let apart = world.tell(vec![Statement::Apart(Apart { one: contact(3), other: contact(1) })]);
    let found = |world: &World| pairs(&world.book()).iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>();
    assert_eq!(found(&world), [(contact(1), contact(2)), (contact(2), contact(3))]);
    world.tell(vec![Statement::Merged(Merged { from: contact(1), into: contact(2) })]);
    assert_eq!(found(&world), []);
    world.tell(vec![take_back(Target::Act(apart.act))]);
    assert_eq!(found(&world), [(contact(2), contact(3))]);
}

#[test]
fn comparing_two_brings_nobody_into_being() {
    let mut world = World::default();
    let born: Vec<_> = (1..=2).map(|n| world.tell(vec![set(contact(n), "contact.family_name", "Petit")])).collect();
    world.tell(vec![Statement::Apart(Apart { one: contact(1), other: contact(2) })]);
    world.tell(vec![Statement::Merged(Merged { from: contact(1), into: contact(2) })]);
    for fact in born {
        world.tell(vec![take_back(Target::Act(fact.act))]);
    }
    assert_eq!(world.book().count(vigie::sales::entity::Kind::Contact), 0);
}

#[test]
fn the_search_ends_when_told_to() {
    let mut world = World::default();
    for n in 1..=3 {
        person(&mut world, n, "Marie", "Lefèvre", &[("town", "Nantes")]);
    }
    assert_eq!(Pairs::of(&world.book(), &mut |_, _| false), None);
}

/// Two spellings of Marie in Nantes, each with a call.
fn twice_marie() -> (Home, [String; 2]) {
    let home = Home::new();
    home.does(&["add", "Marie Lefèvre, 06 39 98 00 01, marie@lefevre.example, 44000 Nantes"]);
    home.does(&["log", "marie@lefevre.example", "call", "--note", "un"]);
    home.does(&["add", "--anyway", "LEFEVRE Marie, 44000 Nantes, 01 99 00 00 01, fonction gérante"]);
    home.does(&["log", "01 99 00 00 01", "call", "--note", "deux"]);
    let found = home.json(&["doubles"]);
    let short = |side: &str| found["doubles"][0][side]["short"].as_str().unwrap().to_owned();
    (home, [short("one"), short("other")])
}

#[test]
fn doubles_are_listed_made_one_and_parted_again_from_the_shell() {
    let (home, [one, other]) = twice_marie();
    let told = home.does(&["doubles"]);
    assert!(told.contains("même nom, même ville") && told.contains(&format!("vigie merge {one} {other}")), "{told}");
    let before = home.json(&["show", &one]);
    let trial = home.does(&["merge", &one, &other, "--dry-run"]);
    assert!(trial.contains("→ LEFEVRE") || trial.contains("→ Lefèvre"), "{trial}");
    assert_eq!(home.json(&["list"])["count"], 2);
    let done = home.json(&["merge", &one, &other, "--keep", "nom=b"]);
    assert_eq!(home.json(&["list"])["count"], 1);
    let fiche = home.json(&["show", &one]);
    assert_eq!(fiche["exchanges"].as_array().map(Vec::len), Some(2), "{fiche}");
    home.refuses(1, &["doubles"]);
    let history = home.does(&["history", &one]);
    assert!(history.contains("fiche en double réunie avec"), "{history}");
    home.does(&["set", &one, "ville=Rezé"]);
    home.does(&["undo", "--act", done["act"].as_str().unwrap(), "--yes"]);
    assert_eq!(home.json(&["list"])["count"], 2);
    let after = home.json(&["show", &one]);
    assert_eq!(
        (&after["fields"]["contact.mobile"], &after["exchanges"]),
        (&before["fields"]["contact.mobile"], &before["exchanges"])
    );
}

#[test]
fn two_people_that_are_no_double_are_remembered_and_that_can_be_undone() {
    let (home, [one, other]) = twice_marie();
    home.does(&["doubles", "--apart", &one, &other]);
    home.refuses(1, &["doubles"]);
    home.does(&["undo"]);
    assert_eq!(home.json(&["doubles"])["count"], 1);
}

#[test]
fn what_cannot_be_made_one_is_refused_in_a_sentence() {
    let (home, [one, other]) = twice_marie();
    home.does(&["add", "SARL Petit"]);
    home.refuses(2, &["merge", &one, &one]);
    home.refuses(2, &["merge", &one, "SARL Petit"]);
    home.refuses(2, &["merge", &one, &other, "--keep", "nom"]);
    home.refuses(2, &["merge", &one, &other, "--keep", "nom=z"]);
    let told = home.refuses(2, &["merge", &one, &other, "--keep", "pays=a"]);
    assert!(told.contains("aucune des deux"), "{told}");
}
