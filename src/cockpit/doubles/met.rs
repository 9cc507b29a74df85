//! Somebody who is being entered looks like somebody known: who that is and what differs is shown before a double is
//! made. What was typed stays until it is decided.

use super::{super::Cockpit, told};
use crate::{
    cockpit::{
        effect::Effect,
        form::Form,
        menu::{Act, Item, Menu},
        overlay::Overlay,
        theme::Role,
        world::World,
    },
    sales::{
        double::{Likeness, Portrait, completed, differing, like_one_of, name::House, portrait::Named},
        entity::{Entity, Kind},
        fact::Statement,
    },
    voice::Telling,
};

/// The question before a double is made.
pub struct Met {
    /// Its answers.
    pub menu: Menu,
    /// What was typed.
    pub form: Box<Form>,
    said: Vec<Statement>,
    new: Entity,
    known: Entity,
}

/// What is done with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Look at the one there is.
    Open,
    /// Put it into the one there is.
    Complete,
    /// Somebody new all the same.
    Anyway,
    /// Type on.
    Back,
}

/// How many of a kind of hits are looked at closely.
const CLOSE: usize = 50;

impl Cockpit {
    /// Enters somebody new, unless somebody known looks like them.
    pub(in crate::cockpit) fn enter_new(
        &mut self,
        said: Vec<Statement>,
        form: Box<Form>,
        world: &World,
    ) -> Vec<Effect> {
        let Some((new, known, like)) = met(&said, world) else { return self.enter(said, Some(form), world) };
        let menu = question(&said, new, known, &like, world);
        self.overlay = Some(Overlay::Met(Box::new(Met { menu, form, said, new, known })));
        Vec::new()
    }

    /// What was chosen.
    pub(in crate::cockpit) fn met(&mut self, choice: Choice, world: &World) -> Vec<Effect> {
        let Some(Overlay::Met(met)) = self.overlay.take() else { return Vec::new() };
        let Met { form, said, new, known, .. } = *met;
        match choice {
            Choice::Back => {
                self.overlay = Some(Overlay::Form(form));
                Vec::new()
            }
            Choice::Anyway => self.enter(said, Some(form), world),
            Choice::Open => {
                self.show(known, world);
                let typed = crate::cockpit::draft::form_draft(&form, world);
                self.abandoned(crate::cockpit::GivenUp::Form(form), Some(typed), world)
            }
            Choice::Complete => {
                let said = completed(said, new, known, world.book);
                self.show(known, world);
                if said.is_empty() {
                    self.toast = Some((world.voice.say("met-nothing").to_owned(), Role::Label));
                }
                self.enter(said, Some(form), world)
            }
        }
    }
}

/// Who is new, who is known, and how much they look like one.
fn met(said: &[Statement], world: &World) -> Option<(Entity, Entity, Likeness)> {
    let preview = world.preview(said);
    let mut new: Vec<Entity> =
        preview.changed().filter(|entity| entity.is_fresh() && entity.kind != Kind::Deal).collect();
    new.sort_unstable();
    new.into_iter().find_map(|new| {
        let portrait = Portrait::of(&preview, new)?;
        let near = near(&portrait, world).into_iter().filter_map(|known| Portrait::of(world.book, known));
        let (known, like) = like_one_of(&portrait, near).into_iter().next()?;
        Some((new, known, like))
    })
}

/// Whom the box finds by anything that tells them.
fn near(portrait: &Portrait, world: &World) -> Vec<Entity> {
    let name = match &portrait.name {
        Named::Person(person) => vec![person.family.clone(), person.sorted().join(" ")],
        Named::House(House { words }) => words.iter().cloned().chain([words.join(" ")]).collect(),
    };
    let mut finder = world.register.finder().borrow_mut();
    let words = portrait.emails.iter().chain(&portrait.phones).chain(&name).filter(|words| !words.is_empty());
    let hits = words.flat_map(|words| finder.search(words, CLOSE)).map(|hit| hit.entity);
    let mut near: Vec<Entity> = hits.filter(|entity| entity.kind == portrait.entity.kind).collect();
    near.sort_unstable();
    near.dedup();
    near
}

fn question(said: &[Statement], new: Entity, known: Entity, like: &Likeness, world: &World) -> Menu {
    let voice = world.voice;
    let telling = Telling { voice, playbook: world.playbook, records: world.book, today: world.today };
    let change = |(before, after): &(Option<Statement>, Statement)| telling.line(after, before.as_ref());
    let changes: Vec<String> = differing(said, new, known, world.book).iter().filter_map(change).collect();
    let item = |letter, key: &str, note: String, choice| Item {
        letter,
        label: voice.say(key).to_owned(),
        note,
        act: Act::Met(choice),
    };
    let items = vec![
        item('o', "met-open", String::new(), Choice::Open),
        item('c', "met-complete", String::new(), Choice::Complete),
        item('n', "met-anyway", String::new(), Choice::Anyway),
        item('r', "met-back", String::new(), Choice::Back),
    ];
    let mut menu = Menu::new(voice.say("met-title").to_owned(), items);
    let mut words = vec![told(known, world), voice.likeness(like)];
    if !changes.is_empty() {
        words.push(voice.tell("met-differs", &[("what", changes.join(" ; ").into())]));
    }
    menu.words = words.join("\n");
    menu
}
