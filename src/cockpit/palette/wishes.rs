//! The actions of the box, by their names in both languages and by what people call them.

use std::sync::OnceLock;

use crate::{
    cockpit::command::Command,
    sales::fields::folded,
    voice::{Language, Voice},
};

/// How many actions are offered beside people.
const MOST: usize = 6;

/// An action and the words that find it, the telling ones first.
struct Named {
    command: Command,
    names: String,
    synonyms: &'static str,
    helps: String,
}

/// Every action, in the order of the help. Moving about and the answers of the checklist are none.
pub fn all() -> impl Iterator<Item = Command> {
    let offered = |command: &Command| !command.is_move() && !command.is_answer() && *command != Command::Find;
    Command::ALL.iter().copied().filter(offered)
}

/// Actions that have every word typed, those called so first.
pub fn fitting(typed: &str) -> Vec<Command> {
    let typed = folded(typed).into_owned();
    let mut fitting: Vec<(usize, Command)> =
        table().iter().filter_map(|named| Some((named.rank(&typed)?, named.command))).collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting.into_iter().map(|(_, command)| command).take(MOST).collect()
}

/// The action on somebody that a word means: the beginning of its name or of what people call it.
pub fn named(word: &str) -> Option<Command> {
    let word = folded(word).into_owned();
    let ranked = table().iter().filter(|named| named.command.is_about_somebody() && word.len() > 1);
    let called = ranked.filter_map(|named| Some((named.rank(&word)?, named.command))).filter(|(rank, _)| *rank <= 1);
    called.min_by_key(|(rank, _)| *rank).map(|(_, command)| command)
}

impl Named {
    /// How far from the name the worst of the words stands; nothing where one is missing.
    fn rank(&self, typed: &str) -> Option<usize> {
        let places = [self.names.as_str(), self.synonyms, self.helps.as_str()];
        let begins = |text: &str, word: &str| text.split(' ').any(|known| known.starts_with(word));
        let rank = |word| places.iter().position(|text| begins(text, word));
        typed.split(' ').map(rank).try_fold(0, |worst, rank| Some(worst.max(rank?)))
    }
}

/// Made at the first search; both languages, for a firm speaks one and its software often another.
fn table() -> &'static [Named] {
    static TABLE: OnceLock<Vec<Named>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let voices = [Voice::new(Language::Fr), Voice::new(Language::En)];
        let both = |key: &str| folded(&voices.each_ref().map(|voice| voice.say(key)).join(" ")).into_owned();
        let named = |command: Command| Named {
            command,
            names: both(command.text()),
            synonyms: synonyms(command),
            helps: both(command.help()),
        };
        all().map(named).collect()
    })
}

/// What people call an action beside its name, folded.
fn synonyms(command: Command) -> &'static str {
    match command {
        Command::Call => "tel telephone telephoner appeler phone ring sonne coup de fil",
        Command::Note => "note sms texto courrier signal info echange memo letter text",
        Command::Mail => "email courriel e mel message ecrire write",
        Command::Print => "papier feuille fichier paper sheet file",
        Command::Meeting => "rendez vous rdv visite agenda appointment visit",
        Command::NextStep => "relance relancer rappel rappeler reporter todo tache reminder follow up later",
        Command::Qualify => "checklist besoin budget delai decideur need timing",
        Command::Sequence => "relances automatiques cadence nurturing campagne sequence drip",
        Command::Framework => "bant champ meddic meddpicc methode grille framework methodology",
        Command::Stage => "deplacer pipeline colonne move column",
        Command::Quote => "proposition offre chiffrage proposal offer estimate",
        Command::Won => "signe signer vendu vente achat commande sold sale purchase order win",
        Command::Lost => "perdre abandon refus lose",
        Command::NewContact => "ajouter creer client prospect lead add create",
        Command::NewDeal => "ajouter creer projet opportunite opportunity project add create",
        Command::Oppose => "rgpd opposition desinscrire stop gdpr unsubscribe opt out",
        Command::Sheet => "fiche champs dossier coordonnees fields details",
        Command::Exchanges => "historique appels conversation calls log",
        Command::Quotes => "achats liste purchases list",
        Command::Past => "passe journal modifications audit changes trail",
        Command::TakeBack => "effacer enlever remove erase",
        Command::MoveEntry => "deplacer mauvaise personne wrong move",
        Command::Delete => "effacer detruire remove erase",
        Command::Forget => "rgpd effacer oubli gdpr erase erasure",
        Command::Complain => "plainte probleme sav litige problem issue",
        Command::HandOver => "confier collegue responsable proprietaire assign owner colleague",
        Command::Relate => {
            "decideur influence prescripteur utilisateur payeur parrain recommande employeur role lien link"
        }
        Command::Archive => "mettre de cote ranger masquer hide shelve",
        Command::Undo => "defaire retour revenir back",
        Command::Redo => "refaire again",
        Command::Drafts => "texte brouillon perdu reprendre text lost",
        Command::Copy => "presse papier clipboard",
        Command::History => "journal actes annuler log acts undo",
        Command::Retention => "rgpd cnil conservation silencieux purge gdpr silent",
        Command::Doubles => "doublon fusionner reunir meme personne duplicate merge",
        Command::Import => "csv excel fichier tableur file spreadsheet",
        Command::Help => "touches raccourcis clavier manuel keys shortcuts manual",
        Command::Quit => "fermer sortir exit close",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_first_by_its_name_in_both_languages() {
        for voice in [Voice::new(Language::Fr), Voice::new(Language::En)] {
            for command in all() {
                let name = voice.say(command.text());
                let found = fitting(name);
                assert!(found.contains(&command), "{name}: {found:?}");
            }
        }
    }

    #[test]
    fn what_people_call_an_action_finds_it() {
        for (typed, command) in [
            ("rdv", Command::Meeting),
            ("tel", Command::Call),
            ("relance", Command::NextStep),
            ("devis", Command::Quote),
            ("quote", Command::Quote),
            ("Étape", Command::Stage),
            ("signé", Command::Won),
            ("csv", Command::Import),
            ("raccourcis", Command::Help),
        ] {
            assert_eq!(fitting(typed).first(), Some(&command), "{typed}");
        }
        assert_eq!(fitting("zzz"), []);
    }

    #[test]
    fn only_an_action_on_somebody_is_named_beside_a_person() {
        assert_eq!(named("rdv"), Some(Command::Meeting));
        assert_eq!(named("csv"), None);
        assert_eq!(named("m"), None, "one letter names nothing");
    }
}
