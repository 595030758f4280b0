//! Blanks and signs in code that look like those of ASCII and are none to a compiler, and line ends that only a compiler sees.

use super::code::Seen;
use super::judge::Page;
use super::languages::Language;
use super::reasons::Reason;
use super::tokens::{Context, Token};
use crate::text::Span;
use crate::unicode::{self, Classes};

/// Whether a text in this language may have such a character, so that it has to be cut into tokens.
pub fn is_suspect(c: char, language: &Language) -> bool {
    language.breaks_lines && is_separator(c)
        || is_shell(language) && (is_dash(c) || blank(c) || operator(c).is_some())
        || language.id == "yaml" && blank(c)
        || language.is_strict && (blank(c) || sign(c).is_some())
}

/// What is wrong in one token of code or in a comment.
pub fn odd(token: Token, text: &str, language: &Language, seen: &mut Vec<Seen>) {
    let inside = token.span.of(text);
    let mut see = |at: usize, length: usize, reason, fix: Option<&str>| {
        let span = Span::new(token.span.start + at, token.span.start + at + length);
        seen.push(Seen { span, reason, fix: fix.map(str::to_owned) });
    };
    for (at, c) in inside.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let length = c.len_utf8();
        if language.breaks_lines && is_separator(c) {
            see(at, length, Reason::LineEnd, Some("\n"));
        }
        if token.context != Context::Code {
            continue;
        }
        if let Some(sign) = equivalent(c)
            && !language.is_symbolic
        {
            see(at, length, Reason::Equivalent, Some(sign));
        } else if language.is_strict && !language.breaks_lines && blank(c) {
            see(at, length, Reason::Blank, Some(" "));
        } else if is_shell(language) && blank(c) {
            if is_among_ascii(inside, at, c) && !is_of_words(inside, at, c) {
                see(at, length, Reason::BlankOfCommand, Some(" "));
            }
        } else if is_shell(language) && is_dash(c) {
            if let Some((fix, length)) = option(inside, at, c) {
                see(at, length, Reason::Option, fix);
            }
        } else if let Some(sign) = operator(c).filter(|_| is_shell(language) && is_among_ascii(inside, at, c)) {
            if !is_of_words(inside, at, c) {
                see(at, length, Reason::SignOfCommand, Some(sign.encode_utf8(&mut [0; 4])));
            }
        } else if let Some(sign) = sign(c)
            && language.is_strict
            && is_among_ascii(inside, at, c)
        {
            see(at, length, Reason::Sign, Some(sign.encode_utf8(&mut [0; 4])));
        }
    }
}

/// Whether it stands alone between two marks, as a part of a substitution, or beside a sign that French sets apart.
fn is_of_words(code: &str, at: usize, c: char) -> bool {
    let before = code.get(..at).and_then(|before| before.chars().next_back());
    let after = code.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
    before == after && before.is_some_and(|c| matches!(c, '/' | '|' | '#' | '!')) || matches!(after, Some(':' | '!' | '?' | '%'))
}

/// Whether a carriage return stands alone somewhere before another character.
pub fn has_lone_return(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1).is_some_and(|next| !matches!(next, b'\n' | b'\r')))
}

/// Whether a few carriage returns stand alone among the line ends of another kind.
pub fn is_returned(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes.get(at + 1).is_some_and(|next| !matches!(next, b'\n' | b'\r'));
    let lone = memchr::memchr_iter(b'\r', bytes).filter(is_lone).count();
    lone > 0 && lone <= memchr::memchr_iter(b'\n', bytes).count()
}

/// Carriage returns that end a comment of one line: to the compiler what follows is code, and readers mostly see one line.
pub fn returns(token: Token, text: &str, language: &Language, seen: &mut Vec<Seen>) {
    let comment = token.span.of(text);
    let marks = language.line_comments.iter().map(|mark| mark.trim_start_matches(['\n', ' ']));
    let begins = |line: &str| marks.clone().any(|mark| line.trim_start().starts_with(mark));
    if !begins(comment) {
        return;
    }
    for at in memchr::memchr_iter(b'\r', comment.as_bytes()) {
        let line = comment.get(at + 1..).unwrap_or_default();
        let line = line.get(..line.find(['\r', '\n']).unwrap_or(line.len())).unwrap_or_default();
        if !line.trim().is_empty() && !begins(line) {
            let span = Span::new(token.span.start + at, token.span.start + at + 1);
            seen.push(Seen { span, reason: Reason::LineEnd, fix: Some("\n".to_owned()) });
        }
    }
}

/// Blanks of YAML that are none: before a key they are a part of it, and behind its colon they make it none. Texts of several lines
/// may have them.
pub fn indentation(page: &Page<'_>, seen: &mut Vec<Seen>) {
    if page.language.id != "yaml" || !page.text.contains(blank) {
        return;
    }
    let mut start = 0;
    let mut block: Option<usize> = None;
    for line in page.text.split_inclusive('\n') {
        let body = line.trim_start_matches(|c: char| matches!(c, ' ' | '\t') || blank(c));
        let indent = line.len() - body.len();
        let is_inside = block.is_some_and(|block| indent > block || body.trim().is_empty());
        if !is_inside {
            block = ["|", ">", "|-", ">-", "|+", ">+"].iter().any(|mark| body.trim_end().ends_with(mark)).then_some(indent);
            let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
            let item = body.strip_prefix("- ").unwrap_or(body);
            let key = item.find(|c| !is_key(c)).unwrap_or(item.len());
            let tail = item.get(key..).unwrap_or_default().strip_prefix(':');
            let begins = |tail: &str| tail.trim_end().is_empty() || tail.starts_with([' ', '\t']) || tail.starts_with(blank);
            let is_entry = key > 0 && tail.is_some_and(begins) || body.starts_with("- ");
            let head = line.get(..indent).unwrap_or_default();
            let behind = tail.filter(|tail| key > 0 && tail.starts_with(blank)).map(|tail| line.len() - tail.len());
            let before = head.char_indices().filter(|&(_, c)| is_entry && blank(c)).map(|(at, _)| at);
            for at in before.chain(behind) {
                let length = line.get(at..).and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8);
                let span = Span::new(start + at, start + at + length);
                seen.push(Seen { span, reason: Reason::BlankOfData, fix: Some(" ".to_owned()) });
            }
        }
        start += line.len();
    }
}

/// What no name of a file should hold: controls, and signs that read as its dot or as a slash where all others are ASCII.
pub fn in_path(path: &str, seen: &mut Vec<Seen>) {
    for (at, c) in path.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        if c.is_control() {
            seen.push(Seen { span, reason: Reason::ControlInPath, fix: None });
        } else if let Some(read) = sign_of_path(c)
            && path.chars().all(|other| other.is_ascii() || other == c)
        {
            seen.push(Seen { span, reason: Reason::SignInPath, fix: Some(read.to_owned()) });
        }
    }
}

const fn sign_of_path(c: char) -> Option<&'static str> {
    match c {
        '\u{2024}' | '\u{FE52}' | '\u{FF0E}' => Some("."),
        '\u{2044}' | '\u{2215}' | '\u{29F8}' | '\u{FF0F}' => Some("/"),
        _ => None,
    }
}

/// Whether files in it are read by a shell, which takes any sign for a part of a word.
fn is_shell(language: &Language) -> bool {
    matches!(language.id, "shell" | "dockerfile" | "make")
}

/// The sign that steers a shell, which a wide one reads as.
fn operator(c: char) -> Option<char> {
    matches!(c, '｜' | '＄' | '；' | '＆' | '＝' | '＞' | '＜').then(|| sign(c)).flatten()
}

const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What was typed for a dash that an option stands behind, and a blank before: `–help`, `-–help`, `–h`, `——help`; and how long it is.
fn option(code: &str, at: usize, c: char) -> Option<(Option<&'static str>, usize)> {
    const FEW: usize = 3;
    let before = code.get(..at)?;
    let blank = |text: &str| text.is_empty() || text.ends_with([' ', '\t', '\n']);
    let follows_hyphen = before.strip_suffix('-').is_some_and(blank);
    let name = code.get(at + c.len_utf8()..)?;
    let second = name.chars().next().filter(|&c| is_dash(c) && blank(before));
    let name = second.and_then(|second| name.get(second.len_utf8()..)).unwrap_or(name);
    let letters = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_option = name.starts_with(|c: char| c.is_ascii_alphabetic()) && (blank(before) || follows_hyphen);
    // Two hyphens become one dash as one types; before a single letter there was one, and of a few letters each may be an option.
    let is_word = letters > FEW || name.get(letters..).is_some_and(|rest| rest.starts_with('-'));
    let fix = match (second, follows_hyphen || letters == 1) {
        (Some(_), _) => Some("--"),
        (None, true) => Some("-"),
        (None, false) => is_word.then_some("--"),
    };
    is_option.then_some((fix, c.len_utf8() + second.map_or(0, char::len_utf8)))
}

/// The sign of ASCII that a character is canonically equivalent to.
const fn equivalent(c: char) -> Option<&'static str> {
    match c {
        '\u{37E}' => Some(";"),
        '\u{1FEF}' => Some("`"),
        _ => None,
    }
}

/// Line and paragraph separators.
const fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

fn blank(c: char) -> bool {
    unicode::classes(c).intersects(Classes::SPACE) || is_separator(c)
}

/// The sign of ASCII that a sign reads as.
fn sign(c: char) -> Option<char> {
    Some(match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{29F8}' => '/',
        '\u{2217}' => '*',
        '\u{2236}' => ':',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        // Fullwidth forms stand in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => {
            return char::from_u32(u32::from(c) - 0xFEE0).filter(char::is_ascii_punctuation);
        }
        _ => return None,
    })
}

/// Whether what stands beside it on its line, blanks aside, is ASCII; and the line is none of a preprocessor, which may hold words.
fn is_among_ascii(code: &str, at: usize, c: char) -> bool {
    const FAR: usize = 200;
    let is_end = |c: &char| *c != '\n';
    let mut before = code.get(..at).unwrap_or_default().chars().rev().take(FAR).take_while(is_end).peekable();
    let mut after = code.get(at + c.len_utf8()..).unwrap_or_default().chars().take(FAR).take_while(is_end);
    let is_ascii = |c: Option<char>| c.is_none_or(|c| c.is_ascii());
    let is_other = |other: &char| *other != ' ' && *other != c;
    let nearest = before.find(is_other);
    is_ascii(nearest) && is_ascii(after.find(is_other)) && before.filter(|c| !c.is_whitespace()).last().or(nearest) != Some('#')
}
