//! `[mail]` of the settings as the post needs it, and the firm's own letters. The password is had when it is needed, from
//! a file or a command, and kept nowhere.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use crate::{
    post::{Line, Password, Server, Way},
    sales::template::{Seller, Template},
    voice::Voice,
};

use super::{
    hall::Hall,
    settings::{Mail, Mistake, Secrecy, Smtp},
    setup::Setup,
};

/// Where the machine's own program for mail is looked for.
const SENDMAIL: [&str; 2] = ["/usr/sbin/sendmail", "/usr/lib/sendmail"];

/// Where letters come from, and how they leave.
pub(super) struct Desk {
    /// The address letters come from; empty where the settings do not say.
    pub(super) from: String,
    /// How they leave; nothing where nothing is set up.
    pub(super) way: Option<Way>,
}

impl Desk {
    /// As the settings say.
    pub(super) fn of(setup: &Setup, voice: &Voice) -> Self {
        let mail = setup.config.value.mail.clone().unwrap_or_default();
        let from = mail.from.clone().unwrap_or_default();
        let way = way(&mail, setup, voice).filter(|_| !from.is_empty());
        Self { from, way }
    }

    /// How letters leave, in words: the server, the program, or nothing.
    pub(super) fn told(&self) -> String {
        match &self.way {
            Some(Way::Smtp(server)) => format!("{}:{}", server.host, server.port),
            Some(Way::Sendmail(program)) => program.display().to_string(),
            None => String::new(),
        }
    }
}

/// Who stands below letters. The name people know is the one letters come from.
pub(super) fn seller(setup: &Setup) -> Seller {
    let mail = setup.config.value.mail.clone().unwrap_or_default();
    let from = mail.from.unwrap_or_default();
    let name = from.split('<').next().unwrap_or_default().trim().trim_matches('"').to_owned();
    Seller {
        name: if name.contains('@') { String::new() } else { name },
        firm: mail.firm.unwrap_or_default(),
        signature: mail.signature.unwrap_or_default().trim().to_owned(),
    }
}

fn way(mail: &Mail, setup: &Setup, voice: &Voice) -> Option<Way> {
    let program = || {
        let usual = SENDMAIL.into_iter().map(PathBuf::from).find(|program| program.exists());
        mail.sendmail.clone().or(usual).map(Way::Sendmail)
    };
    mail.smtp.as_ref().map(|smtp| Way::Smtp(server(smtp, setup, voice))).or_else(program)
}

fn server(smtp: &Smtp, setup: &Setup, voice: &Voice) -> Server {
    let (line, usual) = match smtp.tls {
        Secrecy::Tls => (Line::Private, 465),
        Secrecy::Starttls => (Line::MadePrivate, 587),
        Secrecy::None => (Line::Open, 25),
    };
    let login = smtp.user.clone().map(|user| (user, password(smtp, setup, voice)));
    Server { host: smtp.host.clone(), port: smtp.port.unwrap_or(usual), line, login }
}

fn password(smtp: &Smtp, setup: &Setup, voice: &Voice) -> Password {
    let unset = voice.say("post-password-unset").to_owned();
    let (file, command) = (smtp.password_file.clone(), smtp.password_command.clone());
    let folder = setup.folders.config.clone();
    Password(Arc::new(move || {
        let said = match (&command, &file) {
            (Some(command), _) => commanded(command)?,
            (None, Some(file)) => {
                let file = folder.join(file);
                fs::read_to_string(&file).map_err(|error| format!("{}, {error}", file.display()))?
            }
            (None, None) => return Err(unset.clone()),
        };
        said.lines().next().map(str::to_owned).filter(|line| !line.is_empty()).ok_or_else(|| unset.clone())
    }))
}

/// What a command says. It has neither the screen nor the keys.
fn commanded(command: &str) -> Result<String, String> {
    let run = Command::new("sh").args(["-c", command]).stdin(Stdio::null()).stderr(Stdio::null()).output();
    let said = run.map_err(|error| format!("{command}, {error}"))?;
    if !said.status.success() {
        return Err(format!("{command}, {}", said.status));
    }
    Ok(String::from_utf8_lossy(&said.stdout).into_owned())
}

/// The firm's own letters, `NAME.txt` in a folder, by name; and the first file that cannot be read.
pub(super) fn letters(folder: &Path) -> (Vec<Template>, Option<Mistake>) {
    let files = match fs::read_dir(folder) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (Vec::new(), None),
        Err(error) => return (Vec::new(), Some(unread(folder, &error))),
    };
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let (mut letters, mut mistake) = (Vec::new(), None);
    for path in paths {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match fs::read(&path) {
            Ok(bytes) => letters.push(Template::read(&name, &text(&bytes))),
            Err(error) => mistake = mistake.or(Some(unread(&path, &error))),
        }
    }
    (letters, mistake)
}

/// UTF-8, else what Windows' editors write.
fn text(bytes: &[u8]) -> String {
    let known = std::str::from_utf8(bytes).map(str::to_owned);
    known.unwrap_or_else(|_| encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned())
}

fn unread(path: &Path, error: &io::Error) -> Mistake {
    Mistake { file: path.to_owned(), line: None, what: error.to_string(), last_good: false }
}

impl Hall {
    /// Where letters come from, and how they leave.
    pub(super) fn post(&self) -> Desk {
        Desk::of(&self.setup, &self.voice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_encoding_are_read_by_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("relance.txt"), b"Sujet \xe9t\xe9\nBonjour").unwrap();
        fs::write(folder.path().join("notes.md"), "no letter").unwrap();
        let (letters, mistake) = letters(folder.path());
        let filled = letters[0].fill(&|_| None, &str::to_owned);
        assert_eq!((letters.len(), letters[0].name.as_str(), filled.subject.as_str()), (1, "relance", "Sujet été"));
        assert!(mistake.is_none());
        assert!(super::letters(&folder.path().join("none")).0.is_empty());
    }

    #[test]
    fn a_password_comes_from_a_command_or_says_why_not() {
        assert_eq!(commanded("echo secret").as_deref(), Ok("secret\n"));
        assert!(commanded("exit 3").unwrap_err().contains("exit 3"));
    }
}
