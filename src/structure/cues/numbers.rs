//! The number of a post in its thread: "#12", "Reply #3 on:".
use super::{dates, words};
use crate::text::Span;

/// `#22006-09-01T16:07+00:00`: the number 2 and the moment.
pub(super) fn glued_moment(line: &str, part: Span) -> Option<(i64, Span)> {
    let said = part.of(line).strip_prefix('#')?;
    let month = said.find('-')?;
    let digits = month.checked_sub(4).filter(|n| (1..=6).contains(n))?;
    let moment = Span::new(part.end - said.len() + digits, part.end);
    (dates::find(moment.of(line))? == Span::new(0, moment.len())).then_some(())?;
    Some((said.get(..digits)?.parse().ok()?, moment))
}

/// `#12`, `Reply #3 on:`, `Post #4`.
pub(super) fn post_number(said: &str) -> Option<i64> {
    if !said.contains(['#', '№']) {
        return None;
    }
    let low = said.to_lowercase();
    let low = low.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '«' | '»' | ':' | '(' | ')' | '-' | '–' | '|' | '·' | '•' | ',')
    });
    let low = words::GLUE.iter().find_map(|glue| low.strip_suffix(glue)?.strip_suffix(' ')).unwrap_or(low);
    let rest = words::NUMBERED.iter().find_map(|word| low.strip_prefix(word)?.strip_prefix(' ')).unwrap_or(low);
    let digits = rest.strip_prefix(['#', '№'])?;
    let digits = digits.split(" of ").next().unwrap_or(digits).trim_end_matches('.').trim();
    digits.replace(',', "").parse().ok().filter(|_| digits.len() <= 9)
}

/// `#2` at the start of `part`, and what follows.
pub(super) fn lead_number(line: &str, part: Span) -> Option<(i64, Span)> {
    let said = part.of(line);
    let end = said.find(char::is_whitespace).unwrap_or(said.len());
    let number = post_number(said.get(..end)?)?;
    Some((number, Span::new(part.start + end, part.end)))
}
