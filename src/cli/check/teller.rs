//! What is said of issues: those that are not accepted are counted and handed to the report.

use std::collections::HashSet;
use std::io::Write;

use unspoof::Error;
use unspoof::check::{Baseline, Issue, Report, Severity, Summary};

/// How a run went.
#[derive(Default)]
pub struct Went {
    pub summary: Summary,
    pub fixed: usize,
    pub known: usize,
    pub suppressed: usize,
    pub others: usize,
    /// How many had bytes that are no text.
    pub damaged: usize,
}

/// Hands issues on, and counts.
pub struct Teller<'a> {
    /// What is accepted.
    known: &'a Baseline,
    pub report: Option<Report>,
    pub went: Went,
    /// Whether every issue is kept, for a baseline that is to be written.
    keeps_all: bool,
    pub all: Vec<Issue>,
    /// Whether only rules and severities are told.
    counts: bool,
    pub counted: Vec<(&'static str, Severity)>,
    /// The texts that have issues. The names in one that look like others come after all texts.
    hit: HashSet<String>,
}

impl<'a> Teller<'a> {
    pub fn new(known: &'a Baseline, report: Option<Report>, keeps_all: bool, counts: bool) -> Self {
        let (all, counted) = (Vec::new(), Vec::new());
        Self { known, report, went: Went::default(), keeps_all, all, counts, counted, hit: HashSet::new() }
    }

    /// Tells the issues of one text.
    pub fn tell(&mut self, mut issues: Vec<Issue>, out: &mut impl Write) -> Result<(), Error> {
        if self.keeps_all {
            self.all.extend(issues.iter().cloned());
        }
        let before = issues.len();
        issues.retain(|issue| !self.known.contains(issue));
        self.went.known += before - issues.len();
        self.went.summary.add(&issues);
        if let Some(issue) = issues.first()
            && self.hit.insert(issue.path.clone())
        {
            self.went.summary.hit += 1;
        }
        if self.counts {
            self.counted.extend(issues.iter().map(|issue| (issue.rule, issue.severity)));
        }
        match &mut self.report {
            Some(report) => Ok(report.take(issues, out)?),
            None => Ok(()),
        }
    }
}
