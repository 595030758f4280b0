//! What a word may have been meant to be, and by how much language prefers that.

use super::words::{Place, Word};
use crate::lexis::{self, Hint};
use crate::unicode::{self, Classes, Script};

/// How many plain words are asked what language the line is in.
const LISTENERS: usize = 12;

/// What a word of an unknown spelling has for each letter, a name that nobody knows, and a string of letters and digits.
const ANY_LETTER: f32 = -3.3;
const ANY_NAME: f32 = -3.4;
const ANY_SIGN: f32 = -3.6;

/// What it costs to be an abbreviation, besides its letters.
const ABBREVIATION: f32 = -3.0;

/// How unlikely it is that a word has capitals or digits inside.
const CAPITAL_INSIDE: f32 = -4.0;
/// The same, where what stands between the capitals is no word.
const CAPITAL_ANYWHERE: f32 = -6.0;
/// A lone letter among what the capitals part.
const LONE_LETTER: f32 = -3.0;
const DIGIT_INSIDE: f32 = -5.0;
/// The same behind it: `foo1` is one of several.
const DIGIT_BEHIND: f32 = -3.0;
/// A number behind a name: `arg1`.
const INDEX: f32 = -2.5;

/// How unlikely it is that a word was spoofed of which nothing else tells so.
const SPOOFED: f32 = 3.0;

/// How many nats likelier than as it stands a word must be; and one of two signs, or that begins as a number does: `Ie` is a word of
/// Sotho, `1eko` an ordinal of Basque.
const MARGIN: f32 = 3.0;
const WIDE_MARGIN: f32 = 5.0;

/// A reading of a word, by how many nats it is likelier than the word as it stands, and by how many it must be.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub text: String,
    pub better: f32,
    pub margin: f32,
}

impl Reading {
    /// Whether nothing else is needed to prove it.
    pub fn is_sure(&self) -> bool {
        self.better >= self.margin
    }

    /// What company may add: never so much that the word as it stands is the likelier one, or the next round would turn it back.
    pub fn most_company(&self) -> f32 {
        self.margin + SPOOFED
    }
}

/// The language of the plain words of a line.
pub(super) fn hint(words: &[Word<'_>]) -> Hint {
    let plain = |word: &&Word<'_>| word.is_plain();
    let untouched: Vec<&str> = words.iter().filter(plain).filter(|word| word.strokes == 0).map(|word| word.text).collect();
    let listened: Vec<&str> =
        if untouched.len() > 2 { untouched } else { words.iter().filter(plain).map(|word| word.text).collect() };
    let step = listened.len().div_ceil(LISTENERS).max(1);
    Hint::of(listened.into_iter().step_by(step), Script::Latin)
}

/// Where its capitals stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Small,
    Capital,
    Large,
    /// Several abbreviated things: `ISPs`.
    Plural,
    /// Some other mix, of which only what stands between small letters can be told.
    Mixed,
}

/// The likeliest reading, if it is likelier than the word as it stands.
pub(super) fn best(word: &Word<'_>, hint: &Hint) -> Option<Reading> {
    let stands = as_it_stands(word, hint);
    let is_plain = word.letters() > 2 && !word.first().is_some_and(|first| first.is_ascii_digit());
    let margin = if is_plain { MARGIN } else { WIDE_MARGIN };
    let mut best: Option<Reading> = None;
    for shape in [Shape::Small, Shape::Capital, Shape::Large, Shape::Plural, Shape::Mixed] {
        let Some(text) = project(word, shape).filter(|text| text != word.text) else { continue };
        // `Passw0rd1`: whatever is meant within it, what stands behind it is a number.
        if word.digits > 1 && is_likelier_with_number(word, &text, hint) {
            continue;
        }
        let better = weight(&text, shape, word.place, hint) - stands - SPOOFED;
        if best.as_ref().is_none_or(|best| better > best.better) {
            best = Some(Reading { text, better, margin });
        }
    }
    best
}

/// Whether a reading is likelier a word with a number behind it than with a letter there.
fn is_likelier_with_number(word: &Word<'_>, reading: &str, hint: &Hint) -> bool {
    let name = word.text.trim_end_matches(['0', '1']);
    let Some(shorter) = reading.get(..name.len()).filter(|shorter| shorter.len() < reading.len() && *shorter != name) else {
        return false;
    };
    let nats = |text: &str| lexis::weigh(text, Script::Latin, hint).nats;
    nats(shorter) + INDEX > nats(reading)
}

/// Whether each digit stands between two small letters; so it is, too, where there is none.
fn has_digits_between_small(text: &str) -> bool {
    let bytes = text.as_bytes();
    let small = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_lowercase);
    bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit())
        .all(|(at, _)| small(at.checked_sub(1)) && small(Some(at + 1)))
}

/// The word with its open letters as they must be in that shape; nothing if its other letters have another one.
fn project(word: &Word<'_>, shape: Shape) -> Option<String> {
    let first = word.first()?;
    let first_large = u8::from(first.is_uppercase() && first != 'I');
    let last = word.text.chars().next_back()?;
    let fits = match shape {
        Shape::Small => word.large == 0,
        Shape::Capital => word.large == usize::from(first_large) && (word.large > 0 || matches!(first, 'l' | 'I' | '0' | '1')),
        Shape::Large => word.small == 0 && word.large > 0 && word.letters() > 2,
        Shape::Plural => word.small == 1 && last == 's' && word.large > 1,
        Shape::Mixed => has_digits_between_small(word.text) && word.small > 0 && word.large > usize::from(first_large),
    };
    if !fits {
        return None;
    }
    let mut text = String::with_capacity(word.text.len());
    for (at, c) in word.text.chars().enumerate() {
        let large = match shape {
            Shape::Small => false,
            Shape::Capital => at == 0,
            Shape::Large | Shape::Plural => true,
            Shape::Mixed
                if text.chars().next_back().is_some_and(|before| unicode::classes(before).intersects(Classes::LOWER)) =>
            {
                false
            }
            Shape::Mixed => {
                text.push(c);
                continue;
            }
        };
        text.push(match c {
            'l' | 'I' | '1' => {
                if large {
                    'I'
                } else {
                    'l'
                }
            }
            '0' => {
                if large {
                    'O'
                } else {
                    'o'
                }
            }
            _ => c,
        });
    }
    Some(text)
}

/// How likely a word of that shape is at that place.
fn weight(text: &str, shape: Shape, place: Place, hint: &Hint) -> f32 {
    let nats = lexis::weigh(text, Script::Latin, hint).nats;
    let letters = text.chars().count() as f32;
    let at = match (shape, place) {
        (Shape::Small, Place::Start) => -1.5,
        (Shape::Capital, Place::Middle) => -2.5,
        (Shape::Small | Shape::Capital, Place::Either) => -0.7,
        (Shape::Small | Shape::Capital, _) => 0.0,
        (Shape::Large | Shape::Plural, _) => -0.5,
        (Shape::Mixed, _) => CAPITAL_INSIDE,
    };
    match shape {
        Shape::Large | Shape::Plural => at + nats.max(ABBREVIATION + ANY_NAME * letters),
        _ => at + nats,
    }
}

/// The best account of the word as it stands.
fn as_it_stands(word: &Word<'_>, hint: &Hint) -> f32 {
    let letters = word.letters() as f32;
    let first_large = word.first().is_some_and(char::is_uppercase);
    if word.digits > 0 {
        let mut parts = 0.0;
        for part in word.text.split_inclusive(['0', '1']) {
            let name = part.trim_end_matches(['0', '1']);
            parts += INDEX;
            if !name.is_empty() {
                parts += lexis::weigh(name, Script::Latin, hint).nats;
            }
        }
        let place = if word.digits == 1 && word.text.ends_with('1') && word.letters() > 3 { DIGIT_BEHIND } else { DIGIT_INSIDE };
        return place + parts.max(ANY_SIGN * letters);
    }
    if !word.is_regular() {
        let unknown = CAPITAL_ANYWHERE + ANY_LETTER * letters;
        let mut pieces = CAPITAL_INSIDE;
        for piece in pieces_of(word.text) {
            pieces += lexis::weigh(piece, Script::Latin, hint).nats + if piece.len() == 1 { LONE_LETTER } else { 0.0 };
            if pieces < unknown {
                break;
            }
        }
        return unknown.max(pieces);
    }
    let shape = match word.text.chars().filter(|&c| c.is_uppercase()).count() {
        0 => Shape::Small,
        1 if first_large && word.letters() > 1 => Shape::Capital,
        _ => Shape::Large,
    };
    let known = weight(word.text, shape, word.place, hint);
    let unknown = weight_of_unknown(shape, word.place, letters);
    known.max(unknown)
}

fn weight_of_unknown(shape: Shape, place: Place, letters: f32) -> f32 {
    match (shape, place) {
        (Shape::Capital, Place::Middle) => -4.0 + ANY_NAME * letters,
        (Shape::Capital, _) => -2.0 + ANY_NAME * letters,
        (Shape::Small, _) => -2.0 + ANY_LETTER * letters,
        _ => ABBREVIATION + ANY_NAME * letters,
    }
}

/// The words of a name that is written as one: `get`, `Item`.
fn pieces_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut before: Option<char> = None;
        let end = rest.char_indices().find_map(|(at, c)| {
            let new = c.is_uppercase() && before.is_some_and(|before| !before.is_uppercase());
            before = Some(c);
            new.then_some(at)
        });
        let (piece, tail) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = tail;
        (!piece.is_empty()).then_some(piece)
    })
}
