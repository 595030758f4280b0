//! Threads: the same few lines (name, date, number, facts about the member) stand by every message, above or below it.
//!
//! Which lines these are is learnt from the text itself: `anchors` are the dates or post numbers that come back in one
//! shape; what surrounds them in the same way is the head of a message; the rest is what people said.
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
        let last = n + 1 == heads.len();
        for i in head.from..head.to {
            let (Some(line), Some(reading)) = (lines.get(i), readings.get(i)) else { break };
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
                Cue::Words | Cue::Expand | Cue::Accepted => true,
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
        self.cue(i) == Cue::Words && self.lines.get(i).is_some_and(|l| l.width > 50 || l.width > 3 && shapes::ends_sentence(l.of(self.text)) && !l.of(self.text).ends_with(':'))
    }

    /// The anchors: post numbers that count up, else the dates of the shape that comes back most.
    fn anchors(&self) -> Option<Vec<Anchor>> {
        let numbers: Vec<(usize, i64)> = self.readings.iter().enumerate().filter(|(_, r)| r.cue == Cue::PostNumber).filter_map(|(i, r)| Some((i, r.number?))).collect();
        let steps = numbers.windows(2).filter(|w| matches!(w, [a, b] if b.1 == a.1 + 1 || b.1 == a.1)).count();
        let counting = numbers.len() >= 2 && steps * 10 >= (numbers.len() - 1) * 6;
        let at: Vec<usize> = if counting {
            numbers.iter().map(|n| n.0).collect()
        } else {
            self.dated()?
        };
        let mut out: Vec<Anchor> = Vec::new();
        for i in at {
            let reading = self.readings.get(i)?;
            // The date may stand on a line of its own beside the number.
            let near = |j: usize| self.readings.get(j).filter(|r| matches!(r.cue, Cue::Date | Cue::Deed(Deed::Posted)) && r.date.is_some());
            let (mut low, mut high) = (i, i);
            let (mut name, mut date) = (reading.name, reading.date);
            if date.is_none() {
                for j in [i.wrapping_sub(1), i + 1, i.wrapping_sub(2), i + 2] {
                    if let Some(r) = near(j) {
                        date = r.date;
                        name = name.or(r.name);
                        low = low.min(j);
                        high = high.max(j);
                        break;
                    }
                }
            }
            let same = |a: &Anchor| {
                let dates = matches!((a.date, date), (Some(x), Some(y)) if x.of(self.text) == y.of(self.text));
                let numbers = self.readings.get(a.high).and_then(|r| r.number).is_some_and(|n| counting && Some(n) == reading.number);
                low <= a.high + 9 && (dates && !counting || numbers) && !(a.high + 1..low).any(|j| self.prose(j))
            };
            if let Some(last) = out.last_mut().filter(|a| low <= a.high || same(a)) {
                last.high = last.high.max(high);
                last.name = last.name.or(name);
                last.date = last.date.or(date);
            } else {
                out.push(Anchor { low, high, name, date });
            }
        }
        let said = out.windows(2).filter(|w| matches!(w, [a, b] if (a.high + 1..b.low).any(|i| self.cue(i) == Cue::Words))).count();
        (out.len() >= 2 && said * 2 >= out.len() - 1).then_some(out)
    }

    /// Lines with a date, of the shape that has most prose between.
    fn dated(&self) -> Option<Vec<usize>> {
        let mut shapes: HashMap<(u8, bool), Vec<usize>> = HashMap::new();
        let mut order: Vec<(u8, bool)> = Vec::new();
        for (i, r) in self.readings.iter().enumerate() {
            let kind = match r.cue {
                Cue::Date => 0,
                Cue::Deed(Deed::Posted) => 1,
                Cue::Deed(Deed::Commented | Deed::Answered) => 2,
                Cue::PostNumber => 3,
                _ => continue,
            };
            // A date behind "Joined" is a fact about the member.
            if r.date.is_none() || i > 0 && self.cue(i - 1) == Cue::Profile {
                continue;
            }
            let key = (kind, r.name.is_some());
            let list = shapes.entry(key).or_default();
            if list.is_empty() {
                order.push(key);
            }
            list.push(i);
        }
        let value = |list: &[usize]| list.windows(2).filter(|w| matches!(w, [a, b] if (a + 1..*b).any(|i| self.prose(i)))).count();
        let best = order.iter().map(|k| (value(shapes.get(k).map_or(&[], Vec::as_slice)), *k)).max_by_key(|(v, k)| (*v, k.0))?;
        let list = shapes.remove(&best.1)?;
        let rest = self.lines.len().saturating_sub(*list.first()?);
        // A few dates in a long text are no thread.
        (list.len() >= 2 && best.0 >= 1 && list.len() * 60 >= rest).then_some(list)
    }

    /// Whether the anchors stand below what was said.
    fn below(&self, anchors: &[Anchor]) -> bool {
        let words_after = |a: &Anchor| (a.high + 1..a.high + 4).find(|i| matches!(self.cue(*i), Cue::Words)).is_some_and(|i| self.prose(i));
        let words_before = |a: &Anchor| (1..=2).filter_map(|n| a.low.checked_sub(n)).find(|i| self.cue(*i) != Cue::Ornament).is_some_and(|i| self.prose(i));
        let after = anchors.iter().filter(|a| words_after(a)).count();
        let before = anchors.iter().filter(|a| words_before(a)).count();
        let named = anchors.iter().filter(|a| a.name.is_some()).count();
        let last = anchors.last().is_some_and(|a| words_after(a));
        before * 3 > after * 4 && named * 2 > anchors.len() && !last
    }

    /// Whether a short line can be a name or a fact about a member.
    fn short(&self, i: usize) -> bool {
        let said = self.said(i);
        self.cue(i) == Cue::Words && cues::is_name(said) && !shapes::ends_sentence(said)
    }

    fn fact(&self, i: usize) -> bool {
        let said = self.said(i);
        if said.len() > 120 {
            return false;
        }
        if self.cue(i) == Cue::Words && i > 0 && self.cue(i - 1) == Cue::Profile && self.lines.get(i).is_some_and(|l| l.width <= 60) {
            return true;
        }
        self.cue(i) == Cue::Words
            && said.split_once(':').is_some_and(|(key, value)| {
                let key = cues::fold(key);
                value.len() <= 60 && cues::is_profile(&key)
            })
    }

    fn heads(&self, anchors: &[Anchor]) -> Vec<Head> {
        let mut named: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut floor = 0;
        for a in anchors {
            named.push(self.look_back(a, floor));
            floor = a.high + 1;
        }
        let depth = self.usual_depth(&named);
        // The name may also stand behind the anchor: then hardly any head has a short line before it.
        let before = named.iter().filter(|(_, c)| !c.is_empty()).count();
        let inside = anchors.iter().filter(|a| a.name.is_some()).count();
        let after = anchors.iter().filter(|a| (a.high + 1..a.high + 2).any(|i| self.short(i))).count();
        let behind = inside * 2 < anchors.len() && after * 10 >= anchors.len() * 8 && (before * 10 < anchors.len() * 8 || self.comes_back(anchors));
        let mut out: Vec<Head> = Vec::new();
        for (n, a) in anchors.iter().enumerate() {
            let (mut name, mut top, mut from) = (a.name, a.low, a.high + 1);
            let (limit, candidates) = named.get(n).cloned().unwrap_or_default();
            if behind && self.short(from) {
                name = self.lines.get(from).map(|l| l.span);
                from += 1;
                while from < self.lines.len() && (self.fact(from) || matches!(self.cue(from), Cue::Badge | Cue::Profile | Cue::Number | Cue::Counter)) {
                    from += 1;
                }
            } else if let Some(chosen) = self.choose(&candidates, depth, n == 0, name) {
                name = name.or_else(|| self.readings.get(chosen).and_then(|r| r.name)).or_else(|| self.lines.get(chosen).map(|l| l.span));
                top = chosen;
                // An initial or the same name just above belongs to the head.
                while top > limit && (matches!(self.cue(top - 1), Cue::Portrait) || self.said(top - 1) == self.said(chosen) || self.lines.get(top - 1).is_some_and(|l| l.width == 1)) {
                    top -= 1;
                }
            } else {
                while top > limit && self.cue(top - 1) != Cue::Words {
                    top -= 1;
                }
            }
            while from < self.lines.len() && matches!(self.cue(from), Cue::Badge | Cue::Profile) {
                from += 1;
            }
            if let Some(before) = out.last_mut() {
                before.to = before.to.min(top).max(before.from);
            }
            let to = self.lines.len();
            out.push(Head { top, from, to, name: name.map(|s| clean_name(self.text, s)), date: a.date });
        }
        out
    }

    /// Whether the lines behind the anchors repeat, as names do and words do not.
    fn comes_back(&self, anchors: &[Anchor]) -> bool {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for a in anchors {
            *seen.entry(self.said(a.high + 1)).or_default() += 1;
        }
        seen.values().filter(|n| **n > 1).sum::<usize>() * 3 > anchors.len()
    }

    /// The lines above an anchor that may be its head: how far it can reach, and which of them may be the name.
    fn look_back(&self, a: &Anchor, floor: usize) -> (usize, Vec<usize>) {
        let (mut at, mut found) = (a.low, Vec::new());
        while at > floor && a.low - at < REACH {
            let i = at - 1;
            let cue = self.cue(i);
            let ends_post = matches!(cue, Cue::Button | Cue::Counter | Cue::Expand) && !found.is_empty();
            if cue == Cue::Portrait {
                found.push(i);
                at = i;
                break;
            }
            if ends_post || self.prose(i) && !self.fact(i) {
                break;
            }
            if cue == Cue::Words && !self.fact(i) {
                if self.short(i) {
                    if self.lines.get(i).is_some_and(|l| l.width > 1) {
                        found.push(i);
                    }
                } else if !found.is_empty() {
                    break;
                }
            }
            at = i;
        }
        found.reverse();
        (at, found)
    }

    /// How many short lines usually stand from the name down to the anchor.
    fn usual_depth(&self, named: &[(usize, Vec<usize>)]) -> usize {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for (_, candidates) in named.iter().skip(1) {
            if !candidates.is_empty() {
                *counts.entry(candidates.len()).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(depth, n)| (*n, usize::MAX - depth)).map_or(1, |(depth, _)| depth)
    }

    /// The candidate that is the name.
    fn choose(&self, candidates: &[usize], depth: usize, first: bool, known: Option<Span>) -> Option<usize> {
        if let Some(name) = known {
            return candidates.iter().copied().find(|c| self.said(*c) == name.of(self.text)).or(None);
        }
        let strong = candidates.iter().copied().find(|c| {
            let said = self.said(*c);
            let twice = candidates.iter().any(|d| d != c && self.said(*d) == said);
            let initial = *c > 0 && self.lines.get(*c - 1).is_some_and(|l| l.width == 1 && said.to_lowercase().starts_with(&l.of(self.text).to_lowercase()));
            twice || initial || self.cue(*c) == Cue::Portrait
        });
        if strong.is_some() {
            return strong;
        }
        let usual = candidates.len().checked_sub(depth).and_then(|i| candidates.get(i)).or(candidates.first()).copied();
        if first {
            return usual;
        }
        // The first line after a gap or after buttons begins the head.
        let framed = candidates.iter().copied().filter(|c| self.lines.get(*c).is_some_and(|l| l.gap > 0) || *c > 0 && !matches!(self.cue(*c - 1), Cue::Words)).next_back();
        if candidates.len() > depth { framed.or(usual) } else { candidates.first().copied().or(framed) }
    }

    /// Messages whose anchor stands below: what comes after the facts that follow the anchor before.
    fn foot_heads(&self, anchors: &[Anchor]) -> Vec<Head> {
        let mut out = Vec::new();
        let mut floor = 0;
        for a in anchors {
            let name = a.name.map_or("", |n| n.of(self.text));
            // The head above begins where the name stands first.
            let top = (floor..a.low).find(|i| !name.is_empty() && self.cue(*i) == Cue::Words && self.said(*i).starts_with(name)).unwrap_or(floor);
            let mut from = top;
            let mut seen = from;
            while from < a.low && from < top + REACH && !self.prose(from) {
                if self.fact(from) || matches!(self.cue(from), Cue::Profile | Cue::Badge | Cue::Number) || self.said(from).starts_with(name) && !name.is_empty() && from == top {
                    seen = from + 1;
                }
                from += 1;
            }
            out.push(Head { top, from: seen.max(top), to: a.low, name: a.name, date: a.date });
            floor = a.high + 1;
        }
        out
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
        let headline = self.cue(title) == Cue::Words && !shapes::ends_sentence(self.said(title)) && self.cue(title + 1) == Cue::Words;
        first.from += usize::from(headline);
        headline.then_some(title)
    }

    /// The line that names the thread, above the first message.
    fn title(&self, first: usize, heads: &[Head]) -> Option<usize> {
        // Names of boards stand nearest to the messages; the title says more.
        let near = (0..first).rev().filter(|i| self.cue(*i) == Cue::Words && !self.fact(*i)).take(8);
        let words = |i: &usize| self.lines.get(*i).map_or(0, |l| if l.width <= 200 && !l.of(self.text).contains(". ") && !l.of(self.text).ends_with('.') { l.of(self.text).split_whitespace().count().min(6) } else { 0 });
        // Shown again above the messages ("Re: …"), it is sure.
        let again = heads.iter().take(6).find_map(|h| {
            let said = strip_reply(self.text, self.lines.get(h.from)?.span).of(self.text);
            (0..first).rev().find(|i| self.said(*i) == said && said.len() > 3)
        });
        let starter = (0..first).find(|i| self.said(*i).starts_with("Thread starter")).and_then(|i| (0..i).rev().find(|j| self.cue(*j) == Cue::Words));
        let near: Vec<usize> = near.collect();
        again.or(starter).or_else(|| near.into_iter().rev().max_by_key(words).filter(|i| words(i) > 0))
    }

    fn count_between(&self, heads: &[Head], word: &str) -> usize {
        heads.iter().filter(|h| (h.from..h.to).any(|i| self.lines.get(i).is_some_and(|l| l.width < 12 && l.of(self.text).to_lowercase() == word))).count()
    }

    fn votes(&self, head: &Head) -> Option<i64> {
        (head.from..head.to).find(|i| self.said(*i).eq_ignore_ascii_case("upvote")).and_then(|i| self.readings.get(i + 1)).filter(|r| r.cue == Cue::Number)?.number
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

/// `nick (Full Name)` is the nick.
fn clean_name(text: &str, span: Span) -> Span {
    let said = span.of(text);
    let cut = [" (", "  ", "\t", "\u{a0}"].iter().filter_map(|s| said.find(s)).min().filter(|i| *i > 0).unwrap_or(said.len());
    let bare = said.get(..cut).unwrap_or(said).trim_end_matches([':', ',', ' ', '\u{a0}']);
    Span::new(span.start, span.start + bare.len())
}
