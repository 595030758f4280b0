//! The lines of a block.

use std::io::{self, Read};

use super::blocks::Block;
use crate::error::Error;

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

impl Block {
    /// Its lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = BlockLine<'_>> {
        let mut at = 0;
        self.bytes.split_inclusive(|&byte| byte == b'\n').zip(self.record..).map(move |(whole, number)| {
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
    fn lines_know_their_place() {
        let bytes = b"one\r\n\ntwo\n\xFFthree\nlast".to_vec();
        let block = Block { bytes, byte: 100, record: 7, records: 5, skipped: 0 };
        let lines: Vec<_> = block.lines().map(|line| (line.body, line.whole.len(), line.byte, line.number)).collect();
        let expected: [(&[u8], _, _, _); 5] =
            [(b"one", 5, 100, 7), (b"", 1, 105, 8), (b"two", 4, 106, 9), (b"\xFFthree", 7, 110, 10), (b"last", 4, 117, 11)];
        assert_eq!(lines, expected);
    }
}
