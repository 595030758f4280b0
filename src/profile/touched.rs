//! Which lines edits touch: only these are read again.

use memchr::{memchr, memrchr};

use crate::text::{Edit, Span};

/// Where edits will have touched a text.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    pub(super) stretches: Vec<Stretch>,
}

/// Whole lines that edits touch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// The lines as they were.
    pub lines: Span,
    /// How far what stands behind them has moved, by all edits so far.
    pub moved: isize,
}

impl Touched {
    /// By `edits` of `text`, which is not changed yet.
    pub fn by(edits: &[Edit], text: &str) -> Self {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut moved = 0;
        let mut end = 0;
        for edit in edits {
            // Nearly all edits stand within the lines of others. Their end is known: looking for it from each edit would be quadratic
            // in one long line.
            if edit.span.end < end {
                moved += longer_by(edit);
                continue;
            }
            stretches.last_mut().into_iter().for_each(|last| last.moved = moved);
            moved += longer_by(edit);
            match stretches.last_mut().filter(|last| edit.span.start <= last.lines.end) {
                Some(last) => last.lines.end = line_end(text, edit.span.end),
                None => {
                    let lines = Span::new(line_start(text, edit.span.start), line_end(text, edit.span.end));
                    match stretches.last_mut().filter(|last| last.lines.end == lines.start) {
                        // Lines in a row are read as one stretch, in blocks across their ends.
                        Some(last) => last.lines.end = lines.end,
                        None => stretches.push(Stretch { lines, moved }),
                    }
                }
            }
            end = stretches.last().map_or(0, |last| last.lines.end);
        }
        stretches.last_mut().into_iter().for_each(|last| last.moved = moved);
        Self { stretches }
    }
}

fn longer_by(edit: &Edit) -> isize {
    edit.to.len() as isize - edit.span.len() as isize
}

fn line_start(text: &str, at: usize) -> usize {
    memrchr(b'\n', text.as_bytes().get(..at).unwrap_or(&[])).map_or(0, |feed| feed + 1)
}

/// Just after the line feed at or behind `at`: an edit that ends with a line also touches the next one, which it may join.
fn line_end(text: &str, at: usize) -> usize {
    memchr(b'\n', text.as_bytes().get(at..).unwrap_or(&[])).map_or(text.len(), |feed| at + feed + 1)
}
