//! Letters that were swapped: how many, for which, and those that were put back before by another rule or in an earlier round.

use super::context::at;
use super::{Kind, TARGETS, Unit};
use crate::rules::Line;
use crate::text::{Region, Span, Tracked};
use crate::unicode::Script;
use crate::unicode::{self, Classes, Grade};

/// The letters that words are spoofed with; those of a target at the target's place.
const SOURCES: [Classes; 4] = [Classes::LATIN, Classes::CYRILLIC, Classes::GREEK, Classes::OTHER_LETTER];

/// How strongly words in which letters were swapped speak, by the script that they are in.
#[derive(Clone, Copy, Default)]
pub(super) struct Swapped {
    /// Whatever the letters were swapped for.
    words: [f32; TARGETS.len()],
    /// Those of them in which letters were put back before.
    repaired: [f32; TARGETS.len()],
    /// By target, then by source: which letters were used. None are of the target itself.
    company: [[f32; SOURCES.len()]; TARGETS.len()],
}

impl Swapped {
    /// Hears a word of the target at this place; `letters` are the classes of those that were used.
    pub fn add(&mut self, target: usize, letters: Classes, strength: f32) {
        let (Some(words), Some(company)) = (self.words.get_mut(target), self.company.get_mut(target)) else { return };
        *words += strength;
        for (source, (count, classes)) in company.iter_mut().zip(SOURCES).enumerate() {
            if source != target && letters.intersects(classes) {
                *count += strength;
            }
        }
    }

    /// Says that a word that was heard, or the word at hand, had letters put back before.
    pub fn add_repaired(&mut self, target: usize, strength: f32) {
        self.repaired.get_mut(target).into_iter().for_each(|words| *words += strength);
    }

    /// Words swapped now, without those that were put back before.
    pub fn fresh(&self, script: Script) -> f32 {
        let of = |counts: &[f32; TARGETS.len()]| at(script).and_then(|at| counts.get(at)).copied().unwrap_or_default();
        (of(&self.words) - of(&self.repaired)).max(0.0)
    }

    pub fn words(&self, script: Script) -> f32 {
        at(script).and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    /// The strongest of those that used letters of any of these classes.
    pub fn company(&self, script: Script, from: Classes) -> f32 {
        let counts = at(script).and_then(|at| self.company.get(at)).copied().unwrap_or_default();
        SOURCES.iter().zip(counts).filter(|(source, _)| from.intersects(**source)).map(|(_, count)| count).fold(0.0, f32::max)
    }

    /// All that used letters of other scripts; a word with several kinds may be counted more than once.
    pub fn all_company(&self, script: Script) -> f32 {
        at(script).and_then(|at| self.company.get(at)).copied().unwrap_or_default().iter().sum()
    }
}

/// The words of the line in which letters were put back before: their numbers, and the classes of what had stood there.
pub(super) fn of_words(line: &Line<'_>, units: &[Unit]) -> Vec<(usize, Classes)> {
    let mut regions = line.tracked().regions_in(line.span).iter().peekable();
    let mut words = Vec::new();
    for (number, unit) in units.iter().enumerate() {
        let span = unit.span.shifted(line.span.start);
        while regions.next_if(|region| region.clean.end <= span.start).is_some() {}
        let mut letters = Classes::default();
        let mut count = 0;
        while let Some(region) = regions.next_if(|region| region.clean.start < span.end) {
            if let Some((stood, _)) = swap(line.tracked(), region) {
                letters |= unicode::classes(stood);
                count += 1;
            }
        }
        // A word that was dressed as a whole may be emphasis.
        if count > 0 && (count < unit.letters || !letters.intersects(Classes::STYLED)) {
            words.push((number, letters));
        }
    }
    words
}

/// Whether letters of Latin words were swapped for twins, at least in `FEW` of them, and never for anything else: who does that leaves
/// letters of living spellings alone.
pub(super) fn are_of_twins(line: &Line<'_>, units: &[Unit]) -> bool {
    const FEW: usize = 2;
    let is_twin = |c: char| unicode::lookalike_in(c, Script::Latin).is_some_and(|other| other.grade == Grade::Twin);
    let put_back = || {
        let regions = line.tracked().regions_in(line.span).iter();
        regions.filter_map(|region| swap(line.tracked(), region)).filter(|&(_, letter)| unicode::script(letter) == Script::Latin)
    };
    let spoofed = || units.iter().filter(|unit| unit.is_spoofed() && unit.forms.near().contains(Script::Latin));
    let by_twins = |unit: &Unit| unit.forms.twins().contains(Script::Latin);
    let others = || units.iter().any(|unit| unit.kind == Kind::Strange);
    put_back().count() + spoofed().count() >= FEW
        && put_back().all(|(stood, _)| is_twin(stood))
        && spoofed().all(by_twins)
        && !others()
}

/// What was swapped within `reach` bytes before and behind the line: each letter at this strength, and no more than two
/// of a kind.
pub(super) fn around(line: &Line<'_>, reach: usize, strength: f32) -> Swapped {
    let before = Span::new(line.span.start.saturating_sub(reach), line.span.start);
    let after = Span::new(line.span.end, line.span.end + reach);
    let mut swapped = Swapped::default();
    for region in [before, after].iter().flat_map(|span| line.tracked().regions_in(*span)) {
        if let Some((stood, letter)) = swap(line.tracked(), region)
            && let Some(target) = at(unicode::script(letter))
        {
            swapped.add(target, unicode::classes(stood), strength);
        }
    }
    let most = 2.0 * strength;
    swapped.words = swapped.words.map(|count| count.min(most));
    swapped.repaired = swapped.words;
    swapped.company = swapped.company.map(|counts| counts.map(|count| count.min(most)));
    swapped
}

/// What stood there and what stands there now, where the one is a letter in place of another.
fn swap(tracked: &Tracked<'_>, region: &Region) -> Option<(char, char)> {
    let stood = only_letter(region.source.of(tracked.source()))?;
    let letter = only_letter(region.clean.of(tracked.text()))?;
    (stood != letter).then_some((stood, letter))
}

fn only_letter(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let c = chars.next().filter(|_| chars.as_str().is_empty())?;
    unicode::classes(c).intersects(Classes::LETTER | Classes::STYLED).then_some(c)
}
