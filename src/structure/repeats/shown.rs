//! What the marks of a page show, beside what its text alone tells.
use super::Shown;
use crate::{
    markup::Layout,
    structure::{
        cues,
        lines::Line,
        posts::{Draft, Fate, Plan},
        tree::{Kind, Role},
    },
};

impl Shown {
    /// Names of a question page that the text tells otherwise: the marks know better where nearly all its answers stand in containers.
    pub(crate) fn names_in(&self, mut said: Plan) -> Plan {
        let mut theirs: Vec<Option<usize>> = vec![None; said.drafts.len()];
        for (fate, shown) in said.fates.iter().zip(&self.plan.fates) {
            if let (Fate::Body(draft), Fate::Body(shown)) = (fate, shown)
                && let Some(slot) = theirs.get_mut(*draft)
            {
                slot.get_or_insert(*shown);
            }
        }
        let answers = || said.drafts.iter().zip(&theirs).filter(|(draft, _)| draft.role == Role::Answer);
        let mut found: Vec<usize> = answers().filter_map(|(_, shown)| *shown).collect();
        found.dedup();
        if found.len() < 2 || found.len() * 10 < answers().count() * 8 {
            return said;
        }
        for (draft, shown) in said.drafts.iter_mut().zip(theirs).filter(|(draft, _)| draft.role == Role::Answer) {
            let shown = shown.and_then(|at| self.plan.drafts.get(at));
            draft.author = shown.and_then(|shown| shown.author).or(draft.author);
            draft.date = draft.date.or(shown.and_then(|shown| shown.date));
        }
        said
    }

    /// The question page that the marks show, where the text tells little of it: as many answers as the page counts, signed.
    pub(crate) fn asked(mut self, said: &Plan) -> Option<Plan> {
        let declared = said.declared.and_then(|n| usize::try_from(n).ok())?;
        let top = self.plan.drafts.iter().filter(|draft| draft.parent.is_none()).count();
        if said.signed() * 2 >= self.plan.signed() || self.plan.signed() < 70 || top != declared + 1 {
            return None;
        }
        self.plan.kind = Kind::Qa;
        self.plan.declared = said.declared;
        self.plan.title = self.plan.title.or(said.title);
        for (n, draft) in self.plan.drafts.iter_mut().enumerate() {
            draft.role = match draft.parent {
                _ if n == 0 => Role::Question,
                None => Role::Answer,
                Some(_) => Role::Comment,
            };
            draft.parent = draft.parent.or((n > 0).then_some(0));
        }
        Some(self.plan)
    }

    /// The same with what opens the thread, where its frame is of another kind, but the text tells it from the same other messages.
    pub(crate) fn opened_by(mut self, said: Option<&Plan>, lines: &[Line]) -> Self {
        let Some(said) = said.filter(|said| said.kind == self.plan.kind && said.drafts.len() == self.plan.drafts.len() + 1)
        else {
            return self;
        };
        let speaks = |i: &usize| lines.get(*i).is_some_and(|line| line.width > 30);
        let opening = said.drafts.first().copied().filter(|draft| draft.author.is_some() && draft.date.is_some());
        let first = self.plan.fates.iter().position(|fate| matches!(fate, Fate::Body(_))).unwrap_or(0);
        let own: Vec<usize> = said.fates.iter().enumerate().filter(|(_, fate)| **fate == Fate::Body(0)).map(|(i, _)| i).collect();
        let Some(opening) = opening.filter(|_| own.iter().any(speaks) && own.iter().all(|i| *i < first)) else { return self };
        for fate in &mut self.plan.fates {
            if let Fate::Body(draft) = fate {
                *draft += 1;
            }
        }
        let shifted = self.plan.drafts.iter().zip(said.drafts.iter().skip(1));
        let shifted: Vec<Draft> =
            shifted.map(|(d, s)| Draft { role: s.role, parent: d.parent.map(|p| p + 1).or(s.parent), ..*d }).collect();
        self.plan.drafts = std::iter::once(opening).chain(shifted).collect();
        own.iter().for_each(|i| self.plan.set(*i, Fate::Body(0)));
        if self.plan.title.is_none() {
            self.plan.title = said.title;
        }
        self
    }

    /// This, where it tells more of a thread than the text alone `said`: who wrote what and when. What it lacks it takes from there.
    pub(crate) fn over(self, said: Option<&Plan>) -> Option<Self> {
        let Some(said) = said.filter(|said| said.signed() > self.plan.signed()) else { return Some(self) };
        let plan = self.plan.signed_by(said);
        let as_many = plan.drafts.len() * 10 >= said.drafts.len() * 9;
        (as_many && plan.signed() * 5 >= said.signed() * 4).then_some(Self { plan, ..self })
    }
}

/// The same plan, names cut off where an element ends that begins with them: without a style, what stands beside a name is glued to it.
pub(crate) fn narrowed(text: &str, mut plan: Plan, layout: &Layout) -> Plan {
    for draft in &mut plan.drafts {
        let Some(name) = draft.author else { continue };
        let from = layout.elements.partition_point(|e| e.span.start < name.start);
        let starts = layout.elements.get(from..).unwrap_or(&[]).iter().take_while(|e| e.span.start == name.start);
        let inner = starts.filter(|e| !e.span.is_empty() && e.span.end < name.end && cues::is_name(e.span.of(text))).last();
        if let Some(inner) = inner {
            draft.author = Some(inner.span);
        }
    }
    plan
}
