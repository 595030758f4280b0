//! JSON: an object for each issue. The wire structs stand apart from the others, so that a name there may change.

use serde::Serialize;

use crate::check::{Issue, Severity};
use crate::escape;
use crate::text::Span;
use crate::unicode;

#[derive(Serialize)]
struct Wire<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    span: WireSpan,
    rule: &'a str,
    severity: Severity,
    certainty: &'a str,
    context: &'a str,
    text: &'a str,
    message: &'a str,
    evidence: &'a str,
    fix: Option<&'a str>,
    characters: Vec<WireCharacter>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct WireSpan {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct WireCharacter {
    code_point: String,
    name: String,
    line: usize,
    column: usize,
}

impl From<Span> for WireSpan {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

fn wire(issue: &Issue) -> Wire<'_> {
    let characters = issue.characters.iter().map(|character| WireCharacter {
        code_point: format!("U+{:04X}", u32::from(character.c)),
        name: unicode::name(character.c),
        line: character.place.line,
        column: character.place.column,
    });
    Wire {
        path: &issue.path,
        line: issue.start.line,
        column: issue.start.column,
        end_line: issue.end.line,
        end_column: issue.end.column,
        span: issue.source.into(),
        rule: issue.rule,
        severity: issue.severity,
        certainty: issue.certainty.as_str(),
        context: issue.context.as_str(),
        text: &issue.text,
        message: &issue.message,
        evidence: &issue.evidence,
        fix: issue.fix.as_deref(),
        characters: characters.collect(),
        fingerprint: &issue.fingerprint,
    }
}

/// One object, and a line feed.
pub fn line(issue: &Issue) -> String {
    // Strings and numbers always serialise.
    let text = serde_json::to_string(&wire(issue)).unwrap_or_default();
    format!("{}\n", escape::json(&text))
}

/// All of them, in one array.
pub fn array(issues: &[Issue]) -> String {
    let text = serde_json::to_string_pretty(&issues.iter().map(wire).collect::<Vec<_>>()).unwrap_or_default();
    format!("{}\n", escape::json(&text))
}
