//! One binary for every integration test.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;
mod exchange;
mod properties;
mod terminal;
mod readings;
mod world;

mod disk;
