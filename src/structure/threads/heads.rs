//! What stands around an anchor: the name, facts about the member, and where the words begin.
use super::{
    super::{
        cues::{self, Cue},
        shapes,
    },
    Anchor, Head, REACH, View, clean_name,
};
use crate::text::Span;
use std::collections::HashMap;

impl View<'_> {
    /// Whether a short line can be a name or a fact about a member.
    pub(super) fn short(&self, i: usize) -> bool {
        let Some(line) = self.lines.get(i).filter(|l| l.width <= 90 && self.cue(i) == Cue::Words) else {
            return false;
        };
        let name = clean_name(self.text, line.span).of(self.text);
        // One letter is the picture of somebody who has none.
        cues::is_name(name) && !shapes::ends_sentence(name) && name.len() != 1
    }

    /// A fact about a member, or the value under its name.
    pub(super) fn fact(&self, i: usize) -> bool {
        let behind = i > 0 && self.cue(i - 1) == Cue::Profile;
        self.cue(i) == Cue::Fact || self.cue(i) == Cue::Words && behind && self.lines.get(i).is_some_and(|l| l.width <= 60)
    }

    /// Where the facts about the member end that begin at `from`, if they do.
    pub(super) fn skip_facts(&self, from: usize) -> usize {
        let mut end = from;
        for i in from..(from + REACH).min(self.lines.len()) {
            if self.prose(i) && !self.fact(i) || matches!(self.cue(i), Cue::Counter | Cue::End | Cue::PostNumber) {
                break;
            }
            let value = i > 0 && self.cue(i - 1) == Cue::Profile && end == i;
            if value || self.fact(i) || matches!(self.cue(i), Cue::Badge | Cue::Profile) {
                end = i + 1;
            }
        }
        end
    }

    pub(super) fn heads(&self, anchors: &[Anchor]) -> Vec<Head> {
        let mut named: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut floor = 0;
        for a in anchors {
            named.push(self.look_back(a, floor));
            floor = a.high + 1;
        }
        // What stands above nearly every message is a title or a button, nobody's name.
        let mut often: HashMap<&str, usize> = HashMap::new();
        for i in named.iter().flat_map(|(_, c)| c) {
            *often.entry(self.said(*i)).or_default() += 1;
        }
        if anchors.len() >= 5 {
            for (_, candidates) in &mut named {
                candidates.retain(|i| often.get(self.said(*i)).is_none_or(|n| *n * 10 < anchors.len() * 9));
            }
        }
        let depth = self.usual_depth(&named);
        // The name may also stand behind the anchor: then hardly any head has a short line before it.
        let before = named.iter().filter(|(_, c)| !c.is_empty()).count();
        let inside = anchors.iter().filter(|a| a.name.is_some()).count();
        let after = anchors.iter().filter(|a| (a.high + 1..a.high + 2).any(|i| self.short(i))).count();
        let behind = inside * 2 < anchors.len()
            && after * 10 >= anchors.len() * 8
            && (before * 10 < anchors.len() * 8 || self.comes_back(anchors));
        let mut out: Vec<Head> = Vec::new();
        for (n, a) in anchors.iter().enumerate() {
            let (mut name, mut top, mut from) = (a.name, a.low, a.high + 1);
            let (limit, candidates) = named.get(n).cloned().unwrap_or_default();
            if behind && self.short(from) {
                name = self.lines.get(from).map(|l| l.span);
                from = self.skip_facts(from + 1);
            } else if let Some(chosen) = self.choose(&candidates, depth, n == 0, name) {
                name = name
                    .or_else(|| self.readings.get(chosen).and_then(|r| r.name))
                    .or_else(|| self.lines.get(chosen).map(|l| l.span));
                top = chosen;
                // An initial or the same name just above belongs to the head.
                while top > limit
                    && (matches!(self.cue(top - 1), Cue::Portrait)
                        || self.said(top - 1) == self.said(chosen)
                        || self.lines.get(top - 1).is_some_and(|l| l.width == 1))
                {
                    top -= 1;
                }
            } else {
                while top > limit && self.cue(top - 1) != Cue::Words {
                    top -= 1;
                }
            }
            from = self.skip_facts(from);
            if let Some(before) = out.last_mut() {
                before.to = before.to.min(top).max(before.from);
            }
            let to = self.lines.len();
            out.push(Head { top, from, to, name: name.map(|s| clean_name(self.text, s)), date: a.date });
        }
        out
    }

    /// Whether the lines behind the anchors repeat, as names do and words do not.
    pub(super) fn comes_back(&self, anchors: &[Anchor]) -> bool {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for a in anchors {
            *seen.entry(self.said(a.high + 1)).or_default() += 1;
        }
        seen.values().filter(|n| **n > 1).sum::<usize>() * 3 > anchors.len()
    }

    /// The lines above an anchor that may be its head: how far it can reach, and which of them may be the name.
    pub(super) fn look_back(&self, a: &Anchor, floor: usize) -> (usize, Vec<usize>) {
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
                } else if !found.is_empty() && self.lines.get(i).is_some_and(|l| l.width > 1) {
                    break;
                }
            }
            at = i;
        }
        found.reverse();
        (at, found)
    }

    /// How many short lines usually stand from the name down to the anchor.
    pub(super) fn usual_depth(&self, named: &[(usize, Vec<usize>)]) -> usize {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for (_, candidates) in named.iter().skip(1) {
            if !candidates.is_empty() {
                *counts.entry(candidates.len()).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(depth, n)| (*n, usize::MAX - depth)).map_or(1, |(depth, _)| depth)
    }

    /// The candidate that is the name.
    pub(super) fn choose(&self, candidates: &[usize], depth: usize, first: bool, known: Option<Span>) -> Option<usize> {
        if let Some(name) = known {
            return candidates.iter().copied().find(|c| self.said(*c) == name.of(self.text)).or(None);
        }
        let strong = candidates.iter().copied().find(|c| {
            let said = self.said(*c);
            let twice = candidates.iter().any(|d| d != c && self.said(*d) == said);
            let initial = *c > 0
                && self
                    .lines
                    .get(*c - 1)
                    .is_some_and(|l| l.width == 1 && said.to_lowercase().starts_with(&l.of(self.text).to_lowercase()));
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
        let framed = candidates
            .iter()
            .copied()
            .rfind(|c| self.lines.get(*c).is_some_and(|l| l.gap > 0) || *c > 0 && !matches!(self.cue(*c - 1), Cue::Words));
        if candidates.len() > depth { framed.or(usual) } else { candidates.first().copied().or(framed) }
    }

    /// Messages whose anchor stands below: what comes after the facts that follow the anchor before.
    pub(super) fn foot_heads(&self, anchors: &[Anchor]) -> Vec<Head> {
        let mut out = Vec::new();
        let mut floor = 0;
        for a in anchors {
            let name = a.name.map_or("", |n| n.of(self.text));
            // The head above begins where the name stands first.
            let top = (floor..a.low)
                .find(|i| !name.is_empty() && self.cue(*i) == Cue::Words && self.said(*i).starts_with(name))
                .unwrap_or(floor);
            let mut from = top;
            let mut seen = from;
            while from < a.low && from < top + REACH && !self.prose(from) {
                if self.fact(from)
                    || matches!(self.cue(from), Cue::Profile | Cue::Badge | Cue::Number)
                    || self.said(from).starts_with(name) && !name.is_empty() && from == top
                {
                    seen = from + 1;
                }
                from += 1;
            }
            out.push(Head { top, from: seen.max(top), to: a.low, name: a.name, date: a.date });
            floor = a.high + 1;
        }
        out
    }
}
