//! `vigie guide`: the trade and the program in plain words, from `assets/guide`. The keys it names are those in force.

use serde_json::json;

use crate::{
    cockpit::{
        command::{Command, Focus},
        keymap::Keymap,
        parts::text,
    },
    sales::words::fold::folded,
    voice::{Language, Voice},
};

use super::{
    args::Guide,
    hall::Hall,
    stop::{Done, Stop},
};

const FR: &str = include_str!("../../assets/guide/fr.md");
const EN: &str = include_str!("../../assets/guide/en.md");

/// Wider lines are hard to read.
const WIDEST: usize = 80;

/// A chapter.
struct Topic<'t> {
    key: &'t str,
    title: &'t str,
    text: String,
}

pub(super) fn run(hall: &mut Hall, said: &Guide) -> Done {
    let keys = hall.keys();
    hall.warn(keys.mistake.as_ref());
    let topics = topics(&hall.voice, &keys.value);
    let wanted = folded(&said.topic.join(" ")).into_owned();
    let chosen: Vec<&Topic> = topics.iter().filter(|topic| topic.is_about(&wanted)).collect();
    if chosen.is_empty() {
        let known: Vec<&str> = topics.iter().map(|topic| topic.key).collect();
        let args = [("topic", said.topic.join(" ").into()), ("known", known.join(", ").into())];
        return Err(Stop::input(hall.voice.tell("cli-guide-unknown", &args)));
    }
    for (at, topic) in chosen.iter().enumerate() {
        if at > 0 {
            hall.page.gap();
        }
        tell(hall, topic);
    }
    let all: Vec<_> =
        chosen.iter().map(|topic| json!({ "topic": topic.key, "title": topic.title, "text": topic.text })).collect();
    hall.page.json(&json!({ "topics": all }));
    Ok(super::stop::Code::Fine)
}

fn tell(hall: &mut Hall, topic: &Topic) {
    let width = hall.setup.look.width.map(|columns| columns.min(WIDEST));
    hall.page.line(&format!("{}  ({})", topic.title, topic.key));
    for line in topic.text.lines() {
        laid(line, width).iter().for_each(|line| hall.page.line(line));
    }
}

/// A line of the guide in lines of a width: what follows a dash stands under the words, commands stay whole.
fn laid(line: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width.filter(|_| !line.starts_with("    ")) else { return vec![line.to_owned()] };
    let (first, rest, words) = line.strip_prefix("- ").map_or(("", "", line), |words| ("- ", "  ", words));
    let lines = text::wrapped(words, width.saturating_sub(first.len()).max(1));
    let begun = |at: usize| if at == 0 { first } else { rest };
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", begun(at))).collect()
}

impl Topic<'_> {
    /// Nothing wanted means everything; else its key or words of its title.
    fn is_about(&self, wanted: &str) -> bool {
        wanted.is_empty() || folded(self.key).starts_with(wanted) || folded(self.title).contains(wanted)
    }
}

fn topics(voice: &Voice, keys: &Keymap) -> Vec<Topic<'static>> {
    let text = if voice.language() == Language::Fr { FR } else { EN };
    let chapters = text.split("# ").skip(1);
    let topic = |chapter: &'static str| {
        let (head, body) = chapter.split_once('\n')?;
        let (key, title) = head.split_once(" | ")?;
        Some(Topic { key, title, text: with_keys(body.trim_end(), voice, keys) })
    };
    chapters.filter_map(topic).collect()
}

/// `{call}` becomes `[a]`; what is typed gets quotes, marks of emphasis go.
fn with_keys(text: &str, voice: &Voice, keys: &Keymap) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or(("", piece));
        out.push_str(&key_of(name, voice, keys));
        out.push_str(rest);
    }
    quoted(&out.replace('*', ""), voice.language())
}

/// What is typed stands in the quotes of the language.
fn quoted(text: &str, language: Language) -> String {
    let quotes = if language == Language::Fr { ["«\u{a0}", "\u{a0}»"] } else { ["“", "”"] };
    let mut pieces = text.split('`');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (piece, quote) in pieces.zip(quotes.into_iter().cycle()) {
        out.push_str(quote);
        out.push_str(piece);
    }
    out
}

fn key_of(name: &str, voice: &Voice, keys: &Keymap) -> String {
    let shown = Command::named(name).and_then(|command| Focus::ALL.iter().find_map(|focus| keys.key(*focus, command)));
    shown.map(|chord| format!("[{}]", chord.shown(voice))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;

    fn both() -> [(&'static str, Voice); 2] {
        [(FR, Voice::new(Language::Fr)), (EN, Voice::new(Language::En))]
    }

    #[test]
    fn every_key_it_names_is_one() {
        let keys = Keymap::shipped().unwrap();
        for (text, voice) in both() {
            for piece in text.split('{').skip(1) {
                let name = piece.split_once('}').unwrap().0;
                assert!(!key_of(name, &voice, &keys).is_empty(), "{name}");
            }
        }
    }

    #[test]
    fn every_command_it_names_is_understood() {
        for (text, voice) in both() {
            let quoted = text.split('`').skip(1).step_by(2);
            let shown = text.lines().filter_map(|line| line.strip_prefix("    "));
            let commands: Vec<&str> = quoted.chain(shown).filter(|words| words.starts_with("vigie")).collect();
            assert!(commands.len() >= 8, "{commands:?}");
            for command in commands {
                let words = command.split(" > ").next().unwrap().replace("\"Tél. 2=téléphone\"", "tel=téléphone");
                let words = words.replace("\"Phone 2=phone\"", "tel=phone");
                let words: Vec<&str> = words.split(' ').collect();
                assert!(args::command(&voice).try_get_matches_from(words).is_ok(), "{command}");
            }
        }
    }

    #[test]
    fn both_languages_have_as_many_chapters_and_a_key_that_is_remapped_is_named() {
        let mut keys = Keymap::shipped().unwrap();
        keys.merge("[everywhere]\ncall = [\"w\"]\n").unwrap();
        let [fr, en] = both().map(|(_, voice)| topics(&voice, &keys));
        assert_eq!(fr.len(), en.len());
        assert!(fr.iter().any(|topic| topic.text.contains("[w] note un appel")));
    }

    #[test]
    fn lines_are_wrapped_under_their_dash_and_commands_stay_whole() {
        assert_eq!(laid("- un deux trois", Some(9)), ["- un deux", "  trois"]);
        assert_eq!(laid("    vigie import clients.csv", Some(9)), ["    vigie import clients.csv"]);
        assert_eq!(laid("un deux trois", None), ["un deux trois"]);
    }
}
