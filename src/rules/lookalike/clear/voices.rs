//! Words that speak for Latin in a clear line, and which of them the open ones hear.

use super::{Clear, Found, Says};
use crate::rules::lookalike::context::REACH;
use crate::rules::lookalike::escapes;
use crate::rules::lookalike::units::proves_latin;
use crate::text::Span;

/// Whether Latin is spoken here, and no open word may be too far from all that speak.
pub(super) fn speaks_latin(clear: &Clear<'_>, found: &[Found]) -> bool {
    let is_spoken = found.iter().any(|word| word.says == Says::OnlyLatin);
    is_spoken && (0..found.len()).all(|at| !is_open(found, at) || is_beside_voice(clear, found, at))
}

/// How many words that speak each open word hears.
pub(super) fn heard(clear: &Clear<'_>, found: &[Found]) -> Vec<u32> {
    if !(0..found.len()).any(|at| is_open(found, at)) {
        return Vec::new();
    }
    let mut heard = Vec::new();
    let (mut before, mut end) = (0, 0);
    for word in found {
        if before < REACH {
            before += voices(clear, Span::new(end, word.span.start));
        }
        if word.says == Says::Open {
            heard.push(before.min(REACH) as u32);
        }
        (before, end) = (before + usize::from(word.says.speaks()), word.span.end);
    }
    let (mut after, mut start) = (0, clear.text.len());
    let mut open = heard.iter_mut().rev();
    for word in found.iter().rev() {
        if after < REACH {
            after += voices(clear, Span::new(word.span.end, start));
        }
        if word.says == Says::Open {
            open.next().into_iter().for_each(|heard| *heard += after.min(REACH) as u32);
        }
        (after, start) = (after + usize::from(word.says.speaks()), word.span.start);
    }
    heard
}

/// How many words of ASCII speak between two words that were found.
fn voices(clear: &Clear<'_>, gap: Span) -> usize {
    let bytes = clear.text.as_bytes();
    let (mut voices, mut at) = (0, gap.start);
    while at < gap.end {
        let (letters, end) = clear.letters.ascii.run(bytes, at);
        voices += usize::from(end > at && proves_latin(letters.classes(), letters.forms()));
        at = escapes::end(bytes, end).unwrap_or(end + 1);
    }
    voices
}

/// Whether a word beside an open one speaks, and no sentence ends between them: that is near enough to decide alone.
fn is_beside_voice(clear: &Clear<'_>, found: &[Found], at: usize) -> bool {
    let bytes = clear.text.as_bytes();
    let Some(word) = found.get(at) else { return false };
    let before = || {
        let signs = bytes.get(..word.span.start)?.iter().rev().take_while(|&&sign| is_pause(sign)).count();
        let end = word.span.start - signs;
        if let Some(previous) = at.checked_sub(1).and_then(|at| found.get(at)).filter(|previous| previous.span.end == end) {
            return Some(previous.says.speaks());
        }
        let (letters, start) = clear.letters.ascii.run_before(bytes, end);
        Some(start < end && !clear.is_cut(start) && proves_latin(letters.classes(), letters.forms()))
    };
    let after = || {
        let start = word.span.end + bytes.get(word.span.end..)?.iter().take_while(|&&sign| is_pause(sign)).count();
        if let Some(next) = found.get(at + 1).filter(|next| next.span.start == start) {
            return Some(next.says.speaks());
        }
        let (letters, end) = clear.letters.ascii.run(bytes, start);
        Some(start < end && proves_latin(letters.classes(), letters.forms()))
    };
    before() == Some(true) || after() == Some(true)
}

fn is_open(found: &[Found], at: usize) -> bool {
    found.get(at).is_some_and(|word| word.says == Says::Open)
}

/// Whether it is a sign of ASCII that neither ends a sentence nor begins an escape.
const fn is_pause(byte: u8) -> bool {
    let is_escape = matches!(byte, b'\\' | b'%' | b'[' | b'^' | b'\x1B');
    byte.is_ascii() && !byte.is_ascii_alphabetic() && !is_escape && !matches!(byte, b'.' | b'!' | b'?' | b';')
}
