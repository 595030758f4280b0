//! Lines of several cells, as tables are pasted: each is read by itself.
use super::{Cue, Reading, deeds::one};
use crate::text::Span;

/// Blanks that no words stand apart by.
const GAP: &str = "   ";

/// Who did what when. Cells of a table row are read one by one: a date may stand beside a fact about the member.
pub(super) fn deed(line: &str) -> Option<Reading> {
    let mut cells = line.split('\t').filter(|cell| !cell.trim().is_empty());
    if let (Some(first), Some(second)) = (cells.next(), cells.next()) {
        let lead = line.find(first).unwrap_or(0);
        let reading = cell(first).filter(|r| r.cue != Cue::Words);
        // The number in one cell, and the date in the next.
        if reading.is_some_and(|r| r.cue == Cue::PostNumber && r.date.is_none() && r.name.is_none())
            && let Some(dated) = one(second).filter(|r| r.date.is_some() && r.cue != Cue::Words)
        {
            let by = second_at(line, lead + first.len(), second);
            let (name, date) = (dated.name.map(|s| s.shifted(by)), dated.date.map(|s| s.shifted(by)));
            return reading.map(|r| Reading { name, date, ..r });
        }
        // "NAME <address>" in one cell, and the date in the next.
        if reading.is_none()
            && first.trim_end().ends_with('>')
            && let Some((name, address)) = first.split_once(" <")
            && address.contains('@')
            && let Some(dated) = one(second).filter(|r| r.cue == Cue::Date && r.name.is_none())
        {
            let by = second_at(line, lead + first.len(), second);
            return Some(Reading {
                name: Some(Span::new(lead, lead + name.len())),
                date: dated.date.map(|s| s.shifted(by)),
                ..dated
            });
        }
        return reading.map(|r| Reading { name: r.name.map(|s| s.shifted(lead)), date: r.date.map(|s| s.shifted(lead)), ..r });
    }
    cell(line)
}

/// Reads a cell, or what stands before a gap in it, where all of it says nothing: "Posted: DATE    Post subject: TITLE".
fn cell(said: &str) -> Option<Reading> {
    let whole = one(said);
    let first = said.trim_end().find(GAP).and_then(|at| said.get(..at)).filter(|first| !first.trim().is_empty());
    if let Some(first) = first.filter(|_| whole.is_none_or(|r| r.cue == Cue::Words)) {
        return one(first).filter(|r| r.date.is_some() && r.cue != Cue::Words).or(whole);
    }
    whole
}

/// Where the second cell of a row begins, behind `from`.
fn second_at(line: &str, from: usize, second: &str) -> usize {
    line.get(from..).and_then(|rest| rest.find(second)).map_or(from, |at| from + at)
}
