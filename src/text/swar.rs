//! Eight bytes in one register, each looked at in its own lane.
//!
//! A mask has the high bit of each lane that it means, and no other bit.

/// One in each lane.
pub const ONES: u64 = u64::MAX / 0xFF;

/// The high bit of each lane: of eight bytes, those that are not ASCII.
pub const HIGH: u64 = ONES * 0x80;

/// The same byte in all lanes.
pub const fn filled(byte: u8) -> u64 {
    ONES * byte as u64
}

/// The first eight bytes, the first one in the lowest lane.
pub fn load(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<8>().map(|eight| u64::from_le_bytes(*eight))
}

/// The last eight bytes, the last one in the highest lane.
pub fn load_last(bytes: &[u8]) -> Option<u64> {
    bytes.last_chunk::<8>().map(|eight| u64::from_le_bytes(*eight))
}

/// The eight bytes from byte `at` on; zero where the text has ended.
#[inline(always)]
pub fn padded(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    load(rest).unwrap_or_else(|| rest.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)))
}

/// The lanes that begin a character of more than one byte.
pub const fn firsts(bytes: u64) -> u64 {
    // Both high bits of such a byte are set.
    bytes & (bytes << 1) & HIGH
}

/// Where the ASCII ends that stands from byte `at` on.
#[inline(always)]
pub fn ascii_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(load) {
        let others = eight & HIGH;
        at += lanes_before(others);
        if others != 0 {
            return at;
        }
    }
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii()).count()
}

/// How many lanes stand below the first that `mask` means: all eight where it means none.
pub const fn lanes_before(mask: u64) -> usize {
    mask.trailing_zeros() as usize / 8
}

/// All bits of the lanes that stand below the first that `mask` means.
pub const fn below(mask: u64) -> u64 {
    // Of none it is all bits: one less than nothing.
    ((mask & mask.wrapping_neg()) >> 7).wrapping_sub(1)
}

/// All bits of the first so many lanes.
pub const fn first(lanes: usize) -> u64 {
    if lanes < 8 { !(u64::MAX << (8 * lanes)) } else { u64::MAX }
}

/// How many lanes stand above the last that `mask` means: all eight where it means none.
pub const fn lanes_behind(mask: u64) -> usize {
    mask.leading_zeros() as usize / 8
}

/// All bits of the lanes that stand above the last that `mask` means.
pub const fn above(mask: u64) -> u64 {
    match u64::MAX.checked_shr(mask.leading_zeros()) {
        Some(rest) => !rest,
        None => u64::MAX,
    }
}

/// The lanes that hold a letter of ASCII.
pub const fn ascii_letters(bytes: u64) -> u64 {
    // With the high bits clear, adding cannot carry from one lane into the next.
    let small = bytes & !HIGH | (ONES * 0x20);
    let from_a = small.wrapping_add(ONES * (0x80 - b'a' as u64));
    let past_z = small.wrapping_add(ONES * (0x7F - b'z' as u64));
    from_a & !past_z & !bytes & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lane_is_looked_at_by_itself() {
        for (lane, byte) in (0..8).flat_map(|lane| (0..=0xFF).map(move |byte: u8| (lane, byte))) {
            for others in [0, b'`', b'z', b'{', 0x7F, 0xFF] {
                let mut bytes = [others; 8];
                bytes[lane] = byte;
                let letters = ascii_letters(load(&bytes).unwrap());
                let firsts = firsts(load(&bytes).unwrap());
                for (at, byte) in bytes.iter().enumerate() {
                    assert_eq!(firsts >> (8 * at + 7) & 1 == 1, *byte >= 0xC0, "{bytes:x?}");
                    assert_eq!(letters >> (8 * at + 7) & 1 == 1, byte.is_ascii_alphabetic(), "{bytes:x?}");
                }
            }
        }
    }

    #[test]
    fn what_stands_below_a_mask() {
        assert_eq!((lanes_before(0), below(0)), (8, u64::MAX));
        assert_eq!((lanes_before(0x80), below(HIGH)), (0, 0));
        assert_eq!((lanes_before(0x8080_0000), below(0x8080_0000)), (2, 0xFFFF));
    }
}
