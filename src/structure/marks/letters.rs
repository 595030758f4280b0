//! One message of a mailing list as its archive shows it: the subject, who wrote it from which address, and when, each on a line.
use crate::{
    structure::{
        cues::{self, Cue, Reading},
        lines::Line,
        posts::{Draft, Fate, Plan},
        tree::{DropReason, Kind, Role},
    },
    text::Span,
};

/// How many lines above the writer's can stand at most.
const ABOVE: usize = 4;

/// Reads such a message; none where no address stands straight above a date, or dates come back.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let is_date = |i: usize| readings.get(i).is_some_and(|r| r.cue == Cue::Date && r.name.is_none());
    let (at, name) = (0..=ABOVE).filter(|i| is_date(i + 1)).find_map(|i| Some((i, writer(text, lines.get(i)?.span)?)))?;
    if (at + 2..lines.len()).any(is_date) {
        return None;
    }
    let mut plan = Plan::new(Kind::Forum, readings);
    let date = readings.get(at + 1)?.date;
    let post = plan.push(Draft { author: Some(name), date, ..Draft::new(Role::Post) });
    plan.set(at, Fate::Drop(DropReason::Attribution));
    if let Some(title) = at.checked_sub(1) {
        plan.title = lines.get(title).map(|line| line.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    for i in at + 2..lines.len() {
        if readings.get(i).is_some_and(|r| !matches!(r.cue, Cue::Navigation | Cue::End)) {
            plan.set(i, Fate::Body(post));
        }
    }
    Some(plan)
}

/// The name before an address, which archives write with "at" to hide it.
fn writer(text: &str, line: Span) -> Option<Span> {
    let said = line.of(text);
    let host = |rest: &str| rest.trim_end_matches('>').contains('.') && !rest.contains(' ');
    let sign = [" at ", "@"].into_iter().find_map(|sign| {
        let at = said.find(sign)?;
        host(said.get(at + sign.len()..)?).then_some(at)
    })?;
    let address = said.get(..sign)?.rfind([' ', '<']).unwrap_or(0);
    let name = Span::new(line.start, line.start + said.get(..address)?.trim_end_matches([' ', '<']).len());
    cues::is_name(name.of(text)).then_some(name)
}
