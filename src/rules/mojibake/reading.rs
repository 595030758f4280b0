//! A line as it was meant, where one single-byte page was read as another.

use crate::lexis::{self, Hint};
use crate::rules::Fact;
use crate::text::Span;
use crate::unicode::Script;

/// What changes, and why.
pub struct Reading {
    /// What was taken for what.
    pub fact: Fact,
    /// Each character that changes, and what it was.
    pub letters: Vec<(Span, char)>,
    /// How much speaks for it, in nats: of two readings by the same means, the better one has more.
    pub nats: f32,
}

/// How likely a Latin word is, part by part where there is a sign in it, in nats.
pub fn nats(word: &str, hint: &Hint) -> f32 {
    let parts = word.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    parts.map(|part| lexis::weigh(part, Script::Latin, hint).nats).sum()
}
