//! The result: `unspoof.document/1`.
//!
//! [`Document`] is the shape on the wire. It is built here from the core types, which know nothing of it: all keys are always
//! there, each with one type (null, never missing); names are snake_case; offsets are UTF-8 bytes, half-open, `span` in the
//! clean `text` and `source` in the input bytes. No clock, no path, no map order: the same bytes give the same document.

mod build;
mod changes;
mod wire;

pub use wire::{
    Block, Change, DateInfo, Document, Dropped, FindingInfo, Language, Link, Offsets, Post, Section, SourceInfo, Versions,
    Warning,
};

use crate::clean::Cleaned;
use crate::decode::{Charset, Decoded, decode_as};
use crate::error::Error;
use crate::markup::{self, Markup, TextMap};
use crate::structure::Tree;
pub use crate::structure::dates::Captured;

/// The schema's name, which stands first in every document.
pub const SCHEMA: &str = "unspoof.document/1";

/// The JSON Schema of [`Document`], as `unspoof schema` prints it.
pub const JSON_SCHEMA: &str = include_str!("../schema/document-1.schema.json");

/// How much a document says about what was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ChangeDetail {
    /// One entry for each kind of change, with a count.
    #[default]
    Summary,
    /// One entry for each change, with both spans: from it the input can be rebuilt byte for byte.
    Full,
    /// None.
    None,
}

impl ChangeDetail {
    /// Its name in `--changes`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Full => "full",
            Self::None => "none",
        }
    }
}

/// What a document is made from, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The document's own id, where the input has one; else one is made from the bytes.
    pub id: Option<&'a str>,
    /// What the input is called. Never a path of this machine.
    pub name: &'a str,
    /// The input's format: `text`, `jsonl`, or what names a [`Markup`]: `html`, `markdown`.
    pub format: &'a str,
    /// The bytes that the text was decoded from.
    pub bytes: &'a [u8],
    /// When the page was captured, where that is known: "2 days ago" means something only then.
    pub captured: Option<&'a Captured>,
}

impl<'a> Source<'a> {
    /// Its text. Where `charset` asks for a guess, what an HTML page declares is weighed first. Fails on bytes that are no text,
    /// naming the first bad one.
    pub fn decode(&self, charset: Charset) -> Result<Decoded<'a>, Error> {
        let asks = charset == Charset::Guess && self.format == Markup::Html.as_str();
        let declared = asks.then(|| markup::declared_encoding(self.bytes)).flatten();
        decode_as(self.bytes, declared.map_or(charset, Charset::Declared))
    }
}

/// What a marked-up page adds to its text.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// From the text to the decoded source.
    pub map: &'a TextMap,
    /// Where the clean text leads.
    pub links: &'a [markup::Link],
}

/// What was changed in a text that is its own input, as a document of it would say.
pub fn changes(cleaned: &Cleaned<'_>, detail: ChangeDetail) -> Vec<Change> {
    changes::of_text(cleaned, detail)
}

impl Document {
    /// Puts together what the rooms before have found.
    pub fn new(
        source: &Source<'_>,
        decoded: &Decoded<'_>,
        origin: Option<Origin<'_>>,
        cleaned: &Cleaned<'_>,
        tree: &Tree,
        detail: ChangeDetail,
    ) -> Self {
        build::document(source, decoded, origin, cleaned, tree, detail)
    }
}

/// Bytes in hexadecimal, as digests are told.
pub(crate) fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
