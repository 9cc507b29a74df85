//! A file from anywhere: any bytes are rows, each created, mended, ignored or refused, or they are no table. Every row is
//! in the report.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::{
    exchange::{import::Import, known::Nobody, setting::Setting},
    sales::entity::{Entity, Id, Kind},
};

fuzz_target!(|bytes: &[u8]| {
    let mut last = 0;
    let mut births = |kind: Kind| {
        last += 1;
        Entity::known(kind, Id(last))
    };
    let setting = Setting { file: "fichier", ..Setting::default() };
    if let Ok(mut import) = Import::open(bytes, setting, &Nobody, &mut births) {
        let rows = import.by_ref().count() as u64;
        let counts = &import.report().counts;
        assert!(counts.balance() && counts.rows == rows);
    }
});
