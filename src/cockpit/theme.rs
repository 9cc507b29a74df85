//! How meanings look: roles to styles (data, `assets/themes`), and the signs a terminal can show. Meaning never hangs on
//! colour alone, so the monochrome theme loses nothing.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use thiserror::Error;

use crate::sales::fact::Temperature;

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $name:literal;)*) => {
        /// What a piece of text means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Role { $($(#[$doc])* $role,)* }

        const ROLES: &[(&str, Role)] = &[$(($name, Role::$role)),*];
    };
}

roles! {
    /// A heading.
    Title "title";
    /// The name of a field.
    Label "label";
    /// What matters most.
    Strong "strong";
    /// What matters least: last, never grey alone.
    Quiet "quiet";
    /// Lines between things.
    Rule "rule";
    /// The thing under the cursor.
    Cursor "cursor";
    /// The mark beside it.
    Marker "marker";
    /// Chaud.
    Hot "hot";
    /// Tiède.
    Warm "warm";
    /// Froid.
    Cold "cold";
    /// Overdue.
    Late "late";
    /// Due today.
    Today "today";
    /// Done, kept, gained.
    Good "good";
    /// Refused, lost.
    Bad "bad";
    /// A bar of a gauge.
    Bar "bar";
    /// The name of a key.
    Key "key";
    /// What just happened.
    Toast "toast";
    /// The next thing to ask.
    Question "question";
    /// Text being typed.
    Field "field";
    /// On its way to the journal.
    Waiting "waiting";
}

/// A theme file that cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ThemeFlaw {
    /// Not TOML: the line and what is wrong.
    #[error("{1}")]
    Syntax(usize, String),
    /// No theme of that name is shipped.
    #[error("{0}")]
    Name(String),
    /// No such role.
    #[error("{0}")]
    Role(String),
    /// Not a colour and not an attribute.
    #[error("{0}")]
    Look(String),
}

/// Styles by role, and the signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: Vec<Style>,
    /// What shapes may be drawn.
    pub signs: Signs,
}

/// The shapes on the screen: what UTF-8 offers or plain ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Whether text must be folded to ASCII too.
    pub ascii: bool,
    /// Horizontal line.
    pub rule: char,
    /// Vertical line.
    pub wall: char,
    /// Something was cut here.
    pub cut: char,
    /// The mark beside the cursor.
    pub marker: char,
    /// Chosen for what is done to many.
    pub mark: char,
    /// Kept.
    pub kept: char,
    /// Refused.
    pub refused: char,
    /// Parts of a bar, from one eighth to full.
    pub bar: [char; 8],
}

const FINE: Signs = Signs {
    ascii: false,
    rule: '─',
    wall: '│',
    cut: '…',
    marker: '▌',
    mark: '●',
    kept: '✓',
    refused: '✗',
    bar: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
};

/// Before a phone number and before an e-mail address; an ASCII terminal shows none.
pub const FINE_WAYS: [&str; 2] = ["☎ ", "✉ "];

const PLAIN: Signs = Signs {
    ascii: true,
    rule: '-',
    wall: '|',
    cut: '~',
    marker: '>',
    mark: '*',
    kept: 'v',
    refused: 'x',
    bar: [' ', ' ', ' ', '#', '#', '#', '#', '#'],
};

const SHIPPED: [(&str, &str); 4] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
    ("contrast", include_str!("../../assets/themes/contrast.toml")),
];

impl ThemeFlaw {
    /// The line of the file it stands in.
    pub fn line(&self, file: &str) -> Option<usize> {
        match self {
            Self::Syntax(line, _) => Some(*line),
            Self::Name(_) => None,
            Self::Role(word) | Self::Look(word) => line_with(file, word),
        }
    }
}

/// The first line, from 1, that has a word outside of comments.
pub(super) fn line_with(file: &str, word: &str) -> Option<usize> {
    let says = |line: &str| line.split('#').next().is_some_and(|said| said.contains(word));
    file.lines().position(says).map(|at| at + 1)
}

impl Theme {
    /// A shipped theme by its name; ASCII shapes where the terminal has no others.
    pub fn shipped(name: &str, ascii: bool) -> Result<Self, ThemeFlaw> {
        let file = SHIPPED.iter().find(|(shipped, _)| *shipped == name);
        let (_, text) = file.ok_or_else(|| ThemeFlaw::Name(name.to_owned()))?;
        Self::read(text, ascii)
    }

    /// Reads a theme: a line a role, words for its look.
    pub fn read(file: &str, ascii: bool) -> Result<Self, ThemeFlaw> {
        Self { styles: vec![Style::new(); ROLES.len()], signs: if ascii { PLAIN } else { FINE } }.with(file)
    }

    /// The same with the roles of a file looking as it says.
    pub fn with(mut self, file: &str) -> Result<Self, ThemeFlaw> {
        let table: BTreeMap<String, String> = toml::from_str(file)
            .map_err(|error| ThemeFlaw::Syntax(line_of(file, &error), error.message().to_owned()))?;
        for (name, look) in &table {
            let at = ROLES.iter().position(|(role, _)| role == name);
            let style = at.and_then(|at| self.styles.get_mut(at)).ok_or_else(|| ThemeFlaw::Role(name.clone()))?;
            *style = style_of(look)?;
        }
        Ok(self)
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// The role of a temperature.
    pub fn heat(temperature: Temperature) -> Role {
        match temperature {
            Temperature::Hot => Role::Hot,
            Temperature::Warm => Role::Warm,
            Temperature::Cold => Role::Cold,
        }
    }
}

/// The line a reader of TOML stopped at.
pub(super) fn line_of(file: &str, error: &toml::de::Error) -> usize {
    let before = error.span().and_then(|span| file.get(..span.start)).unwrap_or_default();
    before.matches('\n').count() + 1
}

fn style_of(look: &str) -> Result<Style, ThemeFlaw> {
    look.split_whitespace().try_fold(Style::new(), |style, word| {
        Ok(match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "italic" => style.add_modifier(Modifier::ITALIC),
            colour => style.fg(colour.parse::<Color>().map_err(|_| ThemeFlaw::Look(word.to_owned()))?),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_theme_reads_and_says_something_for_every_role() {
        for (name, text) in SHIPPED {
            Theme::shipped(name, false).unwrap();
            for (role, _) in ROLES {
                assert!(text.contains(&format!("\n{role} = ")), "{name}: {role}");
            }
        }
    }

    #[test]
    fn no_text_is_bright_black_and_mono_has_no_colour() {
        for (name, _) in SHIPPED {
            let theme = Theme::shipped(name, false).unwrap();
            for style in &theme.styles {
                assert_ne!(style.fg, Some(Color::DarkGray), "{name}");
                assert_eq!(style.bg, None, "{name}: the terminal's own background");
                assert!(name != "mono" || style.fg.is_none());
            }
        }
    }

    #[test]
    fn a_mistake_is_named() {
        assert_eq!(Theme::read("shout = \"red\"", false).unwrap_err(), ThemeFlaw::Role("shout".into()));
        assert_eq!(Theme::read("hot = \"rde\"", false).unwrap_err(), ThemeFlaw::Look("rde".into()));
    }
}
