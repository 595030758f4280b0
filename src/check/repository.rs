//! What only all files together can tell: two names that look alike.

use std::collections::{BTreeMap, BTreeSet};

use regex::bytes::{Regex, RegexBuilder};
use unicode_normalization::UnicodeNormalization as _;

use super::Context;
use super::identifiers::{self, Identifier, LOOKALIKE_NAMES};
use super::issue::{Excerpt, Issue, Place, Severity};
use super::languages;
use super::places::Places;
use super::skeletons::{self, Words};
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
    /// The names within ASCII that it reads as, where its letters are of no language around it.
    readings: Vec<String>,
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
        let mut words = Words::new(text);
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
                let readings = readings(&identifier.name, path, &mut words);
                Use { path: path.to_owned(), place, line, source: identifier.span, readings }
            });
        }
    }

    /// A look for the ASCII names that some of these read as; nothing where none does.
    pub fn twins(&self) -> Option<Twins> {
        let read = self.by_look.values().flat_map(BTreeMap::values).flat_map(|used| &used.readings);
        let words: Vec<String> = read.filter(|word| word.len() > 2).map(|word| regex::escape(word)).collect();
        if words.is_empty() {
            return None;
        }
        let pattern = format!(r"(?-u:\b)(?:{})(?-u:\b)", words.join("|"));
        RegexBuilder::new(&pattern).size_limit(1 << 26).build().ok().map(|words| Twins { words })
    }

    /// The issues: of names that look alike, each but the one that comes first. `ascii` are names that [`Twins`] found.
    pub fn issues(&self, ascii: &BTreeMap<String, String>) -> Vec<Issue> {
        // A name that fools at all fools beside one of the first few; to compare each with all takes a time that grows with the square.
        const FEW: usize = 16;
        let mut issues = Vec::new();
        for names in self.by_look.values() {
            let mut in_order: Vec<(&String, &Use)> = names.iter().collect();
            in_order.sort_by_key(|(_, used)| (&used.path, used.place));
            let mut first: Vec<(Shape, &String, &Use)> = Vec::new();
            for (name, used) in in_order {
                let shape = shape(name);
                let is_trap = |(other, at): (&String, &Use)| !is_same_name(name, used, other, at);
                let is_other = |(own, other, at): &&(Shape, &String, &Use)| *own != shape && is_trap((other, at));
                let other = first
                    .iter()
                    .find(is_other)
                    .map(|(_, other, at)| ((*other).clone(), format!("{}:{}", at.path, at.place.line)));
                let twin = || used.readings.iter().find_map(|word| ascii.get(word).map(|path| (word.clone(), path.clone())));
                if let Some((other, place)) = other.or_else(twin) {
                    issues.push(issue(name, used, &other, &place, Context::Code));
                }
                if first.len() < FEW && first.iter().all(|(own, ..)| *own != shape) {
                    first.push((shape, name, used));
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

/// Of each letter its script, and the letter itself where readers of that script may take it for another.
type Shape = Vec<(Script, Option<char>)>;

/// A name by the letters that fool. Two names that look alike fool nobody if they differ in letters of one script, which its readers tell
/// apart (`Θα` and `θα`, vowels of Malayalam, ideographs). Letters of Latin are for so many languages that nobody reads them all.
fn shape(name: &str) -> Shape {
    let letter = |c: char| match unicode::script(c) {
        script @ (Script::Latin | Script::Common | Script::Inherited) => (script, Some(c)),
        script => (script, None),
    };
    name.chars().map(letter).collect()
}

/// Whether both are one name to their compiler: Python and Julia compose names (`µs` with the sign, `μs` with the letter).
fn is_same_name(name: &str, used: &Use, other: &str, at: &Use) -> bool {
    let composes = |used: &Use| languages::of_file(&used.path, "").composes_names();
    composes(used) && composes(at) && name.nfkc().eq(other.nfkc())
}

/// The names within ASCII that a name reads as: from end to end, or letter by letter where they are of no language around it. To a
/// compiler that composes names some are the same name.
fn readings(name: &str, path: &str, words: &mut Words<'_>) -> Vec<String> {
    let twin = identifiers::read_as_ascii(name).filter(|_| !name.is_ascii());
    let mut readings: Vec<String> = twin.into_iter().collect();
    const SHORTEST: usize = 4;
    let language = languages::of_file(path, "");
    if language.is_symbolic {
        return readings;
    }
    let composed = skeletons::composed(name).filter(|word| word.len() >= SHORTEST && skeletons::is_decorated(name));
    let is_composed = composed.is_some() && language.folds_names();
    let others = [skeletons::reading(name), composed.filter(|_| !is_composed)];
    if others.iter().any(Option::is_some) && !skeletons::is_symbolic(name) && words.are_foreign(name) {
        readings.extend(others.into_iter().flatten().filter(|_| !is_composed));
    }
    readings
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

/// The names of files that look like another one: letter by letter, or after canonical composition. Each folder is told once.
pub fn path_twins<'a>(paths: impl Iterator<Item = &'a str> + Clone) -> Vec<Issue> {
    let odd: Vec<&str> = paths.clone().filter(|path| !path.is_ascii()).collect();
    if odd.is_empty() {
        return Vec::new();
    }
    let prefixes =
        |path: &'a str| path.match_indices('/').map(|(at, _)| at).chain([path.len()]).filter_map(|end| path.get(..end));
    let all: BTreeSet<&str> = paths.flat_map(prefixes).collect();
    let mut composed: BTreeMap<String, &str> = BTreeMap::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut issues = Vec::new();
    for path in odd {
        for name in prefixes(path).filter(|name| !name.is_ascii()) {
            let first = *composed.entry(name.nfc().collect()).or_insert(name);
            let same = Some(first.to_owned()).filter(|first| first != name);
            let other = same.or_else(|| skeletons::reading(name).filter(|read| all.contains(&**read)));
            if let Some(other) = other
                && told.insert(name)
            {
                let place = Place { line: 1, column: 1 };
                let line = Excerpt { text: path.to_owned(), at: 0, whole: (true, true) };
                let source = crate::text::Span::new(0, name.len());
                let used = Use { path: path.to_owned(), place, line, source, readings: Vec::new() };
                issues.push(issue(name, &used, &other, "a file or a folder", Context::Path));
            }
        }
    }
    issues
}

fn issue(name: &str, used: &Use, other: &str, place: &str, context: Context) -> Issue {
    // What is composed otherwise is shown alike, so the marks are named.
    let is_composed = name.nfc().eq(other.nfc());
    let how = if is_composed { "; the letters are the same, and composed otherwise" } else { "" };
    let message =
        format!("{} looks like {}, another name ({}){how}", escape::quoted(name), escape::quoted(other), escape::line(place));
    let differing = |(place, (c, _)): (usize, (char, char))| super::Character {
        c,
        place: Place { line: used.place.line, column: used.place.column + place },
    };
    let is_other = |&(_, (a, b)): &(usize, (char, char))| if is_composed { !a.is_ascii() } else { a != b };
    let pairs = name.chars().zip(other.chars().chain(std::iter::repeat('\0'))).enumerate().filter(is_other);
    let mut issue = Issue {
        path: used.path.clone(),
        rule: LOOKALIKE_NAMES,
        severity: Severity::Warning,
        certainty: Certainty::Likely,
        context,
        span: used.source,
        source: used.source,
        start: used.place,
        end: Place { line: used.place.line, column: used.place.column + name.chars().count() },
        text: name.to_owned(),
        message,
        evidence: "two names with the same skeleton (UTS #39)".to_owned(),
        fix: None,
        characters: pairs.map(differing).collect(),
        line: used.line.clone(),
        fingerprint: String::new(),
    };
    super::issue::number(&used.path, &used.line.text, std::slice::from_mut(&mut issue));
    issue
}
