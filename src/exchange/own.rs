//! Fields of the firm's own on their way in: known ones by the words of the settings, new ones because somebody asked
//! for a column to become one (`--map "Machine=champ"`). Settings are not written here.

use std::sync::{Mutex, PoisonError};

use crate::sales::{
    entity::Kind,
    fields::{Field, Holds},
    words::fold::folded,
};

/// A field of the firm's own.
#[derive(Clone, Debug)]
pub struct Own {
    /// Its key, whose it is, and what it holds.
    pub field: &'static Field,
    /// How files name it (folded).
    pub words: Vec<String>,
}

/// Columns are of fields that live for ever; those of settings are few, and each is made once.
static MADE: Mutex<Vec<&'static Field>> = Mutex::new(Vec::new());

/// The field of this key.
pub fn field(key: &str, about: Kind, holds: Holds) -> &'static Field {
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let same = |field: &&&Field| field.key == key && field.about == about && field.holds == holds;
    if let Some(field) = made.iter().find(same) {
        return field;
    }
    let key: &'static str = Box::leak(key.to_owned().into_boxed_str());
    let field: &'static Field = Box::leak(Box::new(Field { key, about, holds, words: &[] }));
    made.push(field);
    field
}

/// A field somebody asked for: `champ`, `champ:Parc machines`, `champ affaire:Machine`, `field company: Machines`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Whose it is to be; nothing leaves it to what the file is about.
    pub about: Option<Kind>,
    /// Its name; empty means that of its column.
    pub label: String,
}

/// Whether the right side of `--map` asks for a field.
pub fn wanted(target: &str) -> Option<Wanted> {
    let (word, label) = target.split_once(':').unwrap_or((target, ""));
    let word = folded(word.trim());
    let whose = ["champ", "field"].iter().find_map(|word_for| word.strip_prefix(word_for))?;
    let about = match whose.trim() {
        "" => None,
        "contact" | "personne" | "person" => Some(Kind::Contact),
        "entreprise" | "societe" | "company" => Some(Kind::Company),
        "affaire" | "deal" => Some(Kind::Deal),
        _ => return None,
    };
    Some(Wanted { about, label: label.trim().to_owned() })
}

/// `Parc machines` is `custom.parc_machines`; a number behind it where that is taken.
pub fn key_of(label: &str, taken: impl Fn(&str) -> bool) -> String {
    let words = folded(label);
    let plain: String = words.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let plain = if plain.trim_matches('_').is_empty() { "champ".to_owned() } else { plain };
    let first = format!("custom.{plain}");
    let others = (2..1000).map(|number| format!("{first}_{number}"));
    std::iter::once(first.clone()).chain(others).find(|key| !taken(key)).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_asked_for_with_or_without_its_name() {
        let of = |about, label: &str| Some(Wanted { about, label: label.to_owned() });
        assert_eq!(wanted("champ"), of(None, ""));
        assert_eq!(wanted("champ: Parc machines"), of(None, "Parc machines"));
        assert_eq!(wanted("Field company:Machines"), of(Some(Kind::Company), "Machines"));
        assert_eq!((wanted("champignon"), wanted("téléphone")), (None, None));
    }

    #[test]
    fn a_key_is_plain_and_free() {
        assert_eq!(key_of("Parc à machines n° 2", |_| false), "custom.parc_a_machines_n_2");
        assert_eq!(key_of("Machine", |key| key == "custom.machine"), "custom.machine_2");
        assert_eq!(key_of("机", |_| false), "custom.champ");
    }

    #[test]
    fn a_field_is_made_once() {
        let one = field("custom.test", Kind::Deal, Holds::Line);
        assert!(std::ptr::eq(one, field("custom.test", Kind::Deal, Holds::Line)));
        assert!(!std::ptr::eq(one, field("custom.test", Kind::Deal, Holds::Number)));
    }
}
