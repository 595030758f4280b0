//! Question pages: a question, the number of answers, answers and comments each with "answered … by …" above or below.
mod heads;
pub(crate) mod labelled;
mod reader;
mod remarks;
mod several;

use super::{
    cues::{Cue, Deed, Reading},
    lines::Line,
    posts::{Draft, Plan},
    tree::{Kind, Role},
};
use heads::{signer, title_line};
use reader::Reader;

/// Reads a question page; none where nothing speaks of answers.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let is = |i: usize, cue: Cue| readings.get(i).is_some_and(|r| r.cue == cue);
    let answered = readings.iter().filter(|r| r.cue == Cue::Deed(Deed::Answered)).count();
    let count = (0..lines.len()).find(|i| is(*i, Cue::AnswerCount));
    let accepted = readings.iter().take(12).any(|r| r.cue == Cue::Accepted);
    let numbered = readings.iter().filter(|r| r.cue == Cue::PostNumber).count();
    let dated = readings.iter().filter(|r| r.cue == Cue::Date).count();
    if let Some(plan) = several::plan(text, lines, readings) {
        return Some(plan);
    }
    if answered == 0
        && (numbered > 1
            || dated > 3
            || count.is_none() && !(accepted && lines.iter().take(4).any(|l| l.of(text).ends_with('?'))))
    {
        return None;
    }
    let first_answer = (0..lines.len()).find(|i| is(*i, Cue::Deed(Deed::Answered)));
    let question_end = count.or_else(|| (0..lines.len()).find(|i| is(*i, Cue::Accepted))).or(first_answer)?;
    let title = title_line(text, lines, readings, question_end, count.is_some())?;
    let last_deed = (0..lines.len())
        .rev()
        .find(|i| matches!(readings.get(*i).map(|r| r.cue), Some(Cue::Deed(Deed::Answered | Deed::Commented | Deed::Posted))));
    let end = (last_deed.unwrap_or(title) + 1..lines.len()).find(|i| is(*i, Cue::End)).unwrap_or(lines.len());
    let head = heads::asks_above(text, lines, readings, count, last_deed)
        || first_answer.is_some_and(|a| {
            let from = count.filter(|c| *c < a).map_or(title + 1, |c| c + 1);
            let above: Vec<usize> = (from..a).filter(|i| is(*i, Cue::Words)).collect();
            // Nothing was said yet, or only the name.
            let unsigned = readings.get(a).is_some_and(|r| r.name.is_none());
            let pictured = (from..a).any(|i| is(i, Cue::Portrait)) && a - from <= 8;
            above.is_empty()
                || pictured
                || unsigned && matches!(*above, [i] if i + 1 == a && lines.get(i).is_some_and(|l| signer(l.of(text)).is_some()))
        });
    let mut plan = Plan::new(Kind::Qa, readings);
    plan.title = lines.get(title).map(|l| l.span);
    plan.declared = count.and_then(|c| readings.get(c)?.number).and_then(|n| u32::try_from(n).ok());
    let mut reader = Reader {
        text,
        lines,
        readings,
        plan,
        title,
        waiting: Vec::new(),
        score: None,
        accepted: None,
        naming: None,
        dash: None,
        question: 0,
        question_open: true,
        last_answer: None,
        head,
        current: None,
        counted: false,
        answered,
        dated_below: answered == 0 && heads::dates_below(readings, question_end),
        counts: heads::counts(text, lines, readings),
    };
    reader.score = (0..title).rev().take(3).find_map(|i| readings.get(i).filter(|r| r.cue == Cue::Tally)?.number);
    reader.question = reader.plan.push(Draft { author: heads::handled_above(text, lines, title), ..Draft::new(Role::Question) });
    if count.is_none() && !(title + 1..question_end).any(|i| is(i, Cue::Deed(Deed::Asked))) {
        // Nothing ends the question but the end of its line.
        reader.close_question();
    }
    for i in title + 1..end {
        reader.line(i);
    }
    Some(reader.end())
}
