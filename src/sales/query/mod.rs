//! The query: what people type into a filter, what score rules and segments say. A syntax tree, its parser, its
//! printer, its evaluator and what may be typed next; nothing here knows how a list is drawn.

mod complete;
mod eval;
mod glance;
mod name;
mod parse;
mod print;
mod tree;
mod vocabulary;

pub use self::{
    complete::{Offer, Offering, complete},
    eval::{Seen, holds},
    glance::Glance,
    parse::parse,
    print::of_owner,
    tree::{Derived, Node, Op, Query, QueryFlaw, Subject, Test, Wanted, When},
    vocabulary::{Vocabulary, nearest},
};
