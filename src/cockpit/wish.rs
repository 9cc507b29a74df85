//! What each wish does where the focus is.

use super::{
    Cockpit, GivenUp,
    board::Board,
    command::{Command, Focus},
    dossier::{Row, Spot, sheet::Source},
    effect::Effect,
    form::{Form, Purpose, Subject},
    help::Help,
    layout::layout,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    palette::Palette,
    qualify,
    theme::Role,
    world::World,
};
use crate::sales::{book::OwnedCase, entity::Entity, fact::Value, fields::Field, qualification, stage};

impl Cockpit {
    pub(super) fn wish(&mut self, command: Command, world: &World) -> Vec<Effect> {
        if let Some(effects) = self.everywhere(command, world) {
            return effects;
        }
        match self.focus {
            Focus::Columns => self.in_columns(command, world),
            Focus::Dossier => self.in_dossier(command, world),
            Focus::Checklist => self.in_checklist(command, world),
        }
    }

    /// Wishes that mean the same wherever one is.
    fn everywhere(&mut self, command: Command, world: &World) -> Option<Vec<Effect>> {
        match command {
            Command::Undo => return Some(vec![Effect::Undo(false)]),
            Command::Redo => return Some(vec![Effect::Redo]),
            Command::Copy => return Some(self.copy_here(world)),
            Command::Quit => return Some(vec![Effect::Quit]),
            Command::Redraw => return Some(vec![Effect::Redraw]),
            Command::Save => self.toast = Some((world.voice.say("toast-already").to_owned(), Role::Good)),
            Command::Find => self.overlay = Some(Overlay::Palette(Palette::default())),
            Command::Help => self.overlay = Some(Overlay::Help(Help { focus: self.focus, top: 0 })),
            Command::Import => self.ask(Purpose::Import, world),
            Command::NewContact => self.ask(Purpose::NewContact, world),
            Command::NextPane => self.pane(1, world),
            Command::PreviousPane => self.pane(2, world),
            Command::StageBack => return Some(self.by_stage(-1, world)),
            Command::StageForward => return Some(self.by_stage(1, world)),
            Command::Stage => self.stages(world),
            Command::Won => return Some(self.move_to(world.playbook.won(), world)),
            Command::Lost => return Some(self.move_to(world.playbook.lost(), world)),
            _ => return self.about_somebody(command, world),
        }
        Some(Vec::new())
    }

    /// Wishes about whom the dossier shows.
    fn about_somebody(&mut self, command: Command, world: &World) -> Option<Vec<Effect>> {
        let subject = || self.case(world).map(|case| (subject(&case), case));
        let purpose = match command {
            Command::Call => Purpose::Call(subject()?.0),
            Command::Note => Purpose::Note(subject()?.0),
            Command::Mail => Purpose::Mail(subject()?.0),
            Command::Meeting => Purpose::Meeting(subject()?.0),
            Command::NextStep => Purpose::NextStep(subject()?.0),
            Command::Quote => Purpose::Quote(subject()?.0),
            Command::NewDeal => Purpose::NewDeal(subject()?.0.party?),
            Command::Oppose => Purpose::Oppose(subject()?.0.party?),
            Command::Qualify => {
                let (_, case) = subject()?;
                self.panes.qualify.open(None, &case, world);
                self.focus = Focus::Checklist;
                return Some(Vec::new());
            }
            _ => return None,
        };
        self.ask(purpose, world);
        Some(Vec::new())
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
            GivenUp::Field(_) | GivenUp::Words(_) => {}
        }
        Vec::new()
    }

    /// The cursor goes to the field that is being typed; whether the sheet has it.
    pub(super) fn stand_on_draft(&mut self, world: &World) -> bool {
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

    fn pane(&mut self, step: usize, world: &World) {
        let at = Focus::ALL.iter().position(|focus| *focus == self.focus).unwrap_or(0);
        let next = Focus::ALL.into_iter().cycle().nth(at + step).unwrap_or_default();
        let case = self.case(world);
        match case {
            None => self.focus = Focus::Columns,
            Some(case) => {
                if next == Focus::Checklist {
                    self.panes.qualify.open(None, &case, world);
                }
                self.focus = next;
            }
        }
    }

    fn in_columns(&mut self, command: Command, world: &World) -> Vec<Effect> {
        if command == Command::Open {
            if self.case(world).is_some() {
                self.focus = Focus::Dossier;
            }
            return Vec::new();
        }
        let statements = self.typed(world);
        let board = Board::new(*world, &statements);
        let place = layout(self.look.area, Focus::Columns).columns;
        if self.panes.pipeline.go(command, &board, place) {
            self.panes.party = None;
            self.moved = true;
        }
        Vec::new()
    }

    fn in_dossier(&mut self, command: Command, world: &World) -> Vec<Effect> {
        let place = layout(self.look.area, Focus::Dossier).dossier;
        let rows = self.rows(world, place.width);
        match command {
            Command::Back | Command::Left => {
                self.focus = Focus::Columns;
                self.panes.party = None;
            }
            Command::Open => self.open_spot(&rows, world),
            _ => _ = self.panes.dossier.go(command, &rows, place),
        }
        Vec::new()
    }

    fn open_spot(&mut self, rows: &[Row], world: &World) {
        let Some(case) = self.case(world) else { return };
        match self.panes.dossier.spot(rows) {
            Some(Spot::Field(about, field)) => {
                let waiting: Vec<_> = self.waiting.statements().cloned().collect();
                self.panes.dossier.open(about, field, &world.preview(&waiting));
                self.panes.opened = self.panes.dossier.draft();
            }
            Some(Spot::Next) => self.ask(Purpose::NextStep(subject(&case)), world),
            Some(Spot::Criterion(at)) => {
                self.panes.qualify.open(Some(at), &case, world);
                self.focus = Focus::Checklist;
            }
            None => {}
        }
    }

    /// The sheet as it stands, for its spots.
    fn rows(&self, world: &World, columns: u16) -> Vec<Row> {
        let statements = self.typed(world);
        let board = Board::new(*world, &statements);
        let subject = self.panes.party.or(self.panes.pipeline.deal());
        let Some(case) = subject.and_then(|subject| board.case(subject)) else { return Vec::new() };
        Source { world, board: &board, case: &case, columns, lines: 0 }.long()
    }

    fn in_checklist(&mut self, command: Command, world: &World) -> Vec<Effect> {
        if command == Command::Back || command == Command::Left {
            self.focus = if self.panes.party.is_some() { Focus::Dossier } else { Focus::Columns };
            return Vec::new();
        }
        let Some(case) = self.case(world) else { return Vec::new() };
        let did = self.panes.qualify.command(command, &case, world);
        self.panes.opened = self.panes.qualify.draft(case.deal.entity, world);
        if did == qualify::Did::Synthesis { self.qualify_now(&case, world) } else { Vec::new() }
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

    fn by_stage(&mut self, step: isize, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let at = stage::of(&case.deal, world.playbook);
        let to = at.saturating_add_signed(step).min(world.playbook.lost());
        if to == at { Vec::new() } else { self.move_to(to, world) }
    }

    /// Puts the deal on a stage, asking for exactly what it still misses.
    pub(super) fn move_to(&mut self, to: usize, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        if case.deal.is_won() && to != world.playbook.won() {
            self.toast = Some((world.voice.say("toast-won-stays").to_owned(), Role::Bad));
            return Vec::new();
        }
        let waiting: Vec<_> = self.waiting.statements().cloned().collect();
        let records = world.preview(&waiting);
        let purpose = Purpose::Move { subject: subject(&case), to };
        let Some(mut form) = Form::new(purpose, world, &records) else { return Vec::new() };
        if form.rows.is_empty() {
            let said = form.submit(world).unwrap_or_default();
            return self.enter(said, None, world);
        }
        self.overlay = Some(Overlay::Form(Box::new(form)));
        Vec::new()
    }

    /// The stages to choose from, each with what it still misses.
    fn stages(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        let at = stage::of(&case.deal, world.playbook);
        let mut items: Vec<Item> = Vec::new();
        for (place, known) in world.playbook.stages().iter().enumerate() {
            let label = world.label(&known.label).to_owned();
            let folded = crate::sales::fields::folded(&label).into_owned();
            let free = |letter: &char| letter.is_ascii_lowercase() && !items.iter().any(|item| item.letter == *letter);
            // Won and lost answer to the letters they have everywhere.
            let own = [(world.playbook.won(), 'g'), (world.playbook.lost(), 'x')];
            let own = own.into_iter().find(|(at, _)| *at == place).map(|(_, letter)| letter);
            let letter = own.into_iter().chain(folded.chars()).chain('a'..='z').find(free).unwrap_or(' ');
            let missing = stage::missing(&case.as_case(), known, world.playbook, world.today);
            let note = match (place == at, missing.first()) {
                (true, _) => world.voice.say("menu-here").to_owned(),
                (false, Some(missing)) => super::told::reason(world, &missing.reason()),
                (false, None) => String::new(),
            };
            items.push(Item { letter, label, note, act: Act::Stage(place) });
        }
        let title = world.voice.tell("menu-stage", &[("who", super::world::name(&case).into())]);
        let mut menu = Menu::new(title, items);
        menu.at = (at + 1).min(world.playbook.won());
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// Copies what is typed, the field under the cursor, or how to reach the person.
    fn copy_here(&mut self, world: &World) -> Vec<Effect> {
        let text = self.text_here(world);
        if text.is_empty() {
            return Vec::new();
        }
        let words = world.voice.tell("toast-copied", &[("text", text.as_str().into())]);
        self.toast = Some((words, Role::Toast));
        vec![Effect::Copy(text)]
    }

    fn text_here(&self, world: &World) -> String {
        if let Some((_, text)) = self.panes.dossier.draft() {
            return text;
        }
        let Some(case) = self.case(world) else { return String::new() };
        if self.focus == Focus::Dossier
            && let Some(Spot::Field(_, field)) = self.panes.dossier.spot(&self.rows(world, 80))
        {
            let value = case.as_case().value(field.key).cloned().unwrap_or(Value::Nothing);
            return world.voice.value(field, &value);
        }
        let view = case.as_case();
        let mut parts = vec![super::world::name(&case)];
        parts.extend(case.contact.as_ref().map(crate::sales::contact::Contact::name));
        for key in ["contact.mobile", "contact.phone", "company.phone"] {
            parts.push(world.voice.phone(view.text(key)));
        }
        parts.push(view.text("contact.email").to_owned());
        parts.retain(|part| !part.is_empty());
        parts.dedup();
        parts.join(", ")
    }
}

/// Where the draft of a field is kept.
fn field_place(about: Entity, field: &Field) -> String {
    format!("field {about} {}", field.key)
}

fn subject(case: &OwnedCase) -> Subject {
    Subject { deal: case.deal.entity, party: super::party_of(case) }
}
