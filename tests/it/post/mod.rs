//! Letters out: what the server gets, what is said when it does not take it, what the command line notes.

mod office;
mod send;

use std::sync::Arc;

use vigie::{
    post::{self, Failure, Letter, Line, Password, Server, Way},
    voice::{Language, Voice},
};

use office::{Manner, Office};

fn letter() -> Letter {
    Letter {
        from: "Sandrine Petit <sandrine@petit.example>".into(),
        to: "marie@lefevre.example".into(),
        subject: "Votre devis n° 12 : l'avez-vous reçu ?".into(),
        body: "Bonjour Madame Lefèvre,\n\n.Un point au début.\nŒuvre à 8 400 €.\n".into(),
        written: 1_795_334_400_000,
        way_out: true,
    }
}

fn way(office: &Office, password: Option<&'static str>) -> Way {
    let login = password.map(|said| ("sandrine".to_owned(), Password(Arc::new(move || Ok(said.to_owned())))));
    Way::Smtp(Server { host: "127.0.0.1".into(), port: office.port, line: Line::Open, login })
}

#[test]
fn the_server_gets_the_whole_letter_once() {
    let office = Office::open(Manner::Takes);
    post::send(&letter(), &way(&office, Some("sésame"))).unwrap();
    let taken = office.taken();
    let [mail] = taken.as_slice() else { panic!("{taken:?}") };
    assert!(mail.is_ascii(), "any server can carry it: {mail}");
    for wanted in [
        "From: \"Sandrine Petit\" <sandrine@petit.example>\r\n",
        "To: marie@lefevre.example\r\n",
        "Date: Sun, 22 Nov 2026 08:00:00 +0000\r\n",
        "List-Unsubscribe: <mailto:sandrine@petit.example?subject=stop>\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n",
    ] {
        assert!(mail.contains(wanted), "{wanted} is not in\n{mail}");
    }
    assert!(!mail.contains("X-Unsent"));
    assert!(mail.contains(&format!("Message-ID: {}\r\n", post::message_id(&letter()))));
    let again = Letter { written: letter().written + 60_000, ..letter() };
    assert_eq!(post::message_id(&again), post::message_id(&letter()), "tried again it is the same letter");
    let other = Letter { body: "Bonsoir".into(), ..letter() };
    assert_ne!(post::message_id(&other), post::message_id(&letter()));
}

#[test]
fn a_refusal_is_certain_and_told_in_one_sentence() {
    for (manner, part) in [(Manner::KnowsNobody, "535"), (Manner::RefusesTo, "550"), (Manner::RefusesText, "554")] {
        let office = Office::open(manner);
        let failure = post::send(&letter(), &way(&office, Some("sésame"))).unwrap_err();
        assert!(failure.is_certain(), "{failure:?}");
        for language in [Language::Fr, Language::En] {
            let said = failure.tell(&Voice::new(language));
            assert!(said.contains(part) && said.lines().count() == 1, "{said}");
        }
        assert!(office.taken().is_empty());
    }
}

#[test]
fn a_line_cut_after_the_text_is_never_called_refused() {
    let office = Office::open(Manner::HangsUp);
    let failure = post::send(&letter(), &way(&office, None)).unwrap_err();
    assert!(matches!(failure, Failure::Unknown(_)) && !failure.is_certain(), "{failure:?}");
}

#[test]
fn nobody_there_no_password_or_a_bad_address_are_certain() {
    let office = Office::open(Manner::Takes);
    let gone = Way::Smtp(Server { host: "127.0.0.1".into(), port: 1, line: Line::Open, login: None });
    assert!(matches!(post::send(&letter(), &gone), Err(Failure::Unreachable(_))));
    let locked = Password(Arc::new(|| Err("pass: locked".into())));
    let Way::Smtp(mut server) = way(&office, None) else { unreachable!() };
    server.login = Some(("sandrine".into(), locked));
    assert_eq!(post::send(&letter(), &Way::Smtp(server)), Err(Failure::Password("pass: locked".into())));
    let nobody = Letter { to: "marie".into(), ..letter() };
    assert!(matches!(post::send(&nobody, &way(&office, None)), Err(Failure::Address(_))));
    let no_tls =
        Way::Smtp(Server { host: "127.0.0.1".into(), port: office.port, line: Line::MadePrivate, login: None });
    assert!(
        matches!(post::send(&letter(), &no_tls), Err(Failure::Unreachable(_))),
        "never in clear when TLS was asked"
    );
    assert!(office.taken().is_empty());
}

#[test]
fn a_file_is_a_letter_still_to_be_sent() {
    let text = String::from_utf8(post::file(&letter()).unwrap()).unwrap();
    assert!(text.contains("X-Unsent: 1\r\n") && text.contains("MIME-Version: 1.0\r\n"), "{text}");
}
