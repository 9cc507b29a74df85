//! One binary for every integration test.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;
mod disk;
mod exchange;
mod house;
mod properties;
mod readings;
mod talk;
mod world;
mod terminal;
mod readings;
mod world;
mod world;

mod disk;
mod journeys;
mod screen;
mod seat;
mod world;
