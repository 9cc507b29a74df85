//! Our own faults: a panic is caught, written down, and told in one sentence with where.

use std::{
    fs,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

static WORDS: Mutex<Option<String>> = Mutex::new(None);

/// A file that may grow no more is a trouble to be told; unheard, its signal would end us without a word.
pub(super) fn outlive_full_files() {
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()).ok();
}

/// Keeps what a panic says instead of printing it: a contained one is nobody's business, and no terminal shall get it.
pub(super) fn listen() {
    panic::set_hook(Box::new(|info| {
        let words = words(info);
        *WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(words);
    }));
}

fn words(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let trace = std::backtrace::Backtrace::force_capture();
    format!("vigie {}\n{place}\n{}\n\n{trace}\n", env!("CARGO_PKG_VERSION"), text.unwrap_or_default())
}

/// Writes the details of the last panic into a folder; says where, if it could.
pub(super) fn write_down(folder: &Path) -> Option<PathBuf> {
    let words = WORDS.lock().unwrap_or_else(PoisonError::into_inner).take()?;
    let path = folder.join(format!("panne-{}.txt", std::process::id()));
    fs::create_dir_all(folder).and_then(|()| fs::write(&path, words)).ok().map(|()| path)
}
