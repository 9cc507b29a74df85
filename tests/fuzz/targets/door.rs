//! What comes through the door: any bytes are messages or a flaw, with no more room taken than there are bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::log::wire::{self, Asked, Told};

fuzz_target!(|bytes: &[u8]| {
    let mut guest = bytes;
    while let Ok(asked) = wire::read::<Asked>(&mut guest) {
        let frame = wire::frame(&asked).expect("what was said can be said again");
        assert_eq!(wire::read::<Asked>(&mut frame.as_slice()).expect("and heard"), asked);
    }
    let mut holder = bytes;
    while wire::read::<Told>(&mut holder).is_ok() {}
});
