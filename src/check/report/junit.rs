//! JUnit XML: a suite for each file, a failed case for each issue.

use std::fmt::Write as _;

use super::{Summary, xml};
use crate::check::{Issue, Severity};

/// The whole report. A run without issues has one case that passed, as some readers take an empty suite for a failure.
pub fn suite(issues: &[Issue], summary: &Summary) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let failures = issues.iter().filter(|issue| issue.severity != Severity::Note).count();
    let tests = issues.len().max(1);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "<testsuites name=\"unspoof\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    if issues.is_empty() {
        let _ = writeln!(out, "  <testsuite name=\"unspoof\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">");
        let _ = writeln!(out, "    <testcase classname=\"unspoof\" name=\"{} texts\"/>\n  </testsuite>", summary.texts);
    }
    for file in issues.chunk_by(|a, b| a.path == b.path) {
        let Some(first) = file.first() else { continue };
        let path = xml(&first.path);
        let failed = file.iter().filter(|issue| issue.severity != Severity::Note).count();
        let tests = file.len();
        let _ = writeln!(out, "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"0\" skipped=\"0\">");
        for issue in file {
            let (line, column) = (issue.start.line, issue.start.column);
            let _ = write!(
                out,
                "    <testcase classname=\"{path}\" name=\"{}:{line}:{column}\" file=\"{path}\" line=\"{line}\"",
                issue.rule
            );
            if issue.severity == Severity::Note {
                let _ = writeln!(out, "><system-out>{}</system-out></testcase>", xml(&issue.message));
                continue;
            }
            let _ = writeln!(
                out,
                ">\n      <failure type=\"{}\" message=\"{}\">{}:{line}:{column}: {}</failure>\n    </testcase>",
                issue.severity,
                xml(&issue.message),
                path,
                xml(&issue.evidence)
            );
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}
