//! What a document can be written as: one file a writer, and the list of them.
//!
//! All are made from the one [`Document`]. Where a format is read by a library, the library decides what a row is, what its keys
//! are called and what offsets count; `tests/writers` loads what is written with the library itself.

mod datatrove;
mod dolma;
mod langchain;
mod llama_index;
mod markdown;
mod passages;
mod schema_org;

use std::io;

use serde::Serialize;

use crate::document::Document;
use crate::error::Error;

/// A format that documents are written in.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// Its name in `--to`.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// How files of it end when they hold one document.
    pub ending: &'static str,
    /// How several documents are written one after the other.
    pub several: Several,
    write: fn(&Document, Form) -> Result<Vec<u8>, Error>,
}

/// How several documents stand in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Several {
    /// As rows: in a file of JSON Lines.
    Rows,
    /// One after the other, as texts do.
    Texts,
    /// Not at all: each needs a file of its own.
    Apart,
}

/// How a JSON value stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Over many lines, for people.
    Indented,
    /// On one line.
    Line,
}

/// All writers, in the order in which they are offered.
pub const WRITERS: [Writer; 9] = [
    Writer { name: "json", about: "Indented, one document", ending: "json", several: Several::Rows, write: json },
    Writer { name: "jsonl", about: "One document a line", ending: "jsonl", several: Several::Rows, write: jsonl },
    Writer { name: "text", about: "The clean text alone", ending: "txt", several: Several::Texts, write: text },
    Writer {
        name: "markdown",
        about: "Markdown: who, when, headings, lists, code, quotes, tables",
        ending: "md",
        several: Several::Apart,
        write: markdown::write,
    },
    Writer {
        name: "schema-org",
        about: "JSON-LD of schema.org: QAPage, FAQPage, DiscussionForumPosting, Article",
        ending: "jsonld",
        several: Several::Rows,
        write: schema_org::write,
    },
    Writer {
        name: "dolma",
        about: "Dolma: a row for each document, with attributes",
        ending: "jsonl",
        several: Several::Rows,
        write: dolma::write,
    },
    Writer {
        name: "datatrove",
        about: "datatrove: a row for each document",
        ending: "jsonl",
        several: Several::Rows,
        write: datatrove::write,
    },
    Writer {
        name: "langchain",
        about: "LangChain: a Document for each section of a post",
        ending: "jsonl",
        several: Several::Rows,
        write: langchain::write,
    },
    Writer {
        name: "llamaindex",
        about: "LlamaIndex: a TextNode for each section of a post",
        ending: "jsonl",
        several: Several::Rows,
        write: llama_index::write,
    },
];

impl Writer {
    /// The writer of this name.
    pub fn named(name: &str) -> Option<Self> {
        WRITERS.into_iter().find(|writer| writer.name == name)
    }

    /// Writes `document`, whole lines or nothing. `form` is of interest to formats that are one JSON value; others have one form.
    pub fn write(&self, document: &Document, form: Form) -> Result<Vec<u8>, Error> {
        (self.write)(document, form)
    }
}

fn json(document: &Document, form: Form) -> Result<Vec<u8>, Error> {
    value(document, form)
}

fn jsonl(document: &Document, _: Form) -> Result<Vec<u8>, Error> {
    value(document, Form::Line)
}

fn text(document: &Document, _: Form) -> Result<Vec<u8>, Error> {
    let mut out = document.text.clone().into_bytes();
    if !document.text.ends_with('\n') {
        out.push(b'\n');
    }
    Ok(out)
}

/// One JSON value, and a line feed.
pub(crate) fn value(value: &impl Serialize, form: Form) -> Result<Vec<u8>, Error> {
    let mut out = match form {
        Form::Indented => serde_json::to_vec_pretty(value),
        Form::Line => serde_json::to_vec(value),
    }
    .map_err(io::Error::from)?;
    out.push(b'\n');
    Ok(out)
}

/// One JSON value a line.
fn rows(values: impl IntoIterator<Item = impl Serialize>) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    for row in values {
        out.extend_from_slice(&value(&row, Form::Line)?);
    }
    Ok(out)
}
