//! JSON Lines: a record is a line.

use super::{BOM, Content, Fields, Position, Record, Records, Reject, Rewritten, Values};
use crate::error::Error;
use crate::formats::blocks::Block;
use crate::formats::jsonl::Row;
use crate::formats::lines::BlockLine;

pub(super) fn records<'c>(block: &'c Block, asked: Fields<'c>) -> Records<'c> {
    let lines = block.lines().filter(|line| !line.is_blank());
    Box::new(lines.map(move |line| record(line, asked).map_err(|error| Reject::new(position(&line), line.whole, error))))
}

fn record<'c>(line: BlockLine<'c>, asked: Fields<'_>) -> Result<Record<'c>, Error> {
    let row = Row::parse(line.body)?;
    Ok(Record {
        position: position(&line),
        id: row.value(asked.id),
        content: Content::Text(row.string(asked.text)?),
        values: Values::Row(row, line),
    })
}

const fn position(line: &BlockLine<'_>) -> Position {
    Position { record: line.number, byte: line.byte as u64 }
}

/// Filled from the first row on that is not written as it stands; in most blocks, nothing is copied line by line.
pub(super) fn rewritten(
    block: Block,
    asked: Fields<'_>,
    keeps_rejects: bool,
    mut rewrite: impl FnMut(&str) -> Option<String>,
) -> Rewritten {
    let mut out = Rewritten::default();
    let mut copied = 0;
    for line in block.lines().filter(|line| !line.is_blank()) {
        let start = line.byte - block.byte;
        match row(line.body, asked.text, &mut rewrite) {
            Ok(None) => {}
            Ok(Some(row)) => {
                out.is_changed = true;
                out.bytes.extend_from_slice(block.bytes.get(copied..start).unwrap_or_default());
                out.bytes.extend_from_slice(if line.body.starts_with(BOM) { BOM } else { b"" });
                out.bytes.extend_from_slice(row.as_bytes());
                copied = start + line.body.len();
            }
            Err(error) => {
                out.rejects.push(Reject::new(position(&line), line.whole, error));
                if !keeps_rejects {
                    out.bytes.extend_from_slice(block.bytes.get(copied..start).unwrap_or_default());
                    copied = start + line.whole.len();
                }
            }
        }
    }
    if copied == 0 {
        out.bytes = block.bytes;
    } else {
        out.bytes.extend_from_slice(block.bytes.get(copied..).unwrap_or_default());
    }
    out
}

/// The row with another text, where there is one.
fn row(line: &[u8], field: &str, rewrite: &mut impl FnMut(&str) -> Option<String>) -> Result<Option<String>, Error> {
    let row = Row::parse(line)?;
    let text = row.string(field)?;
    Ok(rewrite(&text).map(|text| row.with(field, &text)))
}
