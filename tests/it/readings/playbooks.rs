//! Settings: what is shipped, what a user's file changes, and how a mistake in it is told.

use vigie::{
    sales::{
        fact::Temperature,
        fields::{self, Holds},
        playbook::{Playbook, PlaybookFlaw, Requirement},
    },
    voice::{Language, Voice},
};

use super::world::{TARGET, playbook};

#[test]
fn the_shipped_playbook_is_domain() {
    use Requirement::{Amount, Closing, ExchangeAfterQuote, LossReason, Purchase, Qualified, Quote};
    let book = Playbook::shipped();
    let stages: Vec<_> =
        book.stages().iter().map(|s| (s.label.fr.as_str(), s.probability, s.requires.as_slice())).collect();
    assert_eq!(
        stages,
        [
            ("Lead", 5, [].as_slice()),
            ("Prospect", 20, &[Qualified]),
            ("À chiffrer", 40, &[Amount, Closing]),
            ("Devis envoyé", 60, &[Quote]),
            ("Négociation", 80, &[ExchangeAfterQuote]),
            ("Gagné", 100, &[Purchase]),
            ("Perdu", 0, &[LossReason]),
        ]
    );
    assert_eq!((book.won(), book.lost()), (5, 6));
    assert_eq!((book.thresholds.warm, book.thresholds.hot), (40, 70));
    assert_eq!(book.checklist.stale_days, 180);
    let rhythm = book.rhythm;
    assert_eq!((rhythm.touches, rhythm.saturation_touches, rhythm.saturation_days), (6, 4, 30));
    assert_eq!((rhythm.spread, rhythm.attrition_months, rhythm.unknown_amount), (20, 18, 1000));
    assert_eq!((book.law.phone_calls, book.law.phone_window), (4, 30));
    assert_eq!(book.law.phone_hours, [(600, 780), (840, 1200)]);
}

#[test]
fn the_shipped_checklist_is_bant_and_three_more_come_along() {
    let book = Playbook::shipped();
    let labels: Vec<_> = book.framework().criteria.iter().map(|criterion| criterion.label.fr.as_str()).collect();
    assert_eq!(labels, ["Besoin", "Budget", "Délai", "Qui décide ?"]);
    let keys: Vec<_> = book.frameworks().iter().map(|framework| framework.key.as_str()).collect();
    assert_eq!(keys, ["bant", "champ", "meddic", "meddpicc"]);
    for framework in book.frameworks() {
        for stands_for in ["need", "budget", "timing", "authority"] {
            let there = framework.criteria.iter().any(|criterion| criterion.stands_for == stands_for);
            let meddic = framework.key.starts_with("medd") && stands_for == "budget";
            assert!(there || meddic, "{} {stands_for}", framework.key);
        }
        for criterion in &framework.criteria {
            assert!(!criterion.questions.is_empty(), "{}", criterion.key);
            assert!(criterion.questions.iter().all(|question| !question.fr.is_empty() && !question.en.is_empty()));
        }
    }
}

#[test]
fn the_reasons_of_a_loss_and_the_sources_are_domain() {
    let book = Playbook::shipped();
    let losses: Vec<_> = book.losses().iter().map(|loss| loss.label.fr.as_str()).collect();
    let wanted = [
        "prix",
        "concurrent",
        "pas de budget",
        "pas de besoin",
        "délai",
        "hors zone",
        "injoignable",
        "doublon",
        "autre",
    ];
    assert_eq!(losses, wanted);
    let sources: Vec<_> = book.sources().iter().map(|source| source.label.fr.as_str()).collect();
    assert_eq!(
        sources,
        [
            "salon",
            "site web",
            "recommandation",
            "appel entrant",
            "appel à froid",
            "LinkedIn",
            "publicité",
            "livre blanc",
            "webinaire",
            "annuaire",
            "partenaire",
            "e-mailing",
            "référencement",
            "autre",
        ]
    );
    let mut synonyms: Vec<_> = book.sources().iter().flat_map(|source| &source.synonyms).collect();
    let all = synonyms.len();
    synonyms.sort();
    synonyms.dedup();
    assert_eq!(synonyms.len(), all, "no word names two sources");
}

#[test]
fn an_empty_file_changes_nothing() {
    for text in ["", "# rien\n", "[target]\n", "[[stage]]\nkey = \"lead\"\n"] {
        assert_eq!(playbook(text), Playbook::shipped(), "{text}");
    }
}

#[test]
fn the_digest_changes_with_a_setting_and_only_then() {
    let shipped = Playbook::shipped().digest();
    assert_eq!(shipped, Playbook::shipped().digest());
    assert_eq!(shipped, playbook("# a remark\n[thresholds]\nhot = 70\n").digest(), "the same value said twice");
    let others =
        ["[thresholds]\nhot = 71", "[[rule]]\nkey = \"zone\"\npoints = 6", TARGET, "[law]\nbanned_trade = true"];
    let mut digests: Vec<u64> = others.iter().map(|text| playbook(text).digest()).collect();
    digests.push(shipped);
    digests.sort_unstable();
    digests.dedup();
    assert_eq!(digests.len(), others.len() + 1);
}

#[test]
fn a_file_overrides_value_by_value() {
    let book = playbook(
        r#"
        [thresholds]
        hot = 60
        [cadence]
        lead = { cold = 40, warm = 20, hot = 5 }
        [[rule]]
        key = "zone"
        points = 9
        [[loss]]
        key = "price"
        label = "trop cher"
        [[loss]]
        key = "strike"
        label = { fr = "grève" }
        [[source]]
        key = "fair"
        label = "salon"
        synonyms = ["Équip'Hôtel"]
        "#,
    );
    assert_eq!((book.thresholds.warm, book.thresholds.hot), (40, 60));
    assert_eq!(book.cadence.lead.days(Temperature::Warm), 20);
    assert_eq!(book.cadence.client.days(Temperature::Hot), 30);
    assert_eq!(book.rules().iter().find(|rule| rule.key == "zone").map(|rule| rule.points), Some(9));
    assert_eq!(book.losses()[0].label.en, "trop cher");
    assert_eq!(book.losses().last().map(|loss| loss.label.en.as_str()), Some("grève"));
    assert!(book.sources()[0].synonyms.contains(&"equip hotel".to_owned()));
}

#[test]
fn a_team_adds_its_own_checklist_and_fields() {
    let book = playbook(
        r#"
        [qualification]
        framework = "maison"
        [[framework]]
        key = "maison"
        label = "Maison"
        [[framework.criterion]]
        key = "plan"
        label = { fr = "Plan fourni", en = "Plan given" }
        points = 30
        required = true
        [[framework.criterion]]
        key = "prix"
        label = "Prix"
        stands_for = "budget"
        points = 20
        [[field]]
        key = "machines"
        label = { fr = "Parc machines", en = "Machines" }
        about = "company"
        holds = "number"
        words = ["parc"]
        "#,
    );
    let criteria: Vec<_> = book.framework().criteria.iter().map(|c| (c.key.as_str(), c.stands_for.as_str())).collect();
    assert_eq!(criteria, [("plan", "plan"), ("prix", "budget")]);
    assert_eq!(book.rules()[0].label.en, "Plan given");
    let field = &book.fields()[0];
    assert_eq!((field.key.as_str(), field.holds), ("custom.machines", Holds::Number));
    assert_eq!(field.words, ["machines", "parc", "parc machines"]);
}

fn flaw(text: &str) -> PlaybookFlaw {
    Playbook::read(text).expect_err(text)
}

#[test]
fn a_mistake_is_told_with_line_and_column() {
    let table = [
        ("[thresholds]\nhot = ", 2, 7, "playbook-syntax"),
        ("[thresholds]\nhott = 3", 2, 1, "playbook-syntax"),
        ("[treshold]\nhot = 3", 1, 2, "playbook-syntax"),
        ("[thresholds]\nhot = \"chaud\"", 2, 7, "playbook-syntax"),
        ("[thresholds]\nhot = 300", 2, 7, "playbook-syntax"),
        ("[thresholds]\nhot = 101", 2, 1, "playbook-range"),
        ("\n[thresholds]\nwarm = 80", 3, 1, "playbook-thresholds"),
        ("[thresholds]\nhot = 30", 1, 2, "playbook-thresholds"),
        ("[qualification]\nframework = \"banto\"", 2, 1, "playbook-no_framework"),
        ("[cadence]\nlead = { cold = 0, warm = 1, hot = 1 }", 2, 10, "playbook-range"),
        ("[rhythm]\nspread = 0", 2, 1, "playbook-range"),
        ("[[stage]]\nkey = \"visit\"\nlabel = \"x\"\nprobability = 101", 4, 1, "playbook-range"),
        ("[[stage]]\nkey = \"visit\"\nlabel = \"x\"\nprobability = 10\nafter = \"nulle\"", 5, 1, "playbook-no_stage"),
        ("[[stage]]\nkey = \"Visite !\"\nlabel = \"x\"\nprobability = 10", 1, 1, "playbook-key"),
        ("[[stage]]\nkey = \"visit\"\nprobability = 10", 1, 1, "playbook-lacks"),
        ("[[stage]]\nkey = \"won\"\nrequires = []", 1, 3, "playbook-closing_stages"),
        ("[[rule]]\nkey = \"zone\"\npoints = 5000", 3, 1, "playbook-range"),
        ("[[rule]]\nkey = \"zone\"\nmeasure = \"zonne\"", 3, 1, "playbook-no_measure"),
        ("[[rule]]\nkey = \"zone\"\nwhen = \"ville:Nantes\"", 3, 1, "playbook-measure_or_when"),
        (
            "[[rule]]\nkey = \"x\"\nfamily = \"fit\"\nlabel = \"x\"\npoints = 1\nwhen = \"vile:Nantes\"",
            6,
            1,
            "query-unknown_field",
        ),
        (
            "[[rule]]\nkey = \"x\"\nfamily = \"fit\"\nlabel = \"x\"\npoints = 1\nwhen = \"temp:chaud\"",
            6,
            1,
            "playbook-circular",
        ),
        (
            "[[rule]]\nkey = \"need\"\nfamily = \"fit\"\nlabel = \"x\"\npoints = 1\nwhen = \"ville:x\"",
            2,
            1,
            "playbook-twice",
        ),
        ("[[rule]]\nkey = \"completeness\"\nfields = [[\"contact.mail\"]]", 3, 1, "playbook-no_field"),
        ("[target]\nzones = [\"44\"]\nsize_field = \"company.name\"", 3, 1, "playbook-no_field"),
        ("[law]\nphone_hours = [\"10h-13h\"]", 2, 1, "playbook-hours"),
        ("[law]\nphone_days = [0]", 2, 1, "playbook-range"),
        ("[[framework]]\nkey = \"vide\"\nlabel = \"Vide\"", 1, 1, "playbook-lacks"),
        ("é = 1", 1, 1, "playbook-syntax"),
    ];
    for (text, line, column, key) in table {
        let flaw = flaw(text);
        assert_eq!((flaw.line, flaw.column, flaw.message.key), (line, column, key), "{text}\n{flaw:?}");
        for language in [Language::Fr, Language::En] {
            let said = Voice::new(language).playbook_flaw("playbook.toml", &flaw);
            assert!(!said.contains("playbook-") && !said.contains("query-") && !said.contains("{ $"), "{said}");
            assert!(said.contains("playbook.toml") && !said.contains('\n'), "{said}");
        }
    }
}

#[test]
fn every_text_a_reading_needs_is_there_in_both_languages() {
    let sources = [
        include_str!("../../../src/sales/agenda/because.rs"),
        include_str!("../../../src/sales/agenda/queue.rs"),
        include_str!("../../../src/sales/law.rs"),
        include_str!("../../../src/sales/playbook/build.rs"),
        include_str!("../../../src/sales/playbook/check.rs"),
        include_str!("../../../src/sales/playbook/rules.rs"),
        include_str!("../../../src/sales/query/parse.rs"),
        include_str!("../../../src/sales/score/because.rs"),
        include_str!("../../../src/sales/score/raises.rs"),
        include_str!("../../../src/sales/stage.rs"),
    ];
    let prefixes = ["because-", "why-", "law-", "playbook-", "query-", "missing-", "oddity-", "raise-"];
    let quoted = sources.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
    let keys: Vec<&str> = quoted.filter(|text| prefixes.iter().any(|prefix| text.starts_with(prefix))).collect();
    assert!(keys.len() > 80, "{}", keys.len());
    for language in [Language::Fr, Language::En] {
        let voice = Voice::new(language);
        for key in &keys {
            assert!(voice.has(key), "{language:?} {key}");
        }
    }
}

#[test]
fn every_field_of_the_completeness_rule_is_in_the_catalogue() {
    let book = Playbook::shipped();
    let rule = book.rules().iter().find(|rule| rule.key == "completeness").unwrap();
    let vigie::sales::playbook::Basis::Completeness(wanted) = &rule.basis else { panic!("{rule:?}") };
    assert!(wanted.iter().flatten().all(|key| fields::field(key).is_some()));
}
