//! Runs of letters with some beyond ASCII, found 64 bytes at a time: where each of them begins and ends is known before any is looked
//! at, so that none waits for the end of the one before it.

pub(super) use super::memo::Word as Short;
use crate::text::masks::{WINDOW, Window, first};
use crate::text::{Span, swar};

/// The runs of ASCII letters and bytes beyond ASCII that hold some of the latter.
pub(super) fn all(bytes: &[u8], runs: &mut Vec<Span>) {
    runs.clear();
    let mut base = 0;
    while base < bytes.len() {
        let window = Window::new(bytes, base);
        let others = window.beyond_ascii();
        let letters = window.letters() | others;
        // The last run may go on behind.
        let whole = (WINDOW as u32 - (!letters).leading_zeros()) as usize;
        if whole == 0 {
            let end = run_end(bytes, base);
            runs.extend(Some(Span::new(base, end)).filter(|run| !run.of_bytes(bytes).is_ascii()));
            base = end;
            continue;
        }
        let (letters, others) = (letters & first(whole), others & first(whole));
        // A bit that is added to a run carries to the end of it, or adds to one that did.
        let mut ends = letters.wrapping_add(others) & !letters;
        while ends != 0 {
            let end = ends.trailing_zeros() as usize;
            ends &= ends - 1;
            let start = (WINDOW as u32 - (!letters & first(end)).leading_zeros()) as usize;
            runs.push(Span::new(base + start, base + end));
        }
        base += whole;
    }
}

/// A run without the quotes, dashes and other signs of punctuation that it begins and ends with.
pub(super) fn trimmed(bytes: &[u8], run: Span) -> Span {
    let Span { mut start, mut end } = run;
    while let [0xE2, 0x80, _, ..] | [0xC2, 0xA0, ..] = Span::new(start, end).of_bytes(bytes) {
        start += if bytes.get(start) == Some(&0xE2) { 3 } else { 2 };
    }
    while let [.., 0xE2, 0x80, _] | [.., 0xC2, 0xA0] = Span::new(start, end).of_bytes(bytes) {
        end -= if bytes.get(..end).is_some_and(|before| before.ends_with(&[0xC2, 0xA0])) { 2 } else { 3 };
    }
    Span::new(start, end)
}

#[cold]
fn run_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()).count()
}

/// A run that is one word of ASCII and modern Cyrillic, short enough for the memo. Nothing where it is longer or holds something else,
/// and where what stands beside it may have a say: a hyphen, a digit behind it, an escape.
#[inline(always)]
pub(super) fn short(bytes: &[u8], run: Span) -> Option<Short> {
    let beside = |at: usize| bytes.get(at).and_then(|&byte| BESIDE.get(usize::from(byte))).copied().unwrap_or_default();
    if (beside(run.start.wrapping_sub(1)) & BEFORE) | (beside(run.end) & BEHIND) != 0 {
        return None;
    }
    let len = run.len();
    let eight = |from: usize| swar::padded(bytes, run.start + from) & swar::first(len.saturating_sub(from));
    // Modern Cyrillic begins with two bytes that differ in the last bit.
    let differs = |eight: u64| {
        let differs = ((eight ^ swar::filled(0xD0)) & swar::filled(0x7E)).wrapping_add(swar::filled(0x7F));
        differs & swar::firsts(eight)
    };
    let start = eight(0);
    if len <= 8 {
        return (differs(start) == 0).then_some([start, 0, 0]);
    }
    let word = [start, eight(8), eight(16)];
    let [a, b, c] = word.map(differs);
    ((a | b | c == 0) & (len <= size_of::<Short>())).then_some(word)
}

/// Whether nothing of a short word is beyond ASCII.
pub(super) const fn is_ascii([a, b, c]: Short) -> bool {
    (a | b | c) & swar::HIGH == 0
}

const BEFORE: u8 = 1;
const BEHIND: u8 = 2;

/// Which signs beside a word may have a say, on which side of it.
#[allow(clippy::indexing_slicing, reason = "an index out of range would not compile")]
static BESIDE: [u8; 256] = {
    let mut beside = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        beside[byte] = match byte as u8 {
            b'-' => BEFORE | BEHIND,
            b'\\' | b'%' | b'[' | b']' | b'(' | b')' | b'$' | b'*' | b'#' | b'.' | b'?' => BEFORE,
            // `%5s` and the like end in a letter.
            b'0'..=b'9' => BEFORE | BEHIND,
            _ => 0,
        };
        byte += 1;
    }
    beside
};

/// Whether a run has no letters but those of ASCII, of Europe, and of modern Cyrillic.
pub(super) fn is_usual(run: &[u8]) -> bool {
    let after = run.iter().skip(1).chain(&[0]);
    run.iter().zip(after).all(|(first, second)| match first {
        0..0xC0 | 0xC3..=0xC5 | 0xD0..=0xD1 => true,
        0xC2 => !matches!(second, 0xAA | 0xB5 | 0xBA),
        0xE2 => *second == 0x80,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// The runs, told byte by byte.
    fn plainly(text: &str) -> Vec<Span> {
        let is_in_run = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
        let mut at = 0;
        let runs = text.as_bytes().chunk_by(|a, b| is_in_run(a) == is_in_run(b));
        let spans = runs.map(|run| {
            at += run.len();
            (Span::new(at - run.len(), at), run)
        });
        spans.filter(|(_, run)| !run.is_ascii()).map(|(span, _)| span).collect()
    }

    proptest! {
        #[test]
        fn runs_are_those_that_are_seen_byte_by_byte(
            pieces in vec(prop_oneof!["[a-zA-Z]{0,70}", "[ -~]{0,20}", select(vec!["е", "“", "\u{A0}", "é", "😀", " ", "a"]).prop_map(str::to_owned)], 0..30),
        ) {
            let text = pieces.concat();
            let mut runs = Vec::new();
            all(text.as_bytes(), &mut runs);
            for run in &runs {
                let inner = trimmed(text.as_bytes(), *run);
                prop_assert_eq!(inner.of(&text), run.of(&text).trim_matches(['“', '\u{A0}']));
            }
            prop_assert_eq!(runs, plainly(&text));
        }
    }

    #[test]
    fn a_short_word_is_its_bytes() {
        let short = |before: &str, own: &str, after: &str| {
            let text = [before, own, after].concat();
            let run = Span::new(before.len(), before.len() + own.len());
            short(text.as_bytes(), run)
                .map(|word| word.into_iter().flat_map(u64::to_le_bytes).take(own.len()).collect::<Vec<u8>>())
        };
        for own in ["е", "thе", "harbourе", "spokеswoman", "оооооооооооо", "ѕpoкеsaвcdefghijkl"] {
            for (before, after) in [("", ""), (" ", " "), ("!", "."), ("_", "_7"), ("gone ", " and all that follows")] {
                assert_eq!(short(before, own, after).as_deref(), Some(own.as_bytes()));
            }
            for (before, after) in [("-", ""), ("", "-"), ("", "7"), ("\\", ""), ("%", ""), ("[1]", ""), ("\\x1b[32", "")] {
                assert_eq!(short(before, own, after), None);
            }
        }
        for own in ["еé", "αе", "еӏ", "ооооооооооооо", "“е", "thе”"] {
            assert_eq!(short("", own, ""), None, "{own}");
        }
    }
}
