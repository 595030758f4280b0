//! What only all files together can tell: two names that look alike.

use std::collections::BTreeMap;

use regex::bytes::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization as _;

use super::Context;
use super::identifiers::{self, Identifier, LOOKALIKE_NAMES};
use super::issue::{Excerpt, Issue, Place, Severity};
use super::languages;
use super::places::Places;
use crate::escape;
use crate::rules::Certainty;
use crate::unicode::{self, Classes, Script};

/// The names of a repository that another may look like, by what they look like (UTS #39, skeleton).
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_look: BTreeMap<String, BTreeMap<String, Use>>,
}

/// Where a name is used first.
#[derive(Clone, Debug)]
struct Use {
    path: String,
    place: Place,
    line: Excerpt,
    source: crate::text::Span,
}

/// A look for ASCII names that one of these names reads as.
#[derive(Clone, Debug)]
pub struct Twins {
    words: Regex,
}

impl Names {
    /// Adds the names of a file. Files come in order, so that the first use is always the same.
    pub fn add(&mut self, path: &str, text: &str, names: &[Identifier]) {
        let mut places = Places::new(text);
        for identifier in names.iter().filter(|identifier| !is_key(&identifier.name)) {
            let place = places.at(identifier.span.start);
            let look = unicode_security::skeleton(&identifier.name).collect::<String>();
            let line_start = places.line_start();
            self.by_look.entry(look).or_default().entry(identifier.name.clone()).or_insert_with(|| {
                let rest = text.get(line_start..).unwrap_or_default();
                let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or_default();
                let end = (0..=line.len().min(200)).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0);
                let at = (identifier.span.start - line_start).min(end);
                let line = Excerpt {
                    text: line.get(..end).unwrap_or_default().trim_end().to_owned(),
                    at,
                    whole: (true, end == line.len()),
                };
                Use { path: path.to_owned(), place, line, source: identifier.span }
            });
        }
    }

    /// A look for the ASCII names that some of these read as from end to end; nothing where none does.
    pub fn twins(&self) -> Option<Twins> {
        let read = self.by_look.values().flat_map(BTreeMap::keys).filter_map(|name| ascii_twin(name));
        let words: Vec<String> = read.filter(|word| word.len() > 2).map(|word| regex::escape(&word)).collect();
        if words.is_empty() {
            return None;
        }
        let pattern = format!(r"(?-u:\b)(?:{})(?-u:\b)", words.join("|"));
        RegexBuilder::new(&pattern).size_limit(1 << 26).build().ok().map(|words| Twins { words })
    }

    /// The issues: of names that look alike, each but the one that comes first. `ascii` are names that [`Twins`] found.
    pub fn issues(&self, ascii: &BTreeMap<String, String>) -> Vec<Issue> {
        let mut issues = Vec::new();
        for names in self.by_look.values() {
            for (name, used) in names {
                let is_first = |at: &Use| (&at.path, at.place) < (&used.path, used.place);
                let other = names.iter().find(|(other, at)| {
                    *other != name && is_first(at) && !is_no_trap(name, other) && !is_same_name(name, used, other, at)
                });
                let twin = || ascii_twin(name).and_then(|word| ascii.get(&word).map(|path| (word, path.clone())));
                let found = other.map(|(other, at)| (other.clone(), format!("{}:{}", at.path, at.place.line))).or_else(twin);
                if let Some((other, place)) = found {
                    issues.push(issue(name, used, &other, &place));
                }
            }
        }
        issues.sort_by(|a, b| (&a.path, a.span).cmp(&(&b.path, b.span)));
        issues
    }
}

/// Whether it is rather the key of a table, or what a name cannot be: one letter, as `β` beside `ß`, or what begins with a digit.
fn is_key(name: &str) -> bool {
    let mut chars = name.chars();
    let first = chars.next();
    chars.next().is_none() || first.is_some_and(|c| unicode::classes(c).intersects(Classes::DIGIT) || c.is_numeric())
}

/// Whether two names that look alike fool nobody: they differ in the form of a sigma, or in ideographs, which are different words.
fn is_no_trap(a: &str, b: &str) -> bool {
    let fold = |c| if c == 'ς' { 'σ' } else { c };
    let is_ideograph = |c| unicode::script(c) == Script::Han;
    let is_same = |(a, b): (char, char)| fold(a) == fold(b) || is_ideograph(a) && is_ideograph(b);
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(is_same)
}

/// Whether both are one name to their compiler: Python and Julia compose names (`µs` with the sign, `μs` with the letter).
fn is_same_name(name: &str, used: &Use, other: &str, at: &Use) -> bool {
    let composes = |used: &Use| languages::of_file(&used.path, "").composes_names();
    composes(used) && composes(at) && name.nfkc().eq(other.nfkc())
}

/// The other name, within ASCII, that a name reads as.
fn ascii_twin(name: &str) -> Option<String> {
    identifiers::read_as_ascii(name).filter(|_| !name.is_ascii())
}

impl Twins {
    /// The ASCII names in a file that one of the names reads as.
    pub fn find(&self, bytes: &[u8]) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for word in self.words.find_iter(bytes) {
            let word = String::from_utf8_lossy(word.as_bytes()).into_owned();
            if !found.contains(&word) {
                found.push(word);
            }
        }
        found
    }
}

fn issue(name: &str, used: &Use, other: &str, place: &str) -> Issue {
    let message =
        format!("{} looks like {}, another name ({})", escape::quoted(name), escape::quoted(other), escape::line(place));
    let differing = |(place, (c, _)): (usize, (char, char))| super::Character {
        c,
        place: Place { line: used.place.line, column: used.place.column + place },
    };
    let pairs = name.chars().zip(other.chars().chain(std::iter::repeat('\0'))).enumerate().filter(|(_, (a, b))| a != b);
    let mut issue = Issue {
        path: used.path.clone(),
        rule: LOOKALIKE_NAMES,
        severity: Severity::Warning,
        certainty: Certainty::Likely,
        context: Context::Code,
        span: used.source,
        source: used.source,
        start: used.place,
        end: Place { line: used.place.line, column: used.place.column + name.chars().count() },
        text: name.to_owned(),
        message,
        evidence: "two names in code with the same skeleton (UTS #39)".to_owned(),
        fix: None,
        characters: pairs.map(differing).collect(),
        line: used.line.clone(),
        fingerprint: String::new(),
    };
    super::issue::number(&used.path, &used.line.text, std::slice::from_mut(&mut issue));
    issue
}
