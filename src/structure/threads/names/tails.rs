//! What stands behind names on their line: ranks, counts, jobs, who is answered.
use super::{
    super::{
        super::{cues, posts::Draft},
        View,
    },
    Candidate, Place,
};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// The longest beginning of `span` that is a name which the text knows.
pub(super) fn known_part(text: &str, span: Span, known: &HashSet<&str>) -> Option<Span> {
    let said = span.of(text);
    let ends = said.match_indices([' ', '\u{a0}', '\t']).map(|(at, _)| at).take(4).chain([said.len()]);
    let end = ends.filter(|end| said.get(..*end).is_some_and(|name| known.contains(name))).last()?;
    Some(Span::new(span.start, span.start + end))
}

/// Words that stand behind many different names in the best place: a rank or a count, never part of a name.
pub(super) fn tails(view: &View<'_>, choices: &[Vec<(Place, Candidate)>], best: Option<Place>) -> HashSet<String> {
    let mut seen: HashMap<String, HashSet<&str>> = HashMap::new();
    for choices in choices {
        let Some((_, candidate)) = choices.iter().find(|c| Some(c.0) == best) else { continue };
        let said = candidate.span.of(view.text);
        for (at, _) in said.match_indices([' ', '\u{a0}', '\t']).take(6) {
            if let (Some(name), Some(tail)) = (said.get(..at), said.get(at..)) {
                seen.entry(cues::fold(tail)).or_default().insert(name);
            }
        }
        // "Ann Bell, lawyer in Ghent": what somebody is may differ behind its first word.
        if let Some((name, job)) = said.split_once(", ") {
            seen.entry([",", first_word(job)].concat()).or_default().insert(name);
        }
    }
    let many = |names: &HashSet<&str>| names.len() >= 2 && names.len() * 5 >= choices.len();
    seen.into_iter().filter(|(tail, names)| !tail.is_empty() && many(names)).map(|(tail, _)| tail).collect()
}

/// `span` without the longest tail that is none of the name.
pub(super) fn without_tail(text: &str, span: Span, tails: &HashSet<String>) -> Span {
    let said = span.of(text);
    if let Some((name, _)) = said.split_once(", ").filter(|(_, job)| tails.contains([",", first_word(job)].concat().as_str())) {
        return Span::new(span.start, span.start + name.len());
    }
    let tail =
        said.match_indices([' ', '\u{a0}', '\t']).find(|(at, _)| said.get(*at..).is_some_and(|t| tails.contains(&cues::fold(t))));
    tail.map_or(span, |(at, _)| Span::new(span.start, span.start + said.get(..at).unwrap_or(said).trim_end().len()))
}

fn first_word(said: &str) -> &str {
    said.split(' ').next().unwrap_or(said)
}

/// Takes the names of those who are answered off those who answer: "ann_b Petra Holm", where Petra Holm wrote as well.
pub(in super::super) fn without_addressees(text: &str, drafts: &mut [Draft]) {
    let mut known: HashSet<&str> = HashSet::new();
    for draft in drafts {
        let Some(author) = draft.author else { continue };
        let said = author.of(text);
        let mut parts = said.match_indices(' ').filter_map(|(at, _)| Some((said.get(..at)?, said.get(at + 1..)?)));
        let name = parts.find(|(name, other)| known.contains(other) && name != other).map_or(said, |(name, _)| name);
        draft.author = Some(Span::new(author.start, author.start + name.len()));
        known.insert(name);
    }
}
