//! Text you can take at face value.
//!
//! Bytes go in; out come the words a reader *sees*, split into who said what under which heading, with every change explained
//! and reversible, and genuine text of every language left alone.
//!
//! ```
//! let options = unspoof::Options::default();
//! let cleaned = unspoof::clean("Plеasе сall thе оffiсе.", &options); // twelve of these letters are Cyrillic
//! assert_eq!(cleaned.text(), "Please call the office.");
//! assert_eq!(unspoof::clean("Пожалуйста, позвоните в офис.", &options).changes().count(), 0);
//! ```
//!
//! # The way of the data
//! ```text
//! bytes ─decode─▶ text ─┬▶ for rule in RULES:  find ─▶ choose ─▶ apply ─┐─▶ structure ─▶ Document ─▶ writers
//!                       └────────────────◀──────────────────────────────┘
//! ```
//! [`run`] is that line. [`clean`] is its middle, for text that needs no structure.

pub mod clean;
pub mod decode;
pub mod document;
pub mod error;
pub mod formats;
mod language;
pub mod lexis;
mod profile;
pub mod rules;
pub mod structure;
pub mod text;
pub mod unicode;
pub mod versions;

pub use clean::{Cleaned, Options, clean};
pub use document::{ChangeDetail, Document, Source};
pub use error::Error;

/// The whole way, from bytes to a document. Fails only on bytes that are no text, naming the byte.
pub fn run(source: &Source<'_>, options: &Options, detail: ChangeDetail) -> Result<Document, Error> {
    Ok(run_decoded(source, &decode::decode(source.bytes)?, options, detail))
}

/// The rest of the way, for a text that is decoded already, such as a JSON string ([`decode::Decoded::of_text`]).
pub fn run_decoded(source: &Source<'_>, decoded: &decode::Decoded<'_>, options: &Options, detail: ChangeDetail) -> Document {
    let cleaned = clean(&decoded.text, options);
    let tree = structure::parse(cleaned.text());
    Document::new(source, decoded, &cleaned, &tree, detail)
}
