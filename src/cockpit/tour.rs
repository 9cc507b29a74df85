//! The first hour, in the demo: six steps, each a line or two below the rest that says what to press and notices when it
//! was done, in whatever order. Never a question, gone once done or skipped.

use ratatui::layout::Rect;

use super::{
    Cockpit,
    command::{Command, Focus},
    effect::Effect,
    event::Event,
    parts::{Paint, text},
    theme::Role,
    world::World,
};
use crate::{
    sales::{
        entity::Entity,
        fact::{Channel, Statement},
    },
    voice::Arg,
};

/// What was done of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tour {
    done: [bool; STEPS.len()],
}

/// A step: its text, and the wish whose key it names.
const STEPS: [(&str, Command); 6] = [
    ("tour-move", Command::Down),
    ("tour-open", Command::Open),
    ("tour-qualify", Command::Qualify),
    ("tour-call", Command::Call),
    ("tour-next", Command::NextStep),
    ("tour-undo", Command::Undo),
];

/// With fewer lines than this it stays out of the way.
const LEAST: u16 = 18;
/// From here on a line holds a step.
const WIDE: u16 = 80;

impl Tour {
    /// The step that is next, from 0; nothing once all are done.
    fn at(self) -> Option<usize> {
        self.done.iter().position(|done| !done)
    }

    fn see(&mut self, at: usize, done: bool) {
        if let Some(step) = self.done.get_mut(at) {
            *step |= done;
        }
    }

    /// Notices what was just asked for.
    fn watch(&mut self, moved: bool, focus: Focus, effects: &[Effect]) {
        self.see(0, moved);
        self.see(1, focus == Focus::Dossier);
        for effect in effects {
            match effect {
                Effect::Record(said) => said.iter().for_each(|statement| self.hear(statement)),
                Effect::Undo(_) => self.see(5, true),
                _ => {}
            }
        }
    }

    fn hear(&mut self, statement: &Statement) {
        match statement {
            Statement::Answered(_) => self.see(2, true),
            Statement::Exchanged(exchanged) => self.see(3, exchanged.channel == Channel::Call),
            Statement::Promised(promised) => self.see(4, promised.due.is_some()),
            _ => {}
        }
    }
}

impl Cockpit {
    /// Begins the tour, or ends it.
    pub(super) fn turn_tour(&mut self, world: &World) {
        if !self.look.demo {
            self.toast = Some((world.voice.say("tour-demo").to_owned(), Role::Label));
            return;
        }
        self.aid.tour = match self.aid.tour {
            Some(_) => None,
            None => Some(Tour::default()),
        };
    }

    /// Notices what an event did; a key after the last word ends the tour.
    pub(super) fn watch_tour(&mut self, before: Option<Entity>, ends: bool, effects: &[Effect]) {
        let moved = before.is_some() && self.subject() != before;
        if let Some(tour) = &mut self.aid.tour {
            tour.watch(moved, self.focus, effects);
            if ends {
                self.aid.tour = None;
            }
        }
        self.look.area = self.beside_tour(self.look.whole).0;
    }

    /// Whether this event comes after the last word of the tour.
    pub(super) fn ends_tour(&self, event: &Event) -> bool {
        matches!(event, Event::Key(_)) && self.aid.tour.is_some_and(|tour| tour.at().is_none())
    }

    /// What is left of the room beside the tour, and the tour's.
    pub(super) fn beside_tour(&self, area: Rect) -> (Rect, Rect) {
        let tall = match self.aid.tour {
            Some(_) if area.height >= LEAST => {
                if area.width >= WIDE {
                    1
                } else {
                    2
                }
            }
            _ => 0,
        };
        let rest = Rect { height: area.height - tall, ..area };
        (rest, Rect { y: rest.bottom(), height: tall, ..area })
    }

    pub(super) fn draw_tour(&self, paint: &mut Paint, strip: Rect, world: &World) {
        let Some(tour) = self.aid.tour.filter(|_| !strip.is_empty()) else { return };
        let words = self.step_words(tour, world);
        let skip = self.with_key(world, "tour-skip", Command::Tour);
        let room = usize::from(strip.width.saturating_sub(2));
        let lines = text::wrapped(&words, room.max(1));
        for (line, y) in lines.iter().zip(strip.y..strip.bottom()) {
            paint.put(strip.x + 1, y, room as u16, line, Role::Question);
        }
        let last = lines.get(usize::from(strip.height) - 1).map_or(0, |line| paint.width(line));
        if tour.at().is_some() {
            paint.right(strip.x + 1 + last, strip.right() - 1, strip.bottom() - 1, &format!("  {skip}"), Role::Label);
        }
    }

    fn step_words(&self, tour: Tour, world: &World) -> String {
        let key = |command: Command| {
            let chord = |command, focus: Focus| Some(self.look.keys.key(focus, command)?.shown(world.voice));
            let here = chord(command, self.keyed());
            // A question takes letters as words: first out of it.
            let away = || {
                let out = chord(Command::Back, Focus::Checklist).filter(|_| self.focus == Focus::Checklist);
                let key = chord(command, Focus::Columns).or_else(|| chord(command, Focus::Checklist))?;
                Some(out.map_or(key.clone(), |out| format!("{out}, {key}")))
            };
            Arg::from(here.or_else(away).unwrap_or_default())
        };
        let Some(at) = tour.at() else {
            let args = [("find", key(Command::Find)), ("help", key(Command::Help))];
            return world.voice.tell("tour-end", &args);
        };
        let Some((text, command)) = STEPS.get(at) else { return String::new() };
        let args = [
            ("key", key(*command)),
            ("yes", key(Command::Confirmed)),
            ("maybe", key(Command::Assumed)),
            ("no", key(Command::Denied)),
            ("back", key(Command::Back)),
        ];
        format!("{}/{} {}", at + 1, STEPS.len(), world.voice.tell(text, &args))
    }
}
