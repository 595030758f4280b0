//! A text cut into code, comments, strings and prose, by the table of [`languages`].
//!
//! Every byte lies in exactly one token. A string that cannot go over a line end and is not closed on its line is no string:
//! so an apostrophe that the table misjudges costs the rest of its line at most.

mod cutter;
mod markup;
mod special;

use std::cell::OnceCell;

use super::languages::{self, Language};
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
        self.tokens.get_or_init(|| cutter::cut(self.text, self.language))
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
