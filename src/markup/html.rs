//! HTML, read as browsers read it. The tokens are the standard's; of its tree construction only what changes which text
//! stands in which element: implied ends, scopes, misnested runs. All of it takes one step for each token.
pub(super) mod charset;
mod tokens;

use super::{
    Page,
    layout::{Element, Layout, NO_PARENT},
    tags::{self, Traits},
    writer::{Origin, Writer},
};
use crate::text::Span;
use tokens::Tag;

/// How deep elements are nested, as in browsers. A deeper one takes the place of the one before.
const DEEPEST: usize = 512;
/// How many words of a class are kept.
const MOST_MARKS: usize = 24;
/// How much of such a word.
const LONGEST_MARK: usize = 80;

/// Reads an HTML page or a piece of one.
pub(super) fn read(source: &str) -> Page {
    let mut builder = Builder::default();
    tokens::each(source, &mut builder);
    builder.end()
}

/// Builds the page from tokens.
#[derive(Debug, Default)]
struct Builder {
    writer: Writer,
    layout: Layout,
    open: Vec<Open>,
    /// For each tag, at which depths it is open.
    depths: std::collections::HashMap<u32, Vec<usize>>,
    /// At which depths stand elements that are no runs of text, that bound scopes, that are tables.
    blocks: Vec<usize>,
    scopes: Vec<usize>,
    tables: Vec<usize>,
    /// Elements that have not shown anything yet: `layout.elements` from here on, those that are open.
    unstarted: Vec<usize>,
    /// How many open elements hide what stands in them, and how many keep its white space.
    hidden: usize,
    verbatim: usize,
    /// A line feed directly behind `<pre>` is not shown.
    fresh: bool,
    title: Option<String>,
    /// The script of linked data that is open.
    linked_data: Option<String>,
}

/// An element whose end has not come.
#[derive(Debug)]
struct Open {
    element: usize,
    tag: u32,
    traits: Traits,
    hides: bool,
    /// How many cells of this row have begun.
    cells: usize,
    href: Option<String>,
}

impl Builder {
    fn text(&mut self, said: &str, origin: Origin) {
        if self.hidden > 0 {
            if let Some(data) = &mut self.linked_data {
                data.push_str(said);
            }
            if self.layout.name(self.open.last().map_or(u32::MAX, |open| open.tag)) == "title" && self.layout.title.is_none() {
                self.title.get_or_insert_default().push_str(said);
            }
            return;
        }
        let fresh = std::mem::take(&mut self.fresh);
        let (said, origin) = match (said.strip_prefix("\r\n").or_else(|| said.strip_prefix(['\n', '\r'])), origin) {
            (Some(rest), Origin::Literal(at)) if fresh => (rest, Origin::Literal(at + said.len() - rest.len())),
            _ => (said, origin),
        };
        let first = if self.verbatim > 0 { self.writer.verbatim(said, origin) } else { self.writer.run(said, origin) };
        if let Some(first) = first {
            for at in self.unstarted.drain(..) {
                if let Some(element) = self.layout.elements.get_mut(at) {
                    element.span = Span::new(first, first);
                }
            }
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let traits = tags::traits(name);
        let symbol = self.layout.symbol(name);
        self.fresh = false;
        match name {
            // There is one of each; a second one says nothing new.
            "html" | "body" | "head" if self.is_open(symbol) => return,
            "br" => {
                if self.hidden == 0 {
                    self.writer.line_break();
                }
                return;
            }
            _ => {}
        }
        let (closed, bounds) = tags::closes(name);
        self.close_any(closed, bounds);
        if traits.has(Traits::CLOSES_P) {
            self.close_paragraph();
        }
        if traits.has(Traits::BLOCK) {
            self.break_lines(traits);
        }
        if traits.has(Traits::VOID) {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.pop();
        }
        if matches!(name, "td" | "th")
            && let Some(row) = self.open.last_mut()
        {
            row.cells += 1;
            if row.cells > 1 && self.hidden == 0 {
                self.writer.cell();
            }
        }
        self.push(tag, symbol, traits);
        self.fresh = traits.has(Traits::VERBATIM);
    }

    fn push(&mut self, tag: &Tag, symbol: u32, traits: Traits) {
        let mut marks: Vec<u32> = Vec::new();
        for word in tag.classes.split_ascii_whitespace().take(MOST_MARKS) {
            marks.push(self.layout.symbol(&folded("", word)));
        }
        if !tag.id.is_empty() {
            marks.push(self.layout.symbol(&folded("#", &tag.id)));
        }
        for (lead, words) in [(Layout::PROPERTY, &tag.properties), (Layout::TYPE, &tag.types)] {
            for word in words.split_ascii_whitespace().take(MOST_MARKS) {
                // Of an address, or of a word with its vocabulary, the last part.
                let word = word.rsplit(['/', ':', '#']).next().unwrap_or(word);
                marks.push(self.layout.symbol(&folded(lead, word)));
            }
        }
        marks.sort_unstable();
        marks.dedup();
        self.linked_data = tag.linked_data.then(String::new);
        let at = self.layout.elements.len();
        let element = Element {
            tag: symbol,
            marks,
            parent: self.open.last().map_or(NO_PARENT, |open| open.element),
            next: at + 1,
            depth: self.open.len(),
            span: Span::default(),
            value: tag.value.as_deref().map(Into::into),
        };
        self.layout.elements.push(element);
        self.unstarted.push(at);
        let hides = traits.has(Traits::HIDDEN) || tag.hidden;
        self.hidden += usize::from(hides);
        self.verbatim += usize::from(traits.has(Traits::VERBATIM));
        let depth = self.open.len();
        self.depths.entry(symbol).or_default().push(depth);
        for (holds, depths) in [
            (!traits.has(Traits::INLINE), &mut self.blocks),
            (traits.has(Traits::SCOPE), &mut self.scopes),
            (traits.has(Traits::TABLE), &mut self.tables),
        ] {
            if holds {
                depths.push(depth);
            }
        }
        self.open.push(Open { element: at, tag: symbol, traits, hides, cells: 0, href: tag.href.clone() });
    }

    fn finish(&mut self, name: &str) {
        let traits = tags::traits(name);
        let symbol = self.layout.symbol(name);
        match name {
            "br" => return self.start(&Tag { name: "br".to_owned(), ..Tag::default() }),
            // What follows them is still shown in them.
            "html" | "body" => return,
            _ => {}
        }
        let Some(depth) = self.depth_of(symbol) else { return };
        let bound = if traits.has(Traits::INLINE) {
            self.blocks.last()
        } else if matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot") {
            self.tables.last()
        } else if traits.has(Traits::TABLE) {
            None
        } else {
            self.scopes.last()
        };
        if bound.is_none_or(|bound| *bound <= depth) {
            self.close_to(depth);
        }
    }

    /// Closes the innermost of `names`, unless one of `bounds` or a table's cell stands between.
    fn close_any(&mut self, names: &[&str], bounds: &[&str]) {
        let innermost = |names: &[&str]| names.iter().filter_map(|name| self.known(name)).filter_map(|s| self.depth_of(s)).max();
        let outermost_first = {
            let bound = innermost(bounds).max(if bounds.contains(&"table") { None } else { self.scopes.last().copied() });
            let above = |name: &&str| {
                let depths = self.known(name).and_then(|s| self.depths.get(&s))?;
                let first = depths.partition_point(|depth| bound.is_some_and(|bound| *depth <= bound));
                depths.get(first).copied()
            };
            names.iter().filter_map(above).min()
        };
        if let Some(depth) = outermost_first {
            self.close_to(depth);
        }
    }

    fn close_paragraph(&mut self) {
        let Some(depth) = self.known("p").and_then(|p| self.depth_of(p)) else { return };
        if self.scopes.last().is_none_or(|scope| *scope < depth) {
            self.close_to(depth);
        }
    }

    fn known(&self, name: &str) -> Option<u32> {
        self.layout.known(name)
    }

    fn is_open(&self, symbol: u32) -> bool {
        self.depth_of(symbol).is_some()
    }

    fn depth_of(&self, symbol: u32) -> Option<usize> {
        self.depths.get(&symbol)?.last().copied()
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let depth = self.open.len();
        if let Some(depths) = self.depths.get_mut(&open.tag) {
            depths.pop();
        }
        for depths in [&mut self.blocks, &mut self.scopes, &mut self.tables] {
            if depths.last() == Some(&depth) {
                depths.pop();
            }
        }
        self.hidden -= usize::from(open.hides);
        self.verbatim -= usize::from(open.traits.has(Traits::VERBATIM));
        self.layout.linked_data.extend(self.linked_data.take());
        if let Some(title) = self.title.take() {
            self.layout.title.get_or_insert(title.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        // Only the innermost elements can be without a start: what shows anything starts all that are open.
        let shown = self.unstarted.pop_if(|at| *at == open.element).is_none();
        self.layout.close(open.element, shown, self.writer.end, open.href);
        if open.traits.has(Traits::BLOCK) {
            self.break_lines(open.traits);
        }
    }

    fn break_lines(&mut self, traits: Traits) {
        if self.hidden == 0 {
            self.writer.break_lines(if traits.has(Traits::SPACED) { 2 } else { 1 });
        }
    }

    fn end(mut self) -> Page {
        self.close_to(0);
        self.layout.links.sort_by_key(|link| (link.span.start, link.span.end));
        Page { text: self.writer.text, map: self.writer.map, layout: self.layout }
    }
}

/// A word of a class or an id without its numbers: those of repeated parts differ in nothing else.
fn folded(lead: &str, word: &str) -> String {
    let letters = word.chars().take(LONGEST_MARK).filter(|c| !c.is_ascii_digit()).map(|c| c.to_ascii_lowercase());
    lead.chars().chain(letters).collect()
}
