//! Whether a spoofed line is in a language of the table, or in a spelling that has letters of its own: Ewe, Hausa.
//!
//! Letters of living spellings are put into English as look-alikes, too. What tells the one from the other is how well the line reads
//! once all of them are taken for what they resemble.

use std::collections::BTreeSet;

use super::choices::{choices, looks};
use super::{Kind, Unit};
use crate::lexis::{self, Choice, Hint};
use crate::rules::Line;
use crate::unicode::{self, Classes, Script};

/// How many words are read, and how likely each letter must be then, its share of the word's end included. Lines in languages
/// of the table have -1.2 to -2.2; lines in others, their letters taken for ASCII, -2.5 to -5.
const WORDS: usize = 24;
const READS: f32 = -2.25;
/// A letter beyond ASCII is the less likely in a language that nobody knows: there are hundreds.
const BEYOND: f32 = 2.0;
/// Names and rare words may be as unlikely as they please: no letter of theirs counts more than this.
const UNLIKELIEST: f32 = -3.2;
/// Abbreviations are of no language.
const ABBREVIATION: u32 = 6;

/// By how many nats the words of the line, with all odd letters read as the table has them, are likelier than those of a
/// language that nobody here knows. Negative where they are not.
pub(super) fn margin(line: &Line<'_>, units: &[Unit], hint: &Hint) -> f32 {
    let (mut nats, mut letters) = (0.0, 0.0);
    for unit in units.iter().filter(|unit| is_latin(unit)).take(WORDS) {
        let word = unit.span.of(line.as_str());
        let Some(word) = read(word, hint) else { continue };
        let count = (unit.letters + 1) as f32;
        let beyond = word.chars().filter(|c| !c.is_ascii()).count() as f32;
        nats += BEYOND * beyond;
        nats += lexis::weigh(&word, Script::Latin, hint).nats.max(UNLIKELIEST * count);
        letters += count;
    }
    nats - READS * letters
}

fn is_latin(unit: &Unit) -> bool {
    let is_foreign = matches!(unit.kind, Kind::Proof(own) | Kind::Ambiguous(own) | Kind::Weak(own) if own != Script::Latin);
    let is_abbreviation = !unit.classes.intersects(Classes::LOWER) && unit.letters < ABBREVIATION;
    unit.letters > 1 && !is_foreign && !is_abbreviation && unit.classes.intersects(Classes::LATIN | Classes::STYLED)
}

/// The word as the table reads it in Latin; nothing if one of its letters has no reading.
pub(super) fn read(word: &str, hint: &Hint) -> Option<String> {
    if word.is_ascii() {
        return Some(word.to_owned());
    }
    let choices: Vec<_> = word.chars().map(|c| choices(c, 1.0)).collect();
    let only = |choices: &Vec<Choice>| if let [choice] = choices.as_slice() { Some(choice.letter) } else { None };
    if let Some(letters) = choices.iter().map(only).collect() {
        return Some(letters);
    }
    lexis::read(&choices, Script::Latin, hint).map(|reading| String::from_iter(reading.word))
}

/// Whether a letter that may be of a spelling of its own stands in the text more than once. Those that are put in by chance hardly
/// ever come twice.
pub(super) fn recurs(text: &str) -> bool {
    let mut before = BTreeSet::new();
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    text.chars().filter(|&c| is_own(c) && looks(c).next().is_some()).any(|c| !before.insert(small(c)))
}

/// Whether the letter may be of a spelling: a Latin one beyond ASCII, in no dress.
pub(super) fn is_own(c: char) -> bool {
    let classes = unicode::classes(c);
    !c.is_ascii() && classes.intersects(Classes::LATIN) && !classes.intersects(Classes::STYLED)
}
