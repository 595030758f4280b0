//! Comments and strings whose end depends on how they begin.

use super::super::languages::{Language, Special};
use super::cutter::{Cutter, block, line_length};

/// How often a look for the end of `<<WORD` may be in vain: `a << b` is a shift in the same languages.
pub(super) const PATIENCE: u32 = 32;

/// With which bytes a comment, a string or a name begins that only this language has.
pub(super) fn begins(language: &Language) -> impl Iterator<Item = u8> {
    let signs: &[u8] = match language.special {
        Special::None => b"",
        Special::Rust | Special::Prime => b"'_",
        Special::Cpp => b"R",
        Special::Regex => b"/",
        Special::Lua => b"[-",
        Special::Swift => b"#",
        Special::Heredoc | Special::Php => b"<",
        Special::Ruby => b"</",
        Special::Sql => b"$",
    };
    let has_names = matches!(language.special, Special::Rust | Special::Prime);
    signs.iter().copied().chain((0..128).filter(move |byte: &u8| has_names && byte.is_ascii_alphabetic()))
}

/// The length of a comment that only this language has.
pub(super) fn comment(rest: &str, language: &Language) -> Option<usize> {
    match language.special {
        Special::Lua => rest.strip_prefix("--").and_then(lua).map(|length| length + 2),
        _ => None,
    }
}

/// The length of a string that only this language has.
pub(super) fn string(cutter: &mut Cutter<'_>, language: &Language) -> Option<usize> {
    let rest = cutter.rest();
    let mut document = |mark: &str| {
        let word = word(rest, mark).filter(|_| cutter.patience > 0)?;
        let length = heredoc(rest, word);
        cutter.patience -= u32::from(length.is_none());
        length
    };
    match language.special {
        Special::None => None,
        Special::Rust => rust(rest).or_else(|| character(rest)),
        Special::Cpp => {
            let tail = rest.strip_prefix("R\"")?;
            // No delimiter is longer than 16 characters.
            let open = tail.char_indices().take(17).find(|&(_, c)| c == '(')?.0;
            let close = format!("){}\"", tail.get(..open)?);
            Some(2 + until(tail, &close))
        }
        Special::Regex => regex(cutter),
        Special::Lua => lua(rest),
        Special::Swift => {
            let hashes = rest.len() - rest.trim_start_matches('#').len();
            let tail = rest.get(hashes..).filter(|tail| hashes > 0 && tail.starts_with('"'))?;
            Some(hashes + 1 + until(tail.get(1..)?, &format!("\"{}", "#".repeat(hashes))))
        }
        Special::Heredoc => document("<<"),
        // `class << self` is none, and neither is a shift.
        Special::Ruby if rest.starts_with("<< ") => None,
        Special::Ruby => document("<<").or_else(|| regex(cutter)),
        Special::Php => document("<<<"),
        Special::Sql => {
            let tag = rest.strip_prefix('$')?;
            let tag = tag.get(..tag.find('$')?).filter(|tag| tag.chars().all(|c| c.is_alphanumeric() || c == '_'))?;
            let open = tag.len() + 2;
            Some(open + until(rest.get(open..)?, rest.get(..open)?))
        }
        Special::Prime => character(rest),
    }
}

/// The length of a name that begins here and may hold an apostrophe (`x'`), or of a raw name (`r#type`).
pub(super) fn name(rest: &str, language: &Language) -> usize {
    match language.special {
        Special::Prime | Special::Rust => {
            if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
                return 0;
            }
            let is_inside = |c: char| c.is_alphanumeric() || c == '_' || c == '\'' && language.special == Special::Prime;
            let length = rest.find(|c| !is_inside(c)).unwrap_or(rest.len());
            // What stands before a quote may be its prefix.
            let is_prefix = rest.get(length..).is_some_and(|tail| tail.starts_with(['"', '\'', '#']));
            if is_prefix && length <= 3 { rest.chars().next().map_or(0, char::len_utf8) } else { length }
        }
        Special::Swift => rest.len() - rest.trim_start_matches('#').len(),
        _ => 0,
    }
}

/// How far it is to the end of `close`; to the end of the text where it never comes.
fn until(text: &str, close: &str) -> usize {
    text.find(close).map_or(text.len(), |at| at + close.len())
}

/// `/[a-z'"]/u`, behind a sign or a word that a value follows; a slash behind a value divides.
fn regex(cutter: &mut Cutter<'_>) -> Option<usize> {
    const NEAR: usize = 16;
    let rest = cutter.rest().strip_prefix('/')?;
    let before = cutter.text.as_bytes().get(cutter.at.saturating_sub(NEAR)..cutter.at)?.trim_ascii_end();
    let begins = match before.last() {
        None => true,
        Some(sign) => {
            b"(,=:[!&|?{;+-*%~^<>".contains(sign)
                || [&b"return"[..], b"typeof", b"case"].iter().any(|word| before.ends_with(word))
        }
    };
    if !begins || cutter.is_open("/") {
        return None;
    }
    let (mut in_class, mut escaped) = (false, false);
    for (at, c) in rest.char_indices() {
        match c {
            '\n' => {
                cutter.leave_open("/", at + 1);
                return None;
            }
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return Some(at + 2),
            _ => {}
        }
    }
    cutter.leave_open("/", rest.len() + 1);
    None
}

/// `r"…"`, `br##"…"##`.
fn rust(rest: &str) -> Option<usize> {
    let prefix = ["r", "br", "cr"]
        .into_iter()
        .find(|prefix| rest.strip_prefix(prefix).is_some_and(|tail| tail.trim_start_matches('#').starts_with('"')))?;
    let tail = rest.get(prefix.len()..)?;
    let hashes = tail.len() - tail.trim_start_matches('#').len();
    let open = prefix.len() + hashes + 1;
    Some(open + until(rest.get(open..)?, &format!("\"{}", "#".repeat(hashes))))
}

/// An apostrophe, one character or an escape, and an apostrophe. With whatever marks stand on the character.
fn character(rest: &str) -> Option<usize> {
    const LONGEST: usize = 12; // `\u{10FFFF}`
    let tail = rest.strip_prefix('\'')?;
    if let Some(escaped) = tail.strip_prefix('\\') {
        let end = escaped.char_indices().skip(1).take(LONGEST).find(|&(_, c)| c == '\'')?.0;
        return Some(1 + 1 + end + 1);
    }
    let mut chars = tail.char_indices();
    chars.next().filter(|&(_, c)| c != '\'' && c != '\n')?;
    let (end, _) = chars.find(|&(_, c)| c.is_ascii())?;
    tail.get(end..)?.starts_with('\'').then_some(1 + end + 1)
}

/// `[==[ … ]==]`.
fn lua(rest: &str) -> Option<usize> {
    let tail = rest.strip_prefix('[')?;
    let level = tail.len() - tail.trim_start_matches('=').len();
    tail.get(level..)?.starts_with('[').then(|| {
        let open = level + 2;
        block(rest, rest.get(..open).unwrap_or_default(), &format!("]{}]", "=".repeat(level)), false)
    })
}

/// The word that ends the document which `mark` begins here.
fn word<'a>(rest: &'a str, mark: &str) -> Option<&'a str> {
    let tail = rest.strip_prefix(mark)?.trim_start_matches(['-', '~', ' ']);
    let tail = tail.trim_start_matches(['"', '\'', '\\']);
    let length = tail.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tail.len());
    tail.get(..length).filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// From `<<WORD` to the line that is `WORD`, or begins with it, without its line feed.
fn heredoc(rest: &str, word: &str) -> Option<usize> {
    let mut at = line_length(rest);
    while at < rest.len() {
        let line = rest.get(at..)?;
        let body = line.get(..line_length(line))?;
        let trimmed = body.trim_start();
        let end = trimmed.strip_prefix(word);
        if end.is_some_and(|end| !end.starts_with(|c: char| c.is_alphanumeric() || c == '_')) {
            return Some(at + body.len() - trimmed.len() + word.len());
        }
        at += body.len();
    }
    // Never closed: a shift or a comparison.
    None
}
