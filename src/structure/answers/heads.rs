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

/// Whether no count parts the answers from the question, "asked by" stands above the text of the question, and text without a
/// line below that signs it follows the last "answered by": so that one stands above its text as well.
pub(super) fn asks_above(
    text: &str,
    lines: &[Line],
    readings: &[Reading],
    count: Option<usize>,
    last_deed: Option<usize>,
) -> bool {
    let cue = |i: usize| readings.get(i).map_or(Cue::Words, |r| r.cue);
    let is_prose = |i: &usize| {
        let said = lines.get(*i).map_or("", |l| l.of(text));
        cue(*i) == Cue::Words && said.len() >= 20 && shapes::ends_sentence(said)
    };
    let find = |deed: Deed| (0..lines.len()).find(|i| cue(*i) == Cue::Deed(deed));
    let (Some(asked), Some(answered), Some(last)) = (find(Deed::Asked), find(Deed::Answered), last_deed) else { return false };
    let titled = asked.checked_sub(1).and_then(|i| lines.get(i)).is_some_and(|l| shapes::asks(l.of(text)));
    let below = lines.len().min(last + 2);
    count.is_none()
        && titled
        && cue(last) == Cue::Deed(Deed::Answered)
        && (asked + 1..answered).any(|i| is_prose(&i))
        && (last + 1..below).any(|i| is_prose(&i))
}

/// Whether several dates behind the line `from` have a button or a count straight below and none above.
pub(super) fn dates_below(readings: &[Reading], from: usize) -> bool {
    let cue = |i: usize| readings.get(i).map_or(Cue::End, |r| r.cue);
    let posted = |i: &usize| cue(*i) == Cue::Deed(Deed::Posted) && readings.get(*i).is_some_and(|r| r.date.is_some());
    let closes = |i: usize| matches!(cue(i + 1), Cue::Button | Cue::Counter | Cue::Tally | Cue::Number | Cue::Expand | Cue::End);
    let dates = || (from + 1..readings.len()).filter(posted);
    dates().take(2).count() > 1 && dates().all(|i| closes(i) && i > 1 && cue(i - 1) == Cue::Words && cue(i - 2) == Cue::Words)
}

/// The name above "@ann", near above the line that asks.
pub(super) fn handled_above(text: &str, lines: &[Line], title: usize) -> Option<crate::text::Span> {
    let said = |i: usize| lines.get(i).map_or("", |l| l.of(text));
    let at = (title.saturating_sub(6).max(1)..title).find(|i| super::reader::is_handle(said(*i)))?;
    lines.get(at - 1).map(|l| l.span).filter(|name| cues::is_name(name.of(text)))
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
        // Between the words of a question and who asked it stand its tags.
        let tagged = before.is_some_and(|i| lines.get(i).is_some_and(|l| super::reader::is_tag(l.of(text))));
        if body_after && before.is_some() && !tagged {
            return before;
        }
        return (0..asked).filter(words).find(asks).or_else(|| (0..asked).find(words)).or(before);
    }
    let first = (0..end).find(words);
    if counted { (0..end).filter(words).find(asks).or(first) } else { first }
}
