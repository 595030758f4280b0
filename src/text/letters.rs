//! Edits of stretches in which single letters change: what they stand for.

use super::{Edit, Replacement, Span};

/// The same edits, with one for each letter that changes in the place of one for a stretch.
pub(super) fn each(text: &str, edits: &[Edit]) -> Vec<Edit> {
    let mut letters = Vec::with_capacity(edits.len());
    for edit in edits {
        let Replacement::Text(to) = &edit.to else {
            letters.push(edit.clone());
            continue;
        };
        let from = edit.span.of(text);
        debug_assert_eq!(from.chars().count(), to.chars().count(), "letters stand for one letter each");
        for ((at, c), letter) in from.char_indices().zip(to.chars()).filter(|((_, c), letter)| c != letter) {
            let start = edit.span.start + at;
            letters.push(Edit { span: Span::new(start, start + c.len_utf8()), to: letter.into(), hands: edit.hands });
        }
    }
    letters
}
