//! What the dossier shows of a deal and its people, as rows. The short form stands beside the columns; the long one is
//! the fiche, every field on its line.

use super::{Part, Past, Row, Spot, entries::activities};
use crate::{
    cockpit::{
        board::Board,
        parts::text,
        theme::{Role, Theme},
        told,
        wish::people::relations,
        world::World,
    },
    sales::{
        agenda::{self, Next},
        book::{OwnedCase, Records},
        card,
        case::Case,
        contact::Activity,
        entity::{Entity, Kind},
        fact::{Sure, Value},
        fields::{self, Field},
        playbook::{CustomField, Family},
        qualification, score, stage,
        status::Status,
        temperature,
    },
};

/// Everything a sheet is made from.
pub struct Source<'a> {
    /// What is known.
    pub world: &'a World<'a>,
    /// With what is typed.
    pub board: &'a Board<'a>,
    /// The deal and its people.
    pub case: &'a OwnedCase,
    /// How many columns there are.
    pub columns: u16,
    /// How many lines there are.
    pub lines: u16,
}

/// The fields a seller edits most, in the order of the hand; the others follow.
const MAIN: [&str; 13] = [
    "deal.title",
    "deal.amount",
    "deal.closing",
    "deal.start",
    "contact.given_name",
    "contact.family_name",
    "contact.job",
    "contact.mobile",
    "contact.phone",
    "contact.email",
    "contact.town",
    "company.name",
    "company.size",
];

/// Below so many lines the short form says less.
const SHORT: u16 = 20;

/// How many exchanges the short form shows.
const LATEST: usize = 4;

impl Source<'_> {
    fn case(&self) -> Case<'_> {
        self.case.as_case()
    }

    /// Whether there is little room.
    pub fn is_short(&self) -> bool {
        self.lines < SHORT
    }

    /// The short form.
    pub fn short(&self) -> Vec<Row> {
        let mut rows = vec![self.name(), self.role()];
        rows.extend(self.alarms());
        rows.extend(self.ways());
        rows.push(Row::rule("", ""));
        rows.push(self.deal());
        rows.extend(self.next());
        rows.extend(self.oddities());
        rows.extend(self.checklist());
        if self.is_short() {
            rows.push(self.families_in_words());
            rows.extend(self.raises().into_iter().take(1));
        } else {
            rows.extend(self.families());
            rows.extend(self.raises());
        }
        rows.extend(self.latest());
        rows
    }

    /// The families where there is no room for bars.
    fn families_in_words(&self) -> Row {
        let world = self.world;
        let score = self.scored();
        let families = Family::ALL.into_iter().filter(|family| *family != Family::Minus);
        let words = families.map(|family| {
            let (points, cap) = score::family(&score, world.playbook, family);
            format!("{} {points}/{cap}", world.voice.say(&format!("family-{}", family.key())))
        });
        Row::line(vec![(words.collect::<Vec<_>>().join(" · "), Role::Label)])
    }

    /// A part of the dossier; of a list, the entry at `open` in full.
    pub fn part(&self, part: Part, open: usize, past: &Past) -> Vec<Row> {
        match part {
            Part::Sheet | Part::Qualification => self.long(),
            Part::Exchanges => self.exchanges_in_full(open),
            Part::Quotes => self.quotes(),
            Part::History => self.history(past),
        }
    }

    /// The long form.
    fn long(&self) -> Vec<Row> {
        let mut rows = vec![self.name(), self.role()];
        rows.extend(self.alarms());
        rows.extend(self.oddities());
        rows.extend(self.next());
        rows.extend(self.owner());
        rows.extend(self.people());
        rows.extend(self.fields());
        rows.extend(self.checklist());
        rows.extend(self.breakdown());
        rows.extend(self.raises());
        rows
    }

    /// Who looks after it.
    fn owner(&self) -> Option<Row> {
        let owner = Some(self.case().owner()).filter(|owner| !owner.is_empty())?;
        let label = format!("{} ", self.world.voice.say("pane-owner"));
        Some(Row::line(vec![(label, Role::Label), (owner.to_owned(), Role::Strong)]))
    }

    /// Who has which role, and who brought them.
    fn people(&self) -> Vec<Row> {
        let voice = self.world.voice;
        let all = relations(self.case);
        let mut rows = Vec::new();
        for (at, (_, role, who)) in all.into_iter().enumerate() {
            let records = &self.board.preview;
            let contact = records.contact(records.resolve(who));
            let name = contact.as_ref().map(crate::sales::contact::Contact::name).unwrap_or_default();
            let job = contact.map(|contact| contact.fields.text("contact.job").to_owned()).unwrap_or_default();
            let label = voice.word(&role);
            rows.push(
                Row::line(vec![(format!("{label} "), Role::Label), (name, Role::Strong)])
                    .ending(job, Role::Quiet)
                    .at(Spot::Person(at)),
            );
        }
        rows
    }

    /// What must be known before anything else: an open complaint, and what they do not want.
    pub(super) fn alarms(&self) -> Vec<Row> {
        let complaint = self.case().dealings().find_map(|dealings| dealings.complaint().cloned());
        let complaint = complaint.map(|complaint| {
            let since = self.world.voice.day_short(complaint.since, self.world.today);
            let args = [("text", complaint.text.into()), ("since", since.into())];
            self.wrapped("!! ", &self.world.voice.tell("pane-complaint", &args), Role::Bad)
        });
        let aside =
            self.case().is_archived().then(|| self.wrapped("", self.world.voice.say("pane-archived"), Role::Late));
        complaint.into_iter().flatten().chain(aside.into_iter().flatten()).chain(self.oppositions()).collect()
    }

    /// Name, score, temperature, and what is typed does to the score.
    pub fn name(&self) -> Row {
        let world = self.world;
        let person =
            self.case.contact.as_ref().map(crate::sales::contact::Contact::name).filter(|name| !name.is_empty());
        let name = person.unwrap_or_else(|| crate::cockpit::world::name(self.case));
        let total = score::total_of(&self.case(), world.playbook, world.today);
        let heat = temperature::of(&self.case.deal, total, world.playbook);
        let sign = told::heat(heat.temperature);
        let mut shown = format!("{sign} {total} {}", world.voice.word(&heat.temperature)).trim_start().to_owned();
        if heat.adjusted {
            shown = format!("{shown} {}", world.voice.say("pane-by-hand"));
        }
        let before = world.book.case(self.case.deal.entity);
        let before = before.map(|case| score::total_of(&case.as_case(), world.playbook, world.today));
        let change = match before.map_or(0, |before| i32::from(total) - i32::from(before)) {
            0 => String::new(),
            gain if gain > 0 => format!(" ▲ +{gain}"),
            gain => format!(" ▼ −{}", -gain),
        };
        shown.push_str(&change);
        Row::line(vec![(name, Role::Strong)]).ending(shown, Theme::heat(heat.temperature))
    }

    fn role(&self) -> Row {
        let contact = self.case.contact.as_ref();
        let job = contact.map(|contact| contact.fields.text("contact.job")).unwrap_or_default();
        let company = self.case.company.as_ref().map(crate::sales::company::Company::name).unwrap_or_default();
        let town = self.case().text("contact.town");
        let town = if town.is_empty() { self.case().text("company.town") } else { town };
        let mut text = [job, company].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        if !town.is_empty() {
            text = format!("{text} ({town})");
        }
        Row::line(vec![(text.trim().to_owned(), Role::Quiet)]).ending(self.status(), Role::Label)
    }

    fn status(&self) -> String {
        let world = self.world;
        let status = card::status_of(&self.board.preview, self.case, world.playbook, world.today);
        let first = self.deals().iter().flat_map(|deal| &deal.purchases).map(|purchase| purchase.on).min();
        match (status, first) {
            (Status::Client, Some(since)) => {
                use chrono::Datelike;
                let year = since.date().year().to_string();
                world.voice.tell("pane-client-since", &[("year", year.into())])
            }
            _ => world.voice.say(&format!("status-{}", status.key())).to_owned(),
        }
    }

    fn deals(&self) -> Vec<crate::sales::deal::Deal> {
        let party = self.case.contact.as_ref().map(|contact| &contact.dealings);
        let dealings = party.or(self.case.company.as_ref().map(|company| &company.dealings));
        let known = dealings.map(|dealings| dealings.deals.clone()).unwrap_or_default();
        known.into_iter().filter_map(|deal| self.board.preview.deal(deal)).collect()
    }

    /// The channels somebody does not want to be reached by.
    fn oppositions(&self) -> Vec<Row> {
        let mut said: Vec<String> =
            self.case().dealings().filter_map(|dealings| told::opposition(self.world, dealings)).collect();
        said.dedup();
        said.iter().flat_map(|text| self.wrapped("!! ", text, Role::Bad)).collect()
    }

    /// A text in as many lines as it needs.
    pub fn wrapped(&self, head: &str, text: &str, role: Role) -> Vec<Row> {
        let wide = text::width(head);
        let room = usize::from(self.columns).saturating_sub(wide).max(8);
        let lines = text::wrapped(text, room).into_iter().enumerate();
        let row = |(n, line)| if n == 0 { format!("{head}{line}") } else { format!("{:wide$}{line}", "") };
        lines.map(|line| Row::line(vec![(row(line), role)])).collect()
    }

    /// Phone and mail, on one line where they fit.
    fn ways(&self) -> Vec<Row> {
        let [phone, mail] = crate::cockpit::theme::FINE_WAYS;
        let first = |keys: &[&str]| {
            keys.iter().map(|key| self.case().text(key)).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
        };
        let number = first(&["contact.mobile", "contact.phone", "company.phone"]);
        let address = first(&["contact.email", "company.email"]);
        let number = if number.is_empty() { number } else { format!("{phone}{}", self.world.voice.phone(&number)) };
        let address = if address.is_empty() { address } else { format!("{mail}{address}") };
        let both: Vec<String> = [number, address].into_iter().filter(|way| !way.is_empty()).collect();
        let wide: usize = both.iter().map(|way| text::width(way) + 4).sum();
        match both.as_slice() {
            [] => vec![Row::line(vec![(self.world.voice.say("pane-no-way").to_owned(), Role::Quiet)])],
            [_, _] if wide <= usize::from(self.columns) => vec![Row::line(vec![(both.join("    "), Role::Strong)])],
            _ => both.into_iter().map(|way| Row::line(vec![(way, Role::Strong)])).collect(),
        }
    }

    fn deal(&self) -> Row {
        let world = self.world;
        let deal = &self.case.deal;
        let title = if deal.title().is_empty() { world.voice.say("pane-untitled") } else { deal.title() };
        let amount = deal.amount().map(|amount| world.voice.with_tax(amount));
        let closing = deal.fields.day("deal.closing").map(|day| world.voice.day_short(day, world.today));
        let end = [amount, closing].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let label = world.voice.say("pane-deal").to_owned();
        Row::line(vec![(format!("{label}  "), Role::Label), (title.to_owned(), Role::Strong)]).ending(end, Role::Strong)
    }

    /// What is to be done next: fixed, suggested with its reason, or paused.
    fn next(&self) -> Vec<Row> {
        if self.case.deal.is_open() {
            return self.upcoming();
        }
        let card = self.board.card_of(self.case.deal.entity);
        // The last deal of a party speaks for it: a client is followed on.
        let follows = card.is_some_and(|card| card.due.is_some());
        [self.closed(), if follows { self.upcoming() } else { Vec::new() }].concat()
    }

    fn upcoming(&self) -> Vec<Row> {
        let world = self.world;
        let total = score::total_of(&self.case(), world.playbook, world.today);
        let heat = temperature::of(&self.case.deal, total, world.playbook);
        let status = card::status_of(&self.board.preview, self.case, world.playbook, world.today);
        let case = self.case();
        let (text, role, why) = match agenda::next(&case, status, heat.temperature, world.playbook, world.today) {
            Next::Fixed(step) => {
                let due = world.voice.due(step.due, world.today);
                let text = if step.what.is_empty() { due } else { format!("{}, {due}", step.what) };
                (text, self.urgency(step.due.day), None)
            }
            Next::Suggested { due, because, .. } => {
                let day = world.voice.due(due.into(), world.today);
                let text = world.voice.tell("pane-suggested", &[("when", day.into())]);
                (text, Role::Quiet, Some(told::reason(world, &because.reason())))
            }
            Next::Paused { because } => (told::reason(world, &because.reason()), Role::Bad, None),
        };
        let label = world.voice.say("pane-next").to_owned();
        let room = usize::from(self.columns).saturating_sub(text::width(&label) + 1).max(12);
        let mut lines = text::wrapped(&text, room).into_iter();
        let first = lines.next().unwrap_or_default();
        let mut rows = vec![Row::line(vec![(format!("{label} "), Role::Label), (first, role)]).at(Spot::Next)];
        let indent = " ".repeat(text::width(&label) + 1);
        rows.extend(lines.map(|line| Row::line(vec![(format!("{indent}{line}"), role)])));
        rows.extend(why.iter().flat_map(|why| self.wrapped("  ", why, Role::Quiet)));
        rows.extend(self.followed());
        rows
    }

    /// The sequence that follows it: its next step, or what ended it.
    fn followed(&self) -> Vec<Row> {
        let words = told::sequence(self.world, &self.case());
        words.iter().flat_map(|words| self.wrapped("", words, Role::Quiet)).collect()
    }

    fn urgency(&self, due: crate::sales::moment::Day) -> Role {
        match self.world.today.since(due) {
            1.. => Role::Late,
            0 => Role::Today,
            _ => Role::Strong,
        }
    }

    /// What ended it.
    fn closed(&self) -> Vec<Row> {
        let world = self.world;
        let deal = &self.case.deal;
        let mut rows = Vec::new();
        for purchase in &deal.purchases {
            let day = world.voice.date(purchase.on);
            let amount = world.voice.with_tax(purchase.amount);
            let mut text = world.voice.tell("pane-bought", &[("amount", amount.into()), ("day", day.into())]);
            if let Some(proof) = purchase.proof {
                text = format!("{text}, {}", world.voice.word(&proof));
            }
            rows.push(Row::line(vec![(text, Role::Good)]));
        }
        if let Some((key, detail)) = deal.lost() {
            let known = world.playbook.losses().iter().find(|loss| loss.key == key);
            let unknown = world.voice.say("loss-unknown");
            let reason = known.map_or(if key.is_empty() { unknown } else { key }, |loss| world.label(&loss.label));
            let mut text = world.voice.tell("pane-lost", &[("reason", reason.into())]);
            if !detail.is_empty() && detail != reason {
                text = format!("{text}, {detail}");
            }
            rows.push(Row::line(vec![(text, Role::Bad)]));
        }
        rows
    }

    /// What is odd.
    fn oddities(&self) -> Vec<Row> {
        let world = self.world;
        let set = self.case.deal.adjustment.as_ref().map(|set| {
            let args = [
                ("temperature", world.voice.word(&set.temperature).into()),
                ("reason", set.reason.as_str().into()),
                ("day", world.voice.day_on(set.on, world.today).into()),
                ("who", set.author.as_str().into()),
            ];
            self.wrapped("", &world.voice.tell("pane-adjusted", &args), Role::Label)
        });
        let set = set.into_iter().flatten();
        let odd = stage::oddities(&self.case.deal, world.playbook);
        // A loss without its reason says so itself.
        let odd = odd
            .into_iter()
            .filter(|oddity| *oddity != stage::Oddity::LossReasonUnknown)
            .map(|oddity| world.voice.say(oddity.key()).to_owned());
        let odd: Vec<String> = odd.collect();
        odd.iter().flat_map(|text| self.wrapped("!! ", text, Role::Bad)).chain(set).collect()
    }

    /// The checklist, each line a spot.
    fn checklist(&self) -> Vec<Row> {
        let world = self.world;
        let sheet = qualification::sheet(&self.case.deal, world.playbook, world.today);
        let met = sheet.iter().filter(|line| line.sure == Sure::Confirmed).count();
        let qualified = qualification::is_qualified(&self.case.deal, world.playbook);
        let mut end = format!("{met}/{}", sheet.len());
        if qualified {
            end = format!("{end} · {}", world.voice.say("pane-qualified"));
        }
        let mut rows = vec![Row::rule(&self.checklist_name(), &end)];
        let gap = sheet.iter().map(|line| text::width(world.label(&line.criterion.label))).max();
        for (at, line) in sheet.iter().enumerate() {
            rows.push(self.criterion(line, gap.unwrap_or(0), false).at(Spot::Criterion(at)));
        }
        rows
    }

    /// Its title; a checklist of the deal's own says which.
    pub fn checklist_name(&self) -> String {
        let title = self.world.voice.say("pane-qualification");
        match self.world.playbook.own_framework(&self.case.deal) {
            Some(own) => format!("{title} · {}", self.world.label(&own.label)),
            None => title.to_owned(),
        }
    }

    /// One line of it: mark, name, the customer's words or what to ask.
    pub fn criterion(&self, line: &qualification::Line<'_>, gap: usize, brief: bool) -> Row {
        let world = self.world;
        let (mark, role) = mark(line.sure);
        let label = world.label(&line.criterion.label);
        let pad: String = std::iter::repeat_n(' ', gap.saturating_sub(text::width(label)) + 2).collect();
        let words = line.answer.map(|answer| answer.words.as_str()).unwrap_or_default();
        let gain = i32::from(line.criterion.points) - line.points;
        let mut text = match line.sure {
            Sure::Unknown if brief => world.voice.word(&line.sure).to_owned(),
            Sure::Unknown => {
                let question = line.criterion.questions.first().map(|question| world.label(question));
                world.voice.tell("pane-to-ask", &[("question", question.unwrap_or_default().into())])
            }
            sure if words.is_empty() => world.voice.word(&sure).to_owned(),
            Sure::Confirmed => words.to_owned(),
            sure => format!("{words} ({})", world.voice.word(&sure)),
        };
        if let Some(months) = line.stale_months {
            let stale = world.voice.tell("pane-stale", &[("months", i64::from(months).into())]);
            text = format!("{text} · {stale}");
        }
        let tone = if line.sure == Sure::Unknown { Role::Question } else { Role::Quiet };
        let row = Row::line(vec![(format!("{mark} "), role), (format!("{label}{pad}"), Role::Label), (text, tone)]);
        if gain > 0 && line.sure != Sure::No { row.ending(format!("+{gain}"), Role::Good) } else { row }
    }

    fn scored(&self) -> score::Score<'_> {
        score::of(&self.case(), self.world.playbook, self.world.today)
    }

    /// A bar a family.
    pub fn families(&self) -> Vec<Row> {
        let world = self.world;
        let score = self.scored();
        let title = world.voice.tell("pane-score", &[("total", i64::from(score.total).into())]);
        let mut rows = vec![Row::rule(&title, "")];
        for family in Family::ALL {
            let (points, cap) = score::family(&score, world.playbook, family);
            let label = world.voice.say(&format!("family-{}", family.key())).to_owned();
            if family != Family::Minus {
                rows.push(Row::bar(&label, points, cap));
            } else if points < 0 {
                rows.push(Row::line(vec![(label, Role::Bad)]).ending(points.to_string(), Role::Bad));
            }
        }
        rows
    }

    /// Every rule: points, what they may be, and the fact behind it.
    fn breakdown(&self) -> Vec<Row> {
        let world = self.world;
        let score = self.scored();
        let title = world.voice.tell("pane-score", &[("total", i64::from(score.total).into())]);
        let mut rows = vec![Row::rule(&title, "")];
        for line in &score.lines {
            let Some(rule) = world.playbook.rules().get(line.rule) else { continue };
            if line.cap < 0 && line.points == 0 {
                continue;
            }
            let because = told::reason(world, &line.because.reason());
            let points = if line.cap < 0 { line.points.to_string() } else { format!("{}/{}", line.points, line.cap) };
            let role = if line.points > 0 { Role::Good } else { Role::Quiet };
            let parts = vec![
                (format!("{points:>6}  "), role),
                (format!("{}  ", world.label(&rule.label)), Role::Label),
                (because, Role::Quiet),
            ];
            rows.push(Row::line(parts));
        }
        rows
    }

    /// The facts that would raise the score most.
    pub fn raises(&self) -> Vec<Row> {
        let world = self.world;
        if !self.case.deal.is_open() {
            return Vec::new();
        }
        let case = self.case();
        let raises = score::raises(&case, world.playbook, world.today);
        // Set by hand, the temperature does not follow the score.
        let by_hand = self.case.deal.adjustment.is_some();
        let rows = raises.iter().flat_map(|raise| {
            let reason = told::reason(world, &raise.reason(world.playbook));
            let to =
                raise.to.filter(|_| !by_hand).map(|to| format!(" → {}", world.voice.word(&to))).unwrap_or_default();
            let gain = format!("+{}{to}", raise.gain);
            self.ended(&format!("▲ {reason}"), Role::Question, gain)
        });
        rows.collect()
    }

    /// A text with words at the right end of its first line, wrapped where it would be cut.
    fn ended(&self, text: &str, role: Role, end: String) -> Vec<Row> {
        let room = usize::from(self.columns).saturating_sub(text::width(&end) + 2).max(8);
        let mut lines = text::wrapped(text, room).into_iter();
        let first = Row::line(vec![(lines.next().unwrap_or_default(), role)]).ending(end, Role::Good);
        std::iter::once(first).chain(lines.map(|line| Row::line(vec![(format!("  {line}"), role)]))).collect()
    }

    /// What passed between us lately, a line each.
    fn latest(&self) -> Vec<Row> {
        let all = activities(self.case);
        let mut rows = vec![self.heading("pane-exchanges", all.len())];
        if all.is_empty() {
            rows.push(Row::line(vec![(self.world.voice.say("pane-no-exchange").to_owned(), Role::Quiet)]));
        }
        rows.extend(all.into_iter().take(LATEST).map(|(_, activity)| {
            let head = vec![(self.when(activity), Role::Label), (self.what(activity), Role::Quiet)];
            let note = format!(
                "  {}",
                activity
                    .note
                    .split('\n')
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ")
            );
            Row::line([head, vec![(note, Role::Strong)]].concat())
        }));
        rows
    }

    /// When something passed between us.
    pub(super) fn when(&self, activity: &Activity) -> String {
        format!("{}  ", self.world.voice.moment_short(activity.when, self.world.today))
    }

    /// What it was, and what came of it.
    pub(super) fn what(&self, activity: &Activity) -> String {
        let voice = self.world.voice;
        let what = if activity.is_exchange() {
            voice.exchanged(activity.channel, activity.direction)
        } else {
            voice.say("pane-remark").to_owned()
        };
        let outcome = activity.outcome.map(|outcome| format!(", {}", voice.word(&outcome))).unwrap_or_default();
        format!("{what}{outcome}")
    }

    /// Every field, on its line, with its name.
    fn fields(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (kind, title) in
            [(Kind::Deal, "pane-deal"), (Kind::Contact, "pane-contact"), (Kind::Company, "pane-company")]
        {
            let Some(about) = self.about(kind) else { continue };
            rows.push(Row::rule(self.world.voice.say(title), ""));
            // Set aside is done and undone by its own key, another program's number comes in with a file; they show
            // where they are.
            let rare = |field: &Field| field.key.ends_with(".archived") || field.key.ends_with(".reference");
            let hidden = |field: &Field| rare(field) && self.value(kind, field.key).is_none();
            let of_kind = || fields::FIELDS.iter().filter(|field| field.about == kind && !hidden(field));
            let rank = |field: &&Field| MAIN.iter().position(|key| *key == field.key);
            let mut main: Vec<&'static Field> = of_kind().filter(|field| rank(field).is_some()).collect();
            main.sort_by_key(rank);
            let others = of_kind().filter(|field| rank(field).is_none());
            rows.extend(main.into_iter().chain(others).map(|field| self.field(about, field)));
            let own = self.world.playbook.fields().iter().enumerate().filter(|(_, field)| field.about == kind);
            rows.extend(own.map(|(at, field)| self.own_field(about, at, field)));
        }
        rows
    }

    /// Whose fields of a kind are meant; a company that is not known yet is born with its first field.
    fn about(&self, kind: Kind) -> Option<Entity> {
        match kind {
            Kind::Contact => self.case.contact.as_ref().map(|contact| contact.entity),
            Kind::Company => {
                let known = self.case.company.as_ref().map(|company| company.entity);
                known.or_else(|| self.case.contact.is_some().then(|| Entity::fresh(Kind::Company, 1)))
            }
            Kind::Deal => Some(self.case.deal.entity),
        }
    }

    fn field(&self, about: Entity, field: &'static Field) -> Row {
        let value = self.value(field.about, field.key);
        let shown = value.map(|value| self.shown(field, value)).unwrap_or_default();
        let label = self.world.voice.field(field.key);
        Row::field(label, shown, Spot::Field(about, field))
    }

    /// A field of the firm's own.
    fn own_field(&self, about: Entity, at: usize, field: &CustomField) -> Row {
        let value = self.value(field.about, &field.key);
        let shown = value.map(|value| self.world.voice.value(&fields::own(field.about, field.holds), value));
        Row::field(self.world.label(&field.label).to_owned(), shown.unwrap_or_default(), Spot::Own(about, at))
    }

    fn value(&self, about: Kind, key: &str) -> Option<&Value> {
        match about {
            Kind::Contact => self.case.contact.as_ref()?.fields.get(key),
            Kind::Company => self.case.company.as_ref()?.fields.get(key),
            Kind::Deal => self.case.deal.fields.get(key),
        }
    }

    fn shown(&self, field: &Field, value: &Value) -> String {
        let source = (field.holds == fields::Holds::Source).then(|| match value {
            Value::Text(key) => self.world.playbook.sources().iter().find(|source| source.key == *key),
            _ => None,
        });
        match source.flatten() {
            Some(source) => self.world.label(&source.label).to_owned(),
            None => self.world.voice.value(field, value),
        }
    }
}

/// The mark of an answer, told apart without colour.
pub fn mark(sure: Sure) -> (&'static str, Role) {
    match sure {
        Sure::Unknown => ("[ ]", Role::Quiet),
        Sure::Assumed => ("[~]", Role::Waiting),
        Sure::Confirmed => ("[x]", Role::Good),
        Sure::No => ("[-]", Role::Bad),
    }
}
