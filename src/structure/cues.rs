//! Reads one line for what it shows: a button, a counter, a date, who did what when. A line alone never makes a post;
//! `posts` and `threads` weigh the cues of all lines.
mod around;
mod cells;
mod deeds;
mod fold;
mod glued;
mod names;
mod numbers;
mod quotes;
mod remarks;
mod table;

pub(crate) use super::vocabulary::Deed;
use super::{dates, hash::Set, lines::Line, vocabulary as words};
use crate::text::Span;
pub(crate) use around::is_placed;
pub(crate) use fold::fold;
pub(crate) use names::{glued_rank, is_name, is_particle, is_person, strip_glue};
pub(crate) use numbers::{bare_number, number_in, remarks_in, speaks_of_remarks};
pub(crate) use quotes::{QaMark, qa_mark, quote_head, quoted_from};
pub(crate) use remarks::{Remark, remark};
use std::{collections::HashMap, sync::LazyLock};
pub(crate) use table::Starts;

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
    /// "Posts: 24": a fact about a member where a thread shows such, else somebody's words.
    Fact,
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

/// Longest line, in bytes, that is kept in mind.
const SHORT: usize = 40;
/// Longest line, in bytes, that can be a cue. It bounds the work for a line.
const LONGEST: usize = 200;

static TABLE: LazyLock<table::Table<Cue>> = LazyLock::new(|| {
    let mut table = table::Table::default();
    let tables = [words::PHRASES, words::FURTHER_PHRASES, words::BOARD_PHRASES, words::LANGUAGE_PHRASES, words::WAYS];
    for (cue, phrases) in tables.into_iter().flatten() {
        for phrase in phrases.split('|') {
            table.entry(phrase).or_insert(*cue);
        }
    }
    table
});

/// Words for answers behind a number.
static COUNTED: LazyLock<Set<&str>> =
    LazyLock::new(|| words::ANSWER_COUNTS.split('|').chain(words::FURTHER_COUNTS.split('|')).collect());

/// How lines begin that are known by it.
static STARTS: LazyLock<Starts<Cue>> =
    LazyLock::new(|| Starts::new(words::STARTS.iter().flat_map(|(cue, starts)| starts.iter().map(|start| (*start, *cue)))));
static PORTRAIT_OF: LazyLock<Starts<()>> = LazyLock::new(|| Starts::new(words::PORTRAIT_OF.iter().map(|lead| (*lead, ()))));
static ANNOUNCING_COMMENTS: LazyLock<Starts<()>> =
    LazyLock::new(|| Starts::new(words::ANNOUNCING_COMMENTS.iter().map(|phrase| (*phrase, ()))));

/// Reads all lines. Short ones come back often (buttons, ranks, names), so they are read once.
pub(crate) fn read_all(text: &str, lines: &[Line]) -> Vec<Reading> {
    let mut known: HashMap<&str, Reading> = HashMap::new();
    let shifted = |reading: Reading, by: usize| Reading {
        name: reading.name.map(|span| span.shifted(by)),
        date: reading.date.map(|span| span.shifted(by)),
        ..reading
    };
    let mut readings = lines
        .iter()
        .map(|line| {
            let said = line.of(text);
            let reading = if said.len() <= SHORT { *known.entry(said).or_insert_with(|| read(said)) } else { read(said) };
            shifted(reading, line.span.start)
        })
        .collect::<Vec<_>>();
    glued::below_portraits(text, lines, &mut readings);
    readings
}

/// Reads one line; the positions are relative to it.
pub(crate) fn read(line: &str) -> Reading {
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
    // "Guru (3310)", "Pupil (102), closed 4 years ago": what a member is called, with points.
    if folded.split_once(" (#)").is_some_and(|(rank, rest)| is_badge(rank) && (rest.is_empty() || rest.starts_with(','))) {
        return Reading { cue: Cue::Badge, ..plain };
    }
    // Some pages show a picture's words beside it: "Offline Offline".
    if let Some(cue) = halved(&folded).and_then(|half| TABLE.get(half)) {
        return Reading { cue: *cue, ..plain };
    }
    // An initial of the member may stand before what is counted: "M 1 Reply Last reply".
    let behind = folded.split_once(' ').filter(|(initial, _)| initial.chars().count() == 1 && *initial != "#");
    if behind.is_some_and(|(_, rest)| rest.starts_with('#') && TABLE.get(rest) == Some(&Cue::Counter)) {
        return Reading { cue: Cue::Counter, ..plain };
    }
    if all_buttons(&folded) {
        return Reading { cue: Cue::Button, ..plain };
    }
    // "04.03.2019" is no number.
    let dotted = line.bytes().filter(|b| matches!(b, b'.' | b'/' | b'-')).count() > 1;
    if let Some(number) = bare_number(line).filter(|_| !dotted || dates::find(line).is_none()) {
        return Reading { cue: Cue::Number, number: Some(number), ..plain };
    }
    if folded == "#" && line.len() <= 12 && !line.starts_with('#') && !dotted {
        return Reading { cue: Cue::Number, ..plain };
    }
    if counts_answers(&folded) {
        return Reading { cue: Cue::AnswerCount, number: number_in(line), ..plain };
    }
    if folded.strip_prefix("# ").is_some_and(is_profile) {
        return Reading { cue: Cue::Counter, ..plain };
    }
    if let Some(name) = portrait(line) {
        return Reading { cue: Cue::Portrait, name: Some(name), ..plain };
    }
    // "Reactions: Ann and Ben" counts more than it tells of a member.
    let known = prefixed(&folded);
    if known != Some(Cue::Counter)
        && line.split_once([':', '：']).is_some_and(|(key, value)| value.len() <= 80 && is_profile(&fold(key)))
    {
        return Reading { cue: Cue::Fact, ..plain };
    }
    if let Some(cue) = known {
        if !matches!(cue, Cue::Deed(_)) {
            return Reading { cue, ..plain };
        }
        // Who changed it, as far as the words for that are known, and when: without a date somebody speaks of changes.
        if dates::find(line).is_some() {
            return cells::deed(line).filter(|told| told.cue == cue).unwrap_or(Reading { cue, ..plain });
        }
    }
    // "Beginner, best answers 7": a rank and what is counted of a member, without a colon.
    let key = folded.strip_suffix(" #").filter(|rest| !rest.contains('#') && rest.split(' ').count() <= 2);
    if key.and_then(|rest| rest.rsplit(' ').next()).is_some_and(|key| !key.is_ascii() && is_profile(key)) {
        return Reading { cue: Cue::Fact, ..plain };
    }
    if let Some(cue) = counted_behind(&folded) {
        return Reading { cue, number: number_in(line), ..plain };
    }
    cells::deed(line).unwrap_or(plain)
}

/// Whether the folded line is a number and the word for answers: "# answers", "answers (#)", "回答数：#".
fn counts_answers(folded: &str) -> bool {
    let Some((before, behind)) = folded.split_once('#') else { return false };
    let trim = |part: &str| part.trim_matches([' ', ':', '：', '(', ')']).trim_start_matches(['共', '全']).to_owned();
    let said = match (trim(before), trim(behind)) {
        (before, behind) if before.is_empty() => behind,
        (before, behind) if matches!(&*behind, "" | "개" | "건" | "件" | "个") => before,
        _ => return false,
    };
    let said = said.trim_end_matches('数');
    COUNTED.contains(said)
}

/// What "comments: #" or "comments (#)" is, where "# comments" is known.
fn counted_behind(folded: &str) -> Option<Cue> {
    let unit = folded.strip_suffix("(#)").or_else(|| folded.strip_suffix('#'))?.trim_end_matches([' ', ':', '：', '（', '[']);
    if unit.is_empty() || unit.contains('#') {
        return None;
    }
    let known = |lead: &str| TABLE.get([lead, unit].concat().as_str()).copied();
    known("# ").or_else(|| known("#")).filter(|cue| matches!(cue, Cue::Counter | Cue::Tally))
}

/// Half of a line that says the same twice.
fn halved(folded: &str) -> Option<&str> {
    let half = folded.get(..folded.len() / 2)?;
    (folded.len() % 2 == 1 && folded.get(half.len()..)?.strip_prefix(' ')? == half).then_some(half)
}

/// Whether the folded words are a key such as "joined".
pub(crate) fn is_profile(folded: &str) -> bool {
    TABLE.get(folded) == Some(&Cue::Profile)
}

/// Whether the date of the line `i` is a fact about a member ("Joined", and the date below it or behind a colon), not when something
/// was said.
pub(crate) fn dates_fact(text: &str, lines: &[Line], readings: &[Reading], i: usize) -> bool {
    let (Some(line), Some(reading)) = (lines.get(i), readings.get(i)) else { return false };
    let below_key = i.checked_sub(1).and_then(|above| readings.get(above)).is_some_and(|above| above.cue == Cue::Profile);
    let lead = reading.date.filter(|_| reading.cue == Cue::Date && reading.name.is_none());
    let lead = lead.map_or("", |date| Span::new(line.span.start, date.start).of(text));
    // "on: DATE" says when, "Created: DATE" of what.
    let labelled = lead.trim_end().strip_suffix([':', '：']).is_some_and(|label| !words::GLUE.contains(&&*fold(label)));
    below_key || matches!(reading.cue, Cue::Fact | Cue::Profile) || labelled
}

/// Whether the line is the heading of readers' comments.
pub(crate) fn announces_comments(said: &str) -> bool {
    let folded = fold(said);
    let bare = folded.trim_start_matches("# ").trim_end_matches([' ', '#', '(', ')']);
    // "# comments on “TITLE”", or in other languages "“TITLE”: # comments".
    let parted = || folded.rsplit_once(": # ").or_else(|| folded.rsplit_once(" # ")).map_or("", |(_, tail)| tail);
    ANNOUNCING_COMMENTS.of(bare).any(|(w, ())| bare == w || w.ends_with(' '))
        || folded.contains(['“', '«', '„', '"', '「', '”', '»']) && words::ANNOUNCING_COMMENTS.contains(&parted())
}

/// Whether the folded words lead to another page.
pub(crate) fn is_navigation(folded: &str) -> bool {
    TABLE.get(folded) == Some(&Cue::Navigation)
}

/// Whether the folded words open what is shown only in part.
pub(crate) fn is_expand(folded: &str) -> bool {
    TABLE.get(folded) == Some(&Cue::Expand)
}

/// Whether the folded words name a rank.
pub(crate) fn is_badge(folded: &str) -> bool {
    TABLE.get(folded) == Some(&Cue::Badge)
}

/// Whether the folded words are those of a button, or say that a member is there.
pub(crate) fn is_button(folded: &str) -> bool {
    TABLE.get(folded) == Some(&Cue::Button)
}

/// Whether `unit` is counted beside a name: posts, replies, reputation.
pub(crate) fn counts(unit: &str) -> bool {
    TABLE.get(unit) == Some(&Cue::Profile) || TABLE.get(format!("# {unit}").as_str()) == Some(&Cue::Counter)
}

/// Whether `said` is a number of votes and nothing else.
fn is_tally(said: &str) -> bool {
    TABLE.get(fold(said).as_str()) == Some(&Cue::Tally)
}

/// Whether `said` is a button, a count or a way to another page.
fn is_furniture(said: &str) -> bool {
    matches!(TABLE.get(fold(said).as_str()), Some(Cue::Button | Cue::Counter | Cue::Navigation))
}

/// Words of the longest buttons that are looked for side by side.
const MOST_WORDS: usize = 5;

/// Buttons and counters side by side: "Save Share Reply", "0 · Reply · Share", "3 likes 2 shares".
fn all_buttons(folded: &str) -> bool {
    // Cells may hold several words: "Gefällt mir · Antworten".
    let cells = || folded.split(['·', '•', '|']);
    let button = |cell: &str| matches!(TABLE.get(cell.trim()), Some(Cue::Button | Cue::Counter));
    if cells().count() > 1 && cells().all(button) {
        return true;
    }
    let (mut known, mut rest) = (0, folded);
    while !rest.is_empty() {
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let is_known = |phrase: &str| matches!(TABLE.get(phrase), Some(Cue::Button));
        if matches!(word, "·" | "•" | "|" | "/") {
            rest = behind;
        } else if word == "#" {
            let (unit, further) = behind.split_once(' ').unwrap_or((behind, ""));
            if TABLE.get(format!("# {unit}").as_str()) == Some(&Cue::Counter) {
                known += usize::from(!unit.is_empty());
                rest = further;
            } else if matches!(unit, "·" | "•" | "|") || known > 1 {
                rest = behind;
            } else {
                return false;
            }
        } else if is_known(word) || TABLE.get(word) == Some(&Cue::Profile) {
            known += 1;
            rest = behind;
        } else {
            // Buttons of several words: "Send a message Visit the page".
            let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]).take(MOST_WORDS).skip(1);
            let Some(end) = ends.filter(|end| rest.get(..*end).is_some_and(is_known)).last() else { return false };
            known += 1;
            rest = rest.get(end + 1..).unwrap_or("");
        }
    }
    known >= 2
}

fn portrait(line: &str) -> Option<Span> {
    let behind = PORTRAIT_OF.of(line).next().and_then(|(lead, ())| line.strip_prefix(lead));
    let last = line.chars().next_back()?;
    let before = words::WHOSE_PORTRAIT.iter().filter(|tail| tail.ends_with(last)).find_map(|tail| line.strip_suffix(tail));
    let of = behind.map(|name| Span::new(line.len() - name.len(), line.len()));
    of.or_else(|| before.map(|name| Span::new(0, name.len())))
}

/// Lines known by how they begin or end.
fn prefixed(folded: &str) -> Option<Cue> {
    if folded.len() > 110 {
        return None;
    }
    for (start, cue) in STARTS.of(folded) {
        // A full sentence that happens to begin so is somebody's words.
        let long_sentence = folded.len() > start.len() + 60;
        if !long_sentence || cue == Cue::End {
            return Some(cue);
        }
    }
    if folded.starts_with('#') && words::BADGES.iter().any(|badge| folded.contains(badge)) {
        return Some(Cue::Badge);
    }
    if folded == "spj#" || folded == "#spj#" {
        return Some(Cue::Navigation);
    }
    folded.ends_with(" gefällt das").then_some(Cue::Counter)
}
