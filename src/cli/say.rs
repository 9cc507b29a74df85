//! Words the command line shares: labels of settings, words for the keys of facts, reasons of readings. The texts
//! themselves are the voice's.

use crate::{
    sales::{
        agenda::Next,
        fact::{Approach, Channel, Direction, Outcome, Permission, Proof, QuoteState, Sure},
        moment::{Day, Moment},
        playbook::{Label, Playbook},
        stage::Missing,
        status::Status,
        words::fold::folded,
    },
    voice::{Arg, Language, Voice},
};

/// Arguments of a text.
pub(super) type Args<'a> = Vec<(&'a str, Arg)>;

/// A label of the settings in the reader's language.
pub(super) fn label<'l>(voice: &Voice, label: &'l Label) -> &'l str {
    match voice.language() {
        Language::Fr => &label.fr,
        Language::En => &label.en,
    }
}

/// The name of a stage.
pub(super) fn stage<'p>(voice: &Voice, playbook: &'p Playbook, at: usize) -> &'p str {
    playbook.stages().get(at).map_or("", |stage| label(voice, &stage.label))
}

/// The name of a reason of loss by its key.
pub(super) fn loss<'p>(voice: &'p Voice, playbook: &'p Playbook, key: &'p str) -> &'p str {
    match playbook.losses().iter().find(|loss| loss.key == key) {
        Some(loss) => label(voice, &loss.label),
        None if key.is_empty() => voice.say("loss-unknown"),
        None => key,
    }
}

/// The word of a status.
pub(super) fn status(voice: &Voice, status: Status) -> String {
    voice.say(&format!("status-{}", status.key())).to_owned()
}

/// The key of anything whose JSON form is a word, as text keys use it.
pub(super) fn key<T: serde::Serialize>(word: T) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The word of a value whose texts are named `family-key`.
pub(super) fn word<T: serde::Serialize>(voice: &Voice, family: &str, value: T) -> String {
    voice.say(&format!("{family}-{}", key(value))).to_owned()
}

/// How an exchange is called: a call made or received, a mail, a visit.
pub(super) fn exchange(voice: &Voice, channel: Channel, direction: Direction) -> String {
    voice.say(&format!("exchanged-{}-{}", key(channel), key(direction))).to_owned()
}

/// When something is to be done, in words.
pub(super) fn due(voice: &Voice, moment: Moment, today: Day) -> String {
    let late = today.since(moment.day);
    let day = if late > 0 { voice.late(late) } else { voice.day_short(moment.day, today) };
    match moment.hour {
        Some(hour) => format!("{day} {hour}"),
        None => day,
    }
}

/// The next step of a card, in words.
pub(super) fn next(voice: &Voice, next: &Next<'_>, today: Day) -> String {
    match next {
        Next::Fixed(step) if step.what.is_empty() => due(voice, step.due, today),
        Next::Fixed(step) => format!("{}{}{}", due(voice, step.due, today), voice.say("cli-colon"), step.what),
        Next::Suggested { due: day, because, .. } => {
            let when = due(voice, Moment::from(*day), today);
            let why = voice.reason(&because.reason());
            voice.tell("cli-next-suggested", &[("when", when.into()), ("why", why.into())])
        }
        Next::Paused { because } => voice.tell("cli-next-paused", &[("why", voice.reason(&because.reason()).into())]),
    }
}

/// What is missing to enter a stage, with the flag that gives it.
pub(super) fn missing(voice: &Voice, missing: &Missing, playbook: &Playbook, deal: &str) -> String {
    let criteria = match missing {
        Missing::Qualified { open } => open.iter().map(|key| criterion(voice, playbook, key)).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let key = match missing {
        Missing::Qualified { .. } => "cli-missing-qualified",
        Missing::Amount => "cli-missing-amount",
        Missing::Closing => "cli-missing-closing",
        Missing::Quote => "cli-missing-quote",
        Missing::ExchangeAfterQuote => "cli-missing-exchange",
        Missing::Purchase => "cli-missing-purchase",
        Missing::LossReason => "cli-missing-loss",
    };
    let args = [("open", criteria.len().into()), ("criteria", criteria.join(", ").into()), ("deal", deal.into())];
    voice.tell(key, &args)
}

/// The name of a criterion by its key.
pub(super) fn criterion(voice: &Voice, playbook: &Playbook, key: &str) -> String {
    let known = playbook.criterion(key);
    known.map_or_else(|| key.to_owned(), |criterion| label(voice, &criterion.label).to_owned())
}

/// Whether a typed word is one of a text's, which holds several parted by commas.
fn is_one_of(voices: &[Voice], key: &str, word: &str) -> bool {
    voices.iter().any(|voice| voice.has(key) && voice.say(key).split(',').any(|known| folded(known) == word))
}

/// What a person types for a word of facts, in either language: its key, its name, or one of its synonyms
/// (`cli-words-<family>-<key>`).
pub(super) struct Reader {
    voices: [Voice; 2],
}

impl Reader {
    /// Of both languages.
    pub(super) fn new() -> Self {
        Self { voices: [Voice::new(Language::Fr), Voice::new(Language::En)] }
    }

    fn one<T: Copy + serde::Serialize>(&self, family: &str, all: &[T], text: &str) -> Option<T> {
        let word = folded(text).into_owned();
        let matches = |value: &&T| {
            let key = key(**value);
            folded(&key) == word
                || is_one_of(&self.voices, &format!("{family}-{key}"), &word)
                || is_one_of(&self.voices, &format!("cli-words-{family}-{key}"), &word)
        };
        all.iter().find(matches).copied()
    }

    /// A channel.
    pub(super) fn channel(&self, text: &str) -> Option<Channel> {
        self.one("channel", &CHANNELS, text)
    }

    /// An outcome.
    pub(super) fn outcome(&self, text: &str) -> Option<Outcome> {
        use Outcome::{CallBack, Message, NoAnswer, Reached};
        self.one("outcome", &[Reached, NoAnswer, Message, CallBack], text)
    }

    /// How sure an answer is.
    pub(super) fn sure(&self, text: &str) -> Option<Sure> {
        self.one("sure", &[Sure::Unknown, Sure::Assumed, Sure::Confirmed, Sure::No], text)
    }

    /// A proof of purchase.
    pub(super) fn proof(&self, text: &str) -> Option<Proof> {
        self.one("proof", &[Proof::SignedQuote, Proof::Order, Proof::Contract], text)
    }

    /// A channel of approach, or all of them: nothing in it.
    pub(super) fn approach(&self, text: &str) -> Result<Option<Approach>, ()> {
        let word = folded(text).into_owned();
        if is_one_of(&self.voices, "approach-all", &word) || is_one_of(&self.voices, "cli-words-approach-all", &word) {
            return Ok(None);
        }
        self.one("approach", &Approach::ALL, text).map(Some).ok_or(())
    }

    /// Whether a word is one of a list of words.
    pub(super) fn is(&self, key: &str, text: &str) -> bool {
        is_one_of(&self.voices, key, &folded(text))
    }
}

/// Every channel, in the order they are listed.
pub(super) const CHANNELS: [Channel; 17] = [
    Channel::Call,
    Channel::Mail,
    Channel::Sms,
    Channel::Letter,
    Channel::Meeting,
    Channel::Visit,
    Channel::Form,
    Channel::Download,
    Channel::Webinar,
    Channel::Fair,
    Channel::QuoteRequest,
    Channel::DemoRequest,
    Channel::Comparison,
    Channel::Page,
    Channel::Click,
    Channel::Social,
    Channel::Note,
];

/// What was said on a channel, in words.
pub(super) fn permission(voice: &Voice, approach: Option<Approach>, permission: Permission) -> String {
    let channel = approach.map_or_else(|| voice.say("approach-all").to_owned(), |a| word(voice, "approach", a));
    voice.tell(&format!("cli-permission-{}", key(permission)), &[("channel", channel.into())])
}

/// What became of a quote.
pub(super) fn quote(voice: &Voice, state: QuoteState) -> String {
    word(voice, "quote", state)
}
