//! Lines become chunks by what they look like.
mod numbers;

use super::{
    super::{
        cues, prose,
        shapes::{self, Shape},
        tree::{DropReason, Dropped},
    },
    Chunk, Line, What,
};
use crate::text::Span;

struct Cutter<'a> {
    text: &'a str,
    lines: &'a [Line],
    shapes: Vec<Shape>,
    /// For each line, where the next "Click to expand" stands.
    expands: Vec<usize>,
    base: usize,
    /// Whether several short lines have deeper ones below: terms, and what they mean.
    terms: bool,
}

pub(super) fn chunk(text: &str, lines: &[Line], dropped: &mut Vec<Dropped>) -> Vec<Chunk> {
    let mut shapes: Vec<Shape> = lines.iter().map(|l| shapes::shape(text, l)).collect();
    numbers::keep_amounts(text, lines, &mut shapes);
    let mut expands = vec![usize::MAX; lines.len()];
    let mut next = usize::MAX;
    for (i, line) in lines.iter().enumerate().rev() {
        // A quotation's end counts only up to the next quotation's head.
        if is_expand(line.of(text)) {
            next = i;
        } else if quoted(line.of(text)).is_some() {
            if let Some(slot) = expands.get_mut(i) {
                *slot = next;
            }
            next = usize::MAX;
            continue;
        }
        if let Some(slot) = expands.get_mut(i) {
            *slot = next;
        }
    }
    let base = lines.iter().map(|l| l.indent).min().unwrap_or(0);
    let mut cutter = Cutter { text, lines, shapes, expands, base, terms: false };
    cutter.terms = (0..lines.len()).filter(|i| cutter.is_term(*i)).take(2).count() > 1;
    let mut chunks: Vec<Chunk> = Vec::new();
    let (mut at, mut run, mut run_end) = (0, prose::Run::default(), 0);
    while at < lines.len() {
        if at >= run_end {
            run_end = at + 1 + lines.get(at + 1..).unwrap_or(&[]).iter().take_while(|l| l.gap == 0).count();
            run = prose::run(text, lines.get(at..run_end).unwrap_or(&[]));
        }
        at = cutter.take(at, run, chunks.last().copied(), &mut chunks, dropped);
    }
    chunks
}

fn is_expand(said: &str) -> bool {
    said.starts_with(|c: char| !c.is_alphanumeric() || matches!(c, 'c' | 'C' | 'z' | 'Z')) && expands(said)
        || said.len() < 120
            && said.ends_with(['.', '…'])
            && (said.ends_with("...") || said.ends_with('…'))
            && cues::is_expand(&cues::fold(said))
}

fn expands(said: &str) -> bool {
    said.len() < 120 && said.to_lowercase().starts_with("click to expand")
        || said.len() < 120 && cues::fold(said).starts_with("zum vergrößern anklicken")
}

fn quoted(said: &str) -> Option<Span> {
    cues::quote_head(said).or_else(|| cues::quoted_from(said))
}

impl Cutter<'_> {
    /// Takes one chunk, or drops one line, and returns where to go on.
    fn take(&self, at: usize, run: prose::Run, before: Option<Chunk>, out: &mut Vec<Chunk>, dropped: &mut Vec<Dropped>) -> usize {
        let Some(line) = self.lines.get(at) else {
            return at + 1;
        };
        let shape = self.shape(at);
        let apart = line.gap > 0 || at == 0;
        let single = Chunk { what: What::Text, first: at, last: at, body: line.span, apart };
        let mut drop = |span: Span, reason| dropped.push(Dropped { span, reason });
        if is_expand(line.of(self.text)) {
            drop(line.span, DropReason::Button);
            return at + 1;
        }
        match shape {
            Shape::Fence => {
                drop(line.span, DropReason::Mark);
                let end = (at + 1..self.lines.len()).find(|i| self.shape(*i) == Shape::Fence);
                let last = end.unwrap_or(self.lines.len()) - 1;
                if let Some(span) = end.and_then(|e| self.lines.get(e)).map(|l| l.span) {
                    drop(span, DropReason::Mark);
                }
                if last > at {
                    out.push(Chunk { what: What::Code, first: at + 1, last, ..single });
                }
                return end.map_or(self.lines.len(), |e| e + 1);
            }
            Shape::Hash(level, body) => {
                drop(Span::new(line.span.start, body.start), DropReason::Mark);
                out.push(Chunk { what: What::Heading(level), body, ..single });
                return at + 1;
            }
            Shape::Rule(_) => {
                drop(line.span, DropReason::Separator);
                return at + 1;
            }
            Shape::Quote(_) => {
                let more = self.lines.get(at + 1..).unwrap_or(&[]).iter().enumerate();
                let more = more.take_while(|(n, l)| l.gap == 0 && matches!(self.shape(at + 1 + n), Shape::Quote(_))).count();
                out.push(Chunk { what: What::Quote(None), last: at + more, ..single });
                return at + more + 1;
            }
            Shape::Bullet(body) => {
                drop(Span::new(line.span.start, body.start), DropReason::Mark);
                let last = self.item_end(at, run);
                out.push(Chunk { what: What::Item, last, body, ..single });
                return last + 1;
            }
            Shape::Numbered(style, depth, _, body) if !self.is_code(at, before) => {
                drop(Span::new(line.span.start, body.start), DropReason::Mark);
                let last = self.item_end(at, run);
                out.push(Chunk { what: What::Numbered(style, depth), last, body, ..single });
                return last + 1;
            }
            Shape::Row(_) => {
                let more = (at + 1..self.lines.len())
                    .take_while(|i| matches!(self.shape(*i), Shape::Row(_)) && self.lines.get(*i).is_some_and(|l| l.gap == 0))
                    .count();
                if more > 0 {
                    out.push(Chunk { what: What::Table, last: at + more, ..single });
                    return at + more + 1;
                }
            }
            _ => {}
        }
        if let Some(Shape::Rule(sign @ ('=' | '-' | '~' | '─' | '═'))) = self.shapes.get(at + 1)
            && self.lines.get(at + 1).is_some_and(|l| l.gap == 0)
            && line.width <= 80
        {
            let level = if matches!(sign, '=' | '═') || !self.shapes.iter().take(64).any(|s| matches!(s, Shape::Rule('='))) {
                1
            } else {
                2
            };
            out.push(Chunk { what: What::Heading(level), ..single });
            return at + 1;
        }
        if let Some(name) = quoted(line.of(self.text)) {
            let expand = self.expands.get(at).copied().unwrap_or(usize::MAX);
            let last = if expand < self.lines.len() {
                expand.saturating_sub(1)
            } else {
                at + 1 + self.lines.get(at + 2..).unwrap_or(&[]).iter().take_while(|l| l.gap == 0).count()
            };
            // An arrow between the name and the words is a link.
            let arrow = self.lines.get(at + 1).filter(|l| !l.of(self.text).chars().any(char::is_alphanumeric));
            let first = at + 1 + usize::from(arrow.is_some());
            let last = last.min(self.lines.len() - 1);
            if first <= last && self.lines.get(first).is_some_and(|l| l.gap < 2) {
                if let Some(arrow) = arrow {
                    drop(arrow.span, DropReason::Separator);
                }
                out.push(Chunk { what: What::Quote(Some(name.shifted(line.span.start))), first, last, ..single });
                return last + 1;
            }
        }
        if self.terms && self.is_term(at) {
            let indent = line.indent;
            let deeper = |l: &&Line| l.gap == 0 && l.indent >= indent + 2;
            let last = at + self.lines.get(at + 1..).unwrap_or(&[]).iter().take_while(deeper).count();
            let body = self.lines.get(at + 1).map_or(line.span, |l| l.span);
            out.push(Chunk { what: What::Term(line.span), first: at + 1, last, body, ..single });
            return last + 1;
        }
        if self.is_code(at, before) {
            let last = self.code_end(at);
            out.push(Chunk { what: What::Code, last, ..single });
            return last + 1;
        }
        let mut last = at;
        while let (Some(a), Some(b)) = (self.lines.get(last), self.lines.get(last + 1)) {
            if matches!(self.shape(last + 1), Shape::Plain | Shape::Row(_)) && run.continues(self.text, a, b) {
                last += 1
            } else {
                break;
            }
        }
        out.push(Chunk { last, ..single });
        last + 1
    }

    /// Whether a short line at the margin has plain words straight below it that stand deeper.
    fn is_term(&self, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.lines.get(at), self.lines.get(at + 1)) else { return false };
        let plain = |at: usize| self.shape(at) == Shape::Plain;
        let said = line.of(self.text);
        line.indent == self.base
            && line.width <= 40
            && next.gap == 0
            && next.indent >= line.indent + 2
            && plain(at)
            && plain(at + 1)
            && said.starts_with(char::is_alphanumeric)
            && !shapes::ends_sentence(said)
            && !shapes::codey(said)
            && shapes::ends_sentence(next.of(self.text))
            && !shapes::codey(next.of(self.text))
            && !next.of(self.text).ends_with([':', ';', '{'])
    }

    fn shape(&self, at: usize) -> Shape {
        self.shapes.get(at).copied().unwrap_or(Shape::Plain)
    }

    /// The last line of the item that begins at `at`.
    fn item_end(&self, at: usize, run: prose::Run) -> usize {
        let mut last = at;
        while let (Some(a), Some(b)) = (self.lines.get(last), self.lines.get(last + 1)) {
            let inside = b.indent > self.lines.get(at).map_or(0, |l| l.indent) && b.gap == 0;
            if self.shape(last + 1) == Shape::Plain && (inside || run.continues(self.text, a, b)) {
                last += 1
            } else {
                break;
            }
        }
        last
    }

    fn is_code(&self, at: usize, before: Option<Chunk>) -> bool {
        let Some(line) = self.lines.get(at) else {
            return false;
        };
        let after_item = before.is_some_and(|c| matches!(c.what, What::Item | What::Numbered(..)));
        let open = line.gap > 0 || before.is_none_or(|c| c.what == What::Code || c.body.of(self.text).ends_with(':'));
        if line.indent >= self.base + 4 && open && !after_item && !matches!(self.shape(at), Shape::Numbered(..)) {
            return true;
        }
        let Some(next) = self.lines.get(at + 1).filter(|l| l.gap == 0) else {
            return false;
        };
        let said = line.of(self.text);
        let goes_on = shapes::codey(next.of(self.text)) || next.indent > line.indent + 1 || self.opens_block(at + 1);
        !matches!(self.shape(at), Shape::Numbered(..)) && shapes::codey(said) && goes_on
    }

    /// Whether a line with a colon stands above a deeper one that reads like code, or opens a block in turn.
    fn opens_block(&self, at: usize) -> bool {
        let colon = |line: &Line| line.of(self.text).ends_with([':', '{']);
        let Some(line) = self.lines.get(at).filter(|line| colon(line)) else { return false };
        let deeper = self.lines.get(at + 1).filter(|next| next.gap == 0 && next.indent >= line.indent + 2);
        deeper.is_some_and(|next| {
            let below = self.lines.get(at + 2).filter(|below| colon(next) && below.gap == 0 && below.indent >= next.indent + 2);
            shapes::codey(next.of(self.text)) || below.is_some_and(|below| shapes::codey(below.of(self.text)))
        })
    }

    fn code_end(&self, at: usize) -> usize {
        let indented = self.lines.get(at).is_some_and(|l| l.indent >= self.base + 4);
        let mut last = at;
        while let Some(next) = self.lines.get(last + 1) {
            let deep = next.indent >= self.base + 2;
            let goes_on = if next.gap > 0 {
                next.gap <= 2 && (next.indent >= self.base + 4 || !indented && shapes::codey(next.of(self.text)))
            } else {
                deep || !indented
                    && (self.opens_block(last + 1)
                        || shapes::codey(next.of(self.text))
                        || !shapes::ends_sentence(next.of(self.text)))
            };
            if !goes_on {
                break;
            }
            last += 1;
        }
        last
    }
}
