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

/// On the checklist.
const CHECKLIST: &[Command] = &[
    Command::Confirmed,
    Command::Assumed,
    Command::Denied,
    Command::Open,
    Command::Right,
    Command::Back,
    Command::Call,
    Command::NextStep,
    Command::Undo,
];

/// Wishes worth a hint here.
pub(super) fn here(focus: Focus, tab: Tab, part: Part) -> &'static [Command] {
    match focus {
        Focus::Dossier if part != Part::Sheet => ENTRIES,
        Focus::Dossier => DOSSIER,
        Focus::Columns if tab == Tab::Today => TODAY,
        Focus::Columns => COLUMNS,
        Focus::Checklist => CHECKLIST,
    }
}

/// What a wish is called here.
pub(super) fn word(command: Command, focus: Focus) -> &'static str {
    match (command, focus) {
        (Command::Right, _) => "command-right-part",
        (Command::Open, Focus::Dossier) => "command-open-edit",
        (Command::Open, Focus::Checklist) => "command-open-words",
        _ => command.text(),
    }
}
