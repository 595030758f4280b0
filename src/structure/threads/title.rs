//! The line that names a thread, above its first message.
use super::{
    super::{
        cues::{self, Cue},
        lines::Line,
        shapes, vocabulary as words,
    },
    Message, View, strip_reply,
};
use std::collections::{HashMap, HashSet};

/// Lines above the first message that are looked at.
const REACH: usize = 400;
/// Below this a first line that asks is the likelier title.
const DOUBTFUL: f32 = 1.6;
/// What the best line must be worth.
const LEAST: f32 = 0.6;

/// How often lines say the same, above the messages and in their heads.
struct Seen<'t> {
    above: HashMap<&'t str, usize>,
    heads: HashMap<&'t str, usize>,
    /// Longer words of the first messages, in small letters.
    said: HashSet<String>,
}

impl<'t> View<'t> {
    /// The line that names the thread: near the messages, of several words, often shown twice and again in the heads of messages
    /// ("Re: …"). Names of boards, menus and buttons stand around it.
    /// `led`: whether the first message is not shown as the others are; then its first line may be the one.
    pub(super) fn title(&self, first: usize, messages: &mut [Message], led: bool) -> Option<usize> {
        let from = first.saturating_sub(REACH);
        let mut seen = Seen { above: HashMap::new(), heads: HashMap::new(), said: HashSet::new() };
        for i in from..first {
            *seen.above.entry(self.said(i)).or_default() += 1;
        }
        for message in messages.iter() {
            let head = (message.top..(message.from + 2).min(message.to)).filter(|i| self.cue(*i) == Cue::Words);
            for i in head {
                *seen.heads.entry(self.bare(i)).or_default() += 1;
            }
        }
        for i in messages.iter().take(2).flat_map(|m| m.from..m.to.min(m.from + 100)) {
            seen.said.extend(longer_words(self.said(i)));
        }
        // The name of a writer may stand above the first message twice.
        let names: HashSet<&str> = messages
            .iter()
            .filter_map(|m| m.name)
            .map(|name| name.of(self.text))
            .filter(|name| name.split(' ').count() < 3)
            .collect();
        let possible = |i: &usize| {
            self.cue(*i) == Cue::Words
                && !self.fact(*i)
                && !self.announces(*i)
                && !names.contains(self.said(*i))
                && self.lines.get(*i).is_some_and(|l| (2..=200).contains(&l.width))
        };
        // Some boards show it in the head of the first message, and "Re: …" in those of the others.
        let within = messages.first().map(|m| m.from).filter(|i| led && self.headline(*i));
        let headed = messages.first().map_or(first, |m| m.from).max(first) + usize::from(within.is_some());
        let reply = |line: &Line| strip_reply(self.text, line.span) != line.span;
        let replied: HashSet<&str> =
            self.lines.iter().filter(|line| reply(line)).map(|line| strip_reply(self.text, line.span).of(self.text)).collect();
        let shown = |i: &usize| *i < first || Some(*i) == within || replied.contains(self.said(*i));
        let lines = (from..headed).filter(possible).filter(shown);
        let worths = lines.map(|i| (self.title_worth(i, first, messages.len(), &seen), i));
        let (best, title) = worths.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        // One word is more often the name of a site.
        let weak = best < LEAST || self.width(title) <= 20 && !self.said(title).contains(' ');
        // So is what stands above a first line that asks, where nothing else speaks for it.
        let asks = |m: &Message| shapes::asks(self.said(m.from)) && self.width(m.from) <= 100 && m.from + 1 < m.to;
        let doubtful = best < DOUBTFUL && !shapes::asks(self.said(title)) && messages.first().is_some_and(asks);
        let within = if weak || doubtful { self.heading(messages) } else { None };
        within.or_else(|| (best >= LEAST).then_some(title))
    }

    /// The first line of the first message, where it asks or is no sentence and more is said below it: there some pages name their
    /// threads.
    pub(super) fn heading(&self, messages: &mut [Message]) -> Option<usize> {
        let first = messages.first_mut()?;
        let title = first.from;
        let said = self.said(title);
        let named = !shapes::ends_sentence(said) && said.split(' ').count() > 3;
        let line = (shapes::asks(said) || named) && !said.contains(". ") && self.width(title) <= 160;
        let more = (title + 1..first.to).any(|i| self.sentence(i));
        (self.cue(title) == Cue::Words && line && more).then(|| {
            first.from += 1;
            title
        })
    }

    /// Where nothing stands above the first message, its first line is the title if it is set off and no sentence.
    pub(super) fn headed(&self, messages: &mut [Message]) -> Option<usize> {
        let first = messages.first_mut().filter(|m| m.top == m.from && m.from + 1 < m.to)?;
        let (line, next) = (self.lines.get(first.from)?, self.lines.get(first.from + 1)?);
        let said = line.of(self.text);
        let title = first.from;
        let sentence = shapes::ends_sentence(said) && !shapes::asks(said);
        (self.cue(title) == Cue::Words && next.gap > 0 && line.width <= 160 && !sentence).then_some(())?;
        first.from += 1;
        Some(title)
    }

    /// What a line says, without "Re:".
    fn bare(&self, i: usize) -> &'t str {
        self.lines.get(i).map_or("", |line| strip_reply(self.text, line.span).of(self.text))
    }

    /// How much a line looks like the title; the figures were set by hand, on threads of many engines.
    fn title_worth(&self, i: usize, first: usize, messages: usize, seen: &Seen<'_>) -> f32 {
        let said = self.said(i);
        // Two signs make a word where no spaces do.
        let signs = said.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')).count();
        // Five where a word has vowels of its own.
        let spaceless = said
            .chars()
            .filter(|c| matches!(c, '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'))
            .count();
        let count = said.split_whitespace().count().max(signs / 2).max(spaceless / 5);
        let mut worth = 0.8 * (-(first.saturating_sub(i) as f32) / 20.0).exp();
        worth += match count {
            0..2 => -0.5,
            2 => 0.0,
            3 => 0.5,
            4 => 0.8,
            5 | 6 => 1.2,
            7..25 => 1.6,
            _ => 0.0,
        };
        if matches!(seen.above.get(said), Some(2 | 3)) && count > 1 {
            worth += 2.0;
        }
        // What the thread is about is said in its first messages.
        let (mut all, mut found) = (0.0, 0.0);
        for word in longer_words(said).take(20) {
            all += 1.0;
            found += if seen.said.contains(&word) { 1.0 } else { 0.0 };
        }
        worth += 2.0 * found / (all + 1.0);
        // In most heads stands the title; what stands in some is somebody's name or rank.
        worth += match seen.heads.get(self.bare(i)) {
            Some(times) if count > 1 && 2 * times >= messages => 2.5,
            Some(_) if count < 4 => -2.0,
            _ => 0.0,
        };
        // Replies, views, who began it and when follow it.
        let counts = |j| matches!(self.cue(j), Cue::Counter | Cue::AnswerCount) || cues::counts(&cues::fold(self.said(j)));
        if (i + 1..i + 4).any(counts) {
            worth += 0.7;
        }
        if said.rsplit(' ').next().is_some_and(|word| cues::is_button(&cues::fold(word)) || cues::is_badge(&cues::fold(word))) {
            worth -= 2.0;
        }
        // A text that was copied from its title on; above it at most the name of the site.
        let board = |j: usize| cues::fold(self.said(j)).split(' ').any(|word| words::BOARDS.contains(&word));
        if first <= 4 && !board(i) && (0..i).all(board) {
            worth += 1.0;
        }
        if shapes::asks(said) {
            worth += 0.8;
        }
        // A line of a menu stands among others like it.
        let short = |j: &usize| *j != i && self.cue(*j) == Cue::Words && self.lines.get(*j).is_some_and(|l| l.width < 25);
        worth -= 0.1 * (i.saturating_sub(3)..i + 4).filter(short).count() as f32;
        if said.starts_with(['■', '◆', '●']) {
            worth -= 1.5;
        }
        if said.ends_with(['.', ':', '…', '!']) || said.contains(". ") {
            worth -= 1.2;
        }
        if count < 5 && board(i) {
            worth -= 1.0;
        }
        // "Home Forum Baking": the way to the page without signs.
        let mut words = said.split(' ').map(cues::fold);
        if count > 3
            && words.next().is_some_and(|word| cues::is_navigation(&word))
            && words.next().is_some_and(|word| words::BOARDS.contains(&&*word))
        {
            worth -= 1.5;
        }
        // Links of a menu side by side.
        if said.contains('\t') || said.matches(" | ").count() > 1 {
            worth -= 2.0;
        }
        if said.contains("://") || said.contains(['>', '»', '›']) || said.contains(" / ") {
            worth -= 0.7;
        }
        // Ways to a page, and several clauses.
        if said.matches([' ', '\u{a0}']).count() > 2 && said.matches(" › ").count() > 1 || said.contains(['，', '。']) {
            worth -= 1.0;
        }
        worth
    }
}

/// Words of four letters and more, in small letters; two where a letter is a word.
fn longer_words(said: &str) -> impl Iterator<Item = String> {
    let words = said.get(..said.floor_char_boundary(1000)).unwrap_or(said).split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 3 || word.len() > 5).map(str::to_lowercase)
}
