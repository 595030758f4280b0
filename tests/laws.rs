//! Laws that hold for every text, checked on texts made to break them.
//!
//! `cargo test --test laws` tries some hundred texts a law; `PROPTEST_CASES=10000 cargo test --release --test laws` is the
//! nightly length. `PROPTEST_RNG_SEED` makes the texts the same each time, as `scripts/test` has them. A text that broke a law once is kept in `tests/laws/regressions.txt` and tried first ever after.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a law that does not hold stops its test; these helpers stand outside the test functions"
)]

#[path = "laws/bytes.rs"]
mod bytes;
#[path = "laws/checks.rs"]
mod checks;
#[path = "laws/cleaning.rs"]
mod cleaning;
#[path = "laws/dates.rs"]
mod dates;
#[path = "laws/documents.rs"]
mod documents;
#[path = "laws/layouts.rs"]
mod layouts;
#[path = "laws/model.rs"]
mod model;
#[path = "laws/nasty.rs"]
mod nasty;
#[path = "laws/pages.rs"]
mod pages;
#[path = "laws/pieces.rs"]
mod pieces;
#[path = "laws/rows.rs"]
mod rows;
#[path = "laws/sections.rs"]
mod sections;
#[path = "laws/threads.rs"]
mod threads;
#[path = "laws/tracking.rs"]
mod tracking;

use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError};

/// As many cases as `PROPTEST_CASES` says (256 by default), and failures kept beside the laws.
fn config() -> Config {
    let kept = FileFailurePersistence::Direct(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/laws/regressions.txt"));
    Config { failure_persistence: Some(Box::new(kept)), ..Config::default() }
}

/// For laws whose every case is a lot of work.
fn fewer() -> Config {
    let config = config();
    Config { cases: (config.cases / 8).max(8), ..config }
}

/// A check as proptest wants it.
fn held(check: checks::Held) -> Result<(), TestCaseError> {
    check.map_err(TestCaseError::fail)
}
