//! The query language: what is understood, what holds, and how a mistake is told.

use proptest::prelude::*;
use vigie::{
    sales::{
        fact::{Channel, Temperature, Value},
        money::Money,
        playbook::Playbook,
        query::{self, Node, Offering, Seen},
        status::Status,
        template::Tongue,
    },
    voice::{Language, Voice},
};

use super::world::{World, ago, day, playbook, today, world};

/// Marie Lefèvre of Nantes, met on a fair, 12 000 €, hot, late by two days.
fn marie() -> World {
    world()
        .text("contact.given_name", "Marie")
        .text("contact.family_name", "Lefèvre")
        .text("contact.town", "Nantes")
        .text("contact.source", "fair")
        .text("contact.mobile", "+33639980001")
        .text("contact.email", "marie@lefevre.example")
        .text("company.name", "Menuiserie Lefèvre")
        .text("company.town", "Rezé")
        .text("deal.title", "Cuisine sur mesure")
        .set("contact.tags", Value::List(vec!["VIP".into(), "Été 2026".into()]))
        .set("company.size", Value::Number(12))
        .set("deal.amount", Value::Money(Money::ht(1_200_000)))
        .set("deal.closing", Value::Day(day("2026-12-15")))
        .set("deal.probability", Value::Percent(6000))
        .moved("quoted", ago(4))
        .theirs(Channel::Mail, ago(6))
}

fn holds(text: &str, world: &World) -> bool {
    let book =
        playbook("[[field]]\nkey = \"machines\"\nlabel = \"Parc machines\"\nabout = \"company\"\nholds = \"number\"");
    let query = query::parse(text, &book).unwrap_or_else(|flaw| panic!("{text}: {flaw:?}"));
    let seen = Seen {
        case: world.case(),
        playbook: &book,
        day: today(),
        status: Some(Status::Prospect),
        score: Some(77),
        temperature: Some(Temperature::Hot),
        due: Some(ago(2)),
    };
    query::holds(&query, &seen)
}

#[test]
fn what_holds_for_marie() {
    let table = [
        "",
        "   ",
        "statut:prospect",
        "status:prospect",
        "statut=prospect",
        "statut!=lead",
        "-statut:lead",
        "temp:chaud",
        "température:chaud",
        "temperature:hot",
        "temp>=tiède",
        "temp>froid",
        "score>70",
        "score>=77",
        "score:77",
        "score<78",
        "étape:quoted",
        "étape:\"devis envoyé\"",
        "stage:\"quote sent\"",
        "étape>prospect",
        "étape<=négociation",
        "montant>10k",
        "montant>=12000",
        "montant<12000,01",
        "montant=12k",
        "montant:\"12 000 €\"",
        "source:salon",
        "source:foire",
        "source=fair",
        "ville:Nantes",
        "ville:nant",
        "ville:NANTES",
        "ville=nantes",
        "ville!=Rezé",
        "nom:lefevre",
        "prénom:marie",
        "société:menuiserie",
        "company.name:menuiserie",
        "étiquette:vip",
        "étiquette:\"ete 2026\"",
        "-étiquette:v",
        "mobile:0639980001",
        "mobile:+33639",
        "tel_portable:\"06 39 98\"",
        "relance<=aujourd'hui",
        "relance<aujourd’hui",
        "relance:20/11/2026",
        "relance:-2j",
        "next<today",
        "relance>=2026-11-20",
        "relance:11/2026",
        "relance:2026",
        "clôture:vide -échéance:vide",
        "échéance:15/12/2026",
        "échéance>11/2026",
        "échéance<2027",
        "probabilité:60%",
        "probabilité>50",
        "effectif>=10",
        "échange:16/11/2026",
        "signe>=2026",
        "achat:non",
        "depuis:vide",
        "-achat:oui",
        "qualifié:non",
        "perdu:non",
        "créé<=14/08/2026",
        "machines:vide",
        "parc_machines:non",
        "Lefèvre",
        "\"marie lefevre\"",
        "cuisine nantes",
        "rezé",
        "0639980001",
        "9980",
        "marie@lefevre.example",
        "-\"garage morin\"",
        "-garage",
        "statut:prospect temp:chaud montant>10k source:salon ville:Nantes relance<=aujourd'hui -étiquette:x \"cuisine\"",
    ];
    let marie = marie();
    for text in table.into_iter().filter(|text| !text.starts_with("clôture")) {
        assert!(holds(text, &marie), "{text}");
    }
}

#[test]
fn what_does_not_hold_for_marie() {
    let table = [
        "statut:lead",
        "-statut:prospect",
        "statut!=prospect",
        "statut:\"ancien client\"",
        "temp:froid",
        "temp<chaud",
        "score<77",
        "étape:gagné",
        "montant<10k",
        "montant>12000",
        "montant:vide",
        "source:linkedin",
        "ville=nant",
        "ville:Rezé",
        "étiquette:x",
        "étiquette:été",
        "mobile:0612",
        "relance>aujourd'hui",
        "relance:vide",
        "échéance<2026",
        "échéance:2027",
        "effectif>250",
        "achat:oui",
        "achat>2020",
        "qualifié:oui",
        "perdu:prix",
        "garage",
        "\"lefevre marie\"",
        "-cuisine",
        "8877",
        "machines>3",
        "ville:Nantes source:linkedin",
    ];
    let marie = marie();
    for text in table {
        assert!(!holds(text, &marie), "{text}");
    }
}

#[test]
fn other_worlds() {
    let table: [(&str, World, bool); 12] = [
        ("achat:oui", world().bought(100, ago(3)), true),
        ("achat>=11/2026", world().bought(100, ago(3)), true),
        ("depuis<2020", world().bought(100, day("2019-05-02")).bought(100, ago(3)), true),
        ("montant:1", world().bought(100, ago(3)), true),
        ("perdu:prix", world().lost("price", ago(3)), true),
        ("motif:oui", world().lost("other", ago(3)), true),
        ("étape:perdu", world().lost("other", ago(3)), true),
        ("qualifié:oui", world().qualified(), true),
        (
            "à:Sandrine",
            {
                let mut w = world();
                w.deal.owner = "Sandrine".into();
                w
            },
            true,
        ),
        (
            "responsable:karim",
            {
                let mut w = world();
                w.contact.dealings.owner = "Karim".into();
                w
            },
            true,
        ),
        ("ville:Rezé", world().text("company.town", "Rezé"), true),
        ("particulier:non", world(), true),
    ];
    for (text, world, wanted) in table {
        assert_eq!(holds(text, &world), wanted, "{text}");
    }
    assert!(!holds("particulier:non", &world().set("contact.consumer", Value::Flag(true))));
    assert!(holds("particulier:oui", &world().set("contact.consumer", Value::Flag(true))));
}

#[test]
fn a_mistake_is_told_with_its_place_and_what_was_meant() {
    let table = [
        ("vile:Nantes", "vile", "query-unknown_field", Some("ville")),
        ("temp:chaud statu:lead", "statu", "query-unknown_field", Some("statut")),
        ("xyzzyq:3", "xyzzyq", "query-unknown_field", None),
        ("statut:prospct", "prospct", "query-no_status", Some("prospect")),
        ("temp:chau", "chau", "query-no_temperature", Some("chaud")),
        ("temp:bleu", "bleu", "query-no_temperature", None),
        ("étape:\"devis envoyer\"", "\"devis envoyer\"", "query-no_stage", Some("devis envoye")),
        ("source:slaon", "slaon", "query-no_source", Some("salon")),
        ("perdu:pris", "pris", "query-no_loss", Some("prix")),
        ("montant>beaucoup", "beaucoup", "query-no_amount", None),
        ("score>haut", "haut", "query-no_number", None),
        ("relance<31/02/2027", "31/02/2027", "query-no_date", None),
        ("relance<bientôt", "bientôt", "query-no_date", None),
        ("probabilité>cent", "cent", "query-no_percent", None),
        ("qualifié:peut-être", "peut-être", "query-no_yes_no", None),
        ("ville>Nantes", "Nantes", "query-no_order", None),
        ("statut>lead", "lead", "query-no_order", None),
        ("ville:", "ville:", "query-no_value", None),
        ("ville: Nantes", "ville:", "query-no_value", None),
        ("ville:\"Nantes", "\"Nantes", "query-open_quote", None),
        ("marie \"cuisine", "\"cuisine", "query-open_quote", None),
    ];
    let (book, voice) = (Playbook::shipped(), Voice::new(Language::Fr));
    for (text, place, key, meant) in table {
        let flaw = query::parse(text, &book).unwrap_err();
        assert_eq!((&text[flaw.at.clone()], flaw.message.key, flaw.meant.as_deref()), (place, key, meant), "{text}");
        let said = voice.query_flaw(&flaw);
        assert!(!said.contains("query-") && !said.contains('{'), "{said}");
    }
    assert_eq!(query::parse(&"a".repeat(5000), &book).unwrap_err().message.key, "query-too_long");
}

#[test]
fn no_row_of_the_catalogue_is_out_of_reach() {
    let book = Playbook::shipped();
    for field in vigie::sales::fields::FIELDS {
        for text in [format!("{}:vide", field.key), format!("-{}:*", field.key)] {
            assert!(query::parse(&text, &book).is_ok(), "{text}");
        }
    }
}

#[test]
fn a_minus_alone_and_numbers_with_colons_are_words() {
    let book = Playbook::shipped();
    let words = |text: &str| match query::parse(text, &book).unwrap().root {
        Node::All(parts) => parts,
        other => panic!("{other:?}"),
    };
    assert_eq!(words("10:30"), [Node::Words("10 30".into())]);
    assert_eq!(words("- rezé"), [Node::Words(String::new()), Node::Words("reze".into())]);
    assert_eq!(words("-rezé"), [Node::Not(Box::new(Node::Words("reze".into())))]);
}

#[test]
fn a_rule_of_the_score_may_not_ask_for_what_follows_from_it() {
    let book = Playbook::shipped();
    for (text, word) in [
        ("temp:chaud", "température"),
        ("ville:x statut:lead", "statut"),
        ("-score>3", "score"),
        ("relance:oui", "relance"),
    ] {
        assert_eq!(query::parse(text, &book).unwrap().needs_score(), Some(word), "{text}");
    }
    assert_eq!(query::parse("ville:x étape:quoted", &book).unwrap().needs_score(), None);
}

#[test]
fn what_a_query_depends_on_is_known() {
    let book = Playbook::shipped();
    let of = |text: &str| {
        let depends = query::parse(text, &book).unwrap().depends();
        [depends.answers, depends.fields, depends.history, depends.day]
    };
    let table = [
        ("ville:x", [false, true, false, false]),
        ("étape:quoted", [false, false, true, false]),
        ("qualifié:oui", [true, false, false, false]),
        ("échéance<=aujourd'hui", [false, true, false, true]),
        ("échange>2020", [false, false, true, true]),
        ("-cuisine", [false, true, false, false]),
        ("montant>10k", [false, true, true, false]),
    ];
    for (text, wanted) in table {
        assert_eq!(of(text), wanted, "{text}");
    }
}

fn offered(text: &str, tongue: Tongue) -> Vec<String> {
    let book = Playbook::shipped();
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let (tags, towns, owners) =
        (list(&["VIP", "salon 2026"]), list(&["Nantes", "Saint-Nazaire", "Rezé"]), list(&["Sandrine", "Karim"]));
    let from = Offering { playbook: &book, tongue, tags: &tags, towns: &towns, owners: &owners };
    let caret = text.find('|').unwrap_or(text.len());
    let text = text.replace('|', "");
    let taken = query::complete(&text, caret, &from).into_iter().map(|offer| offer.taken(&text).0);
    taken.map(|text| text.trim_end().to_owned()).collect()
}

#[test]
fn words_and_values_are_offered_while_one_types() {
    let table = [
        ("stat", "statut:"),
        ("vil", "ville:"),
        ("mont", "montant>="),
        ("rel", "relance<="),
        ("tow", "ville:"),
        ("statut:", "statut:lead"),
        ("statut:pro", "statut:prospect"),
        ("-statut:anc", "-statut:ancien"),
        ("temp:ch", "temp:chaud"),
        ("étape:dev", "étape:\"devis envoyé\""),
        ("étape:env", "étape:\"devis envoyé\""),
        ("ville:naz", "ville:Saint-Nazaire"),
        ("étiquette:sal", "étiquette:\"salon 2026\""),
        ("à:k", "à:Karim"),
        ("relance<=dem", "relance<=demain"),
        ("source:sal", "source:salon"),
        ("score>60 vil|", "score>60 ville:"),
        ("vil| score>60", "ville: score>60"),
        ("étape:\"dev", "étape:\"devis envoyé\""),
    ];
    for (typed, first) in table {
        let offered = offered(typed, Tongue::Fr);
        assert!(
            offered.first().is_some_and(|text| text.to_lowercase() == first.to_lowercase()),
            "{typed}: {offered:?}"
        );
    }
    assert_eq!(offered("tow", Tongue::En).first().map(String::as_str), Some("town:"));
    assert_eq!(offered("status:cl", Tongue::En), ["status:client"]);
    assert!(offered("étape:devis \"", Tongue::Fr).is_empty() && offered("rien:x", Tongue::Fr).is_empty());
    assert!(offered("statut:client", Tongue::Fr).is_empty(), "what is whole needs nothing");
}

#[test]
fn a_query_is_said_in_the_words_of_a_language() {
    let book = Playbook::shipped();
    let table = [
        ("Status:CLIENT town:nantes", "statut:client ville:nantes", "status:client town:nantes"),
        ("stage:quoted -tag:vip", "étape:\"devis envoyé\" -étiquette:vip", "stage:\"quote sent\" -tag:vip"),
        (
            "relance<=auj cuisine \"sur mesure\"",
            "relance<=aujourd'hui cuisine \"sur mesure\"",
            "next<=today cuisine \"sur mesure\"",
        ),
        (
            "montant>10k téléphone:0639 mail:vide",
            "montant>10000 téléphone:0639 mail:vide",
            "amount>10000 phone:0639 email:empty",
        ),
        ("échange>=15/03/2026 depuis:2026", "échange>=15/03/2026 depuis:2026", "exchange>=2026-03-15 since:2026"),
    ];
    for (typed, french, english) in table {
        let query = query::parse(typed, &book).unwrap_or_else(|flaw| panic!("{typed}: {flaw:?}"));
        assert_eq!(query.print(&book, Tongue::Fr), french);
        assert_eq!(query.print(&book, Tongue::En), english);
    }
}

/// A part of a query as somebody may type it, mostly one that can be read.
fn part() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "statut",
        "temp",
        "score",
        "étape",
        "relance",
        "échange",
        "achat",
        "depuis",
        "créé",
        "qualifié",
        "à",
        "perdu",
        "ville",
        "tag",
        "montant",
        "source",
        "téléphone",
        "mobile",
        "site",
        "effectif",
        "proba",
        "closing",
        "particulier",
        "siret",
        "archivé",
        "company.town",
        "deal.title",
        "machines",
        "prénom",
        "cp-société",
        "note-affaire",
    ]);
    let sign = prop::sample::select(vec![":", "=", "!=", "<", "<=", ">", ">="]);
    let value = prop_oneof![
        prop::sample::select(vec![
            "lead",
            "ancien",
            "chaud",
            "tiède",
            "devis",
            "quoted",
            "négociation",
            "salon",
            "fair",
            "prix",
            "price",
            "oui",
            "non",
            "vide",
            "*",
            "auj",
            "demain",
            "-7j",
            "+30j",
            "12/2026",
            "2026",
            "22/11/2026",
            "2026-11-22",
            "10k",
            "1234,56",
            "0",
            "50%",
            "12,5%",
            "0,9",
            "0639",
            "+33639980001",
            "+0012",
            "0033639",
            "00412",
            "-",
            "\"\"",
            "\"  \"",
            "l'été",
            "Œting",
            "\"rue de l'Église\"",
            "0001-01-01",
            "-5",
            "1 000",
        ])
        .prop_map(str::to_owned),
        "[0-9]{1,12}",
        "[0-9]{1,6},[0-9]{1,2}",
        "[\\PC&&[^\"]]{1,8}",
        "\"[\\PC&&[^\"]]{1,12}\"",
    ];
    let test = (name, sign, value.clone()).prop_map(|(name, sign, value)| format!("{name}{sign}{value}"));
    (any::<bool>(), prop_oneof![4 => test, 2 => value])
        .prop_map(|(turned, part)| if turned { format!("-{part}") } else { part })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_back_as_the_same_query(parts in prop::collection::vec(part(), 1..4)) {
        let book = playbook("[[field]]\nkey = \"machines\"\nlabel = \"Parc machines\"\nabout = \"company\"\nholds = \"number\"");
        // Parts that cannot be read leave the others to be tried.
        let readable: Vec<String> = parts.into_iter().filter(|part| query::parse(part, &book).is_ok()).collect();
        let query = query::parse(&readable.join(" "), &book).unwrap();
        for tongue in [Tongue::Fr, Tongue::En] {
            let printed = query.print(&book, tongue);
            let again = query::parse(&printed, &book);
            prop_assert_eq!(again.as_ref().map(|query| &query.root), Ok(&query.root), "{} → {}", query.text, printed);
            prop_assert_eq!(again.unwrap().print(&book, tongue), printed);
        }
    }

    #[test]
    fn whatever_is_offered_stands_in_the_text_and_whatever_is_typed_is_answered(text in ".{0,30}", caret in any::<prop::sample::Index>()) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let caret = *caret.get(&places);
        let book = Playbook::shipped();
        let from = Offering { playbook: &book, tongue: Tongue::Fr, tags: &[], towns: &[], owners: &[] };
        for offer in query::complete(&text, caret, &from) {
            prop_assert!(text.get(offer.at.clone()).is_some() && offer.at.end == caret);
            let (taken, stands) = offer.taken(&text);
            prop_assert!(taken.get(stands..).is_some());
        }
    }
}

#[test]
fn a_query_kept_under_a_name_is_part_of_others() {
    let book =
        playbook("[[segment]]\nkey = \"chauds\"\nlabel = \"À rappeler vite\"\nquery = \"score>60 relance<=auj\"");
    let seen = |text: &str| {
        let query = query::parse(text, &book).unwrap_or_else(|flaw| panic!("{text}: {flaw:?}"));
        let world = marie();
        let bare = Seen::bare(world.case(), &book, today());
        query::holds(&query, &Seen { score: Some(77), due: Some(ago(2)), ..bare })
    };
    for text in
        ["segment:chauds", "segment:\"à rappeler vite\"", "segment=chauds ville:nantes", "-segment:chauds -ville:brest"]
    {
        assert_eq!(seen(text), !text.starts_with('-'), "{text}");
    }
    let query = query::parse("-segment:\"À rappeler vite\" nantes", &book).unwrap();
    assert_eq!(query.print(&book, Tongue::Fr), "-segment:chauds nantes");
    let flaw = query::parse("segment:chaud", &book).unwrap_err();
    assert_eq!((flaw.at, flaw.meant.as_deref()), (8..13, Some("chauds")));
    let flaw = Playbook::read("[[segment]]\nkey = \"x\"\nlabel = \"X\"\nquery = \"statuu:lead\"").unwrap_err();
    assert_eq!(flaw.line, 4);
}
