//! From counts to the entries that are kept.
//!
//! P(c | h) by absolute discounting, interpolated with the shorter context. An n-gram is kept if dropping it would cost running
//! text enough; what the dropped ones had is spread by the back-off weight of their context, which is an entry of its own
//! (the n-gram of the context with [`BACKOFF`] as its last letter).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::counts::{BEGIN, Counts, ORDER};

/// Stands where the predicted letter would, in the entry of a back-off weight.
pub const BACKOFF: char = '\u{0}';

/// What is taken off each count.
const DISCOUNT: f64 = 0.75;

/// Values are kept in steps of so many nats.
pub const STEP: f32 = 0.4;

/// Entries by n-gram, the predicted letter first, then the letters before it from the nearest on; each with its value in steps.
pub fn train(counts: &Counts, threshold: f64) -> Vec<(Vec<char>, u16)> {
    // Totals and kinds of what follows each context.
    let mut contexts: HashMap<&[char], (f64, f64)> = HashMap::new();
    for (ngram, count) in counts.iter().filter(|(ngram, _)| ngram[ngram.len() - 1] != BEGIN) {
        let context = contexts.entry(&ngram[..ngram.len() - 1]).or_default();
        context.0 += count;
        context.1 += 1.0;
    }
    let letters = contexts[&[][..]].0;
    let mut by_length: Vec<(&[char], f64)> = counts.iter().filter(|(ngram, _)| ngram[ngram.len() - 1] != BEGIN).collect();
    by_length.sort_by_key(|(ngram, _)| ngram.len());
    // Full model: P of each seen n-gram.
    let mut full: HashMap<&[char], f64> = HashMap::new();
    for &(ngram, count) in &by_length {
        let (total, kinds) = contexts[&ngram[..ngram.len() - 1]];
        let shorter = if ngram.len() == 1 { 1e-7 } else { full.get(&ngram[1..]).copied().unwrap_or(1e-7) };
        full.insert(ngram, (count - DISCOUNT).max(0.0) / total + DISCOUNT * kinds / total * shorter);
    }
    // Choose. All single letters stay.
    let mut kept: BTreeSet<&[char]> = BTreeSet::new();
    let mut open: BTreeSet<&[char]> = BTreeSet::new();
    for &(ngram, count) in by_length.iter().rev() {
        let p = full[ngram];
        let (total, kinds) = contexts[&ngram[..ngram.len() - 1]];
        let shorter = if ngram.len() == 1 { 1e-7 } else { full.get(&ngram[1..]).copied().unwrap_or(1e-7) };
        let without = (DISCOUNT * kinds / total).min(1.0) * shorter;
        let gain = count / letters * (p / without).ln();
        if ngram.len() == 1 || (gain > threshold && count > 1.5) {
            kept.insert(ngram);
            let mut context = &ngram[..ngram.len() - 1];
            while !context.is_empty() && open.insert(context) {
                context = &context[1..];
            }
        }
    }
    // Back-off weights, shortest context first, with what the kept n-grams really give.
    let mut children: BTreeMap<&[char], Vec<&[char]>> = BTreeMap::new();
    for &ngram in &kept {
        children.entry(&ngram[..ngram.len() - 1]).or_default().push(ngram);
    }
    let mut weights: HashMap<&[char], f64> = HashMap::new();
    let mut entries: Vec<(Vec<char>, u16)> = Vec::new();
    let mut order: Vec<&[char]> = open.iter().copied().collect();
    order.sort_by_key(|context| context.len());
    for context in order {
        let own = children.get(context).map(Vec::as_slice).unwrap_or_default();
        let taken: f64 = own.iter().map(|ngram| full[ngram]).sum();
        let shorter: f64 = own.iter().map(|ngram| probability(&ngram[1..], &full, &kept, &weights)).sum();
        let weight = ((1.0 - taken).max(1e-6) / (1.0 - shorter).max(1e-6)).min(1.0);
        weights.insert(context, weight);
        entries.push((reversed(context, BACKOFF), steps(weight)));
    }
    entries.extend(kept.iter().map(|ngram| (reversed(&ngram[..ngram.len() - 1], ngram[ngram.len() - 1]), steps(full[ngram]))));
    debug_assert!(entries.iter().all(|(ngram, _)| ngram.len() <= ORDER));
    entries
}

/// P of the last letter after the others, with what is kept.
fn probability<'c>(ngram: &'c [char], full: &HashMap<&[char], f64>, kept: &BTreeSet<&'c [char]>, weights: &HashMap<&'c [char], f64>) -> f64 {
    if kept.contains(ngram) {
        return full[ngram];
    }
    if ngram.len() <= 1 {
        return 1e-7;
    }
    weights.get(&ngram[..ngram.len() - 1]).copied().unwrap_or(1.0) * probability(&ngram[1..], full, kept, weights)
}

fn reversed(context: &[char], last: char) -> Vec<char> {
    std::iter::once(last).chain(context.iter().rev().copied()).collect()
}

fn steps(p: f64) -> u16 {
    let steps = (-p.ln() / f64::from(STEP)).round();
    steps.clamp(0.0, f64::from(crate::table::LARGEST)) as u16
}
