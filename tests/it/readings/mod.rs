//! The readings against DOMAIN.md: tables of facts and a day, and the value with its reason.

mod world;

mod playbooks;
