//! LlamaIndex: one `llama_index.core.schema.TextNode` a row, as `TextNode.from_dict` reads it.
//!
//! A node is what is embedded and retrieved, so that it is a passage. Offsets count code points of the document's clean text, which
//! is the node's source.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Form;
use super::passages::{self, About, MACHINE_KEYS};
use crate::document::Document;
use crate::error::Error;

/// `NodeRelationship` of the library: these are its values on the wire.
const SOURCE: &str = "1";
const PREVIOUS: &str = "2";
const NEXT: &str = "3";

/// `ObjectType` of the library.
const TEXT: &str = "1";
const DOCUMENT: &str = "4";

#[derive(Serialize)]
struct Row<'a> {
    id_: &'a str,
    embedding: Option<()>,
    metadata: About<'a>,
    excluded_embed_metadata_keys: [&'static str; 4],
    excluded_llm_metadata_keys: [&'static str; 4],
    /// The first passage has no previous one and the last no next one: the library knows no null here.
    relationships: BTreeMap<&'static str, Related<'a>>,
    text: &'a str,
    mimetype: &'static str,
    start_char_idx: usize,
    end_char_idx: usize,
    class_name: &'static str,
}

#[derive(Serialize)]
struct Related<'a> {
    node_id: &'a str,
    node_type: &'static str,
    metadata: BTreeMap<&'static str, ()>,
    hash: Option<()>,
    class_name: &'static str,
}

impl<'a> Related<'a> {
    const fn to(node_id: &'a str, node_type: &'static str) -> Self {
        Self { node_id, node_type, metadata: BTreeMap::new(), hash: None, class_name: "RelatedNodeInfo" }
    }
}

pub(super) fn write(document: &Document, _: Form) -> Result<Vec<u8>, Error> {
    let passages = passages::of(document);
    let id_at = |at: Option<usize>| Some(&*passages.get(at?)?.id);
    super::rows(passages.iter().enumerate().map(|(at, passage)| {
        let mut relationships = BTreeMap::from([(SOURCE, Related::to(&document.id, DOCUMENT))]);
        relationships.extend(id_at(at.checked_sub(1)).map(|id| (PREVIOUS, Related::to(id, TEXT))));
        relationships.extend(id_at(at.checked_add(1)).map(|id| (NEXT, Related::to(id, TEXT))));
        Row {
            id_: &passage.id,
            embedding: None,
            metadata: passage.about,
            excluded_embed_metadata_keys: MACHINE_KEYS,
            excluded_llm_metadata_keys: MACHINE_KEYS,
            relationships,
            text: passage.text,
            mimetype: "text/plain",
            start_char_idx: passage.start,
            end_char_idx: passage.end,
            class_name: "TextNode",
        }
    }))
}
