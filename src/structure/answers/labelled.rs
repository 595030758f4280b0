//! A question, and the word for "answer" alone on a line above each answer.
use crate::structure::{
    cues::{self, Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Kind, Role},
    vocabulary as words,
};

/// How far above the first answer the question may stand.
const REACH: usize = 15;
/// Longest line, in bytes, that can be the word.
const LONGEST: usize = 40;
/// Lines of a page with one answer, at most: in a longer one the word may head a part of an article.
const SHORT: usize = 60;

/// Reads such a page.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let cue = |i: usize| readings.get(i).map_or(Cue::Navigation, |r| r.cue);
    let said = |i: usize| lines.get(i).map_or("", |l| l.of(text));
    let label = |i: &usize| {
        if said(*i).len() > LONGEST {
            return false;
        }
        let word = cues::fold(said(*i));
        word.chars().count() > 3 && !said(*i).ends_with([':', '：']) && words::ANSWER_MARKS.contains(&word.as_str())
    };
    let bare = (0..lines.len()).filter(label).count();
    // The best answer says so in place of the word alone.
    let best = |i: &usize| bare > 0 && cue(*i) == Cue::Accepted && lines.get(*i).is_some_and(|l| l.width <= LONGEST);
    let labels: Vec<usize> = (0..lines.len()).filter(|i| label(i) || best(i)).collect();
    let first = *labels.first()?;
    if labels.len() < 2 && lines.len() > SHORT {
        return None;
    }
    // Below dated messages the same word is a button.
    let dated = readings.iter().filter(|r| r.date.is_some() && matches!(r.cue, Cue::Date | Cue::Deed(_))).count();
    if dated * 3 >= labels.len().max(2) * 2 {
        return None;
    }
    let asks = |i: &usize| {
        let long = |l: &Line| l.width >= 30 && l.of(text).contains(['?', '？', '؟']);
        let line = lines.get(*i).filter(|l| l.width >= 12 && cue(*i) == Cue::Words);
        line.is_some_and(|l| shapes::asks(said(*i)) || long(l))
    };
    let title = (first.saturating_sub(REACH)..first).find(asks)?;
    let prose = |i: usize| {
        cue(i) == Cue::Words
            && lines.get(i).is_some_and(|l| l.width > 50 || l.span.len() > 80 || l.width > 12 && shapes::ends_sentence(said(i)))
    };
    let mut plan = Plan::new(Kind::Qa, readings);
    plan.title = lines.get(title).map(|l| l.span);
    let date = (0..first).find_map(|i| readings.get(i).filter(|r| matches!(r.cue, Cue::Date | Cue::Deed(Deed::Asked)))?.date);
    // The name stands straight above its date.
    let author = date.and_then(|date| {
        let at = lines.partition_point(|l| l.span.end <= date.start).checked_sub(1)?;
        let line = lines.get(at).filter(|l| at != title && cue(at) == Cue::Words && cues::is_name(l.of(text)))?;
        Some(line.span)
    });
    let question = plan.push(Draft { author, date, ..Draft::new(Role::Question) });
    // Behind its words the page counts answers, or offers buttons.
    let words = (title + 1..first).take_while(|i| matches!(cue(*i), Cue::Words | Cue::Fact | Cue::Ornament));
    let body: Vec<usize> = words.filter(|i| prose(*i) && said(*i) != said(title)).collect();
    plan.set(title, if body.is_empty() { Fate::Body(question) } else { Fate::Drop(DropReason::Title) });
    body.iter().for_each(|i| plan.set(*i, Fate::Body(question)));
    for (n, label) in labels.iter().enumerate() {
        let end = labels.get(n + 1).copied().unwrap_or(lines.len());
        let end = (label + 1..end).find(|i| cue(*i) == Cue::End).unwrap_or(end);
        // Above the words stand the name and what is told of its owner; "Answer:" may head the words.
        let colon = |i: &usize| said(*i).ends_with([':', '：']) && lines.get(*i).is_some_and(|l| l.width <= 30);
        let told =
            |i: usize| matches!(cue(i), Cue::Badge | Cue::AnswerCount | Cue::Counter | Cue::Profile | Cue::Fact | Cue::Tally);
        // Where little is said, it stands behind what is told of the one who says it.
        let little = || {
            let stops = (label + 1..end).find(|i| matches!(cue(*i), Cue::Button | Cue::Navigation)).unwrap_or(end);
            let mut words = None;
            for i in (label + 1..stops).rev() {
                if told(i) && words.is_some() {
                    return words;
                }
                words = if cue(i) == Cue::Words { Some(i) } else { words };
            }
            None
        };
        let Some(from) = (label + 1..end).find(|i| prose(*i) || colon(i)).or_else(little) else { continue };
        let name = (label + 1..from).find(|i| {
            cue(*i) == Cue::Words && cues::is_name(said(*i)) && said(*i).contains(char::is_alphabetic) && (i + 1..i + 4).any(told)
        });
        let last = (from..end).find(|i| matches!(cue(*i), Cue::Button | Cue::Navigation | Cue::End)).unwrap_or(end);
        let author = name.and_then(|i| lines.get(i)).map(|l| l.span);
        let draft = plan.push(Draft { author, parent: Some(question), ..Draft::new(Role::Answer) });
        for i in from..last {
            if matches!(cue(i), Cue::Words | Cue::Fact | Cue::Ornament | Cue::Number | Cue::Date | Cue::Deed(_)) {
                plan.set(i, Fate::Body(draft));
            }
        }
    }
    (plan.drafts.len() > 1).then_some(plan)
}
