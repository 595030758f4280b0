//! The JSON shape: serialised, never read back. Apart from the core types, so that each can change without the other.

use serde::Serialize;

/// A whole document.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// [`SCHEMA`](super::SCHEMA).
    pub schema: &'static str,
    /// The row's own id, or one made from the bytes.
    pub id: String,
    /// What it was made from.
    pub source: SourceInfo,
    /// What it was made with.
    pub versions: Versions,
    /// The language of the text, where it is clear.
    pub language: Option<Language>,
    /// `qa`, `faq`, `forum`, `article`, `other`.
    pub kind: &'static str,
    /// The line that names the whole.
    pub title: Option<String>,
    /// The N of a line "N Answers".
    pub declared_answers: Option<u32>,
    /// How many answers there are.
    pub found_answers: u32,
    /// The whole clean text.
    pub text: String,
    /// Who said what, in the order of the text.
    pub posts: Vec<Post>,
    /// Where the text leads, for pages with markup.
    pub links: Vec<Link>,
    /// Page furniture and marks that belong to no post's words.
    pub dropped: Vec<Dropped>,
    /// What was changed.
    pub changes: Vec<Change>,
    /// What was seen and left alone.
    pub findings: Vec<FindingInfo>,
    /// What a reader should know of the document as a whole.
    pub warnings: Vec<Warning>,
}

/// A half-open range of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Offsets {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

/// What a document was made from.
#[derive(Clone, Debug, Serialize)]
pub struct SourceInfo {
    /// What the input is called.
    pub name: String,
    /// Its length in bytes.
    pub bytes: usize,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE`, or another name of the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// Whether it began with a byte order mark.
    pub bom: bool,
    /// The format it was read as.
    pub format: String,
    /// When it was captured, as the caller says.
    pub captured_at: Option<String>,
}

/// What a document was made with.
#[derive(Clone, Debug, Serialize)]
pub struct Versions {
    /// This program.
    pub unspoof: &'static str,
    /// The Unicode version of its own tables.
    pub unicode: String,
    /// A fingerprint of its tables: it changes when any of them does.
    pub data: &'static str,
}

/// A language and how sure that is.
#[derive(Clone, Debug, Serialize)]
pub struct Language {
    /// ISO 639-1 where there is one, else ISO 639-3.
    pub code: &'static str,
    /// 0 to 1, in hundredths.
    pub confidence: f64,
}

/// What one person said.
#[derive(Clone, Debug, Serialize)]
pub struct Post {
    /// Stable under edits elsewhere: made from the document's own id or name, the role, the words and the place among equals.
    pub id: String,
    /// `question`, `answer`, `comment`, `post`, `article`.
    pub role: &'static str,
    /// Its words: `text[span]` without what was dropped inside it, and with wrapped lines joined.
    pub text: String,
    /// Who said it.
    pub author: Option<String>,
    /// When.
    pub date: Option<DateInfo>,
    /// Votes.
    pub score: Option<i64>,
    /// Whether the page marks it as accepted.
    pub accepted: Option<bool>,
    /// What it answers or comments on: an index into `posts`.
    pub parent: Option<usize>,
    /// The language of its words, where it is clear.
    pub language: Option<Language>,
    /// Where it stands in `text`.
    pub span: Offsets,
    /// Where it stands in the input.
    pub source: Offsets,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A date as the page shows it, and what that can mean.
#[derive(Clone, Debug, Serialize)]
pub struct DateInfo {
    /// The phrase itself.
    pub raw: String,
    /// The first day, minute or second that it can mean, ISO 8601; null when that is not known.
    pub earliest: Option<String>,
    /// The last one, which belongs to it, whole.
    pub latest: Option<String>,
    /// The unit up to which it can be told: `year`, `month`, `day`, `minute` …; null when the phrase is not understood.
    pub precision: Option<&'static str>,
}

impl DateInfo {
    /// The date as one day or finer, where that is known.
    pub fn exact(&self) -> Option<&str> {
        self.earliest.as_deref().filter(|_| self.earliest == self.latest)
    }
}

/// A heading with what stands under it.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Null for what stands before the first heading.
    pub heading: Option<String>,
    /// 0 before the first heading, then from 1.
    pub level: u32,
    /// Its paragraphs, items …
    pub blocks: Vec<Block>,
}

/// A paragraph, an item …
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    /// `paragraph`, `item`, `code`, `quote`, `table`.
    pub r#type: &'static str,
    /// What stands before the colon of "Label: text", or who is quoted.
    pub label: Option<String>,
    /// Its words, without marks; hard-wrapped lines are joined.
    pub text: String,
    /// Where it stands in `text`.
    pub span: Offsets,
    /// Where it stands in the input.
    pub source: Offsets,
}

/// A link of the page.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// What can be clicked.
    pub text: String,
    /// Where it leads, as the page writes it.
    pub href: String,
    /// Where it stands in `text`.
    pub span: Offsets,
    /// Where it stands in the input.
    pub source: Offsets,
}

/// Something that belongs to no post's words.
#[derive(Clone, Debug, Serialize)]
pub struct Dropped {
    /// What it says.
    pub text: String,
    /// Why it was dropped.
    pub reason: &'static str,
    /// Where it stands in `text`.
    pub span: Offsets,
    /// Where it stands in the input.
    pub source: Offsets,
}

/// A change, or all changes of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// What stood in the input.
    pub from: String,
    /// What stands in `text`.
    pub to: String,
    /// The Unicode names of both, each with its characters joined by " + ".
    pub names: [String; 2],
    /// The first rule that had a hand.
    pub rule: &'static str,
    /// All rules that had a hand, in running order.
    pub rules: Vec<&'static str>,
    /// The weakest certainty among them.
    pub certainty: &'static str,
    /// What it rests on; of several changes, the first one's.
    pub evidence: String,
    /// More to say, such as a decoded payload.
    pub detail: Option<String>,
    /// How many changes of this kind there are; 1 in full detail.
    pub count: usize,
    /// Where in `text`; null in a summary.
    pub span: Option<Offsets>,
    /// Where in the input; null in a summary.
    pub source: Option<Offsets>,
}

/// Something that was seen and left alone.
#[derive(Clone, Debug, Serialize)]
pub struct FindingInfo {
    /// The rule that saw it.
    pub rule: &'static str,
    /// How sure it is.
    pub certainty: &'static str,
    /// What stands there.
    pub text: String,
    /// The Unicode names of its characters, joined by " + ".
    pub names: String,
    /// What it rests on.
    pub evidence: String,
    /// More to say.
    pub detail: Option<String>,
    /// Where in `text`.
    pub span: Offsets,
    /// Where in the input.
    pub source: Offsets,
}

/// What a reader should know of the document as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct Warning {
    /// Its kind: `answer_count_mismatch`, `encoding_guessed`, `encoding_not_reversible`.
    pub code: &'static str,
    /// In words.
    pub message: String,
}
