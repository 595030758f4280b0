//! Letters with accents of one alphabet read as others of the same: `³¹czyæ` was `łączyć`.
//!
//! Only language can tell, and it is asked only where a word holds what hardly any spelling has inside a word: `³ ¹ ¿ º`, `þ`. A
//! whole line is read or nothing of it.

use std::cell::LazyCell;
use std::ops::Deref;
use std::sync::LazyLock;

use encoding_rs::{ISO_8859_2, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257};
use memchr::memchr2_iter;

use super::pages::{CodePage, Family, Upper, upper};
use super::reading::{self, Reading};
use crate::lexis::Hint;
use crate::rules::Fact;
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// How much likelier the words that change have to be, in nats: all together, and each letter that changes.
const MARGIN: f32 = 12.0;
const MARGIN_EACH: f32 = 2.0;
/// How likely each letter of those words has to be then. Lines of Polish and Turkish have -1 to -2.5.
const KNOWN: f32 = -3.0;
/// What a sign inside a word costs, in nats: as much as a letter that the language does not have.
const SIGN: f32 = -14.0;
/// The longest unit that has an exponent behind it (`dm³`).
const UNIT: usize = 3;
/// How many words are asked what language the line is in.
const LISTENERS: usize = 8;

/// One page read as Windows-1252.
struct Misreading {
    fact: Fact,
    meant: Upper,
}

static MISREADINGS: LazyLock<[Misreading; 4]> = LazyLock::new(|| {
    [
        Misreading { meant: upper(WINDOWS_1250), fact: &"Windows-1250 read as Windows-1252 or Latin-1" },
        Misreading { meant: upper(ISO_8859_2), fact: &"ISO 8859-2 read as Windows-1252 or Latin-1" },
        Misreading { meant: upper(WINDOWS_1254), fact: &"Windows-1254 read as Windows-1252 or Latin-1" },
        Misreading { meant: upper(WINDOWS_1257), fact: &"Windows-1257 read as Windows-1252 or Latin-1" },
    ]
});

static READ: LazyLock<CodePage> = LazyLock::new(|| CodePage::new(&upper(WINDOWS_1252), Family::Windows, true, &""));

/// What the line was meant to be, if it was misread.
pub fn read(text: &str) -> Option<Reading> {
    if !has_odd_word(text) {
        return None;
    }
    let stands: Vec<&str> = words(text).collect();
    // Most lines are settled before language is asked.
    let hint = LazyCell::new(|| hint(&stands));
    let readings = MISREADINGS.iter().filter_map(|misreading| misreading.read(text, &stands, &hint));
    readings.max_by(|a, b| a.nats.total_cmp(&b.nats))
}

/// Whether a word holds what hardly any spelling has there. All of it is found by its first byte.
pub fn has_odd_word(text: &str) -> bool {
    // As nearly all lines of Icelandic and Faroese are, to which þ and ð belong.
    let is_northern = || text.contains(['á', 'é', 'í', 'ó', 'ú', 'æ']) && !text.contains(['à', 'è', 'ë', 'ø', 'û']);
    memchr2_iter(0xC2, 0xC3, text.as_bytes()).any(|at| {
        let mut from = text.get(at..).unwrap_or("").chars();
        let Some(c @ ('¿' | '³' | '¹' | 'º' | 'þ' | 'ð')) = from.next() else { return false };
        let goes_on = from.next().is_some_and(is_letter);
        let letters = text.get(..at).unwrap_or("").chars().rev().take(UNIT + 1).take_while(|&c| is_letter(c)).count();
        match c {
            '¿' => letters > 0,
            '³' | '¹' => letters > UNIT || letters > 0 && goes_on,
            'þ' => letters > 0 && goes_on && !is_northern(),
            'ð' => letters == 0 && goes_on || !is_northern(),
            _ => goes_on,
        }
    })
}

impl Misreading {
    fn read(&self, text: &str, stands: &[&str], hint: &impl Deref<Target = Hint>) -> Option<Reading> {
        let mut letters = Vec::new();
        let mut meant = String::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let was = READ.read_as(c, &self.meant)?;
            meant.push(was);
            if was != c {
                letters.push((Span::new(at, at + c.len_utf8()), was));
            }
        }
        // One letter by itself may be at home in a spelling that is not known (`ð`).
        let (first, rest) = letters.split_first()?;
        let of = |&(span, _): &(Span, char)| span.of(text);
        if of(first).chars().all(is_letter) && rest.iter().all(|other| of(other) == of(first)) {
            return None;
        }
        // As many words as before, or what is compared are not the same words.
        let meant: Vec<&str> = words(&meant).collect();
        if meant.len() != stands.len() {
            return None;
        }
        let meant_hint = self::hint(&meant);
        let (mut before, mut after, mut count) = (0.0, 0.0, 0);
        for (stands, meant) in stands.iter().zip(&meant).filter(|(stands, meant)| stands != meant) {
            before += nats(stands, hint);
            after += nats(meant, &meant_hint);
            count += meant.chars().count();
        }
        let gain = after - before;
        let is_sure = gain >= MARGIN && gain >= MARGIN_EACH * letters.len() as f32 && after >= KNOWN * count as f32;
        is_sure.then_some(Reading { fact: self.fact, letters, nats: gain })
    }
}

/// What words say about the language.
fn hint(words: &[&str]) -> Hint {
    Hint::of(words.iter().copied().take(LISTENERS), Script::Latin)
}

/// How likely a word is with the signs in it.
fn nats(word: &str, hint: &Hint) -> f32 {
    let signs = word.chars().filter(|c| !c.is_alphabetic()).count();
    reading::nats(word, hint) + SIGN * signs as f32
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'º' | 'ª')
}

/// Whether a character is a letter, or one of the signs that letters become.
fn is_part(c: char) -> bool {
    matches!(c, '¡' | '£' | '¥' | '¦' | '¯' | '±' | '²' | '³' | '¶' | '¹' | '¼' | '¾' | '¿')
        || unicode::classes(c).intersects(Classes::LETTER)
}

/// Runs of letters, and of the signs that letters become.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_part(c)).filter(|word| word.contains(char::is_alphabetic))
}
