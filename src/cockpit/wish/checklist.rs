//! Wishes on the checklist, and the synthesis at its end.

use super::super::{
    Cockpit,
    command::{Command, Focus},
    dossier::Part,
    effect::Effect,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    qualify,
    world::{self, World},
};
use crate::sales::{
    book::OwnedCase,
    fact::{Set, Statement, Value},
    playbook::{Criterion, Framework},
    qualification, stage,
};

impl Cockpit {
    pub(super) fn in_checklist(&mut self, command: Command, world: &World) -> Vec<Effect> {
        match command {
            Command::Back if self.panes.party.is_none() => {
                self.focus = Focus::Columns;
                return Vec::new();
            }
            Command::Back | Command::Left => {
                return self.turn_to(Part::Sheet, world);
            }
            Command::Right => {
                return self.turn_to(Part::Exchanges, world);
            }
            _ => {}
        }
        let Some(case) = self.case(world) else { return Vec::new() };
        let did = self.panes.qualify.command(command, &case, world);
        self.panes.opened = self.panes.qualify.draft(case.deal.entity, world);
        if did == qualify::Did::Synthesis { self.qualify_now(&case, world) } else { Vec::new() }
    }

    /// The checklists to choose from for this deal, each with how much of it is answered; or the house's own.
    pub(super) fn checklists(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        let here = world.playbook.framework_of(&case.deal);
        let house = world.playbook.framework();
        let item = |framework: &Framework| {
            let value = if framework.key == house.key { Value::Nothing } else { Value::Text(framework.key.clone()) };
            let set = Set { about: case.deal.entity, field: "deal.framework".to_owned(), value };
            let said = super::people::birth(&case).into_iter().chain([Statement::Set(set)]).collect();
            let act = if framework.key == here.key { Act::Stay } else { Act::Say(said) };
            Item { letter: ' ', label: named(framework, house, world), note: answered(framework, &case, world), act }
        };
        let mut items: Vec<Item> = world.playbook.frameworks().iter().map(item).collect();
        let all = world.voice.say("menu-framework-all").to_owned();
        items.push(Item { letter: ' ', label: all, note: String::new(), act: Act::Settings });
        Item::letter(&mut items);
        let mut menu = Menu::new(world.voice.tell("menu-framework", &[("who", world::name(&case).into())]), items);
        world.voice.say("menu-framework-words").clone_into(&mut menu.words);
        menu.at = world.playbook.frameworks().iter().position(|framework| framework.key == here.key).unwrap_or(0);
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// The synthesis: the deal goes to the first stage that requires it, unless it is past it.
    fn qualify_now(&mut self, case: &OwnedCase, world: &World) -> Vec<Effect> {
        if qualification::is_qualified(&case.deal, world.playbook) {
            return Vec::new();
        }
        let required = crate::sales::playbook::Requirement::Qualified;
        let first = world.playbook.stages().iter().position(|stage| stage.requires.contains(&required));
        let at = stage::of(&case.deal, world.playbook);
        self.move_to(first.unwrap_or(at).max(at), world)
    }
}

/// Its name, and whether it is the one of the house.
fn named(framework: &Framework, house: &Framework, world: &World) -> String {
    let name = world.label(&framework.label);
    let key = if framework.key == house.key { "menu-framework-house" } else { "menu-framework-one" };
    world.voice.tell(key, &[("name", name.into())])
}

/// How many of its questions the deal has answered.
fn answered(framework: &Framework, case: &OwnedCase, world: &World) -> String {
    let known =
        |criterion: &&Criterion| qualification::answer(&case.deal, &criterion.stands_for, world.today).is_some();
    let done = framework.criteria.iter().filter(known).count() as i64;
    let of = framework.criteria.len() as i64;
    world.voice.tell("menu-framework-answered", &[("done", done.into()), ("of", of.into())])
}
