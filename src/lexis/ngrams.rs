//! Looking up n-grams: a binary fuse filter that holds a value beside each fingerprint.
//!
//! `scripts/train-lexis/src/table.rs` fills it: keep the two in step.

use super::table::{SEED, SEGMENT_BITS, SEGMENTS, SLOTS, STEP, WITH_WORDS};

/// Beginning and end of a word, and the mark of a back-off weight, as letters.
pub(super) const BEGIN: char = '<';
pub(super) const END: char = '>';
const BACKOFF: char = '\u{0}';

/// Stands before the letters of a whole word, in its entry. Shorter words have none: the n-grams hold them as wholes.
const WORD: char = '\u{1}';
const SHORTEST_WORD: usize = 5;
/// The values of such entries, common words and rare ones, and how likely these are at least.
const LISTED: [(u16, f32); 2] = [(18, LISTED_AT_MOST), (23, -17.2)];
pub(super) const LISTED_AT_MOST: f32 = -15.2;

/// How many letters before the predicted one count.
const CONTEXT: usize = 4;

/// Bits of a slot for the value.
const VALUE_BITS: u32 = 5;

/// A letter that the language does not have.
const FOREIGN: f32 = -14.0;

/// Puts the letters of `word`, in lower case, between the marks of its ends.
pub(super) fn spell(word: &str, letters: &mut Vec<char>) {
    letters.clear();
    letters.push(BEGIN);
    letters.extend(word.chars().map(lower));
    letters.push(END);
}

/// The small letter, where there is a single one; `İ` is `i` with a mark, and counts as `i`.
pub(super) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lower = c.to_lowercase();
    if c == 'İ' {
        return 'i';
    }
    match (lower.next(), lower.next()) {
        (Some(lower), None) => lower,
        _ => c,
    }
}

/// ln P(letters) in a language. Stops as soon as it is below `least`; tells whether it went to the end.
pub(super) fn log_probability(language: u64, letters: &[char], least: f32) -> (f32, bool) {
    let mut sum = 0.0;
    for at in 1..letters.len() {
        let (before, rest) = letters.split_at(at);
        let Some(&c) = rest.first() else { break };
        sum += letter(language, c, before);
        if sum < least {
            return (sum, at + 1 == letters.len());
        }
    }
    (sum, true)
}

/// How likely the word is at least, where a list of words has it: `cursor` is one that the news hardly ever says.
pub(super) fn listed(language: u8, word: &[char]) -> Option<f32> {
    if language != WITH_WORDS || word.len() < SHORTEST_WORD {
        return None;
    }
    let found = steps(word.iter().fold(extend(key(u64::from(language)), WORD), |hash, &c| extend(hash, c)))?;
    LISTED.iter().find(|(value, _)| *value == found).map(|(_, nats)| *nats)
}

/// ln P(c | the letters before).
pub(super) fn letter(language: u64, c: char, before: &[char]) -> f32 {
    let language = key(language);
    let mut ngram = extend(language, c);
    let mut context = extend(language, BACKOFF);
    let mut nats = value(ngram).unwrap_or(FOREIGN);
    let mut found = true;
    for &previous in before.iter().rev().take(CONTEXT) {
        context = extend(context, previous);
        let Some(backoff) = value(context) else { break };
        ngram = extend(ngram, previous);
        // Where the shorter n-gram is not in the table, the longer one hardly ever is: what is found there is mostly chance.
        let value = if found { value(ngram) } else { None };
        found = value.is_some();
        nats = value.unwrap_or(nats + backoff);
    }
    nats
}

/// Whether the language has the letter, but for rare names: all that it has are in the table.
pub(super) fn has_letter(language: u64, c: char) -> bool {
    const RARE: f32 = -8.0; // once in 3,000 letters
    letter(language, c, &[]) > RARE
}

/// What the keys of a language begin with.
const fn key(language: u64) -> u64 {
    (language + 1).wrapping_mul(0xA24B_AED4_963E_E407)
}

fn extend(hash: u64, c: char) -> u64 {
    let mixed = (hash ^ (u64::from(u32::from(c)) << 1 | 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// The value of a key in nats, if it is in the table (or, once in 2,048 times, if it is not).
fn value(key: u64) -> Option<f32> {
    steps(key).map(|steps| -STEP * f32::from(steps))
}

/// The same in steps.
fn steps(key: u64) -> Option<u16> {
    let mut hash = key ^ SEED;
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^= hash >> 32;
    const SEGMENT: u64 = 1 << SEGMENT_BITS;
    let first = ((u128::from(hash) * u128::from(SEGMENTS << SEGMENT_BITS)) >> 64) as u64;
    let second = (first + SEGMENT) ^ ((hash >> 18) & (SEGMENT - 1));
    let third = (first + 2 * SEGMENT) ^ (hash & (SEGMENT - 1));
    let print = ((hash >> 40) as u16) << VALUE_BITS;
    let found = print ^ slot(first) ^ slot(second) ^ slot(third);
    (found >> VALUE_BITS == 0).then_some(found)
}

fn slot(place: u64) -> u16 {
    let at = place as usize * 2;
    match SLOTS.get(at..at + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}
