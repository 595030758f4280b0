//! Characters that are listed rather than spelt: alphabets, both cases of each letter, one letter in many shapes, phonetic
//! transcriptions, tables of code points.

use std::collections::HashSet;

use super::uses::around;
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// Whether what stands there is a row of characters, not a word. `reading` is what it reads as.
pub fn is_list(text: &str, span: Span, reading: &str) -> bool {
    let word = span.of(text);
    is_case_by_case(word) || is_case_by_case(reading) || is_one_letter(word, reading) || is_phonetic(text, span)
}

/// Whether each letter has its other case beside it: `yYдД`, as in a pattern for an answer.
fn is_case_by_case(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let (pairs, rest) = letters.as_chunks::<2>();
    let is_pair = |[a, b]: &[char; 2]| a != b && a.to_lowercase().eq(b.to_lowercase());
    pairs.len() > 1 && rest.is_empty() && pairs.iter().all(is_pair)
}

/// Whether it is one letter several times over, each time in another shape: `⒜Ⓐⓐ`.
fn is_one_letter(word: &str, reading: &str) -> bool {
    const SEVERAL: usize = 3;
    let shapes: HashSet<char> = word.chars().collect();
    let mut letters = reading.chars().flat_map(char::to_lowercase);
    let first = letters.next();
    shapes.len() >= SEVERAL && shapes.len() == word.chars().count() && letters.all(|letter| first == Some(letter))
}

/// Whether it is a part of an alphabet, or several: `ABC`, `abcXYZ012`.
pub fn is_alphabet(reading: &str) -> bool {
    const SHORTEST: usize = 3;
    let letters: Vec<char> = reading.chars().collect();
    letters.chunk_by(|&a, &b| u32::from(a) + 1 == u32::from(b)).all(|run| run.len() >= SHORTEST)
}

/// Whether letters that only phonetic transcription has stand in the words around it. Small capitals are letters of it, too, and
/// prove nothing where all letters are such; neither do those that African and Turkic languages spell with.
fn is_phonetic(text: &str, span: Span) -> bool {
    const NEAR: usize = 60;
    const FEW: usize = 2;
    let is_sound = |c: &char| match c {
        'ɓ' | 'ɔ' | 'ɖ' | 'ɗ' | 'ə' | 'ɛ' | 'ɣ' | 'ɩ' => false,
        'ˈ' | 'ˌ' | 'ː' | 'ʰ' | 'ʲ' | 'ʷ' | '\u{1C0}'..='\u{1C3}' => true,
        'ɡ' => true,
        '\u{250}'..='\u{2AF}' => unicode::styled(*c).is_none(),
        _ => false,
    };
    let is_cyrillic = |c: char| unicode::script(c) == Script::Cyrillic;
    let (before, after) = around(text, span, NEAR);
    !span.of(text).contains(is_cyrillic) && before.chars().chain(after.chars()).filter(is_sound).count() >= FEW
}

/// Whether the number of its only character stands beside it: an entry of a table, or a comment on a number (`0xAD // …`).
pub fn is_numbered_entry(text: &str, span: Span) -> bool {
    const NEAR: usize = 60;
    let mut chars = span.of(text).chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    let (before, after) = around(text, span, NEAR);
    let line = [before.rsplit('\n').next(), after.split('\n').next()];
    let numbers = [format!("{:04x}", u32::from(c)), format!("x{:x}", u32::from(c))];
    line.into_iter().flatten().map(str::to_ascii_lowercase).any(|part| numbers.iter().any(|number| part.contains(number)))
}

/// Whether a word between two of capitals is the sign of multiplication: `СТРОКxСТОЛБЦОВ`.
pub fn is_times(word: &str) -> bool {
    let is_capital = |c: char| unicode::classes(c).intersects(Classes::UPPER);
    let parts: Vec<&str> = word.split(['x', 'х', 'χ']).collect();
    parts.len() > 1 && parts.iter().all(|part| part.chars().count() > 1 && part.chars().all(is_capital))
}

/// Whether one or two letters stand alone between square brackets: what fits a place in a pattern.
pub fn is_bracketed(text: &str, span: Span) -> bool {
    const FEW: usize = 2;
    let (before, after) = around(text, span, 4);
    span.of(text).chars().count() <= FEW && before.ends_with('[') && after.starts_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_characters() {
        for row in ["yYдД", "nNοΟ", "cCсС"] {
            assert!(is_case_by_case(row), "{row}");
        }
        assert!(!is_case_by_case("раss") && !is_case_by_case("аА"));
        assert!(is_alphabet("ABC") && is_alphabet("abcDEF123") && !is_alphabet("admin") && !is_alphabet("no"));
        assert!(is_one_letter("⒜Ⓐⓐ", "aAa") && !is_one_letter("хxx", "ххх"));
        assert!(is_times("СТРОКxСТОЛБЦОВ") && !is_times("xСТОЛБЦОВ") && !is_times("текст"));
    }

    #[test]
    fn phonetic_words() {
        let is = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            is_phonetic(text, Span::new(at, at + word.len()))
        };
        assert!(is("ðə kwɪk braʊn fɑks", "ɪ"));
        assert!(!is("the ɡooɡle search", "ɡooɡle"));
        assert!(!is("ᴄʜʀɪsᴛᴏᴘʜᴇʀ ᴍᴇɴɢ", "ᴍᴇɴɢ"));
        assert!(!is("ʃʊŋ төймәсе ʃʊŋ", "төймәсе"));
    }
}
