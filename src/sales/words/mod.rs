//! Validated words: text as people type it, read once into what facts hold. Nothing here knows a language's sentences;
//! a refusal is a [`Flaw`] that [`crate::voice`] puts into words.

pub mod amount;
pub mod date;
pub mod digits;
pub mod email;
pub mod fold;
pub mod number;
pub mod phone;
pub mod plain;
pub mod siren;
pub mod value;
