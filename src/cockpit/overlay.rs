//! What lies over the panes and hears keys first: a form, a few choices, the box, the help, a report.

use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent};

use super::{
    Cockpit, GivenUp,
    asking::Asking,
    chronicle::Chronicle,
    command::Command,
    doubles::{self, Compare, Doubles, Met},
    draft,
    effect::Effect,
    event::Beside,
    filter::Choice,
    form::{self, Form, Purpose},
    menu::{self, Act, Item, Menu},
    palette::{self, Palette},
    reading::Report,
    retention::Retention,
    segments::Segments,
    settings::Settings,
    told,
    wish::subject,
    world::World,
};

/// What lies over the panes.
pub enum Overlay {
    /// A form.
    Form(Box<Form>),
    /// A few choices.
    Menu(Menu),
    /// The one box.
    Palette(Palette),
    /// A query above the table.
    Asking(Box<Asking>),
    /// Kept queries beside the table.
    Segments(Segments),
    /// The numbers of the score.
    Settings(Box<Settings>),
    /// Every act, latest first.
    Chronicle(Box<Chronicle>),
    /// The records that look alike.
    Doubles(Box<Doubles>),
    /// Whose data may not be kept any longer.
    Retention(Box<Retention>),
    /// Two of them side by side.
    Compare(Box<Compare>),
    /// Who is being entered looks like somebody known.
    Met(Box<Met>),
    /// A long work: so many of so many.
    Progress(u64, u64),
    /// Somebody is being forgotten, as this form said.
    Forgetting(Box<Form>, u64, u64),
    /// What a long work has to tell.
    Report(Report),
}

impl Overlay {
    /// What to do with an empty portfolio.
    pub fn greeting(world: &World) -> Self {
        let voice = world.voice;
        let item = |letter, key: &str, act| Item { letter, label: voice.say(key).to_owned(), note: String::new(), act };
        let items = vec![
            item('i', "menu-greeting-import", Act::Import),
            item('n', "menu-greeting-contact", Act::NewContact),
            item('d', "menu-greeting-demo", Act::Demo),
            item('q', "menu-greeting-quit", Act::Quit),
        ];
        let who = [("who", world.author.into())];
        let mut menu = Menu::new(voice.tell("menu-greeting-title", &who), items);
        voice.say("menu-greeting-words").clone_into(&mut menu.words);
        Self::Menu(menu)
    }

    /// Whether it is the greeting of an empty portfolio.
    pub fn greets(&self) -> bool {
        matches!(self, Self::Menu(menu) if menu.items.iter().any(|item| item.act == Act::Demo))
    }

    /// Whether to leave.
    pub fn leaving(world: &World) -> Self {
        let item =
            |letter, key: &str, act| Item { letter, label: world.voice.say(key).to_owned(), note: String::new(), act };
        let items = vec![item('q', "menu-quit-yes", Act::Quit), item('n', "menu-quit-no", Act::Stay)];
        Self::Menu(Menu::new(world.voice.say("menu-quit-title").to_owned(), items))
    }

    /// Words that came in at once: a search, a note about who is under the cursor, or a mistake.
    pub fn burst(text: &str, who: Option<String>, world: &World) -> Self {
        let voice = world.voice;
        let item = |letter, label: String, act| Item { letter, label, note: String::new(), act };
        let words = one_line(text);
        let search = voice.tell("menu-burst-search", &[("text", words.as_str().into())]);
        let jot = who.map(|who| voice.tell("menu-burst-note", &[("who", who.into())]));
        let items = [
            Some(item('c', search, Act::Search(words))),
            jot.map(|label| item('i', label, Act::Jot(text.to_owned()))),
            Some(item('n', voice.say("menu-burst-drop").to_owned(), Act::Stay)),
        ];
        Self::Menu(Menu::new(voice.say("menu-burst-title").to_owned(), items.into_iter().flatten().collect()))
    }

    /// The words that came in at once, while they are asked about.
    fn stray(&self) -> Option<&str> {
        let Self::Menu(menu) = self else { return None };
        menu.items.iter().rev().find_map(|item| match &item.act {
            Act::Jot(text) | Act::Search(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

impl Cockpit {
    /// Opens a form.
    pub(super) fn ask(&mut self, purpose: Purpose, world: &World) {
        let waiting: Vec<_> = self.waiting.statements().cloned().collect();
        let records = world.preview(&waiting);
        self.overlay = Form::new(purpose, world, &records).map(|form| Overlay::Form(Box::new(form)));
    }

    pub(super) fn overlay_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        if self.overlay.as_ref().is_some_and(Overlay::greets)
            && let Some(command @ (Command::Undo | Command::Redo)) = self.look.keys.command(self.focus, key)
        {
            return self.wish(command, world);
        }
        match &mut self.overlay {
            Some(Overlay::Form(form)) => match form.key(key, world) {
                form::Did::Submit => self.submit(world),
                form::Did::Cancel => self.cancel(world),
                form::Did::Edit(text) => {
                    // Kept before anything else has the terminal.
                    let mut effects = self.keep_drafts(world);
                    effects.push(Effect::Edit(text));
                    effects
                }
                form::Did::Nothing | form::Did::Changed => Vec::new(),
            },
            Some(Overlay::Menu(menu)) => match menu.key(key) {
                menu::Did::Stays => Vec::new(),
                menu::Did::Cancel => self.cancel(world),
                menu::Did::Takes(act) => self.act(act, world),
            },
            Some(Overlay::Palette(palette)) => match palette.key(key, world) {
                palette::Did::Stays => Vec::new(),
                palette::Did::Cancel => self.cancel(world),
                palette::Did::Takes(found) => {
                    let quest = palette.quest.take();
                    self.found(found, quest, world)
                }
                palette::Did::Acts(entity) => {
                    self.acts_menu(entity, world);
                    Vec::new()
                }
            },
            Some(Overlay::Asking(_)) => self.asking_key(key, world),
            Some(Overlay::Segments(_)) => self.segments_key(key, world),
            Some(Overlay::Settings(_)) => self.settings_key(key, world),
            Some(Overlay::Chronicle(_)) => self.chronicle_key(key, world),
            Some(Overlay::Doubles(_)) => self.doubles_key(key, world),
            Some(Overlay::Retention(_)) => self.retention_key(key, world),
            Some(Overlay::Compare(_)) => self.compare_key(key, world),
            Some(Overlay::Met(met)) => match met.menu.key(key) {
                menu::Did::Stays => Vec::new(),
                menu::Did::Takes(Act::Met(choice)) => self.met(choice, world),
                menu::Did::Takes(_) | menu::Did::Cancel => self.met(doubles::Choice::Back, world),
            },
            Some(Overlay::Report(_)) => {
                let effects = self.report_key(key.code, world);
                self.offer_to_spread(world);
                effects
            }
            Some(Overlay::Progress(..)) if key.code == KeyCode::Esc => {
                self.overlay = None;
                vec![Effect::Stop]
            }
            Some(Overlay::Forgetting(..)) if key.code == KeyCode::Esc => vec![Effect::Stop],
            Some(Overlay::Progress(..) | Overlay::Forgetting(..)) | None => Vec::new(),
        }
    }

    fn cancel(&mut self, world: &World) -> Vec<Effect> {
        self.panes.greeted |= self.overlay.as_ref().is_some_and(Overlay::greets);
        if let Some(text) = self.overlay.as_ref().and_then(Overlay::stray).map(str::to_owned) {
            self.overlay = None;
            let kept = draft::search_draft(&one_line(&text));
            return self.abandoned(GivenUp::Stray(text), kept, world);
        }
        let Some(Overlay::Form(form)) = self.overlay.take() else { return Vec::new() };
        if form.purpose == Purpose::Author {
            // Facts need an author; without a name nothing can be entered, so the question stays.
            self.overlay = Some(Overlay::Form(form));
        } else if form.touched {
            let typed = draft::is_kept(&form).then(|| draft::form_draft(&form, world));
            return self.abandoned(GivenUp::Form(form), typed, world);
        }
        Vec::new()
    }

    pub(super) fn submit(&mut self, world: &World) -> Vec<Effect> {
        let Some(Overlay::Form(form)) = &mut self.overlay else { return Vec::new() };
        let Some(said) = form.submit(world) else { return Vec::new() };
        if self.must_insist(world) {
            return Vec::new();
        }
        let Some(Overlay::Form(form)) = self.overlay.take() else { return Vec::new() };
        match form.purpose {
            Purpose::Letter(..) => self.send_letter(said, form, world),
            Purpose::Author => vec![Effect::Author(form.text("author"))],
            Purpose::Many(ref crowd) => {
                let crowd = crowd.clone();
                self.enter_many(form, &crowd, world)
            }
            Purpose::Spread(_) => self.enter_spread(form, world),
            Purpose::Filter => {
                let text = form.text("query");
                let choice = if text.is_empty() { Choice::All } else { Choice::Query(text) };
                self.narrow(&choice, world);
                Vec::new()
            }
            Purpose::Import => self.look_at_file(form),
            Purpose::Columns(_) => self.look_with(&form),
            Purpose::Forget(ref weighed) => {
                let weighed = Rc::clone(weighed);
                self.enter_forget(form, &weighed)
            }
            Purpose::NewContact => self.enter_new(said, form, world),
            _ => self.enter(said, Some(form), world),
        }
    }

    pub(super) fn act(&mut self, act: Act, world: &World) -> Vec<Effect> {
        self.overlay = None;
        match act {
            Act::Stage(to) => return self.move_to(to, world),
            Act::Delete(said) => return self.delete(said, world),
            Act::Say(said) => return self.enter(said, None, world),
            Act::Relate(role) => self.find_for(role, world),
            Act::Recall(recall) => return vec![Effect::Recall(recall)],
            Act::Quit => return vec![Effect::Quit],
            // The question of a double answers for itself.
            Act::Stay | Act::Met(_) => {}
            Act::Enrol(sequence, deals) => return self.enrol(sequence.as_deref(), deals, world),
            Act::Proposed(sequence) => self.ask_proposed(sequence, world),
            Act::LookAtProposed(sequence) => self.look_at_proposed(sequence, world),
            Act::NotNow(sequence) => self.panes.today.declined.push(sequence),
            Act::PassOver => self.ask_to_pass_over(world),
            Act::Write(template) => self.write(template, world),
            Act::NoteMail(theirs) => self.note_mail(theirs, world),
            Act::Search(words) => self.find(&words, world),
            Act::Jot(text) => self.jot(&text, world),
            Act::Past(past) => return vec![Effect::Chronicle(past)],
            Act::Import => self.ask(Purpose::Import, world),
            Act::NewContact => self.ask(Purpose::NewContact, world),
            Act::Demo => return vec![Effect::Demo],
            Act::Draft(place, text) => self.draft_menu(&place, &text, world),
            Act::Resume(place, text) => self.take_up(&place, &text, world),
            Act::CopyDraft(place, text) => return self.copy_offered(&place, &text, world),
            Act::Drop(place) => return self.drop_offered(place, world),
            Act::On(entity, command) => return self.act_on(entity, command, world),
            Act::Undo => return vec![Effect::Undo(true)],
            Act::Archives => self.archives(world),
            Act::Forget(whom) => return self.forget_these(vec![whom], world),
            Act::Settings => self.open_settings(world),
            Act::Filter(choice) => self.narrow(&choice, world),
        }
        Vec::new()
    }

    /// A note about who is under the cursor, begun with a text.
    fn jot(&mut self, text: &str, world: &World) {
        let Some(case) = self.case(world) else { return };
        self.ask(Purpose::Note(subject(&case)), world);
        if let Some(Overlay::Form(form)) = &mut self.overlay {
            form.paste_into("note", text, world);
        }
    }

    pub(super) fn beside(&mut self, beside: Beside, world: &World) -> Vec<Effect> {
        match beside {
            Beside::Retained(silent) => self.retained(silent),
            Beside::ToForget(weighed) => self.ask_whether_to_forget(*weighed, world),
            Beside::Forgotten | Beside::NotForgotten(_) => self.forgetting(beside, world),
            Beside::Progress { .. } if matches!(self.overlay, Some(Overlay::Forgetting(..))) => {
                self.forgetting(beside, world);
            }
            Beside::Progress { done, total } => self.goes_on(done, total),
            Beside::Doubles(pairs) => self.doubles_found(pairs),
            Beside::Acts(deeds, before) => self.acts(deeds, before),
            Beside::Weighed(act, aftermath) => self.weighed(act, &aftermath, world),
            Beside::Entered { .. } | Beside::Refused(..) => self.many_done(beside, world),
            Beside::Done(lines) => {
                self.waiting.well();
                self.panes.today.brimful = true;
                self.overlay = Some(Overlay::Report(Report::of(lines)));
            }
            Beside::Columns(columns) => self.columns_told(columns, world),
            Beside::Looked(lines, file, chosen) => {
                self.overlay = Some(Overlay::Report(Report::before(lines, file, chosen)));
            }
            Beside::Failed(why) => self.failed(why),
        }
        Vec::new()
    }

    /// What would be taken back is old or somebody else's: whether to go on.
    pub(super) fn ask_undo(&mut self, what: String, author: &str, world: &World) {
        let title = world.voice.tell("menu-undo-older", &[("what", what.into()), ("who", author.into())]);
        let item =
            |letter, key: &str, act| Item { letter, label: world.voice.say(key).to_owned(), note: String::new(), act };
        let items =
            vec![item(menu::yes(world.voice), "menu-undo-yes", Act::Undo), item('n', "menu-undo-no", Act::Stay)];
        let mut menu = Menu::new(world.voice.say("menu-undo-title").to_owned(), items);
        menu.words = title;
        // Enter by habit changes nothing that is old or somebody else's.
        menu.at = 1;
        self.overlay = Some(Overlay::Menu(menu));
    }
}

/// A text without its line ends.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a taken-back act was, in words.
pub fn act_words(statements: &[crate::sales::fact::Statement], label: Option<&str>, world: &World) -> String {
    match label {
        Some(label) => world.voice.tell("toast-long", &[("what", label.into())]),
        // Whoever was created by it is no longer in the book, and keeps the name in these words.
        None => told::act(world, &world.preview(statements), statements),
    }
}
