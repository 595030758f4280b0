//! Many small values by key, in little more room than the values and a check take: a binary fuse filter (Graf and Lemire 2022)
//! that holds a value beside the fingerprint. A look-up reads three slots and XORs them; there is nothing to set up.
//!
//! `src/lexis/table.rs` reads it: keep the two in step.

/// Bits of a slot for the value; the rest is the fingerprint.
pub const VALUE_BITS: u32 = 5;
pub const LARGEST: u16 = (1 << VALUE_BITS) - 1;

pub struct Table {
    pub seed: u64,
    pub segment_bits: u32,
    pub segments: u64,
    slots: Vec<u16>,
}

/// The key of an entry: its language and the letters of its n-gram, the predicted one first.
pub fn hash(language: u64, letters: impl Iterator<Item = char>) -> u64 {
    letters.fold((language + 1).wrapping_mul(0xA24B_AED4_963E_E407), extend)
}

fn extend(hash: u64, c: char) -> u64 {
    let mixed = (hash ^ (u64::from(u32::from(c)) << 1 | 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

fn finished(key: u64, seed: u64) -> u64 {
    let mut hash = key ^ seed;
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}

impl Table {
    pub fn build(entries: &[(u64, u16)]) -> Self {
        let mut keys: Vec<u64> = entries.iter().map(|&(key, _)| key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), entries.len(), "two entries with one key");
        let segment_bits = ((entries.len() as f64).ln() / 3.33f64.ln() + 2.25).floor() as u32;
        let segments = ((entries.len() as f64 * 1.13) / f64::from(1u32 << segment_bits)).ceil() as u64;
        for seed in 1.. {
            let table = Self { seed, segment_bits, segments, slots: vec![0; ((segments + 2) << segment_bits) as usize] };
            if let Some(table) = table.fill(entries) {
                return table;
            }
        }
        unreachable!("some seed does")
    }

    fn places(&self, hash: u64) -> [usize; 3] {
        let mask = (1u64 << self.segment_bits) - 1;
        let first = ((u128::from(hash) * u128::from(self.segments << self.segment_bits)) >> 64) as u64;
        let second = (first + (mask + 1)) ^ ((hash >> 18) & mask);
        let third = (first + 2 * (mask + 1)) ^ (hash & mask);
        [first as usize, second as usize, third as usize]
    }

    fn fill(mut self, entries: &[(u64, u16)]) -> Option<Self> {
        let hashes: Vec<u64> = entries.iter().map(|&(key, _)| finished(key, self.seed)).collect();
        let mut degrees = vec![0u32; self.slots.len()];
        let mut owners = vec![0u32; self.slots.len()];
        for (number, &hash) in hashes.iter().enumerate() {
            for place in self.places(hash) {
                degrees[place] += 1;
                owners[place] ^= number as u32;
            }
        }
        let mut alone: Vec<usize> = (0..self.slots.len()).filter(|&place| degrees[place] == 1).collect();
        let mut order = Vec::with_capacity(entries.len());
        while let Some(place) = alone.pop() {
            if degrees[place] != 1 {
                continue;
            }
            let number = owners[place] as usize;
            order.push((number, place));
            for other in self.places(hashes[number]) {
                degrees[other] -= 1;
                owners[other] ^= number as u32;
                if degrees[other] == 1 {
                    alone.push(other);
                }
            }
        }
        if order.len() < entries.len() {
            return None;
        }
        for &(number, place) in order.iter().rev() {
            let hash = hashes[number];
            let print = ((hash >> 40) as u16) << VALUE_BITS | entries[number].1;
            self.slots[place] = self.places(hash).into_iter().filter(|&other| other != place).fold(print, |slot, other| slot ^ self.slots[other]);
        }
        Some(self)
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
    }
}
