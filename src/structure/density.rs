//! Where running text stands among menus. Each line gets a weight: above zero for sentences, below for what menus, cards and
//! footers are made of. The run of lines with the largest sum is the main text of a page, found in one walk.
//!
//! The sum smooths by itself: a heading costs less than the paragraph under it brings, a menu of forty lines costs more than one
//! long line in it.
use super::{
    cues::{self, Cue, Reading},
    lines::Line,
    shapes::{self, Shape},
    vocabulary as words,
};
use std::{
    collections::HashSet,
    ops::{Range, RangeInclusive},
    sync::LazyLock,
};

/// The most that one paragraph brings: a single long notice must not outweigh an article.
const MOST: i64 = 300;
/// What a line costs that stands alone between empty lines, such as a heading.
const ALONE: i64 = -12;
/// What a line costs that stands close to others, as in a menu.
const CLOSE: i64 = -35;
/// What a line costs that ends an article: "related articles", a copyright.
const END: i64 = -400;

/// The weights of all lines of a text.
#[derive(Debug)]
pub(crate) struct Density(Vec<i64>);

/// How the lines begin that follow an article.
static AFTER: LazyLock<cues::Starts<()>> = LazyLock::new(|| cues::Starts::new(words::AFTER.iter().map(|phrase| (*phrase, ()))));

static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words::FUNCTION_WORDS.split_whitespace().collect());

impl Density {
    pub(crate) fn new(text: &str, lines: &[Line], readings: &[Reading]) -> Self {
        let mut listing = false;
        let weights = lines.iter().enumerate().map(|(i, line)| {
            let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
            let weight = weigh(text, line, cue, lines.get(i + 1), listing);
            let said = line.of(text);
            // "The best are:" and short lines below it are a list, whether or not its bullets were copied.
            listing = said.ends_with([':', '：']) || listing && weight < 0 && weight > CLOSE;
            weight
        });
        Self(weights.collect())
    }

    /// The weights of the lines above `line` alone.
    pub(crate) fn above(&self, line: usize) -> Self {
        Self(self.0.get(..line).unwrap_or(&[]).to_vec())
    }

    /// What the line weighs; 0 outside the text.
    pub(crate) fn of(&self, line: usize) -> i64 {
        self.0.get(line).copied().unwrap_or(0)
    }

    /// Whether the line is made of sentences.
    pub(crate) fn is_prose(&self, line: usize) -> bool {
        self.of(line) > 0
    }

    /// How much running text stands in these lines.
    pub(crate) fn prose(&self, lines: Range<usize>) -> i64 {
        self.0.get(lines).unwrap_or(&[]).iter().filter(|w| **w > 0).sum()
    }

    /// The lines from the first to the last paragraph of the main text, and their sum; none where nothing is prose.
    pub(crate) fn main(&self) -> Option<(RangeInclusive<usize>, i64)> {
        let (mut best, mut best_sum) = (None, 0);
        let (mut start, mut sum) = (0, 0);
        for (i, weight) in self.0.iter().enumerate() {
            if sum <= 0 {
                (start, sum) = (i, 0);
            }
            sum += weight;
            if sum > best_sum {
                (best, best_sum) = (Some(start..=i), sum);
            }
        }
        best.map(|run| (run, best_sum))
    }
}

fn weigh(text: &str, line: &Line, cue: Cue, next: Option<&Line>, listing: bool) -> i64 {
    let said = line.of(text);
    if ends_article(said) || cue == Cue::End {
        return END;
    }
    match cue {
        Cue::Words | Cue::Ornament | Cue::Fact | Cue::Header => {}
        Cue::Deed(_) | Cue::Date if sentences(said, line.width) => {}
        _ => return CLOSE,
    }
    if sentences(said, line.width) {
        return i64::try_from(breadth(said, line.width)).unwrap_or(MOST).min(MOST);
    }
    let close = line.gap == 0 || next.is_some_and(|n| n.gap == 0 && n.width < 60);
    let item = matches!(shapes::shape(text, line), Shape::Bullet(_) | Shape::Numbered(..) | Shape::Row(_));
    if item || listing || !close || shapes::codey(said) { ALONE } else { CLOSE }
}

/// Whether the line says that an article is over.
pub(crate) fn ends_article(said: &str) -> bool {
    if said.contains('©') {
        return true;
    }
    said.len() <= 120 && {
        let folded = cues::fold(said);
        AFTER.of(&folded).next().is_some() && folded.split(' ').count() <= 9
    }
}

/// Columns that the line takes: an ideograph carries about as much as two letters.
fn breadth(said: &str, width: usize) -> usize {
    if said.len() < width * 2 {
        return width;
    }
    width
        + said
            .chars()
            .filter(|c| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
            .count()
}

/// Whether the line is made of sentences: long, and it ends as one or holds the little words that join others.
pub(crate) fn sentences(said: &str, width: usize) -> bool {
    let breadth = breadth(said, width);
    if breadth < 45 {
        return false;
    }
    let bare = said.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '*', '_', ' ']);
    // A text that was cut short is the lead of another page.
    let cut = breadth < 250 && (bare.ends_with('…') || bare.ends_with("..."));
    let ended = bare.ends_with(['.', '!', '?', '。', '！', '？', '।', '؟']) && !cut;
    if ended {
        return breadth > width || said.split_whitespace().nth(5).is_some();
    }
    !cut && breadth >= 90 && (inner_end(said) || joined(said))
}

/// Whether a sentence ends inside.
fn inner_end(said: &str) -> bool {
    said.contains(['。', '।', '，']) || said.match_indices(". ").any(|(i, _)| i > 30)
}

/// Whether little words join the others: one in five at least.
fn joined(said: &str) -> bool {
    let (mut all, mut little) = (0, 0);
    for word in said.split_whitespace().take(60) {
        all += 1;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        little += usize::from(word.len() <= 24 && FUNCTION_WORDS.contains(word));
    }
    all >= 8 && little * 5 >= all
}
