//! What is left: an article, a question alone, verse. `page` finds the article among the menus of a whole page.
pub(crate) mod byline;
pub(crate) mod page;

use super::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes::{self, Shape},
    tree::{DropReason, Kind, Role},
};

/// Reads the text as one of these; there is always a plan.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Plan {
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
    let limit = lines.len();
    if !lone && is_title(text, lines, readings, first) {
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
        from = signature(text, lines, readings, from, &mut draft);
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
fn signature(text: &str, lines: &[Line], readings: &[Reading], from: usize, draft: &mut Draft) -> usize {
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
