//! What language says about words that letters and context leave open.
//!
//! Asked last, and only about such words: a look into the table is dear beside a look at class bits.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::forms::{is_letter, meant};
use super::{Kind, TARGETS, Unit, lattice, lone, signs, spelling, swaps};
use crate::lexis::{self, Hint};
use crate::rules::Line;
use crate::unicode::{self, Classes, Script};

/// How many words are asked what language the line is in.
const LISTENERS: usize = 8;

/// How many words there must be for doubtful ones to be among them.
const WITH_DOUBTFUL: usize = 3;

/// How many words tell whether a language is known, and how likely each letter of them must be.
const KNOWN_WORDS: u32 = 4;
const FEW_WORDS: u32 = 2;
const KNOWN: f32 = -2.6;
/// The same where nothing but letters of few spellings is strange about a line, and where odd letters of so few kinds are that a
/// spelling may have them. Words of Hausa and Ewe have -2 to -2.8, of the languages of the table -1 to -2.
const KNOWN_WELL: f32 = -1.6;
const KNOWN_BETTER: f32 = -2.2;
const FEW_KINDS: usize = 2;

/// By how many nats a spoofed line must read better or worse than one of an unknown spelling: where an odd letter comes more than once
/// on the line, as letters of a spelling do, and where it does not.
const WELL: (f32, f32) = (3.0, -2.0);
/// The same where letters were swapped for twins, and nothing says that others were put in: `wеłl, cоułd`.
const WELL_DESPITE_TWINS: f32 = 30.0;
const BADLY: (f32, f32) = (-3.0, -6.0);

/// What letters that no expected spelling has are on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strangers {
    None,
    /// Odd Latin letters of so few kinds that one spelling may have them all.
    OfOneSpelling,
    /// More kinds than one spelling has, or letters of other scripts.
    OfNone,
}

/// What language says about the words of one line. Made for every line, and empty until it is asked.
pub(super) struct Language<'l> {
    line: &'l Line<'l>,
    units: &'l [Unit],
    hints: [OnceCell<Hint>; TARGETS.len()],
    fit: OnceCell<(f32, u32)>,
    reads: OnceCell<(f32, bool)>,
    strangers: OnceCell<Strangers>,
    is_phonetic: OnceCell<bool>,
    has_other_scripts: OnceCell<bool>,
    has_only_twins: OnceCell<bool>,
    is_plain_talk: OnceCell<bool>,
    may_be_berber: OnceCell<bool>,
    has_greek_for_symbols: OnceCell<bool>,
}

impl<'l> Language<'l> {
    pub fn new(line: &'l Line<'l>, units: &'l [Unit]) -> Self {
        Self {
            line,
            units,
            hints: Default::default(),
            fit: OnceCell::new(),
            reads: OnceCell::new(),
            strangers: OnceCell::new(),
            is_phonetic: OnceCell::new(),
            has_other_scripts: OnceCell::new(),
            has_only_twins: OnceCell::new(),
            is_plain_talk: OnceCell::new(),
            may_be_berber: OnceCell::new(),
            has_greek_for_symbols: OnceCell::new(),
        }
    }

    /// The line at hand.
    pub const fn line(&self) -> &'l Line<'l> {
        self.line
    }

    /// How likely the word is in `script`, in nats; nothing if one of its letters has no form there.
    pub fn nats(&self, word: &str, script: Script) -> Option<f32> {
        let hint = self.hint(script)?;
        let common = project(word, script, false)?;
        let nats = lexis::weigh(&common, script, hint).nats;
        // Letters that only some alphabets have.
        match project(word, script, true) {
            Some(regional) if regional != common => Some(nats.max(lexis::weigh(&regional, script, hint).nats)),
            _ => Some(nats),
        }
    }

    /// Whether a word is likelier with the letters that only some alphabets of `script` have.
    pub fn is_regional(&self, word: &str, script: Script) -> bool {
        let (Some(regional), Some(common)) = (project(word, script, true), project(word, script, false)) else { return false };
        let nats = |word: &str| self.hint(script).map(|hint| lexis::weigh(word, script, hint).nats);
        regional == common || nats(&regional) >= nats(&common)
    }

    /// Whether it could be a word at all.
    pub fn is_plausible(&self, word: &str, script: Script) -> bool {
        let letters = word.chars().filter(|&c| is_letter(c)).count() as f32;
        self.nats(word, script).is_some_and(|nats| nats > -4.0 - 2.3 * letters)
    }

    /// Whether the Latin words of the line are such as one of the languages writes.
    pub fn is_known(&self) -> bool {
        self.fits(KNOWN)
    }

    /// The same of a line that may be too short for that, if its few words are very likely ones.
    pub fn is_known_by_few(&self) -> bool {
        let &(fit, count) = self.fit_of_words();
        self.is_known() || count >= FEW_WORDS && fit > KNOWN_WELL
    }

    /// Whether the word's letters of few spellings may be the text's own. One spelling has few such letters, and texts of the
    /// languages of the table that are spoofed by chance have many kinds of strangers.
    pub fn may_spell(&self, unit: &Unit) -> bool {
        match self.strangers() {
            Strangers::None => !self.fits(KNOWN_WELL),
            Strangers::OfOneSpelling if unit.strange => self.fit().is_some() && !self.fits(KNOWN_BETTER),
            Strangers::OfOneSpelling => !self.fits(KNOWN_BETTER),
            Strangers::OfNone => !unit.strange && !self.is_known(),
        }
    }

    fn fits(&self, least: f32) -> bool {
        self.fit().is_some_and(|fit| fit > least)
    }

    /// How likely each letter of the line's Latin words is in the language that fits them best; nothing where they are too few.
    fn fit(&self) -> Option<f32> {
        let &(fit, count) = self.fit_of_words();
        (count >= KNOWN_WORDS).then_some(fit)
    }

    /// The same, and of how many words.
    fn fit_of_words(&self) -> &(f32, u32) {
        self.fit.get_or_init(|| {
            let is_told = |unit: &&Unit| unit.letters > 1 && unit.kind == Kind::Proof(Script::Latin) && !unit.guest;
            let (mut nats, mut letters, mut count) = (0.0, 0, 0);
            for unit in self.units.iter().filter(is_told).take(LISTENERS) {
                nats += self.nats(unit.span.of(self.line.as_str()), Script::Latin).unwrap_or_default();
                letters += unit.letters + 1;
                count += 1;
            }
            (nats / letters.max(1) as f32, count)
        })
    }

    /// Whether the line reads well once all odd letters are taken for what they resemble, so that they were put in.
    pub fn reads_well(&self) -> bool {
        let well = |recurs| if recurs { WELL.0 } else { WELL.1 };
        self.reads()
            .is_some_and(|(margin, recurs)| margin > well(recurs) && (margin > WELL_DESPITE_TWINS || !self.has_only_twins()))
    }

    /// Whether letters were swapped for twins and nothing else.
    fn has_only_twins(&self) -> bool {
        *self.has_only_twins.get_or_init(|| swaps::are_of_twins(self.line, self.units))
    }

    /// Whether it reads so badly that they may be of a spelling that the table does not know.
    pub fn reads_badly(&self) -> bool {
        self.reads().is_some_and(|(margin, recurs)| margin < if recurs { BADLY.0 } else { BADLY.1 })
    }

    /// How well the line reads, and whether an odd letter comes more than once.
    fn reads(&self) -> Option<(f32, bool)> {
        let hint = self.hint(Script::Latin)?;
        let read = || (spelling::margin(self.line, self.units, hint), spelling::recurs(self.line.as_str()));
        Some(*self.reads.get_or_init(read))
    }

    fn strangers(&self) -> Strangers {
        *self.strangers.get_or_init(|| {
            let mut kinds: Vec<char> = Vec::new();
            for unit in self.units.iter().filter(|unit| unit.strange) {
                for c in unit.span.of(self.line.as_str()).chars() {
                    let classes = unicode::classes(c);
                    if !lattice::is_stranger(c, classes) {
                        continue;
                    }
                    if !classes.intersects(Classes::ODD) || classes.intersects(Classes::STYLED) {
                        return Strangers::OfNone;
                    }
                    let small = c.to_lowercase().next().unwrap_or(c);
                    if !kinds.contains(&small) {
                        kinds.push(small);
                    }
                }
            }
            match kinds.len() {
                0 => Strangers::None,
                1..=FEW_KINDS => Strangers::OfOneSpelling,
                _ => Strangers::OfNone,
            }
        })
    }

    /// Whether several words of the line hold letters of a phonetic alphabet.
    pub fn is_phonetic(&self) -> bool {
        *self.is_phonetic.get_or_init(|| {
            // `kæt`, `θɪŋ`: sounds are written with letters of spellings as well.
            let of_sounds = |word: &str| lattice::is_phonetic(word) || word.contains(['æ', 'ŋ', 'θ', 'ð']);
            self.units.iter().filter(|unit| of_sounds(unit.span.of(self.line.as_str()))).nth(1).is_some()
        })
    }

    /// Whether the line and what is near it are Latin but for letters with Latin twins, and no talk of letters.
    pub fn is_plain_talk(&self) -> bool {
        *self.is_plain_talk.get_or_init(|| lone::is_plain_talk(self.line))
    }

    /// Whether Greek letters on the line may be those of Berber.
    pub fn may_be_berber(&self) -> bool {
        *self.may_be_berber.get_or_init(|| !self.is_known_by_few() && signs::has_berber_only(self.line.as_str()))
    }

    /// Whether what is Greek on the line may all be symbols: `α`, `Δα`, `2πν`.
    pub fn has_greek_for_symbols(&self) -> bool {
        const SYMBOL: u32 = 2;
        *self.has_greek_for_symbols.get_or_init(|| {
            let is_greek = |unit: &&Unit| unit.speaks_for() == Some(Script::Greek);
            let mut greek = self.units.iter().filter(is_greek).peekable();
            greek.peek().is_some() && greek.all(|unit| unit.letters <= SYMBOL)
        })
    }

    /// Whether words of the line are wholly of scripts that are no targets.
    pub fn has_other_scripts(&self) -> bool {
        let is_other = |unit: &Unit| {
            unit.letters > 1
                && unit.classes.intersects(Classes::OTHER_LETTER)
                && !unit.classes.intersects(Classes::LATIN | Classes::CYRILLIC | Classes::GREEK)
        };
        *self.has_other_scripts.get_or_init(|| self.units.iter().any(is_other))
    }

    pub fn hint(&self, script: Script) -> Option<&Hint> {
        let cell = self.hints.get(TARGETS.iter().position(|&target| target == script)?)?;
        Some(cell.get_or_init(|| {
            let text = self.line.as_str();
            let speakers = || {
                let of = |unit: &&Unit| {
                    unit.letters > 1
                        && matches!(unit.kind, Kind::Proof(of) | Kind::Weak(of) | Kind::OnlyReading(of) if of == script)
                };
                self.units.iter().filter(of)
            };
            let step = speakers().count().div_ceil(LISTENERS).max(1);
            let mut words: Vec<Cow<'_, str>> = speakers()
                .step_by(step)
                .map(|unit| {
                    let word = unit.span.of(text);
                    if unit.is_spoofed() {
                        project(word, script, false).map_or(Cow::Borrowed(word), Cow::Owned)
                    } else {
                        Cow::Borrowed(word)
                    }
                })
                .collect();
            // Where few words are plain, doubtful ones say something, too; but one says nothing about itself.
            if script == Script::Latin && words.len() < LISTENERS {
                let is_doubtful = |unit: &&Unit| unit.letters > 2 && unit.kind == Kind::Strange;
                let doubtful = || self.units.iter().filter(is_doubtful).take(LISTENERS - words.len());
                if words.len() + doubtful().count() >= WITH_DOUBTFUL {
                    let hint = Hint::of(words.iter().map(AsRef::as_ref), script);
                    let read: Vec<_> = doubtful().filter_map(|unit| spelling::read(unit.span.of(text), &hint)).collect();
                    words.extend(read.into_iter().map(Cow::Owned));
                }
            }
            Hint::of(words.iter().map(AsRef::as_ref), script)
        }))
    }
}

/// The word with each letter as it reads in `script`; nothing if one has no form there.
fn project(word: &str, script: Script, regional: bool) -> Option<String> {
    word.chars().map(|c| if is_letter(c) { meant(c, script, regional) } else { Some(c) }).collect()
}
