//! The line that the marks of a page show as its name.
use super::lines::Line;
use crate::{markup::Layout, text::Span};

/// How much of the title of a window is compared, and with how many headings of a level.
const LONGEST: usize = 1000;
const MOST: usize = 64;

/// The line that names the page: its heading above the byte `first`, best the one that the title of the window repeats.
pub(crate) fn find(text: &str, lines: &[Line], layout: &Layout, first: usize) -> Option<usize> {
    let window = layout.title.as_deref().unwrap_or("");
    let window = window.get(..window.floor_char_boundary(LONGEST)).unwrap_or(window);
    let heading = |level: &'static str| {
        let tag = layout.known(level);
        let above = layout.elements.iter().filter(move |e| Some(e.tag) == tag && !e.span.is_empty() && e.span.start <= first);
        above.take(MOST)
    };
    let named = |span: Span| window.contains(first_line(text, span).of(text));
    let found = heading("h1").find(|e| named(e.span)).or_else(|| heading("h2").find(|e| named(e.span)));
    if let Some(found) = found.or_else(|| heading("h1").next()) {
        return Some(lines.partition_point(|line| line.span.end <= found.span.start));
    }
    // Without one, the line that the title of the window begins with.
    let till = lines.partition_point(|line| line.span.start < first);
    (0..till).rev().find(|i| {
        let said = lines.get(*i).map_or("", |l| l.of(text));
        said.split_whitespace().count() >= 2 && window.starts_with(said)
    })
}

/// The first line of what an element shows.
pub(crate) fn first_line(text: &str, span: Span) -> Span {
    let said = span.of(text);
    let end = said.find(['\n', '\t']).map_or(said.len(), |at| said.get(..at).unwrap_or("").trim_end().len());
    Span::new(span.start, span.start + end)
}
