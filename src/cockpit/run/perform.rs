//! What an update asked for, done at the desk, the terminal and the files.

use std::{io, time::Instant};

use super::{CALM, Farewell, Surface, Visit, Work, many::Many, world};
use crate::{
    cockpit::{
        effect::{Ask, Effect},
        event::{Beside, Event, News},
        recall::Recall,
        settings::Turn,
    },
    desk::{self, TakenBack},
    sales::{entity::Entity, fact::Statement, playbook::Change},
};

impl<S: Surface> Visit<'_, S> {
    pub(super) fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<Farewell>> {
        for effect in effects {
            match effect {
                Effect::Record(statements) => {
                    let (act, statements) = self.desk.record(statements);
                    self.tell(Event::News(News::Taken(act, statements)));
                    // What is refused before it is written is known at once, and nobody rings for it.
                    self.news();
                }
                Effect::Chronicle(past) => self.chronicle(past),
                Effect::Doubles => self.doubles(),
                Effect::Forget(forget) => self.forget(forget),
                Effect::Retention => self.retention(),
                Effect::Undo(agreed) => self.undo(agreed),
                Effect::Redo => {
                    let done = self.desk.redo();
                    self.taken_back(done, true);
                }
                Effect::Past(of) => self.past(of),
                Effect::Recall(recall) => {
                    if let Some(farewell) = self.recall(recall)? {
                        return Ok(Some(farewell));
                    }
                }
                Effect::Draft { place, text } => self.keep_draft(&place, &text),
                Effect::DropDraft(place) => self.drop_draft(&place),
                Effect::Many { label, said } => self.many(label, said),
                Effect::Post(number, letter) => self.errands.post(number, letter),
                Effect::Sheet(deals) => {
                    let done = self.errands.sheet(&deals, self.desk);
                    let told = |file: String| self.voice.tell("toast-printed", &[("file", file.into())]);
                    let (words, bad) = done.map_or_else(|why| (why, true), |file| (told(file), false));
                    self.tell(Event::News(News::Word(words, bad)));
                }
                Effect::Mouse(ours) => self.terminal.backend_mut().mouse(ours),
                Effect::Import { path, ask } => self.import(&path, &ask),
                Effect::Stop => self.stop(),
                Effect::Settle(changes, turn) => self.settle(changes, turn),
                Effect::Author(name) => self.sit(&name),
                Effect::Edit(text) => self.edit(&text)?,
                Effect::Copy(text) => self.terminal.backend_mut().copy(&text),
                Effect::Redraw => self.redraw()?,
                Effect::Demo => return Ok(Some(Farewell::Demo)),
                Effect::Quit => return Ok(Some(Farewell::Left)),
            }
        }
        Ok(None)
    }

    pub(super) fn past(&mut self, of: Entity) {
        match self.desk.history_of(of) {
            Ok(story) => self.tell(Event::News(News::Past(of, story.lines))),
            Err(why) => self.word(why.tell(&self.voice)),
        }
    }

    /// Looks up what was said, and does what follows from it.
    fn recall(&mut self, recall: Recall) -> io::Result<Option<Farewell>> {
        match self.desk.said_of(&recall.of()) {
            Ok(facts) => {
                let event = Event::News(News::Recalled(facts, recall));
                let effects = self.cockpit.update(event, &world(self.desk, &self.voice));
                self.perform(effects)
            }
            Err(why) => {
                self.word(why.tell(&self.voice));
                Ok(None)
            }
        }
    }

    pub(super) fn drop_draft(&mut self, place: &str) {
        if let Err(why) = self.desk.drop_draft(place) {
            self.word(why.tell(&self.voice));
        }
    }

    pub(super) fn redraw(&mut self) -> io::Result<()> {
        let size = self.terminal.backend().size()?;
        self.terminal.resize(ratatui::layout::Rect::new(0, 0, size.width, size.height))
    }

    /// The person's own editor has the terminal until it ends.
    fn edit(&mut self, text: &str) -> io::Result<()> {
        self.terminal.backend_mut().lend()?;
        let edited = self.errands.edit(text);
        self.terminal.backend_mut().retake()?;
        self.redraw()?;
        match edited {
            Ok(text) => self.tell(Event::Edited(text)),
            Err(why) => self.word(why),
        }
        Ok(())
    }

    fn undo(&mut self, agreed: bool) {
        if let Some(act) = self.desk.undoable().filter(|act| !agreed && !self.desk.is_of_this_sitting(act.id)) {
            let statements = act.facts.iter().flat_map(|fact| fact.statements.clone()).collect();
            let (label, author) = (act.label.clone(), act.author.clone());
            return self.tell(Event::News(News::AskUndo { statements, label, author }));
        }
        let done = self.desk.undo();
        self.taken_back(done, false);
    }

    pub(super) fn taken_back(&mut self, done: Result<TakenBack, desk::Trouble>, again: bool) {
        let news = match done {
            Ok(TakenBack { act, hidden, .. }) => {
                let statements = act.facts.into_iter().flat_map(|fact| fact.statements).collect();
                News::TakenBack { statements, label: act.label, again, hidden }
            }
            Err(why) => News::Word(why.tell(&self.voice), true),
        };
        self.news();
        self.tell(Event::News(news));
    }

    pub(super) fn sit(&mut self, name: &str) {
        self.desk.sit(name);
        if let Err(why) = self.errands.keep_author(name) {
            self.word(why);
        } else {
            self.tell(Event::Desk);
        }
        self.offer_drafts();
    }

    fn settle(&mut self, changes: Vec<Change>, turn: Turn) {
        let news = match self.errands.settle(&changes) {
            Ok((playbook, note)) => {
                self.desk.settle_on(playbook);
                self.clockwork.calm = Some(Instant::now() + CALM);
                News::Settled { changes, turn, note }
            }
            Err(why) => News::Unsettled(why),
        };
        self.tell(Event::News(news));
    }

    /// What little there is to enter is entered before the next frame.
    fn many(&mut self, label: String, said: Vec<Vec<Statement>>) {
        let mut work = Many::new(label, said, self.voice.language());
        let beside = work.step(self.desk);
        if matches!(beside, Beside::Progress { .. }) {
            self.work = Some(Box::new(work));
        }
        self.tell(Event::Beside(beside));
    }

    fn import(&mut self, path: &str, ask: &Ask) {
        match self.errands.import(path, ask, self.desk) {
            Ok(work) => {
                self.work = Some(work);
                self.tell(Event::Beside(Beside::Progress { done: 0, total: 0 }));
            }
            Err(why) => self.tell(Event::Beside(Beside::Failed(why))),
        }
    }

    pub(super) fn stop(&mut self) {
        if let Some(mut work) = self.work.take() {
            let beside = work.stop(self.desk);
            self.tell(Event::Beside(beside));
        }
    }
}
