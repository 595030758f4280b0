//! The text of one post as headings and blocks. First lines become chunks by what they look like, then chunks are told
//! apart by their neighbours: a heading is one because of what follows it, an item because it has siblings.
use super::{
    cues, lines::Line, prose,
    shapes::{self, Shape, Style},
    tree::{Block, BlockKind, DropReason, Dropped, Section},
    vocabulary,
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
}

/// Headings and blocks of the post made of `lines`; marks inside go to `dropped`.
pub(crate) fn build(text: &str, lines: &[Line], dropped: &mut Vec<Dropped>) -> Vec<Section> {
    let mut chunks = chunk(text, lines, dropped);
    number_headings(text, &mut chunks);
    text_headings(text, lines, &mut chunks);
    label_items(text, &mut chunks);
    emit(text, lines, &chunks, dropped)
}

struct Cutter<'a> {
    text: &'a str,
    lines: &'a [Line],
    shapes: Vec<Shape>,
    /// For each line, where the next "Click to expand" stands.
    expands: Vec<usize>,
    base: usize,
}

fn chunk(text: &str, lines: &[Line], dropped: &mut Vec<Dropped>) -> Vec<Chunk> {
    let shapes: Vec<Shape> = lines.iter().map(|l| shapes::shape(text, l)).collect();
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
    let cutter = Cutter { text, lines, shapes, expands, base };
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
    said.len() < 120 && said.to_lowercase().starts_with("click to expand") || said.len() < 120 && cues::fold(said).starts_with("zum vergrößern anklicken")
}

fn quoted(said: &str) -> Option<Span> {
    cues::quote_head(said).or_else(|| cues::quoted_from(said))
}

impl Cutter<'_> {
    /// Takes one chunk, or drops one line, and returns where to go on.
    fn take(&self, at: usize, run: prose::Run, before: Option<Chunk>, out: &mut Vec<Chunk>, dropped: &mut Vec<Dropped>) -> usize {
        let Some(line) = self.lines.get(at) else { return at + 1 };
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
                let more = (at + 1..self.lines.len()).take_while(|i| matches!(self.shape(*i), Shape::Row(_)) && self.lines.get(*i).is_some_and(|l| l.gap == 0)).count();
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
            let level = if matches!(sign, '=' | '═') || !self.shapes.iter().take(64).any(|s| matches!(s, Shape::Rule('='))) { 1 } else { 2 };
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
            let mut first = at + 1;
            // An arrow between the name and the words is a link.
            if let Some(arrow) = self.lines.get(first).filter(|l| !l.of(self.text).chars().any(char::is_alphanumeric)) {
                drop(arrow.span, DropReason::Separator);
                first += 1;
            }
            let last = last.min(self.lines.len() - 1);
            if first <= last && self.lines.get(first).is_some_and(|l| l.gap < 2) {
                out.push(Chunk { what: What::Quote(Some(name.shifted(line.span.start))), first, last, ..single });
                return last + 1;
            }
        }
        if self.is_code(at, before) {
            let last = self.code_end(at);
            out.push(Chunk { what: What::Code, last, ..single });
            return last + 1;
        }
        let mut last = at;
        while let (Some(a), Some(b)) = (self.lines.get(last), self.lines.get(last + 1)) {
            if matches!(self.shape(last + 1), Shape::Plain | Shape::Row(_)) && run.continues(self.text, a, b) { last += 1 } else { break }
        }
        out.push(Chunk { last, ..single });
        last + 1
    }

    fn shape(&self, at: usize) -> Shape {
        self.shapes.get(at).copied().unwrap_or(Shape::Plain)
    }

    /// The last line of the item that begins at `at`.
    fn item_end(&self, at: usize, run: prose::Run) -> usize {
        let mut last = at;
        while let (Some(a), Some(b)) = (self.lines.get(last), self.lines.get(last + 1)) {
            let inside = b.indent > self.lines.get(at).map_or(0, |l| l.indent) && b.gap == 0;
            if self.shape(last + 1) == Shape::Plain && (inside || run.continues(self.text, a, b)) { last += 1 } else { break }
        }
        last
    }

    fn is_code(&self, at: usize, before: Option<Chunk>) -> bool {
        let Some(line) = self.lines.get(at) else { return false };
        let after_item = before.is_some_and(|c| matches!(c.what, What::Item | What::Numbered(..)));
        let open = line.gap > 0 || before.is_none_or(|c| c.what == What::Code || c.body.of(self.text).ends_with(':'));
        if line.indent >= self.base + 4 && open && !after_item && !matches!(self.shape(at), Shape::Numbered(..)) {
            return true;
        }
        let Some(next) = self.lines.get(at + 1).filter(|l| l.gap == 0) else { return false };
        let said = line.of(self.text);
        let goes_on = shapes::codey(next.of(self.text)) || next.indent > line.indent + 1;
        !matches!(self.shape(at), Shape::Numbered(..)) && shapes::codey(said) && goes_on
    }

    fn code_end(&self, at: usize) -> usize {
        let indented = self.lines.get(at).is_some_and(|l| l.indent >= self.base + 4);
        let mut last = at;
        while let Some(next) = self.lines.get(last + 1) {
            let deep = next.indent >= self.base + 2;
            let goes_on = if next.gap > 0 {
                next.gap <= 2 && (next.indent >= self.base + 4 || !indented && shapes::codey(next.of(self.text)))
            } else {
                deep || !indented && (shapes::codey(next.of(self.text)) || !shapes::ends_sentence(next.of(self.text)))
            };
            if !goes_on {
                break;
            }
            last += 1;
        }
        last
    }
}

/// Numbered lines are headings when text stands between them, and items when they follow each other.
fn number_headings(text: &str, chunks: &mut [Chunk]) {
    let (mut short, mut all, mut led) = (0, 0, 0);
    for (i, c) in chunks.iter().enumerate() {
        let What::Numbered(Style::Dot, 1) = c.what else { continue };
        all += 1;
        short += usize::from(heading_like(text, c));
        led += usize::from(chunks.get(i + 1).is_some_and(|n| n.apart && !matches!(n.what, What::Numbered(Style::Dot, _))));
    }
    let dots = all >= 2 && short == all && led * 2 >= all;
    for i in 0..chunks.len() {
        let followed = chunks.get(i + 1).is_some_and(|n| n.apart);
        let Some(c) = chunks.get_mut(i) else { continue };
        match c.what {
            What::Numbered(Style::Dot, 1) if dots => c.what = What::Heading(1),
            What::Numbered(Style::Depth, depth) if c.apart && followed && heading_like(text, c) => c.what = What::Heading(depth),
            What::Numbered(..) => c.what = What::Item,
            _ => {}
        }
    }
}

fn heading_like(text: &str, chunk: &Chunk) -> bool {
    let said = chunk.body.of(text);
    chunk.first == chunk.last && said.len() <= 160 && said.chars().count() <= 80 && !said.ends_with(['.', ';', ',', '…'])
}

/// Headings without a number: bold, all capitals, with a final colon, or short and alone.
fn text_headings(text: &str, lines: &[Line], chunks: &mut [Chunk]) {
    let colons: Vec<bool> = (0..chunks.len()).map(|i| is_colon_heading(text, chunks, i)).collect();
    let colon_count = colons.iter().filter(|c| **c).count();
    let plain: Vec<u8> = (0..chunks.len()).map(|i| plain_strength(text, lines, chunks, i)).collect();
    let weak = plain.iter().filter(|s| **s == 1).count();
    for i in 0..chunks.len() {
        let has_next = i + 1 < chunks.len();
        let Some(c) = chunks.get_mut(i) else { continue };
        if c.what != What::Text || c.first != c.last || !has_next && !colons.get(i).copied().unwrap_or(false) {
            continue;
        }
        let said = c.body.of(text);
        let alone = c.apart && has_next;
        if let Some(inner) = bold(said) {
            c.body = Span::new(c.body.start + inner.start, c.body.start + inner.end);
            c.what = What::Heading(1);
        } else if colons.get(i) == Some(&true) {
            // The opening words of a post that announce its only list are a sentence, whatever they lack.
            let opener = i == 0 && colon_count == 1 && said.split_whitespace().count() > 2 && !title_case(said);
            if !opener {
                let body = said.trim_end_matches([':', '：', ' ', '\u{a0}']);
                c.body = Span::new(c.body.start, c.body.start + body.len());
                c.what = What::Heading(1);
            }
        } else if alone && said.len() <= 120 && shapes::capitals(said) && !said.ends_with(['.', ',', ';']) && said.split_whitespace().count() <= 10 || plain.get(i) == Some(&2) || plain.get(i) == Some(&1) && weak >= 2 {
            c.what = What::Heading(1);
        }
    }
}

fn bold(said: &str) -> Option<Span> {
    if said.len() > 200 {
        return None;
    }
    let bare = said.strip_suffix(':').unwrap_or(said);
    let inner = bare.strip_prefix("**")?.strip_suffix("**")?;
    let body = inner.strip_suffix(':').unwrap_or(inner).trim();
    (!body.is_empty() && !body.contains("**")).then(|| Span::new(2, 2 + body.len()))
}

fn is_colon_heading(text: &str, chunks: &[Chunk], at: usize) -> bool {
    let Some(c) = chunks.get(at) else { return false };
    let said = c.body.of(text);
    if c.what != What::Text || c.first != c.last || said.len() > 150 || !said.ends_with([':', '：']) {
        return false;
    }
    let Some(next) = chunks.get(at + 1) else { return false };
    if matches!(next.what, What::Code | What::Quote(_)) {
        return false;
    }
    let name = said.trim_end_matches([':', '：', ' ', '\u{a0}']);
    let words: Vec<String> = name.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let first = name.chars().next().unwrap_or(' ');
    let begins = first.is_uppercase() || first.is_numeric() || first.is_alphabetic() && !first.is_lowercase();
    let asks = words.first().is_some_and(|w| ["what", "how", "why", "when", "where", "who", "which", "was", "wie", "warum", "wann", "wo", "wer", "comment", "pourquoi", "qué", "cómo", "что", "как", "почему"].contains(&w.as_str()));
    let announces = words.iter().any(|w| vocabulary::ANNOUNCING.contains(&w.as_str()));
    begins
        && words.len() <= 8
        && name.chars().count() <= 70
        && !name.contains(['?', '!', ';', ',', ':'])
        && !name.contains(". ")
        && (!announces || title_case(name) || asks && !words.iter().any(|w| ["these", "following", "here", "below"].contains(&w.as_str())))
}

/// Whether the words that carry the meaning begin with capitals.
fn title_case(said: &str) -> bool {
    let long = said.split_whitespace().filter(|w| w.chars().count() >= 4);
    let (mut all, mut upper) = (0, 0);
    for word in long {
        all += 1;
        upper += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    }
    said.split_whitespace().count() >= 2 && all > 0 && upper == all
}

/// 2: surely a heading (a list follows), 1: one if it has siblings, 0: none.
fn plain_strength(text: &str, lines: &[Line], chunks: &[Chunk], at: usize) -> u8 {
    let (Some(c), Some(next)) = (chunks.get(at), chunks.get(at + 1)) else { return 0 };
    let said = c.body.of(text);
    if c.what != What::Text || c.first != c.last || !c.apart || !next.apart || said.len() > 120 {
        return 0;
    }
    let first = said.chars().next().unwrap_or(' ');
    let begins = first.is_uppercase() || first.is_numeric() || first.is_alphabetic() && !first.is_lowercase();
    if !begins || said.chars().count() > 60 || said.split_whitespace().count() > 8 || said.ends_with(['.', '!', ',', ';', ':', '：', '…', '।', '。', '-', ')']) || said.contains(". ") || said.contains("http") || shapes::label(text, c.body).is_some() || said.contains(" = ") {
        return 0;
    }
    match next.what {
        What::Item => 2,
        What::Text if next.body.of(text).len() > said.len() + 20 && lines.get(next.last).is_some_and(|l| shapes::ends_sentence(l.of(text))) => 1,
        _ => 0,
    }
}

/// "Label: text" is an item where at least two stand in a row, spaced alike.
fn label_items(text: &str, chunks: &mut [Chunk]) {
    let can: Vec<bool> = chunks.iter().map(|c| c.what == What::Text && shapes::label(text, c.body).is_some()).collect();
    let mut at = 0;
    let mut lone = Vec::new();
    let mut found = false;
    while at < chunks.len() {
        if can.get(at) != Some(&true) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let spaced = chunks.get(end).is_some_and(|c| c.apart);
        while can.get(end) == Some(&true) && chunks.get(end).is_some_and(|c| c.apart == spaced) {
            end += 1;
        }
        if end - at >= 2 {
            found = true;
            for c in chunks.get_mut(at..end).unwrap_or(&mut []) {
                c.what = What::Labelled;
            }
        } else {
            lone.push(at);
        }
        at = end;
    }
    // One alone is an item only as all that stands under a heading, where other headings have items.
    for at in lone.into_iter().filter(|_| found) {
        let under = at > 0 && chunks.get(at - 1).is_some_and(|c| matches!(c.what, What::Heading(_)));
        let ends = chunks.get(at + 1).is_none_or(|c| matches!(c.what, What::Heading(_)));
        if under && ends && let Some(c) = chunks.get_mut(at) {
            c.what = What::Labelled;
        }
    }
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
            let rows: Vec<String> = own.iter().map(|l| l.of(text).split('\t').map(str::trim).collect::<Vec<_>>().join("\t")).collect();
            Block { kind: BlockKind::Table, label: None, text: Span::new(start, end), joined: Some(rows.join("\n")) }
        }
        What::Quote(label) => {
            let mut parts = Vec::new();
            let mut first = start;
            for (n, line) in own.iter().enumerate() {
                let body = match shapes::shape(text, line) {
                    Shape::Quote(body) if label.is_none() => {
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
            let label = if kind == BlockKind::Item { shapes::label(text, chunk.body) } else { None };
            let (name, body) = label.map_or((None, chunk.body), |(name, body)| (Some(name), body));
            let joined = (chunk.last > chunk.first).then(|| {
                let rest = own.get(1..).unwrap_or(&[]).iter().map(|l| l.of(text));
                prose::join(std::iter::once(body.of(text)).chain(rest))
            });
            Block { kind, label: name, text: Span::new(body.start, end.max(body.end)), joined }
        }
    }
}
