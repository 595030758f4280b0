//! Pages where several people ask, each is answered, and every question and answer is signed: of shops, of experts.
use crate::structure::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Kind, Role},
};
use std::collections::HashMap;

/// Reads such a page; none where the deeds do not take turns.
pub(super) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let deed = |i: usize| match readings.get(i)?.cue {
        Cue::Deed(deed @ (Deed::Asked | Deed::Answered)) => Some(deed),
        _ => None,
    };
    let deeds: Vec<(usize, Deed)> = (0..lines.len()).filter_map(|i| Some((i, deed(i)?))).collect();
    let asked = deeds.iter().filter(|d| d.1 == Deed::Asked).count();
    let turns = deeds.windows(2).filter(|w| matches!(w, [a, b] if a.1 == Deed::Asked && b.1 == Deed::Answered)).count();
    if turns < 2 || turns * 5 < asked * 3 || deeds.first()?.1 != Deed::Asked {
        return None;
    }
    // What comes back is furniture: "Was this helpful? Yes (3) No (0)".
    let short = || lines.iter().zip(readings).filter(|(line, reading)| line.width <= 80 && reading.cue == Cue::Words);
    let mut times: HashMap<String, usize> = HashMap::new();
    short().for_each(|(line, _)| *times.entry(cues::fold(line.of(text))).or_default() += 1);
    let said = |i: usize| {
        lines
            .get(i)
            .filter(|_| readings.get(i).is_some_and(|r| matches!(r.cue, Cue::Words | Cue::Fact)))
            .is_some_and(|line| line.width > 80 || times.get(&cues::fold(line.of(text))).is_none_or(|times| *times < 2))
    };
    let asks = |i: usize| lines.get(i).is_some_and(|line| line.of(text).contains(['?', '？', '؟']));
    let near = |from: usize, to: usize| (from..to).any(|i| said(i) && asks(i));
    let questions = || deeds.iter().filter(|d| d.1 == Deed::Asked).map(|d| d.0);
    let above = questions().filter(|i| near(i.saturating_sub(3), *i)).count();
    let below = questions().filter(|i| near(i + 1, i + 4)).count();
    (above != below).then_some(())?;
    let foot = above > below;
    let mut plan = Plan::new(Kind::Faq, readings);
    let mut question = None;
    for (n, (at, deed)) in deeds.iter().enumerate() {
        let reading = readings.get(*at)?;
        let before = n.checked_sub(1).and_then(|n| deeds.get(n)).map_or(0, |d| d.0 + 1);
        let next = deeds.get(n + 1).map_or(lines.len(), |d| d.0);
        let mut own: Vec<usize> = if foot {
            (before..*at).rev().take_while(|i| said(*i)).collect()
        } else {
            (at + 1..next).skip_while(|i| !said(*i)).take_while(|i| said(*i)).collect()
        };
        own.sort_unstable();
        // Above the first question stands the head of the page.
        if let Some(first) = own.iter().position(|i| asks(*i)).filter(|_| foot && n == 0) {
            own.drain(..first);
        }
        if own.is_empty() {
            continue;
        }
        let role = if *deed == Deed::Asked { Role::Question } else { Role::Answer };
        let parent = if role == Role::Answer { question } else { None };
        let draft = plan.push(Draft { author: reading.name, date: reading.date, parent, ..Draft::new(role) });
        if role == Role::Question {
            question = Some(draft);
        }
        own.iter().for_each(|i| plan.set(*i, Fate::Body(draft)));
    }
    let first = plan.fates.iter().position(|fate| matches!(fate, Fate::Body(_)))?;
    let title = (0..first).find(|i| said(*i) && lines.get(*i).is_some_and(|l| l.width > 12 && !shapes::asks(l.of(text))));
    if let Some(title) = title.filter(|title| *title < 3) {
        plan.title = lines.get(title).map(|l| l.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    (plan.drafts.iter().filter(|d| d.role == Role::Answer).count() >= 2).then_some(plan)
}
