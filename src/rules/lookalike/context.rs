//! What the words near by say: those that only one script can write.

use std::cell::{Cell, OnceCell};

use memchr::memchr2_iter;

use super::decide::{Decision, is_far_fetched, open};
use super::figures::SHORT;
use super::slips::main_script;
use super::swaps::{self, Swapped};
use super::unprovoked::is_badge;
use super::{Kind, TARGETS, Unit, lattice};
use crate::rules::{Certainty, Line};
use crate::unicode::{self, Classes, Script};

/// How many voters are heard on each side.
pub(super) const REACH: usize = 8;

/// What a voter in another sentence counts, against one in the same.
const ELSEWHERE: f32 = 0.25;

/// How far, in bytes, a line without voters looks into its neighbours.
pub(super) const NEIGHBOURS: usize = 400;

/// A word that speaks for a script.
#[derive(Clone, Copy)]
struct Voter {
    unit: usize,
    script: usize,
    sentence: u32,
    /// If it was itself spoofed and reads in that script: the classes of its letters.
    spoofed: Option<Classes>,
    /// Letters of it were put back before.
    is_repaired: bool,
    weight: f32,
}

/// The voters of a line, in order.
pub(super) struct Context<'a> {
    line: &'a Line<'a>,
    voters: Vec<Voter>,
    /// For a line without voters: what its neighbours say, by script.
    around: [f32; TARGETS.len()],
    /// What was swapped in the lines around.
    swaps_around: Swapped,
    /// Whether the line holds Latin words with Greek letters that no reader takes for Latin: the mark of a wrong code page.
    pub damaged_greek: bool,
    /// How many words mix scripts and read completely in one.
    pub spoofed: u32,
    /// Whether the line has any: in a line of capitals, capitals say nothing.
    pub has_small_letters: bool,
    cursor: Cell<usize>,
    only: OnceCell<Option<Script>>,
    steppe_cyrillic: OnceCell<bool>,
    balkan_cyrillic: OnceCell<bool>,
    may_hold_sounds: OnceCell<bool>,
}

/// What was heard around a unit, by target script.
#[derive(Clone, Copy, Default)]
pub(super) struct Heard {
    weights: [f32; TARGETS.len()],
    words: [u32; TARGETS.len()],
    swapped: Swapped,
}

impl Heard {
    /// How strongly they speak for `script`.
    pub fn weight(&self, script: Script) -> f32 {
        at(script).and_then(|at| self.weights.get(at)).copied().unwrap_or_default()
    }

    /// How many words do.
    pub fn words(&self, script: Script) -> u32 {
        at(script).and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    /// How strongly those speak that were spoofed themselves, with letters of any of these classes.
    pub fn company(&self, script: Script, from: Classes) -> f32 {
        self.swapped.company(script, from)
    }

    /// The company of the script that has most.
    pub fn most_company(&self) -> f32 {
        TARGETS.into_iter().map(|script| self.all_company(script)).fold(0.0, f32::max)
    }

    /// The same for any letters; a word that holds several kinds may be counted more than once.
    pub fn all_company(&self, script: Script) -> f32 {
        self.swapped.all_company(script)
    }

    /// How strongly those speak in which letters were swapped for any others, be it of the same script or in another dress.
    pub fn swapped(&self, script: Script) -> f32 {
        self.swapped.words(script)
    }

    /// The same without those in which letters were put back before.
    pub fn freshly_swapped(&self, script: Script) -> f32 {
        self.swapped.fresh(script)
    }

    /// How strongly they speak for any script but `script`.
    pub fn against(&self, script: Script) -> f32 {
        TARGETS.into_iter().filter(|&other| other != script).map(|other| self.weight(other)).fold(0.0, f32::max)
    }
}

/// The place of a target script.
pub(super) fn at(script: Script) -> Option<usize> {
    TARGETS.iter().position(|&target| target == script)
}

impl<'a> Context<'a> {
    pub fn new(line: &'a Line<'a>, units: &[Unit]) -> Self {
        let mut voters = Vec::with_capacity(units.len());
        let (mut damaged_greek, mut all_spoofed) = (false, 0);
        let writes_cyrillic = OnceCell::new();
        for (number, unit) in units.iter().enumerate() {
            let (script, spoofed) = match unit.kind {
                Kind::Proof(script) | Kind::Weak(script) => (script, false),
                // What could be a symbol speaks for nobody.
                Kind::OnlyReading(_) if unit.is_like_symbol(unit.span.of(line.as_str())) => continue,
                // What language may read otherwise speaks for nobody: `пe` among Latin words.
                Kind::OnlyReading(to) if to != Script::Latin && unit.strange && unit.letters <= SHORT => continue,
                Kind::OnlyReading(to) if unit.strange && !lattice::is_in_table(unit.span.of(line.as_str()), to) => continue,
                // What is told and not repaired is no company to others: they would change for it once and again.
                Kind::OnlyReading(to) if to != Script::Latin && is_far_fetched(unit.span.of(line.as_str()), to) => continue,
                // Nor does a letter that was put there to be seen.
                Kind::OnlyReading(Script::Latin)
                    if is_badge(unit.span.of(line.as_str()))
                        && *writes_cyrillic
                            .get_or_init(|| units.iter().any(|unit| unit.speaks_for() == Some(Script::Cyrillic))) =>
                {
                    continue;
                }
                Kind::OnlyReading(script) => (script, true),
                Kind::Settled => {
                    damaged_greek |= is_damaged_greek(unit, unit.span.of(line.as_str()));
                    continue;
                }
                Kind::Ambiguous(_) | Kind::Open(_) | Kind::Numeral(_) | Kind::Scholarly | Kind::Chunk(_) | Kind::Strange => {
                    continue;
                }
            };
            if let Some(script) = at(script) {
                let weight = match unit.kind {
                    Kind::Weak(_) => 0.2,
                    _ if unit.letters > 1 => 1.0,
                    _ => 0.5,
                };
                let sentence = unit.sentence;
                all_spoofed += u32::from(spoofed);
                voters.push(Voter {
                    unit: number,
                    script,
                    sentence,
                    spoofed: spoofed.then_some(unit.classes),
                    is_repaired: false,
                    weight,
                });
            }
        }
        let around = if voters.is_empty() { neighbours(line) } else { Default::default() };
        let has_small_letters = units.iter().any(|unit| unit.classes.intersects(Classes::LOWER));
        let (cursor, only, steppe_cyrillic, balkan_cyrillic, may_hold_sounds) = Default::default();
        let mut context = Self {
            line,
            voters,
            around,
            swaps_around: Swapped::default(),
            damaged_greek,
            spoofed: all_spoofed,
            has_small_letters,
            cursor,
            only,
            steppe_cyrillic,
            balkan_cyrillic,
            may_hold_sounds,
        };
        if !line.tracked().regions_in(line.near(NEIGHBOURS)).is_empty() {
            context.take_repaired(units);
        }
        context.take_open(units);
        context
    }

    /// Mixed words with several readings are company, too, once the others have settled their script.
    fn take_open(&mut self, units: &[Unit]) {
        let mut settled = Vec::new();
        let only = self.only();
        for (number, unit) in units.iter().enumerate() {
            let Kind::Open(readings) = unit.kind else { continue };
            if unit.is_like_symbol(unit.span.of(self.line.as_str())) {
                continue;
            }
            // `НTTP` among Russian words was hardly typed for `НТТР`, and says nothing about them.
            let capitals = self.has_small_letters && !unit.classes.intersects(Classes::LOWER);
            let own = capitals.then(|| main_script(unit.span.of(self.line.as_str()))).flatten();
            let is_own = |script: &Script| own.is_none_or(|own| own == *script);
            // Where one script is spoken, nothing else can be heard.
            let spoken = only.filter(|&script| readings.contains(script));
            if spoken.is_some_and(|script| !is_own(&script)) {
                continue;
            }
            if let Some(script) = spoken.and_then(at) {
                settled.push(Voter {
                    unit: number,
                    script,
                    sentence: unit.sentence,
                    spoofed: Some(unit.classes),
                    is_repaired: false,
                    weight: 0.5,
                });
                continue;
            }
            let decision = open(unit.span.of(self.line.as_str()), unit, readings, &self.heard(number, unit));
            if let Decision::Restore { to, certainty: Certainty::Certain | Certainty::Likely, .. } = decision
                && let Some(script) = at(to).filter(|_| is_own(&to))
            {
                let spoofed = Some(unit.classes);
                settled.push(Voter { unit: number, script, sentence: unit.sentence, spoofed, is_repaired: false, weight: 0.5 });
            }
        }
        self.join(settled);
    }

    /// Words in which letters were put back before are company. They speak for their script as far as they would without that, since
    /// whoever cleans the text again does not know of it.
    fn take_repaired(&mut self, units: &[Unit]) {
        let mut settled = Vec::new();
        for (number, letters) in swaps::of_words(self.line, units) {
            let Some(unit) = units.get(number) else { continue };
            let (Kind::Proof(script) | Kind::Weak(script) | Kind::Ambiguous(script)) = unit.kind else { continue };
            if let Ok(voter) = self.voters.binary_search_by_key(&number, |voter| voter.unit) {
                let voter = self.voters.get_mut(voter);
                voter.into_iter().for_each(|voter| (voter.spoofed, voter.is_repaired) = (Some(letters), true));
            } else if let Some(script) = at(script) {
                settled.push(Voter {
                    unit: number,
                    script,
                    sentence: unit.sentence,
                    spoofed: Some(letters),
                    is_repaired: true,
                    weight: 0.0,
                });
            }
        }
        self.join(settled);
        self.swaps_around = swaps::around(self.line, NEIGHBOURS, ELSEWHERE);
    }

    fn join(&mut self, mut settled: Vec<Voter>) {
        if !settled.is_empty() {
            self.spoofed += settled.len() as u32;
            self.voters.append(&mut settled);
            self.voters.sort_by_key(|voter| voter.unit);
            self.cursor.set(0);
            self.only = OnceCell::new();
        }
    }

    /// The script that all words of the line speak for which speak for any.
    pub fn only(&self) -> Option<Script> {
        *self.only.get_or_init(|| {
            let first = self.voters.first()?.script;
            let alone = self.voters.iter().all(|voter| voter.script == first);
            TARGETS.get(first).copied().filter(|_| alone)
        })
    }

    /// Takes in the words that were restored as wholes: they speak for their script now, and are company.
    pub fn take_restored(&mut self, restored: impl Iterator<Item = (usize, Unit, Script)>) {
        let settled = restored.filter_map(|(unit, restored, to)| {
            let script = at(to)?;
            Some(Voter {
                unit,
                script,
                sentence: restored.sentence,
                spoofed: Some(restored.classes),
                is_repaired: false,
                weight: 0.5,
            })
        });
        self.join(settled.collect());
    }

    /// Whether letters stand on the line that only the Turkic and Mongolian Cyrillic alphabets have.
    pub fn steppe_cyrillic(&self) -> bool {
        let is_of = |c| {
            matches!(c, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'җ' | 'ҡ' | 'ҙ' | 'ҫ')
                || matches!(c, 'Ә' | 'Ғ' | 'Қ' | 'Ң' | 'Ө' | 'Ұ' | 'Ү' | 'Һ' | 'Җ' | 'Ҡ' | 'Ҙ' | 'Ҫ')
        };
        // The first bytes of all these.
        *self.steppe_cyrillic.get_or_init(|| {
            let text = self.line.as_str();
            memchr2_iter(0xD2, 0xD3, text.as_bytes())
                .any(|at| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_of))
        })
    }

    /// Whether letters stand on the line that only the Serbian and Macedonian Cyrillic alphabets have.
    pub fn balkan_cyrillic(&self) -> bool {
        let is_of = |c| {
            matches!(c, 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'ѓ' | 'ќ' | 'ѕ')
                || matches!(c, 'Ј' | 'Љ' | 'Њ' | 'Ћ' | 'Ђ' | 'Џ' | 'Ѓ' | 'Ќ' | 'Ѕ')
        };
        *self.balkan_cyrillic.get_or_init(|| self.has(is_of))
    }

    /// Whether the lines around hold words of `script`.
    pub fn is_spoken_around(&self, script: Script) -> bool {
        at(script).and_then(|at| neighbours(self.line).get(at).copied()).is_some_and(|words| words >= 1.0)
    }

    /// Whether signs may stand on the line that transcribe sounds.
    pub fn may_hold_sounds(&self) -> bool {
        // The first bytes of all these.
        *self.may_hold_sounds.get_or_init(|| self.line.as_str().bytes().any(|byte| matches!(byte, 0xC9..=0xCC)))
    }

    fn has(&self, is_of: impl Fn(char) -> bool) -> bool {
        self.line.classes.intersects(Classes::CYRILLIC) && self.line.as_str().chars().any(is_of)
    }

    /// The first voter that is unit `number` or stands behind it. Units are asked about in order, so it is looked for from where
    /// the last one was: a binary search would leave the caches for each word of a long line.
    fn first_from(&self, number: usize) -> usize {
        let mut here = self.cursor.get();
        if here.checked_sub(1).and_then(|at| self.voters.get(at)).is_some_and(|voter| voter.unit >= number) {
            here = 0;
        }
        here += self.voters.iter().skip(here).take_while(|voter| voter.unit < number).count();
        self.cursor.set(here);
        here
    }

    /// What the words around unit `number` say, the nearest most.
    pub fn heard(&self, number: usize, unit: &Unit) -> Heard {
        if self.voters.is_empty() {
            let words = self.around.map(|weight| weight as u32);
            return Heard { weights: self.around, words, swapped: self.swaps_around };
        }
        let mut heard = Heard { swapped: self.swaps_around, ..Heard::default() };
        let here = self.first_from(number);
        let (left, right) = self.voters.split_at(here);
        let left = left.iter().rev().take(REACH);
        let right = right.iter().skip_while(|voter| voter.unit == number).take(REACH);
        for voter in left.chain(right) {
            let distance = voter.unit.abs_diff(number) as f32;
            let place = if voter.sentence == unit.sentence { 1.0 } else { ELSEWHERE };
            if let (Some(weight), Some(words)) = (heard.weights.get_mut(voter.script), heard.words.get_mut(voter.script)) {
                let place = place / (1.0 + 0.1 * distance);
                *weight += voter.weight * place;
                *words += 1;
                if let Some(letters) = voter.spoofed {
                    heard.swapped.add(voter.script, letters, place);
                    if voter.is_repaired {
                        heard.swapped.add_repaired(voter.script, place);
                    }
                }
            }
        }
        heard
    }
}

/// `Wallstrφm`: a Latin word with a Greek letter that reads as no Latin one.
fn is_damaged_greek(unit: &Unit, word: &str) -> bool {
    let unreadable = unit.forms.near().is_empty();
    unreadable
        && unit.letters > 2
        && unit.classes.contains(Classes::LATIN | Classes::GREEK | Classes::GREEK_ONLY | Classes::LOWER)
        && word.chars().any(|c| unicode::classes(c).contains(Classes::LATIN | Classes::LOWER))
}

/// How many words' worth of letters in the lines right before and after speak for each script.
fn neighbours(line: &Line<'_>) -> [f32; TARGETS.len()] {
    let (before, after) = line.around(NEIGHBOURS);
    let mut letters = [0u32; TARGETS.len()];
    for c in before.chars().chain(after.chars()) {
        let classes = unicode::classes(c);
        let proofs = [Classes::LATIN_ONLY, Classes::CYRILLIC_ONLY, Classes::GREEK_ONLY];
        for (count, proof) in letters.iter_mut().zip(proofs) {
            *count += u32::from(classes.intersects(proof));
        }
    }
    // About every third letter of running text proves its script, so three of them are worth a word.
    letters.map(|count| (count as f32 / 3.0).min(REACH as f32))
}
