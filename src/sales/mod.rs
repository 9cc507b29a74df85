//! The trade: facts, what they add up to, and every reading of it. Pure: no clock, disk, terminal or random;
//! returns keys and values, never sentences.

pub mod agenda;
pub mod book;
pub mod case;
pub mod columns;
pub mod company;
pub mod contact;
pub mod deal;
pub mod entity;
pub mod fact;
pub mod fields;
pub mod find;
pub mod holidays;
pub mod law;
pub mod moment;
pub mod money;
pub mod playbook;
pub mod qualification;
pub mod query;
pub mod reason;
pub mod score;
pub mod stage;
pub mod status;
pub mod temperature;
pub mod words;
