//! E-mail addresses, checked by their shape.

use super::Flaw;

/// The address alone, in lower case; `Marie <marie@lefevre.example>` and `mailto:` are understood.
pub fn parse(text: &str) -> Result<String, Flaw> {
    let address = bare(text).to_lowercase();
    let (local, domain) = address.rsplit_once('@').ok_or(Flaw::NotAnEmail)?;
    if is_local(local) && is_domain(domain) && address.len() <= 254 { Ok(address) } else { Err(Flaw::NotAnEmail) }
}

fn bare(text: &str) -> &str {
    let text = text.trim();
    let text = match (text.rfind('<'), text.strip_suffix('>')) {
        (Some(open), Some(inside)) if open < inside.len() => &inside[open + 1..],
        _ => text,
    };
    let text = text.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:")).map_or(text, |_| &text[7..]);
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '"' | '\''))
}

fn is_local(local: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    (1..=64).contains(&local.len()) && !dots && local.chars().all(fits)
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    let named = top.chars().count() >= 2 && !top.bytes().all(|byte| byte.is_ascii_digit());
    domain.contains('.') && named && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn takes_addresses() {
        for (text, address) in [
            ("marie@lefevre.example", "marie@lefevre.example"),
            (" ERIC@Moreau-Elec.example ", "eric@moreau-elec.example"),
            ("Marie Lefèvre <marie@lefevre.example>", "marie@lefevre.example"),
            ("mailto:marie@lefevre.example", "marie@lefevre.example"),
            ("hélène@société.example", "hélène@société.example"),
            ("o'neil+devis@a.b.example", "o'neil+devis@a.b.example"),
            ("marie@lefevre.example;", "marie@lefevre.example"),
        ] {
            assert_eq!(parse(text).as_deref(), Ok(address), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        for text in [
            "",
            "marie",
            "marie@",
            "@lefevre.example",
            "marie@lefevre",
            "marie@.example",
            "marie@lefevre.",
            "ma rie@lefevre.example",
            "marie@@lefevre.example",
            "marie@lefevre..example",
            ".marie@lefevre.example",
            "marie@-lefevre.example",
            "marie@10.0.0.1",
            "a@b.example, c@d.example",
            "<>",
            "marie@lefevre.e",
        ] {
            assert_eq!(parse(text), Err(Flaw::NotAnEmail), "{text}");
        }
        assert!(parse(&format!("{}@a.example", "m".repeat(65))).is_err());
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(text in ".*", near in "[a-zé<>@. ;:-]{0,20}") {
            for text in [text, near] {
                if let Ok(address) = parse(&text) {
                    prop_assert_eq!(parse(&address), Ok(address.clone()));
                }
            }
        }
    }
}
