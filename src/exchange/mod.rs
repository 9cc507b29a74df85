//! Files in and out. Pure: bytes in, proposals out; bytes out. No file is opened here, nothing is recorded, and no
//! sentence is written: findings are typed, [`crate::voice`] puts them into words.
//!
//! The way in: [`sniff`] says what the bytes are, [`source`] opens them as records ([`rows`] of text, a [`sheet`] of a
//! workbook, [`cards`], [`json`]), [`mapping`] gives every column a meaning ([`survey`] asks the first rows whether it fits), [`gather`] reads
//! one row, [`import`] turns it into a [`proposal::Proposal`] of statements, and [`report`] counts. The way out: [`csv_out`],
//! [`workbook_out`], [`cards_out`], [`calendar`] and [`facts`].

pub mod calendar;
pub mod cards;
pub mod cards_out;
mod cell;
pub mod csv_out;
pub mod directory;
pub mod facts;
pub mod gather;
pub mod gathered;
pub mod headers;
pub mod import;
pub mod index;
pub mod json;
pub mod known;
pub mod likeness;
pub mod mapping;
pub mod objection;
pub mod own;
pub mod party;
pub mod proposal;
pub mod repair;
pub mod report;
pub mod rows;
pub mod said;
pub mod setting;
pub mod sheet;
pub mod sniff;
pub mod source;
pub mod speech;
pub mod survey;
pub mod telling;
pub mod workbook_out;
