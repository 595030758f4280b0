//! A rule's own page of words, in fixed parts, from which `explain` and the tests are made.

/// What a rule says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// One line for tables: what it repairs.
    pub repairs: &'static str,
    /// One line for tables: what it leaves alone.
    pub leaves_alone: &'static str,
    /// What it finds, in full.
    pub finds: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// A text that it changes, and what that becomes; checked by a test.
    pub example: (&'static str, &'static str),
    /// What it leaves alone and why, in full.
    pub leaves: &'static str,
}
