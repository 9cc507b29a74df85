//! `vigie config`: where everything is, the effective values, where each comes from, and what is wrong.

use serde_json::{Value, json};

use super::{
    hall::Hall,
    print::Table,
    settings::Mistake,
    setup::{self, Origin},
    stop::Code,
};

pub(super) fn run(hall: &mut Hall) -> Code {
    let playbook = hall.playbook();
    let mistakes: Vec<Mistake> =
        [hall.setup.config.mistake.clone(), playbook.mistake.clone()].into_iter().flatten().collect();
    let rows = values(hall);
    let files = [("config.toml", hall.setup.config.there), ("playbook.toml", playbook.there)];
    let mut table = Table::new(&[]);
    for (name, value, origin) in &rows {
        let label = hall.voice.say(&format!("cli-config-{name}")).to_owned();
        table.row([label, value.clone(), origin_words(hall, *origin)]);
    }
    for (name, there) in files {
        let path = hall.setup.folders.config.join(name).display().to_string();
        let state = hall.voice.say(if there { "cli-config-there" } else { "cli-config-absent" }).to_owned();
        table.row([name.to_owned(), path, state]);
    }
    hall.page.table(&table);
    let sentences: Vec<String> = mistakes.iter().map(|mistake| setup::sentence(mistake, &hall.voice)).collect();
    for sentence in &sentences {
        hall.page.line(sentence);
    }
    let values: serde_json::Map<String, Value> = rows
        .iter()
        .map(|(name, value, origin)| ((*name).to_owned(), json!({ "value": value, "origin": origin_key(*origin) })))
        .collect();
    let folder = hall.setup.folders.config.display().to_string();
    hall.page.json(&json!({ "values": values, "folder": folder, "mistakes": sentences }));
    if mistakes.is_empty() { Code::Fine } else { Code::Settings }
}

fn values(hall: &Hall) -> Vec<(&'static str, String, Origin)> {
    let setup = &hall.setup;
    let lang = if setup.lang.value == crate::voice::Language::Fr { "fr" } else { "en" };
    let from_file = |there: bool| if there { Origin::File } else { Origin::Usual };
    let theme = setup.config.value.theme.as_deref();
    vec![
        ("store", setup.store.value.display().to_string(), setup.store.origin),
        ("lang", lang.to_owned(), setup.lang.origin),
        ("author", setup.author.value.clone(), setup.author.origin),
        ("theme", theme.unwrap_or(super::hall::USUAL).to_owned(), from_file(theme.is_some())),
        ("ascii", setup.config.value.ascii.to_string(), from_file(setup.config.value.ascii)),
        ("mouse", setup.config.value.mouse.unwrap_or(true).to_string(), from_file(setup.config.value.mouse.is_some())),
    ]
}

fn origin_key(origin: Origin) -> &'static str {
    match origin {
        Origin::Flag => "flag",
        Origin::Env(name) => name,
        Origin::File => "config.toml",
        Origin::Usual => "default",
    }
}

fn origin_words(hall: &Hall, origin: Origin) -> String {
    match origin {
        Origin::Flag => hall.voice.say("cli-origin-flag").to_owned(),
        Origin::Env(name) => name.to_owned(),
        Origin::File => "config.toml".to_owned(),
        Origin::Usual => hall.voice.say("cli-origin-usual").to_owned(),
    }
}
