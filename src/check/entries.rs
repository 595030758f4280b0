//! Characters that nobody sees and that stand for themselves: what a regular expression looks for, a key of a keyboard map. To take one
//! out would change what a program does.

use super::judge::Page;
use super::tokens::Context;
use super::uses::{self, around};
use crate::escape;
use crate::text::Span;
use crate::unicode::{self, Classes};

/// How much of a line is looked at, in bytes.
const NEAR: usize = 200;

/// Whether a few characters that nobody sees stand alone: in a string, in a part of a regular expression, or in a field between tabs.
/// A letter that is not seen is a name, and never an entry.
pub fn is_alone(page: &Page<'_>, span: Span, context: Context) -> bool {
    const FEW: usize = 3;
    let shown = span.of(page.text);
    // Whoever looks for controls of direction lists all of them.
    let is_direction = |c: char| unicode::classes(c).intersects(Classes::BIDI | Classes::BIDI_MARK);
    let few = if shown.chars().all(is_direction) { 4 * FEW } else { FEW };
    let is_unseen = |c: char| !c.is_ascii() && escape::is_hazard(c) && !is_filler(c);
    if shown.chars().count() > few || !shown.chars().all(is_unseen) {
        return false;
    }
    let (head, tail) = line(page.text, span);
    is_part(page, span, head, tail)
        || is_in_regex(page, span)
        || is_value(page, head, tail)
        || is_in_brackets(head, tail, context)
        || is_field(head, tail) && (context != Context::Code || page.language.id == "vim")
        || uses::is_mention(page, span, context)
}

/// Whether it is all of a regular expression: what looks like the mark of a comment, and to take it out would make it one.
pub fn is_whole_regex(page: &Page<'_>, span: Span) -> bool {
    let (before, after) = uses::neighbours(page.text, span);
    let token = page.tokens.at(span.start).filter(|token| token.context == Context::String);
    let is_unseen = |c: char| !c.is_ascii() && escape::is_hazard(c);
    before == Some('/')
        && after == Some('/')
        && span.of(page.text).chars().all(is_unseen)
        && token.is_some_and(|token| token.span.start + 1 == span.start)
}

/// Whether it is looked for by a regular expression between slashes, and hides within no word of it.
fn is_in_regex(page: &Page<'_>, span: Span) -> bool {
    let token = page.tokens.at(span.start).filter(|token| token.context == Context::String);
    // At the edge of a word it is none of what is looked for: `/^admin\u{200B}$/`.
    let (before, after) = uses::neighbours(page.text, span);
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    token.is_some_and(|token| token.span.of(page.text).starts_with('/'))
        && !is_word(before)
        && !is_word(after)
        && !is_whole_regex(page, span)
}

/// Whether it is all of a value in data, or all of what TeX defines.
fn is_value(page: &Page<'_>, head: &str, tail: &str) -> bool {
    let (before, after) = (head.trim_end_matches(' '), tail.trim_start_matches(' '));
    match page.language.id {
        "yaml" => {
            (before.ends_with([':', '[', ',']) || before.trim_start() == "-")
                && (after.is_empty() || after.starts_with([',', ']']))
        }
        "perl" | "ruby" => head.ends_with('{') && tail.starts_with('}'),
        "tex" => head.ends_with('{') && tail.starts_with('}') || head.ends_with('`'),
        _ => false,
    }
}

/// A letter to compilers, and nothing to the eye.
pub const fn is_filler(c: char) -> bool {
    matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')
}

fn line(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = around(text, span, NEAR);
    (before.rsplit('\n').next().unwrap_or_default(), after.split('\n').next().unwrap_or_default().trim_end_matches('\r'))
}

/// Whether it is a whole part of a regular expression or of a substitution: `/x/`, `s/x/-/`, `s|a|x|`. Where a statement may begin, `/x/`
/// looks like the mark of a comment, and is none.
fn is_part(page: &Page<'_>, span: Span, head: &str, tail: &str) -> bool {
    let Some(mark) = head.chars().next_back().filter(|mark| matches!(mark, '/' | '|' | '#' | '!')) else { return false };
    if mark == '/' && is_expanded(head) && tail.starts_with(['/', '}', '+']) {
        return true;
    }
    // `s/x+//`
    if !tail.trim_start_matches(['+', '*', '?']).starts_with(mark) {
        return false;
    }
    let operands: Vec<&str> = head.split(mark).collect();
    let is_operator = |place: usize| {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let Some(at) = operands.len().checked_sub(place) else { return false };
        let before = operands.get(at).copied().unwrap_or_default();
        let stem = before.trim_end_matches(word);
        // In `/opt/s/` it is a folder.
        (at == 0 || !stem.is_empty()) && matches!(before.get(stem.len()..), Some("s" | "y" | "m" | "tr" | "qr"))
    };
    // A command of vim or sed may stand behind a range: `%s/`.
    if is_operator(2) || is_operator(3) {
        return true;
    }
    let before = head.strip_suffix(mark).unwrap_or_default().trim_end();
    // What is called at once may be there for its arguments: `(/x/.test(f()))`.
    let flags = |c: char| c.is_ascii_lowercase();
    let is_called = tail.strip_prefix(mark).is_some_and(|tail| tail.trim_start_matches(flags).starts_with('.'));
    mark == '/' && !is_called && before.ends_with(['(', ',', '=', ':', '[', '&', '|', '?', '~']) && is_string_or_code(page, span)
}

/// Whether a shell looks for what stands behind, in a parameter: `${NAME//x/y}`.
fn is_expanded(head: &str) -> bool {
    let name = head.rfind("${").and_then(|open| head.get(open + 2..)).unwrap_or_default().trim_end_matches('/');
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '*' | '!' | '[' | ']'))
}

fn is_string_or_code(page: &Page<'_>, span: Span) -> bool {
    page.tokens.at(span.start).is_some_and(|token| matches!(token.context, Context::Code | Context::String))
}

/// Whether it stands in a class of characters, between brackets that hold nothing else but escapes and ranges.
fn is_in_brackets(head: &str, tail: &str, context: Context) -> bool {
    let (Some(open), Some(close)) = (head.rfind('['), tail.find(']')) else { return false };
    let (Some(before), Some(after)) = (head.get(open + 1..), tail.get(..close)) else { return false };
    if before.contains(']') || after.contains('[') {
        return false;
    }
    let mut escaped = 0_u32;
    let is_sign = |c: char| {
        // `\\u200B`, `\\x{200B}`, `\\s`.
        escaped = if c == '\\' { 7 } else { escaped.saturating_sub(1) };
        let is_escaped = escaped > 0 && (c.is_ascii_alphanumeric() || matches!(c, '\\' | '{' | '}'));
        is_escaped || matches!(c, '-' | '^') || !c.is_ascii() && escape::is_hazard(c) && !is_filler(c)
    };
    let is_class = before.chars().chain(after.chars()).all(is_sign);
    is_class && (context == Context::String || head.get(..open).is_some_and(|head| head.contains('/')))
}

/// Whether it is a field of a line whose fields stand between tabs, as of a map of keys; and not the only one.
fn is_field(head: &str, tail: &str) -> bool {
    let has_words = |text: &str| text.chars().any(|c| !c.is_whitespace() && !unicode::classes(c).intersects(Classes::INVISIBLE));
    let begins = head.ends_with('\t') && has_words(head);
    let ends = tail.starts_with('\t') && has_words(tail);
    begins && (tail.is_empty() || tail.starts_with('\t')) || ends && (head.is_empty() || head.ends_with('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        assert!(is_field("B\t", "") && is_field("", "\tB") && is_field("a\t", "\tb"));
        assert!(!is_field("\t", "") && !is_field("B\t", " x") && !is_field("B ", "") && !is_field("", ""));
    }
}
