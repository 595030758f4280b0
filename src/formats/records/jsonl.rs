//! JSON Lines as records: a line that is not blank is one.

use super::{BOM, Content, Fields, Position, Record, Reject, Values, reject, too_long};
use crate::error::Error;
use crate::formats::blocks::Block;
use crate::formats::jsonl::Row;
use crate::formats::lines::BlockLine;

/// A line, parsed.
#[derive(Debug)]
pub(super) struct Line<'c> {
    pub(super) row: Row<'c>,
    pub(super) line: BlockLine<'c>,
}

pub(super) fn records<'c>(
    block: &'c Block,
    fields: Fields<'c>,
    limit: usize,
) -> impl Iterator<Item = Result<Record<'c>, Reject>> + 'c {
    block.lines().filter(|line| !line.is_blank()).map(move |line| {
        let position = Position { record: line.number, byte: line.byte as u64 };
        if line.whole.len() > limit {
            return Err(too_long(position, line.whole, line.whole.len(), limit));
        }
        record(position, line, fields).map_err(|error| reject(position, line.whole, error))
    })
}

fn record<'c>(position: Position, line: BlockLine<'c>, fields: Fields<'c>) -> Result<Record<'c>, Error> {
    let row = Row::parse(line.body)?;
    let (id, content) = (row.value(fields.id), Content::Text(row.string(fields.text)?));
    Ok(Record { position, id, content, values: Values::Line(Line { row, line }) })
}

impl<'c> Line<'c> {
    /// The object as it stands.
    pub(super) fn body(&self) -> &'c [u8] {
        self.line.body.strip_prefix(BOM).unwrap_or(self.line.body)
    }

    /// The line with another text in a field; byte order mark and line end stay.
    pub(super) fn with(&self, name: &str, text: &str) -> Vec<u8> {
        let BlockLine { body, whole, .. } = self.line;
        let mark = if body.starts_with(BOM) { BOM } else { &[] };
        [mark, self.row.with(name, text).as_bytes(), whole.get(body.len()..).unwrap_or_default()].concat()
    }
}
