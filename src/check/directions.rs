//! Directional marks and controls that do their job where no right-to-left letter stands beside them: in formats, and in translations
//! into languages that are written from right to left.

use super::identifiers;
use super::judge::Page;
use super::tokens::Context;
use super::uses::{self, around};
use crate::text::Span;
use crate::unicode::{self, Classes};

/// Whether it is a directional mark where right-to-left text is at hand, or in a format of dates and numbers: there marks keep signs in
/// their places (`d/M/y`), and the words that need them come later.
pub fn is_directional_mark(text: &str, span: Span) -> bool {
    const NEAR: usize = 300;
    const LONGEST: usize = 48;
    let is_mark = |c: char| unicode::classes(c).intersects(Classes::BIDI_MARK);
    if !span.of(text).chars().all(is_mark) || uses::is_between_letters(text, span) {
        return false;
    }
    let (before, after) = around(text, span, NEAR);
    if before.chars().chain(after.chars()).any(|c| identifiers::is_rtl(unicode::script(c))) {
        return true;
    }
    let is_end = |c: char| matches!(c, '"' | '\'' | '`' | '<' | '>' | '\n');
    let (head, tail) = around(text, span, LONGEST);
    let head = head.rfind(is_end).and_then(|end| head.get(end + 1..)).unwrap_or(head);
    let tail = tail.get(..tail.find(is_end).unwrap_or(tail.len())).unwrap_or_default();
    // What will stand in the place of `{0}` and `%s` is not known.
    is_pattern(head) && is_pattern(tail) || [head, tail].iter().any(|part| part.contains(['{', '%']))
}

/// Whether there is no word: each row of letters is one letter, as in `dd/MM/yyyy`.
fn is_pattern(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|c| {
        let same = !(c.is_alphabetic() && before.is_alphabetic()) || c == before;
        before = c;
        same
    })
}

/// Whether they are controls in a string of a catalogue of translations, or of other data, into a language that is written from right to
/// left: around a format (`%H:%M`), or opened before words that are not translated yet. There is no code for them to reach into.
/// Overrides are never needed there, and what only closes has nothing to close.
pub fn is_of_translation(page: &Page<'_>, span: Span, context: Context) -> bool {
    const NEAR: usize = 2000;
    let text = page.text;
    let shown = span.of(text);
    if context != Context::String || page.language.may_have_code() || !shown.starts_with(opens) || shown.contains(overrides) {
        return false;
    }
    let is_control = |c: char| unicode::classes(c).intersects(Classes::BIDI);
    let is_format = || shown.contains(['%', '{']) || is_pattern(shown);
    let (before, after) = around(text, span, NEAR);
    (shown.chars().all(is_control) || is_format())
        && before.chars().chain(after.chars()).any(|c| identifiers::is_rtl(unicode::script(c)))
}

/// Whether a control begins an embedding or an isolate.
const fn opens(c: char) -> bool {
    matches!(c, '\u{202A}' | '\u{202B}' | '\u{2066}'..='\u{2068}')
}

const fn overrides(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}
