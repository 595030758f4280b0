//! What is counted while a batch runs. Counts of shards add up to those of the whole.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::clean::Cleaned;
use crate::document::Document;
use crate::rules::RuleId;

/// How often each of some words was met.
pub type Counts = BTreeMap<String, u64>;

/// The counts of a piece of work, a shard, or a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Documents, or rows, that were written.
    pub documents: u64,
    /// How many of them have a change.
    pub changed: u64,
    /// How many bytes were read, unpacked.
    pub bytes_read: u64,
    /// How many bytes the rows have, unpacked.
    pub bytes_written: u64,
    /// Changes by rule. One that two rules had a hand in counts for both.
    pub changes: Counts,
    /// Look-alikes that were replaced.
    pub lookalikes: BTreeMap<Pair, u64>,
    /// Documents by language, `und` where it is not clear. Rows are not asked for theirs.
    pub languages: Counts,
    /// Documents by kind.
    pub kinds: Counts,
    /// Records that could not be read, by reason.
    pub rejects: Counts,
    /// Records that hold no text, by what they are: requests and images of a WARC.
    pub passed_over: Counts,
}

/// A look-alike and what it was read as; in JSON `е→e`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// What stood there.
    pub from: char,
    /// What it reads as.
    pub to: char,
}

const ARROW: char = '→';

impl Tally {
    /// Adds the counts of `other`.
    pub fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.changed += other.changed;
        self.bytes_read += other.bytes_read;
        self.bytes_written += other.bytes_written;
        merge(&mut self.changes, other.changes);
        merge(&mut self.lookalikes, other.lookalikes);
        merge(&mut self.languages, other.languages);
        merge(&mut self.kinds, other.kinds);
        merge(&mut self.rejects, other.rejects);
        merge(&mut self.passed_over, other.passed_over);
    }

    /// How many records could not be read.
    pub fn rejected(&self) -> u64 {
        self.rejects.values().sum()
    }

    pub(super) fn reject(&mut self, reason: &str) {
        count(&mut self.rejects, reason, 1);
    }

    pub(super) fn pass_over(&mut self, others: impl IntoIterator<Item = (&'static str, u64)>) {
        others.into_iter().for_each(|(word, times)| count(&mut self.passed_over, word, times));
    }

    /// A document, whose changes are told one by one or in summary.
    pub(super) fn document(&mut self, document: &Document) {
        self.documents += 1;
        self.changed += u64::from(!document.changes.is_empty());
        count(&mut self.languages, document.language.as_ref().map_or("und", |language| language.code), 1);
        count(&mut self.kinds, document.kind, 1);
        for change in &document.changes {
            self.change(&change.from, &change.to, change.rules.iter().copied(), change.count as u64);
        }
    }

    /// A row whose text was cleaned.
    pub(super) fn cleaned(&mut self, cleaned: &Cleaned<'_>) {
        self.documents += 1;
        self.changed += u64::from(cleaned.is_changed());
        for change in cleaned.changes() {
            self.change(change.from, change.to, change.rules.iter().map(|id: &RuleId| id.rule().id()), 1);
        }
    }

    fn change(&mut self, from: &str, to: &str, rules: impl Iterator<Item = &'static str>, times: u64) {
        let mut is_lookalike = false;
        for rule in rules {
            count(&mut self.changes, rule, times);
            is_lookalike |= matches!(rule, "lookalike" | "ascii-lookalike");
        }
        if is_lookalike && from.chars().count() == to.chars().count() {
            for (from, to) in from.chars().zip(to.chars()).filter(|(from, to)| from != to) {
                *self.lookalikes.entry(Pair { from, to }).or_default() += times;
            }
        }
    }
}

fn count(counts: &mut Counts, word: &str, times: u64) {
    match counts.get_mut(word) {
        Some(count) => *count += times,
        None => drop(counts.insert(word.to_owned(), times)),
    }
}

fn merge<K: Ord>(counts: &mut BTreeMap<K, u64>, others: BTreeMap<K, u64>) {
    for (word, times) in others {
        *counts.entry(word).or_default() += times;
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{ARROW}{}", self.from, self.to)
    }
}

impl Serialize for Pair {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Pair {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut chars = text.chars();
        match (chars.next(), chars.next(), chars.next(), chars.next()) {
            (Some(from), Some(ARROW), Some(to), None) => Ok(Self { from, to }),
            _ => Err(D::Error::custom(format!("expected two characters with an arrow between them, but found {text:?}"))),
        }
    }
}
