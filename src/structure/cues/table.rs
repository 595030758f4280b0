//! A table of phrases that is asked for every line.
use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// Phrases known when the program was written: nobody can choose keys that collide, so a short hash will do.
pub(super) type Table<V> = HashMap<&'static str, V, BuildHasherDefault<Short>>;

/// Phrases with which lines begin, by their first letter: a line is compared with few of them.
pub(crate) struct Starts<V>(HashMap<char, Vec<(&'static str, V)>, BuildHasherDefault<Short>>);

impl<V: Copy> Starts<V> {
    pub(crate) fn new(phrases: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut starts: HashMap<char, Vec<_>, BuildHasherDefault<Short>> = HashMap::default();
        for (phrase, value) in phrases {
            if let Some(first) = phrase.chars().next() {
                starts.entry(first).or_default().push((phrase, value));
            }
        }
        Self(starts)
    }

    /// Those with which `said` begins, in the order in which they were given.
    pub(crate) fn of<'a>(&'a self, said: &'a str) -> impl Iterator<Item = (&'static str, V)> + 'a {
        let known = said.chars().next().and_then(|first| self.0.get(&first)).map_or(&[][..], Vec::as_slice);
        known.iter().copied().filter(|(phrase, _)| said.starts_with(phrase))
    }
}

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
