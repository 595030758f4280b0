//! Reads one line for what it shows: a button, a counter, a date, who did what when. A line alone never makes a post;
//! `posts` and `threads` weigh the cues of all lines.
use super::{dates, vocabulary as words};
pub(crate) use super::vocabulary::Deed;
use crate::text::Span;
use std::{collections::HashMap, sync::LazyLock};

/// What a line is, as far as it can be told without its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Nothing: somebody's words, or a name.
    Words,
    Button,
    Counter,
    /// A number of votes.
    Tally,
    Accepted,
    Badge,
    Profile,
    Navigation,
    End,
    Expand,
    Header,
    /// A bare number.
    Number,
    /// `2 Answers`.
    AnswerCount,
    /// Who did what when, at least one of the latter two.
    Deed(Deed),
    /// A date and nothing else, perhaps with a post's number.
    Date,
    /// `#12`.
    PostNumber,
    /// `Profile photo for NAME`.
    Portrait,
    /// Stars, bullets, lines: nothing that can be read.
    Ornament,
}

/// A line read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub cue: Cue,
    /// The name, the date phrase: positions in the whole text.
    pub name: Option<Span>,
    pub date: Option<Span>,
    /// The number shown: answers, votes, or the post's place in the thread.
    pub number: Option<i64>,
}

/// Longest line, in bytes, that can be a cue. It bounds the work for a line.
const LONGEST: usize = 200;

static TABLE: LazyLock<HashMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (cue, phrases) in words::PHRASES {
        for phrase in phrases.split('|') {
            table.entry(phrase).or_insert(*cue);
        }
    }
    table
});

static VERBS: LazyLock<HashMap<&'static str, Deed>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (deed, phrases) in words::VERBS {
        for phrase in phrases.split('|') {
            table.entry(phrase).or_insert(*deed);
        }
    }
    table
});

/// Reads the line that stands at `span`.
pub(crate) fn read(text: &str, span: Span) -> Reading {
    let line = span.of(text);
    let plain = Reading { cue: Cue::Words, name: None, date: None, number: None };
    if line.len() > LONGEST {
        return plain;
    }
    if !line.chars().any(char::is_alphanumeric) {
        // Emoticons are said by people; what stands for itself without a letter is an ornament only when short or uniform.
        return Reading { cue: Cue::Ornament, ..plain };
    }
    let folded = fold(line);
    if let Some(cue) = TABLE.get(folded.as_str()) {
        let number = number_in(line);
        return Reading { cue: *cue, number, ..plain };
    }
    if let Some(cue) = TABLE.get(folded.trim_matches(['(', ')'])) {
        return Reading { cue: *cue, ..plain };
    }
    if all_buttons(&folded) {
        return Reading { cue: Cue::Button, ..plain };
    }
    if let Some(number) = bare_number(line) {
        return Reading { cue: Cue::Number, number: Some(number), ..plain };
    }
    if folded == "#" && line.len() <= 12 && !line.starts_with('#') {
        return Reading { cue: Cue::Number, ..plain };
    }
    if let Some(rest) = folded.strip_prefix("# ") {
        if words::ANSWER_COUNTS.split('|').any(|w| w == rest) {
            return Reading { cue: Cue::AnswerCount, number: number_in(line), ..plain };
        }
    } else if let Some(rest) = folded.strip_prefix('#')
        && words::ANSWER_COUNTS.split('|').any(|w| w == rest)
    {
        return Reading { cue: Cue::AnswerCount, number: number_in(line), ..plain };
    }
    if let Some(name) = portrait(line) {
        return Reading { cue: Cue::Portrait, name: Some(name.shifted(span.start)), ..plain };
    }
    if let Some(cue) = prefixed(&folded) {
        return Reading { cue, ..plain };
    }
    deed(line).map_or(plain, |r| Reading {
        name: r.name.map(|s| s.shifted(span.start)),
        date: r.date.map(|s| s.shifted(span.start)),
        ..r
    })
}

/// The line as the table spells it.
pub(crate) fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut in_number = false;
    for c in line.chars() {
        if c.is_ascii_digit() || in_number && matches!(c, '.' | ',' | 'k' | 'K' | 'm' | 'M' | '+') {
            if !in_number {
                out.push('#');
            }
            in_number = true;
            continue;
        }
        in_number = false;
        if c.is_whitespace() {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        } else {
            out.extend(c.to_lowercase().map(|c| if c == '’' { '\'' } else { c }));
        }
    }
    let inner = out.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '#' | '(' | ')'));
    inner.to_owned()
}

/// Whether the folded words are a key such as "joined".
pub(crate) fn is_profile(folded: &str) -> bool {
    TABLE.get(folded) == Some(&Cue::Profile)
}

/// The number of a line such as `1,204` or `12k`; thousands are written out.
pub(crate) fn bare_number(line: &str) -> Option<i64> {
    let digits = line.strip_prefix(['+', '-', '−']).unwrap_or(line);
    let mut all = digits.chars();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !all.all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'k' | 'K' | 'm' | 'M')) {
        return None;
    }
    let value = number_in(digits)?;
    Some(if digits.len() < line.len() && !line.starts_with('+') { -value } else { value })
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

/// Buttons side by side: "Save Share Reply Quote Like".
fn all_buttons(folded: &str) -> bool {
    let count = folded.split(' ').count();
    (2..=8).contains(&count) && folded.split(' ').all(|w| matches!(TABLE.get(w), Some(Cue::Button)))
}

fn portrait(line: &str) -> Option<Span> {
    for lead in ["Profile photo for ", "Profile picture of ", "Avatar of ", "Avatar for ", "User avatar for ", "Photo of "] {
        if let Some(name) = line.strip_prefix(lead) {
            return Some(Span::new(line.len() - name.len(), line.len()));
        }
    }
    None
}

/// Lines known by how they begin or end.
fn prefixed(folded: &str) -> Option<Cue> {
    const STARTS: &[(Cue, &[&str])] = &[
        (Cue::Counter, &["viewed #", "reactions: ", "reaction: ", "modified #", "active #", "last reply ", "zuletzt bearbeitet", "last edited", "last modified", "edited by ", "gefällt mir: ", "# gefällt ", "liked by ", "# people like", "# users like", "# member found", "thread starter ", "start date ", "similar threads", "# replies ", "# posts # posters", "read # times"]),
        (Cue::Navigation, &["you are not logged in", "you must be logged in", "you must log in", "for such more questions", "learn more about ", "sort by ", "sorted by", "go to page", "powered by ", "page # of #", "javascript is disabled", "not open for further", "share this answer", "tagged: "]),
        (Cue::End, &["you must log in or register", "please log in or register to", "not the answer you're looking for", "browse other questions", "not what you're looking for", "users browsing this", "powered by discourse"]),
    ];
    if folded.len() > 110 {
        return None;
    }
    for (cue, starts) in STARTS {
        if let Some(start) = starts.iter().find(|s| folded.starts_with(**s)) {
            // A full sentence that happens to begin so is somebody's words.
            let long_sentence = folded.len() > start.len() + 60;
            if !long_sentence || *cue == Cue::End {
                return Some(*cue);
            }
        }
    }
    if ["gold badge", "silver badge", "bronze badge"].iter().any(|b| folded.contains(b)) {
        return Some(Cue::Badge);
    }
    if folded == "spj#" || folded == "#spj#" {
        return Some(Cue::Navigation);
    }
    folded.ends_with(" gefällt das").then_some(Cue::Counter)
}

/// Who did what when.
fn deed(line: &str) -> Option<Reading> {
    let date = dates::find(line);
    let none = Reading { cue: Cue::Words, name: None, date, number: None };
    let (before, after) = match date {
        Some(d) => (Span::new(0, d.start), Span::new(d.end, line.len())),
        None => (Span::new(0, line.len()), Span::new(line.len(), line.len())),
    };
    let head = strip_glue(line, before);
    let mut tail = strip_glue(line, after);
    // Some pages print the age right behind the date.
    if dates::is_short_age(tail.of(line)) {
        tail = Span::new(tail.end, tail.end);
    }
    let (head, numbered) = match lead_number(line, head) {
        Some((number, rest)) if date.is_some() => (strip_glue(line, rest), Some(number)),
        _ => (head, None),
    };
    if let Some(number) = numbered
        && tail.is_empty()
        && (head.is_empty() || leading_verb(line, head).is_some_and(|(_, rest)| rest.is_empty()))
    {
        return Some(Reading { cue: Cue::PostNumber, number: Some(number), ..none });
    }
    if date.is_some() && head.is_empty() && tail.is_empty() {
        return Some(Reading { cue: Cue::Date, ..none });
    }
    if let Some(n) = post_number(head.of(line)).filter(|_| tail.is_empty() || date.is_none()) {
        return Some(Reading { cue: Cue::PostNumber, number: Some(n), ..none });
    }
    let bare = || bare_number(tail.of(line)).filter(|_| tail.len() <= 5 && !head.is_empty());
    if let Some(n) = post_number(tail.of(line)).or_else(bare).filter(|_| date.is_some()) {
        let name = (!head.is_empty() && is_name(head.of(line))).then_some(head);
        if head.is_empty() || name.is_some() {
            return Some(Reading { cue: Cue::PostNumber, name, number: Some(n), ..none });
        }
    }
    if let Some((kind, rest)) = leading_verb(line, head) {
        let by = by_name(line, tail).or_else(|| by_name(line, rest));
        let lone = rest.is_empty() || (date.is_some() && is_category(line, rest));
        let free = lone || by_name(line, rest).is_some();
        let bare_by = kind.1;
        if let Some(name) = by {
            if free || rest.len() <= 40 && date.is_some() {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(name), ..none });
            }
        } else if date.is_some() {
            if lone && tail.is_empty() {
                return Some(Reading { cue: Cue::Deed(kind.0), ..none });
            }
            // "by NAME, DATE", "Posted by NAME on DATE" are caught above when `by` follows; here the verb itself is "by".
            if bare_by && is_name(rest.of(line)) {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(rest), ..none });
            }
            if lone && is_category(line, tail) {
                return Some(Reading { cue: Cue::Deed(kind.0), ..none });
            }
        } else if bare_by && !rest.is_empty() && is_name(rest.of(line)) && rest.of(line).split_whitespace().count() <= 4 {
            return Some(Reading { cue: Cue::Deed(kind.0), name: Some(trim_points(line, rest)), ..none });
        } else if rest.is_empty() && !bare_by && kind.0 != Deed::Posted {
            return Some(Reading { cue: Cue::Deed(kind.0), ..none });
        }
    }
    // "Re: title by NAME: date", the name straight before the date.
    if date.is_some()
        && tail.of(line).trim_matches('*').is_empty()
        && let Some(at) = head.of(line).rfind(" by ")
    {
        let said = head.of(line).get(at + 4..).unwrap_or("");
        let bare = said.trim_end_matches([':', ' ']).split('(').next().unwrap_or("");
        if is_name(bare) && bare.split_whitespace().count() <= 3 && !head.of(line).contains(". ") {
            let start = head.start + at + 4;
            return Some(Reading { cue: Cue::Deed(Deed::Posted), name: Some(Span::new(start, start + bare.len())), ..none });
        }
    }
    if date.is_some()
        && let Some((kind, name)) = trailing_verb(line, head).or_else(|| trailing_verb(line, tail))
    {
        let other = if name.start < before.end { tail } else { head };
        if other.is_empty() {
            return Some(Reading { cue: Cue::Deed(kind), name: Some(name), ..none });
        }
    }
    // "NAME, DATE" or "NAME • DATE": weak, so only a short line whose date ends it.
    if date.is_some() && tail.is_empty() && is_name(head.of(line)) && line.chars().count() <= 70 {
        return Some(Reading { cue: Cue::Date, name: Some(head), ..none });
    }
    // "… · 5y": a title beside the name and an age.
    let age = line.rsplit(['·', '•']).next().unwrap_or("");
    let said = age.trim().strip_prefix("Updated ").unwrap_or(age.trim());
    if age.len() < line.len() && dates::is_short_age(said) {
        let start = line.len() - said.len();
        let date = Some(Span::new(start, line.len()));
        return Some(Reading { cue: Cue::Date, date, ..none });
    }
    if dates::is_short_age(line) && line.ends_with("ago") {
        return Some(Reading { cue: Cue::Date, date: Some(Span::new(0, line.len())), ..none });
    }
    // Words with a date in them: a by-line may use it.
    date.map(|_| none)
}

/// `#12`, `Reply #3 on:`, `Post #4`.
fn post_number(said: &str) -> Option<i64> {
    let low = said.to_lowercase();
    let low = low.trim_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '»' | ':' | '(' | ')' | '-' | '–' | '|' | '·' | '•' | ','));
    let low = low.strip_suffix(" on").unwrap_or(low);
    let rest = ["reply ", "post ", "antwort ", "beitrag ", "message ", "ответ ", "permalink "].iter().find_map(|p| low.strip_prefix(p)).unwrap_or(low);
    let digits = rest.strip_prefix(['#', '№'])?;
    let digits = digits.split(" of ").next().unwrap_or(digits).trim_end_matches('.').trim();
    digits.replace(',', "").parse().ok().filter(|_| digits.len() <= 9)
}

/// `#2` at the start of `part`, and what follows.
fn lead_number(line: &str, part: Span) -> Option<(i64, Span)> {
    let said = part.of(line);
    let end = said.find(char::is_whitespace).unwrap_or(said.len());
    let number = post_number(said.get(..end)?)?;
    Some((number, Span::new(part.start + end, part.end)))
}

/// The verb at the start of `part` and what follows it; the flag says that the verb is itself the word for "by".
fn leading_verb(line: &str, part: Span) -> Option<((Deed, bool), Span)> {
    let said = part.of(line);
    let low = said.to_lowercase();
    if low.len() != said.len() {
        return None;
    }
    // The longest phrase first: "a répondu", "last edited by".
    let ends = word_ends(&low);
    for end in ends.into_iter().rev() {
        let phrase = low.get(..end)?;
        if let Some(deed) = VERBS.get(phrase.trim_end_matches([':', ','])) {
            let rest = strip_glue(line, Span::new(part.start + end, part.end));
            let bare_by = words::BY.contains(&phrase.rsplit(' ').next().unwrap_or("").trim_end_matches(':'));
            return Some(((*deed, bare_by), rest));
        }
    }
    None
}

/// The verb at the end of `part`; before it stands the name.
fn trailing_verb(line: &str, part: Span) -> Option<(Deed, Span)> {
    let said = part.of(line);
    let low = said.to_lowercase();
    if low.len() != said.len() {
        return None;
    }
    let ends = word_ends(&low);
    for end in ends.iter().rev().skip(1).take(4) {
        let phrase = low.get(*end..)?.trim().trim_end_matches(':');
        if let Some(deed) = VERBS.get(phrase) {
            let name = strip_glue(line, Span::new(part.start, part.start + end));
            return (is_name(name.of(line)) && !words::BY.contains(&phrase)).then_some((*deed, name));
        }
    }
    None
}

fn word_ends(said: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = said.match_indices(' ').map(|(i, _)| i).take(6).collect();
    if ends.len() < 6 {
        ends.push(said.len());
    }
    ends
}

/// The name behind a word for "by" that begins `part` or stands in it.
fn by_name(line: &str, part: Span) -> Option<Span> {
    let said = part.of(line);
    let low = said.to_lowercase();
    if low.len() != said.len() {
        return None;
    }
    for by in words::BY {
        let at = if low.starts_with(by) && low.get(by.len()..).is_some_and(|r| r.starts_with([' ', ':'])) {
            Some(by.len())
        } else {
            low.find(&format!(" {by} ")).map(|i| i + by.len() + 2)
        };
        if let Some(at) = at {
            let name = strip_glue(line, Span::new(part.start + at, part.end));
            let name = trim_points(line, name);
            if is_name(name.of(line)) {
                return Some(name);
            }
        }
    }
    None
}

/// `NAME (500 points)` without the points.
fn trim_points(line: &str, name: Span) -> Span {
    let said = name.of(line);
    if let Some(open) = said.rfind(" (")
        && said.get(open..).is_some_and(|p| p.chars().any(|c| c.is_ascii_digit()))
    {
        return Span::new(name.start, name.start + open);
    }
    name
}

fn is_category(line: &str, part: Span) -> bool {
    part.of(line).chars().count() <= 40 && !part.of(line).contains(['.', '?', '!'])
}

/// Whether `said` can be a person's or an account's name.
pub(crate) fn is_name(said: &str) -> bool {
    let count = said.chars().count();
    (1..=40).contains(&count)
        && said.chars().any(char::is_alphanumeric)
        && said.split_whitespace().count() <= 5
        && !said.ends_with(['?', '!', ':', ',', ';'])
        && !said.contains(": ")
        && !said.contains("http")
}

/// `part` without white space, punctuation and small words at its ends.
fn strip_glue(line: &str, part: Span) -> Span {
    let (mut start, mut end) = (part.start, part.end);
    loop {
        let said = Span::new(start, end).of(line);
        let low = said.to_lowercase();
        let trimmed = said.trim_start().trim_start_matches([',', '|', '•', '·', '»', '«', '-', '–', '—', ':', '↑', '(', '/']);
        if trimmed.len() < said.len() {
            start = end - trimmed.len();
            continue;
        }
        let back = said.trim_end().trim_end_matches([',', '|', '•', '·', '»', '«', '-', '–', '—', ':', '↑', '/']);
        let back = if back.ends_with('(') { back.trim_end_matches('(') } else { back };
        let back = if back.ends_with(')') && !back.contains('(') { back.trim_end_matches(')') } else { back };
        if back.len() < said.len() {
            end = start + back.len();
            continue;
        }
        if low.len() == said.len() {
            let first = low.split_whitespace().next().unwrap_or("");
            let last = low.split_whitespace().next_back().unwrap_or("");
            if words::GLUE.contains(&last) && said.len() > last.len() {
                end -= last.len();
                continue;
            }
            if words::GLUE.contains(&first) && !matches!(first, "a" | "the" | "in" | "da" | "il" | "el" | "le") || low == first && words::GLUE.contains(&first) {
                start += first.len();
                continue;
            }
        }
        return Span::new(start, end.max(start));
    }
}

/// `Q:`, `A -`, `Question 3:` at the start of a line: whether it asks, and the bytes of the mark with the space behind it.
pub(crate) fn qa_mark(line: &str) -> Option<(bool, usize)> {
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
    if matches!(sign, '.' | ')') && !(matches!(word, "q") || word.chars().count() > 1) {
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
