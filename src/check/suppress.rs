//! Comments that ask for silence: `unspoof: ignore[lookalike]`. Only in what the language takes for a comment.
//!
//! * `unspoof: ignore` on the line of an issue, or on a line of its own for the next one;
//! * `unspoof: off` up to `unspoof: on`;
//! * `unspoof: ignore-file`.
//!
//! Each may say in brackets which rules and which characters (`U+202E`) it means.

use super::identifiers::LOOKALIKE_NAMES;
use super::issue::Issue;
use super::tables::TABLE;
use super::tokens::{Context, Tokens};
use super::typography::TYPOGRAPHY;
use crate::escape;
use crate::rules::RuleId;
use crate::text::Span;

const MARK: &str = "unspoof:";

/// How many requests can speak about one place: more than anybody writes, few enough that a text made of them takes no time.
const MOST: usize = 64;

/// A request: for which bytes, and for what.
#[derive(PartialEq, Eq)]
struct Request<'a> {
    span: Span,
    what: Option<&'a str>,
}

/// Takes out the issues that comments ask not to report; says how many.
pub fn apply(text: &str, tokens: &Tokens<'_>, issues: &mut Vec<Issue>) -> usize {
    if issues.is_empty() || memchr::memmem::find(text.as_bytes(), MARK.as_bytes()).is_none() {
        return 0;
    }
    let (narrow, wide) = requests(text, tokens);
    let before = issues.len();
    issues.retain(|issue| {
        let end = narrow.partition_point(|request| request.span.start <= issue.span.start);
        let near = narrow.get(..end).unwrap_or_default().iter().rev().take(MOST);
        !near.chain(&wide).any(|request| covers(request, issue))
    });
    for issue in issues.iter_mut() {
        let end = narrow.partition_point(|request| request.span.start <= issue.span.start);
        let near = narrow.get(..end).unwrap_or_default().iter().rev().take(MOST);
        let unknown = near.chain(&wide).filter(|request| includes(request, issue)).find_map(unknown);
        if let Some(name) = unknown {
            issue
                .message
                .push_str(&format!("; a comment here names {}, which is no rule and no character", escape::quoted(name)));
        }
    }
    before - issues.len()
}

fn includes(request: &Request<'_>, issue: &Issue) -> bool {
    (request.span.start..request.span.end).contains(&issue.span.start)
}

/// What a request names that nobody knows.
fn unknown<'a>(request: &Request<'a>) -> Option<&'a str> {
    let is_known = |name: &str| {
        let is_check = [LOOKALIKE_NAMES, TYPOGRAPHY, TABLE].contains(&name);
        let digits = name.get(..2).filter(|mark| mark.eq_ignore_ascii_case("U+")).and_then(|_| name.get(2..));
        let is_character =
            digits.is_some_and(|digits| u32::from_str_radix(digits, 16).is_ok_and(|code| char::from_u32(code).is_some()));
        is_check || is_character || RuleId::from_id(name).is_some()
    };
    request.what?.split(',').map(str::trim).find(|name| !is_known(name))
}

fn covers(request: &Request<'_>, issue: &Issue) -> bool {
    if !includes(request, issue) {
        return false;
    }
    let Some(what) = request.what else { return true };
    let mut names = what.split(',').map(str::trim);
    let is_named = |c: char| what.split(',').any(|name| name.trim().eq_ignore_ascii_case(&format!("U+{:04X}", u32::from(c))));
    names.any(|name| name == issue.rule)
        || !issue.characters.is_empty() && issue.characters.iter().all(|character| is_named(character.c))
}

/// The requests for a line or two, sorted, and those for more.
fn requests<'a>(text: &'a str, tokens: &Tokens<'_>) -> (Vec<Request<'a>>, Vec<Request<'a>>) {
    let (mut narrow, mut wide) = (Vec::new(), Vec::new());
    let mut add_wide = |request| {
        if wide.len() < MOST && !wide.contains(&request) {
            wide.push(request);
        }
    };
    let mut off: Option<(usize, Option<&str>)> = None;
    for token in tokens.iter().filter(|token| token.context == Context::Comment) {
        let comment = token.span.of(text);
        for at in memchr::memmem::find_iter(comment.as_bytes(), MARK.as_bytes()) {
            let tail = comment.get(at + MARK.len()..).unwrap_or_default();
            let tail = tail.get(..tail.find('\n').unwrap_or(tail.len())).unwrap_or_default().trim_start();
            let word =
                tail.get(..tail.find(|c: char| !(c.is_ascii_alphabetic() || c == '-')).unwrap_or(tail.len())).unwrap_or_default();
            let what =
                tail.get(word.len()..).and_then(|rest| rest.trim_start().strip_prefix('[')).and_then(|rest| rest.split_once(']'));
            let what = what.map(|(what, _)| what);
            let here = token.span.start + at;
            match word {
                "ignore" => narrow.push(Request { span: line(text, here, is_alone(text, token.span.start)), what }),
                "ignore-next-line" => narrow.push(Request { span: line(text, here, true), what }),
                "ignore-file" => add_wide(Request { span: Span::new(0, text.len()), what }),
                "off" => off = off.or(Some((here, what))),
                "on" => {
                    if let Some((start, what)) = off.take() {
                        add_wide(Request { span: Span::new(start, here), what });
                    }
                }
                _ => {}
            }
        }
    }
    if let Some((start, what)) = off {
        add_wide(Request { span: Span::new(start, text.len()), what });
    }
    narrow.sort_by_key(|request| request.span);
    (narrow, wide)
}

/// Whether nothing stands before the comment on its line.
fn is_alone(text: &str, comment: usize) -> bool {
    let before = text.get(..comment).unwrap_or_default();
    before.get(before.rfind('\n').map_or(0, |at| at + 1)..).is_some_and(|head| head.trim().is_empty())
}

/// The line that byte `at` stands on, with the next one if asked for.
fn line(text: &str, at: usize, with_next: bool) -> Span {
    let start = text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |found| found + 1);
    let end_of = |at: usize| text.get(at..).and_then(|tail| tail.find('\n')).map_or(text.len(), |found| at + found + 1);
    let end = end_of(at);
    Span::new(start, if with_next { end_of(end) } else { end })
}
