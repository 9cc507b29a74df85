//! `vigie add "Marie Lefèvre, Menuiserie Lefèvre, 06 39 98 00 01, …"`: somebody new, from pieces in any order.

use crate::sales::{
    double::{Likeness, Portrait, differing, like_one_of},
    entity::{Entity, Kind},
    fact::{Assigned, Statement, Value},
    words::{
        Flaw, amount, email,
        fold::folded,
        introduced,
        name::{self, is_house},
        phone, plain, siren,
    },
};

use super::{
    args::Add,
    door::Door,
    doubles,
    fields_of::{self, Places, set},
    set,
    stop::{Code, Done, Stop},
    trouble, who,
};

/// What a piece turned out to be.
enum Piece {
    /// A field and its text.
    Field(String, String),
    /// A post code and a town.
    Place(String, String),
    /// Words that name a person or a house.
    Name(String),
}

pub(super) fn run(door: &mut Door, said: &Add) -> Done {
    let text = said.pieces.join(", ");
    let pieces: Vec<Piece> = split(&text).iter().flat_map(|piece| parted(understood(door, piece))).collect();
    let names: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Name(name) = piece { Some(name.as_str()) } else { None })
        .collect();
    let (person, house) = told_apart(door, &names)?;
    let mut places = if person.is_some() || house.is_none() { Places::fresh() } else { Places::house() };
    let mut statements = named(door, &mut places, person.as_deref(), house.as_deref());
    for piece in &pieces {
        match piece {
            Piece::Field(word, text) => statements.push(set::one(door, &mut places, word, text)?),
            Piece::Place(code, town) => {
                statements.push(set::one(door, &mut places, "contact.postcode", code)?);
                statements.push(set::one(door, &mut places, "contact.town", town)?);
            }
            Piece::Name(_) => {}
        }
    }
    if statements.is_empty() {
        return Err(Stop::input(door.voice.say("cli-add-nobody")));
    }
    let deal = places.project();
    let mut all = std::mem::take(&mut places.first);
    all.append(&mut statements);
    assign(door, places.party, &mut all);
    debug_assert!(deal.kind == Kind::Deal, "a project is a deal");
    if said.anyway {
        door.desk.forgive(&all).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    } else {
        known(door, &all)?;
    }
    record(door, places.party, all)
}

/// Pieces between commas; a comma inside an amount parts nothing.
fn split(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in plain::line(text).split(&[',', ';'][..]) {
        match pieces.last_mut() {
            Some(last) if continues_amount(last, piece) => {
                last.push(',');
                last.push_str(piece);
            }
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces.iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// `8` and `4 k€` were one amount: digits meet digits without a space between.
fn continues_amount(before: &str, piece: &str) -> bool {
    let figure =
        |text: &str| text.trim().len() <= 7 && text.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    figure(before)
        && before.ends_with(|c: char| c.is_ascii_digit())
        && piece.starts_with(|c: char| c.is_ascii_digit())
        && piece.contains('€')
}

/// What a piece is, by its shape; then by the field its first word names; else a name.
fn understood(door: &Door, piece: &str) -> Piece {
    let field = |key: &str, text: &str| Piece::Field(key.to_owned(), text.to_owned());
    if let Some((word, text)) = piece.split_once(['=', ':']).filter(|(word, _)| is_field(door, word)) {
        return field(word.trim(), text.trim());
    }
    if email::parse(piece).is_ok() {
        return field("contact.email", piece);
    }
    let digits = piece.chars().filter(char::is_ascii_digit).count();
    if digits == 14 && siren::siret(piece).is_ok() {
        return field("company.siret", piece);
    }
    if digits == 9 && siren::siren(piece).is_ok() && !piece.trim_start().starts_with(['+', '0']) {
        return field("company.siren", piece);
    }
    if digits >= 6 && phone::parse(piece).is_ok() {
        let mobile = phone::parse(piece).is_ok_and(|phone| is_mobile(&phone.e164));
        return field(if mobile { "contact.mobile" } else { "contact.phone" }, piece);
    }
    // One below zero is told as such where fields are read, never taken for the name of a house.
    if piece.contains('€') && matches!(amount::parse(piece, door.context(None).tax), Ok(_) | Err(Flaw::Negative)) {
        return field("deal.amount", piece);
    }
    if let Some((code, town)) =
        piece.split_once(' ').filter(|(code, _)| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit()))
    {
        return Piece::Place(code.to_owned(), town.trim().to_owned());
    }
    if let Some((word, text)) = piece.split_once(' ').filter(|(word, _)| is_field(door, word) && !is_name_word(word)) {
        return field(word, text.trim());
    }
    Piece::Name(piece.to_owned())
}

/// What was said without commas: `Jean Dupont 0639980001`.
fn parted(piece: Piece) -> Vec<Piece> {
    let Piece::Name(text) = &piece else { return vec![piece] };
    let Some(told) = introduced::read(text) else { return vec![piece] };
    let fields = told.fields.into_iter().map(|(key, text)| Piece::Field(key.to_owned(), text));
    let names = [told.person, told.house].into_iter().filter(|name| !name.is_empty()).map(Piece::Name);
    let rest = Some(told.rest).filter(|rest| !rest.is_empty());
    names.chain(fields).chain(rest.map(|rest| Piece::Field("contact.note".to_owned(), rest))).collect()
}

fn is_mobile(e164: &str) -> bool {
    e164.starts_with("+336") || e164.starts_with("+337")
}

fn is_field(door: &Door, word: &str) -> bool {
    fields_of::named(door, word.trim(), Kind::Contact).is_ok()
}

/// Words that begin names of firms, though a column may be called so: "Client", "Société".
fn is_name_word(word: &str) -> bool {
    matches!(&*folded(word), "societe" | "entreprise" | "company" | "client" | "compte" | "cabinet" | "budget")
}

/// Which name is the person's and which the house's.
fn told_apart(door: &Door, names: &[&str]) -> Result<(Option<String>, Option<String>), Stop> {
    match names {
        [] => Ok((None, None)),
        [one] if is_house(one) => Ok((None, Some((*one).to_owned()))),
        [one] => Ok((Some((*one).to_owned()), None)),
        [first, second] if is_house(first) && !is_house(second) => {
            Ok((Some((*second).to_owned()), Some((*first).to_owned())))
        }
        [first, second] => Ok((Some((*first).to_owned()), Some((*second).to_owned()))),
        [_, _, rest @ ..] => Err(Stop::input(
            door.tell("cli-add-piece", &vec![("piece", rest.first().copied().unwrap_or_default().into())]),
        )),
    }
}

/// The names as fields.
fn named(door: &Door, places: &mut Places, person: Option<&str>, house: Option<&str>) -> Vec<Statement> {
    let mut statements = Vec::new();
    if let Some(person) = person {
        let parts = name::cut(person);
        let fields = [
            ("contact.civility", parts.civility),
            ("contact.given_name", parts.given),
            ("contact.family_name", parts.family),
        ];
        let fields = fields.into_iter().filter(|(_, text)| !text.is_empty());
        statements.extend(fields.map(|(key, text)| set(places.party, key, Value::Text(text))));
    }
    if let Some(house) = house {
        match fields_of::company_named(door, house).filter(|_| person.is_some()) {
            Some(known) => places.works_for(known),
            None => statements.push(set(places.house_of(), "company.name", Value::Text(house.to_owned()))),
        }
    }
    statements
}

/// Refuses somebody who looks like somebody known: most often it is the same person.
fn known(door: &Door, said: &[Statement]) -> Result<(), Stop> {
    let preview = door.preview(said);
    let new = preview.changed().filter(|entity| entity.is_fresh()).filter_map(|new| Portrait::of(&preview, new));
    let likest = new.filter_map(|new| {
        let all = door.book().entities(new.entity.kind).filter_map(|known| Portrait::of(door.book(), known));
        like_one_of(&new, all).into_iter().next().map(|(known, like)| (new.entity, known, like))
    });
    match likest.max_by_key(|(.., like)| like.certainty) {
        Some((new, known, like)) => Err(already(door, said, (new, known), &like)),
        None => Ok(()),
    }
}

/// Who that is, why, and what the two say differently.
fn already(door: &Door, said: &[Statement], (new, known): (Entity, Entity), like: &Likeness) -> Stop {
    let party = door.search().describe(known);
    let args = vec![
        ("who", party.name.as_str().into()),
        ("why", door.voice.likeness(like).into()),
        ("short", super::short(known).into()),
    ];
    let telling = door.telling();
    let changes = differing(said, new, known, door.book());
    let changes = changes.iter().filter_map(|(before, after)| telling.line(after, before.as_ref()));
    let lines: Vec<String> = changes.map(|line| format!("    {line}")).collect();
    Stop::input(door.tell("cli-add-known", &args))
        .with_lines([format!("  {}", who::told_apart(&party))])
        .with_lines(lines)
        .with("known", known.to_string())
        .with("likeness", doubles::like_json(like))
}

/// Whoever enters somebody looks after them, unless it was said otherwise.
fn assign(door: &Door, about: Entity, statements: &mut Vec<Statement>) {
    let owner = door.desk.author().to_owned();
    if !owner.is_empty() && !statements.iter().any(|statement| matches!(statement, Statement::Assigned(_))) {
        statements.push(Statement::Assigned(Assigned { about, owner, note: String::new() }));
    }
}

fn record(door: &mut Door, party: Entity, statements: Vec<Statement>) -> Done {
    let lines: Vec<String> = statements
        .iter()
        .filter(|statement| matches!(statement, Statement::Set(_)))
        .filter_map(|statement| door.telling().line(statement, None))
        .collect();
    let sentence = door.tell("cli-add-done", &vec![("what", lines.join(" ; ").into())]);
    door.write(party, statements, &sentence)?;
    Ok(Code::Fine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_part_pieces_but_not_amounts() {
        assert_eq!(
            split("Marie Lefèvre, 06 39 98 00 01,8,4 k€ , x"),
            ["Marie Lefèvre", "06 39 98 00 01", "8,4 k€", "x"]
        );
        assert_eq!(split(" ,, ;"), Vec::<String>::new());
    }
}
