//! The words of the demo, read once from `assets/demo`. No story is told here.

use std::{collections::BTreeMap, sync::OnceLock};

use serde::Deserialize;

use super::chance::Chance;

/// Everything the demo may say.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) women: Vec<&'static str>,
    pub(super) men: Vec<&'static str>,
    pub(super) families: Vec<&'static str>,
    pub(super) owners: Vec<&'static str>,
    /// Towns with their post codes.
    pub(super) towns: Vec<(&'static str, &'static str)>,
    pub(super) sectors: Vec<Sector>,
    pub(super) heroes: Vec<Hero>,
    pub(super) phrases: Phrases,
}

/// A trade the made-up firm works for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sector {
    pub(super) label: String,
    pub(super) naf: String,
    pub(super) weight: i32,
    pub(super) size: (i32, i32),
    pub(super) names: Vec<String>,
    pub(super) jobs: Vec<String>,
    pub(super) projects: Vec<Wish>,
    pub(super) events: Vec<String>,
}

/// What people of a sector ask for, from and up to how many euros, and why they need it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    pub(super) title: String,
    low: i32,
    high: i32,
    pub(super) need: Vec<String>,
}

impl Wish {
    /// An amount of whole hundreds.
    pub(super) fn euros(&self, chance: &mut Chance) -> i64 {
        i64::from(chance.between(self.low / 100, self.high / 100)) * 100
    }
}

impl Sector {
    /// One of its projects.
    pub(super) fn wish(&self, chance: &mut Chance) -> &Wish {
        let at = chance.between(0, self.projects.len() as i32 - 1) as usize;
        &self.projects[at]
    }

    /// Whether its people buy for themselves.
    pub(super) fn is_private(&self) -> bool {
        self.names.is_empty()
    }
}

/// Somebody who is there in every demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hero {
    pub(super) given: String,
    pub(super) family: String,
    pub(super) woman: bool,
    pub(super) company: String,
    pub(super) sector: String,
    pub(super) job: String,
    pub(super) town: String,
    pub(super) owner: String,
    #[serde(flatten)]
    pub(super) project: Project,
}

/// What a hero wants and how far it went.
#[derive(Debug, Deserialize)]
pub(super) struct Project {
    pub(super) title: String,
    pub(super) amount: i64,
    pub(super) path: String,
    pub(super) ago: i32,
    pub(super) due: Option<i32>,
    pub(super) hour: Option<u16>,
    #[serde(default)]
    pub(super) next: String,
}

/// Sentences by occasion.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Phrases {
    pub(super) lost: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    lists: BTreeMap<String, Vec<String>>,
}

impl Phrases {
    /// The sentences of an occasion.
    pub(super) fn list(&self, occasion: &str) -> &[String] {
        self.lists.get(occasion).map_or(&[], Vec::as_slice)
    }
}

#[derive(Deserialize)]
struct Sectors {
    sector: Vec<Sector>,
}

#[derive(Deserialize)]
struct Heroes {
    hero: Vec<Hero>,
}

/// The words, read on first use.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        read().unwrap_or_else(|error| unreachable!("the demo's words come with the program and are tested: {error}"))
    })
}

fn read() -> Result<Words, toml::de::Error> {
    let town = |line: &'static str| line.rsplit_once(' ').unwrap_or((line, ""));
    Ok(Words {
        women: lines(include_str!("../../../assets/demo/given_women.txt")),
        men: lines(include_str!("../../../assets/demo/given_men.txt")),
        families: lines(include_str!("../../../assets/demo/families.txt")),
        owners: lines(include_str!("../../../assets/demo/owners.txt")),
        towns: lines(include_str!("../../../assets/demo/towns.txt")).into_iter().map(town).collect(),
        sectors: toml::from_str::<Sectors>(include_str!("../../../assets/demo/sectors.toml"))?.sector,
        heroes: toml::from_str::<Heroes>(include_str!("../../../assets/demo/heroes.toml"))?.hero,
        phrases: toml::from_str(include_str!("../../../assets/demo/phrases.toml"))?,
    })
}

fn lines(text: &'static str) -> Vec<&'static str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// A sentence for a man or a woman, its blanks filled.
pub(super) fn filled(sentence: &str, woman: bool, blanks: &[(&str, &str)]) -> String {
    let (man, other) = sentence.split_once('|').unwrap_or((sentence, sentence));
    let mut text = if woman { other } else { man }.to_owned();
    for (blank, word) in blanks {
        if text.contains(blank) {
            text = text.replace(blank, word);
        }
    }
    text
}

/// A sector by chance.
pub(super) fn sector(chance: &mut Chance) -> &'static Sector {
    let sectors = &words().sectors;
    let at = chance.weighted(sectors.iter().map(|sector| sector.weight));
    sectors.get(at).unwrap_or(&sectors[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_can_be_read() {
        let words = read().unwrap();
        assert!(words.women.len() > 50 && words.men.len() > 50 && words.families.len() > 150);
        assert!(words.towns.iter().all(|(_, code)| code.len() == 5));
        assert_eq!(words.sectors.iter().map(|sector| sector.weight).sum::<i32>(), 100);
        assert_eq!(words.heroes.iter().filter(|hero| hero.family == "Martin").count(), 4);
        assert!(words.phrases.lost.len() >= 9);
    }

    #[test]
    fn every_hero_stands_in_a_sector_and_a_town_that_exist() {
        for hero in &words().heroes {
            assert!(words().sectors.iter().any(|sector| sector.label == hero.sector), "{}", hero.sector);
            assert!(words().towns.iter().any(|(town, _)| *town == hero.town), "{}", hero.town);
            let sector = words().sectors.iter().find(|sector| sector.label == hero.sector).unwrap();
            assert!(sector.projects.iter().any(|wish| wish.title == hero.project.title), "{}", hero.project.title);
        }
    }

    #[test]
    fn a_sentence_speaks_of_a_man_or_a_woman() {
        assert_eq!(filled("il signe {montant}|elle signe {montant}", true, &[("{montant}", "3 €")]), "elle signe 3 €");
        assert_eq!(filled("il signe|elle signe", false, &[]), "il signe");
        assert_eq!(filled("signe", true, &[]), "signe");
    }
}
