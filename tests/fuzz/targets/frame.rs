//! A frame of the copy that answers by entity: any bytes are a fact or a flaw, never a panic; a fact is written as it was
//! read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::log::codec;

/// The bytes as a frame whose length and checksum are right: what lies behind them would hardly be met otherwise.
fn sealed(key: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key);
    hasher.update(payload);
    let length = (payload.len() + 4) as u32;
    [length.to_le_bytes().as_slice(), &hasher.finalize().to_le_bytes(), payload].concat()
}

fuzz_target!(|bytes: &[u8]| {
    let (key, payload) = bytes.split_at(bytes.len().min(16));
    let bare = codec::decode(key, payload);
    for fact in codec::decode(key, &sealed(key, payload)).into_iter().chain(bare) {
        let again = codec::encode(key, &fact).expect("what was read can be written");
        assert_eq!(codec::decode(key, &again).expect("what was written can be read"), fact);
    }
});
