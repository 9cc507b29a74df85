//! Text that is typed and not yet entered: kept while one types, given back when it was given up, offered again when
//! the sitting was cut off.

use super::{
    Cockpit, GivenUp,
    command::{Command, Focus},
    dossier::Spot,
    effect::Effect,
    form::{self, Form, Purpose, Subject},
    layout::layout,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    world::{self, World},
};
use crate::sales::{
    entity::{Entity, Kind},
    fields::{self, Field},
};

impl Overlay {
    /// A text of an earlier sitting.
    pub fn draft(place: &str, text: &str, world: &World) -> Self {
        let resume = Act::Resume(place.to_owned(), text.to_owned());
        let item =
            |letter, key: &str, act| Item { letter, label: world.voice.say(key).to_owned(), note: String::new(), act };
        let items =
            vec![item('r', "menu-draft-resume", resume), item('x', "menu-draft-drop", Act::Drop(place.to_owned()))];
        let mut menu = Menu::new(world.voice.say("menu-draft-title").to_owned(), items);
        let words = text.lines().map(|line| line.split_once('=').map_or(line, |(_, words)| words));
        menu.words = words.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" · ");
        Self::Menu(menu)
    }
}

impl Cockpit {
    /// Whether something is being typed that a dropped line would lose.
    pub fn draft(&self, world: &World) -> Option<(String, String)> {
        if let Some(Overlay::Form(form)) = &self.overlay {
            return form.touched.then(|| (form_place(form, world), form.draft()));
        }
        let deal = self.panes.pipeline.deal().unwrap_or(Entity::fresh(Kind::Deal, 0));
        self.panes.dossier.draft().or_else(|| self.panes.qualify.draft(deal, world))
    }

    pub(super) fn keep_draft(&mut self, world: &World) -> Option<Effect> {
        let (place, text) = self.draft(world)?;
        if self.kept.as_ref() == Some(&(place.clone(), text.clone())) {
            return None;
        }
        self.kept = Some((place.clone(), text.clone()));
        Some(Effect::Draft { place, text })
    }

    /// What was kept is given up once nothing is typed there any more.
    pub(super) fn drop_draft(&mut self, world: &World) -> Option<Effect> {
        let (place, _) = self.kept.as_ref()?;
        if self.draft(world).is_some_and(|(now, _)| now == *place) {
            return None;
        }
        self.kept.take().map(|(place, _)| Effect::DropDraft(place))
    }

    /// The last draft of an earlier sitting is offered; one at a time, the others at later starts.
    pub(super) fn offer(&mut self, drafts: &[(String, String)], world: &World) {
        let free = matches!(self.overlay, None | Some(Overlay::Menu(_)));
        if let Some((place, text)) = drafts.last().filter(|_| free) {
            self.overlay = Some(Overlay::draft(place, text, world));
        }
    }

    /// What was given up comes back in its own place, or not at all.
    pub(super) fn give_back(&mut self, given_up: GivenUp, world: &World) -> Vec<Effect> {
        match given_up {
            GivenUp::Form(form) => self.overlay = Some(Overlay::Form(form)),
            GivenUp::Field(subject) if subject == self.subject() && self.panes.dossier.bring_back() => {
                self.focus = Focus::Dossier;
                self.stand_on_draft(world);
            }
            GivenUp::Words(subject) if subject == self.subject() && self.panes.qualify.bring_back() => {
                self.focus = Focus::Checklist;
            }
            GivenUp::Settings(settings) => {
                self.overlay = Some(Overlay::Settings(settings));
            }
            GivenUp::Kept(changes) => return vec![Effect::Settle(changes)],
            GivenUp::Field(_) | GivenUp::Words(_) => {}
        }
        Vec::new()
    }

    /// The cursor goes to the field that is being typed; whether the sheet has it.
    fn stand_on_draft(&mut self, world: &World) -> bool {
        let Some((draft, _)) = self.panes.dossier.draft() else { return false };
        let place = layout(self.look.area, Focus::Dossier).dossier;
        let rows = self.rows(world, place.width);
        let wanted = |spot: &Spot| matches!(spot, Spot::Field(about, field) if field_place(*about, field) == draft);
        let Some(at) = rows.iter().filter_map(|row| row.spot).position(|spot| wanted(&spot)) else { return false };
        self.panes.dossier.go(Command::First, &rows, place);
        for _ in 0..at {
            self.panes.dossier.go(Command::Down, &rows, place);
        }
        true
    }

    /// Takes a draft up where it was typed.
    pub(super) fn resume(&mut self, place: &str, text: &str, world: &World) {
        let mut words = place.split(' ');
        let kind = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        let about = |at: usize| rest.get(at).and_then(|word| word.parse::<Entity>().ok());
        match kind {
            "form" => {
                self.resume_form(
                    rest.first().copied().unwrap_or_default(),
                    about(1),
                    rest.get(2).copied(),
                    text,
                    world,
                );
            }
            "field" => {
                let field = rest.get(1).and_then(|key| fields::field(key));
                if let Some((entity, field)) = about(0).zip(field) {
                    self.show(entity, world);
                    self.settle(world);
                    self.panes.dossier.reopen(entity, field, text);
                    if !self.stand_on_draft(world) {
                        self.panes.dossier.reset();
                    }
                }
            }
            "words" => {
                if let Some(deal) = about(0) {
                    self.show(deal, world);
                    self.focus = Focus::Checklist;
                    self.panes.qualify.reopen(rest.get(1).copied().unwrap_or_default(), text, world);
                }
            }
            _ => {}
        }
    }

    fn resume_form(&mut self, name: &str, about: Option<Entity>, stage: Option<&str>, text: &str, world: &World) {
        let subject = about
            .and_then(|about| world::case(world.book, about))
            .map(|case| Subject { deal: case.deal.entity, party: super::party_of(&case) });
        let purpose = match (name, subject, about) {
            ("contact", ..) => Some(Purpose::NewContact),
            ("import", ..) => Some(Purpose::Import),
            ("deal", _, Some(party)) => Some(Purpose::NewDeal(party)),
            ("oppose", _, Some(party)) => Some(Purpose::Oppose(party)),
            ("call", Some(subject), _) => Some(Purpose::Call(subject)),
            ("note", Some(subject), _) => Some(Purpose::Note(subject)),
            ("mail", Some(subject), _) => Some(Purpose::Mail(subject)),
            ("meeting", Some(subject), _) => Some(Purpose::Meeting(subject)),
            ("next", Some(subject), _) => Some(Purpose::NextStep(subject)),
            ("quote", Some(subject), _) => Some(Purpose::Quote(subject)),
            ("move", Some(subject), _) => {
                let to = stage.and_then(|stage| world.playbook.stage(stage));
                to.map(|to| Purpose::Move { subject, to })
            }
            _ => None,
        };
        let Some(purpose) = purpose else { return };
        if let Some(about) = about {
            self.show(about, world);
        }
        self.ask(purpose, world);
        if let Some(Overlay::Form(form)) = &mut self.overlay {
            form.restore(text, world);
        }
    }
}

/// Where the draft of a form is kept: the form and what it is about.
fn form_place(form: &Form, world: &World) -> String {
    let about = match &form.purpose {
        form::Purpose::NewDeal(party) | form::Purpose::Oppose(party) => Some(*party),
        purpose => purpose.subject(),
    };
    let stage = match &form.purpose {
        form::Purpose::Move { to, .. } => world.playbook.stages().get(*to).map(|stage| stage.key.as_str()),
        _ => None,
    };
    let parts = [
        Some("form".to_owned()),
        Some(form.purpose.name().to_owned()),
        about.map(|about| about.to_string()),
        stage.map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Where the draft of a field is kept.
fn field_place(about: Entity, field: &Field) -> String {
    format!("field {about} {}", field.key)
}
