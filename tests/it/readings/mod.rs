//! The readings against DOMAIN.md: tables of facts and a day, and the value with its reason.

mod world;

mod agendas;
mod candidates;
mod checklists;
mod laws;
mod playbooks;
mod properties;
mod queries;
mod retentions;
mod scenarios;
mod scores;
mod sequences;
mod stages;
mod statuses;
mod todays;
mod tunings;
