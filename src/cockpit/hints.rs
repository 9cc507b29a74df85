//! Which keys the line at the bottom names where one stands, most useful first. What they do is [`super::wish`]'s.

use super::{
    Tab,
    command::{Command, Focus},
    dossier::Part,
};

/// On an exchange, a quote or an entry of the history.
const ENTRIES: &[Command] = &[
    Command::Open,
    Command::TakeBack,
    Command::Right,
    Command::Back,
    Command::MoveEntry,
    Command::Call,
    Command::Note,
    Command::Quote,
    Command::Find,
    Command::Undo,
];

/// On the list of the day.
const TODAY: &[Command] = &[
    Command::Call,
    Command::Mail,
    Command::NextStep,
    Command::Open,
    Command::Skip,
    Command::Qualify,
    Command::Find,
    Command::Undo,
    Command::Lost,
    Command::Meeting,
    Command::Note,
    Command::Mark,
    Command::Pipeline,
];

/// Among the cards.
const COLUMNS: &[Command] = &[
    Command::Open,
    Command::Call,
    Command::Stage,
    Command::NextStep,
    Command::Qualify,
    Command::Find,
    Command::NewContact,
    Command::Filter,
    Command::Note,
    Command::Won,
    Command::Lost,
    Command::Quote,
    Command::Mail,
    Command::Meeting,
    Command::Fold,
    Command::LostColumn,
    Command::Undo,
];

/// On the table of contacts.
const TABLE: &[Command] = &[
    Command::Open,
    Command::Call,
    Command::Query,
    Command::Segments,
    Command::Sort,
    Command::Filter,
    Command::NextStep,
    Command::Find,
    Command::NewContact,
    Command::Mark,
    Command::Mail,
    Command::Note,
    Command::Qualify,
    Command::Stage,
    Command::Meeting,
    Command::HandOver,
    Command::Tag,
    Command::Undo,
];

/// On the fiche.
const DOSSIER: &[Command] = &[
    Command::Open,
    Command::Right,
    Command::Back,
    Command::Call,
    Command::NextStep,
    Command::Qualify,
    Command::Stage,
    Command::Note,
    Command::NewDeal,
    Command::Find,
    Command::Undo,
];

/// On a question of the checklist, where letters are their words.
const QUESTION: &[Command] = &[
    Command::Confirmed,
    Command::Assumed,
    Command::Denied,
    Command::Open,
    Command::Right,
    Command::Back,
    Command::Undo,
];

/// On the synthesis below them.
const SYNTHESIS: &[Command] = &[
    Command::Open,
    Command::Right,
    Command::Back,
    Command::Call,
    Command::NextStep,
    Command::Note,
    Command::Find,
    Command::Undo,
];

/// Wishes worth a hint here.
pub(super) fn here(focus: Focus, tab: Tab, part: Part, asks: bool) -> &'static [Command] {
    match focus {
        Focus::Dossier if part != Part::Sheet => ENTRIES,
        Focus::Dossier => DOSSIER,
        Focus::Columns if tab == Tab::Today => TODAY,
        Focus::Columns | Focus::Table if tab == Tab::Contacts => TABLE,
        Focus::Columns | Focus::Table => COLUMNS,
        Focus::Checklist if asks => QUESTION,
        Focus::Checklist => SYNTHESIS,
    }
}

/// What a wish is called here.
pub(super) fn word(command: Command, focus: Focus, asks: bool) -> &'static str {
    match (command, focus) {
        (Command::Right, _) => "command-right-part",
        (Command::Open, Focus::Dossier) => "command-open-edit",
        (Command::Open, Focus::Checklist) if asks => "command-open-words",
        (Command::Open, Focus::Checklist) => "command-open-synthesis",
        _ => command.text(),
    }
}
