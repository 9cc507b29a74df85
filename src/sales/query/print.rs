//! From syntax tree to text: what is read back as the same query, in the words of one language.

use super::{
    name,
    tree::{Derived, Node, Op, Query, Subject, Test},
};
use crate::sales::{playbook::Playbook, template::Tongue};

/// Whatever somebody looks after.
pub fn of_owner(name: &str, tongue: Tongue) -> String {
    let subject = Subject::Derived(Derived::Owner);
    let (op, who) = if name.is_empty() {
        (Op::Has, name::said(name::EMPTY, tongue).to_owned())
    } else {
        (Op::Equal, name::quoted(name))
    };
    format!("{}{}{who}", name::subject(&subject, tongue), sign(op))
}

impl Query {
    /// The query as one would type it.
    pub fn print(&self, playbook: &Playbook, tongue: Tongue) -> String {
        node(&self.root, playbook, tongue)
    }
}

fn node(part: &Node, playbook: &Playbook, tongue: Tongue) -> String {
    match part {
        Node::All(parts) => parts.iter().map(|part| node(part, playbook, tongue)).collect::<Vec<_>>().join(" "),
        Node::Not(part) => format!("-{}", node(part, playbook, tongue)),
        Node::Segment(key, _) => format!("{}:{key}", name::SEGMENT),
        Node::Test(test) => self::test(test, playbook, tongue),
        Node::Words(words) => self::words(words),
    }
}

fn test(test: &Test, playbook: &Playbook, tongue: Tongue) -> String {
    let value = name::value((&test.subject, &test.value), playbook, tongue);
    format!("{}{}{value}", name::subject(&test.subject, tongue), sign(test.op))
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Has => ":",
        Op::Equal => "=",
        Op::Unequal => "!=",
        Op::Less => "<",
        Op::AtMost => "<=",
        Op::More => ">",
        Op::AtLeast => ">=",
    }
}

/// A word that would be read otherwise stands in quotes.
fn words(words: &str) -> String {
    let bare = !words.is_empty() && !words.contains(char::is_whitespace) && !["ou", "or"].contains(&words);
    if bare { words.to_owned() } else { format!("\"{words}\"") }
}
