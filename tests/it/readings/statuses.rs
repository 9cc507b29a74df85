//! DOMAIN §2: what a party is to us, and how warm.

use vigie::sales::{
    fact::{Channel, Role, Sure, Temperature},
    moment::Day,
    playbook::Playbook,
    status::{self, Status},
    temperature,
};

use super::world::{COMPANY, CONTACT, OTHER, World, ago, day, playbook, today, world};

fn status(world: &World) -> Status {
    status_on(world, today())
}

fn status_on(world: &World, day: Day) -> Status {
    status::of(&world.contact.dealings, &[&world.deal], &Playbook::shipped(), day)
}

#[test]
fn a_status_is_derived_from_facts_alone() {
    let table: [(&str, World, Status); 15] = [
        ("nothing", world(), Status::Lead),
        ("answers alone do not promote", world().answer("need", Sure::Confirmed, ago(1)), Status::Lead),
        ("a quote asked does not promote", world().theirs(Channel::QuoteRequest, ago(1)), Status::Lead),
        ("a stage does not promote", world().moved("negotiation", ago(1)), Status::Lead),
        ("a quote sent makes no client", world().quote(ago(1)), Status::Lead),
        ("a white paper makes no client", world().theirs(Channel::Download, ago(1)), Status::Lead),
        ("qualified", world().qualified(), Status::Prospect),
        ("forced", world().synthesis(Some("urgent")), Status::Prospect),
        ("qualified and then lost", world().qualified().lost("price", ago(1)), Status::Lead),
        ("decides not", world().answer("authority", Sure::No, ago(1)), Status::Intermediary),
        ("never a prospect", world().qualified().answer("authority", Sure::No, ago(1)), Status::Intermediary),
        ("perhaps decides not", world().answer("authority", Sure::Assumed, ago(1)), Status::Lead),
        ("said no on a lost deal", world().answer("authority", Sure::No, ago(9)).lost("price", ago(1)), Status::Lead),
        ("bought", world().bought(100_000, ago(30)), Status::Client),
        ("bought and decides not", world().answer("authority", Sure::No, ago(40)).bought(1, ago(30)), Status::Client),
    ];
    for (what, world, wanted) in table {
        assert_eq!(status(&world), wanted, "{what}");
    }
}

#[test]
fn naming_who_decides_leaves_the_person_an_intermediary() {
    let named = world().qualified().role(Role::Decides, OTHER);
    assert_eq!(status(&named), Status::Intermediary, "the criterion is validated, this person does not decide");
    assert_eq!(status(&world().qualified().role(Role::Decides, CONTACT)), Status::Prospect);
    let both = world().qualified().role(Role::Decides, OTHER).role(Role::Decides, CONTACT);
    assert_eq!(status(&both), Status::Prospect, "spouses decide together");
    let mut firm = world().qualified().role(Role::Decides, OTHER);
    firm.deal.party = Some(COMPANY);
    assert_eq!(status(&firm), Status::Prospect, "a company is no person who could not decide");
}

#[test]
fn no_on_one_deal_and_yes_on_another_is_no_intermediary() {
    let (no, yes) =
        (world().answer("authority", Sure::No, ago(3)), world().answer("authority", Sure::Confirmed, ago(3)));
    let of =
        |deals: &[&vigie::sales::deal::Deal]| status::of(&no.contact.dealings, deals, &Playbook::shipped(), today());
    assert_eq!(of(&[&no.deal]), Status::Intermediary);
    assert_eq!(of(&[&no.deal, &yes.deal]), Status::Lead);
    let prospect = world().qualified();
    assert_eq!(of(&[&no.deal, &prospect.deal]), Status::Prospect);
    assert_eq!(of(&[]), Status::Lead);
}

#[test]
fn a_client_lapses_when_purchase_and_exchange_are_both_older_than_eighteen_months() {
    let limit = day("2025-05-22");
    let table: [(&str, Day, Option<Day>, Status); 7] = [
        ("silent since the purchase", limit.plus(-1), None, Status::Lapsed),
        ("to the day", limit, None, Status::Client),
        ("bought recently", ago(10), None, Status::Client),
        ("both old", limit.plus(-300), Some(limit.plus(-1)), Status::Lapsed),
        ("an exchange just within", limit.plus(-300), Some(limit), Status::Client),
        ("a recent exchange", limit.plus(-300), Some(ago(3)), Status::Client),
        ("an exchange of tomorrow is none yet", limit.plus(-300), Some(today().plus(1)), Status::Lapsed),
    ];
    for (what, bought, exchange, wanted) in table {
        let mut world = world().bought(50_000, bought);
        if let Some(on) = exchange {
            world = world.theirs(Channel::Mail, on);
        }
        assert_eq!(status(&world), wanted, "{what}");
    }
}

#[test]
fn a_remark_is_no_exchange() {
    let world = world().bought(50_000, day("2020-01-01")).theirs(Channel::Note, ago(1));
    assert_eq!(status(&world), Status::Lapsed);
}

#[test]
fn the_attrition_delay_is_a_setting() {
    let world = world().bought(50_000, ago(200));
    let book = playbook("[rhythm]\nattrition_months = 6");
    assert_eq!(status::of(&world.contact.dealings, &[&world.deal], &book, today()), Status::Lapsed);
    assert_eq!(status_on(&world, ago(100)), Status::Client, "asked as of a past day");
}

#[test]
fn hot_from_70_and_warm_from_40() {
    use Temperature::{Cold, Hot, Warm};
    let book = Playbook::shipped();
    for (total, wanted) in [(0, Cold), (39, Cold), (40, Warm), (69, Warm), (70, Hot), (100, Hot)] {
        let heat = temperature::of(&world().deal, total, &book);
        assert_eq!((heat.temperature, heat.adjusted), (wanted, false), "{total}");
    }
    let own = playbook("[thresholds]\nwarm = 20\nhot = 50");
    assert_eq!(temperature::of(&world().deal, 50, &own).temperature, Hot);
}

#[test]
fn an_adjustment_is_never_wiped_by_a_recomputation() {
    let world = world().adjusted(Temperature::Cold);
    for total in [0, 40, 70, 100] {
        let heat = temperature::of(&world.deal, total, &Playbook::shipped());
        assert_eq!((heat.temperature, heat.adjusted), (Temperature::Cold, true), "{total}");
    }
}
