//! A table of all characters in two stages: equal runs of 2^shift values are kept once. Beyond the second plane there is
//! little but long ranges; they are kept as such, as two stages would spend most of their bytes there.

use crate::render::Table;
use std::collections::BTreeMap;

/// The leaves of the characters below are kept in order, equal or not, so that they can be read without the first stage:
/// all that UTF-8 writes with one or two bytes. The library knows the same number.
const DIRECT: usize = 0x800;

/// Where the stages end and the ranges begin.
pub const STAGED: usize = 0x2_0000;

pub struct Stages<'a, T> {
    shift: u32,
    blocks: Vec<usize>,
    leaves: Vec<T>,
    /// The values from `STAGED` on.
    tail: &'a [T],
}

impl<'a, T: Copy + Ord> Stages<'a, T> {
    /// The smallest of the sensible shifts, for values of `size` bytes.
    pub fn best(values: &'a [T], size: usize) -> Self {
        let all = (4..=9).map(|shift| Self::cut(values, shift));
        all.min_by_key(|stages| (stages.bytes(size), stages.shift)).unwrap()
    }

    fn cut(values: &'a [T], shift: u32) -> Self {
        let (staged, tail) = values.split_at(STAGED);
        let mut known = BTreeMap::new();
        let mut stages = Self { shift, blocks: Vec::new(), leaves: Vec::new(), tail };
        for run in staged.chunks(1 << shift) {
            let next = stages.leaves.len() >> shift;
            let mut block = *known.entry(run).or_insert(next);
            if block == next || stages.leaves.len() < DIRECT {
                stages.leaves.extend_from_slice(run);
                block = next;
            }
            stages.blocks.push(block);
        }
        stages
    }

    fn block_size(&self) -> usize {
        if self.blocks.iter().all(|block| *block < 256) { 1 } else { 2 }
    }

    fn bytes(&self, size: usize) -> usize {
        self.blocks.len() * self.block_size() + self.leaves.len() * size
    }

    /// Writes `SHIFT`, `BLOCKS`, `LEAVES` and `TAIL`.
    pub fn emit(&self, table: &mut Table, of: &str, size: usize, show: impl Fn(T) -> String) {
        table.line("/// A leaf holds 2^SHIFT characters.");
        table.line(&format!("pub(super) const SHIFT: u32 = {};\n", self.shift));
        let blocks: Vec<String> = self.blocks.iter().map(usize::to_string).collect();
        let unsigned = if self.block_size() == 1 { "u8" } else { "u16" };
        table.array("The leaf of each run of characters.", "BLOCKS", unsigned, self.block_size(), &blocks);
        let leaves: Vec<String> = self.leaves.iter().map(|value| show(*value)).collect();
        table.array("The distinct leaves, end to end.", "LEAVES", of, size, &leaves);
        let tail: Vec<String> = self.ranges().map(|(last, value)| format!("(0x{last:X}, {})", show(value))).collect();
        let doc = "After the leaves: the last character of each range, and its value.";
        table.array(doc, "TAIL", &format!("(u32, {of})"), 8, &tail);
    }

    /// Last code point and value of each range of equal values.
    fn ranges(&self) -> impl Iterator<Item = (usize, T)> {
        let mut end = STAGED;
        self.tail.chunk_by(|a, b| a == b).map(move |range| {
            end += range.len();
            (end - 1, range[0])
        })
    }
}
