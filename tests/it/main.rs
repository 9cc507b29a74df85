//! One binary for every integration test.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;
mod exchange;
mod properties;
mod readings;
mod talk;
mod terminal;
mod world;
mod world;

mod disk;
