//! Wishes about who counts: roles in a deal, who brought whom, where somebody works, and setting aside.

use super::super::{
    Cockpit,
    command::Command,
    effect::Effect,
    form::Purpose,
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
    fields::Fields,
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

/// A role by the word of its text.
pub(in crate::cockpit) fn role(word: &str) -> Option<Relation> {
    RELATIONS.iter().map(|(_, role)| *role).find(|role| crate::voice::Word::text_key(role) == word)
}

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

    /// Somebody new who has the role, begun with a text.
    pub(in crate::cockpit) fn ask_related(&mut self, role: Relation, text: &str, world: &World) {
        let Some(case) = self.case(world) else { return };
        self.ask(Purpose::Related(super::subject(&case), role), world);
        if let Some(Overlay::Form(form)) = &mut self.overlay {
            form.prefill(text, world);
        }
    }

    /// Ties whoever was found. Who decides also answers that question of the checklist.
    pub(in crate::cockpit) fn relate(&mut self, role: Relation, found: Entity, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let Some(to) = end(role, found, world) else {
            let key = if role == Relation::WorksFor { "toast-needs-company" } else { "toast-needs-person" };
            self.toast = Some((world.voice.say(key).to_owned(), Role::Bad));
            return Vec::new();
        };
        let name = world.book.contact(to).map(|contact| contact.name()).unwrap_or_default();
        let said = tied(role, to, &name, &case, world);
        self.enter(said, None, world)
    }

    /// Unties a role.
    pub(in crate::cockpit) fn unrelate(&mut self, at: usize, world: &World) -> Vec<Effect> {
        let Some(case) = self.case(world) else { return Vec::new() };
        let Some((from, role, to)) = relations(&case).get(at).copied() else { return Vec::new() };
        self.enter(vec![Statement::Linked(Linked { from, to, role, tied: false })], None, world)
    }

    /// What may be set aside or brought back, and the way to all that was set aside.
    pub(in crate::cockpit) fn ask_archive(&mut self, world: &World) {
        let label = world.voice.say("menu-archives").to_owned();
        let all = Item { letter: 'l', label, note: String::new(), act: Act::Archives };
        let items = self.case(world).map(|case| archivable(&case, world)).unwrap_or_default();
        let items = items.into_iter().chain([all]).collect();
        self.overlay = Some(Overlay::Menu(Menu::new(world.voice.say("menu-archive-title").to_owned(), items)));
    }

    /// Everything that was set aside; whoever is chosen is shown, or brought back.
    pub(in crate::cockpit) fn archives(&mut self, world: &World) {
        let kinds = [Kind::Contact, Kind::Company, Kind::Deal];
        let all = kinds.into_iter().flat_map(|kind| world.book.entities(kind)).filter(|of| is_archived(*of, world));
        let items: Vec<Item> = ('a'..='z')
            .chain(std::iter::repeat(' '))
            .zip(all)
            .map(|(letter, of)| {
                let note = world.voice.say(&format!("menu-kind-{}", kind_word(of.kind))).to_owned();
                let act = Act::On(of, Command::Archive);
                Item { letter, label: crate::cockpit::recall::name(of, world), note, act }
            })
            .collect();
        if items.is_empty() {
            self.toast = Some((world.voice.say("toast-no-archives").to_owned(), Role::Label));
            return;
        }
        let count = ("count", (items.len() as i64).into());
        self.overlay = Some(Overlay::Menu(Menu::new(world.voice.tell("menu-archives-title", &[count]), items)));
    }
}

/// What of a case may be set aside or brought back.
fn archivable(case: &OwnedCase, world: &World) -> Vec<Item> {
    let deal = Some((case.deal.entity, &case.deal.fields)).filter(|(deal, _)| !deal.is_fresh());
    let contact = case.contact.as_ref().map(|contact| (contact.entity, &contact.fields));
    let company = case.company.as_ref().map(|company| (company.entity, &company.fields));
    let all = [('a', Kind::Deal, deal), ('c', Kind::Contact, contact), ('e', Kind::Company, company)];
    let item = |(letter, kind, of): (char, Kind, Option<(Entity, &Fields)>)| {
        let (about, fields) = of?;
        let kind = kind_word(kind);
        let field = format!("{kind}.archived");
        let back = fields.flag(&field);
        let key = format!("menu-{}-{kind}", if back { "unarchive" } else { "archive" });
        let value = if back { Value::Nothing } else { Value::Flag(true) };
        let act = Act::Say(vec![Statement::Set(Set { about, field, value })]);
        let note = crate::cockpit::recall::name(about, world);
        Some(Item { letter, label: world.voice.say(&key).to_owned(), note, act })
    };
    all.into_iter().filter_map(item).collect()
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Contact => "contact",
        Kind::Company => "company",
        Kind::Deal => "deal",
    }
}

/// Whether this very one was set aside.
fn is_archived(of: Entity, world: &World) -> bool {
    let flag = |fields: &Fields| fields.flag(&format!("{}.archived", kind_word(of.kind)));
    match of.kind {
        Kind::Contact => world.book.contact(of).is_some_and(|contact| flag(&contact.fields)),
        Kind::Company => world.book.company(of).is_some_and(|company| flag(&company.fields)),
        Kind::Deal => world.book.deal(of).is_some_and(|deal| flag(&deal.fields)),
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
pub(in crate::cockpit) fn birth(case: &OwnedCase) -> Option<Statement> {
    let to = case.deal.party.filter(|_| case.deal.entity.is_fresh())?;
    Some(Statement::Linked(Linked { from: case.deal.entity, to, role: Relation::Party, tied: true }))
}

/// What ties somebody of this name. Who decides also answers that question of the checklist.
pub(in crate::cockpit) fn tied(
    role: Relation,
    to: Entity,
    name: &str,
    case: &OwnedCase,
    world: &World,
) -> Vec<Statement> {
    let Some(from) = carrier(role, case).filter(|from| *from != to) else { return Vec::new() };
    let mut said: Vec<Statement> = birth(case).into_iter().filter(|_| from.kind == Kind::Deal).collect();
    said.push(Statement::Linked(Linked { from, to, role, tied: true }));
    if role == Relation::Decides {
        said.extend(decided(from, name, case, world));
    }
    said
}

/// Naming who decides validates the question who does.
fn decided(deal: Entity, name: &str, case: &OwnedCase, world: &World) -> Option<Statement> {
    let checklist = world.playbook.framework_of(&case.deal);
    let criterion = checklist.criteria.iter().find(|known| known.stands_for == AUTHORITY)?;
    Some(Statement::Answered(Answered {
        deal,
        criterion: criterion.key.clone(),
        stands_for: criterion.stands_for.clone(),
        sure: Sure::Confirmed,
        words: name.to_owned(),
        by: case.contact.as_ref().map(|contact| contact.entity),
        on: world.today,
    }))
}
