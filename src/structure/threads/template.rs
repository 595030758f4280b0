//! Which lines between two anchors are furniture and which are somebody's words: learnt from the text itself.
//!
//! Between two anchors stand, in this order, furniture (the rest of a head, facts about a member), the words of one message,
//! and furniture again (buttons, a signature, the beginning of the next head). A line that comes back at the same end of other
//! zones is furniture whatever it says; the other lines are weighed by their kind and their distance from the anchor, and by the
//! empty lines above them. A first guess is made better in a few rounds, each of which counts what the last one said (`model`)
//! and then cuts every zone at its best place.
mod model;
mod signs;

use super::{super::cues::Cue, View};
use model::{Model, Part};
use signs::{Seen, Sign};
use std::collections::HashSet;

/// The lines between two anchors, or between an anchor and an end of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zone {
    pub from: usize,
    pub to: usize,
    pub edge: Edge,
}

/// Whether a zone lies at an end of the text, where the page's own head or foot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Inner,
    Top,
    Bottom,
}

/// The words of a zone: lines `from..to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub from: usize,
    pub to: usize,
}

impl Cut {
    /// Keeps what both say is words, if that is anything.
    fn narrow(&mut self, other: Self) {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        if from < to {
            *self = Self { from, to };
        }
    }
}

/// What is learnt of the zones.
pub(super) struct Template {
    /// Where the words of each zone are.
    pub cuts: Vec<Cut>,
    /// Whether the words stand above their anchor, where the furniture at the ends of the text tells.
    pub foot: Option<bool>,
}

/// Rounds of counting and cutting; the cuts hardly ever change after the third.
const ROUNDS: usize = 6;

/// Cuts every zone into furniture, words, furniture. `named`: whether the anchors tell the names.
pub(super) fn learn(view: &View<'_>, zones: &[Zone], named: bool) -> Template {
    let signs = signs::signs(view, zones);
    let seen = Seen::count(&signs);
    let mut cuts: Vec<Cut> = zones.iter().zip(&signs).map(|(zone, signs)| first_guess(*zone, signs, &seen)).collect();
    if !named {
        set_names_apart(&mut cuts, zones, &signs);
    }
    let count = |cuts: &[Cut]| Model::count(&signs, zones, cuts, &seen);
    let mut model = count(&cuts);
    let mut before: Option<Vec<Cut>> = None;
    for _ in 0..ROUNDS {
        let next: Vec<Cut> = zones.iter().zip(&signs).zip(&cuts).map(|((z, s), c)| model.best(*z, s, *c)).collect();
        if next == cuts {
            break;
        }
        // A line of two zones may be furniture in each while it was words in the other, and change sides for ever: it is furniture.
        let swings = before.as_ref() == Some(&next);
        let old = std::mem::replace(&mut cuts, next);
        if swings {
            old.iter().zip(&mut cuts).for_each(|(old, new)| new.narrow(*old));
        }
        model = count(&cuts);
        if swings {
            break;
        }
        before = Some(old);
    }
    for ((zone, signs), cut) in zones.iter().zip(&signs).zip(&mut cuts) {
        leave_out_head(*zone, signs, cut);
    }
    keep_long_runs(zones, &signs, &mut cuts);
    for ((zone, signs), cut) in zones.iter().zip(&signs).zip(&mut cuts).filter(|((zone, _), _)| zone.edge == Edge::Inner) {
        keep_something(*zone, signs, cut);
    }
    let foot = foot(&signs, zones, &model);
    Template { cuts, foot }
}

/// Where a short line begins the words of nearly every zone, or ends them, these are the names. Those of people who write again are
/// known for furniture already.
fn set_names_apart(cuts: &mut [Cut], zones: &[Zone], signs: &[Vec<Sign>]) {
    for at_top in [true, false] {
        // The first words and the line above them, or the last and the line below.
        let edges = |zone: &Zone, cut: &Cut| {
            let (from, to) = (cut.from - zone.from, cut.to - zone.from);
            if at_top { (Some(from), from.checked_sub(1)) } else { (to.checked_sub(1), Some(to)) }
        };
        let short =
            |signs: &[Sign], at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|s| s.kind == signs::Kind::Short);
        let all = zones.iter().zip(signs).zip(cuts.iter_mut()).filter(|((zone, _), _)| zone.edge == Edge::Inner);
        let (mut inner, mut known, mut moved) = (0, 0, Vec::new());
        for ((zone, signs), cut) in all {
            inner += 1;
            let (inside, outside) = edges(zone, cut);
            if cut.to - cut.from > 1 && short(signs, inside) {
                moved.push(cut);
            } else {
                known += usize::from(short(signs, outside));
            }
        }
        let all = (moved.len() + known) * 10 >= inner * 9;
        if all && (inner > 2 || inner == 2 && known > 0) {
            for cut in moved {
                if at_top { cut.from += 1 } else { cut.to -= 1 }
            }
        }
    }
}

/// Somebody says something between two anchors: what many say alike ("Thanks, that was it.") comes back as furniture does.
fn keep_something(zone: Zone, signs: &[Sign], cut: &mut Cut) {
    let words = |sign: &Sign| !sign.kind.is_cue();
    if signs.iter().take(cut.to - zone.from).skip(cut.from - zone.from).any(words) {
        return;
    }
    let said = |sign: &Sign| matches!(sign.kind, signs::Kind::ShortSentence | signs::Kind::MiddlingSentence);
    if let (Some(first), Some(last)) = (signs.iter().position(said), signs.iter().rposition(said))
        && signs.iter().take(last + 1).skip(first).all(said)
    {
        *cut = Cut { from: zone.from + first, to: zone.from + last + 1 };
    }
}

/// Lines of furniture beyond the usual number that are still furniture.
const SLACK: usize = 12;

/// Furniture is as long below each message. Where a zone has many lines more of prose there, somebody said what others said as well:
/// a log, a list.
fn keep_long_runs(zones: &[Zone], signs: &[Vec<Sign>], cuts: &mut [Cut]) {
    let inner = || zones.iter().zip(signs).filter(|(zone, _)| zone.edge == Edge::Inner);
    let mut tails: Vec<usize> = inner().zip(cuts.iter().skip(1)).map(|((zone, _), cut)| zone.to - cut.to).collect();
    tails.sort_unstable();
    let Some(usual) = tails.get(tails.len() / 2).copied() else { return };
    for ((zone, signs), cut) in inner().zip(cuts.iter_mut().skip(1)) {
        let end = zone.to.saturating_sub(usual);
        let prose = |n: &usize| signs.get(*n).is_some_and(|sign| sign.kind.is_prose() || sign.kind == signs::Kind::Copy);
        let run = cut.to - zone.from..end.max(cut.to) - zone.from;
        let (lines, said) = (run.len(), run.clone().filter(prose).count());
        if lines > usual + SLACK && said * 2 > lines {
            cut.to = run.rev().find(prose).map_or(cut.to, |last| zone.from + last + 1);
        }
    }
}

/// Short lines behind the buttons below a message are no more of it: the next head begins with them.
fn leave_out_head(zone: Zone, signs: &[Sign], cut: &mut Cut) {
    let prose = |n: &usize| signs.get(*n).is_some_and(|sign| sign.kind.is_prose());
    let Some(last) = (cut.from - zone.from..cut.to - zone.from).rev().find(prose) else { return };
    let button = |n: &usize| signs.get(*n).is_some_and(|sign| matches!(sign.kind, signs::Kind::Button | signs::Kind::Counter));
    if let Some(button) = (last + 1..cut.to - zone.from).find(button) {
        cut.to = zone.from + button;
    }
}

/// Words are, at first, what lies between the first and the last line of prose that stands in no other zone.
fn first_guess(zone: Zone, signs: &[Sign], seen: &Seen) -> Cut {
    let again = |sign: &Sign| !sign.kind.is_quotation() && seen.again(sign);
    let prose = |sign: &Sign| sign.kind.is_prose() && !again(sign);
    let (first, last) = match (signs.iter().position(prose), signs.iter().rposition(prose)) {
        (Some(first), Some(last)) => (first, last),
        // No prose: the longest line that does not come back.
        _ => {
            let own = |n: &usize| signs.get(*n).is_some_and(|s| !again(s) && !s.kind.is_cue());
            let longest = (0..signs.len()).filter(own).max_by_key(|n| signs.get(*n).map_or(0, |s| s.kind as usize));
            let middle = longest.unwrap_or(signs.len() / 2);
            (middle, middle)
        }
    };
    // What stands between furniture and prose is more likely words, such as a greeting.
    let sure = |sign: &Sign| sign.kind.is_cue() || again(sign);
    let above = signs.iter().take(first).rposition(sure).map_or(0, |n| n + 1);
    let below = signs.iter().skip(last + 1).position(sure).map_or(signs.len(), |n| last + 1 + n);
    Cut { from: zone.from + above, to: zone.from + below.max(above) }
}

impl View<'_> {
    /// Where nearly all words begin straight below their anchor, a short line there is what was said, however little ("no"), and not
    /// what stands behind the buttons below it.
    pub(super) fn begin_alike(&self, zones: &[Zone], cuts: &mut [Cut]) {
        let words = |i: usize| self.cue(i) == Cue::Words;
        let straight = zones.iter().zip(&*cuts).filter(|(zone, cut)| zone.from == cut.from && words(zone.from)).count();
        if straight < 3 || straight * 10 < zones.len() * 7 {
            return;
        }
        let ends = |i: &usize| matches!(self.cue(*i), Cue::Button | Cue::Number | Cue::Counter | Cue::Tally);
        for (zone, cut) in zones.iter().zip(cuts).filter(|(zone, cut)| zone.from < cut.from && words(zone.from)) {
            // A sentence further below says more than a rank does.
            let said = (cut.from..cut.to).any(|i| self.sentence(i));
            if let Some(end) = (zone.from..cut.from).find(ends).filter(|_| !said) {
                (cut.from, cut.to) = (zone.from, end);
            }
        }
    }
}

/// Furniture below an anchor is found again behind the last one where the words follow, and before the first one where they
/// stand above. Buttons below the words follow the last words only where these follow an anchor.
fn foot(signs: &[Vec<Sign>], zones: &[Zone], model: &Model) -> Option<bool> {
    // Something is said right above the first anchor, and nothing below the last one.
    let edge = |edge: Edge| zones.iter().zip(signs).filter(move |(zone, _)| zone.edge == edge).flat_map(|(_, signs)| signs);
    let silent = edge(Edge::Bottom).all(|sign| sign.kind.is_cue() || model.lower.keys.contains_key(&sign.key));
    let above = edge(Edge::Top).rfind(|sign| !sign.kind.is_cue());
    if silent && above.is_some_and(|sign| sign.kind.is_prose()) {
        return Some(true);
    }
    let least = if model.zones < 3.0 { 1.0 } else { (model.zones / 3.0).max(2.0) };
    let found = |part: &Part, edge: Edge| {
        let outer = zones.iter().zip(signs).filter(|(zone, _)| zone.edge == edge).flat_map(|(_, signs)| signs);
        let keys: HashSet<u32> = outer.map(|sign| sign.key).collect();
        part.keys.iter().filter(|(key, times)| **times >= least && keys.contains(key)).count()
    };
    let (above, below) = (found(&model.lower, Edge::Top), found(&model.lower, Edge::Bottom));
    if above != below {
        return Some(above > below);
    }
    (found(&model.upper, Edge::Bottom) > 0).then_some(false)
}
