//! A line as it was meant, where one single-byte page was read as another.

use crate::rules::Fact;
use crate::text::Span;

/// What changes, and why.
pub struct Reading {
    /// What was taken for what.
    pub fact: Fact,
    /// Each character that changes, and what it was.
    pub letters: Vec<(Span, char)>,
    /// How much speaks for it, in nats: of two readings by the same means, the better one has more.
    pub nats: f32,
}
