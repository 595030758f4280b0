//! Hosts in addresses: `https://аррӏе.com`. Browsers show such a name in its encoded form, for the same reason (a label that reads as
//! Latin from end to end, below a domain that is Latin).

use super::code::Seen;
use super::identifiers;
use crate::rules::Certainty;
use crate::text::Span;

/// How many letters make a label that somebody reads as a word.
const SHORTEST: usize = 3;

/// How far the beginning of an address is looked for.
const LONGEST: usize = 256;

/// Labels of hosts whose letters are all twins of Latin ones, below an ASCII domain.
pub fn spoofed(text: &str, seen: &mut Vec<Seen>) {
    for dot in memchr::memchr_iter(b'.', text.as_bytes()) {
        let is_beyond = |at: usize| text.as_bytes().get(at).is_some_and(|byte| !byte.is_ascii());
        if !dot.checked_sub(1).is_some_and(is_beyond) {
            continue;
        }
        let from = (dot.saturating_sub(LONGEST)..dot).find(|&at| text.is_char_boundary(at)).unwrap_or(dot);
        let (head, tail) = (text.get(from..dot).unwrap_or_default(), text.get(dot + 1..).unwrap_or_default());
        let is_inside = |c: char| c.is_alphanumeric() || c == '-';
        let label = head.get(head.trim_end_matches(is_inside).len()..).unwrap_or_default();
        let before = head.trim_end_matches(|c| is_inside(c) || c == '.');
        let host = tail.get(..tail.find(|c| !is_inside(c) && c != '.').unwrap_or(tail.len())).unwrap_or_default();
        let domain = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
        let is_host = (before.ends_with("://") || before.ends_with('@')) && host.is_ascii() && domain.len() > 1;
        let is_word = label.chars().count() >= SHORTEST && !label.contains(|c: char| c.is_ascii_alphabetic());
        if let Some(read) = identifiers::read_as_ascii(label).filter(|_| is_host && is_word) {
            let span = Span::new(dot - label.len(), dot);
            let why = "a host whose letters are all twins of Latin ones, below a domain that is Latin";
            seen.push(Seen { span, rule: "lookalike", certainty: Certainty::Likely, why, fix: Some(read) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_twins() {
        let found = |text: &str| {
            let mut seen = Vec::new();
            spoofed(text, &mut seen);
            seen.iter().map(|seen| seen.span.of(text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("https://www.аррӏе.com/x, ann@соре.co.uk."), ["аррӏе", "соре"]);
        for genuine in ["https://пример.com", "https://сор.рф/", "файл сор.txt", "https://example.com/сор.html", "это сор.Then"]
        {
            assert_eq!(found(genuine), [] as [&str; 0], "{genuine}");
        }
    }
}
