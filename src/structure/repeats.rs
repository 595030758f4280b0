//! Pages whose marks show the posts: the same container again and again, each with a date, mostly with a name, and with words.
//!
//! No site is known here. Elements that share a tag and a word of their class (or the shape of their id) are a *kind*. The
//! kind whose instances each hold a date and together most of the page are the posts. Inside them, what comes back once in
//! each under one mark is the name, the date or the words: the words are the most text without the date, the name is short
//! and is mostly marked as such. Signatures, ranks and buttons are what else comes back.
mod shown;
mod when;

use super::{
    cues::{self, Cue, Deed, Reading},
    dates, headline,
    lines::{Line, digest},
    posts::{Draft, Fate, Plan, reason},
    threads,
    tree::{DropReason, Kind, Role},
};
use crate::{
    markup::{Element, Layout, NO_PARENT},
    text::Span,
};

pub(crate) use shown::narrowed;
use std::collections::{HashMap, HashSet};

/// A tag and one word of its class or id.
type Mark = (u32, u32);
/// In place of the word for an element that has none.
const BARE: u32 = u32::MAX;

/// Parts of words that mark a name, and those that as often mark what stands beside it.
const NAMES: [&str; 6] = ["author", "username", "user-name", "nick", "poster", "creator"];
const NEAR_NAMES: [&str; 4] = ["user", "member", "name", "fn"];
/// Parts of words that mark what is told of somebody beside the name.
const BESIDE_NAMES: [&str; 9] = ["badge", "title", "rank", "role", "avatar", "desc", "meta", "status", "count"];
/// Parts of words that mark what its writer puts under everything.
const SIGNATURES: [&str; 2] = ["signature", "-sig"];

/// How many containers around a post are asked whose reply it is.
const HIGHEST: usize = 64;
/// Parts of words that mark what readers say of something else.
const REMARKS: [&str; 3] = ["comment", "repl", "kommentar"];

/// What comes back on a page.
pub(crate) struct Shown {
    pub plan: Plan,
    /// Whether its marks call it comments.
    pub remarks: bool,
}

/// A container that comes back. What stands in another one within it is not its own.
#[derive(Clone, Copy, Debug)]
struct Post {
    /// Its element, and the first element behind its own ones.
    at: usize,
    until: usize,
    span: Span,
}

/// Reads the posts of a page off its marks; none where nothing comes back.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading], layout: &Layout) -> Option<Shown> {
    let page = Page { text, lines, readings, layout, dates: when::places(text, lines, readings), own: own(text, lines) };
    let posts = page.posts()?;
    let when = page.date_mark(&posts);
    let body = page.body(&posts, when)?;
    let posts = page.opening(posts, body);
    let author = page.author(&posts, body);
    let parents = page.parents(&posts);
    let is_tree = parents.iter().any(Option::is_some);
    let mut drafts: Vec<Option<usize>> = Vec::new();
    let mut plan = Plan::new(Kind::Forum, readings);
    let mut said = 0;
    for (post, parent) in posts.iter().zip(parents) {
        drafts.push(None);
        let Some(words) = page.inside(*post, body) else { continue };
        let date = page.date(*post, words, when);
        let name = author.and_then(|mark| page.name_at(*post, mark));
        let name = name.or_else(|| page.said_name(*post, words));
        // In a tree, all but what opens it are remarks on something.
        let role = if is_tree && !plan.drafts.is_empty() { Role::Comment } else { Role::Post };
        let parent = parent.and_then(|n| drafts.get(n).copied().flatten());
        let at = plan.push(Draft { author: name, date, parent, ..Draft::new(role) });
        if let Some(slot) = drafts.last_mut() {
            *slot = Some(at);
        }
        for i in page.lines_of(post.span) {
            let (Some(line), Some(reading)) = (lines.get(i), readings.get(i)) else { continue };
            let in_words = line.span.start >= words.span.start && line.span.end <= words.span.end;
            let fate = if !in_words {
                let names = name.is_some_and(|n| n.start >= line.span.start && n.end <= line.span.end);
                Fate::Drop(if names { DropReason::Attribution } else { reason(reading.cue) })
            } else if page.is_signature(line.span, words) {
                Fate::Drop(DropReason::Badge)
            } else if matches!(reading.cue, Cue::Button | Cue::Counter | Cue::Deed(Deed::Edited)) {
                Fate::Drop(reason(reading.cue))
            } else {
                said += 1;
                Fate::Body(at)
            };
            plan.set(i, fate);
        }
    }
    let first = posts.first().map_or(0, |post| post.span.start);
    if let Some(title) = headline::find(text, lines, layout, first) {
        plan.title = lines.get(title).map(|line| line.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    let called = |post: &Post| {
        let marks = std::iter::successors(Some(post.at), |at| Some(page.element(*at).parent).filter(|p| *p != NO_PARENT)).take(2);
        marks.flat_map(|at| page.marks(at)).any(|m| REMARKS.iter().any(|word| layout.name(m.1).contains(word)))
    };
    let remarks = posts.iter().filter(|post| called(post)).count() * 10 >= posts.len() * 7;
    (said > 0).then_some(Shown { plan, remarks })
}

struct Page<'a> {
    text: &'a str,
    lines: &'a [Line],
    readings: &'a [Reading],
    layout: &'a Layout,
    /// Where dates of posts stand, sorted.
    dates: Vec<Span>,
    /// Bytes that stand in lines which come back nowhere, before each line and before the end.
    own: Vec<usize>,
}

/// Sums of the bytes in lines that come back nowhere: labels, ranks and titles do, words do not.
fn own(text: &str, lines: &[Line]) -> Vec<usize> {
    let keys: Vec<u64> = lines.iter().map(|line| digest(line.of(text))).collect();
    let mut times: HashMap<u64, usize> = HashMap::new();
    for key in &keys {
        *times.entry(*key).or_default() += 1;
    }
    let mut sums = vec![0];
    for (line, key) in lines.iter().zip(&keys) {
        let bytes = if times.get(key) == Some(&1) { line.span.len() } else { 0 };
        sums.push(sums.last().copied().unwrap_or(0) + bytes);
    }
    sums
}

impl Page<'_> {
    fn element(&self, at: usize) -> &Element {
        static NONE: Element =
            Element { tag: BARE, marks: Vec::new(), parent: NO_PARENT, next: 0, depth: 0, span: Span::new(0, 0), value: None };
        self.layout.elements.get(at).unwrap_or(&NONE)
    }

    fn marks(&self, at: usize) -> impl Iterator<Item = Mark> {
        let element = self.element(at);
        let bare = element.marks.is_empty().then_some((element.tag, BARE));
        element.marks.iter().map(|mark| (element.tag, *mark)).chain(bare)
    }

    /// Bytes of `span` in lines that come back nowhere; in part of a line, all of it.
    fn own_in(&self, span: Span) -> usize {
        let lines = self.lines_of(span);
        let sum = |at: usize| self.own.get(at).copied().unwrap_or(0);
        (sum(lines.end) - sum(lines.start)).min(span.len())
    }

    fn lines_of(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.lines.partition_point(|line| line.span.end <= span.start);
        let to = self.lines.partition_point(|line| line.span.start < span.end);
        from..to.max(from)
    }

    /// The instances of the kind that are the posts.
    fn posts(&self) -> Option<Vec<Post>> {
        let mut all: Vec<(Mark, usize)> = Vec::new();
        for at in 0..self.layout.elements.len() {
            if self.element(at).span.len() > 20 {
                all.extend(self.marks(at).filter(|mark| mark.1 != BARE).map(|mark| (mark, at)));
            }
        }
        all.sort_unstable();
        let mut best: Option<(f64, Vec<Post>)> = None;
        for kind in all.chunk_by(|a, b| a.0 == b.0) {
            let Some((score, posts)) = self.weigh(kind) else { continue };
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, posts));
            }
        }
        best.map(|(_, posts)| posts)
    }

    /// How much the instances of a kind look like posts. Many of middling length outweigh two that hold the page.
    fn weigh(&self, kind: &[(Mark, usize)]) -> Option<(f64, Vec<Post>)> {
        let mut posts: Vec<Post> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (_, at) in kind {
            let element = self.element(*at);
            while open.pop_if(|n| posts.get(*n).is_none_or(|post| self.element(post.at).next <= *at)).is_some() {}
            // A reply within a post ends what is the post's own.
            if let Some(outer) = open.last().and_then(|n| posts.get_mut(*n)).filter(|outer| outer.until > *at) {
                outer.until = *at;
                outer.span.end = element.span.start.max(outer.span.start);
            }
            open.push(posts.len());
            posts.push(Post { at: *at, until: element.next, span: element.span });
        }
        let all = posts.len();
        posts.retain(|post| !self.dates_in(post.span).is_empty());
        if posts.len() < 2 || posts.len() * 10 < all * 7 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "lengths of pages are far below the limit")]
        let score = posts.iter().map(|post| (post.span.len() as f64).sqrt()).sum();
        Some((score, posts))
    }

    /// The elements of a post that are its own: those that hold another post are not.
    fn own_elements(&self, post: Post) -> impl Iterator<Item = (usize, &Element)> {
        let all = self.layout.elements.get(post.at..post.until).unwrap_or(&[]).iter().enumerate();
        all.map(move |(n, element)| (post.at + n, element)).filter(move |(_, element)| element.next <= post.until)
    }

    /// Each mark that stands in a post, with the first element that has it and how many have.
    fn inner(&self, post: Post) -> Vec<(Mark, usize, usize)> {
        let mut all: Vec<(Mark, usize)> = Vec::new();
        for (at, element) in self.own_elements(post) {
            if !element.span.is_empty() {
                all.extend(self.marks(at).map(|mark| (mark, at)));
            }
        }
        all.sort_unstable();
        all.chunk_by(|a, b| a.0 == b.0).filter_map(|same| same.first().map(|first| (first.0, first.1, same.len()))).collect()
    }

    /// The mark of what was said: the most text that comes without the date.
    fn body(&self, posts: &[Post], when: Option<Mark>) -> Option<Mark> {
        // What each mark holds in a post: bytes of its own, and all.
        let mut all: Vec<(Mark, usize, usize)> = Vec::new();
        for post in posts {
            let first = || self.dates_in(post.span).first().copied();
            let date = when.and_then(|when| self.date_at(*post, when)).or_else(first).unwrap_or_default();
            for (mark, at, count) in self.inner(*post) {
                let span = self.element(at).span;
                let holds_date = span.start <= date.start && date.end <= span.end;
                if count == 1 && !holds_date {
                    all.push((mark, self.own_in(span), span.len()));
                }
            }
        }
        all.sort_unstable();
        let often = |same: &&[(Mark, usize, usize)]| same.len() * 10 >= posts.len() * 7;
        let total = |same: &[(Mark, usize, usize)]| same.iter().map(|one| one.1).sum::<usize>();
        let length = |same: &[(Mark, usize, usize)]| same.iter().map(|one| one.2).sum::<usize>();
        let kinds = || all.chunk_by(|a, b| a.0 == b.0).filter(often);
        let most = kinds().map(total).max()?;
        // Most of a post is what was said; else the words have no element of their own.
        let whole: usize = posts.iter().map(|post| self.own_in(post.span)).sum();
        // Of elements in each other, the one without reactions and notes.
        let tight = kinds().filter(|same| total(same) * 100 >= most * 85).min_by_key(|same| (total(same), length(same)))?;
        tight.first().map(|one| one.0).filter(|_| most * 3 > whole)
    }

    fn inside(&self, post: Post, mark: Mark) -> Option<&Element> {
        let has = |e: &Element| e.tag == mark.0 && (e.marks.contains(&mark.1) || mark.1 == BARE && e.marks.is_empty());
        self.own_elements(post).map(|(_, element)| element).find(|e| has(e) && !e.span.is_empty())
    }

    /// Words with the same mark outside of the posts found: what opened the thread is often framed in another way.
    fn opening(&self, posts: Vec<Post>, body: Mark) -> Vec<Post> {
        let Some(first) = posts.first().map(|post| post.at).filter(|_| body.1 != BARE) else { return posts };
        let earlier = (0..first).rev().find(|at| {
            let element = self.element(*at);
            element.next <= first && !element.span.is_empty() && self.marks(*at).any(|mark| mark == body)
        });
        let Some(mut at) = earlier else { return posts };
        while let Some(parent) = Some(self.element(at).parent).filter(|p| *p != NO_PARENT && self.element(*p).next <= first) {
            at = parent;
        }
        let opening = Post { at, until: self.element(at).next, span: self.element(at).span };
        if self.dates_in(opening.span).is_empty() {
            return posts;
        }
        std::iter::once(opening).chain(posts).collect()
    }

    /// For each post the one that it replies to, where containers stand in their own kind: it is the first post in the container
    /// around the container of the reply.
    fn parents(&self, posts: &[Post]) -> Vec<Option<usize>> {
        let parent = |(n, post): (usize, &Post)| {
            let mut path: HashSet<Mark> = HashSet::new();
            let mut at = post.at;
            for _ in 0..HIGHEST {
                path.extend(self.marks(at).filter(|mark| mark.1 != BARE || self.layout.name(mark.0) == "li"));
                at = Some(self.element(at).parent).filter(|p| *p != NO_PARENT)?;
                let first = posts.partition_point(|post| post.at < at);
                let last = posts.partition_point(|post| post.at < self.element(at).next);
                if first < n && self.marks(at).any(|mark| path.contains(&mark)) && last - first < posts.len() {
                    return Some(first);
                }
            }
            None
        };
        posts.iter().enumerate().map(parent).collect()
    }

    /// The mark of the name.
    fn author(&self, posts: &[Post], body: Mark) -> Option<Mark> {
        let mut all: Vec<(Mark, usize)> = Vec::new();
        for post in posts {
            let Some(words) = self.inside(*post, body) else { continue };
            for (mark, at, _) in self.inner(*post) {
                let element = self.element(at);
                let outside = element.span.end <= words.span.start || element.span.start >= words.span.end;
                let said = element.span.of(self.text);
                if outside && element.span.len() <= 80 && cues::is_name(said) && dates::find::find(said).is_none() {
                    all.push((mark, at));
                }
            }
        }
        all.sort_unstable();
        let said = |same: &[(Mark, usize)]| {
            let mut said: Vec<&str> = same.iter().map(|one| self.element(one.1).span.of(self.text)).collect();
            said.sort_unstable();
            said.dedup();
            said
        };
        let often = |same: &&[(Mark, usize)]| same.len() * 10 >= posts.len() * 7;
        let most = all.chunk_by(|a, b| a.0 == b.0).filter(often).map(|same| said(same).len()).max()?;
        let worth = |same: &&[(Mark, usize)]| -> usize {
            let said = said(same);
            let numbers = said.iter().filter(|s| !s.contains(char::is_alphabetic)).count();
            if !often(same) || numbers * 2 > said.len() || said.len() == 1 && posts.len() > 3 {
                return 0;
            }
            let Some(((tag, mark), at)) = same.first().copied() else { return 0 };
            let own = name_mark(self.layout.name(mark));
            let near = std::iter::successors(Some(at), |at| Some(self.element(*at).parent).filter(|p| *p != NO_PARENT)).take(3);
            let around = near.flat_map(|at| self.marks(at)).map(|m| name_mark(self.layout.name(m.1))).max().unwrap_or(0);
            let link = usize::from(self.layout.name(tag) == "a");
            // Different people speak: ranks come back oftener than names.
            let varied = 1 + 2 * usize::from(said.len() * 2 >= most);
            (same.len() * 4 * (1 + 2 * own + around + link) + said.len() * 4) * varied / (posts.len() * 3)
        };
        let best =
            all.chunk_by(|a, b| a.0 == b.0).max_by_key(|same| (worth(same), std::cmp::Reverse(same.first().map(|s| s.1))))?;
        best.first().map(|one| one.0).filter(|_| worth(&best) > 6)
    }

    /// The name under `mark`: where it begins with a link, the link's text, as counts and ranks stand behind it.
    fn name_at(&self, post: Post, mark: Mark) -> Option<Span> {
        let element = self.inside(post, mark)?;
        let link = self.layout.known("a");
        let first = self.layout.elements.partition_point(|e| e.span.start < element.span.start);
        let inner = self.layout.elements.get(first..element.next.max(first))?;
        let starts = inner.iter().take_while(|e| e.span.start == element.span.start);
        let link = starts.filter(|e| Some(e.tag) == link && !e.span.is_empty() && e.span.end <= element.span.end).last();
        let line = headline::first_line(self.text, link.map_or(element.span, |link| link.span));
        Some(threads::clean_name(self.text, line)).filter(|name| !name.is_empty())
    }

    /// The name that the line of the date tells.
    fn said_name(&self, post: Post, words: &Element) -> Option<Span> {
        let lines = self.lines_of(post.span);
        lines
            .filter(|i| self.lines.get(*i).is_some_and(|l| l.span.end <= words.span.start || l.span.start >= words.span.end))
            .find_map(|i| self.readings.get(i)?.name)
    }

    /// Whether `line` stands in a signature that stands in `words`.
    fn is_signature(&self, line: Span, words: &Element) -> bool {
        let elements = &self.layout.elements;
        let first = elements.partition_point(|e| e.span.start < words.span.start);
        let last = elements.partition_point(|e| e.span.start <= line.start);
        elements.get(first..last).unwrap_or(&[]).iter().rev().take(64).any(|e| {
            e.span.end >= line.end
                && e.next < words.next
                && e.marks.iter().any(|m| SIGNATURES.iter().any(|s| self.layout.name(*m).contains(s)))
        })
    }
}

/// How surely a word of a class marks a name.
fn name_mark(mark: &str) -> usize {
    let holds = |words: &[&str]| words.iter().any(|word| mark.contains(word));
    if holds(&BESIDE_NAMES) {
        0
    } else if holds(&NAMES) {
        2
    } else {
        usize::from(holds(&NEAR_NAMES))
    }
}
