//! What a text says twice: a word with strangers is most likely one that stands near by without them.
//!
//! `Azurix`, `toolbar` and `LibreOffice` are in no table of n-grams, but the text at hand has them whole in the next sentence, and
//! in their own case.

use memchr::memmem;

use super::case::case_of;
use super::forms::is_letter;
use crate::lexis::Choice;
use crate::rules::Line;
use crate::text::Span;
use crate::unicode::{self, Classes};

/// How far from the word it is looked for, in bytes: some paragraphs.
const REACH: usize = 2000;

/// How many places that have the same run of letters are looked at, so that no word costs more than any other.
const PLACES: usize = 32;

/// Shorter words stand near by in every spelling.
const SHORTEST: usize = 4;

/// The shortest run of plain letters that is worth looking for.
const SHORTEST_RUN: usize = 2;

/// What a word has, in nats, that stands near by: it is one of the some thousands around.
const NEAR_BY: f32 = -8.0;

/// How much better it must fit than the next one near by.
const AHEAD: f32 = 1.0;

/// A word that stands near by with the plain letters of the one at hand.
pub(super) struct Echo {
    /// Its letters, in the case that they have there.
    pub letters: Vec<char>,
    /// How likely it is, less the costs of its letters.
    pub nats: f32,
}

impl Echo {
    /// Gives the letters that were read within a word the case that they have near by: `LibreꓳffꞮce`.
    pub fn put_in_its_case(&self, word: &str, letters: &mut [char]) {
        let is_camel = self.letters.iter().skip(1).any(char::is_ascii_uppercase);
        for (at, ((c, &own), letter)) in word.chars().zip(&self.letters).zip(letters).enumerate() {
            let is_open = case_of(c).is_none() && own.is_ascii();
            if is_open && (at > 0 || is_camel) {
                *letter = own;
            }
        }
    }
}

/// The word near by that the one at `span` of the line is a likeness of, taking one of `choices` for each letter.
pub(super) fn find(line: &Line<'_>, span: Span, choices: &[Vec<Choice>]) -> Option<Echo> {
    let text = line.as_str();
    let word = span.of(text);
    if choices.len() < SHORTEST {
        return None;
    }
    let run = longest_run(word)?;
    let needle = run.of(word);
    if needle.len() < SHORTEST_RUN || 2 * word.bytes().filter(u8::is_ascii_alphabetic).count() < choices.len() {
        return None;
    }
    let before = word.get(..run.start)?.chars().count();
    let (above, below) = line.around(REACH);
    let start = text.floor_char_boundary(span.start.saturating_sub(REACH));
    let end = text.ceil_char_boundary((span.end + REACH).min(text.len()));
    let mut found: Vec<(Vec<char>, f32)> = Vec::new();
    for stretch in [text.get(start..span.start)?, text.get(span.end..end)?, above, below] {
        for at in memmem::find_iter(stretch.as_bytes(), needle).take(PLACES) {
            let Some(other) = word_around(stretch, at, before, choices.len()) else { continue };
            let Some(cost) = cost(word, &other, choices) else { continue };
            if !found.iter().any(|(known, _)| *known == other) {
                found.push((other, cost));
            }
        }
    }
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut found = found.into_iter();
    let (letters, cost) = found.next()?;
    let same = |other: &[char]| other.iter().zip(&letters).all(|(a, b)| a.eq_ignore_ascii_case(b));
    let next = found.find(|(other, _)| !same(other)).map_or(f32::INFINITY, |(_, cost)| cost);
    (next - cost >= AHEAD).then_some(Echo { letters, nats: NEAR_BY - cost })
}

/// The longest run of ASCII letters.
fn longest_run(word: &str) -> Option<Span> {
    let mut best = Span::new(0, 0);
    let mut start = 0;
    for (at, byte) in word.bytes().enumerate() {
        if !byte.is_ascii_alphabetic() {
            start = at + 1;
        } else if at + 1 - start > best.len() {
            best = Span::new(start, at + 1);
        }
    }
    (!best.is_empty()).then_some(best)
}

/// The word of `len` letters whose letter number `before` is at byte `at`; nothing where none begins and ends so.
fn word_around(text: &str, at: usize, before: usize, len: usize) -> Option<Vec<char>> {
    let mut head: Vec<char> = Vec::with_capacity(before);
    let mut back = text.get(..at)?.chars().rev();
    head.extend(back.by_ref().take(before));
    let mut rest = text.get(at..)?.chars();
    head.reverse();
    head.extend(rest.by_ref().take(len - before));
    let is_joined = |c: Option<char>| c.is_some_and(is_letter);
    let is_plain = |c: &char| c.is_ascii_alphabetic() || unicode::classes(*c).contains(Classes::LATIN | Classes::LETTER);
    (head.len() == len && head.iter().all(is_plain) && !is_joined(back.next()) && !is_joined(rest.next())).then_some(head)
}

/// What taking the word for the other one costs; nothing where a plain letter differs, or one cannot be meant.
fn cost(word: &str, other: &[char], choices: &[Vec<Choice>]) -> Option<f32> {
    let mut sum = 0.0;
    for (at, ((c, &letter), choices)) in word.chars().zip(other).zip(choices).enumerate() {
        // The first letter of a word is a capital where a sentence begins.
        if c == letter || at == 0 && c.is_ascii() && c.eq_ignore_ascii_case(&letter) {
            // What stands in both is no evidence of swapping.
            if !c.is_ascii() {
                return None;
            }
            continue;
        }
        if c.is_ascii() {
            return None;
        }
        sum += choices.iter().find(|choice| choice.letter == letter.to_ascii_lowercase())?.cost;
    }
    Some(sum)
}
