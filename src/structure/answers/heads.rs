//! The line that asks, and lines that name who answers.
use crate::structure::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    shapes,
};
use std::collections::{HashMap, HashSet};

/// The name in "NAME, what he is".
pub(super) fn signer(line: &str) -> Option<&str> {
    line.split(',').next().filter(|name| cues::is_person(name, false))
}

/// Short lines with a number, folded, that stand there more than once and are no sentences: "0 like 0 dislike".
pub(super) fn counts(text: &str, lines: &[Line], readings: &[Reading]) -> HashSet<String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for (line, _) in lines.iter().zip(readings).filter(|(line, reading)| line.width <= 40 && reading.cue == Cue::Words) {
        let said = line.of(text);
        if said.starts_with(|c: char| c.is_ascii_digit()) && !shapes::ends_sentence(said) {
            *times.entry(cues::fold(said)).or_default() += 1;
        }
    }
    times.retain(|_, times| *times > 1);
    times.into_keys().collect()
}

/// The line that asks.
pub(super) fn title_line(text: &str, lines: &[Line], readings: &[Reading], end: usize, counted: bool) -> Option<usize> {
    let words = |i: &usize| readings.get(*i).is_some_and(|r| r.cue == Cue::Words);
    let asks =
        |i: &usize| lines.get(*i).is_some_and(|l| l.width >= 12 && l.of(text).contains(['?', '？', '؟', ';']) && l.width <= 300);
    let asked = (0..end).find(|i| readings.get(*i).is_some_and(|r| r.cue == Cue::Deed(Deed::Asked)));
    if let Some(asked) = asked {
        let before = (0..asked).rev().find(words);
        let body_after = (asked + 1..end).any(|i| words(&i) && lines.get(i).is_some_and(|l| l.width >= 25));
        if body_after && before.is_some() {
            return before;
        }
        return (0..asked).filter(words).find(asks).or_else(|| (0..asked).find(words)).or(before);
    }
    let first = (0..end).find(words);
    if counted { (0..end).filter(words).find(asks).or(first) } else { first }
}
