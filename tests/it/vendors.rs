//! Files of other programs: address cards, lists in JSON, deals that name their people by number.

use proptest::prelude::*;
use vigie::{
    exchange::{
        proposal::{Refusal, Verdict},
        setting::Setting,
        source::Form,
    },
    sales::{
        book::{Book, Records},
        deal::Deal,
        entity::Kind,
        fact::Value,
    },
};

use crate::{
    exchange::{file, import, import_into, set, text},
    world::World,
};

const OLD: &str = "BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Le Goff;Ga=C3=ABlle;;Mme;\r
FN;ENCODING=QUOTED-PRINTABLE:Ga=EBlle Le Goff\r
TEL;CELL;PREF:06 39 98 00 01\r
TEL;WORK;VOICE:01 99 00 00 01\r
TEL;HOME:01 99 00 00 02\r
EMAIL;INTERNET:gaelle@legoff.example\r
ORG;ENCODING=QUOTED-PRINTABLE:Menuiserie=20=\r
Le Goff;Atelier\r
ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;1 rue de la For=C3=AAt;Nantes;;44000;France\r
NOTE;ENCODING=QUOTED-PRINTABLE:deux=0D=0Alignes\r
PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ\r
 SkZJRgAB\r
\r
END:VCARD\r
";

#[test]
fn an_old_card_is_read_with_its_letters_and_every_number() {
    let (rows, report) = import(OLD.as_bytes(), Setting::default()).unwrap();
    assert_eq!((&report.file.form, report.counts.created), (&Form::Cards, 1));
    let row = &rows[0];
    for (key, expected) in [
        ("contact.civility", "Mme"),
        ("contact.given_name", "Gaëlle"),
        ("contact.family_name", "Le Goff"),
        ("contact.mobile", "+33639980001"),
        ("contact.phone", "+33199000001"),
        ("contact.email", "gaelle@legoff.example"),
        ("contact.street", "1 rue de la Forêt"),
        ("contact.postcode", "44000"),
        ("contact.town", "Nantes"),
        ("contact.country", "France"),
        ("company.name", "Menuiserie Le Goff"),
        ("contact.note", "deux\nlignes\nTEL : 01 99 00 00 02\nORG : Atelier"),
    ] {
        assert_eq!(text(row, key), expected, "{key}");
    }
}

#[test]
fn cards_of_any_version_stand_one_behind_the_other() {
    let cards = format!(
        "\u{FEFF}{OLD}BEGIN:VCARD\nVERSION:3.0\nFN:Éric Moreau\nN:Moreau;Éric;;;\nitem1.TEL;type=pref:+33 6 39 98 00 03\nCATEGORIES:Salon,Nantes\nNOTE:a\\, b\\nc\nEND:VCARD\n\nBEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Toitures du Léman\nTEL;VALUE=uri:tel:+33-1-99-00-00-09\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nNOTE:personne\nEND:VCARD\n"
    );
    let (rows, report) = import(cards.as_bytes(), Setting::default()).unwrap();
    assert_eq!((report.counts.rows, report.counts.created, report.counts.refused), (4, 3, 1));
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 17, 26, 32]);
    assert_eq!(text(&rows[1], "contact.given_name"), "Éric");
    assert_eq!(text(&rows[1], "contact.note"), "a, b\nc");
    assert_eq!(set(&rows[1], "contact.tags"), Some(Value::List(vec!["Salon".to_owned(), "Nantes".to_owned()])));
    assert_eq!(text(&rows[2], "company.name"), "Toitures du Léman");
    assert_eq!(text(&rows[2], "company.phone"), "+33199000009");
    assert_eq!(rows[3].verdict, Verdict::Refused(Refusal::Nobody));
}

#[test]
fn a_card_in_latin_letters_is_read() {
    let card = b"BEGIN:VCARD\nVERSION:3.0\nN:Moreau;\xC9ric;;;\nFN:\xC9ric Moreau\nEND:VCARD\n";
    assert_eq!(text(&import(card, Setting::default()).unwrap().0[0], "contact.given_name"), "Éric");
}

proptest! {
    #[test]
    fn damaged_cards_come_to_an_end(
        marks in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        words in prop::collection::vec("(BEGIN:VCARD|END:VCARD|N:|TEL;X=|ADR:;;|NOTE;ENCODING=QUOTED-PRINTABLE:=|\\PC{0,12})\n", 0..12),
    ) {
        let mut bytes = OLD.as_bytes().to_vec();
        let size = bytes.len();
        marks.iter().for_each(|(at, byte)| bytes[at.index(size)] = *byte);
        bytes.extend(words.concat().into_bytes());
        let _ = import(&bytes, Setting::default());
    }

    #[test]
    fn damaged_json_comes_to_an_end(text in "[\\[{][{}\\[\\]\":,a-z0-9 ]{0,60}") {
        let _ = import(text.as_bytes(), Setting::default());
    }
}

#[test]
fn a_list_of_any_programs_objects_is_read_by_its_keys() {
    let list = r#"{"total": 2, "contacts": [
        {"firstName": "Éric", "last_name": "Moreau", "emails": ["eric@moreau.example"], "phone": "06 39 98 00 03", "address": {"city": "Nantes"}},
        {"firstName": "Zoé", "last_name": "Ångström", "company": {"name": "Toitures du Léman"}}]}"#;
    let (rows, report) = import(list.as_bytes(), Setting::default()).unwrap();
    assert_eq!((&report.file.form, report.counts.created), (&Form::Json, 2));
    assert_eq!(text(&rows[0], "contact.given_name"), "Éric");
    assert_eq!(text(&rows[0], "contact.phone"), "+33639980003");
    assert_eq!(text(&rows[1], "company.name"), "Toitures du Léman");
    let (rows, _) =
        import("{\"nom\":\"A B\",\"ville\":\"Nantes\"}\n{\"nom\":\"C D\"}\n".as_bytes(), Setting::default()).unwrap();
    assert_eq!((rows.len(), text(&rows[0], "contact.town")), (2, "Nantes".to_owned()));
}

fn deals(world: &mut World) -> Vec<Deal> {
    let book = Book::of(world).unwrap();
    book.entities(Kind::Deal).filter_map(|entity| book.deal(entity)).collect()
}

#[test]
fn deals_meet_the_people_and_companies_of_an_earlier_file_by_their_numbers() {
    let mut world = World::default();
    import_into(&mut world, &file("hubspot_contacts.csv"));
    let report = import_into(&mut world, &file("hubspot_deals.csv"));
    assert_eq!((report.counts.rows, report.counts.refused, report.counts.skipped), (3, 0, 0));
    let book = Book::of(&mut world).unwrap();
    let of = |number: &str| {
        let mut all = book.entities(Kind::Deal).filter_map(|entity| book.deal(entity));
        all.find(|deal| deal.fields.text("deal.reference") == number).unwrap()
    };
    let person = |deal: &Deal| book.contact(deal.party.unwrap()).unwrap().name();
    assert_eq!((person(&of("501")), person(&of("502"))), ("Gaëlle Le Goff".to_owned(), "Éric Moreau".to_owned()));
    assert_eq!(of("502").purchases[0].amount.cents, 482_050);
    assert_eq!(of("503").party, None);
    assert_eq!(of("501").owner, "Inès Martin");
    let facts = world.0.len();
    let again = import_into(&mut world, &file("hubspot_deals.csv"));
    assert_eq!((again.counts.skipped, world.0.len()), (3, facts), "{:#?}", &world.0[facts..]);
}

#[test]
fn a_sales_pipeline_keeps_every_deal_with_and_without_account() {
    let mut world = World::default();
    import_into(&mut world, b"account,sector,employees\nCancity,retail,2448\nIsdom,medical,4540\n");
    let pipeline = b"opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n\
        1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054\n\
        Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Lost,2016-10-25,2017-03-11,0\n\
        EC4QE1BX,Darcel Schlecht,GTX Plus Basic,Cancity,Won,2016-10-25,2017-03-01,1054\n\
        MV1LWRNH,Moses Frase,GTX Basic,,Engaging,2016-10-25,,\n\
        PE84CX4O,Zane Levy,GTX Basic,,Prospecting,,,\n";
    let report = import_into(&mut world, pipeline);
    assert_eq!((report.counts.rows, report.counts.refused, report.counts.skipped), (5, 0, 0));
    assert_eq!(report.tally.iter().filter(|((_, kind), _)| *kind == "no_party").map(|(_, n)| n).sum::<u64>(), 2);
    let deals = deals(&mut world);
    assert_eq!(deals.len(), 5);
    let won: Vec<_> = deals.iter().filter(|deal| !deal.purchases.is_empty()).collect();
    assert!(
        won.len() == 2
            && won.iter().all(|deal| deal.purchases[0].proof.is_none() && deal.purchases[0].amount.cents == 105_400)
    );
    assert_eq!(deals.iter().filter(|deal| deal.party.is_none()).count(), 2);
    assert_eq!(deals.iter().filter(|deal| deal.owner == "Darcel Schlecht").count(), 2);
    let book = Book::of(&mut world).unwrap();
    assert_eq!((book.count(Kind::Company), book.count(Kind::Contact)), (2, 0));
}

#[test]
fn a_table_kept_by_hand_has_titles_above_totals_below_and_several_things_in_a_cell() {
    let table = "FICHIER PROSPECTS;;;;;\n\n;Identité;;Coordonnées;;\nN°;Nom client;Contact;Tél;Adresse complète;CA potentiel\n\
                 1;Garage Morin;M. et Mme Morin;06 39 98 00 11 / 02 99 00 00 11;12 rue des Lilas 44000 NANTES;12k€\n\
                 2;SARL Petit Bois;Mme Petit (gérante);Bureau 02 99 00 00 12, demander Luc;;8 500\n\
                 ;TOTAL;;;;20 500 €\n;Nombre de fiches : 2;;;;\n";
    let (rows, report) = import(table.as_bytes(), Setting::default()).unwrap();
    assert_eq!((report.counts.created, report.counts.refused, report.skipped["total"]), (2, 0, 2));
    let [morin, petit] = [&rows[2], &rows[3]];
    for (row, key, expected) in [
        (morin, "company.name", "Garage Morin"),
        (morin, "contact.civility", "M. et Mme"),
        (morin, "contact.phone", "+33299000011"),
        (morin, "contact.mobile", "+33639980011"),
        (morin, "contact.street", "12 rue des Lilas"),
        (morin, "contact.town", "NANTES"),
        (petit, "contact.family_name", "Petit"),
        (petit, "contact.phone", "+33299000012"),
        (petit, "contact.note", "N° : 2\nContact : gérante\nTél : Bureau 02 99 00 00 12, demander Luc"),
    ] {
        assert_eq!(text(row, key), expected, "{key}");
    }
}

#[test]
fn headers_in_two_lines_name_every_column() {
    let table = "Nom;Adresse;;;Téléphone;\n;Rue;CP;Ville;Fixe;Portable\nÉric Moreau;1 rue X;01000;Bourg;0199000001;0639980001\n";
    let (rows, _) = import(table.as_bytes(), Setting::default()).unwrap();
    let row = rows.last().unwrap();
    assert_eq!((text(row, "contact.family_name"), text(row, "contact.town")), ("Moreau".into(), "Bourg".into()));
    assert_eq!(text(row, "contact.mobile"), "+33639980001");
}

#[test]
fn a_column_of_blacklists_or_opt_outs_is_an_opposition() {
    let table =
        "EMAIL,NOM,EMAIL_BLACKLISTED,SMS_BLACKLISTED,Do Not Call\na@a.example,Alba,1,0,\nb@b.example,Blot,0,1,true\n";
    let (rows, report) = import(table.as_bytes(), Setting::default()).unwrap();
    let said = |row: usize| format!("{:?}", rows[row].statements);
    assert!(said(0).contains("Mail") && !said(0).contains("Sms"), "{}", said(0));
    assert!(said(1).contains("Sms") && said(1).contains("Phone"), "{}", said(1));
    assert_eq!(report.in_the_note().count(), 0);
}

#[test]
fn an_amount_in_another_currency_is_not_taken_for_euros() {
    let table = "Client;Affaire;Montant;Devise\nAlpha SA;Grille;1100;USD\nBeta SA;Portail;900;EUR\n";
    let (rows, report) = import(table.as_bytes(), Setting::default()).unwrap();
    assert_eq!((set(&rows[0], "deal.amount"), set(&rows[1], "deal.amount").is_some()), (None, true));
    assert_eq!(text(&rows[0], "deal.note"), "Devise : 1100 USD");
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn a_second_address_fills_in_whole_or_stays_in_the_note() {
    let table = "Nom;Ville (bureau);Code postal (bureau);Ville (domicile);Code postal (domicile)\n\
                 Renard;Tours;;Albi;81000\nFaure;;;Albi;81000\n";
    let (rows, _) = import(table.as_bytes(), Setting::default()).unwrap();
    assert_eq!((text(&rows[0], "contact.town"), set(&rows[0], "contact.postcode")), ("Tours".into(), None));
    assert_eq!(text(&rows[0], "contact.note"), "Ville (domicile) : Albi\nCode postal (domicile) : 81000");
    assert_eq!((text(&rows[1], "contact.town"), text(&rows[1], "contact.postcode")), ("Albi".into(), "81000".into()));
}

#[test]
fn a_row_with_one_cell_and_a_company_called_total_are_told_apart_from_totals() {
    let table = "Client;Ville;Montant\nTotal Énergies;Paris;100\nEn cours;;\nTotal;;4 200,00 €\n";
    let (rows, report) = import(table.as_bytes(), Setting::default()).unwrap();
    let verdicts: Vec<_> = rows.iter().map(|row| row.verdict.key()).collect();
    assert_eq!(verdicts, ["created", "created", "skipped"]);
    assert_eq!(report.findings.iter().map(|found| found.kind.key()).collect::<Vec<_>>(), ["alone"]);
}

#[test]
fn deals_that_came_before_their_people_are_theirs_once_these_come() {
    let mut world = World::default();
    import_into(&mut world, &file("hubspot_deals.csv"));
    assert!(deals(&mut world).iter().all(|deal| deal.party.is_none()));
    let report = import_into(&mut world, &file("hubspot_contacts.csv"));
    assert_eq!(report.findings.iter().filter(|found| found.kind.key() == "joined").count(), 2);
    let book = Book::of(&mut world).unwrap();
    let person = |number: &str| {
        let mut all = book.entities(Kind::Deal).filter_map(|entity| book.deal(entity));
        let deal = all.find(|deal| deal.fields.text("deal.reference") == number).unwrap();
        deal.party.and_then(|party| book.contact(party)).map(|contact| contact.name())
    };
    assert_eq!(
        [person("501"), person("502"), person("503")].map(Option::unwrap_or_default),
        ["Gaëlle Le Goff", "Éric Moreau", ""]
    );
    let facts = world.0.len();
    import_into(&mut world, &file("hubspot_contacts.csv"));
    assert_eq!(world.0.len(), facts, "{:#?}", &world.0[facts..]);
}

#[test]
fn somebody_new_who_looks_like_another_by_name_and_place_is_told_as_doubtful() {
    let mut world = World::default();
    import_into(&mut world, "Nom;Prénom;Ville;Mail\nLefèvre;Marie;Nantes;m@a.example\n".as_bytes());
    let table = "Nom;Prénom;Société;Ville;Mail\nLEFEVRE;Marie;;Nantes;x@b.example\nPetit;Jean;;Albi;j@c.example\n\
                 Jean;Petit;;Albi;p@d.example\n;;SARL Dupont;Tours;\n;;Dupont;TOURS;z@e.example\nPetit;Anne;;Albi;a@f.example\n";
    let report = import_into(&mut world, table.as_bytes());
    let told: Vec<_> = report.remarks.iter().map(|remark| (remark.word, &remark.rows[..], &remark.texts[0])).collect();
    let pair = |one: &str, two: &str| (one.to_owned(), two.to_owned());
    assert_eq!(
        told,
        [
            (("like", "same_name"), &[2, 6][..], &pair("Marie LEFEVRE", "Marie Lefèvre")),
            (("like", "swapped"), &[4], &pair("Petit Jean", "3")),
        ]
    );
    assert_eq!(report.counts.created, 6);
}
