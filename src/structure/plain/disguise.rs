//! Letters behind a disguise that cleaning left, as it could not tell what they stand for: with marks stacked on them, styled, or of
//! another script inside a word. For cues it is enough to guess: what is guessed wrongly is no cue.
use crate::unicode::{self, Script};
use std::collections::{HashMap, HashSet};
use unicode_normalization::char::{compose, decompose_canonical};

/// Whether the character is a mark that can be put on any letter.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether marks stand on a fifth of the letters of the line that no letter is made with.
fn is_marked(line: &str) -> bool {
    let (mut letters, mut stacked, mut before) = (0, 0, ' ');
    for c in line.chars() {
        letters += usize::from(c.is_alphabetic());
        stacked += usize::from(is_mark(c) && compose(before, c).is_none());
        before = c;
    }
    stacked > 0 && stacked * 5 >= letters
}

/// The letters with marks that a text is written with, if marks are stacked on some of its lines: letters that stand in the other
/// lines more often than in those. None where no line has such marks.
pub(super) fn written(text: &str) -> Option<HashSet<char>> {
    let (mut stacked, mut counts) = (false, HashMap::new());
    for line in text.lines().filter(|line| !line.is_ascii()) {
        let marked = is_marked(line);
        stacked |= marked;
        // Cleaning may have left one mark a letter.
        let letters = line.chars().filter(|c| c.is_alphabetic()).count();
        let marked = marked || line.chars().filter(|c| base(*c).is_some()).count() * 5 >= letters * 2;
        for c in line.chars().filter(|c| base(*c).is_some()) {
            *counts.entry(c).or_insert(0_i64) += if marked { -2 } else { 1 };
        }
    }
    stacked.then(|| counts.into_iter().filter(|(_, count)| *count > 0).map(|(c, _)| c).collect())
}

/// The letter under the marks of `c`.
pub(super) fn base(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    first.filter(|first| *first != c && first.is_alphabetic())
}

/// The plain letter or digit under a styled one. The signs of ordinals and of footnotes are themselves.
pub(super) fn unstyled(c: char) -> Option<char> {
    if c <= '\u{ff}' {
        return None;
    }
    unicode::styled(c).map(|(plain, _)| plain).filter(|plain| plain.is_alphabetic() || c >= '\u{1d400}')
}

/// Whether the word that begins `rest` is read in `script` although letters of it are of another: beside its own, or all of them with
/// a twin there.
pub(super) fn is_disguised(rest: &str, script: Script) -> bool {
    // The half of the day is written so in many languages.
    let half = rest.get(..2).is_some_and(|word| word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm"));
    if half && !rest.get(2..).unwrap_or("").starts_with(char::is_alphabetic) {
        return false;
    }
    let (mut own, mut foreign, mut twins) = (false, 0, 0);
    for c in rest.chars().take_while(|c| c.is_alphabetic() || is_mark(*c)).filter(|c| c.is_alphabetic()) {
        if of_script(c, script) {
            own = true;
        } else {
            foreign += 1;
            twins += usize::from(twin(c, script).is_some());
        }
    }
    twins > 0 && (own || twins == foreign)
}

/// What the letter reads as in `script`.
pub(super) fn twin(c: char, script: Script) -> Option<char> {
    let foreign = !of_script(c, script) && matches!(unicode::script(c), Script::Latin | Script::Cyrillic | Script::Greek);
    unicode::lookalike_in(c, script).filter(|_| foreign).map(|twin| twin.target)
}

fn of_script(c: char, script: Script) -> bool {
    if c.is_ascii() { script == Script::Latin } else { unicode::script(c) == script }
}
