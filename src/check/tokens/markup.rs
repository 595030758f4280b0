//! Markdown and markup: words for people, with code inside.

use super::super::languages::{self, Body};
use super::Context;
use super::cutter::{Cutter, line_length};

impl Cutter<'_> {
    /// Prose, comments of HTML, and code between fences that say its language.
    pub(super) fn markdown(&mut self) {
        let mut marks = Marks::new(self.text);
        while let Some(next) = marks.next(self.at) {
            // Nothing begins on the lines before.
            let line_start =
                self.text.get(self.at..next).and_then(|passed| passed.rfind('\n')).map_or(self.at, |end| self.at + end + 1);
            self.at = line_start;
            let rest = self.rest();
            let line = line_length(rest);
            if self.is_line_start()
                && let Some((fence, language)) = fence(rest)
            {
                self.at += line;
                let end = self.at + fence_end(self.rest(), fence);
                match languages::named(&language).filter(|language| language.body == Body::Code) {
                    Some(language) => {
                        self.cut(Context::Prose);
                        self.code(language, Context::Code, end);
                    }
                    None => self.at = end,
                }
                // The line that closes it.
                self.at += line_length(self.rest());
            } else if let Some(at) = rest.get(..line).and_then(|line| line.find("<!--")) {
                self.at += at;
                let rest = self.rest();
                self.take(rest.find("-->").map_or(rest.len(), |at| at + 3), Context::Comment, Context::Prose);
            } else {
                self.at += line;
            }
        }
        self.at = self.text.len();
        self.cut(Context::Prose);
    }

    /// Tags are code, their values strings, what stands between them prose, and scripts are scripts.
    pub(super) fn markup(&mut self) {
        while let Some(next) = memchr::memchr(b'<', self.rest().as_bytes()) {
            self.at += next;
            let rest = self.rest();
            if rest.starts_with("<!--") {
                self.take(rest.find("-->").map_or(rest.len(), |at| at + 3), Context::Comment, Context::Prose);
            } else if rest.starts_with("<![CDATA[") {
                self.at += rest.find("]]>").map_or(rest.len(), |at| at + 3);
            } else if rest.chars().nth(1).is_some_and(|c| c.is_alphabetic() || matches!(c, '/' | '!' | '?')) {
                self.cut(Context::Prose);
                let inside = script(rest);
                let start = self.at;
                self.tag();
                let tag = self.text.get(start..self.at).unwrap_or_default();
                if let Some((language, close)) = inside.filter(|_| holds_code(tag, self.rest())) {
                    let end = self.at + self.rest().find(close).unwrap_or(self.rest().len());
                    if let Some(language) = languages::named(language) {
                        self.code(language, Context::Code, end);
                    }
                }
            } else {
                self.step();
            }
        }
        self.at = self.text.len();
        self.cut(Context::Prose);
    }

    /// From `<` to `>`.
    fn tag(&mut self) {
        while let Some(next) = memchr::memchr3(b'>', b'"', b'\'', self.rest().as_bytes()) {
            self.at += next;
            let rest = self.rest();
            let Some(mark) = rest.chars().next().filter(|c| *c != '>') else {
                self.step();
                return self.cut(Context::Code);
            };
            let length = rest.get(1..).and_then(|tail| tail.find(mark)).map_or(rest.len(), |at| at + 2);
            self.take(length, Context::String, Context::Code);
        }
        self.at = self.text.len();
        self.cut(Context::Code);
    }
}

/// Where something may begin that is no prose: each mark is looked for once.
struct Marks<'a> {
    text: &'a str,
    next: [(&'static str, usize); 3],
}

impl<'a> Marks<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, next: [("```", 0), ("~~~", 0), ("<!--", 0)] }
    }

    /// The first mark at or behind a byte, no byte before the last one that was asked about.
    fn next(&mut self, at: usize) -> Option<usize> {
        let mut first = None;
        for (mark, next) in &mut self.next {
            if *next <= at {
                let rest = self.text.as_bytes().get(at..).unwrap_or_default();
                *next = memchr::memmem::find(rest, mark.as_bytes()).map_or(usize::MAX, |found| at + found);
            }
            first = first.into_iter().chain((*next < usize::MAX).then_some(*next)).min();
        }
        first
    }
}

/// Whether it may be a part of the name of a tag: `style-options` is not `style`.
fn is_in_tag(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')
}

/// What follows the tag that begins here, if it is code, and what closes it.
fn script(rest: &str) -> Option<(&'static str, &'static str)> {
    let rest = rest.get(1..)?;
    let name = rest.get(..rest.find(|c: char| !is_in_tag(c))?)?;
    let is = |tag: &str| name.eq_ignore_ascii_case(tag);
    match () {
        () if is("script") => Some(("javascript", "</script")),
        () if is("style") => Some(("css", "</style")),
        () => None,
    }
}

/// Whether what follows a tag is code: not behind one that closes itself, nor one of a script of people (`<script type="Latn">`), nor where
/// other elements follow, as in the script of a lesson.
fn holds_code(tag: &str, rest: &str) -> bool {
    const KINDS: [&str; 5] = ["javascript", "module", "ecmascript", "typescript", "css"];
    let tag = tag.to_ascii_lowercase();
    let rest = rest.trim_start();
    let holds_elements = rest.starts_with('<') && !rest.starts_with("<!") && !rest.starts_with("</");
    !tag.ends_with("/>") && !holds_elements && (!tag.contains("type=") || KINDS.iter().any(|kind| tag.contains(kind)))
}

/// The fence that this line begins with, and the language that it names.
fn fence(rest: &str) -> Option<(&str, String)> {
    let line = rest.get(..line_length(rest))?;
    let body = line.trim_start_matches([' ', '>', '\t']);
    let mark = body.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = body.len() - body.trim_start_matches(mark).len();
    let info = body.get(length..)?;
    (length >= 3 && !info.contains('`')).then(|| {
        let word = info.trim().trim_start_matches(['{', '.']);
        let end = word.find(|c: char| c.is_whitespace() || matches!(c, ',' | '}' | '{' | ':')).unwrap_or(word.len());
        (body.get(..length).unwrap_or_default(), word.get(..end).unwrap_or_default().to_ascii_lowercase())
    })
}

/// How far it is to the line that closes the fence.
fn fence_end(text: &str, fence: &str) -> usize {
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let line = rest.get(..line_length(rest)).unwrap_or(rest);
        let body = line.trim_start_matches([' ', '>', '\t']).trim_end();
        let mark = fence.chars().next().unwrap_or('`');
        if body.starts_with(fence) && body.trim_start_matches(mark).is_empty() {
            return at;
        }
        at += line.len();
    }
    text.len()
}
