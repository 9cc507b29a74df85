//! The parts of the dossier that are lists: exchanges, quotes and purchases. The entry under the cursor shows in full.

use super::{Row, Spot, sheet::Source};
use crate::{
    cockpit::{parts::text, theme::Role},
    sales::{
        book::{OwnedCase, Records},
        contact::Activity,
        correction::Entry,
        deal::{Purchase, Quote},
        entity::Entity,
        fact::QuoteState,
        moment::Day,
    },
};

/// How many lines of a note show of an entry the cursor is not on.
const BRIEF: usize = 2;

/// What passed between us and the people of a case, with whom, latest first.
pub fn activities(case: &OwnedCase) -> Vec<(Entity, &Activity)> {
    let person = case.contact.iter().map(|contact| (contact.entity, &contact.dealings));
    let company = case.company.iter().map(|company| (company.entity, &company.dealings));
    let parties = person.chain(company);
    let mut all: Vec<(Entity, &Activity)> = parties
        .flat_map(|(about, dealings)| dealings.activities.iter().map(move |activity| (about, activity)))
        .collect();
    // Of two at the same moment the one noted last comes first.
    all.reverse();
    all.sort_by_key(|(_, activity)| std::cmp::Reverse(activity.when));
    all
}

/// The entry a spot stands for.
pub fn entry(case: &OwnedCase, spot: Spot) -> Option<Entry> {
    let deal = case.deal.entity;
    match spot {
        Spot::Exchange(at) => activities(case).get(at).map(|(about, one)| Entry::Exchange(*about, (*one).clone())),
        Spot::Quote(at) => case.deal.quotes.get(at).map(|quote| Entry::Quote(deal, quote.clone())),
        Spot::Purchase(at) => case.deal.purchases.get(at).map(|bought| Entry::Purchase(deal, bought.clone())),
        _ => None,
    }
}

impl Source<'_> {
    /// All exchanges; the one at `open` with its whole note.
    pub fn exchanges_in_full(&self, open: usize) -> Vec<Row> {
        let voice = self.world.voice;
        let all = activities(self.case);
        let mut rows = vec![self.name()];
        rows.extend(self.alarms());
        rows.push(self.heading("pane-exchanges", all.len()));
        if all.is_empty() {
            rows.extend(self.wrapped("", voice.say("part-exchanges-none"), Role::Quiet));
        }
        for (at, (_, activity)) in all.into_iter().enumerate() {
            rows.extend(self.exchange_in_full(activity, at, at == open));
        }
        rows
    }

    pub(super) fn heading(&self, key: &str, count: usize) -> Row {
        let count = if count == 0 { String::new() } else { count.to_string() };
        Row::rule(self.world.voice.say(key), &count)
    }

    fn exchange_in_full(&self, activity: &Activity, at: usize, open: bool) -> Vec<Row> {
        let head = Row::line(vec![(self.when(activity), Role::Label), (self.what(activity), Role::Strong)]);
        let other = activity.deal.filter(|deal| *deal != self.case.deal.entity);
        let title = other.and_then(|deal| self.board.preview.deal(deal)).map(|deal| deal.title().to_owned());
        let author = Some(activity.author.clone()).filter(|author| author != self.world.author);
        let end = [title.unwrap_or_default(), author.unwrap_or_default()];
        let end = end.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let mut rows = vec![head.ending(end, Role::Label).at(Spot::Exchange(at))];
        rows.extend(self.note(&activity.note, open));
        rows
    }

    /// A note below its heading: whole, or its first lines.
    fn note(&self, note: &str, open: bool) -> Vec<Row> {
        let mut lines = text::wrapped(note, usize::from(self.columns).saturating_sub(3).max(8));
        if note.is_empty() {
            return Vec::new();
        }
        if !open && lines.len() > BRIEF {
            lines.truncate(BRIEF);
            lines.iter_mut().skip(BRIEF - 1).for_each(|last| last.push('…'));
        }
        lines.into_iter().map(|line| Row::line(vec![(format!("  {line}"), Role::Quiet)])).collect()
    }

    /// Quotes and purchases of the deal.
    pub fn quotes(&self) -> Vec<Row> {
        let voice = self.world.voice;
        let deal = &self.case.deal;
        let mut rows = vec![self.name()];
        rows.extend(self.alarms());
        rows.push(self.heading("part-quotes", deal.quotes.len()));
        if deal.quotes.is_empty() {
            rows.extend(self.wrapped("", voice.say("part-quotes-none"), Role::Quiet));
        }
        let mut quotes: Vec<(usize, &Quote)> = deal.quotes.iter().enumerate().collect();
        quotes.sort_by_key(|(_, quote)| std::cmp::Reverse(quote.sent));
        quotes.into_iter().for_each(|(at, quote)| rows.extend(self.quote(at, quote)));
        rows.push(self.heading("part-purchases", deal.purchases.len()));
        if deal.purchases.is_empty() {
            let elsewhere = self.board.card_of(deal.entity).and_then(|card| card.since);
            let words = elsewhere.map_or_else(
                || voice.say("part-purchases-none").to_owned(),
                |year| voice.tell("part-purchases-elsewhere", &[("year", year.to_string().into())]),
            );
            rows.extend(self.wrapped("", &words, Role::Quiet));
        }
        rows.extend(deal.purchases.iter().enumerate().map(|(at, bought)| self.purchase(at, bought)));
        rows
    }

    fn quote(&self, at: usize, quote: &Quote) -> Vec<Row> {
        let voice = self.world.voice;
        let number = if quote.number.is_empty() { voice.say("part-quote-unnumbered") } else { quote.number.as_str() };
        let amount = quote.amount.map(|amount| voice.with_tax(amount)).unwrap_or_default();
        let (state, role) = self.answer(quote);
        let head = vec![(format!("{number}  "), Role::Label), (amount, Role::Strong)];
        let day = |day: Day| voice.date(day);
        let sent = quote.sent.map(|on| voice.tell("part-quote-sent", &[("day", day(on).into())]));
        let until = quote.valid_until.map(|on| voice.tell("part-quote-until", &[("day", day(on).into())]));
        let dates = sent.into_iter().chain(until).collect::<Vec<_>>().join(" · ");
        let wide = head.iter().map(|(words, _)| text::width(words)).sum::<usize>() + text::width(&state);
        // Where there is no room beside the amount, what became of it stands below it.
        let mut rows = if wide < usize::from(self.columns) {
            vec![Row::line(head).ending(state, role).at(Spot::Quote(at))]
        } else {
            std::iter::once(Row::line(head).at(Spot::Quote(at))).chain(self.wrapped("  ", &state, role)).collect()
        };
        rows.extend(self.wrapped("  ", &dates, Role::Quiet));
        rows
    }

    /// What became of a quote.
    fn answer(&self, quote: &Quote) -> (String, Role) {
        let (voice, today) = (self.world.voice, self.world.today);
        match (quote.answer, quote.sent) {
            (Some((state, on)), _) => {
                let args = [("state", voice.word(&state).into()), ("day", voice.day_short(on, today).into())];
                let role = if state == QuoteState::Accepted { Role::Good } else { Role::Bad };
                (voice.tell("part-quote-answered", &args), role)
            }
            (None, Some(on)) => {
                let days = today.since(on).max(0);
                let late = quote.valid_until.is_some_and(|until| until < today);
                let key = if late { "part-quote-expired" } else { "part-quote-waiting" };
                (voice.tell(key, &[("days", days.into())]), if late { Role::Late } else { Role::Waiting })
            }
            (None, None) => (String::new(), Role::Quiet),
        }
    }

    fn purchase(&self, at: usize, bought: &Purchase) -> Row {
        let voice = self.world.voice;
        let proof = match bought.proof {
            Some(proof) => (voice.word(&proof).to_owned(), Role::Quiet),
            None => (voice.say("proof-missing").to_owned(), Role::Bad),
        };
        let head =
            vec![(format!("{}  ", voice.date(bought.on)), Role::Label), (voice.with_tax(bought.amount), Role::Strong)];
        Row::line(head).ending(proof.0, proof.1).at(Spot::Purchase(at))
    }
}
