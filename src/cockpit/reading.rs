//! A file read in: asked for, looked at before anything of it is entered, then entered; and what a long work reports.

use crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{
    Cockpit, Tab,
    effect::{Ask, Effect},
    form::{
        Form, Purpose,
        columns::{Chosen, Columns},
        draw::frame as box_of,
    },
    layout::middle,
    overlay::Overlay,
    parts::{Paint, bar, text, walk::walk},
    theme::Role,
    world::World,
};
use crate::sales::entity::Kind;

/// What a long work has to tell.
#[derive(Debug)]
pub struct Report {
    lines: Vec<String>,
    /// The first line that shows.
    top: usize,
    /// The file that was looked at: it can be entered now.
    file: Option<(String, Chosen)>,
}

/// What a key did to a report.
pub(super) enum Did {
    /// Scrolled.
    Stays,
    /// It is read.
    Closes,
    /// This file is to be entered.
    Enters((String, Chosen)),
}

impl Report {
    /// What was done.
    pub fn of(lines: Vec<String>) -> Self {
        Self { lines, top: 0, file: None }
    }

    /// What a file would do.
    pub fn before(lines: Vec<String>, file: String, chosen: Chosen) -> Self {
        Self { lines, top: 0, file: Some((file, chosen)) }
    }

    pub(super) fn key(&mut self, key: KeyCode) -> Did {
        match key {
            KeyCode::Enter => return self.file.take().map_or(Did::Closes, Did::Enters),
            KeyCode::Esc => return Did::Closes,
            key => self.top = walk(self.top, key, 10, self.lines.len()).unwrap_or(self.top),
        }
        Did::Stays
    }

    /// Draws it over the panes.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        let width = area.width.min(100);
        let room = usize::from(width.saturating_sub(6)).max(1);
        let shown: Vec<String> = self.lines.iter().skip(self.top).flat_map(|line| text::wrapped(line, room)).collect();
        let place = middle(area, width, (shown.len() as u16).saturating_add(3).min(area.height));
        let (title, keys) = match &self.file {
            Some(_) => ("pane-before-title", "pane-before-keys"),
            None => ("pane-report-title", "pane-report-keys"),
        };
        box_of(paint, place, world.voice.say(title));
        for (n, line) in shown.iter().take(usize::from(place.height.saturating_sub(3))).enumerate() {
            paint.put(place.x + 3, place.y + 1 + n as u16, room as u16, line, Role::Quiet);
        }
        if place.height > 2 {
            paint.put(place.x + 3, place.bottom() - 2, room as u16, world.voice.say(keys), Role::Label);
        }
    }
}

impl Cockpit {
    /// Looks at the file that was named; its form stays until it can be read.
    pub(super) fn look_at_file(&mut self, form: Box<Form>) -> Vec<Effect> {
        let path = form.text("path");
        self.overlay = Some(Overlay::Form(form));
        vec![Effect::Import { path, ask: Ask::Columns }]
    }

    /// The columns of the file that was named: what each is to be, before anything of it is looked at.
    pub(super) fn columns_told(&mut self, columns: Columns, world: &World) {
        self.overlay = Form::of_columns(columns, world).map(|form| Overlay::Form(Box::new(form)));
    }

    /// Looks at the file with its columns as they are chosen.
    pub(super) fn look_with(&mut self, form: &Form) -> Vec<Effect> {
        let Purpose::Columns(columns) = &form.purpose else { return Vec::new() };
        self.overlay = Some(Overlay::Progress(0, 0));
        vec![Effect::Import { path: columns.path.clone(), ask: Ask::Look(form.chosen(columns)) }]
    }

    pub(super) fn report_key(&mut self, key: KeyCode, world: &World) -> Vec<Effect> {
        let Some(Overlay::Report(report)) = &mut self.overlay else { return Vec::new() };
        match report.key(key) {
            Did::Stays => {}
            Did::Closes => {
                self.overlay = None;
                if world.book.count(Kind::Deal) == 0 && world.book.count(Kind::Contact) > 0 {
                    // People came without deals: the columns would be empty.
                    self.show_tab(Tab::Contacts);
                }
            }
            Did::Enters((path, chosen)) => {
                self.overlay = Some(Overlay::Progress(0, 0));
                return vec![Effect::Import { path, ask: Ask::Enter(chosen) }];
            }
        }
        Vec::new()
    }

    /// Why a long work could not be done: under the path where that was wrong.
    pub(super) fn failed(&mut self, why: String) {
        match &mut self.overlay {
            Some(Overlay::Form(form)) if form.purpose == Purpose::Import => form.refuse("path", why),
            _ => self.overlay = Some(Overlay::Report(Report::of(vec![why]))),
        }
    }

    /// How far a long work is; the form that asked for a file has done its part.
    pub(super) fn goes_on(&mut self, done: u64, total: u64) {
        let asked = matches!(&self.overlay, Some(Overlay::Form(form)) if form.purpose == Purpose::Import);
        if asked || matches!(self.overlay, Some(Overlay::Progress(..))) {
            self.overlay = Some(Overlay::Progress(done, total));
        }
    }
}

/// How far a long work is.
pub(super) fn progress(paint: &mut Paint, area: Rect, done: u64, total: u64, world: &World) {
    let title = world.voice.say(if total == 0 { "pane-import-title" } else { "pane-many-title" });
    progress_of(paint, area, title, (done, total), world);
}

/// The same of a work with a name of its own.
pub(super) fn progress_of(paint: &mut Paint, area: Rect, title: &str, (done, total): (u64, u64), world: &World) {
    let place = middle(area, 60, 5);
    // Nobody knows beforehand how many lines a file has.
    let file = total == 0;
    box_of(paint, place, title);
    let (x, room) = (place.x + 3, place.width.saturating_sub(6));
    if place.height < 5 {
        return;
    }
    let number = |count: u64| world.voice.number(count as i64);
    let args = [("done", number(done).into()), ("total", number(total).into())];
    let words = world.voice.tell(if file { "pane-import-progress" } else { "pane-many-progress" }, &args);
    paint.put(x, place.y + 1, room, &words, Role::Quiet);
    let scale = total.max(1).div_ceil(1_000_000);
    bar::draw(paint, x, place.y + 2, room, (done / scale) as u32, (total / scale) as u32);
    paint.put(x, place.y + 3, room, world.voice.say("pane-import-stop"), Role::Label);
}
