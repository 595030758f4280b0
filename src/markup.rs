//! Marked-up pages as the text that their reader sees, with the way back to the source and what the marks say of the text.
//!
//! ```text
//! source ─ html · markdown ─▶ Page { text, map to the source, Layout { elements, links, title } }
//! ```
//! A front end writes visible text through `writer`, which collapses white space and breaks lines as a browser does, and
//! notes for each stretch where it came from. Elements are kept as what they cover of the text, so that everything behind
//! this room works on text with hints, whatever the language of the marks.
mod html;
mod layout;
mod map;
mod markdown;
mod tags;
mod writer;

use crate::decode::{Encoding, decode};
pub use layout::{Element, Layout, Link, NO_PARENT};
pub use map::TextMap;

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// HTML, as browsers take it: anything goes.
    Html,
    /// Markdown: CommonMark with tables, strikethrough and task lists.
    Markdown,
}

impl Markup {
    /// Its name as the format of a source.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
        }
    }

    /// The one that a source's format names, if any.
    pub fn of_format(format: &str) -> Option<Self> {
        [Self::Html, Self::Markdown].into_iter().find(|markup| markup.as_str() == format)
    }

    /// Reads `source`. Never fails: what is no mark is text.
    pub fn read(self, source: &str) -> Page {
        match self {
            Self::Html => html::read(source),
            Self::Markdown => markdown::read(source),
        }
    }
}

/// A page as its reader sees it.
#[derive(Clone, Debug)]
pub struct Page {
    /// The visible text.
    pub text: String,
    /// Where it came from.
    pub map: TextMap,
    /// What the marks say of it.
    pub layout: Layout,
}

/// The encoding that an HTML page declares in its head, if it is one that is known. What the bytes show tells more:
/// [`Charset::Declared`](crate::decode::Charset::Declared) weighs both.
pub fn declared_encoding(page: &[u8]) -> Option<Encoding> {
    html::charset::declared(page)
}

/// How far into a text [`looks_like_html`] looks.
const HEAD: usize = 1024;

/// Whether a text without a name is HTML: it begins with a doctype, or with a tag that stands at the start of pages.
pub fn looks_like_html(text: &str) -> bool {
    let mut rest =
        text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text).trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|inner| inner.split_once("-->")) {
        rest = after.trim_start();
    }
    if let Some((_, after)) = rest.strip_prefix("<?xml").and_then(|inner| inner.split_once('>')) {
        rest = after.trim_start();
    }
    let Some(inner) = rest.strip_prefix('<') else { return false };
    let name = inner.get(..inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '!').unwrap_or(inner.len())).unwrap_or("");
    let name = name.to_ascii_lowercase();
    let ends =
        inner.get(name.len()..).is_some_and(|after| after.starts_with(['>', '/']) || after.starts_with(char::is_whitespace));
    ends && (name == "!doctype" || tags::opens_page(&name))
}

/// The same of bytes in any encoding: the marks of a page are ASCII in all but UTF-16.
pub fn are_html(bytes: &[u8]) -> bool {
    match decode(bytes) {
        Ok(decoded) => looks_like_html(&decoded.text),
        Err(_) => looks_like_html(&String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_known_by_its_start() {
        for page in [
            "<!DOCTYPE html><p>x",
            " \n<html lang=de>",
            "<!-- saved --><body>",
            "<?xml version='1.0'?>\n<html>",
            "<div class=a>b</div>",
        ] {
            assert!(looks_like_html(page), "{page}");
        }
        for text in ["<3 this", "a <b> c", "# Title\n<div>", "<ann@example.org> wrote:", "<html", ""] {
            assert!(!looks_like_html(text), "{text}");
        }
    }
}
