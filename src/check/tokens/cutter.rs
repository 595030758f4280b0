//! The text is gone through once: what begins a comment or a string, and how far each goes.

use super::super::languages::{Body, Language};
use super::{Context, Token, special};
use crate::text::Span;

/// The tokens of a text in a language.
pub(super) fn cut(text: &str, language: &Language) -> Vec<Token> {
    let mut cutter = Cutter { text, tokens: Vec::new(), start: 0, at: 0, patience: special::PATIENCE, open: Vec::new() };
    cutter.run(language);
    cutter.tokens
}

/// Goes through a text from left to right; [`cut`](Self::cut) ends the token at hand.
pub(super) struct Cutter<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) start: usize,
    pub(super) at: usize,
    /// How many more documents in a string may turn out to have no end: each such look goes to the end of the text.
    pub(super) patience: u32,
    /// Marks that were not closed on their line, and where it ends: the next one there would not be closed either, mostly, and to
    /// look again from each would take a time that grows with the square.
    pub(super) open: Vec<(&'static str, usize)>,
}

impl<'a> Cutter<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether `mark` stands here. One that begins with a line feed stands at the start of a line, whose line feed is passed already.
    pub(super) fn sees(&self, mark: &str) -> bool {
        match mark.strip_prefix('\n') {
            Some(rest) => begins(self.rest(), rest) && self.is_line_start(),
            None => begins(self.rest(), mark),
        }
    }

    pub(super) fn is_line_start(&self) -> bool {
        self.at == 0 || self.text.as_bytes().get(self.at - 1) == Some(&b'\n')
    }

    /// What was passed since the last cut is of `context`.
    pub(super) fn cut(&mut self, context: Context) {
        if self.at > self.start {
            match self.tokens.last_mut().filter(|last| last.context == context && context != Context::String) {
                Some(last) => last.span.end = self.at,
                None => self.tokens.push(Token { span: Span::new(self.start, self.at), context }),
            }
            self.start = self.at;
        }
    }

    /// Passes one character.
    pub(super) fn step(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    /// Passes everything up to byte `to` of the rest, and says what it was; what came before it was of `outer`.
    pub(super) fn take(&mut self, length: usize, context: Context, outer: Context) {
        self.cut(outer);
        self.at = (self.at + length).min(self.text.len());
        self.cut(context);
    }

    fn run(&mut self, language: &Language) {
        match language.body {
            Body::Markdown => self.markdown(),
            Body::Markup => self.markup(),
            Body::Message => self.message(),
            Body::Code => self.code(language, Context::Code, self.text.len()),
            Body::Prose => self.code(language, Context::Prose, self.text.len()),
        }
    }

    /// Code up to byte `end`.
    pub(super) fn code(&mut self, language: &Language, body: Context, end: usize) {
        let text = self.text;
        self.text = text.get(..end).unwrap_or(text);
        let begins = Begins::new(language);
        if begins.nothing() {
            self.at = self.text.len();
        }
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            if !begins.anything(byte) {
                // Of a character beyond ASCII, its first byte here and the others in the next rounds.
                self.at += 1;
            } else if let Some(length) = comment(self, language) {
                self.take(length, Context::Comment, body);
            } else if let Some(length) = special::string(self, language).or_else(|| self.string(language)) {
                self.take(length, Context::String, body);
            } else {
                let length = special::name(self.rest(), language);
                if length > 0 { self.at += length } else { self.step() }
            }
        }
        self.cut(body);
        self.text = text;
    }

    /// The length of the string that begins here.
    fn string(&mut self, language: &Language) -> Option<usize> {
        let rest = self.rest();
        let quote = language.quotes.iter().find(|quote| begins(rest, quote.open))?;
        if self.is_open(quote.open) {
            return None;
        }
        let close = quote.close.bytes().next().unwrap_or(b'\n');
        let escape = quote.escape.and_then(|c| u8::try_from(c).ok()).unwrap_or(close);
        let end = if quote.long { close } else { b'\n' };
        let mut at = quote.open.len();
        while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
            let Some(next) = memchr::memchr3(close, escape, end, tail.as_bytes()) else {
                at = rest.len();
                break;
            };
            at += next;
            let tail = tail.get(next..).unwrap_or_default();
            if begins(tail, quote.close) {
                return Some(at + quote.close.len());
            }
            let mut chars = tail.chars();
            let c = chars.next().unwrap_or('\n');
            if c == '\n' && !quote.long {
                break;
            }
            at += c.len_utf8();
            if Some(c) == quote.escape {
                at += chars.next().map_or(0, char::len_utf8);
            }
        }
        if quote.long {
            return Some(rest.len());
        }
        self.leave_open(quote.open, at.min(rest.len()));
        None
    }

    /// Whether `mark` was not closed on this line.
    pub(super) fn is_open(&self, mark: &str) -> bool {
        self.open.iter().any(|&(open, end)| open == mark && self.at < end)
    }

    /// Remembers that `mark` is not closed in the next bytes.
    pub(super) fn leave_open(&mut self, mark: &'static str, bytes: usize) {
        let end = self.at + bytes;
        match self.open.iter_mut().find(|(open, _)| *open == mark) {
            Some(open) => open.1 = end,
            None => self.open.push((mark, end)),
        }
    }

    /// A commit message: what `git` put below the scissors or behind `#` is none.
    fn message(&mut self) {
        while self.at < self.text.len() {
            let line = line_length(self.rest());
            let is_template = self.rest().starts_with('#');
            let is_end = is_template && self.rest().get(..line).is_some_and(|line| line.contains(">8"));
            if is_end {
                self.take(self.rest().len(), Context::Comment, Context::Message);
            } else if is_template {
                self.take(line, Context::Comment, Context::Message);
            } else {
                self.at += line;
            }
        }
        self.cut(Context::Message);
    }
}

/// With which bytes a comment, a string or a name can begin that needs a look. All are ASCII.
struct Begins([bool; 256]);

impl Begins {
    fn new(language: &Language) -> Self {
        let blocks = language.block_comments.iter().map(|(open, _)| open);
        let quotes = language.quotes.iter().map(|quote| &quote.open);
        let marks = language.line_comments.iter().chain(blocks).chain(quotes);
        let marks = marks.filter_map(|mark| mark.trim_start_matches('\n').bytes().next());
        let mut begins = [false; 256];
        for byte in marks.chain(special::begins(language)) {
            if let Some(begins) = begins.get_mut(usize::from(byte)) {
                *begins = true;
            }
        }
        Self(begins)
    }

    fn nothing(&self) -> bool {
        !self.0.contains(&true)
    }

    fn anything(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).copied().unwrap_or_default()
    }
}

/// `starts_with` with a look at the first byte before anything is called: nearly always it is another one.
pub(super) fn begins(text: &str, mark: &str) -> bool {
    match (text.as_bytes(), mark.as_bytes()) {
        ([first, ..], [only]) => first == only,
        ([first, ..], [own, ..]) => first == own && text.starts_with(mark),
        _ => mark.is_empty(),
    }
}

/// The length of the first line, with its line feed.
pub(super) fn line_length(text: &str) -> usize {
    memchr::memchr(b'\n', text.as_bytes()).map_or(text.len(), |at| at + 1)
}

/// The length of the comment that begins here.
fn comment(cutter: &Cutter<'_>, language: &Language) -> Option<usize> {
    let rest = cutter.rest();
    if let Some(length) = special::comment(rest, language) {
        return Some(length);
    }
    for (open, close) in language.block_comments {
        if cutter.sees(open) {
            let open = open.trim_start_matches('\n');
            return Some(block(rest, open, close, language.nested));
        }
    }
    let mark = language.line_comments.iter().find(|mark| cutter.sees(mark))?;
    // In a shell `$#` and `a#b` are no comments, and neither is a colour in a style sheet or an anchor in a string.
    let before = cutter.text.get(..cutter.at)?.chars().next_back();
    let word = |c: char| c.is_alphanumeric() || matches!(c, '$' | '{' | '&' | '\\' | '_');
    if *mark == "#" && before.is_some_and(word) {
        return None;
    }
    // An address holds two slashes.
    if *mark == "//" && before == Some(':') && language.body == Body::Prose {
        return None;
    }
    Some(rest.find('\n').unwrap_or(rest.len()))
}

/// The length of a block comment; to the end where it is never closed.
pub(super) fn block(rest: &str, open: &str, close: &str, nested: bool) -> usize {
    let mut depth = 1;
    let mut at = open.len();
    let ends = close.bytes().next().unwrap_or(b'\n');
    let begin = open.bytes().next().filter(|_| nested).unwrap_or(ends);
    while let Some(next) = rest.as_bytes().get(at..).and_then(|rest| memchr::memchr2(ends, begin, rest)) {
        at += next;
        let tail = rest.get(at..).unwrap_or_default();
        if begins(tail, close) {
            depth -= 1;
            at += close.len();
            if depth == 0 {
                return at;
            }
        } else if nested && begins(tail, open) {
            depth += 1;
            at += open.len();
        } else {
            at += 1;
        }
    }
    rest.len()
}
