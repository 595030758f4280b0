//! Where rules put what they see, and where it is decided which edits are made.

use super::{Certainty, Evidence, RuleId};
use crate::clean::Finding;
use crate::text::{Edit, Replacement, Span};

/// Room for what a page of text has.
const ROOM: usize = 256;

/// Room is made for a finding in so many bytes at first, and for no more than a few pages have.
const RARELY_CLOSER: usize = 8;

/// Room that may be taken at once: what comes later in a text is only guessed.
const MUCH_ROOM: usize = 1 << 17;

/// What one rule found in a text. Spans come in relative to the line at hand and are stored relative to the text.
#[derive(Debug)]
pub struct Sink {
    rule: RuleId,
    /// The weakest certainty whose edits are made.
    level: Certainty,
    /// Whether anybody will read what was found; else it is only counted, and nothing is kept but the edits that are made.
    is_told: bool,
    found: Vec<Finding>,
    edits: Vec<Edit>,
    /// How much was found.
    seen: usize,
    /// How sure the last thing reported is.
    certainty: Certainty,
    /// Whether some edits are of stretches, and stand for edits of their letters.
    is_by_letter: bool,
    base: usize,
    /// How long the text is, in bytes.
    len: usize,
}

/// What a rule found and what is done.
#[derive(Debug)]
pub(crate) struct Chosen {
    /// What was found, in the order of finding; its spans still those of the text that the rule was shown.
    pub found: Vec<Finding>,
    /// The edits of all that is applied, sorted and disjoint: where two overlap, the first stands.
    pub edits: Vec<Edit>,
    /// Whether edits of stretches stand for [edits of their letters](crate::text::Tracked::apply_by_letter).
    pub is_by_letter: bool,
}

impl Sink {
    /// An empty sink for what `rule` finds in a text of `len` bytes, of which the edits are made that are at least as sure as
    /// `level`. Where nobody is told of findings, they are not kept.
    pub(crate) fn new(rule: RuleId, len: usize, level: Certainty, is_told: bool) -> Self {
        let certainty = Certainty::default();
        Self { rule, level, is_told, found: Vec::new(), edits: Vec::new(), seen: 0, certainty, is_by_letter: false, base: 0, len }
    }

    /// Whether anybody will read what a finding rests on.
    pub(crate) const fn is_told(&self) -> bool {
        self.is_told
    }

    /// Says that spans from here on count from byte `base` of the text.
    pub(crate) fn at_line(&mut self, base: usize) {
        self.base = base;
        let rest = self.len.saturating_sub(base);
        make_room(&mut self.found, base, rest);
        make_room(&mut self.edits, base, rest);
    }

    /// How much was found so far.
    pub(crate) const fn seen(&self) -> usize {
        self.seen
    }

    /// Something seen that has no repair.
    #[inline]
    pub fn report(&mut self, span: Span, certainty: Certainty, evidence: Evidence) {
        self.see(1, certainty);
        if self.is_told {
            let source = span.shifted(self.base);
            self.found.push(Finding { rule: self.rule, source, certainty, evidence, detail: None, applied: false, edits: 0 });
        }
    }

    /// So many things seen, where nobody is told of them.
    #[inline]
    pub(crate) fn see(&mut self, count: usize, certainty: Certainty) {
        if self.seen == 0 {
            let room = (self.len / RARELY_CLOSER).min(4 * ROOM);
            self.edits.reserve(room);
            if self.is_told {
                self.found.reserve(room);
            }
        }
        self.seen += count;
        self.certainty = certainty;
    }

    /// Something seen that is repaired by one replacement.
    pub fn replace(&mut self, span: Span, to: impl Into<Replacement>, certainty: Certainty, evidence: Evidence) {
        self.report(span, certainty, evidence);
        self.edit(span, to);
    }

    /// One more replacement for the last thing reported.
    #[inline]
    pub fn edit(&mut self, span: Span, to: impl Into<Replacement>) {
        match self.found.last_mut() {
            Some(last) => last.edits += 1,
            None if self.is_told || self.seen == 0 || self.certainty > self.level => return,
            None => {}
        }
        self.edits.push(Edit { span: span.shifted(self.base), to: to.into(), hands: self.rule.hands(self.certainty) });
    }

    /// A stretch with some of its letters replaced by one letter each, where nobody is told of what was [seen](Self::see). It stands for
    /// an edit of each letter; a rule that says so makes no other edits than of single letters.
    pub(crate) fn put_letters(&mut self, span: Span, to: Box<str>) {
        debug_assert!(!self.is_told);
        self.is_by_letter = true;
        self.edit(span, to);
    }

    /// More to say about the last thing reported.
    pub fn detail(&mut self, detail: String) {
        if let Some(last) = self.found.last_mut() {
            last.detail = Some(Box::new(detail.into()));
        }
    }

    /// What was found, and the edits of it that are made.
    pub(crate) fn choose(self) -> Chosen {
        let Self { mut found, mut edits, level, is_by_letter, .. } = self;
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
        if !edits.is_sorted_by(|a, b| a.span.end <= b.span.start) {
            edits.sort_by_key(|edit| edit.span.start);
            let mut end = 0;
            edits.retain(|edit| {
                let fits = edit.span.start >= end;
                end = end.max(edit.span.end);
                fits
            });
        }
        Chosen { found, edits, is_by_letter }
    }
}

/// Room for as many as the rest of a text will have if it is like what is `done`. To grow step by step would move all of them
/// each time, to memory that is new to the process: that took a tenth of the time where every second word is repaired.
fn make_room<T>(list: &mut Vec<T>, done: usize, rest: usize) {
    if !list.is_empty() && list.capacity() - list.len() < ROOM / 4 {
        let expected = list.len().saturating_mul(rest) / done.max(1);
        list.reserve((expected + expected / 8).clamp(ROOM, MUCH_ROOM.max(2 * list.len())));
    }
}
