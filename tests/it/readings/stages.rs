//! DOMAIN §3: where a deal stands and what it takes to enter a stage.

use vigie::sales::{
    fact::{Channel, Direction, Outcome, Sure, Value},
    money::Money,
    playbook::Playbook,
    stage::{self, Missing, Oddity},
};

use super::world::{DEAL, World, ago, playbook, today, world};

fn stage(world: &World) -> String {
    let book = Playbook::shipped();
    book.stages()[stage::of(&world.deal, &book)].key.clone()
}

fn missing(world: &World, key: &str) -> Vec<Missing> {
    let book = Playbook::shipped();
    stage::missing(&world.case(), &book.stages()[book.stage(key).unwrap()], &book, today())
}

#[test]
fn a_stage_is_the_last_move_but_won_is_a_purchase_and_lost_a_loss() {
    let table: [(&str, World, &str); 13] = [
        ("never moved", world(), "lead"),
        ("moved", world().moved("prospect", ago(9)), "prospect"),
        ("moved twice", world().moved("quoted", ago(9)).moved("opportunity", ago(3)), "opportunity"),
        ("bought", world().bought(100, ago(1)), "won"),
        ("bought and moved after", world().bought(100, ago(5)).moved("quoted", ago(1)), "won"),
        ("lost", world().moved("quoted", ago(9)).lost("price", ago(1)), "lost"),
        ("lost and then bought", world().lost("price", ago(9)).bought(100, ago(1)), "won"),
        ("lost and taken up again", world().lost("price", ago(9)).moved("quoted", ago(1)), "quoted"),
        ("moved to won without a purchase", world().moved("quoted", ago(9)).moved("won", ago(1)), "quoted"),
        ("moved to lost without a loss", world().moved("quoted", ago(9)).moved("lost", ago(1)), "quoted"),
        ("an unknown stage", world().moved("quoted", ago(9)).moved("signature", ago(1)), "quoted"),
        ("only an unknown stage", world().moved("signature", ago(1)), "lead"),
        ("a quote moves nothing", world().quote(ago(1)), "lead"),
    ];
    for (what, world, wanted) in table {
        assert_eq!(stage(&world), wanted, "{what}");
    }
}

#[test]
fn entering_a_stage_asks_for_exactly_what_is_missing() {
    let open = |keys: &[&str]| Missing::Qualified { open: keys.iter().map(|key| (*key).to_owned()).collect() };
    let amount = || Value::Money(Money::ht(840_000));
    let all = ["need", "budget", "timing", "authority"];
    let table: Vec<(&str, World, &str, Vec<Missing>)> = vec![
        ("anybody is a lead", world(), "lead", vec![]),
        ("nothing known", world(), "prospect", vec![open(&all)]),
        ("one answer", world().answer("need", Sure::Confirmed, ago(1)), "prospect", vec![open(&all[1..])]),
        (
            "all but the synthesis",
            {
                let mut w = world().qualified();
                w.deal.synthesis = None;
                w
            },
            "prospect",
            vec![open(&[])],
        ),
        ("qualified", world().qualified(), "prospect", vec![]),
        ("forced", world().synthesis(Some("urgent")), "prospect", vec![]),
        ("no amount, no closing", world(), "opportunity", vec![Missing::Amount, Missing::Closing]),
        ("no closing", world().set("deal.amount", amount()), "opportunity", vec![Missing::Closing]),
        ("no amount", world().set("deal.closing", Value::Day(today())), "opportunity", vec![Missing::Amount]),
        ("both", world().set("deal.amount", amount()).set("deal.closing", Value::Day(today())), "opportunity", vec![]),
        ("no quote", world(), "quoted", vec![Missing::Quote]),
        ("a quote", world().quote(ago(1)), "quoted", vec![]),
        (
            "no exchange after it",
            world().theirs(Channel::Mail, ago(5)).quote(ago(3)),
            "negotiation",
            vec![Missing::ExchangeAfterQuote],
        ),
        (
            "no quote to speak about",
            world().theirs(Channel::Mail, ago(5)),
            "negotiation",
            vec![Missing::Quote, Missing::ExchangeAfterQuote],
        ),
        ("an exchange after it", world().quote(ago(3)).theirs(Channel::Mail, ago(1)), "negotiation", vec![]),
        ("no purchase", world().quote(ago(3)), "won", vec![Missing::Purchase]),
        ("a purchase of nothing", world().bought(0, ago(3)), "won", vec![Missing::Purchase]),
        ("a purchase", world().bought(1, ago(3)), "won", vec![]),
        ("no reason", world().lost("", ago(1)), "lost", vec![Missing::LossReason]),
    ];
    for (what, world, stage, wanted) in table {
        assert_eq!(missing(&world, stage), wanted, "{what}");
    }
}

#[test]
fn an_exchange_after_the_quote_is_on_a_later_day_or_comes_from_them() {
    let quoted = || world().quote(ago(3));
    let table: [(&str, World, bool); 6] = [
        ("our mail of the same day carried it", quoted().event(Channel::Mail, Direction::Ours, ago(3)), false),
        ("they wrote the same day", quoted().theirs(Channel::Mail, ago(3)), true),
        ("we spoke the same day", quoted().call(Outcome::Reached, ago(3)), true),
        ("we called later", quoted().call(Outcome::NoAnswer, ago(2)), true),
        ("a remark is no exchange", quoted().theirs(Channel::Note, ago(1)), false),
        ("about another deal", quoted().theirs(Channel::Mail, ago(1)).about(super::world::COMPANY), false),
    ];
    for (what, world, there) in table {
        assert_eq!(missing(&world, "negotiation").is_empty(), there, "{what}");
    }
    assert!(missing(&quoted().theirs(Channel::Mail, ago(1)).about(DEAL), "negotiation").is_empty());
}

#[test]
fn won_cannot_be_forced() {
    assert!(!Missing::Purchase.can_be_forced());
    assert!(!Missing::LossReason.can_be_forced());
    for missing in [Missing::Qualified { open: vec![] }, Missing::Amount, Missing::Closing, Missing::Quote] {
        assert!(missing.can_be_forced(), "{missing:?}");
    }
}

#[test]
fn a_renamed_or_added_stage_keeps_its_rule() {
    let book = playbook(
        r#"
        [[stage]]
        key = "quoted"
        label = "Proposition"
        [[stage]]
        key = "visit"
        label = { fr = "Visite technique", en = "Site visit" }
        probability = 30
        requires = ["qualified"]
        after = "prospect"
        "#,
    );
    let keys: Vec<_> = book.stages().iter().map(|stage| stage.key.as_str()).collect();
    assert_eq!(keys, ["lead", "prospect", "visit", "opportunity", "quoted", "negotiation", "won", "lost"]);
    let quoted = &book.stages()[4];
    assert_eq!((quoted.label.en.as_str(), quoted.probability), ("Proposition", 60));
    assert_eq!(stage::missing(&world().case(), quoted, &book, today()), [Missing::Quote]);
    assert_eq!(stage::of(&world().bought(1, ago(1)).deal, &book), 6);
}

#[test]
fn time_in_stage_counts_from_the_move_the_purchase_the_loss_or_the_creation() {
    let book = Playbook::shipped();
    let table: [(&str, World, i32); 5] = [
        ("never moved", world(), 100),
        ("moved", world().moved("prospect", ago(9)), 9),
        ("bought", world().moved("prospect", ago(9)).bought(1, ago(4)), 4),
        ("lost", world().moved("prospect", ago(9)).lost("price", ago(2)), 2),
        ("an unknown stage", world().moved("prospect", ago(9)).moved("signature", ago(2)), 9),
    ];
    for (what, world, days) in table {
        assert_eq!(stage::since(&world.deal, &book), Some(ago(days)), "{what}");
    }
}

#[test]
fn what_an_import_left_behind_is_seen() {
    let book = Playbook::shipped();
    let table: [(&str, World, Vec<Oddity>); 8] = [
        ("nothing odd", world(), vec![]),
        ("no proof", world().bought_with(100, ago(1), None), vec![Oddity::ProofMissing]),
        ("a proof", world().bought(100, ago(1)), vec![]),
        ("lost, nobody said why", world().lost("", ago(1)), vec![Oddity::LossReasonUnknown]),
        ("said to be won", world().moved("won", ago(1)), vec![Oddity::WonWithoutPurchase]),
        ("an unknown stage", world().moved("signature", ago(1)), vec![Oddity::StageUnknown]),
        (
            "quoting an unqualified deal is possible and counted",
            world().moved("quoted", ago(1)),
            vec![Oddity::Unqualified],
        ),
        ("quoting a qualified one", world().qualified().moved("quoted", ago(1)), vec![]),
    ];
    for (what, world, wanted) in table {
        assert_eq!(stage::oddities(&world.deal, &book), wanted, "{what}");
    }
}

#[test]
fn a_move_changes_the_probability_too() {
    let book = Playbook::shipped();
    for (to, wanted) in [("lead", 5), ("prospect", 20), ("opportunity", 40), ("quoted", 60), ("negotiation", 80)] {
        assert_eq!(stage::probability(&world().moved(to, ago(1)).deal, &book), wanted, "{to}");
    }
    assert_eq!(stage::probability(&world().bought(1, ago(1)).deal, &book), 100);
    assert_eq!(stage::probability(&world().lost("price", ago(1)).deal, &book), 0);
}
