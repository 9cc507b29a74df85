//! "Ne plus appeler", "retiré du fichier": oppositions that people wrote into any cell of a file. Looked for in every
//! text, because the law does not ask which column it stood in.

use crate::sales::{fact::Approach, moment::Day, words::fold::folded};

/// An opposition found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The channel; nothing means every channel.
    pub approach: Option<Approach>,
    /// The day the text gives.
    pub on: Option<Day>,
}

/// Folded phrases; the first that is found decides, so the narrow ones stand first.
const PHRASES: [(&str, Option<Approach>); 49] = [
    ("ne plus appeler", Some(Approach::Phone)),
    ("ne pas appeler", Some(Approach::Phone)),
    ("ne plus l appeler", Some(Approach::Phone)),
    ("ne pas l appeler", Some(Approach::Phone)),
    ("ne plus telephoner", Some(Approach::Phone)),
    ("ne pas telephoner", Some(Approach::Phone)),
    ("ne plus rappeler", Some(Approach::Phone)),
    ("plus d appel", Some(Approach::Phone)),
    ("stop appel", Some(Approach::Phone)),
    ("do not call", Some(Approach::Phone)),
    ("don t call", Some(Approach::Phone)),
    ("bloctel", Some(Approach::Phone)),
    ("stop sms", Some(Approach::Sms)),
    ("plus de sms", Some(Approach::Sms)),
    ("stop mail", Some(Approach::Mail)),
    ("stop e mail", Some(Approach::Mail)),
    ("stop email", Some(Approach::Mail)),
    ("plus de mail", Some(Approach::Mail)),
    ("plus d e mail", Some(Approach::Mail)),
    ("plus d email", Some(Approach::Mail)),
    ("ne plus ecrire", Some(Approach::Mail)),
    ("ne plus mailer", Some(Approach::Mail)),
    ("no email", Some(Approach::Mail)),
    ("do not email", Some(Approach::Mail)),
    ("desinscri", Some(Approach::Mail)),
    ("desabonn", Some(Approach::Mail)),
    ("unsubscribe", Some(Approach::Mail)),
    ("opt out", Some(Approach::Mail)),
    ("optout", Some(Approach::Mail)),
    ("stop courrier", Some(Approach::Post)),
    ("retire du fichier", None),
    ("retiree du fichier", None),
    ("retires du fichier", None),
    ("retirer du fichier", None),
    ("retirer de nos fichiers", None),
    ("retirer de vos fichiers", None),
    ("supprime du fichier", None),
    ("supprimer du fichier", None),
    ("ne plus contacter", None),
    ("ne pas contacter", None),
    ("ne plus le contacter", None),
    ("ne plus la contacter", None),
    ("ne plus demarcher", None),
    ("ne plus relancer", None),
    ("do not contact", None),
    ("droit d opposition", None),
    ("droit a l oubli", None),
    ("rgpd", None),
    ("gdpr", None),
];

/// What turns a phrase into a wish about the hour, not an opposition: "ne pas appeler avant 10 h".
const HOURS: [&str; 10] =
    ["avant", "apres", "le matin", "le midi", "le soir", "l apres", "le lundi", "le vendredi", "pendant", "entre"];

/// Words beside "RGPD" that say the contrary of an opposition.
const AGREED: [&str; 8] = ["ok", "oui", "consent", "accord", "accepte", "conforme", "signe", "yes"];

/// The opposition a text speaks of. Cheap on texts that have none.
pub fn found(text: &str) -> Option<Objection> {
    if !may_speak(text.as_bytes()) {
        return None;
    }
    let words = folded(text);
    let (at, phrase, approach) =
        PHRASES.iter().find_map(|(phrase, approach)| words.find(phrase).map(|at| (at, *phrase, *approach)))?;
    let after = words.get(at + phrase.len()..).unwrap_or_default().trim_start();
    let about_hours = phrase.starts_with("ne ") && HOURS.iter().any(|hour| after.starts_with(hour));
    let agreed = matches!(phrase, "rgpd" | "gdpr") && AGREED.iter().any(|word| words.contains(word));
    (!about_hours && !agreed).then(|| Objection { approach, on: day_in(text) })
}

/// The channel a word names (folded): nothing inside means every channel.
pub fn channel(word: &str) -> Option<Option<Approach>> {
    match word.trim() {
        "tous" | "tout" | "toutes" | "all" | "oui" | "yes" | "x" | "true" | "vrai" | "1" | "tous les canaux"
        | "every channel" | "all channels" => Some(None),
        "telephone" | "tel" | "appel" | "phone" | "call" => Some(Some(Approach::Phone)),
        "e mail" | "email" | "mail" | "courriel" => Some(Some(Approach::Mail)),
        "sms" | "texto" | "text" | "text message" => Some(Some(Approach::Sms)),
        "courrier" | "post" | "letter" => Some(Some(Approach::Post)),
        "reseaux sociaux" | "reseau social" | "social" | "social media" | "social networks" => {
            Some(Some(Approach::Social))
        }
        _ => None,
    }
}

/// The channel a column of oppositions names in its header (folded); nothing inside means every channel, nothing at all
/// that it names none: its cells have to.
pub fn of_header(header: &str) -> Option<Option<Approach>> {
    const NAMED: [(&str, Option<Approach>); 12] = [
        ("sms", Some(Approach::Sms)),
        ("mail", Some(Approach::Mail)),
        ("unsub", Some(Approach::Mail)),
        ("desinscri", Some(Approach::Mail)),
        ("desabonn", Some(Approach::Mail)),
        ("call", Some(Approach::Phone)),
        ("appeler", Some(Approach::Phone)),
        ("bloctel", Some(Approach::Phone)),
        ("telephon", Some(Approach::Phone)),
        ("contact", None),
        ("prospection", None),
        ("rgpd", None),
    ];
    NAMED.iter().find(|(word, _)| header.contains(word)).map(|(_, approach)| *approach)
}

/// A rare run of four letters of every phrase, looked for before anything is folded.
fn may_speak(text: &[u8]) -> bool {
    let low = |byte: u8| byte | 0x20;
    text.len() >= 4
        && text.array_windows::<4>().any(|[a, b, c, d]| {
            matches!(
                &[low(*a), low(*b), low(*c), low(*d)],
                b"ne p"
                    | b"us d"
                    | b"stop"
                    | b"rgpd"
                    | b"gdpr"
                    | b"bloc"
                    | b" not"
                    | b"on't"
                    | b"fich"
                    | b"insc"
                    | b"abon"
                    | b"unsu"
                    | b"opt-"
                    | b"opt "
                    | b"opto"
                    | b"oppo"
                    | b"oubl"
                    | b"no e"
            )
        })
}

/// The first `03/02/2026` or `3.2.2026` in a text.
pub(super) fn day_in(text: &str) -> Option<Day> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':')).find_map(|word| {
        let mut parts = word.trim_end_matches('.').split(['/', '.', '-']).map(|part| part.parse::<i32>().ok());
        match (parts.next()??, parts.next()??, parts.next()??, parts.next()) {
            (year, month, day, None) if year > 1900 => Day::of(year, month as u32, day as u32),
            (day, month, year, None) if year > 1900 => Day::of(year, month as u32, day as u32),
            (day, month, year, None) if (0..100).contains(&year) => Day::of(2000 + year, month as u32, day as u32),
            _ => None,
        }
    })
}

/// A name without the remark somebody put into it: `Dupont & Fils (NE PLUS APPELER)` → `Dupont & Fils`.
pub fn without(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(open) = rest.find(['(', '[']) {
        let Some(close) = rest[open..].find([')', ']']) else { break };
        let inside = &rest[open..=open + close];
        kept.push_str(&rest[..open]);
        if found(inside).is_none() {
            kept.push_str(inside);
        }
        rest = &rest[open + close + 1..];
    }
    kept.push_str(rest);
    let cut = [" - ", " – ", " — ", " / ", " : "].iter().find_map(|dash| {
        let (before, after) = kept.split_once(dash)?;
        found(after).is_some().then_some(before.len())
    });
    kept.truncate(cut.unwrap_or(kept.len()));
    let name = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if found(&name).is_some() { bare(&name) } else { name }
}

/// The remark stands in the open: what is before it is the name, if anything is.
fn bare(name: &str) -> String {
    let starts: Vec<usize> = name.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).collect();
    let cut = starts.into_iter().rev().find(|at| found(&name[*at..]).is_some());
    cut.map_or_else(String::new, |at| name[..at].trim_end_matches([' ', '-', ':', ',', '!', '*']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oppositions_are_found_in_any_wording() {
        for (text, expected) in [
            ("Dupont & Fils (NE PLUS APPELER)", Some(Approach::Phone)),
            ("ne pas appeler !!", Some(Approach::Phone)),
            ("Do not call", Some(Approach::Phone)),
            ("inscrit Bloctel", Some(Approach::Phone)),
            ("Désinscrit de la newsletter", Some(Approach::Mail)),
            ("UNSUBSCRIBED", Some(Approach::Mail)),
            ("stop mail", Some(Approach::Mail)),
            ("stop SMS svp", Some(Approach::Sms)),
            ("a demandé à être retiré du fichier le 03/02/2026", None),
            ("ne plus contacter", None),
            ("RGPD", None),
            ("opposition RGPD reçue", None),
        ] {
            assert_eq!(found(text).expect(text).approach, expected, "{text}");
        }
    }

    #[test]
    fn a_wish_about_the_hour_is_no_opposition() {
        for text in [
            "ne pas appeler avant 10 h",
            "ne plus appeler le matin",
            "Consentement RGPD : oui",
            "RGPD ok",
            "veut en savoir plus",
            "pas de budget cette année",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_in_the_text_is_the_day_of_the_opposition() {
        assert_eq!(found("retiré du fichier le 03/02/2026").unwrap().on, Day::of(2026, 2, 3));
        assert_eq!(found("RGPD (3.2.26)").unwrap().on, Day::of(2026, 2, 3));
        assert_eq!(found("RGPD 31/02/2026").unwrap().on, None);
    }

    #[test]
    fn the_name_is_left_without_the_remark() {
        for (text, name) in [
            ("Dupont & Fils (NE PLUS APPELER)", "Dupont & Fils"),
            ("Dupont (Nantes) (ne plus contacter)", "Dupont (Nantes)"),
            ("MOREAU - ne plus appeler", "MOREAU"),
            ("MOREAU ne plus appeler", "MOREAU"),
            ("NE PLUS APPELER", ""),
            ("Le Goff [RGPD", "Le Goff ["),
        ] {
            assert_eq!(without(text).trim_end_matches(" ["), name.trim_end_matches(" ["), "{text}");
        }
    }
}
