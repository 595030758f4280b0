//! Which letters a character may stand for, and how alike they are.

use super::{Script, lookalike_table, shape_table};

/// How much a look-alike looks alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// The same pixels in common fonts: no reader can tell.
    Twin,
    /// Reads as it, but the eye can tell.
    Near,
    /// Reads as it where the rest of a word leaves no doubt: only language may take it so.
    Far,
}

/// A letter that a character may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lookalike {
    /// The letter it reads as: Latin, Cyrillic or Greek.
    pub target: char,
    /// The script of `target`.
    pub script: Script,
    /// How alike the two are, as a word.
    pub grade: Grade,
    /// How alike the two are, as a number: in percent, how much their ink differs in the pair of fonts where they are most
    /// alike (`scripts/measure-lookalikes`; 0 is the same ink, half of the pairs of UTS #39 are below 4, four fifths below
    /// 15, and one in two hundred of random pairs is). A twin has at most 5, a near one 3 to 25, a judged far one 8 to 50: where a
    /// measurement contradicts the grade, the grade stands. What no font at hand could show has 2, 12 or 30 by its grade.
    pub distance: u8,
}

/// The letters that `c` may stand for: grouped by script (Latin, Cyrillic, Greek), within a script the best first.
#[inline]
pub fn lookalikes(c: char) -> &'static [Lookalike] {
    use lookalike_table::{BEFORE, BLOCKS, LISTS, LOOKALIKES, MAPS, STARTS};
    let list = || {
        let list = usize::from(*LISTS.get(rank(c, &BLOCKS, &MAPS, &BEFORE)?)?);
        LOOKALIKES.get(usize::from(*STARTS.get(list)?)..usize::from(*STARTS.get(list + 1)?))
    };
    list().unwrap_or_default()
}

/// The ASCII letters whose ink comes nearest to that of the letter `c`, in lower case, at most five, the nearest first, each with its
/// distance ([`Lookalike::distance`]), to within 2. They are no look-alikes: what is unlike everything has a nearest letter, too.
pub fn shapes(c: char) -> impl Iterator<Item = (char, u8)> {
    use shape_table::{BEFORE, BLOCKS, LISTS, MAPS, STEP};
    let list = rank(c, &BLOCKS, &MAPS, &BEFORE).and_then(|rank| LISTS.get(rank)).into_iter().flatten();
    list.filter(|&&shape| shape != 0).map(|shape| (char::from(b'a' - 1 + (shape & 0x1F)), (shape >> 5) * STEP + STEP / 2))
}

/// Which one `c` is of the characters that the maps hold; nothing if it is none of them.
fn rank(c: char, blocks: &[u16], maps: &[u64], before: &[u16]) -> Option<usize> {
    let code = c as usize;
    let block = usize::from(*blocks.get(code >> 6)?);
    let map = *maps.get(block)?;
    let bit = 1 << (code & 63);
    if map & bit == 0 {
        return None;
    }
    Some(usize::from(*before.get(block)?) + (map & (bit - 1)).count_ones() as usize)
}

/// The best letter of `script` that `c` may stand for, unless it is a far-fetched one.
#[inline]
pub fn lookalike_in(c: char, script: Script) -> Option<Lookalike> {
    lookalikes(c).iter().find(|l| l.script == script && l.grade != Grade::Far).copied()
}
