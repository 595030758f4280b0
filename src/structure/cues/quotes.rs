//! Marks and heads that say whose words follow: "Q:", "Ann said:", "Originally posted by Ann".
use super::{dates, is_name, names, words};
use crate::{
    text::Span,
    unicode::{self, Script},
};

/// The mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QaMark {
    pub asks: bool,
    /// Bytes of the mark with the space behind it.
    pub width: usize,
    /// It says which one: `Answer 2:`, "Second answer:".
    pub numbered: bool,
}

/// `Q:`, `A -`, `Question 3:` at the start of a line, or `Answer 3` as all of it.
pub(crate) fn qa_mark(line: &str, dotted: bool) -> Option<QaMark> {
    let head = line.get(..line.floor_char_boundary(40))?;
    let Some((at, sign)) = head.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '.' | ')')) else {
        return bare_mark(line);
    };
    // The longest mark is of three words with its number.
    if head.get(..at)?.bytes().filter(|b| *b == b' ').count() > 3 {
        return None;
    }
    let whole = head.get(..at)?.trim_matches(['*', ' ', '\u{a0}']);
    let whole = match lone_letter(whole) {
        Some((plain, number)) => plain.to_lowercase().chain(number.chars()).collect(),
        None => whole.to_lowercase(),
    };
    let word = whole.trim_end_matches(char::is_numeric).trim_end();
    let numbered = word.len() < whole.len();
    let (word, numbered) = ordinal(word).map_or((word, numbered), |word| (word, true));
    let asks = words::QUESTION_MARKS.contains(&word);
    if !asks && !words::ANSWER_MARKS.contains(&word) || word.is_empty() {
        return None;
    }
    // "A." and "a)" number a list far more often than they answer.
    if matches!(sign, '.' | ')')
        && !(word == "q" || dotted && sign == '.' && line.starts_with(char::is_uppercase) || word.chars().count() > 1)
    {
        return None;
    }
    let after = at + sign.len_utf8();
    let rest = line.get(after..)?;
    let text = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    Some(QaMark { asks, width: line.len() - text.len(), numbered })
}

/// What a mark of one letter reads as, where that letter is no mark: alone it is too little for the rules to repair it.
/// The number behind it stays.
fn lone_letter(mark: &str) -> Option<(char, &str)> {
    let mut chars = mark.chars();
    let c = chars.next()?;
    let number = Some(chars.as_str()).filter(|rest| rest.trim_start().chars().all(char::is_numeric))?;
    let marks = |c: char| {
        let low = c.to_lowercase().to_string();
        words::QUESTION_MARKS.contains(&low.as_str()) || words::ANSWER_MARKS.contains(&low.as_str())
    };
    let twin = |script| unicode::lookalike_in(c, script).map(|twin| twin.target);
    let plain = [unicode::styled(c).map(|(plain, _)| plain), twin(Script::Latin), twin(Script::Cyrillic)];
    plain.into_iter().flatten().find(|plain| !marks(c) && marks(*plain)).map(|plain| (plain, number))
}

/// The word beside "first", "second" …
fn ordinal(said: &str) -> Option<&str> {
    let (one, two) = said.split_once(' ')?;
    // The mark is looked for first: few lines have one.
    let marks = |word: &&str| words::QUESTION_MARKS.contains(word) || words::ANSWER_MARKS.contains(word);
    let counts = |word: &str| words::ORDINALS.split('|').any(|o| o == word);
    Some(two).filter(|w| marks(w) && counts(one)).or_else(|| Some(one).filter(|w| marks(w) && counts(two)))
}

/// A line that is a mark and a number, nothing else.
fn bare_mark(line: &str) -> Option<QaMark> {
    if line.len() > 40 || !line.ends_with(char::is_numeric) {
        return None;
    }
    let low = line.to_lowercase();
    let word = low.trim_end_matches(char::is_numeric).trim_end();
    let asks = words::QUESTION_MARKS.contains(&word);
    (word.len() > 2 && (asks || words::ANSWER_MARKS.contains(&word))).then_some(QaMark {
        asks,
        width: line.len(),
        numbered: true,
    })
}

/// `NAME said:` as a line of its own: the name.
pub(crate) fn quote_head(line: &str) -> Option<Span> {
    if line.len() > 120 {
        return None;
    }
    let bare = line.trim_end_matches(['↑', '»', ' ', '\u{a0}']);
    let body = bare.strip_suffix(':').or_else(|| bare.strip_suffix('：'))?.trim_end();
    // An arrow leads to what is quoted: "NAME: ↑".
    if line.ends_with('↑') && is_name(body) && !words::SAID.iter().any(|said| body.ends_with(said)) {
        return Some(Span::new(0, body.len()));
    }
    // "NAME said in TITLE:".
    let short = body.find(" said in ").and_then(|at| body.get(..at + " said".len()));
    let body = short.unwrap_or(body);
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
    // Two characters tell nearly all lines apart before the line is copied.
    let mut chars = line.chars().flat_map(char::to_lowercase);
    let (first, second) = (chars.next()?, chars.next()?);
    let begins = |lead: &&str| {
        let mut lead = lead.chars();
        lead.next() == Some(first) && lead.next() == Some(second)
    };
    if !words::QUOTED_FROM.iter().any(begins) {
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
            // "Quote from: NAME on DATE".
            let name = dates::find(name).map_or(name, |date| names::strip_glue(name, Span::new(0, date.start)).of(name));
            if is_name(name) {
                return Some(Span::new(start, start + name.len()));
            }
        }
    }
    None
}
