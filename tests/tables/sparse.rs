//! The places of a few characters among all: a bit for each, and how many there are before each run of 64.

use crate::render::Table;
use crate::stages::STAGED;
use std::collections::BTreeSet;

/// Writes `BLOCKS`, `MAPS` and `BEFORE`: what `rank` in src/unicode.rs reads.
pub fn emit(table: &mut Table, sources: &BTreeSet<u32>) {
    let mut maps = vec![(0_u64, 0)];
    let mut blocks = vec![0; STAGED >> 6];
    for (rank, source) in sources.iter().enumerate() {
        let block = blocks.get_mut(*source as usize >> 6).expect("a source beyond the planes of scripts");
        if *block == 0 {
            *block = maps.len();
            maps.push((0, rank));
        }
        maps[*block].0 |= 1 << (source & 63);
    }
    let numbers = |numbers: &[usize]| numbers.iter().map(usize::to_string).collect::<Vec<_>>();
    let (bits, before): (Vec<u64>, Vec<usize>) = maps.into_iter().unzip();
    table.array("The map of each run of 64 characters.", "BLOCKS", "u16", 2, &numbers(&blocks));
    let bits: Vec<String> = bits.iter().map(|bits| format!("0x{bits:X}")).collect();
    table.array("One bit for each character of a run: whether it is one of these.", "MAPS", "u64", 8, &bits);
    table.array("How many of these there are before each map.", "BEFORE", "u16", 2, &numbers(&before));
}
