//! The query: what people type into a filter, what score rules and segments say. A syntax tree, its parser and its
//! evaluator; nothing here knows how a list is drawn.

mod eval;
mod glance;
mod parse;
mod tree;
mod vocabulary;

pub use self::{
    eval::{Seen, holds},
    glance::Glance,
    parse::parse,
    tree::{Derived, Node, Op, Query, QueryFlaw, Subject, Test, Wanted, When},
    vocabulary::Vocabulary,
};
