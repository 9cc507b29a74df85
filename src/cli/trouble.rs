//! What goes wrong at the desk, as the command line ends with it.

use crate::{desk::Trouble, log::Cause, voice::Voice};

use super::stop::{Code, Stop};

/// A trouble of the desk: its sentence, and the code it leaves with.
pub(super) fn stop(trouble: &Trouble, voice: &Voice) -> Stop {
    let code = match trouble {
        Trouble::NothingToUndo | Trouble::NothingToRedo => Code::Nothing,
        Trouble::Refused(Cause::TooLong { .. }, _) | Trouble::Forgotten(_) => Code::Input,
        Trouble::Store(_)
        | Trouble::Refused(..)
        | Trouble::Uncertain(_)
        | Trouble::Delayed(_)
        | Trouble::Unread
        | Trouble::NoWriter => Code::Store,
    };
    Stop::new(code, sentence(trouble, voice))
}

/// A trouble as a sentence of its own. A file keeps its name.
pub(super) fn sentence(trouble: &Trouble, voice: &Voice) -> String {
    let text = trouble.tell(voice);
    let file = match trouble {
        Trouble::Store(cause) => cause.path(),
        _ => None,
    };
    if file.is_some_and(|file| text.starts_with(&*file.to_string_lossy())) {
        return text;
    }
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
