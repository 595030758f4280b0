//! Chats as messengers export and copy them: each message begins with when it was sent and who sent it.
use super::converse;
use crate::{
    structure::{
        cues::{self, Cue, Reading},
        dates, headline,
        lines::Line,
        posts::{Draft, Fate, Plan},
        shapes,
        threads::is_initials,
        tree::{DropReason, Kind, Role},
    },
    text::Span,
};
use regex::Regex;
use std::sync::LazyLock;

/// Lines above the first message that a page of a messenger has.
const BESIDE: usize = 80;

/// Widest line of the page's own foot below a recording.
const SHORT: usize = 40;

/// How a message begins.
struct Head {
    /// Its first line and its last one.
    line: usize,
    last: usize,
    /// None where the program itself says something: who joined, what is encrypted.
    name: Option<Span>,
    date: Span,
    /// Where what was said begins.
    words: usize,
    /// Whether initials stand above the clock, and the name below it.
    pictured: bool,
}

/// A clock, perhaps with a date in numbers before it; behind such a date its numbers may be parted by points.
const STAMP: &str = concat!(
    r"(?P<date>(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s(?:klo\s)?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?",
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s(?:klo\s)?\d{1,2}\.\d{2}(?:\.\d{2})?",
    r"|\d{4}년\s\d{1,2}월\s\d{1,2}일\s(?:오전|오후)\s\d{1,2}:\d{2})",
);

/// `[STAMP] NAME: words`, `STAMP - NAME: words`, `STAMP, NAME : words`, `[STAMP] <NAME> words`, `[STAMP] NAME`; without a name what the program says.
static STAMPED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^\x{{200e}}?[\[(]?{STAMP}[\])]?(?:\s[-–—]|,)?\s(?:<[@+~ ]?(?P<angled>[^<>]{{1,40}})>\s|(?P<name>[^:<>\[\]]{{0,39}}[^:<>\[\]\s])\s?:\s|(?P<lone>[^:<>\[\]]{{1,40}}):?$)?"
    ))
    .ok()
});
/// `NAME, [STAMP]`, `NAME [STAMP]: words`, `NAME (STAMP)`.
static NAMED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^(?P<name>[^:\[\]]{{1,40}}?),?:?\s[\[(]{STAMP}[\])]:?(?:\s|$)")).ok());
/// `NAME — STAMP` and nothing else.
static DASHED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^(?:(?P<name>[^:\[\]]{{1,40}}?)\s)?[—–]\s{STAMP}$")).ok());
/// "NAME  CLOCK", and a clock below a name.
static CLOCKED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:(?P<name>[^:\[\]]{1,40}?),?\s)?\s?(?P<date>\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?)$").ok());

/// A clock, a name and words, in cells parted by tabs.
static TABBED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?P<date>\d{1,2}:\d{2})\t(?P<name>[^\t:]{1,40})(?:\t|$)").ok());

/// Reads a chat; none where messages do not begin so, or nobody speaks twice.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    // Most pages hold no line that can tell a name and a clock so, and the patterns need not be made.
    if (0..lines.len()).filter(|i| may_name(text, lines, readings, *i)).take(3).count() < 3 {
        return None;
    }
    let heads: Vec<Head> = (0..lines.len()).filter_map(|i| head(text, lines, i)).collect();
    let heads = continued(text, lines, heads);
    let first = heads.first()?.line;
    let speakers: Vec<&str> = heads.iter().filter_map(|head| Some(head.name?.of(text))).collect();
    // Beside the chat stand lists of channels and members.
    let last = heads.last()?.line;
    let dense = heads.len() > 3 && first <= BESIDE && heads.len() * 6 >= last - first;
    if (first > 8 || heads.len() * 8 < lines.len() - first) && !dense || !converse(&speakers) {
        return None;
    }
    let mut plan = Plan::new(Kind::Other, readings);
    let recorded = elapsed(text, &heads);
    if let Some(title) = headline::above(text, lines, readings, first).filter(|_| recorded && first > 2) {
        plan.title = lines.get(title).map(|line| line.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    let (mut next, mut current) = (heads.iter().peekable(), None);
    for (i, line) in lines.iter().enumerate() {
        if let Some(head) = next.next_if(|head| head.last == i) {
            current = head.name.map(|name| {
                plan.push(Draft { author: Some(name), date: Some(head.date).filter(|_| !recorded), ..Draft::new(Role::Post) })
            });
            let said = current.filter(|_| head.words < line.span.end);
            if said.is_some() {
                plan.marks.push((i, head.words));
            }
            let drop = if current.is_some() { DropReason::Attribution } else { DropReason::Navigation };
            plan.set(i, said.map_or(Fate::Drop(drop), Fate::Body));
        } else if next.peek().is_some_and(|head| head.line <= i) {
            plan.set(i, Fate::Drop(DropReason::Attribution));
        } else if let Some(at) = current {
            // Below what was recorded the page goes on.
            let over = recorded
                && next.peek().is_none()
                && line.gap > 0
                && line.width <= SHORT
                && !lines.get(i..).unwrap_or_default().iter().any(|line| shapes::ends_sentence(line.of(text)));
            current = current.filter(|_| !over);
            // The day alone, above the first message of it.
            let day = next.peek().is_some_and(|head| head.line == i + 1)
                && readings.get(i).is_some_and(|r| r.cue == Cue::Date && r.name.is_none());
            // "Thanks" is a button on a board, and said here.
            if !over && !day && readings.get(i).is_none_or(|r| r.cue != Cue::Counter) {
                plan.set(i, Fate::Body(at));
            }
        } else if current.is_none() && plan.title.is_none() && i < first {
            plan.title = Some(line.span);
            plan.set(i, Fate::Drop(DropReason::Title));
        }
    }
    Some(plan)
}

/// Where names stand below initials and a clock, a clock alone goes on with what the last one says.
fn continued(text: &str, lines: &[Line], mut heads: Vec<Head>) -> Vec<Head> {
    if heads.iter().filter(|head| head.pictured).count() < 2 {
        return heads;
    }
    let (mut name, mut taken) = (None, 0);
    heads.retain_mut(|head| {
        if head.pictured {
            (name, taken) = (head.name, head.last);
            return true;
        }
        let clock = lines.get(head.last).map_or(Span::new(0, 0), |line| line.span);
        let alone = head.last > taken && clock.of(text) == head.date.of(text);
        (head.line, head.name, head.words) = (head.last, name, clock.end);
        alone && name.is_some()
    });
    heads
}

/// Whether the clocks tell how far into a recording something is said: with seconds, from the first minute on, and never back.
fn elapsed(text: &str, heads: &[Head]) -> bool {
    let seconds = |head: &Head| -> Option<u32> {
        let said = head.date.of(text);
        let mut sum = 0u32;
        for part in said.split(':') {
            sum = sum.checked_mul(60)?.checked_add(part.parse().ok()?)?;
        }
        (said.split(':').count() == 3).then_some(sum)
    };
    let times: Option<Vec<u32>> = heads.iter().map(seconds).collect();
    times.is_some_and(|times| times.first().is_some_and(|first| *first < 60) && times.is_sorted())
}

/// Whether `said` tells what writes: a program, a moderator.
fn is_tag(said: &str) -> bool {
    matches!(said.trim(), "APP" | "BOT" | "MOD" | "ADMIN" | "OWNER" | "STAFF" | "OP" | "GUEST")
}

/// Whether the line can begin a message and name its writer: what all the patterns need.
fn may_name(text: &str, lines: &[Line], readings: &[Reading], at: usize) -> bool {
    let said = lines.get(at).map_or("", |line| line.of(text));
    let near = said.get(..said.floor_char_boundary(100)).unwrap_or("");
    if !has_clock(near) {
        return false;
    }
    let stamped = near.trim_start_matches('\u{200e}').starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '('));
    let behind = near.split_once(':').map_or("", |(_, behind)| behind);
    // "NAME [STAMP]", "NAME — STAMP": a sign that stands free, and a digit.
    let signed = || {
        near.char_indices().filter(|(_, c)| matches!(c, '[' | '(' | '—' | '–')).any(|(at, c)| {
            let rest = near.get(at + c.len_utf8()..).unwrap_or("").trim_start();
            near.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace))
                && rest.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    // A clock at the end, behind or below a name; behind a date it is that of a board.
    let ends = near.len() == said.len() && near.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'm' | 'M' | '.'));
    let clocked = || ends && readings.get(at).is_none_or(|reading| reading.date.is_none());
    stamped && behind.contains(char::is_alphabetic) || signed() || clocked()
}

/// Whether a colon stands between digits, or a point behind a blank and two of them.
fn has_clock(near: &str) -> bool {
    let bytes = near.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes.iter().enumerate().any(|(at, sign)| match sign {
        b':' => at > 0 && digit(at - 1) && digit(at + 1),
        b'.' => at > 2 && digit(at - 1) && digit(at - 2) && bytes.get(at - 3) == Some(&b' ') && digit(at + 1) && digit(at + 2),
        _ => false,
    })
}

fn is_stamped(near: &str) -> bool {
    STAMPED.as_ref().is_some_and(|stamped| stamped.is_match(near))
}

fn head(text: &str, lines: &[Line], at: usize) -> Option<Head> {
    let line = lines.get(at)?;
    let said = line.of(text);
    let near = said.get(..said.floor_char_boundary(100))?;
    // Nearly every line ends here.
    has_clock(near).then_some(())?;
    let span = |found: regex::Match| Span::new(line.span.start + found.start(), line.span.start + found.end());
    let found = |regex: &'static LazyLock<Option<Regex>>| regex.as_ref()?.captures(near);
    let tabbed = found(&TABBED);
    if let Some(parts) = found(&STAMPED).filter(|_| tabbed.is_none() && found(&CLOCKED).is_none()) {
        // A name that ends its line speaks on the next one; there another stamp would say that the program speaks.
        let speaks = lines.get(at + 1).is_some_and(|next| next.of(text).get(..100).is_none_or(|near| !is_stamped(near)));
        let lone = parts.name("lone").filter(|lone| speaks && !shapes::ends_sentence(lone.as_str()));
        let lone = lone.filter(|lone| lone.as_str().split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase())));
        let name = parts.name("angled").or_else(|| parts.name("name")).or(lone).filter(|name| cues::is_name(name.as_str()));
        let date = parts.name("date")?;
        // A clock alone begins a sentence as well.
        let told = date.as_str().contains(['/', '.', '-']) || date.start() > 0;
        let words = line.span.start + parts.get(0)?.end();
        return (name.is_some() || told).then(|| Head {
            line: at,
            last: at,
            name: name.map(span),
            date: span(date),
            words,
            pictured: false,
        });
    }
    // The initials that stand for a picture, a clock, the name.
    if let (Some(above), Some(below)) = (at.checked_sub(1).and_then(|i| lines.get(i)), lines.get(at + 1))
        && let Some(parts) = found(&CLOCKED).filter(|parts| parts.name("name").is_none())
        && is_initials(above.of(text), below.of(text))
    {
        let date = span(parts.name("date")?);
        return Some(Head { line: at - 1, last: at + 1, name: Some(below.span), date, words: below.span.end, pictured: true });
    }
    // A clock behind a date is that of a board.
    let clocked = || found(&CLOCKED).filter(|_| dates::find(near).is_none());
    let parts = tabbed.or_else(|| found(&NAMED)).or_else(|| found(&DASHED)).or_else(clocked)?;
    let (first, name) = match parts.name("name").filter(|name| !is_tag(name.as_str())) {
        Some(name) => (at, cues::strip_glue(text, span(name))),
        // The name stands above, perhaps with a tag below it.
        None => {
            let above = at.checked_sub(1)?;
            let tagged = parts.name("name").is_none() && is_tag(lines.get(above)?.of(text));
            let above = above.checked_sub(usize::from(tagged))?;
            (above, lines.get(above)?.span)
        }
    };
    let said = name.of(text);
    // "4. 9. 2017 (7:12)" is a date with its time of day.
    let dated = dates::find(said).is_some_and(|date| date.len() == said.len());
    let named = !dated && cues::is_name(said) && (!shapes::ends_sentence(said) || shapes::ends_in_initial(said));
    named.then_some(())?;
    let words = line.span.start + parts.get(0)?.end();
    Some(Head { line: first, last: at, name: Some(name), date: span(parts.name("date")?), words, pictured: false })
}
