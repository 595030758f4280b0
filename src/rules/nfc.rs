//! Letters that come apart: a letter and its mark become the one character that both NFC and a keyboard make.

use unicode_normalization::UnicodeNormalization;

use super::{Certainty, Evidence, Group, Line, Page, Rule, Sink};
use crate::text::Span;
use crate::unicode::{self, Classes};

/// See [`PAGE`].
pub struct Nfc;

static PAGE: Page = Page {
    repairs: "canonical composition: a letter and its marks become one character, marks come in canonical order",
    leaves_alone: "what NFC would replace or take apart: Ω, K and Å signs, the Greek question mark, composed nukta letters",
    finds: "A character followed by combining marks (or by Hangul jamo that join it) that Normalization Form C (UAX #15) writes \
            otherwise: composed, or in another order.",
    why: "`é` and `e` + U+0301 look the same and compare different: search finds one and misses the other.",
    example: ("Cafe\u{301} Zu\u{308}rich", "Café Zürich"),
    leaves: "Single characters, and a sequence that holds one which NFC would change alone. NFC replaces some of them by others \
             (OHM SIGN, GREEK QUESTION MARK, CJK compatibility ideographs) and takes composed nukta letters apart; these are how \
             genuine text is typed, so they stay.",
};

impl Rule for Nfc {
    fn id(&self) -> &'static str {
        "nfc"
    }

    fn group(&self) -> Group {
        Group::Tidy
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::NFC
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let mut chars = text.char_indices().peekable();
        while let Some((at, first)) = chars.next() {
            let mut end = at + first.len_utf8();
            let mut count = 1usize;
            while let Some((next, c)) = chars.next_if(|&(_, c)| continues(c)) {
                end = next + c.len_utf8();
                count += 1;
            }
            let span = Span::new(at, end);
            if count == 1 || span.of(text).chars().any(is_changed_alone) {
                continue;
            }
            let composed: String = span.of(text).nfc().collect();
            if composed != span.of(text) {
                sink.replace(span, &*composed, Certainty::Certain, Evidence::Fact(&"canonically equivalent (UAX #15)"));
            }
        }
    }
}

/// Whether canonical composition could join `c` to what stands before it, or move it.
fn continues(c: char) -> bool {
    let classes = unicode::classes(c);
    classes.intersects(Classes::REORDERED) || classes.intersects(Classes::NFC) && !is_changed_alone(c)
}

/// Whether NFC replaces the character even when it stands alone.
fn is_changed_alone(c: char) -> bool {
    unicode::classes(c).intersects(Classes::NFC) && !std::iter::once(c).nfc().eq(std::iter::once(c))
}
