//! A text cut into code, comments, strings and prose, by the table of [`languages`].
//!
//! Every byte lies in exactly one token. A string that cannot go over a line end and is not closed on its line is no string:
//! so an apostrophe that the table misjudges costs the rest of its line at most.

mod markup;
mod special;

use std::cell::OnceCell;

use super::languages::{self, Body, Language};
use crate::text::Span;

/// Where a character stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// Names and signs that a compiler reads.
    Code,
    /// A comment in code.
    Comment,
    /// A string in code.
    String,
    /// Words for people, or data.
    Prose,
    /// The name of a file.
    Path,
    /// A commit message.
    Message,
}

impl Context {
    /// Its name in reports and in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Comment => "comment",
            Self::String => "string",
            Self::Prose => "prose",
            Self::Path => "path",
            Self::Message => "message",
        }
    }

    /// Whether it is source code, where what a compiler reads counts more than what a reader sees.
    pub const fn is_source(self) -> bool {
        matches!(self, Self::Code | Self::Comment | Self::String)
    }
}

/// A stretch of one context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub context: Context,
}

/// The tokens of a text: sorted, side by side, with no gap. It is cut when somebody asks: most data have nothing to ask about.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    language: &'static Language,
    tokens: OnceCell<Vec<Token>>,
}

impl<'a> Tokens<'a> {
    /// Those of `text`.
    pub const fn new(text: &'a str, language: &'static Language) -> Self {
        Self { text, language, tokens: OnceCell::new() }
    }

    /// A text that is of one context as a whole.
    pub fn whole(text: &'a str, context: Context) -> Self {
        let token = Token { span: Span::new(0, text.len()), context };
        Self { text, language: &languages::UNKNOWN, tokens: OnceCell::from(vec![token]) }
    }

    fn cut(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let text = self.text;
            let mut cutter = Cutter { text, tokens: Vec::new(), start: 0, at: 0, patience: special::PATIENCE, open: Vec::new() };
            cutter.run(self.language);
            cutter.tokens
        })
    }

    /// The token that byte `at` lies in.
    pub fn at(&self, at: usize) -> Option<Token> {
        let tokens = self.cut();
        let after = tokens.partition_point(|token| token.span.start <= at);
        tokens.get(after.checked_sub(1)?).copied()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Token> {
        self.cut().iter().copied()
    }
}

/// Goes through a text from left to right; [`cut`](Self::cut) ends the token at hand.
struct Cutter<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    start: usize,
    at: usize,
    /// How many more documents in a string may turn out to have no end: each such look goes to the end of the text.
    patience: u32,
    /// Marks that were not closed on their line, and where it ends: the next one there would not be closed either, mostly, and to
    /// look again from each would take a time that grows with the square.
    open: Vec<(&'static str, usize)>,
}

impl<'a> Cutter<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether `mark` stands here. One that begins with a line feed stands at the start of a line, whose line feed is passed already.
    fn sees(&self, mark: &str) -> bool {
        match mark.strip_prefix('\n') {
            Some(rest) => begins(self.rest(), rest) && self.is_line_start(),
            None => begins(self.rest(), mark),
        }
    }

    fn is_line_start(&self) -> bool {
        self.at == 0 || self.text.as_bytes().get(self.at - 1) == Some(&b'\n')
    }

    /// What was passed since the last cut is of `context`.
    fn cut(&mut self, context: Context) {
        if self.at > self.start {
            match self.tokens.last_mut().filter(|last| last.context == context && context != Context::String) {
                Some(last) => last.span.end = self.at,
                None => self.tokens.push(Token { span: Span::new(self.start, self.at), context }),
            }
            self.start = self.at;
        }
    }

    /// Passes one character.
    fn step(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    /// Passes everything up to byte `to` of the rest, and says what it was; what came before it was of `outer`.
    fn take(&mut self, length: usize, context: Context, outer: Context) {
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
    fn code(&mut self, language: &Language, body: Context, end: usize) {
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
    fn is_open(&self, mark: &str) -> bool {
        self.open.iter().any(|&(open, end)| open == mark && self.at < end)
    }

    /// Remembers that `mark` is not closed in the next bytes.
    fn leave_open(&mut self, mark: &'static str, bytes: usize) {
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
fn begins(text: &str, mark: &str) -> bool {
    match (text.as_bytes(), mark.as_bytes()) {
        ([first, ..], [only]) => first == only,
        ([first, ..], [own, ..]) => first == own && text.starts_with(mark),
        _ => mark.is_empty(),
    }
}

/// The length of the first line, with its line feed.
fn line_length(text: &str) -> usize {
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
fn block(rest: &str, open: &str, close: &str, nested: bool) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::languages::named;

    /// The text with its tokens marked: `c{…}` a comment, `s{…}` a string, `p{…}` prose, code as it is.
    fn cut(language: &str, text: &str) -> String {
        let tokens = Tokens::new(text, named(language).unwrap());
        assert_eq!(tokens.iter().map(|token| token.span.of(text)).collect::<String>(), text);
        let show = |token: Token| match token.context {
            Context::Code => token.span.of(text).to_owned(),
            Context::Comment => format!("c{{{}}}", token.span.of(text)),
            Context::String => format!("s{{{}}}", token.span.of(text)),
            Context::Prose | Context::Path | Context::Message => format!("p{{{}}}", token.span.of(text)),
        };
        tokens.iter().map(show).collect()
    }

    #[test]
    fn comments_and_strings() {
        for (language, text, expected) in [
            ("rust", "a /* x /* y */ z */ b", "a c{/* x /* y */ z */} b"),
            ("c++", "a /* x /* y */ z", "a c{/* x /* y */} z"),
            ("c++", "s = \"a//b\\\"c\"; // d", "s = s{\"a//b\\\"c\"}; c{// d}"),
            ("rust", "fn f<'a>(x: &'a str) -> char { 'ж' }", "fn f<'a>(x: &'a str) -> char { s{'ж'} }"),
            ("rust", "r#\"a\"b\"# '\\'' b'x' r#type", "s{r#\"a\"b\"#} s{'\\''} bs{'x'} r#type"),
            ("c++", "R\"x(a)\" )x\" b", "s{R\"x(a)\" )x\"} b"),
            ("python", "x = '''a\n'b''' # c", "x = s{'''a\n'b'''} c{# c}"),
            ("javascript", "`a\n${b}` + 'c'", "s{`a\n${b}`} + s{'c'}"),
            ("javascript", "x = /[/'\\]]а/u; y = a / b / 'c'", "x = s{/[/'\\]]а/}u; y = a / b / s{'c'}"),
            ("javascript", "a(/'/, /b\n'c'", "a(s{/'/}, /b\ns{'c'}"),
            ("go", "`\\` + \"\\\"\"", "s{`\\`} + s{\"\\\"\"}"),
            ("lua", "a = [==[ ]] ]==] --[[ x\n]] b -- c", "a = s{[==[ ]] ]==]} c{--[[ x\n]]} b c{-- c}"),
            ("swift", "#\"a\"b\"# x", "s{#\"a\"b\"#} x"),
            ("shell", "cat <<'EOF' | b\n'x\nEOF\n# c", "cat s{<<'EOF' | b\n'x\nEOF}\nc{# c}"),
            ("shell", "echo $# a#b \"x\ny\" # z", "echo $# a#b s{\"x\ny\"} c{# z}"),
            ("ruby", "class << self\n  A = {\"“\" => '\"'}\nself", "class << self\n  A = {s{\"“\"} => s{'\"'}}\nself"),
            ("ruby", "x = /[\"']+/, <<~A + 'b'\n\"\n  A\n", "x = s{/[\"']+/}, s{<<~A + 'b'\n\"\n  A}\n"),
            ("perl", "$x =~ /\"/; $y = $a / $b / 'c'", "$x =~ s{/\"/}; $y = $a / $b / s{'c'}"),
            ("php", "$a = <<<X\n b\n X;\n// c", "$a = s{<<<X\n b\n X};\nc{// c}"),
            ("sql", "a 'it''s' $x$ ' $x$ -- c", "a s{'it'}s{'s'} s{$x$ ' $x$} c{-- c}"),
            ("haskell", "f' x = '\\n' {- a {- b -} -} \"c\"", "f' x = s{'\\n'} c{{- a {- b -} -}} s{\"c\"}"),
            ("ruby", "a\n=begin\nb'\n=end\nc", "a\nc{=begin\nb'\n=end}\nc"),
            ("yaml", "a: b#c # d\n# e", "p{a: b#c}c{ # d}p{\n}c{# e}"),
            ("json", "{\"a\": \"x // y\"} // z", "p{{}s{\"a\"}p{: }s{\"x // y\"}p{} }c{// z}"),
            ("1c", "А = \"б\n|в\"; // г", "А = s{\"б\n|в\"}; c{// г}"),
            ("c#", "@\"a\\\" + \"b\"", "s{@\"a\\\"} + s{\"b\"}"),
            ("text", "it's // not", "p{it's // not}"),
        ] {
            assert_eq!(cut(language, text), expected, "{language}");
        }
    }

    #[test]
    fn markdown_and_markup() {
        assert_eq!(
            cut("markdown", "a `b` \n```rust\nlet x = 1; // c\n```\n<!-- d --> e\n~~~\nf\n~~~\n"),
            "p{a `b` \n```rust\n}let x = 1; c{// c}\np{```\n}c{<!-- d -->}p{ e\n~~~\nf\n~~~\n}"
        );
        assert_eq!(
            cut("html", "<p class='x'>a's</p><!-- c --><script>let x = \"y\"; // z\n</script>"),
            "<p class=s{'x'}>p{a's}</p>c{<!-- c -->}<script>let x = s{\"y\"}; c{// z}\n</script>"
        );
    }

    #[test]
    fn what_is_never_closed_costs_a_line_at_most_or_the_rest() {
        assert_eq!(cut("c++", "a = 'b\nc = \"d\";"), "a = 'b\nc = s{\"d\"};");
        assert_eq!(cut("c++", "a /* b"), "a c{/* b}");
        assert_eq!(cut("python", "a '''b\n"), "a s{'''b\n}");
    }
}
