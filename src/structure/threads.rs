//! Threads: the same few lines (name, date, number, facts about the member) stand by every message, above or below it.
//!
//! Which lines these are is learnt from the text itself: `anchors` are the dates or post numbers that come back in one
//! shape; what surrounds them in the same way is the head of a message; the rest is what people said.
mod anchors;
mod asked;
mod bare;
mod greeting;
mod names;
mod opener;
mod others;
mod quoted;
mod template;
mod title;

use super::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Kind, Role},
    vocabulary as words,
};
use crate::text::Span;
pub(crate) use bare::clean_name;
use bare::strip_reply;
use names::Block;
pub(crate) use names::is_initials;
use std::{
    cell::{Cell, OnceCell},
    collections::{HashMap, HashSet},
};
use template::{Cut, Edge, Template, Zone};

/// The lines around one anchor that were told apart.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    /// First and last line of the anchor itself.
    low: usize,
    high: usize,
    name: Option<Span>,
    date: Option<Span>,
}

/// One message.
#[derive(Clone, Copy, Debug)]
struct Message {
    /// First line of its furniture.
    top: usize,
    /// Its words, and what stands between them: lines `from..to`.
    from: usize,
    to: usize,
    name: Option<Span>,
    /// The line that is the name, where one is.
    named: Option<usize>,
    date: Option<Span>,
}

/// Reads a thread; none where no anchor comes back.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let writers = readings.iter().filter_map(|r| Some(r.name?.of(text))).collect();
    let view = View { text, lines, readings, writers, quoted: OnceCell::new(), replied: OnceCell::new(), foot: Cell::new(false) };
    let anchors = view.anchors().filter(|anchors| !view.lists_versions(anchors))?;
    let mut messages = view.messages(&anchors);
    messages.retain(|message| !view.removed(message));
    if !view.talks(&anchors, &messages) {
        return None;
    }
    let mut plan = Plan::new(Kind::Forum, readings);
    let opener = view.opener(&messages);
    let led = opener.is_some();
    messages.splice(0..0, opener);
    let first = messages.first().map_or(0, |m| m.top);
    let title =
        view.opening(&mut messages).or_else(|| view.title(first, &mut messages, led)).or_else(|| view.headed(&mut messages));
    // The page counts answers to its first message, which asks by its first line.
    let opened = || view.counted(title, &messages).is_some_and(|counted| counted.opened);
    let named =
        title.is_some_and(|t| shapes::asks(view.said(t))) || !messages.first().is_some_and(|m| shapes::asks(view.said(m.from)));
    let title = if !named && opened() { view.heading(&mut messages).or(title) } else { title };
    plan.title = title.map(|t| lines.get(t).map_or(Span::new(0, 0), |l| strip_reply(text, l.span)));
    let portraits = readings.iter().filter(|r| r.cue == Cue::Portrait).count();
    let asks = title.is_some_and(|t| shapes::asks(view.said(t)));
    let voted = messages.len() > 1 && view.count_between(&messages, "upvote") * 2 >= messages.len();
    let counted = view.counted(title, &messages);
    // Boards number what is said.
    let numbered = readings.iter().filter(|r| r.cue == Cue::PostNumber).take(2).count() > 1;
    let tree = voted || view.counts_remarks(&messages);
    if counted.is_some() || asks && !voted && !numbered && portraits * 2 >= messages.len() {
        plan.kind = Kind::Qa;
        plan.declared = counted.as_ref().and_then(|counted| u32::try_from(counted.answers?).ok());
    }
    if counted.as_ref().is_some_and(|counted| counted.opened) {
        let question = title.or_else(|| messages.first().map(|m| m.from));
        plan.title = plan.title.or_else(|| question.and_then(|i| lines.get(i)).map(|line| line.span));
        question.into_iter().for_each(|i| plan.set(i, Fate::Drop(DropReason::Title)));
    } else if plan.kind == Kind::Qa && !led {
        let question = plan.push(Draft::new(Role::Question));
        view.question(&mut plan, question, title, first);
    } else if let Some(title) = title {
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    let original = messages.first().and_then(|m| m.name).map_or("", |n| n.of(text));
    for (n, message) in messages.iter().enumerate() {
        let mut draft = Draft { author: message.name, date: message.date, ..Draft::new(Role::Post) };
        if plan.kind == Kind::Qa && plan.drafts.is_empty() {
            draft.role = Role::Question;
        } else if plan.kind == Kind::Qa {
            let remark = counted.as_ref().is_some_and(|counted| counted.remarks.contains(&n));
            draft.role = if remark { Role::Comment } else { Role::Answer };
            draft.parent = Some(if remark { plan.drafts.len() - 1 } else { 0 });
            draft.accepted = view.accepted(message.top..message.from);
        } else if tree {
            draft.score = if voted { view.votes(message.from..view.behind(&messages, n)) } else { None };
            if n > 0 {
                draft.role = Role::Comment;
                // The one who began the thread comes back to answer the remark just made.
                let back = draft.author.is_some_and(|a| a.of(text) == original);
                draft.parent = Some(if back { n - 1 } else { 0 });
            }
        }
        let at = plan.push(draft);
        view.words(&mut plan, message, at, title);
    }
    view.furniture(&mut plan, &messages);
    names::without_addressees(text, &mut plan.drafts);
    (plan.fates.iter().filter(|f| matches!(f, Fate::Body(_))).count() > 0).then_some(plan)
}

struct View<'a> {
    text: &'a str,
    lines: &'a [Line],
    readings: &'a [Reading],
    /// Names that stand in lines that tell who wrote something.
    writers: HashSet<&'a str>,
    /// Lines that say whose words follow, and the name in them; found when it is asked for, as most texts are no threads.
    quoted: OnceCell<HashMap<usize, Span>>,
    /// What stands behind "Re:" somewhere.
    replied: OnceCell<HashSet<&'a str>>,
    /// Whether the anchors are known to stand below their words.
    foot: Cell<bool>,
}

impl View<'_> {
    fn cue(&self, i: usize) -> Cue {
        self.readings.get(i).map_or(Cue::Navigation, |r| r.cue)
    }

    fn said(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |l| l.of(self.text))
    }

    /// Long, or a sentence: nobody's name.
    fn prose(&self, i: usize) -> bool {
        self.cue(i) == Cue::Words
            && self.lines.get(i).is_some_and(|l| {
                self.width(i) > 50 || l.width > 3 && shapes::ends_sentence(l.of(self.text)) && !l.of(self.text).ends_with(':')
            })
    }

    /// Prose that ends as a sentence does.
    fn sentence(&self, i: usize) -> bool {
        self.prose(i) && shapes::ends_sentence(self.said(i))
    }

    /// Columns of the line, two for a letter that is a word.
    fn width(&self, i: usize) -> usize {
        self.lines.get(i).map_or(0, |l| if l.span.len() > l.width * 5 / 2 { l.width * 2 } else { l.width })
    }

    /// Whether the line says the same as the one above or below it: a picture beside the name.
    fn twin(&self, i: usize) -> bool {
        let said = self.said(i);
        self.width(i) <= 40 && (self.said(i + 1) == said || i.checked_sub(1).is_some_and(|above| self.said(above) == said))
    }

    /// Whether a short line can be a name or a fact about a member.
    fn short(&self, i: usize) -> bool {
        let Some(line) = self.lines.get(i).filter(|l| l.width <= 90 && self.cue(i) == Cue::Words) else {
            return false;
        };
        let name = clean_name(self.text, line.span).of(self.text);
        // "Renate S.", "mayerei V.I.P."
        let abbreviated = name.ends_with('.') && name.split_whitespace().count() <= 2;
        // One letter is the picture of somebody who has none.
        let mut words = name.rsplit(' ').map(cues::fold);
        // "NAME is offline" repeats a name, and "N Offline" has only its initial.
        let state = words.next().is_some_and(|word| {
            let linked = words.next().is_some_and(|verb| words::STATES.contains(&&*verb) || verb.chars().count() == 1);
            cues::is_button(&word) || linked && cues::is_badge(&word)
        });
        // "Group: Members" without its rank.
        let keyed = line.of(self.text).contains(": ");
        cues::is_name(name) && !keyed && (!shapes::ends_sentence(name) || abbreviated) && name.chars().count() != 1 && !state
    }

    /// Whether the line begins with a bullet or a number.
    fn listed(&self, i: usize) -> bool {
        let shape = self.lines.get(i).map(|l| shapes::shape(self.text, l));
        matches!(shape, Some(shapes::Shape::Numbered(..) | shapes::Shape::Bullet(_)))
    }

    /// A fact about a member, or the value under its name.
    fn fact(&self, i: usize) -> bool {
        let behind = i > 0 && self.cue(i - 1) == Cue::Profile;
        self.cue(i) == Cue::Fact || self.cue(i) == Cue::Words && behind && self.lines.get(i).is_some_and(|l| l.width <= 60)
    }

    /// Whether the date of a line is a fact about a member; without marks any label above it may be of one, if it quotes nobody.
    fn dates_fact(&self, i: usize) -> bool {
        let labelled = i.checked_sub(1).is_some_and(|above| self.said(above).ends_with(':') && !self.quotes(above));
        labelled || cues::dates_fact(self.text, self.lines, self.readings, i)
    }

    /// Cuts the text into messages.
    fn messages(&self, anchors: &[Anchor]) -> Vec<Message> {
        let mut zones: Vec<Zone> = Vec::with_capacity(anchors.len() + 1);
        // Above the count of the answers nothing belongs to them.
        let counted = (0..anchors.first().map_or(0, |a| a.low)).rev().find(|i| self.cue(*i) == Cue::AnswerCount);
        let mut from = counted.map_or(0, |i| i + 1);
        for (n, anchor) in anchors.iter().enumerate() {
            let edge = if n == 0 { Edge::Top } else { Edge::Inner };
            zones.push(Zone { from, to: anchor.low.max(from), edge });
            from = anchor.high + 1;
        }
        zones.push(Zone { from, to: self.end(from), edge: Edge::Bottom });
        let Template { mut cuts, foot } =
            template::learn(self, &zones, anchors.iter().filter(|a| a.name.is_some()).count() * 2 > anchors.len());
        // The initial that stands for a picture belongs to the name below it, and begins the next head.
        for cut in &mut cuts {
            let initial = |i: &usize| names::is_initials(self.said(*i), self.said(i + 1)) && self.short(i + 1);
            if let Some(at) = (cut.to.saturating_sub(3).max(cut.from + 1)..cut.to).find(initial) {
                cut.to = at;
            }
        }
        // How far furniture usually reaches above an anchor, and below it.
        let usual = |length: fn(&Zone, &Cut) -> usize| {
            let inner = zones.iter().zip(&cuts).filter(|(zone, _)| zone.edge == Edge::Inner);
            let mut lengths: Vec<usize> = inner.map(|(zone, cut)| length(zone, cut)).collect();
            lengths.sort_unstable();
            lengths.get(lengths.len() / 2).copied().unwrap_or(4)
        };
        let (tall, deep) = (usual(|zone, cut| zone.to - cut.to), usual(|zone, cut| cut.from - zone.from));
        // Prose below the last anchor and none above the first: these are heads, whatever comes back.
        let behind = anchors.last().is_some_and(|last| (last.high + 1..last.high + deep + 4).any(|i| self.sentence(i)));
        let before = anchors.first().is_some_and(|first| (0..first.low).any(|i| self.sentence(i)));
        let silent = anchors.last().is_some_and(|last| !(last.high + 1..self.end(last.high + 1)).any(|i| self.prose(i)));
        let above = anchors.first().is_some_and(|first| (first.low.saturating_sub(4)..first.low).any(|i| self.sentence(i)));
        // A tracker tells first who changed something.
        let updates = anchors.iter().filter(|a| self.cue(a.low) == Cue::Deed(Deed::Edited)).count() * 2 > anchors.len();
        let foot = if self.foot.get() {
            true
        } else if updates || behind && !before || self.follows_buttons(anchors) {
            false
        } else if silent && above {
            true
        } else {
            foot.unwrap_or_else(|| self.below(anchors, tall, deep))
        };
        if !foot {
            self.begin_alike(zones.get(1..).unwrap_or(&[]), cuts.get_mut(1..).unwrap_or(&mut []));
        }
        let mut blocks: Vec<Block> = anchors
            .iter()
            .zip(zones.windows(2).zip(cuts.windows(2)))
            .filter_map(|(anchor, (zones, cuts))| {
                let ([zone, below], [up, down]) = (zones, cuts) else { return None };
                let above = if zone.edge == Edge::Top && !foot { anchor.low.saturating_sub(tall + 1) } else { up.to };
                let before = if foot { (zone.from, up.from) } else { (0, 0) };
                let after = if foot { (0, 0) } else { (down.to, below.to) };
                let open = zone.edge == Edge::Top;
                Some(Block { anchor: *anchor, above, below: down.from, before, foot, open, after, trailing: false })
            })
            .collect();
        if self.trails(&blocks) {
            blocks.iter_mut().filter(|block| block.anchor.date.is_none()).for_each(|block| block.trailing = true);
        }
        let (names, dates) = (names::names(self, &blocks), names::dates(self, &blocks));
        let words = if foot { cuts.as_slice() } else { cuts.get(1..).unwrap_or(&[]) };
        let mut messages: Vec<Message> = Vec::new();
        for (((block, cut), name), date) in blocks.iter().zip(words).zip(names).zip(dates) {
            let named = name.and_then(|n| n.1);
            let top = match messages.last() {
                Some(last) => if foot { block.before.0 } else { block.above }.max(last.to),
                // Above the first head stands the page's own, with the title.
                None => named.unwrap_or(block.anchor.low).min(block.anchor.low).min(cut.from),
            };
            let least = if foot { top } else { block.anchor.high + 1 };
            let from = self.greeted(cut.from, least, named);
            messages.push(Message { top: top.min(from), from, to: cut.to, name: name.map(|n| n.0), named, date });
        }
        messages
    }

    /// Whether a number stands above each message, and the date below it: then one follows the last words as well.
    fn trails(&self, blocks: &[Block]) -> bool {
        let undated = blocks.iter().filter(|block| block.anchor.date.is_none() && !block.foot);
        let dated = |block: &Block| {
            let near = block.after.0..block.after.1.min(block.after.0 + 4);
            near.clone()
                .any(|i| self.readings.get(i).is_some_and(|r| r.date.is_some() && r.cue != Cue::Words) && !self.dates_fact(i))
        };
        blocks.last().is_some_and(|last| last.anchor.date.is_none() && dated(last))
            && undated.clone().count() > 1
            && undated.clone().all(dated)
    }

    /// Where the page's own foot begins at the latest, behind the line `from`.
    fn end(&self, from: usize) -> usize {
        (from..self.lines.len()).find(|i| self.cue(*i) == Cue::End).unwrap_or(self.lines.len())
    }

    /// Gives the words of a message to its draft.
    fn words(&self, plan: &mut Plan, message: &Message, draft: usize, title: Option<usize>) {
        let title_said = plan.title.map_or("", |t| t.of(self.text));
        let mut draft = draft;
        for i in message.from..message.to {
            let Some(line) = self.lines.get(i) else { break };
            let said = line.of(self.text);
            // Below the best answer the one who asked may say something.
            let bare = |r: &Reading| r.cue == Cue::Deed(Deed::Commented) && r.name.is_none() && r.date.is_none();
            if plan.kind == Kind::Qa
                && i > message.from
                && self.readings.get(i).is_some_and(bare)
                && self.cue(i + 1) == Cue::Words
            {
                draft = plan.push(Draft { parent: Some(draft), ..Draft::new(Role::Comment) });
                continue;
            }
            let labelled = || {
                let lead = said.strip_suffix(title_said).filter(|_| !title_said.is_empty());
                // "Default Re: TITLE".
                let icon = |lead: &str| {
                    words::ICONS.iter().any(|icon| {
                        let rest = lead.strip_prefix(icon);
                        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && bare::is_reply(rest.trim_start()))
                    })
                };
                i < message.from + 2 && lead.map(cues::fold).is_some_and(|lead| cues::is_button(&lead) || icon(&lead))
            };
            let repeats = labelled()
                || i < message.from + 3
                    && !title_said.is_empty()
                    && strip_reply(self.text, line.span).of(self.text) == title_said;
            if repeats {
                plan.set(i, Fate::Drop(DropReason::Title));
                if title.is_none() && plan.title.is_none() {
                    plan.title = Some(line.span);
                }
                continue;
            }
            let ornament = line.width <= 1 || said.chars().all(|c| "★☆•·|✭".contains(c));
            let kept = match self.cue(i) {
                Cue::Words if self.event(i) => self.inside(i, message),
                Cue::Words | Cue::Fact | Cue::Expand | Cue::Accepted => true,
                Cue::Ornament => !ornament,
                // Alone between words of one message, it is one of the words.
                Cue::Date | Cue::Deed(Deed::Posted) | Cue::Header => self.inside(i, message),
                Cue::Number => self.inside(i, message) && line.gap == 0,
                _ => false,
            };
            if kept {
                plan.set(i, Fate::Body(draft));
            }
        }
    }

    /// Says of the lines around the words why they were left out.
    fn furniture(&self, plan: &mut Plan, messages: &[Message]) {
        let (Some(first), Some(last)) = (messages.first(), messages.last()) else { return };
        let names: HashSet<usize> = messages.iter().filter_map(|m| m.named).collect();
        for i in first.top..last.to {
            if self.cue(i) == Cue::Words && plan.fates.get(i) == Some(&Fate::Drop(DropReason::Navigation)) {
                plan.set(i, Fate::Drop(if names.contains(&i) { DropReason::Attribution } else { DropReason::Badge }));
            }
        }
    }

    /// Some pages show the first message otherwise: date, name, title, words. The name is known from later messages.
    fn opening(&self, messages: &mut [Message]) -> Option<usize> {
        let (first, rest) = messages.split_first_mut()?;
        let said = self.said(first.from);
        let known = |s: &str| rest.iter().any(|h| h.name.is_some_and(|n| n.of(self.text) == s));
        if said.is_empty() || !known(said) || first.name.is_some_and(|n| known(n.of(self.text))) {
            return None;
        }
        first.name = self.lines.get(first.from).map(|l| l.span);
        first.from += 1;
        let title = first.from;
        let headline =
            self.cue(title) == Cue::Words && !shapes::ends_sentence(self.said(title)) && self.cue(title + 1) == Cue::Words;
        first.from += usize::from(headline);
        headline.then_some(title)
    }

    /// Whether words of the same message stand on both sides.
    fn inside(&self, i: usize, message: &Message) -> bool {
        i > message.from && self.cue(i - 1) == Cue::Words && i + 1 < message.to && self.cue(i + 1) == Cue::Words
    }
}
