//! What a batch has done, for people and for programs.

use std::fmt::{self, Write as _};

use serde::Serialize;
use serde_json::Value;

use super::settings;
use super::tally::{Counts, Tally};
use crate::unicode;

/// Its name in the output folder.
pub const SUMMARY: &str = "summary.json";

/// The schema's name, which stands first in every summary.
const SCHEMA: &str = "unspoof.batch-summary/1";

/// How many look-alikes are named.
const LOOKALIKES: usize = 20;

/// How many words of one kind are shown to people.
const SHOWN: usize = 8;

/// What a batch has done. There is no clock in it: the same inputs give the same summary.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    schema: &'static str,
    versions: Value,
    /// How many shards there are.
    pub shards: usize,
    /// Documents, or rows, that were written.
    pub documents: u64,
    /// How many of them have a change.
    pub changed: u64,
    /// How many bytes were read, unpacked.
    pub bytes_read: u64,
    /// How many bytes the rows have, unpacked.
    pub bytes_written: u64,
    /// How many records could not be read.
    pub rejected: u64,
    /// Changes by rule, the most frequent first in the table.
    pub changes: Counts,
    /// The look-alikes that were met most often.
    pub lookalikes: Vec<Lookalike>,
    /// Documents by language, `und` where it is not clear; rows are not asked for theirs.
    pub languages: Counts,
    /// Documents by kind.
    pub kinds: Counts,
    /// Records that could not be read, by reason.
    pub rejects: Counts,
    /// Records that hold no text, by what they are: requests and images of a WARC.
    pub passed_over: Counts,
}

/// A look-alike, and how often it was met.
#[derive(Clone, Debug, Serialize)]
pub struct Lookalike {
    /// What stood there.
    pub from: char,
    /// What it reads as.
    pub to: char,
    /// The Unicode names of both.
    pub names: [String; 2],
    /// How often.
    pub count: u64,
}

impl Summary {
    pub(super) fn new(shards: usize, tally: &Tally) -> Self {
        let mut pairs = tally.lookalikes.iter().collect::<Vec<_>>();
        pairs.sort_by_key(|&(pair, count)| (std::cmp::Reverse(count), pair));
        let lookalike = |(pair, &count): (&super::tally::Pair, &u64)| Lookalike {
            from: pair.from,
            to: pair.to,
            names: [unicode::name(pair.from), unicode::name(pair.to)],
            count,
        };
        Self {
            schema: SCHEMA,
            versions: settings::versions(),
            shards,
            documents: tally.documents,
            changed: tally.changed,
            bytes_read: tally.bytes_read,
            bytes_written: tally.bytes_written,
            rejected: tally.rejected(),
            changes: tally.changes.clone(),
            lookalikes: pairs.into_iter().take(LOOKALIKES).map(lookalike).collect(),
            languages: tally.languages.clone(),
            kinds: tally.kinds.clone(),
            rejects: tally.rejects.clone(),
            passed_over: tally.passed_over.clone(),
        }
    }
}

/// A table for people.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |name: &str, value: String| if value.is_empty() { Ok(()) } else { writeln!(f, "{name:<12}{value}") };
        line("documents", format!("{}, {} changed", self.documents, self.changed))?;
        line("read", megabytes(self.bytes_read))?;
        line(
            "written",
            format!("{} in {} shard{}", megabytes(self.bytes_written), self.shards, if self.shards == 1 { "" } else { "s" }),
        )?;
        line("changes", counts(&self.changes))?;
        let lookalikes = self
            .lookalikes
            .iter()
            .take(SHOWN)
            .map(|pair| format!("{} for {} (U+{:04X}) {}", pair.from, pair.to, u32::from(pair.from), pair.count));
        line("look-alikes", lookalikes.collect::<Vec<_>>().join(", "))?;
        line("languages", counts(&self.languages))?;
        line("kinds", counts(&self.kinds))?;
        line("passed over", counts(&self.passed_over))?;
        line(
            "rejected",
            if self.rejected == 0 { "0".to_owned() } else { format!("{}: {}", self.rejected, counts(&self.rejects)) },
        )
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// The most frequent words first.
fn counts(counts: &Counts) -> String {
    let mut words = counts.iter().collect::<Vec<_>>();
    words.sort_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    let mut out = String::new();
    for (word, count) in words.iter().take(SHOWN) {
        let comma = if out.is_empty() { "" } else { ", " };
        // Writing to a string cannot fail.
        let _ = write!(out, "{comma}{word} {count}");
    }
    if words.len() > SHOWN {
        let _ = write!(out, ", and {} more", words.len() - SHOWN);
    }
    out
}
