//! What each wish does where the focus is.

mod checklist;
mod columns;
mod copy;
mod dossier;
mod found;
pub(super) mod people;
mod sequence;
mod stage;

use super::{
    Cockpit, Tab,
    chronicle::Past,
    command::{Command, Focus},
    dossier::Part,
    effect::Effect,
    filter::Choice,
    form::{Purpose, Subject},
    overlay::Overlay,
    theme::Role,
    world::World,
};
use crate::sales::book::OwnedCase;

impl Cockpit {
    pub(super) fn wish(&mut self, command: Command, world: &World) -> Vec<Effect> {
        if let Some(effects) = self.for_marked(command, world) {
            return effects;
        }
        if let Some(effects) = self.everywhere(command, world) {
            return effects;
        }
        match self.focus {
            Focus::Columns | Focus::Table => self.in_columns(command, world),
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
            Command::Find => self.find("", world),
            Command::Drafts => self.draft_list(world),
            Command::Help => self.open_help(),
            Command::Tour => self.turn_tour(world),
            Command::Settings => self.open_settings(world),
            Command::History => {
                self.panes.past_at = 0;
                return Some(vec![Effect::Chronicle(Past::Acts(None))]);
            }
            Command::Doubles => {
                self.overlay = Some(Overlay::Progress(0, 1));
                return Some(vec![Effect::Doubles]);
            }
            Command::Retention => return Some(vec![Effect::Retention]),
            Command::Import => self.ask(Purpose::Import, world),
            Command::NewContact => self.ask(Purpose::NewContact, world),
            Command::Today => self.show_tab(Tab::Today),
            Command::Pipeline => self.show_tab(Tab::Pipeline),
            Command::Contacts => self.show_tab(Tab::Contacts),
            Command::NextTab => self.show_tab(self.panes.tab.step(1)),
            Command::PreviousTab => self.show_tab(self.panes.tab.step(Tab::ALL.len() - 1)),
            Command::NextPane => self.pane(1, world),
            Command::PreviousPane => self.pane(2, world),
            Command::StageBack => return Some(self.by_stage(-1, world)),
            Command::StageForward => return Some(self.by_stage(1, world)),
            Command::Stage => self.stages(world),
            Command::Fold if self.panes.tab == Tab::Pipeline => self.panes.pipeline.fold(),
            Command::Segments => self.open_segments(world),
            Command::Query => self.narrow(&Choice::Ask, world),
            Command::Sort => return Some(self.sort(world)),
            Command::LostColumn => self.turn_to_lost(world),
            Command::Filter => self.filters(world),
            Command::Spread => self.ask_to_spread(world),
            Command::Print => return Some(self.print(world)),
            Command::Mark => self.mark(world),
            Command::MarkColumn => self.mark_column(world),
            Command::Mouse => return Some(self.turn_mouse(world)),
            Command::Widen => self.narrow(&Choice::All, world),
            Command::Won if self.case(world).is_some_and(|case| case.deal.is_won()) => {
                self.ask(Purpose::Buy(subject(&self.case(world)?)), world);
            }
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
            Command::Mail => {
                self.ask_letter(world);
                return Some(Vec::new());
            }
            Command::Meeting => Purpose::Meeting(subject()?.0),
            Command::NextStep => Purpose::NextStep(subject()?.0),
            Command::Quote => Purpose::Quote(subject()?.0),
            Command::NewDeal => Purpose::NewDeal(subject()?.0.party?),
            Command::Oppose => Purpose::Oppose(subject()?.0.party?),
            Command::Complain => Purpose::Complain(subject()?.0.party?),
            Command::HandOver => Purpose::HandOver(subject()?.0),
            Command::Qualify => return Some(self.turn_to(Part::Qualification, world)),
            Command::Framework => {
                self.checklists(world);
                return Some(Vec::new());
            }
            Command::Sheet => return Some(self.turn_to(Part::Sheet, world)),
            Command::Exchanges => return Some(self.turn_to(Part::Exchanges, world)),
            Command::Past => return Some(self.turn_to(Part::History, world)),
            Command::Quotes => return Some(self.turn_to(Part::Quotes, world)),
            Command::Sequence => {
                match self.case(world) {
                    Some(case) => self.ask_sequence(&[case.deal.entity], world),
                    None => self.ask_proposed(None, world),
                }
                return Some(Vec::new());
            }
            Command::Relate => {
                self.ask_relation(world);
                return Some(Vec::new());
            }
            Command::Archive => {
                self.ask_archive(world);
                return Some(Vec::new());
            }
            Command::Delete => return Some(self.ask_what_to_delete(world)),
            Command::Forget => return Some(self.ask_to_forget(world)),
            _ => return None,
        };
        self.ask(purpose, world);
        Some(Vec::new())
    }

    /// Shows another tab; whoever was looked up meanwhile is let go of, and so are the marks of the one before.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        if tab != self.panes.tab {
            self.panes.cards.marks.clear();
        }
        self.panes.tab = tab;
        self.panes.party = None;
        self.focus = Focus::Columns;
    }

    fn pane(&mut self, step: usize, world: &World) {
        let at = Focus::PANES.iter().position(|focus| *focus == self.focus).unwrap_or(0);
        let next = Focus::PANES.into_iter().cycle().nth(at + step).unwrap_or_default();
        let case = self.case(world);
        match (case, next) {
            (None, _) | (_, Focus::Columns | Focus::Table) => self.focus = Focus::Columns,
            (_, Focus::Dossier) => _ = self.turn_to(Part::Sheet, world),
            (_, Focus::Checklist) => _ = self.turn_to(Part::Qualification, world),
        }
    }
}

pub(super) fn subject(case: &OwnedCase) -> Subject {
    Subject { deal: case.deal.entity, party: super::party_of(case) }
}
