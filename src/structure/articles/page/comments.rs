//! An article above the comments of its readers.
use super::{
    super::super::{
        cues::{self, Reading},
        density::Density,
        lines::Line,
        posts::{Draft, Fate, Plan},
        tree::{DropReason, Kind, Role},
    },
    Page, find, main, tell,
};
use crate::markup::Layout;

/// An article above messages that `plan` found: readers' comments on it. None where the messages begin the page.
/// `marked`: the marks of the page, where they call them so; else a heading must.
pub(crate) fn above_comments(
    text: &str,
    plan: &Plan,
    marked: Option<&Layout>,
    lines: &[Line],
    readings: &[Reading],
    density: &Density,
) -> Option<Plan> {
    let first = plan.fates.iter().position(|f| matches!(f, Fate::Body(_)))?;
    let announces = |i: &usize| lines.get(*i).is_some_and(|l| l.width <= 90 && cues::announces_comments(l.of(text)));
    // The line that signs the article looks like the first message.
    let second = plan.fates.iter().position(|f| matches!(f, Fate::Body(draft) if *draft > 0)).unwrap_or(first);
    let heading = (0..first).rev().find(announces).or(marked.map(|_| first)).or_else(|| (first..second).find(announces))?;
    let (lines_above, readings_above, density_above) = (lines.get(..heading)?, readings.get(..heading)?, density.above(heading));
    let article = || main(text, lines_above, readings_above, &density_above, marked);
    // Comments that marks call so tell that it is a page, and so does a line that says who wrote what stands above them, and when.
    let signed = |page: &Page| page.byline.author.is_some() && page.byline.date.is_some();
    let page = &match marked {
        Some(_) => article(),
        None => find(text, lines_above, readings_above, &density_above, None).or_else(|| article().filter(signed)),
    }?;
    // What stands above the title of a thread is a notice.
    if let (Some(_), Some(title), Some(body)) = (marked, plan.title, lines.get(page.body.start))
        && title.start > body.span.start
    {
        return None;
    }
    let part = page.body.clone();
    let mut whole = Plan::new(Kind::Article, readings);
    tell(&mut whole, page, part.clone(), lines, readings, density);
    whole.drafts.first()?;
    let opening = usize::from(heading > first);
    for draft in plan.drafts.iter().skip(opening) {
        whole.push(Draft {
            role: Role::Comment,
            parent: Some((draft.parent.map_or(0, |p| p + 1)).saturating_sub(opening)),
            ..*draft
        });
    }
    for (i, fate) in plan.fates.iter().enumerate().skip(part.end) {
        match fate {
            Fate::Body(draft) if *draft >= opening => whole.set(i, Fate::Body(draft + 1 - opening)),
            Fate::Body(_) => {}
            Fate::Drop(_) => whole.set(i, *fate),
        }
    }
    if let Some(title) = page.title {
        whole.title = lines.get(title).map(|l| l.span);
        whole.set(title, Fate::Drop(DropReason::Title));
    }
    whole.marks.clone_from(&plan.marks);
    whole.tails.clone_from(&plan.tails);
    Some(whole)
}
