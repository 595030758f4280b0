//! From the visible text back to the source.
use crate::text::Span;

/// Which stretch of the source each stretch of the visible text came from. What was generated (line breaks between blocks,
/// tabs between cells) came from nowhere.
#[derive(Clone, Debug, Default)]
pub struct TextMap {
    /// In the order of the text, which is the order of the source.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    text: Span,
    source: Span,
    /// Whether it stands byte for byte for its source. Any other (a character reference) is taken as a whole.
    literal: bool,
}

impl TextMap {
    /// The bytes of the text in `text` came from `source`, byte for byte if `literal`.
    pub(super) fn push(&mut self, text: Span, source: Span, literal: bool) {
        let piece = Piece { text, source, literal: literal && text.len() == source.len() };
        match self.pieces.last_mut() {
            Some(last) if last.literal && piece.literal && last.text.end == text.start && last.source.end == source.start => {
                last.text.end = text.end;
                last.source.end = source.end;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// The source of a span of the text, with the marks inside it and without those at its ends.
    pub fn source_span(&self, span: Span) -> Span {
        let first = self.pieces.partition_point(|piece| piece.text.end <= span.start);
        let start = match self.pieces.get(first) {
            Some(piece) if piece.literal && span.start > piece.text.start => piece.source.start + (span.start - piece.text.start),
            Some(piece) => piece.source.start,
            None => self.pieces.last().map_or(0, |piece| piece.source.end),
        };
        if span.is_empty() {
            return Span::new(start, start);
        }
        let last = self.pieces.partition_point(|piece| piece.text.start < span.end);
        let end = match last.checked_sub(1).and_then(|at| self.pieces.get(at)) {
            Some(piece) if piece.literal && span.end < piece.text.end => piece.source.end - (piece.text.end - span.end),
            Some(piece) => piece.source.end,
            None => start,
        };
        Span::new(start, end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_taken_whole_and_breaks_come_from_nowhere() {
        // "a&amp;b</p><p>c" reads "a&b\n\nc".
        let mut map = TextMap::default();
        map.push(Span::new(0, 1), Span::new(0, 1), true);
        map.push(Span::new(1, 2), Span::new(1, 6), false);
        map.push(Span::new(2, 3), Span::new(6, 7), true);
        map.push(Span::new(5, 6), Span::new(14, 15), true);
        for (text, source) in [
            ((0, 1), (0, 1)),
            ((1, 2), (1, 6)),
            ((0, 3), (0, 7)),
            ((2, 4), (6, 7)),
            ((4, 6), (14, 15)),
            ((3, 5), (14, 14)),
            ((6, 6), (15, 15)),
        ] {
            assert_eq!(map.source_span(Span::new(text.0, text.1)), Span::new(source.0, source.1), "{text:?}");
        }
    }
}
