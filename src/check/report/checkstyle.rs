//! XML as Checkstyle writes it.

use std::fmt::Write as _;

use super::xml;
use crate::check::{Issue, Severity};

/// The whole report.
pub fn report(issues: &[Issue]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    for file in issues.chunk_by(|a, b| a.path == b.path) {
        let Some(first) = file.first() else { continue };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  <file name=\"{}\">", xml(&first.path));
        for issue in file {
            let severity = if issue.severity == Severity::Note { "info" } else { issue.severity.as_str() };
            let _ = writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"unspoof.{}\"/>",
                issue.start.line,
                issue.start.column,
                xml(&issue.message),
                issue.rule
            );
        }
        out.push_str("  </file>\n");
    }
    out.push_str("</checkstyle>\n");
    out
}
