//! Text that is typed and not yet entered: kept while one types, given back when it was given up, offered again when
//! the sitting was cut off.

use super::{
    Cockpit, GivenUp,
    command::{Command, Focus},
    dossier::{Part, Spot},
    effect::Effect,
    form::{self, Form, Purpose, Subject, many::Each},
    menu::{Act, Item, Menu},
    overlay::{Overlay, one_line},
    qualify,
    theme::Role,
    waiting::Returned,
    world::{self, World},
};
use crate::sales::entity::{Entity, Kind};

/// A text being typed: its place and its words.
pub type Typed = (String, String);

/// Texts that wait to be taken up again, latest first.
#[derive(Default)]
pub(super) struct Shelf {
    /// Of earlier sittings: they come back by themselves where they were typed.
    earlier: Vec<Typed>,
    /// Given up in this one: they come back when asked for.
    aside: Vec<Typed>,
}

impl Shelf {
    fn all(&self) -> impl Iterator<Item = &Typed> {
        self.earlier.iter().chain(&self.aside)
    }

    /// Nothing of these is offered again.
    pub(super) fn let_go(&mut self, gone: impl Fn(&Typed) -> bool) {
        self.earlier.retain(|typed| !gone(typed));
        self.aside.retain(|typed| !gone(typed));
    }

    fn forget(&mut self, place: &str, text: &str) {
        self.earlier.retain(|(known, _)| known != place);
        self.aside.retain(|(known, words)| (known.as_str(), words.as_str()) != (place, text));
    }
}

/// Where a text of another sitting was typed: behind that stands which one it was.
fn typed_at(place: &str) -> &str {
    place.split_once(" ~").map_or(place, |(place, _)| place)
}

/// Letters of a search that are worth keeping.
const LONG: usize = 6;
/// How many texts of earlier sittings are offered at once.
const OFFERED: usize = 9;

impl Cockpit {
    /// Everything that a dropped line would lose: what is on its way, then what is being typed.
    pub fn drafts(&self, world: &World) -> Vec<Typed> {
        let typing = self.typing(world);
        let waiting = self.waiting.typed().filter(|(place, _)| typing.as_ref().is_none_or(|(now, _)| now != place));
        waiting.cloned().chain(typing.clone()).collect()
    }

    /// What is being typed.
    fn typing(&self, world: &World) -> Option<Typed> {
        match &self.overlay {
            Some(Overlay::Form(form)) => (form.touched && is_kept(form)).then(|| form_draft(form, world)),
            Some(Overlay::Met(met)) => Some(form_draft(&met.form, world)),
            Some(Overlay::Palette(palette)) => search_draft(palette.text()),
            Some(_) => None,
            None => self.panes.dossier.draft().or_else(|| {
                let deal = self.subject().unwrap_or(Entity::fresh(Kind::Deal, 0));
                self.panes.qualify.draft(deal, world)
            }),
        }
    }

    pub(super) fn keep_drafts(&mut self, world: &World) -> Vec<Effect> {
        let new = self.drafts(world).into_iter().filter(|typed| !self.kept.contains(typed)).collect::<Vec<_>>();
        self.kept.retain(|(place, _)| new.iter().all(|(again, _)| again != place));
        self.kept.extend(new.iter().cloned());
        new.into_iter().map(|(place, text)| Effect::Draft { place, text }).collect()
    }

    /// What was kept is let go of once it is neither typed nor on its way any more.
    pub(super) fn drop_drafts(&mut self, world: &World) -> Vec<Effect> {
        if self.kept.is_empty() {
            return Vec::new();
        }
        let now = self.drafts(world);
        let lives = |(place, _): &Typed| now.iter().any(|(there, _)| there == typed_at(place));
        let (kept, gone): (Vec<_>, Vec<_>) = std::mem::take(&mut self.kept).into_iter().partition(lives);
        self.kept = kept;
        gone.into_iter().map(|(place, _)| Effect::DropDraft(place)).collect()
    }

    /// Texts of earlier sittings, oldest first: offered where nothing else is asked.
    pub(super) fn offer(&mut self, drafts: Vec<Typed>, world: &World) {
        self.panes.drafts.earlier = drafts.into_iter().rev().collect();
        let free = matches!(self.overlay, None | Some(Overlay::Menu(_)));
        if free && !self.panes.drafts.earlier.is_empty() {
            self.draft_list(world);
        }
    }

    /// The texts that were never validated: the one there is, or a list.
    pub(super) fn draft_list(&mut self, world: &World) {
        let all: Vec<Typed> = self.panes.drafts.all().cloned().collect();
        match all.as_slice() {
            [] => self.toast = Some((world.voice.say("toast-no-drafts").to_owned(), Role::Label)),
            [(place, text)] => self.draft_menu(place, text, world),
            several => {
                let item = |(letter, (place, text)): (char, &Typed)| Item {
                    letter,
                    label: told(place, text, world),
                    note: String::new(),
                    act: Act::Draft(place.clone(), text.clone()),
                };
                let items = ('a'..='z').zip(several).take(OFFERED).map(item).collect();
                let mut menu = Menu::new(world.voice.say("menu-drafts-title").to_owned(), items);
                world.voice.say("menu-drafts-words").clone_into(&mut menu.words);
                self.overlay = Some(Overlay::Menu(menu));
            }
        }
    }

    /// A text that was never validated, and what can be done with it.
    pub(super) fn draft_menu(&mut self, place: &str, text: &str, world: &World) {
        let (place, text) = (place.to_owned(), text.to_owned());
        let item =
            |letter, key: &str, act| Item { letter, label: world.voice.say(key).to_owned(), note: String::new(), act };
        let words = told(&place, &text, world);
        let gone = is_gone(&place, world);
        let resume = item('r', "menu-draft-resume", Act::Resume(place.clone(), text.clone()));
        let copy = item('c', "menu-draft-copy", Act::CopyDraft(place.clone(), text));
        // Its form can only be opened where the cards are marked, or the entry stands.
        let waits = ["form many ", "form correct "].iter().any(|form| place.starts_with(form));
        let items =
            [(!gone && !waits).then_some(resume), Some(copy), Some(item('x', "menu-draft-drop", Act::Drop(place)))];
        let title = match (gone, waits) {
            (true, _) => "menu-draft-gone",
            (_, true) => "menu-draft-waits",
            _ => "menu-draft-title",
        };
        let mut menu = Menu::new(world.voice.say(title).to_owned(), items.into_iter().flatten().collect());
        menu.words = words;
        self.overlay = Some(Overlay::Menu(menu));
    }

    /// Takes a text up where it was typed; where that is gone its words stay on the screen.
    pub(super) fn take_up(&mut self, place: &str, text: &str, world: &World) {
        let typed_at = typed_at(place);
        self.resume(typed_at, text, world);
        let typing = self.typing(world).filter(|(now, _)| now == typed_at);
        if typing.is_none() {
            return self.draft_menu(place, text, world);
        }
        self.panes.drafts.forget(place, text);
        // It is kept already: once it is entered it is let go of, however soon that is.
        self.kept.push((place.to_owned(), text.to_owned()));
        self.say_rest(world);
    }

    /// What was opened has a text of an earlier sitting: it is filled in again.
    pub(super) fn meet_draft(&mut self, world: &World) {
        if self.panes.drafts.earlier.is_empty() {
            return;
        }
        let place = match &self.overlay {
            Some(Overlay::Form(form)) if !form.touched => Some(form_draft(form, world).0),
            Some(_) => None,
            None => self.typing(world).map(|(place, _)| place),
        };
        let met =
            self.panes.drafts.earlier.iter().find(|(known, _)| Some(typed_at(known)) == place.as_deref()).cloned();
        if let Some((place, text)) = met {
            self.take_up(&place, &text, world);
            self.toast = Some((world.voice.say("toast-draft-met").to_owned(), Role::Label));
        }
    }

    /// Gives a text of an earlier sitting up.
    pub(super) fn drop_offered(&mut self, place: String, world: &World) -> Vec<Effect> {
        self.panes.drafts.earlier.retain(|(known, _)| *known != place);
        self.panes.drafts.aside.retain(|(known, _)| *known != place);
        if self.panes.drafts.all().next().is_some() {
            self.draft_list(world);
        }
        vec![Effect::DropDraft(place)]
    }

    /// Copies a text of an earlier sitting, which stays.
    pub(super) fn copy_offered(&mut self, place: &str, text: &str, world: &World) -> Vec<Effect> {
        self.draft_menu(place, text, world);
        let words = plain(text);
        let said = world.voice.tell("toast-copied", &[("text", words.as_str().into())]);
        self.toast = Some((said, Role::Toast));
        vec![Effect::Copy(words)]
    }

    /// How many texts are left, and the key to them.
    fn say_rest(&mut self, world: &World) {
        let count = self.panes.drafts.all().count();
        if count > 0 {
            let words = self.with_key_and(world, "toast-drafts-left", Command::Drafts, &[("count", count.into())]);
            self.toast = Some((words, Role::Label));
        }
    }

    /// A refused text comes back where it was typed; where another text is being typed it waits with the drafts.
    pub(super) fn hand_back(&mut self, returned: Returned, world: &World) -> Vec<Effect> {
        let free = self.overlay.is_none() && !self.takes_text();
        match returned {
            Returned { form: Some(form), .. } if free => self.overlay = Some(Overlay::Form(form)),
            Returned { typed: Some((place, text)), form: None } if free => self.resume(&place, &text, world),
            Returned { typed: Some((place, text)), .. } => {
                self.kept.retain(|(known, _)| *known != place);
                self.panes.drafts.earlier.insert(0, (place.clone(), text.clone()));
                return vec![Effect::Draft { place, text }];
            }
            Returned { .. } => {}
        }
        Vec::new()
    }

    /// Gives up what was typed: one key brings it back at once, the list of texts for as long as one sits here.
    pub(super) fn abandoned(&mut self, what: GivenUp, typed: Option<Typed>, world: &World) -> Vec<Effect> {
        if let Some((place, text)) = typed.filter(|(_, text)| !plain(text).trim().is_empty()) {
            self.panes.drafts.forget(&place, &text);
            self.panes.drafts.aside.insert(0, (place, text));
        }
        self.panes.given_up = Some(what);
        self.toast = Some((self.with_key(world, "toast-abandoned", Command::Undo), Role::Label));
        Vec::new()
    }

    /// What was given up comes back in its own place, or not at all.
    pub(super) fn give_back(&mut self, given_up: GivenUp, world: &World) -> Vec<Effect> {
        let effects = self.unfold(given_up, world);
        if let Some((place, text)) = self.typing(world) {
            self.panes.drafts.forget(&place, &text);
        }
        effects
    }

    fn unfold(&mut self, given_up: GivenUp, world: &World) -> Vec<Effect> {
        match given_up {
            GivenUp::Form(form) => self.overlay = Some(Overlay::Form(form)),
            GivenUp::Field(subject) if subject == self.subject() && self.panes.dossier.bring_back() => {
                self.focus = Focus::Dossier;
                self.stand_on_draft(world);
            }
            GivenUp::Words(subject) if subject == self.subject() && self.panes.qualify.bring_back() => {
                self.focus = Focus::Checklist;
            }
            GivenUp::Stray(text) => {
                self.panes.drafts.forget(BOX, &one_line(&text));
                return self.paste(&text, world);
            }
            GivenUp::Settings(settings) => {
                self.overlay = Some(Overlay::Settings(settings));
            }
            GivenUp::Field(_) | GivenUp::Words(_) | GivenUp::Kept(..) => {}
        }
        Vec::new()
    }

    /// The cursor goes to the field that is being typed; whether the sheet has it.
    fn stand_on_draft(&mut self, world: &World) -> bool {
        let Some((draft, _)) = self.panes.dossier.draft() else { return false };
        self.panes.dossier.part = Part::Sheet;
        let place = self.sheet_place();
        let rows = self.rows(world, place.width);
        let wanted = |spot: &Spot| match spot {
            Spot::Field(about, field) => field_place(*about, field.key) == draft,
            Spot::Own(about, at) => {
                world.playbook.fields().get(*at).is_some_and(|own| field_place(*about, &own.key) == draft)
            }
            _ => false,
        };
        let Some(at) = rows.iter().filter_map(|row| row.spot).position(|spot| wanted(&spot)) else { return false };
        self.panes.dossier.stand(at);
        self.panes.dossier.show(&rows, place);
        true
    }

    /// Takes a draft up where it was typed.
    pub(super) fn resume(&mut self, place: &str, text: &str, world: &World) {
        let mut words = place.split(' ');
        let kind = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        let about = |at: usize| rest.get(at).and_then(|word| word.parse::<Entity>().ok());
        match kind {
            "form" if self.fill_in(place, text, world) => {}
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
                let key = rest.get(1).copied().unwrap_or_default();
                if let Some((entity, field)) = about(0).zip(world.field(key)) {
                    self.show(entity, world);
                    self.settle(world);
                    self.panes.dossier.reopen(entity, key, field, text, world);
                    if !self.stand_on_draft(world) {
                        self.panes.dossier.reset();
                    }
                }
            }
            "words" => {
                let sure = qualify::sure(rest.get(2).copied().unwrap_or_default());
                if let Some(deal) = about(0).filter(|deal| world::case(world.book, *deal).is_some()) {
                    self.show(deal, world);
                    self.settle(world);
                    self.focus = Focus::Checklist;
                    self.panes.qualify.reopen(rest.get(1).copied().unwrap_or_default(), sure, text, world);
                }
            }
            BOX => self.find(text, world),
            _ => {}
        }
    }

    /// Puts a draft into the form that is open, where it is its own.
    fn fill_in(&mut self, place: &str, text: &str, world: &World) -> bool {
        let Some(Overlay::Form(form)) = &mut self.overlay else { return false };
        let own = form_place(form, world) == place;
        if own {
            form.restore(text, world);
        }
        own
    }

    fn resume_form(&mut self, name: &str, about: Option<Entity>, stage: Option<&str>, text: &str, world: &World) {
        let subject = about
            .and_then(|about| world::case(world.book, about))
            .map(|case| Subject { deal: case.deal.entity, party: super::party_of(&case) });
        let purpose = match (name, subject, about) {
            ("contact", ..) => Some(Purpose::NewContact),
            ("related", Some(subject), _) => {
                let role = super::wish::people::role(stage.unwrap_or_default());
                role.map(|role| Purpose::Related(subject, role))
            }
            ("import", ..) => Some(Purpose::Import),
            ("filter", ..) => Some(Purpose::Filter),
            ("deal", _, Some(party)) => Some(Purpose::NewDeal(party)),
            ("oppose", _, Some(party)) => Some(Purpose::Oppose(party)),
            ("complain", _, Some(party)) => Some(Purpose::Complain(party)),
            ("hand_over", Some(subject), _) => Some(Purpose::HandOver(subject)),
            ("pass_over", Some(subject), _) => Some(Purpose::PassOver(subject)),
            ("buy", Some(subject), _) => Some(Purpose::Buy(subject)),
            ("call", Some(subject), _) => Some(Purpose::Call(subject)),
            ("note", Some(subject), _) => Some(Purpose::Note(subject)),
            ("mail", Some(subject), _) => Some(Purpose::Mail(subject)),
            ("letter", Some(subject), _) => Some(Purpose::Letter(subject, stage.unwrap_or_default().to_owned())),
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
        let sends = self.waiting.letters.sends();
        if let Some(Overlay::Form(form)) = &mut self.overlay {
            if matches!(form.purpose, Purpose::Letter(..)) && !sends {
                form.only_copied(world);
            }
            form.restore(text, world);
            if form.is_flagged("sent") {
                world.voice.say("form-letter-maybe").clone_into(&mut form.hint);
            }
        }
    }
}

/// Where the draft of a search is kept.
const BOX: &str = "box";

/// The draft of a search that is worth keeping.
pub(super) fn search_draft(text: &str) -> Option<Typed> {
    (text.chars().count() >= LONG).then(|| (BOX.to_owned(), text.to_owned()))
}

/// What a text is about, and its words in one line.
fn told(place: &str, text: &str, world: &World) -> String {
    let who = about(place).and_then(|about| world::case(world.book, about)).map(|case| world::name(&case));
    let words = plain(text).lines().collect::<Vec<_>>().join(" · ");
    who.into_iter().chain([words]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" : ")
}

/// The words of a draft without the names of a form's rows.
fn plain(text: &str) -> String {
    let is_key =
        |key: &str| !key.is_empty() && key.chars().all(|sign| sign.is_ascii_lowercase() || "._:".contains(sign));
    let words = |line: &str| match line.split_once('=') {
        Some((key, _)) if is_key(key) && key.ends_with(':') => String::new(),
        Some((key, words)) if is_key(key) => form::unescaped(words),
        _ => line.to_owned(),
    };
    text.lines().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Whom or what a place is about.
fn about(place: &str) -> Option<Entity> {
    place.split(' ').find_map(|word| word.parse().ok())
}

/// What the place was about is not there any more. What had no name yet never was.
fn is_gone(place: &str, world: &World) -> bool {
    about(place).is_some_and(|about| !about.is_fresh() && world::case(world.book, about).is_none())
}

/// Whether what is typed into a form outlives the sitting. Of what is done to many, and of a correction, the text comes
/// back when the same is opened again: the cards are marked anew, and where its entry was said is known only then.
pub(super) fn is_kept(form: &Form) -> bool {
    !matches!(form.purpose, Purpose::Author | Purpose::Columns(_) | Purpose::Spread(_) | Purpose::Forget(_))
}

/// The place and the text of a form.
pub(super) fn form_draft(form: &Form, world: &World) -> Typed {
    (form_place(form, world), form.draft())
}

/// Where the draft of a form is kept: the form and what it is about.
fn form_place(form: &Form, world: &World) -> String {
    let about = match &form.purpose {
        form::Purpose::NewDeal(party) | form::Purpose::Oppose(party) | form::Purpose::Complain(party) => Some(*party),
        form::Purpose::Correct(correction) => Some(correction.entry.about()),
        purpose => purpose.subject(),
    };
    let stage = |to: usize| world.playbook.stages().get(to).map(|stage| stage.key.clone());
    let stage = match &form.purpose {
        form::Purpose::Move { to, .. } => stage(*to),
        form::Purpose::Letter(_, template) => Some(template.clone()),
        form::Purpose::Related(_, role) => Some(crate::voice::Word::text_key(role).to_owned()),
        form::Purpose::Many(crowd) => match crowd.each {
            Each::Move(to) => stage(to),
            Each::Step => Some("next".to_owned()),
            Each::Tag => Some("tag".to_owned()),
            Each::HandOver => Some("hand_over".to_owned()),
            Each::Aside { .. } => Some("aside".to_owned()),
        },
        form::Purpose::Correct(correction) => {
            correction.places.first().map(|place| format!("{}-{}-{}", place.fact.device, place.fact.seq, place.at))
        }
        _ => None,
    };
    let parts =
        [Some("form".to_owned()), Some(form.purpose.name().to_owned()), about.map(|about| about.to_string()), stage];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Where the draft of a field is kept.
fn field_place(about: Entity, key: &str) -> String {
    format!("field {about} {key}")
}
