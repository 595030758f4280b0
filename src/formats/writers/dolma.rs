//! Dolma: one row a document, with the whole clean text and attributes over it.
//!
//! An attribute is a list of spans `[start, end, score]` that count code points. Dolma's mixer replaces or filters by them:
//! `unspoof__structure__dropped` takes the furniture out. The library knows no null for `created` and `added`: what is not known is
//! an empty string.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Form;
use crate::document::{Document, Offsets, Versions};
use crate::error::Error;
use crate::structure::Role;
use crate::text::CodePoints;

/// Where each role stands in the attributes, and what was dropped.
const ROLES: [(Role, &str); 5] = [
    (Role::Question, "unspoof__structure__question"),
    (Role::Answer, "unspoof__structure__answer"),
    (Role::Comment, "unspoof__structure__comment"),
    (Role::Post, "unspoof__structure__post"),
    (Role::Article, "unspoof__structure__article"),
];
const DROPPED: &str = "unspoof__structure__dropped";

type Span = (usize, usize, f64);

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    text: &'a str,
    source: &'a str,
    created: &'a str,
    added: &'static str,
    version: &'static str,
    metadata: Metadata<'a>,
    attributes: BTreeMap<&'static str, Vec<Span>>,
}

#[derive(Serialize)]
struct Metadata<'a> {
    kind: &'a str,
    title: Option<&'a str>,
    language: Option<&'a str>,
    language_confidence: Option<f64>,
    sha256: &'a str,
    encoding: &'a str,
    captured_at: Option<&'a str>,
    declared_answers: Option<u32>,
    found_answers: u32,
    authors: Vec<&'a str>,
    warnings: Vec<&'a str>,
    versions: &'a Versions,
}

pub(super) fn write(document: &Document, form: Form) -> Result<Vec<u8>, Error> {
    let _ = form;
    let language = document.language.as_ref();
    let row = Row {
        id: &document.id,
        text: &document.text,
        source: &document.source.name,
        created: created(document).unwrap_or_default(),
        added: "",
        version: document.versions.unspoof,
        metadata: Metadata {
            kind: document.kind,
            title: document.title.as_deref(),
            language: language.map(|language| language.code),
            language_confidence: language.map(|language| language.confidence),
            sha256: &document.source.sha256,
            encoding: document.source.encoding,
            captured_at: document.source.captured_at.as_deref(),
            declared_answers: document.declared_answers,
            found_answers: document.found_answers,
            authors: document.posts.iter().filter_map(|post| post.author.as_deref()).collect(),
            warnings: document.warnings.iter().map(|warning| warning.code).collect(),
            versions: &document.versions,
        },
        attributes: attributes(document),
    };
    super::value(&row, Form::Line)
}

/// When the first post was written, where that is one day or finer.
fn created(document: &Document) -> Option<&str> {
    document.posts.first()?.date.as_ref()?.exact()
}

fn attributes(document: &Document) -> BTreeMap<&'static str, Vec<Span>> {
    let mut attributes: BTreeMap<_, Vec<Span>> = ROLES.into_iter().map(|(_, name)| (name, Vec::new())).collect();
    let mut points = CodePoints::of(&document.text);
    let mut span = |offsets: &Offsets| (points.at(offsets.start), points.at(offsets.end), 1.0);
    for post in &document.posts {
        let name = ROLES.iter().find(|(role, _)| role.as_str() == post.role).map(|(_, name)| name);
        if let Some(spans) = name.and_then(|name| attributes.get_mut(name)) {
            spans.push(span(&post.span));
        }
    }
    // Marks are part of how a text is written, as in a bullet.
    let furniture = document.dropped.iter().filter(|dropped| dropped.reason != "mark");
    attributes.insert(DROPPED, furniture.map(|dropped| span(&dropped.span)).collect());
    attributes
}
