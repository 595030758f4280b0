//! Talk pages of wikis: each message ends with who wrote it, a link to talk to them, and when.
use crate::structure::{
    cues::{self, Cue, Reading},
    dates,
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Kind, Role},
    vocabulary as words,
};
use crate::text::Span;

/// Longest signature, in bytes.
const LONGEST: usize = 140;
/// Least words of a paragraph of the first message, in columns; what is shorter above it is of the page.
const PARAGRAPH: usize = 50;

/// How a line ends that its writer signed.
struct Signature {
    /// Where what was said ends.
    body: usize,
    name: Span,
    date: Span,
    /// Whether a link to talk to the writer stands there.
    linked: bool,
}

/// Reads such a page; none where fewer than two lines are signed so.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    // Nearly every page ends here.
    if lines.iter().filter(|line| linked(end_of(line.of(text))).is_some()).take(2).count() < 2 {
        return None;
    }
    let signed: Vec<Option<Signature>> = lines.iter().map(|line| signature(text, line)).collect();
    if signed.iter().flatten().filter(|signature| signature.linked).count() < 2 {
        return None;
    }
    let cue = |i: usize| readings.get(i).map_or(Cue::Navigation, |r| r.cue);
    let is_words = |i: usize| matches!(cue(i), Cue::Words | Cue::Fact | Cue::Ornament | Cue::Number);
    let first = signed.iter().position(Option::is_some)?;
    // Above the first message stands the head of the page.
    let paragraph =
        |i: &usize| is_words(*i) && lines.get(*i).is_some_and(|l| l.width > PARAGRAPH || shapes::ends_sentence(l.of(text)));
    let mut from = first - (0..first).rev().take_while(|i| paragraph(i)).count();
    let mut plan = Plan::new(Kind::Forum, readings);
    for (i, signature) in signed.iter().enumerate() {
        let Some(signature) = signature else { continue };
        let draft = plan.push(Draft { author: Some(signature.name), date: Some(signature.date), ..Draft::new(Role::Post) });
        for n in (from..i).filter(|n| is_words(*n)) {
            let said = lines.get(n).map_or("", |line| line.of(text));
            let link = said.starts_with('[') && said.ends_with(']');
            plan.set(n, if link { Fate::Drop(DropReason::Button) } else { Fate::Body(draft) });
        }
        plan.set(i, Fate::Body(draft));
        plan.tails.push((i, signature.body));
        from = i + 1;
    }
    Some(plan)
}

/// The signature that ends a line: "NAME (talk) 10:12, 3 May 2019 (UTC)", perhaps with a link to reply behind it.
fn signature(text: &str, line: &Line) -> Option<Signature> {
    let near = end_of(line.of(text));
    if !near.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let link = linked(near);
    let (name_end, behind) = link.or_else(|| address(near))?;
    let rest = near.get(behind..)?;
    let date = dates::find(rest).filter(|date| date.start <= 1)?;
    // A zone in brackets and a link of one word.
    let after = rest.get(date.end..)?.trim_start();
    let after = after.strip_prefix('(').and_then(|zone| zone.split_once(')')).map_or(after, |(_, after)| after);
    if after.trim_matches(['[', ']', ' ']).chars().count() > 12 || after.contains(". ") {
        return None;
    }
    let before = near.get(..name_end)?.trim_end();
    let last_word = || before.rmatch_indices([' ', '\u{a0}']).next().map_or(0, |(at, blank)| at + blank.len());
    let name_at = if link.is_some() { name_start(before) } else { last_word() };
    let name = before.get(name_at..).filter(|name| cues::is_name(name))?;
    let body = before.get(..name_at)?.trim_end_matches(|c: char| c.is_whitespace() || "-–—~".contains(c));
    let at = line.span.end - near.len();
    Some(Signature {
        body: at + body.len(),
        name: Span::new(at + name_at, at + name_at + name.len()),
        date: date.shifted(at + behind),
        linked: link.is_some(),
    })
}

/// The end of a line, which may hold a signature.
fn end_of(said: &str) -> &str {
    said.get(said.ceil_char_boundary(said.len().saturating_sub(LONGEST))..).unwrap_or("")
}

/// Where the name ends before a link such as "(talk)", and where what follows begins.
fn linked(near: &str) -> Option<(usize, usize)> {
    near.match_indices('(')
        .filter_map(|(open, _)| {
            let close = open + near.get(open..)?.find(')')?;
            let first = near.get(open + 1..close)?.split(['|', '·', '•', '/']).next()?.trim().to_lowercase();
            words::TALK.split('|').any(|word| word == first).then_some((open, close + 1))
        })
        .next_back()
}

/// The same behind a number of the network, where nobody is called by name.
fn address(near: &str) -> Option<(usize, usize)> {
    let date = dates::find(near)?;
    let before = near.get(..date.start)?.trim_end();
    let last = before.rsplit([' ', '\u{a0}']).next()?;
    let numbers = last.split('.').filter(|part| part.parse::<u8>().is_ok()).count();
    (numbers == 4 && last.split('.').count() == 4).then_some((before.len(), before.len()))
}

/// Where the name begins that ends `before`: behind a dash or the end of a sentence, and of at most three words.
fn name_start(before: &str) -> usize {
    let mut at = before.len();
    for (blank, sign) in before.rmatch_indices([' ', '\u{a0}']).take(4) {
        let head = before.get(..blank).unwrap_or("").trim_end();
        at = blank + sign.len();
        if head.ends_with(['.', '!', '?', '…', ')', ']', '"', '”', '»', '-', '–', '—', ':', ';', ',', '。', '！', '？'])
        {
            return at + before.get(at..).map_or(0, |name| name.len() - name.trim_start_matches(['-', '–', '—', '~']).len());
        }
    }
    if before.matches([' ', '\u{a0}']).count() < 3 { 0 } else { at }
}
