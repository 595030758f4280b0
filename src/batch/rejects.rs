//! What could not be read: kept as it stands, with where and why.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::error::Error;

/// How much of a rejected record is kept, in bytes. More would let one hostile record fill the disk.
pub const KEPT: usize = 1 << 16;

/// A line of a file of rejects.
#[derive(Serialize)]
pub(super) struct Rejected<'r> {
    /// The name of the input.
    source: &'r str,
    /// The number of the record in it; null where the input as a whole is meant.
    record: Option<u64>,
    /// Where the record begins, in bytes of the unpacked input.
    byte: u64,
    /// One word.
    reason: &'static str,
    /// In words.
    message: String,
    /// How `raw` stands for the bytes: `utf-8` or `base64`.
    raw_encoding: &'static str,
    /// The record, or its first bytes.
    raw: Cow<'r, str>,
    /// How many bytes it has in the input.
    raw_bytes: u64,
    /// Whether `raw` has less.
    truncated: bool,
}

impl<'r> Rejected<'r> {
    pub(super) fn new(source: &'r str, record: Option<u64>, byte: u64, raw: &'r [u8], error: &Error) -> Self {
        let kept = raw.get(..KEPT).unwrap_or(raw);
        let text = match std::str::from_utf8(kept) {
            Ok(text) => Some(text),
            // Cut within a character.
            Err(error) if error.error_len().is_none() && kept.len() < raw.len() => {
                std::str::from_utf8(kept.get(..error.valid_up_to()).unwrap_or_default()).ok()
            }
            Err(_) => None,
        };
        let (raw_encoding, shown, length) = match text {
            Some(text) => ("utf-8", Cow::Borrowed(text), text.len()),
            None => ("base64", Cow::Owned(STANDARD.encode(kept)), kept.len()),
        };
        Self {
            source,
            record,
            byte,
            reason: error.code(),
            message: error.to_string(),
            raw_encoding,
            raw: shown,
            raw_bytes: raw.len() as u64,
            truncated: length < raw.len(),
        }
    }

    /// The same of a record that has more bytes than were kept.
    pub(super) fn of_length(self, bytes: u64) -> Self {
        Self { raw_bytes: bytes, truncated: self.truncated || bytes > self.raw_bytes, ..self }
    }

    /// Writes the line.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        tracing::debug!(source = self.source, record = self.record, message = self.message, "rejected");
        // Strings and numbers can always be written to memory.
        if serde_json::to_writer(&mut *out, self).is_ok() {
            out.push(b'\n');
        }
    }
}
