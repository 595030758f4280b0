//! WARC and WET, what crawlers of the web keep: ISO 28500, versions 1.0 and 1.1.
//!
//! ```text
//! unpacked bytes ─ Records ─▶ Raw { head, block } ─ page ─▶ Page { bytes, format, declared }
//! ```
//! [`Records`] only cuts, so that one thread can read what many look into; [`Raw::page`] undoes what HTTP wrapped around a text.
//! A file in members of gzip or zstd is unpacked before, one member after the other; all bytes are counted unpacked.
//!
//! What is no record is told as [`Broken`], and reading goes on at the next line that begins with `WARC/1.`. A record that claims
//! more than it has takes with it what it claims. Memory is bounded whatever a file claims, and no byte is read twice.

mod headers;
mod http;
mod record;

use std::io::{self, BufRead, Read};

use headers::{Headers, is_field};
pub use record::{Kind, Page, Raw};

use crate::error::Error;

/// How long the headers of a record may be, in bytes, and how much is kept of a stretch that is broken.
pub const KEPT: usize = 64 << 10;

/// Room made at once for a block, in bytes. A file may claim more than it has.
const ROOM: u64 = 1 << 20;

/// The records of a WARC file, in order. An error is one of the reader beneath, and the last item.
#[derive(Debug)]
pub struct Records<R> {
    reader: R,
    limit: usize,
    /// The line that is looked at: none before the first, behind a block and at the end. Its end is missing if it is very long.
    line: Vec<u8>,
    /// Where it begins.
    start: u64,
    /// Where the next one does.
    byte: u64,
    record: u64,
    is_done: bool,
}

/// A record that was cut out, or a stretch that is none.
pub type Cut = Result<Raw, Broken>;

/// A stretch of a WARC file that cannot be read.
#[derive(Debug)]
pub struct Broken {
    /// Where it begins, in bytes of the unpacked file.
    pub byte: u64,
    /// Its number: it is counted as one record.
    pub record: u64,
    /// The byte behind it.
    pub end: u64,
    /// It as it stands, or its first [`KEPT`] bytes.
    pub raw: Vec<u8>,
    /// Why, in words.
    pub reason: String,
}

impl Broken {
    /// Why; with the record and the byte, without the file.
    pub fn error(&self) -> Error {
        Error::other(self.reason.as_str()).in_part(self.byte as usize).in_record(self.record)
    }
}

enum Fault {
    /// The reader failed: nothing comes after it.
    Reader(io::Error),
    /// The record is broken.
    Record(String),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Reader(error)
    }
}

impl<R: BufRead> Records<R> {
    /// The records of unpacked bytes. A block longer than `limit` bytes is skipped, and told as broken.
    pub const fn new(reader: R, limit: usize) -> Self {
        Self { reader, limit, line: Vec::new(), start: 0, byte: 0, record: 1, is_done: false }
    }

    /// The same of a reader that begins `byte` bytes into the file, where a record with the number `record` begins.
    #[must_use]
    pub fn starting_at(self, byte: u64, record: u64) -> Self {
        Self { start: byte, byte, record, ..self }
    }

    fn cut(&mut self) -> io::Result<Option<Cut>> {
        while is_blank(&self.line) {
            self.advance()?;
            if self.line.is_empty() {
                return Ok(None);
            }
        }
        let mut raw = Raw::new(self.start, self.record, self.limit);
        match self.read(&mut raw) {
            Ok(()) => {
                raw.end = self.start;
                Ok(Some(Ok(raw)))
            }
            Err(Fault::Record(reason)) => self.broken(raw, reason).map(|broken| Some(Err(broken))),
            Err(Fault::Reader(error)) => Err(error),
        }
    }

    /// Reads the record that begins with the line, and looks at the line behind it.
    fn read(&mut self, raw: &mut Raw) -> Result<(), Fault> {
        self.read_head(&mut raw.head)?;
        let length = length(&raw.head).map_err(Fault::Record)?;
        let fits = length <= self.limit as u64;
        let kept = if fits { length } else { length.min(KEPT as u64) };
        raw.block.reserve(kept.min(ROOM) as usize);
        let mut found = self.reader.by_ref().take(kept).read_to_end(&mut raw.block)? as u64;
        found += io::copy(&mut self.reader.by_ref().take(length - kept), &mut io::sink())?;
        self.byte += found;
        if found < length {
            return Err(Fault::Record(format!("expected {length} bytes behind the headers, but the input ends after {found}")));
        }
        self.advance()?;
        if !fits {
            return Err(Fault::Record(format!(
                "expected at most {} bytes in a record, but found {length}; --max-record allows more",
                self.limit
            )));
        }
        if !is_blank(&self.line) && !self.begins_record() {
            return Err(self.unexpected(&format!("an empty line behind {length} bytes")));
        }
        Ok(())
    }

    /// Reads the headers of a record, from the line with the version to the empty one.
    fn read_head(&mut self, head: &mut Vec<u8>) -> Result<(), Fault> {
        if !self.begins_record() {
            return Err(self.unexpected("WARC/1.0 or WARC/1.1"));
        }
        loop {
            head.append(&mut self.line);
            self.advance()?;
            if head.len() + self.line.len() > KEPT {
                return Err(Fault::Record(format!("expected at most {KEPT} bytes of headers, but found more")));
            }
            if !self.line.ends_with(b"\n") {
                return Err(Fault::Record("expected an empty line behind the headers, but the input ends".into()));
            }
            if is_blank(&self.line) {
                head.append(&mut self.line);
                return Ok(());
            }
            if !is_field(&self.line) {
                return Err(self.unexpected("a header such as WARC-Type: response"));
            }
        }
    }

    /// What was begun as `raw` is no record: it ends where the next one begins.
    fn broken(&mut self, raw: Raw, reason: String) -> io::Result<Broken> {
        let Raw { byte, record, head: mut kept, block, .. } = raw;
        keep(&mut kept, &block);
        if self.line.is_empty() {
            self.advance()?;
        }
        while !self.line.is_empty() && !self.begins_record() {
            keep(&mut kept, &self.line);
            self.advance()?;
        }
        Ok(Broken { byte, record, end: self.start, raw: kept, reason })
    }

    /// Looks at the next line.
    fn advance(&mut self) -> io::Result<()> {
        self.line.clear();
        self.start = self.byte;
        self.byte += self.reader.by_ref().take(KEPT as u64).read_until(b'\n', &mut self.line)? as u64;
        if self.line.len() == KEPT && !self.line.ends_with(b"\n") {
            self.byte += self.reader.skip_until(b'\n')? as u64;
        }
        Ok(())
    }

    fn begins_record(&self) -> bool {
        self.line.starts_with(b"WARC/1.")
    }

    fn unexpected(&self, expected: &str) -> Fault {
        let found = self.line.trim_ascii_end();
        let found = String::from_utf8_lossy(found.get(..40).unwrap_or(found));
        Fault::Record(format!("expected {expected}, but found {found:?}"))
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Cut, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        let cut = self.cut().map_err(|error| Error::from(error).in_part(self.byte as usize).in_record(self.record)).transpose();
        self.is_done = !matches!(cut, Some(Ok(_)));
        self.record += 1;
        cut
    }
}

/// Empty, whether it is the last one, and whatever is left of its end.
const fn is_blank(line: &[u8]) -> bool {
    matches!(line, b"" | b"\n" | b"\r\n" | b"\r")
}

fn keep(kept: &mut Vec<u8>, bytes: &[u8]) {
    let room = KEPT.saturating_sub(kept.len()).min(bytes.len());
    kept.extend_from_slice(bytes.get(..room).unwrap_or(bytes));
}

/// How many bytes stand behind these headers.
fn length(head: &[u8]) -> Result<u64, String> {
    let expected = "expected a header Content-Length with a number of bytes, but found";
    let value = Headers(head).get("Content-Length").ok_or_else(|| format!("{expected} none"))?;
    let digits = Some(&*value).filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or_else(|| format!("{expected} {value:?}"))
}
