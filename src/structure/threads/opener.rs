//! What opens a thread where it is shown in another way than the replies: a report, a description, a short article above what
//! others say to it. Its date is no anchor, as no other line looks like it.
use super::{
    super::{
        articles::byline,
        cues::{self, Cue, Deed},
        dates, shapes,
    },
    Message, View,
};
use crate::text::Span;
use std::{collections::HashSet, ops::Range};

/// Lines above the first reply that are looked at.
const REACH: usize = 200;
/// How far from the words who wrote them, and when, may stand.
const NEAR: usize = 6;
/// Lines that count replies, of which one ends the words.
const ENDS: usize = 4;
/// Widest line that tells when.
const WIDEST: usize = 110;

impl View<'_> {
    /// Words above the first reply, with who wrote them or when beside them. Something must set them off from a notice of the page:
    /// a line that counts or announces replies below them, or a name that comes back in the replies.
    pub(super) fn opener(&self, messages: &[Message]) -> Option<Message> {
        let first = messages.first()?;
        let region = first.top.saturating_sub(REACH)..first.top;
        let said = region.clone().find(|i| self.told(*i))?;
        // Replies may be counted in the head as well, above all words.
        let ends = (said + 1..region.end).filter(|i| self.parts_replies(*i)).map(Some).chain([None]);
        let (end, last, (dated, date), from) = ends.take(ENDS).find_map(|end| {
            let last = (said..end.unwrap_or(region.end)).rev().find(|i| self.told(*i))?;
            let when = self.posted(region.start..said).or_else(|| self.when(region.start..last + 1))?;
            let from = (when.0 + 1..last + 1).find(|i| self.cue(*i) == Cue::Words)?;
            Some((end, last, when, from))
        })?;
        if (from..last).find(|i| self.prose(*i)).unwrap_or(last) > from + NEAR {
            return None;
        }
        let writers: HashSet<String> = messages.iter().filter_map(|m| m.name).map(|name| bare(name.of(self.text))).collect();
        let head = dated.saturating_sub(NEAR).max(region.start)..from;
        let known = head.clone().rev().find_map(|i| self.known(i, &writers));
        if end.is_none() && known.is_none() {
            return None;
        }
        let (name, named) = known.or_else(|| self.signed(dated, head)).unzip();
        // The name may stand below the date.
        let from = from + usize::from(named == Some(from));
        let to = end.unwrap_or(region.end);
        let to = (last + 1..to)
            .take_while(|i| self.cue(*i) == Cue::Words && self.lines.get(*i).is_some_and(|l| l.gap == 0))
            .last()
            .map_or(last + 1, |i| i + 1);
        Some(Message { top: from, from, to, name, named, date: Some(date) })
    }

    /// Prose, and not just an address to share.
    fn told(&self, i: usize) -> bool {
        let said = self.said(i);
        self.prose(i) && (said.contains(' ') || !said.contains("://"))
    }

    /// Whether the line names what is said straight below it.
    pub(super) fn headline(&self, i: usize) -> bool {
        let said = self.said(i);
        self.cue(i) == Cue::Words
            && (!shapes::ends_sentence(said) || shapes::asks(said))
            && !said.contains(". ")
            && said.split_whitespace().count() > 2
            && self.width(i) <= 120
            && self.prose(i + 1)
    }

    /// The last line that tells that something was posted, and when.
    fn posted(&self, range: Range<usize>) -> Option<(usize, Span)> {
        range.rev().find_map(|i| {
            let reading = self.readings.get(i).filter(|r| matches!(r.cue, Cue::Deed(Deed::Posted | Deed::Asked)))?;
            Some((i, reading.date?))
        })
    }

    /// The last line that tells when.
    fn when(&self, range: Range<usize>) -> Option<(usize, Span)> {
        range.rev().find_map(|i| {
            let (line, reading) = (self.lines.get(i)?, self.readings.get(i)?);
            if line.width > WIDEST || self.prose(i) || self.dates_fact(i) {
                return None;
            }
            let found = || dates::find(line.of(self.text)).map(|date| date.shifted(line.span.start));
            Some((i, reading.date.or_else(found)?))
        })
    }

    /// Whether the line counts or announces what others say.
    pub(super) fn parts_replies(&self, i: usize) -> bool {
        let counts = || self.lines.get(i).is_some_and(|line| line.width <= 60) && cues::remarks_in(self.said(i)).is_some();
        self.cue(i) == Cue::AnswerCount || self.announces(i) || !self.prose(i) && counts()
    }

    /// The name in a line, where somebody of that name writes below.
    fn known(&self, i: usize, writers: &HashSet<String>) -> Option<(Span, usize)> {
        let told = self.readings.get(i)?.name;
        let span = told.or_else(|| self.lines.get(i).map(|line| line.span))?;
        writers.contains(&bare(span.of(self.text))).then_some((span, i))
    }

    /// The name beside a date: in its line, behind a word that says so, or alone on the line above or below.
    fn signed(&self, dated: usize, head: Range<usize>) -> Option<(Span, usize)> {
        if let Some(name) = self.readings.get(dated)?.name.filter(|name| is_name_of_somebody(name.of(self.text))) {
            return Some((name, dated));
        }
        let written = byline::read(self.text, self.lines, self.readings, head, None);
        if let Some(author) = written.author {
            let at = self.lines.partition_point(|line| line.span.end <= author.start);
            return Some((author, at));
        }
        let alone = |i: usize| self.short(i) && !self.fact(i) && !self.announces(i) && !shapes::ends_sentence(self.said(i));
        let at = dated.checked_sub(1).filter(|i| alone(*i))?;
        Some((self.lines.get(at)?.span, at))
    }
}

/// A name as handles are made of it: "@HofamHang".
fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.')).flat_map(char::to_lowercase).collect()
}

/// Not "14:02", nor "54,201 views".
fn is_name_of_somebody(name: &str) -> bool {
    let counted = name.split_once([' ', '\u{a0}']).is_some_and(|(number, _)| cues::bare_number(number).is_some());
    name.contains(char::is_alphabetic) && !counted
}
