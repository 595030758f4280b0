//! Markdown.
use super::{Page, layout::Layout, map::TextMap};

pub(super) fn read(source: &str) -> Page {
    Page { text: source.to_owned(), map: TextMap::default(), layout: Layout::default() }
}
