//! What is left: an article, a list of questions and answers without marks, a question alone, verse.
use super::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes::{self, Shape},
    tree::{DropReason, Kind, Role},
};

/// Reads the text as one of these; there is always a plan.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Plan {
    questions(text, lines, readings).unwrap_or_else(|| article(text, lines, readings))
}

/// A short line that asks, then lines that answer, again and again.
fn questions(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let asks = |i: usize| lines.get(i).is_some_and(|l| l.width <= 200 && shapes::asks(l.of(text)));
    let heads: Vec<usize> = (0..lines.len())
        .filter(|i| {
            asks(*i)
                && !asks(i + 1)
                && (*i == 0
                    || lines.get(*i).is_some_and(|l| l.gap > 0)
                    || lines.get(*i - 1).is_some_and(|l| shapes::ends_sentence(l.of(text)) || l.width < 40))
        })
        .filter(|i| {
            i + 1 < lines.len() && lines.get(*i).is_some_and(|l| single_sentence(l.of(text)) || l.gap > 0 && l.width <= 160)
        })
        .collect();
    let first = *heads.first()?;
    // Otherwise it is an article with some questions in it.
    let rest = lines.len() - first;
    let dense = if first <= 2 { 25 } else { 12 };
    if heads.len() < 2 || heads.len() * dense < rest || first > 4 && first > lines.len() / 4 {
        return None;
    }
    let mut plan = Plan::new(Kind::Faq, readings);
    let (mut next, mut current, mut question) = (heads.iter().peekable(), None, None);
    for (i, line) in lines.iter().enumerate() {
        let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
        if next.next_if(|h| **h == i).is_some() {
            let at = plan.push(Draft::new(Role::Question));
            plan.set(i, Fate::Body(at));
            (question, current) = (Some(at), None);
        } else if question.is_none() {
            if cue == Cue::Words && plan.title.is_none() {
                plan.title = Some(line.span);
                plan.set(i, Fate::Drop(DropReason::Title));
            }
        } else if !matches!(cue, Cue::Button | Cue::Counter | Cue::End) {
            let at = *current.get_or_insert_with(|| plan.push(Draft { parent: question, ..Draft::new(Role::Answer) }));
            plan.set(i, Fate::Body(at));
        }
    }
    Some(plan)
}

fn single_sentence(said: &str) -> bool {
    !said.trim_end_matches(['?', '？', '؟']).contains(['?', '？']) && !said.contains(". ")
}

fn article(text: &str, lines: &[Line], readings: &[Reading]) -> Plan {
    let mut plan = Plan::new(Kind::Article, readings);
    let Some(first) = (0..lines.len())
        .find(|i| readings.get(*i).is_some_and(|r| r.cue == Cue::Words || r.cue == Cue::Ornament))
        .or((!lines.is_empty()).then_some(0))
    else {
        plan.kind = Kind::Other;
        return plan;
    };
    let lone = lines.len() == 1;
    let said = lines.get(first).map_or("", |l| l.of(text));
    if lone && shapes::asks(said) && said.len() <= 400 {
        plan.kind = Kind::Qa;
        plan.title = lines.first().map(|l| l.span);
        let at = plan.push(Draft::new(Role::Question));
        plan.set(0, Fate::Body(at));
        return plan;
    }
    let mut draft = Draft::new(Role::Article);
    let mut from = first;
    let mut limit = lines.len();
    if let Some((title, last)) = page(text, lines, readings) {
        if let Some(title) = title {
            plan.title = lines.get(title).map(|l| l.span);
            plan.set(title, Fate::Drop(DropReason::Title));
            from = byline(text, lines, readings, title + 1, &mut draft);
        } else {
            from = (0..last).find(|i| lines.get(*i).is_some_and(|l| running(text, l))).unwrap_or(first);
        }
        limit = last + 1;
    } else if !lone && is_title(text, lines, readings, first) {
        plan.title = lines.get(first).map(|l| l.span);
        if let Some(Shape::Hash(_, body)) = lines.get(first).map(|l| shapes::shape(text, l)) {
            plan.title = Some(body);
        }
        plan.set(first, Fate::Drop(DropReason::Title));
        from = first + 1;
        if lines.get(from).is_some_and(|l| l.gap == 0 && matches!(shapes::shape(text, l), Shape::Rule(_))) {
            plan.set(from, Fate::Drop(DropReason::Separator));
            from += 1;
        }
        from = byline(text, lines, readings, from, &mut draft);
    } else if verse(text, lines) {
        plan.kind = Kind::Other;
    }
    let end = (from..limit).find(|i| readings.get(*i).is_some_and(|r| r.cue == Cue::End)).unwrap_or(limit);
    let at = plan.push(draft);
    for i in from..end {
        let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
        let ornament = lines.get(i).is_some_and(|l| cue == Cue::Ornament && l.width <= 1);
        if !matches!(cue, Cue::Button | Cue::Counter) && !ornament {
            plan.set(i, Fate::Body(at));
        }
    }
    plan
}

/// Running text: what menus are not made of.
fn running(text: &str, line: &Line) -> bool {
    line.width >= 80 || line.width >= 50 && shapes::ends_sentence(line.of(text))
}

/// A whole page with its menus: the headline and the last line of the text. None for a text without menus.
fn page(text: &str, lines: &[Line], readings: &[Reading]) -> Option<(Option<usize>, usize)> {
    let is_prose: Vec<bool> = lines.iter().map(|l| running(text, l)).collect();
    let prose = |i: usize| is_prose.get(i).copied().unwrap_or(false);
    // A menu line that happens to be long has no prose near by.
    let first = (0..lines.len()).find(|i| prose(*i) && (*i + 1..*i + 7).filter(|j| prose(*j)).count() >= 2)?;
    if first < 8 {
        return None;
    }
    let last = (first..lines.len())
        .rev()
        .find(|i| prose(*i) && (i.saturating_sub(6)..*i).filter(|j| prose(*j)).count() >= 2)
        .unwrap_or(first);
    let words = |i: usize| {
        readings
            .get(i)
            .filter(|r| r.cue == Cue::Words)
            .and(lines.get(i))
            .map_or(0, |l| if l.width <= 150 && !prose(i) { l.of(text).split_whitespace().count().min(8) } else { 0 })
    };
    let title = (first.saturating_sub(14)..first).rev().max_by_key(|i| words(*i)).filter(|i| words(*i) >= 3);
    Some((title, last))
}

fn is_title(text: &str, lines: &[Line], readings: &[Reading], at: usize) -> bool {
    let Some(line) = lines.get(at) else {
        return false;
    };
    let said = line.of(text);
    let shape = shapes::shape(text, line);
    if matches!(shape, Shape::Hash(1, _)) {
        return true;
    }
    let next = lines.get(at + 1);
    let framed = next.is_some_and(|l| l.gap > 0 || matches!(shapes::shape(text, l), Shape::Rule(_)))
        || readings.get(at + 1).is_some_and(|r| !matches!(r.cue, Cue::Words | Cue::Ornament))
        || next.is_some_and(|l| l.width > line.width * 2 && !shapes::ends_sentence(said));
    let byline = next.is_some_and(|l| cues::is_name(l.of(text))) && readings.get(at + 2).is_some_and(|r| r.date.is_some());
    matches!(shape, Shape::Plain)
        && line.width <= 140
        && (framed || byline)
        && (shapes::asks(said) || !said.ends_with(['.', ',', ';', ':', '…']))
        && shapes::label(text, line.span)
            .is_none_or(|(name, _)| shapes::capitals(name.of(text)) || next.is_some_and(|l| l.gap > 0))
}

/// Takes the lines under a title that say who wrote it and when; returns where the text begins.
fn byline(text: &str, lines: &[Line], readings: &[Reading], from: usize, draft: &mut Draft) -> usize {
    let mut at = from;
    while at < from + 5 {
        let (Some(line), Some(reading)) = (lines.get(at), readings.get(at)) else {
            break;
        };
        match reading.cue {
            Cue::Date | Cue::Deed(Deed::Posted | Deed::Edited) => {
                draft.date = draft.date.or(reading.date);
                draft.author = draft.author.or(reading.name);
            }
            Cue::Button | Cue::Counter | Cue::Number | Cue::Navigation => {}
            Cue::Words => {
                let soon = readings
                    .get(at + 1)
                    .is_some_and(|r| r.date.is_some() && matches!(r.cue, Cue::Date | Cue::Deed(_) | Cue::Words));
                if reading.date.is_some() && line.width <= 60 {
                    draft.date = draft.date.or(reading.date);
                } else if cues::is_name(line.of(text)) && soon && line.gap == 0 {
                    draft.author = Some(line.span);
                } else {
                    break;
                }
            }
            _ => break,
        }
        at += 1;
    }
    // The fates of these lines stay what the cues say: dropped.
    at
}

/// Short lines that stop before any margin and are no list.
fn verse(text: &str, lines: &[Line]) -> bool {
    lines.len() >= 3
        && lines.iter().all(|l| l.width <= 55 && shapes::shape(text, l) == Shape::Plain)
        && lines.iter().filter(|l| l.of(text).ends_with(',') || !shapes::ends_sentence(l.of(text))).count() * 2 > lines.len()
}
