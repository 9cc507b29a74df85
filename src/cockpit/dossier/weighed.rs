//! How far a deal is qualified and what its score is made of, as rows: the checklist, the families, every rule, and what
//! would raise it most.

use super::{Row, Spot, sheet::Source};
use crate::{
    cockpit::{parts::text, theme::Role, told},
    sales::{fact::Sure, playbook::Family, qualification, score},
};

impl Source<'_> {
    /// The families where there is no room for bars.
    pub(super) fn families_in_words(&self) -> Row {
        let world = self.world;
        let score = self.scored();
        let families = Family::ALL.into_iter().filter(|family| *family != Family::Minus);
        let words = families.map(|family| {
            let (points, cap) = score::family(&score, world.playbook, family);
            format!("{} {points}/{cap}", world.voice.say(&format!("family-{}", family.key())))
        });
        Row::line(vec![(words.collect::<Vec<_>>().join(" · "), Role::Label)])
    }

    /// The checklist, each line a spot.
    pub(super) fn checklist(&self) -> Vec<Row> {
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
    pub(super) fn breakdown(&self) -> Vec<Row> {
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
