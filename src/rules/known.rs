//! How much of a stretch that was cut out of a text becomes what it becomes within the whole.

use std::cell::Cell;

use crate::text::{Edit, Span};

/// The longest character: what is looked at ends between two of them.
const CHARACTER: usize = 4;

/// The lines of the text at hand that are known to be, so far, what they would be within the whole text. They stand in a row.
/// A line is no longer known once a rule looked from it at something that is not known; nor are then the lines between it
/// and the end of the text that it looked towards.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Where they begin; nothing if the whole text begins where this one does, so that nothing is missed before it.
    start: Option<usize>,
    /// Where they end, in the same way.
    end: Option<usize>,
    /// What the rule at hand takes away from them. It is shown the text as it was before any of its edits.
    lost: Cell<Lost>,
    /// Whether the rule looked at anything but the text of the line at hand.
    looked_aside: Cell<bool>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Lost {
    up_to: usize,
    from: Option<usize>,
}

impl Known {
    /// All of a text of `len` bytes that misses something before it or behind it.
    pub fn of_part(len: usize, opens: bool, closes: bool) -> Self {
        Self { start: (!opens).then_some(0), end: (!closes).then_some(len), ..Self::default() }
    }

    /// A rule looks so many bytes beyond `line`, on both sides.
    pub fn look(&self, line: Span, reach: usize) {
        self.look_aside();
        let reach = reach + CHARACTER;
        let mut lost = self.lost.get();
        if self.start.is_some_and(|start| line.start < start + reach) {
            lost.up_to = lost.up_to.max(line.end);
        }
        if self.end.is_some_and(|end| line.end + reach > end) {
            lost.from = Some(lost.from.map_or(line.start, |from| from.min(line.start)));
        }
        self.lost.set(lost);
    }

    /// A rule looks at more than the text of its line.
    pub fn look_aside(&self) {
        self.looked_aside.set(true);
    }

    /// Whether a rule did so since this was asked last.
    pub fn has_looked_aside(&self) -> bool {
        self.looked_aside.take()
    }

    /// A rule is done, and `edits` are about to be made. Tells whether less is known than before.
    pub fn settle(&mut self, edits: &[Edit]) -> bool {
        let lost = self.lost.take();
        let start = self.start.map(|start| start.max(lost.up_to));
        let end = self.end.map(|end| end.min(lost.from.unwrap_or(end)));
        let is_less = (start, end) != (self.start, self.end);
        self.start = start.map(|at| moved(at, edits));
        self.end = end.map(|at| moved(at, edits));
        is_less
    }

    /// Whether all of `span` is known.
    pub fn holds(&self, span: Span) -> bool {
        self.start.is_none_or(|start| start <= span.start) && self.end.is_none_or(|end| span.end <= end)
    }
}

/// Where the line that begins at `at` begins after `edits`, none of which reaches over the end of a line.
fn moved(at: usize, edits: &[Edit]) -> usize {
    let before = edits.iter().take_while(|edit| edit.span.end <= at);
    before.fold(at, |at, edit| (at + edit.to.len()).saturating_sub(edit.span.len()))
}
