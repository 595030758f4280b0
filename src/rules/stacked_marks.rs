//! Zalgo: combining marks heaped on letters.

use unicode_normalization::UnicodeNormalization;

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes};

/// See [`PAGE`].
pub struct StackedMarks;

static PAGE: Page = Page {
    repairs: "zalgo: three or more marks heaped on a letter, marks that strike letters through",
    leaves_alone: "orthographic marks: Vietnamese, polytonic Greek, IPA, stress marks, points and vowel signs of other scripts",
    finds: "Three or more general combining marks (U+0300..036F and their extensions) on one letter or digit, of which at least two \
            are left when the letter is composed; overlay marks (U+0334..0338) that strike through two or more letters of a line. \
            Where two or more letters, and at least a quarter of the line's, are heaped like that, all other marks of the line go as \
            well. The marks of a letter go together, an accent typed as one of them included; a precomposed letter keeps its own.",
    why: "Heaped marks make text unreadable for search and filters while people still see the letters; struck-through \
          letters pass every word filter.",
    example: ("h\u{336}e\u{336}l\u{336}l\u{336}o\u{336} caf\u{e9}", "hello caf\u{e9}"),
    leaves: "One or two marks on a letter, unless they strike it through or the line is full of heaps; any number that canonical \
             composition accounts for; marks that belong to one script, such as Hebrew points, Arabic vowels or Indic signs; an \
             overlay on a sign, as in a negated relation, and the only struck letter of a line.",
};

/// More loose marks than any orthography puts on one letter.
const HEAP: usize = 3;

impl Rule for StackedMarks {
    fn id(&self) -> &'static str {
        "stacked-marks"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::STACKABLE
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let clusters = clusters(text);
        let letters = text.chars().filter(|&c| unicode::classes(c).intersects(Classes::LETTER)).count();
        let heaps = clusters.iter().filter(|cluster| cluster.is_heap(text)).count();
        let flooded = heaps * 4 >= letters && heaps > 1;
        for (at, cluster) in clusters.iter().enumerate() {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| clusters.get(at));
            let mut beside = beside.filter(|other| other.is_struck(text));
            let (certainty, why) = if cluster.is_heap(text) {
                (Certainty::Certain, "more marks than any spelling puts on one letter")
            } else if cluster.is_struck(text) && beside.any(|other| cluster.touches(other)) {
                (Certainty::Certain, "a mark that strikes the letters of a word through")
            } else if flooded {
                (Certainty::Likely, "a mark in a line whose letters are heaped with marks")
            } else {
                continue;
            };
            sink.replace(cluster.marks, Replacement::Nothing, certainty, Evidence::Fact(why));
        }
    }
}

/// A letter and the general marks on it.
struct Cluster {
    base: char,
    marks: Span,
    count: usize,
}

impl Cluster {
    fn is_heap(&self, text: &str) -> bool {
        // What composition takes up does not count: polytonic Greek has three marks on a letter. Beyond that, no need to ask.
        self.count > 2 * HEAP
            || self.count >= HEAP && std::iter::once(self.base).chain(self.marks.of(text).chars()).nfc().count() > 2
    }

    /// Whether the letter of one stands right beside that of the other.
    fn touches(&self, other: &Self) -> bool {
        let (first, second) = if self.marks.start < other.marks.start { (self, other) } else { (other, self) };
        first.marks.end + second.base.len_utf8() == second.marks.start
    }

    fn is_struck(&self, text: &str) -> bool {
        self.marks.of(text).chars().any(|c| matches!(c, '\u{334}'..='\u{338}'))
    }
}

/// Every run of general marks that stands on a letter or a digit.
fn clusters(text: &str) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut base = None;
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        let end = at + c.len_utf8();
        if !classes.intersects(Classes::STACKABLE) {
            base = classes.intersects(Classes::LETTER | Classes::DIGIT).then_some(c);
            continue;
        }
        let Some(base) = base else { continue };
        match clusters.last_mut().filter(|last| last.marks.end == at) {
            Some(last) => {
                last.marks.end = end;
                last.count += 1;
            }
            None => clusters.push(Cluster { base, marks: Span::new(at, end), count: 1 }),
        }
    }
    clusters
}
