//! Sequences that steer terminals, in comments: they hide the code beside them from who reads a file or a diff there. Strings are full of
//! them, and what a program prints is its own affair.

use super::code::Seen;
use super::judge::Page;
use super::reasons::Reason;
use super::tokens::{Context, Token};
use crate::text::Span;

/// What begins a sequence, in one character (ECMA-48).
const INTRODUCER: char = '\u{9B}';

/// Whether a text has any.
pub fn has_any(text: &str) -> bool {
    memchr::memchr(0x1B, text.as_bytes()).is_some() || memchr::memmem::find(text.as_bytes(), "\u{9B}".as_bytes()).is_some()
}

/// Sequences in a comment that move over what was shown, erase or conceal. Scripts of vim hold keys as they are typed.
pub fn hidden(token: Token, page: &Page<'_>, seen: &mut Vec<Seen>) {
    if page.language.id == "vim" {
        return;
    }
    let comment = token.span.of(page.text);
    for (at, c) in comment.char_indices().filter(|(_, c)| matches!(c, '\u{1B}' | '\u{9B}')) {
        if let Some((last, values, length)) = sequence(comment.get(at..).unwrap_or_default(), c)
            && (matches!(last, 'A'..='K' | 'S' | 'T' | 'f' | 's' | 'u') || conceals(last, values))
        {
            let span = Span::new(token.span.start + at, token.span.start + at + length);
            seen.push(Seen { span, reason: Reason::Hiding, fix: Some(String::new()) });
        }
    }
}

/// Sequences in a text for people that conceal what follows: recordings are full of others, and have no use for these.
pub fn concealed(page: &Page<'_>, seen: &mut Vec<Seen>) {
    if !page.language.is_words() {
        return;
    }
    for at in memchr::memmem::find_iter(page.text.as_bytes(), "\u{1B}[") {
        let rest = page.text.get(at..).unwrap_or_default();
        if let Some((last, values, length)) = sequence(rest, '\u{1B}')
            && conceals(last, values)
        {
            let span = Span::new(at, at + length);
            seen.push(Seen { span, reason: Reason::Concealing, fix: Some(String::new()) });
        }
    }
}

/// The first NUL in code or in a comment. A string may hold one, and a script of vim.
pub fn zero(page: &Page<'_>, seen: &mut Vec<Seen>) {
    if !page.language.may_have_code() || page.language.id == "vim" {
        return;
    }
    let is_bare = |at: &usize| page.tokens.at(*at).is_some_and(|token| matches!(token.context, Context::Code | Context::Comment));
    if let Some(at) = memchr::memchr_iter(0, page.text.as_bytes()).find(is_bare) {
        seen.push(Seen { span: Span::new(at, at + 1), reason: Reason::Zero, fix: None });
    }
}

/// Whether a sequence sets letters so that nobody sees them; a colour of some palette may have the same number.
fn conceals(last: char, values: &str) -> bool {
    let mut values = values.split(';');
    let mut found = false;
    while let Some(value) = values.next() {
        match (value, matches!(value, "38" | "48").then(|| values.next()).flatten()) {
            (_, Some("5")) => drop(values.next()),
            (_, Some("2")) => drop(values.nth(2)),
            (value, _) => found |= value == "8",
        }
    }
    last == 'm' && found
}

/// The last sign of the sequence that begins a text, what stands before it, and the length of all.
fn sequence(text: &str, c: char) -> Option<(char, &str, usize)> {
    let tail = text.get(c.len_utf8()..)?;
    let body = if c == INTRODUCER { tail } else { tail.strip_prefix('[')? };
    let length = body.bytes().take_while(|byte| matches!(byte, b'0'..=b'?')).count();
    let (values, rest) = body.split_at_checked(length)?;
    let last = rest.chars().next().filter(char::is_ascii_alphabetic)?;
    Some((last, values, text.len() - rest.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_conceals() {
        assert!(conceals('m', "8") && conceals('m', "1;8") && conceals('m', "38;5;1;8") && conceals('m', "38;2;0;0;0;8"));
        assert!(!conceals('m', "38;5;8") && !conceals('m', "48;2;8;8;8") && !conceals('m', "") && !conceals('K', "8"));
    }
}
