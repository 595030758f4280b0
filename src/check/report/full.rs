//! For people: the line with what is wrong in it pointed at, and why.
//!
//! The line is escaped by us, and the pointer is placed by the width of what is printed, not of what stands in the file: so it
//! is right under wide characters, marks, tabs and characters that nobody sees.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar as _;

use crate::check::judge::named;
use crate::check::{Context, Issue, Place};
use crate::escape;

/// How many columns of a line are shown on each side of an issue.
const AROUND: usize = 40;

/// How many columns of the issue itself.
const INSIDE: usize = 60;

const TAB: usize = 4;

/// An issue, with a blank line behind it.
pub fn one(issue: &Issue) -> String {
    let mut out = String::new();
    let Place { line, column } = issue.start;
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}[{}]: {}", issue.severity, issue.rule, escape::line(&issue.message));
    let _ = writeln!(out, "{margin}--> {}:{line}:{column}", escape::line(&issue.path));
    let Shown { text, start, width } = shown(issue);
    let _ = writeln!(out, "{margin} |");
    let _ = writeln!(out, "{number} | {text}");
    let _ = writeln!(out, "{margin} | {}{}", " ".repeat(start), "^".repeat(width.max(1)));
    let names = named(issue);
    if !names.is_empty() && !issue.message.contains(&names) {
        let _ = writeln!(out, "{margin} = characters: {names}");
    }
    let _ = writeln!(
        out,
        "{margin} = evidence: {} ({}, in {})",
        escape::line(&issue.evidence),
        issue.certainty,
        place(issue.context)
    );
    if let Some(fix) = &issue.fix {
        let fix = if fix.is_empty() { "remove it".to_owned() } else { format!("put {} there", escape::quoted(&cut(fix))) };
        let _ = writeln!(out, "{margin} = fix: {fix}");
    }
    out.push('\n');
    out
}

const fn place(context: Context) -> &'static str {
    match context {
        Context::Code => "code",
        Context::Comment => "a comment",
        Context::String => "a string",
        Context::Prose => "text",
        Context::Path => "the name of a file",
        Context::Message => "a commit message",
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(INSIDE) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A line as it is printed, and where the issue lies in it, in columns.
struct Shown {
    text: String,
    start: usize,
    width: usize,
}

fn shown(issue: &Issue) -> Shown {
    let line = &issue.line;
    let (before, rest) = line.text.split_at_checked(line.at).unwrap_or(("", &line.text));
    let length = issue.text.find('\n').unwrap_or(issue.text.len());
    let (inside, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
    // Tabs count from the start of the line, so the whole of it is laid out before it is cut.
    let mut column = 0;
    let mut pieces = lay_out(before, &mut column);
    let inside_from = pieces.len();
    pieces.extend(lay_out(inside, &mut column));
    let inside_to = pieces.len();
    pieces.extend(lay_out(after, &mut column));
    let width = |pieces: &[Piece]| pieces.iter().map(|piece| piece.width).sum::<usize>();
    let mut from = inside_from;
    let mut room = AROUND;
    while let Some(piece) = from.checked_sub(1).and_then(|at| pieces.get(at)).filter(|piece| piece.width <= room) {
        room -= piece.width;
        from -= 1;
    }
    let mut inside_end = inside_from;
    let mut room = INSIDE;
    while let Some(piece) =
        pieces.get(inside_end).filter(|piece| inside_end < inside_to && (piece.width <= room || inside_end == inside_from))
    {
        room = room.saturating_sub(piece.width);
        inside_end += 1;
    }
    let mut to = inside_end;
    let mut room = if inside_end == inside_to { AROUND } else { 0 };
    while let Some(piece) = pieces.get(to).filter(|piece| piece.width <= room) {
        room -= piece.width;
        to += 1;
    }
    let left = if from > 0 || !line.whole.0 { "…" } else { "" };
    let right = if to < pieces.len() || !line.whole.1 { "…" } else { "" };
    let part = |from: usize, to: usize| pieces.get(from..to).unwrap_or_default();
    let text: String = part(from, to).iter().map(|piece| piece.text.as_str()).collect();
    Shown {
        text: format!("{left}{text}{right}").trim_end().to_owned(),
        start: usize::from(!left.is_empty()) + width(part(from, inside_from)),
        width: width(part(inside_from, inside_end)),
    }
}

/// One character as it is printed.
struct Piece {
    text: String,
    width: usize,
}

fn lay_out(text: &str, column: &mut usize) -> Vec<Piece> {
    let mut marks = 0;
    let piece = |c: char| {
        let width = c.width().unwrap_or(0);
        marks = if width == 0 { marks + 1 } else { 0 };
        let piece = if c == '\t' {
            let width = TAB - *column % TAB;
            Piece { text: " ".repeat(width), width }
        } else if escape::is_hazard(c) || marks > 2 {
            let text = format!("<U+{:04X}>", u32::from(c));
            Piece { width: text.len(), text }
        } else {
            Piece { text: c.to_string(), width }
        };
        *column += piece.width;
        piece
    };
    text.chars().map(piece).collect()
}
