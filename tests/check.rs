//! `unspoof check`: what it must find, where exactly, and on what it must stay silent.
//!
//! Cases are data: `tests/check/cases/*.json`. In `finds`, `⟦…⟧` marks the very characters that an issue must cover; the marks are
//! no part of the text.
#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers stand outside the test functions; a failure is meant to stop the test, and what was skipped is said"
)]

#[path = "check/cases.rs"]
mod cases;
#[path = "check/ci.rs"]
mod ci;
#[path = "check/corpora.rs"]
mod corpora;
#[path = "check/folders.rs"]
mod folders;
#[path = "check/git.rs"]
mod git;
#[path = "check/laws.rs"]
mod laws;
#[path = "check/names.rs"]
mod names;
#[path = "check/readers.rs"]
mod readers;
#[path = "check/repository.rs"]
mod repository;
#[path = "check/trojan.rs"]
mod trojan;

use unspoof::check::{Checked, Settings, check};
use unspoof::decode::Decoded;

/// Checks a text under a name.
fn checked(file: &str, text: &str) -> Checked {
    check(file, &Decoded::of_text(text), &Settings::default())
}

/// A text with its marks taken out, and what they marked: first and last line and column, in code points from 1.
fn marked(text: &str) -> (String, Vec<[usize; 4]>) {
    let (mut plain, mut spans) = (String::new(), Vec::new());
    let (mut line, mut column, mut open) = (1, 1, [1, 1]);
    for c in text.chars() {
        match c {
            '⟦' => open = [line, column],
            '⟧' => spans.push([open[0], open[1], line, column]),
            c => {
                plain.push(c);
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
        }
    }
    (plain, spans)
}
