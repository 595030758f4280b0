//! Controls that erase nothing: printers were told with them to put an accent on a letter, and programs name or separate with them.

use unicode_normalization::char::compose;

use crate::lexis::{Hint, weigh};
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

const BACKSPACE: char = '\u{8}';

/// A letter with the accent that was printed over it.
pub struct Accented {
    pub span: Span,
    pub letter: char,
}

/// The letter that the BACKSPACE at byte `at` puts an accent on, as old manuals were printed: `Honor'\be`. The stray sign of a typist and
/// its BACKSPACE look the same, so it takes a line that [is printed so](is_typeset) throughout, and a word that is likelier with the accent.
pub fn accented(text: &str, at: usize, is_typeset: impl FnOnce() -> bool) -> Option<Accented> {
    let (before, after) = (text.get(..at)?, text.get(at + BACKSPACE.len_utf8()..)?);
    let (accent, base) = (before.chars().next_back()?, after.chars().next()?);
    let letter = compose(base, mark(accent)?).filter(|&letter| letter <= '\u{FF}')?;
    let span = Span::new(at - accent.len_utf8(), at + BACKSPACE.len_utf8() + base.len_utf8());
    let rest = text.get(span.end..)?;
    if rest.starts_with(|c: char| unicode::classes(c).intersects(Classes::ERASER | Classes::MARK)) || !is_typeset() {
        return None;
    }
    let is_letter = |c: char| c.is_alphabetic();
    let head = text.get(..span.start)?;
    let head = head.get(head.trim_end_matches(is_letter).len()..)?;
    let tail = rest.get(..rest.len() - rest.trim_start_matches(is_letter).len())?;
    let nats = |letter: char| weigh(&format!("{head}{letter}{tail}"), Script::Latin, &Hint::default()).nats;
    (nats(letter) > nats(base)).then_some(Accented { span, letter })
}

/// The mark that a sign of typewriters stands for.
const fn mark(sign: char) -> Option<char> {
    Some(match sign {
        '`' => '\u{300}',
        '\'' => '\u{301}',
        '^' => '\u{302}',
        '~' => '\u{303}',
        '"' => '\u{308}',
        ',' => '\u{327}',
        _ => return None,
    })
}

/// Whether each control of a line prints an accent, a rule or the same letter over a letter.
pub fn is_typeset(text: &str) -> bool {
    let is_eraser = |c: char| unicode::classes(c).intersects(Classes::ERASER);
    text.match_indices(is_eraser).all(|(at, control)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + control.len()..).and_then(|after| after.chars().next());
        let (Some(before), Some(after)) = (before, after) else { return false };
        control == "\u{8}" && (before == after || before == '_' || after == '_' || mark(before).is_some_and(|mark| compose(after, mark).is_some()))
    })
}

/// Whether the control at byte `at` stands for itself: behind what a terminal is told (`\x1b[39m`), where it moves; alone in quotes or as
/// a value, which it is; a DELETE before the last number of a line, as indexes of manuals separate the two.
pub fn is_meant(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
    let mut rest = rest.chars();
    let control = rest.next();
    let after = rest.as_str();
    let line = || after.trim_end_matches(['\n', '\r']);
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
