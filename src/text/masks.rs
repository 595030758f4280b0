//! A window of 64 bytes as masks: one bit for each byte, the lowest for the first one.
//!
//! Each mask is made when it is asked for: it costs less than to keep it.

use super::swar;

/// How many bytes are looked at together.
pub const WINDOW: usize = 64;

/// Bytes of a text, with zeros behind its end.
pub struct Window([Register; WINDOW / size_of::<Register>()]);

impl Window {
    /// The bytes from `at` on.
    #[inline(always)]
    pub fn new(bytes: &[u8], at: usize) -> Self {
        let rest = bytes.get(at..).unwrap_or_default();
        match rest.first_chunk::<WINDOW>() {
            Some(whole) => Self::of(whole),
            None => {
                let mut whole = [0; WINDOW];
                whole.iter_mut().zip(rest).for_each(|(to, &byte)| *to = byte);
                Self::of(&whole)
            }
        }
    }

    #[inline(always)]
    fn of(whole: &[u8; WINDOW]) -> Self {
        let (registers, _) = whole.as_chunks();
        let mut parts = registers.iter().map(Register::load);
        Self(std::array::from_fn(|_| parts.next().unwrap_or_default()))
    }

    /// What `mask` says of each register, put together.
    #[inline(always)]
    fn mask(&self, mask: impl Fn(Register) -> u64) -> u64 {
        let Self(registers) = self;
        registers.iter().rev().fold(0, |all, &register| all << (size_of::<Register>() % 64) | mask(register))
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

/// Eight bytes, in the lanes of a number.
#[derive(Clone, Copy, Default)]
struct Register(u64);

impl Register {
    #[inline(always)]
    fn load(bytes: &[u8; 8]) -> Self {
        Self(u64::from_le_bytes(*bytes))
    }

    #[inline(always)]
    fn beyond_ascii(self) -> u64 {
        swar::bits(self.0 & swar::HIGH)
    }

    #[inline(always)]
    fn firsts(self) -> u64 {
        swar::bits(swar::firsts(self.0))
    }

    #[inline(always)]
    fn long_firsts(self) -> u64 {
        // The third bit is set, too.
        swar::bits(swar::firsts(self.0) & (self.0 << 2))
    }

    #[inline(always)]
    fn letters(self) -> u64 {
        swar::bits(swar::ascii_letters(self.0))
    }

    #[inline(always)]
    fn like(self, byte: u8, bits: u8) -> u64 {
        swar::bits(swar::zeros(self.0 & swar::filled(bits) ^ swar::filled(byte)))
    }
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
