//! Cards chosen for what is done to many: marked one by one or by the column, then one form, one act, one undo.

use std::collections::BTreeSet;

use super::{
    Cockpit, Tab,
    board::Board,
    command::{Command, Focus},
    effect::Effect,
    event::Beside,
    form::{
        Form, Purpose,
        many::{Crowd, Each},
    },
    overlay::Overlay,
    theme::Role,
    world::{self, World},
};
use crate::sales::{entity::Entity, fact::Statement, stage};

/// Wishes that do something to marked cards.
pub(super) const FOR_MARKED: [Command; 8] = [
    Command::Stage,
    Command::NextStep,
    Command::Lost,
    Command::HandOver,
    Command::Tag,
    Command::Sequence,
    Command::Archive,
    Command::Forget,
];

/// So many are done something to without being asked, where nothing more must be said.
const FEW: usize = 10;

/// Does something to one alone.
fn is_for_one(command: Command) -> bool {
    let looks = matches!(command, Command::Sheet | Command::Exchanges | Command::Quotes | Command::Past);
    let about = command.is_about_somebody() && !looks && command != Command::Stage;
    about || command == Command::NewContact
}

/// The marked deals, and what is being done to them.
#[derive(Default)]
pub struct Marks {
    deals: BTreeSet<Entity>,
    /// The form that is being entered, and the deals it holds for.
    entering: Option<(Option<Box<Form>>, Vec<Entity>)>,
}

impl Marks {
    /// Whether a deal is marked.
    pub fn has(&self, deal: Entity) -> bool {
        self.deals.contains(&deal)
    }

    /// How many are.
    pub fn len(&self) -> usize {
        self.deals.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.deals.is_empty()
    }

    /// Marks these besides.
    pub fn mark(&mut self, deals: Vec<Entity>) {
        self.deals.extend(deals);
    }

    fn toggle(&mut self, deal: Entity) {
        if !self.deals.remove(&deal) {
            self.deals.insert(deal);
        }
    }

    /// Marks all of them, or unmarks them where all are marked.
    fn toggle_all(&mut self, all: Vec<Entity>) {
        if all.iter().all(|deal| self.has(*deal)) {
            all.iter().for_each(|deal| _ = self.deals.remove(deal));
        } else {
            self.deals.extend(all);
        }
    }

    /// Lets go of all of them.
    pub fn clear(&mut self) {
        self.deals.clear();
    }

    /// Marks that do not show hold no longer.
    pub fn keep(&mut self, shown: impl Fn(Entity) -> bool) {
        self.deals.retain(|deal| shown(*deal));
    }
}

impl Cockpit {
    /// Marks whom the cursor stands on and goes on to the next.
    pub(super) fn mark(&mut self, world: &World) {
        if let Some(deal) = self.standing().filter(|_| self.panes.party.is_none()) {
            self.panes.cards.marks.toggle(deal);
            self.wish(Command::Down, world);
        }
    }

    /// Marks the column under the cursor, or the list of the day.
    pub(super) fn mark_column(&mut self, world: &World) {
        let all = match self.panes.tab {
            Tab::Today => self.panes.today.deals(world, self.panes.cards.filter.sieve()),
            Tab::Contacts => self.panes.contacts.subjects(world),
            Tab::Pipeline => {
                let statements = self.typed(world);
                let board = Board::new(*world, &statements, self.panes.cards.filter.sieve());
                let lane = self.panes.pipeline.lane();
                (0..board.head(lane).count).filter_map(|row| Some(board.card(lane, row)?.deal)).collect()
            }
        };
        self.panes.cards.marks.toggle_all(all);
    }

    /// Who was worked on or handed over by somebody else is in the list no more, and no longer marked.
    pub(super) fn settle_marks(&mut self, world: &World) {
        let marks = &mut self.panes.cards.marks;
        if self.panes.tab == Tab::Contacts
            && !marks.is_empty()
            && marks.entering.is_none()
            && self.panes.contacts.is_another()
        {
            let shown: BTreeSet<Entity> = self.panes.contacts.subjects(world).into_iter().collect();
            marks.keep(|subject| shown.contains(&subject));
        }
        if self.panes.tab == Tab::Today && !marks.is_empty() && marks.entering.is_none() {
            let listed: BTreeSet<Entity> =
                self.panes.today.deals(world, self.panes.cards.filter.sieve()).into_iter().collect();
            marks.keep(|deal| listed.contains(&deal));
        }
    }

    /// Whether a wish is about the marked cards.
    pub(super) fn is_for_marked(&self) -> bool {
        self.focus == Focus::Columns && self.panes.hit.is_none() && !self.panes.cards.marks.is_empty()
    }

    /// What a wish does to the marked cards, where it does something to them.
    pub(super) fn for_marked(&mut self, command: Command, world: &World) -> Option<Vec<Effect>> {
        if command == Command::Tag && self.panes.cards.marks.is_empty() {
            let subject = self.subject();
            return Some(self.ask_many(Each::Tag, subject.into_iter().collect(), world));
        }
        if !self.is_for_marked() {
            return None;
        }
        let each = match command {
            Command::Back => {
                self.panes.cards.marks.clear();
                return Some(Vec::new());
            }
            Command::Sequence => {
                let deals: Vec<Entity> = self.panes.cards.marks.deals.iter().copied().collect();
                self.ask_sequence(&deals, world);
                return Some(Vec::new());
            }
            Command::Forget => return Some(self.forget_marked(world)),
            Command::Tag => Each::Tag,
            Command::HandOver => Each::HandOver,
            Command::NextStep => Each::Step,
            Command::Archive => Each::Aside { people: self.panes.tab == Tab::Contacts },
            Command::Lost => Each::Move(world.playbook.lost()),
            Command::Won => Each::Move(world.playbook.won()),
            Command::StageBack => Each::Move(self.stage_here(world)?.checked_sub(1)?),
            Command::StageForward => Each::Move((self.stage_here(world)? + 1).min(world.playbook.lost())),
            command if is_for_one(command) => return Some(self.refuse_marked(world)),
            _ => return None,
        };
        Some(self.ask_marked(each, world))
    }

    /// What is done to one alone says so instead of doing it to a card that is not marked.
    fn refuse_marked(&mut self, world: &World) -> Vec<Effect> {
        let key = |command: &Command| {
            let key = self.look.keys.key(self.focus, *command)?.shown(world.voice);
            Some(format!("{key} {}", world.voice.say(command.text())))
        };
        let keys = FOR_MARKED.iter().filter_map(key).collect::<Vec<_>>().join(", ");
        let toast = self.with_key_and(world, "toast-marked", Command::Back, &[("keys", keys.into())]);
        self.toast = Some((toast, Role::Bad));
        Vec::new()
    }

    /// Whoever the marked deals are with.
    fn forget_marked(&mut self, world: &World) -> Vec<Effect> {
        let party = |deal: &Entity| super::party_of(&world::case(world.book, *deal)?);
        let whom: BTreeSet<Entity> = self.panes.cards.marks.deals.iter().filter_map(party).collect();
        self.forget_these(whom.into_iter().collect(), world)
    }

    fn stage_here(&self, world: &World) -> Option<usize> {
        Some(stage::of(&self.case(world)?.deal, world.playbook))
    }

    /// The marked cards go to a stage; whether there are any.
    pub(super) fn move_marked(&mut self, to: usize, world: &World) -> Option<Vec<Effect>> {
        self.is_for_marked().then(|| self.ask_marked(Each::Move(to), world))
    }

    fn ask_marked(&mut self, each: Each, world: &World) -> Vec<Effect> {
        let deals = self.panes.cards.marks.deals.iter().copied().collect();
        self.ask_many(each, deals, world)
    }

    fn ask_many(&mut self, each: Each, deals: Vec<Entity>, world: &World) -> Vec<Effect> {
        if each == Each::Move(world.playbook.won()) {
            self.toast = Some((world.voice.say("toast-won-alone").to_owned(), Role::Bad));
            return Vec::new();
        }
        let waiting: Vec<_> = self.waiting.statements().cloned().collect();
        let crowd = match waiting.as_slice() {
            // A great many are read best from one end to the other.
            [] => Crowd::of(each, deals.into_iter(), world, &world.book.sweep()),
            waiting => Crowd::of(each, deals.into_iter(), world, &world.preview(waiting)),
        };
        if crowd.is_empty() {
            self.toast = Some((world.voice.say("toast-none-to-move").to_owned(), Role::Label));
            return Vec::new();
        }
        let aside = matches!(each, Each::Aside { .. });
        let Some(form) = Form::for_many(crowd, world) else { return Vec::new() };
        let asks = match &form.purpose {
            Purpose::Many(crowd) => aside || !form.rows.is_empty() || crowd.leaves_out(&form) || crowd.len() > FEW,
            _ => true,
        };
        self.overlay = Some(Overlay::Form(Box::new(form)));
        if asks { Vec::new() } else { self.submit(world) }
    }

    /// Enters what a form says of many deals, as one act.
    pub(super) fn enter_many(&mut self, form: Box<Form>, crowd: &Crowd, world: &World) -> Vec<Effect> {
        let said = form.said_of_many(crowd, world);
        let deals: Vec<Entity> = said.iter().map(|said| said.deal).collect();
        let mut said: Vec<Vec<_>> =
            said.into_iter().map(|said| said.statements).filter(|said| !said.is_empty()).collect();
        if said.len() < 2 {
            deals.iter().for_each(|deal| _ = self.panes.cards.marks.deals.remove(deal));
            return self.enter(said.pop().unwrap_or_default(), Some(form), world);
        }
        let label = crowd.title(world, said.len());
        self.enter_all(Some(form), deals, label, said)
    }

    /// Enters facts about these deals as one act; the form comes back should they be refused.
    pub(super) fn enter_all(
        &mut self,
        form: Option<Box<Form>>,
        deals: Vec<Entity>,
        label: String,
        said: Vec<Vec<Statement>>,
    ) -> Vec<Effect> {
        self.overlay = Some(Overlay::Progress(0, said.len() as u64));
        self.panes.cards.marks.entering = Some((form, deals));
        vec![Effect::Many { label, said }]
    }

    /// What became of it. Those left out stay marked, so that each can be looked at.
    pub(super) fn many_done(&mut self, beside: Beside, world: &World) {
        let entering = self.panes.cards.marks.entering.take();
        self.overlay.take_if(|overlay| matches!(overlay, Overlay::Progress(..)));
        match (beside, entering) {
            (Beside::Entered { label, left }, Some((_, deals))) => {
                self.waiting.well();
                let done = deals.len().saturating_sub(left);
                deals.iter().take(done).for_each(|deal| _ = self.panes.cards.marks.deals.remove(deal));
                let args = [("what", label.into())];
                self.toast = Some((self.with_key_and(world, "toast-undo", Command::Undo, &args), Role::Toast));
            }
            (Beside::Refused(why, kept), Some((form, deals))) => {
                self.toast = Some((why, Role::Bad));
                let (done, left) = deals.split_at(kept.min(deals.len()));
                done.iter().for_each(|deal| _ = self.panes.cards.marks.deals.remove(deal));
                let form = if kept == 0 { form } else { form.and_then(|form| rest_of(&form, left, world)) };
                self.overlay = form.map(Overlay::Form);
            }
            (Beside::Refused(why, _), None) => self.toast = Some((why, Role::Bad)),
            _ => {}
        }
    }
}

/// The same form for those who are left.
fn rest_of(form: &Form, left: &[Entity], world: &World) -> Option<Box<Form>> {
    let Purpose::Many(crowd) = &form.purpose else { return None };
    let crowd = Crowd::of(crowd.each, left.iter().copied(), world, world.book);
    let mut rest = Form::for_many(crowd, world)?;
    rest.restore(&form.draft(), world);
    Some(Box::new(rest))
}
