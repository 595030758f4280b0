//! From the tokenizer's calls to text and tags, with the place of each in the source.
use super::{Builder, Origin};
use crate::text::Span;
use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};
use std::convert::Infallible;

/// The longest value of an attribute that is kept, in bytes. Images are written into them, and whole pages.
const LONGEST_VALUE: usize = 4096;

/// A start tag, as far as it matters.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) classes: String,
    pub(super) id: String,
    pub(super) href: Option<String>,
    pub(super) value: Option<String>,
    /// Properties and types that schema.org has for it: `itemprop`, `property`; `itemtype`, `typeof`.
    pub(super) properties: String,
    pub(super) types: String,
    /// Whether it is a script that holds linked data.
    pub(super) linked_data: bool,
    /// Whether its attributes say that it is not shown.
    pub(super) hidden: bool,
}

/// Reads `source` and tells `builder` of its texts and tags, in order.
pub(super) fn each(source: &str, builder: &mut Builder) {
    let emitter = Tokens {
        source,
        builder,
        position: 0,
        told: 0,
        literal: None,
        name: Vec::new(),
        last_start: Vec::new(),
        ends: false,
        closed: false,
        attribute: None,
        attributes: Vec::new(),
        foreign: 0,
    };
    // A reader of a text in memory has no errors.
    let Ok(()) = Tokenizer::new_with_emitter(source, emitter).finish();
}

/// What the tokenizer calls.
struct Tokens<'a> {
    source: &'a str,
    builder: &'a mut Builder,
    /// How far the tokenizer has read, and up to where it has told what it read.
    position: usize,
    told: usize,
    /// Text that stands in the source as it reads, gathered until something else comes.
    literal: Option<Span>,
    name: Vec<u8>,
    last_start: Vec<u8>,
    /// Whether the tag is an end tag; whether it closes itself.
    ends: bool,
    closed: bool,
    attribute: Option<(Vec<u8>, Vec<u8>)>,
    attributes: Vec<(Vec<u8>, Vec<u8>)>,
    /// How many drawings are open: there, `<style/>` has no text.
    foreign: usize,
}

impl Tokens<'_> {
    fn flush(&mut self) {
        if let Some(span) = self.literal.take() {
            self.builder.text(span.of(self.source), Origin::Literal(span.start));
        }
    }

    fn keep_attribute(&mut self) {
        if let Some((name, value)) = self.attribute.take().filter(|(name, _)| is_kept(name))
            && !self.attributes.iter().any(|(other, _)| *other == name)
        {
            self.attributes.push((name, value));
        }
    }

    fn tag(&mut self) -> Tag {
        let mut tag = Tag { name: String::from_utf8_lossy(&self.name).into_owned(), ..Tag::default() };
        for (name, value) in self.attributes.drain(..) {
            let value = String::from_utf8_lossy(&value).into_owned();
            match name.as_slice() {
                b"class" => tag.classes = value,
                b"id" => tag.id = value,
                b"href" if tag.name == "a" => tag.href = Some(value),
                b"datetime" | b"start" | b"cite" => tag.value = Some(value),
                b"itemprop" | b"property" => tag.properties = value,
                b"itemtype" | b"typeof" => tag.types = value,
                b"type" => tag.linked_data = tag.name == "script" && value.trim().eq_ignore_ascii_case("application/ld+json"),
                b"hidden" => tag.hidden |= value != "until-found",
                b"style" => tag.hidden |= hides(&value),
                _ => {}
            }
        }
        tag
    }
}

/// Whether a style says that the element is not shown.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim_end();
        let (name, is) = (name.trim(), |word: &str| value.eq_ignore_ascii_case(word));
        name.eq_ignore_ascii_case("display") && is("none") || name.eq_ignore_ascii_case("visibility") && is("hidden")
    })
}

/// The attributes that are kept.
fn is_kept(name: &[u8]) -> bool {
    matches!(
        name,
        b"class"
            | b"id"
            | b"href"
            | b"datetime"
            | b"start"
            | b"cite"
            | b"hidden"
            | b"style"
            | b"itemprop"
            | b"property"
            | b"itemtype"
            | b"typeof"
            | b"type"
    )
}

impl Emitter for Tokens<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, said: &[u8]) {
        let read = Span::new(self.told.min(self.position), self.position);
        self.told = self.position;
        let raw = self.source.as_bytes().get(read.start..read.end).unwrap_or(&[]);
        // Line ends arrive as line feeds, whatever they were.
        if raw == said || raw.contains(&b'\r') && !raw.starts_with(b"&") {
            match &mut self.literal {
                Some(span) if span.end == read.start => span.end = read.end,
                _ => {
                    self.flush();
                    self.literal = Some(read);
                }
            }
            return;
        }
        self.flush();
        // A NUL is not shown.
        if said != b"\0" {
            self.builder.text(&String::from_utf8_lossy(said), Origin::Whole(read));
        }
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.attributes.clear();
        (self.attribute, self.ends, self.closed) = (None, false, false);
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.ends = true;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.keep_attribute();
        self.flush();
        self.told = self.position;
        let draws = matches!(self.name.as_slice(), b"svg" | b"math");
        if self.ends {
            self.foreign -= usize::from(draws && self.foreign > 0);
            self.builder.finish(&String::from_utf8_lossy(&self.name));
            return None;
        }
        self.last_start.clone_from(&self.name);
        let tag = self.tag();
        self.builder.start(&tag);
        if self.foreign > 0 || draws {
            if self.closed {
                self.builder.finish(&tag.name);
            } else {
                self.foreign += usize::from(draws);
            }
            return None;
        }
        // What stands for a script is read as the page that it is.
        naive_next_state(&self.name).filter(|_| tag.name != "noscript")
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        self.told = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.flush();
        self.told = self.position;
    }

    fn set_self_closing(&mut self) {
        self.closed = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, part: &[u8]) {
        self.name.extend_from_slice(part);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.keep_attribute();
        self.attribute = Some((Vec::new(), Vec::new()));
    }

    fn init_attribute_value(&mut self) {
        if self.attribute.as_ref().is_some_and(|(name, _)| !is_kept(name)) {
            self.attribute = None;
        }
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        if let Some((name, _)) = &mut self.attribute
            && name.len() < LONGEST_VALUE
        {
            name.extend_from_slice(part);
        }
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if let Some((_, value)) = &mut self.attribute
            && value.len() < LONGEST_VALUE
        {
            value.extend_from_slice(part);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.ends && !self.last_start.is_empty() && self.name == self.last_start
    }

    fn move_position(&mut self, by: isize) {
        self.position = self.position.saturating_add_signed(by);
    }
}
