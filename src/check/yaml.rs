//! Blanks of YAML that are none: before a key they are a part of it, behind its colon they make it none, and so they do with an item behind
//! its hyphen. Texts that go over several lines may have them.

use super::code::Seen;
use super::judge::Page;
use super::reasons::Reason;
use super::signs::blank;
use crate::text::Span;

/// What the next line goes on with.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    /// A block scalar, whose lines are indented by more than this.
    Block(usize),
    /// A scalar in such quotes.
    Quoted(char),
}

/// Blanks that are none, beside keys and items.
pub fn blanks(page: &Page<'_>, seen: &mut Vec<Seen>) {
    if page.language.id != "yaml" || !page.text.contains(blank) {
        return;
    }
    let mut start = 0;
    let mut open = Open::Nothing;
    for line in page.text.split_inclusive('\n') {
        open = match open {
            Open::Block(indent) if spaces(line) > indent || line.trim().is_empty() => open,
            Open::Quoted(quote) if closing(line, quote).is_none() => open,
            Open::Quoted(_) => Open::Nothing,
            Open::Nothing | Open::Block(_) => {
                for at in beside_names(line) {
                    let length = line.get(at..).and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8);
                    let span = Span::new(start + at, start + at + length);
                    seen.push(Seen { span, reason: Reason::BlankOfData, fix: Some(" ".to_owned()) });
                }
                opened(line)
            }
        };
        start += line.len();
    }
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Where such blanks stand on a line: before a key or an item, behind the colon of a key, behind the hyphen of an item.
fn beside_names(line: &str) -> Vec<usize> {
    let body = line.trim_start_matches(|c: char| matches!(c, ' ' | '\t') || blank(c));
    let indent = line.len() - body.len();
    let hyphen = body.strip_prefix('-');
    let item = hyphen.map_or(body, |item| item.trim_start_matches(|c: char| c == ' ' || blank(c)));
    let is_item = hyphen.is_some_and(|item| item.starts_with(' '));
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let key = item.find(|c| !is_key(c)).unwrap_or(item.len());
    let tail = item.get(key..).unwrap_or_default().strip_prefix(':').filter(|_| key > 0);
    let begins = |tail: &str| tail.trim_end().is_empty() || tail.starts_with([' ', '\t']) || tail.starts_with(blank);
    let before = if is_item || tail.is_some_and(begins) { 0..indent } else { 0..0 };
    // What looks like a word behind a hyphen is no item, or another word.
    let is_word = item.starts_with(|c: char| c.is_ascii_alphanumeric()) && line.chars().all(|c| c.is_ascii() || blank(c));
    let behind_hyphen = if hyphen.is_some() && is_word { indent + 1..line.len() - item.len() } else { 0..0 };
    let behind_colon = tail.filter(|tail| tail.starts_with(blank)).map(|tail| line.len() - tail.len());
    let blanks = |range: std::ops::Range<usize>| {
        let part = line.get(range.clone()).unwrap_or_default();
        part.char_indices().filter(|&(_, c)| blank(c)).map(move |(at, _)| range.start + at)
    };
    blanks(before).chain(blanks(behind_hyphen)).chain(behind_colon).collect()
}

/// What a line that begins outside of everything opens and does not close.
fn opened(line: &str) -> Open {
    let mut rest = line.trim_start_matches(' ');
    let mut indent = line.len() - rest.len();
    while let Some(item) = rest.strip_prefix("- ") {
        let item = item.trim_start_matches(' ');
        // An item that is a text has the hyphen for its parent, and one that is a map its key.
        if is_block(item) {
            return Open::Block(indent);
        }
        indent = line.len() - item.len();
        rest = item;
    }
    let quote = |text: &str| text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let is_open = |text: &str| quote(text).filter(|&quote| closing(text.get(1..).unwrap_or_default(), quote).is_none());
    if let Some(quote) = is_open(rest) {
        return Open::Quoted(quote);
    }
    let key = quote(rest).and_then(|quote| closing(rest.get(1..)?, quote)).map_or(0, |end| end + 1);
    let colon = rest.get(key..).and_then(|tail| tail.find(": ")).map_or(rest.len(), |at| key + at + 1);
    let value = rest.get(colon..).unwrap_or_default().trim_start();
    if is_block(value) {
        return Open::Block(indent);
    }
    is_open(without_properties(value)).map_or(Open::Nothing, Open::Quoted)
}

/// A value without its tag and its anchor: `!!str &name |`.
fn without_properties(mut value: &str) -> &str {
    while let Some((_, rest)) = value.split_once(' ').filter(|(word, _)| word.starts_with(['!', '&'])) {
        value = rest.trim_start();
    }
    value
}

/// Whether a value is the header of a block scalar: `|`, `>-`, `|2+ # why`.
fn is_block(value: &str) -> bool {
    let header = without_properties(value).split_once(" #").map_or(value, |(header, _)| header);
    let header = without_properties(header).trim_end();
    let indicators = header.strip_prefix(['|', '>']);
    indicators
        .is_some_and(|indicators| indicators.len() <= 2 && indicators.chars().all(|c| c.is_ascii_digit() || "+-".contains(c)))
}

/// Where the quote of a scalar stands that ends it.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_escaped =
            quote == '"' && c == '\\' || c == quote && quote == '\'' && chars.peek().is_some_and(|&(_, c)| c == quote);
        if is_escaped {
            chars.next();
        } else if c == quote {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_beside_keys_and_items() {
        assert_eq!(beside_names("\u{A0}key: x"), [0]);
        assert_eq!(beside_names("key:\u{A0}x"), [4]);
        assert_eq!(beside_names("- \u{A0}npm"), [2]);
        assert_eq!(beside_names("  -\u{A0}npm"), [3]);
        for line in ["a: \u{A0}%", "- «\u{A0}x\u{A0}»", "- a\u{A0}b", "-\u{A0}", "-\u{A0}é", "Note\u{A0}: x", "a\u{A0}b"] {
            assert_eq!(beside_names(line), [] as [usize; 0], "{line}");
        }
    }

    #[test]
    fn texts_of_several_lines() {
        let is = |line: &str, indent: usize| matches!(opened(line), Open::Block(parent) if parent == indent);
        assert!(is("a: |", 0) && is("  a: >-\n", 2) && is("a: |2- # why", 0) && is("a: !!str &b |\n", 0));
        assert!(is("- |", 0) && is("- a: |", 2) && is("  - - >", 4) && is("\"a b\": |", 0));
        assert!(!is("a: b |", 0) && !is("a: |b", 0));
        let is = |line: &str| matches!(opened(line), Open::Quoted(_));
        assert!(is("a: \"b\n") && is("- 'it''s\n") && is("- a: &x \"b\\\"\n") && is("'a\n"));
        assert!(!is("a: \"b\"\n") && !is("a: 'it''s'\n") && !is("\"a\": b\n") && !is("a: b\"c\n"));
    }
}
