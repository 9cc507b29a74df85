//! One binary for every integration test.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod crash;
mod desk;
mod disk;
mod exchange;
mod house;
mod journeys;
mod properties;
mod readings;
mod screen;
mod seat;
mod talk;
mod terminal;
mod world;
