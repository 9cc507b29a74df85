//! Why a command stopped: a sentence with what happened, what is safe and what to do, and the code it leaves with.

use serde_json::{Value, json};

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Done.
    Fine = 0,
    /// Nothing was found.
    Nothing = 1,
    /// What was typed cannot be used, or there is no terminal.
    Input = 2,
    /// The settings cannot be used.
    Settings = 3,
    /// The store said no.
    Store = 4,
    /// Our fault.
    Bug = 5,
}

impl Code {
    /// Its name in JSON.
    fn key(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Nothing => "nothing_found",
            Self::Input => "input",
            Self::Settings => "settings",
            Self::Store => "store",
            Self::Bug => "bug",
        }
    }
}

/// A command that could not do what it was asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stop {
    /// What it leaves with.
    pub(super) code: Code,
    /// The whole of it in one sentence.
    pub(super) sentence: String,
    /// Lines below it: candidates, what is missing.
    pub(super) lines: Vec<String>,
    /// More of it for programs, under names of its own.
    pub(super) more: Vec<(&'static str, Value)>,
}

/// What every command gives back.
pub(super) type Done = Result<Code, Stop>;

impl Stop {
    /// What was typed cannot be used.
    pub(super) fn input(sentence: impl Into<String>) -> Self {
        Self::new(Code::Input, sentence)
    }

    /// Nothing was found.
    pub(super) fn nothing(sentence: impl Into<String>) -> Self {
        Self::new(Code::Nothing, sentence)
    }

    /// Any of them.
    pub(super) fn new(code: Code, sentence: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into(), lines: Vec::new(), more: Vec::new() }
    }

    /// With lines below.
    #[must_use]
    pub(super) fn with_lines(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lines.extend(lines);
        self
    }

    /// With something more for programs.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.more.push((name, value.into()));
        self
    }

    /// As JSON: `{"error":{"code":2,"kind":"input","message":"…"}}`.
    pub(super) fn json(&self) -> Value {
        let mut error = json!({ "code": self.code as u8, "kind": self.code.key(), "message": self.sentence });
        for (name, value) in &self.more {
            error[*name] = value.clone();
        }
        json!({ "error": error })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_an_object_with_its_code() {
        let stop = Stop::nothing("Personne.").with("near", json!(["Petit"]));
        let expected =
            json!({"error": {"code": 1, "kind": "nothing_found", "message": "Personne.", "near": ["Petit"]}});
        assert_eq!(stop.json(), expected);
    }
}
