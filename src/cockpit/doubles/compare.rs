//! Two records side by side, field by field: a key chooses whose word stays, Enter makes them one.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{super::Cockpit, Doubles, told};
use crate::{
    cockpit::{
        effect::Effect,
        form::draw::frame,
        overlay::Overlay,
        parts::{Paint, text::wrapped},
        theme::Role,
        world::World,
    },
    sales::{
        entity::Entity,
        fact::{Fact, Statement},
        union::{Line, Stays, Union},
    },
    voice::Telling,
};

/// Two records that may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    union: Union,
    at: usize,
    /// The list one came from.
    list: Option<Box<Doubles>>,
}

/// What a key did.
enum Did {
    Stays,
    Cancel,
    Unites(Vec<Statement>),
    Parts,
}

impl Compare {
    /// What differs comes first.
    fn new(mut union: Union, list: Option<Box<Doubles>>) -> Self {
        union.lines.sort_by_key(Line::agrees);
        Self { union, at: 0, list }
    }

    fn key(&mut self, key: KeyEvent) -> Did {
        let last = self.union.lines.len().saturating_sub(1);
        let here = self.union.lines.get_mut(self.at);
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Up | KeyCode::Char('k') | KeyCode::BackTab => self.at = self.at.saturating_sub(1),
            KeyCode::Down | KeyCode::Char('j') | KeyCode::Tab => self.at = (self.at + 1).min(last),
            KeyCode::Left | KeyCode::Char('h' | 'a') => here.into_iter().for_each(|line| line.stays = Stays::One),
            KeyCode::Right | KeyCode::Char('l' | 'b') => here.into_iter().for_each(|line| line.stays = Stays::Other),
            KeyCode::Char(' ') => here.into_iter().for_each(Line::turn),
            KeyCode::Enter => return Did::Unites(self.union.statements()),
            KeyCode::Char('n') => return Did::Parts,
            _ => {}
        }
        Did::Stays
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        frame(paint, area, world.voice.say("compare-title"));
        let inside = Rect { x: area.x + 3, width: area.width.saturating_sub(5), ..area };
        let topic = (inside.width / 5).clamp(8, 22);
        let half = inside.width.saturating_sub(topic + 2) / 2;
        let columns = [inside.x + topic + 1, inside.x + topic + 2 + half];
        for (x, entity, letter) in [(columns[0], self.union.one, 'A'), (columns[1], self.union.other, 'B')] {
            paint.put(x, inside.y + 1, half, &format!("{letter}  {}", told(entity, world)), Role::Title);
        }
        let foot = self.foot(usize::from(inside.width).max(1), world);
        let room = usize::from(area.height).saturating_sub(4 + foot.len());
        let first = (self.at + 1).saturating_sub(room);
        for (n, line) in self.union.lines.iter().enumerate().skip(first).take(room) {
            let y = inside.y + 2 + (n - first) as u16;
            let here = n == self.at;
            if here {
                let marker = paint.signs().marker.to_string();
                paint.put(inside.x - 1, y, 1, &marker, Role::Marker);
            }
            let name = telling(world).topic(&line.topic);
            paint.put(inside.x, y, topic, &name, if here { Role::Cursor } else { Role::Label });
            for (x, text, stays) in
                cells(line, world).into_iter().zip(columns).map(|((text, stays), x)| (x, text, stays))
            {
                paint.put(x, y, half, &text, if stays { Role::Strong } else { Role::Label });
            }
        }
        let bottom = area.bottom().saturating_sub(2);
        if area.height > 2 {
            paint.put(inside.x, bottom, inside.width, world.voice.say("compare-keys"), Role::Label);
        }
        for ((line, role), y) in foot.iter().rev().zip((inside.y + 1..bottom).rev()) {
            paint.put(inside.x, y, inside.width, line, *role);
        }
    }

    /// What stands under the cursor in full, and what is kept of both.
    fn foot(&self, width: usize, world: &World) -> Vec<(String, Role)> {
        let here = self.union.lines.get(self.at);
        let result = here.and_then(|line| Some((line, line.result()?)));
        let result = result.map(|(line, worth)| {
            let args = [
                ("field", telling(world).topic(&line.topic).into()),
                ("value", telling(world).worth(&line.topic, Some(&worth)).into()),
            ];
            world.voice.tell("compare-stays", &args)
        });
        let result = result.unwrap_or_else(|| world.voice.say("compare-empty").to_owned());
        let kept = world.voice.tell("union-kept", &[("what", world.voice.kept(&self.union.kept).into())]);
        let lines =
            |text: &str, role| wrapped(text, width).into_iter().map(move |line| (line, role)).collect::<Vec<_>>();
        [lines(&result, Role::Strong), lines(&kept, Role::Quiet)].concat()
    }
}

/// Both words, and whether each stays; the sign says so without colour.
fn cells(line: &Line, world: &World) -> [(String, bool); 2] {
    let sides = [(&line.one, line.stays != Stays::Other), (&line.other, line.stays != Stays::One)];
    sides.map(|(worth, stays)| {
        let text = telling(world).worth(&line.topic, worth.as_ref());
        let sign = match (line.agrees(), stays) {
            (true, _) => '=',
            (false, true) => '✓',
            (false, false) => ' ',
        };
        (format!("{sign} {text}"), stays)
    })
}

fn telling<'w>(world: &'w World) -> Telling<'w> {
    Telling { voice: world.voice, playbook: world.playbook, records: world.book, today: world.today }
}

impl Cockpit {
    /// What both say is known: they are laid side by side.
    pub(in crate::cockpit) fn compare(&mut self, one: Entity, other: Entity, facts: &[Fact], world: &World) {
        let Some(union) = Union::of(world.book, one, other, facts) else { return };
        let list = match self.overlay.take() {
            Some(Overlay::Doubles(list)) => Some(list),
            _ => None,
        };
        self.overlay = Some(Overlay::Compare(Box::new(Compare::new(union, list))));
    }

    pub(in crate::cockpit) fn compare_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let Some(Overlay::Compare(compare)) = &mut self.overlay else { return Vec::new() };
        let (one, other) = (compare.union.one, compare.union.other);
        match compare.key(key) {
            Did::Stays => Vec::new(),
            Did::Cancel => {
                self.close_compare();
                Vec::new()
            }
            Did::Unites(said) => {
                self.close_compare();
                if let Some(Overlay::Doubles(doubles)) = &mut self.overlay {
                    doubles.forget(one, other);
                }
                self.enter(said, None, world)
            }
            Did::Parts => self.tell_apart(one, other, world),
        }
    }

    /// Back to the list, where one came from one.
    pub(super) fn close_compare(&mut self) {
        if let Some(Overlay::Compare(compare)) = &mut self.overlay {
            self.overlay = compare.list.take().map(Overlay::Doubles);
        }
    }
}
