//! A code quality report, as GitLab reads it.

use serde::Serialize;

use crate::check::{Issue, Severity};
use crate::escape;

#[derive(Serialize)]
struct Wire<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
    positions: Positions,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

/// One array. The name of the check is not shown there, so the description begins with it; fingerprints are unique as they are.
pub fn report(issues: &[Issue]) -> String {
    let wire = issues.iter().map(|issue| Wire {
        description: escape::line(&format!("{}: {}", issue.rule, issue.message)).into_owned(),
        check_name: issue.rule,
        fingerprint: issue.fingerprint.clone(),
        severity: match issue.severity {
            Severity::Error if matches!(issue.rule, "bidi" | "smuggled") => "critical",
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Location {
            path: &issue.path,
            lines: Lines { begin: issue.start.line, end: issue.end.line },
            positions: Positions {
                begin: Position { line: issue.start.line, column: issue.start.column },
                end: Position { line: issue.end.line, column: issue.end.column },
            },
        },
    });
    // Strings and numbers always serialise.
    let text = serde_json::to_string_pretty(&wire.collect::<Vec<_>>()).unwrap_or_default();
    format!("{}\n", escape::json(&text))
}
