//! Runs of ASCII letters within words that hold others, too, eight at a time.

use super::forms::Letter;
use crate::text::swar;

/// The letters of ASCII by their byte; nothing for other bytes.
pub(super) struct AsciiLetters([Letter; 256]);

impl AsciiLetters {
    pub fn new(letter: impl Fn(u8) -> Letter) -> Self {
        let of = |byte: usize| Some(byte as u8).filter(u8::is_ascii_alphabetic).map(&letter).unwrap_or_default();
        Self(std::array::from_fn(of))
    }

    /// The letters from byte `at` on: joined, and where they end. Few words are longer than the eight bytes that are looked at
    /// together, so no branch asks how long they are.
    #[inline(always)]
    pub fn run(&self, bytes: &[u8], at: usize) -> (Letter, usize) {
        let (mut all, mut end) = (Letter::default(), at);
        while let Some(eight) = bytes.get(end..).and_then(swar::load) {
            let others = swar::ascii_letters(eight) ^ swar::HIGH;
            all = all.join(self.join(eight & swar::below(others)));
            end += swar::lanes_before(others);
            if others != 0 {
                return (all, end);
            }
        }
        for &byte in bytes.get(end..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_alphabetic()) {
            (all, end) = (all.join(self.letter(byte)), end + 1);
        }
        (all, end)
    }

    /// The letters right before byte `at`: joined, and where they begin.
    #[inline(always)]
    pub fn run_before(&self, bytes: &[u8], at: usize) -> (Letter, usize) {
        let (mut all, mut start) = (Letter::default(), at);
        while let Some(eight) = bytes.get(..start).and_then(swar::load_last) {
            let others = swar::ascii_letters(eight) ^ swar::HIGH;
            all = all.join(self.join(eight & swar::above(others)));
            start -= swar::lanes_behind(others);
            if others != 0 {
                return (all, start);
            }
        }
        for &byte in bytes.get(..start).unwrap_or_default().iter().rev().take_while(|byte| byte.is_ascii_alphabetic()) {
            (all, start) = (all.join(self.letter(byte)), start - 1);
        }
        (all, start)
    }

    #[inline(always)]
    fn join(&self, lanes: u64) -> Letter {
        lanes.to_le_bytes().into_iter().fold(Letter::default(), |all, byte| all.join(self.letter(byte)))
    }

    #[inline(always)]
    fn letter(&self, byte: u8) -> Letter {
        self.0.get(usize::from(byte)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::forms::Letters;

    #[test]
    fn runs_end_at_what_is_no_letter_of_ascii() {
        let ascii = &Letters::get().ascii;
        for len in 0..40 {
            let letters = "qQzZaA".chars().cycle().take(len).collect::<String>();
            for (before, after) in [("", ""), ("1", "-"), ("е", "е"), ("@ [`{ @ [`{", "@[`{@[`{@[`{")] {
                let text = format!("{before}{letters}{after}");
                let (start, end) = (before.len(), before.len() + len);
                assert_eq!(ascii.run(text.as_bytes(), start).1, end, "{text}");
                assert_eq!(ascii.run_before(text.as_bytes(), end).1, start, "{text}");
            }
        }
    }
}
