//! Microdata and RDFa: elements that are said to be questions, answers, comments, and what in them is said to be the words, the name,
//! the date.
use super::{Claim, Claims, MOST, Said};
use crate::{
    markup::{Element, Layout, NO_PARENT},
    structure::tree::{Kind, Role},
    text::Span,
};

/// Types of posts.
const TYPES: [(&str, Role); 5] = [
    ("^question", Role::Question),
    ("^answer", Role::Answer),
    ("^comment", Role::Comment),
    ("^discussionforumposting", Role::Post),
    ("^socialmediaposting", Role::Post),
];

/// The claims of a page's elements.
pub(super) fn read(layout: &Layout, text: &str) -> Option<Claims> {
    let page = Page { layout, text };
    let posts: Vec<(usize, Role)> = (0..layout.elements.len()).filter_map(|at| Some((at, page.role(at)?))).take(MOST).collect();
    let holds = |role: Role| posts.iter().any(|(_, own)| *own == role);
    let kind = match (page.has_any("^faqpage"), holds(Role::Question), holds(Role::Answer)) {
        (true, ..) => Kind::Faq,
        (_, true, true) => Kind::Qa,
        _ => Kind::Forum,
    };
    let mut claims = Claims { claims: Vec::new(), kind, title: None, shown: Vec::new() };
    let mut index = vec![None; posts.len()];
    for (n, (at, role)) in posts.iter().enumerate() {
        let outer = page.ancestors(*at).find_map(|outer| posts.binary_search_by_key(&outer, |post| post.0).ok());
        let words: &[&str] =
            if (kind, *role) == (Kind::Faq, Role::Question) { &["@name"] } else { &["@text", "@articlebody", "@description"] };
        let title = || if *role == Role::Question { page.part(*at, &["@name"]) } else { None };
        let Some(said) = page.part(*at, words).or_else(title) else { continue };
        if claims.claims.is_empty() {
            claims.title = page.part(*at, &["@headline", "@name"]).map(|span| span.of(text).to_owned());
        }
        // What a message of a flat thread stands in is the thread.
        let parent =
            outer.and_then(|n| index.get(n).copied().flatten()).filter(|_| kind != Kind::Forum || *role == Role::Comment);
        let shown = |names: &[&str]| page.part(*at, names).map(|span| span.of(text).to_owned());
        if let Some(slot) = index.get_mut(n) {
            *slot = Some(claims.claims.len());
        }
        claims.claims.push(Claim {
            role: *role,
            said: Said::Shown(said),
            author: page.writer(*at).map(|span| span.of(text).to_owned()),
            date: shown(&["@datecreated", "@datepublished"]),
            parent,
        });
    }
    (!claims.claims.is_empty()).then_some(claims)
}

struct Page<'a> {
    layout: &'a Layout,
    text: &'a str,
}

impl Page<'_> {
    fn has(&self, element: &Element, mark: &str) -> bool {
        self.layout.known(mark).is_some_and(|mark| element.marks.binary_search(&mark).is_ok())
    }

    fn has_any(&self, mark: &str) -> bool {
        self.layout.elements.iter().any(|element| self.has(element, mark))
    }

    fn role(&self, at: usize) -> Option<Role> {
        let element = self.layout.elements.get(at)?;
        TYPES.iter().find(|(mark, _)| self.has(element, mark)).map(|(_, role)| *role)
    }

    fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> {
        let parent = |at: usize| self.layout.elements.get(at).map(|e| e.parent).filter(|p| *p != NO_PARENT);
        std::iter::successors(parent(at), move |at| parent(*at))
    }

    /// What the first element within the item `at` shows that is said to be one of `names`, in another item within it aside.
    fn part(&self, at: usize, names: &[&str]) -> Option<Span> {
        let names: Vec<u32> = names.iter().filter_map(|name| self.layout.known(name)).collect();
        let end = self.layout.elements.get(at)?.next;
        let mut inner = at + 1;
        while let Some(element) = self.layout.elements.get(inner).filter(|_| inner < end && !names.is_empty()) {
            let is_item = element.marks.iter().any(|mark| self.layout.name(*mark).starts_with(Layout::TYPE));
            if !element.span.is_empty() && !is_item && names.iter().any(|name| element.marks.contains(name)) {
                return Some(element.span);
            }
            inner = if is_item { element.next } else { inner + 1 };
        }
        None
    }

    /// The name of the person, or what is said to be the author.
    fn writer(&self, at: usize) -> Option<Span> {
        let author = self.layout.known("@author").or_else(|| self.layout.known("@creator"))?;
        let end = self.layout.elements.get(at)?.next;
        let mut inner = at + 1;
        while let Some(element) = self.layout.elements.get(inner).filter(|_| inner < end) {
            if element.marks.contains(&author) && !element.span.is_empty() {
                return self.part(inner, &["@name"]).or(Some(element.span)).filter(|span| !span.of(self.text).contains('\n'));
            }
            inner = if self.role(inner).is_some() { element.next } else { inner + 1 };
        }
        None
    }
}
