//! A table for a step summary.

use std::fmt::Write as _;

use super::Summary;
use crate::check::Issue;
use crate::escape;

/// How many issues get a row: a summary holds a megabyte at most, and nobody reads more.
const ROWS: usize = 500;

/// A heading, the counts, a row for each issue.
pub fn summary(issues: &[Issue], summary: &Summary) -> String {
    let [errors, warnings, notes] = summary.counts;
    let mut out = String::from("## unspoof\n\n");
    // Writing to a string cannot fail.
    let _ =
        writeln!(out, "Errors: {errors}, warnings: {warnings}, notes: {notes}, in {} of {} texts.", summary.hit, summary.texts);
    if issues.is_empty() {
        return out;
    }
    out.push_str("\n| | place | rule | what |\n|---|---|---|---|\n");
    for issue in issues.iter().take(ROWS) {
        let place = format!("{}:{}:{}", issue.path, issue.start.line, issue.start.column);
        let _ = writeln!(out, "| {} | {} | {} | {} |", issue.severity, cell(&place), issue.rule, cell(&issue.message));
    }
    if issues.len() > ROWS {
        let _ = writeln!(out, "\n… and {} more.", issues.len() - ROWS);
    }
    out
}

/// Text in which no sign means anything to Markdown or HTML.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in escape::line(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '#' | '!' | '~' | '$' | ':' | '@' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}
