//! What documents are written as is what its readers expect: held against rules of the formats, and against the libraries
//! themselves.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect; helpers stand outside the test functions"
)]

#[path = "writers/libraries.rs"]
mod libraries;
#[path = "writers/markdown.rs"]
mod markdown;
#[path = "laws/nasty.rs"]
#[allow(dead_code, reason = "the laws use the rest")]
mod nasty;
#[path = "writers/rules.rs"]
mod rules;
#[path = "writers/texts.rs"]
mod texts;

use serde_json::Value;
use unspoof::decode::Decoded;
use unspoof::document::Captured;
use unspoof::formats::writers::{Form, Writer};
use unspoof::{ChangeDetail, Document, Options, Source, run_decoded};

/// The document of `text`, captured on a known day.
fn document(text: &str) -> Document {
    let captured: Captured = "2026-11-25".parse().unwrap();
    let source = Source { id: None, name: "page.txt", format: "text", bytes: text.as_bytes(), captured: Some(&captured) };
    run_decoded(&source, &Decoded::of_text(text), &Options::default(), ChangeDetail::None)
}

fn written(document: &Document, name: &str) -> String {
    String::from_utf8(Writer::named(name).unwrap().write(document, Form::Line).unwrap()).unwrap()
}

/// The rows that a writer makes of `document`.
fn rows(document: &Document, name: &str) -> Vec<Value> {
    written(document, name).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
