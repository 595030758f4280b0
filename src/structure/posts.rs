//! From lines to posts: asks each reader of layouts in turn, and builds the tree from what the first one says.
//!
//! A reader only hands out fates for lines. The tree is built here, so that the law (every byte in one place) is kept in one place.
use super::{
    answers,
    articles::{
        self,
        page::{self, Page},
    },
    claims::{self, Claims},
    cues::{self, Cue, Deed, Reading},
    density::Density,
    faq::{self, Region},
    lines::Line,
    marks, repeats, sections, threads,
    tree::{DropReason, Dropped, Kind, Post, Role, Tree, Warning, WarningKind},
};
use crate::{markup::Layout, text::Span};

/// Where a line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Into this draft.
    Body(usize),
    /// Out, with a reason.
    Drop(DropReason),
}

/// A post without its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    pub role: Role,
    pub author: Option<Span>,
    pub date: Option<Span>,
    pub score: Option<i64>,
    pub accepted: Option<bool>,
    pub parent: Option<usize>,
}

impl Draft {
    pub(crate) const fn new(role: Role) -> Self {
        Self { role, author: None, date: None, score: None, accepted: None, parent: None }
    }
}

/// What a reader of layouts found.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub kind: Kind,
    pub title: Option<Span>,
    pub declared: Option<u32>,
    pub drafts: Vec<Draft>,
    /// One for each line.
    pub fates: Vec<Fate>,
    /// Marks at the start of lines: the line and where its text begins. Sorted by line.
    pub marks: Vec<(usize, usize)>,
    /// Signatures at the end of lines: the line and where its text ends. Sorted by line.
    pub tails: Vec<(usize, usize)>,
}

impl Plan {
    /// A plan that drops all lines for what they are.
    pub(crate) fn new(kind: Kind, readings: &[Reading]) -> Self {
        let fates = readings.iter().map(|r| Fate::Drop(reason(r.cue))).collect();
        Self { kind, title: None, declared: None, drafts: Vec::new(), fates, marks: Vec::new(), tails: Vec::new() }
    }

    pub(crate) fn set(&mut self, line: usize, fate: Fate) {
        if let Some(slot) = self.fates.get_mut(line) {
            *slot = fate;
        }
    }

    /// How many of a hundred drafts have a name and a date.
    pub(crate) fn signed(&self) -> usize {
        let known = self.drafts.iter().filter(|draft| draft.author.is_some() && draft.date.is_some()).count();
        known * 100 / self.drafts.len().max(1)
    }

    /// Names and dates that are missing here, taken from `other`, where it gives the first line of a message to somebody.
    pub(crate) fn signed_by(mut self, other: &Self) -> Self {
        let mut firsts: Vec<Option<usize>> = vec![None; self.drafts.len()];
        for (fate, theirs) in self.fates.iter().zip(&other.fates) {
            if let (Fate::Body(draft), Fate::Body(theirs)) = (fate, theirs)
                && let Some(first) = firsts.get_mut(*draft)
            {
                first.get_or_insert(*theirs);
            }
        }
        for (draft, theirs) in self.drafts.iter_mut().zip(firsts) {
            let theirs = theirs.and_then(|at| other.drafts.get(at));
            draft.author = draft.author.or(theirs.and_then(|theirs| theirs.author));
            draft.date = draft.date.or(theirs.and_then(|theirs| theirs.date));
        }
        self
    }

    /// Adds a draft, says which one it is.
    pub(crate) fn push(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }
}

/// Why a line of this kind is no text.
pub(crate) const fn reason(cue: Cue) -> DropReason {
    match cue {
        Cue::Button | Cue::Expand => DropReason::Button,
        Cue::Counter => DropReason::Counter,
        Cue::Tally | Cue::Number => DropReason::Vote,
        Cue::Accepted => DropReason::Accepted,
        Cue::Badge | Cue::Profile | Cue::Fact => DropReason::Badge,
        Cue::AnswerCount => DropReason::AnswerCount,
        Cue::Deed(_) | Cue::Date | Cue::PostNumber | Cue::Portrait | Cue::Header => DropReason::Attribution,
        Cue::Ornament => DropReason::Separator,
        Cue::Words | Cue::Navigation | Cue::End => DropReason::Navigation,
    }
}

/// Decides which page it is and where each line goes.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading], layout: Option<&Layout>) -> Plan {
    let claims = layout.and_then(|layout| claims::read(text, lines, layout));
    let plan = read(text, lines, readings, layout, claims.as_ref());
    claims.and_then(|claims| claims.plan(text, lines, readings, &plan)).unwrap_or(plan)
}

/// What the page shows; of what it claims only lists of questions help here.
fn read(text: &str, lines: &[Line], readings: &[Reading], layout: Option<&Layout>, claims: Option<&Claims>) -> Plan {
    // Where somebody "answered", a "Q:" stands inside an answer, unless it opens the text.
    let opened = lines.first().and_then(|l| cues::qa_mark(l.of(text), false)).is_some_and(|m| m.asks);
    let answered = !opened && readings.iter().any(|r| r.cue == Cue::Deed(Deed::Answered) && r.date.is_some());
    if answered
        && asks(text, lines, readings)
        && let Some(plan) = answers::plan(text, lines, readings)
    {
        return plan;
    }
    let density = Density::new(text, lines, readings);
    let claimed = claims.map(Claims::regions).filter(|regions| !regions.is_empty());
    let regions = claimed.unwrap_or_else(|| faq::regions(text, lines, readings, &density));
    let page = page::find(text, lines, readings, &density, layout);
    let said = marks::mail(text, lines, readings)
        .or_else(|| marks::letters::plan(text, lines, readings))
        .or_else(|| marks::chats::plan(text, lines, readings))
        .or_else(|| marks::pairs(text, lines, readings))
        .or_else(|| marks::transcript(text, lines, readings))
        .or_else(|| marks::signed::plan(text, lines, readings))
        .or_else(|| answers_or_thread(text, lines, readings));
    let said = said.map(|plan| match layout.filter(|_| plan.kind == Kind::Qa) {
        Some(layout) => question_page(text, lines, readings, plan, layout),
        None => plan,
    });
    let shown = layout.filter(|_| said.as_ref().is_none_or(|plan| plan.kind == Kind::Forum));
    let shown = shown.and_then(|layout| repeats::plan(text, lines, readings, layout));
    if let Some(shown) = shown.and_then(|shown| shown.over(said.as_ref())) {
        let marked = layout.filter(|_| shown.remarks);
        let remarks = marked.and_then(|_| page::above_comments(text, &shown.plan, marked, lines, readings, &density));
        return remarks.unwrap_or_else(|| match page.as_ref().filter(|page| page.dwarfs(&shown.plan, &regions, &density)) {
            Some(page) => page::plan(page, &regions, lines, readings, &density),
            None => shown.opened_by(said.as_ref(), lines).plan,
        });
    }
    // Remarks below an article say little beside it; a heading that announces them tells that they are there.
    if let Some(plan) = said.as_ref().filter(|p| p.kind == Kind::Forum && p.signed() >= 80)
        && let Some(plan) = page::above_comments(text, plan, None, lines, readings, &density)
        && plan.drafts.len() > 2
        && plan.drafts.iter().skip(1).all(|draft| draft.author.is_some() && draft.date.is_some())
    {
        return plan;
    }
    if let Some(page) = &page
        && said.as_ref().is_none_or(|plan| outweighs(page, &regions, plan, &density))
    {
        return page::plan(page, &regions, lines, readings, &density);
    }
    if let Some(plan) = said.as_ref().filter(|p| p.kind == Kind::Forum)
        && let Some(plan) = page::above_comments(text, plan, None, lines, readings, &density)
    {
        return plan;
    }
    said.or_else(|| faq::plan(text, lines, readings, &density))
        .or_else(|| (!regions.is_empty()).then(|| page::plan(&Page::default(), &regions, lines, readings, &density)))
        .unwrap_or_else(|| articles::plan(text, lines, readings))
}

/// Whether somebody asks who may be answered, or the page counts answers: what the owner of a shop answers to are reviews.
fn asks(text: &str, lines: &[Line], readings: &[Reading]) -> bool {
    let first = readings.iter().position(|r| r.cue == Cue::Deed(Deed::Answered)).unwrap_or(0);
    let told = |r: &Reading| matches!(r.cue, Cue::Deed(Deed::Asked) | Cue::AnswerCount | Cue::Accepted);
    let questions = || lines.iter().take(first).any(|line| line.width >= 12 && line.of(text).contains(['?', '？', '؟', ';']));
    let dated = readings.iter().filter(|r| r.cue == Cue::Date && r.date.is_some()).count();
    let answered = readings.iter().filter(|r| r.cue == Cue::Deed(Deed::Answered)).count();
    readings.iter().any(told) || questions() || dated <= answered
}

/// A question page that its text tells, with what its marks know better.
fn question_page(text: &str, lines: &[Line], readings: &[Reading], said: Plan, layout: &Layout) -> Plan {
    let Some(shown) = repeats::plan(text, lines, readings, layout) else { return repeats::narrowed(text, said, layout) };
    let named = shown.names_in(said);
    shown.asked(&named).unwrap_or_else(|| repeats::narrowed(text, named, layout))
}

/// A question page, or a thread; where nobody "answered", the one that has as many answers as the page counts.
fn answers_or_thread(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    // Where nobody is said to have answered, the word alone may stand above each answer.
    let signed = |r: &Reading| matches!(r.cue, Cue::Deed(Deed::Answered)) && (r.name.is_some() || r.date.is_some());
    if !readings.iter().any(signed)
        && let Some(plan) = answers::labelled::plan(text, lines, readings).filter(|plan| plan.drafts.len() > 2)
    {
        return Some(plan);
    }
    let answers = answers::plan(text, lines, readings).filter(|_| asks(text, lines, readings));
    let found = |plan: &Plan| plan.drafts.iter().filter(|draft| draft.role == Role::Answer).count();
    let right = |plan: &Plan| plan.declared.is_some_and(|declared| usize::try_from(declared) == Ok(found(plan)));
    let better = |thread: &Plan, answers: &Plan| thread.kind == Kind::Qa && (right(thread) || found(thread) > found(answers));
    let answered = || readings.iter().any(|r| r.cue == Cue::Deed(Deed::Answered));
    if answers.as_ref().is_some_and(|plan| answered() || right(plan)) {
        return answers;
    }
    match threads::plan(text, lines, readings) {
        Some(thread) if answers.as_ref().is_none_or(|answers| better(&thread, answers)) => Some(thread),
        _ => answers.or_else(|| answers::labelled::plan(text, lines, readings)),
    }
}

/// Whether an article, or an announced list of questions, tells more of the page than `plan`, which takes the page for
/// messages of several people.
fn outweighs(page: &Page, regions: &[Region], plan: &Plan, density: &Density) -> bool {
    if plan.kind == Kind::Faq {
        return !regions.is_empty();
    }
    let said = |i: usize| match plan.fates.get(i) {
        Some(Fate::Body(draft)) => Some(*draft),
        _ => None,
    };
    let outside: i64 =
        (0..plan.fates.len()).filter(|i| said(*i).is_some() && !page.body.contains(i)).map(|i| density.of(i).max(0)).sum();
    // Nobody said any of it: dates of cards and prices come back, and look like anchors.
    let signed = plan.drafts.iter().filter(|d| d.author.is_some() && d.date.is_some()).count();
    if signed == 0 && !regions.is_empty() {
        return outside < page.prose * 3 / 2;
    }
    let mut inside: Vec<usize> = page.body.clone().filter_map(said).collect();
    inside.dedup();
    // Cards are signed and dated as messages are, but nobody says a sentence in them.
    let mut speaking: Vec<usize> = (0..plan.fates.len()).filter(|i| density.is_prose(*i)).filter_map(said).collect();
    speaking.dedup();
    let share = if signed > 2 && speaking.len() * 4 > plan.drafts.len() { 8 } else { 2 };
    inside.len() <= 1 && outside * share < page.prose
}

/// Builds the tree.
pub(crate) fn build(text: &str, lines: &[Line], plan: Plan, marked: Option<&sections::Marked>) -> Tree {
    let mut dropped = Vec::new();
    let mut bodies: Vec<Vec<Line>> = vec![Vec::new(); plan.drafts.len()];
    let (mut marks, mut tails) = (plan.marks.iter().peekable(), plan.tails.iter().peekable());
    let (mut current, mut last_kept) = (0, None);
    for (i, (line, fate)) in lines.iter().zip(&plan.fates).enumerate() {
        let mut line = *line;
        while let Some((at, start)) = marks.next_if(|(at, _)| *at <= i) {
            if *at == i && *start > line.span.start && *start <= line.span.end {
                let mark = Span::new(
                    line.span.start,
                    line.span.start + line.span.of(text).get(..start - line.span.start).unwrap_or("").trim_end().len(),
                );
                dropped.push(Dropped { span: mark, reason: DropReason::Mark });
                line.start = *start;
                line.span.start = *start;
                line.width = line.of(text).chars().count();
            }
        }
        while let Some((at, end)) = tails.next_if(|(at, _)| *at <= i) {
            if *at == i && *end > line.span.start && *end < line.span.end {
                let tail = Span::new(*end, line.span.end);
                let lead = tail.len() - tail.of(text).trim_start().len();
                dropped.push(Dropped { span: Span::new(tail.start + lead, tail.end), reason: DropReason::Attribution });
                line.span.end = *end;
                line.width = line.of(text).chars().count();
            }
        }
        if line.span.is_empty() {
            continue;
        }
        match fate {
            // Posts must not interleave; a line that comes too late for its post is nobody's.
            Fate::Body(draft) if *draft >= current && *draft < bodies.len() => {
                if last_kept != Some(i.wrapping_sub(1)) {
                    line.gap = line.gap.max(1);
                }
                last_kept = Some(i);
                current = *draft;
                if let Some(body) = bodies.get_mut(*draft) {
                    body.push(line);
                }
            }
            Fate::Body(_) => dropped.push(Dropped { span: line.span, reason: DropReason::Navigation }),
            Fate::Drop(reason) => dropped.push(Dropped { span: line.span, reason: *reason }),
        }
    }
    let (posts, kept) = finish(text, &plan.drafts, &bodies, marked, &mut dropped);
    dropped.sort_unstable_by_key(|d| (d.span.start, d.span.end));
    let mut tree =
        Tree { kind: plan.kind, title: plan.title, declared_answers: plan.declared, posts, dropped, warnings: Vec::new() };
    for post in &mut tree.posts {
        post.parent = post.parent.and_then(|p| kept.get(p).copied().flatten());
    }
    let found = tree.posts.iter().filter(|p| p.role == Role::Answer).count();
    let found = u32::try_from(found).unwrap_or(u32::MAX);
    if let Some(declared) = tree.declared_answers.filter(|d| *d != found) {
        tree.warnings.push(Warning { kind: WarningKind::AnswerCountMismatch, declared, found });
    }
    tree
}

/// The posts that have text, and for each draft which post it became.
fn finish(
    text: &str,
    drafts: &[Draft],
    bodies: &[Vec<Line>],
    marked: Option<&sections::Marked>,
    dropped: &mut Vec<Dropped>,
) -> (Vec<Post>, Vec<Option<usize>>) {
    let (mut posts, mut kept) = (Vec::new(), Vec::new());
    for (draft, body) in drafts.iter().zip(bodies) {
        let (Some(first), Some(last)) = (body.first(), body.last()) else {
            kept.push(None);
            continue;
        };
        kept.push(Some(posts.len()));
        let sections = sections::build(text, body, marked, dropped);
        // Code keeps the indent of its first line, which lies before the first character said.
        let blocks = || sections.iter().flat_map(|s| &s.blocks);
        let start = blocks().map(|b| b.text.start).min().map_or(first.span.start, |at| at.min(first.span.start));
        let end = blocks().map(|b| b.text.end).max().map_or(last.span.end, |at| at.max(last.span.end));
        posts.push(Post {
            role: draft.role,
            span: Span::new(start, end),
            author: draft.author,
            date: draft.date,
            score: draft.score,
            accepted: draft.accepted,
            parent: draft.parent,
            sections,
        });
    }
    (posts, kept)
}
