//! A post office for tests: speaks SMTP on a port of this machine as a server would, well or badly.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

/// How it treats letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Takes,
    KnowsNobody,
    RefusesTo,
    RefusesText,
    /// Takes the text and says nothing more.
    HangsUp,
}

pub struct Office {
    pub port: u16,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Office {
    pub fn open(manner: Manner) -> Self {
        let door = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = door.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let kept = taken.clone();
        std::thread::spawn(move || {
            for line in door.incoming().flatten() {
                // A guest who leaves in the middle is no fault of the office.
                drop(served(&line, manner, &kept));
            }
        });
        Self { port, taken }
    }

    /// The letters it took, as they came.
    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

fn served(line: &TcpStream, manner: Manner, taken: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut out = line;
    let mut words = BufReader::new(line).lines();
    out.write_all(b"220 office.example\r\n")?;
    while let Some(word) = words.next().transpose()? {
        let verb = word.split(' ').next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-office.example\r\n250 AUTH PLAIN",
            "AUTH" if manner == Manner::KnowsNobody => "535 5.7.8 who are you?",
            "AUTH" => "235 welcome",
            "RCPT" if manner == Manner::RefusesTo => "550 5.1.1 no such person",
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                let text: Vec<String> = words.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                match manner {
                    Manner::HangsUp => return Ok(()),
                    Manner::RefusesText => "554 5.7.1 smells of spam",
                    _ => {
                        taken.lock().unwrap().push(text.join("\r\n"));
                        "250 taken"
                    }
                }
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => "250 fine",
        };
        out.write_all(format!("{answer}\r\n").as_bytes())?;
    }
    Ok(())
}
