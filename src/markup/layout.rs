//! What the marks say of the text.
use crate::text::Span;
use std::collections::HashMap;

/// The parent of what stands at the top.
pub const NO_PARENT: usize = usize::MAX;

/// The elements of a page over its text.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// In the order of their start tags; what an element holds follows it directly.
    pub elements: Vec<Element>,
    /// Where the text leads.
    pub links: Vec<Link>,
    /// The title of the page, which is no part of its visible text.
    pub title: Option<String>,
    /// The page's JSON-LD, script by script: what it says of itself, which nobody sees.
    pub linked_data: Vec<String>,
    names: Vec<Box<str>>,
    index: HashMap<Box<str>, u32>,
}

/// An element that was open over some of the text.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its tag; [`Layout::name`] spells it.
    pub tag: u32,
    /// Words of its class, its id, and of the properties and types of schema.org that it is said to have, without the numbers in
    /// them; sorted.
    pub marks: Vec<u32>,
    /// The element it stands in, or [`NO_PARENT`].
    pub parent: usize,
    /// The first element behind all that stand in it.
    pub next: usize,
    /// How many elements it stands in.
    pub depth: usize,
    /// From its first to its last visible character; empty when it shows nothing.
    pub span: Span,
    /// A value that its tag carries: the `datetime` of a `time`, the `start` of a list, the `cite` of a quotation.
    pub value: Option<Box<str>>,
}

/// A link of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What can be clicked.
    pub span: Span,
    /// Where it leads, as written.
    pub href: String,
}

impl Layout {
    /// What stands before a property among the marks of an element: `@author`.
    pub const PROPERTY: &str = "@";
    /// What stands before a type: `^answer`.
    pub const TYPE: &str = "^";

    /// Ends an element: it showed nothing, or all up to `end`, and leads to `href`.
    pub(super) fn close(&mut self, at: usize, shown: bool, end: usize, href: Option<String>) {
        let next = self.elements.len();
        let Some(element) = self.elements.get_mut(at) else { return };
        element.next = next;
        element.span = if shown { Span::new(element.span.start, end.max(element.span.start)) } else { Span::new(end, end) };
        if let Some(href) = href.filter(|_| shown) {
            self.links.push(Link { span: element.span, href });
        }
    }

    /// The number of a tag or mark.
    pub(super) fn symbol(&mut self, name: &str) -> u32 {
        if let Some(symbol) = self.index.get(name) {
            return *symbol;
        }
        let symbol = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.into());
        self.index.insert(name.into(), symbol);
        symbol
    }

    /// The number of a name that has occurred.
    pub fn known(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }

    /// The name behind a number.
    pub fn name(&self, symbol: u32) -> &str {
        usize::try_from(symbol).ok().and_then(|at| self.names.get(at)).map_or("", |name| name)
    }

    /// The tag of `element`.
    pub fn tag(&self, element: &Element) -> &str {
        self.name(element.tag)
    }

    /// Everything moved with its text: `moved` tells where a span has gone.
    #[must_use]
    pub fn moved(mut self, moved: impl Fn(Span) -> Span) -> Self {
        for element in &mut self.elements {
            element.span = moved(element.span);
        }
        for link in &mut self.links {
            link.span = moved(link.span);
        }
        self
    }
}
