//! The columns of the pipeline: their order, folding, the lost ones, own stages, and whose cards show.

use vigie::{
    cockpit::theme::Theme,
    sales::{
        entity::{Entity, Kind},
        fact::{
            Assigned, Bought, Channel, Complained, Direction, Exchanged, Linked, Moved, Promised, Proof, Role,
            Statement, Value,
        },
        moment::{Day, Moment},
        money::Money,
        playbook::Playbook,
    },
    voice::Language,
};

use super::{set, text};
use crate::seat::Seat;

/// A Sunday.
pub fn today() -> Day {
    Day::of(2026, 11, 22).unwrap()
}

/// A company with a deal on a stage.
pub fn firm(name: &str, stage: &str, owner: &str) -> Vec<Statement> {
    let (company, deal) = (Entity::fresh(Kind::Company, 0), Entity::fresh(Kind::Deal, 1));
    let mut said = vec![
        set(company, "company.name", text(name)),
        Statement::Linked(Linked { from: deal, to: company, role: Role::Party, tied: true }),
        set(deal, "deal.amount", Value::Money(Money::ht(1_000_000))),
    ];
    if stage != "lead" {
        said.push(Statement::Moved(Moved { deal, to: stage.into(), reason: None, on: today() }));
    }
    if !owner.is_empty() {
        said.push(Statement::Assigned(Assigned { about: deal, owner: owner.into(), note: String::new() }));
    }
    said
}

fn seat(facts: Vec<Vec<Statement>>, width: u16, height: u16) -> Seat {
    Seat::new(facts, Language::Fr, width, height)
}

/// Names in the order the first column shows them.
fn order(seat: &Seat, names: &[&str]) -> Vec<String> {
    let screen = seat.screen();
    let mut found: Vec<(usize, String)> =
        names.iter().filter_map(|name| Some((screen.find(name)?, (*name).to_owned()))).collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn complaints_come_first_then_what_just_turned_hot_then_what_is_late() {
    let late = |days: i32| {
        Statement::Promised(Promised {
            about: Entity::fresh(Kind::Deal, 1),
            due: Some(Moment::from(today().plus(-days))),
            what: "rappeler".into(),
        })
    };
    let mut hot = firm("Chaude SARL", "lead", "");
    hot.extend(["need", "budget", "timing", "authority"].map(|key| {
        Statement::Answered(vigie::sales::fact::Answered {
            deal: Entity::fresh(Kind::Deal, 1),
            criterion: key.into(),
            stands_for: key.into(),
            sure: vigie::sales::fact::Sure::Confirmed,
            words: "oui".into(),
            by: None,
            on: today(),
        })
    }));
    hot.push(set(Entity::fresh(Kind::Deal, 1), "deal.start", Value::Day(today().plus(10))));
    hot.push(Statement::Exchanged(Exchanged {
        about: Entity::fresh(Kind::Company, 0),
        deal: None,
        channel: Channel::QuoteRequest,
        direction: Direction::Theirs,
        outcome: None,
        note: String::new(),
        when: Moment::from(today()),
    }));
    let mut angry = firm("Fâchée SA", "lead", "");
    angry.push(Statement::Complained(Complained {
        about: Entity::fresh(Kind::Company, 0),
        open: true,
        text: "retard de pose".into(),
        on: today(),
    }));
    let facts =
        vec![firm("Tranquille", "lead", ""), [firm("Tardive", "lead", ""), vec![late(20)]].concat(), hot, angry];
    let seat = seat(facts, 120, 36);
    let names = ["Fâchée SA", "Chaude SARL", "Tardive", "Tranquille"];
    assert_eq!(order(&seat, &names), names, "{}", seat.screen());
    assert!(seat.shows("!! Fâchée SA"));
}

#[test]
fn a_column_folds_to_a_strip_and_makes_room() {
    let facts = vec![firm("Alpha", "lead", ""), firm("Bêta", "prospect", ""), firm("Gamma", "quoted", "")];
    let mut seat = seat(facts, 120, 36);
    assert!(seat.shows("Alpha") && !seat.shows("Gamma"), "{}", seat.screen());
    seat.keys("z");
    assert!(!seat.shows("Alpha") && seat.shows("repliée"), "{}", seat.screen());
    seat.keys("<right>zz");
    assert!(seat.shows("Bêta"));
    seat.keys("<left><right><right><right>");
    assert!(seat.shows("Gamma"), "{}", seat.screen());
    seat.keys("<home><left><left><left>z");
    assert!(seat.shows("Alpha"), "{}", seat.screen());
}

#[test]
fn the_lost_show_on_demand_and_one_comes_back_where_one_was() {
    let mut lost = firm("Perdante", "lead", "");
    lost.push(Statement::Lost(vigie::sales::fact::Lost {
        deal: Entity::fresh(Kind::Deal, 1),
        reason: "price".into(),
        detail: String::new(),
        on: today(),
    }));
    let mut seat = seat(vec![firm("Alpha", "lead", ""), lost], 120, 36);
    seat.keys("<right><right><right><right><right><right>");
    assert!(!seat.shows("Perdante") && seat.shows("Gagné"), "{}", seat.screen());
    seat.keys("w");
    assert!(seat.shows("Perdu 1") && seat.shows("Perdante"), "{}", seat.screen());
    seat.keys("w");
    assert!(!seat.shows("Perdante"), "{}", seat.screen());
}

#[test]
fn a_won_column_says_when_and_a_past_client_with_a_new_deal_since_when() {
    let (company, old) = (Entity::fresh(Kind::Company, 0), Entity::fresh(Kind::Deal, 2));
    let mut client = firm("Fidèle", "lead", "");
    client.push(Statement::Linked(Linked { from: old, to: company, role: Role::Party, tied: true }));
    client.push(Statement::Bought(Bought {
        deal: old,
        amount: Money::ht(500_000),
        proof: Some(Proof::Order),
        on: Day::of(2019, 3, 4).unwrap(),
    }));
    let mut seat = seat(vec![client], 45, 20);
    assert!(seat.shows("client depuis 2019"), "{}", seat.screen());
    seat.keys("<right><right><right><right><right>");
    assert!(seat.shows("Gagné 1") && seat.shows("04/03/2019"), "{}", seat.screen());
}

const NINE: &str = r#"
[[stage]]
key = "lead"
label = { fr = "Piste", en = "Suspect" }

[[stage]]
key = "visit"
label = { fr = "Visite faite", en = "Visited" }
probability = 30
requires = ["closing"]
after = "prospect"

[[stage]]
key = "sample"
label = { fr = "Échantillon", en = "Sample" }
probability = 50
requires = ["amount"]
after = "visit"
"#;

#[test]
fn own_stages_stand_where_they_were_put_with_their_rules() {
    let theme = Theme::shipped("dark", false).unwrap();
    let playbook = Playbook::read(NINE).unwrap();
    assert_eq!(playbook.stages().len(), 9);
    let facts = vec![firm("Alpha", "lead", "")];
    let mut seat = Seat::playing(playbook, "Sandrine", facts, Language::Fr, theme, (120, 36));
    assert!(seat.shows("Piste 1") && seat.shows("Visite faite") && !seat.shows("Échantillon"), "{}", seat.screen());
    seat.keys("<right><right><right>");
    assert!(seat.shows("Échantillon") && seat.shows("←"), "columns scroll sideways: {}", seat.screen());
    seat.keys("<left><left><left>ev");
    assert!(seat.shows("Signature prévue") && !seat.shows("Montant  "), "{}", seat.screen());
    seat.keys("15/12<enter>").settle();
    assert!(seat.shows("Visite faite 1") && seat.shows("30 % → 3 k€"), "{}", seat.screen());
    seat.size(45, 20);
    assert!(seat.shows("Visite faite 1") && !seat.shows("Piste"), "{}", seat.screen());
}

#[test]
fn with_several_owners_one_begins_with_ones_own_and_widens_with_one_key() {
    let facts = vec![firm("Alpha", "lead", "Sandrine"), firm("Bêta", "lead", "Karim"), firm("Gamma", "lead", "")];
    let mut seat = seat(facts, 120, 36);
    assert!(seat.shows("[à moi]") && seat.shows("1 affaire ·"), "{}", seat.screen());
    assert!(seat.shows("Lead 1") && !seat.shows("Bêta"));
    seat.keys("<backspace>");
    assert!(seat.shows("Lead 3") && seat.shows("Bêta") && seat.shows("Gamma"), "{}", seat.screen());
    seat.keys("fk");
    assert!(seat.shows("[à Karim]") && seat.shows("Bêta") && !seat.shows("Alpha"), "{}", seat.screen());
    seat.keys("fm");
    assert!(seat.shows("Alpha") && !seat.shows("Bêta"));
}

#[test]
fn a_query_filters_columns_and_totals_and_a_mistake_is_told_in_its_line() {
    let facts = vec![firm("Alpha", "lead", ""), firm("Bêta", "prospect", ""), firm("Gamma", "quoted", "")];
    let mut seat = seat(facts, 120, 36);
    seat.keys("fr");
    seat.keys("etap:prospect<enter>");
    assert!(seat.shows("etap") && seat.shows("Requête"), "the text stays: {}", seat.screen());
    for _ in 0.."etap:prospect".len() {
        seat.keys("<backspace>");
    }
    seat.keys("etape:prospect<enter>");
    assert!(seat.shows("[étape:prospect]") && seat.shows("1 affaire · 10 k€"), "{}", seat.screen());
    assert!(seat.shows("Bêta") && !seat.shows("Alpha") && seat.shows("Lead 0"));
    seat.keys("<home>e<down><enter>");
    seat.keys("<esc>");
    seat.keys("cgamma<enter>");
    assert!(seat.shows("Gamma"), "somebody the filter holds back is found all the same: {}", seat.screen());
    seat.keys("<esc>");
    assert!(!seat.shows("Gamma"), "{}", seat.screen());
}

#[test]
fn what_no_longer_fits_the_filter_leaves_and_what_fits_comes() {
    let facts = vec![firm("Alpha", "lead", "Sandrine"), firm("Bêta", "lead", "Karim")];
    let mut seat = seat(facts, 120, 36);
    seat.keys("nZoé<enter>").settle();
    assert!(seat.shows("Zoé") && seat.shows("Lead 2"), "what I create is mine: {}", seat.screen());
    seat.keys("fk").keys("nLéa<enter>").settle();
    assert!(seat.shows("Léa"), "what was just created is shown: {}", seat.screen());
    assert!(seat.shows("Lead 1"), "{}", seat.screen());
}

#[test]
fn a_filter_says_how_many_it_found_and_goes_where_they_are() {
    let mut seat = seat(vec![firm("Alpha", "lead", ""), firm("Bêta", "prospect", "")], 120, 36);
    seat.keys("<home>fretape:prospect<enter>");
    assert!(seat.shows("une affaire") && seat.shows("a appel"), "{}", seat.screen());
    seat.keys("a");
    assert!(seat.shows("Bêta") && seat.shows("Résultat"), "the cursor went to it: {}", seat.screen());
    seat.keys("<esc><backspace>frscore>99<enter>");
    assert!(seat.shows("aucune affaire") && seat.shows("lève le filtre"), "{}", seat.screen());
    assert!(!seat.shows("a appel"), "nobody is there to be called: {}", seat.screen());
}

#[test]
fn the_help_of_the_columns_tells_the_signs_of_the_cards_and_a_narrow_toast_keeps_the_news() {
    let mut seat = seat(vec![firm("Architecture Picard et associés", "lead", "")], 120, 60);
    seat.keys("?");
    assert!(seat.shows("vient de devenir chaud"), "{}", seat.screen());
    let mut narrow = Seat::new(vec![firm("Architecture Picard et associés", "lead", "")], Language::Fr, 45, 20);
    narrow.keys("stuyaux<enter>");
    assert!(narrow.shows("réclamation ouverte · u annule"), "{}", narrow.screen());
}
