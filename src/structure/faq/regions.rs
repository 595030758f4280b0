//! Finds the runs of lines that ask and are answered.
use super::super::{
    cues::{self, Cue, Reading},
    density::Density,
    lines::Line,
    shapes::{self, Shape},
    vocabulary as words,
};
use std::{collections::HashSet, ops::Range, sync::LazyLock};

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The line that asks.
    pub question: usize,
    /// The lines below that answer.
    pub answer: Range<usize>,
    /// Where the words begin behind "Q:" or a number.
    pub question_mark: Option<usize>,
    /// The same for the first line of the answer.
    pub answer_mark: Option<(usize, usize)>,
}

/// Questions with answers that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// The heading that announces them.
    pub heading: Option<usize>,
    pub pairs: Vec<Pair>,
}

impl Region {
    /// Its first line, the heading included.
    pub(crate) fn top(&self) -> usize {
        self.heading.or_else(|| self.pairs.first().map(|p| p.question)).unwrap_or(0)
    }

    /// The line behind its last one.
    pub(crate) fn end(&self) -> usize {
        self.pairs.last().map_or(0, |p| p.answer.end)
    }
}

/// Widest line that can be a question.
const WIDEST: usize = 220;
/// Most lines of one answer in the middle of a region.
const LONGEST: usize = 40;
/// Most lines between the heading and the first question: buttons, a remark.
const REACH: usize = 5;

pub(super) struct Finder<'a> {
    pub text: &'a str,
    pub lines: &'a [Line],
    pub readings: &'a [Reading],
    pub density: &'a Density,
}

impl Finder<'_> {
    /// Regions that a heading announces.
    pub(super) fn regions(&self) -> Vec<Region> {
        let heads = self.heads();
        let mut found: Vec<Region> = Vec::new();
        let mut rest = heads.as_slice();
        while let Some(first) = rest.first() {
            // A table with a head holds its rows and nothing below them.
            let table = self.announced(*first).is_some_and(|heading| super::rows::heads(self.said(heading)));
            let run = if table { rest.iter().take_while(|head| self.is_row(**head)).count() } else { self.run(rest) };
            let run = run.max(1);
            let (members, tail) = rest.split_at(run);
            if run >= 2
                && let Some(heading) = self.announced(*first)
            {
                found.push(self.region(Some(heading), members, false));
            }
            rest = tail;
        }
        found
    }

    /// The whole text as one region; none where other text is more than a part of it.
    pub(super) fn whole(&self) -> Option<Region> {
        let heads = self.heads();
        let first = *heads.first()?;
        let rest = self.lines.len() - first;
        let dense = if first <= 2 { 25 } else { 12 };
        if heads.len() < 2 || heads.len() * dense < rest || first > 4 && first > self.lines.len() / 4 {
            return None;
        }
        // Somebody who tells a story ends it by asking, too.
        let told = heads.iter().filter(|head| self.said(**head).contains(". ")).count();
        if told * 3 > heads.len() {
            return None;
        }
        let heading = (0..first).rev().find(|i| self.cue(*i) == Cue::Words);
        Some(self.region(heading, &heads, true))
    }

    /// Whether the answer stood in the next cell of the same line.
    fn is_row(&self, head: usize) -> bool {
        let (Some(asked), Some(answer)) = (self.lines.get(head), self.lines.get(head + 1)) else { return false };
        self.text.get(asked.span.end..answer.span.start).is_some_and(|gap| gap.contains('\t') && !gap.contains('\n'))
    }

    fn said(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| l.of(self.text))
    }

    fn cue(&self, line: usize) -> Cue {
        self.readings.get(line).map_or(Cue::Words, |r| r.cue)
    }

    fn gap(&self, line: usize) -> usize {
        self.lines.get(line).map_or(0, |l| l.gap)
    }

    fn width(&self, line: usize) -> usize {
        self.lines.get(line).map_or(0, |l| l.width)
    }

    /// Whether the line asks: by its end, or by a mark at its start.
    fn asks(&self, line: usize) -> bool {
        let said = self.said(line).trim_end_matches(SIGNS);
        self.width(line) <= WIDEST
            && !said.is_empty()
            && (shapes::asks(said) || cues::qa_mark(said, true).is_some_and(|m| m.asks && !m.numbered))
    }

    /// A line that only opens or counts: "+", "3.", "Expand".
    fn furniture(&self, line: usize) -> bool {
        self.width(line) <= 30 && matches!(self.cue(line), Cue::Ornament | Cue::Number | Cue::Button | Cue::Expand)
            || self.width(line) <= 4 && !self.said(line).chars().any(char::is_alphabetic)
    }

    /// The next line that says something.
    fn below(&self, line: usize) -> Option<usize> {
        (line + 1..self.lines.len().min(line + 4)).find(|i| !self.furniture(*i))
    }

    /// The lines that ask and are answered below.
    fn heads(&self) -> Vec<usize> {
        let asks: Vec<bool> = (0..self.lines.len()).map(|i| self.asks(i)).collect();
        let asking = |i: usize| asks.get(i).copied().unwrap_or(false);
        let answered = |i: usize| self.below(i).is_some_and(|b| !asking(b) && self.cue(b) != Cue::End);
        let set_off = |i: usize| {
            i == 0
                || self.gap(i) > 0
                || self.furniture(i - 1)
                || shapes::ends_sentence(self.said(i - 1))
                || self.width(i - 1) < 60
                || self.density.of(i - 1) < 0
        };
        let certain: Vec<usize> = (0..self.lines.len()).filter(|i| asking(*i) && answered(*i) && set_off(*i)).collect();
        self.with_unmarked(&certain, &asks)
    }

    /// Adds the lines between two heads that begin as questions do and stand as the others stand.
    fn with_unmarked(&self, certain: &[usize], asks: &[bool]) -> Vec<usize> {
        let mut heads = Vec::new();
        for (n, head) in certain.iter().enumerate() {
            heads.push(*head);
            let end = certain.get(n + 1).copied().unwrap_or_else(|| self.lines.len().min(head + 12));
            if end > head + LONGEST * 2 {
                continue;
            }
            let shape = |i: usize| (self.gap(i).min(1), self.below(i).map_or(0, |b| self.gap(b).min(1)));
            for i in head + 2..end.saturating_sub(1) {
                let said = self.said(i);
                let plain = self.lines.get(i).is_some_and(|l| shapes::shape(self.text, l) == Shape::Plain);
                if plain
                    && self.width(i) <= 120
                    && self.cue(i) == Cue::Words
                    && !asks.get(i).copied().unwrap_or(false)
                    && !shapes::ends_sentence(said)
                    && begins_as_question(said)
                    && (shape(i) == shape(*head) || certain.get(n + 1).is_some_and(|next| shape(i) == shape(*next)))
                    && self.density.is_prose(i + 1)
                    && self.density.is_prose(i - 1)
                {
                    heads.push(i);
                }
            }
        }
        heads
    }

    /// How many heads from the start of `heads` belong together.
    fn run(&self, heads: &[usize]) -> usize {
        let linked = |a: usize, b: usize| {
            b - a <= LONGEST && (a + 1..b).all(|i| self.cue(i) != Cue::End && !self.announces(i)) && self.answers(a + 1..b)
        };
        1 + heads.windows(2).take_while(|w| matches!(w, [a, b] if linked(*a, *b))).count()
    }

    /// Whether these lines can answer: something is said, and no menu stands among it.
    fn answers(&self, body: Range<usize>) -> bool {
        let mut short = 0;
        let mut said = false;
        for i in body {
            if self.furniture(i) {
                continue;
            }
            said = true;
            short = if self.density.of(i) < -20 { short + 1 } else { 0 };
            if short > 16 {
                return false;
            }
        }
        said
    }

    /// The heading above `first` that announces questions.
    fn announced(&self, first: usize) -> Option<usize> {
        (first.saturating_sub(REACH)..first).rev().find(|i| self.announces(*i))
    }

    fn announces(&self, line: usize) -> bool {
        if self.width(line) > 110 || self.density.is_prose(line) && !shapes::asks(self.said(line)) {
            return false;
        }
        announces(self.said(line)) || super::rows::heads(self.said(line))
    }

    fn region(&self, heading: Option<usize>, heads: &[usize], whole: bool) -> Region {
        let mut pairs = Vec::new();
        let mut most = (0, 0);
        for (n, head) in heads.iter().enumerate() {
            let end = match heads.get(n + 1) {
                Some(next) => {
                    // The number of the next question stands above it.
                    let end = (head + 1..*next).rev().find(|i| !self.furniture(*i)).map_or(*next, |i| i + 1);
                    most = (most.0.max(end - head), most.1.max(self.paragraphs(head + 1..end)));
                    end
                }
                None => self.last(*head, most, whole),
            };
            pairs.push(self.pair(*head, head + 1..end));
        }
        self.leave_out_topics(&mut pairs);
        // "Is your question not here?", and a link below it.
        let told = |pair: &Pair| self.paragraphs(pair.answer.clone()) > 0;
        if pairs.len() > 2 && pairs.last().is_some_and(|last| !told(last)) && pairs.iter().rev().skip(1).all(told) {
            let short = pairs
                .last()
                .is_some_and(|last| last.answer.len() < 3 && last.answer.clone().all(|i| !shapes::ends_sentence(self.said(i))));
            if short {
                pairs.pop();
            }
        }
        Region { heading, pairs }
    }

    /// Lists of several topics name each above its first question; below the answer before it, such a line looks like its end.
    fn leave_out_topics(&self, pairs: &mut [Pair]) {
        let names = |i: usize| {
            self.width(i) <= 40
                && self.cue(i) == Cue::Words
                && !shapes::ends_sentence(self.said(i))
                && self.lines.get(i).is_some_and(|l| shapes::shape(self.text, l) == Shape::Plain)
        };
        let topic = |pair: &Pair| {
            let last = pair.answer.end.checked_sub(1).filter(|last| pair.answer.start < *last && names(*last))?;
            let above = self.said(last - 1);
            (shapes::ends_sentence(above) && !above.ends_with([':', '：']) && self.density.is_prose(last - 1)).then_some(last)
        };
        let ends = pairs.len().saturating_sub(1);
        let found: Vec<(usize, usize)> =
            pairs.iter().take(ends).enumerate().filter_map(|(n, pair)| Some((n, topic(pair)?))).collect();
        let first = pairs.first().and_then(|pair| pair.question.checked_sub(1)).is_some_and(names);
        if found.len() >= 2 || found.len() == 1 && first {
            for (n, last) in found {
                if let Some(pair) = pairs.get_mut(n) {
                    pair.answer.end = last;
                }
            }
        }
    }

    fn pair(&self, question: usize, answer: Range<usize>) -> Pair {
        let start = self.lines.get(question).map_or(0, |l| l.span.start);
        let mark = cues::qa_mark(self.said(question), true).map(|m| m.width).or_else(|| number(self.said(question)));
        let first = answer.clone().find(|i| !self.furniture(*i));
        let answer_mark = first.and_then(|i| {
            let mark = cues::qa_mark(self.said(i), true).filter(|_| mark.is_some())?;
            Some((i, self.lines.get(i)?.span.start + mark.width))
        });
        Pair { question, answer, question_mark: mark.map(|width| start + width), answer_mark }
    }

    fn paragraphs(&self, lines: Range<usize>) -> usize {
        lines.filter(|i| self.density.is_prose(*i)).count()
    }

    /// Where the last answer ends: no empty line or heading tells it, but what the answers before it are like.
    fn last(&self, head: usize, (most_lines, most_paragraphs): (usize, usize), whole: bool) -> usize {
        let rest = self.lines.len();
        let stops = |i: usize| self.cue(i) == Cue::End || self.announces(i);
        if whole && rest - head <= most_lines.max(6) + 2 {
            return (head + 1..rest).find(|i| stops(*i)).unwrap_or(rest);
        }
        let Some(first) = self.below(head) else {
            return (head + 2).min(rest);
        };
        let (mut end, mut paragraphs) = (first + 1, usize::from(self.density.is_prose(first)));
        let mut listing = self.said(first).ends_with([':', '：']);
        for i in first + 1..rest.min(first + most_lines.max(8)) {
            let prose = self.density.is_prose(i);
            let item = self
                .lines
                .get(i)
                .is_some_and(|l| matches!(shapes::shape(self.text, l), Shape::Bullet(_) | Shape::Numbered(..)) && l.width > 3);
            if stops(i) || prose && paragraphs >= most_paragraphs.max(1) && !item {
                break;
            }
            if prose || item {
                paragraphs += usize::from(prose);
                end = i + 1;
            } else if !(self.furniture(i) || listing && self.cue(i) == Cue::Words) {
                break;
            }
            listing = self.said(i).ends_with([':', '：']) || listing && !prose;
        }
        end
    }
}

/// Signs that open and close an answer.
const SIGNS: &[char] = &[' ', '+', '−', '–', '▼', '▾', '▲', '⌄', '›', '×', '˅', '∨', '⌃', '▸', '►'];

/// First words of what announces questions, and of what asks them.
static ANNOUNCING: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    words::ANNOUNCING_QUESTIONS.iter().filter_map(|phrase| phrase.split(|c: char| !c.is_alphanumeric()).next()).collect()
});
static INTERROGATIVES: LazyLock<HashSet<&str>> = LazyLock::new(|| words::INTERROGATIVES.split_whitespace().collect());

pub(super) fn announces(said: &str) -> bool {
    let folded = cues::fold(said);
    // Nearly every line has no word with which such a phrase begins.
    let known = |word: &str| ANNOUNCING.contains(word) || word.strip_suffix('s').is_some_and(|word| ANNOUNCING.contains(word));
    if folded.is_ascii() && !folded.split(|c: char| !c.is_alphanumeric()).any(known) {
        return false;
    }
    words::ANNOUNCING_QUESTIONS.iter().any(|phrase| {
        folded.match_indices(phrase).any(|(at, _)| {
            // "faq" must not stand inside a word; its plural may.
            let before = folded.get(..at).and_then(|b| b.chars().next_back());
            let after = folded.get(at + phrase.len()..).map(|a| a.strip_prefix('s').unwrap_or(a)).and_then(|a| a.chars().next());
            !phrase.is_ascii() || !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

fn begins_as_question(said: &str) -> bool {
    let first = said.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let folded = cues::fold(first);
    !folded.is_empty() && INTERROGATIVES.contains(folded.as_str())
}

/// Bytes of `01.` or `Q1.` at the start of a question.
fn number(said: &str) -> Option<usize> {
    let lead = usize::from(said.starts_with(['Q', 'q']));
    let digits = said.get(lead..)?.bytes().take_while(u8::is_ascii_digit).count();
    let tail = said.get(lead + digits..)?;
    let width = tail.chars().next().filter(|c| matches!(c, '.' | ')' | ':' | '、'))?.len_utf8();
    let rest = tail.get(width..)?;
    ((1..=2).contains(&digits) && !rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.trim().is_empty())
        .then(|| said.len() - rest.trim_start().len())
}
