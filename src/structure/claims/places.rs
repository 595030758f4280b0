//! Finds claimed words on the page, in order and nearly all of them: buttons may stand among them, signs and cases may differ.
use super::{super::lines::Line, Said};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
};

/// Words at the start of a claim that must stand together.
const START: usize = 3;
/// Places with these words that are tried.
const MOST_TRIED: usize = 8;
/// How many other words may stand before the next one.
const AHEAD: usize = 12;
/// Claims with fewer words are found nearly anywhere.
const FEWEST: usize = 2;

/// The words of a text, in small letters; an ideograph is one.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.flat_map(|run| {
        let wide = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
        let mut parts: Vec<String> = Vec::new();
        for c in run.chars() {
            match parts.last_mut().filter(|last| !wide(c) && !last.chars().any(wide)) {
                Some(last) => last.extend(c.to_lowercase()),
                None => parts.push(c.to_lowercase().collect()),
            }
        }
        parts
    })
}

/// The words of a page, and where their beginnings stand.
pub(super) struct Words<'a> {
    lines: &'a [Line],
    /// Each word as a number, and its line.
    all: Vec<(u64, usize)>,
    starts: HashMap<u64, Vec<usize>>,
    /// Lines of fewer words, whole.
    short: HashMap<u64, usize>,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &str, lines: &'a [Line]) -> Self {
        let all: Vec<(u64, usize)> =
            lines.iter().enumerate().flat_map(|(i, line)| words(line.of(text)).map(move |word| (number(&word), i))).collect();
        let mut starts: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, words) in all.windows(START).enumerate() {
            starts.entry(number(&numbers(words))).or_default().push(at);
        }
        let mut short = HashMap::new();
        for line in all.chunk_by(|a, b| a.1 == b.1).filter(|line| line.len() < START) {
            short.entry(number(&numbers(line))).or_insert(line.first().map_or(0, |word| word.1));
        }
        Self { lines, all, starts, short }
    }

    /// The lines that show what is claimed; none where they do not.
    pub(super) fn place(&self, said: &Said) -> Option<Range<usize>> {
        match said {
            Said::Shown(span) => {
                let from = self.lines.partition_point(|line| line.span.end <= span.start);
                let to = self.lines.partition_point(|line| line.span.start < span.end);
                (from < to).then_some(from..to)
            }
            Said::Words(claimed) => self.find(&words(claimed).map(|word| number(&word)).collect::<Vec<_>>()),
        }
    }

    fn find(&self, claimed: &[u64]) -> Option<Range<usize>> {
        if claimed.len() < FEWEST {
            return None;
        }
        let Some(start) = claimed.get(..START) else {
            return self.short.get(&number(&claimed.to_vec())).map(|line| *line..line + 1);
        };
        let starts = self.starts.get(&number(&start.to_vec())).map_or(&[][..], Vec::as_slice);
        starts.iter().take(MOST_TRIED).find_map(|start| self.align(*start, claimed))
    }

    /// Walks the claim and the page side by side.
    fn align(&self, start: usize, claimed: &[u64]) -> Option<Range<usize>> {
        // A claim begins where a line does: the middle of a line is somebody quoting it.
        let is_first = |at: usize| {
            at.checked_sub(1).and_then(|before| self.all.get(before)).map(|word| word.1) != self.all.get(at).map(|word| word.1)
        };
        if !is_first(start) {
            return None;
        }
        let (mut at, mut missing, mut last) = (start, 0, start);
        for word in claimed {
            let ahead = self.all.get(at..self.all.len().min(at + AHEAD)).unwrap_or(&[]);
            match ahead.iter().position(|here| here.0 == *word) {
                Some(more) => (last, at) = (at + more, at + more + 1),
                None => missing += 1,
            }
        }
        let (first, end) = (self.all.get(start)?.1, self.all.get(last)?.1 + 1);
        (missing * 10 <= claimed.len() && (last - start) * 2 <= claimed.len() * 3 + AHEAD).then_some(first..end)
    }
}

fn numbers(words: &[(u64, usize)]) -> Vec<u64> {
    words.iter().map(|word| word.0).collect()
}

fn number(word: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::lines;

    #[test]
    fn claimed_words_are_found_as_they_are_shown() {
        let text = "Menu\nWhat is it?\nIt is a kettle, and “boils” water.\nShare\nIt has a lid.\nWhat is it?\n水を沸かすための道具です。";
        let lines = lines::split(text);
        let words = Words::new(text, &lines);
        let place = |said: &str| words.place(&Said::Words(said.to_owned()));
        assert_eq!(place("What is it"), Some(1..2));
        assert_eq!(place("It is a kettle and \"boils\" water. It has a lid."), Some(2..5));
        assert_eq!(place("水を沸かすための道具です"), Some(6..7));
        // What is not shown, or only in part.
        assert_eq!(place("It is a kettle, and it was made by the hands of people whom nobody knows any more."), None);
        assert_eq!(place("kettle, and boils water."), None);
        assert_eq!(place(""), None);
    }
}
