//! The letters Vigie comes with, in both languages.

use super::Template;

/// The language a letter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// French.
    Fr,
    /// English.
    En,
}

macro_rules! letters {
    ($folder:literal, $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/templates/", $folder, "/", $name, ".txt")))),*]
    };
}

const FRENCH: &[(&str, &str)] = letters!(
    "fr",
    "guide",
    "cas-client",
    "temoignage",
    "invitation",
    "devis-1",
    "devis-2",
    "devis-3",
    "bienvenue",
    "satisfaction",
    "avis",
    "renouvellement",
    "reactivation",
);

const ENGLISH: &[(&str, &str)] = letters!(
    "en",
    "guide",
    "case-study",
    "testimonial",
    "invitation",
    "quote-1",
    "quote-2",
    "quote-3",
    "welcome",
    "satisfaction",
    "review",
    "renewal",
    "reactivation",
);

/// The letters of a language.
pub fn shipped(tongue: Tongue) -> Vec<Template> {
    let letters = if tongue == Tongue::Fr { FRENCH } else { ENGLISH };
    letters.iter().map(|(name, text)| Template::read(name, text)).collect()
}

/// The same with the firm's own, which take the place of those of their name; its new ones come first.
pub fn mine(own: &[Template], tongue: Tongue) -> Vec<Template> {
    let shipped = shipped(tongue);
    let ours = |name: &str| own.iter().find(|own| own.name == name);
    let new = own.iter().filter(|own| shipped.iter().all(|known| known.name != own.name)).cloned();
    let known = shipped.iter().map(|known| ours(&known.name).unwrap_or(known).clone());
    new.chain(known).collect()
}
