//! The columns on the screen: heads with their totals, the cards of the window, folded ones as strips.

use ratatui::layout::Rect;

use super::{HEAD, Lane, Pipeline, card, page};
use crate::{
    cockpit::{
        board::Board,
        parts::{Paint, text},
        pointer::Zone,
        theme::Role,
        told,
        world::World,
    },
    sales::entity::Entity,
};

/// What is won in so many days counts as recent.
const RECENT: i32 = 30;

/// What the columns show besides their cards.
pub struct Sight<'a> {
    /// The cards and totals.
    pub board: &'a Board<'a>,
    /// Everything known.
    pub world: &'a World<'a>,
    /// Keys go to the columns.
    pub focused: bool,
    /// Which cards are marked.
    pub marked: &'a dyn Fn(Entity) -> bool,
    /// The column a card is being dragged to.
    pub target: Option<usize>,
}

/// Columns between the count and the amount of a head, where there is room.
const BETWEEN: u16 = 3;

impl Pipeline {
    /// Draws the columns.
    pub fn draw(&self, paint: &mut Paint, place: Rect, sight: &Sight) {
        if place.width < 8 || place.height < HEAD {
            return;
        }
        let spread = self.spread(sight.board, place);
        for (lane, column) in &spread.columns {
            paint.zone(*column, Zone::Lane(lane.stage));
            if lane.folded {
                self.strip(paint, *column, *lane, sight);
            } else {
                self.lane_head(paint, *column, *lane, sight);
                self.cards(paint, *column, *lane, sight);
            }
        }
        let y = place.y + 1;
        if let Some((_, first)) = spread.columns.first().filter(|_| spread.left > 0) {
            paint.put(first.x, y, 1, "←", Role::Strong);
        }
        if let Some((_, last)) = spread.columns.last().filter(|_| spread.more) {
            paint.put(last.right().saturating_sub(1), y, 1, "→", Role::Strong);
        }
    }

    fn role(&self, lane: Lane, sight: &Sight) -> Role {
        match (sight.target == Some(lane.stage), lane.stage == self.lane) {
            (true, _) => Role::Cursor,
            (false, true) => Role::Title,
            (false, false) => Role::Label,
        }
    }

    /// A folded column: its count, and its name from top to bottom.
    fn strip(&self, paint: &mut Paint, place: Rect, lane: Lane, sight: &Sight) {
        let Some(stage) = sight.world.playbook.stages().get(lane.stage) else { return };
        let role = self.role(lane, sight);
        let count = sight.world.voice.number(sight.board.head(lane.stage).count as i64);
        let name = sight.world.label(&stage.label);
        if place.width > 20 {
            // All alone on a narrow screen.
            paint.put(place.x, place.y, place.width, &format!("{name} {count}"), role);
            paint.rule(place.x, place.y + 1, place.width, "", "");
            paint.put(place.x + 1, place.y + 2, place.width, sight.world.voice.say("pane-folded"), Role::Quiet);
            return;
        }
        paint.put(place.x, place.y, place.width, &count, role);
        paint.rule(place.x, place.y + 1, place.width, "", "");
        let letters = crate::cockpit::parts::text::pieces(name);
        for (y, (letter, _)) in (place.y + HEAD..place.bottom()).zip(letters) {
            paint.put(place.x + 1, y, place.width.saturating_sub(1), letter, role);
        }
    }

    /// Name, count and amount of a column.
    fn lane_head(&self, paint: &mut Paint, place: Rect, lane: Lane, sight: &Sight) {
        let world = sight.world;
        let Some(stage) = world.playbook.stages().get(lane.stage) else { return };
        let head = sight.board.head(lane.stage);
        let count = world.voice.number(head.count as i64);
        let mut money = if head.cents > 0 { told::short(world, head.cents) } else { String::new() };
        let name = world.label(&stage.label);
        let taken = paint.width(&count) + 1;
        let fits = |paint: &Paint, money: &str, between| {
            paint.width(name) + taken + between + paint.width(money) <= place.width
        };
        let taxed = format!("{money} {}", world.voice.say("tax-ht"));
        if !money.is_empty() && fits(paint, &taxed, BETWEEN) {
            money = taxed;
        }
        let between = if fits(paint, &money, BETWEEN) { BETWEEN } else { 1 };
        let beside = if money.is_empty() { 0 } else { between + paint.width(&money) };
        // The end of a name too long gives way: a count tells more than the end of a name.
        let name = text::cut(name, usize::from(place.width.saturating_sub(taken + beside)), paint.signs().cut);
        let end = paint.put(place.x, place.y, place.width, &format!("{name} {count}"), self.role(lane, sight));
        let start = paint.right(place.x, place.right(), place.y, &money, Role::Quiet);
        if !money.is_empty() && start.saturating_sub(end) <= BETWEEN {
            // Not one number.
            paint.put(end + start.saturating_sub(end) / 2, place.y, 1, "·", Role::Quiet);
        }
        self.under(paint, place, lane, sight);
    }

    /// Below the head: where in a long column one stands, and what it is worth.
    fn under(&self, paint: &mut Paint, place: Rect, lane: Lane, sight: &Sight) {
        let count = sight.board.head(lane.stage).count;
        paint.rule(place.x, place.y + 1, place.width, "", "");
        let at = if lane.stage == self.lane && count > page(place) {
            let voice = sight.world.voice;
            format!(" {}/{} ", voice.number(self.row as i64 + 1), voice.number(count as i64))
        } else {
            String::new()
        };
        let end = paint.right(place.x, place.right().saturating_sub(2), place.y + 1, &at, Role::Label);
        let more = under_head(lane.stage, sight);
        if !more.is_empty() && place.x + 3 + paint.width(&more) < end {
            paint.put(place.x + 2, place.y + 1, end - place.x - 2, &format!(" {more} "), Role::Label);
        }
    }

    fn cards(&self, paint: &mut Paint, place: Rect, lane: Lane, sight: &Sight) {
        let cursor = if sight.focused { Role::Cursor } else { Role::Strong };
        let top = self.tops.get(lane.stage).copied().unwrap_or(0);
        for n in 0..page(place) {
            let Some(known) = sight.board.card(lane.stage, top + n) else { break };
            let y = place.y + HEAD + n as u16 * card::CARD;
            let spot = Rect { y, height: card::CARD, ..place };
            let stand = card::Stand {
                here: (lane.stage == self.lane && top + n == self.row).then_some(cursor),
                marked: (sight.marked)(known.deal),
                closed: lane.stage >= sight.world.playbook.won(),
            };
            let name = self.name(known.deal, sight.board, sight.world);
            paint.zone(spot, Zone::Card(known.deal, lane.stage));
            card::draw(paint, spot, &known, &name, sight.world, stand);
        }
    }
}

/// What the column is worth by its probability; of won ones, how many lately.
fn under_head(stage: usize, sight: &Sight) -> String {
    let world = sight.world;
    let head = sight.board.head(stage);
    if stage == world.playbook.won() {
        let count = sight.board.closed_since(stage, world.today.plus(-RECENT));
        let args = [("count", (count as i64).into()), ("days", i64::from(RECENT).into())];
        return if count > 0 { world.voice.tell("pane-won-lately", &args) } else { String::new() };
    }
    let probability = world.playbook.stages().get(stage).map_or(0, |stage| stage.probability);
    if head.weighted == 0 || probability == 100 {
        return String::new();
    }
    let args = [("percent", i64::from(probability).into()), ("money", told::short(world, head.weighted).into())];
    world.voice.tell("pane-weighted", &args)
}
