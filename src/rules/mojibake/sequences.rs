//! A first look: could a line hold UTF-8 sequences that were misread? Nearly all genuine lines end here.

use std::sync::LazyLock;

use memchr::memmem;
use memchr::{memchr2_iter, memchr3_iter};

use super::pages::{CODES, Family, PAGES};
use crate::unicode::{self, Classes};

/// What a character's byte can be in UTF-8, in any of the pages: four bits for each family of them, since no text is misread by
/// halves.
static ROLES: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut roles = vec![0; CODES];
    for page in PAGES.iter() {
        let shift = match page.family {
            Family::Windows => 0,
            Family::Mac => 4,
            Family::Dos => 8,
            Family::Koi => 12,
        };
        for (role, &byte) in roles.iter_mut().zip(page.bytes()) {
            *role |= role_of(byte) << shift;
        }
    }
    roles
});

/// One bit of each family.
const EACH: u16 = 0x1111;
/// Which of its four bits says that the byte goes on with a sequence. Those below say that it begins one of two, three, four bytes.
const CONTINUATION: u16 = 3;

const fn role_of(byte: u8) -> u16 {
    match byte {
        0x80..=0xBF => 1 << CONTINUATION,
        0xC2..=0xDF => 1,
        0xE0..=0xEF => 1 << 1,
        0xF0..=0xF4 => 1 << 2,
        _ => 0,
    }
}

/// Whether `text` holds what could have been a UTF-8 sequence: a lead with as many continuations as it asks for, and beside it
/// no letter beyond ASCII that is left over. It counts how fast genuine lines are told: only signs are looked at, and `Â`, `Ã`,
/// `Å`, `Ô` and `ƒ`, all found by their first bytes. A misread text of more than a word or two has some.
pub fn may_hold_sequences(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The first bytes of Latin-1 and of general punctuation, then those of `ƒ` and of `ˆ`, `˜`, `˝`.
    memchr3_iter(0xC2, 0xC3, 0xE2, bytes).chain(memchr2_iter(0xC6, 0xCB, bytes)).any(|at| is_sign_of_sequence(text, at))
}

/// Whether a sign that tells of a sequence stands at byte `at`, and is part of one.
pub fn is_sign_of_sequence(text: &str, at: usize) -> bool {
    let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else { return false };
    let mut rest = rest.chars();
    let Some(c) = rest.next() else { return false };
    // A quote or a dash among ASCII or ideographs, as nearly all are, is part of no sequence.
    [before.chars().next_back(), rest.next()].into_iter().flatten().any(|beside| role(beside) != 0)
        && unicode::classes(c).intersects(Classes::UNDECODED)
        && is_in_sequence(text, at)
}

/// Whether a misread quote or dash of English stands there that consists of common letters.
pub fn may_hold_punctuation(text: &str) -> bool {
    // The first two bytes of general punctuation in the code pages 437 and 866.
    ["ΓÇ", "тА"].into_iter().any(|begin| memmem::find_iter(text.as_bytes(), begin).any(|at| is_in_sequence(text, at)))
}

/// Whether a sequence of Cyrillic letters stands inside a Latin word, behind a small letter: `fГјr` was `für`.
pub fn mixes_alphabets(text: &str) -> bool {
    has_capital_inside(text.as_bytes())
        && triples(text.as_bytes()).enumerate().any(|(before, triple)| {
            is_capital_inside(triple)
                && sequence_ends(text.get(before + 1..).unwrap_or("")).into_iter().any(|(_, families)| families != 0)
        })
}

/// Whether a capital of Cyrillic stands right behind a small letter of ASCII.
pub fn has_capital_inside(bytes: &[u8]) -> bool {
    // Without a way out in the middle this is vector code; a spoofed text is full of such first bytes.
    triples(bytes).fold(false, |any, triple| any | is_capital_inside(triple))
}

fn triples(bytes: &[u8]) -> impl Iterator<Item = &[u8; 3]> {
    bytes.windows(3).filter_map(<[u8]>::first_chunk)
}

/// Of what begins a sequence in Windows-1251 only capitals are looked at: small letters begin what nobody has misread.
fn is_capital_inside(&[before, first, second]: &[u8; 3]) -> bool {
    before.is_ascii_lowercase() & (first == 0xD0) & (0x90..0xB0).contains(&second)
}

/// Whether the character at `at` is part of a sequence that stands free.
fn is_in_sequence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").char_indices().rev().take(3).take_while(|(_, c)| !c.is_ascii());
    std::iter::once(at).chain(before.map(|(start, _)| start)).any(|start| {
        let ends = sequence_ends(text.get(start..).unwrap_or(""));
        ends.into_iter()
            .any(|(end, families)| families != 0 && start + end > at && stands_free(text, start, start + end, families))
    })
}

/// Whether no letter beyond ASCII stands beside the sequence, but for those of other sequences in one of the same families.
fn stands_free(text: &str, start: usize, end: usize, families: u16) -> bool {
    let is_letter = |c: char| !c.is_ascii() && unicode::classes(c).intersects(Classes::LETTER);
    let after = text.get(end..).unwrap_or("");
    let before = text.get(..start).unwrap_or("");
    let ends_sequence = || {
        before.char_indices().rev().take(4).any(|(from, _)| {
            let ends = sequence_ends(before.get(from..).unwrap_or(""));
            ends.into_iter().any(|(end, others)| others & families != 0 && from + end == start)
        })
    };
    let begins_sequence = || sequence_ends(after).into_iter().any(|(_, others)| others & families != 0);
    (!before.ends_with(is_letter) || ends_sequence()) && (!after.starts_with(is_letter) || begins_sequence())
}

/// Where in `text` a sequence may begin: in one of the pages, it does.
pub fn starts(text: &str) -> Vec<usize> {
    let begins = |at: usize| sequence_ends(text.get(at..).unwrap_or("")).into_iter().any(|(_, families)| families != 0);
    text.char_indices().filter(|&(at, c)| !c.is_ascii() && begins(at)).map(|(at, _)| at).collect()
}

/// For each number of characters that the sequence which `text` begins with may have: where it ends, and in which families there is one.
fn sequence_ends(text: &str) -> [(usize, u16); 3] {
    let mut ends = [(0, 0); 3];
    let lead = text.chars().next().map_or(0, role);
    let mut goes_on = EACH;
    for (((at, c), end), length) in text.char_indices().skip(1).zip(&mut ends).zip(0..) {
        goes_on &= role(c) >> CONTINUATION;
        *end = (at + c.len_utf8(), lead >> length & goes_on & EACH);
        if goes_on & EACH == 0 {
            break;
        }
    }
    ends
}

fn role(c: char) -> u16 {
    if c.is_ascii() { 0 } else { ROLES.get(c as usize).copied().unwrap_or(0) }
}
