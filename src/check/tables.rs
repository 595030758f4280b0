//! Files that list look-alikes on purpose: tables of a checker, its tests. Told once, with the way to declare them.

use std::collections::HashSet;

use super::issue::{Issue, Severity};
use super::judge::Page;
use super::tokens::Context;
use crate::escape;
use crate::rules::Certainty;

/// The check that speaks of such files.
pub const TABLE: &str = "table";

/// A list names many different characters, and little else beside each.
const ENTRIES: usize = 12;
const CHARACTERS: usize = 10;
const LETTERS: usize = 3;

/// Puts one note in the place of all issues that are entries of a list. What stands in the names and signs of code is none, and
/// what reorders text is a hazard wherever it stands.
pub fn gather(page: &Page<'_>, issues: &mut Vec<Issue>) {
    let is_entry = |issue: &Issue| {
        let is_letter = matches!(issue.rule, "lookalike" | "styled" | "invisible" | "stacked-marks" | "ascii-lookalike");
        is_letter && issue.context != Context::Code && issue.text.chars().count() <= LETTERS && !is_inside_word(page.text, issue)
    };
    let entries: Vec<&Issue> = issues.iter().filter(|issue| is_entry(issue)).collect();
    let distinct: HashSet<char> = entries.iter().flat_map(|issue| issue.characters.iter().map(|character| character.c)).collect();
    let (count, kinds) = (entries.len(), distinct.len());
    if count < ENTRIES || kinds < CHARACTERS {
        return;
    }
    let Some(first) = entries.first() else { return };
    let mut note = (*first).clone();
    note.rule = TABLE;
    note.severity = Severity::Note;
    note.certainty = Certainty::Certain;
    note.fix = None;
    note.message = format!(
        "this file seems to list look-alike or hidden characters on purpose ({count} entries, {kinds} characters), which are not \
         reported one by one; declare it: [[allow]] paths = [\"{}\"]",
        escape::line(page.path)
    );
    note.evidence = "many different characters, each standing alone".to_owned();
    let mut is_told = false;
    issues.retain_mut(|issue| {
        if !is_entry(issue) {
            return true;
        }
        if std::mem::replace(&mut is_told, true) {
            return false;
        }
        *issue = note.clone();
        true
    });
}

/// Whether the issue is a part of a word: that is a spoof, wherever it stands.
fn is_inside_word(text: &str, issue: &Issue) -> bool {
    let before = text.get(..issue.span.start).and_then(|before| before.chars().next_back());
    let after = text.get(issue.span.end..).and_then(|after| after.chars().next());
    [before, after].into_iter().flatten().any(char::is_alphanumeric)
}
