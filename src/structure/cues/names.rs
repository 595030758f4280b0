//! Names, and what stands around them in a line.
use super::{table::Table, words};
use crate::text::Span;
use std::sync::LazyLock;

/// Small words around names and dates.
static GLUE: LazyLock<Table<()>> = LazyLock::new(|| words::GLUE.iter().map(|word| (*word, ())).collect());

/// Whether `said` can be a person's or an account's name.
pub(crate) fn is_name(said: &str) -> bool {
    let count = said.chars().count();
    (1..=40).contains(&count)
        && said.chars().any(char::is_alphanumeric)
        && said.split_whitespace().count() <= 5
        && !said.ends_with(['?', '!', ':', ',', ';'])
        && !said.contains(": ")
        && !said.contains("http")
        // "r/gardens": a place.
        && !said.get(1..).is_some_and(|rest| rest.starts_with('/') && !rest.contains(' ') && rest.len() > 2)
}

/// Whether `said` reads like the name of a person rather than like a phrase.
pub(crate) fn is_person(said: &str, set_off: bool) -> bool {
    let mut count = 0;
    let capital = said.split_whitespace().all(|w| {
        count += 1;
        count > 1 && is_particle(w) || w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
    });
    is_name(said) && (capital && count <= 4 || set_off && count == 1)
}

/// Where a rank begins that is glued to a name: "Ann BellModerator".
pub(crate) fn glued_rank(said: &str) -> Option<usize> {
    let mut lower = false;
    said.char_indices().find_map(|(at, c)| {
        let joint = lower && c.is_uppercase() && super::is_badge(&super::fold(said.get(at..)?));
        lower = c.is_lowercase();
        joint.then_some(at)
    })
}

/// Whether the word may stand uncapitalised inside a name.
pub(crate) fn is_particle(word: &str) -> bool {
    words::PARTICLES.contains(&word)
}

/// `part` without white space, punctuation and small words at its ends.
pub(crate) fn strip_glue(line: &str, part: Span) -> Span {
    let (mut start, mut end) = (part.start, part.end);
    loop {
        let said = Span::new(start, end).of(line);
        let trimmed = said
            .trim_start()
            .trim_start_matches([',', '|', '•', '·', '»', '«', '-', '–', '—', ':', '↑', '(', '/', '：', '،', '、']);
        // "[–]" folds what stands below it.
        let trimmed = ["[–]", "[-]", "[+]"].iter().find_map(|fold| trimmed.strip_prefix(fold)).unwrap_or(trimmed);
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
        if GLUE.contains_key(last) && said.len() > last.len() && keeps_length() {
            end -= last.len();
            continue;
        }
        let word = said.split_whitespace().next().unwrap_or("");
        let first = word.to_lowercase();
        let is_glue = GLUE.contains_key(&*first) && keeps_length();
        if is_glue
            && (said == word
                || !matches!(&*first, "a" | "the" | "in" | "en" | "da" | "il" | "el" | "le" | "la" | "pe" | "den" | "ob"))
        {
            start += word.len();
            continue;
        }
        return Span::new(start, end.max(start));
    }
}

/// `NAME (500 points)` without the points.
pub(super) fn trim_points(line: &str, name: Span) -> Span {
    let said = name.of(line);
    if let Some(open) = said.rfind(" (")
        && said.get(open..).is_some_and(|p| p.chars().any(|c| c.is_ascii_digit()))
    {
        return Span::new(name.start, name.start + open);
    }
    name
}
