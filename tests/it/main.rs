//! One binary for every integration test.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(
    clippy::format_collect,
    clippy::large_stack_arrays,
    clippy::single_match_else,
    clippy::non_octal_unix_permissions
)]

mod backups;
mod calendar;
mod corrections;
mod crash;
mod desk;
mod disk;
mod door;
mod doubles;
mod exchange;
mod forget;
mod history;
mod house;
mod intake;
mod journeys;
mod post;
mod properties;
mod readings;
mod screen;
mod seat;
mod taken_back;
mod talk;
mod terminal;
mod unions;
mod vendors;
mod workbooks;
mod world;
