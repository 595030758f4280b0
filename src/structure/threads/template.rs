//! Which lines between two anchors are furniture and which are somebody's words: learnt from the text itself.
//!
//! Between two anchors stand, in this order, furniture (the rest of a head, facts about a member), the words of one message,
//! and furniture again (buttons, a signature, the beginning of the next head). A line that comes back at the same end of other
//! zones is furniture whatever it says; the other lines are weighed by their kind and their distance from the anchor. A first
//! guess is made better in a few rounds, each of which counts what the last one said and then cuts every zone at its best place.
use super::{
    super::{cues::Cue, shapes},
    View,
};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The lines between two anchors, or between an anchor and an end of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zone {
    pub from: usize,
    pub to: usize,
    /// What stands outside it, where that is no anchor: the page's own head or foot.
    pub edge: Edge,
}

/// Whether a zone lies at an end of the text.
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

/// Rounds of counting and cutting; the cuts hardly ever change after the third.
const ROUNDS: usize = 4;
/// Distances from the anchor that are told apart.
const NEAR: usize = 6;
/// Kinds of lines that are told apart.
const KINDS: usize = 34;
/// Numbers of empty lines that are told apart, the last being all larger ones.
const GAPS: usize = 4;
/// How often so many empty lines stand where furniture meets words, and how often inside either, before anything was counted.
const GAPS_BEFOREHAND: [(f32, f32); GAPS] = [(0.35, 0.62), (0.35, 0.34), (0.15, 0.03), (0.15, 0.01)];
/// How often each kind is furniture, and how often it is words, before anything has been counted: by hand, from reading threads.
const BEFOREHAND: [(f32, f32); KINDS] = [
    (0.12, 0.002),  // button
    (0.05, 0.002),  // counter
    (0.03, 0.002),  // tally
    (0.01, 0.004),  // accepted
    (0.08, 0.002),  // badge
    (0.10, 0.002),  // profile
    (0.08, 0.012),  // fact
    (0.05, 0.004),  // navigation
    (0.01, 0.001),  // end
    (0.004, 0.02),  // expand
    (0.02, 0.005),  // header
    (0.05, 0.008),  // number
    (0.01, 0.001),  // count of answers
    (0.05, 0.010),  // deed
    (0.06, 0.006),  // date
    (0.04, 0.001),  // number of a post
    (0.03, 0.0005), // portrait
    (0.04, 0.03),   // ornament
    // Words by length, without and with the end of a sentence.
    (0.03, 0.005),
    (0.12, 0.03),
    (0.10, 0.05),
    (0.04, 0.09),
    (0.01, 0.08),
    (0.004, 0.10),
    (0.004, 0.006),
    (0.006, 0.03),
    (0.006, 0.05),
    (0.004, 0.09),
    (0.003, 0.10),
    (0.003, 0.20),
    (0.0003, 0.03), // head of a quotation
    (0.003, 0.03),  // entry of a list
    (0.001, 0.04),  // words between the head of a quotation and its end
    (0.05, 0.0005), // a copy of a line of the same zone
];

/// What it takes to believe that a message has no words: a picture, a vote.
const NOTHING: f32 = 14.0;

/// What it takes to believe that the page's own head or foot stands beside the words.
const PAGE: f32 = 3.0;

/// What is compared of a line.
#[derive(Clone, Copy, Debug)]
struct Sign {
    /// The same for lines that say the same, numbers apart.
    key: u32,
    kind: usize,
    /// Empty lines above it, as far as they are told apart.
    gap: usize,
}

/// What is learnt of the zones.
pub(super) struct Template {
    /// Where the words of each zone are.
    pub cuts: Vec<Cut>,
    /// Whether the words stand above their anchor, where the furniture at the ends of the text tells.
    pub foot: Option<bool>,
}

/// Cuts every zone into furniture, words, furniture.
pub(super) fn learn(view: &View<'_>, zones: &[Zone]) -> Template {
    let mut signs = signs(view, zones);
    hide_quotations(&mut signs);
    let seen = zones_of_keys(&signs);
    let mut cuts: Vec<Cut> = first_guess(&signs, zones, &seen);
    for _ in 0..ROUNDS {
        let model = Model::count(&signs, zones, &cuts, &seen);
        let next: Vec<Cut> = zones.iter().zip(&signs).zip(&cuts).map(|((z, s), c)| model.best(*z, s, *c)).collect();
        if next == cuts {
            break;
        }
        cuts = next;
    }
    let foot = foot(&signs, zones, &Model::count(&signs, zones, &cuts, &seen));
    Template { cuts, foot }
}

/// Furniture below an anchor is found again behind the last one where the words follow, and before the first one where they
/// stand above. Buttons below the words follow the last words only where these follow an anchor.
fn foot(signs: &[Vec<Sign>], zones: &[Zone], model: &Model) -> Option<bool> {
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

/// The signs of the lines of each zone.
fn signs(view: &View<'_>, zones: &[Zone]) -> Vec<Vec<Sign>> {
    let mut keys: HashMap<u64, u32> = HashMap::new();
    let mut sign = |i: usize| {
        let mut hasher = DefaultHasher::new();
        // Numbers differ where the line is the same; an ornament is its own key.
        let said = view.said(i).trim_matches('\u{a0}');
        let mut last = ' ';
        for c in said.chars().take(400).map(|c| if c.is_numeric() { '#' } else { c }).filter(|c| !c.is_whitespace()) {
            if c != '#' || last != '#' {
                c.hash(&mut hasher);
            }
            last = c;
        }
        let fresh = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let gap = view.lines.get(i).map_or(0, |l| l.gap).min(GAPS - 1);
        Sign { key: *keys.entry(hasher.finish()).or_insert(fresh), kind: kind(view, i), gap }
    };
    zones.iter().map(|zone| (zone.from..zone.to).map(&mut sign).collect()).collect()
}

/// Words of an earlier message that stand behind "NAME wrote:" come back without being furniture: they get keys of their own.
fn hide_quotations(signs: &mut [Vec<Sign>]) {
    let seen = zones_of_keys(signs);
    let mut fresh = u32::MAX;
    for zone in signs {
        // From "NAME said:" to "Click to expand".
        let mut open = None;
        for n in 0..zone.len() {
            match zone.get(n).map(|sign| sign.kind) {
                Some(QUOTED) => open = Some(n + 1),
                Some(EXPAND) => {
                    if let Some(from) = open.take() {
                        zone.iter_mut().take(n).skip(from).for_each(|sign| sign.kind = QUOTED + 2);
                    }
                }
                _ => {}
            }
        }
        // Some pages carry a message twice, the second time to be shown on demand.
        let mut said: HashSet<u32> = HashSet::new();
        for sign in zone.iter_mut().filter(|sign| prose(sign.kind)) {
            if !said.insert(sign.key) {
                sign.kind = COPY;
            }
        }
        let mut quoting = false;
        for sign in zone {
            let again = seen.get(&sign.key).is_some_and(|(_, times)| *times > 1);
            quoting = sign.kind == QUOTED || quoting && again;
            if quoting && again {
                sign.key = fresh;
                fresh -= 1;
            }
        }
    }
}

/// In how many zones each key stands, behind the last of these zones.
type Seen = HashMap<u32, (usize, usize)>;

fn zones_of_keys(signs: &[Vec<Sign>]) -> Seen {
    let mut seen = Seen::new();
    for (n, zone) in signs.iter().enumerate() {
        for sign in zone {
            let (last, times) = seen.entry(sign.key).or_insert((usize::MAX, 0));
            if *last != n {
                (*last, *times) = (n, *times + 1);
            }
        }
    }
    seen
}

/// What kind of line it is.
fn kind(view: &View<'_>, i: usize) -> usize {
    match view.cue(i) {
        Cue::Button => 0,
        Cue::Counter => 1,
        Cue::Tally => 2,
        Cue::Accepted => 3,
        Cue::Badge => 4,
        Cue::Profile => 5,
        Cue::Fact => 6,
        Cue::Navigation => 7,
        Cue::End => 8,
        Cue::Expand => EXPAND,
        Cue::Header => 10,
        Cue::Number => 11,
        Cue::AnswerCount => 12,
        Cue::Deed(_) => 13,
        Cue::Date => 14,
        Cue::PostNumber => 15,
        Cue::Portrait => 16,
        Cue::Ornament => 17,
        Cue::Words if view.opens(i) => 13,
        Cue::Words if view.quotes(i) => QUOTED,
        Cue::Words if view.listed(i) => QUOTED + 1,
        Cue::Words => {
            let width = view.lines.get(i).map_or(0, |l| l.width);
            let length = [1, 12, 25, 50, 90].iter().filter(|limit| width > **limit).count();
            18 + length + if shapes::ends_sentence(view.said(i)) { 6 } else { 0 }
        }
    }
}

/// The kind of line that says whose words are repeated.
const QUOTED: usize = 30;
/// The kind of a line that stands in the same zone before.
const COPY: usize = 33;
/// The kind of line that ends such words.
const EXPAND: usize = 9;

/// Whether a line of this kind is hardly ever furniture.
const fn prose(kind: usize) -> bool {
    matches!(kind, EXPAND | 22 | 23 | 26..COPY)
}

/// How many lines of one kind say different things, roughly: what a line that comes back is worth.
const fn different(kind: usize) -> f32 {
    match kind {
        EXPAND | QUOTED.. => 1.0,
        0..18 => 50.0,
        18 | 19 | 24 | 25 => 200.0,
        20 | 26 => 500.0,
        _ => 2000.0,
    }
}

/// Furniture is, at first, what stands at the ends of a zone and is no prose, or comes back in another zone.
fn first_guess(signs: &[Vec<Sign>], zones: &[Zone], seen: &Seen) -> Vec<Cut> {
    let again = |sign: &Sign| sign.kind < QUOTED && seen.get(&sign.key).is_some_and(|(_, times)| *times > 1);
    let cue = |sign: &Sign| (sign.kind < 18 || sign.kind == COPY) && !prose(sign.kind);
    zones
        .iter()
        .zip(signs)
        .map(|(zone, signs)| {
            let first = signs.iter().position(|s| prose(s.kind) && !again(s));
            let last = signs.iter().rposition(|s| prose(s.kind) && !again(s));
            let (first, last) = match (first, last) {
                (Some(first), Some(last)) if first <= last => (first, last),
                // No prose: the longest line that does not come back.
                _ => {
                    let own = |n: &usize| signs.get(*n).is_some_and(|s| !again(s) && !cue(s));
                    let longest = (0..signs.len()).filter(own).max_by_key(|n| signs.get(*n).map_or(0, |s| s.kind));
                    let middle = longest.or(first).unwrap_or(signs.len() / 2);
                    (middle, middle)
                }
            };
            // What stands between furniture and prose is more likely words, such as a greeting.
            let sure = |s: &Sign| cue(s) || again(s);
            let above = signs.iter().take(first).rposition(sure).map_or(0, |n| n + 1);
            let below = signs.iter().skip(last + 1).position(sure).map_or(signs.len(), |n| last + 1 + n);
            Cut { from: zone.from + above, to: zone.from + below.max(above) }
        })
        .collect()
}

/// One end of the zones.
struct Part {
    /// Whether it stands above the words.
    above: bool,
    /// How often each key stands there.
    keys: HashMap<u32, f32>,
    /// How many lines stand there in all zones.
    lines: f32,
    /// Kinds by distance from the anchor, and at any distance.
    near: [[f32; KINDS]; NEAR],
    any: [f32; KINDS],
    /// How many lines stand there in one zone.
    lengths: Vec<f32>,
}

/// What was counted in all zones.
struct Model {
    zones: f32,
    lower: Part,
    upper: Part,
    words: [f32; KINDS],
    /// Logarithms: how much likelier so many empty lines are above the first words, above the first furniture behind them,
    /// than elsewhere.
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
            if !prose(sign.kind) || seen.get(&sign.key).is_none_or(|(_, times)| *times < 2) {
                bump(&mut self.any, sign.kind);
                if let Some(near) = self.near.get_mut(length) {
                    bump(near, sign.kind);
                }
            }
            length += 1;
        }
        if self.lengths.len() <= length {
            self.lengths.resize(length + 1, 0.0);
        }
        if let Some(slot) = self.lengths.get_mut(length) {
            *slot += 1.0;
        }
    }

    /// Counts become shares, leaning on what is known beforehand.
    fn settle(&mut self) {
        let before = BEFOREHAND.map(|b| b.0);
        settle(&mut self.any, &before, 3.0);
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
        let quoted = self.above && prose(sign.kind) && times < 3.0;
        let again = if quoted { 0.0 } else { times / self.lines.max(1.0) };
        0.5 * again * different(sign.kind) + 0.5 * kinds.get(sign.kind).copied().unwrap_or(0.01)
    }

    /// Logarithm of how likely it is that `length` lines stand here.
    fn length(&self, length: usize, zones: f32) -> f32 {
        let at = |n: usize| self.lengths.get(n).copied().unwrap_or(0.0);
        let near = at(length) + 0.3 * (at(length + 1) + if length > 0 { at(length - 1) } else { 0.0 });
        // Longer than any that was seen: less and less likely with each line.
        let beyond = length.saturating_sub(self.lengths.len() + 1) as f32;
        ((near + 0.5 / (1.0 + length as f32)) / (1.6 * zones + 1.0)).ln() - 0.5 * beyond
    }
}

impl Model {
    fn count(signs: &[Vec<Sign>], zones: &[Zone], cuts: &[Cut], seen: &Seen) -> Self {
        let (mut lower, mut upper, mut words) = (Part::new(true), Part::new(false), [0.0; KINDS]);
        let (mut inner, mut lines) = (0.0, 0.0);
        let (mut edges, mut inside) = ([[0.0; GAPS]; 2], [0.0; GAPS]);
        for ((zone, signs), cut) in zones.iter().zip(signs).zip(cuts) {
            if zone.edge != Edge::Inner {
                continue;
            }
            inner += 1.0;
            let (above, below) = (cut.from - zone.from, zone.to - cut.to);
            lower.count(signs.iter().take(above), seen);
            upper.count(signs.iter().rev().take(below), seen);
            for sign in signs.iter().skip(above).take(cut.to - cut.from) {
                bump(&mut words, sign.kind);
                lines += 1.0;
            }
            for (n, sign) in signs.iter().enumerate() {
                let [begin, end] = &mut edges;
                bump(
                    if n == above {
                        begin
                    } else if n == signs.len() - below {
                        end
                    } else {
                        &mut inside
                    },
                    sign.gap,
                );
            }
        }
        lower.settle();
        upper.settle();
        settle(&mut words, &BEFOREHAND.map(|b| b.1), 10.0);
        settle(&mut inside, &GAPS_BEFOREHAND.map(|b| b.1), 10.0);
        for edge in &mut edges {
            settle(edge, &GAPS_BEFOREHAND.map(|b| b.0), 3.0);
            for (at, inside) in edge.iter_mut().zip(&inside) {
                *at = (*at / inside).ln();
            }
        }
        Self { zones: inner, lower, upper, words, gaps: edges, length: (lines + 4.0) / (inner + 1.0) }
    }

    /// The best place to cut a zone; `old` is where it was cut when things were counted.
    fn best(&self, zone: Zone, signs: &[Sign], old: Cut) -> Cut {
        let count = signs.len();
        let counted = zone.edge == Edge::Inner;
        let own = |inside: bool| if counted && inside { 1.0 } else { 0.0 };
        let words = |sign: &Sign| self.words.get(sign.kind).copied().unwrap_or(0.01);
        // What is won when the first n lines are furniture, and when the last ones are.
        let (mut lower, mut upper) = (vec![0.0; count + 1], vec![0.0; count + 1]);
        let mut sum = 0.0;
        for (n, sign) in signs.iter().enumerate() {
            let mine = own(zone.from + n < old.from);
            let here =
                if zone.edge == Edge::Top { chrome(sign.kind, words(sign)) } else { self.lower.likely(*sign, Some(n), mine) };
            sum += (here / words(sign)).ln();
            if let Some(slot) = lower.get_mut(n + 1) {
                *slot = sum;
            }
        }
        sum = 0.0;
        for (n, sign) in signs.iter().enumerate().rev() {
            let mine = own(zone.from + n >= old.to);
            let here = if zone.edge == Edge::Bottom {
                0.5 * self.upper.likely(*sign, None, mine) + 0.5 * chrome(sign.kind, words(sign))
            } else {
                self.upper.likely(*sign, Some(count - 1 - n), mine)
            };
            sum += (here / words(sign)).ln();
            if let Some(slot) = upper.get_mut(n) {
                *slot = sum;
            }
        }
        let length = |part: &Part, n: usize, open: bool| if open { 0.0 } else { part.length(n, self.zones) };
        let (mut start, mut start_value) = (0, f32::NEG_INFINITY);
        let (mut best, mut best_value) = ((0, 0), f32::NEG_INFINITY);
        let slope = if counted { 0.0 } else { 1.0 / self.length };
        for (n, (low, up)) in lower.iter().zip(&upper).enumerate() {
            // `start` is the best beginning among those before n, so words have one line at least; none is a last resort.
            let ends = if zone.edge == Edge::Bottom && n < count { PAGE } else { 0.0 };
            let begins = if zone.edge == Edge::Top && n > 0 { PAGE } else { 0.0 };
            let gap = signs.get(n).map_or(0, |sign| sign.gap);
            let [begin_gap, end_gap] = self.gaps.map(|gaps| if n == count { 0.0 } else { gaps.get(gap).copied().unwrap_or(0.0) });
            let end = end_gap + up + length(&self.upper, count - n, zone.edge == Edge::Bottom) - slope * n as f32 - ends;
            let begin = begin_gap + low + length(&self.lower, n, zone.edge == Edge::Top) + slope * n as f32 - begins;
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
}

/// How likely a line of this kind is outside all messages: menus and notices, some of them in sentences.
fn chrome(kind: usize, words: f32) -> f32 {
    let furniture = BEFOREHAND.get(kind).map_or(0.01, |b| b.0);
    match kind {
        _ if prose(kind) => words * 0.6,
        // Short words are said as well.
        18.. => furniture.midpoint(words),
        _ => furniture.max(words),
    }
}

fn bump(counts: &mut [f32], kind: usize) {
    if let Some(slot) = counts.get_mut(kind) {
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
