//! The command line as a process: each command, both languages, exit codes, JSON whose keys stay, bad input.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// A home of its own for each test, with nothing of the machine's environment.
pub(super) struct Home(tempfile::TempDir);

/// What a command said.
pub(super) struct Said {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Home {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A home whose portfolio is a small made-up one.
    fn with_demo() -> Self {
        let home = Self::new();
        let store = home.store();
        assert_eq!(home.ask(&["--store", store.to_str().unwrap(), "demo", "--size", "60"]).code, 0);
        home
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(super) fn store(&self) -> PathBuf {
        self.path("data/vigie")
    }

    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
        command
            .env_clear()
            .env("HOME", self.0.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("USER", "sandrine")
            .current_dir(self.0.path())
            .stdin(Stdio::null());
        command
    }

    pub(super) fn ask(&self, words: &[&str]) -> Said {
        said(&self.command().args(words).output().unwrap())
    }

    /// Says it and expects it to be fine.
    pub(super) fn does(&self, words: &[&str]) -> String {
        let said = self.ask(words);
        assert_eq!(said.code, 0, "{words:?}: {}{}", said.out, said.err);
        said.out
    }

    pub(super) fn json(&self, words: &[&str]) -> Value {
        let out = self.does(&[&["--json"], words].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
    }

    /// Says it and expects it to be refused with a code; gives the sentence.
    pub(super) fn refuses(&self, code: i32, words: &[&str]) -> String {
        let said = self.ask(words);
        assert_eq!(said.code, code, "{words:?}: {}{}", said.out, said.err);
        assert!(!said.err.trim().is_empty(), "{words:?} said nothing");
        assert!(!said.err.contains("panicked"), "{}", said.err);
        said.err
    }

    pub(super) fn with(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Marie, entered by hand.
    pub(super) fn with_marie() -> Self {
        let home = Self::new();
        home.does(&["add", "Marie Lefèvre, Menuiserie Lefèvre, 06 39 98 00 01, marie@lefevre.example, source salon"]);
        home
    }
}

pub(super) fn said(output: &Output) -> Said {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Said { code: output.status.code().unwrap(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// Every key of a JSON value, with where it stands; lists by their first element.
fn keys(value: &Value, at: &str, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            let here = format!("{at}.{key}");
            into.push(here.clone());
            keys(value, &here, into);
        }),
        Value::Array(list) => list.first().into_iter().for_each(|first| keys(first, &format!("{at}[]"), into)),
        _ => {}
    }
}

fn keys_of(value: &Value) -> String {
    let mut all = Vec::new();
    keys(value, "", &mut all);
    all.sort();
    all.join(" ")
}

#[test]
fn somebody_is_added_from_pieces_in_any_order() {
    let home = Home::new();
    home.does(&[
        "add",
        "source salon, marie@lefevre.example, Marie Lefèvre, 06.39.98.00.01",
        "Menuiserie Lefèvre, 8,4 k€",
    ]);
    let fiche = home.json(&["show", "lefevre"]);
    assert_eq!(fiche["name"], "Marie Lefèvre");
    assert_eq!(fiche["company"], "Menuiserie Lefèvre");
    assert_eq!(fiche["phone"], "+33639980001");
    assert_eq!(fiche["email"], "marie@lefevre.example");
    assert_eq!(fiche["fields"]["contact.source"]["text"], "fair");
    assert_eq!(fiche["deal"]["amount"], serde_json::json!({"cents": 840_000, "tax": "ht"}));
    assert_eq!((fiche["status"].as_str(), fiche["owner"].as_str()), (Some("lead"), Some("sandrine")));
}

#[test]
fn who_is_known_already_is_not_added_twice_unawares() {
    let home = Home::with_marie();
    let told = home.refuses(2, &["add", "M. Lefèvre, marie@lefevre.example"]);
    assert!(told.contains("Marie Lefèvre") && told.contains("--anyway"), "{told}");
    home.does(&["add", "--anyway", "Marc Lefèvre, marie@lefevre.example"]);
}

#[test]
fn from_lead_to_client_the_stages_ask_for_exactly_what_is_missing() {
    let home = Home::with_marie();
    let told = home.refuses(2, &["move", "marie", "prospect"]);
    assert!(told.contains("Besoin, Budget, Délai, Qui décide"), "{told}");
    home.does(&[
        "qualify",
        "marie",
        "besoin=oui:cuisine",
        "budget=oui:8-9 k€",
        "délai=oui:mars",
        "qui décide=oui:elle",
    ]);
    home.does(&["move", "marie", "prospect"]);
    assert_eq!(home.json(&["show", "marie"])["status"], "prospect");
    let told = home.refuses(2, &["move", "marie", "à chiffrer"]);
    assert!(told.contains("--amount") && told.contains("--closing"), "{told}");
    home.does(&["move", "marie", "à chiffrer", "--amount", "8400", "--closing", "3j"]);
    assert!(home.refuses(2, &["move", "marie", "devis"]).contains("--quote"));
    home.does(&["move", "marie", "devis", "--quote", "8 400 €", "--number", "D1"]);
    assert!(home.refuses(2, &["move", "marie", "won"]).contains("vigie buy"));
    assert!(home.refuses(2, &["buy", "marie", "8400"]).contains("--proof"));
    home.does(&["buy", "marie", "8400", "--proof", "devis signé"]);
    let fiche = home.json(&["show", "marie"]);
    assert_eq!((fiche["status"].as_str(), fiche["deal"]["stage"].as_str()), (Some("client"), Some("won")));
    home.does(&["undo"]);
    assert_eq!(home.json(&["show", "marie"])["status"], "prospect");
    home.does(&["redo"]);
    assert_eq!(home.json(&["show", "marie"])["status"], "client");
}

#[test]
fn won_cannot_be_forced_but_a_qualification_can_with_a_reason() {
    let home = Home::with_marie();
    home.refuses(2, &["move", "marie", "gagné", "--force", "parce que"]);
    home.does(&["move", "marie", "prospect", "--force", "cliente de mon père"]);
    let fiche = home.does(&["show", "marie"]);
    assert!(fiche.contains("qualification forcée") && fiche.contains("cliente de mon père"), "{fiche}");
}

#[test]
fn a_loss_needs_its_reason_and_a_competitor_its_name() {
    let home = Home::with_marie();
    assert!(home.refuses(2, &["lose", "marie", "météo"]).contains("prix"));
    assert!(home.refuses(2, &["lose", "marie", "concurrent"]).contains("lequel"));
    home.does(&["lose", "marie", "concurrent", "Cuisines", "Armor"]);
    let fiche = home.json(&["show", "marie"]);
    assert_eq!(fiche["deals"][0]["lost"], serde_json::json!({"reason": "competitor", "detail": "Cuisines Armor"}));
}

#[test]
fn a_call_its_outcome_and_what_comes_next_are_one_act() {
    let home = Home::with_marie();
    home.does(&[
        "log",
        "marie",
        "call",
        "--outcome",
        "no-answer",
        "--note",
        "répondeur",
        "--next",
        "3j",
        "--what",
        "rappeler",
    ]);
    let fiche = home.json(&["show", "marie"]);
    assert_eq!(fiche["exchanges"][0]["outcome"], "no_answer");
    assert_eq!(fiche["deal"]["next"]["what"], "rappeler");
    home.does(&["undo"]);
    let fiche = home.json(&["show", "marie"]);
    assert_eq!(fiche["exchanges"].as_array().unwrap().len(), 0);
    assert_eq!(fiche["deal"]["next"]["fixed"], false);
    assert!(home.refuses(2, &["log", "marie", "pigeon"]).contains("appel"));
    assert!(home.refuses(2, &["log", "marie", "call", "--outcome", "fâché"]).contains("joint"));
}

#[test]
fn french_and_english_words_mean_the_same() {
    let home = Home::with_marie();
    home.does(&["--lang", "en", "qualify", "marie", "need=yes:\"kitchen\"", "budget=maybe", "timing=no"]);
    home.does(&["qualify", "marie", "besoin=à confirmer", "délai=oui"]);
    let answers = home.json(&["show", "marie"])["deals"][0]["answers"].clone();
    let sure = |key: &str| {
        let all = answers.as_array().unwrap();
        all.iter().rev().find(|answer| answer["criterion"] == key).unwrap()["sure"].as_str().unwrap().to_owned()
    };
    assert_eq!([sure("need"), sure("budget"), sure("timing")], ["assumed", "assumed", "confirmed"]);
}

#[test]
fn the_score_is_explained_line_by_line_in_both_languages() {
    let home = Home::with_marie();
    let french = home.does(&["score", "marie"]);
    assert!(french.contains("Besoin") && french.contains("à demander") && french.contains("augmenterait"), "{french}");
    let english = home.does(&["--lang", "en", "score", "marie"]);
    assert!(english.contains("Need") && english.contains("would raise it most"), "{english}");
    let score = home.json(&["score", "marie"]);
    let lines = score["lines"].as_array().unwrap();
    let sum: i64 = lines.iter().map(|line| line["points"].as_i64().unwrap()).sum();
    assert_eq!(sum, score["score"].as_i64().unwrap());
}

#[test]
fn several_of_a_name_are_listed_with_town_and_phone() {
    let home = Home::with_demo();
    let told = home.refuses(2, &["show", "martin"]);
    assert!(told.contains("Vallet") && told.contains("06 39 98"), "{told}");
    let error: Value = serde_json::from_str(&home.refuses(2, &["--json", "show", "martin"])).unwrap();
    let candidates = error["error"]["candidates"].as_array().unwrap();
    assert!(candidates.len() >= 4);
    let short = candidates[0]["short"].as_str().unwrap();
    assert_eq!(home.json(&["show", short])["name"], candidates[0]["name"]);
}

#[test]
fn people_are_found_by_mail_phone_and_word_order_and_near_names_offered() {
    let home = Home::with_marie();
    for who in
        ["marie@lefevre.example", "MARIE@LEFEVRE.EXAMPLE", "06 39 98 00 01", "+33639980001", "Lefevre Marie", "mar lef"]
    {
        assert_eq!(home.json(&["show", who])["name"], "Marie Lefèvre", "{who}");
    }
    let told = home.refuses(1, &["show", "lefebvre"]);
    assert!(told.contains("Marie Lefèvre"), "{told}");
    home.refuses(2, &["show", " "]);
}

#[test]
fn a_field_that_cannot_be_read_changes_nothing() {
    let home = Home::with_marie();
    for (field, why) in [
        ("montant=-3", "négatif"),
        ("signature prévue=31/02/2027", "n'existe pas"),
        ("siret=12345678901234", "clé"),
        ("téléphone=douze", "numéro"),
        ("mail=marie", "adresse"),
    ] {
        let told = home.refuses(2, &["set", "marie", "fonction=gérante", field]);
        assert!(told.contains(why), "{field}: {told}");
    }
    assert!(home.refuses(2, &["set", "marie", "fonctoin=x"]).contains("fonctoin"));
    assert!(home.json(&["show", "marie"])["fields"].get("contact.job").is_none());
}

#[test]
fn oppositions_and_complaints_are_fields_too() {
    let home = Home::with_marie();
    home.does(&["set", "marie", "opposition=téléphone:ne m'appelez plus", "réclamation=tiroir coincé"]);
    let fiche = home.json(&["show", "marie"]);
    assert_eq!(fiche["permissions"][0]["permission"], "opposed");
    assert_eq!(fiche["complaints"][0]["text"], "tiroir coincé");
    home.refuses(2, &["set", "marie", "opposition=pigeon"]);
}

#[test]
fn a_french_spreadsheet_comes_in_and_goes_out_again_as_one_act() {
    let home = Home::new();
    let file = home.with(
        "contacts.csv",
        b"Nom;Pr\xe9nom;Soci\xe9t\xe9;T\xe9l.;M\xe9l;Montant HT;Date de relance\r\n\
          LE GOFF;Ga\xeblle;Menuiserie Le Goff;0639980001;gaelle@legoff.example;\"15 000,00\";31/02/2027\r\n\
          ;;;;;;\r\n\
          PETIT;Jean;SARL Petit (NE PLUS APPELER);6,39980003E+08;;4820,5;\r\n",
    );
    let file = file.to_str().unwrap();
    let dry = home.does(&["import", file, "--dry-run"]);
    assert!(dry.contains("31/02/2027") && dry.contains("3 lignes"), "{dry}");
    home.refuses(1, &["list"]);
    let report = home.json(&["import", file]);
    let count = |key: &str| report[key].as_u64().unwrap();
    assert_eq!(count("rows"), count("created") + count("updated") + count("skipped") + count("refused"));
    assert_eq!((count("created"), count("skipped")), (2, 1));
    home.does(&["set", "le goff", "fonction=gérante"]);
    home.does(&["undo"]);
    home.does(&["undo"]);
    home.refuses(1, &["list"]);
}

#[test]
fn facts_go_out_and_come_back_equal() {
    let home = Home::with_demo();
    home.does(&["undo", "--act", &act_of(&home)]);
    let facts = home.does(&["export", "--facts"]);
    let file = home.with("facts.jsonl", facts.as_bytes());
    let other = home.path("other");
    let there = ["--store", other.to_str().unwrap()];
    home.does(&[&there[..], &["import", "--facts", file.to_str().unwrap()]].concat());
    let one = home.does(&["export", "--to", "json"]);
    assert_eq!(one, home.does(&[&there[..], &["export", "--to", "json"]].concat()));
    home.does(&[&there[..], &["import", "--facts", file.to_str().unwrap()]].concat());
    assert_eq!(one, home.does(&[&there[..], &["export", "--to", "json"]].concat()));
    let cut = home.with("cut.jsonl", &facts.as_bytes()[..facts.len() / 2]);
    home.refuses(2, &["--store", home.path("third").to_str().unwrap(), "import", "--facts", cut.to_str().unwrap()]);
}

/// The end of the id of the last act in Marie Lefèvre's history.
fn act_of(home: &Home) -> String {
    let fiche = home.json(&["show", "marie lefèvre"]);
    fiche["history"].as_array().unwrap().last().unwrap()["act"].as_str().unwrap()[18..].to_owned()
}

#[test]
fn an_exported_csv_is_read_back_without_a_loss_and_starts_no_formula() {
    let home = Home::with_marie();
    home.does(&["set", "marie", "note==1+2", "montant=8400", "ville=Nantes"]);
    let csv = home.does(&["export", "--to", "csv"]);
    assert!(csv.starts_with('\u{feff}'));
    assert!(!csv.split(['\n', ';']).any(|cell| cell.trim_matches('"').starts_with('=')), "{csv}");
    let file = home.with("out.csv", csv.as_bytes());
    let report = home.json(&["--store", home.path("b").to_str().unwrap(), "import", file.to_str().unwrap()]);
    assert_eq!(report["created"], 1, "{report}");
    let fiche = home.json(&["--store", home.path("b").to_str().unwrap(), "show", "marie"]);
    assert_eq!(fiche["deal"]["amount"]["cents"], 840_000);
    assert_eq!(fiche["town"], "Nantes");
}

#[test]
fn keys_of_json_never_change() {
    let home = Home::with_marie();
    home.does(&["log", "marie", "call", "--note", "bien", "--next", "3j"]);
    insta::assert_snapshot!(keys_of(&home.json(&["list"])), @".contacts .contacts[].company .contacts[].deal .contacts[].deal.adjusted .contacts[].deal.amount .contacts[].deal.closing .contacts[].deal.id .contacts[].deal.next .contacts[].deal.next.day .contacts[].deal.next.fixed .contacts[].deal.next.hour .contacts[].deal.next.what .contacts[].deal.probability .contacts[].deal.score .contacts[].deal.short .contacts[].deal.stage .contacts[].deal.temperature .contacts[].deal.title .contacts[].email .contacts[].id .contacts[].kind .contacts[].name .contacts[].owner .contacts[].phone .contacts[].short .contacts[].status .contacts[].town .count");
    insta::assert_snapshot!(keys_of(&home.json(&["score", "marie"])), @".adjusted .deal .deal.id .deal.short .deal.title .lines .lines[].because .lines[].cap .lines[].family .lines[].points .lines[].rule .lines[].words .raises .raises[].gain .raises[].rule .raises[].to .raises[].words .score .temperature");
    insta::assert_snapshot!(keys_of(&home.json(&["undo"])), @".undone .undone.act .undone.author .undone.by .undone.day .undone.facts .undone.label");
    insta::assert_snapshot!(keys_of(&home.json(&["config"])), @".folder .mistakes .own .values .values.ascii .values.ascii.line .values.ascii.origin .values.ascii.value .values.author .values.author.line .values.author.origin .values.author.value .values.lang .values.lang.line .values.lang.origin .values.lang.value .values.mail_from .values.mail_from.line .values.mail_from.origin .values.mail_from.value .values.mail_password .values.mail_password.line .values.mail_password.origin .values.mail_password.value .values.mail_way .values.mail_way.line .values.mail_way.origin .values.mail_way.value .values.mouse .values.mouse.line .values.mouse.origin .values.mouse.value .values.store .values.store.line .values.store.origin .values.store.value .values.theme .values.theme.line .values.theme.origin .values.theme.value");
    insta::assert_snapshot!(keys_of(&home.json(&["doctor"])), @".checks .checks[].name .checks[].ok .checks[].words .ok .store");
}

#[test]
fn errors_for_programs_are_objects() {
    let home = Home::new();
    for (code, kind, words) in [
        (1, "nothing_found", vec!["list"]),
        (2, "input", vec!["import", "nowhere.csv"]),
        (2, "input", vec!["nonsense"]),
        (2, "input", vec!["list", "--what"]),
    ] {
        let told = home.refuses(code, &[&["--json"], &words[..]].concat());
        let error: Value = serde_json::from_str(&told).unwrap_or_else(|error| panic!("{error}: {told}"));
        assert_eq!((error["error"]["code"].as_i64(), error["error"]["kind"].as_str()), (Some(code.into()), Some(kind)));
    }
}

#[test]
fn files_that_are_no_table_get_one_sentence_that_says_what_to_do() {
    let home = Home::new();
    let random: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let files = [
        home.with("a.bin", &random),
        home.with("b.xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml xl/workbook.xml"),
        home.with("empty.csv", b""),
        home.with("nul.csv", b"Nom;T\xe9l\0\0\0\0\n\0\0\0"),
        home.path("."),
        home.path("not_there.csv"),
    ];
    for file in files {
        let told = home.refuses(2, &["import", file.to_str().unwrap()]);
        assert_eq!(told.trim().lines().count(), 1, "{told}");
    }
    home.refuses(1, &["list"]);
}

#[test]
fn a_file_may_come_through_a_pipe() {
    let home = Home::new();
    let mut child = home.command().args(["import", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("Nom,Mail\nZoé Petit,zoe@petit.example\n".as_bytes()).unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    assert_eq!(home.json(&["show", "zoé"])["email"], "zoe@petit.example");
}

#[test]
fn nothing_typed_comes_out_as_a_command_to_the_terminal() {
    let home = Home::new();
    home.does(&["add", "Zoé \u{1b}[31mRouge\u{7}\u{202e}, zoe@rouge.example"]);
    home.does(&["log", "zoé", "call", "--note", "a\u{1b}]0;title\u{7}b\r\nc\u{9b}2J"]);
    for words in [vec!["show", "zoé"], vec!["list"], vec!["export"], vec!["undo"], vec!["--json", "show", "zoé"]] {
        let said = home.ask(&words);
        let bad = |c: char| (c.is_control() && c != '\n' && c != '\r') || matches!(c, '\u{202a}'..='\u{202e}');
        assert!(!said.out.contains(bad) && !said.err.contains(bad), "{words:?}: {:?}", said.out);
    }
    let told = home.refuses(1, &["show", "\u{1b}[2Jnobody"]);
    assert!(!told.contains('\u{1b}'));
}

#[test]
fn names_of_the_whole_world_come_back_whole() {
    let home = Home::new();
    for name in ["محمد العربي", "Łukasz Żółć", "👩‍🍳 Émilie", "李 明", "N'Diaye-Œillet"] {
        home.does(&["add", name, "--anyway"]);
    }
    assert_eq!(home.json(&["list"])["count"], 5);
}

#[test]
fn a_text_that_is_too_long_is_refused_whole() {
    let home = Home::with_marie();
    let long = "a".repeat(70_000);
    home.refuses(2, &["set", "marie", &format!("note={long}")]);
}

#[test]
fn days_that_do_not_exist_or_have_not_come_are_refused() {
    let home = Home::with_marie();
    assert!(home.refuses(2, &["next", "marie", "31/02/2027"]).contains("31/02/2027"));
    assert!(home.refuses(2, &["log", "marie", "call", "--on", "31/12/2199"]).contains("avenir"));
    assert!(home.refuses(2, &["--today", "30/02/2026", "list"]).contains("30/02/2026"));
}

#[test]
fn the_readers_day_moves_readings_and_never_stamps_a_fact() {
    let home = Home::with_marie();
    home.does(&["next", "marie", "3j"]);
    let before = home.json(&["show", "marie"])["deal"]["next"]["day"].clone();
    home.does(&["--today", "15/06/2031", "log", "marie", "mail"]);
    let fiche = home.json(&["show", "marie"]);
    assert!(fiche["exchanges"][0]["when"]["day"].as_str().unwrap() < "2031-01-01");
    assert_eq!(fiche["deal"]["next"]["day"], before);
}

#[test]
fn settings_are_read_and_a_mistake_is_one_sentence_with_its_line() {
    let home = Home::new();
    home.with(".config/vigie/config.toml", b"lang = \"en\"\nauthor = \"Karim\"\n");
    assert_eq!(home.json(&["config"])["values"]["author"]["value"], "Karim");
    assert!(home.does(&["config"]).contains("language"));
    assert!(home.does(&["--lang", "fr", "config"]).contains("langue"));
    home.with(".config/vigie/config.toml", b"lang = \"en\"\nauthor = 3\n");
    let said = home.ask(&["config"]);
    assert_eq!(said.code, 3);
    assert!(said.out.contains("line 2") && said.out.contains("last good settings"), "{}", said.out);
    assert!(said.out.contains("Karim"), "{}", said.out);
}

#[test]
fn every_setting_says_where_it_comes_from() {
    let home = Home::new();
    home.with(".config/vigie/config.toml", b"# moi\nlang = \"fr\"\n");
    home.with(".config/vigie/playbook.toml", b"[thresholds]\nhot = 80\n\n[[rule]]\nkey = \"zone\"\npoints = 9\n");
    home.with(".config/vigie/keys.toml", b"[everywhere]\ncall = [\"w\"]\n");
    let said = home.does(&["config"]);
    for words in
        ["config.toml, ligne 2", "rule.zone.points", "playbook.toml, ligne 6", "keys.toml, ligne 2", "comme livr\u{e9}"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = home.json(&["--lang", "en", "config"]);
    assert_eq!((&said["values"]["lang"]["origin"], &said["own"][0]["line"]), (&"flag".into(), &2.into()));
    home.with(".config/vigie/keys.toml", b"[everywhere]\nsing = [\"w\"]\n");
    assert!(home.ask(&["config"]).out.contains("keys.toml, ligne 2"));
}

#[test]
fn the_playbook_is_overridden_and_a_mistake_keeps_the_last_good_one() {
    let home = Home::with_marie();
    home.with(".config/vigie/playbook.toml", b"[thresholds]\nwarm = 5\nhot = 10\n");
    assert_eq!(home.json(&["score", "marie"])["temperature"], "hot");
    home.with(".config/vigie/playbook.toml", b"[thresholds]\nwarm = 5\nhto = 10\n");
    let said = home.ask(&["score", "marie"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("playbook.toml") && said.err.contains('3'), "{}", said.err);
    assert!(said.out.contains("chaud"), "{}", said.out);
}

#[test]
fn a_newer_or_foreign_folder_is_left_alone() {
    let home = Home::new();
    let newer = home.with("newer/FORMAT", b"vigie-store 99\ndevice 7\n");
    let folder = newer.parent().unwrap().to_str().unwrap().to_owned();
    assert!(home.refuses(4, &["--store", &folder, "list"]).contains("99"));
    let photos = home.with("photos/cat.jpg", b"miaou");
    let folder = photos.parent().unwrap().to_str().unwrap().to_owned();
    home.refuses(4, &["--store", &folder, "add", "Zoé"]);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    home.refuses(4, &["--store", &folder, "doctor"]);
    home.refuses(1, &["doctor"]);
}

#[test]
fn doctor_says_what_it_checked() {
    let home = Home::with_demo();
    let told = home.does(&["doctor"]);
    assert!(told.contains("journal") && told.contains("faits") && told.contains("Tout va bien"), "{told}");
    let english = home.does(&["--lang", "en", "doctor"]);
    assert!(english.contains("All is well"), "{english}");
}

#[test]
fn without_a_terminal_the_cockpit_says_so_and_writes_no_escape_code() {
    let home = Home::new();
    for words in [vec![], vec!["demo"]] {
        let said = home.ask(&words);
        assert_eq!(said.code, 2, "{}", said.err);
        assert!(!said.err.contains('\u{1b}') && said.out.is_empty());
    }
    assert!(home.refuses(2, &["--lang", "en"]).contains("terminal"));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let home = Home::with_demo();
    let mut child =
        home.command().args(["export", "--to", "csv"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{:?}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_locale_that_is_not_utf8_changes_no_byte_in_a_pipe() {
    let home = Home::with_marie();
    let output = home.command().env("LANG", "C").env("LC_ALL", "C").args(["list"]).output().unwrap();
    assert!(said(&output).out.contains("Lefèvre"));
}

#[test]
fn two_languages_say_the_same_help() {
    let home = Home::new();
    let french = home.does(&["--help"]);
    let english = home.does(&["--lang", "en", "--help"]);
    assert_eq!(french.lines().count(), english.lines().count());
    assert!(french.contains("Importe un fichier") && english.contains("Imports a file"));
    for command in [
        "import",
        "add",
        "list",
        "show",
        "set",
        "log",
        "qualify",
        "move",
        "buy",
        "lose",
        "score",
        "next",
        "history",
        "forget",
        "undo",
        "redo",
        "export",
        "config",
        "doctor",
        "demo",
        "guide",
        "completions",
        "man",
    ] {
        assert!(home.does(&[command, "--help"]).contains("Utilisation"), "{command}");
        assert!(home.does(&["--lang=en", command, "--help"]).contains("Usage"), "{command}");
    }
    assert!(home.does(&["--version"]).starts_with("vigie "));
}

#[test]
fn the_guide_is_read_whole_or_by_chapter_in_both_languages() {
    let home = Home::new();
    assert!(home.does(&["guide"]).contains("Un client a acheté."));
    let english = home.does(&["--lang", "en", "guide", "score"]);
    assert!(english.starts_with("Score") && !english.contains("Following up"), "{english}");
    assert_eq!(home.json(&["guide", "importer"])["topics"][0]["topic"], "importer");
    assert!(home.refuses(2, &["guide", "cuisine"]).contains("importer"));
}

#[test]
fn bash_completes_the_commands() {
    let home = Home::new();
    let script = home.with("vigie.bash", home.does(&["completions", "bash"]).as_bytes());
    let ask = format!(
        "source {}; COMP_WORDS=(vigie qual); COMP_CWORD=1; $(complete -p vigie | grep -o '_vigie') vigie qual vigie; \
         echo \"${{COMPREPLY[@]}}\"",
        script.display()
    );
    let output = Command::new("bash").args(["-c", &ask]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "qualify");
    for shell in ["zsh", "fish"] {
        assert!(home.does(&["completions", shell]).contains("qualify"), "{shell}");
    }
}

#[test]
fn the_manual_page_names_every_command() {
    let home = Home::new();
    let page = home.does(&["--lang", "en", "man"]);
    assert!(page.contains(".TH vigie 1") && page.contains(".SH VIGIE QUALIFY") && page.contains("need=yes"), "{page}");
}

#[test]
fn commands_that_are_misspelt_are_told_in_the_readers_language() {
    let home = Home::new();
    assert!(home.refuses(2, &["lst"]).contains("n'est pas une commande"));
    assert!(home.refuses(2, &["--lang", "en", "lst"]).contains("not a command"));
    assert!(home.refuses(2, &["log"]).contains("manque"));
    assert!(home.refuses(2, &["--store"]).contains("--store"));
    assert!(home.refuses(2, &["--as", " ", "list"]).contains("--as"));
}

#[test]
fn a_query_with_an_unknown_word_offers_the_one_that_was_meant() {
    let home = Home::with_marie();
    assert!(home.refuses(2, &["list", "montnat>10k"]).contains("montant"));
    assert!(home.refuses(1, &["list", "ville:Brest"]).contains("ville:Brest"));
    assert_eq!(home.json(&["list", "statut:lead", "lefèvre"])["count"], 1);
}

#[test]
fn a_demo_is_written_into_a_new_folder_only_and_marked() {
    let home = Home::with_demo();
    let store = home.store();
    home.refuses(2, &["--store", store.to_str().unwrap(), "demo"]);
    assert!(Path::new(&store).join("DEMO").exists());
    assert_eq!(home.json(&["list"])["count"].as_u64().map(|count| count >= 60), Some(true));
    home.refuses(2, &["demo", "--size", "1000001"]);
}

#[test]
fn undo_by_name_and_when_there_is_nothing() {
    let home = Home::new();
    home.refuses(1, &["undo"]);
    home.refuses(1, &["redo"]);
    home.refuses(1, &["undo", "--act", "ZZZZZZ"]);
    home.does(&["add", "Zoé Petit"]);
    let act = home.json(&["add", "Paul Grand"])["saved"]["act"].as_str().unwrap().to_owned();
    home.does(&["add", "Luc Moyen"]);
    home.does(&["undo", "--act", &act[20..]]);
    home.refuses(1, &["undo", "--act", &act[20..]]);
    assert_eq!(home.json(&["list"])["count"], 2);
    home.refuses(1, &["show", "paul grand"]);
}

#[test]
fn a_colleagues_act_is_never_undone_unasked() {
    let home = Home::new();
    home.does(&["--as", "Karim", "add", "Zoé Petit"]);
    home.refuses(1, &["--as", "Sandrine", "undo"]);
    home.does(&["--as", "Karim", "undo"]);
}

#[test]
fn while_another_vigie_has_it_open_one_may_read_and_a_write_says_who() {
    let home = Home::with_marie();
    let mut child = home.command().args(["import", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lock = home.store().join("LOCK");
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    let held = || fs::read_to_string(&lock).is_ok_and(|text| text.contains(&child.id().to_string()));
    while !held() && std::time::Instant::now() < deadline {
        std::thread::yield_now();
    }
    let told = home.refuses(4, &["--lang", "en", "add", "Zoé Petit"]);
    let all = [&child.id().to_string(), "sandrine", "busy with a command"];
    assert!(all.iter().all(|word| told.contains(word)), "{told}");
    assert_eq!(home.json(&["list"])["count"], 1);
    drop(child.stdin.take());
    child.wait().unwrap();
    home.does(&["add", "Zoé Petit"]);
}

/// Names, firms, amounts, ends and oppositions of a portfolio, as its CSV tells them.
fn essence(csv: &str, separator: u8) -> Vec<String> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let left_out = ["Statut", "Status", "Score", "Température", "Temperature", "Relance proposée", "Suggested on"];
    let kept = |name: &str| !left_out.contains(&name);
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cells = headers.iter().zip(row.iter()).filter(|(name, _)| kept(name));
        cells.map(|(name, cell)| format!("{name}={cell}")).collect::<Vec<_>>().join("|")
    });
    let mut rows: Vec<String> = rows.collect();
    rows.sort();
    rows
}

#[test]
fn a_portfolio_goes_out_as_csv_and_comes_back_the_same() {
    let home = Home::with_demo();
    home.does(&["set", "marie lefèvre", "opposition=téléphone", "cp=01000", "n° de tva=FR83404833048"]);
    for (lang, separator) in [("fr", b';'), ("en", b',')] {
        let csv = home.does(&["--lang", lang, "export", "--to", "csv"]);
        let file = home.with("out.csv", csv.as_bytes());
        let there = home.path(&format!("back-{lang}"));
        let there = ["--lang", lang, "--store", there.to_str().unwrap()];
        let told = home.does(&[&there[..], &["import", file.to_str().unwrap()]].concat());
        assert!(!told.contains("gardée dans la note") && !told.contains("kept in the note"), "{told}");
        let back = home.does(&[&there[..], &["export", "--to", "csv"]].concat());
        let (before, after) = (essence(&csv, separator), essence(&back, separator));
        let lost: Vec<_> = before.iter().filter(|row| !after.contains(row)).collect();
        assert!(lost.is_empty() && before.len() == after.len(), "{lang}: {lost:#?}");
    }
}

#[test]
fn a_portfolio_goes_out_as_a_workbook_or_json_and_comes_back_the_same() {
    let home = Home::with_demo();
    home.does(&["set", "marie lefèvre", "opposition=téléphone", "cp=01000", "note==1+2"]);
    let before = essence(&home.does(&["export"]), b';');
    for format in ["xlsx", "json"] {
        let out = home.command().args(["export", "--to", format]).output().unwrap().stdout;
        let file = home.with("out", &out);
        let there = home.path(format);
        let there = ["--store", there.to_str().unwrap()];
        let told = home.does(&[&there[..], &["import", file.to_str().unwrap()]].concat());
        assert!(!told.contains("gardée dans la note"), "{told}");
        let after = essence(&home.does(&[&there[..], &["export"]].concat()), b';');
        let lost: Vec<_> = before.iter().filter(|row| !after.contains(row)).collect();
        assert!(lost.is_empty() && before.len() == after.len(), "{format}: {lost:#?}");
    }
}

#[test]
fn refused_rows_go_to_a_file_that_can_be_mended_and_imported() {
    let home = Home::new();
    let file = home.with("liste.csv", "Nom;Bidule;Téléphone\nÉric Moreau;06 39 98 00 03;\n;;\n;;12\n".as_bytes());
    let (file, refused) = (file.to_str().unwrap().to_owned(), home.path("refus.csv"));
    let words = ["import", &file, "--map", "Bidule=contact.mobile", "--rejects", refused.to_str().unwrap()];
    let told = home.does(&words);
    assert!(told.contains("La ligne refusée est dans"), "{told}");
    let text = std::fs::read_to_string(&refused).unwrap();
    assert!(text.starts_with("\u{feff}Refus;name;contact.mobile;Téléphone\r\n"), "{text}");
    assert!(home.refuses(2, &words).contains("existe déjà"));
    std::fs::write(&refused, text.replace(";;;12", ";Zoé Petit;06 39 98 00 04;12")).unwrap();
    let report = home.json(&["import", refused.to_str().unwrap()]);
    assert_eq!((&report["created"], &report["refused"]), (&1.into(), &0.into()), "{report}");
    assert_eq!(home.json(&["show", "zoé"])["phone"], "+33639980004");
}

#[test]
fn a_mapping_is_kept_for_the_next_file_with_the_same_headers() {
    let home = Home::new();
    let first = home.with("un.csv", "Nom;Bidule\nÉric Moreau;06 39 98 00 03\n".as_bytes());
    let next = home.with("deux.csv", "nom;BIDULE\nZoé Petit;06 39 98 00 04\n".as_bytes());
    let (first, next) = (first.to_str().unwrap(), next.to_str().unwrap());
    home.does(&["import", first, "--map", "Bidule=contact.mobile", "--remember"]);
    let without = home.does(&["import", next, "--dry-run", "--no-memory"]);
    assert!(without.contains("Bidule : colonne inconnue") || without.contains("BIDULE"), "{without}");
    let told = home.does(&["import", next]);
    assert!(told.contains("maps.toml") && !told.contains("colonne inconnue"), "{told}");
    assert_eq!(home.json(&["show", "zoé"])["phone"], "+33639980004");
}

#[test]
fn address_cards_go_out_and_come_back_with_everybody() {
    let home = Home::with_demo();
    for format in ["vcard", "vcard3"] {
        let cards = home.does(&["export", "--to", format]);
        let file = home.with("out.vcf", cards.as_bytes());
        let there = home.path(format);
        let report = home.json(&["--store", there.to_str().unwrap(), "import", file.to_str().unwrap()]);
        assert_eq!((&report["format"], &report["refused"]), (&"vcard".into(), &0.into()), "{report}");
        assert_eq!(report["rows"], cards.matches("BEGIN:VCARD").count());
    }
}

#[test]
fn what_is_known_is_not_said_twice_and_a_short_postcode_is_asked_about() {
    let home = Home::with_marie();
    home.does(&["set", "marie", "ville=Nantes"]);
    assert!(home.does(&["set", "marie", "ville=Nantes"]).contains("Déjà enregistré"));
    assert!(home.refuses(2, &["set", "marie", "cp=1000"]).contains("01000"));
    home.does(&["set", "marie", "opposition=téléphone"]);
    let said = home.ask(&["log", "marie", "appel"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("Marie") && said.err.contains("oppose"), "{}", said.err);
}

#[test]
fn a_choice_in_a_query_is_refused_by_name() {
    let home = Home::with_marie();
    for query in ["ville:Nantes OU ville:Vallet", "(ville:Nantes)"] {
        assert!(home.refuses(2, &["list", query]).contains("parenthèses"));
    }
}

#[test]
fn the_history_of_one_and_of_all_says_who_did_what_and_what_stood_there() {
    let home = Home::with_marie();
    home.does(&["--as", "Karim", "set", "marie", "ville=Nantes"]);
    home.does(&["--as", "Karim", "set", "marie", "ville=Rezé"]);
    home.does(&["--as", "Karim", "undo"]);
    let told = home.does(&["history", "marie"]);
    assert!(told.contains("Ville\u{a0}: Nantes → Rezé (annulé par Karim le "), "{told}");
    let all = home.does(&["history"]);
    assert!(all.lines().count() == 4 && all.contains("nouvelle fiche (et 8 autres choses)"), "{all}");
    assert_eq!(home.does(&["history", "--limit", "1"]).lines().count(), 2);
    home.refuses(1, &["history", "zoé"]);
    home.refuses(2, &["history", "--since", "demain"]);
    insta::assert_snapshot!(keys_of(&home.json(&["history"])), @".acts .acts[].about .acts[].act .acts[].at .acts[].at.day .acts[].at.hour .acts[].author .acts[].facts .acts[].label .acts[].short .acts[].taken_back .acts[].unfinished .acts[].words");
    let line = home.json(&["history", "marie"])["lines"][0].clone();
    insta::assert_snapshot!(keys_of(&line), @".act .at .at.day .at.hour .author .before .before.set .before.set.about .before.set.field .before.set.value .before.set.value.text .happened .said .said.retracted .said.retracted.target .said.retracted.target.act .said.retracted.why .taken_back .words");
}

#[test]
fn what_hangs_on_an_import_is_shown_before_it_is_undone() {
    let home = Home::new();
    home.with("clients.csv", "Nom;Mail\nDurand;zoe@port.example\nMartin;paul@martin.example\n".as_bytes());
    home.does(&["import", "clients.csv"]);
    home.does(&["log", "durand", "call", "--note", "intéressée"]);
    let listed = home.does(&["undo", "--list"]);
    assert!(listed.contains("import de clients.csv (2 lignes)"), "{listed}");
    let refused = home.refuses(2, &["undo", "--act", "clients.csv"]);
    assert!(refused.contains("Durand\u{a0}: appel passé") && refused.contains("Martin."), "{refused}");
    home.does(&["undo", "--act", "clients.csv", "--yes"]);
    home.refuses(1, &["show", "martin"]);
    home.refuses(1, &["undo", "--act", "clients.csv"]);
}

#[test]
fn everything_held_about_one_person_is_handed_over() {
    let home = Home::with_marie();
    for n in 0..15 {
        home.does(&["log", "marie", "call", "--note", &format!("échange {n}")]);
    }
    home.does(&["set", "marie", "ville=Nantes"]);
    home.does(&["set", "marie", "ville=Rezé"]);
    home.does(&["set", "marie", "opposition=mail"]);
    let told = home.does(&["export", "marie", "--person"]);
    assert!(told.starts_with("Tout ce qui est détenu sur Marie Lefèvre"), "{told}");
    for words in ["échange 0", "échange 14", "Ville\u{a0}: Nantes → Rezé", "06 39 98 00 01", "s'oppose\u{a0}: e-mail"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    let english = home.does(&["--lang=en", "export", "marie", "--person"]);
    assert!(english.starts_with("Everything held about Marie Lefèvre"), "{english}");
    let value: Value = serde_json::from_str(&home.does(&["export", "marie", "--person", "--to", "json"])).unwrap();
    assert_eq!(value["exchanges"].as_array().unwrap().len(), 15);
    assert_eq!(value["permissions"].as_array().unwrap().len(), 1);
    assert!(value["history"].as_array().unwrap().len() > 20 && value["history"][0]["said"].is_object(), "{value}");
    home.refuses(2, &["export", "--person"]);
    home.refuses(1, &["export", "zoé", "--person"]);
}

#[test]
fn a_day_too_full_is_spread_from_the_shell_and_printed() {
    let home = Home::with_demo();
    let words = ["--as", "Sandrine", "today", "--spread", "--per-day", "5"];
    let before = home.json(&["--as", "Sandrine", "history", "--limit", "1"]);
    let dry = home.does(&[&words[..], &["--dry-run"]].concat());
    assert!(dry.contains("Restent aujourd'hui") && dry.contains("rien n'est enregistré"), "{dry}");
    assert_eq!(home.json(&["--as", "Sandrine", "history", "--limit", "1"]), before, "nothing was recorded");
    let told = home.json(&words);
    assert_eq!(told.as_object().unwrap().keys().collect::<Vec<_>>(), ["act", "days", "moved", "per_day", "stays"]);
    assert!(told["days"].as_array().unwrap().iter().all(|day| day["count"].as_u64().unwrap() >= 1), "{told}");
    let undone = home.does(&["--as", "Sandrine", "undo"]);
    assert!(undone.contains("Liste étalée") && !undone.contains("import"), "one undo, called what it was: {undone}");
    assert_eq!(home.refuses(2, &["today", "--per-day", "5"]).lines().count(), 1);
    let sheet = home.does(&["--as", "Sandrine", "today", "--print"]);
    assert!(sheet.contains("[ ] joint") && sheet.contains("06 39 98"), "{sheet}");
    assert!(sheet.lines().all(|line| line.chars().count() <= 100), "{sheet}");
    let english = home.does(&["--lang", "en", "--as", "Sandrine", "today", "--print", "--limit", "1"]);
    assert!(english.contains("[ ] reached") && english.matches("[ ] reached").count() == 1, "{english}");
}

#[test]
fn what_is_fixed_next_is_a_calendar_others_read() {
    let home = Home::new();
    home.does(&["add", "Marie Lefèvre, Menuiserie Lefèvre, 06 39 98 00 01"]);
    home.does(&["add", "Paul Morin, 06 39 98 00 02"]);
    home.does(&[
        "next",
        "lefèvre",
        "15/12/2099 14h",
        "échantillons ; prendre les cotes de la cuisine, du cellier et de l'entrée",
    ]);
    home.does(&["next", "morin", "16/7/2099"]);
    home.does(&["set", "morin", "opposition=téléphone"]);
    let text = home.does(&["export", "--to", "ics"]);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 75), "folded: {text}");
    let plain = text.replace("\r\n ", "");
    assert!(
        plain.contains("DTSTART:20991215T130000Z") && plain.contains("DTEND:20991215T133000Z"),
        "14 h in Paris: {plain}"
    );
    assert!(plain.contains("DTSTART;VALUE=DATE:20990716") && plain.contains("DTEND;VALUE=DATE:20990717"), "{plain}");
    assert!(plain.contains("échantillons \\; prendre") && plain.contains("cuisine\\, du"), "escaped: {plain}");
    assert!(plain.contains("06 39 98 00 01") && !plain.contains("06 39 98 00 02"), "who opposed calls: {plain}");
    assert!(plain.contains("Opposition") && plain.matches("BEGIN:VEVENT").count() == 2, "{plain}");
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    home.does(&["next", "morin", "17/7/2099"]);
    let file = home.path("agenda.ics");
    home.does(&["export", "--to", "ics", "--into", file.to_str().unwrap()]);
    let moved = fs::read_to_string(&file).unwrap();
    assert_eq!(uids(&moved), uids(&text), "a step put off is the same event");
    assert!(moved.contains("20990717") && !moved.contains("20990716"));
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    home.refuses(2, &["export", "--into", file.to_str().unwrap()]);
}

#[test]
fn a_mailing_leaves_out_who_opposes_the_channel_and_says_how_many() {
    let home = Home::new();
    home.does(&["add", "Marie Lefèvre, marie@lefevre.example"]);
    home.does(&["add", "Paul Morin, paul@morin.example"]);
    home.does(&["set", "morin", "opposition=mail"]);
    let said = home.ask(&["export", "--for", "mail"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("marie@") && !said.out.contains("paul@"), "{}", said.out);
    assert!(said.err.contains("Une fiche laissée de côté"), "{}", said.err);
    let all = home.does(&["export"]);
    assert!(all.lines().any(|line| line.contains("paul@") && line.contains("e-mail")), "marked there: {all}");
    home.refuses(2, &["export", "--for", "pigeon"]);
}

#[test]
fn a_column_becomes_a_field_of_the_firms_own_and_the_next_file_fills_it_by_itself() {
    let home = Home::new();
    let file = home.with(
        "parc.csv",
        "Nom;Entreprise;Machine;Heures;Depuis\nRoux Paul;Bois SARL;Tour;1200;02/03/2024\n".as_bytes(),
    );
    let file = file.to_str().unwrap();
    let dry = home.does(&["import", file, "--map", "Machine=champ", "--dry-run"]);
    assert!(dry.contains("champs à vous") && dry.contains("Machine"), "{dry}");
    home.does(&[
        "import",
        file,
        "--map",
        "Machine=champ",
        "--map",
        "Heures=champ entreprise:Heures de marche",
        "--map",
        "Depuis=champ",
    ]);
    let shown = home.does(&["show", "roux"]);
    assert!(shown.contains("Tour") && shown.contains("Depuis") && shown.contains("Heures de marche"), "{shown}");
    let next = home.with("autre.csv", "Nom;Entreprise;Machine\nBlot Anne;Fer SARL;Presse\n".as_bytes());
    let told = home.does(&["import", next.to_str().unwrap()]);
    assert!(!told.contains("inconnue"), "{told}");
    let settings = std::fs::read_to_string(home.path(".config/vigie/playbook.toml")).unwrap();
    assert!(settings.contains("holds = \"number\"") && settings.contains("holds = \"date\""), "{settings}");
    let found = home.does(&["list", "machine:presse"]);
    assert!(found.contains("Blot"), "{found}");
}
