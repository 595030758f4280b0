//! Walks down a question page, line by line, and gives each to the post that it belongs to.
use super::super::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Role},
};
use super::heads::signer;
use crate::text::Span;
use std::collections::HashSet;

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) readings: &'a [Reading],
    pub(super) plan: Plan,
    pub(super) title: usize,
    /// Lines said by somebody who is not known yet.
    pub(super) waiting: Vec<usize>,
    pub(super) score: Option<i64>,
    pub(super) accepted: Option<bool>,
    /// The draft whose author's name must be the next line; none: a name nobody needs.
    pub(super) naming: Option<Option<usize>>,
    /// "– NAME" before "Commented …".
    pub(super) dash: Option<Span>,
    pub(super) question: usize,
    pub(super) question_open: bool,
    pub(super) last_answer: Option<usize>,
    /// Whether attributions stand above their text.
    pub(super) head: bool,
    pub(super) current: Option<usize>,
    pub(super) counted: bool,
    pub(super) answered: usize,
    /// Whether nobody is said to have answered, and dates with buttons below them end the words.
    pub(super) dated_below: bool,
    /// Folded lines with numbers that come back: what is counted of a post.
    pub(super) counts: HashSet<String>,
}

impl Reader<'_> {
    pub(super) fn line(&mut self, i: usize) {
        let (Some(line), Some(reading)) = (self.lines.get(i), self.readings.get(i).copied()) else {
            return;
        };
        let said = line.of(self.text);
        // A picture of the one who is named below says the same.
        if reading.cue == Cue::Portrait {
            return;
        }
        if let Some(naming) = self.naming.take()
            && reading.cue == Cue::Words
            && cues::is_name(said)
            && !shapes::ends_sentence(said)
            && line.gap < 2
        {
            if let Some(draft) = naming.and_then(|d| self.plan.drafts.get_mut(d)) {
                draft.author = Some(line.span);
            }
            self.plan.set(i, Fate::Drop(DropReason::Attribution));
            return;
        }
        // A short remark and the name behind it look like one long name before a date.
        if reading.cue == Cue::Date
            && let Some(remark) = cues::remark(self.text, line.span).filter(|r| shapes::ends_sentence(r.body.of(self.text)))
            && self.ends_here(i)
        {
            return self.signed(i, remark);
        }
        match reading.cue {
            Cue::Words | Cue::Fact => {
                let title = self.lines.get(self.title).map_or("", |l| l.of(self.text));
                if said == title {
                    self.plan.set(i, Fate::Drop(DropReason::Title));
                } else if self.signed_above(i) {
                    self.naming = Some(None);
                } else if let Some(name) = self.dash_name(i) {
                    self.dash = Some(name);
                    self.plan.set(i, Fate::Drop(DropReason::Attribution));
                } else if let Some(remark) = cues::remark(self.text, line.span).filter(|_| self.ends_here(i)) {
                    self.signed(i, remark);
                } else if let Some(remark) = self.signed_below(i) {
                    self.signed(i, remark);
                    (i + 1..i + 3).for_each(|n| self.plan.set(n, Fate::Drop(DropReason::Attribution)));
                    self.naming = Some(None);
                } else if self.counts.contains(cues::fold(said).as_str()) {
                    self.plan.set(i, Fate::Drop(DropReason::Counter));
                } else {
                    self.waiting.push(i);
                }
            }
            // A list's bullet or a smiley inside somebody's words stays; between posts it is an ornament.
            Cue::Ornament | Cue::Expand if !self.waiting.is_empty() => self.waiting.push(i),
            Cue::Number if self.waiting.last() == Some(&(i.wrapping_sub(1))) && line.gap == 0 && self.next_is_words(i) => {
                self.waiting.push(i)
            }
            Cue::Number | Cue::Tally => {
                self.end_remark();
                // Beside the text stand votes; behind it, numbers of badges and of votes for remarks.
                let alone = self.lines.get(i + 1).is_some_and(|l| l.gap > 0);
                if self.waiting.is_empty() || alone || reading.cue == Cue::Tally && self.score.is_none() {
                    self.score = reading.number.or(self.score);
                }
            }
            Cue::Accepted => self.accepted = Some(true),
            Cue::AnswerCount => {
                if self.question_open {
                    self.close_question();
                } else if !self.head && self.last_answer.is_none() {
                    // What nobody signed by now are buttons.
                    self.waiting.clear();
                }
                self.score = None;
                self.counted = true;
            }
            Cue::Deed(deed) => self.deed(i, deed, reading),
            Cue::Date if !self.remark(reading) && reading.name.is_some() && !self.waiting.is_empty() => self.waiting.push(i),
            Cue::Button | Cue::Navigation | Cue::End => self.end_remark(),
            _ => {}
        }
    }

    fn next_is_words(&self, i: usize) -> bool {
        self.readings.get(i + 1).is_some_and(|r| r.cue == Cue::Words)
            && self.lines.get(i + 1).is_some_and(|l| l.gap == 0 && l.width > 3)
            && self.readings.get(i + 2).is_none_or(|r| !matches!(r.cue, Cue::Deed(_) | Cue::Date))
            && self.readings.get(i + 3).is_none_or(|r| !matches!(r.cue, Cue::Deed(_) | Cue::Date))
    }

    fn deed(&mut self, i: usize, deed: Deed, reading: Reading) {
        match deed {
            Deed::Asked => {
                let target = self.question;
                if self.question_open
                    && let Some(draft) = self.plan.drafts.get_mut(target)
                {
                    draft.date = reading.date.or(draft.date);
                    draft.author = reading.name.or(draft.author);
                    if !self.waiting.is_empty() {
                        self.close_question();
                    }
                    self.expect_name(Some(target), reading, i);
                }
            }
            // Below a picture, "updated" says when somebody answered.
            Deed::Edited if self.head && self.pictured(i) => self.answer(i, reading),
            Deed::Edited => self.expect_name(None, reading, i),
            Deed::Selected => {
                if let Some(draft) = self.last_answer.and_then(|a| self.plan.drafts.get_mut(a)) {
                    draft.accepted = Some(true);
                }
            }
            Deed::Commented => {
                let parent = if self.question_open && self.last_answer.is_none() {
                    Some(self.question)
                } else {
                    self.last_answer.or(Some(self.question))
                };
                if self.question_open && !self.counted && self.last_answer.is_none() {
                    self.question_open = false;
                }
                let author = reading.name.or_else(|| self.dash.take());
                if let (Some(name), Some(last)) = (author, self.waiting.last())
                    && self.lines.get(*last).is_some_and(|l| l.of(self.text) == name.of(self.text))
                {
                    self.waiting.pop();
                }
                let draft = Draft { author, date: reading.date, parent, ..Draft::new(Role::Comment) };
                self.post(draft);
                self.score = None;
            }
            Deed::Answered => self.answer(i, reading),
            Deed::Posted if self.answered == 0 && reading.name.is_some() && !self.question_open => self.answer(i, reading),
            Deed::Posted if self.dated_below && self.counted && reading.date.is_some() => self.dated(reading),
            Deed::Posted => {
                if !self.waiting.is_empty() && reading.date.is_none() {
                    self.waiting.push(i);
                }
            }
        }
    }

    /// Whether the picture of a writer stands near above.
    fn pictured(&self, i: usize) -> bool {
        (i.saturating_sub(3)..i).any(|i| self.readings.get(i).is_some_and(|r| r.cue == Cue::Portrait))
    }

    /// "Answered by NAME" and the moment on the next line, or the other way round, are one head.
    fn completes(&mut self, i: usize, reading: Reading) -> bool {
        let above = i.checked_sub(1).and_then(|above| self.readings.get(above)).filter(|r| r.cue == Cue::Deed(Deed::Answered));
        let draft = self.last_answer.filter(|_| above.is_some()).and_then(|at| self.plan.drafts.get_mut(at));
        let Some(draft) = draft.filter(|_| reading.name.is_none() || reading.date.is_none()) else { return false };
        let apart = |known: Option<Span>, new: Option<Span>| known.is_none() || new.is_none();
        if !apart(draft.author, reading.name) || !apart(draft.date, reading.date) {
            return false;
        }
        (draft.author, draft.date) = (draft.author.or(reading.name), draft.date.or(reading.date));
        true
    }

    fn answer(&mut self, i: usize, reading: Reading) {
        if self.completes(i, reading) {
            return;
        }
        if self.question_open {
            self.close_question();
        }
        let author = reading.name.or_else(|| self.name_above(i));
        let author = author.or_else(|| if self.head { None } else { self.handled() });
        let reading = Reading { name: author, ..reading };
        let draft = Draft { author, date: reading.date, parent: Some(self.question), ..Draft::new(Role::Answer) };
        if self.head {
            self.flush();
            let at = self.plan.push(Draft { score: self.score.take(), accepted: self.accepted.take(), ..draft });
            self.current = Some(at);
            self.last_answer = Some(at);
            self.expect_name(Some(at), reading, i);
        } else {
            let draft = Draft { score: self.score.take(), accepted: self.accepted.take(), ..draft };
            let at = self.post(draft);
            self.last_answer = Some(at);
            self.expect_name(Some(at), reading, i);
        }
    }

    /// "NAME, what he is" on the line above "Answered 2 years ago".
    fn name_above(&mut self, i: usize) -> Option<Span> {
        let above = i.checked_sub(1).filter(|above| self.head && self.waiting.last() == Some(above))?;
        let line = self.lines.get(above)?;
        // ", what he is" on a line of its own.
        if line.of(self.text).starts_with(',')
            && let Some(upper) = above.checked_sub(1).filter(|upper| self.waiting.iter().rev().nth(1) == Some(upper))
        {
            let name = self.lines.get(upper)?.span;
            cues::is_name(name.of(self.text)).then_some(())?;
            self.waiting.truncate(self.waiting.len() - 2);
            [upper, above].iter().for_each(|i| self.plan.set(*i, Fate::Drop(DropReason::Attribution)));
            return Some(name);
        }
        let before = above.checked_sub(1).and_then(|before| self.readings.get(before)).map_or(Cue::Navigation, |r| r.cue);
        let name = signer(line.of(self.text)).filter(|_| before != Cue::Words || line.gap > 0)?;
        self.waiting.pop();
        self.plan.set(above, Fate::Drop(DropReason::Attribution));
        Some(Span::new(line.span.start, line.span.start + name.len()))
    }

    /// A name twice and a date begin a comment whose words stand below.
    fn remark(&mut self, reading: Reading) -> bool {
        let mut back = self.waiting.iter().rev().copied();
        let Some(last) = back.next() else {
            return false;
        };
        let said = |i: usize| self.lines.get(i).map_or("", |l| l.of(self.text));
        // The second name stands on the line before, or on the line of the date.
        let (name, used) = match reading.name {
            Some(name) if name.of(self.text) == said(last) => (name, 1),
            None if back.next().is_some_and(|before| said(before) == said(last)) => {
                (self.lines.get(last).map_or(Span::new(0, 0), |l| l.span), 2)
            }
            _ => return false,
        };
        if self.head || self.last_answer.is_none() && self.question_open && !self.counted {
            return false;
        }
        for line in self.waiting.split_off(self.waiting.len() - used) {
            self.plan.set(line, Fate::Drop(DropReason::Attribution));
        }
        self.end_remark();
        let parent = self.last_answer.or(Some(self.question));
        self.current =
            Some(self.plan.push(Draft { author: Some(name), date: reading.date, parent, ..Draft::new(Role::Comment) }));
        true
    }

    /// The words below the head of a comment end here.
    fn end_remark(&mut self) {
        if !self.head && self.current.is_some() {
            self.flush();
        }
    }

    fn expect_name(&mut self, draft: Option<usize>, reading: Reading, i: usize) {
        if reading.name.is_none() && self.lines.get(i + 1).is_some_and(|l| l.gap == 0) {
            self.naming = Some(draft);
        }
    }

    /// A date below words, whose writer stands above them, perhaps with what he is.
    fn dated(&mut self, reading: Reading) {
        let line = |at: usize| self.waiting.get(at).and_then(|i| self.lines.get(*i));
        let short = |at: usize| {
            line(at).filter(|line| line.width <= 40 && !shapes::ends_sentence(line.of(self.text)) && self.waiting.len() > at + 1)
        };
        let name = short(0).map(|line| line.span).filter(|name| cues::is_name(name.of(self.text)));
        let told = name.and_then(|_| short(1)).filter(|_| self.waiting.len() > 2);
        let head = usize::from(name.is_some()) + usize::from(told.is_some());
        for i in self.waiting.drain(..head) {
            self.plan.set(i, Fate::Drop(DropReason::Attribution));
        }
        if !self.waiting.is_empty() {
            let (score, accepted) = (self.score.take(), self.accepted.take());
            let (author, date, parent) = (name, reading.date, Some(self.question));
            self.last_answer = Some(self.post(Draft { author, date, score, accepted, parent, ..Draft::new(Role::Answer) }));
        }
    }

    /// The name above the one that the writer has on the site, "@ann", near the top of the waiting lines; what stands above it is not
    /// his.
    fn handled(&mut self) -> Option<Span> {
        let said = |at: usize| self.waiting.get(at).and_then(|i| self.lines.get(*i)).map(|line| line.of(self.text));
        let at = (1..6).find(|at| said(*at).is_some_and(is_handle) && said(at - 1).is_some_and(cues::is_name))?;
        if (0..at - 1).any(|above| said(above).is_some_and(shapes::ends_sentence)) {
            return None;
        }
        let name = self.waiting.get(at - 1).and_then(|i| self.lines.get(*i))?.span;
        for i in self.waiting.drain(..=at) {
            self.plan.set(i, Fate::Drop(DropReason::Attribution));
        }
        Some(name)
    }

    /// The waiting lines are this draft's text.
    fn post(&mut self, draft: Draft) -> usize {
        let at = self.plan.push(draft);
        for line in std::mem::take(&mut self.waiting) {
            self.plan.set(line, Fate::Body(at));
        }
        at
    }

    pub(super) fn flush(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if let Some(at) = self.current.take() {
            for line in waiting {
                self.plan.set(line, Fate::Body(at));
            }
        }
    }

    pub(super) fn close_question(&mut self) {
        self.question_open = false;
        while let Some(last) = self.waiting.last()
            && self.lines.get(*last).is_some_and(|l| is_tag(l.of(self.text)))
        {
            self.plan.set(*last, Fate::Drop(DropReason::Tag));
            self.waiting.pop();
        }
        let score = self.score.take();
        if let Some(draft) = self.plan.drafts.get_mut(self.question) {
            draft.score = score;
        }
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            self.plan.set(self.title, Fate::Body(self.question));
        } else {
            self.plan.set(self.title, Fate::Drop(DropReason::Title));
        }
        for line in waiting {
            self.plan.set(line, Fate::Body(self.question));
        }
    }

    pub(super) fn end(mut self) -> Plan {
        if self.question_open {
            self.close_question();
        }
        if self.head && self.current.is_some() {
            self.flush();
        }
        self.end_remark();
        let found = self.plan.drafts.iter().filter(|d| d.role == Role::Answer).count();
        let declared = self.plan.declared.map_or(0, |d| d as usize);
        // Words that nobody signed are an answer where one is missing, else what stands below a page.
        let missing = found < declared || self.answered == 0;
        if missing && self.waiting.iter().any(|i| self.lines.get(*i).is_some_and(|l| l.width > 20)) {
            let draft = Draft {
                score: self.score.take(),
                accepted: self.accepted.take(),
                parent: Some(self.question),
                ..Draft::new(Role::Answer)
            };
            self.post(draft);
        }
        self.plan
    }
}

/// "@ann" and nothing else.
pub(super) fn is_handle(said: &str) -> bool {
    said.strip_prefix('@').is_some_and(|name| (2..=30).contains(&name.len()) && !name.contains(char::is_whitespace))
}

pub(super) fn is_tag(said: &str) -> bool {
    said.len() <= 40
        && said.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '+' | '#'))
        && said.chars().any(char::is_alphabetic)
        && !said.ends_with('.')
}
