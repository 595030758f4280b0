//! Which line of a message's furniture is the name of its author.
//!
//! Names stand in one place in all heads, and the place is found by asking every place: what stands there must look like a
//! name in most messages, differ between them, and may be known from elsewhere ("Ann wrote:", a portrait, an initial above it).
mod labels;
mod tails;

use super::{
    super::{
        cues::{self, Cue, Deed},
        dates::is_short_age,
        lines::digest,
        vocabulary as words,
    },
    Anchor, View, clean_name, strip_reply,
};
use crate::text::Span;
pub(super) use labels::behind_lead;
use labels::{doubt_labels, known_below, leave_out_labels};
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    ops::Range,
};
pub(super) use tails::without_addressees;
use tails::{known_part, tails, without_tail};

/// The furniture of one message: lines around its anchor, and above its words where the anchor stands below them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub anchor: Anchor,
    /// Furniture above the anchor: lines from here to the anchor.
    pub above: usize,
    /// Furniture below it: lines from the anchor to here.
    pub below: usize,
    /// Furniture directly above the words, where these stand between it and the anchor.
    pub before: (usize, usize),
    /// Whether its words stand above the anchor.
    pub foot: bool,
    /// Nothing tells where its furniture begins: the page's own head stands above it.
    pub open: bool,
    /// What stands behind the words, where these follow the anchor.
    pub after: (usize, usize),
    /// Whether this tells who wrote the words, and when.
    pub trailing: bool,
}

/// A place in a head, told by counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Place {
    /// In a line of the anchor itself.
    Anchor,
    /// Between the lines of the anchor.
    Within(usize),
    /// The last lines above the anchor with an empty line before them.
    Apart(usize),
    /// Straight above a line that stands in most heads.
    Above(u64),
    /// Straight below a line that stands in most heads.
    Below(u64),
    /// The first lines above the words, of those that can be a name.
    Before(usize),
    /// The last lines above the words, of those that can be a name.
    Over(usize),
    /// Lines counted from the top of the head, of those that can be a name.
    Top(usize),
    /// Lines counted from the anchor upwards, of those that can be a name.
    Up(usize),
    /// Lines counted from the anchor downwards.
    Down(usize),
    /// All lines counted from the anchor upwards: of ranks above it some are known for what they are, some are not.
    Offset(usize),
}

/// What a name is worth that stands behind a verb.
const TOLD: f32 = 2.2;
/// Lines that are tried in each direction.
const REACH: usize = 8;
/// Lines of a head that are looked at.
const DEEP: usize = 40;

/// The name of each message's author, with the line where it stands.
pub(super) fn names(view: &View<'_>, blocks: &[Block]) -> Vec<Option<(Span, Option<usize>)>> {
    let known = known(view);
    let mut choices: Vec<Vec<(Place, Candidate)>> = blocks.iter().map(|block| candidates(view, block, &known)).collect();
    leave_out_labels(view, &mut choices, &known);
    doubt_labels(view, blocks, &mut choices);
    let ranked = ranked(view, &choices, blocks);
    let tails = tails(view, &choices, ranked.first().copied());
    let usual = |choices: &[(Place, Candidate)]| ranked.iter().find_map(|place| choices.iter().find(|c| c.0 == *place)).copied();
    // Where nothing tells where the head begins, the place is the one that names the same lines elsewhere.
    let mut agree: HashMap<Place, usize> = HashMap::new();
    for (choices, _) in choices.iter().zip(blocks).filter(|(_, block)| !block.open) {
        let line = usual(choices).and_then(|(_, chosen)| chosen.line);
        for (place, _) in choices.iter().filter(|(_, c)| line.is_some() && c.line == line) {
            *agree.entry(*place).or_default() += 1;
        }
    }
    let agreed = |choices: &[(Place, Candidate)]| {
        let times = |place: &Place| agree.get(place).copied().unwrap_or(0);
        choices.iter().filter(|(place, _)| times(place) > 0).max_by_key(|(place, _)| (times(place), Reverse(*place))).copied()
    };
    let mut named: Vec<Option<(Span, Option<usize>)>> = choices
        .iter()
        .zip(blocks)
        .map(|(choices, block)| {
            // What opens a thread may be signed otherwise: "Published on DATE by NAME".
            let told = choices.iter().find(|(place, own)| *place == Place::Anchor && own.worth >= TOLD).copied();
            let (_, chosen) =
                if block.open { told.or_else(|| agreed(choices)).or_else(|| usual(choices)) } else { usual(choices) }?;
            let span = known_part(view.text, chosen.span, &known).unwrap_or_else(|| without_tail(view.text, chosen.span, &tails));
            Some((clean_name(view.text, span), chosen.line))
        })
        .collect();
    known_below(view, &choices, blocks, &mut named);
    leave_out_honorific(view.text, &mut named);
    named
}

/// Who calls all writers by an honorific means none of it as their names.
fn leave_out_honorific(text: &str, named: &mut [Option<(Span, Option<usize>)>]) {
    for honorific in words::HONORIFICS {
        let called = |name: &Span| name.of(text).strip_suffix(honorific).is_some_and(|name| !name.is_empty());
        let all = named.iter().flatten().count();
        if all > 1 && named.iter().flatten().all(|(name, _)| called(name)) {
            named.iter_mut().flatten().filter(|(name, _)| called(name)).for_each(|(name, _)| name.end -= honorific.len());
        }
    }
}

/// The date of each message, where its anchor has none: the one that stands in the same place in most heads.
pub(super) fn dates(view: &View<'_>, blocks: &[Block]) -> Vec<Option<Span>> {
    let dated = |i: usize| {
        // "2d" above or below a button; anywhere else it could be a measure.
        let button = |i: usize| view.cue(i) == Cue::Button;
        if is_short_age(view.said(i)) && (button(i + 1) || i > 0 && button(i - 1)) {
            return view.lines.get(i).map(|line| line.span);
        }
        let reading = view.readings.get(i).filter(|r| matches!(r.cue, Cue::Date | Cue::Deed(Deed::Posted | Deed::Answered)))?;
        reading.date.filter(|_| !view.dates_fact(i))
    };
    let places: Vec<Vec<(Place, Span)>> = blocks
        .iter()
        .map(|block| {
            let above = (block.above.max(block.anchor.low.saturating_sub(DEEP))..block.anchor.low).rev().filter_map(dated);
            let below = (block.anchor.high + 1..block.below.min(block.anchor.high + 1 + DEEP)).filter_map(dated);
            let before = (block.before.0.max(block.before.1.saturating_sub(DEEP))..block.before.1).filter_map(dated);
            if block.trailing {
                let after = (block.after.0..block.after.1.min(block.after.0 + DEEP)).filter_map(dated);
                return after.take(1).map(|date| (Place::Anchor, date)).collect();
            }
            let own = block.anchor.date.map(|date| (Place::Anchor, date));
            own.into_iter()
                .chain(before.take(2).enumerate().map(|(n, date)| (Place::Before(n), date)))
                .chain(below.take(2).enumerate().map(|(n, date)| (Place::Down(n), date)))
                .chain(above.take(2).enumerate().map(|(n, date)| (Place::Up(n), date)))
                .collect()
        })
        .collect();
    let mut often: HashMap<Place, usize> = HashMap::new();
    for (place, _) in places.iter().flatten() {
        *often.entry(*place).or_default() += 1;
    }
    let rank = |place: &Place| (often.get(place).copied().unwrap_or(0), Reverse(*place));
    places.iter().map(|here| here.iter().max_by_key(|(place, _)| rank(place)).map(|(_, date)| *date)).collect()
}

/// A line, or part of one, that may be the name.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    span: Span,
    line: Option<usize>,
    /// How much it looks like a name by itself.
    worth: f32,
}

/// Names that the text knows: of people quoted, mentioned, of portraits, of deeds.
fn known<'t>(view: &View<'t>) -> HashSet<&'t str> {
    let mut known: HashSet<&str> = HashSet::new();
    known.extend(view.readings.iter().filter_map(|reading| reading.name).map(|name| name.of(view.text)));
    known.extend(view.quoted().values().map(|name| name.of(view.text)));
    for line in view.lines.iter().filter(|line| line.width < 400 && line.of(view.text).contains('@')) {
        let mentioned = line.of(view.text).split_whitespace().filter_map(|word| word.strip_prefix('@'));
        known.extend(mentioned.map(|name| name.trim_end_matches([',', ':', '.', '!', '?'])));
    }
    known
}

/// What may be a name in a block, by place.
fn candidates(view: &View<'_>, block: &Block, known: &HashSet<&str>) -> Vec<(Place, Candidate)> {
    let mut out = Vec::new();
    if let Some(span) = block.anchor.name {
        // "Posted by NAME" is as sure as a name that is known.
        let told = (block.anchor.low..block.anchor.high + 1).any(|i| matches!(view.cue(i), Cue::Deed(_)));
        out.push((Place::Anchor, Candidate { span, line: None, worth: if told { TOLD } else { 1.2 } }));
    }
    let lines = |range: Range<usize>| -> Vec<Candidate> { range.filter_map(|i| candidate(view, i, known)).collect() };
    let above = match block.after {
        (from, to) if block.trailing => lines(from..to.min(from + REACH)),
        _ => lines(block.above.max(block.anchor.low.saturating_sub(DEEP))..block.anchor.low),
    };
    // Below an anchor that stands below its words the next message begins.
    let below = if block.foot { Vec::new() } else { lines(block.anchor.high + 1..block.below.min(block.anchor.high + 1 + DEEP)) };
    let before = lines(block.before.0.max(block.before.1.saturating_sub(DEEP))..block.before.1);
    out.extend(
        lines(block.anchor.low..block.anchor.high + 1).into_iter().take(REACH).enumerate().map(|(n, c)| (Place::Within(n), c)),
    );
    let apart = |c: &&Candidate| c.line.and_then(|i| view.lines.get(i)).is_some_and(|l| l.gap > 0);
    out.extend(above.iter().rev().filter(apart).take(2).enumerate().map(|(n, c)| (Place::Apart(n), *c)));
    for candidate in before.iter().chain(&above).chain(&below) {
        let next = candidate.line.map_or(0, |i| i + 1);
        let below = candidate.line.and_then(|i| i.checked_sub(1)).map(|above| Place::Below(digest(view.said(above))));
        for place in [Some(Place::Above(digest(view.said(next)))), below].into_iter().flatten() {
            if !out.iter().any(|(known, _)| *known == place) {
                out.push((place, *candidate));
            }
        }
    }
    let top = if block.open { 0 } else { REACH };
    out.extend(before.iter().rev().take(REACH).enumerate().map(|(n, c)| (Place::Over(n), *c)));
    out.extend(before.iter().take(top).enumerate().map(|(n, c)| (Place::Before(n), *c)));
    out.extend(above.iter().take(top).enumerate().map(|(n, c)| (Place::Top(n), *c)));
    out.extend(above.iter().rev().take(REACH).enumerate().map(|(n, c)| (Place::Up(n), *c)));
    let offset = |c: &Candidate| c.line.and_then(|i| block.anchor.low.checked_sub(i)).filter(|offset| *offset <= REACH);
    out.extend(above.iter().filter_map(|c| Some((Place::Offset(offset(c)?), *c))));
    out.extend(below.iter().take(REACH).enumerate().map(|(n, c)| (Place::Down(n), *c)));
    out
}

fn candidate(view: &View<'_>, i: usize, known: &HashSet<&str>) -> Option<Candidate> {
    let line = view.lines.get(i)?;
    if view.cue(i) == Cue::Portrait {
        let name = view.readings.get(i)?.name?;
        // "Anns avatar": the name itself stands near by.
        let said = name.of(view.text);
        let bare = said.strip_suffix("'s").or_else(|| said.strip_suffix('s')).unwrap_or(said);
        let near = bare.len() < said.len() && (i.saturating_sub(4)..i + 5).any(|j| view.said(j) == bare);
        let span = if near { Span::new(name.start, name.start + bare.len()) } else { name };
        return Some(Candidate { span, line: Some(i), worth: 2.0 });
    }
    if let Some(span) = pictured(view, i) {
        return Some(Candidate { span, line: Some(i), worth: 2.0 });
    }
    if let Some(span) =
        view.readings.get(i).filter(|r| matches!(r.cue, Cue::Deed(_) | Cue::Date | Cue::PostNumber)).and_then(|r| r.name)
    {
        // "Registered: 2017-03-14" names a fact.
        let key = view.said(i).get(span.end - line.span.start..).is_some_and(|rest| rest.starts_with(':'));
        return (!key).then_some(Candidate { span, line: Some(i), worth: 1.2 });
    }
    // "NAME says:"
    if let Some(span) = view.quoted().get(&i).copied() {
        return Some(Candidate { span, line: Some(i), worth: 1.5 });
    }
    if !view.short(i) || view.fact(i) || view.announces(i) || line.width < 2 || strip_reply(view.text, line.span) != line.span {
        return None;
    }
    if view.replied().contains(line.of(view.text)) {
        return None;
    }
    let span = clean_name(view.text, line.span);
    let said = span.of(view.text);
    if !said.chars().any(char::is_alphabetic) || is_short_age(said) {
        return None;
    }
    let mut worth = 1.0;
    if known.contains(said) {
        worth += 1.0;
    }
    let initial = i > 0 && is_initials(view.said(i - 1), said);
    if is_initials(said, view.said(i + 1)) {
        return None;
    }
    // "Reactions:" and who reacts.
    let reacts =
        |i: usize| matches!(view.cue(i), Cue::Counter | Cue::Tally | Cue::Button | Cue::Badge) && view.said(i).ends_with(':');
    if i > 0 && reacts(i - 1) {
        return None;
    }
    // "Ann, rank, Ann": what stands between is none.
    let framed = i > 0 && view.said(i - 1) == view.said(i + 1) && view.short(i - 1) && view.said(i - 1) != view.said(i);
    if framed {
        return None;
    }
    let twice = view.said(i + 2) == view.said(i) || view.said(i + 1) == view.said(i) || i > 0 && view.said(i - 1) == view.said(i);
    worth += if initial { 0.8 } else { 0.0 } + if twice { 0.5 } else { 0.0 };
    let more = said.split_whitespace().count().saturating_sub(1) as f32;
    worth -= if cues::is_person(said, false) { 0.05 } else { 0.12 } * more;
    // Below the name, with nothing between, stand ranks and places.
    let second = i > 0 && line.gap == 0 && view.short(i - 1) && !view.fact(i - 1) && view.width(i - 1) > 1;
    if second && !twice && !initial {
        worth -= 0.15;
    }
    // "Expert", and in what.
    if i > 0 && line.gap == 0 && view.cue(i - 1) == Cue::Badge {
        worth -= 0.3;
    }
    // "Dr. Bell"; "Ann Bell" above "@ann".
    if words::TITLES.iter().any(|title| said.strip_prefix(title).is_some_and(|rest| rest.starts_with(' '))) {
        worth += 0.8;
    }
    if said.starts_with('@') && i > 0 && view.short(i - 1) && !view.fact(i - 1) && !view.said(i - 1).starts_with('@') {
        worth -= 0.6;
    }
    // "Yes 14" counts.
    if said.rsplit_once(' ').is_some_and(|(_, last)| last.bytes().all(|b| b.is_ascii_digit())) {
        worth -= 0.4;
    }
    // "DK": where somebody lives.
    if said.len() == 2 && said.bytes().all(|b| b.is_ascii_uppercase()) {
        worth -= 0.6;
    }
    if said.ends_with(['.', '!', '?']) && !ends_in_letter(said)
        || said.contains(['?', '!', '"', '“', '='])
        || said.starts_with(['#', '[', '(', '/'])
    {
        worth -= 0.6;
    }
    let folded = cues::fold(said);
    if words::INTERJECTIONS.contains(&&*folded) {
        return None;
    }
    if folded.split(' ').any(|word| words::CLOSINGS.contains(&word)) || cues::counts(folded.rsplit(' ').next().unwrap_or("")) {
        worth -= 0.7;
    }
    Some(Candidate { span: line.span, line: Some(i), worth: worth.max(0.05) })
}

/// The name in what a picture says in any language ("picture of NAME", "NAME: picture"), where the name stands on the next line.
fn pictured(view: &View<'_>, i: usize) -> Option<Span> {
    let (line, next) = (view.lines.get(i)?, view.lines.get(i + 1)?);
    let (said, name) = (line.of(view.text), next.of(view.text));
    if view.cue(i) != Cue::Words || line.width > 80 || !(3..=40).contains(&next.width) || !view.short(i + 1) {
        return None;
    }
    let before = said.strip_suffix(name).filter(|lead| lead.ends_with(' '));
    let behind = || said.strip_prefix(name).filter(|tail| tail.starts_with(|c: char| !c.is_alphanumeric()) && tail.len() > 1);
    let start = match before {
        Some(lead) => line.span.start + lead.len(),
        None => behind().map(|_| line.span.start)?,
    };
    Some(Span::new(start, start + name.len()))
}

/// Whether the stop at the end is that of one letter: "Ann B.", "ann_b.".
fn ends_in_letter(said: &str) -> bool {
    let last = said.trim_end_matches('.').rsplit([' ', '\u{a0}', '_', '-']).next().unwrap_or("");
    said.ends_with('.') && last.chars().count() == 1
}

/// Whether `said` is the first letters of the words of `name`, or the first letter of all: it stands for a picture.
pub(crate) fn is_initials(said: &str, name: &str) -> bool {
    let whole = said.to_uppercase();
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-' | '.'));
    let letters: String = words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    // "DoreenWhitlock".
    let capitals = || name.chars().filter(|c| c.is_uppercase()).eq(said.chars());
    let short = whole.chars().count() <= 3 && said.chars().all(char::is_alphabetic) && said.len() < name.len();
    let begins = whole.chars().count() == 1 || whole.chars().count() == 2 && !name.contains(' ');
    short
        && !said.is_empty()
        && (letters == whole || whole.len() > 1 && capitals() || begins && name.to_uppercase().starts_with(&whole))
}

/// The places, the likeliest first.
fn ranked(view: &View<'_>, choices: &[Vec<(Place, Candidate)>], blocks: &[Block]) -> Vec<Place> {
    let mut places: HashMap<Place, (f32, HashMap<String, usize>)> = HashMap::new();
    for choices in choices {
        for (place, candidate) in choices {
            let (worth, texts) = places.entry(*place).or_default();
            *worth += candidate.worth;
            *texts.entry(cues::fold(candidate.span.of(view.text))).or_default() += 1;
        }
    }
    let all = choices.len().max(1) as f32;
    let closed = blocks.iter().filter(|block| !block.open).count().max(1) as f32;
    // Ranks and places come back oftener than names.
    let most = places.values().filter(|(worth, _)| *worth > 0.6 * all).map(|(_, texts)| texts.len()).max().unwrap_or(1) as f32;
    let mut ranked: Vec<(f32, Place)> = places
        .into_iter()
        .map(|(place, (worth, texts))| {
            let all = if matches!(place, Place::Before(_) | Place::Top(_)) { closed } else { all };
            let often = texts.values().copied().max().unwrap_or(0) as f32;
            // Names differ, and some come back.
            let same = if often > 2.0 && often > 0.8 * all { 0.5 } else { 1.0 };
            let back = texts.values().filter(|n| **n > 1).count() as f32;
            let rank =
                if matches!(place, Place::Before(0) | Place::Top(0) | Place::Apart(0) | Place::Anchor) { 0.15 } else { 0.0 };
            let varied = 0.3 * texts.len() as f32 / most.max(1.0);
            (same * (worth / all + 0.1 * (back / all).min(1.0)) + varied + rank, place)
        })
        .collect();
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.into_iter().map(|(_, place)| place).collect()
}
