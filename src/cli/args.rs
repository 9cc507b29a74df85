//! What may be said at the door: the commands and their words. Their help is in the texts (`cli-about-…`, `cli-arg-…`),
//! laid over the commands by [`command`]; nothing is done here.

use std::path::PathBuf;

use clap::{Args, ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::voice::Voice;

use super::stop::Stop;

/// Everything said at the door.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, color = ColorChoice::Never, disable_help_subcommand = true)]
pub(super) struct Said {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Wish>,
}

/// What holds for every command.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) store: Option<PathBuf>,
    #[arg(long, global = true, value_name = "fr|en", value_enum)]
    pub(super) lang: Option<Tongue>,
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub(super) author: Option<String>,
    #[arg(long, global = true, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) today: Option<String>,
    #[arg(long, global = true)]
    pub(super) json: bool,
}

/// A language by its two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Tongue {
    Fr,
    En,
}

/// One wish.
#[derive(Debug, Subcommand)]
pub(super) enum Wish {
    Import(Import),
    Add(Add),
    List(List),
    Today(Today),
    Show(Who),
    Set(Set),
    Log(Log),
    Send(Send),
    Sequence(Sequence),
    Qualify(Qualify),
    Move(Move),
    Buy(Buy),
    Lose(Lose),
    Score(Who),
    #[command(visible_alias = "snooze")]
    Next(Next),
    History(History),
    Doubles(Doubles),
    Retention(Retention),
    Merge(Merge),
    Undo(Undo),
    Forget(Forget),
    Redo,
    Export(Export),
    Backup(Backup),
    Restore(Restore),
    Config,
    Doctor(Doctor),
    Demo(Demo),
    Guide(Guide),
    Completions(Completions),
    Man,
}

/// A person, a company or a deal.
#[derive(Debug, Args)]
pub(super) struct Who {
    pub(super) who: String,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "HEADER=FIELD")]
    pub(super) map: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) rejects: Option<PathBuf>,
    #[command(flatten)]
    pub(super) memory: Memory,
    #[arg(long, conflicts_with_all = ["dry_run", "map", "sheet", "rejects", "remember", "no_memory"])]
    pub(super) facts: bool,
}

/// What becomes of mappings kept for files of the same headers.
#[derive(Debug, Args)]
pub(super) struct Memory {
    #[arg(long, requires = "map")]
    pub(super) remember: bool,
    #[arg(long)]
    pub(super) no_memory: bool,
}

#[derive(Debug, Args)]
pub(super) struct Add {
    #[arg(required = true, num_args = 1..)]
    pub(super) pieces: Vec<String>,
    #[arg(long)]
    pub(super) anyway: bool,
}

#[derive(Debug, Args)]
pub(super) struct List {
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Today {
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    #[arg(long, conflicts_with_all = ["limit", "print"])]
    pub(super) spread: bool,
    #[arg(long, value_name = "N", requires = "spread", value_parser = clap::value_parser!(u16).range(1..=10000))]
    pub(super) per_day: Option<u16>,
    #[arg(long, requires = "spread")]
    pub(super) dry_run: bool,
    #[arg(long, conflicts_with = "json")]
    pub(super) print: bool,
}

#[derive(Debug, Args)]
pub(super) struct Set {
    pub(super) who: String,
    #[arg(required = true, num_args = 1.., value_name = "FIELD=VALUE")]
    pub(super) fields: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Log {
    pub(super) who: String,
    pub(super) channel: String,
    #[arg(long)]
    pub(super) outcome: Option<String>,
    #[arg(long, allow_hyphen_values = true)]
    pub(super) note: Option<String>,
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub(super) next: Option<String>,
    #[arg(long, value_name = "WORDS", requires = "next", allow_hyphen_values = true)]
    pub(super) what: Option<String>,
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    pub(super) on: Option<String>,
    #[arg(long)]
    pub(super) theirs: bool,
}

#[derive(Debug, Args)]
pub(super) struct Send {
    pub(super) who: String,
    #[arg(long, value_name = "NAME")]
    pub(super) template: Option<String>,
    #[arg(long, value_name = "NAME=WORDS", allow_hyphen_values = true)]
    pub(super) with: Vec<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub(super) eml: Option<PathBuf>,
    #[arg(long)]
    pub(super) again: bool,
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Sequence {
    #[arg(required_unless_present = "rule")]
    pub(super) who: Option<String>,
    #[arg(value_name = "NAME")]
    pub(super) name: Vec<String>,
    #[arg(long, value_name = "WHY", num_args = 0..=1, default_missing_value = "", conflicts_with = "name")]
    pub(super) skip: Option<String>,
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "", conflicts_with = "who")]
    pub(super) rule: Option<String>,
    #[arg(long, value_name = "N", requires = "rule")]
    pub(super) limit: Option<usize>,
    #[arg(long, requires = "rule")]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Qualify {
    pub(super) who: String,
    #[arg(required = true, num_args = 1.., value_name = "CRITERION=ANSWER")]
    pub(super) answers: Vec<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) on: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Move {
    pub(super) deal: String,
    pub(super) stage: String,
    #[command(flatten)]
    pub(super) facts: StageFacts,
}

/// What a stage may ask for, given along with the move.
#[derive(Debug, Default, Args)]
pub(super) struct StageFacts {
    #[arg(long, allow_hyphen_values = true)]
    pub(super) amount: Option<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) closing: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub(super) quote: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "quote")]
    pub(super) number: Option<String>,
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub(super) exchange: Option<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) on: Option<String>,
    #[arg(long, value_name = "REASON")]
    pub(super) force: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Buy {
    pub(super) who: String,
    #[arg(allow_hyphen_values = true)]
    pub(super) amount: String,
    #[arg(long)]
    pub(super) proof: Option<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) on: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Lose {
    pub(super) deal: String,
    pub(super) reason: String,
    #[arg(value_name = "DETAIL")]
    pub(super) detail: Vec<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) on: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Next {
    pub(super) who: String,
    #[arg(value_name = "WHEN", allow_hyphen_values = true)]
    pub(super) when: String,
    #[arg(value_name = "WORDS")]
    pub(super) what: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct History {
    pub(super) who: Option<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Doubles {
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    #[arg(long, num_args = 2, value_name = "WHO", conflicts_with = "limit")]
    pub(super) apart: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Retention {
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct Merge {
    pub(super) one: String,
    pub(super) other: String,
    #[arg(long, value_name = "FIELD=a|b")]
    pub(super) keep: Vec<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Forget {
    pub(super) who: String,
    #[arg(long)]
    pub(super) objects: bool,
    #[arg(long)]
    pub(super) mentions: bool,
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Undo {
    #[arg(long, value_name = "ACT")]
    pub(super) act: Option<String>,
    #[arg(long, conflicts_with = "act")]
    pub(super) list: bool,
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "csv|xlsx|vcard|vcard3|ics|json", default_value = "csv")]
    pub(super) to: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["facts", "person"])]
    pub(super) into: Option<PathBuf>,
    #[arg(long = "for", value_name = "phone|mail|sms|post|social", conflicts_with_all = ["facts", "person"])]
    pub(super) channel: Option<String>,
    #[arg(long, conflicts_with_all = ["facts", "person"])]
    pub(super) excel: bool,
    #[arg(long, conflicts_with = "query")]
    pub(super) facts: bool,
    #[arg(long, requires = "query", conflicts_with = "facts")]
    pub(super) person: bool,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[arg(long)]
    pub(super) repair: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "N", default_value_t = super::demo::SIZE)]
    pub(super) size: usize,
}

#[derive(Debug, Args)]
pub(super) struct Guide {
    pub(super) topic: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_name = "bash|zsh|fish", value_enum)]
    pub(super) shell: clap_complete::Shell,
}

/// The commands with their help in the reader's language.
pub(super) fn command(voice: &Voice) -> clap::Command {
    let names: Vec<String> = Said::command().get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let whole = told(Said::command(), "", voice);
    names
        .into_iter()
        .fold(whole, |command, name| command.mut_subcommand(&name, |sub| told(sub, &format!("{name}-"), voice)))
}

fn told(command: clap::Command, prefix: &str, voice: &Voice) -> clap::Command {
    let about = format!("cli-about-{}", if prefix.is_empty() { "vigie" } else { prefix.trim_end_matches('-') });
    let template = format!("{{about}}\n\n{}\n  {{usage}}\n\n{{all-args}}\n", voice.say("cli-help-usage"));
    let root = prefix.is_empty();
    let mut command = command
        .about(voice.say(&about).to_owned())
        .help_template(template)
        .subcommand_help_heading(kept(voice, "cli-help-commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(clap::arg!(help: -h --help).action(clap::ArgAction::Help).display_order(200));
    if root {
        command = command.arg(clap::arg!(version: -V --version).action(clap::ArgAction::Version).display_order(201));
    }
    let mut order = if root { 100 } else { 0 };
    command.mut_args(|arg| {
        order += 1;
        let heading = if arg.is_positional() { "cli-help-arguments" } else { "cli-help-options" };
        let help = voice.say(&help_key(prefix, arg.get_id().as_str(), voice)).to_owned();
        let last = matches!(arg.get_id().as_str(), "help" | "version");
        let valued = arg.get_action().takes_values();
        let arg = arg.help(help).help_heading(kept(voice, heading));
        let arg = if valued { arg.hide_possible_values(true).hide_default_value(true) } else { arg };
        if last { arg } else { arg.display_order(order) }
    })
}

/// What could not be understood, in one sentence.
pub(super) fn misunderstood(error: &clap::Error, voice: &Voice) -> Stop {
    use clap::error::{ContextKind, ErrorKind};
    let said = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let arg = said(ContextKind::InvalidArg);
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "cli-args-unknown",
        ErrorKind::InvalidSubcommand => "cli-args-command",
        ErrorKind::MissingRequiredArgument => "cli-args-missing",
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => "cli-args-no_value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if said(ContextKind::ValidValue).is_empty() => {
            "cli-args-bad"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-args-value",
        ErrorKind::ArgumentConflict => "cli-args-conflict",
        ErrorKind::InvalidUtf8 => "cli-args-utf8",
        _ => "cli-args-other",
    };
    let word = match error.kind() {
        ErrorKind::InvalidSubcommand => said(ContextKind::InvalidSubcommand),
        _ => arg,
    };
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(said).concat();
    let args = [
        ("word", word.into()),
        ("value", said(ContextKind::InvalidValue).into()),
        ("known", said(ContextKind::ValidValue).into()),
        ("other", said(ContextKind::PriorArg).into()),
    ];
    let stop = Stop::input(voice.tell(key, &args));
    if meant.is_empty() { stop } else { stop.with_lines([voice.tell("cli-args-meant", &[("word", meant.into())])]) }
}

/// A heading for as long as the process lives, which is how clap wants it; there are few.
fn kept(voice: &Voice, key: &str) -> &'static str {
    voice.say(key).to_owned().leak()
}

/// The help of an argument: its command's own, else the one its name has everywhere.
fn help_key(prefix: &str, id: &str, voice: &Voice) -> String {
    let own = format!("cli-arg-{prefix}{id}");
    if voice.has(&own) { own } else { format!("cli-arg-{id}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::Language;

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for voice in [Voice::new(Language::Fr), Voice::new(Language::En)] {
            let whole = command(&voice);
            for sub in whole.get_subcommands() {
                assert!(voice.has(&format!("cli-about-{}", sub.get_name())), "{}", sub.get_name());
                for arg in sub.get_arguments() {
                    let key = help_key(&format!("{}-", sub.get_name()), arg.get_id().as_str(), &voice);
                    assert!(voice.has(&key), "{key}");
                }
            }
        }
    }

    #[test]
    fn the_commands_are_sound() {
        command(&Voice::new(Language::Fr)).debug_assert();
        command(&Voice::new(Language::En)).debug_assert();
    }
}
