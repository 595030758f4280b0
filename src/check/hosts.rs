//! Hosts in addresses: `https://аррӏе.com`. Browsers show such a name in its encoded form, for the same reason (a label that reads as
//! Latin from end to end, below a domain that is Latin; letters of two scripts in one label). And signs that seem to end the host, or
//! to part it, and do not: `https://example.com∕x.evil.com`.

use super::code::Seen;
use super::identifiers;
use super::reasons::Reason;
use super::skeletons;
use crate::text::Span;
use crate::unicode::{self, Script};

/// How many letters make a label that somebody reads as a word.
const SHORTEST: usize = 3;

/// How far the beginning of an address is looked for, and how long a host may be.
const LONGEST: usize = 256;

/// Signs that read as the slash or the dot of an address.
pub const fn is_sign(c: char) -> bool {
    is_slash(c) || is_dot(c)
}

const fn is_slash(c: char) -> bool {
    matches!(c, '\u{2044}' | '\u{2215}' | '\u{29F8}' | '\u{FF0F}')
}

const fn is_dot(c: char) -> bool {
    matches!(c, '\u{3002}' | '\u{FF0E}' | '\u{FF61}')
}

/// What is wrong with hosts in a text.
pub fn spoofed(text: &str, seen: &mut Vec<Seen>) {
    twins(text, seen);
    for mark in memchr::memmem::find_iter(text.as_bytes(), "://") {
        let start = mark + "://".len();
        let end = (start..=text.len().min(start + LONGEST)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(start);
        let rest = text.get(start..end).unwrap_or_default();
        let is_end = |c: char| c.is_whitespace() || c.is_control() || "/?#\\\"'`<>()[]{}|,;".contains(c);
        let host = rest.get(..rest.find(is_end).unwrap_or(rest.len())).unwrap_or_default();
        if !host.is_ascii() {
            signs(host, start, seen);
            labels(host, start, seen);
        }
    }
}

/// Labels of hosts whose letters are all twins of Latin ones, below an ASCII domain.
fn twins(text: &str, seen: &mut Vec<Seen>) {
    for dot in memchr::memchr_iter(b'.', text.as_bytes()) {
        let is_beyond = |at: usize| text.as_bytes().get(at).is_some_and(|byte| !byte.is_ascii());
        if !dot.checked_sub(1).is_some_and(is_beyond) {
            continue;
        }
        let from = (dot.saturating_sub(LONGEST)..dot).find(|&at| text.is_char_boundary(at)).unwrap_or(dot);
        // No host is longer, and each dot of a long row asks.
        let till = text.ceil_char_boundary((dot + 1 + LONGEST).min(text.len()));
        let (head, tail) = (text.get(from..dot).unwrap_or_default(), text.get(dot + 1..till).unwrap_or_default());
        let is_inside = |c: char| c.is_alphanumeric() || c == '-';
        let label = head.get(head.trim_end_matches(is_inside).len()..).unwrap_or_default();
        let before = head.trim_end_matches(|c| is_inside(c) || c == '.');
        let host = tail.get(..tail.find(|c| !is_inside(c) && c != '.').unwrap_or(tail.len())).unwrap_or_default();
        let domain = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
        let is_host = (before.ends_with("://") || before.ends_with('@')) && host.is_ascii() && domain.len() > 1;
        let is_word = label.chars().count() >= SHORTEST && !label.contains(|c: char| c.is_ascii_alphabetic());
        if let Some(read) = identifiers::read_as_ascii(label).filter(|_| is_host && is_word) {
            let span = Span::new(dot - label.len(), dot);
            seen.push(Seen { span, reason: Reason::HostOfTwins, fix: Some(read) });
        }
    }
}

/// Signs that read as a slash behind a host, where the host goes on; and one that reads as the dot of a host that has no other.
fn signs(host: &str, start: usize, seen: &mut Vec<Seen>) {
    let is_name =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:@".contains(&byte));
    let slashes: Vec<(usize, char)> = host.char_indices().filter(|&(_, c)| is_slash(c)).collect();
    if let (Some(&(first, _)), Some(&(last, c))) = (slashes.first(), slashes.last()) {
        let (head, tail) = (host.get(..first).unwrap_or_default(), host.get(last + c.len_utf8()..).unwrap_or_default());
        if is_name(head) && head.contains('.') && tail.contains('.') && is_name(tail) {
            for (at, c) in slashes {
                let span = Span::new(start + at, start + at + c.len_utf8());
                seen.push(Seen { span, reason: Reason::EndOfHost, fix: None });
            }
        }
        return;
    }
    const LONGEST_DOMAIN: usize = 6;
    if let Some((at, c)) = host.char_indices().find(|&(_, c)| is_dot(c)) {
        let (head, tail) = (host.get(..at).unwrap_or_default(), host.get(at + c.len_utf8()..).unwrap_or_default());
        let is_domain = (2..=LONGEST_DOMAIN).contains(&tail.len()) && tail.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_name(head) && !head.contains('.') && is_domain {
            let span = Span::new(start + at, start + at + c.len_utf8());
            seen.push(Seen { span, reason: Reason::DotOfHost, fix: Some(".".to_owned()) });
        }
    }
}

/// Labels that mix ASCII with letters that read as such and are of another script, or of no language's spelling.
fn labels(host: &str, start: usize, seen: &mut Vec<Seen>) {
    let mut at = start;
    for label in host.split_inclusive('.') {
        let name = label.trim_end_matches('.');
        let is_odd = |c: char| !c.is_ascii() && (unicode::script(c) != Script::Latin || skeletons::is_rare(c));
        let is_ascii = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if name.len() > SHORTEST
            && name.contains(|c: char| c.is_ascii_alphabetic())
            && name.contains(is_odd)
            && name.chars().all(|c| is_ascii(c) || is_odd(c))
            && let Some(read) = skeletons::reading(name)
        {
            let span = Span::new(at, at + name.len());
            seen.push(Seen { span, reason: Reason::MixedHost, fix: Some(read) });
        }
        at += label.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut seen = Vec::new();
        spoofed(text, &mut seen);
        seen.iter().map(|seen| seen.span.of(text).to_owned()).collect()
    }

    #[test]
    fn labels_of_twins() {
        assert_eq!(found("https://www.аррӏе.com/x, ann@соре.co.uk."), ["аррӏе", "соре"]);
        for genuine in ["https://пример.com", "https://сор.рф/", "файл сор.txt", "https://example.com/сор.html", "это сор.Then"]
        {
            assert_eq!(found(genuine), [] as [&str; 0], "{genuine}");
        }
    }

    #[test]
    fn signs_and_letters_of_hosts() {
        assert_eq!(found("https://example.com\u{2215}a\u{2215}b.evil.com/x"), ["\u{2215}", "\u{2215}"]);
        assert_eq!(
            found("https://evil\u{3002}com and http://exampleЬ.com http://\u{261}oat.com"),
            ["\u{3002}", "exampleЬ", "\u{261}oat"]
        );
        for genuine in [
            "http://example.com\u{FF0F}http://example.org",
            "http://example.com\u{3002}Then",
            "https://münchen.de",
            "https://sınav.com",
            "https://例え.com",
        ] {
            assert_eq!(found(genuine), [] as [&str; 0], "{genuine}");
        }
    }
}
