//! A line as one code page sees it: sequences that would be one character, and all the rest.

use super::pages::CodePage;
use crate::text::{Span, swar};

/// A character of the line, or several that were the bytes of one.
#[derive(Clone, Copy)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its first character as it stands.
    pub first: char,
    /// Its last character as it stands.
    pub last: char,
    /// The character that it was.
    pub meant: char,
    /// How many bytes of UTF-8 it was; 0 for a character that stands for itself.
    pub bytes: usize,
    /// One of its bytes is lost, and only what usually becomes of such a byte tells which it was.
    pub is_broken: bool,
}

impl Token {
    /// A character that stands for itself.
    const fn plain(at: usize, c: char) -> Self {
        Self { span: Span::new(at, at + c.len_utf8()), first: c, last: c, meant: c, bytes: 0, is_broken: false }
    }

    /// Whether it is a sequence.
    pub const fn is_sequence(&self) -> bool {
        self.bytes > 0
    }
}

/// How many of `starts` begin a sequence of `page`.
pub fn sequences(text: &str, starts: &[usize], page: &CodePage) -> usize {
    let begins = |&&at: &&usize| {
        let mut chars = text.get(at..).unwrap_or("").chars();
        chars.next().is_some_and(|lead| sequence(lead, chars.as_str(), page).is_some())
    };
    starts.iter().filter(begins).count()
}

/// How many characters beside a sequence are looked at.
const NEAR: usize = 3;

/// The tokens of `text`; of a long run of ASCII only those at its ends, and one that parts words where one does between them.
pub fn tokens(text: &str, page: &CodePage) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let ascii = swar::ascii_end(rest.as_bytes(), 0);
        if let Some(run) = rest.get(..ascii).filter(|run| !run.is_empty()) {
            let run = run.as_bytes();
            let (head, tail) = (NEAR.min(ascii), ascii.saturating_sub(NEAR).max(NEAR.min(ascii)));
            let parts = |place: &usize| run.get(*place).is_some_and(|byte| !byte.is_ascii_alphanumeric());
            let places = (0..head).chain((head..tail).find(parts)).chain(tail..ascii);
            tokens.extend(places.filter_map(|place| Some(Token::plain(at + place, char::from(*run.get(place)?)))));
            at += ascii;
            continue;
        }
        let Some(token) = token(rest, at, page) else { break };
        at = token.span.end;
        tokens.push(token);
    }
    tokens
}

/// The token at byte `at`, where `rest` begins.
fn token(rest: &str, at: usize, page: &CodePage) -> Option<Token> {
    let mut chars = rest.char_indices();
    let (_, first) = chars.next()?;
    let mut token = Token::plain(at, first);
    let more = if let Some((bytes, meant)) = sequence(first, chars.as_str(), page) {
        (token.bytes, token.meant) = (bytes, meant);
        bytes - 1
    } else if let Some((more, bytes, meant)) = broken(first, chars.as_str()) {
        (token.bytes, token.meant, token.is_broken) = (bytes, meant, true);
        more
    } else {
        0
    };
    for (place, c) in chars.take(more) {
        token.span.end = at + place + c.len_utf8();
        token.last = c;
    }
    Some(token)
}

/// How many bytes begin at `lead`, and the character they were.
fn sequence(lead: char, rest: &str, page: &CodePage) -> Option<(usize, char)> {
    // In MacRoman a no-break space before a capital with an accent would be a letter of phonetics; Windows-1258 has marks for leads.
    if lead == '\u{A0}' || matches!(lead, '\u{300}'..='\u{36F}') {
        return None;
    }
    let mut buffer = [page.byte(lead)?, 0, 0, 0];
    let bytes = match buffer {
        [0xC2..=0xDF, ..] => 2,
        [0xE0..=0xEF, ..] => 3,
        [0xF0..=0xF4, ..] => 4,
        _ => return None,
    };
    let mut rest = rest.chars();
    for place in buffer.get_mut(1..bytes)? {
        *place = page.byte(rest.next()?)?;
    }
    let meant = std::str::from_utf8(buffer.get(..bytes)?).ok()?;
    Some((bytes, page.without_controls(meant.chars().next()?)))
}

/// What a sequence with a lost byte was: how many more characters it takes, how many bytes it had, and the character.
///
/// No-break spaces become spaces, soft hyphens hyphens, and what Windows-1252 leaves undefined goes; that is how `à`, `í`, the
/// no-break space itself and the closing quote are lost. Of the last, a replacement character may be left.
fn broken(lead: char, rest: &str) -> Option<(usize, usize, char)> {
    let mut rest = rest.chars();
    match (lead, rest.next(), rest.next()) {
        // With a letter behind it, the space is one that stood there besides and was joined with the first.
        ('Ã', Some(' '), Some(next)) if next.is_alphabetic() => Some((0, 2, 'à')),
        ('Ã', Some(' '), _) => Some((1, 2, 'à')),
        ('Ã', Some('-'), Some(next)) if next.is_lowercase() => Some((1, 2, 'í')),
        ('Â', Some(' '), _) => Some((1, 2, '\u{A0}')),
        ('â', Some('€'), Some(char::REPLACEMENT_CHARACTER)) => Some((2, 3, '”')),
        ('â', Some('€'), _) => Some((1, 3, '”')),
        _ => None,
    }
}
