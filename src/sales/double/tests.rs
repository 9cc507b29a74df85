use super::{
    name::{Alike, House, Person},
    *,
};

fn person(given: &str, family: &str) -> Person {
    Person::of(given, family)
}

#[test]
fn names_of_people_are_compared_as_the_eye_does() {
    for (one, two, alike) in [
        (("Zoé", "Lefèvre"), ("zoe", "LEFEVRE"), Alike::Same),
        (("Jean-Pierre", "Le Goff"), ("Jean Pierre", "Legoff"), Alike::Same),
        (("Lefèvre", "Zoé"), ("Zoé", "Lefèvre"), Alike::Swapped),
        (("", "Zoé Lefèvre"), ("Zoé", "Lefèvre"), Alike::Swapped),
        (("Marie", "Lefèvre"), ("Marie", "Lefebvre"), Alike::Near),
        (("Martie", "Petit"), ("Marite", "Petit"), Alike::Near),
        (("J.", "Martin"), ("Jean", "Martin"), Alike::Initial),
        (("J.-P.", "Martin"), ("Jean-Pierre", "Martin"), Alike::Initial),
        (("Anne", "Martin-Dubois"), ("Anne", "Martin"), Alike::Part),
        (("", ""), ("Anne", "Martin"), Alike::Silent),
        (("Luc", "Roux"), ("Luc", "Roul"), Alike::No),
        (("Jean", "Martin"), ("Paul", "Martin"), Alike::No),
        (("", "Martin"), ("Paul", "Martin"), Alike::Silent),
        (("", "Martin"), ("Paul", "Petit"), Alike::No),
    ] {
        let (one, two) = (person(one.0, one.1), person(two.0, two.1));
        assert_eq!((one.alike(&two), two.alike(&one)), (alike, alike), "{one:?} {two:?}");
    }
}

#[test]
fn names_of_companies_are_compared_without_legal_form_and_order() {
    for (one, two, alike) in [
        ("SARL Menuiserie Lefèvre", "Menuiserie LEFEVRE", Alike::Same),
        ("Lefèvre Menuiserie S.A.R.L.", "Menuiserie Lefèvre", Alike::Same),
        ("Sté Petit & Fils", "Petit et fils SAS", Alike::Same),
        ("Hôtel de l'Europe", "Hotel Europe", Alike::Same),
        ("Garage St-Michel", "Garage Saint Michel", Alike::Same),
        ("A.B.C. Plomberie", "ABC Plomberie", Alike::Same),
        ("Boulangerie Moreau", "Boulangerie Morreau", Alike::Near),
        ("Menuiserie Lefèvre", "Lefèvre", Alike::Part),
        ("SARL", "Menuiserie Lefèvre", Alike::No),
        ("", "Menuiserie Lefèvre", Alike::Silent),
        ("Garage Morin", "Garage Martin", Alike::No),
    ] {
        let (one, two) = (House::of(one), House::of(two));
        assert_eq!((one.alike(&two), two.alike(&one)), (alike, alike), "{one:?} {two:?}");
    }
}

#[test]
fn one_wrong_letter_shares_a_shorter_word() {
    for (one, two) in [("lefevre", "lefebvre"), ("morin", "moran"), ("martie", "marite")] {
        assert!(name::is_near(one, two), "{one} {two}");
        let short: Vec<String> = name::shortened(one).collect();
        assert!(name::shortened(two).any(|word| short.contains(&word)), "{one} {two}");
    }
    assert!(
        !name::is_near("roux", "roul") && !name::is_near("lefevre", "lefevre") && !name::is_near("martin", "morten")
    );
}
