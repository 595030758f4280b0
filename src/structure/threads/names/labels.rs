//! What stands beside names in the same way again and again: labels, leads of lines, names of the page's own.
use super::{
    super::{super::cues, Anchor, View, clean_name},
    Block, Candidate, DEEP, Place,
};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// Fewest messages of which one person can be told to have written all.
const MONOLOGUE: usize = 8;

/// What opens a thread may be framed otherwise: a name of another message that stands straight below its anchor is surer than what
/// stands above it, which may be of the page.
pub(super) fn known_below(
    view: &View<'_>,
    choices: &[Vec<(Place, Candidate)>],
    blocks: &[Block],
    named: &mut [Option<(Span, Option<usize>)>],
) {
    let others: HashSet<&str> = named.iter().skip(1).flatten().map(|(name, _)| name.of(view.text)).collect();
    let (Some(block), Some(first), Some(choices)) = (blocks.first(), named.first_mut(), choices.first()) else { return };
    if !block.open || first.is_none_or(|(name, _)| others.contains(name.of(view.text))) {
        return;
    }
    let below = choices.iter().find(|(place, _)| *place == Place::Down(0)).map(|(_, candidate)| candidate);
    if let Some(candidate) = below {
        let name = clean_name(view.text, candidate.span);
        let near = candidate.line.is_some_and(|line| line == block.anchor.high + 1);
        if near && others.contains(name.of(view.text)) {
            *first = Some((name, candidate.line));
        }
    }
}

/// What stands in most heads, wherever, is a label: nobody writes most of a thread. Where nothing else comes back, and much of it is
/// longer than names are, these are headings, and the label is the one who writes under them all.
pub(super) fn leave_out_labels(view: &View<'_>, choices: &mut [Vec<(Place, Candidate)>], known: &HashSet<&str>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for choices in choices.iter() {
        let texts: HashSet<String> = choices.iter().map(|(_, c)| cues::fold(c.span.of(view.text))).collect();
        for text in texts {
            *seen.entry(text).or_default() += 1;
        }
    }
    let all = choices.len();
    let is_label = |said: &str| seen.get(said).is_some_and(|times| times * 10 > all * 9);
    let (labels, others): (Vec<&String>, Vec<&String>) = seen.keys().partition(|said| is_label(said));
    let long = others.iter().filter(|said| said.split(' ').count() > 2).count();
    // What stands between two messages is looked at from both.
    let again = others.iter().any(|said| seen.get(*said).is_some_and(|times| *times > 2));
    let monologue = all >= MONOLOGUE && labels.len() == 1 && !again && long * 5 >= others.len();
    for choices in choices.iter_mut().filter(|_| all >= 5) {
        choices.retain(|(_, c)| {
            let said = c.span.of(view.text);
            known.contains(said) || is_label(&cues::fold(said)) == monologue
        });
    }
}

/// In a short thread too, what stands in every gap between two messages is hardly a name.
pub(super) fn doubt_labels(view: &View<'_>, blocks: &[Block], choices: &mut [Vec<(Place, Candidate)>]) {
    if !(3..5).contains(&blocks.len()) {
        return;
    }
    let gap = |pair: &[Block]| -> HashSet<&str> {
        let [a, b] = pair else { return HashSet::new() };
        let near = a.anchor.high + 1..b.anchor.high + 1;
        let deep = near.end.saturating_sub(DEEP).max(near.start)..near.end;
        let heads = near.start..near.end.min(near.start + DEEP);
        heads.chain(deep).map(|i| view.said(i)).collect()
    };
    let mut gaps = blocks.windows(2).map(gap);
    let Some(first) = gaps.next() else { return };
    let labels = gaps.fold(first, |all, gap| all.into_iter().filter(|said| gap.contains(said)).collect());
    for (_, candidate) in choices.iter_mut().flatten() {
        if candidate.line.is_some_and(|i| labels.contains(view.said(i))) {
            candidate.worth *= 0.5;
        }
    }
}

/// Words that begin the line of every anchor say what it is, whatever their language; what they stand before is the name.
pub(in super::super) fn behind_lead(view: &View<'_>, anchors: &mut [Anchor]) {
    let text = view.text;
    let before = |anchor: &Anchor| {
        let date = anchor.date?;
        let line = (anchor.low..=anchor.high)
            .filter_map(|i| view.lines.get(i))
            .find(|l| l.span.start <= date.start && date.end <= l.span.end)?;
        let head = cues::strip_glue(text, Span::new(line.span.start, date.start));
        (!head.is_empty() && line.width <= 100).then_some(head)
    };
    let heads: Vec<Option<Span>> = anchors.iter().map(before).collect();
    let known: Vec<Span> = heads.iter().flatten().copied().collect();
    // "Reviewed in Canada".
    if known.iter().any(|head| cues::is_placed(text, *head)) {
        return;
    }
    if known.len() < 3 || known.len() + 1 < anchors.len() {
        return;
    }
    let words = |head: &Span| head.of(text).split(' ').map(cues::fold).collect::<Vec<_>>();
    // What opens the thread may be called otherwise: "Description", and then "Comment 1".
    let (opening, others) = match known.split_first() {
        Some((first, rest)) if heads.first().is_some_and(Option::is_some) => (Some(first), rest),
        _ => (None, known.as_slice()),
    };
    let mut lead = others.first().map(words).unwrap_or_default();
    for head in others {
        let same = lead.iter().zip(words(head)).take_while(|(a, b)| **a == *b).count();
        lead.truncate(same);
    }
    if lead.is_empty() {
        return;
    }
    let rest = |head: &Span| {
        let behind = head.of(text).splitn(lead.len() + 1, ' ').nth(lead.len())?;
        let name = cues::strip_glue(text, Span::new(head.end - behind.len(), head.end));
        (cues::is_name(name.of(text)) && name.of(text).chars().any(char::is_alphabetic)).then_some(name)
    };
    let alike = |head: &Span| lead.iter().zip(words(head)).all(|(a, b)| *a == b);
    let mut names: Vec<Option<Span>> = heads.iter().map(|head| head.as_ref().filter(|head| alike(head)).and_then(rest)).collect();
    let known_names: HashSet<&str> = names.iter().flatten().map(|name| name.of(text)).collect();
    let behind_word = |head: &Span| {
        let (_, name) = head.of(text).split_once(' ')?;
        known_names.contains(name).then(|| Span::new(head.end - name.len(), head.end))
    };
    if let (Some(opening), Some(first)) = (opening.filter(|head| !alike(head)), names.first_mut()) {
        *first = behind_word(opening);
    }
    let different: HashSet<&str> = names.iter().flatten().map(|name| name.of(text)).collect();
    if names.iter().flatten().count() == known.len() && different.len() > 1 {
        anchors.iter_mut().zip(names).for_each(|(anchor, name)| anchor.name = name.or(anchor.name));
    }
}
