//! Wishes about who counts: roles in a deal, who brought whom, where somebody works, and setting aside.

use super::super::{
    Cockpit,
    effect::Effect,
    menu::{Act, Item, Menu},
    overlay::Overlay,
    palette::{Palette, Quest},
    theme::Role,
    world::World,
};
use crate::sales::{
    book::{OwnedCase, Records},
    entity::{Entity, Kind},
    fact::{Answered, Linked, Role as Relation, Set, Statement, Sure, Value},
    qualification::AUTHORITY,
};

/// What somebody can be to a deal or a contact, each with its letter and the text that asks for whom.
const RELATIONS: [(char, Relation); 6] = [
    ('d', Relation::Decides),
    ('i', Relation::Influences),
    ('u', Relation::Uses),
    ('p', Relation::Pays),
    ('r', Relation::ReferredBy),
    ('e', Relation::WorksFor),
];

impl Cockpit {
    /// Which role somebody is to be found for.
    pub(in crate::cockpit) fn ask_relation(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        let offered = RELATIONS.into_iter().filter(|(_, role)| carrier(*role, &case).is_some());
        let items = offered.map(|(letter, role)| {
            let label = world.voice.say(&format!("menu-{}", crate::voice::Word::text_key(&role))).to_owned();
            Item { letter, label, note: String::new(), act: Act::Relate(role) }
        });
        let who = crate::cockpit::world::name(&case);
        let title = world.voice.tell("menu-role-title", &[("who", who.into())]);
        self.overlay = Some(Overlay::Menu(Menu::new(title, items.collect())));
    }

    /// Looks for whoever has the role.
    pub(in crate::cockpit) fn find_for(&mut self, role: Relation, world: &World) {
        self.overlay = Some(Overlay::Palette(Palette::asking(Quest::Relate(role), self.recent(world), world)));
    }

    /// Ties whoever was found. Who decides also answers that question of the checklist.
    pub(in crate::cockpit) fn relate(&mut self, role: Relation, found: Entity, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let Some(to) = end(role, found, world) else {
            let key = if role == Relation::WorksFor { "toast-needs-company" } else { "toast-needs-person" };
            self.toast = Some((world.voice.say(key).to_owned(), Role::Bad));
            return Vec::new();
        };
        let Some(from) = carrier(role, &case).filter(|from| *from != to) else { return Vec::new() };
        let mut said: Vec<Statement> = birth(&case).into_iter().filter(|_| from.kind == Kind::Deal).collect();
        said.push(Statement::Linked(Linked { from, to, role, tied: true }));
        if role == Relation::Decides {
            said.extend(decided(from, to, &case, world));
        }
        self.enter(said, None, world)
    }

    /// Unties a role.
    pub(in crate::cockpit) fn unrelate(&mut self, at: usize, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let Some((from, role, to)) = relations(&case).get(at).copied() else { return Vec::new() };
        self.enter(vec![Statement::Linked(Linked { from, to, role, tied: false })], None, world)
    }

    /// What may be set aside, or brought back.
    pub(in crate::cockpit) fn ask_archive(&mut self, world: &World) {
        let Some(case) = self.case(world) else { return };
        let deal = Some((case.deal.entity, &case.deal.fields)).filter(|(deal, _)| !deal.is_fresh());
        let contact = case.contact.as_ref().map(|contact| (contact.entity, &contact.fields));
        let company = case.company.as_ref().map(|company| (company.entity, &company.fields));
        let all = [('a', "deal", deal), ('c', "contact", contact), ('e', "company", company)];
        let items = all.into_iter().filter_map(|(letter, kind, of)| {
            let (about, fields) = of?;
            let field = format!("{kind}.archived");
            let back = fields.flag(&field);
            let key = format!("menu-{}-{kind}", if back { "unarchive" } else { "archive" });
            let value = if back { Value::Nothing } else { Value::Flag(true) };
            let act = Act::Say(vec![Statement::Set(Set { about, field, value })]);
            let note = crate::cockpit::recall::name(about, world);
            Some(Item { letter, label: world.voice.say(&key).to_owned(), note, act })
        });
        let menu = Menu::new(world.voice.say("menu-archive-title").to_owned(), items.collect());
        self.overlay = Some(Overlay::Menu(menu));
    }
}

/// Everybody who counts in a case: whose relation, which, and to whom.
pub(in crate::cockpit) fn relations(case: &OwnedCase) -> Vec<(Entity, Relation, Entity)> {
    let deal = case.deal.roles.iter().map(|(role, to)| (case.deal.entity, *role, *to));
    let brought = case
        .contact
        .iter()
        .filter_map(|contact| contact.referred_by.map(|by| (contact.entity, Relation::ReferredBy, by)));
    deal.chain(brought).collect()
}

/// Who carries a relation: the deal, or the contact.
fn carrier(role: Relation, case: &OwnedCase) -> Option<Entity> {
    match role {
        Relation::ReferredBy | Relation::WorksFor => case.contact.as_ref().map(|contact| contact.entity),
        _ => Some(case.deal.entity),
    }
}

/// The end of a relation that whoever was found can be: a person, or a company where somebody works there.
fn end(role: Relation, found: Entity, world: &World) -> Option<Entity> {
    let found = world.book.resolve(found);
    let party = if found.kind == Kind::Deal { world.book.deal(found)?.party? } else { found };
    let wanted = if role == Relation::WorksFor { Kind::Company } else { Kind::Contact };
    Some(party).filter(|party| party.kind == wanted)
}

/// A deal that is only born now gets its party.
pub(super) fn birth(case: &OwnedCase) -> Option<Statement> {
    let to = case.deal.party.filter(|_| case.deal.entity.is_fresh())?;
    Some(Statement::Linked(Linked { from: case.deal.entity, to, role: Relation::Party, tied: true }))
}

/// Naming who decides validates the question who does.
fn decided(deal: Entity, who: Entity, case: &OwnedCase, world: &World) -> Option<Statement> {
    let checklist = world.playbook.framework_of(&case.deal);
    let criterion = checklist.criteria.iter().find(|known| known.stands_for == AUTHORITY)?;
    Some(Statement::Answered(Answered {
        deal,
        criterion: criterion.key.clone(),
        stands_for: criterion.stands_for.clone(),
        sure: Sure::Confirmed,
        words: world.book.contact(who)?.name(),
        by: case.contact.as_ref().map(|contact| contact.entity),
        on: world.today,
    }))
}
