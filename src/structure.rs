//! Who said what under which heading, as a tree of spans of the text.
//!
//! The way of the data, one module a step:
//!
//! ```text
//! text ─ lines ─▶ lines that are not empty
//!      ─ plain ─▶ the same without what cannot be seen
//!      ─ cues ──▶ what each line shows alone: a button, a date, "answered … by …" (words and phrases are in `vocabulary`)
//!      ─ posts ─▶ which kind of page this is, and which lines belong to which post
//!                 (`marks`: Q:/A:, speakers, mail · `answers`: question pages · `threads`: forums · `articles`: the rest;
//!                 of pages with marks: `repeats`: containers that come back · `claims`: what a page says of itself)
//!      ─ sections ▶ headings and blocks of each post (`shapes` looks at one line, `prose` joins lines)
//! ```
//!
//! A cue never decides alone: a line "by Ann, May 2" becomes an attribution because posts stand around it in a regular way.
//! Every byte that is not white space ends up in a post or in a dropped span which says why.
mod answers;
mod articles;
mod claims;
mod cues;
pub mod dates;
mod density;
mod faq;
mod hash;
mod headline;
mod lines;
mod marks;
mod plain;
mod posts;
mod prose;
mod repeats;
mod sections;
mod shapes;
mod threads;
mod tree;
mod vocabulary;

use crate::markup::Layout;
use lines::Line;
use plain::Plain;
use posts::Plan;
pub use tree::{Block, BlockKind, DropReason, Dropped, Kind, Post, Role, Section, Tree, Warning, WarningKind};

/// Reads the structure of `text`, which should have been cleaned before: a look-alike letter hides a cue.
pub fn parse(text: &str) -> Tree {
    let lines = split(text, None);
    posts::build(text, &lines, plan(text, &lines, None), None)
}

/// The same for a page whose marks say more than its text does. `layout` lies over `text`.
pub fn parse_page(text: &str, layout: &Layout) -> Tree {
    let lines = split(text, Some(layout));
    posts::build(text, &lines, plan(text, &lines, Some(layout)), Some(&sections::Marked::new(layout, text)))
}

/// The lines of a text or of its plain copy. Cells of a page are lines already.
fn split(text: &str, layout: Option<&Layout>) -> Vec<Line> {
    let lines = lines::split(text);
    if layout.is_none() { faq::rows::split(text, lines) } else { lines }
}

/// What is said where, as a plain copy of the text tells it.
fn plan(text: &str, lines: &[Line], layout: Option<&Layout>) -> Plan {
    let read = |text: &str, lines: &[Line], layout: Option<&Layout>| {
        let readings = cues::read_all(text, lines);
        let mut plan = posts::plan(text, lines, &readings, layout);
        if layout.is_none() {
            headline::told::settle(&mut plan, text, lines, &readings);
        }
        plan
    };
    let plain = Plain::of(text).map(|plain| (split(&plain.text, layout), plain));
    match plain.filter(|(copied, _)| copied.len() == lines.len()) {
        Some((copied, plain)) => {
            let layout = layout.cloned().map(|layout| layout.moved(|span| plain.forth(span)));
            plain.restored(read(&plain.text, &copied, layout.as_ref()))
        }
        None => read(text, lines, layout),
    }
}

#[cfg(test)]
mod pages;
#[cfg(test)]
mod tests;
