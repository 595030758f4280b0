//! BACKSPACE, DELETE and carriage returns that hide typed characters: executed, as a terminal would.

use memchr::memrchr;

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes};

/// See [`PAGE`].
pub struct Deletions;

static PAGE: Page = Page {
    repairs: "BACKSPACE and DELETE that hide typed characters: executed",
    leaves_alone: "everything without these two controls",
    finds: "U+0008 BACKSPACE and U+007F DELETE. Each takes away itself and the character before it (with its combining marks); \
            several in a row take away several. One with nothing before it on its line is taken away alone. Where letters are \
            underlined as printers did it (letter, BACKSPACE, `_`), the letters stay. A CARRIAGE RETURN inside a line of a text whose \
            lines end in LF is executed where what follows covers what stands before to the last column and writes the same \
            again, underlines it, or differs in a few places, as a progress bar does.",
    why: "A terminal and many viewers show the text without the deleted characters, while search, filters and models read \
          them: `hex\\u{8}llo` is seen as `hello` and indexed as `hexllo`.",
    example: ("hex\u{8}llo wors\u{8}ld", "hello world"),
    leaves: "Nothing else is touched. A deletion never reaches over the start of its line. The count is in code points with their \
             marks: of an emoji made of several, one BACKSPACE takes the last part. A control that stands for itself stays: behind an \
             escape sequence of terminals, alone in quotes or as a value, a DELETE before the last number of a line. A CARRIAGE RETURN was the line end of old Macs, \
             so one is left where the text knows no other, and reported as doubtful where it hides what stands before.",
};

/// So many letters with an underscore behind each: an underlined word rather than one hidden letter.
const UNDERLINED: usize = 2;

impl Rule for Deletions {
    fn id(&self) -> &'static str {
        "deletions"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::ERASER | Classes::BREAK
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        if line.classes.intersects(Classes::ERASER) {
            erase(line.as_str(), sink);
        } else if line.classes.intersects(Classes::BREAK) {
            overprint(line.as_str(), sink);
        }
    }
}

/// Executes BACKSPACE and DELETE.
fn erase(text: &str, sink: &mut Sink) {
    let mut kept: Vec<Span> = Vec::new(); // what still stands, character by character, marks with their letter
    let mut gone: Vec<Span> = Vec::new(); // what goes, in order of start, touching spans joined
    let mut underscores = underscores(text).into_iter().peekable();
    let mut wall = 0; // what begins before it is taken away by nothing
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        let classes = unicode::classes(c);
        if at < wall {
            continue;
        }
        if let Some(below) = underscores.next_if(|below| below.start == at) {
            gone.push(below);
        } else if gone.last().is_some_and(|last| at < last.end) {
            // the underscore behind its BACKSPACE
        } else if classes.intersects(Classes::ERASER) && is_meant(text, at) {
            kept.clear();
            // A quote behind it is one of its pair.
            wall = span.end + usize::from(text.get(span.end..).is_some_and(|after| after.starts_with(['"', '\''])));
        } else if classes.intersects(Classes::ERASER) {
            let mut hole = kept.pop().map_or(span, |last| Span::new(last.start, span.end));
            // What lies between the erased character and its eraser has gone before.
            while let Some(last) = gone.pop_if(|last| last.end >= hole.start) {
                hole.start = hole.start.min(last.start);
            }
            gone.push(hole);
        } else if classes.intersects(Classes::MARK) && kept.last().is_some_and(|last| last.end == at) {
            if let Some(last) = kept.last_mut() {
                last.end = span.end;
            }
        } else if classes.intersects(Classes::BREAK) {
            kept.clear();
        } else {
            kept.push(span);
        }
    }
    for span in gone {
        let why = Evidence::Fact(&"a control that deletes what stands before it");
        sink.replace(span, Replacement::NOTHING, Certainty::Certain, why);
    }
}

/// Whether the control at byte `at` stands for itself: behind what a terminal is told (`\x1b[39m`), where it moves; alone in quotes or as
/// a value, which it is; a DELETE before the last number of a line, as indexes of manuals separate the two.
fn is_meant(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
    let mut rest = rest.chars();
    let control = rest.next();
    let after = rest.as_str();
    // One line end, as this is asked for each control.
    let line = || after.strip_suffix('\n').map_or(after, |line| line.strip_suffix('\r').unwrap_or(line));
    let is_quoted = || before.ends_with(['"', '\'']) && before.chars().next_back() == after.chars().next();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let is_value = || before.strip_suffix('=').is_some_and(|key| !key.is_empty() && line().is_empty() && key.chars().all(is_key));
    let separates = || control == Some('\u{7F}') && !line().is_empty() && line().bytes().all(|byte| byte.is_ascii_digit());
    is_quoted() || separates() || is_value() || ends_in_sequence(before)
}

/// Whether a text ends in what tells a terminal something: `\x1b[1;32m`.
fn ends_in_sequence(text: &str) -> bool {
    let Some(before) = text.strip_suffix(|c: char| c.is_ascii_alphabetic()) else { return false };
    before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ';' | '?')).ends_with("\u{1B}[")
}

/// Every BACKSPACE with the underscore behind it that underlines the letter before, where several letters in a row are
/// underlined so.
fn underscores(text: &str) -> Vec<Span> {
    const BELOW: &str = "\u{8}_";
    let mut found: Vec<Span> = Vec::new();
    let mut row = 0; // where the letters in a row begin among the found
    let end_row = |found: &mut Vec<Span>, row: usize| {
        if found.len() < row + UNDERLINED {
            found.truncate(row);
        }
    };
    for (at, _) in text.match_indices(BELOW) {
        let letter = text.get(..at).and_then(|before| before.chars().next_back()).filter(|c| c.is_alphanumeric());
        let Some(letter) = letter else { continue };
        if found.last().is_none_or(|last| last.end + letter.len_utf8() != at) {
            end_row(&mut found, row);
            row = found.len();
        }
        found.push(Span::new(at, at + BELOW.len()));
    }
    end_row(&mut found, row);
    found
}

/// Executes carriage returns where it is certain that one thing was printed over another.
fn overprint(text: &str, sink: &mut Sink) {
    let Some(body) = text.strip_suffix('\n').map(|body| body.strip_suffix('\r').unwrap_or(body)) else { return };
    let Some(last) = memrchr(b'\r', body.as_bytes()) else { return };
    let span = Span::new(0, body.len());
    let mut shown: Vec<char> = Vec::new();
    let mut is_sure = true;
    for print in body.split('\r') {
        let print: Vec<char> = print.chars().collect();
        match over(&shown, &print) {
            _ if shown.is_empty() => shown = print,
            Some(both) => shown = both,
            None => is_sure = false,
        }
    }
    let (first, rest) = (body.get(..last).unwrap_or(""), body.get(last + 1..).unwrap_or(""));
    if is_sure {
        let shown: String = shown.into_iter().collect();
        sink.replace(
            span,
            &*shown,
            Certainty::Certain,
            Evidence::Fact(&"a carriage return that prints over what stands before it"),
        );
    } else if rest.chars().count() >= first.chars().count() && !first.contains('\r') && !first.trim().is_empty() {
        let why = Evidence::Fact(&"on a terminal, what follows the carriage return hides what stands before it");
        sink.report(span, Certainty::Doubtful, why);
    }
}

/// What is seen where `above` is printed over `below`; nothing where the two may as well be two lines.
fn over(below: &[char], above: &[char]) -> Option<Vec<char>> {
    if below.len() != above.len() || below.is_empty() {
        return None;
    }
    let is_rule = |c: &char| matches!(c, '_' | ' ');
    let is_text = |print: &[char]| print.iter().any(|c| c.is_alphanumeric());
    if is_text(below) && above.iter().all(is_rule) {
        return Some(below.to_vec()); // underlined afterwards
    }
    if is_text(above) && below.iter().all(is_rule) {
        return Some(above.to_vec());
    }
    // A bar grows and a number counts; words stay as they are.
    let counts = |(a, b): &(&char, &char)| a == b || !a.is_alphabetic() && !b.is_alphabetic();
    let same = below.iter().zip(above).filter(|(a, b)| a == b).count();
    (same * 2 >= above.len() && below.iter().zip(above).all(|pair| counts(&pair))).then(|| above.to_vec())
}
