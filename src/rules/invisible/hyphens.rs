//! Soft hyphens where nobody could part a word.

use memchr::memmem;

use crate::unicode::{self, Classes, Script};

const HYPHEN: char = '\u{AD}';

/// Where a soft hyphen stands that parts a single consonant from a word, or a part that has no vowel. In order.
///
/// Machines part words at odd places, too, so a single vowel is taken for a syllable.
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
    /// It has letters of an alphabet that this knows.
    is_known: bool,
    /// Whether one of the letters is a vowel, or may be one.
    sounds: bool,
    /// Whether one is an `r` or `l`, which bear a syllable in Czech and Croatian.
    rolls: bool,
}

impl Word {
    fn add(&mut self, c: char) {
        if self.parts.len() <= self.hyphens.len() {
            self.parts.push(Part::default());
        }
        let Some(part) = self.parts.last_mut() else { return };
        part.letters += 1;
        part.is_known |= matches!(unicode::script(c), Script::Latin | Script::Cyrillic | Script::Greek);
        // A letter with an accent is a vowel, or a consonant of a spelling that this does not know.
        // Of Cyrillic and Greek only what never bears a syllable: machines part `ль` and `р` from Belarusian words.
        part.sounds |= match unicode::script(c) {
            Script::Cyrillic | Script::Greek => !"бпгкдтжзшсхфцчщБПГКДТЖЗШСХФЦЧЩβγδζθκλμνξπρσςτφχψ".contains(c),
            _ => !c.is_ascii() || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w'),
        };
        part.rolls |= matches!(c, 'r' | 'l' | 'R' | 'L');
    }

    /// Ends it: adds its odd hyphens to `odd`.
    fn end(&mut self, odd: &mut Vec<usize>) {
        let Self { hyphens, parts } = std::mem::take(self);
        let is_odd = |place: usize| {
            let (Some(before), Some(after)) = (parts.get(place), parts.get(place + 1)) else { return false };
            let is_syllable = |part: &Part| part.sounds || part.rolls && part.letters > 1;
            let is_mute = |part: &Part| part.letters > 0 && part.is_known && !is_syllable(part);
            before.letters > 0 && after.letters > 0 && (is_mute(before) || is_mute(after))
        };
        odd.extend(hyphens.iter().enumerate().filter(|&(place, _)| is_odd(place)).map(|(_, &at)| at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_without_a_vowel() {
        for text in ["H\u{AD}ot", "bac\u{AD}k again", "ar\u{AD}ge\u{AD}nt\u{AD}ina", "str\u{AD}ength\u{AD}s"] {
            assert!(!odd(text).is_empty(), "{text:?}");
        }
        for text in [
            "Donau\u{AD}dampf\u{AD}schiff\u{AD}fahrt",
            "Vl\u{AD}ta\u{AD}va, sl\u{AD}za",
            "е\u{AD}го и ку\u{AD}р\u{AD}’\u{AD}ёз\u{AD}ны",
            "hy\u{AD}phen, li\u{AD}ne, ka\u{AD}o",
            "no word \u{AD} here",
        ] {
            assert!(odd(text).is_empty(), "{text:?}");
        }
    }
}
