//! Lines that tell when something was said in words that nobody knows: "PostPostano: DATE", "NAME added a comment - DATE". What comes
//! back beside the date, with other dates and words between, tells them, in any language.
use super::{
    super::{
        cues::{self, Cue},
        dates, shapes,
    },
    View,
};
use crate::text::Span;
use std::collections::HashMap;

/// Widest line that is looked at.
const WIDEST: usize = 110;
/// How often such a line must come back.
const LEAST: usize = 3;

impl View<'_> {
    /// Lines with a date beside one and the same word, most of them with prose between.
    pub(super) fn alike(&self) -> Option<Vec<usize>> {
        let mut forms: HashMap<String, Vec<usize>> = HashMap::new();
        for i in 0..self.lines.len() {
            if let Some(form) = self.beside_date(i) {
                forms.entry(form).or_default().push(i);
            }
        }
        // What is said stands straight below them, or straight above; below "Joined: DATE" stand other facts.
        let beside = |at: &[usize]| {
            let said = |i: Option<usize>| i.is_some_and(|i| self.cue(i) == Cue::Words && !self.fact(i));
            let below = at.iter().filter(|i| said(Some(*i + 1))).count();
            let above = at.iter().filter(|i| said(i.checked_sub(1)) && self.prose(*i - 1)).count();
            below.max(above) * 10 >= at.len() * 7
        };
        let between = |at: &[usize]| at.windows(2).filter(|w| matches!(w, [a, b] if (a + 1..*b).any(|i| self.prose(i)))).count();
        let many = forms.into_values().filter(|at| at.len() >= LEAST && beside(at));
        let (said, _, at) = many
            .map(|at| (between(&at), at.first().copied(), at))
            .max_by_key(|(said, first, _)| (*said, std::cmp::Reverse(*first)))?;
        (said >= 2 && said * 10 >= (at.len() - 1) * 6).then_some(at)
    }

    /// The word straight before the date of a line that is no sentence.
    fn beside_date(&self, i: usize) -> Option<String> {
        let line = self.lines.get(i).filter(|line| line.width <= WIDEST)?;
        let said = line.of(self.text);
        if shapes::ends_sentence(said) && !said.ends_with(':') || matches!(self.cue(i), Cue::Fact | Cue::Profile) {
            return None;
        }
        // "Build your boat today".
        let date = dates::find(said).filter(|date| date.of(said).contains(|c: char| c.is_ascii_digit()))?;
        let before = cues::fold(said.get(..date.start)?);
        let word = before.rsplit(' ').find(|word| word.chars().any(char::is_alphabetic))?;
        // In "3 May to 5 May" and "by May 5" it may be anything.
        (word.chars().count() > 3).then(|| word.to_owned())
    }

    /// The date of a line whose words are unknown, for an anchor that has none.
    pub(super) fn date_in(&self, i: usize) -> Option<Span> {
        let line = self.lines.get(i)?;
        Some(dates::find(line.of(self.text))?.shifted(line.span.start))
    }
}
