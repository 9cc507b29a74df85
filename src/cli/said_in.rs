//! What a settings file says, value by value, each with its line: `rule.zone.points`, 9, line 12.

use toml::de::{DeTable, DeValue};

/// A value of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Where: tables and keys; a table of a list goes by its `key`.
    pub(super) name: String,
    /// What, as it is written.
    pub(super) value: String,
    /// The line, from 1.
    pub(super) line: usize,
}

/// Every value, in the order of the file; nothing of a file that cannot be read.
pub(super) fn values(text: &str) -> Vec<Told> {
    let mut told = Vec::new();
    if let Ok(table) = DeTable::parse(text) {
        walk(text, "", table.get_ref(), &mut told);
    }
    told.sort_by_key(|told| told.line);
    told
}

fn walk(text: &str, under: &str, table: &DeTable, told: &mut Vec<Told>) {
    for (key, value) in table {
        let name = format!("{under}{}", key.get_ref());
        match value.get_ref() {
            DeValue::Table(inner) => walk(text, &format!("{name}."), inner, told),
            DeValue::Array(list) if list.iter().any(|value| matches!(value.get_ref(), DeValue::Table(_))) => {
                for inner in list.iter().filter_map(|value| value.get_ref().as_table()) {
                    let key = inner
                        .iter()
                        .find(|(key, _)| key.get_ref() == "key")
                        .and_then(|(_, key)| key.get_ref().as_str());
                    walk(text, &format!("{name}.{}.", key.unwrap_or_default()), inner, told);
                }
            }
            _ if key.get_ref() == "key" && !under.is_empty() => {}
            _ => {
                let span = value.span();
                let value = text.get(span.clone()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
                let line = text.get(..span.start).unwrap_or_default().matches('\n').count() + 1;
                told.push(Told { name, value, line });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_place_and_line() {
        let text = "# moi\n[thresholds]\nhot = 80 # exigeants\n\n[[rule]]\nkey = \"zone\"\npoints = 9\n[target]\nzones = [\n \"44\",\n]\n";
        let told = |name: &str, value: &str, line| Told { name: name.into(), value: value.into(), line };
        let wanted =
            [told("thresholds.hot", "80", 3), told("rule.zone.points", "9", 7), told("target.zones", "[ \"44\", ]", 9)];
        assert_eq!(values(text), wanted);
        assert_eq!(values("[thresholds\n"), []);
    }
}
