//! Soft hyphens where nobody could part a word.

use memchr::memmem;

use crate::unicode::{self, Classes, Script};

const HYPHEN: char = '\u{AD}';

/// Nobody parts fewer letters than this from the beginning or the end of a word.
const LEAST: usize = 2;

/// Where a soft hyphen stands that parts too few letters from a word, or a part of a Latin word that has no vowel. In order.
pub fn odd(text: &str) -> Vec<usize> {
    let mut odd = Vec::new();
    if memmem::find(text.as_bytes(), "\u{AD}".as_bytes()).is_none() {
        return odd;
    }
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        if c == HYPHEN {
            word.hyphens.push(at);
            word.parts.push(Part::default());
        } else if unicode::classes(c).intersects(Classes::LETTER) {
            word.add(c);
        } else if !unicode::classes(c).intersects(Classes::MARK) && !matches!(c, '\'' | '’' | 'ʼ') {
            word.end(&mut odd);
        }
    }
    word.end(&mut odd);
    odd
}

/// The word at hand.
#[derive(Default)]
struct Word {
    hyphens: Vec<usize>,
    /// Its parts so far: one more than hyphens, once it has any letter.
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Default)]
struct Part {
    letters: usize,
    is_latin: bool,
    /// Whether one of the letters can bear a syllable: `r` and `l` can, in Czech and Croatian.
    sounds: bool,
}

impl Word {
    fn add(&mut self, c: char) {
        if self.parts.len() <= self.hyphens.len() {
            self.parts.push(Part::default());
        }
        let Some(part) = self.parts.last_mut() else { return };
        part.letters += 1;
        part.is_latin |= unicode::script(c) == Script::Latin;
        // A letter with an accent is a vowel, or a consonant of a spelling that this does not know.
        part.sounds |= !c.is_ascii() || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'r' | 'l');
    }

    /// Ends it: adds its odd hyphens to `odd`.
    fn end(&mut self, odd: &mut Vec<usize>) {
        let Self { hyphens, parts } = std::mem::take(self);
        let is_odd = |place: usize| {
            let (Some(before), Some(after)) = (parts.get(place), parts.get(place + 1)) else { return false };
            let (first, last) = (place == 0, place + 2 == parts.len());
            let few = first && before.letters < LEAST || last && after.letters < LEAST;
            let mute = |part: &Part| part.is_latin && part.letters > 0 && !part.sounds;
            before.letters > 0 && after.letters > 0 && (few && before.is_latin && after.is_latin || mute(before) || mute(after))
        };
        odd.extend(hyphens.iter().enumerate().filter(|&(place, _)| is_odd(place)).map(|(_, &at)| at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_few_letters_or_no_vowel() {
        for text in ["H\u{AD}ot", "bac\u{AD}k again", "ar\u{AD}ge\u{AD}nt\u{AD}ina", "str\u{AD}ength\u{AD}s"] {
            assert!(!odd(text).is_empty(), "{text:?}");
        }
        for text in [
            "Donau\u{AD}dampf\u{AD}schiff\u{AD}fahrt",
            "Vl\u{AD}ta\u{AD}va, sl\u{AD}za",
            "е\u{AD}го и ку\u{AD}р\u{AD}’\u{AD}ёз\u{AD}ны",
            "hy\u{AD}phen, li\u{AD}ne",
            "no word \u{AD} here",
        ] {
            assert!(odd(text).is_empty(), "{text:?}");
        }
    }
}
