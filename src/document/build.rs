//! From spans to words: the tree, the clean text and the map to the input become a [`Document`].

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::{
    Block, ChangeDetail, DateInfo, Document, Dropped, Language, Link, Offsets, Origin, Post, SCHEMA, Section, Source, SourceInfo,
    Warning, changes,
};
use crate::clean::Cleaned;
use crate::decode::{Decoded, Encoding};
use crate::markup::{self, TextMap};
use crate::structure::dates::{self, Captured, Order};
use crate::structure::{self, Role, Tree};
use crate::text::Span;
use crate::{language, versions};

/// How many hexadecimal digits of a digest make an id.
const ID_DIGITS: usize = 16;

pub(super) fn document(
    source: &Source<'_>,
    decoded: &Decoded<'_>,
    origin: Option<Origin<'_>>,
    cleaned: &Cleaned<'_>,
    tree: &Tree,
    detail: ChangeDetail,
) -> Document {
    let places = Places { decoded, map: origin.map(|origin| origin.map), cleaned };
    let sha256 = super::hex(Sha256::digest(source.bytes));
    let found_answers = tree.posts.iter().filter(|post| post.role == Role::Answer).count();
    let language = language_of(cleaned.text());
    Document {
        schema: SCHEMA,
        id: source.id.map_or_else(|| id(&["document", &sha256]), str::to_owned),
        source: SourceInfo {
            name: source.name.to_owned(),
            bytes: source.bytes.len(),
            sha256: sha256.clone(),
            encoding: decoded.encoding.as_str(),
            bom: decoded.bom,
            format: source.format.to_owned(),
            captured_at: source.captured.map(ToString::to_string),
        },
        versions: versions::of_output(),
        language: language.clone(),
        kind: tree.kind.as_str(),
        title: tree.title.map(|span| places.words(span)),
        declared_answers: tree.declared_answers,
        found_answers: u32::try_from(found_answers).unwrap_or(u32::MAX),
        text: cleaned.text().to_owned(),
        posts: posts(tree, &places, source, language.as_ref()),
        links: links(origin.map_or(&[], |origin| origin.links), &places),
        dropped: tree.dropped.iter().map(|dropped| places.dropped(dropped)).collect(),
        changes: changes::changes(&places, detail),
        findings: changes::findings(&places),
        warnings: warnings(decoded, tree),
    }
}

/// Where things stand: in the clean text and in the input.
pub(super) struct Places<'a> {
    pub(super) decoded: &'a Decoded<'a>,
    pub(super) map: Option<&'a TextMap>,
    pub(super) cleaned: &'a Cleaned<'a>,
}

impl Places<'_> {
    fn words(&self, span: Span) -> String {
        span.of(self.cleaned.text()).to_owned()
    }

    /// The input bytes of a span of the clean text.
    pub(super) fn source(&self, span: Span) -> Offsets {
        self.input(self.cleaned.tracked().source_span(span))
    }

    /// The input bytes of a span of the text before it was cleaned.
    pub(super) fn input(&self, text: Span) -> Offsets {
        offsets(self.decoded.source_span(self.map.map_or(text, |map| map.source_span(text))))
    }

    fn dropped(&self, dropped: &structure::Dropped) -> Dropped {
        Dropped {
            text: self.words(dropped.span),
            reason: dropped.reason.as_str(),
            span: offsets(dropped.span),
            source: self.source(dropped.span),
        }
    }

    fn section(&self, section: &structure::Section) -> Section {
        Section {
            heading: section.heading.map(|span| self.words(span)),
            level: section.level,
            blocks: section.blocks.iter().map(|block| self.block(block)).collect(),
        }
    }

    fn block(&self, block: &structure::Block) -> Block {
        Block {
            r#type: block.kind.as_str(),
            label: block.label.map(|span| self.words(span)),
            text: block.joined.clone().unwrap_or_else(|| self.words(block.text)),
            span: offsets(block.text),
            source: self.source(block.text),
        }
    }
}

fn links(links: &[markup::Link], places: &Places<'_>) -> Vec<Link> {
    let shown = links.iter().filter(|link| !link.span.is_empty());
    shown
        .map(|link| Link {
            text: places.words(link.span),
            href: link.href.clone(),
            span: offsets(link.span),
            source: places.source(link.span),
        })
        .collect()
}

pub(super) const fn offsets(span: Span) -> Offsets {
    Offsets { start: span.start, end: span.end }
}

fn posts(tree: &Tree, places: &Places<'_>, source: &Source<'_>, language: Option<&Language>) -> Vec<Post> {
    let document = source.id.unwrap_or(source.name);
    let dates = tree.posts.iter().filter_map(|post| post.date).map(|date| date.of(places.cleaned.text()));
    let order = Order::of(dates).or_else(|| Order::of_language(language?.code));
    let mut equals: HashMap<(&str, String), usize> = HashMap::new();
    tree.posts
        .iter()
        .map(|post| {
            let text = tree.said(post, places.cleaned.text());
            // Equal posts are told apart by their number among equals, so that an edit elsewhere renumbers nothing.
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let ordinal = equals.entry((post.role.as_str(), folded.clone())).or_default();
            *ordinal += 1;
            Post {
                id: id(&["post", document, post.role.as_str(), &folded, &ordinal.to_string()]),
                role: post.role.as_str(),
                language: language_of(&text),
                text,
                author: post.author.map(|span| places.words(span)),
                date: post.date.map(|span| date(places.words(span), source.captured, order)),
                score: post.score,
                accepted: post.accepted,
                parent: post.parent,
                span: offsets(post.span),
                source: places.source(post.span),
                sections: post.sections.iter().map(|section| places.section(section)).collect(),
            }
        })
        .collect()
}

fn language_of(text: &str) -> Option<Language> {
    language::detect(text).map(|(code, confidence)| Language { code, confidence })
}

fn date(raw: String, captured: Option<&Captured>, order: Option<Order>) -> DateInfo {
    let when = dates::read(&raw, captured, order);
    let interval = when.and_then(|when| when.interval);
    DateInfo {
        raw,
        earliest: interval.map(|interval| interval.earliest.to_string()),
        latest: interval.map(|interval| interval.latest.to_string()),
        precision: when.map(|when| when.precision.as_str()),
    }
}

fn warnings(decoded: &Decoded<'_>, tree: &Tree) -> Vec<Warning> {
    let name = decoded.encoding.as_str();
    let why = match decoded.encoding {
        Encoding::Legacy(_) => "the bytes are not UTF-8, nothing says what they are, and this fits best",
        _ => "the zero bytes say so, but no byte order mark does",
    };
    let guessed = Warning { code: "encoding_guessed", message: format!("read as {name}: {why}") };
    let guessed = decoded.guessed.then_some(guessed);
    let message = format!("{name} has two codes for a character of this text: encoded again, the input is not the same bytes");
    let irreversible = (!decoded.is_reversible).then_some(Warning { code: "encoding_not_reversible", message });
    let tree = tree.warnings.iter().map(|warning| Warning {
        code: warning.kind.as_str(),
        message: format!("answers declared: {}, found: {}", warning.declared, warning.found),
    });
    guessed.into_iter().chain(irreversible).chain(tree).collect()
}

/// An id that depends on nothing but its parts.
fn id(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    let mut id = super::hex(digest.finalize());
    id.truncate(ID_DIGITS);
    id
}
