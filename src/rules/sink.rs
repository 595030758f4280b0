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
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Found>,
    edits: Vec<Edit>,
    base: usize,
}

impl Sink {
    /// Says that spans from here on count from byte `base` of the text.
    pub(crate) const fn at_line(&mut self, base: usize) {
        self.base = base;
    }

    /// What was found, in the order of finding.
    pub(crate) fn found(&self) -> &[Found] {
        &self.found
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
            self.edits.push(Edit { span: span.shifted(self.base), to: to.into(), hands: Default::default() });
        }
    }

    /// More to say about the last thing reported.
    pub fn detail(&mut self, detail: String) {
        if let Some(last) = self.found.last_mut() {
            last.detail = Some(detail.into());
        }
    }

    /// The edits of all findings that are applied at `level`, sorted and disjoint: where two overlap, the first stands.
    pub(crate) fn choose(&self, rule: RuleId, level: Certainty) -> Vec<Edit> {
        let mut chosen = Vec::with_capacity(self.edits.len());
        let mut edits = self.edits.iter();
        for found in &self.found {
            let own = edits.by_ref().take(found.edits);
            if found.is_applied(level) {
                chosen.extend(own.map(|edit| Edit { hands: rule.hands(found.certainty), ..edit.clone() }));
            } else {
                own.for_each(drop);
            }
        }
        if !chosen.is_sorted_by_key(|edit| edit.span.start) {
            chosen.sort_by_key(|edit| edit.span.start);
        }
        let mut end = 0;
        chosen.retain(|edit| {
            let fits = edit.span.start >= end;
            end = end.max(edit.span.end);
            fits
        });
        chosen
    }
}

impl From<char> for Replacement {
    fn from(c: char) -> Self {
        Self::Char(c)
    }
}
