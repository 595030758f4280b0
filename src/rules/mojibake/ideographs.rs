//! Ideographs that come out by chance: three signs of Latin-1 in a row make one of 20,000, most of which hardly anybody writes.

use std::ops::RangeInclusive;

use encoding_rs::{BIG5, Encoding, GBK, SHIFT_JIS};

use super::tokens::Token;
use crate::unicode::{self, Script};

/// The ideographs that legacy encodings list first, as they are the common ones: the first bytes of these, and the least second byte.
static COMMON: [(&Encoding, RangeInclusive<u8>, u8); 3] =
    [(GBK, 0xB0..=0xD7, 0xA1), (BIG5, 0xA4..=0xC6, 0x40), (SHIFT_JIS, 0x88..=0x97, 0x40)];

/// Whether a sequence becomes an ideograph.
pub fn is_one(token: &Token) -> bool {
    token.is_sequence() && unicode::script(token.meant) == Script::Han
}

/// Whether the ideographs of a line came out by chance: most of them are rare, or much of what is beyond ASCII is left over.
pub fn are_by_chance(tokens: &[Token]) -> bool {
    let ideographs = tokens.iter().filter(|token| is_one(token)).count();
    if ideographs == 0 {
        return false;
    }
    let common = tokens.iter().filter(|token| is_one(token) && is_common(token.meant)).count();
    let sequences = tokens.iter().filter(|token| token.is_sequence()).count();
    let left_over = tokens.iter().filter(|token| !token.is_sequence() && !token.first.is_ascii()).count();
    2 * common < ideographs || left_over > sequences
}

fn is_common(c: char) -> bool {
    let mut buffer = [0; 4];
    let text = c.encode_utf8(&mut buffer);
    COMMON.iter().any(|(encoding, leads, least)| {
        let (bytes, _, is_lossy) = encoding.encode(text);
        !is_lossy && bytes.first_chunk().is_some_and(|[lead, trail]| leads.contains(lead) && trail >= least)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_common_is_told_from_what_is_rare() {
        for c in "的一是我国電話書駅漢字龍".chars() {
            assert!(is_common(c), "{c}");
        }
        for c in "弫湢𱧵".chars() {
            assert!(!is_common(c), "{c}");
        }
    }
}
