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
        score, stage,
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

/// Below so many lines the short form says less.
const SHORT: u16 = 20;

/// How much of a title is worth more than the amount beside it.
const TITLE: usize = 20;

/// How many exchanges the short form shows.
const LATEST: usize = 4;

impl Source<'_> {
    pub(super) fn case(&self) -> Case<'_> {
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
        rows.extend(self.deal());
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

    /// Its title with its amount and closing day, which have a line of their own where they would be cut.
    fn deal(&self) -> Vec<Row> {
        let world = self.world;
        let deal = &self.case.deal;
        let title = if deal.title().is_empty() { world.voice.say("pane-untitled") } else { deal.title() };
        let amount = deal.amount().map(|amount| world.voice.with_tax(amount));
        let closing = deal.fields.day("deal.closing").map(|day| world.voice.day_short(day, world.today));
        let end = [amount, closing].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let label = format!("{}  ", world.voice.say("pane-deal"));
        let indent = " ".repeat(text::width(&label));
        let named = text::width(&label) + text::width(title).min(TITLE);
        let titled = Row::line(vec![(label, Role::Label), (title.to_owned(), Role::Strong)]);
        let (wide, columns) = (text::width(&end), usize::from(self.columns));
        if wide < columns / 2 && named + 1 + wide <= columns {
            return vec![titled.ending(end, Role::Strong)];
        }
        vec![titled, Row::line(vec![(format!("{indent}{end}"), Role::Strong)])]
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

    /// A text with words at the right end of its first line, wrapped where it would be cut.
    pub(super) fn ended(&self, text: &str, role: Role, end: String) -> Vec<Row> {
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
}
