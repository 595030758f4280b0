//! A record, and the page in it.

use std::borrow::Cow;

use super::headers::Headers;
use super::http;
use crate::decode::decode;
use crate::error::Error;
use crate::markup::looks_like_html;

/// How much of a page without a type is looked at.
const START: usize = 1024;

/// A record as it was cut out.
#[derive(Debug)]
pub struct Raw {
    /// Where it begins, in bytes of the unpacked file.
    pub byte: u64,
    /// Its number in the file, from 1.
    pub record: u64,
    /// The byte behind its block. Two line ends follow.
    pub end: u64,
    /// Its headers as they stand, with the line of the version and the empty one behind.
    pub head: Vec<u8>,
    /// What its headers speak of.
    pub block: Vec<u8>,
    limit: usize,
}

/// What a record is, as far as it can hold a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What a server answered.
    Response,
    /// What was got in another way than by HTTP.
    Resource,
    /// What was made of another record: the texts of WET.
    Conversion,
    /// Whatever is about pages and is none: `warcinfo`, `request`, `metadata`, `revisit`, `continuation`, or unknown.
    Other,
}

/// A page, or a text without marks.
#[derive(Debug, PartialEq, Eq)]
pub struct Page<'a> {
    /// Its bytes, without what HTTP wraps around them.
    pub bytes: Cow<'a, [u8]>,
    /// `html`, `markdown` or `text`.
    pub format: &'static str,
    /// The encoding that its content type names.
    pub declared: Option<String>,
}

impl Raw {
    pub(super) const fn new(byte: u64, record: u64, limit: usize) -> Self {
        Self { byte, record, end: byte, head: Vec::new(), block: Vec::new(), limit }
    }

    /// The value of a WARC header, by its name in any case. What stands in angle brackets, as ids do, comes without them.
    pub fn header(&self, name: &str) -> Option<Cow<'_, str>> {
        Headers(&self.head).get(name).map(|value| match value {
            Cow::Borrowed(value) => Cow::Borrowed(bare(value)),
            Cow::Owned(value) => Cow::Owned(bare(&value).to_owned()),
        })
    }

    /// What it is: its header `WARC-Type`.
    pub fn kind(&self) -> Kind {
        match self.header("WARC-Type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "response" => Kind::Response,
            "resource" => Kind::Resource,
            "conversion" => Kind::Conversion,
            _ => Kind::Other,
        }
    }

    /// What it is called where it is about pages and is none: a word of the standard, or `other`.
    pub fn other(&self) -> Option<&'static str> {
        const TYPES: [&str; 5] = ["warcinfo", "request", "metadata", "revisit", "continuation"];
        if self.kind() != Kind::Other {
            return None;
        }
        let kind = self.header("WARC-Type").unwrap_or_default();
        Some(TYPES.into_iter().find(|known| kind.eq_ignore_ascii_case(known)).unwrap_or("other"))
    }

    /// The page in it, if it holds one: nothing in records about pages, and in images and the like. Fails on a body that is
    /// not what its headers say, and on one that unpacks to more than a block may have.
    pub fn page(&self) -> Result<Option<Page<'_>>, Error> {
        let page = match self.kind() {
            Kind::Other => Ok(None),
            Kind::Resource | Kind::Conversion => {
                Page::of(self.header("Content-Type").as_deref(), || Ok(Cow::Borrowed(&*self.block)))
            }
            Kind::Response => http::page(&self.block, self.limit),
        };
        page.map_err(|reason| self.error(reason))
    }

    pub(super) fn error(&self, reason: String) -> Error {
        Error::other(reason).in_part(self.byte as usize).in_record(self.record)
    }
}

impl<'a> Page<'a> {
    /// What is of a content type. `bytes` are not asked for if it is no text's.
    pub(super) fn of(
        content_type: Option<&str>,
        bytes: impl FnOnce() -> Result<Cow<'a, [u8]>, String>,
    ) -> Result<Option<Self>, String> {
        let mut parts = content_type.unwrap_or("").split([';', ',']).map(str::trim);
        let format = match parts.next().unwrap_or("").to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => Some("html"),
            "text/markdown" => Some("markdown"),
            "text/plain" => Some("text"),
            "" => None,
            _ => return Ok(None),
        };
        let bytes = bytes()?;
        let declared = parts.find_map(charset);
        Ok(format.or_else(|| format_of(&bytes)).map(|format| Page { bytes, format, declared }))
    }
}

fn bare(value: &str) -> &str {
    value.strip_prefix('<').and_then(|value| value.strip_suffix('>')).unwrap_or(value)
}

/// The format of what has no type, if it is text.
fn format_of(bytes: &[u8]) -> Option<&'static str> {
    if looks_like_html(&String::from_utf8_lossy(bytes.get(..START).unwrap_or(bytes))) {
        Some("html")
    } else {
        (!bytes.is_empty() && decode(bytes).is_ok()).then_some("text")
    }
}

fn charset(parameter: &str) -> Option<String> {
    let (name, value) = parameter.split_once('=')?;
    let value = value.trim().trim_matches(['"', '\'']);
    (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then(|| value.to_owned())
}
