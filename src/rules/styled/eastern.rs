//! Arabic and Hebrew letters in a shape of their own: presentation forms, signs of mathematics.
//!
//! Old files are written in presentation forms throughout, and read well; so only a word that mixes them with plain letters says that
//! somebody meant to hide it. What an Arabic keyboard types by itself (the ligature of lam and alef) has no single plain letter, and so is
//! no styled one.

use super::super::{Certainty, Evidence, Sink};
use crate::text::Span;
use crate::unicode::{self, Classes, Script, Style};

/// Repairs the words that mix both kinds of letter.
pub(super) fn find(text: &str, sink: &mut Sink) {
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        if let Some((plain, Style::Positional | Style::Letterlike)) = styled(c, classes) {
            word.styled.push((Span::new(at, at + c.len_utf8()), plain));
            word.is_spelling |= plain != HEH;
        } else if classes.intersects(Classes::LETTER) {
            let is_plain = !matches!(c, '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}');
            word.has_plain |= is_plain && matches!(unicode::script(c), Script::Arabic | Script::Hebrew);
        } else if !classes.intersects(Classes::MARK) {
            word.end(sink);
        }
    }
    word.end(sink);
}

/// Kurdish and Urdu write a form of this letter among plain ones where they want its looks.
const HEH: char = 'ه';

fn styled(c: char, classes: Classes) -> Option<(char, Style)> {
    classes.intersects(Classes::STYLED).then(|| unicode::styled(c)).flatten()
}

/// What was met of a word.
#[derive(Default)]
struct Word {
    /// Its styled letters, with the plain ones.
    styled: Vec<(Span, char)>,
    /// One of them is not merely a way to write heh.
    is_spelling: bool,
    /// It has plain letters of these scripts.
    has_plain: bool,
}

impl Word {
    fn end(&mut self, sink: &mut Sink) {
        let word = std::mem::take(self);
        let (Some((first, _)), Some((last, _))) = (word.styled.first(), word.styled.last()) else { return };
        if !(word.has_plain && word.is_spelling) {
            return;
        }
        let why = Evidence::Fact(&"special shapes of letters inside a word of plain ones");
        sink.report(Span::new(first.start, last.end), Certainty::Certain, why);
        for (span, plain) in word.styled {
            sink.edit(span, plain);
        }
    }
}
