//! Threads that are question pages: the page counts its answers, marks one as chosen, shows votes.
use super::{
    super::{cues::Cue, shapes},
    Message, View,
};
use std::ops::Range;

/// A thread that is a question with answers.
pub(super) struct Counted {
    pub answers: i64,
    /// Whether the first message asks; else the title does.
    pub opened: bool,
}

impl View<'_> {
    /// How many answers a page that asks counts, as long as so many are found.
    pub(super) fn counted(&self, title: Option<usize>, messages: &[Message]) -> Option<Counted> {
        let (first, second) = (messages.first()?, messages.get(1).map_or(self.lines.len(), |m| m.from));
        let at = (title.map_or(0, |title| title + 1)..second).find(|i| self.cue(*i) == Cue::AnswerCount)?;
        let answers = self.readings.get(at)?.number?;
        let opened = at >= first.top;
        let found = messages.len() - usize::from(opened);
        let asks = shapes::asks(self.said(title.unwrap_or(first.from)));
        (asks && (opened || title.is_some()) && i64::try_from(found) == Ok(answers)).then_some(Counted { answers, opened })
    }

    /// Whether a line above the words says that this answer was chosen.
    pub(super) fn accepted(&self, mut head: Range<usize>) -> Option<bool> {
        head.any(|i| self.cue(i) == Cue::Accepted).then_some(true)
    }

    /// Where the next message begins.
    pub(super) fn behind(&self, messages: &[Message], n: usize) -> usize {
        messages.get(n + 1).map_or(self.lines.len(), |next| next.top)
    }

    pub(super) fn count_between(&self, messages: &[Message], word: &str) -> usize {
        let says = |i: usize| self.said(i).len() < 12 && self.said(i).to_lowercase() == word;
        messages.iter().enumerate().filter(|(n, m)| (m.top..self.behind(messages, *n)).any(says)).count()
    }

    pub(super) fn votes(&self, mut lines: Range<usize>) -> Option<i64> {
        lines
            .find(|i| self.said(*i).eq_ignore_ascii_case("upvote"))
            .and_then(|i| self.readings.get(i + 1))
            .filter(|r| r.cue == Cue::Number)?
            .number
    }
}
