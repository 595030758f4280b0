//! Writes visible text as a browser lays it out: white space collapses, blocks break lines, cells are set apart by tabs.
use super::map::TextMap;
use crate::text::Span;

/// The visible text while it is written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) text: String,
    pub(super) map: TextMap,
    /// Line ends that come before the next character.
    breaks: usize,
    /// A tab does.
    tab: bool,
    /// A space does; where it stood in the source.
    space: Option<usize>,
    /// Behind the last character that is not white space.
    pub(super) end: usize,
}

/// Where a stretch of text came from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin {
    /// Byte for byte from this place on.
    Literal(usize),
    /// Written in another way, such as a character reference.
    Whole(Span),
}

impl Origin {
    const fn is_literal(self) -> bool {
        matches!(self, Self::Literal(_))
    }

    const fn of(self, from: usize, length: usize) -> Span {
        match self {
            Self::Literal(at) => Span::new(at + from, at + from + length),
            Self::Whole(span) => span,
        }
    }
}

/// What HTML collapses; a no-break space is none of them.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

impl Writer {
    /// Adds running text. Says where its first character went, unless it has none but white space.
    pub(super) fn run(&mut self, said: &str, origin: Origin) -> Option<usize> {
        let (mut first, mut at) = (None, 0);
        while at < said.len() {
            let rest = said.get(at..).unwrap_or("");
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word == 0 {
                let space = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
                self.space.get_or_insert(origin.of(at, 1).start);
                at += space;
                continue;
            }
            self.flush();
            first.get_or_insert(self.text.len());
            self.push(rest.get(..word).unwrap_or(""), origin.of(at, word), origin.is_literal());
            at += word;
        }
        first
    }

    /// Adds text whose white space counts.
    pub(super) fn verbatim(&mut self, said: &str, origin: Origin) -> Option<usize> {
        let (mut first, mut at) = (None, 0);
        while at < said.len() {
            let rest = said.get(at..).unwrap_or("");
            // One line at a time: whatever ends it in the source, here it ends with a line feed.
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            if length > 0 {
                let line = rest.get(..length).unwrap_or("");
                self.space = None;
                self.flush();
                if let Some(lead) = line.find(|c: char| !c.is_whitespace()) {
                    first.get_or_insert(self.text.len() + lead);
                }
                self.push(line, origin.of(at, length), origin.is_literal());
            }
            let tail = rest.get(length..).unwrap_or("");
            let ending = if tail.starts_with("\r\n") { 2 } else { usize::from(!tail.is_empty()) };
            if ending > 0 {
                self.space = None;
                self.flush();
                self.push("\n", origin.of(at + length, ending), origin.is_literal());
            }
            at += length + ending;
        }
        first
    }

    /// Ends the line, and leaves `lines - 1` lines empty before what comes next.
    pub(super) fn break_lines(&mut self, lines: usize) {
        self.breaks = self.breaks.max(lines);
        self.space = None;
        self.tab = false;
    }

    /// A line break that was asked for: two of them leave a line empty.
    pub(super) fn line_break(&mut self) {
        self.breaks += 1;
        self.space = None;
        self.tab = false;
    }

    /// Sets the next cell apart from the one before.
    pub(super) fn cell(&mut self) {
        self.tab = self.breaks == 0;
        self.space = None;
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let there = self.text.bytes().rev().take(self.breaks).take_while(|b| *b == b'\n').count();
            if self.breaks > 0 {
                self.text.extend(std::iter::repeat_n('\n', self.breaks.min(MOST_BREAKS).saturating_sub(there)));
            } else if self.tab {
                self.text.push('\t');
            } else if let Some(at) = self.space
                && !self.text.ends_with('\n')
            {
                self.push(" ", Span::new(at, at + 1), true);
            }
        }
        (self.breaks, self.tab, self.space) = (0, false, None);
    }

    fn push(&mut self, said: &str, source: Span, literal: bool) {
        let start = self.text.len();
        self.text.push_str(said);
        self.map.push(Span::new(start, self.text.len()), source, literal);
        let kept = said.trim_end().len();
        if kept > 0 {
            self.end = start + kept;
        }
    }
}

/// A page of nothing but line breaks is no longer than its words ask for.
const MOST_BREAKS: usize = 3;
