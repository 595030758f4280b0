//! One line for each issue.

use std::fmt::Write as _;

use crate::check::Issue;
use crate::escape;

/// `path:line:column: severity: rule certainty: message (evidence)`.
pub fn one(issue: &Issue) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{}:{}:{}: {}: {} {}: {} ({})",
        escape::line(&issue.path),
        issue.start.line,
        issue.start.column,
        issue.severity,
        issue.rule,
        issue.certainty,
        escape::line(&issue.message),
        escape::line(&issue.evidence)
    );
    out
}
