//! Chunks of a page whose marks say what each line is: nothing is guessed by shape.
use super::{Chunk, Line, What};
use crate::{markup::Layout, text::Span};

/// What the marks say of stretches of the text, outermost first where they begin together.
pub(crate) struct Marked {
    parts: Vec<(Span, Part)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Heading(u32),
    Item,
    Code,
    Quote,
    Table,
}

impl Marked {
    /// Takes from the layout what makes blocks.
    pub(crate) fn new(layout: &Layout, text: &str) -> Self {
        let mut parts = Vec::new();
        for element in layout.elements.iter().filter(|e| !e.span.is_empty()) {
            let part = match layout.tag(element) {
                "h1" => Part::Heading(1),
                "h2" => Part::Heading(2),
                "h3" => Part::Heading(3),
                "h4" => Part::Heading(4),
                "h5" => Part::Heading(5),
                "h6" => Part::Heading(6),
                "li" | "dt" | "dd" => Part::Item,
                "pre" | "listing" | "xmp" => Part::Code,
                "blockquote" => Part::Quote,
                // A row that breaks lines lays out a page.
                "tr" if element.span.of(text).contains('\t') && !element.span.of(text).contains('\n') => Part::Table,
                _ => continue,
            };
            parts.push((element.span, part));
        }
        Self { parts }
    }

    /// The parts that hold `line`, innermost first.
    fn over(&self, line: Span) -> impl Iterator<Item = (Span, Part)> {
        let last = self.parts.partition_point(|part| part.0.start <= line.start);
        self.parts.get(..last).unwrap_or(&[]).iter().rev().take(NEAREST).copied().filter(move |part| part.0.end >= line.end)
    }
}

/// How many parts back one is looked for that holds a line.
const NEAREST: usize = 64;

/// Cuts `lines` at the marks.
pub(super) fn chunk(lines: &[Line], marked: &Marked) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let parts: Vec<(Span, Part)> = marked.over(line.span).collect();
        let outer = |wanted: Part| parts.iter().rev().find(|part| part.1 == wanted).map(|part| part.0);
        let till = |end: usize| lines.partition_point(|l| l.span.end <= end).max(at + 1) - 1;
        let single = Chunk { what: What::Text, first: at, last: at, body: line.span, apart: line.gap > 0 || at == 0 };
        let chunk = if let Some(quote) = outer(Part::Quote) {
            Chunk { what: What::Quote(None), last: till(quote.end), ..single }
        } else if let Some(code) = outer(Part::Code) {
            Chunk { what: What::Code, last: till(code.end), ..single }
        } else if let Some(Part::Heading(level)) = parts.iter().map(|part| part.1).find(|p| matches!(p, Part::Heading(_))) {
            Chunk { what: What::Heading(level), ..single }
        } else if outer(Part::Table).is_some() {
            let rows = lines.iter().skip(at).take_while(|l| marked.over(l.span).any(|part| part.1 == Part::Table)).count();
            Chunk { what: What::Table, last: at + rows.max(1) - 1, ..single }
        } else if parts.iter().any(|part| part.1 == Part::Item && part.0.start >= line.start) {
            Chunk { what: What::Item, ..single }
        } else {
            single
        };
        at = chunk.last + 1;
        chunks.push(chunk);
    }
    chunks
}
