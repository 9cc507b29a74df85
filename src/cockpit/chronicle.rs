//! Every act of everybody, latest first: who, when, what. Enter takes the chosen one back once what hangs on it is shown.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    Cockpit,
    effect::Effect,
    form::draw::frame,
    menu::{self, Item, Menu},
    overlay::Overlay,
    parts::{Paint, walk::walk},
    theme::Role,
    world::World,
};
use crate::{
    sales::{acts::Act, aftermath::Aftermath, fact::Stamp, history::Deed},
    voice::Telling,
};

/// How many acts are asked for at a time.
pub const PAGE: usize = 200;

/// A question about the past that [`super::run`] asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Past {
    /// The acts before this one; the latest where none is given.
    Acts(Option<Stamp>),
    /// What hangs on an act.
    Weigh(Box<Act>),
    /// An act is taken back.
    TakeBack(Box<Act>),
}

/// The list of acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chronicle {
    deeds: Vec<Deed>,
    at: usize,
    /// Older ones may be asked for.
    more: bool,
}

/// What a key did.
enum Did {
    Stays,
    Cancel,
    More(Stamp),
    Takes(Box<Act>),
    Dead,
}

impl Chronicle {
    fn new(deeds: Vec<Deed>, at: usize) -> Self {
        let at = at.min(deeds.len().saturating_sub(1));
        Self { more: deeds.len() == PAGE, deeds, at }
    }

    /// Older acts have come.
    fn extend(&mut self, older: Vec<Deed>) {
        self.more = older.len() == PAGE;
        self.deeds.extend(older);
    }

    fn key(&mut self, key: KeyEvent, page: usize) -> Did {
        let last = self.deeds.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter | KeyCode::Char('u') => return self.chosen(),
            key => self.at = walk(self.at, key, page, self.deeds.len()).unwrap_or(self.at),
        }
        match self.deeds.last() {
            Some(oldest) if self.more && self.at == last => {
                self.more = false;
                Did::More(oldest.act.stamp)
            }
            _ => Did::Stays,
        }
    }

    fn chosen(&self) -> Did {
        match self.deeds.get(self.at) {
            Some(deed) if deed.back.is_some() || deed.act.is_erased() => Did::Dead,
            Some(deed) => Did::Takes(Box::new(deed.act.clone())),
            None => Did::Stays,
        }
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        frame(paint, area, world.voice.say("chronicle-title"));
        let inside =
            Rect { x: area.x + 3, y: area.y + 1, width: area.width.saturating_sub(5), height: rows(area) as u16 };
        let first = (self.at + 1).saturating_sub(rows(area)).max(self.at.saturating_sub(rows(area) / 2));
        let first = first.min(self.deeds.len().saturating_sub(rows(area)));
        for (n, deed) in self.deeds.iter().enumerate().skip(first).take(rows(area)) {
            let line = Rect { y: inside.y + (n - first) as u16, height: 1, ..inside };
            row(paint, line, deed, n == self.at, world);
        }
        if self.deeds.is_empty() && inside.height > 0 {
            paint.put(inside.x, inside.y, inside.width, world.voice.say("chronicle-none"), Role::Quiet);
        }
        if area.height > 2 {
            paint.put(inside.x, area.bottom() - 2, inside.width, world.voice.say("chronicle-keys"), Role::Label);
        }
    }
}

fn rows(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(3))
}

fn row(paint: &mut Paint, line: Rect, deed: &Deed, here: bool, world: &World) {
    if here {
        let marker = paint.signs().marker.to_string();
        paint.put(line.x - 1, line.y, 1, &marker, Role::Marker);
    }
    let role = match (here, &deed.back) {
        (true, _) => Role::Cursor,
        (false, Some(_)) => Role::Label,
        (false, None) => Role::Quiet,
    };
    let when = world.voice.moment_short(deed.at, world.today);
    let day = world.voice.day_short(deed.at.day, world.today);
    let (whom, words) = telling(world).deed(deed);
    let back = deed.back.as_ref().map(|back| world.voice.taken_back(back)).unwrap_or_default();
    let words = format!("{words} {back}");
    // Where there is little room the author is told before it is taken back, not here.
    let (when, who, whom_wide) = match line.width {
        ..60 => (day, "", 12),
        60..100 => (when, deed.act.author.as_str(), 16),
        _ => (when, deed.act.author.as_str(), 24),
    };
    let narrow = line.width < 60;
    let cells = [(when.as_str(), if narrow { 9 } else { 18 }), (who, if narrow { 0 } else { 10 }), (&whom, whom_wide)];
    let mut x = line.x;
    for (text, wide) in cells.into_iter().filter(|(_, wide)| *wide > 0) {
        paint.put(x, line.y, wide, text, role);
        x += wide + 1;
    }
    paint.put(x, line.y, line.right().saturating_sub(x), words.trim_end(), role);
}

fn telling<'w>(world: &'w World) -> Telling<'w> {
    Telling { voice: world.voice, playbook: world.playbook, records: world.book, today: world.today }
}

impl Cockpit {
    pub(super) fn chronicle_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let page = rows(self.look.area).saturating_sub(2).max(1);
        let Some(Overlay::Chronicle(chronicle)) = &mut self.overlay else { return Vec::new() };
        let did = chronicle.key(key, page);
        self.panes.past_at = chronicle.at;
        match did {
            Did::Stays => Vec::new(),
            Did::Cancel => {
                self.overlay = None;
                Vec::new()
            }
            Did::More(before) => vec![Effect::Chronicle(Past::Acts(Some(before)))],
            Did::Takes(act) => vec![Effect::Chronicle(Past::Weigh(act))],
            Did::Dead => {
                self.toast = Some((world.voice.say("chronicle-dead").to_owned(), Role::Label));
                Vec::new()
            }
        }
    }

    /// Acts have come: the latest, or those before one.
    pub(super) fn acts(&mut self, deeds: Vec<Deed>, before: Option<Stamp>) {
        match &mut self.overlay {
            Some(Overlay::Chronicle(chronicle)) if before.is_some() => chronicle.extend(deeds),
            None if before.is_some() => {}
            None | Some(Overlay::Chronicle(_)) => {
                self.overlay = Some(Overlay::Chronicle(Box::new(Chronicle::new(deeds, self.panes.past_at))));
            }
            Some(_) => {}
        }
    }

    /// What hangs on an act is known: whether to take it back.
    pub(super) fn weighed(&mut self, act: Box<Act>, aftermath: &Aftermath, world: &World) {
        if !matches!(self.overlay, Some(Overlay::Chronicle(_))) {
            return;
        }
        let telling = telling(world);
        let when = world.voice.date(act.day);
        let mut words = vec![format!("{} ({}, {when})", telling.act(&act), act.author)];
        words.extend(telling.hanging(aftermath));
        let item =
            |letter, key: &str, act| Item { letter, label: world.voice.say(key).to_owned(), note: String::new(), act };
        let items = vec![
            item(menu::yes(world.voice), "menu-undo-yes", menu::Act::Past(Past::TakeBack(act))),
            item('n', "menu-undo-no", menu::Act::Past(Past::Acts(None))),
        ];
        let mut menu = Menu::new(world.voice.say("menu-undo-title").to_owned(), items);
        menu.words = words.join(" · ");
        menu.at = 1;
        self.overlay = Some(Overlay::Menu(menu));
    }
}
