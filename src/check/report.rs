//! Reports: one file for each format. What is shown to people or to a terminal never holds a raw hazard.

mod annotations;
mod checkstyle;
mod concise;
mod full;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod rules;
mod sarif;

use std::io::{self, Write};

use super::issue::{Issue, Severity};
pub use rules::OWN_RULES;

/// How issues are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: the line, what is wrong in it, and why.
    #[default]
    Full,
    /// For people in a hurry: one line each.
    Concise,
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
    /// Test cases that failed.
    Junit,
    /// XML of Checkstyle, which many CI servers read.
    Checkstyle,
    /// A table, for a step summary.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Full,
        Self::Concise,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Checkstyle,
        Self::Markdown,
    ];

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Checkstyle => "checkstyle",
            Self::Markdown => "markdown",
        }
    }

    /// Whether each issue is told as soon as it is known.
    const fn is_stream(self) -> bool {
        matches!(self, Self::Full | Self::Concise | Self::Jsonl)
    }
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Texts that were looked at.
    pub texts: usize,
    /// Texts with issues.
    pub hit: usize,
    /// Issues by severity, in the order of [`Severity::ALL`].
    pub counts: [usize; 3],
}

impl Summary {
    /// Counts these issues.
    pub fn add(&mut self, issues: &[Issue]) {
        for (count, severity) in self.counts.iter_mut().zip(Severity::ALL) {
            *count += issues.iter().filter(|issue| issue.severity == severity).count();
        }
    }

    /// Errors and warnings: what fails a run.
    pub const fn failing(&self) -> usize {
        let [errors, warnings, _] = self.counts;
        errors + warnings
    }
}

/// A report on its way.
#[derive(Debug)]
pub struct Report {
    format: Format,
    /// What waits for the end.
    issues: Vec<Issue>,
}

impl Report {
    /// A report in this format.
    pub const fn new(format: Format) -> Self {
        Self { format, issues: Vec::new() }
    }

    /// Takes the issues of a file. Files come in order.
    pub fn take(&mut self, issues: Vec<Issue>, out: &mut impl Write) -> io::Result<()> {
        if !self.format.is_stream() {
            self.issues.extend(issues);
            return Ok(());
        }
        for issue in issues {
            let text = match self.format {
                Format::Full => full::one(&issue),
                Format::Concise => concise::one(&issue),
                _ => json::line(&issue),
            };
            out.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    /// Writes what is left to write.
    pub fn finish(self, summary: &Summary, out: &mut impl Write) -> io::Result<()> {
        let issues = &self.issues;
        let text = match self.format {
            Format::Full | Format::Concise | Format::Jsonl => return Ok(()),
            Format::Json => json::array(issues),
            Format::Sarif => sarif::log(issues),
            Format::Github => annotations::all(issues),
            Format::Gitlab => gitlab::report(issues),
            Format::Junit => junit::suite(issues, summary),
            Format::Checkstyle => checkstyle::report(issues),
            Format::Markdown => markdown::summary(issues, summary),
        };
        out.write_all(text.as_bytes())
    }
}

/// How many issues of each rule and severity, most first, as a table.
pub fn statistics<'a>(issues: impl Iterator<Item = (&'a str, Severity)>) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for key in issues {
        *counts.entry((key.1, key.0)).or_insert(0_usize) += 1;
    }
    let mut rows: Vec<((Severity, &str), usize)> = counts.into_iter().collect();
    rows.sort_by_key(|&((severity, rule), count)| (std::cmp::Reverse(count), severity, rule));
    rows.iter().map(|((severity, rule), count)| format!("{count:>7}  {:<7}  {rule}\n", severity.as_str())).collect()
}

/// Text inside XML: what XML 1.0 cannot hold is spelled out.
fn xml(text: &str) -> String {
    let mut out = String::new();
    for c in crate::escape::line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out
}

/// A path as a relative URI reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
