//! Tables whose keys were known when the program was written: nobody can choose keys that collide, so a short hash will do.
use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Short>>;
pub(crate) type Set<K> = HashSet<K, BuildHasherDefault<Short>>;

/// FNV-1a by words of eight bytes.
#[derive(Default)]
pub(crate) struct Short(u64);

impl Hasher for Short {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let word = part.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the low bits, which a product mixes least.
        self.0 ^ self.0 >> 32
    }
}
