//! Lists of questions with their answers: the whole text, or regions of a page between menus and articles.
//!
//! A region is a run of lines that ask, each with an answer below. It counts where a heading announces it, or where it is most
//! of what the text says; the questions that head the sections of an article are neither.
mod regions;

use super::{
    cues::{Cue, Reading},
    density::Density,
    lines::Line,
    posts::{Draft, Fate, Plan},
    tree::{DropReason, Kind, Role},
};
use regions::Finder;
pub(crate) use regions::Region;

/// The regions of the text, in order.
pub(crate) fn regions(text: &str, lines: &[Line], readings: &[Reading], density: &Density) -> Vec<Region> {
    Finder { text, lines, readings, density }.regions()
}

/// A text that is nothing but questions and answers, perhaps under a title.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading], density: &Density) -> Option<Plan> {
    let finder = Finder { text, lines, readings, density };
    let region = finder.whole()?;
    let mut plan = Plan::new(Kind::Faq, readings);
    let first = region.pairs.first().map_or(0, |p| p.question);
    let title = (0..first).find(|i| readings.get(*i).is_some_and(|r| r.cue == Cue::Words));
    if let Some(line) = title {
        plan.title = lines.get(line).map(|l| l.span);
        plan.set(line, Fate::Drop(DropReason::Title));
    }
    put(&mut plan, &region, lines, readings);
    Some(plan)
}

/// Adds the posts of a region to the plan.
pub(crate) fn put(plan: &mut Plan, region: &Region, lines: &[Line], readings: &[Reading]) {
    for pair in &region.pairs {
        let question = plan.push(Draft::new(Role::Question));
        plan.set(pair.question, Fate::Body(question));
        if let Some(start) = pair.question_mark {
            plan.marks.push((pair.question, start));
        }
        let answer = plan.push(Draft { parent: Some(question), ..Draft::new(Role::Answer) });
        if let Some((line, start)) = pair.answer_mark {
            plan.marks.push((line, start));
        }
        for i in pair.answer.clone() {
            let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
            let ornament = cue == Cue::Ornament && lines.get(i).is_some_and(|l| l.width <= 1);
            let number = cue == Cue::Number && lines.get(i).is_some_and(|l| l.width <= 3);
            if !matches!(cue, Cue::Button | Cue::Counter | Cue::End) && !ornament && !number {
                plan.set(i, Fate::Body(answer));
            }
        }
    }
}
