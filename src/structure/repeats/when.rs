//! When posts were written, told apart from the other dates in them.
use super::{BARE, Mark, Page, Post};
use crate::{
    markup::Element,
    structure::{
        cues::{self, Cue, Deed, Reading},
        dates,
        lines::Line,
    },
    text::Span,
};
use jiff::civil::DateTime;
use std::collections::HashMap;

/// Dates of a post that are looked at.
const MOST_DATES: usize = 12;

/// Dates that stand on lines which are no prose and tell no fact of a member.
pub(super) fn places(text: &str, lines: &[Line], readings: &[Reading]) -> Vec<Span> {
    let mut out = Vec::new();
    for (i, (line, reading)) in lines.iter().zip(readings).enumerate() {
        let edited = matches!(reading.cue, Cue::Deed(Deed::Edited) | Cue::Counter);
        if edited || line.width > 120 || cues::dates_fact(text, lines, readings, i) {
            continue;
        }
        if let Some(date) = reading.date {
            out.push(date);
        } else if matches!(reading.cue, Cue::Words)
            && line.width <= 80
            && let Some(date) = dates::find::find(line.of(text))
        {
            out.push(date.shifted(line.span.start));
        }
    }
    out
}

impl Page<'_> {
    /// The dates in `span`.
    pub(super) fn dates_in(&self, span: Span) -> &[Span] {
        let from = self.dates.partition_point(|date| date.start < span.start);
        let to = self.dates.partition_point(|date| date.end <= span.end);
        self.dates.get(from..to.max(from)).unwrap_or(&[])
    }

    /// The dates of a post with the marks of the tightest elements around them.
    fn marked_dates(&self, post: Post) -> Vec<(Mark, Span)> {
        let dates = self.dates_in(post.span);
        let dates = dates.get(..dates.len().min(MOST_DATES)).unwrap_or(dates);
        let mut tightest: Vec<usize> = vec![post.at; dates.len()];
        for (at, element) in self.own_elements(post) {
            let span = element.span;
            for (date, tight) in dates.iter().zip(&mut tightest) {
                if span.start <= date.start && date.end <= span.end {
                    *tight = at;
                }
            }
        }
        let marks = |at: usize| self.marks(at).next().unwrap_or((self.element(at).tag, BARE));
        dates.iter().zip(tightest).map(|(date, at)| (marks(at), *date)).collect()
    }

    /// The mark of the dates on which posts were written: they go up or down the page, and tell the time of day. The dates on which
    /// members joined do neither.
    pub(super) fn date_mark(&self, posts: &[Post]) -> Option<Mark> {
        let mut all: HashMap<Mark, Vec<(usize, Span)>> = HashMap::new();
        for post in posts {
            for (mark, date) in self.marked_dates(*post) {
                let same = all.entry(mark).or_default();
                if same.last().is_none_or(|(last, _)| *last != post.at) {
                    same.push((post.at, date));
                }
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "numbers of posts are far below the limit")]
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let worth = |same: &[(usize, Span)]| {
            let said: Vec<&str> = same.iter().map(|(_, date)| date.of(self.text)).collect();
            let times = said.iter().filter(|said| said.contains(':')).count();
            let moments: Vec<_> =
                said.iter().filter_map(|s| Some(dates::read(s, None, None)?.interval?.earliest.clock())).collect();
            let steps = |up: fn(&DateTime, &DateTime) -> bool| {
                moments.windows(2).filter(|pair| matches!(pair, [a, b] if up(a, b))).count()
            };
            let ordered = steps(|a, b| a <= b).max(steps(|a, b| a >= b));
            share(same.len(), posts.len()) + share(ordered, moments.len().saturating_sub(1)) + 0.5 * share(times, said.len())
        };
        let mut ranked: Vec<(f64, Mark)> = all.iter().map(|(mark, same)| (worth(same), *mark)).collect();
        ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.first().map(|(_, mark)| *mark)
    }

    pub(super) fn date_at(&self, post: Post, mark: Mark) -> Option<Span> {
        self.marked_dates(post).into_iter().find(|(own, _)| *own == mark).map(|(_, date)| date)
    }

    /// The date of a post: the one with the usual mark, else the first outside of the words, one with a time of day before others.
    pub(super) fn date(&self, post: Post, words: &Element, when: Option<Mark>) -> Option<Span> {
        let out = |date: &Span| date.end <= words.span.start || date.start >= words.span.end;
        let outside = || self.dates_in(post.span).iter().copied().filter(out);
        let usual = when.and_then(|when| self.date_at(post, when)).filter(out);
        usual.or_else(|| outside().find(|date| date.of(self.text).contains(':'))).or_else(|| outside().next())
    }
}
