//! BACKSPACE and DELETE that are no typing: formatted manuals, formats that have them as marks, patterns and tables.

use std::cell::OnceCell;

use memchr::memmem;

use super::issue::Severity;
use super::listed;
use super::tokens::Context;
use super::uses::around;
use crate::text::Span;

/// A text, and which of these controls it has many of: counted once, or texts full of them would take quadratic time.
pub struct Erasures<'a> {
    text: &'a str,
    many_backspaces: OnceCell<bool>,
    many_deletes_at_ends: OnceCell<bool>,
}

impl<'a> Erasures<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, many_backspaces: OnceCell::new(), many_deletes_at_ends: OnceCell::new() }
    }

    fn has_many_backspaces(&self) -> bool {
        *self.many_backspaces.get_or_init(|| is_many(self.text, "\u{8}"))
    }

    /// At an end of many lines, always at the same one.
    fn has_many_deletes_at_ends(&self) -> bool {
        let is_many = |mark: &&str| is_many(self.text, mark);
        *self.many_deletes_at_ends.get_or_init(|| ["\u{7F}\n", "\n\u{7F}", "\u{7F}\r\n"].iter().any(is_many))
    }
}

/// How bad the controls at a span are; nothing where they belong to a format.
pub fn severity(erasures: &Erasures<'_>, span: Span, context: Context) -> Option<Severity> {
    let text = erasures.text;
    if is_overstrike(erasures, span) || is_info(text, span) || is_mark(erasures, span) {
        return None;
    }
    let control = span.of(text).chars().next_back().map_or(0, char::len_utf8);
    let is_entry = listed::is_numbered_entry(text, Span::new(span.end - control, span.end));
    if is_entry || is_quoted(text, span) || context.is_source() && is_in_pattern(text, span) {
        return Some(Severity::Note);
    }
    // What deletes no letter hides nothing.
    let hides = span.of(text).chars().any(char::is_alphanumeric);
    Some(if hides { Severity::Error } else { Severity::Warning })
}

/// Whether it stands alone between two quotes of one kind: what it deletes is the first.
fn is_quoted(text: &str, span: Span) -> bool {
    let (_, after) = around(text, span, 1);
    let mut chars = span.of(text).chars();
    let quote = chars.next().filter(|c| matches!(c, '"' | '\'' | '`'));
    quote.is_some_and(|quote| chars.count() == 1 && after.starts_with(quote))
}

/// How often a mark stands in a text whose format has it.
const MANY: usize = 8;

fn is_many(text: &str, mark: &str) -> bool {
    memmem::find_iter(text.as_bytes(), mark).take(MANY).count() == MANY
}

/// Whether a letter is printed over itself or over a line, which is bold or underlined on paper: `N\u{8}N`, `_\u{8}x`. A formatted
/// manual does so with many.
fn is_overstrike(erasures: &Erasures<'_>, span: Span) -> bool {
    let text = erasures.text;
    let (before, after) = around(text, span, 4);
    let Some(struck) = span.of(text).strip_suffix('\u{8}') else { return false };
    // Printed several times over, the letters before the last are parts of the span, or issues of their own.
    let first = struck.chars().rfind(|&c| c != '\u{8}').or_else(|| before.chars().next_back());
    let pair = first.zip(after.chars().next());
    let is_pair = |(a, b)| a == b || a == '_' || b == '_' || matches!((a, b), ('+', 'o') | ('o', '+'));
    pair.is_some_and(is_pair) && erasures.has_many_backspaces()
}

/// Whether it belongs to a file of Info: an image, or a line of the table of tags, which has the offset behind a DELETE.
fn is_info(text: &str, span: Span) -> bool {
    const LONGEST: usize = 200;
    let (before, after) = around(text, span, LONGEST);
    if span.of(text).ends_with("\0\u{8}") || before.ends_with('\0') {
        return true;
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    let offset = after.split('\n').next().unwrap_or_default().trim_end();
    (line.starts_with("Node: ") || line.starts_with("Ref: "))
        && !offset.is_empty()
        && offset.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether DELETE is a mark of the format: it stands at an end of many lines.
fn is_mark(erasures: &Erasures<'_>, span: Span) -> bool {
    span.of(erasures.text).ends_with('\u{7F}') && erasures.has_many_deletes_at_ends()
}

/// Whether it stands in a pattern or in a table of characters: beside another control, a range, or an escape that is one.
fn is_in_pattern(text: &str, span: Span) -> bool {
    const NEAR: usize = 40;
    let (before, after) = around(text, span, NEAR);
    let is_other = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{8}' | '\u{7F}') || c == '-';
    let is_beside = |c: Option<char>| c.is_some_and(is_other);
    // What the control deletes is a part of the span.
    span.of(text).contains(is_other)
        || span.of(text) == "~\u{7F}" // the last two of ASCII, in a chart
        || is_beside(before.chars().next_back())
        || is_beside(after.chars().next())
        || ["\\x", "\\0-", "\\u00"].iter().any(|escape| before.contains(escape))
        || before.ends_with("s/") // of sed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_no_typing() {
        let of = |text: &str, context| {
            let at = text.find(['\u{8}', '\u{7F}']).unwrap();
            let start = text.get(..at).unwrap().char_indices().next_back().map_or(at, |(start, _)| start);
            severity(&Erasures::new(text), Span::new(start, at + 1), context)
        };
        assert_eq!(of(&"N\u{8}N".repeat(9), Context::Prose), None);
        assert_eq!(of(&"_\u{8}x".repeat(9), Context::Prose), None);
        assert_eq!(of("hel\u{8}lo", Context::Prose), Some(Severity::Error));
        assert_eq!(of("\0\u{8}[image src=\"a.png\"\0\u{8}]", Context::Prose), None);
        assert_eq!(of("Node: Top\u{7F}128\n", Context::Prose), None);
        assert_eq!(of(&"@\u{7F}\n".repeat(9), Context::Prose), None);
        assert_eq!(of("x = /[\\0-\\x1F\u{7F}]/", Context::String), Some(Severity::Note));
        assert_eq!(of("say hex\u{8}llo", Context::Prose), Some(Severity::Error));
        assert_eq!(of("// \u{8}", Context::Comment), Some(Severity::Warning));
        assert_eq!(of("0x7f, // \u{7F}", Context::Comment), Some(Severity::Note));
        assert_eq!(of("s = \"{|}~\u{7F}\u{C0}\"", Context::String), Some(Severity::Note));
    }
}
