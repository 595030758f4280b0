//! Blocks of whole records: what lets a file larger than memory be worked on by many threads.

use std::io::Read;

use crate::error::{Error, ErrorKind};

/// How many bytes are asked for at a time. A block is at least one record, so it can be longer, and is shorter at the end.
/// Small enough that a file of some megabytes keeps many threads busy, large enough that handing it over costs nothing.
pub const BLOCK: usize = 1 << 20;

/// How much is kept of a record that is too long: enough to see what it was.
pub const KEPT: usize = 1 << 16;

/// Knows where records end.
pub trait Ends {
    /// How many of these bytes are left of the record that they go on with, its end included; nothing if it does not end in them.
    /// The bytes of a file come in order; what stands behind the end is shown again.
    fn end(&mut self, bytes: &[u8]) -> Option<usize>;
}

/// Records that end with a line feed.
#[derive(Clone, Copy, Debug, Default)]
pub struct LineFeeds;

impl Ends for LineFeeds {
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        memchr::memchr(b'\n', bytes).map(|at| at + 1)
    }
}

/// A reader, cut into blocks between records.
#[derive(Debug)]
pub struct Blocks<R, E> {
    reader: R,
    ends: E,
    /// How long a block is, and how long a record may be, in bytes.
    size: usize,
    limit: usize,
    /// What is read already of the next block, and how much of it `ends` has seen.
    rest: Vec<u8>,
    seen: usize,
    byte: usize,
    record: u64,
    state: State,
    /// Whether the next block is handed over even if there are no records in it.
    is_wanted_empty: bool,
}

#[derive(Debug)]
enum State {
    Open,
    /// Reading goes no further, for this reason.
    Broken(Error),
    Done,
}

/// Some whole records of a file.
#[derive(Debug)]
pub struct Block {
    /// The records, as they stand in the file.
    pub bytes: Vec<u8>,
    /// Where the block begins, in bytes of the file.
    pub byte: usize,
    /// The number of its first record, from 1.
    pub record: u64,
    /// How many records are in it.
    pub records: u64,
    /// How many bytes of the file stand between its own and the next block: of a record that is too long, only the begin is kept.
    pub skipped: usize,
}

impl<R: Read, E: Ends> Blocks<R, E> {
    /// Blocks of about [`BLOCK`] bytes, with records of up to `limit` bytes.
    pub const fn new(reader: R, ends: E, limit: usize) -> Self {
        Self::sized(reader, ends, limit, BLOCK)
    }

    pub(super) const fn sized(reader: R, ends: E, limit: usize, size: usize) -> Self {
        Self {
            reader,
            ends,
            size,
            limit,
            rest: Vec::new(),
            seen: 0,
            byte: 0,
            record: 1,
            state: State::Open,
            is_wanted_empty: false,
        }
    }

    /// The same for a reader that begins in the middle of a file, where a block does: at this byte, with the record of this number.
    #[must_use]
    pub fn starting_at(self, byte: usize, record: u64) -> Self {
        Self { byte, record, ..self }
    }

    /// The same, with a first block even where there are no records: it carries what stands before them.
    #[cfg(feature = "records")]
    #[must_use]
    pub(super) fn with_empty_first(self) -> Self {
        Self { is_wanted_empty: true, ..self }
    }

    /// Where a block ends depends on the bytes from its begin on and on nothing else, so that reading can begin again there.
    fn read(&mut self) -> Result<Option<Block>, Error> {
        let mut bytes = std::mem::take(&mut self.rest);
        let (mut seen, mut size) = (std::mem::take(&mut self.seen), self.size);
        let (mut end, mut records) = (0, 0);
        while end == 0 {
            if bytes.len() > self.limit.max(self.size) {
                return self.skip(bytes).map(Some);
            }
            self.fill(&mut bytes, size)?;
            while let Some(more) = self.ends.end(bytes.get(seen..).unwrap_or_default()) {
                seen += more;
                end = seen;
                records += 1;
            }
            seen = bytes.len();
            if bytes.len() < size {
                break;
            }
            size += self.size;
        }
        if matches!(self.state, State::Open) && bytes.len() >= self.size {
            self.rest = bytes.split_off(end);
            self.seen = self.rest.len();
        } else if end < bytes.len() {
            // The last record of a file need not end; what breaks off is no record.
            match self.state {
                State::Broken(_) => bytes.truncate(end),
                State::Open | State::Done => records += 1,
            }
        }
        Ok(self.block(bytes, records, 0))
    }

    /// Reads over a record that is too long.
    fn skip(&mut self, mut bytes: Vec<u8>) -> Result<Block, Error> {
        let read = bytes.len();
        bytes.truncate(KEPT);
        bytes.shrink_to_fit();
        let mut skipped = read - bytes.len();
        loop {
            let mut more = Vec::new();
            self.fill(&mut more, self.size)?;
            let end = self.ends.end(&more);
            skipped += end.unwrap_or(more.len());
            if let Some(end) = end {
                self.rest = more.split_off(end);
                break;
            }
            if more.len() < self.size {
                break;
            }
        }
        self.block(bytes, 1, skipped).ok_or_else(|| Error::other("a record that is too long has no bytes"))
    }

    fn block(&mut self, bytes: Vec<u8>, records: u64, skipped: usize) -> Option<Block> {
        if bytes.is_empty() && !self.is_wanted_empty {
            return None;
        }
        self.is_wanted_empty = false;
        let block = Block { byte: self.byte, record: self.record, bytes, records, skipped };
        self.byte += block.bytes.len() + skipped;
        self.record += records;
        Some(block)
    }

    /// Reads until there are `size` bytes, or no more. What goes wrong is told when all records before it are handed over.
    fn fill(&mut self, bytes: &mut Vec<u8>, size: usize) -> Result<(), Error> {
        if !matches!(self.state, State::Open) {
            return Ok(());
        }
        let wanted = size.saturating_sub(bytes.len());
        bytes.reserve(wanted);
        if let Err(error) = self.reader.by_ref().take(wanted as u64).read_to_end(bytes) {
            self.state = State::Broken(Error::from(error));
        } else if bytes.len() < size {
            self.state = State::Done;
        }
        if self.byte == 0 {
            refuse_utf16(bytes)?;
        }
        Ok(())
    }
}

/// A line feed is two bytes in UTF-16: cut into lines, every line would fail, with a message that explains nothing.
pub(super) fn refuse_utf16(bytes: &[u8]) -> Result<(), Error> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            Err(Error::at_byte(ErrorKind::WrongEncoding { expected: "UTF-8", found: "the byte order mark of UTF-16" }, 0))
        }
        _ => Ok(()),
    }
}

impl<R: Read, E: Ends> Iterator for Blocks<R, E> {
    type Item = Result<Block, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.read() {
            Ok(Some(block)) => Some(Ok(block)),
            Ok(None) => match std::mem::replace(&mut self.state, State::Done) {
                State::Broken(error) => Some(Err(error.in_part(self.byte).in_record(self.record))),
                State::Open | State::Done => None,
            },
            Err(error) => {
                self.state = State::Done;
                Some(Err(error))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"a\nbc\nlonger than a block or two\n\n\nshort\nx\nlong again, without an end";

    fn sized(text: &[u8], size: usize, limit: usize) -> Blocks<&[u8], LineFeeds> {
        Blocks::sized(text, LineFeeds, limit, size)
    }

    #[test]
    fn any_size_gives_the_same_bytes() {
        for size in 2..TEXT.len() + 2 {
            let (mut byte, mut record) = (0, 1);
            for block in sized(TEXT, size, 1000).map(Result::unwrap) {
                assert_eq!((block.byte, block.record), (byte, record), "blocks of {size} bytes");
                assert_eq!(block.bytes, TEXT.get(byte..byte + block.bytes.len()).unwrap());
                byte += block.bytes.len();
                record += block.records;
            }
            assert_eq!((byte, record), (TEXT.len(), 9));
        }
    }

    #[test]
    fn reading_can_begin_again_between_blocks() {
        for (size, limit) in (2..TEXT.len() + 2).flat_map(|size| [(size, 1000), (size, 5)]) {
            let all = sized(TEXT, size, limit).map(Result::unwrap).collect::<Vec<_>>();
            for (at, block) in all.iter().enumerate() {
                let rest = sized(TEXT.get(block.byte..).unwrap(), size, limit).starting_at(block.byte, block.record);
                let rest = rest.map(Result::unwrap).map(|block| (block.byte, block.record, block.bytes));
                assert!(rest.eq(all.iter().skip(at).map(|block| (block.byte, block.record, block.bytes.clone()))));
            }
        }
    }

    #[test]
    fn records_that_are_too_long_are_read_over() {
        let long = vec![b'x'; 3 * KEPT];
        let text = [b"one\n", &long[..], b"\ntwo\n", &long].concat();
        let blocks = sized(&text, 1024, KEPT).map(Result::unwrap);
        let seen: Vec<_> = blocks.map(|block| (block.byte, block.record, block.bytes.len(), block.skipped)).collect();
        assert_eq!(seen, [(0, 1, 4, 0), (4, 2, KEPT, 2 * KEPT + 1), (3 * KEPT + 5, 3, 4, 0), (3 * KEPT + 9, 4, KEPT, 2 * KEPT)]);
    }

    #[test]
    fn what_breaks_off_is_told_behind_what_is_whole() {
        struct Breaks<'a>(&'a [u8]);
        impl Read for Breaks<'_> {
            fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
                if self.0.is_empty() { Err(std::io::Error::other("the disk is gone")) } else { self.0.read(out) }
            }
        }
        let mut blocks = Blocks::sized(Breaks(b"one\ntwo\nthr"), LineFeeds, 100, 5);
        assert_eq!(blocks.next().unwrap().unwrap().bytes, b"one\n");
        assert_eq!(blocks.next().unwrap().unwrap().bytes, b"two\n");
        assert_eq!(blocks.next().unwrap().unwrap_err().to_string(), "record 3, byte 8: the disk is gone");
        assert!(blocks.next().is_none());
    }

    #[test]
    fn utf16_is_named_once() {
        let error = sized(b"\xFF\xFE{\0}\0\n\0", 1000, 1000).next().unwrap().unwrap_err();
        assert_eq!(error.to_string(), "byte 0: expected UTF-8, but found the byte order mark of UTF-16");
    }
}
