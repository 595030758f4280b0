//! All words of a line: those that stay without a question, and those that are decided, one after the other.

use super::context::Context;
use super::decide::{self, Decision};
use super::eastern::Claim;
use super::language::Language;
use super::place::Place;
use super::units::{self, Kind, Unit};
use crate::rules::Line;
use crate::unicode::Script;

/// How often the open words of a line are gone through: words that were restored as wholes are company for others.
const PASSES: usize = 3;

/// How many words on each side are asked whether a word is at home; fewer than [`Context`] hears.
const NEAR: usize = 4;

/// The words of a line. Those that are claimed already are nobody's evidence.
pub(super) fn cut(text: &str, claims: &[Claim]) -> Vec<Unit> {
    let mut units = units::cut(text);
    let mut claims = claims.iter().peekable();
    if claims.peek().is_some() {
        for unit in &mut units {
            while claims.next_if(|claim| claim.span.end <= unit.span.start).is_some() {}
            if claims.peek().is_some_and(|claim| claim.span.start < unit.span.end) {
                unit.kind = Kind::Settled;
            }
        }
    }
    units
}

/// The decisions about the open words, each with the word's number, and what was known in the end; nothing where no word is open.
pub(super) fn decide_all<'l>(
    line: &'l Line<'l>,
    units: &[Unit],
    language: &Language<'_>,
) -> Option<(Context<'l>, Vec<(usize, Decision)>)> {
    let open = open(units);
    if open.is_empty() {
        return None;
    }
    let mut context = Context::new(line, units);
    let mut decisions: Vec<_> = open.iter().map(|&(at, _)| (at, Decision::Leave)).collect();
    for pass in 0..PASSES {
        let mut restored = Vec::new();
        for (&(at, unit), (_, decision)) in open.iter().zip(&mut decisions) {
            if decision.is_sure() {
                continue;
            }
            *decision = decide::at_once(unit, &context)
                .unwrap_or_else(|| decide::decide(&Place::new(line.as_str(), units, (at, unit), &context, language)));
            match *decision {
                // Mixed words have been heard already.
                Decision::Restore { .. } if unit.is_spoofed() => {}
                Decision::Restore { to, .. } if decision.is_sure() => restored.push((at, *unit, to)),
                Decision::Read { .. } if decision.is_sure() => restored.push((at, *unit, Script::Latin)),
                _ => {}
            }
        }
        if restored.is_empty() || pass + 1 == PASSES {
            break;
        }
        context.take_restored(restored.into_iter());
    }
    Some((context, decisions))
}

/// The words that there is something to decide about, with their numbers.
fn open(units: &[Unit]) -> Vec<(usize, &Unit)> {
    let spoofed = units.iter().any(Unit::is_spoofed);
    let is_open = |&(at, unit): &(usize, &Unit)| {
        (unit.is_open() || unit.guest) && (spoofed || !is_at_home(units, at, unit)) || spoofed && unit.could_be_regional()
    };
    let mut open = Vec::with_capacity(units.len());
    open.extend(units.iter().enumerate().filter(is_open));
    open
}

/// Whether a word near by speaks for the word's own script: where nothing is spoofed, neither context nor language would touch
/// it then.
fn is_at_home(units: &[Unit], at: usize, unit: &Unit) -> bool {
    let (Kind::Ambiguous(own) | Kind::Weak(own)) = unit.kind else { return false };
    let speaks = |at: usize| units.get(at).and_then(Unit::speaks_for);
    let before = || (1..=NEAR).filter_map(|step| speaks(at.checked_sub(step)?));
    let after = || (1..=NEAR).filter_map(|step| speaks(at + step));
    let beside = || before().take(1).chain(after().take(1));
    let among_its_own = || own == Script::Latin || after().chain(before()).any(|script| script == own);
    among_its_own() && (unit.letters > 1 || beside().any(|script| script == own))
}
