//! BACKSPACE and DELETE that hide typed characters: executed, as a terminal would.

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes};

/// See [`PAGE`].
pub struct Deletions;

static PAGE: Page = Page {
    repairs: "BACKSPACE and DELETE that hide typed characters: executed",
    leaves_alone: "everything without these two controls",
    finds: "U+0008 BACKSPACE and U+007F DELETE. Each takes away itself and the character before it (with its combining marks); \
            several in a row take away several. One with nothing before it on its line is taken away alone.",
    why: "A terminal and many viewers show the text without the deleted characters, while search, filters and models read \
          them: `hex\\u{8}llo` is seen as `hello` and indexed as `hexllo`.",
    example: ("hex\u{8}llo wors\u{8}ld", "hello world"),
    leaves: "Nothing else is touched. A deletion never reaches over the start of its line. The count is in code points with their \
             marks: of an emoji made of several, one BACKSPACE takes the last part.",
};

impl Rule for Deletions {
    fn id(&self) -> &'static str {
        "deletions"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::ERASER
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let mut kept: Vec<Span> = Vec::new(); // what still stands, character by character, marks with their letter
        let mut gone: Vec<Span> = Vec::new(); // what goes, in order of start, touching spans joined
        for (at, c) in line.as_str().char_indices() {
            let span = Span::new(at, at + c.len_utf8());
            let classes = unicode::classes(c);
            if classes.intersects(Classes::ERASER) {
                let mut hole = kept.pop().map_or(span, |last| Span::new(last.start, span.end));
                // What lies between the erased character and its eraser has gone before.
                while let Some(last) = gone.pop_if(|last| last.end >= hole.start) {
                    hole.start = hole.start.min(last.start);
                }
                gone.push(hole);
            } else if classes.intersects(Classes::MARK) && kept.last().is_some_and(|last| last.end == at) {
                if let Some(last) = kept.last_mut() {
                    last.end = span.end;
                }
            } else {
                kept.push(span);
            }
        }
        for span in gone {
            sink.replace(
                span,
                Replacement::Nothing,
                Certainty::Certain,
                Evidence::Fact("a control that deletes what stands before it"),
            );
        }
    }
}
