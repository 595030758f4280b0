//! Who did what when, read from one line: "answered 2 years ago by Ann", "Ann, 3 May 2019", "#4 · 3 May 2019".
use super::{
    super::shapes,
    Cue, Deed, Reading,
    around::{bare_name, before_links, before_verb, behind_tally, by_name, counted_name, is_placed, unstarred},
    bare_number, dates,
    names::{glued_rank, is_name, is_person, strip_glue, trim_points},
    numbers::{glued_moment, lead_number, post_number},
    table::Table,
    words,
};
use crate::text::Span;
use std::sync::LazyLock;

pub(super) static VERBS: LazyLock<Table<Deed>> = LazyLock::new(|| {
    let mut table = Table::default();
    for (deed, phrases) in words::VERBS.iter().chain(words::FURTHER_VERBS).chain(words::BOARD_VERBS).chain(words::LANGUAGE_VERBS)
    {
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

/// Verbs of languages that put no space before them, the longest first.
static GLUED: LazyLock<Vec<(&'static str, Deed)>> = LazyLock::new(|| {
    let glued = |verb: &str| verb.starts_with(['の', 'が', 'に', '님', '回', '提', '质', '発', '发', '编', '评', '投']);
    let mut verbs: Vec<(&str, Deed)> = VERBS.iter().filter(|(verb, _)| glued(verb)).map(|(verb, deed)| (*verb, *deed)).collect();
    verbs.sort_unstable_by_key(|(verb, _)| (std::cmp::Reverse(verb.len()), *verb));
    verbs
});

/// English verbs behind which a place may stand as well as a name.
const ONLINE: [&str; 7] = ["posted", "post", "published", "written", "created", "submitted", "started"];

/// Who did what when, of a line without cells.
pub(super) fn one(line: &str) -> Option<Reading> {
    let date = dates::find(line);
    let none = Reading { cue: Cue::Words, name: None, date, number: None };
    let (before, after) = match date {
        Some(d) => (Span::new(0, d.start), Span::new(d.end, line.len())),
        None => (Span::new(0, line.len()), Span::new(line.len(), line.len())),
    };
    let head = strip_glue(line, behind_tally(line, before));
    let mut tail = strip_glue(line, unstarred(line, before_links(line, after)));
    // A stop behind the year, as in Croatian, or behind an abbreviation; with words before it, it ends a sentence.
    if date.is_some() && head.is_empty() && matches!(tail.of(line), "." | "。") {
        tail = Span::new(tail.end, tail.end);
    }
    // Some pages print the age right behind the date, or when it was edited.
    if date.is_some() && (dates::is_short_age(tail.of(line)) || edited(line, tail) || bracketed(line, after)) {
        let number = tail.of(line).rfind([' ', '\u{a0}']).and_then(|at| post_number(tail.of(line).get(at..)?));
        if let Some(number) = number.filter(|_| head.is_empty()) {
            return Some(Reading { cue: Cue::PostNumber, number: Some(number), ..none });
        }
        tail = Span::new(tail.end, tail.end);
    }
    // "Answered 4 years ago · Author has 214 answers": what is told of the writer says nothing more of when.
    let dotted = line.get(after.start..tail.start).is_some_and(|gap| gap.contains(['·', '•']));
    if date.is_some()
        && dotted
        && leading_verb(line, head).is_some_and(|(_, rest)| rest.is_empty())
        && by_name(line, tail).is_none()
    {
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
    // "12 : NAME : DATE and an id".
    if date.is_some()
        && let Some((number, name)) = counted_name(line, head)
        && tail.of(line).chars().count() <= 25
    {
        return Some(Reading { cue: Cue::PostNumber, name: Some(name), number: Some(number), ..none });
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
        // "Reviewed in Canada on May 2".
        if date.is_some() && tail.is_empty() && is_placed(line, Span::new(head.start, rest.start)) {
            return Some(Reading { cue: Cue::Deed(kind.0), ..none });
        }
        let by = by_name(line, tail).or_else(|| by_name(line, rest));
        let lone = rest.is_empty() || (date.is_some() && is_category(line, rest));
        let free = lone || by_name(line, rest).is_some();
        let bare_by = kind.1;
        if let Some(name) = by {
            // Without a date a sentence may begin with the verb.
            let told = date.is_some() || line.chars().count() <= 60 && !shapes::ends_sentence(line);
            if told && (free || rest.len() <= 40 && date.is_some()) {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(name), ..none });
            }
        } else if date.is_some() {
            // "by NAME, DATE", "Posted by NAME on DATE" are caught above when `by` follows; here the verb itself is "by".
            if bare_by && is_name(rest.of(line)) {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(before_verb(line, rest)), ..none });
            }
            // "Answered NAME, DATE": many languages need no word for "by".
            let comma = line.get(rest.end..before.end).is_some_and(|gap| gap.contains([',', '،', '、']));
            // In English, "Posted Online, May 2" names no one.
            let verb = Span::new(head.start, rest.start).of(line).trim_end_matches(|c: char| !c.is_alphanumeric());
            let plain =
                kind.0 != Deed::Posted || !ONLINE.contains(&verb.rsplit(' ').next().unwrap_or("").to_lowercase().as_str());
            let colon = Span::new(head.start, rest.start).of(line).trim_end().ends_with(':');
            let told = colon && comma && is_name(rest.of(line)) && rest.of(line).split_whitespace().count() <= 4;
            if tail.is_empty() && (told || is_person(rest.of(line), true) && (comma || plain)) {
                return Some(Reading { cue: Cue::Deed(kind.0), name: Some(rest), ..none });
            }
            if lone && tail.is_empty() {
                return Some(Reading { cue: Cue::Deed(kind.0), ..none });
            }
            if lone && (is_category(line, tail) || shapes::ends_in_initial(tail.of(line))) {
                // "answered 2 years ago NAME", where no word stands for "by"; "answered May 2 in CATEGORY".
                let named = !within(line, after) && kind.0 != Deed::Posted && is_person(tail.of(line), true);
                return Some(Reading { cue: Cue::Deed(kind.0), name: named.then_some(tail), ..none });
            }
        } else if bare_by && !rest.is_empty() && is_name(rest.of(line)) && rest.of(line).split_whitespace().count() <= 4 {
            return Some(Reading { cue: Cue::Deed(kind.0), name: Some(trim_points(line, rest)), ..none });
        } else if rest.is_empty() && !bare_by && kind.0 != Deed::Posted && !words::ANSWER_MARKS.contains(&line) && !is_told(line)
        {
            return Some(Reading { cue: Cue::Deed(kind.0), ..none });
        }
    }
    // "DATE by NAME".
    if date.is_some()
        && head.is_empty()
        && words::BY.iter().any(|by| {
            line.get(after.start..).is_some_and(|rest| rest.trim_start().strip_prefix(by).is_some_and(|r| r.starts_with(' ')))
        })
        && let Some(name) = by_name(line, after)
    {
        return Some(Reading { cue: Cue::Deed(Deed::Posted), name: Some(name), ..none });
    }
    // "NAME asked in CATEGORY · DATE".
    if date.is_some()
        && tail.is_empty()
        && let Some((deed, name)) = middle_verb(line, head)
    {
        return Some(Reading { cue: Cue::Deed(deed), name: Some(name), ..none });
    }
    // "NAME DATE answered": the verb ends the sentence in many languages.
    if date.is_some()
        && let Some((kind, rest)) = leading_verb(line, tail)
        && rest.is_empty()
        && !kind.1
    {
        let name = bare_name(line, head);
        if is_person(name.of(line), true) {
            return Some(Reading { cue: Cue::Deed(kind.0), name: Some(name), ..none });
        }
    }
    // "Re: title by NAME: date", the name straight before the date.
    if date.is_some()
        && tail.of(line).trim_matches('*').is_empty()
        && let Some(at) = head.of(line).rfind(" by ")
    {
        let said = head.of(line).get(at + 4..).unwrap_or("");
        let bare = said.trim_end_matches([':', ',', ' ']).split('(').next().unwrap_or("");
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
        let name = Span::new(head.start, head.start + open);
        // "Ann BellGuru (3310) DATE": a rank with points, glued to the name or alone.
        let name = match glued_rank(name.of(line)) {
            Some(at) => Some(Span::new(name.start, name.start + at)),
            None => Some(name).filter(|name| !super::is_badge(&super::fold(name.of(line)))),
        };
        let number = bare_number(tail.of(line));
        return Some(Reading { cue: if number.is_some() { Cue::PostNumber } else { Cue::Date }, name, number, ..none });
    }
    // "DATE · what else is told of the message".
    if date.is_some() && head.is_empty() && line.get(after.start..tail.start).is_some_and(|gap| gap.contains(['·', '•', '|']))
    {
        return (is_category(line, tail)).then_some(Reading { cue: Cue::Date, ..none });
    }
    // "DATE TIME and a few words": from where, until when.
    let timed = |date: Span| date.of(line).contains(':') && date.len() >= 10;
    if head.is_empty() && date.is_some_and(timed) && tail.of(line).chars().count() <= 25 && !shapes::ends_sentence(line) {
        return Some(Reading { cue: Cue::Date, ..none });
    }
    // "DATE in CATEGORY".
    if date.is_some() && head.is_empty() && within(line, after) && is_category(line, tail) {
        return Some(Reading { cue: Cue::Date, ..none });
    }
    // "« WORD: DATE »", "« WORD #3 WORD: DATE »": the signs set it off, whatever the language.
    let set_off = line.trim_start().starts_with('«') && line.trim_end().ends_with('»');
    if date.is_some() && tail.is_empty() && set_off && line.get(head.end..before.end).is_some_and(|gap| gap.contains(':')) {
        let number =
            head.of(line).split_once('#').and_then(|(_, number)| post_number(&format!("#{}", number.split(' ').next()?)));
        return Some(Reading { cue: if number.is_some() { Cue::PostNumber } else { Cue::Date }, number, ..none });
    }
    // "NAME, DATE" or "NAME • DATE": weak, so only a short line whose date ends it.
    if date.is_some() && tail.is_empty() && is_name(head.of(line)) && line.chars().count() <= 70 {
        // "Registered: DATE" names no one, nor does "Like · Reply · DATE".
        let key = line.get(head.end..before.end).is_some_and(|gap| gap.starts_with([':', '：']));
        let folded = super::fold(head.of(line));
        let nobody = key || super::all_buttons(&folded) || super::is_button(&folded);
        return Some(Reading { cue: Cue::Date, name: (!nobody).then_some(head), ..none });
    }
    // "… · 5y", "… · Updated 2 years ago": a title beside the name and an age.
    let age = line.rsplit(['·', '•']).next().unwrap_or("");
    let said = age.trim();
    let said = said.split_once(' ').filter(|(verb, _)| is_edited(verb)).map_or(said, |(_, age)| age);
    if let Some(date) = date.filter(|date| age.len() < line.len() && date.end == line.len() && date.len() == said.len()) {
        return Some(Reading { cue: Cue::Date, date: Some(date), ..none });
    }
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

/// Whether the line says that an answer was given or a question asked ("Answer given"): without a name or a date anybody may say so.
fn is_told(line: &str) -> bool {
    let Some((first, _)) = line.split_once(' ') else { return false };
    let first = first.to_lowercase();
    words::ANSWER_MARKS.contains(&&*first) || words::QUESTION_MARKS.contains(&&*first)
}

/// Whether the word says that something was changed.
pub(super) fn is_edited(verb: &str) -> bool {
    VERBS.get(verb.to_lowercase().as_str()) == Some(&Deed::Edited)
}

/// Whether `part` is a remark in brackets, and nothing else.
fn bracketed(line: &str, part: Span) -> bool {
    let said = part.of(line).trim();
    said.starts_with('(') && said.ends_with(')') && said.matches('(').count() == 1 && said.len() <= 110
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
            let of = matches!(last, "de" | "di" | "od" | "from" | "fra" | "från" | "dari" | "của" | "tőle")
                && last.len() < phrase.len();
            let bare_by = of || words::BY.contains(&last);
            return Some(((*deed, bare_by), rest));
        }
    }
    None
}

/// Whether a word that stands before a place begins `part`.
fn within(line: &str, part: Span) -> bool {
    part.of(line).split_whitespace().next().is_some_and(|word| words::WITHIN.contains(&word))
}

/// Where no spaces part words: the verb at the end of `part`, and the name before it.
fn glued_verb(line: &str, part: Span) -> Option<(Deed, Span)> {
    let said = part.of(line).trim_end_matches(['。', ' ']);
    let last = said.chars().next_back()?;
    if last.is_ascii() || !GLUED.iter().any(|(verb, _)| verb.ends_with(last)) {
        return None;
    }
    let (deed, name) = GLUED.iter().find_map(|(verb, deed)| Some((*deed, said.strip_suffix(verb)?)))?;
    let name = bare_name(line, strip_glue(line, Span::new(part.start, part.start + name.len())));
    (is_name(name.of(line))).then_some((deed, name))
}

/// The verb at the end of `part`; before it stands the name.
fn trailing_verb(line: &str, part: Span) -> Option<(Deed, Span)> {
    if let Some(glued) = glued_verb(line, part) {
        return Some(glued);
    }
    let said = part.of(line);
    let low = said.to_lowercase();
    if low.len() != said.len() {
        return None;
    }
    let ends = word_ends(&low);
    // The longest phrase first: "ha risposto".
    let last = ends.len().saturating_sub(1);
    for end in ends.iter().take(last).skip(last.saturating_sub(4)) {
        let phrase = low.get(*end..)?.trim().trim_end_matches(':');
        if let Some(deed) = VERBS.get(phrase) {
            let name = bare_name(line, strip_glue(line, Span::new(part.start, part.start + end)));
            return (is_name(name.of(line)) && !words::BY.contains(&phrase)).then_some((*deed, name));
        }
    }
    None
}

/// The verb in `part` with a word such as "in" behind it, and the name before it.
fn middle_verb(line: &str, part: Span) -> Option<(Deed, Span)> {
    let said = part.of(line);
    let mut places = said.match_indices(' ').map(|(at, _)| at).take(5);
    places.find_map(|at| {
        let mut behind = said.get(at + 1..)?.split(' ');
        let deed = VERBS.get(behind.next()?.to_lowercase().as_str())?;
        let name = Span::new(part.start, part.start + at);
        let within = behind.next().is_some_and(|word| words::WITHIN.contains(&word)) && behind.next().is_some();
        (within && *deed != Deed::Posted && is_person(name.of(line), true)).then_some((*deed, name))
    })
}

fn word_ends(said: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = said.match_indices(' ').map(|(i, _)| i).take(6).collect();
    if ends.len() < 6 {
        ends.push(said.len());
    }
    ends
}

fn is_category(line: &str, part: Span) -> bool {
    part.of(line).chars().count() <= 40 && !part.of(line).contains(['.', '?', '!'])
}
