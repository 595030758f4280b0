//! Letters that stand for themselves: in a set, `[а-яёa-z]`, `[аaб]`, or among bytes.

use super::escapes;
use super::forms::form_in;
use crate::text::Span;
use crate::unicode::{self, Script};

/// Whether a mixed word is no word, but letters of a class of a regular expression, or bytes.
pub(super) fn is_in_one(text: &str, word: Span) -> bool {
    has_range(text.as_bytes(), word) || holds_pair(text, word) || is_among_bytes(text.as_bytes(), word)
}

/// Whether escapes of numbers stand on both sides: `\0ΝPK\u{5}` is data.
fn is_among_bytes(bytes: &[u8], word: Span) -> bool {
    const LONGEST: usize = 10;
    let is_number = |at: usize| {
        bytes.get(at) == Some(&b'\\')
            && matches!(bytes.get(at + 1..), Some([b'0'..=b'7', ..] | [b'x' | b'u', b'{' | b'0'..=b'9', ..]))
    };
    let ends_here = |at: usize| match escapes::end(bytes, at) {
        Some(end) => end == word.start || end + 1 == word.start && bytes.get(end) == Some(&b'}'),
        None => false,
    };
    let end = word.end + usize::from(bytes.get(word.end..).is_some_and(|rest| rest.starts_with(b"\\\\")));
    is_number(end) && (word.start.saturating_sub(LONGEST)..word.start).rev().any(|at| is_number(at) && ends_here(at))
}

/// Whether it stands at a range: in `[а-яёa-z]`, `яёa` is no word.
fn has_range(bytes: &[u8], word: Span) -> bool {
    const FAR: usize = 80; // longer than classes are
    let is_dash = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b'-');
    if !is_dash(word.start.checked_sub(1)) && !is_dash(Some(word.end)) {
        return false;
    }
    // A bracket opens, and what stands behind it is no address and no sentence.
    let before = bytes.get(word.start.saturating_sub(FAR)..word.start).unwrap_or(&[]);
    let Some(open) = before.iter().rposition(|byte| matches!(byte, b'[' | b']' | b'\n' | b' ' | b'/')) else { return false };
    before.get(open) == Some(&b'[')
}

/// Whether it stands alone in brackets and holds a letter and one that looks like it, no letter twice: `[аaб]`, `[iíі]`. Both are listed
/// because they look alike.
fn holds_pair(text: &str, word: Span) -> bool {
    let (before, after) = (text.get(..word.start).unwrap_or(""), text.get(word.end..).unwrap_or(""));
    let opens = before.ends_with('[') || before.ends_with("[^");
    if !opens || !after.starts_with(']') {
        return false;
    }
    let letters: Vec<char> = word.of(text).chars().take(LONGEST + 1).collect();
    let others = |at: usize| letters.iter().skip(at + 1).copied();
    let is_twin = |a: char, b: char| {
        let (one, other) = (unicode::script(a), unicode::script(b));
        one != other && one != Script::Inherited && (form_in(a, other) == Some(b) || form_in(b, one) == Some(a))
    };
    let has_twin = |c: char| letters.iter().any(|&other| is_twin(c, other));
    // Most of `[rооt]` is a Latin word: of such every letter must be listed with its twin.
    let latin = letters.iter().filter(|c| c.is_ascii()).count();
    letters.len() <= LONGEST
        && letters.iter().enumerate().all(|(at, &c)| others(at).all(|other| other != c))
        && letters.iter().enumerate().any(|(at, &c)| others(at).take(2).any(|other| is_twin(c, other)))
        && (latin * 2 < letters.len() || letters.iter().all(|&c| has_twin(c)))
}

/// So many letters are listed one by one at most.
const LONGEST: usize = 16;
