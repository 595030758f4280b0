//! datatrove: one row a document, as its JSONL reader takes it.
//!
//! Its filters judge `text` as a whole and know no spans, so that it is what was said, without furniture: the posts, with an empty
//! line between them. Where each post stands in it, in code points, is told in `metadata`.

use serde::Serialize;

use super::Form;
use crate::document::{Document, Post};
use crate::error::Error;

const BETWEEN: &str = "\n\n";

#[derive(Serialize)]
struct Row<'a> {
    text: String,
    id: &'a str,
    media: [(); 0],
    metadata: Metadata<'a>,
}

#[derive(Serialize)]
struct Metadata<'a> {
    source: &'a str,
    sha256: &'a str,
    kind: &'a str,
    title: Option<&'a str>,
    language: Option<&'a str>,
    language_score: Option<f64>,
    captured_at: Option<&'a str>,
    posts: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    id: &'a str,
    role: &'a str,
    author: Option<&'a str>,
    date: Option<&'a str>,
    date_earliest: Option<&'a str>,
    date_latest: Option<&'a str>,
    score: Option<i64>,
    accepted: Option<bool>,
    parent: Option<usize>,
    start: usize,
    end: usize,
}

pub(super) fn write(document: &Document, _: Form) -> Result<Vec<u8>, Error> {
    let mut text = String::new();
    let mut points = 0;
    let mut posts = Vec::with_capacity(document.posts.len());
    for post in &document.posts {
        if !text.is_empty() {
            text.push_str(BETWEEN);
            points += BETWEEN.len();
        }
        let end = points + post.text.chars().count();
        posts.push(place(post, points, end));
        text.push_str(&post.text);
        points = end;
    }
    let language = document.language.as_ref();
    let metadata = Metadata {
        source: &document.source.name,
        sha256: &document.source.sha256,
        kind: document.kind,
        title: document.title.as_deref(),
        language: language.map(|language| language.code),
        language_score: language.map(|language| language.confidence),
        captured_at: document.source.captured_at.as_deref(),
        posts,
    };
    super::value(&Row { text, id: &document.id, media: [], metadata }, Form::Line)
}

fn place(post: &Post, start: usize, end: usize) -> Place<'_> {
    let date = post.date.as_ref();
    Place {
        id: &post.id,
        role: post.role,
        author: post.author.as_deref(),
        date: date.map(|date| &*date.raw),
        date_earliest: date.and_then(|date| date.earliest.as_deref()),
        date_latest: date.and_then(|date| date.latest.as_deref()),
        score: post.score,
        accepted: post.accepted,
        parent: post.parent,
        start,
        end,
    }
}
