//! Markdown, by its events: the text without its marks, the elements that they stand for.
use super::{
    Page,
    layout::{Element, Layout, NO_PARENT},
    writer::{Origin, Writer},
};
use crate::text::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use std::ops::Range;

/// Reads a text in Markdown. HTML in it is not shown, but for its line breaks.
pub(super) fn read(source: &str) -> Page {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES;
    let mut reader =
        Reader { source, writer: Writer::default(), layout: Layout::default(), open: Vec::new(), unstarted: Vec::new() };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.layout.links.sort_by_key(|link| (link.span.start, link.span.end));
    Page { text: reader.writer.text, map: reader.writer.map, layout: reader.layout }
}

struct Reader<'a> {
    source: &'a str,
    writer: Writer,
    layout: Layout,
    open: Vec<Open>,
    unstarted: Vec<usize>,
}

struct Open {
    element: usize,
    name: &'static str,
    href: Option<String>,
    cells: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(_) => self.end(),
            Event::Text(said) => self.text(&said, range),
            Event::Code(said) | Event::InlineMath(said) | Event::DisplayMath(said) => {
                // The marks around it are not shown.
                let marked = self.source.get(range.clone()).unwrap_or("");
                let inner = marked.find(&*said).map_or(range.clone(), |at| range.start + at..range.start + at + said.len());
                self.text(&said, inner);
            }
            Event::InlineHtml(tag) if tag.trim_start_matches('<').to_ascii_lowercase().starts_with("br") => {
                self.writer.line_break()
            }
            Event::InlineHtml(_) | Event::Html(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::SoftBreak => {
                self.writer.run(" ", Origin::Whole(Span::new(range.start, range.end)));
            }
            Event::HardBreak => self.writer.line_break(),
            Event::Rule => self.writer.break_lines(2),
        }
    }

    fn text(&mut self, said: &str, range: Range<usize>) {
        let literal = self.source.get(range.clone()) == Some(said);
        let origin = if literal { Origin::Literal(range.start) } else { Origin::Whole(Span::new(range.start, range.end)) };
        let verbatim = self.open.iter().rev().any(|open| open.name == "pre");
        let first = if verbatim { self.writer.verbatim(said, origin) } else { self.writer.run(said, origin) };
        if let Some(first) = first {
            for at in self.unstarted.drain(..) {
                if let Some(element) = self.layout.elements.get_mut(at) {
                    element.span = Span::new(first, first);
                }
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = name(tag);
        match name {
            "td" => {
                if let Some(row) = self.open.last_mut() {
                    row.cells += 1;
                    if row.cells > 1 {
                        self.writer.cell();
                    }
                }
            }
            "li" | "tr" => self.writer.break_lines(1),
            _ if is_block(name) => self.writer.break_lines(2),
            _ => {}
        }
        let href = match tag {
            Tag::Link { dest_url, .. } => Some(dest_url.to_string()),
            _ => None,
        };
        let value = match tag {
            Tag::List(Some(start)) => Some(start.to_string().into_boxed_str()),
            _ => None,
        };
        let at = self.layout.elements.len();
        let element = Element {
            tag: self.layout.symbol(name),
            marks: Vec::new(),
            parent: self.open.last().map_or(NO_PARENT, |open| open.element),
            next: at + 1,
            depth: self.open.len(),
            span: Span::default(),
            value,
        };
        self.layout.elements.push(element);
        self.unstarted.push(at);
        self.open.push(Open { element: at, name, href, cells: 0 });
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let shown = self.unstarted.pop_if(|at| *at == open.element).is_none();
        self.layout.close(open.element, shown, self.writer.end, open.href);
        match open.name {
            "li" | "tr" => self.writer.break_lines(1),
            name if is_block(name) => self.writer.break_lines(2),
            _ => {}
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" | "ul" | "ol" | "table" | "div")
}

/// The tag of HTML that means the same.
fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Paragraph => "p",
        Tag::Heading { level, .. } => match level {
            HeadingLevel::H1 => "h1",
            HeadingLevel::H2 => "h2",
            HeadingLevel::H3 => "h3",
            HeadingLevel::H4 => "h4",
            HeadingLevel::H5 => "h5",
            HeadingLevel::H6 => "h6",
        },
        Tag::BlockQuote(_) => "blockquote",
        Tag::CodeBlock(_) => "pre",
        Tag::List(Some(_)) => "ol",
        Tag::List(None) => "ul",
        Tag::Item => "li",
        Tag::Table(_) => "table",
        Tag::TableHead | Tag::TableRow => "tr",
        Tag::TableCell => "td",
        Tag::Link { .. } => "a",
        Tag::FootnoteDefinition(_) | Tag::HtmlBlock => "div",
        Tag::Emphasis => "em",
        Tag::Strong => "strong",
        Tag::Strikethrough => "del",
        _ => "span",
    }
}
