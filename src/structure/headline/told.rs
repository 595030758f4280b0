//! The line that the rest of the page repeats as its name, where the reader of the layout took another one.
//!
//! A name is said again: behind "Re:", at the end of the way to the page, in quotes above the comments, above the line that tells who
//! began a thread or how often it was read. Each sign is worth some points; the line that has [`BETTER`] more than the one that was taken
//! is the title.
use crate::{
    structure::{
        cues::{self, Cue, Deed, Reading},
        dates, faq,
        lines::Line,
        posts::{Fate, Plan},
        shapes,
        tree::{DropReason, Kind},
        vocabulary as words,
    },
    text::Span,
};
use std::collections::{HashMap, HashSet};

/// Lines above the first post, and behind its first line, that are looked at.
const ABOVE: usize = 400;
const BELOW: usize = 400;
/// Longest line, in bytes, of which parts are compared, and how many parts.
const LONGEST: usize = 300;
const PARTS: usize = 12;
/// How far below the first line of the first post a title may stand that counts of readers follow.
const WITHIN: usize = 60;
/// Lines between the one that announces questions and the first of them.
const NEAR: usize = 5;
/// Longest label, in characters.
const LABEL: usize = 14;
/// What another line must be worth, and by how much more.
const ENOUGH: i32 = 4;
const BETTER: i32 = 3;

/// Signs between the parts of the way to a page.
const TRAILS: &[&str] = &["»", "›", " > ", " → ", "::", " / "];
/// What stands behind a name in other lines: of the site, of a writer, a cell, a note.
const TAILS: &[&str] = &[" - ", " – ", " — ", " | ", " by ", "\t", " ("];
/// Quotes around a name.
const QUOTES: &[(char, char)] = &[('“', '”'), ('„', '“'), ('«', '»'), ('"', '"'), ('「', '」'), ('„', '”')];

/// How often parts of other lines say something, by what stands beside them.
#[derive(Clone, Copy, Default)]
struct Told {
    /// Behind a label: "Re: ".
    labelled: i32,
    /// At the end of a way to the page.
    led: i32,
    /// Before the name of the site, at the very top.
    topped: i32,
    /// In quotes.
    quoted: i32,
    /// As whole lines.
    times: i32,
}

impl Told {
    fn worth(self, long: bool) -> i32 {
        let again = if (2..=3).contains(&self.times) { 2 } else { 0 };
        let labelled = if long { (self.labelled * 4).min(6) } else { (self.labelled * 2).min(6) };
        labelled + self.led.min(1) * 2 + self.topped.min(1) * 3 + self.quoted.min(1) * 4 + again
    }
}

/// Takes another line as the title where the page says that it is one.
pub(crate) fn settle(plan: &mut Plan, text: &str, lines: &[Line], readings: &[Reading]) {
    let Some(first) = plan.fates.iter().position(|fate| matches!(fate, Fate::Body(_))) else { return };
    if plan.kind == Kind::Faq {
        return announced(plan, text, lines, first);
    }
    if !matches!(plan.kind, Kind::Forum | Kind::Qa) {
        return;
    }
    let page = Page::new(plan, text, lines, readings, first);
    let current = plan.title.map(|title| lines.partition_point(|line| line.span.end <= title.start));
    let known = current.map_or(-1, |i| page.worth(i));
    let best = page.best(ENOUGH.max(known + BETTER)).filter(|title| Some(*title) != current);
    let trail = plan.title.filter(|title| is_trail(title.of(text)));
    // A way to the page ends in its name, or in the name of its board.
    let heading = || trail.filter(|title| !page.names(last(title.of(text)))).and_then(|_| page.heading(plan));
    if let Some(title) = best {
        plan.title = lines.get(title).map(|line| line.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    } else if let Some((title, line)) = page.led().filter(|_| known < ENOUGH) {
        plan.title = Some(title);
        plan.set(line, Fate::Drop(DropReason::Title));
    } else if let Some(title) = heading() {
        // What only looks like one is said as well.
        plan.title = lines.get(title).map(|line| line.span);
    } else if let Some(title) = trail.filter(|title| last(title.of(text)).split_whitespace().count() > 2) {
        plan.title = Some(Span::new(title.end - last(title.of(text)).len(), title.end));
    }
    plan.title = plan.title.map(|title| Span::new(title.start, title.start + page.bare(title.of(text)).len()));
}

/// Of two lines that announce the questions the one straight above them says more.
fn announced(plan: &mut Plan, text: &str, lines: &[Line], first: usize) {
    let current = plan.title.map(|title| lines.partition_point(|line| line.span.end <= title.start));
    let Some(current) = current.filter(|line| *line < first && faq::announces_at(text, lines, *line)) else { return };
    let from = first.saturating_sub(NEAR).max(current + 1);
    if let Some(line) = (from..first).rev().find(|line| faq::announces_at(text, lines, *line)) {
        plan.title = lines.get(line).map(|line| line.span);
        plan.set(line, Fate::Drop(DropReason::Title));
    }
}

/// The last part of the way to a page.
fn last(said: &str) -> &str {
    let at = TRAILS.iter().filter_map(|sign| Some(said.rfind(sign)? + sign.len())).max().unwrap_or(0);
    said.get(at..).unwrap_or("").trim_start()
}

/// The lines around the first words of a page, and what is told of them.
struct Page<'a> {
    text: &'a str,
    lines: &'a [Line],
    readings: &'a [Reading],
    /// The first line of the first post.
    first: usize,
    told: HashMap<&'a str, Told>,
    writers: HashSet<&'a str>,
    /// Behind the last line of the first post.
    till: usize,
}

impl<'a> Page<'a> {
    fn new(plan: &Plan, text: &'a str, lines: &'a [Line], readings: &'a [Reading], first: usize) -> Self {
        let writers = plan.drafts.iter().filter_map(|draft| Some(draft.author?.of(text))).collect();
        let own = plan.fates.get(first);
        let till = (first..plan.fates.len())
            .take_while(|i| !matches!(plan.fates.get(*i), Some(Fate::Body(_))) || plan.fates.get(*i) == own);
        let till = till.last().map_or(first, |last| last + 1);
        let mut page = Self { text, lines, readings, first, told: HashMap::new(), writers, till };
        let mut told = HashMap::new();
        for i in first.saturating_sub(ABOVE)..lines.len().min(first + BELOW) {
            let said = matches!(plan.fates.get(i), Some(Fate::Body(_)));
            parts(lines.get(i).map_or("", |line| line.of(text)), i, i < first, said, &mut told);
        }
        page.told = told;
        page
    }

    fn said(&self, i: usize) -> &'a str {
        self.lines.get(i).map_or("", |line| line.of(self.text))
    }

    fn cue(&self, i: usize) -> Cue {
        self.readings.get(i).map_or(Cue::Navigation, |reading| reading.cue)
    }

    /// Whether the line can be a title: several words, nobody's name, no date.
    fn possible(&self, i: usize) -> bool {
        let said = self.said(i);
        let letters = said.chars().filter(|c| c.is_alphabetic()).take(4).count();
        let several = said.contains(' ') || !said.is_ascii() && said.len() > 12;
        // "Summer 2024" ends titles, too.
        let dated = self.cue(i) == Cue::Date && self.readings.get(i).is_some_and(|r| r.name.is_some());
        (dated || matches!(self.cue(i), Cue::Words | Cue::Fact))
            && self.lines.get(i).is_some_and(|line| (4..=200).contains(&line.width))
            && letters > 3
            && several
            && !self.writers.contains(said)
            && !is_trail(said)
            && !said.ends_with([':', '：', '-', '–', '|'])
            && dates::find(said).is_none_or(|date| date.len() * 2 < said.len())
    }

    /// Whether the line below says how often it was read and answered.
    fn counted(&self, i: usize) -> bool {
        (i + 1..i + 3).any(|below| counts_readers(self.said(below)))
    }

    /// Whether the line below says who began it; the way to the page may stand between, and ends there as well.
    fn begun(&self, i: usize) -> i32 {
        let tells = |line: &usize| matches!(self.cue(*line), Cue::Counter | Cue::Deed(_)) && begins(self.said(*line));
        let home = |line: usize| self.cue(line) == Cue::Navigation && self.lines.get(line).is_some_and(|l| l.width <= 16);
        let short = |line: &usize| self.lines.get(*line).is_some_and(|l| l.width <= 60);
        let said = |line: usize| self.possible(line) && self.said(line).split(' ').count() > 3;
        let leads = |line: usize| said(line) && (shapes::asks(self.said(line)) || !shapes::ends_sentence(self.said(line)));
        if home(i + 1) {
            return if leads(i) && (i + 2..i + 8).take_while(short).any(|line| tells(&line)) { 4 } else { 0 };
        }
        let on = |line: &usize| self.cue(*line) == Cue::Words && short(line) || home(*line);
        if tells(&(i + 1)) {
            let way = (i.saturating_sub(4)..i).rev().take_while(on).filter(|line| home(*line)).last();
            return if way.and_then(|home| home.checked_sub(1)).is_some_and(leads) { 3 } else { 4 };
        }
        // "By NAME".
        let named = self.readings.get(i + 1).is_some_and(|r| r.name.is_some());
        if named && matches!(self.cue(i + 1), Cue::Deed(Deed::Posted | Deed::Asked)) { 2 } else { 0 }
    }

    /// Whether a part of a line is said elsewhere as well, behind a label or alone.
    fn names(&self, part: &str) -> bool {
        self.told.get(part).is_some_and(|told| told.labelled > 0 || told.times > 0)
    }

    /// A title without the name of the site behind it, where other lines say it without, and without its number.
    fn bare<'s>(&self, said: &'s str) -> &'s str {
        let whole = self.told.get(said).is_some_and(|told| told.labelled > 0 || told.times > 1);
        let tails = TAILS.iter().filter(|_| !whole);
        let parts = tails.filter_map(|tail| said.split_once(tail).map(|(part, _)| part.trim_end()));
        let said = parts.filter(|part| part.contains(' ') && self.names(part)).min_by_key(|part| part.len()).unwrap_or(said);
        let number = said.rsplit_once(" #").filter(|(name, number)| {
            (1..=6).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && name.split(' ').count() > 2
        });
        number.map_or(said, |(name, _)| name.trim_end())
    }

    /// How much is told of the line.
    fn worth(&self, i: usize) -> i32 {
        let told = self.told.get(self.said(i)).copied().unwrap_or_default();
        let counted = if self.counted(i) { 4 } else { 0 };
        // Boards name themselves everywhere.
        let board = |word: &str| words::BOARDS.contains(&word);
        let site = self.said(i).split(' ').count() < 5 && cues::fold(self.said(i)).split(' ').any(board);
        // A text that was copied from the name of the board on.
        let top = i == 1 && self.first <= 5 && cues::fold(self.said(0)).split(' ').any(board);
        let copied = if top { 4 } else { 0 };
        if site {
            0
        } else {
            told.worth(self.said(i).split_whitespace().count() > 3)
                + counted
                + copied
                + if i < self.first { self.begun(i) } else { 0 }
        }
    }

    /// The line that is told most of, where that is worth as much as `least`.
    fn best(&self, least: i32) -> Option<usize> {
        // Whether a line can be a title is asked last, as it is dear and most are worth nothing.
        let worths = (self.first.saturating_sub(ABOVE)..self.first).map(|i| (self.worth(i), i));
        let above = worths.filter(|(worth, i)| *worth >= least && self.possible(*i)).max();
        // Some pages show the first words once more above the name.
        let within = self.first..self.lines.len().min(self.first + WITHIN);
        let own = |i: &usize| *i < self.till && !shapes::ends_sentence(self.said(*i));
        let mut within = within.filter(|i| own(i) && self.counted(*i) && self.possible(*i));
        let within = within.next().map(|i| (self.worth(i), i)).filter(|(worth, _)| *worth >= least);
        above.max(within).map(|(_, i)| i)
    }

    /// The end of the way to the page, where another line above the first post says it between brackets (`[Asked] NAME [copy]`), and
    /// which line that is.
    fn led(&self) -> Option<(Span, usize)> {
        let above = || self.first.saturating_sub(ABOVE)..self.first;
        let ends: Vec<&str> =
            above().filter(|i| is_trail(self.said(*i))).take(PARTS).map(|i| last(self.said(i)).trim_end()).collect();
        let bracketed = |i: usize| {
            let line = self.lines.get(i).filter(|line| line.width <= LONGEST)?;
            let (said, outer) = (self.said(i), |part: &str| part.trim().is_empty() || is_bracketed(part.trim()));
            let end = ends.iter().find(|end| {
                let parts = said.split_once(**end).filter(|_| (LABEL..said.len()).contains(&end.len()));
                parts.is_some_and(|(before, behind)| outer(before) && outer(behind))
            })?;
            let at = line.span.start + said.find(end)?;
            Some((Span::new(at, at + end.len()), i))
        };
        above().rev().find_map(bracketed)
    }

    /// The first line of the first post, where it is no sentence and more is said below it.
    fn heading(&self, plan: &Plan) -> Option<usize> {
        let said = self.said(self.first);
        let named = shapes::asks(said) || !shapes::ends_sentence(said) && said.split(' ').count() > 3;
        let more = plan.fates.get(self.first + 1) == plan.fates.get(self.first);
        (named && more && self.possible(self.first) && !said.contains(". ")).then_some(self.first)
    }
}

/// Whether all of it stands in one pair of brackets.
fn is_bracketed(said: &str) -> bool {
    let inner = said.strip_prefix('[').and_then(|said| said.strip_suffix(']'));
    inner.or_else(|| said.strip_prefix('【')?.strip_suffix('】')).is_some_and(|inner| !inner.contains(['[', ']', '【', '】']))
}

/// Whether the line is the way to a page, with two signs or more.
pub(super) fn is_trail(said: &str) -> bool {
    said.len() <= LONGEST && TRAILS.iter().map(|sign| said.matches(sign).count()).max().is_some_and(|signs| signs > 1)
}

/// Notes what the parts of a line say.
fn parts<'t>(said: &'t str, at: usize, above: bool, inside: bool, told: &mut HashMap<&'t str, Told>) {
    if said.len() > LONGEST {
        return;
    }
    told.entry(said).or_default().times += i32::from(above);
    let head = |part: &'t str| TAILS.iter().filter_map(|tail| part.find(tail)).min().and_then(|end| part.get(..end));
    // "Re: NAME", "Re: NAME by Ann", "… Title: NAME<tab>Reply".
    for (behind, _) in said.match_indices([':', '：']).take(PARTS) {
        let rest = said.get(behind..).unwrap_or("").trim_start_matches([':', '：']).trim_start();
        let label = said.get(..behind).unwrap_or("").rsplit([' ', '\u{a0}', '\t', ':']).next().unwrap_or("");
        if rest.is_empty() || label.chars().count() > LABEL || !label.ends_with(char::is_alphanumeric) && !label.ends_with(']') {
            continue;
        }
        told.entry(rest).or_default().labelled += 1;
        for part in TAILS.iter().filter_map(|tail| Some(rest.split_once(tail)?.0)) {
            told.entry(part.trim_end()).or_default().labelled += 1;
        }
    }
    if above {
        let last = TRAILS.iter().filter_map(|sign| Some((said.rfind(sign)? + sign.len(), sign))).max();
        let part = last.and_then(|(end, _)| said.get(end..)).map(str::trim);
        if let Some(part) = part.filter(|part| part.split_whitespace().count() > 2 || !part.is_ascii()) {
            told.entry(part).or_default().led += 1;
        }
        if at < 3
            && let Some(part) = head(said)
        {
            told.entry(part.trim_end()).or_default().topped += 1;
        }
    }
    // "4 comments on “NAME”", not what somebody quotes.
    for (open, close) in QUOTES.iter().filter(|_| !inside) {
        if let Some((_, rest)) = said.split_once(*open)
            && let Some((part, _)) = rest.rsplit_once(*close)
        {
            let most = part.len() * 2 > said.len();
            told.entry(part.trim()).or_default().quoted += i32::from(most);
        }
    }
}

/// "6.3K views 23 replies": two counts or more of what a thread has, readers among them.
fn counts_readers(said: &str) -> bool {
    if said.len() > LONGEST || !said.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let folded = cues::fold(said);
    let mut words = folded.split(' ').take(PARTS);
    let (mut counts, mut read) = (0, false);
    while words.next() == Some("#") {
        let Some(unit) = words.next() else { break };
        counts += usize::from(cues::counts(unit));
        read = read || words::READ_COUNTS.contains(&unit);
    }
    counts > 1 && read
}

/// Whether the line tells who began the thread: "Thread starter ann", "Started by ann".
fn begins(said: &str) -> bool {
    let folded = cues::fold(said);
    words::BEGUN_BY.iter().any(|lead| folded.starts_with(lead))
}
