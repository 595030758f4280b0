//! Marks and heads that say whose words follow: "Q:", "Ann said:", "Originally posted by Ann".
use super::{is_name, words};
use crate::text::Span;

/// `Q:`, `A -`, `Question 3:` at the start of a line: whether it asks, and the bytes of the mark with the space behind it.
pub(crate) fn qa_mark(line: &str, dotted: bool) -> Option<(bool, usize)> {
    let head = line.get(..line.floor_char_boundary(40))?;
    let colon = head.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '.' | ')'))?;
    let (at, sign) = colon;
    let word = head.get(..at)?.trim_matches(['*', ' ', '\u{a0}']).to_lowercase();
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let asks = words::QUESTION_MARKS.contains(&word);
    if !asks && !words::ANSWER_MARKS.contains(&word) || word.is_empty() {
        return None;
    }
    // "A." and "a)" number a list far more often than they answer.
    if matches!(sign, '.' | ')')
        && !(word == "q" || word == "a" && dotted && sign == '.' && line.starts_with('A') || word.chars().count() > 1)
    {
        return None;
    }
    let after = at + sign.len_utf8();
    let rest = line.get(after..)?;
    let text = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    Some((asks, line.len() - text.len()))
}

/// `NAME said:` as a line of its own: the name.
pub(crate) fn quote_head(line: &str) -> Option<Span> {
    if line.len() > 120 {
        return None;
    }
    let bare = line.trim_end_matches(['↑', '»', ' ', '\u{a0}']);
    let body = bare.strip_suffix(':').or_else(|| bare.strip_suffix('：'))?.trim_end();
    for said in words::SAID {
        if let Some(name) = body.strip_suffix(said)
            && name.ends_with(' ')
            && is_name(name.trim())
        {
            return Some(Span::new(0, name.trim_end().len()));
        }
    }
    None
}

/// `Zitat von NAME`, `Originally Posted by NAME` as a line of its own: the name.
pub(crate) fn quoted_from(line: &str) -> Option<Span> {
    if line.len() > 120 {
        return None;
    }
    let low = line.to_lowercase();
    if low.len() != line.len() {
        return None;
    }
    for lead in words::QUOTED_FROM.iter().filter(|l| l.contains(' ')) {
        if let Some(rest) = low.strip_prefix(lead) {
            let start = line.len() - rest.trim_start_matches([':', ' ']).len();
            let name = line.get(start..)?.trim_end_matches([':', ' ', '↑', '»']);
            if is_name(name) {
                return Some(Span::new(start, start + name.len()));
            }
        }
    }
    None
}
