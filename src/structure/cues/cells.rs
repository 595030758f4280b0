//! Lines of several cells, as tables are pasted: each is read by itself.
use super::{Cue, Reading, deeds::one};
use crate::text::Span;

/// Who did what when. Cells of a table row are read one by one: a date may stand beside a fact about the member.
pub(super) fn deed(line: &str) -> Option<Reading> {
    let mut cells = line.split('\t').filter(|cell| !cell.trim().is_empty());
    if let (Some(first), Some(second)) = (cells.next(), cells.next()) {
        let lead = line.find(first).unwrap_or(0);
        let reading = one(first).filter(|r| r.cue != Cue::Words);
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
    one(line)
}

/// Where the second cell of a row begins, behind `from`.
fn second_at(line: &str, from: usize, second: &str) -> usize {
    line.get(from..).and_then(|rest| rest.find(second)).map_or(from, |at| from + at)
}
