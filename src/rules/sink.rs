//! Where rules put what they see, and where it is decided which edits are made.

use super::{Certainty, Evidence, RuleId};
use crate::clean::Finding;
use crate::text::{Edit, Replacement, Span};

/// What one rule found in a text. Spans come in relative to the line at hand and are stored relative to the text.
#[derive(Debug)]
pub struct Sink {
    rule: RuleId,
    found: Vec<Finding>,
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
        let source = span.shifted(self.base);
        self.found.push(Finding { rule: self.rule, source, certainty, evidence, detail: None, applied: false, edits: 0 });
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

    /// What was found, in the order of finding (its spans still those of the text that the rule was shown), and the edits of all
    /// that is applied at `level`, sorted and disjoint: where two overlap, the first stands.
    pub(crate) fn choose(self, level: Certainty) -> (Vec<Finding>, Vec<Edit>) {
        let Self { mut found, mut edits, .. } = self;
        let mut all = true;
        for finding in &mut found {
            finding.applied = finding.has_fix() && finding.certainty <= level;
            all &= finding.applied || !finding.has_fix();
        }
        if !all {
            let applied = found.iter().flat_map(|found| std::iter::repeat_n(found.applied, found.edits as usize));
            let mut applied = applied.collect::<Vec<_>>().into_iter();
            edits.retain(|_| applied.next().unwrap_or_default());
        }
        if !edits.is_sorted_by_key(|edit| edit.span.start) {
            edits.sort_by_key(|edit| edit.span.start);
        }
        if !edits.is_sorted_by(|a, b| a.span.end <= b.span.start) {
            let mut end = 0;
            edits.retain(|edit| {
                let fits = edit.span.start >= end;
                end = end.max(edit.span.end);
                fits
            });
        }
        (found, edits)
    }
}

impl From<char> for Replacement {
    fn from(c: char) -> Self {
        Self::Char(c)
    }
}
