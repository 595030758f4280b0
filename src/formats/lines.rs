//! Blocks of whole lines: what lets a file larger than memory be worked on by many threads.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter, memrchr};

use crate::error::{Error, ErrorKind};

/// How many bytes are asked for at a time. A block is at least one line, so it can be longer, and is shorter at the end.
/// Small enough that a file of some megabytes keeps many threads busy, large enough that handing it over costs nothing.
pub const BLOCK: usize = 1 << 20;

/// A reader, cut into blocks behind line feeds.
#[derive(Debug)]
pub struct Blocks<R> {
    reader: R,
    size: usize,
    rest: Vec<u8>,
    byte: usize,
    line: u64,
    done: bool,
}

/// Some whole lines of a file.
#[derive(Debug)]
pub struct Block {
    /// The lines, as they stand in the file.
    pub bytes: Vec<u8>,
    /// Where the block begins, in bytes of the file.
    pub byte: usize,
    /// The number of its first line, from 1.
    pub line: u64,
}

/// A line of a block.
#[derive(Clone, Copy, Debug)]
pub struct BlockLine<'a> {
    /// The line, without what ends it.
    pub body: &'a [u8],
    /// The line as it stands: with its line feed, or with CR and line feed.
    pub whole: &'a [u8],
    /// Where it begins, in bytes of the file.
    pub byte: usize,
    /// Its number in the file, from 1.
    pub number: u64,
}

impl<R: Read> Blocks<R> {
    /// Blocks of about [`BLOCK`] bytes.
    pub const fn new(reader: R) -> Self {
        Self::sized(reader, BLOCK)
    }

    const fn sized(reader: R, size: usize) -> Self {
        Self { reader, size, rest: Vec::new(), byte: 0, line: 1, done: false }
    }

    /// The same for a reader that begins in the middle of a file, where a block does: at this byte, with the line of this number.
    #[must_use]
    pub fn starting_at(self, byte: usize, line: u64) -> Self {
        Self { byte, line, ..self }
    }

    /// Where a block ends depends on the bytes from its begin on and on nothing else, so that reading can begin again there.
    fn read(&mut self) -> Result<Option<Block>, Error> {
        let mut bytes = std::mem::take(&mut self.rest);
        let (mut looked, mut size) = (0, self.size);
        let end = loop {
            self.fill(&mut bytes, size)?;
            let part = bytes.get(looked..size.min(bytes.len())).unwrap_or_default();
            // As many lines as there is room for; of a line that is longer, all of it.
            let line_feed = match looked {
                0 if bytes.len() < size => None,
                0 => memrchr(b'\n', part),
                _ => memchr(b'\n', part),
            };
            match line_feed {
                Some(at) => break looked + at + 1,
                None if bytes.len() < size => break bytes.len(),
                None => (looked, size) = (size, size + self.size),
            }
        };
        self.rest = bytes.split_off(end);
        if bytes.is_empty() {
            return Ok(None);
        }
        let block = Block { byte: self.byte, line: self.line, bytes };
        self.byte += block.bytes.len();
        self.line += memchr_iter(b'\n', &block.bytes).count() as u64;
        Ok(Some(block))
    }

    /// Reads until there are `size` bytes, or no more.
    fn fill(&mut self, bytes: &mut Vec<u8>, size: usize) -> Result<(), Error> {
        let wanted = size.saturating_sub(bytes.len());
        bytes.reserve(wanted);
        self.reader.by_ref().take(wanted as u64).read_to_end(bytes)?;
        if self.byte == 0 {
            refuse_utf16(bytes)?;
        }
        Ok(())
    }
}

/// A line feed is two bytes in UTF-16: cut into lines, every line would fail, with a message that explains nothing.
fn refuse_utf16(bytes: &[u8]) -> Result<(), Error> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            Err(Error::at_byte(ErrorKind::WrongEncoding { expected: "UTF-8", found: "the byte order mark of UTF-16" }, 0))
        }
        _ => Ok(()),
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = Result<Block, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let block = self.read();
        self.done = !matches!(block, Ok(Some(_)));
        block.transpose()
    }
}

impl Block {
    /// Its lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = BlockLine<'_>> {
        let mut at = 0;
        self.bytes.split_inclusive(|&byte| byte == b'\n').zip(self.line..).map(move |(whole, number)| {
            let body = whole.strip_suffix(b"\n").map_or(whole, |line| line.strip_suffix(b"\r").unwrap_or(line));
            let line = BlockLine { body, whole, byte: self.byte + at, number };
            at += whole.len();
            line
        })
    }
}

impl BlockLine<'_> {
    /// Whether nothing but white space stands on it.
    pub fn is_blank(&self) -> bool {
        self.body.iter().all(u8::is_ascii_whitespace)
    }
}

/// Reads all of `reader`; its own function so that its errors are ours.
pub fn read_all(mut reader: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut reader, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_size_gives_the_same_lines() {
        let text = b"one\r\n\ntwo\na longer line than the rest of them\n\xFFthree\nlast";
        let lines = |size: usize| {
            let blocks = Blocks::sized(&text[..], size).map(Result::unwrap).collect::<Vec<_>>();
            let lines = blocks.iter().flat_map(|block| block.lines());
            lines.map(|line| (line.body.to_vec(), line.whole.len(), line.byte, line.number)).collect::<Vec<_>>()
        };
        let whole = lines(1000);
        assert_eq!(whole.len(), 6);
        assert_eq!(whole.first().unwrap().0, b"one");
        assert_eq!(whole.last().unwrap(), &(b"last".to_vec(), 4, text.len() - 4, 6));
        for size in 2..text.len() + 2 {
            assert_eq!(lines(size), whole, "blocks of {size} bytes");
        }
    }

    #[test]
    fn reading_can_begin_again_between_blocks() {
        let text = b"a\nbc\nlonger than a block or two\n\n\nshort\nx\nlong again, without an end";
        for size in 2..text.len() + 2 {
            let all = Blocks::sized(&text[..], size).map(Result::unwrap).collect::<Vec<_>>();
            for (at, block) in all.iter().enumerate() {
                let rest = Blocks::sized(text.get(block.byte..).unwrap(), size).starting_at(block.byte, block.line);
                let rest = rest.map(Result::unwrap).map(|block| (block.byte, block.line, block.bytes));
                assert!(rest.eq(all.iter().skip(at).map(|block| (block.byte, block.line, block.bytes.clone()))));
            }
        }
    }

    #[test]
    fn utf16_is_named_once() {
        let error = Blocks::new(&b"\xFF\xFE{\0}\0\n\0"[..]).next().unwrap().unwrap_err();
        assert_eq!(error.to_string(), "byte 0: expected UTF-8, but found the byte order mark of UTF-16");
    }
}
