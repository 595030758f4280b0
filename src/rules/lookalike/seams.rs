//! Mixed words that were hardly spoofed, though they read as words: an index letter beside a name (`Xкоорд`), a preposition before an
//! abbreviation (`ВJSON`), an ending of another language (`cronа`), a letter that the language around lacks (`КОІ` in Russian). They
//! are worth telling, and no more.

use super::forms::{form_in, is_letter};
use super::place::Place;
use super::{Kind, Unit};
use crate::lexis::{Hint, weigh};
use crate::unicode::{self, Classes, Script};

/// What an index letter costs in nats beside the word that it stands at. Of some 2000 letters at the edges of spoofed words, none that
/// stood for one of the word's own costs as much.
const UNLIKELY: f32 = -10.5;

/// So many letters are an ending at most, and a word at least.
const LONGEST_ENDING: usize = 3;
const SHORTEST_WORD: usize = 3;

/// How far from a word letters are looked at, in bytes, and words.
const AROUND: usize = 400;
const MANY: usize = 40;

/// How many words on each side are looked at for another index.
const NEAR: usize = 8;

/// Whether a mixed word is hardly meant to be the word that it reads as in `to`.
pub(super) fn is_guess(place: &Place<'_>, to: Script) -> bool {
    match to {
        Script::Cyrillic if place.unit.is_spoofed() || matches!(place.unit.kind, Kind::Chunk(_)) => {
            lacks_letter(place) || has_index(place)
        }
        Script::Cyrillic => lacks_letter(place),
        Script::Latin if place.unit.is_spoofed() => {
            // What is heard is dear, and hardly any word has such a shape.
            let is_among_cyrillic = || place.heard().weight(Script::Cyrillic) > place.heard().weight(to);
            (has_preposition(place.word) || has_ending(place.word)) && is_among_cyrillic()
        }
        _ => false,
    }
}

/// Whether the reading needs a letter that the language of the words around lacks, which none of these has, and no other word of the
/// line needs.
fn lacks_letter(place: &Place<'_>) -> bool {
    let to = Script::Cyrillic;
    let is_regional = |c: char| matches!(form_in(c, to), Some('і' | 'І' | 'ј' | 'Ј' | 'ѕ' | 'Ѕ'));
    let mut regional = place.word.chars().filter(|&c| unicode::script(c) != to && is_regional(c));
    let Some(letter) = regional.next() else { return false };
    let Some(hint) = place.language.hint(to) else { return false };
    let needed = |unit: &Unit| unit.is_spoofed() && unit.span != place.unit.span && unit.span.of(place.text).contains(letter);
    // Of a long line what is near, as this is asked for each word.
    let span = place.unit.span;
    let (from, till) = (span.start.saturating_sub(AROUND), (span.end + AROUND).min(place.text.len()));
    let near = place.text.get(place.text.floor_char_boundary(from)..place.text.ceil_char_boundary(till)).unwrap_or("");
    let first = place.number.saturating_sub(MANY);
    form_in(letter, to).is_some_and(|form| !hint.has_letter(form, to))
        && near.chars().all(|c| unicode::script(c) != to || !is_letter(c) || hint.has_letter(c, to))
        && !place.units.iter().skip(first).take(2 * MANY + 1).any(needed)
}

/// Whether its one Latin letter is a capital at an edge, that makes no likely word with the rest, or numbers words of one name.
fn has_index(place: &Place<'_>) -> bool {
    let Some((letter, rest, is_first)) = edge(place.word) else { return false };
    let is_small = |c: char| unicode::classes(c).contains(Classes::CYRILLIC | Classes::LOWER);
    let is_capital = |c: char| unicode::classes(c).contains(Classes::CYRILLIC | Classes::UPPER);
    if rest.chars().count() < 2 || !(rest.chars().all(is_small) || !is_first && rest.chars().all(is_capital)) {
        return false;
    }
    let nats = |word: &str| place.language.nats(word, Script::Cyrillic);
    let is_unlikely = || matches!((nats(place.word), nats(rest)), (Some(word), Some(rest)) if word - rest < UNLIKELY);
    is_unlikely() || is_numbered(place, (letter, rest, is_first))
}

/// Whether the same name stands near by with another letter or a digit in that place: `узелA, узелB`, `ФАЙЛ1, ФАЙЛA`.
fn is_numbered(place: &Place<'_>, (letter, rest, is_first): (char, &str, bool)) -> bool {
    let first = place.number.saturating_sub(NEAR);
    let near = place.units.iter().skip(first).take(2 * NEAR + 1);
    near.into_iter().any(|unit| {
        let word = unit.span.of(place.text);
        if word == rest {
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let (before, after) = (place.text.get(..unit.span.start), place.text.get(unit.span.end..));
            return if is_first {
                digit(before.and_then(|before| before.chars().next_back()))
            } else {
                digit(after.and_then(|after| after.chars().next()))
            };
        }
        edge(word).is_some_and(|(other, of, first)| other != letter && of == rest && first == is_first)
    })
}

/// The Latin capital that a word begins or ends with, the rest, and whether it begins with it.
fn edge(word: &str) -> Option<(char, &str, bool)> {
    let (first, last) = (word.chars().next()?, word.chars().next_back()?);
    if first.is_ascii_uppercase() {
        Some((first, word.get(1..)?, true))
    } else if last.is_ascii_uppercase() {
        Some((last, word.get(..word.len() - 1)?, false))
    } else {
        None
    }
}

/// Whether a Cyrillic capital stands before a far likelier Latin abbreviation: `ВJSON`.
fn has_preposition(word: &str) -> bool {
    let mut letters = word.chars();
    let is_capital = |c: char| unicode::classes(c).contains(Classes::CYRILLIC | Classes::UPPER);
    letters.next().is_some_and(is_capital)
        && letters.as_str().len() >= SHORTEST_WORD
        && letters.clone().all(|c| c.is_ascii_uppercase())
        && gain(word, letters.as_str()) > PREPOSITION
}

/// Whether a Latin word ends in small Cyrillic letters that make it no likelier: `cronа`, but `Googlе` needs its own.
fn has_ending(word: &str) -> bool {
    let stem = word.trim_end_matches(|c| matches!(c, 'а'..='я'));
    let ending = word.get(stem.len()..).unwrap_or_default();
    stem.len() >= SHORTEST_WORD
        && stem.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (1..=LONGEST_ENDING).contains(&ending.chars().count())
        && gain(word, stem) > 0.0
}

/// How many nats an abbreviation gains without a preposition: 6 to 9, and `ASCII` 5 without its first letter.
const PREPOSITION: f32 = 6.0;

/// How many nats likelier a Latin word is without some of its letters. The words around say nothing here, as the word itself is one of them.
fn gain(word: &str, rest: &str) -> f32 {
    let whole: String = word.chars().map(|c| form_in(c, Script::Latin).unwrap_or(c)).collect();
    let nats = |word: &str| weigh(word, Script::Latin, &Hint::default()).nats;
    nats(rest) - nats(&whole)
}
