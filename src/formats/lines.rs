//! Blocks of whole lines: what lets a file larger than memory be worked on by many threads.

use std::io::{self, Read};

use memchr::{memchr_iter, memrchr};

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

    fn read(&mut self) -> Result<Option<Block>, Error> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut looked = 0;
        loop {
            let wanted = self.size.saturating_sub(bytes.len()).max(self.size / 2);
            bytes.reserve(wanted);
            let got = self.reader.by_ref().take(wanted as u64).read_to_end(&mut bytes)?;
            if self.byte == 0 && looked == 0 {
                refuse_utf16(&bytes)?;
            }
            self.done = got == 0;
            let end = memrchr(b'\n', bytes.get(looked..).unwrap_or(&[])).map(|at| looked + at + 1);
            if let Some(end) = end.filter(|_| !self.done && bytes.len() >= self.size) {
                self.rest = bytes.split_off(end);
                break;
            }
            if self.done {
                break;
            }
            if end.is_none() {
                looked = bytes.len();
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        let block = Block { byte: self.byte, line: self.line, bytes };
        self.byte += block.bytes.len();
        self.line += memchr_iter(b'\n', &block.bytes).count() as u64;
        Ok(Some(block))
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
        self.done |= block.is_err();
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
    fn utf16_is_named_once() {
        let error = Blocks::new(&b"\xFF\xFE{\0}\0\n\0"[..]).next().unwrap().unwrap_err();
        assert_eq!(error.to_string(), "byte 0: expected UTF-8, but found the byte order mark of UTF-16");
    }
}
