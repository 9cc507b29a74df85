//! What was said and done, line by line: every kind of statement, what it replaced, who took it back.

use proptest::prelude::*;
use vigie::{
    sales::{
        aftermath::aftermath,
        book::{Book, Records},
        chronicle::Page,
        entity::Entity,
        fact::{
            Adjusted, Answered, Approach, Assigned, Bought, Channel, Complained, Direction, Exchanged, Lost, Merged,
            Moved, Outcome, Permission, Permitted, Promised, Proof, Qualified, QuoteState, Quoted, Role, Set,
            Statement, Sure, Target, Temperature, Value,
        },
        history::{self, Line, Reading},
        moment::{Hour, Moment},
        money::Money,
        playbook::Playbook,
    },
    voice::{Language, Telling, Voice},
};

use crate::{
    properties,
    seat::Seat,
    world::{World, company, contact, day, deal, link, set, take_back},
};

fn lines(world: &World, about: Entity) -> Vec<Line> {
    let book = world.book();
    let scope = history::scope(&book, about);
    let facts = history::gather(&mut world.clone(), book.ledger(), &scope).unwrap();
    history::lines(&facts, Some(&scope), Reading { book: &book, hour: |_| Hour(540) })
}

fn words(world: &World, about: Entity, language: Language) -> Vec<String> {
    let (book, playbook, voice) = (world.book(), Playbook::shipped(), Voice::new(language));
    let telling = Telling { voice: &voice, playbook: &playbook, records: &book, today: day("2026-11-22") };
    let plain = |words: String| words.replace(['\u{a0}', '\u{202f}'], " ");
    lines(world, about).iter().filter_map(|line| telling.history(line)).map(plain).collect()
}

/// Everything that can be said of a contact and its deal, and of most of it a second time.
fn told() -> World {
    let (marie, cuisine, today) = (contact(1), deal(1), day("2026-11-22"));
    let moment = |text: &str, hour: u16| Moment { day: day(text), hour: Hour::of(hour, 0) };
    let answered = |sure, words: &str| {
        Statement::Answered(Answered {
            deal: cuisine,
            criterion: "budget".into(),
            stands_for: "budget".into(),
            sure,
            words: words.into(),
            by: None,
            on: today,
        })
    };
    let moved = |to: &str| Statement::Moved(Moved { deal: cuisine, to: to.into(), reason: None, on: today });
    let due = |due, what: &str| Statement::Promised(Promised { about: cuisine, due, what: what.into() });
    let quoted = |state| {
        Statement::Quoted(Quoted {
            deal: cuisine,
            number: "D-7".into(),
            amount: Some(Money::ht(840_000)),
            state,
            on: today,
            valid_until: None,
        })
    };
    let heat = |temperature, reason: &str| {
        Statement::Adjusted(Adjusted { deal: cuisine, temperature, reason: reason.into(), on: today })
    };
    let permitted = |permission, wording: &str| {
        Statement::Permitted(Permitted {
            about: marie,
            approach: Some(Approach::Phone),
            permission,
            wording: wording.into(),
            origin: String::new(),
            on: today,
        })
    };
    let owned = |owner: &str| Statement::Assigned(Assigned { about: marie, owner: owner.into(), note: String::new() });
    let complained = |text: &str, open| {
        Statement::Complained(Complained { about: marie, text: text.into(), open, on: day("2026-11-20") })
    };
    let mut world = World::default();
    for statements in [
        vec![
            set(marie, "contact.town", "Nantes"),
            set(marie, "contact.family_name", "Lefevre"),
            link(marie, Role::WorksFor, company(1)),
        ],
        vec![set(company(1), "company.name", "Menuiserie Lefèvre")],
        vec![set(marie, "contact.family_name", "Lefèvre"), link(cuisine, Role::Party, marie)],
        vec![Statement::Set(Set { about: marie, field: "contact.town".into(), value: Value::Nothing })],
        vec![Statement::Exchanged(Exchanged {
            about: marie,
            deal: Some(cuisine),
            channel: Channel::Call,
            direction: Direction::Ours,
            outcome: Some(Outcome::Reached),
            note: "rappeler".into(),
            when: moment("2026-11-19", 14),
        })],
        vec![answered(Sure::Assumed, "")],
        vec![answered(Sure::Confirmed, "8–9 k€")],
        vec![Statement::Qualified(Qualified { deal: cuisine, forced: Some("salon".into()), on: today })],
        vec![moved("prospect")],
        vec![moved("opportunity")],
        vec![due(Some(moment("2026-11-26", 9)), "relancer")],
        vec![due(Some(moment("2026-11-27", 9)), "")],
        vec![due(None, "")],
        vec![quoted(QuoteState::Sent)],
        vec![quoted(QuoteState::Accepted)],
        vec![heat(Some(Temperature::Hot), "pressée")],
        vec![heat(None, "")],
        vec![permitted(Permission::Consented, "oui")],
        vec![permitted(Permission::Opposed, "plus d'appels")],
        vec![owned("Sandrine")],
        vec![owned("Karim")],
        vec![complained("retard", true)],
        vec![complained("réglé", false)],
        vec![Statement::Lost(Lost { deal: cuisine, reason: "price".into(), detail: String::new(), on: today })],
        vec![Statement::Bought(Bought {
            deal: cuisine,
            amount: Money::ht(840_000),
            proof: Some(Proof::Order),
            on: today,
        })],
        vec![Statement::Merged(Merged { from: contact(2), into: marie })],
    ] {
        world.tell(statements);
    }
    world
}

#[test]
fn every_kind_of_statement_is_a_line_with_what_it_replaced() {
    insta::assert_snapshot!(words(&told(), contact(1), Language::Fr).join("\n"), @r"
    Ville : Nantes
    Nom : Lefevre
    travaille pour Menuiserie Lefèvre
    Nom : Lefevre → Lefèvre
    avec Lefèvre
    Ville : Nantes → (vide)
    appel passé, joint : « rappeler », le 19/11/2026
    Budget : à confirmer
    Budget : validé, « 8–9 k€ » (avant : à confirmer)
    qualification forcée : « salon »
    → Prospect
    Prospect → À chiffrer
    prochaine action jeu. 26 à 9 h : relancer
    prochaine action ven. 27 à 9 h (avant : jeu. 26 à 9 h)
    plus de prochaine action (avant : ven. 27 à 9 h)
    devis D-7, envoyé, 8 400 € HT
    devis D-7, accepté, 8 400 € HT (avant : envoyé)
    température réglée sur chaud : « pressée »
    température calculée à nouveau (avant : chaud)
    accepte : téléphone : « oui »
    s'oppose : téléphone : « plus d'appels » (avant : accepte : téléphone)
    suivi par Sandrine
    suivi par Karim (avant : Sandrine)
    réclamation : « retard », le 20/11/2026
    réclamation close : « réglé », le 20/11/2026
    perdu : prix (avant : À chiffrer)
    achat de 8 400 € HT (bon de commande)
    fiche en double réunie avec « Lefèvre »
    ");
    insta::assert_snapshot!(words(&told(), contact(1), Language::En).join("\n"), @r"
    Town: Nantes
    Last name: Lefevre
    works for Menuiserie Lefèvre
    Last name: Lefevre → Lefèvre
    with Lefèvre
    Town: Nantes → (empty)
    call made, reached: “rappeler”, on 19 Nov 2026
    Budget: to confirm
    Budget: confirmed, “8–9 k€” (before: to confirm)
    qualification forced: “salon”
    → Prospect
    Prospect → To quote
    next step Thu 26 at 09:00: relancer
    next step Fri 27 at 09:00 (before: Thu 26 at 09:00)
    no next step any more (before: Fri 27 at 09:00)
    quote D-7, sent, €8,400 excl. VAT
    quote D-7, accepted, €8,400 excl. VAT (before: sent)
    temperature set to hot: “pressée”
    temperature computed again (before: hot)
    agrees: phone: “oui”
    objects: phone: “plus d'appels” (before: agrees: phone)
    looked after by Sandrine
    looked after by Karim (before: Sandrine)
    complaint: “retard”, on 20 Nov 2026
    complaint closed: “réglé”, on 20 Nov 2026
    lost: price (before: To quote)
    bought for €8,400 excl. VAT (order)
    duplicate record merged into “Lefèvre”
    ");
}

#[test]
fn what_was_taken_back_says_by_whom_and_what_came_again_does_not() {
    let mut world = World::default();
    world.tell(vec![set(contact(1), "contact.town", "Nantes")]);
    let wrong = world.tell(vec![set(contact(1), "contact.town", "Brest")]);
    let undo = world.tell(vec![take_back(Target::Act(wrong.act))]);
    world.tell(vec![set(contact(1), "contact.town", "Rezé")]);
    let told = lines(&world, contact(1));
    assert_eq!(told[1].back.as_ref().map(|back| back.by.as_str()), Some("Sandrine"));
    assert!(told[0].back.is_none() && told[2].back.is_none());
    assert_eq!(
        words(&world, contact(1), Language::Fr),
        ["Ville : Nantes", "Ville : Nantes → Brest", "annulé : Ville : Brest", "Ville : Nantes → Rezé"]
    );
    world.tell(vec![take_back(Target::Act(undo.act))]);
    assert!(lines(&world, contact(1))[1].back.is_none());
    let words = words(&world, contact(1), Language::Fr);
    assert_eq!(words[3..], ["Ville : Brest → Rezé", "rétabli : Ville : Brest"]);
}

#[test]
fn whoever_was_merged_into_somebody_tells_with_them() {
    let mut world = World::default();
    world.tell(vec![set(contact(1), "contact.town", "Nantes")]);
    world.tell(vec![set(contact(2), "contact.town", "Brest")]);
    world.tell(vec![Statement::Merged(Merged { from: contact(2), into: contact(1) })]);
    let told = lines(&world, contact(1));
    assert_eq!(told.len(), 3);
    assert_eq!(lines(&world, contact(2)), told);
}

#[test]
fn what_hangs_on_an_act_is_told_before_it_is_taken_back() {
    let mut world = World::default();
    let born = world.tell(vec![set(contact(1), "contact.town", "Nantes"), set(company(1), "company.name", "Garage")]);
    world.tell(vec![link(deal(1), Role::Party, contact(1)), set(deal(1), "deal.title", "Cuisine")]);
    let told = aftermath(&world.book(), &[born], &mut world).unwrap();
    assert_eq!(told.gone, [company(1)]);
    assert_eq!(told.later.iter().map(|later| (later.entity, later.facts)).collect::<Vec<_>>(), [(contact(1), 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn what_would_be_gone_is_gone_once_an_act_is_taken_back(
        mut world in properties::history(),
        which in any::<prop::sample::Index>(),
    ) {
        let (fact, book) = (which.get(&world.0).clone(), world.book());
        let merges = world.0.iter().flat_map(|fact| &fact.statements).any(|said| matches!(said, Statement::Merged(_)));
        let undoes = fact.statements.iter().any(|said| matches!(said, Statement::Retracted(_)));
        prop_assume!(!merges && !undoes && book.ledger().lives(fact.id, fact.act));
        let told = aftermath(&book, std::slice::from_ref(&fact), &mut world).unwrap();
        world.tell(vec![take_back(Target::Act(fact.act))]);
        let after = world.book();
        let named = fact.statements.iter().flat_map(Statement::entities).collect::<std::collections::BTreeSet<_>>();
        let gone: Vec<Entity> = named.into_iter().filter(|named| exists(&book, *named) && !exists(&after, *named)).collect();
        prop_assert_eq!(told.gone, gone);
    }
}

/// Only the last few hundred acts are at hand.
#[test]
fn an_act_of_long_ago_is_still_listed_and_found() {
    let facts = (0..300).map(|n| vec![set(contact(n), "contact.family_name", &format!("Nom {n}"))]).collect();
    let seat = Seat::new(facts, Language::Fr, 80, 24);
    let page = |before, most| Page { before, since: None, most };
    let latest = seat.desk.deeds(&page(None, 100)).unwrap();
    let all = seat.desk.deeds(&page(None, 1_000)).unwrap();
    assert_eq!((latest.len(), all.len()), (100, 300));
    assert_eq!(latest[..], all[..100]);
    let rest = seat.desk.deeds(&page(Some(all[249].act.stamp), 1_000)).unwrap();
    assert_eq!(rest[..], all[250..]);
    let first = all[299].act.id;
    let found = seat.desk.acts_where(&mut |act| act.id == first).unwrap();
    assert_eq!(found, [all[299].act.clone()]);
}

fn exists(book: &Book, entity: Entity) -> bool {
    book.contact(entity).is_some() || book.company(entity).is_some() || book.deal(entity).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_taken_back_exactly_where_its_fact_is_dead(world in properties::history()) {
        let book = world.book();
        for n in 0..3 {
            for line in lines(&world, contact(n)) {
                prop_assert_eq!(line.back.is_none(), book.ledger().lives(line.fact, line.act));
            }
        }
    }
}
