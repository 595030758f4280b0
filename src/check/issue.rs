//! An issue: a finding that was judged by its use, with everything that a report needs.

use std::collections::HashMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Context;
use super::judge::Page;
use super::places::Places;
use crate::rules::Certainty;
use crate::text::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It hides, reorders or fools: no reader sees what a program reads.
    Error,
    /// Likely so.
    Warning,
    /// Worth knowing; never fails a run.
    Note,
}

impl Severity {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// Its name in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place in a text: both count from 1, columns in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A character that an issue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Character {
    /// The character.
    pub c: char,
    /// Where it stands.
    pub place: Place,
}

/// Something to report.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The file, with `/` between the parts of its name.
    pub path: String,
    /// The rule, or the check of this room, that saw it.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// In what it stands.
    pub context: Context,
    /// Where it stands in the text, in bytes.
    pub span: Span,
    /// Where it stands in the file, in bytes: the same but for a byte order mark and UTF-16.
    pub source: Span,
    /// Its first character.
    pub start: Place,
    /// Right behind its last character.
    pub end: Place,
    /// What stands there.
    pub text: String,
    /// What is wrong, in one sentence without raw hazards.
    pub message: String,
    /// What that rests on.
    pub evidence: String,
    /// What should stand in its place, where that is known.
    pub fix: Option<String>,
    /// The characters that matter, in order; the first dozens of them.
    pub characters: Vec<Character>,
    /// The line that it begins on, or the part of it around the issue.
    pub line: Excerpt,
    /// Who it is, whatever line it moves to.
    pub fingerprint: String,
}

/// A part of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, without its line end.
    pub text: String,
    /// The byte of it at which the issue begins.
    pub at: usize,
    /// Whether it begins and ends where the line does.
    pub whole: (bool, bool),
}

/// How much of a line is kept on each side of an issue, in bytes: a line may be the whole of a large file.
const AROUND: usize = 160;

/// How many characters of one issue are named with their places.
const NAMED: usize = 64;

/// An issue at `span`, with places and texts filled in.
pub fn at(page: &Page<'_>, places: &mut Places<'_>, span: Span, is_odd: impl Fn(usize, char) -> bool) -> Issue {
    let start = places.at(span.start);
    let line = excerpt(page.text, places.line_start(), span);
    let mut characters = Vec::new();
    for (at, c) in span.of(page.text).char_indices() {
        if is_odd(span.start + at, c) && characters.len() < NAMED {
            characters.push(Character { c, place: places.at(span.start + at) });
        }
    }
    let end = places.at(span.end);
    Issue {
        path: page.path.to_owned(),
        rule: "",
        severity: Severity::Error,
        certainty: Certainty::Certain,
        context: page.tokens.at(span.start).map_or(Context::Prose, |token| token.context),
        span,
        source: page.decoded.source_span(span),
        start,
        end,
        text: span.of(page.text).to_owned(),
        message: String::new(),
        evidence: String::new(),
        fix: None,
        characters,
        line,
        fingerprint: String::new(),
    }
}

fn excerpt(text: &str, line_start: usize, span: Span) -> Excerpt {
    let floor = |at: usize| (0..4).map(|back| at.saturating_sub(back)).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let from = floor(span.start.saturating_sub(AROUND)).max(line_start);
    let most = floor(text.len().min(span.end.min(span.start + AROUND) + AROUND));
    let tail = text.get(span.start..most).unwrap_or_default();
    let to = memchr::memchr(b'\n', tail.as_bytes()).map_or(most, |at| span.start + at);
    let is_end = to < most || to == text.len();
    let text = text.get(from..to).unwrap_or_default();
    Excerpt { text: text.trim_end_matches('\r').to_owned(), at: span.start - from, whole: (from == line_start, is_end) }
}

/// Gives each issue of a file its fingerprint: what and on which line of text, not where; equal ones are counted.
pub fn number(path: &str, text: &str, issues: &mut [Issue]) {
    let mut seen: HashMap<[u8; 8], u32> = HashMap::new();
    for issue in issues {
        let line = line_of(text, issue.span.start);
        let mut hash = Sha256::new();
        for part in [issue.rule, path, &issue.text] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        // Indentation may change when a line moves.
        for word in line.split_whitespace() {
            hash.update(word.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        let key = digest.first_chunk::<8>().copied().unwrap_or_default();
        let count = seen.entry(key).or_default();
        *count += 1;
        issue.fingerprint = format!("{:016x}:{count}", u64::from_be_bytes(key));
    }
}

/// The line that byte `at` stands on, as far as it counts for a fingerprint.
fn line_of(text: &str, at: usize) -> &str {
    const MOST: usize = 512;
    let floor = |at: usize| (0..4).map(|back| at.saturating_sub(back)).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (low, high) = (floor(at.saturating_sub(MOST)), floor(text.len().min(at + MOST)));
    let before = text.get(low..at).unwrap_or_default();
    let start = memchr::memrchr(b'\n', before.as_bytes()).map_or(low, |found| low + found + 1);
    let after = text.get(at..high).unwrap_or_default();
    let end = memchr::memchr(b'\n', after.as_bytes()).map_or(high, |found| at + found);
    text.get(start..end).unwrap_or_default()
}
