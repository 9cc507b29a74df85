//! Which rows a question has: from the field catalogue, from what a stage still misses, from what a call needs.

use super::{
    Form, Purpose,
    row::{Choice, Row},
};
use crate::{
    cockpit::{
        theme::FINE_WAYS,
        told,
        world::{self, World},
    },
    sales::{
        agenda,
        book::{OwnedCase, Records},
        card,
        entity::Entity,
        fact::{Approach, Role},
        fields,
        holidays::next_working,
        in_use::InUse,
        law::Verdict,
        moment::Day,
        playbook::Criterion,
        score,
        stage::{self, Missing},
        temperature,
    },
    voice::Language,
};

impl Form {
    /// The form for a purpose; nothing where what it is about is gone.
    pub fn new(purpose: Purpose, world: &World, records: &dyn Records) -> Option<Self> {
        let case = purpose.subject().map(|deal| case_of(&purpose, deal, records));
        let case = match case {
            Some(None) => return None,
            Some(found) => found,
            None => None,
        };
        let rows = rows(&purpose, world, case.as_ref())?;
        let title = title(&purpose, world, case.as_ref(), records);
        let hint = hint(&purpose, world, case.as_ref());
        let dial = dial(&purpose, world, case.as_ref());
        let offers = rows.iter().any(|row| matches!(row.key.as_str(), "tag" | "query"));
        let in_use = if offers { InUse::of(world.book) } else { InUse::default() };
        let mut form = Self { purpose, title, rows, at: 0, touched: false, own_step: false, hint, dial, in_use };
        form.refresh(world);
        form.at = form.first_asked();
        Some(form)
    }

    /// Where the caret starts: a purchase mostly knows its amount, and its proof is what one is asked.
    fn first_asked(&self) -> usize {
        let proves = self.rows.iter().any(|row| row.key == "proof");
        let asked = |row: &Row| !row.optional && !row.hidden && row.text().is_empty();
        self.rows.iter().position(asked).filter(|_| proves).unwrap_or_default()
    }

    /// Rows that another row makes matter, or not.
    pub fn refresh(&mut self, world: &World) {
        self.propose(world);
        match &self.purpose {
            Purpose::Many(crowd) => self.hint = crowd.told(self, world),
            Purpose::Spread(_) => self.hint = super::spread::told(self, world),
            _ => {}
        }
        self.offer_tags(world);
        self.offer_query(world);
        self.offer_columns(world);
        let later = self.text("synthesis") == "nurture";
        for row in &mut self.rows {
            match row.key.as_str() {
                "contact.note" => row.hidden = row.text().is_empty(),
                "nurture" => row.hidden = !later,
                "forced" => row.hidden = later,
                "sent" | "insist" => row.hidden = true,
                _ => {}
            }
        }
    }
}

fn case_of(purpose: &Purpose, deal: Entity, records: &dyn Records) -> Option<OwnedCase> {
    let party = purpose.about().and_then(|subject| subject.party);
    world::case(records, deal).or_else(|| world::case(records, party?))
}

fn title(purpose: &Purpose, world: &World, case: Option<&OwnedCase>, records: &dyn Records) -> String {
    match purpose {
        Purpose::Many(crowd) => return crowd.title(world, crowd.len()),
        Purpose::Forget(weighed) => {
            return world.voice.tell("form-forget", &[("who", weighed.title(world.voice).into())]);
        }
        _ => {}
    }
    let party = match purpose {
        Purpose::NewDeal(party) | Purpose::Oppose(party) | Purpose::Complain(party) => world::case(records, *party),
        Purpose::Correct(correction) => world::case(records, correction.entry.about()),
        _ => None,
    };
    let named = if is_to_somebody(purpose) { person_and_firm } else { world::name };
    let who = case.or(party.as_ref()).map(named).unwrap_or_default();
    let stage = match purpose {
        Purpose::Move { to, .. } => world.playbook.stages().get(*to).map(|stage| world.label(&stage.label).to_owned()),
        Purpose::Related(_, role) => {
            Some(world.voice.say(&format!("menu-{}", crate::voice::Word::text_key(role))).to_owned())
        }
        _ => None,
    };
    let key = format!("form-{}", purpose.name());
    world.voice.tell(&key, &[("who", who.into()), ("stage", stage.unwrap_or_default().into())])
}

/// Whether one speaks or writes to a person, or is about to.
fn is_to_somebody(purpose: &Purpose) -> bool {
    use Purpose::{Call, Letter, Mail, Meeting, NextStep, Note};
    matches!(purpose, Call(_) | Note(_) | Mail(_) | Letter(..) | Meeting(_) | NextStep(_))
}

/// Whom to ask for, then where: in little room the firm is what is cut.
fn person_and_firm(case: &OwnedCase) -> String {
    let firm = world::name(case);
    let person = case.contact.as_ref().map(crate::sales::contact::Contact::name).unwrap_or_default();
    if person.is_empty() || person == firm { firm } else { format!("{person} · {firm}") }
}

fn hint(purpose: &Purpose, world: &World, case: Option<&OwnedCase>) -> String {
    use crate::sales::qualification::is_qualified;
    let unqualified = case.is_some_and(|case| !is_qualified(&case.deal, world.playbook));
    match purpose {
        Purpose::Quote(_) if unqualified => world.voice.say("form-quote-unqualified").to_owned(),
        Purpose::Call(_) => case.map(|case| before_calling(world, case)).unwrap_or_default(),
        Purpose::Letter(..) => case.map(|case| super::letter::hint(world, case)).unwrap_or_default(),
        Purpose::PassOver(_) => case.and_then(|case| told::sequence(world, &case.as_case())).unwrap_or_default(),
        Purpose::Forget(weighed) => super::forget::told(weighed, world),
        Purpose::Columns(columns) => super::columns::hint(columns, world),
        _ => String::new(),
    }
}

/// The numbers to call, as one reads them out.
fn dial(purpose: &Purpose, world: &World, case: Option<&OwnedCase>) -> String {
    let Some(case) = case.filter(|_| matches!(purpose, Purpose::Call(_))) else { return String::new() };
    let view = case.as_case();
    let mut numbers: Vec<String> = Vec::new();
    for key in ["contact.mobile", "contact.phone", "company.phone"] {
        let number = world.voice.phone(view.text(key));
        if !number.is_empty() && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    if numbers.is_empty() {
        return world.voice.say("pane-no-phone").to_owned();
    }
    format!("{}{}", FINE_WAYS[0], numbers.join(" · "))
}

/// What the law says where it is no plain yes, and what to ask.
fn before_calling(world: &World, case: &OwnedCase) -> String {
    let may = told::may(world, Approach::Phone, case);
    let lawful = (may.verdict != Verdict::Yes).then(|| told::lawful(world, Approach::Phone, &may));
    lawful.into_iter().chain(to_ask(world, case)).collect::<Vec<_>>().join("\n")
}

/// The next best question, for the call.
fn to_ask(world: &World, case: &OwnedCase) -> Option<String> {
    let next = crate::sales::qualification::next_question(&case.as_case(), world.playbook, world.today)?;
    let question = next.question.map(|label| world.label(label)).unwrap_or_default();
    let label = world.label(&next.criterion.label);
    Some(world.voice.tell(
        "pane-ask",
        &[("criterion", label.into()), ("question", question.into()), ("gain", i64::from(next.gain).into())],
    ))
}

fn rows(purpose: &Purpose, world: &World, case: Option<&OwnedCase>) -> Option<Vec<Row>> {
    Some(match purpose {
        Purpose::Call(_) => [vec![outcomes(world)], talk(world)].concat(),
        Purpose::Note(_) => [vec![channels(world)], talk(world)].concat(),
        Purpose::Mail(_) => [vec![ways(world)], talk(world)].concat(),
        Purpose::Letter(_, template) => super::letter::rows(world, case?, template),
        Purpose::Meeting(_) => {
            [vec![meetings(world), moment(world, "when", &today(world)).needed()], talk(world)].concat()
        }
        Purpose::NextStep(_) => step(world, case?),
        Purpose::Move { to, .. } => missing(world, case?, *to),
        Purpose::Quote(_) => quote(world, case?),
        Purpose::Buy(_) => purchase(world, case?),
        Purpose::Correct(correction) => super::correct::rows(world, &correction.entry),
        Purpose::NewContact => new_contact(world),
        Purpose::Related(_, role) => related(world, *role),
        Purpose::NewDeal(_) => new_deal(world),
        Purpose::Oppose(_) => super::party::permit(world),
        Purpose::Complain(party) => super::party::complain(world, &world::case(world.book, *party)?),
        Purpose::HandOver(_) => super::party::hand_over(world, case?.as_case().owner()),
        Purpose::PassOver(_) => vec![words(world, "why")],
        Purpose::Author => vec![words(world, "author").needed()],
        Purpose::Many(crowd) => crowd.rows(world)?,
        Purpose::Spread(_) => super::spread::rows(world),
        Purpose::Forget(weighed) => super::forget::rows(weighed, world),
        Purpose::Filter => vec![words(world, "query").helped(world.voice.say("form-query-help"))],
        Purpose::Columns(columns) => super::columns::rows(columns),
        Purpose::Import => vec![words(world, "path").needed().helped(world.voice.say("form-path-help"))],
    })
}

pub(super) fn label(world: &World, key: &str) -> String {
    world.voice.say(&format!("form-row-{key}")).to_owned()
}

pub(super) fn words(world: &World, key: &str) -> Row {
    Row::words(key, &label(world, key), "")
}

pub(super) fn moment(world: &World, key: &str, text: &str) -> Row {
    Row::moment(key, &label(world, key), text)
}

pub(super) fn field(world: &World, key: &str, text: &str) -> Option<Row> {
    let field = fields::field(key)?;
    Some(Row::field(field, &world.voice.field(key), text))
}

/// A field with what is known in it.
fn known(world: &World, key: &str, case: &OwnedCase) -> Option<Row> {
    let text = fields::field(key).zip(case.deal.fields.get(key)).map(|(field, known)| world.voice.typed(field, known));
    field(world, key, &text.unwrap_or_default())
}

fn today(world: &World) -> String {
    world.voice.date(world.today)
}

/// Note, next step: what every exchange may bring.
fn talk(world: &World) -> Vec<Row> {
    vec![Row::notes("note", &label(world, "note"), ""), moment(world, "next", ""), words(world, "what")]
}

pub(super) fn options(world: &World, prefix: &str, keys: &[(char, &str)]) -> Vec<Choice> {
    let text = |key: &str| world.voice.say(&format!("{prefix}-{}", key.replace('/', "-"))).to_owned();
    let choice = |(letter, key): &(char, &str)| match world.voice.language() {
        Language::Fr => Choice::with(*letter, &text(key), key),
        // The letters are those of the French names; elsewhere a name's own letter takes it.
        Language::En => Choice::new(&text(key), key),
    };
    keys.iter().map(choice).collect()
}

fn outcomes(world: &World) -> Row {
    let keys =
        [('j', "reached"), ('p', "no_answer"), ('m', "message"), ('r', "call_back"), ('e', "theirs"), ('x', "stop")];
    Row::choice("outcome", &label(world, "outcome"), options(world, "form-outcome", &keys), 0)
}

fn channels(world: &World) -> Row {
    let keys = [
        ('n', "note/ours"),
        ('s', "sms/ours"),
        ('q', "sms/theirs"),
        ('c', "letter/ours"),
        ('i', "letter/theirs"),
        ('r', "social/ours"),
        ('l', "social/theirs"),
        ('e', "mail/theirs"),
        ('d', "quote_request/theirs"),
        ('v', "demo_request/theirs"),
        ('p', "comparison/theirs"),
        ('f', "form/theirs"),
        ('t', "download/theirs"),
        ('w', "webinar/theirs"),
        ('o', "fair/theirs"),
    ];
    Row::choice("channel", &label(world, "channel"), options(world, "form-channel", &keys), 0)
}

fn ways(world: &World) -> Row {
    let keys = [('e', "mail/ours"), ('r', "mail/theirs")];
    Row::choice("channel", &label(world, "channel"), options(world, "form-channel", &keys), 0)
}

fn meetings(world: &World) -> Row {
    let keys = [('r', "meeting/ours"), ('v', "visit/ours")];
    Row::choice("channel", &label(world, "channel"), options(world, "form-channel", &keys), 0)
}

fn step(world: &World, case: &OwnedCase) -> Vec<Row> {
    let next = case.deal.next.as_ref();
    let what = next.map(|next| next.what.clone()).unwrap_or_default();
    let ahead = next.filter(|next| next.due.day > world.today);
    let due = ahead.map_or_else(
        || proposed_step(world, case),
        |next| moment(world, "next", &world.voice.typed_moment(next.due)).helped(world.voice.say("form-next-help")),
    );
    vec![due, Row::words("what", &label(world, "what"), &what)]
}

fn proposed_step(world: &World, case: &OwnedCase) -> Row {
    let rhythm = in_rhythm(world, case);
    let when = world.voice.due(rhythm.into(), world.today);
    let help = world.voice.tell("form-next-rhythm", &[("when", when.into())]);
    moment(world, "next", "").proposing(&world.voice.typed_moment(rhythm.into())).helped(&help)
}

/// The day the cadence would choose if somebody spoke with them today.
pub(super) fn in_rhythm(world: &World, case: &OwnedCase) -> Day {
    let view = case.as_case();
    let total = score::total_of(&view, world.playbook, world.today);
    let heat = temperature::of(&case.deal, total, world.playbook);
    let status = card::status_of(world.book, case, world.playbook, world.today);
    let days = agenda::cadence(&view, status, heat.temperature, world.playbook);
    next_working(world.today.plus(i32::from(days)))
}

/// Exactly what a stage still misses.
fn missing(world: &World, case: &OwnedCase, to: usize) -> Vec<Row> {
    let Some(stage) = world.playbook.stages().get(to) else { return Vec::new() };
    let missing = stage::missing(&case.as_case(), stage, world.playbook, world.today);
    let forced = missing.iter().any(Missing::can_be_forced);
    let mut rows: Vec<Row> = missing.iter().flat_map(|missing| miss(world, case, missing)).collect();
    if forced {
        rows.push(words(world, "forced").helped(world.voice.say("form-forced-help")));
    }
    rows
}

fn miss(world: &World, case: &OwnedCase, missing: &Missing) -> Vec<Row> {
    match missing {
        Missing::Qualified { open } => synthesis(world, case, open),
        Missing::Amount => known(world, "deal.amount", case).map(Row::needed).into_iter().collect(),
        Missing::Closing => known(world, "deal.closing", case).map(Row::needed).into_iter().collect(),
        Missing::Quote => quote(world, case),
        Missing::ExchangeAfterQuote => vec![exchange(world), Row::notes("note", &label(world, "note"), "")],
        Missing::Purchase => purchase(world, case),
        Missing::LossReason => loss(world, case.deal.fields.text("deal.competitor")),
    }
}

fn synthesis(world: &World, case: &OwnedCase, open: &[String]) -> Vec<Row> {
    let asked =
        world.playbook.framework_of(&case.deal).criteria.iter().filter(|criterion| open.contains(&criterion.key));
    let mut rows: Vec<Row> = asked.map(|criterion| answer(world, criterion)).collect();
    let keys = [('p', "confirm"), ('g', "nurture")];
    rows.push(Row::choice("synthesis", &label(world, "synthesis"), options(world, "form-synthesis", &keys), 0));
    rows.push(moment(world, "nurture", "").needed());
    rows
}

fn answer(world: &World, criterion: &Criterion) -> Row {
    let question = criterion.questions.first().map(|question| world.label(question)).unwrap_or_default();
    Row::words(&format!("answer:{}", criterion.key), world.label(&criterion.label), "").needed().helped(question)
}

fn quote(world: &World, case: &OwnedCase) -> Vec<Row> {
    let mut amount = known(world, "deal.amount", case);
    if let Some(row) = &mut amount {
        "quote_amount".clone_into(&mut row.key);
        row.label = label(world, "quote_amount");
    }
    let number = words(world, "quote_number");
    let sent = moment(world, "quote_on", &today(world)).needed();
    [Some(number), amount, Some(sent), Some(moment(world, "quote_until", ""))].into_iter().flatten().collect()
}

fn exchange(world: &World) -> Row {
    let keys = [
        ('a', "call/ours"),
        ('e', "mail/ours"),
        ('r', "meeting/ours"),
        ('v', "visit/ours"),
        ('c', "call/theirs"),
        ('m', "mail/theirs"),
    ];
    Row::open_choice("channel", &label(world, "channel"), options(world, "form-channel", &keys))
}

fn purchase(world: &World, case: &OwnedCase) -> Vec<Row> {
    let mut amount = known(world, "deal.amount", case);
    if let Some(row) = &mut amount {
        "bought_amount".clone_into(&mut row.key);
        row.label = label(world, "bought_amount");
        row.optional = false;
    }
    let on = moment(world, "bought_on", &today(world)).needed();
    [amount, Some(on), Some(proofs(world))].into_iter().flatten().collect()
}

/// What may prove a purchase.
pub(super) fn proofs(world: &World) -> Row {
    let keys = [('d', "signed_quote"), ('c', "order"), ('t', "contract")];
    Row::open_choice("proof", &label(world, "proof"), options(world, "form-proof", &keys))
}

pub(super) fn loss(world: &World, competitor: &str) -> Vec<Row> {
    let reasons = world.playbook.losses().iter().map(|loss| Choice::new(world.label(&loss.label), &loss.key)).collect();
    vec![
        Row::open_choice("reason", &label(world, "reason"), reasons),
        Row::words("detail", &label(world, "detail"), competitor),
    ]
}

/// What a new contact is asked; any of it may wait.
pub const CONTACT: [&str; 9] = [
    "contact.given_name",
    "contact.family_name",
    "company.name",
    "contact.mobile",
    "contact.email",
    "contact.source",
    "deal.title",
    "deal.amount",
    "contact.note",
];

fn new_contact(world: &World) -> Vec<Row> {
    let rows = CONTACT.iter().filter_map(|key| field(world, key, ""));
    rows.chain([moment(world, "next", ""), words(world, "what")]).collect()
}

/// What one asks of somebody new with a role; of a company its name.
pub const RELATED: [&str; 6] =
    ["contact.given_name", "contact.family_name", "contact.job", "contact.mobile", "contact.email", "contact.note"];

fn related(world: &World, role: Role) -> Vec<Row> {
    match role {
        Role::WorksFor => field(world, "company.name", "").map(Row::needed).into_iter().collect(),
        _ => RELATED.iter().filter_map(|key| field(world, key, "")).collect(),
    }
}

fn new_deal(world: &World) -> Vec<Row> {
    let rows = ["deal.title", "deal.amount", "deal.closing"].iter().filter_map(|key| field(world, key, ""));
    rows.chain([moment(world, "next", ""), words(world, "what")]).collect()
}
