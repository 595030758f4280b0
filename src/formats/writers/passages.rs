//! The passages of a document: what is looked up and shown in answer to a question.
//!
//! A passage is a section of a post, or the whole post where it has no headings. It is a slice of the clean text, so that its
//! offsets are true by construction; where furniture stands inside a section, the passage ends and another begins.

use std::ops::Range;

use serde::Serialize;

use crate::document::{Document, Post, Section};
use crate::text::CodePoints;

/// A slice of a document's text with what is known of it.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// The id of the post and the number of the passage in it.
    pub(super) id: String,
    pub(super) text: &'a str,
    /// Where it stands in the clean text, in code points.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) about: About<'a>,
}

/// What is known of a passage. All keys are always there.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct About<'a> {
    /// What the input is called.
    source: &'a str,
    document_id: &'a str,
    post_id: &'a str,
    /// The post that this one answers.
    parent_id: Option<&'a str>,
    kind: &'a str,
    title: Option<&'a str>,
    role: &'a str,
    heading: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<&'a str>,
    date_earliest: Option<&'a str>,
    date_latest: Option<&'a str>,
    score: Option<i64>,
    accepted: Option<bool>,
    language: Option<&'a str>,
}

/// The keys that only a machine reads: no model should be shown them.
pub(super) const MACHINE_KEYS: [&str; 4] = ["source", "document_id", "post_id", "parent_id"];

pub(super) fn of(document: &Document) -> Vec<Passage<'_>> {
    let mut points = CodePoints::of(&document.text);
    let mut passages = Vec::new();
    for post in &document.posts {
        let mut number = 0;
        let mut cursor = post.span.start;
        for section in &post.sections {
            let range = range(&document.text, post, section, cursor);
            cursor = range.end;
            for piece in without_furniture(document, range) {
                number += 1;
                let text = document.text.get(piece.clone()).unwrap_or_default();
                let (start, end) = (points.at(piece.start), points.at(piece.end));
                let about = about(document, post, section);
                passages.push(Passage { id: format!("{}-{number}", post.id), text, start, end, about });
            }
        }
    }
    passages
}

fn about<'a>(document: &'a Document, post: &'a Post, section: &'a Section) -> About<'a> {
    let date = post.date.as_ref();
    About {
        source: &document.source.name,
        document_id: &document.id,
        post_id: &post.id,
        parent_id: post.parent.and_then(|parent| document.posts.get(parent)).map(|parent| &*parent.id),
        kind: document.kind,
        title: document.title.as_deref(),
        role: post.role,
        heading: section.heading.as_deref(),
        author: post.author.as_deref(),
        date: date.map(|date| &*date.raw),
        date_earliest: date.and_then(|date| date.earliest.as_deref()),
        date_latest: date.and_then(|date| date.latest.as_deref()),
        score: post.score,
        accepted: post.accepted,
        language: post.language.as_ref().map(|language| language.code),
    }
}

/// From the heading, or the line on which the first block begins, to the end of the last block.
fn range(text: &str, post: &Post, section: &Section, cursor: usize) -> Range<usize> {
    let first = section.blocks.first();
    let limit = first.map_or(post.span.end, |block| block.span.start).max(cursor);
    let before = text.get(cursor..limit).unwrap_or_default();
    // A heading is a slice of what stands before the first block.
    let heading = section.heading.as_deref().and_then(|heading| Some((before.find(heading)?, heading.len())));
    let start = match (heading, first) {
        (Some((at, _)), _) => cursor + at,
        // The bullet or the label of an item, the sign of a quote.
        (None, Some(block)) if matches!(block.r#type, "item" | "quote") => {
            before.rfind('\n').map_or(cursor, |line| cursor + line + 1)
        }
        (None, Some(_)) => limit,
        (None, None) => cursor,
    };
    let end = section.blocks.last().map_or_else(|| start + heading.map_or(0, |(_, length)| length), |block| block.span.end);
    start..end.max(start)
}

/// What of `range` was said, in pieces that hold no furniture. Marks, such as bullets, are part of what was written.
fn without_furniture(document: &Document, range: Range<usize>) -> Vec<Range<usize>> {
    let first = document.dropped.partition_point(|dropped| dropped.span.end <= range.start);
    let inside = document.dropped.iter().skip(first).take_while(|dropped| dropped.span.start < range.end);
    let mut pieces = Vec::new();
    let mut start = range.start;
    for dropped in inside.filter(|dropped| dropped.reason != "mark") {
        pieces.push(start..dropped.span.start.max(start));
        start = dropped.span.end.max(start);
    }
    pieces.push(start..range.end.max(start));
    let trimmed = pieces.into_iter().map(|piece| {
        let text = document.text.get(piece.clone()).unwrap_or_default();
        let start = piece.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    });
    trimmed.filter(|piece| !piece.is_empty()).collect()
}
