//! Blanks and signs in code that look like those of ASCII and are none to a compiler, and line ends that only a compiler sees.

use super::code::Seen;
use super::languages::Language;
use super::tokens::{Context, Token};
use crate::rules::Certainty;
use crate::text::Span;
use crate::unicode::{self, Classes};

/// Whether a text in this language may have such a character, so that it has to be cut into tokens.
pub fn is_suspect(c: char, language: &Language) -> bool {
    language.breaks_lines && is_separator(c)
        || is_shell(language) && is_dash(c)
        || language.is_strict && (blank(c) || sign(c).is_some())
}

/// What is wrong in one token of code or in a comment.
pub fn odd(token: Token, text: &str, language: &Language, seen: &mut Vec<Seen>) {
    let inside = token.span.of(text);
    let mut see = |at: usize, c: char, rule, certainty, why, fix: &str| {
        let span = Span::new(token.span.start + at, token.span.start + at + c.len_utf8());
        seen.push(Seen { span, rule, certainty, why, fix: Some(fix.to_owned()) });
    };
    for (at, c) in inside.char_indices().filter(|(_, c)| !c.is_ascii()) {
        if language.breaks_lines && is_separator(c) {
            let why = "a line end to a compiler and to no reader: what follows is code";
            see(at, c, "invisible", Certainty::Certain, why, "\n");
        }
        if token.context != Context::Code {
            continue;
        }
        if let Some(sign) = equivalent(c)
            && !language.is_symbolic
        {
            let why = "canonically equivalent to a sign of ASCII, and none to a compiler";
            see(at, c, "lookalike", Certainty::Certain, why, sign);
        } else if language.is_strict && !language.breaks_lines && blank(c) {
            let why = "it looks like a blank between names and signs, and is none to a compiler";
            see(at, c, "invisible", Certainty::Likely, why, " ");
        } else if is_shell(language) && is_dash(c) {
            if let Some(fix) = option(inside, at, c) {
                let why = "a dash before an option, which a shell takes for a word";
                see(at, c, "lookalike", Certainty::Likely, why, fix);
            }
        } else if let Some(sign) = sign(c)
            && language.is_strict
            && is_among_ascii(inside, at, c)
        {
            let why = "it reads as a sign of ASCII between names and signs, and is none to a compiler";
            see(at, c, "lookalike", Certainty::Likely, why, sign.encode_utf8(&mut [0; 4]));
        }
    }
}

/// Whether files in it are read by a shell, which takes any sign for a part of a word.
fn is_shell(language: &Language) -> bool {
    matches!(language.id, "shell" | "dockerfile")
}

const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What was typed for a dash that an option stands behind, and a blank before: `–help`, `-–help`, `–h`.
fn option(code: &str, at: usize, c: char) -> Option<&'static str> {
    let before = code.get(..at)?;
    let blank = |text: &str| text.is_empty() || text.ends_with([' ', '\t', '\n']);
    let follows_hyphen = before.strip_suffix('-').is_some_and(blank);
    let name = code.get(at + c.len_utf8()..)?;
    let letters = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_option = name.starts_with(|c: char| c.is_ascii_alphabetic()) && (blank(before) || follows_hyphen);
    // Two hyphens become one dash as one types; before a single letter there was one.
    is_option.then_some(if follows_hyphen || letters == 1 { "-" } else { "--" })
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
    let nearest = before.find(|c| *c != ' ');
    is_ascii(nearest)
        && is_ascii(after.find(|c| *c != ' '))
        && before.filter(|c| !c.is_whitespace()).last().or(nearest) != Some('#')
}
