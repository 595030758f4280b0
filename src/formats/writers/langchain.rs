//! LangChain: one `langchain_core.documents.Document` a row.
//!
//! A document of LangChain is what a retriever returns, so that it is a passage. `start_index` is what its text splitters call the
//! offset in the source; both offsets count code points.

use serde::Serialize;

use super::Form;
use super::passages::{self, About};
use crate::document::Document;
use crate::error::Error;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    page_content: &'a str,
    metadata: Metadata<'a>,
    r#type: &'static str,
}

#[derive(Serialize)]
struct Metadata<'a> {
    #[serde(flatten)]
    about: About<'a>,
    start_index: usize,
    end_index: usize,
}

pub(super) fn write(document: &Document, _: Form) -> Result<Vec<u8>, Error> {
    super::rows(passages::of(document).iter().map(|passage| Row {
        id: &passage.id,
        page_content: passage.text,
        metadata: Metadata { about: passage.about, start_index: passage.start, end_index: passage.end },
        r#type: "Document",
    }))
}
