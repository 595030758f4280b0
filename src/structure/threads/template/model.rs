//! What was counted of the zones so far, and the best place to cut one by it.
use super::{
    Cut, Edge, Zone,
    signs::{BEFOREHAND, GAPS, KINDS, Kind, Seen, Sign},
};
use std::collections::HashMap;

/// Distances from the anchor that are told apart.
const NEAR: usize = 6;
/// How often so many empty lines stand where furniture meets words, and how often inside either, before anything was counted.
const GAPS_BEFOREHAND: [(f32, f32); GAPS] = [(0.35, 0.62), (0.35, 0.34), (0.15, 0.03), (0.15, 0.01)];
/// What it takes to believe that a message has no words: a picture, a vote. In nats, as all that follows.
const NOTHING: f32 = 14.0;
/// What it takes to believe that the page's own head or foot stands beside the words.
const PAGE: f32 = 3.0;

/// One end of the zones.
pub(super) struct Part {
    /// Whether it stands above the words.
    above: bool,
    /// How often each key stands there.
    pub keys: HashMap<u32, f32>,
    /// How many lines stand there in all zones.
    lines: f32,
    /// Kinds by distance from the anchor, and at any distance.
    near: [[f32; KINDS]; NEAR],
    any: [f32; KINDS],
    /// How many lines stand there in one zone.
    lengths: Vec<f32>,
}

/// What was counted in all zones.
pub(super) struct Model {
    /// How many of them lie between two anchors.
    pub zones: f32,
    pub lower: Part,
    pub upper: Part,
    words: [f32; KINDS],
    /// How much likelier so many empty lines are above the first words, and above the furniture behind them, than elsewhere.
    gaps: [[f32; GAPS]; 2],
    /// Lines of a message, on average.
    length: f32,
}

impl Part {
    fn new(above: bool) -> Self {
        Self { above, keys: HashMap::new(), lines: 0.0, near: [[0.0; KINDS]; NEAR], any: [0.0; KINDS], lengths: Vec::new() }
    }

    /// Counts the lines of one zone, the nearest to the anchor first.
    fn count<'s>(&mut self, signs: impl Iterator<Item = &'s Sign>, seen: &Seen) {
        let mut length = 0;
        for sign in signs {
            *self.keys.entry(sign.key).or_default() += 1.0;
            self.lines += 1.0;
            // A line that comes back speaks for itself, not for others of its kind: a signature is no reason to doubt prose.
            if !sign.kind.is_prose() || !seen.again(sign) {
                bump(&mut self.any, sign.kind as usize);
                if let Some(near) = self.near.get_mut(length) {
                    bump(near, sign.kind as usize);
                }
            }
            length += 1;
        }
        if self.lengths.len() <= length {
            self.lengths.resize(length + 1, 0.0);
        }
        bump(&mut self.lengths, length);
    }

    /// Counts become shares, leaning on what is known beforehand.
    fn settle(&mut self) {
        settle(&mut self.any, &BEFOREHAND.map(|b| b.0), 3.0);
        for near in &mut self.near {
            settle(near, &self.any, 1.0);
        }
    }

    /// How likely such a line is here, as a multiple of how likely it is that a line of its kind says just this.
    /// `own`: how often the counts hold this very line.
    fn likely(&self, sign: Sign, distance: Option<usize>, own: f32) -> f32 {
        let kinds = distance.and_then(|d| self.near.get(d)).unwrap_or(&self.any);
        let times = (self.keys.get(&sign.key).copied().unwrap_or(0.0) - own).max(0.0);
        // Prose that comes back once or twice above the words is a quotation.
        let quoted = self.above && sign.kind.is_prose() && times < 3.0;
        let again = if quoted { 0.0 } else { times / self.lines.max(1.0) };
        0.5 * again * sign.kind.different() + 0.5 * share(kinds, sign.kind)
    }

    /// How likely it is that `length` lines stand here.
    fn length(&self, length: usize, zones: f32) -> f32 {
        let at = |n: usize| self.lengths.get(n).copied().unwrap_or(0.0);
        let near = at(length) + 0.3 * (at(length + 1) + if length > 0 { at(length - 1) } else { 0.0 });
        // Longer than any that was seen: less and less likely with each line.
        let beyond = length.saturating_sub(self.lengths.len() + 1) as f32;
        ((near + 0.5 / (1.0 + length as f32)) / (1.6 * zones + 1.0)).ln() - 0.5 * beyond
    }
}

impl Model {
    /// Counts what the cuts say.
    pub(super) fn count(signs: &[Vec<Sign>], zones: &[Zone], cuts: &[Cut], seen: &Seen) -> Self {
        let (mut lower, mut upper, mut words) = (Part::new(true), Part::new(false), [0.0; KINDS]);
        let (mut inner, mut lines) = (0.0, 0.0);
        let (mut gaps, mut inside) = ([[0.0; GAPS]; 2], [0.0; GAPS]);
        for ((zone, signs), cut) in zones.iter().zip(signs).zip(cuts).filter(|((zone, _), _)| zone.edge == Edge::Inner) {
            inner += 1.0;
            let (above, below) = (cut.from - zone.from, zone.to - cut.to);
            lower.count(signs.iter().take(above), seen);
            upper.count(signs.iter().rev().take(below), seen);
            for (n, sign) in signs.iter().enumerate() {
                let [begin, end] = &mut gaps;
                let last = signs.len() - below;
                bump(
                    if n == above {
                        begin
                    } else if n == last {
                        end
                    } else {
                        &mut inside
                    },
                    sign.gap,
                );
                if (above..last).contains(&n) {
                    bump(&mut words, sign.kind as usize);
                    lines += 1.0;
                }
            }
        }
        lower.settle();
        upper.settle();
        settle(&mut words, &BEFOREHAND.map(|b| b.1), 10.0);
        settle(&mut inside, &GAPS_BEFOREHAND.map(|b| b.1), 10.0);
        for edge in &mut gaps {
            settle(edge, &GAPS_BEFOREHAND.map(|b| b.0), 3.0);
            for (at, inside) in edge.iter_mut().zip(&inside) {
                *at = (*at / inside).ln();
            }
        }
        Self { zones: inner, lower, upper, words, gaps, length: (lines + 4.0) / (inner + 1.0) }
    }

    /// The best place to cut a zone; `old` is where it was cut when things were counted.
    pub(super) fn best(&self, zone: Zone, signs: &[Sign], old: Cut) -> Cut {
        let count = signs.len();
        let counted = zone.edge == Edge::Inner;
        let own = |inside: bool| if counted && inside { 1.0 } else { 0.0 };
        let (lower, upper) = self.won(zone, signs, |n| own(zone.from + n < old.from), |n| own(zone.from + n >= old.to));
        let (top, bottom) = (zone.edge == Edge::Top, zone.edge == Edge::Bottom);
        // At the ends of the text nothing bounds a message but its length.
        let slope = if counted { 0.0 } else { 1.0 / self.length };
        let (mut start, mut start_value) = (0, f32::NEG_INFINITY);
        let (mut best, mut best_value) = ((0, 0), f32::NEG_INFINITY);
        for (n, (low, up)) in lower.iter().zip(&upper).enumerate() {
            let gap = signs.get(n).map(|sign| sign.gap);
            let [begin_gap, end_gap] = self.gaps.map(|gaps| gap.and_then(|gap| gaps.get(gap).copied()).unwrap_or(0.0));
            let page = |is_edge: bool, any: bool| if is_edge && any { PAGE } else { 0.0 };
            let above = if top { 0.0 } else { self.lower.length(n, self.zones) } - page(top, n > 0);
            let below = if bottom { 0.0 } else { self.upper.length(count - n, self.zones) } - page(bottom, n < count);
            let end = up + below + end_gap - slope * n as f32;
            let begin = low + above + begin_gap + slope * n as f32;
            // `start` is the best beginning among those before n, so words have one line at least; none is a last resort.
            for (from, value) in [(start, start_value + end), (n, begin + end - NOTHING)] {
                if value > best_value {
                    (best, best_value) = ((from, n), value);
                }
            }
            if begin > start_value {
                (start, start_value) = (n, begin);
            }
        }
        Cut { from: zone.from + best.0, to: zone.from + best.1 }
    }

    /// What is won when the first n lines are furniture and no words, and when the lines from n on are.
    fn won(
        &self,
        zone: Zone,
        signs: &[Sign],
        own_above: impl Fn(usize) -> f32,
        own_below: impl Fn(usize) -> f32,
    ) -> (Vec<f32>, Vec<f32>) {
        let (mut lower, mut upper) = (vec![0.0; signs.len() + 1], vec![0.0; signs.len() + 1]);
        let mut sum = 0.0;
        for ((n, sign), slot) in signs.iter().enumerate().zip(lower.iter_mut().skip(1)) {
            let words = share(&self.words, sign.kind);
            let here = match zone.edge {
                Edge::Top => chrome(sign.kind, words),
                _ => self.lower.likely(*sign, Some(n), own_above(n)),
            };
            sum += (here / words).ln();
            *slot = sum;
        }
        sum = 0.0;
        for ((n, sign), slot) in signs.iter().enumerate().zip(&mut upper).rev() {
            let words = share(&self.words, sign.kind);
            let here = match zone.edge {
                Edge::Bottom => self.upper.likely(*sign, None, 0.0).midpoint(chrome(sign.kind, words)),
                _ => self.upper.likely(*sign, Some(signs.len() - 1 - n), own_below(n)),
            };
            sum += (here / words).ln();
            *slot = sum;
        }
        (lower, upper)
    }
}

/// How likely a line of this kind is outside all messages: menus and notices, some of them in sentences.
fn chrome(kind: Kind, words: f32) -> f32 {
    let furniture = BEFOREHAND.get(kind as usize).map_or(0.01, |b| b.0);
    if kind.is_prose() {
        words * 0.6
    } else if kind.is_cue() {
        furniture.max(words)
    } else {
        // Short words are said as well.
        furniture.midpoint(words)
    }
}

fn share(shares: &[f32; KINDS], kind: Kind) -> f32 {
    shares.get(kind as usize).copied().unwrap_or(0.01)
}

fn bump(counts: &mut [f32], at: usize) {
    if let Some(slot) = counts.get_mut(at) {
        *slot += 1.0;
    }
}

/// Counts become shares; `before` counts as `weight` lines.
fn settle(counts: &mut [f32], before: &[f32], weight: f32) {
    let (sum, known): (f32, f32) = (counts.iter().sum(), before.iter().sum());
    for (count, before) in counts.iter_mut().zip(before) {
        *count = (*count + weight * before / known) / (sum + weight);
    }
}
