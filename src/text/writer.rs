//! A new text from an old one and its edits.

use super::{Edit, Replacement, Span};

/// A text with its edits made, which are sorted, disjoint and on character boundaries.
pub(super) fn edited(source: &str, edits: &[Edit]) -> String {
    if edits.len() > source.len() / DENSE {
        return Writer::new(source).written(edits);
    }
    let mut text = String::with_capacity(source.len());
    let mut copied = 0;
    for edit in edits {
        text.push_str(Span::new(copied, edit.span.start).of(source));
        text.push_str(edit.to.as_str(&mut [0; 4]));
        copied = edit.span.end;
    }
    text.push_str(source.get(copied..).unwrap_or(""));
    text
}

/// With an edit in so many bytes it pays to copy in blocks, though what comes out has to be proved to be text.
const DENSE: usize = 64;

/// Copies a text piece by piece, most of which are a few letters: these are copied as a block, whose rest is written over.
pub(crate) struct Writer<'a> {
    source: &'a str,
    /// How much of the source has been copied or replaced.
    copied: usize,
    /// What was written, and room for more.
    out: Vec<u8>,
    /// How much was written.
    len: usize,
}

/// How long most pieces are at the most.
const BLOCK: usize = 16;

impl<'a> Writer<'a> {
    fn new(source: &'a str) -> Self {
        Self::within(source, Vec::new())
    }

    /// An empty copy of `source`, that will be written into `room`: whatever stands there goes.
    pub fn within(source: &'a str, room: Vec<u8>) -> Self {
        let mut out = room;
        if out.len() < source.len() + BLOCK {
            out.resize(source.len() + BLOCK, 0);
        }
        Self { source, copied: 0, out, len: 0 }
    }

    /// The text with its edits made.
    fn written(mut self, edits: &[Edit]) -> String {
        for edit in edits {
            match &edit.to {
                Replacement::Short(Some(c)) => self.put(edit.span, *c),
                to => {
                    self.copy_to(edit.span.start);
                    self.push(to.as_str(&mut [0; 4]).as_bytes());
                    self.copied = edit.span.end;
                }
            }
        }
        self.finish()
    }

    /// Copies what stands before `span`, which begins no earlier than the last one ended, and puts a letter in its place.
    #[inline(always)]
    pub fn put(&mut self, span: Span, letter: char) {
        self.copy_to(span.start);
        if letter.is_ascii() {
            self.push_byte(letter as u8);
        } else {
            self.push(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
        self.copied = span.end;
    }

    /// The whole text, and the room that it was written into.
    pub fn boxed(mut self) -> (Box<str>, Vec<u8>) {
        self.copy_to(self.source.len());
        let written = self.out.get(..self.len).unwrap_or_default();
        // All pieces were text.
        let text = simdutf8::basic::from_utf8(written).map_or_else(|_| String::from_utf8_lossy(written).into(), Box::from);
        (text, self.out)
    }

    /// The whole text.
    fn finish(mut self) -> String {
        self.copy_to(self.source.len());
        self.out.truncate(self.len);
        // All pieces were text.
        String::from_utf8(self.out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    #[inline(always)]
    fn copy_to(&mut self, end: usize) {
        let from = self.source.as_bytes().get(self.copied..).unwrap_or_default();
        let count = end - self.copied;
        let block = from.first_chunk::<BLOCK>().filter(|_| count <= BLOCK);
        match (block, self.out.get_mut(self.len..).and_then(<[u8]>::first_chunk_mut::<BLOCK>)) {
            (Some(from), Some(to)) => {
                *to = *from;
                self.len += count;
            }
            _ => self.push(from.get(..count).unwrap_or_default()),
        }
        self.copied = end;
    }

    #[inline(always)]
    fn push_byte(&mut self, byte: u8) {
        match self.out.get_mut(self.len) {
            Some(to) => {
                *to = byte;
                self.len += 1;
            }
            None => self.push(&[byte]),
        }
    }

    #[inline(never)]
    fn push(&mut self, bytes: &[u8]) {
        let end = self.len + bytes.len();
        if end > self.out.len() {
            // What is still to come, and as much again as half of all, so that seldom more has to be made.
            self.out.resize(end + (self.source.len() - self.copied) + self.len / 2 + BLOCK, 0);
        }
        self.out.get_mut(self.len..end).into_iter().for_each(|room| room.copy_from_slice(bytes));
        self.len = end;
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::Hands;

    proptest! {
        #[test]
        fn many_edits_make_what_few_do(
            pieces in vec(("[a-zа-я “]{0,40}", "[a-zа-я]{0,3}", select(vec!["", "a", "е", "…", "and more than a block holds", "x y"])), 0..20),
        ) {
            let mut source = String::new();
            let mut edits = Vec::new();
            let mut expected = String::new();
            for (between, from, to) in pieces {
                source.push_str(&between);
                let span = Span::new(source.len(), source.len() + from.len());
                source.push_str(&from);
                edits.push(Edit { span, to: to.into(), hands: Hands::default() });
                expected.push_str(&between);
                expected.push_str(to);
            }
            prop_assert_eq!(Writer::new(&source).written(&edits), expected.clone());
            prop_assert_eq!(edited(&source, &edits), expected);
        }
    }
}
