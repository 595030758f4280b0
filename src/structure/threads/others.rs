//! Dates that are no messages: what somebody did to the thread, other threads below it, versions, the page's own.
use super::{
    super::{
        cues::{self, Cue},
        vocabulary as words,
    },
    Anchor, Message, View,
};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

impl View<'_> {
    /// Whether the line tells what somebody who writes here did to the thread, and when: "Ann closed this on May 4, 2018".
    pub(super) fn event(&self, i: usize) -> bool {
        let (Some(line), Some(date)) = (self.lines.get(i), self.readings.get(i).and_then(|r| r.date)) else { return false };
        let who = line.of(self.text).trim_start_matches('@');
        // A name has up to three words.
        let writes = |(at, _): (usize, &str)| who.get(..at).is_some_and(|name| self.writers.contains(name));
        line.width <= 100 && date.end == line.span.end && self.cue(i) == Cue::Words && who.match_indices(' ').take(3).any(writes)
    }

    /// Whether the dates are those of versions of something ("3.2.0 – May 2", "Version 5.4" above a date): nobody says what follows.
    pub(super) fn lists_versions(&self, anchors: &[Anchor]) -> bool {
        // "29.01.19" is a date.
        let dated = |i: usize| self.readings.get(i).is_some_and(|r| r.date.is_some_and(|date| date.of(self.text).contains('.')));
        let versioned = |i: usize| {
            let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).trim_start_matches(['v', 'V']).to_owned();
            let is_version = |word: &str| {
                let parts = word.split('.').count();
                let dated = crate::structure::dates::find(word).is_some();
                !dated
                    && (2..=4).contains(&parts)
                    // "3.364": a thousand and some.
                    && !(parts == 2 && word.rsplit('.').next().is_some_and(|last| last.len() == 3))
                    && word.split('.').all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
            };
            self.width(i) <= 60 && !dated(i) && self.said(i).split_whitespace().take(3).any(|word| is_version(&bare(word)))
        };
        let of_version =
            |anchor: &&Anchor| anchor.date.is_some() && (anchor.low.saturating_sub(1)..anchor.high + 1).any(versioned);
        anchors.iter().filter(of_version).count() * 10 >= anchors.len() * 6
    }

    /// Whether the page says in the place of a message that there is none any more.
    pub(super) fn removed(&self, message: &Message) -> bool {
        let mut said = (message.from..message.to).filter(|i| self.cue(*i) == Cue::Words && self.width(*i) > 1);
        let (Some(first), None) = (said.next(), said.next()) else { return false };
        let line = self.said(first);
        line.len() <= 120 && (words::REMOVED.contains(&line) || words::REMOVED.contains(&&*cues::fold(line)))
    }

    /// "Ann Bell added a label on May 2": what somebody who writes here did, and no message.
    pub(super) fn drop_events(&self, anchors: &mut Vec<Anchor>) {
        let names: HashSet<&str> = anchors.iter().filter_map(|anchor| anchor.name).map(|name| name.of(self.text)).collect();
        let acts = |anchor: &Anchor| {
            let said = anchor.name.map_or("", |name| name.of(self.text));
            let mut parts = said.match_indices(' ').filter_map(|(at, _)| Some((said.get(..at)?, said.get(at + 1..)?)));
            parts.any(|(name, deed)| {
                deed.contains(' ')
                    && deed.starts_with(char::is_lowercase)
                    && (names.contains(name) || self.said(anchor.high + 1) == name)
            })
        };
        anchors.retain(|anchor| !acts(anchor));
    }

    /// Below the messages a page may list other threads, each with a name and a date: a few anchors behind a line that says so go.
    pub(super) fn drop_others(&self, anchors: &mut Vec<Anchor>) {
        let Some(second) = anchors.get(1) else { return };
        let end = self.end(second.high + 1);
        let kept = anchors.partition_point(|anchor| anchor.low < end);
        if (anchors.len() - kept) * 2 <= kept {
            anchors.truncate(kept);
        }
    }

    /// A page's foot may hold a date as well: the last anchors go while they say another thing around it than most do.
    pub(super) fn drop_footer(&self, anchors: &mut Vec<Anchor>) {
        let form = |anchor: &Anchor| {
            let line = self.lines.get(anchor.high).map_or(Span::new(0, 0), |l| l.span);
            let mut said = line.of(self.text).to_owned();
            let mut parts: Vec<Span> = [anchor.name, anchor.date].into_iter().flatten().collect();
            parts.retain(|part| line.start <= part.start && part.end <= line.end);
            parts.sort_unstable_by_key(|part| std::cmp::Reverse(part.start));
            for part in parts {
                said.replace_range(part.start - line.start..part.end - line.start, "");
            }
            cues::fold(&said)
        };
        let forms: Vec<String> = anchors.iter().map(form).collect();
        let mut often: HashMap<&str, usize> = HashMap::new();
        for form in &forms {
            *often.entry(form).or_default() += 1;
        }
        let usual = often.values().copied().max().unwrap_or(0);
        if usual < 4 || usual * 10 < forms.len() * 7 {
            return;
        }
        let kept = forms.iter().rposition(|form| often.get(form.as_str()).is_some_and(|n| *n == usual)).map_or(0, |n| n + 1);
        anchors.truncate(kept);
    }

    /// Whether anything tells that people talk here: a name in the lines of the dates, or one that comes back, buttons and counts, a
    /// quotation. Years of a house and evenings of a theatre have dates and words as well.
    pub(super) fn talks(&self, anchors: &[Anchor], messages: &[Message]) -> bool {
        // "Like · Reply · 3 years ago".
        let buttons = |i: usize| {
            let folded = cues::fold(self.said(i));
            words::THREAD_BUTTONS.iter().any(|button| folded.contains(button))
        };
        let told = |a: &Anchor| {
            a.name.is_some()
                || (a.low..=a.high).any(|i| matches!(self.cue(i), Cue::Deed(_) | Cue::PostNumber | Cue::Button) || buttons(i))
        };
        if anchors.iter().any(told) || !self.quoted().is_empty() || !self.replied().is_empty() {
            return true;
        }
        let named = messages.iter().filter_map(|m| m.name).map(|name| name.of(self.text));
        let different: HashSet<&str> = named.clone().collect();
        let (first, last) = (messages.first().map_or(0, |m| m.top), messages.last().map_or(0, |m| m.to));
        let furniture = |i: &usize| {
            matches!(
                self.cue(*i),
                Cue::Button
                    | Cue::Counter
                    | Cue::Number
                    | Cue::Tally
                    | Cue::Badge
                    | Cue::Profile
                    | Cue::Fact
                    | Cue::Portrait
                    | Cue::Expand
                    | Cue::Accepted
                    | Cue::AnswerCount
                    | Cue::Deed(_)
            )
        };
        // A line that comes back around most messages is a button in words that nobody knows.
        let mut often: HashMap<String, usize> = HashMap::new();
        for i in (first..last.min(self.lines.len())).filter(|i| self.width(*i) <= 60 && self.cue(*i) == Cue::Words) {
            *often.entry(cues::fold(self.said(i))).or_default() += 1;
        }
        let back = often.values().any(|times| *times > 2 && *times * 10 >= messages.len() * 6);
        back || different.len() < named.count()
            || (first..last.min(self.lines.len())).filter(furniture).count() * 2 >= messages.len()
            || (first.saturating_sub(8)..last).any(|i| self.parts_replies(i) || self.said(i).starts_with('@'))
    }
}
