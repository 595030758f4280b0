//! What is compared of a line: what it says, numbers apart, what kind of line it is, and the empty lines above it.
use super::{
    super::{
        super::{cues::Cue, lines::digest, shapes},
        View,
    },
    Zone,
};
use std::collections::{HashMap, HashSet};

/// Numbers of empty lines that are told apart, the last being all larger ones.
pub(super) const GAPS: usize = 4;

/// A line, as far as it is compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    /// The same for lines that say the same, numbers apart.
    pub key: u32,
    pub kind: Kind,
    /// Empty lines above it, as far as they are told apart.
    pub gap: usize,
}

/// Kinds of lines: what their cue says, and words by their length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Button,
    Counter,
    Tally,
    Accepted,
    Badge,
    Profile,
    Fact,
    Navigation,
    End,
    Expand,
    Header,
    Number,
    AnswerCount,
    Deed,
    Date,
    PostNumber,
    Portrait,
    Ornament,
    /// One character.
    Initial,
    /// Up to 25 characters.
    Short,
    /// Up to 50.
    Middling,
    /// Up to 90.
    Long,
    Longest,
    /// The same with the end of a sentence.
    ShortSentence,
    MiddlingSentence,
    LongSentence,
    LongestSentence,
    /// "NAME wrote:"
    Quoted,
    /// Words between the head of a quotation and its end.
    Quotation,
    /// With a bullet or a number.
    Entry,
    /// A line that stands in the same zone before.
    Copy,
}

/// How many there are.
pub(super) const KINDS: usize = Kind::Copy as usize + 1;

/// How often each kind is furniture, and how often it is words, before anything has been counted: by hand, from reading threads.
/// In the order of [`Kind`].
pub(super) const BEFOREHAND: [(f32, f32); KINDS] = [
    (0.12, 0.002),
    (0.05, 0.002),
    (0.03, 0.002),
    (0.01, 0.004),
    (0.08, 0.002),
    (0.10, 0.002),
    (0.08, 0.012),
    (0.05, 0.004),
    (0.01, 0.001),
    (0.0005, 0.02),
    (0.02, 0.005),
    (0.05, 0.008),
    (0.01, 0.001),
    (0.05, 0.010),
    (0.06, 0.006),
    (0.04, 0.001),
    (0.03, 0.0005),
    (0.04, 0.03),
    (0.03, 0.01),
    (0.22, 0.08),
    (0.04, 0.09),
    (0.01, 0.08),
    (0.004, 0.10),
    (0.012, 0.08),
    (0.004, 0.09),
    (0.003, 0.10),
    (0.003, 0.20),
    (0.0003, 0.03),
    (0.001, 0.04),
    (0.003, 0.03),
    (0.05, 0.0005),
];

impl Kind {
    /// Whether a line of this kind is hardly ever furniture.
    pub(super) const fn is_prose(self) -> bool {
        matches!(
            self,
            Self::Expand
                | Self::Long
                | Self::Longest
                | Self::ShortSentence
                | Self::MiddlingSentence
                | Self::LongSentence
                | Self::LongestSentence
                | Self::Quoted
                | Self::Quotation
                | Self::Entry
        )
    }

    /// Whether it is furniture for what it is: a button, a count, a date.
    pub(super) const fn is_cue(self) -> bool {
        (self as usize) <= Self::Ornament as usize && !self.is_prose() || matches!(self, Self::Copy)
    }

    /// Whether its coming back says nothing.
    pub(super) const fn is_quotation(self) -> bool {
        matches!(self, Self::Expand | Self::Quoted | Self::Quotation | Self::Entry | Self::Copy)
    }

    /// How many lines of one kind say different things, roughly: what a line that comes back is worth.
    pub(super) const fn different(self) -> f32 {
        match self {
            _ if self.is_quotation() => 1.0,
            Self::Initial | Self::Short | Self::ShortSentence => 300.0,
            _ if self as usize > Self::Ornament as usize => 2000.0,
            _ => 50.0,
        }
    }

    fn of(view: &View<'_>, i: usize) -> Self {
        match view.cue(i) {
            Cue::Button => Self::Button,
            Cue::Counter => Self::Counter,
            Cue::Tally => Self::Tally,
            Cue::Accepted => Self::Accepted,
            Cue::Badge => Self::Badge,
            Cue::Profile => Self::Profile,
            Cue::Fact => Self::Fact,
            Cue::Navigation => Self::Navigation,
            Cue::End => Self::End,
            Cue::Expand => Self::Expand,
            Cue::Header => Self::Header,
            Cue::Number => Self::Number,
            Cue::AnswerCount => Self::AnswerCount,
            Cue::Deed(_) => Self::Deed,
            Cue::Date => Self::Date,
            Cue::PostNumber => Self::PostNumber,
            Cue::Portrait => Self::Portrait,
            Cue::Ornament => Self::Ornament,
            Cue::Words if view.opens(i) => Self::Deed,
            Cue::Words if view.quotes(i) => Self::Quoted,
            Cue::Words if view.listed(i) => Self::Entry,
            Cue::Words if view.event(i) => Self::Deed,
            Cue::Words if view.twin(i) => Self::Portrait,
            Cue::Words if view.fact(i) => Self::Fact,
            Cue::Words => {
                let sentence = shapes::ends_sentence(view.said(i)) && !shapes::ends_in_initial(view.said(i));
                match (view.width(i), sentence) {
                    (0..2, _) => Self::Initial,
                    (..=25, false) => Self::Short,
                    (..=25, true) => Self::ShortSentence,
                    (..=50, false) => Self::Middling,
                    (..=50, true) => Self::MiddlingSentence,
                    (..=90, false) => Self::Long,
                    (..=90, true) => Self::LongSentence,
                    (_, false) => Self::Longest,
                    (_, true) => Self::LongestSentence,
                }
            }
        }
    }
}

/// The signs of the lines of each zone.
pub(super) fn signs(view: &View<'_>, zones: &[Zone]) -> Vec<Vec<Sign>> {
    let mut keys: HashMap<u64, u32> = HashMap::new();
    let mut sign = |i: usize| {
        let fresh = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let gap = view.lines.get(i).map_or(0, |l| l.gap).min(GAPS - 1);
        Sign { key: *keys.entry(digest(view.said(i))).or_insert(fresh), kind: Kind::of(view, i), gap }
    };
    let mut signs: Vec<Vec<Sign>> = zones.iter().map(|zone| (zone.from..zone.to).map(&mut sign).collect()).collect();
    signs.iter_mut().for_each(|zone| mark_quotations(zone));
    hide_quotations(&mut signs);
    signs
}

/// Tells quotations and copies inside one zone.
fn mark_quotations(zone: &mut [Sign]) {
    // From "NAME said:" to "Click to expand".
    let mut open = None;
    for n in 0..zone.len() {
        match zone.get(n).map(|sign| sign.kind) {
            Some(Kind::Quoted) => open = Some(n + 1),
            Some(Kind::Expand) => {
                if let Some(from) = open.take() {
                    zone.iter_mut().take(n).skip(from).for_each(|sign| sign.kind = Kind::Quotation);
                }
            }
            _ => {}
        }
    }
    // Some pages carry a message twice, the second time to be shown on demand.
    let mut said: HashSet<u32> = HashSet::new();
    for sign in zone.iter_mut().filter(|sign| sign.kind.is_prose()) {
        if !said.insert(sign.key) {
            sign.kind = Kind::Copy;
        }
    }
}

/// Words of an earlier message that stand behind "NAME wrote:" come back without being furniture: they get keys of their own.
fn hide_quotations(signs: &mut [Vec<Sign>]) {
    let seen = Seen::count(signs);
    let mut fresh = u32::MAX;
    for zone in signs {
        let mut quoting = false;
        for sign in zone {
            let again = seen.again(sign);
            quoting = sign.kind == Kind::Quoted || quoting && again;
            if quoting && again {
                sign.key = fresh;
                fresh -= 1;
            }
        }
    }
}

/// In how many zones each key stands.
pub(super) struct Seen(HashMap<u32, (usize, usize)>);

impl Seen {
    pub(super) fn count(signs: &[Vec<Sign>]) -> Self {
        let mut seen: HashMap<u32, (usize, usize)> = HashMap::new();
        for (n, zone) in signs.iter().enumerate() {
            for sign in zone {
                let (last, times) = seen.entry(sign.key).or_insert((usize::MAX, 0));
                if *last != n {
                    (*last, *times) = (n, *times + 1);
                }
            }
        }
        Self(seen)
    }

    /// Whether a line stands in another zone as well.
    pub(super) fn again(&self, sign: &Sign) -> bool {
        self.0.get(&sign.key).is_some_and(|(_, times)| *times > 1)
    }
}
