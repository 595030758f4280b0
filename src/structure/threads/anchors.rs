//! The lines that come back with every message: its number or its date.
use super::{
    super::{
        cues::{self, Cue, Deed, Reading},
        dates, shapes, vocabulary as words,
    },
    Anchor, View, names,
};
use crate::text::Span;
use std::collections::HashMap;

/// How many lines above the first reply the line that signs the opening stands at most: what is longer is an article.
const OPENING: usize = 16;
/// The same where the replies are counted.
const REPLIES: usize = 300;
/// Widest line that is looked at for coming back.
const SHORT: usize = 40;
/// How many lines behind the number of a message the next one begins at most.
const APART: usize = 4;

impl View<'_> {
    /// The anchors: post numbers that count up, else the dates of the shape that comes back most.
    pub(super) fn anchors(&self) -> Option<Vec<Anchor>> {
        let numbers: Vec<(usize, i64)> = self
            .readings
            .iter()
            .enumerate()
            .filter(|(_, r)| r.cue == Cue::PostNumber)
            .filter_map(|(i, r)| Some((i, r.number?)))
            .collect();
        let steps = numbers.windows(2).filter(|w| matches!(w, [a, b] if b.1 == a.1 + 1 || b.1 == a.1)).count();
        let counting = numbers.len() >= 2 && steps * 10 >= (numbers.len() - 1) * 6;
        // "Updated by NAME 4 years ago" above each number: a tracker tells all that is said so.
        let changed =
            |j: usize| self.readings.get(j).filter(|r| r.cue == Cue::Deed(Deed::Edited) && r.name.is_some() && r.date.is_some());
        let updates =
            counting && numbers.iter().filter(|(i, _)| changed(i.wrapping_sub(1)).is_some()).count() * 2 > numbers.len();
        let at: Vec<usize> = if let Some(dates) = (counting && !updates).then(|| self.dates_beside(&numbers)).flatten() {
            dates
        } else if counting {
            numbers.iter().map(|n| n.0).collect()
        } else {
            self.dated_or_aged().or_else(|| self.portraits()).or_else(|| self.buttons())?
        };
        let mut out: Vec<Anchor> = Vec::new();
        for i in at {
            let reading = self.readings.get(i)?;
            // The date may stand on a line of its own beside the number.
            let near = |j: usize| {
                let posted = |r: &&Reading| matches!(r.cue, Cue::Date | Cue::Deed(Deed::Posted)) && r.date.is_some();
                self.readings.get(j).filter(posted).or_else(|| changed(j).filter(|_| updates && j + 1 == i))
            };
            let (mut low, mut high) = (i, i);
            let age = || self.lines.get(i).map(|line| line.span).filter(|span| dates::is_short_age(span.of(self.text)));
            let (mut name, mut date) = (reading.name, reading.date.or_else(age));
            if date.is_none() {
                let joined = |j: usize| self.cue(i.min(j) + 1) != Cue::Words;
                for j in [i.wrapping_sub(1), i + 1, i.wrapping_sub(2), i + 2] {
                    if let Some(r) = near(j).filter(|_| i.abs_diff(j) == 1 || joined(j)) {
                        date = r.date;
                        name = name.or(r.name);
                        low = low.min(j);
                        high = high.max(j);
                        break;
                    }
                }
            }
            let same = |a: &Anchor| {
                // Two messages of one minute are told apart by who wrote them.
                let other = matches!((a.name, name), (Some(x), Some(y)) if x.of(self.text) != y.of(self.text));
                let dates = !other && matches!((a.date, date), (Some(x), Some(y)) if x.of(self.text) == y.of(self.text));
                let numbers =
                    self.readings.get(a.high).and_then(|r| r.number).is_some_and(|n| counting && Some(n) == reading.number);
                let near = low <= a.high + 9 && !(a.high + 1..low).any(|j| self.prose(j));
                near && (dates && !counting && !self.ends_between(a, low) || numbers)
            };
            if let Some(last) = out.last_mut().filter(|a| low <= a.high || same(a)) {
                last.high = last.high.max(high);
                last.name = last.name.or(name);
                last.date = last.date.or(date);
            } else {
                out.push(Anchor { low, high, name, date });
            }
        }
        names::behind_lead(self, &mut out);
        self.drop_events(&mut out);
        self.drop_header(&mut out);
        self.drop_others(&mut out);
        self.drop_footer(&mut out);
        if let Some(opening) = self.opening_anchor(&out) {
            out.insert(0, opening);
        }
        let said =
            out.windows(2).filter(|w| matches!(w, [a, b] if (a.high + 1..b.low).any(|i| self.cue(i) == Cue::Words))).count();
        (out.len() >= 2 && said * 2 >= out.len() - 1).then_some(out)
    }

    /// Whether a message ends between an anchor and a line that says the same date: buttons beside two lines of words, or numbers behind
    /// one, end one, however little it says; but a head may say its date twice, and its name as well.
    fn ends_between(&self, a: &Anchor, low: usize) -> bool {
        let between = || a.high + 1..low;
        let follows = self.cue(a.high + 1) == Cue::Words;
        let button = |j: usize| self.cue(j) == Cue::Button;
        if follows && between().skip(1).any(button) {
            return true;
        }
        let own = |j: usize| {
            (2..=30).contains(&self.width(j)) && (a.low.saturating_sub(2)..a.low).any(|n| self.said(n).starts_with(self.said(j)))
        };
        let words = between().filter(|j| self.cue(*j) == Cue::Words).count();
        let counts = |j: usize| matches!(self.cue(j), Cue::Counter | Cue::Number | Cue::Tally);
        // Two messages of one day are common, of one minute they are not.
        let timed = a.date.is_some_and(|date| date.of(self.text).contains(':'));
        let ends = between().any(button) && words > 1 || !timed && follows && between().skip(1).any(counts);
        ends && !between().any(own)
    }

    /// The dates, where numbers that say nothing else take turns with them.
    fn dates_beside(&self, numbers: &[(usize, i64)]) -> Option<Vec<usize>> {
        let bare = |i: usize| self.readings.get(i).is_some_and(|r| r.date.is_none() && r.name.is_none());
        if !numbers.iter().all(|(i, _)| bare(*i)) {
            return None;
        }
        let dates = self.dated()?;
        let turns = self.are_below(&dates, numbers) == Some(true) || self.are_above(&dates, numbers) == Some(true);
        turns.then_some(dates)
    }

    /// Whether the number stands above a message and who wrote it when below: one date above the first number, one behind each.
    fn are_below(&self, dates: &[usize], numbers: &[(usize, i64)]) -> Option<bool> {
        let first = numbers.first()?.0;
        if dates.len() != numbers.len() + 1 {
            return None;
        }
        let opening = *dates.first()?;
        let behind = dates.get(1..)?;
        let ends = numbers.iter().skip(1).map(|n| n.0).chain([self.end(numbers.last()?.0)]);
        let takes_turns = numbers.iter().zip(behind).zip(ends).all(|(((number, _), date), end)| {
            number < date
                && *date < end
                && (number + 1..*date).any(|i| self.prose(i))
                && !(date + 1..end.min(date + 4)).any(|i| self.sentence(i))
        });
        // The name stands above its date there, and nothing that could be one below it.
        let signed = dates.iter().all(|date| (date.saturating_sub(2)..*date).any(|i| self.short(i)));
        let apart = dates.iter().zip(numbers).all(|(date, (number, _))| !(date + 1..*number).any(|i| self.short(i)));
        let takes_turns = takes_turns && signed && apart;
        let said = opening < first && !(opening + 1..first).any(|i| self.prose(i));
        self.foot.set(said && takes_turns);
        Some(said && takes_turns)
    }

    /// Whether who wrote it stands above a message and the number below: dates with names, and one number behind the words of each.
    fn are_above(&self, dates: &[usize], numbers: &[(usize, i64)]) -> Option<bool> {
        // What opens the thread may have no number.
        let replies = dates.get(dates.len().checked_sub(numbers.len())?..).filter(|_| dates.len() <= numbers.len() + 1)?;
        let ends = replies.iter().skip(1).copied().chain([self.end(numbers.last()?.0)]);
        let takes_turns = replies.iter().zip(numbers).zip(ends).all(|((date, (number, _)), end)| {
            let named = self.readings.get(*date).is_some_and(|r| r.name.is_some());
            named && date < number && *number < end && (date + 1..*number).any(|i| self.prose(i)) && end - number <= APART
        });
        // Behind the last one the page's own foot follows.
        Some(takes_turns)
    }

    /// What opens a thread is often signed in other words than the replies ("12 points by NAME, DATE"): one line above them all that
    /// tells who and when, with a few lines of prose below it.
    fn opening_anchor(&self, anchors: &[Anchor]) -> Option<Anchor> {
        let first = anchors.first()?;
        let signs = |i: usize| {
            let named = |r: &Reading| r.name.is_some() || i.checked_sub(1).is_some_and(|above| self.short(above));
            self.readings.get(i).filter(|r| matches!(r.cue, Cue::Deed(Deed::Posted | Deed::Asked)) && named(r))
        };
        // Where replies are counted ("Reply #1 on"), the one above the first is only dated, however long it is.
        let counts = |word: &&str| words::NUMBERED.contains(word);
        let replies = self.readings.get(first.high).and_then(|r| r.number) == Some(1)
            && cues::fold(self.said(first.high)).split(' ').any(|word| counts(&word));
        let dated = |i: usize| replies && self.cue(i) == Cue::Date && !self.dates_fact(i);
        let same = anchors.iter().any(|a| signs(a.low).is_some());
        let opens = |i: &usize| self.readings.get(*i).is_some_and(|r| r.date.is_some()) && (signs(*i).is_some() || dated(*i));
        let reach = if replies { REPLIES } else { OPENING };
        let at = (first.low.saturating_sub(reach)..first.low).rev().find(opens)?;
        let said = (at + 1..first.low).any(|i| self.prose(i));
        let reading = self.readings.get(at).filter(|_| said && !same)?;
        // The head of the page may tell who began the thread, and when: so does the first message.
        let of = |span: Option<Span>| span.map(|span| span.of(self.text));
        if reading.name.is_some() && of(reading.name) == of(first.name) && of(reading.date) == of(first.date) {
            return None;
        }
        Some(Anchor { low: at, high: at, name: reading.name, date: reading.date })
    }

    /// A page's head may hold dates as well: the first anchor goes while nothing is said above it, nor below it before the next one.
    fn drop_header(&self, anchors: &mut Vec<Anchor>) {
        let first = (0..self.lines.len()).find(|i| self.sentence(*i)).unwrap_or(usize::MAX);
        let said = |from: usize, to: usize| (from..to).any(|i| self.sentence(i));
        let silent = |w: &[Anchor]| matches!(w, [a, b] if first >= a.low && !said(a.high + 1, b.low));
        let heads = anchors.windows(2).take_while(|w| silent(w)).count();
        // Messages may say hardly anything: then most are silent.
        if heads * 3 < anchors.len() && anchors.windows(2).skip(heads).all(|w| !silent(w)) {
            anchors.drain(..heads);
        }
    }

    /// Where nothing tells when: pictures of members, with words between them.
    fn portraits(&self) -> Option<Vec<usize>> {
        let at: Vec<usize> = (0..self.lines.len()).filter(|i| self.cue(*i) == Cue::Portrait).collect();
        let said = at.windows(2).filter(|w| matches!(w, [a, b] if (a + 1..*b).any(|i| self.prose(i)))).count();
        (said >= 1 && said * 10 >= (at.len() - 1) * 6).then_some(at)
    }

    /// Where nothing tells when: buttons such as "Reply Quote" that come back in one form, with words between them.
    fn buttons(&self) -> Option<Vec<usize>> {
        let mut forms: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, line) in self.lines.iter().enumerate().filter(|(_, line)| line.width <= 60) {
            let folded = cues::fold(line.of(self.text));
            // An initial of the member may stand in front.
            let bare =
                folded.split_once(' ').filter(|(initial, _)| initial.chars().count() == 1).map_or(&*folded, |(_, rest)| rest);
            if !shapes::ends_sentence(bare) && words::THREAD_BUTTONS.iter().any(|button| bare.contains(button)) {
                forms.entry(bare.to_owned()).or_default().push(i);
            }
        }
        let said = |at: &[usize]| at.windows(2).filter(|w| matches!(w, [a, b] if (a + 1..*b).any(|i| self.prose(i)))).count();
        let (said, _, at) = forms
            .into_values()
            .map(|at| (said(&at), at.first().copied(), at))
            .max_by_key(|(said, first, _)| (*said, std::cmp::Reverse(*first)))?;
        (said >= 2 && said * 10 >= (at.len() - 1) * 6).then_some(at)
    }

    /// The dates; where more lines are an age and nothing else ("5y"), these.
    fn dated_or_aged(&self) -> Option<Vec<usize>> {
        match (self.dated(), self.ages()) {
            (Some(dated), Some(ages)) if ages.len() > dated.len() => Some(ages),
            (dated, ages) => dated.or(ages),
        }
    }

    /// "5y" alone on lines that come back, with words between.
    fn ages(&self) -> Option<Vec<usize>> {
        let at: Vec<usize> = (0..self.lines.len()).filter(|i| dates::is_short_age(self.said(*i))).collect();
        let said = at.windows(2).filter(|w| matches!(w, [a, b] if (a + 1..*b).any(|i| self.prose(i)))).count();
        (at.len() > 2 && said * 2 >= at.len() - 1).then_some(at)
    }

    /// Lines with a date, of the shape that has most prose between.
    pub(super) fn dated(&self) -> Option<Vec<usize>> {
        let mut shapes: HashMap<(u8, bool), Vec<usize>> = HashMap::new();
        let mut order: Vec<(u8, bool)> = Vec::new();
        for (i, r) in self.readings.iter().enumerate() {
            let kind = match r.cue {
                Cue::Date => 0,
                Cue::Deed(Deed::Posted) => 1,
                Cue::Deed(Deed::Commented | Deed::Answered) => 2,
                // "Updated by NAME 4 years ago" below "Actions #1": a tracker tells all that is said so.
                Cue::Deed(Deed::Edited) if r.name.is_some() && i > 0 && cues::fold(self.said(i - 1)).ends_with("##") => 2,
                Cue::PostNumber => 3,
                _ => continue,
            };
            if r.date.is_none() || self.dates_fact(i) {
                continue;
            }
            // " — DATE" goes on with the line above it, where the name stands.
            let led = kind == 0 && self.said(i).starts_with(['—', '–']);
            let key = (kind, r.name.is_some() || led);
            let list = shapes.entry(key).or_default();
            if list.is_empty() {
                order.push(key);
            }
            list.push(i);
        }
        let value =
            |list: &[usize]| list.windows(2).filter(|w| matches!(w, [a, b] if (a + 1..*b).any(|i| self.prose(i)))).count();
        let best = order.iter().map(|k| (value(shapes.get(k).map_or(&[], Vec::as_slice)), *k)).max_by_key(|(v, k)| (*v, k.0))?;
        let mut list = shapes.remove(&best.1)?;
        // Dates of an article above the heading of its comments are none of theirs.
        let announced = |b: usize| (b.saturating_sub(4)..b).any(|i| self.announces(i));
        let said = |a: usize, b: usize| (a..b).filter(|i| self.prose(*i)).count();
        let of_article = match *list.as_slice() {
            [a, b, _, ..] if announced(b) && said(a, b) > 2 => 1,
            [a, _, b, _, ..] if announced(b) && said(0, a) > said(a, b) => 2,
            [a, b, _, ..] if announced(b) && said(0, a) > 2 => 1,
            _ => 0,
        };
        list.drain(..of_article);
        let rest = self.lines.len().saturating_sub(*list.first()?);
        // Dates of an article stand at its edges: prose lies between few of them.
        let between = value(&list) * 10 >= (list.len() - 1) * 3 && (list.len() > 2 || rest < 60);
        // One of them with nearly all the prose is an article among teasers; so is prose before them all. A page's foot may
        // follow the last one, so it counts only where nobody is named.
        let count = |from: usize, to: usize| (from..to).filter(|i| self.prose(*i)).count();
        let mut each: Vec<usize> = list.windows(2).filter_map(|w| Some(count(*w.first()?, *w.last()?))).collect();
        let named = list.iter().filter(|i| self.named(**i)).count() * 2 > list.len();
        if !named {
            each.push(count(*list.last()?, self.lines.len()));
        }
        // A heading that announces comments parts an article from them.
        let first = *list.first()?;
        let announced = (first.saturating_sub(6)..first).any(|i| self.parts_replies(i));
        let before = if announced { 0 } else { count(0, first) };
        let all = before + each.iter().sum::<usize>();
        let most = each.iter().copied().max().unwrap_or(0);
        if all >= 8 && list.len() > 2 && (most * 4 > all * 3 || before * 2 > all) {
            return None;
        }
        // A few dates in a long text are no thread.
        (list.len() >= 2 && best.0 >= 1 && between && list.len() * 60 >= rest).then_some(list)
    }

    /// Whether the line is the heading of comments.
    pub(super) fn announces(&self, i: usize) -> bool {
        self.lines.get(i).is_some_and(|line| line.width <= 90) && cues::announces_comments(self.said(i))
    }

    /// Whether somebody's name stands in the line of an anchor, or as "NAME says:" above it.
    fn named(&self, i: usize) -> bool {
        self.readings.get(i).is_some_and(|r| r.name.is_some()) || i > 0 && self.quoted().contains_key(&(i - 1))
    }

    /// Whether words stand straight below the anchors, and what belongs to the message before above them and their names: a button,
    /// a number of votes, a line that comes back. Then these are heads, wherever the last date of the page stands.
    pub(super) fn follows_buttons(&self, anchors: &[Anchor]) -> bool {
        let mut often: HashMap<String, usize> = HashMap::new();
        for line in self.lines.iter().filter(|line| line.width <= SHORT) {
            *often.entry(cues::fold(line.of(self.text))).or_default() += 1;
        }
        let furniture = |i: usize| {
            matches!(self.cue(i), Cue::Button | Cue::Counter | Cue::Number | Cue::Tally | Cue::Expand)
                || self.cue(i) == Cue::Words
                    && self.width(i) <= SHORT
                    && often.get(&cues::fold(self.said(i))).is_some_and(|n| *n > 2)
        };
        let below = |anchor: &Anchor| self.cue(anchor.high + 1) == Cue::Words && !furniture(anchor.high + 1);
        // Straight above stands the name, perhaps with a picture or a rank.
        let above = |anchor: &Anchor| {
            let lines = (anchor.low.saturating_sub(4)..anchor.low.saturating_sub(1)).rev();
            lines.take_while(|i| !self.prose(*i)).any(furniture)
        };
        let heads = anchors.iter().skip(1).filter(|anchor| below(anchor) && above(anchor)).count();
        heads > 1 && heads * 10 >= (anchors.len() - 1) * 7
    }

    /// Whether the anchors stand below what was said; `tall` and `deep`: how far furniture usually reaches above and below one.
    pub(super) fn below(&self, anchors: &[Anchor], tall: usize, deep: usize) -> bool {
        let (Some(first), Some(last)) = (anchors.first(), anchors.last()) else { return false };
        // Much above and hardly anything below: these are heads.
        if tall >= deep + 4 {
            return false;
        }
        // A page's own head and foot hold prose as well.
        let before = (first.low.saturating_sub(tall + 3)..first.low).any(|i| self.sentence(i));
        let behind = (last.high + 1..last.high + deep + 4).any(|i| self.prose(i));
        if before != behind {
            return before;
        }
        // Otherwise they stand above, unless nearly each has a name and prose ends right above it.
        let prose = |i: Option<usize>| i.is_some_and(|i| self.prose(i));
        let named =
            anchors.iter().filter(|a| a.name.is_some() && prose(a.low.checked_sub(1)) && !prose(Some(a.high + 1))).count();
        named * 2 > anchors.len()
    }
}
