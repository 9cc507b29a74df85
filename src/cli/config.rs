//! `vigie config`: where everything is, the effective values, where each comes from (with its line), and what is wrong.

use serde_json::{Value, json};

use super::{
    hall::{Hall, USUAL},
    kept,
    print::Table,
    said_in::{self, Told},
    settings::{self, Mistake},
    setup::{self, Origin},
    stop::Code,
};

const FILES: [&str; 3] = ["config.toml", "playbook.toml", "keys.toml"];

pub(super) fn run(hall: &mut Hall) -> Code {
    let (playbook, keys, theme) = (hall.playbook(), hall.keys(), hall.theme());
    let all = [&hall.setup.config.mistake, &playbook.mistake, &keys.mistake, &theme.mistake];
    let mistakes: Vec<Mistake> = all.into_iter().flatten().cloned().collect();
    let there = [hall.setup.config.there, playbook.there, keys.there];
    let (rows, own) = (values(hall), own(hall));
    tell(hall, &rows, &own, there);
    let sentences: Vec<String> = mistakes.iter().map(|mistake| setup::sentence(mistake, &hall.voice)).collect();
    for sentence in &sentences {
        hall.page.line(sentence);
    }
    let values: serde_json::Map<String, Value> = rows
        .iter()
        .map(|row| {
            let origin = origin_key(row.origin);
            (row.name.to_owned(), json!({ "value": row.value, "origin": origin, "line": row.line }))
        })
        .collect();
    let own: Vec<Value> = own
        .iter()
        .map(|(file, told)| json!({ "name": told.name, "value": told.value, "file": file, "line": told.line }))
        .collect();
    let folder = hall.setup.folders.config.display().to_string();
    hall.page.json(&json!({ "values": values, "own": own, "folder": folder, "mistakes": sentences }));
    if mistakes.is_empty() { Code::Fine } else { Code::Settings }
}

/// A value of the person's, and where it comes from.
struct Row {
    name: &'static str,
    value: String,
    origin: Origin,
    /// The line of `config.toml`, where it comes from there.
    line: Option<usize>,
}

fn tell(hall: &mut Hall, rows: &[Row], own: &[(&str, Told)], there: [bool; 3]) {
    let mut table = Table::new(&[]);
    for row in rows {
        let label = hall.voice.say(&format!("cli-config-{}", row.name)).to_owned();
        table.row([label, row.value.clone(), origin_words(hall, row)]);
    }
    for (name, there) in FILES.into_iter().zip(there) {
        let path = hall.setup.folders.config.join(name).display().to_string();
        let state = hall.voice.say(if there { "cli-config-there" } else { "cli-config-absent" }).to_owned();
        table.row([name.to_owned(), path, state]);
    }
    for (file, told) in own {
        table.row([told.name.clone(), told.value.clone(), at(hall, file, told.line)]);
    }
    hall.page.table(&table);
    hall.page.line(hall.voice.say("cli-config-others"));
}

/// What the playbook and the keys of the user's say; all else is as shipped.
fn own(hall: &Hall) -> Vec<(&'static str, Told)> {
    let folder = &hall.setup.folders.config;
    let of = |name: &'static str| {
        let text = kept::read(&folder.join(name)).unwrap_or_default();
        said_in::values(&text).into_iter().map(move |told| (name, told))
    };
    ["playbook.toml", "keys.toml"].into_iter().flat_map(of).collect()
}

fn values(hall: &Hall) -> Vec<Row> {
    let setup = &hall.setup;
    let lang = if setup.lang.value == crate::voice::Language::Fr { "fr" } else { "en" };
    let from_file = |there: bool| if there { Origin::File } else { Origin::Usual };
    let theme = setup.config.value.theme.as_deref();
    let text = kept::read(&setup.folders.config.join("config.toml")).unwrap_or_default();
    let all = [
        ("store", setup.store.value.display().to_string(), setup.store.origin),
        ("lang", lang.to_owned(), setup.lang.origin),
        ("author", setup.author.value.clone(), setup.author.origin),
        ("theme", theme.unwrap_or(USUAL).to_owned(), from_file(theme.is_some())),
        ("mouse", setup.config.value.mouse.unwrap_or(true).to_string(), from_file(setup.config.value.mouse.is_some())),
        ("ascii", setup.config.value.ascii.to_string(), from_file(setup.config.value.ascii)),
    ];
    let mail = mail_values(hall);
    let row = |(name, value, origin)| {
        let key = match name {
            "mail_from" => "from",
            "mail_way" => "host",
            "mail_password" if text.contains("password_command") => "password_command",
            "mail_password" => "password_file",
            name => name,
        };
        let line = if origin == Origin::File { settings::line_of_key(&text, key) } else { None };
        Row { name, value, origin, line }
    };
    all.into_iter().chain(mail).map(row).collect()
}

/// Who letters come from, how they leave, and where the password is; never the password.
fn mail_values(hall: &Hall) -> Vec<(&'static str, String, Origin)> {
    let post = hall.post();
    let mail = hall.setup.config.value.mail.as_ref();
    let smtp = mail.and_then(|mail| mail.smtp.as_ref());
    let file = smtp.and_then(|smtp| smtp.password_file.as_ref()).map(|file| file.display().to_string());
    let password = smtp.and_then(|smtp| smtp.password_command.clone()).or(file).unwrap_or_default();
    let from_file = |there: bool| if there { Origin::File } else { Origin::Usual };
    let unsaid = |text: String| if text.is_empty() { hall.voice.say("cli-config-none").to_owned() } else { text };
    vec![
        ("mail_from", unsaid(post.from.clone()), from_file(!post.from.is_empty())),
        ("mail_way", unsaid(post.told()), from_file(smtp.is_some())),
        ("mail_password", unsaid(password.clone()), from_file(!password.is_empty())),
    ]
}

fn at(hall: &Hall, file: &str, line: usize) -> String {
    hall.voice.tell("cli-settings-place", &[("file", file.into()), ("line", line.to_string().into())])
}

fn origin_key(origin: Origin) -> &'static str {
    match origin {
        Origin::Flag => "flag",
        Origin::Env(name) => name,
        Origin::File => "config.toml",
        Origin::Usual => "default",
    }
}

fn origin_words(hall: &Hall, row: &Row) -> String {
    match row.origin {
        Origin::Flag => hall.voice.say("cli-origin-flag").to_owned(),
        Origin::Env(name) => name.to_owned(),
        Origin::File => row.line.map_or_else(|| "config.toml".to_owned(), |line| at(hall, "config.toml", line)),
        Origin::Usual => hall.voice.say("cli-origin-usual").to_owned(),
    }
}
