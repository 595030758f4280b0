//! What a name reads as within ASCII, letter by letter (UTS #39, skeletons).

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use super::uses::around;
use crate::text::Span;
use crate::unicode::{self, Script, Style};

/// The letter or digit of ASCII that a character reads as.
fn letter(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    // Raised and lowered letters are notation, and nobody mistakes a wide one.
    if matches!(unicode::styled(c), Some((_, Style::Subscript | Style::Superscript | Style::Fullwidth))) {
        return None;
    }
    let mut one = [0; 4];
    let mut skeleton = unicode_security::skeleton(c.encode_utf8(&mut one));
    match (skeleton.next()?, skeleton.next(), skeleton.next()) {
        (read, None, None) if read.is_ascii_alphanumeric() => Some(read),
        // Skeletons take an `m` apart.
        ('r', Some('n'), None) => Some('m'),
        _ => unicode::styled(c).map(|(base, _)| base).filter(char::is_ascii_alphanumeric),
    }
}

/// What a name reads as, if each of its letters reads as one of ASCII.
pub fn reading(name: &str) -> Option<String> {
    name.chars().map(letter).collect::<Option<String>>().filter(|read| read != name)
}

/// What a name is after compatibility composition, if that is ASCII.
pub fn composed(name: &str) -> Option<String> {
    let composed: String = name.nfkc().collect();
    (composed != name && composed.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')).then_some(composed)
}

/// Whether hardly a language spells with a Latin letter: those of phonetic transcription, and small capitals.
pub const fn is_rare(c: char) -> bool {
    matches!(c, '\u{250}'..='\u{2AF}' | '\u{1D00}'..='\u{1DBF}' | '\u{A730}' | '\u{A731}')
}

/// Whether a name has letters that only decorate: neither raised nor lowered ones behind it, which are notation, nor one that stands for
/// itself (`ℓ_max`).
pub fn is_decorated(name: &str) -> bool {
    let is_raised = |c: char| matches!(unicode::styled(c), Some((_, Style::Subscript | Style::Superscript)));
    let stem = name.trim_end_matches(is_raised);
    let stem = if stem.is_empty() { name } else { stem };
    stem.split('_').any(|part| part.chars().nth(1).is_some() && !part.is_ascii())
}

/// Words of a text by the letters beyond ASCII in them, looked up when somebody asks.
pub struct Words<'a> {
    text: &'a str,
    found: HashMap<char, Vec<&'a str>>,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, found: HashMap::new() }
    }

    /// Whether the letters of a name are none that the text spells other words with: then it may be a spoof of an ASCII name.
    pub fn are_foreign(&mut self, name: &str) -> bool {
        name.chars().filter(|c| !c.is_ascii()).all(|c| !self.is_of_language(c, name))
    }

    /// Whether several other words are spelt with a letter: it is one of the language around it.
    fn is_of_language(&mut self, c: char, name: &str) -> bool {
        const SEVERAL: usize = 3;
        const MOST: usize = 64; // letters: a text made of many must not take a time that grows with the square
        if self.found.len() >= MOST && !self.found.contains_key(&c) {
            return true;
        }
        let text = self.text;
        let words = self.found.entry(c).or_insert_with(|| with(c, text));
        words.iter().filter(|word| !name.contains(**word)).count() >= SEVERAL
    }
}

/// The first few words of a text with a letter.
fn with(c: char, text: &str) -> Vec<&str> {
    const ENOUGH: usize = 16;
    const LONGEST: usize = 64;
    let is_inside = |c: char| c.is_alphabetic();
    let mut words: Vec<&str> = Vec::new();
    for (at, _) in text.match_indices(c) {
        let (head, tail) = around(text, Span::new(at, at), LONGEST);
        let start = at + head.trim_end_matches(is_inside).len() - head.len();
        let end = at + tail.find(|c| !is_inside(c)).unwrap_or(tail.len());
        let word = text.get(start..end).unwrap_or_default();
        if !words.contains(&word) {
            words.push(word);
        }
        if words.len() >= ENOUGH {
            break;
        }
    }
    words
}

/// Whether it is one Greek letter in a chunk of its own, as symbols are.
pub fn is_symbolic(name: &str) -> bool {
    let is_greek = |c: char| unicode::script(c) == Script::Greek;
    super::identifiers::chunks(name).iter().any(|chunk| chunk.chars().count() == 1 && chunk.chars().all(is_greek))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings() {
        assert_eq!(reading("l\u{131}st").as_deref(), Some("list"));
        assert_eq!(reading("\u{261}et").as_deref(), Some("get"));
        assert_eq!(reading("\u{1D00}dmin").as_deref(), Some("admin"));
        assert_eq!(reading("größe"), None);
        assert_eq!(composed("\u{FB01}le").as_deref(), Some("file"));
        assert!(is_decorated("\u{FB01}le") && is_decorated("ᵒˢ") && !is_decorated("xᵢ") && !is_decorated("ℓ_max"));
    }

    #[test]
    fn letters_of_the_language() {
        assert!(!Words::new("sınıf = 1 # ışık altında yapılır").are_foreign("sınıf"));
        assert!(Words::new("lıst = 1\nlist = 2").are_foreign("lıst"));
    }
}
