//! From bytes to lines and columns.

use super::issue::Place;

/// Places in a text, moved forwards only: linear for all questions together. Lines end at LF; columns count code points from 1.
pub struct Places<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
    /// Where the line begins.
    start: usize,
    column: usize,
}

impl<'a> Places<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, byte: 0, line: 1, start: 0, column: 1 }
    }

    /// The place of a byte at or behind the last one that was asked for.
    pub fn at(&mut self, byte: usize) -> Place {
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        match passed.rfind('\n') {
            Some(at) => {
                self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
                self.start = self.byte + at + 1;
                self.column = 1 + passed.get(at + 1..).unwrap_or_default().chars().count();
            }
            None => self.column += passed.chars().count(),
        }
        self.byte = byte.max(self.byte);
        Place { line: self.line, column: self.column }
    }

    /// Where the line of the last answer begins.
    pub const fn line_start(&self) -> usize {
        self.start
    }
}
