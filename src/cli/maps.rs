//! `maps.toml`: how the columns of a file were placed, kept for the next file of the same headers because somebody
//! asked for it. A person may read and change it.

use std::path::Path;

use serde::Deserialize;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use crate::exchange::setting::Kept;

use super::kept;

/// Its name beside `config.toml`.
pub(super) const NAME: &str = "maps.toml";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Maps {
    #[serde(default)]
    file: Vec<One>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    headers: Vec<String>,
    map: Vec<String>,
}

/// What is kept; a mistake is told by its sentence.
pub(super) fn read(folder: &Path) -> Result<Vec<Kept>, String> {
    let text = kept::read(&folder.join(NAME)).map_err(|error| error.to_string())?;
    let maps: Maps = toml::from_str(&text).map_err(|error| error.to_string().trim().replace('\n', " "))?;
    let pair = |text: &String| text.split_once('=').map(|(one, two)| (one.trim().to_owned(), two.trim().to_owned()));
    let of = |one: One| Kept { map: one.map.iter().filter_map(pair).collect(), headers: one.headers };
    Ok(maps.file.into_iter().map(of).collect())
}

/// Keeps a mapping in the place of an earlier one of the same headers; what else stands in the file stays.
pub(super) fn keep(folder: &Path, headers: &[String], map: &[(String, String)]) -> Result<(), String> {
    let path = folder.join(NAME);
    let text = kept::read(&path).map_err(|error| error.to_string())?;
    let mut all: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let files = all.entry("file").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let files = files.as_array_of_tables_mut().ok_or_else(|| "file".to_owned())?;
    let same = |table: &Table| {
        let list = table.get("headers").and_then(Item::as_array);
        list.is_some_and(|list| list.iter().filter_map(|name| name.as_str()).eq(headers.iter().map(String::as_str)))
    };
    let earlier = files.iter().position(same);
    if let Some(at) = earlier {
        files.remove(at);
    }
    let mut table = Table::new();
    table.insert("headers", value(headers.iter().map(String::as_str).collect::<Array>()));
    table.insert("map", value(map.iter().map(|(header, field)| format!("{header}={field}")).collect::<Array>()));
    files.push(table);
    kept::write(&path, &all.to_string()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_kept_replaced_and_read_back_and_comments_stay() {
        let folder = tempfile::tempdir().unwrap();
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let map = |field: &str| vec![("Tél. \"2\"".to_owned(), field.to_owned())];
        assert!(read(folder.path()).unwrap().is_empty());
        keep(folder.path(), &names(&["Nom", "Tél. \"2\""]), &map("note")).unwrap();
        let file = folder.path().join(NAME);
        std::fs::write(&file, format!("# mine\n{}", std::fs::read_to_string(&file).unwrap())).unwrap();
        keep(folder.path(), &names(&["Autre"]), &map("-")).unwrap();
        keep(folder.path(), &names(&["Nom", "Tél. \"2\""]), &map("téléphone")).unwrap();
        let all = read(folder.path()).unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!((&all[1].headers, &all[1].map), (&names(&["Nom", "Tél. \"2\""]), &map("téléphone")));
        std::fs::write(&file, "file = 3\n").unwrap();
        assert!(read(folder.path()).is_err() && keep(folder.path(), &names(&["A"]), &map("-")).is_err());
    }
}
