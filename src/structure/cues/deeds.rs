//! Who did what when, read from one line: "answered 2 years ago by Ann", "Ann, 3 May 2019", "#4 · 3 May 2019".
use super::{Cue, Deed, Reading, bare_number, dates, table::Table, words};
use crate::text::Span;
use std::sync::LazyLock;

static VERBS: LazyLock<Table<Deed>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (deed, phrases) in words::VERBS {
        for phrase in phrases.split('|') {
            table.entry(phrase).or_insert(*deed);
        }
    }
    table
});

/// First letters of the verbs: most lines begin with another.
static VERB_STARTS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut starts: Vec<char> = VERBS.keys().filter_map(|phrase| phrase.chars().next()).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
});

/// Who did what when. Cells of a table row are read one by one: a date may stand beside a fact about the member.
pub(super) fn deed(line: &str) -> Option<Reading> {
    let mut cells = line.split('\t').filter(|cell| !cell.trim().is_empty());
    if let (Some(first), Some(_)) = (cells.next(), cells.next()) {
        let lead = line.find(first).unwrap_or(0);
        return one(first).filter(|r| r.cue != Cue::Words).map(|r| Reading {
            name: r.name.map(|s| s.shifted(lead)),
            date: r.date.map(|s| s.shifted(lead)),
            ..r
        });
    }
    one(line)
}

fn one(line: &str) -> Option<Reading> {
    let date = dates::find(line);
    let none = Reading { cue: Cue::Words, name: None, date, number: None };
    let (before, after) = match date {
        Some(d) => (Span::new(0, d.start), Span::new(d.end, line.len())),
        None => (Span::new(0, line.len()), Span::new(line.len(), line.len())),
    };
    let head = strip_glue(line, before);
    let mut tail = strip_glue(line, after);
    // Some pages print the age right behind the date, or when it was edited.
    if date.is_some() && (dates::is_short_age(tail.of(line)) || edited(line, tail)) {
        let number = tail.of(line).rfind([' ', '\u{a0}']).and_then(|at| post_number(tail.of(line).get(at..)?));
        if let Some(number) = number.filter(|_| head.is_empty()) {
            return Some(Reading { cue: Cue::PostNumber, number: Some(number), ..none });
        }
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
    // "#12 by NAME", and the date on another line.
    if date.is_none()
        && let Some((number, rest)) = lead_number(line, head)
        && let Some(((_, true), name)) = leading_verb(line, strip_glue(line, rest))
        && is_name(name.of(line))
        && name.of(line).split_whitespace().count() <= 4
    {
        return Some(Reading { cue: Cue::PostNumber, name: Some(name), number: Some(number), ..none });
    }
    // The moment once more, for machines, glued to the number.
    if date.is_some()
        && let Some((number, span)) = glued_moment(line, tail)
    {
        return Some(Reading { cue: Cue::PostNumber, date: Some(span), number: Some(number), ..none });
    }
    let bare = || bare_number(tail.of(line)).filter(|_| tail.len() <= 5 && !head.is_empty());
    if let Some(n) = post_number(tail.of(line)).or_else(bare).filter(|_| date.is_some()) {
        // "Created: DATE" names no one.
        let key = line.get(head.end..before.end).is_some_and(|gap| gap.starts_with([':', '：']));
        let name = (!head.is_empty() && is_name(head.of(line))).then_some(head);
        if name.is_some() && key {
            return Some(Reading { cue: Cue::PostNumber, name: None, number: Some(n), ..none });
        }
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
            // "by NAME, DATE", "Posted by NAME on DATE" are caught above when `by` follows; here the verb itself is "by".
            if bare_by && is_name(rest.of(line)) {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(rest), ..none });
            }
            // "Answered NAME, DATE": many languages need no word for "by".
            let comma = line.get(rest.end..before.end).is_some_and(|gap| gap.contains([',', '،', '、']));
            if tail.is_empty() && is_person(rest.of(line), comma) && (comma || kind.0 != Deed::Posted) {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(rest), ..none });
            }
            if lone && tail.is_empty() {
                return Some(Reading { cue: Cue::Deed(kind.0), ..none });
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
    // "NAME DATE answered": the verb ends the sentence in many languages.
    if date.is_some()
        && let Some((kind, rest)) = leading_verb(line, tail)
        && rest.is_empty()
        && !kind.1
    {
        let said = head.of(line);
        let bare = words::AUXILIARY.iter().find_map(|a| said.strip_suffix(a)).unwrap_or(said).trim_end();
        if is_person(bare, false) {
            return Some(Reading { cue: Cue::Deed(kind.0), name: Some(Span::new(head.start, head.start + bare.len())), ..none });
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
    // "NICK (what the member calls himself) DATE".
    if date.is_some()
        && tail.of(line).trim_matches(|c: char| c.is_ascii_digit()).is_empty()
        && head.of(line).ends_with(')')
        && let Some(open) = head.of(line).find(" (")
        && is_name(head.of(line).get(..open).unwrap_or(""))
    {
        let name = Some(Span::new(head.start, head.start + open));
        let number = bare_number(tail.of(line));
        return Some(Reading { cue: if number.is_some() { Cue::PostNumber } else { Cue::Date }, name, number, ..none });
    }
    // "NAME, DATE" or "NAME • DATE": weak, so only a short line whose date ends it.
    if date.is_some() && tail.is_empty() && is_name(head.of(line)) && line.chars().count() <= 70 {
        // "Registered: DATE" names no one.
        let key = line.get(head.end..before.end).is_some_and(|gap| gap.starts_with([':', '：']));
        return Some(Reading { cue: Cue::Date, name: (!key).then_some(head), ..none });
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

/// Whether `part` tells when and by whom it was edited, and nothing else.
fn edited(line: &str, part: Span) -> bool {
    let said = Span::new(part.start, part.end).of(line);
    let rest = said.trim_start_matches(['.', '·', ' ', '\u{a0}']);
    let at = part.end - rest.len();
    rest.len() <= 80
        && leading_verb(line, Span::new(at, part.end))
            .is_some_and(|((deed, _), rest)| deed == Deed::Edited && (rest.is_empty() || dates::find(rest.of(line)).is_some()))
}

/// `#22006-09-01T16:07+00:00`: the number 2 and the moment.
fn glued_moment(line: &str, part: Span) -> Option<(i64, Span)> {
    let said = part.of(line).strip_prefix('#')?;
    let month = said.find('-')?;
    let digits = month.checked_sub(4).filter(|n| (1..=6).contains(n))?;
    let moment = Span::new(part.end - said.len() + digits, part.end);
    (dates::find(moment.of(line))? == Span::new(0, moment.len())).then_some(())?;
    Some((said.get(..digits)?.parse().ok()?, moment))
}

/// `#12`, `Reply #3 on:`, `Post #4`.
fn post_number(said: &str) -> Option<i64> {
    if !said.contains(['#', '№']) {
        return None;
    }
    let low = said.to_lowercase();
    let low = low.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '«' | '»' | ':' | '(' | ')' | '-' | '–' | '|' | '·' | '•' | ',')
    });
    let low = low.strip_suffix(" on").unwrap_or(low);
    let rest = ["reply ", "post ", "antwort ", "beitrag ", "message ", "ответ ", "permalink "]
        .iter()
        .find_map(|p| low.strip_prefix(p))
        .unwrap_or(low);
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
    if said.chars().next().is_none_or(|c| VERB_STARTS.binary_search(&c.to_lowercase().next().unwrap_or(c)).is_err()) {
        return None;
    }
    let low = said.to_lowercase();
    if low.len() != said.len() {
        return None;
    }
    // The longest phrase first: "a répondu", "last edited by".
    let mut ends = word_ends(&low);
    ends.extend(low.find('：'));
    for end in ends.into_iter().rev() {
        let phrase = low.get(..end)?;
        if let Some(deed) = VERBS.get(phrase.trim_end_matches([':', ',', '：'])) {
            let rest = strip_glue(line, Span::new(part.start + end, part.end));
            let last = phrase.rsplit(' ').next().unwrap_or("").trim_end_matches([':', '：']);
            // "réponse de": there these words stand for "by".
            let of = matches!(last, "de" | "di" | "od" | "from") && last.len() < phrase.len();
            let bare_by = of || words::BY.contains(&last);
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
        let at = if low.starts_with(by) && low.get(by.len()..).is_some_and(|r| r.starts_with([' ', ':', '：'])) {
            Some(by.len())
        } else {
            let spaced = |(i, _): &(usize, &str)| {
                low.get(..*i).is_some_and(|l| l.ends_with(' ')) && low.get(i + by.len()..).is_some_and(|r| r.starts_with(' '))
            };
            low.match_indices(by).find(spaced).map(|(i, _)| i + by.len() + 1)
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

/// Whether `said` reads like the name of a person rather than like a phrase.
pub(crate) fn is_person(said: &str, set_off: bool) -> bool {
    let mut count = 0;
    let capital = said.split_whitespace().all(|w| {
        count += 1;
        count > 1 && words::PARTICLES.contains(&w) || w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
    });
    is_name(said) && (capital && count <= 4 || set_off && count == 1)
}

/// `part` without white space, punctuation and small words at its ends.
pub(super) fn strip_glue(line: &str, part: Span) -> Span {
    let (mut start, mut end) = (part.start, part.end);
    loop {
        let said = Span::new(start, end).of(line);
        let trimmed = said
            .trim_start()
            .trim_start_matches([',', '|', '•', '·', '»', '«', '-', '–', '—', ':', '↑', '(', '/', '：', '،', '、']);
        if trimmed.len() < said.len() {
            start = end - trimmed.len();
            continue;
        }
        let back =
            said.trim_end().trim_end_matches([',', '|', '•', '·', '»', '«', '-', '–', '—', ':', '↑', '/', '：', '،', '、']);
        let back = if back.ends_with('(') { back.trim_end_matches('(') } else { back };
        let back = if back.ends_with(')') && !back.contains('(') { back.trim_end_matches(')') } else { back };
        if back.len() < said.len() {
            end = start + back.len();
            continue;
        }
        // Nearly every line ends here, before all of it is looked at.
        let keeps_length = || said.is_ascii() || said.to_lowercase().len() == said.len();
        let last = said.split_whitespace().next_back().unwrap_or("");
        // A capital at the end is an initial: "Ann A".
        if words::GLUE.contains(&last) && said.len() > last.len() && keeps_length() {
            end -= last.len();
            continue;
        }
        let word = said.split_whitespace().next().unwrap_or("");
        let first = word.to_lowercase();
        let is_glue = words::GLUE.contains(&&*first) && keeps_length();
        if is_glue && (said == word || !matches!(&*first, "a" | "the" | "in" | "da" | "il" | "el" | "le")) {
            start += word.len();
            continue;
        }
        return Span::new(start, end.max(start));
    }
}
