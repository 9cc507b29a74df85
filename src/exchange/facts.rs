//! Whole facts as lines of JSON: a head line with format, version and count, a line per fact, an end line with count
//! and digest. Reading back checks all of it and names the line that is wrong.

use std::{
    fmt::Write as _,
    io::{self, BufRead, Write},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::sales::fact::Fact;

/// The name of the format, first thing in the file.
const FORMAT: &str = "vigie-facts";
/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;
/// The most bytes a line may have: a fact is many texts of 64 KiB at most.
const LINE: u64 = 64 << 20;

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
    count: u64,
}

#[derive(Serialize, Deserialize)]
struct End {
    end: u64,
    sha256: String,
}

/// Writes facts.
pub struct Writer<W: Write> {
    to: W,
    promised: u64,
    written: u64,
    digest: Sha256,
}

impl<W: Write> Writer<W> {
    /// Starts a file that will hold `count` facts.
    pub fn new(mut to: W, count: u64) -> io::Result<Self> {
        serde_json::to_writer(&mut to, &Head { format: FORMAT.to_owned(), version: VERSION, count })?;
        to.write_all(b"\n")?;
        Ok(Self { to, promised: count, written: 0, digest: Sha256::new() })
    }

    /// Writes a fact.
    pub fn fact(&mut self, fact: &Fact) -> io::Result<()> {
        let mut line = serde_json::to_vec(fact)?;
        line.push(b'\n');
        self.digest.update(&line);
        self.written += 1;
        self.to.write_all(&line)
    }

    /// Writes the end line; refused where the head promised another count.
    pub fn finish(mut self) -> io::Result<W> {
        if self.written != self.promised {
            let told = format!("{} facts promised, {} written", self.promised, self.written);
            return Err(io::Error::new(io::ErrorKind::InvalidInput, told));
        }
        serde_json::to_writer(&mut self.to, &End { end: self.written, sha256: hex(self.digest) })?;
        self.to.write_all(b"\n")?;
        self.to.flush()?;
        Ok(self.to)
    }
}

/// A line that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub why: Why,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The first line is not that of such a file.
    Head,
    /// A later version wrote it.
    Version {
        /// Which one.
        found: u32,
    },
    /// No fact.
    Fact {
        /// What is wrong with it.
        reason: String,
    },
    /// The file stops before its end line.
    Cut,
    /// Another number of facts than the head and the end line say.
    Count {
        /// How many they say.
        said: u64,
        /// How many there are.
        found: u64,
    },
    /// The facts are not those that were written.
    Digest,
    /// Something follows the end line.
    Beyond,
    /// The file could not be read.
    Reading {
        /// What the system said.
        reason: String,
    },
}

impl Why {
    /// The word in text keys: `import-facts-…`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Version { .. } => "version",
            Self::Fact { .. } => "fact",
            Self::Cut => "cut",
            Self::Count { .. } => "count",
            Self::Digest => "digest",
            Self::Beyond => "beyond",
            Self::Reading { .. } => "reading",
        }
    }
}

/// Reads facts one by one. Whether the file is whole is known at its end only: [`verify`] first, record later.
pub struct Reader<R: BufRead> {
    from: R,
    line: u64,
    promised: u64,
    found: u64,
    digest: Sha256,
    text: Vec<u8>,
    ended: bool,
}

impl<R: BufRead> Reader<R> {
    /// Reads the head line.
    pub fn open(from: R) -> Result<Self, Broken> {
        let mut reader =
            Self { from, line: 0, promised: 0, found: 0, digest: Sha256::new(), text: Vec::new(), ended: false };
        reader.take_line()?;
        let text = reader.text.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&reader.text);
        let head: Head = serde_json::from_slice(text).map_err(|_| reader.broken(Why::Head))?;
        match head {
            Head { format, .. } if format != FORMAT => Err(reader.broken(Why::Head)),
            Head { version, .. } if version > VERSION => Err(reader.broken(Why::Version { found: version })),
            Head { count, .. } => Ok(Self { promised: count, ..reader }),
        }
    }

    /// How many facts the head promises.
    pub fn promised(&self) -> u64 {
        self.promised
    }

    fn step(&mut self) -> Result<Option<Fact>, Broken> {
        if !self.take_line()? {
            return Err(self.broken(Why::Cut));
        }
        if self.text.starts_with(b"{\"end\":") {
            self.end()?;
            return Ok(None);
        }
        let fact = serde_json::from_slice(&self.text);
        let fact = fact.map_err(|error| self.broken(Why::Fact { reason: error.to_string() }))?;
        self.digest.update(&self.text);
        self.found += 1;
        Ok(Some(fact))
    }

    fn end(&mut self) -> Result<(), Broken> {
        let end: End =
            serde_json::from_slice(&self.text).map_err(|error| self.broken(Why::Fact { reason: error.to_string() }))?;
        for said in [end.end, self.promised] {
            if said != self.found {
                return Err(self.broken(Why::Count { said, found: self.found }));
            }
        }
        if hex(self.digest.clone()) != end.sha256 {
            return Err(self.broken(Why::Digest));
        }
        while self.take_line()? {
            if !self.text.trim_ascii().is_empty() {
                return Err(self.broken(Why::Beyond));
            }
        }
        Ok(())
    }

    /// Reads a line with its end; false at the end of the file.
    fn take_line(&mut self) -> Result<bool, Broken> {
        self.line += 1;
        self.text.clear();
        let mut limited = io::Read::take(&mut self.from, LINE);
        let read = limited.read_until(b'\n', &mut self.text);
        match read {
            Ok(got) if got as u64 == LINE => Err(self.broken(Why::Fact { reason: "too long".to_owned() })),
            Ok(got) => Ok(got > 0),
            Err(error) => Err(self.broken(Why::Reading { reason: error.to_string() })),
        }
    }

    fn broken(&self, why: Why) -> Broken {
        Broken { line: self.line, why }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Fact, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let step = self.step().transpose();
        self.ended = !matches!(step, Some(Ok(_)));
        step
    }
}

/// Reads a whole file and tells how many facts it holds, keeping none.
pub fn verify(from: impl BufRead) -> Result<u64, Broken> {
    let mut count = 0;
    for fact in Reader::open(from)? {
        fact?;
        count += 1;
    }
    Ok(count)
}

fn hex(digest: Sha256) -> String {
    digest.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sales::{
        entity::{Entity, Id, Kind},
        fact::{ActId, FactId, Set, Stamp, Statement, Value},
        moment::Day,
    };

    fn fact(seq: u64) -> Fact {
        let about = Entity::known(Kind::Contact, Id(1 << 90));
        let value = Value::Text("Gaëlle\n\"Le Goff\"".to_owned());
        Fact {
            id: FactId { device: 7, seq },
            stamp: Stamp(seq << 16),
            act: ActId(Id(u128::from(seq))),
            author: "Sandrine".to_owned(),
            recorded_at: 0,
            day: Day(739_942),
            statements: vec![Statement::Set(Set { about, field: "contact.given_name".to_owned(), value })],
        }
    }

    fn written() -> Vec<u8> {
        let mut writer = Writer::new(Vec::new(), 3).unwrap();
        (1..=3).for_each(|seq| writer.fact(&fact(seq)).unwrap());
        writer.finish().unwrap()
    }

    fn broken(bytes: &[u8]) -> (u64, &'static str) {
        let broken = verify(bytes).unwrap_err();
        (broken.line, broken.why.key())
    }

    #[test]
    fn what_is_written_is_read_back() {
        let facts: Vec<Fact> = Reader::open(&written()[..]).unwrap().map(Result::unwrap).collect();
        assert_eq!(facts, (1..=3).map(fact).collect::<Vec<_>>());
        assert_eq!(verify(&written()[..]), Ok(3));
    }

    #[test]
    fn the_bad_line_is_named() {
        let text = String::from_utf8(written()).unwrap();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let without = |at: usize| {
            let kept = lines.iter().enumerate().filter(|(line, _)| *line != at);
            kept.map(|(_, line)| *line).collect::<String>()
        };
        assert_eq!(broken(b""), (1, "head"));
        assert_eq!(broken(b"Nom;Ville\n"), (1, "head"));
        assert_eq!(broken(text.replace("\"version\":1", "\"version\":9").as_bytes()), (1, "version"));
        assert_eq!(broken(text.replacen("\"seq\":2", "\"seq\":\"2\"", 1).as_bytes()), (3, "fact"));
        assert_eq!(broken(text.replacen("Sandrine", "Sandrino", 1).as_bytes()), (5, "digest"));
        assert_eq!(broken(without(2).as_bytes()), (4, "count"));
        assert_eq!(broken(without(4).as_bytes()), (5, "cut"));
        assert_eq!(broken(format!("{text}{}", lines[1]).as_bytes()), (6, "beyond"));
        assert_eq!(verify(format!("{text}\n").as_bytes()), Ok(3));
    }

    #[test]
    fn a_promise_is_kept() {
        assert!(Writer::new(Vec::new(), 2).unwrap().finish().is_err());
    }
}
