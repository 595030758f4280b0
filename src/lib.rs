//! Text you can take at face value.
//!
//! Bytes go in; out come the words a reader *sees*, split into who said what under which heading, with every change explained
//! and reversible, and genuine text of every language left alone.
//!
//! ```
//! let options = unspoof::Options::default();
//! let cleaned = unspoof::clean("Plеasе сall thе оffiсе.", &options); // seven of these letters are Cyrillic
//! assert_eq!(cleaned.text(), "Please call the office.");
//! assert_eq!(unspoof::clean("Пожалуйста, позвоните в офис.", &options).changes().count(), 0);
//! ```
//!
//! # The way of the data
//! ```text
//! bytes ─decode─▶ text ─┬▶ for rule in RULES:  find ─▶ choose ─▶ apply ─┐─▶ structure ─▶ Document ─▶ writers
//!                       └────────────────◀──────────────────────────────┘
//! ```
//! [`run`] is that line. [`clean()`] is its middle, for text that needs no structure.
//!
//! # Which function
//! * [`clean()`]: text to text. It borrows its input when nothing is wrong, and knows every change: what, where in both texts,
//!   by which rule, how sure, on what evidence.
//! * [`run`]: bytes to a [`Document`], which serialises to the JSON that the command line writes. [`document::JSON_SCHEMA`]
//!   describes it; [`formats::writers`] make Markdown, JSON-LD, or rows for a corpus or a retriever of it.
//! * [`run_decoded`]: the same for text that is decoded already, such as a string inside JSON.
//! * [`structure::parse`]: text to a tree of posts, sections and blocks, as spans. Clean the text first.
//! * [`decode::decode`]: bytes to text. UTF-8 and UTF-16 are read; other bytes are an error that names the first bad one.
//!   [`decode::decode_as`] reads legacy encodings as well, named by the caller or guessed.
//!
//! # Which rules
//! [`Options`] holds a set of rules and a level. The rules of the group [`Restore`](rules::Group::Restore) undo spoofing and
//! are meant never to touch genuine text; those of [`Tidy`](rules::Group::Tidy) normalise spaces, line ends and accents. A
//! finding that is less sure than the level is kept as a finding and changes nothing.
//!
//! ```
//! use unspoof::rules::{Certainty, Group, RuleSet};
//!
//! let options = unspoof::Options { rules: RuleSet::group(Group::Restore), level: Certainty::Certain };
//! let cleaned = unspoof::clean("fr\u{200B}ee\u{2003}beer", &options);
//! assert_eq!(cleaned.text(), "free\u{2003}beer"); // the space is `spaces`' business, which is not asked
//! let change = cleaned.changes().next().unwrap();
//! assert_eq!((change.from, change.to, change.source.start), ("\u{200B}", "", 2));
//! assert_eq!(change.rules[0].rule().id(), "invisible");
//! assert_eq!(cleaned.tracked().revert(), "fr\u{200B}ee\u{2003}beer");
//! ```
//!
//! # Offsets
//! All offsets count UTF-8 bytes and are half-open. Those of a [`Cleaned`] lie in the text it was made from and in the clean
//! text. Those of a [`Document`] lie in the clean text (`span`) and in the input *bytes* (`source`), whatever their encoding.
//!
//! # Errors
//! One type, [`Error`]; it names the byte, and the file and record where these are known. Cleaning and structure never fail,
//! and nothing in the library panics, prints, reads a clock or spawns a thread (but for the queue of `batch`).
//!
//! # Features
//! `cli` (on by default) is for the program. Libraries turn it off: `default-features = false`. `check` alone adds the module of
//! that name: source code, repositories, configuration files, reports. `records` adds [`formats`]`::records`: files of many texts,
//! packed ones too. `batch` adds the module of that name: many inputs into shards, on all cores. `arrow` adds [`formats`]`::arrow`:
//! columns of texts and documents; `parquet` the files of them.

#[cfg(feature = "batch")]
pub mod batch;
#[cfg(feature = "check")]
pub mod check;
pub mod clean;
pub mod decode;
pub mod document;
pub mod error;
pub mod escape;
pub mod formats;
mod language;
pub mod lexis;
pub mod markup;
mod profile;
pub mod rules;
pub mod structure;
pub mod text;
pub mod unicode;
pub mod versions;

pub use clean::{Cleaned, Options, clean, clean_text};
use document::Origin;
pub use document::{ChangeDetail, Document, Source};
pub use error::Error;
use markup::Markup;

/// The whole way, from bytes to a document. Bytes that are neither UTF-8 nor UTF-16 are read as an HTML page declares, or else by a
/// guess, of which the document warns. Fails only on bytes that are no text, naming the byte.
pub fn run(source: &Source<'_>, options: &Options, detail: ChangeDetail) -> Result<Document, Error> {
    Ok(run_decoded(source, &source.decode(decode::Charset::Guess)?, options, detail))
}

/// The rest of the way, for a text that is decoded already, such as a JSON string ([`decode::Decoded::of_text`]).
pub fn run_decoded(source: &Source<'_>, decoded: &decode::Decoded<'_>, options: &Options, detail: ChangeDetail) -> Document {
    let page = Markup::of_format(source.format).map(|markup| markup.read(&decoded.text));
    let cleaned = clean(page.as_ref().map_or(&decoded.text, |page| &page.text), options);
    let layout = page.as_ref().map(|page| page.layout.clone().moved(|span| cleaned.tracked().clean_span(span)));
    let tree = match &layout {
        None => structure::parse(cleaned.text()),
        Some(layout) => structure::parse_page(cleaned.text(), layout),
    };
    let origin = page.as_ref().zip(layout.as_ref()).map(|(page, layout)| Origin { map: &page.map, links: &layout.links });
    Document::new(source, decoded, origin, &cleaned, &tree, detail)
}
