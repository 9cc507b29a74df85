//! Who a row is about: a person and a company, met again in the portfolio or further up in the file, or new.

use rustc_hash::FxHashSet;

use crate::sales::{
    company::Company,
    contact::Contact,
    deal::Deal,
    entity::{Entity, Kind},
    erasure,
    fact::Value,
    fields::{Fields, field},
    moment::Day,
    words::{fold::folded, siren, value},
};

use super::{
    gathered::Gathered,
    index::{Firm, Index, Key, Met, Named, key, key_about, short},
    known::Known,
    mapping::Column,
};

/// Somebody or something a row speaks of.
#[derive(Clone, Debug)]
pub struct Side<T> {
    /// Which one.
    pub entity: Entity,
    /// Named here for the first time.
    pub new: bool,
    /// As the portfolio has it, unless an earlier row of the file has spoken of it.
    pub before: Option<T>,
}

impl<T> Side<T> {
    /// Named or changed by an earlier row of the same file.
    pub fn is_again(&self) -> bool {
        !self.new && self.before.is_none()
    }
}

/// Who a row is about.
#[derive(Clone, Debug)]
pub struct Party {
    /// The person.
    pub person: Option<Side<Contact>>,
    /// The company.
    pub firm: Option<Side<Company>>,
    /// An e-mail that people of other names have too.
    pub shared: bool,
}

impl Party {
    /// With whom a deal is: the person, else the company.
    pub fn entity(&self) -> Option<Entity> {
        self.person.as_ref().map(|side| side.entity).or(self.firm.as_ref().map(|side| side.entity))
    }

    /// Whether the row names somebody new.
    pub fn is_new(&self) -> bool {
        self.person.as_ref().is_some_and(|side| side.new) || self.firm.as_ref().is_some_and(|side| side.new)
    }

    /// Whether the party itself is named here for the first time.
    fn is_with_new(&self) -> bool {
        self.person.as_ref().map_or_else(|| self.firm.as_ref().is_some_and(|side| side.new), |side| side.new)
    }
}

/// Gives ids to what is new.
pub type Births<'a> = &'a mut dyn FnMut(Kind) -> Entity;

/// Everybody an import can meet.
pub struct Parties<'a> {
    known: &'a dyn Known,
    births: Births<'a>,
    /// Who appeared in the file.
    pub index: Index,
    touched: FxHashSet<Entity>,
    joined: FxHashSet<Entity>,
}

/// The words that tell a company.
struct Signs {
    name: String,
    postcode: String,
    siret: String,
    siren: String,
    /// Its number in another program: all there is of it in a file of deals.
    reference: String,
}

impl<'a> Parties<'a> {
    /// The portfolio, and a source of ids for what it does not know.
    pub fn new(known: &'a dyn Known, births: Births<'a>) -> Self {
        Self { known, births, index: Index::default(), touched: FxHashSet::default(), joined: FxHashSet::default() }
    }

    /// Whether a row is about somebody who was forgotten and objects to being taken in again.
    pub fn objects(&self, row: &Gathered) -> bool {
        let words = row.contact.iter().chain(&row.company).filter_map(|(field, value)| match value {
            Value::Text(text) => erasure::reach(field.key, text),
            _ => None,
        });
        words.into_iter().any(|word| self.known.is_forgotten(&word))
    }

    /// Who a row is about; nothing where it names nobody. Moves what the company owns to the company.
    pub fn meet(&mut self, row: &mut Gathered, columns: &[Column]) -> Option<Party> {
        let text = |key: &str| !Gathered::text(&row.contact, key).is_empty();
        let firm = ["company.name", "company.siret", "company.siren"];
        let firm = firm.iter().any(|key| !Gathered::text(&row.company, key).is_empty());
        let named = text("contact.given_name") || text("contact.family_name");
        let reachable = text("contact.email") || text("contact.phone") || text("contact.mobile");
        let firm = firm || self.refers(Kind::Company, Gathered::text(&row.company, "company.reference"));
        let person = named || !firm && reachable;
        let person = person || self.refers(Kind::Contact, Gathered::text(&row.contact, "contact.reference"));
        match (person, firm) {
            (true, false) => loose(row, columns),
            (false, true) => to_firm(row, columns),
            (false, false) => {
                awaited(row);
                loose(row, columns);
                nobody(row, columns);
            }
            (true, true) => {}
        }
        let firm = firm.then(|| self.firm(row));
        let mut shared = false;
        let person = person.then(|| {
            let company = firm.as_ref().map(|side| side.entity);
            self.person(row, company, &mut shared)
        });
        let numbered = !Gathered::text(&row.deal, "deal.reference").is_empty();
        (person.is_some() || firm.is_some() || numbered).then_some(Party { person, firm, shared })
    }

    /// The portfolio.
    pub fn known(&self) -> &'a dyn Known {
        self.known
    }

    /// The deals that wait for somebody of this number, each once.
    pub fn awaiting(&mut self, side: Entity, reference: &str) -> Vec<Deal> {
        let known = self.known;
        let waiting = if reference.is_empty() { Vec::new() } else { known.awaiting(side.kind, reference) };
        waiting.into_iter().filter(|deal| self.joined.insert(*deal)).filter_map(|deal| known.deal(deal)).collect()
    }

    /// Whether the file or the portfolio has somebody of this number.
    fn refers(&self, kind: Kind, reference: &str) -> bool {
        let in_file = || match kind {
            Kind::Contact => matches!(self.index.person(key(b'R', &[reference]), Named::default()), Met::Same(_)),
            _ => self.index.firm(key(b'R', &[reference])).is_some(),
        };
        let known = || self.known.by_reference(reference).iter().any(|entity| entity.kind == kind);
        !reference.is_empty() && (in_file() || known())
    }

    /// The deal of a row: the one of its number, else one of its party.
    pub fn deal(&mut self, party: &Party, row: &Gathered) -> Option<Side<Deal>> {
        let text = |key: &str| Gathered::text(&row.deal, key);
        let reference = text("deal.reference");
        if reference.is_empty() {
            return self.deal_of(party, text("deal.title"), row.around.bought);
        }
        let number = key(b'X', &[reference]);
        if let Some(entity) = self.index.deal(number) {
            return Some(Side { entity, new: false, before: None });
        }
        let deals = self.known.by_reference(reference);
        let known = deals.iter().filter(|deal| deal.kind == Kind::Deal).find_map(|deal| self.known.deal(*deal));
        let side = match known {
            Some(deal) => self.before(deal.entity, deal),
            None => Side { entity: (self.births)(Kind::Deal), new: true, before: None },
        };
        self.index.keep_deal(number, side.entity);
        Some(side)
    }

    /// A deal of a party: the one of this title in the portfolio or the file, the only one where the row gives none,
    /// else a new one. What was bought on a day is not what is still open under the same title.
    fn deal_of(&mut self, party: &Party, title: &str, bought: Option<Day>) -> Option<Side<Deal>> {
        let with = party.entity()?;
        let title = folded(title);
        let on = bought.map(|day| day.to_string()).unwrap_or_default();
        let of_title = (!title.is_empty()).then(|| key_about(b'D', with, &[&title, &on]));
        let keys = [Some(key_about(b'O', with, &[])).filter(|_| title.is_empty()), of_title];
        let met = keys.into_iter().flatten().find_map(|key| self.index.deal(key));
        if let Some(entity) = met {
            return Some(Side { entity, new: false, before: None });
        }
        let known = if party.is_with_new() { Vec::new() } else { self.deals_with(with) };
        let only = (title.is_empty() && known.len() == 1).then(|| known.first()).flatten();
        let titled = || known.iter().filter(|deal| folded(deal.title()) == title);
        let same = titled().find(|deal| is_same_purchase(deal, bought)).or_else(|| titled().next()).or(only).cloned();
        let side = match same {
            Some(deal) => self.before(deal.entity, deal),
            None => Side { entity: (self.births)(Kind::Deal), new: true, before: None },
        };
        let last = key_about(b'O', with, &[]);
        of_title.into_iter().chain([last]).for_each(|key| self.index.keep_deal(key, side.entity));
        Some(side)
    }

    /// The deals the portfolio has with a party.
    fn deals_with(&self, party: Entity) -> Vec<Deal> {
        let dealings = match party.kind {
            Kind::Contact => self.known.contact(party).map(|known| known.dealings),
            _ => self.known.company(party).map(|known| known.dealings),
        };
        let deals = dealings.map(|dealings| dealings.deals).unwrap_or_default();
        deals.into_iter().filter_map(|deal| self.known.deal(deal)).collect()
    }

    fn firm(&mut self, row: &Gathered) -> Side<Company> {
        let text = |key: &str| Gathered::text(&row.company, key).to_owned();
        let own = text("company.postcode");
        let postcode = if own.is_empty() { Gathered::text(&row.contact, "contact.postcode").to_owned() } else { own };
        let siret = text("company.siret");
        let of_siret = siren::siren_of(&siret).unwrap_or_default().to_owned();
        let siren = if of_siret.is_empty() { text("company.siren") } else { of_siret };
        let name = folded(&text("company.name")).into_owned();
        let signs = Signs { name, postcode, siret, siren, reference: text("company.reference") };
        let side = match self.firm_in_file(&signs) {
            Some(firm) => Side { entity: firm.entity, new: false, before: None },
            None => match self.firm_in_portfolio(&signs) {
                Some(company) => self.before(company.entity, company),
                None => Side { entity: (self.births)(Kind::Company), new: true, before: None },
            },
        };
        let firm = Firm { entity: side.entity, siret: short(&signs.siret) };
        self.index.keep_firm(firm, &signs.keys());
        side
    }

    fn firm_in_file(&self, signs: &Signs) -> Option<Firm> {
        let by = |tag: u8, words: &[&str]| self.index.firm(key(tag, words));
        let siret = short(&signs.siret);
        let fits = |firm: &Firm| siret == 0 || firm.siret == 0 || firm.siret == siret;
        let by_siret = (siret != 0).then(|| by(b'S', &[&signs.siret])).flatten();
        let by_siren = || (!signs.siren.is_empty()).then(|| by(b'N', &[&signs.siren])).flatten().filter(fits);
        let by_name = || {
            let here = by(b'C', &[&signs.name, &signs.postcode]).or_else(|| by(b'C', &[&signs.name, ""]));
            let anywhere = || signs.postcode.is_empty().then(|| by(b'A', &[&signs.name])).flatten();
            (!signs.name.is_empty()).then(|| here.or_else(anywhere)).flatten().filter(fits)
        };
        let by_number = || signs.is_number_alone().then(|| by(b'R', &[&signs.reference])).flatten();
        by_siret.or_else(by_siren).or_else(by_name).or_else(by_number)
    }

    fn firm_in_portfolio(&self, signs: &Signs) -> Option<Company> {
        let clash = |one: &str, two: &str| !one.is_empty() && !two.is_empty() && one != two;
        let company = |entity: &Entity| self.known.company(*entity).filter(|_| entity.kind == Kind::Company);
        let fits = |company: &Company| !clash(company.fields.text("company.siret"), &signs.siret);
        let near =
            |company: &Company| fits(company) && !clash(company.fields.text("company.postcode"), &signs.postcode);
        let by_siret = if signs.siret.is_empty() { Vec::new() } else { self.known.by_siret(&signs.siret) };
        let by_siren = || if signs.siren.is_empty() { Vec::new() } else { self.known.by_siren(&signs.siren) };
        let by_name = || if signs.name.is_empty() { Vec::new() } else { self.known.by_company_name(&signs.name) };
        by_siret
            .iter()
            .find_map(company)
            .or_else(|| by_siren().iter().filter_map(company).find(fits))
            .or_else(|| by_name().iter().filter_map(company).find(near))
            .or_else(|| {
                self.known.by_reference(&signs.reference).iter().filter(|_| signs.is_number_alone()).find_map(company)
            })
    }

    fn person(&mut self, row: &Gathered, firm: Option<Entity>, shared: &mut bool) -> Side<Contact> {
        let text = |key: &str| Gathered::text(&row.contact, key);
        let (given, family) = (folded(text("contact.given_name")), folded(text("contact.family_name")));
        let named = Named { given: short(&given), family: short(&family) };
        let (keys, emails) = keys_of(row, &given, &family, firm);
        let side = match self.person_in_file(&keys, emails, named, shared) {
            Some(entity) => Side { entity, new: false, before: None },
            None => match self.person_in_portfolio(row, named, [&given, &family], firm) {
                Some(contact) => self.before(contact.entity, contact),
                None => Side { entity: (self.births)(Kind::Contact), new: true, before: None },
            },
        };
        if !side.is_again() || keys.iter().any(|key| self.index.person(*key, named) == Met::Nobody) {
            self.index.keep(side.entity, named, &keys);
        }
        side
    }

    fn person_in_file(&self, keys: &[Key], emails: usize, named: Named, shared: &mut bool) -> Option<Entity> {
        let mut others = false;
        for (at, key) in keys.iter().enumerate() {
            match self.index.person(*key, named) {
                Met::Same(entity) => return Some(entity),
                Met::Others => others |= at < emails,
                Met::Nobody => {}
            }
        }
        *shared = others;
        None
    }

    fn person_in_portfolio(
        &self,
        row: &Gathered,
        named: Named,
        name: [&str; 2],
        firm: Option<Entity>,
    ) -> Option<Contact> {
        let text = |key: &str| Gathered::text(&row.contact, key);
        let contact = |entity: &Entity| self.known.contact(*entity).filter(|_| entity.kind == Kind::Contact);
        let fits = |contact: &Contact| named_of(&contact.fields).fits(named);
        let mut met = Vec::new();
        if !text("contact.email").is_empty() {
            met = self.known.by_email(text("contact.email"));
        }
        for phone in [text("contact.phone"), text("contact.mobile")].into_iter().filter(|phone| !phone.is_empty()) {
            met.extend(self.known.by_phone(phone));
        }
        let numbered = self.known.by_reference(text("contact.reference"));
        let same = |contact: &Contact| {
            let named_there = !named_of(&contact.fields).is_empty();
            fits(contact) && (met.is_empty() && named.is_empty() || named_there && !named.is_empty())
        };
        let by_number = || numbered.iter().filter_map(contact).find(same);
        met.iter().filter_map(contact).find(fits).or_else(by_number).or_else(|| {
            let met = if named.is_empty() { Vec::new() } else { self.known.by_name(name.join(" ").trim()) };
            let place = |contact: &Contact, key: &str| folded(contact.fields.text(key)) == folded(text(key));
            let reachable =
                ["contact.email", "contact.phone", "contact.mobile"].iter().any(|key| !text(key).is_empty());
            let neighbour = |contact: &Contact| {
                !reachable && is_lone(contact) && place(contact, "contact.postcode") && place(contact, "contact.town")
            };
            met.iter().filter_map(contact).find(|contact| match firm {
                Some(_) => contact.company == firm,
                None => neighbour(contact),
            })
        })
    }

    /// What the portfolio says counts until the file has spoken of it.
    fn before<T>(&mut self, entity: Entity, record: T) -> Side<T> {
        let first = self.touched.insert(entity);
        Side { entity, new: false, before: first.then_some(record) }
    }
}

impl Signs {
    fn is_number_alone(&self) -> bool {
        self.name.is_empty() && self.siret.is_empty() && self.siren.is_empty()
    }

    fn keys(&self) -> Vec<Key> {
        let mut keys = Vec::with_capacity(4);
        if !self.siret.is_empty() {
            keys.push(key(b'S', &[&self.siret]));
        }
        if !self.siren.is_empty() {
            keys.push(key(b'N', &[&self.siren]));
        }
        if !self.reference.is_empty() {
            keys.push(key(b'R', &[&self.reference]));
        }
        if !self.name.is_empty() {
            keys.push(key(b'C', &[&self.name, &self.postcode]));
            keys.push(key(b'A', &[&self.name]));
        }
        keys
    }
}

/// The keys of a person, the last by name in its company or, where nothing else tells it, its town; and how many of the first are about the e-mail.
fn keys_of(row: &Gathered, given: &str, family: &str, firm: Option<Entity>) -> (Vec<Key>, usize) {
    let text = |key: &str| Gathered::text(&row.contact, key);
    let mut keys = Vec::with_capacity(4);
    let email = text("contact.email");
    if !email.is_empty() {
        keys.push(key(b'E', &[email]));
    }
    let emails = keys.len();
    for phone in [text("contact.phone"), text("contact.mobile")].into_iter().filter(|phone| !phone.is_empty()) {
        keys.push(key(b'P', &[phone]));
    }
    let number = text("contact.reference");
    let lone = keys.is_empty();
    if !number.is_empty() {
        keys.push(key(b'R', &[number]));
    }
    let name = [given.min(family), given.max(family)];
    match firm {
        _ if given.is_empty() && family.is_empty() => {}
        Some(firm) => keys.push(key_about(b'F', firm, &name)),
        None if lone => {
            keys.push(key(b'L', &[name[0], name[1], text("contact.postcode"), &folded(text("contact.town"))]));
        }
        None => {}
    }
    (keys, emails)
}

/// Bought on this day, or not bought where none is given.
fn is_same_purchase(deal: &Deal, bought: Option<Day>) -> bool {
    match bought {
        Some(day) => deal.purchases.iter().any(|purchase| purchase.on == day),
        None => !deal.is_won(),
    }
}

/// Nothing but a name and a place: no address, no number, no company.
fn is_lone(contact: &Contact) -> bool {
    let none = |key: &str| contact.fields.text(key).is_empty();
    contact.company.is_none() && none("contact.email") && none("contact.phone") && none("contact.mobile")
}

fn named_of(fields: &Fields) -> Named {
    let part = |key: &str| short(&folded(fields.text(key)));
    Named { given: part("contact.given_name"), family: part("contact.family_name") }
}

/// What a person's column holds that a company has too.
const OF_FIRM: [(&str, &str); 6] = [
    ("contact.email", "company.email"),
    ("contact.phone", "company.phone"),
    ("contact.mobile", "company.phone"),
    ("contact.street", "company.street"),
    ("contact.postcode", "company.postcode"),
    ("contact.town", "company.town"),
];

/// A row without a person: its address and numbers are the company's, the rest goes to the note.
fn to_firm(row: &mut Gathered, columns: &[Column]) {
    for (own, value) in std::mem::take(&mut row.contact) {
        let place = OF_FIRM.iter().find(|(key, _)| *key == own.key).and_then(|(_, key)| field(key));
        let free = place.filter(|place| !row.company.iter().any(|(taken, _)| taken.key == place.key));
        match free {
            Some(place) => row.company.push((place, value)),
            None => row.remark(header(columns, own.key), &value::typed(own, &value)),
        }
    }
}

/// A deal whose people or company are known by their number alone waits for them.
fn awaited(row: &mut Gathered) {
    for (list, from, to) in [
        (&mut row.contact, "contact.reference", "deal.contact_reference"),
        (&mut row.company, "company.reference", "deal.company_reference"),
    ] {
        let at = list.iter().position(|(field, _)| field.key == from);
        if let (Some(at), Some(field)) = (at, field(to)) {
            row.deal.push((field, list.remove(at).1));
        }
    }
}

/// A deal without anybody: what the row says about a person goes to the note.
fn nobody(row: &mut Gathered, columns: &[Column]) {
    for (own, value) in std::mem::take(&mut row.contact) {
        row.remark(header(columns, own.key), &value::typed(own, &value));
    }
}

/// A row without a company: what it says about one goes to the note.
fn loose(row: &mut Gathered, columns: &[Column]) {
    for (own, value) in std::mem::take(&mut row.company) {
        row.remark(header(columns, own.key), &value::typed(own, &value));
    }
}

fn header<'c>(columns: &'c [Column], key: &str) -> &'c str {
    columns.iter().find(|column| column.meaning.key() == key).map_or("", |column| &column.header)
}
