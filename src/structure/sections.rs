//! The text of one post as headings and blocks. First lines become chunks by what they look like, then chunks are told
//! apart by their neighbours: a heading is one because of what follows it, an item because it has siblings.
mod chunks;
mod headings;
mod marked;

pub(crate) use marked::Marked;

use super::{
    lines::Line,
    prose,
    shapes::{self, Shape, Style},
    tree::{Block, BlockKind, DropReason, Dropped, Section},
};
use crate::text::Span;

/// Lines that belong together.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    what: What,
    /// First and last line, both in it.
    first: usize,
    last: usize,
    /// Its text without marks.
    body: Span,
    /// Whether an empty line stands before it.
    apart: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Text,
    Heading(u32),
    Item,
    Numbered(Style, u32),
    Code,
    Table,
    Quote(Option<Span>),
    Labelled,
    /// What a term means, which stands on the line above.
    Term(Span),
}

/// Headings and blocks of the post made of `lines`; marks inside go to `dropped`.
pub(crate) fn build(text: &str, lines: &[Line], marked: Option<&Marked>, dropped: &mut Vec<Dropped>) -> Vec<Section> {
    if let Some(marked) = marked {
        return emit(text, lines, &marked::chunk(lines, marked), dropped);
    }
    let mut chunks = chunks::chunk(text, lines, dropped);
    headings::number_headings(text, &mut chunks);
    headings::text_headings(text, lines, &mut chunks);
    headings::label_items(text, &mut chunks);
    emit(text, lines, &chunks, dropped)
}

fn emit(text: &str, lines: &[Line], chunks: &[Chunk], dropped: &mut Vec<Dropped>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for chunk in chunks {
        if let What::Heading(level) = chunk.what {
            let said = chunk.body.of(text).trim_end_matches([':', '：', ' ', '*']);
            let heading = Span::new(chunk.body.start, chunk.body.start + said.len());
            sections.push(Section { heading: Some(heading), level, blocks: Vec::new() });
            continue;
        }
        if sections.is_empty() {
            sections.push(Section { heading: None, level: 0, blocks: Vec::new() });
        }
        let block = block(text, lines, chunk, dropped);
        if let Some(section) = sections.last_mut() {
            section.blocks.push(block);
        }
    }
    sections
}

fn block(text: &str, lines: &[Line], chunk: &Chunk, dropped: &mut Vec<Dropped>) -> Block {
    let own = lines.get(chunk.first..=chunk.last).unwrap_or(&[]);
    let end = own.last().map_or(chunk.body.end, |l| l.span.end);
    let start = own.first().map_or(chunk.body.start, |l| l.span.start);
    match chunk.what {
        What::Code => {
            let start = own.first().map_or(start, |l| l.start);
            Block { kind: BlockKind::Code, label: None, text: Span::new(start, end), joined: None }
        }
        What::Table => {
            let rows: Vec<String> =
                own.iter().map(|l| l.of(text).split('\t').map(str::trim).collect::<Vec<_>>().join("\t")).collect();
            Block { kind: BlockKind::Table, label: None, text: Span::new(start, end), joined: Some(rows.join("\n")) }
        }
        What::Quote(label) => {
            let mut parts = Vec::new();
            let mut first = start;
            for (n, line) in own.iter().enumerate() {
                let body = match shapes::shape(text, line) {
                    Shape::Quote(body) => {
                        dropped.push(Dropped { span: Span::new(line.span.start, body.start), reason: DropReason::Mark });
                        body
                    }
                    _ => line.span,
                };
                if n == 0 {
                    first = body.start;
                }
                parts.push(body.of(text));
            }
            let joined = (parts.len() > 1).then(|| prose::join(parts.into_iter()));
            Block { kind: BlockKind::Quote, label, text: Span::new(first, end), joined }
        }
        _ => {
            let kind = if chunk.what == What::Text { BlockKind::Paragraph } else { BlockKind::Item };
            let label = match chunk.what {
                What::Term(term) => Some((term, chunk.body)),
                _ if kind == BlockKind::Item => shapes::label(text, chunk.body),
                _ => None,
            };
            let (name, body) = label.map_or((None, chunk.body), |(name, body)| (Some(name), body));
            let joined = (chunk.last > chunk.first).then(|| {
                let rest = own.get(1..).unwrap_or(&[]).iter().map(|l| l.of(text));
                prose::join(std::iter::once(body.of(text)).chain(rest))
            });
            Block { kind, label: name, text: Span::new(body.start, end.max(body.end)), joined }
        }
    }
}
