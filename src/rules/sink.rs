//! Where rules put what they see, and where it is decided which edits are made.

use super::{Certainty, Evidence, RuleId};
use crate::text::{Edit, Replacement, Span};

/// One thing that a rule saw, in the text that it was shown.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where, in bytes of that text.
    pub span: Span,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// What it rests on.
    pub evidence: Evidence,
    /// More to say than the evidence does, such as a decoded payload.
    pub detail: Option<Box<str>>,
    /// How many edits go with it.
    edits: usize,
}

impl Found {
    /// Whether the rule knows a repair.
    pub const fn has_fix(&self) -> bool {
        self.edits > 0
    }

    /// Whether it is applied at `level`.
    pub fn is_applied(&self, level: Certainty) -> bool {
        self.has_fix() && self.certainty <= level
    }
}

/// What one rule found in a text. Spans come in relative to the line at hand and are stored relative to the text.
#[derive(Debug)]
pub struct Sink {
    rule: RuleId,
    found: Vec<Found>,
    edits: Vec<Edit>,
    base: usize,
}

impl Sink {
    /// Room for what a spoofed page of text has, without growing step by step.
    const ROOM: usize = 256;

    /// An empty sink for what `rule` finds.
    pub(crate) fn new(rule: RuleId) -> Self {
        Self { rule, found: Vec::with_capacity(Self::ROOM), edits: Vec::with_capacity(Self::ROOM), base: 0 }
    }

    /// Says that spans from here on count from byte `base` of the text.
    pub(crate) const fn at_line(&mut self, base: usize) {
        self.base = base;
    }

    /// Something seen that has no repair.
    pub fn report(&mut self, span: Span, certainty: Certainty, evidence: Evidence) {
        let span = span.shifted(self.base);
        self.found.push(Found { span, certainty, evidence, detail: None, edits: 0 });
    }

    /// Something seen that is repaired by one replacement.
    pub fn replace(&mut self, span: Span, to: impl Into<Replacement>, certainty: Certainty, evidence: Evidence) {
        self.report(span, certainty, evidence);
        self.edit(span, to);
    }

    /// One more replacement for the last thing reported.
    pub fn edit(&mut self, span: Span, to: impl Into<Replacement>) {
        if let Some(last) = self.found.last_mut() {
            last.edits += 1;
            self.edits.push(Edit { span: span.shifted(self.base), to: to.into(), hands: self.rule.hands(last.certainty) });
        }
    }

    /// More to say about the last thing reported.
    pub fn detail(&mut self, detail: String) {
        if let Some(last) = self.found.last_mut() {
            last.detail = Some(detail.into());
        }
    }

    /// What was found, in the order of finding, and the edits of all that is applied at `level`, sorted and disjoint: where two
    /// overlap, the first stands.
    pub(crate) fn choose(self, level: Certainty) -> (Vec<Found>, Vec<Edit>) {
        let Self { found, mut edits, .. } = self;
        if !found.iter().all(|found| !found.has_fix() || found.is_applied(level)) {
            let applied = found.iter().flat_map(|found| std::iter::repeat_n(found.is_applied(level), found.edits));
            let mut applied = applied.collect::<Vec<_>>().into_iter();
            edits.retain(|_| applied.next().unwrap_or_default());
        }
        if !edits.is_sorted_by_key(|edit| edit.span.start) {
            edits.sort_by_key(|edit| edit.span.start);
        }
        let mut end = 0;
        edits.retain(|edit| {
            let fits = edit.span.start >= end;
            end = end.max(edit.span.end);
            fits
        });
        (found, edits)
    }
}

impl From<char> for Replacement {
    fn from(c: char) -> Self {
        Self::Char(c)
    }
}
