//! One look at the bytes of a line that ends most questions at once: all that may come of a misreading would show here.
//!
//! Whatever it lets through is judged by the modules that know. It must let through all that they would not turn away, which a test
//! holds.

use super::{alphabets, sequences};
use crate::text::masks::{WINDOW, Window};
use crate::unicode::Classes;

/// Whether a line is worth a question: it holds letters or signs beyond ASCII beside others, accents that are no letters, or capitals
/// of Cyrillic in odd places.
pub fn may_be_misread(text: &str, classes: Classes) -> bool {
    has_odd_sign(text) || classes.intersects(Classes::CYRILLIC) && has_odd_capital(text.as_bytes())
}

/// Whether some letter or sign of those that misread text is full of stands as it does in such.
fn has_odd_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    (0..bytes.len()).step_by(WINDOW).any(|base| {
        let window = Window::new(bytes, base);
        // The first bytes of Latin-1 and its neighbours, of modifiers, and of punctuation and boxes.
        let mut signs = window.like(0xC0, 0xF8) | window.like(0xCB, 0xFF) | window.like(0xE2, 0xFF);
        while signs != 0 {
            if is_odd(text, base + signs.trailing_zeros() as usize) {
                return true;
            }
            signs &= signs - 1;
        }
        false
    })
}

fn is_odd(text: &str, at: usize) -> bool {
    let byte = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).copied().unwrap_or_default();
    let [before, first, second] = [at.checked_sub(1), Some(at), Some(at + 1)].map(byte);
    let after = byte(Some(at + if first == 0xE2 { 3 } else { 2 }));
    // The accents that are asked about.
    if matches!((first, second), (0xC2, 0xB3 | 0xB9 | 0xBA | 0xBF) | (0xC3, 0xB0 | 0xBE)) {
        return true;
    }
    // Among ASCII, as nearly all are, it is part of nothing.
    if before.is_ascii() && after.is_ascii() {
        return false;
    }
    // Behind a `Γ`, see `sequences::may_hold_punctuation`.
    first == 0xC3 && before == 0x93 || alphabets::is_row(text, at) || sequences::is_sign_of_sequence(text, at)
}

/// Whether a capital of Cyrillic stands behind a small letter.
fn has_odd_capital(bytes: &[u8]) -> bool {
    let is_capital = |(&first, &second): (&u8, &u8)| (first == 0xD0) & (second < 0xB0);
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // Without a way out in the middle this is vector code.
    pairs.fold(false, |any, pair| any | is_capital(pair))
        && (alphabets::turns_case(bytes) || sequences::has_capital_inside(bytes))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::{accents, mixes};
    use super::*;
    use crate::unicode;

    fn text() -> impl Strategy<Value = String> {
        let pieces = "a|thе |он |Он|тА|ΓÇ|ΓÇô|é|Ã©|â€™|’|“|”|\u{A0}|³|¿|º|þ|ð|Ð¿|Ñ€|ƒ|ˆ|˜|Å|ł|ß|є|Є|ў|Ў|ф|Ф|fГј|├®|²|½|…|Ê|日|😀| |.|, |\n";
        let piece = prop_oneof![
            6 => select(pieces.split('|').collect::<Vec<_>>()).prop_map(str::to_owned),
            1 => proptest::char::range('\u{80}', '\u{7FF}').prop_map(String::from),
            1 => proptest::char::range('\u{2000}', '\u{25FF}').prop_map(String::from),
            2 => "[a-zA-Z ,.]{0,40}",
        ];
        vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn nothing_that_others_would_judge_is_turned_away(text in text()) {
            let classes = text.chars().fold(Classes::default(), |all, c| all | unicode::classes(c));
            let is_asked = alphabets::may_be_misread(&text, classes)
                || sequences::may_hold_sequences(&text)
                || mixes(classes) && (sequences::mixes_alphabets(&text) || sequences::may_hold_punctuation(&text))
                || accents::has_odd_word(&text);
            prop_assert!(!is_asked || may_be_misread(&text, classes), "{:?}", text);
        }
    }
}
