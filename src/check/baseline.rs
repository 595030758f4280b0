//! A baseline: the issues that a project has accepted for now. What is in it is not reported; what is new is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::issue::Issue;
use crate::Error;

/// The format's name.
const SCHEMA: &str = "unspoof.baseline/1";

/// Issues by their fingerprints, which stay when lines move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<String, Known>,
}

/// What is told of an accepted issue, for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    fingerprint: String,
    path: String,
    rule: String,
    message: String,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    schema: String,
    issues: Vec<Known>,
}

impl Baseline {
    /// The baseline of these issues.
    pub fn of<'a>(issues: impl Iterator<Item = &'a Issue>) -> Self {
        let known = issues.map(|issue| {
            let known = Known {
                fingerprint: issue.fingerprint.clone(),
                path: issue.path.clone(),
                rule: issue.rule.to_owned(),
                message: issue.message.clone(),
            };
            (issue.fingerprint.clone(), known)
        });
        Self { known: known.collect() }
    }

    /// Reads one.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let wire: Wire = serde_json::from_str(text).map_err(|error| Error::other(format!("expected a baseline, but {error}")))?;
        if wire.schema != SCHEMA {
            return Err(Error::other(format!("expected a baseline of {SCHEMA}, but found {:?}", wire.schema)));
        }
        Ok(Self { known: wire.issues.into_iter().map(|known| (known.fingerprint.clone(), known)).collect() })
    }

    /// Whether the issue is accepted.
    pub fn contains(&self, issue: &Issue) -> bool {
        self.known.contains_key(&issue.fingerprint)
    }

    /// How many issues it has.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Takes out what is not in `seen`; says how many that were. Issues of files that were not looked at stay.
    pub fn prune(&mut self, seen: &Self, was_checked: impl Fn(&str) -> bool) -> usize {
        let before = self.known.len();
        self.known.retain(|fingerprint, known| seen.known.contains_key(fingerprint) || !was_checked(&known.path));
        before - self.known.len()
    }

    /// Its text, sorted by path, so that a change of it is easy to review.
    pub fn to_json(&self) -> String {
        let mut issues: Vec<Known> = self.known.values().cloned().collect();
        issues.sort_by(|a, b| (&a.path, &a.rule, &a.fingerprint).cmp(&(&b.path, &b.rule, &b.fingerprint)));
        let wire = Wire { schema: SCHEMA.to_owned(), issues };
        // Strings and lists always serialise.
        let mut text = serde_json::to_string_pretty(&wire).unwrap_or_default();
        text.push('\n');
        crate::escape::json(&text).into_owned()
    }
}
