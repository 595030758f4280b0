//! What stands around who and when in a line, and belongs to neither.
use super::{deeds::VERBS, is_furniture, is_name, is_person, is_tally, names::trim_points, strip_glue, words};
use crate::text::Span;

/// `part` without the star that says that a message was edited.
pub(super) fn unstarred(line: &str, part: Span) -> Span {
    let star = part.of(line).trim_end().strip_prefix('*').is_some_and(str::is_empty);
    if star { Span::new(part.start, part.start) } else { part }
}

/// `part` without the votes before "by": "112 points by NAME".
pub(super) fn behind_tally(line: &str, part: Span) -> Span {
    let said = part.of(line).trim_start();
    let behind = said.match_indices(' ').nth(1).and_then(|(at, _)| said.get(at..));
    let counted = behind.and_then(|rest| said.get(..said.len() - rest.len())).is_some_and(is_tally);
    match behind.map(str::trim_start).filter(|_| counted) {
        Some(rest) if words::BY.iter().any(|by| rest.strip_prefix(by).is_some_and(|r| r.starts_with(' '))) => {
            Span::new(part.end - rest.len(), part.end)
        }
        _ => part,
    }
}

/// `part` without the links behind it: "| hide | past | 3 comments".
pub(super) fn before_links(line: &str, part: Span) -> Span {
    let said = part.of(line);
    // "| prev [flagged] [–]": what was done to it stands behind the links.
    let is_link = |link: &str| {
        let bare = link.split('[').next().unwrap_or(link).trim();
        is_furniture(bare) || words::LINKS_UP.contains(&bare)
    };
    let links = said.trim_start().starts_with('|') && said.split('|').skip(1).filter(|link| !link.trim().is_empty()).all(is_link);
    if links { Span::new(part.start, part.start) } else { part }
}

/// `name` without the word that announces the date behind it: "投稿者：NAME 投稿日：DATE".
pub(super) fn before_verb(line: &str, name: Span) -> Span {
    let said = name.of(line);
    match said.rsplit_once(' ').filter(|(_, word)| VERBS.contains_key(word)) {
        Some((rest, _)) => strip_glue(line, Span::new(name.start, name.start + rest.len())),
        None => name,
    }
}

/// "NAME » Wed": what stands behind the sign is of the date.
fn before_mark(line: &str, name: Span) -> Span {
    let said = name.of(line);
    let before = said.split_once(" » ").map_or(said, |(before, _)| before.trim_end());
    Span::new(name.start, name.start + before.len())
}

/// `name` without the small words that some languages put before or behind it.
pub(super) fn bare_name(line: &str, name: Span) -> Span {
    let said = before_mark(line, name).of(line);
    let bare = words::AUXILIARY.iter().find_map(|word| said.strip_suffix(word)).unwrap_or(said).trim_end();
    let by = words::BY.iter().find_map(|by| bare.strip_prefix(by)?.strip_prefix(' ')).unwrap_or(bare);
    let end = name.start + bare.len();
    Span::new(end - by.len(), end)
}

/// A number and a colon at the start of `part`, and the name behind them.
pub(super) fn counted_name(line: &str, part: Span) -> Option<(i64, Span)> {
    let said = part.of(line);
    let (number, name) = said.split_once([':', '：'])?;
    let number = number.trim_end();
    let digits = (1..=5).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let name = strip_glue(line, Span::new(part.end - name.len(), part.end));
    (digits && is_name(name.of(line))).then(|| Some((number.parse().ok()?, name)))?
}

/// The name behind a word for "by" that begins `part` or stands in it.
pub(super) fn by_name(line: &str, part: Span) -> Option<Span> {
    let said = part.of(line);
    // "kategorisinde NAME tarafından": some languages put the word behind the name, and places before it.
    if let Some(at) = words::BEHIND.iter().find_map(|by| said.find(by)) {
        let before = said.get(..at)?;
        let lead = words::WITHIN_BEHIND.iter().find_map(|place| before.rfind(place).map(|i| i + place.len())).unwrap_or(0);
        let name = trim_points(line, strip_glue(line, Span::new(part.start + lead, part.start + at)));
        return is_name(name.of(line)).then_some(name);
    }
    let low = said.to_lowercase();
    if low.len() != said.len() {
        return None;
    }
    // Romanian says "de", which is something else behind most dates.
    let place = low.starts_with("în ");
    let of = if place { low.rfind(" de ").map(|at| at + 4) } else { low.starts_with("de ").then_some(3) };
    if let Some(at) = of {
        let name = trim_points(line, strip_glue(line, Span::new(part.start + at, part.end)));
        if is_person(name.of(line), place) {
            return Some(name);
        }
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
            let name = before_mark(line, before_verb(line, trim_points(line, name)));
            if is_name(name.of(line)) {
                return Some(name);
            }
        }
    }
    None
}

/// Whether the verb stands before a place.
pub(crate) fn is_placed(line: &str, verb: Span) -> bool {
    let said = verb.of(line).to_lowercase();
    words::PLACED.iter().any(|placed| said.strip_prefix(placed).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}
