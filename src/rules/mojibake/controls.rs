//! Windows-1252 read as Latin-1: C1 controls where quotes, dashes and a few letters were.
//!
//! Nobody means such a control, but it may have been a byte of another page: `ma\u{96}ana` was MacRoman's `mañana`. So all of
//! them on a line must be at home where they stand, and language has a word on those beside letters.

use std::sync::LazyLock;

use encoding_rs::{MACINTOSH, WINDOWS_1252};
use oem_cp::code_table::DECODING_TABLE_CP850;

use super::pages::{Upper, upper};
use super::reading::{self, Reading};
use crate::lexis::Hint;
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// What the controls were, and what else they may have been.
static WINDOWS: LazyLock<Upper> = LazyLock::new(|| upper(WINDOWS_1252));
static OTHERS: LazyLock<[Upper; 2]> = LazyLock::new(|| [upper(MACINTOSH), DECODING_TABLE_CP850]);

/// NEXT LINE, which ends lines in texts from mainframes: by itself it shows nothing.
const NEXT_LINE: char = '\u{85}';

/// How many words are asked what language the line is in.
const LISTENERS: usize = 8;

/// How much likelier the word must be with its signs than with letters of another page in their place, in nats.
const MARGIN: f32 = 2.0;

/// The controls of a line and what they were; nothing where one of them does not fit, or where none shows what it is.
pub fn read(text: &str) -> Option<Reading> {
    let mut letters = Vec::new();
    let mut is_shown = false;
    let mut hint = None;
    for (at, word) in words(text).filter(|(_, word)| word.contains(is_control)) {
        let hint = hint.get_or_insert_with(|| listen(text));
        let behind = text.get(at + word.len()..).unwrap_or("");
        if !fits(word, behind, hint) {
            return None;
        }
        is_shown |= shows(word, text.get(..at).unwrap_or(""));
        let controls = word.char_indices().filter(|&(_, c)| is_control(c));
        letters.extend(controls.map(|(place, c)| (Span::new(at + place, at + place + c.len_utf8()), instead(c, &WINDOWS))));
    }
    is_shown.then_some(Reading { fact: &"Windows-1252 read as Latin-1", letters, nats: 0.0 })
}

/// Whether the controls of a word that fits are surely signs: they stand at letters, or are dashes and currencies in their place.
fn shows(word: &str, before: &str) -> bool {
    let in_place = before.chars().next_back().is_none_or(|c| c.is_whitespace() || c.is_ascii_digit());
    let mut signs = word.chars().filter(|&c| is_control(c) && c != NEXT_LINE);
    if word.contains(char::is_alphabetic) {
        signs.next().is_some()
    } else {
        in_place && signs.any(|c| matches!(instead(c, &WINDOWS), '–' | '—' | '€'))
    }
}

/// Whether it is a control of the second row.
fn is_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

/// What the byte of a control reads as.
fn instead(c: char, page: &Upper) -> char {
    if is_control(c) { page.get(c as usize - 0x80).copied().unwrap_or(c) } else { c }
}

/// Runs of letters and controls, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| is_control(c) || unicode::classes(c).intersects(Classes::LETTER | Classes::MARK);
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(is_part)?;
        let rest = text.get(start..)?;
        let word = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len()))?;
        at = start + word.len();
        Some((start, word))
    })
}

/// What the words without controls say about the language.
fn listen(text: &str) -> Hint {
    Hint::of(words(text).map(|(_, word)| word).filter(|word| !word.contains(is_control)).take(LISTENERS), Script::Latin)
}

/// Whether what Windows has for the controls of `word` can stand there, and is likelier than letters of other pages.
fn fits(word: &str, after: &str, hint: &Hint) -> bool {
    let mut before = None;
    let mut rest = word.chars();
    while let Some(c) = rest.next() {
        if is_control(c) && !can_stand(instead(c, &WINDOWS), before, rest.as_str().chars().next(), after) {
            return false;
        }
        before = Some(c);
    }
    if !word.chars().any(|c| unicode::classes(c).intersects(Classes::LATIN)) {
        return true;
    }
    let nats = nats(word, &WINDOWS, hint);
    OTHERS.iter().all(|other| nats >= self::nats(word, other, hint) + MARGIN)
}

/// Whether a sign of Windows can stand between two characters of a word, and before what is behind the word.
fn can_stand(sign: char, before: Option<char>, next: Option<char>, behind: &str) -> bool {
    let (after_letter, before_letter) = (before.is_some_and(char::is_alphabetic), next.is_some_and(char::is_alphabetic));
    match sign {
        '’' | '–' | '—' | '…' | '•' => true,
        '‘' | '“' | '”' | '€' | '™' => !(after_letter && before_letter),
        '‚' | '„' | '‹' => !after_letter,
        // With a number behind it, it would tell a terminal to change colour.
        '›' => !before_letter && !behind.starts_with(|c: char| c.is_ascii_digit() || c == ';'),
        'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' => after_letter || before_letter,
        _ => false,
    }
}

/// How likely a word is as `page` has it.
fn nats(word: &str, page: &Upper, hint: &Hint) -> f32 {
    let read: String = word.chars().map(|c| instead(c, page)).collect();
    reading::nats(&read, hint)
}
