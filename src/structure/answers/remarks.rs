//! Remarks below a post: signed on their own line, or on the lines below.
use super::{
    super::{
        cues::{self, Cue, Deed},
        posts::{Draft, Fate},
        tree::{DropReason, Role},
    },
    reader::Reader,
};
use crate::text::Span;

impl Reader<'_> {
    /// Whether a signed line at `i` can be a remark: behind a post that is complete.
    pub(super) fn ends_here(&self, i: usize) -> bool {
        let more = self.readings.get(i + 1).is_some_and(|r| matches!(r.cue, Cue::Words | Cue::Fact))
            && self.lines.get(i + 1).is_some_and(|l| cues::remark(self.text, l.span).is_none());
        // Above the signature of an answer stand only words of the answer itself.
        if self.head { !more } else { self.waiting.is_empty() || self.question_open }
    }

    /// A remark with its writer and date on one line.
    pub(super) fn signed(&mut self, i: usize, remark: cues::Remark) {
        if self.question_open {
            self.close_question();
        }
        self.flush();
        let parent = self.last_answer.or(Some(self.question));
        let draft = Draft { author: Some(remark.name), date: Some(remark.date), parent, ..Draft::new(Role::Comment) };
        let at = self.plan.push(draft);
        self.plan.set(i, Fate::Body(at));
        self.plan.tails.push((i, remark.body.end));
    }

    /// A remark that ends in a dash, its writer and the date on the next two lines.
    pub(super) fn signed_below(&self, i: usize) -> Option<cues::Remark> {
        let (line, name) = (self.lines.get(i)?, self.lines.get(i + 1)?.span);
        let body = line.of(self.text).strip_suffix(['–', '—'])?.trim_end();
        let date = self.readings.get(i + 2).filter(|r| r.cue == Cue::Date && r.name.is_none())?.date?;
        let body = Span::new(line.span.start, line.span.start + body.len());
        (!body.is_empty() && cues::is_name(name.of(self.text))).then_some(cues::Remark { body, name, date })
    }

    /// "– NAME" above a date: the lines that wait are a remark.
    pub(super) fn signed_above(&mut self, i: usize) -> bool {
        let Some(line) = self.lines.get(i) else { return false };
        let Some(name) = line.of(self.text).strip_prefix(['–', '—']).map(str::trim_start).filter(|name| cues::is_name(name))
        else {
            return false;
        };
        // "Commented" near below says it better.
        if self.dash_name(i).is_some() {
            return false;
        }
        let dated = self.readings.get(i + 1).filter(|r| r.cue == Cue::Date && r.name.is_none());
        let Some(date) = dated.and_then(|r| r.date).filter(|_| !self.question_open && !self.waiting.is_empty()) else {
            return false;
        };
        let parent = self.last_answer.or(Some(self.question));
        let author = Some(Span::new(line.span.end - name.len(), line.span.end));
        let at = self.plan.push(Draft { author, date: Some(date), parent, ..Draft::new(Role::Comment) });
        for said in std::mem::take(&mut self.waiting) {
            self.plan.set(said, Fate::Body(at));
        }
        self.plan.set(i, Fate::Drop(DropReason::Attribution));
        true
    }

    pub(super) fn dash_name(&self, i: usize) -> Option<Span> {
        let line = self.lines.get(i)?;
        let said = line.of(self.text);
        let rest = said.strip_prefix(['–', '—', '-'])?.trim_start();
        let soon = (i + 1..i + 3).any(|n| self.readings.get(n).is_some_and(|r| r.cue == Cue::Deed(Deed::Commented)));
        (soon && cues::is_name(rest)).then(|| Span::new(line.span.end - rest.len(), line.span.end))
    }
}
