//! What a page says of itself to machines: JSON-LD and microdata of schema.org. Nobody sees it, so that nobody corrects it: it is
//! evidence and no more. Words count where they are shown, a name where it stands beside them, a date where one that can mean it does;
//! what was claimed and is not shown is not taken. Everything in the result is a span of the visible text.
mod items;
mod linked;
mod places;

use super::{
    cues::{Cue, Deed, Reading},
    dates,
    faq::{Pair, Region},
    lines::Line,
    posts::{Draft, Fate, Plan, reason},
    tree::{DropReason, Kind, Role},
};
use crate::{markup::Layout, text::Span};
use places::Words;
use std::ops::Range;

/// A post as it is claimed.
#[derive(Clone, Debug)]
struct Claim {
    role: Role,
    said: Said,
    author: Option<String>,
    date: Option<String>,
    /// The claim that it answers or comments on.
    parent: Option<usize>,
}

/// What a claimed post says.
#[derive(Clone, Debug)]
enum Said {
    /// These words, to be found on the page.
    Words(String),
    /// What an element shows.
    Shown(Span),
}

/// What a page claims, found in its text.
#[derive(Debug)]
pub(crate) struct Claims {
    claims: Vec<Claim>,
    kind: Kind,
    title: Option<String>,
    /// The lines of each claim that is shown.
    shown: Vec<Option<Range<usize>>>,
}

/// How many claims of a page are read.
const MOST: usize = 4096;

/// Reads what the page claims; none where it claims nothing, or shows less than nine tenths of it.
pub(crate) fn read(text: &str, lines: &[Line], layout: &Layout) -> Option<Claims> {
    [linked::read(layout), items::read(layout, text)].into_iter().flatten().find_map(|claims| claims.located(text, lines))
}

impl Claims {
    fn located(mut self, text: &str, lines: &[Line]) -> Option<Self> {
        let words = Words::new(text, lines);
        self.shown = self.claims.iter().map(|claim| words.place(&claim.said)).collect();
        // Two claims cannot have one line.
        let mut order: Vec<usize> = (0..self.shown.len()).collect();
        order.sort_by_key(|n| self.shown.get(*n).and_then(|place| place.as_ref().map(|p| p.start)));
        let mut behind = 0;
        for n in order {
            let Some(place) = self.shown.get_mut(n) else { continue };
            if place.as_ref().is_some_and(|p| p.start < behind) {
                *place = None;
            }
            behind = place.as_ref().map_or(behind, |p| p.end);
        }
        let found = self.shown.iter().flatten().count();
        (found >= 2 && found * 10 >= self.claims.len() * 9).then_some(self)
    }

    /// Questions with their answers as regions, where the page claims such a list.
    pub(crate) fn regions(&self) -> Vec<Region> {
        if self.kind != Kind::Faq {
            return Vec::new();
        }
        let mut pairs: Vec<Pair> = Vec::new();
        for (claim, place) in self.claims.iter().zip(&self.shown) {
            let question = claim.parent.and_then(|n| self.shown.get(n)).and_then(Option::as_ref);
            if let (Role::Answer, Some(answer), Some(question)) = (claim.role, place, question)
                && question.end <= answer.start
            {
                let (question, answer) = (question.start, question.start + 1..answer.end);
                pairs.push(Pair { question, answer, question_mark: None, answer_mark: None });
            }
        }
        pairs.sort_unstable_by_key(|pair| pair.question);
        pairs.dedup_by(|later, earlier| later.question < earlier.answer.end);
        let mut regions: Vec<Region> = Vec::new();
        for pair in pairs {
            match regions.last_mut().filter(|region| region.end() + NEAR >= pair.question) {
                Some(region) => region.pairs.push(pair),
                None => regions.push(Region { heading: None, pairs: vec![pair] }),
            }
        }
        regions
    }

    /// The plan of a question page or a thread that claims its posts. None where `read` says more: claims are often cut short.
    pub(crate) fn plan(&self, text: &str, lines: &[Line], readings: &[Reading], read: &Plan) -> Option<Plan> {
        if self.kind == Kind::Faq || self.bytes(lines) * 5 < said_bytes(read, lines) * 4 && read.kind != Kind::Article {
            return None;
        }
        let view = View { text, lines, readings };
        let mut plan = Plan::new(self.kind, readings);
        let mut order: Vec<(usize, Range<usize>)> =
            self.shown.iter().enumerate().filter_map(|(n, place)| Some((n, place.clone()?))).collect();
        order.sort_unstable_by_key(|(_, place)| place.start);
        let first = order.first()?.1.start;
        let title = self.title.as_deref().and_then(|title| (0..=first).find(|i| same(view.said(*i), title)));
        let mut drafts: Vec<Option<usize>> = vec![None; self.claims.len()];
        for (at, (n, place)) in order.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| order.get(at)).map_or(place.start.saturating_sub(REACH), |o| o.1.end);
            let behind = order.get(at + 1).map_or(lines.len().min(place.end + REACH), |next| next.1.start);
            let claim = self.claims.get(*n)?;
            let zones = [before..place.start, place.end..behind];
            let draft = plan.push(Draft {
                author: zones.iter().find_map(|zone| view.name(zone.clone(), claim.author.as_deref()?)),
                date: claim.date.as_deref().and_then(|date| view.date(&zones, date)),
                accepted: zones
                    .iter()
                    .any(|zone| view.accepts(zone.clone()))
                    .then_some(true)
                    .filter(|_| claim.role == Role::Answer),
                ..Draft::new(claim.role)
            });
            if let Some(slot) = drafts.get_mut(*n) {
                *slot = Some(draft);
            }
            for i in place.clone() {
                let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
                let fate = if matches!(cue, Cue::Button | Cue::Counter) { Fate::Drop(reason(cue)) } else { Fate::Body(draft) };
                plan.set(i, fate);
            }
        }
        for (claim, draft) in self.claims.iter().zip(&drafts) {
            let parent = claim.parent.and_then(|n| drafts.get(n).copied().flatten());
            if let Some(draft) = draft.and_then(|at| plan.drafts.get_mut(at)) {
                draft.parent = parent;
            }
        }
        plan.title = title.and_then(|i| lines.get(i)).map(|line| line.span).or(read.title);
        if let Some(title) = title.filter(|i| *i < first) {
            plan.set(title, Fate::Drop(DropReason::Title));
        }
        plan.declared = read.declared;
        Some(plan.signed_by(read))
    }

    fn bytes(&self, lines: &[Line]) -> usize {
        let places = self.shown.iter().flatten();
        places.filter_map(|place| lines.get(place.clone())).flatten().map(|line| line.span.len()).sum()
    }
}

/// How many lines apart two questions of one list stand at most.
const NEAR: usize = 12;
/// How many lines above the first post and below the last one a name or date is looked for.
const REACH: usize = 24;

fn said_bytes(plan: &Plan, lines: &[Line]) -> usize {
    let said = plan.fates.iter().zip(lines).filter(|(fate, _)| matches!(fate, Fate::Body(_)));
    said.map(|(_, line)| line.span.len()).sum()
}

/// Whether two texts say the same, case and signs apart.
fn same(a: &str, b: &str) -> bool {
    !a.is_empty() && places::words(a).eq(places::words(b))
}

struct View<'a> {
    text: &'a str,
    lines: &'a [Line],
    readings: &'a [Reading],
}

impl View<'_> {
    fn said(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| l.of(self.text))
    }

    /// Where `name` stands in lines that are nobody's words.
    fn name(&self, zone: Range<usize>, name: &str) -> Option<Span> {
        let bounded = |said: &str, at: usize| {
            let before = said.get(..at).and_then(|s| s.chars().next_back());
            let after = said.get(at + name.len()..).and_then(|s| s.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        };
        zone.filter_map(|i| self.lines.get(i)).filter(|line| line.width <= 120).find_map(|line| {
            let said = line.of(self.text);
            let at = said.match_indices(name).map(|(at, _)| at).find(|at| bounded(said, *at))?;
            Some(Span::new(line.span.start + at, line.span.start + at + name.len()))
        })
    }

    /// The date in `zones` that is nearest to `claimed`: clocks of other time zones show the day before or after. One that says when
    /// only to who knows today is taken where no other stands there.
    fn date(&self, zones: &[Range<usize>], claimed: &str) -> Option<Span> {
        let wanted = dates::read(claimed, None, None)?.interval?;
        let shown = zones.iter().cloned().flatten().filter_map(|i| {
            let (line, reading) = (self.lines.get(i)?, self.readings.get(i)?);
            let aside = matches!(reading.cue, Cue::Deed(Deed::Edited) | Cue::Fact | Cue::Profile) || line.width > 120;
            let found = || dates::find(line.of(self.text)).map(|date| date.shifted(line.span.start));
            reading.date.or_else(found).filter(|_| !aside)
        });
        let away = |date: Span| {
            let meant = dates::read(date.of(self.text), None, None).and_then(|when| when.interval);
            meant.map_or(Some(i64::MAX), |interval| Some(interval.days_to(&wanted)).filter(|days| *days <= 1))
        };
        let ranked = shown.filter_map(|date| Some((away(date)?, date)));
        ranked.min_by_key(|(days, _)| *days).map(|(_, date)| date)
    }

    fn accepts(&self, mut zone: Range<usize>) -> bool {
        zone.any(|i| self.readings.get(i).is_some_and(|r| matches!(r.cue, Cue::Accepted | Cue::Deed(Deed::Selected))))
    }
}
