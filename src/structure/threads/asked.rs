//! Threads that are question pages: the page counts its answers, marks one as chosen, shows votes.
use super::{
    super::{
        cues::{self, Cue, Deed},
        posts::{Fate, Plan},
        shapes,
        tree::DropReason,
        vocabulary as words,
    },
    Message, View,
};
use std::{collections::HashSet, ops::Range};

/// A thread that is a question with answers.
pub(super) struct Counted {
    /// None where the page marks an answer and counts none.
    pub answers: Option<i64>,
    /// Whether the first message asks; else the title does.
    pub opened: bool,
    /// Messages that answer nothing: the one who asked says something again.
    pub remarks: HashSet<usize>,
}

impl View<'_> {
    /// How many answers a page that asks counts, or that it marks one as the best.
    pub(super) fn counted(&self, title: Option<usize>, messages: &[Message]) -> Option<Counted> {
        let (first, second) = (messages.first()?, messages.get(1).map_or(self.lines.len(), |m| m.from));
        let above = title.map_or(0, |title| title + 1)..second;
        let at = above.clone().find(|i| self.cue(*i) == Cue::AnswerCount);
        let marked = (above.start..messages.last()?.from).find(|i| self.cue(*i) == Cue::Accepted);
        let opened = at.or(marked)? >= first.top;
        let asks = shapes::asks(self.said(title.unwrap_or(first.from))) || opened && self.asks_in(first);
        (asks && (opened || title.is_some())).then_some(())?;
        let answers = at.and_then(|at| self.readings.get(at)?.number);
        let all = messages.len() - usize::from(opened);
        let found = |remarks: &HashSet<usize>| i64::try_from(all - remarks.len()).ok();
        let asker = self.asker(first, opened);
        let mut remarks = HashSet::new();
        if answers.is_some() && found(&remarks) != answers || answers.is_none() {
            let again = |n: &usize| messages.get(*n).and_then(|m| m.name).is_some_and(|name| Some(name.of(self.text)) == asker);
            remarks = (usize::from(opened)..messages.len()).filter(again).collect();
            // Comments may stand below each answer, and be counted there.
            if answers.is_some() && found(&remarks) != answers {
                let below = self.counted_below(messages, usize::from(opened));
                remarks = if found(&below) == answers { below } else { remarks };
            }
        }
        let right = match answers {
            // A page may show a part of its answers.
            Some(answers) => {
                let part = marked.is_some() || !opened && all > remarks.len() + 1;
                found(&remarks).is_some_and(|found| found == answers || found < answers && part)
            }
            None => all > remarks.len(),
        };
        right.then_some(Counted { answers, opened, remarks })
    }

    /// The messages that the one above them counts as comments on it, as far as they are shown.
    fn counted_below(&self, messages: &[Message], first: usize) -> HashSet<usize> {
        let (mut remarks, mut left) = (HashSet::new(), 0);
        for (n, message) in messages.iter().enumerate().skip(first) {
            if left > 0 {
                left -= 1;
                remarks.insert(n);
            }
            // The head of the next one begins with what ends this.
            let next = messages.get(n + 1).map_or(self.lines.len(), |next| next.from);
            for i in (message.from..next).filter(|i| self.width(*i) <= 40) {
                match cues::remarks_in(self.said(i)) {
                    Some(counted) => left = counted,
                    // "Show more comments" ends them.
                    None if cues::speaks_of_remarks(self.said(i)) && self.cue(i) != Cue::Words => left = 0,
                    None => {}
                }
            }
        }
        remarks
    }

    /// Whether the first message is what the others remark on: behind it they are counted as comments.
    pub(super) fn counts_remarks(&self, messages: &[Message]) -> bool {
        let (Some(first), Some(second)) = (messages.first(), messages.get(1)) else { return false };
        let enough = |said: i64| usize::try_from(said).is_ok_and(|said| said + 1 >= messages.len());
        let counts = |i: usize| self.lines.get(i).filter(|l| l.width <= 120).and_then(|l| cues::remarks_in(l.of(self.text)));
        // In heads, "31 comments" may be a fact of a member: that comes back.
        let own = |i: &usize| *i >= first.from || self.readings.get(*i).is_some_and(|r| r.date.is_some() && r.date == first.date);
        let heads = messages.iter().skip(1).filter(|message| (message.top..message.from).any(|i| counts(i).is_some())).count();
        heads < 3 && (first.top..second.from).filter(own).any(|i| counts(i).is_some_and(enough))
    }

    /// Who asks.
    fn asker(&self, first: &Message, opened: bool) -> Option<&str> {
        let above = || (0..first.top).rev().find_map(|i| self.readings.get(i).filter(|r| r.cue == Cue::Deed(Deed::Asked))?.name);
        first.name.filter(|_| opened).or_else(above).map(|name| name.of(self.text))
    }

    /// Whether a line of the message asks.
    fn asks_in(&self, message: &Message) -> bool {
        let particle = |said: &str| words::ASKING_PARTICLES.iter().any(|word| said.trim_end_matches(['。', '.']).ends_with(word));
        (message.from..message.to).any(|i| shapes::asks(self.said(i)) || particle(self.said(i)))
    }

    /// Gives the question above the answers its title, and what is said between it and them.
    pub(super) fn question(&self, plan: &mut Plan, question: usize, title: Option<usize>, first: usize) {
        let Some(title) = title else { return };
        // Where answers are not counted, the best one is announced, or the first one begins.
        let ends = |cue: Cue| (title + 1..first).find(|i| self.cue(*i) == cue);
        let end = ends(Cue::AnswerCount).or_else(|| ends(Cue::Accepted)).unwrap_or(first);
        let mut said = false;
        for i in (title + 1..end).filter(|i| self.prose(*i) && self.said(*i) != self.said(title)) {
            plan.set(i, Fate::Body(question));
            said = true;
        }
        plan.set(title, if said { Fate::Drop(DropReason::Title) } else { Fate::Body(question) });
        let asked = (0..first).find_map(|i| self.readings.get(i).filter(|r| r.cue == Cue::Deed(Deed::Asked)));
        if let (Some(asked), Some(draft)) = (asked, plan.drafts.get_mut(question)) {
            (draft.author, draft.date) = (asked.name, asked.date);
        }
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
