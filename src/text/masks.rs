//! A window of 64 bytes as masks: one bit for each byte, the lowest for the first one.
//!
//! Each mask is made when it is asked for: it costs less than to keep it.

use wide::{i8x16, u8x16};

/// How many bytes are looked at together.
pub const WINDOW: usize = 64;

/// Bytes of a text; behind its end no bit is set.
pub struct Window {
    registers: [Register; WINDOW / size_of::<Register>()],
    /// How many bytes before those that were asked for are among them: at its end a text is looked at once more from there.
    before: u32,
}

impl Window {
    /// The bytes from `at` on, which is no further than the end of the text.
    #[inline(always)]
    pub fn new(bytes: &[u8], at: usize) -> Self {
        match bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            Some(whole) => Self::of(whole, 0),
            None => Self::last(bytes, at),
        }
    }

    #[inline(always)]
    fn last(bytes: &[u8], at: usize) -> Self {
        let rest = bytes.len().saturating_sub(at);
        match bytes.last_chunk() {
            Some(whole) if rest > 0 => Self::of(whole, (WINDOW - rest) as u32),
            _ => {
                let mut whole = [0; WINDOW];
                whole.iter_mut().zip(bytes.get(at..).unwrap_or_default()).for_each(|(to, &byte)| *to = byte);
                Self::of(&whole, 0)
            }
        }
    }

    #[inline(always)]
    fn of(whole: &[u8; WINDOW], before: u32) -> Self {
        let registers = match whole.as_chunks().0 {
            [a, b, c, d] => [a, b, c, d].map(Register::load),
            _ => Default::default(),
        };
        Self { registers, before }
    }

    /// What `mask` says of each register, put together.
    #[inline(always)]
    fn mask(&self, mask: impl Fn(Register) -> u64) -> u64 {
        let [a, b, c, d] = self.registers;
        (mask(a) | mask(b) << 16 | mask(c) << 32 | mask(d) << 48) >> self.before
    }

    /// Which are not ASCII.
    #[inline(always)]
    pub fn beyond_ascii(&self) -> u64 {
        self.mask(Register::beyond_ascii)
    }

    /// Which begin a character of more than one byte.
    #[inline(always)]
    pub fn firsts(&self) -> u64 {
        self.mask(Register::firsts)
    }

    /// Which begin a character of more than two bytes.
    #[inline(always)]
    pub fn long_firsts(&self) -> u64 {
        self.mask(Register::long_firsts)
    }

    /// Which are letters of ASCII.
    #[inline(always)]
    pub fn letters(&self) -> u64 {
        self.mask(Register::letters)
    }

    /// Which have these bits, of those that `bits` has.
    #[inline(always)]
    pub fn like(&self, byte: u8, bits: u8) -> u64 {
        self.mask(|register| register.like(byte, bits))
    }
}

/// The first so many bits.
pub const fn first(bits: usize) -> u64 {
    if bits < WINDOW { !(u64::MAX << bits) } else { u64::MAX }
}

/// Sixteen bytes, as numbers with a sign: those that are not ASCII are below zero.
#[derive(Clone, Copy, Default)]
struct Register(i8x16);

impl Register {
    #[inline(always)]
    fn load(bytes: &[u8; 16]) -> Self {
        Self(u8x16::new(*bytes).cast_signed())
    }

    /// The highest bit of each byte.
    #[inline(always)]
    fn bits(register: i8x16) -> u64 {
        u64::from(register.to_bitmask())
    }

    #[inline(always)]
    fn beyond_ascii(self) -> u64 {
        Self::bits(self.0)
    }

    #[inline(always)]
    fn firsts(self) -> u64 {
        Self::bits(self.0 & self.0.simd_gt(filled(0xBF)))
    }

    #[inline(always)]
    fn long_firsts(self) -> u64 {
        Self::bits(self.0 & self.0.simd_gt(filled(0xDF)))
    }

    #[inline(always)]
    fn letters(self) -> u64 {
        // Counted from the lowest number on, `a` to `z` are the first 26.
        let from_a = (self.0 | filled(0x20)) - filled(b'a' ^ 0x80);
        Self::bits(from_a.simd_lt(filled(26 ^ 0x80)))
    }

    #[inline(always)]
    fn like(self, byte: u8, bits: u8) -> u64 {
        Self::bits((self.0 & filled(bits)).simd_eq(filled(byte)))
    }
}

/// The same byte everywhere.
#[inline(always)]
fn filled(byte: u8) -> i8x16 {
    i8x16::splat(byte.cast_signed())
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// The mask, told byte by byte.
    fn plainly(bytes: &[u8], is: impl Fn(u8) -> bool) -> u64 {
        (0..WINDOW).filter(|&at| is(bytes.get(at).copied().unwrap_or_default())).fold(0, |mask, at| mask | 1 << at)
    }

    #[test]
    fn each_byte_has_its_bit_wherever_it_stands() {
        for (at, byte) in (0..WINDOW).flat_map(|at| (0..=0xFF).map(move |byte| (at, byte))) {
            for others in [0, b'`', b'z', b'{', 0x7F, 0x80, 0xFF] {
                let mut bytes = [others; WINDOW];
                bytes[at] = byte;
                let window = Window::new(&bytes, 0);
                assert_eq!(window.beyond_ascii(), plainly(&bytes, |byte| !byte.is_ascii()));
                assert_eq!(window.firsts(), plainly(&bytes, |byte| byte >= 0xC0));
                assert_eq!(window.long_firsts(), plainly(&bytes, |byte| byte >= 0xE0));
                assert_eq!(window.letters(), plainly(&bytes, |byte| byte.is_ascii_alphabetic()));
                assert_eq!(window.like(0xD0, 0xFE), plainly(&bytes, |byte| byte & 0xFE == 0xD0));
            }
        }
    }

    proptest! {
        #[test]
        fn behind_the_end_there_is_nothing(bytes in vec(any::<u8>(), 0..200), at in 0usize..210) {
            let rest = bytes.get(at..).unwrap_or_default();
            prop_assert_eq!(Window::new(&bytes, at).firsts(), plainly(rest, |byte| byte >= 0xC0));
            prop_assert_eq!(Window::new(&bytes, at).letters(), plainly(rest, |byte| byte.is_ascii_alphabetic()));
        }
    }
}
