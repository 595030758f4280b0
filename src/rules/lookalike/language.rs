//! What language says about words that letters and context leave open.
//!
//! Asked last, and only about such words: a look into the table is dear beside a look at class bits.

use std::cell::OnceCell;

use super::forms::form_in;
use super::{Kind, TARGETS, Unit};
use crate::lexis::{self, Hint};
use crate::rules::{Evidence, Line};
use crate::unicode::{self, Classes, Script};

/// How many words are asked what language the line is in.
const LISTENERS: usize = 8;

/// What language says about the words of one line. Made for every line, and empty until it is asked.
pub(super) struct Language<'l> {
    line: &'l Line<'l>,
    units: &'l [Unit],
    hints: [OnceCell<Hint>; TARGETS.len()],
}

impl<'l> Language<'l> {
    pub fn new(line: &'l Line<'l>, units: &'l [Unit]) -> Self {
        Self { line, units, hints: Default::default() }
    }

    /// How likely the word is in `script`, in nats; nothing if one of its letters has no form there.
    pub fn nats(&self, word: &str, script: Script) -> Option<f32> {
        let projected: Option<String> = word.chars().map(|c| is_mark(c).then_some(c).or_else(|| form_in(c, script))).collect();
        let projected = projected?;
        Some(lexis::weigh(&projected, script, self.hint(script)?).nats)
    }

    /// Whether a word of `script` is likelier so than otherwise.
    pub fn prefers(&self, word: &str, otherwise: &str, script: Script) -> bool {
        self.hint(script).is_some_and(|hint| lexis::weigh(word, script, hint).nats >= lexis::weigh(otherwise, script, hint).nats)
    }

    /// By how much a word is likelier in `to` than in `from`.
    pub fn better(&self, word: &str, to: Script, from: Script) -> Option<f32> {
        let own = self.nats(word, from)?;
        Some(self.nats(word, to)? - own)
    }

    /// Whether it is a word that everybody writes.
    pub fn is_frequent(&self, word: &str, script: Script) -> bool {
        self.nats(word, script).is_some_and(|nats| nats > -8.0)
    }

    /// Whether it could be a word at all.
    pub fn is_plausible(&self, word: &str, script: Script) -> bool {
        let letters = word.chars().filter(|&c| !is_mark(c)).count() as f32;
        self.nats(word, script).is_some_and(|nats| nats > -4.0 - 2.3 * letters)
    }

    fn hint(&self, script: Script) -> Option<&Hint> {
        let cell = self.hints.get(TARGETS.iter().position(|&target| target == script)?)?;
        Some(cell.get_or_init(|| {
            let text = self.line.as_str();
            let proofs: Vec<&Unit> = self
                .units
                .iter()
                .filter(|unit| matches!(unit.kind, Kind::Proof(of) | Kind::Weak(of) if of == script) && unit.letters > 1)
                .collect();
            let step = proofs.len().div_ceil(LISTENERS).max(1);
            Hint::of(proofs.iter().step_by(step).map(|unit| unit.span.of(text)), script)
        }))
    }
}

fn is_mark(c: char) -> bool {
    !unicode::classes(c).intersects(Classes::LETTER)
}

/// The evidence for `nats` in favour of `script`.
pub(super) fn model(script: Script, nats: f32) -> Evidence {
    Evidence::Model { script, tenths: (nats * 10.0) as u16 }
}
