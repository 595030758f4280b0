//! Workflow commands of GitHub, which it shows beside the lines of a change.
//!
//! It shows ten of each severity a step and drops the others without a word: so the worst come first, and the last line says how
//! many there are.

use std::fmt::Write as _;

use crate::check::{Issue, Severity};
use crate::escape;

/// One command a line.
pub fn all(issues: &[Issue]) -> String {
    const SHOWN: usize = 10;
    let mut out = String::new();
    for severity in Severity::ALL {
        for issue in issues.iter().filter(|issue| issue.severity == severity) {
            let command = if severity == Severity::Note { "notice" } else { severity.as_str() };
            // Columns are taken only where the issue keeps to its line.
            let columns = if issue.start.line == issue.end.line {
                // The last column of theirs is inside.
                format!(",col={},endColumn={}", issue.start.column, issue.end.column.saturating_sub(1).max(issue.start.column))
            } else {
                String::new()
            };
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "::{command} file={},line={},endLine={}{columns},title={}::{}",
                property(&issue.path),
                issue.start.line,
                issue.end.line,
                property(&format!("unspoof {}", issue.rule)),
                data(&format!("{} ({})", issue.message, issue.evidence))
            );
        }
    }
    if Severity::ALL.iter().any(|&severity| issues.iter().filter(|issue| issue.severity == severity).count() > SHOWN) {
        let _ = writeln!(
            out,
            "::notice title=unspoof::{} issues in all; only ten of each severity are shown as annotations",
            issues.len()
        );
    }
    out
}

fn data(text: &str) -> String {
    escape::line(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
