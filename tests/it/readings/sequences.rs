//! DOMAIN §6: sequences. Steps come due, wait for each other, and end when somebody answers or opposes.

use vigie::sales::{
    agenda::{self, Because, Next},
    deal::{Enrolment, Skip},
    fact::{Approach, Channel, Direction, Outcome, Permission, Temperature, Value},
    moment::{Day, Moment},
    playbook::Playbook,
    sequence::{Halt, standing},
    status::Status,
};

use super::world::{World, ago, at, day, playbook, today, world};

fn enrolled(key: &str, world: World, since: Moment) -> World {
    let mut world = world;
    world.deal.sequence = Some(Enrolment::new(key.into(), since));
    world
}

/// A quote of Monday 2 November, followed since that afternoon.
fn quoted() -> World {
    enrolled("quote", world().quote(day("2026-11-02")), at(day("2026-11-02"), 15, 0))
}

/// Step, of how many, due, letter.
fn stands(world: &World) -> Result<(u16, u16, String, String), Halt> {
    let playbook = Playbook::shipped();
    let standing = standing(&world.case(), &playbook, today()).expect("enrolled")?;
    Ok((standing.step, standing.of, standing.due.to_string(), standing.next.template.fr.clone()))
}

fn mail(world: World, on: &str) -> World {
    world.happened(Channel::Mail, Direction::Ours, None, at(day(on), 10, 0))
}

fn step(step: u16, of: u16, due: &str, letter: &str) -> (u16, u16, String, String) {
    (step, of, due.into(), letter.into())
}

#[test]
fn a_quote_is_followed_on_days_two_five_and_ten_and_a_consumers_later() {
    assert_eq!(stands(&quoted()), Ok(step(1, 3, "2026-11-04", "devis-1")));
    let once = mail(quoted(), "2026-11-04");
    assert_eq!(stands(&once), Ok(step(2, 3, "2026-11-09", "devis-2")), "Saturday goes to Monday");
    let twice = mail(once, "2026-11-09");
    assert_eq!(stands(&twice), Ok(step(3, 3, "2026-11-12", "devis-3")));
    assert_eq!(stands(&mail(twice, "2026-11-12")), Err(Halt::Done));
    let consumer = quoted().set("contact.consumer", Value::Flag(true));
    assert_eq!(stands(&consumer), Ok(step(1, 3, "2026-11-09", "devis-1")));
}

#[test]
fn a_step_done_late_never_brings_the_next_at_once() {
    let late = mail(quoted(), "2026-11-19");
    assert_eq!(stands(&late), Ok(step(2, 3, "2026-11-23", "devis-2")), "three days after, not the same day");
}

#[test]
fn an_answer_a_conversation_or_an_opposition_ends_it() {
    let answered = quoted().happened(Channel::Mail, Direction::Theirs, None, at(day("2026-11-05"), 9, 0));
    assert_eq!(stands(&answered), Err(Halt::Answered(day("2026-11-05"))));
    let spoke = quoted().call(Outcome::Reached, day("2026-11-06"));
    assert_eq!(stands(&spoke), Err(Halt::Answered(day("2026-11-06"))));
    let rang = quoted().call(Outcome::NoAnswer, day("2026-11-06"));
    assert_eq!(stands(&rang).map(|standing| standing.0), Ok(1), "nobody answered, and a call is no mail");
    let before = quoted().happened(Channel::Mail, Direction::Theirs, None, at(day("2026-11-02"), 9, 0));
    assert_eq!(stands(&before).map(|standing| standing.0), Ok(1), "what came before it began ends nothing");
    let clicked = quoted().theirs(Channel::Click, day("2026-11-05"));
    assert_eq!(stands(&clicked).map(|standing| standing.0), Ok(1), "a click is no answer");
    let opposed = quoted().say(Approach::Mail, Permission::Opposed, ago(1));
    assert_eq!(stands(&opposed), Err(Halt::Opposed(Approach::Mail)));
}

#[test]
fn a_step_passed_over_counts_as_done_without_a_touch() {
    let over = |world: World, after, on: &str| {
        let mut world = world;
        let skip = Skip { after, channel: Channel::Mail, on: day(on) };
        world.deal.sequence.as_mut().unwrap().skipped.push(skip);
        world
    };
    let once = over(quoted(), 2, "2026-11-04");
    assert_eq!(stands(&once), Ok(step(2, 3, "2026-11-09", "devis-2")));
    assert_eq!(
        stands(&mail(once, "2026-11-09")),
        Ok(step(3, 3, "2026-11-12", "devis-3")),
        "the mail is the second step"
    );
    let late = over(quoted(), 2, "2026-11-19");
    assert_eq!(stands(&late), Ok(step(2, 3, "2026-11-23", "devis-2")), "nor does it bring the next at once");
    let other = over(quoted(), 3, "2026-11-04");
    assert_eq!(stands(&other).map(|standing| standing.0), Ok(1), "no step of that day");
}

#[test]
fn its_step_takes_the_place_of_the_rhythm_but_not_of_what_was_fixed() {
    let playbook = Playbook::shipped();
    let next = |world: &World| -> (Option<Day>, bool) {
        match agenda::next(&world.case(), Status::Lead, Temperature::Cold, &playbook, today()) {
            Next::Suggested { due, because, .. } => (Some(due), matches!(because, Because::Step { step: 1, of: 3 })),
            other => (other.due(), false),
        }
    };
    assert_eq!(next(&quoted()), (Some(day("2026-11-04")), true));
    assert_eq!(next(&quoted().step_on(day("2026-12-01"), "rappeler")), (Some(day("2026-12-01")), false));
    let answered = quoted().happened(Channel::Mail, Direction::Theirs, None, at(day("2026-11-05"), 9, 0));
    assert!(!next(&answered).1, "the rhythm again");
}

#[test]
fn a_firm_writes_its_own_and_mistakes_are_told() {
    let own = playbook(
        "[[sequence]]\nkey = \"salon\"\nlabel = \"Après salon\"\nworking = true\n\
         step = [{ after = 1, channel = \"call\" }, { after = 3, channel = \"mail\", template = \"salon\" }]\n",
    );
    assert_eq!(own.sequences().last().unwrap().label.en, "Après salon");
    let friday = enrolled("salon", world(), at(day("2026-11-20"), 9, 0));
    let standing = standing(&friday.case(), &own, today()).unwrap().unwrap();
    assert_eq!(standing.due, day("2026-11-23"), "one working day");
    for wrong in [
        "[[sequence]]\nkey = \"a\"\nlabel = \"a\"\nstep = []\n",
        "[[sequence]]\nkey = \"a\"\nlabel = \"a\"\nstep = [{ after = 5, channel = \"mail\" }, { after = 2, channel = \"mail\" }]\n",
        "[[sequence]]\nkey = \"a\"\nlabel = \"a\"\nstep = [{ after = 5, channel = \"mail\", when = \"score>10\" }]\n",
        "[[sequence]]\nkey = \"a\"\nlabel = \"a\"\nstep = [{ after = 5, channel = \"pigeon\" }]\n",
        "[[sequence]]\nkey = \"a\"\nlabel = \"a\"\nfor = \"statu:client\"\nstep = [{ after = 5, channel = \"mail\" }]\n",
    ] {
        let flaw = Playbook::read(wrong).unwrap_err();
        assert!(flaw.line >= 1, "{wrong}: {flaw:?}");
    }
}

#[test]
fn every_shipped_step_has_its_letter_in_both_languages() {
    use vigie::sales::template::Tongue;
    let playbook = Playbook::shipped();
    let (fr, en) = (playbook.letters(Tongue::Fr), playbook.letters(Tongue::En));
    for step in playbook.sequences().iter().flat_map(|sequence| &sequence.steps) {
        if step.channel == Channel::Mail {
            assert!(fr.iter().any(|letter| letter.name == step.template.fr), "{:?}", step.template);
            assert!(en.iter().any(|letter| letter.name == step.template.en), "{:?}", step.template);
        }
    }
}
