//! Threads: the same few lines (name, date, number, facts about the member) stand by every message, above or below it.
//!
//! Which lines these are is learnt from the text itself: `anchors` are the dates or post numbers that come back in one
//! shape; what surrounds them in the same way is the head of a message; the rest is what people said.
mod anchors;
mod heads;

use super::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Kind, Role},
};
use crate::text::Span;
use std::collections::HashMap;

/// The lines around one anchor that were told apart.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    /// First and last line of the anchor itself.
    low: usize,
    high: usize,
    name: Option<Span>,
    date: Option<Span>,
}

/// Most lines of a message's head above its anchor.
const REACH: usize = 24;

/// Reads a thread; none where no anchor comes back.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let view = View { text, lines, readings };
    let anchors = view.anchors()?;
    let foot = view.below(&anchors);
    let mut heads: Vec<Head> = if foot { view.foot_heads(&anchors) } else { view.heads(&anchors) };
    let mut plan = Plan::new(Kind::Forum, readings);
    let first = heads.first().map_or(0, |h| h.top);
    let title = view.opening(&mut heads).or_else(|| view.title(first, &heads));
    plan.title = title.map(|t| lines.get(t).map_or(Span::new(0, 0), |l| strip_reply(text, l.span)));
    let portraits = readings.iter().filter(|r| r.cue == Cue::Portrait).count();
    let asks = title.is_some_and(|t| lines.get(t).is_some_and(|l| l.of(text).ends_with('?')));
    let voted = heads.len() > 1 && view.count_between(&heads, "upvote") * 2 >= heads.len();
    if asks && portraits * 2 >= heads.len() {
        plan.kind = Kind::Qa;
        let question = plan.push(Draft::new(Role::Question));
        if let Some(title) = title {
            plan.set(title, Fate::Body(question));
        }
    } else if let Some(title) = title {
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    let original = heads.first().and_then(|h| h.name).map_or("", |n| n.of(text));
    for (n, head) in heads.iter().enumerate() {
        let mut draft = Draft { author: head.name, date: head.date, ..Draft::new(Role::Post) };
        if plan.kind == Kind::Qa {
            draft.role = Role::Answer;
            draft.parent = Some(0);
        } else if voted {
            draft.score = view.votes(head);
            if n > 0 {
                draft.role = Role::Comment;
                // The one who began the thread comes back to answer the remark just made.
                let back = draft.author.is_some_and(|a| a.of(text) == original);
                draft.parent = Some(if back { n - 1 } else { 0 });
            }
        }
        let at = plan.push(draft);
        let title_said = plan.title.map_or("", |t| t.of(text));
        for i in head.top..head.from.min(head.to.max(head.top)) {
            // Between the name and the words stand facts about the member, whatever they look like.
            if view.cue(i) == Cue::Words && plan.fates.get(i) == Some(&Fate::Drop(DropReason::Navigation)) {
                let named = head.name.is_some_and(|n| view.said(i).contains(n.of(text)));
                plan.set(i, Fate::Drop(if named { DropReason::Attribution } else { DropReason::Badge }));
            }
        }
        let last = n + 1 == heads.len();
        for i in head.from..head.to {
            let (Some(line), Some(reading)) = (lines.get(i), readings.get(i)) else {
                break;
            };
            if last && reading.cue == Cue::End {
                break;
            }
            let said = line.of(text);
            let repeats = i < head.from + 3 && !title_said.is_empty() && strip_reply(text, line.span).of(text) == title_said;
            if repeats {
                plan.set(i, Fate::Drop(DropReason::Title));
                if title.is_none() && plan.title.is_none() {
                    plan.title = Some(line.span);
                }
                continue;
            }
            let ornament = reading.cue == Cue::Ornament && (line.width <= 1 || said.chars().all(|c| "★☆•·|✭".contains(c)));
            let kept = match reading.cue {
                Cue::Words | Cue::Fact | Cue::Expand | Cue::Accepted => true,
                Cue::Ornament => !ornament,
                // Alone between words of one message, it is one of the words.
                Cue::Date | Cue::Deed(Deed::Posted) | Cue::Header => view.inside(i, head),
                Cue::Number => view.inside(i, head) && line.gap == 0,
                _ => false,
            };
            if kept {
                plan.set(i, Fate::Body(at));
            }
        }
    }
    (plan.fates.iter().filter(|f| matches!(f, Fate::Body(_))).count() > 0).then_some(plan)
}

/// One message: where its head begins, and its lines.
#[derive(Clone, Copy, Debug)]
struct Head {
    top: usize,
    from: usize,
    to: usize,
    name: Option<Span>,
    date: Option<Span>,
}

struct View<'a> {
    text: &'a str,
    lines: &'a [Line],
    readings: &'a [Reading],
}

impl View<'_> {
    fn cue(&self, i: usize) -> Cue {
        self.readings.get(i).map_or(Cue::Navigation, |r| r.cue)
    }

    fn said(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |l| l.of(self.text))
    }

    /// Long, or a sentence: nobody's name.
    fn prose(&self, i: usize) -> bool {
        self.cue(i) == Cue::Words
            && self.lines.get(i).is_some_and(|l| {
                l.width > 50 || l.width > 3 && shapes::ends_sentence(l.of(self.text)) && !l.of(self.text).ends_with(':')
            })
    }

    /// Some pages show the first message otherwise: date, name, title, words. The name is known from later messages.
    fn opening(&self, heads: &mut [Head]) -> Option<usize> {
        let (first, rest) = heads.split_first_mut()?;
        let said = self.said(first.from);
        let known = |s: &str| rest.iter().any(|h| h.name.is_some_and(|n| n.of(self.text) == s));
        if said.is_empty() || !known(said) || first.name.is_some_and(|n| known(n.of(self.text))) {
            return None;
        }
        first.name = self.lines.get(first.from).map(|l| l.span);
        first.from += 1;
        let title = first.from;
        let headline =
            self.cue(title) == Cue::Words && !shapes::ends_sentence(self.said(title)) && self.cue(title + 1) == Cue::Words;
        first.from += usize::from(headline);
        headline.then_some(title)
    }

    /// The line that names the thread, above the first message.
    fn title(&self, first: usize, heads: &[Head]) -> Option<usize> {
        // Names of boards stand nearest to the messages; the title says more.
        let near = (0..first).rev().filter(|i| self.cue(*i) == Cue::Words && !self.fact(*i)).take(8);
        let words = |i: &usize| {
            self.lines.get(*i).map_or(0, |l| {
                if l.width <= 200 && !l.of(self.text).contains(". ") && !l.of(self.text).ends_with('.') {
                    l.of(self.text).split_whitespace().count().min(6)
                } else {
                    0
                }
            })
        };
        // Shown again above the messages ("Re: …"), it is sure.
        let again = heads.iter().take(6).find_map(|h| {
            let said = strip_reply(self.text, self.lines.get(h.from)?.span).of(self.text);
            (0..first).rev().find(|i| self.said(*i) == said && said.len() > 3 && said.len() < 160 && !said.ends_with('.'))
        });
        // Pages show it twice: in the path and as the headline.
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for i in first.saturating_sub(400)..first {
            *seen.entry(self.said(i)).or_default() += 1;
        }
        let twice = (first.saturating_sub(400)..first).rev().find(|i| {
            let said = self.said(*i);
            self.cue(*i) == Cue::Words
                && said.len() < 200
                && said.split_whitespace().count() >= 3
                && !said.ends_with('.')
                && seen.get(said).is_some_and(|n| *n == 2 || *n == 3)
        });
        let starter = (0..first)
            .find(|i| self.said(*i).starts_with("Thread starter"))
            .and_then(|i| (0..i).rev().find(|j| self.cue(*j) == Cue::Words));
        let near: Vec<usize> = near.collect();
        again.or(starter).or(twice).or_else(|| near.into_iter().rev().max_by_key(words).filter(|i| words(i) > 0))
    }

    fn count_between(&self, heads: &[Head], word: &str) -> usize {
        heads
            .iter()
            .filter(|h| {
                (h.from..h.to).any(|i| self.lines.get(i).is_some_and(|l| l.width < 12 && l.of(self.text).to_lowercase() == word))
            })
            .count()
    }

    fn votes(&self, head: &Head) -> Option<i64> {
        (head.from..head.to)
            .find(|i| self.said(*i).eq_ignore_ascii_case("upvote"))
            .and_then(|i| self.readings.get(i + 1))
            .filter(|r| r.cue == Cue::Number)?
            .number
    }

    /// Whether words of the same message stand on both sides.
    fn inside(&self, i: usize, head: &Head) -> bool {
        i > head.from && self.cue(i - 1) == Cue::Words && i + 1 < head.to && self.cue(i + 1) == Cue::Words
    }
}

/// `Re: title` without the mark.
fn strip_reply(text: &str, span: Span) -> Span {
    let said = span.of(text);
    for lead in ["Re: ", "RE: ", "Re : ", "Re :", "AW: ", "Aw: ", "Antw: ", "Re:", "Topic: "] {
        if let Some(rest) = said.strip_prefix(lead) {
            let rest = rest.trim_start();
            return Span::new(span.end - rest.len(), span.end);
        }
    }
    span
}

/// The name alone: `nick (Full Name)` is the nick; ranks and counts beside it are not the name.
fn clean_name(text: &str, span: Span) -> Span {
    let said = span.of(text);
    let cut = [" (", "  ", "\t", "\u{a0}"].iter().filter_map(|s| said.find(s)).min().filter(|i| *i > 0).unwrap_or(said.len());
    let mut bare = said.get(..cut).unwrap_or(said);
    // "nick 15 posts": a count begins behind the name.
    if let Some(at) = bare.match_indices(' ').map(|(i, _)| i).find(|i| {
        let rest = cues::fold(bare.get(*i..).unwrap_or(""));
        rest.strip_prefix("# ").is_some_and(|r| cues::counts(r.split(['#', ' ']).next().unwrap_or("")))
    }) {
        bare = bare.get(..at).unwrap_or(bare);
    }
    let mut start = span.start;
    if let Some(rest) = bare.strip_prefix("OP ") {
        start += 3;
        bare = rest;
    }
    for words in [2, 1] {
        if let Some((at, _)) = bare.rmatch_indices(' ').nth(words - 1)
            && cues::is_badge(&cues::fold(bare.get(at..).unwrap_or("")))
        {
            bare = bare.get(..at).unwrap_or(bare);
            break;
        }
    }
    let bare = bare.trim_end_matches([':', ',', ' ', '\u{a0}']);
    Span::new(start, start + bare.len())
}
