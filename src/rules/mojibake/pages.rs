//! The code pages that UTF-8 is misread as, and what each of their characters was as a byte.
//!
//! The pages come from `encoding_rs`, turned round on first use. It decodes as browsers do: a byte that a page leaves undefined
//! becomes the control character of the same number.

use std::sync::LazyLock;

use encoding_rs::{
    Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257,
};

use memchr::{memchr2_iter, memchr3_iter};

use crate::rules::Fact;
use crate::unicode::{self, Classes};

/// Past the last character that is looked up. Beyond it lie only a few signs of MacRoman that spell nothing common.
const CODES: usize = 0x2600;

/// One code page.
pub struct CodePage {
    /// What a finding says.
    pub fact: Fact,
    /// The byte of each character, 0 where it has none.
    bytes: Vec<u8>,
    /// What the controls U+0080..9F stand for.
    controls: Vec<char>,
}

impl CodePage {
    fn new(encoding: &'static Encoding, fact: Fact) -> Self {
        let mut bytes = vec![0; CODES];
        let mut controls: Vec<char> = ('\u{80}'..='\u{9F}').collect();
        let mut set = |c: char, byte| {
            if let Some(place) = bytes.get_mut(c as usize) {
                *place = byte;
            }
        };
        let is_latin_1 = std::ptr::eq(encoding, WINDOWS_1252);
        if is_latin_1 {
            // Latin-1 has controls there, and the two are often mixed: what was misread twice need not be so by one program.
            (0x80..=0x9F).for_each(|byte| set(char::from(byte), byte));
        }
        for byte in 0x80..=0xFF {
            let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
            // Some programs let a byte that the page leaves undefined pass as the character of the same number.
            text.chars().for_each(|c| set(if c == char::REPLACEMENT_CHARACTER { char::from(byte) } else { c }, byte));
            if is_latin_1 && byte <= 0x9F {
                text.chars().zip(controls.iter_mut().skip(usize::from(byte - 0x80))).for_each(|(c, control)| *control = c);
            }
        }
        Self { fact, bytes, controls }
    }

    /// What is meant by `c`, which was read back. Nobody means a C1 control: in what went through Latin-1 as well as through
    /// Windows-1252 it is a quote, a dash, a letter of the latter.
    pub fn without_controls(&self, c: char) -> char {
        let control = (c as usize).checked_sub(0x80).and_then(|at| self.controls.get(at));
        control.copied().unwrap_or(c)
    }

    /// The byte that reads as `c`, if it is one beyond ASCII.
    #[inline]
    pub fn byte(&self, c: char) -> Option<u8> {
        self.bytes.get(c as usize).copied().filter(|&byte| byte != 0)
    }
}

/// The code pages, the commonest first: of two that explain a text equally well, the first is taken.
pub static PAGES: LazyLock<[CodePage; 8]> = LazyLock::new(|| {
    [
        CodePage::new(WINDOWS_1252, &"UTF-8 read as Windows-1252 or Latin-1"),
        CodePage::new(WINDOWS_1251, &"UTF-8 read as Windows-1251"),
        CodePage::new(WINDOWS_1250, &"UTF-8 read as Windows-1250"),
        CodePage::new(WINDOWS_1254, &"UTF-8 read as Windows-1254"),
        CodePage::new(WINDOWS_1253, &"UTF-8 read as Windows-1253"),
        CodePage::new(WINDOWS_1257, &"UTF-8 read as Windows-1257"),
        CodePage::new(ISO_8859_2, &"UTF-8 read as ISO 8859-2"),
        CodePage::new(MACINTOSH, &"UTF-8 read as MacRoman"),
    ]
});

/// What a character's byte can be in UTF-8, in any of the pages. MacRoman has letters where the others have signs and the
/// other way round, so it is kept apart, four bits higher.
static ROLES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut roles = vec![0; CODES];
    for (at, page) in PAGES.iter().enumerate() {
        let shift = if at + 1 == PAGES.len() { 4 } else { 0 };
        for (role, &byte) in roles.iter_mut().zip(&page.bytes) {
            *role |= role_of(byte) << shift;
        }
    }
    roles
});

const LEAD_2: u8 = 0x11;
const LEAD_3: u8 = 0x22;
const LEAD_4: u8 = 0x44;
const CONTINUATION: u8 = 0x88;

const fn role_of(byte: u8) -> u8 {
    let role = match byte {
        0x80..=0xBF => CONTINUATION,
        0xC2..=0xDF => LEAD_2,
        0xE0..=0xEF => LEAD_3,
        0xF0..=0xF4 => LEAD_4,
        _ => 0,
    };
    role & 0xF
}

/// Whether `text` holds what could have been a UTF-8 sequence: a lead with as many continuations as it asks for, and beside it
/// no letter beyond ASCII that is left over. Nearly all genuine lines end here, so it counts how fast they do: only signs are
/// looked at, and `Â`, `Ã`, `Å` and `ƒ`, all found by their first bytes. A misread text of more than a word or two has some.
pub fn may_hold_sequences(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The first bytes of Latin-1 and of general punctuation, then those of `ƒ` and of `ˆ`, `˜`, `˝`.
    memchr3_iter(0xC2, 0xC3, 0xE2, bytes).chain(memchr2_iter(0xC6, 0xCB, bytes)).any(|at| {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return false };
        // A quote or a dash among ASCII, as nearly all are, is part of no sequence.
        let beside = [at.checked_sub(1), Some(at + c.len_utf8())];
        beside.into_iter().flatten().any(|at| bytes.get(at).is_some_and(|byte| !byte.is_ascii()))
            && unicode::classes(c).intersects(Classes::UNDECODED)
            && is_in_sequence(text, at)
    })
}

/// Whether a sequence of Cyrillic letters stands inside a Latin word, behind a small letter: `fГјr` was `für`.
pub fn mixes_alphabets(text: &str) -> bool {
    // Of what begins a sequence in Windows-1251 only capitals are looked at: small letters begin what nobody has misread.
    let is_capital_inside =
        |&[before, first, second]: &[u8; 3]| before.is_ascii_lowercase() & (first == 0xD0) & (0x90..0xB0).contains(&second);
    let triples = || text.as_bytes().windows(3).filter_map(<[u8]>::first_chunk);
    // Without a way out in the middle this is vector code; a spoofed text is full of such first bytes.
    triples().fold(false, |any, triple| any | is_capital_inside(triple))
        && triples().enumerate().any(|(before, triple)| {
            is_capital_inside(triple) && sequence_ends(text.get(before + 1..).unwrap_or("")).into_iter().any(|end| end.is_some())
        })
}

/// Whether the character at `at` is part of a sequence that stands free.
fn is_in_sequence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").char_indices().rev().take(3).take_while(|(_, c)| !c.is_ascii());
    std::iter::once(at).chain(before.map(|(start, _)| start)).any(|start| {
        let ends = sequence_ends(text.get(start..).unwrap_or(""));
        ends.into_iter().flatten().any(|end| start + end > at && stands_free(text, start, start + end))
    })
}

/// Whether no letter beyond ASCII stands beside the sequence, but for those of other sequences.
fn stands_free(text: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: char| !c.is_ascii() && unicode::classes(c).intersects(Classes::LETTER);
    let after = text.get(end..).unwrap_or("");
    let before = text.get(..start).unwrap_or("");
    let ends_sequence = || {
        before.char_indices().rev().take(4).any(|(from, _)| {
            let ends = sequence_ends(before.get(from..).unwrap_or(""));
            ends.into_iter().flatten().any(|end| from + end == start)
        })
    };
    (!before.ends_with(is_letter) || ends_sequence())
        && (!after.starts_with(is_letter) || sequence_ends(after).into_iter().any(|end| end.is_some()))
}

/// Where the sequence that `text` begins with ends, if there is one, in each family of pages and of each length.
fn sequence_ends(text: &str) -> [Option<usize>; 6] {
    let mut ends = [None; 6];
    let lead = text.chars().next().map_or(0, role);
    let mut goes_on = CONTINUATION;
    let lengths = [(LEAD_2, 0), (LEAD_3, 1), (LEAD_4, 2)];
    for ((at, c), (of_lead, place)) in text.char_indices().skip(1).zip(lengths) {
        goes_on &= role(c);
        // The family of the other pages in the lower four bits, MacRoman in the upper ones.
        for (family, mask) in [(0, 0x0F), (3, 0xF0)] {
            if lead & of_lead & mask != 0
                && goes_on & mask != 0
                && let Some(end) = ends.get_mut(family + place)
            {
                *end = Some(at + c.len_utf8());
            }
        }
    }
    ends
}

fn role(c: char) -> u8 {
    if c.is_ascii() { 0 } else { ROLES.get(c as usize).copied().unwrap_or(0) }
}
