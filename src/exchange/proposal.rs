//! What becomes of a row: the statements it proposes, the verdict, and what was found on the way. Typed; no sentence.

use std::sync::Arc;

use crate::sales::{
    fact::{Approach, Statement},
    words::{Flaw, Repair},
};

use super::sniff::Foreign;

/// One row of a file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The line the row starts on.
    pub line: u64,
    /// What it says, ready to be recorded as one fact; empty where it was skipped or refused.
    pub statements: Vec<Statement>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What was mended, doubted or found.
    pub findings: Vec<Finding>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It names somebody new.
    Created,
    /// It says something new about somebody the portfolio or an earlier row knows.
    Updated,
    /// Nothing to record.
    Skipped(Skip),
    /// It cannot be recorded.
    Refused(Refusal),
}

/// Why a row has nothing to record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skip {
    /// No cell has anything in it.
    Empty,
    /// The very same row stands above.
    SameAs {
        /// On this line.
        line: u64,
    },
    /// All of it is known.
    Unchanged,
    /// A title above the headers.
    AboveHeader,
    /// The headers once more.
    HeaderAgain,
    /// What a spreadsheet counts below its rows.
    Total,
}

/// Why a row cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Neither a name, a company, an e-mail nor a phone.
    Nobody,
    /// Somebody who was forgotten and objects to being taken in again.
    Forgotten,
    /// A text longer than a text may be.
    TooLong {
        /// In this column.
        column: Arc<str>,
        /// The most bytes a text may have.
        max: usize,
    },
    /// The file could not be read any further.
    Broken {
        /// What the system said.
        reason: String,
    },
}

/// Something worth telling about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line the row starts on.
    pub line: u64,
    /// The column's header; empty where the whole row is meant.
    pub column: Arc<str>,
    /// What was found.
    pub kind: Found,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Mended with certainty.
    Repaired {
        /// How.
        repair: Repair,
        /// What stood there.
        from: String,
        /// What was read.
        to: String,
    },
    /// Not certain: the field was left empty, the text went to the note.
    Doubtful {
        /// Why.
        flaw: Flaw,
        /// What stood there.
        text: String,
    },
    /// Words nobody knows in a column of states; they went to the note.
    UnknownState {
        /// What stood there.
        text: String,
    },
    /// Said to be won or a client, without an amount: nothing proves a purchase. The words went to the note.
    PurchaseUnknown {
        /// What stood there.
        text: String,
    },
    /// An opposition was found and recorded.
    Opposed {
        /// The channel; nothing means every channel.
        approach: Option<Approach>,
        /// The words.
        text: String,
    },
    /// A temperature was set by hand, as the file says.
    Warmth {
        /// What stood there.
        text: String,
    },
    /// Lost, and nothing says why.
    LossUnknown {
        /// What stood there.
        text: String,
    },
    /// More cells than headers; they went to the note.
    Overlong {
        /// How many cells too many.
        extra: usize,
    },
    /// A quote was opened and never closed; the cell was cut at the line's end.
    Unclosed,
    /// Somebody of whom the row has one cell and nothing else.
    Alone {
        /// What stood there.
        text: String,
    },
    /// Somebody new who looks like somebody else by name and place: two records, worth a look.
    Like {
        /// The name.
        text: String,
        /// Who it looks like.
        other: Other,
        /// What says so: the word of a sign of [`crate::sales::double`].
        sign: &'static str,
    },
    /// A deal of an earlier file that waited for somebody of this number.
    Joined {
        /// The deal.
        text: String,
    },
    /// A deal of which the file says neither person nor company that is known.
    NoParty,
    /// An e-mail or phone that somebody of another name has too.
    Shared {
        /// The address or number.
        text: String,
    },
}

/// Who somebody new looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Other {
    /// Somebody of the portfolio, by name.
    Known(String),
    /// Somebody named on a row further up.
    Row(u64),
}

impl Found {
    /// The word in text keys: `import-found-…`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Repaired { .. } => "repaired",
            Self::Doubtful { .. } => "doubtful",
            Self::UnknownState { .. } => "unknown_state",
            Self::PurchaseUnknown { .. } => "purchase_unknown",
            Self::Opposed { .. } => "opposed",
            Self::Warmth { .. } => "warmth",
            Self::LossUnknown { .. } => "loss_unknown",
            Self::Overlong { .. } => "overlong",
            Self::Unclosed => "unclosed",
            Self::Alone { .. } => "alone",
            Self::Like { .. } => "like",
            Self::Joined { .. } => "joined",
            Self::NoParty => "no_party",
            Self::Shared { .. } => "shared",
        }
    }

    /// What stood in the cell; empty where the finding is about none.
    pub fn text(&self) -> &str {
        match self {
            Self::Repaired { from: text, .. }
            | Self::Doubtful { text, .. }
            | Self::UnknownState { text }
            | Self::PurchaseUnknown { text }
            | Self::Warmth { text }
            | Self::LossUnknown { text }
            | Self::Alone { text }
            | Self::Joined { text }
            | Self::Like { text, .. }
            | Self::Opposed { text, .. }
            | Self::Shared { text } => text,
            Self::Overlong { .. } | Self::Unclosed | Self::NoParty => "",
        }
    }
}

impl Verdict {
    /// The word in text keys: `import-verdict-…`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Skipped(_) => "skipped",
            Self::Refused(_) => "refused",
        }
    }
}

impl Skip {
    /// The word in text keys: `import-skip-…`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::SameAs { .. } => "same_as",
            Self::Unchanged => "unchanged",
            Self::AboveHeader => "above_header",
            Self::HeaderAgain => "header_again",
            Self::Total => "total",
        }
    }
}

impl Refusal {
    /// The word in text keys: `import-refusal-…`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Forgotten => "forgotten",
            Self::TooLong { .. } => "too_long",
            Self::Broken { .. } => "broken",
        }
    }

    /// What the system said; empty where it said nothing.
    pub fn text(&self) -> &str {
        match self {
            Self::Broken { reason } => reason,
            Self::Nobody | Self::Forgotten | Self::TooLong { .. } => "",
        }
    }
}

/// Why a file cannot be imported at all.
#[derive(Debug)]
pub enum Unreadable {
    /// Not a table.
    Foreign(Foreign),
    /// Facts, which `import --facts` reads.
    Facts,
    /// No column says who it is about.
    NobodyInIt {
        /// The headers, or the first cells.
        headers: Vec<String>,
    },
    /// A workbook that cannot be opened.
    Workbook {
        /// What is wrong with it.
        reason: String,
    },
    /// JSON that is none, or holds no objects.
    Json {
        /// What is wrong with it.
        reason: String,
    },
    /// `--sheet` names a sheet the workbook does not have.
    NoSuchSheet {
        /// The name.
        name: String,
        /// The sheets it has.
        sheets: Vec<String>,
    },
    /// `--map` names a header the file does not have.
    NoSuchHeader(String),
    /// `--map` names a field that does not exist.
    NoSuchField(String),
    /// Reading failed.
    Broken(std::io::Error),
}

impl Unreadable {
    /// The word in text keys: `import-unreadable-…`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Foreign(foreign) => foreign.key(),
            Self::Facts => "facts",
            Self::NobodyInIt { .. } => "nobody_in_it",
            Self::Workbook { .. } => "workbook",
            Self::Json { .. } => "json",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::NoSuchHeader(_) => "no_such_header",
            Self::NoSuchField(_) => "no_such_field",
            Self::Broken(_) => "broken",
        }
    }
}

impl From<std::io::Error> for Unreadable {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error)
    }
}
