//! WARC and WET as records: one for each page, or text, that a crawler has kept.

use std::borrow::Cow;
use std::io::BufReader;

use super::reader::Bytes;
use super::{Content, Fields, Position, Record, Records, Reject, Values, reject, too_long, write_object};
use crate::decode::Encoding;
use crate::document::Captured;
use crate::error::Error;
use crate::formats::blocks::BLOCK;
use crate::formats::jsonl::quote;
use crate::formats::warc::{self, Cut, Raw};
use crate::markup::declared_encoding;

/// How much is read at a time.
const BUFFER: usize = 1 << 16;

/// The records of a file, some at a time.
pub(super) struct Batches {
    records: warc::Records<BufReader<Bytes>>,
    at: Position,
    /// Why reading goes no further.
    failed: Option<Error>,
}

/// Short names for what is asked of pages most.
const NAMES: [(&str, &str); 3] = [("id", "WARC-Record-ID"), ("url", "WARC-Target-URI"), ("captured", "WARC-Date")];

impl Batches {
    pub(super) fn new(reader: Bytes, at: Position, limit: usize) -> Self {
        let reader = BufReader::with_capacity(BUFFER, reader);
        Self { records: warc::Records::new(reader, limit).starting_at(at.byte, at.record), at, failed: None }
    }
}

impl Iterator for Batches {
    type Item = Result<(Position, Position, Vec<Cut>), Error>;

    /// Where a batch ends depends on its records and on nothing else.
    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failed.take() {
            return Some(Err(error));
        }
        let start = self.at;
        let mut cuts = Vec::new();
        while self.at.byte - start.byte < BLOCK as u64 {
            match self.records.next() {
                Some(Ok(cut)) => {
                    let (Ok(Raw { end, .. }) | Err(warc::Broken { end, .. })) = &cut;
                    self.at = Position { record: self.at.record + 1, byte: *end };
                    cuts.push(cut);
                }
                Some(Err(error)) if cuts.is_empty() => return Some(Err(error)),
                Some(Err(error)) => {
                    self.failed = Some(error);
                    break;
                }
                None => break,
            }
        }
        (!cuts.is_empty()).then_some(Ok((start, self.at, cuts)))
    }
}

pub(super) fn records<'c>(cuts: &'c [Cut], asked: Fields<'c>, limit: usize) -> Records<'c> {
    Box::new(cuts.iter().filter_map(move |cut| match cut {
        Ok(raw) => record(raw, asked).transpose(),
        Err(broken) => {
            let position = Position { record: broken.record, byte: broken.byte };
            let bytes = broken.end - broken.byte;
            if bytes > limit as u64 {
                return Some(Err(too_long(position, &broken.raw, usize::try_from(bytes).unwrap_or(usize::MAX), limit)));
            }
            Some(Err(Reject { bytes, ..reject(position, &broken.raw, Error::other(broken.reason.as_str())) }))
        }
    }))
}

/// The page in a record, if it holds one.
fn record<'c>(raw: &'c Raw, asked: Fields<'_>) -> Result<Option<Record<'c>>, Reject> {
    let position = Position { record: raw.record, byte: raw.byte };
    // The error names record and byte itself.
    let page = raw.page().map_err(|error| Reject { error: Box::new(error), ..set_aside(raw, Error::other("")) })?;
    Ok(page.map(|page| {
        let declared = page.declared.as_deref().and_then(Encoding::named);
        let declared = declared.or_else(|| (page.format == "html").then(|| declared_encoding(&page.bytes)).flatten());
        let content = Content::Page { bytes: page.bytes, format: page.format, declared };
        Record { position, id: value(raw, asked.id), content, values: Values::Warc(raw) }
    }))
}

/// A header, by its name or by a short one.
pub(super) fn value<'c>(raw: &'c Raw, name: &str) -> Option<Cow<'c, str>> {
    raw.header(name).or_else(|| raw.header(NAMES.iter().find(|(short, _)| *short == name)?.1))
}

/// When the page was got. It is of no use where it is no date.
pub(super) fn captured(raw: &Raw) -> Option<Captured> {
    raw.header("WARC-Date")?.parse().ok()
}

/// Writes the record as an object: its id, address and date, and a text.
pub(super) fn write_json(raw: &Raw, name: &str, text: &str, out: &mut Vec<u8>) {
    let values = NAMES.iter().filter_map(|&(short, header)| Some((short, Cow::Owned(quote(&raw.header(header)?)))));
    write_object(values.chain([(name, Cow::Owned(quote(text)))]), out);
}

pub(super) fn set_aside(raw: &Raw, error: Error) -> Reject {
    let position = Position { record: raw.record, byte: raw.byte };
    Reject { bytes: raw.end - raw.byte, ..reject(position, &[&raw.head[..], &raw.block].concat(), error) }
}
