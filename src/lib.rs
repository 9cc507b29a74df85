//! Vigie, the sales cockpit that lives in the terminal.

pub mod cli;
pub mod cockpit;
pub mod desk;
pub mod exchange;
pub mod log;
pub mod sales;
pub mod terminal;
pub mod voice;
