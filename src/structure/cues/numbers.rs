//! Numbers of a line: counts, and the number of a post in its thread ("#12", "Reply #3 on:").
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
    if !said.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(number) = words::NUMBERED_BEHIND.iter().find_map(|tail| said.trim().strip_suffix(tail)) {
        let number = number.trim().trim_start_matches('第');
        return number.parse().ok().filter(|_| number.len() <= 5);
    }
    // Thai says "the …th" with the word.
    if let Some(number) = said.trim().strip_prefix("ความคิดเห็นที่ ") {
        // "1-1": the first one below the first.
        let number = number.split('-').next().unwrap_or(number);
        return number.parse().ok().filter(|_| number.len() <= 5);
    }
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

/// `#2` or `Comment 2` at the start of `part`, and what follows.
pub(super) fn lead_number(line: &str, part: Span) -> Option<(i64, Span)> {
    let said = part.of(line);
    let end = said.find(char::is_whitespace).unwrap_or(said.len());
    if let Some(number) = post_number(said.get(..end)?) {
        return Some((number, Span::new(part.start + end, part.end)));
    }
    let rest = said.get(end + 1..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest.get(..digits).filter(|_| (1..=5).contains(&digits))?.parse().ok()?;
    let behind = rest.get(digits..).filter(|behind| behind.starts_with(' '))?;
    let word = said.get(..end)?.to_lowercase();
    words::NUMBERED.contains(&&*word).then(|| (number, Span::new(part.end - behind.len(), part.end)))
}

/// The number of a line such as `1,204` or `12k`; thousands are written out.
pub(crate) fn bare_number(line: &str) -> Option<i64> {
    let digits = line.strip_prefix(['+', '-', '−']).unwrap_or(line);
    let mut all = digits.chars();
    if !digits.starts_with(|c: char| c.is_ascii_digit())
        || !all.all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'k' | 'K' | 'm' | 'M'))
    {
        return None;
    }
    let value = number_in(digits)?;
    Some(if digits.len() < line.len() && !line.starts_with('+') { -value } else { value })
}

/// The number of comments that a line counts: "all 5 comments", "3 Kommentare", "评论 (4)".
pub(crate) fn remarks_in(line: &str) -> Option<i64> {
    let mut before = "";
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•')).filter(|word| !word.is_empty()) {
        if before.starts_with(|c: char| c.is_ascii_digit()) && is_remark(word) {
            return bare_number(before);
        }
        before = word;
    }
    let (word, number) = line.split_once([' ', '(', '[', '（', ':'])?;
    let number = number.trim_matches([' ', '(', ')', '[', ']', '（', '）', ':', '：']);
    bare_number(number).filter(|_| is_remark(word))
}

/// Whether one of the words is the word for comments.
pub(crate) fn speaks_of_remarks(line: &str) -> bool {
    line.split_whitespace().any(is_remark)
}

fn is_remark(word: &str) -> bool {
    words::COMMENTS.contains(&&*word.to_lowercase())
}

/// The first number in a line.
pub(crate) fn number_in(line: &str) -> Option<i64> {
    let start = line.find(|c: char| c.is_ascii_digit())?;
    let rest = line.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
    let said = rest.get(..end)?.trim_end_matches([',', '.']);
    let thousand = rest.get(said.len()..).is_some_and(|t| t.starts_with(['k', 'K']));
    if thousand && let Ok(value) = said.replace(',', ".").parse::<f64>() {
        #[expect(clippy::cast_possible_truncation, reason = "a count with a 'k' is far below the limit; beyond it saturates")]
        return Some((value * 1000.0).round() as i64);
    }
    // A separator groups thousands only when three digits follow it; otherwise it is a fraction, which is no count.
    let mut groups = said.split([',', '.']);
    let mut digits = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let value: i64 = digits.parse().ok()?;
    let before = line.get(..start).unwrap_or("").trim_end();
    Some(if before.ends_with(['-', '−']) && before.chars().count() == 1 { -value } else { value })
}
