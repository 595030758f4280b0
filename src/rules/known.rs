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
    /// How far from the line at hand the rule looked, in bytes; nothing if at its text alone.
    reach: Cell<usize>,
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
        let reach = reach + CHARACTER;
        self.reach.set(self.reach.get().max(reach));
        let mut lost = self.lost.get();
        if self.start.is_some_and(|start| line.start < start + reach) {
            lost.up_to = lost.up_to.max(line.end);
        }
        if self.end.is_some_and(|end| line.end + reach > end) {
            lost.from = Some(lost.from.map_or(line.start, |from| from.min(line.start)));
        }
        self.lost.set(lost);
    }

    /// A rule looks at what was repaired in its line.
    pub fn look_at_repairs(&self) {
        self.reach.set(self.reach.get().max(1));
    }

    /// How far a rule looked beyond the text of its line since this was asked last, in bytes.
    pub fn take_reach(&self) -> usize {
        self.reach.take()
    }

    /// Whether nothing is missed before the text nor behind it.
    pub const fn is_whole(&self) -> bool {
        self.start.is_none() && self.end.is_none()
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
