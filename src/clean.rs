//! Text in, clean text out, with everything that was seen on the way.

mod pieces;

use std::borrow::Cow;

pub use pieces::{AROUND, CleanPiece, PIECE, Piece, Pieces};

use crate::profile::{LineProfile, NEAR, Profile, Touched};
use crate::rules::{Certainty, Chosen, Evidence, Known, Line, RuleId, RuleSet, Sink};
use crate::text::{Span, Tracked};

/// How often the rules run over a text. A repair can be the evidence for another one, so they run until nothing changes;
/// texts settle in two rounds, and a text made to unsettle them must not run for ever.
const MAX_ROUNDS: usize = 8;

/// Which rules run, and how sure a finding must be for its repair to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Options {
    /// The rules that run. All of them by default.
    pub rules: RuleSet,
    /// The weakest certainty whose repairs are made. [`Certainty::Likely`] by default.
    pub level: Certainty,
}

/// Something that a rule saw.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// Where it stands in the input, in bytes.
    pub source: Span,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// What it rests on.
    pub evidence: Evidence,
    /// Whether its repair was made.
    pub applied: bool,
    /// How many edits its repair takes; 0 where there is none.
    pub(crate) edits: u32,
    /// See [`detail`](Self::detail). Hardly any finding has one, so it costs the others a pointer and no length.
    pub(crate) detail: Option<Box<Box<str>>>,
}

impl Finding {
    /// Whether the rule knows a repair.
    pub const fn has_fix(&self) -> bool {
        self.edits > 0
    }

    /// More to say than the evidence does, such as a decoded payload.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref().map(AsRef::as_ref)
    }
}

/// A cleaned text, which knows what was changed, why, and where.
#[derive(Clone, Debug)]
pub struct Cleaned<'t> {
    tracked: Tracked<'t>,
    findings: Vec<Finding>,
}

/// Cleans `text`. Borrows it when there is nothing to change. Takes several times its length in memory: [`Pieces`] does not.
pub fn clean<'t>(text: &'t str, options: &Options) -> Cleaned<'t> {
    clean_part(text, options, &mut Known::default(), true)
}

/// The text alone that [`clean`] makes of `text`, which takes less: what nobody will read about it is not written down.
pub fn clean_text<'t>(text: &'t str, options: &Options) -> Cow<'t, str> {
    clean_part(text, options, &mut Known::default(), false).into_text()
}

/// Cleans `text`, which may have been cut out of a larger one, and finds out how much of it is what it would be there.
/// Findings are kept where they `are_told`.
fn clean_part<'t>(text: &'t str, options: &Options, known: &mut Known, are_told: bool) -> Cleaned<'t> {
    let mut tracked = Tracked::new(text);
    let mut findings = Vec::new();
    let mut profile = Profile::new(text);
    for _ in 0..MAX_ROUNDS {
        // What is seen and left alone is said once, by the last round.
        findings.retain(|finding: &Finding| finding.applied);
        let mut changed = false;
        for id in RuleId::all().filter(|&id| options.rules.contains(id)) {
            if !profile.all().intersects(id.rule().watches()) {
                continue;
            }
            let sink = look(id, &mut profile, &tracked, known, (options.level, are_told));
            let Chosen { mut found, edits, is_by_letter } = sink.choose();
            if !found.is_empty() && tracked.is_changed() {
                for finding in &mut found {
                    finding.source = tracked.source_span(finding.source);
                }
            }
            if findings.is_empty() {
                findings = found;
            } else {
                findings.append(&mut found);
            }
            // A line that is lost may change, unseen; what leans on it is told by the next round.
            changed |= known.settle(&edits);
            if !edits.is_empty() {
                changed = true;
                let touched = Touched::by(&edits, tracked.text());
                if is_by_letter {
                    tracked.apply_by_letter(edits);
                } else {
                    tracked.apply(edits);
                }
                profile = profile.after(&touched, tracked.text());
            }
        }
        if !changed {
            break;
        }
    }
    // Sorting takes room for half of them, even where they are in order.
    let order = |finding: &Finding| (finding.source, finding.rule);
    if !findings.is_sorted_by_key(order) {
        findings.sort_by_key(order);
    }
    Cleaned { tracked, findings }
}

/// Shows a rule all lines that are hot for it.
fn look(id: RuleId, profile: &mut Profile, tracked: &Tracked<'_>, known: &Known, (level, are_told): (Certainty, bool)) -> Sink {
    let rule = id.rule();
    let watches = rule.watches();
    let mut sink = Sink::new(id, tracked.text().len(), level, are_told);
    let is_hot = |line: &LineProfile| line.classes.intersects(watches) && rule.is_hot(line.classes) && line.done & id.bit() == 0;
    for line in profile.lines().iter_mut().filter(|line| is_hot(line)) {
        let before = sink.seen();
        sink.at_line(line.span.start);
        rule.find(&Line::new(tracked, line.span, line.classes, known), &mut sink);
        // A rule that saw nothing would see nothing again, as long as what it looked at stays: the next round need not ask.
        let reach = known.take_reach();
        if sink.seen() == before && (reach == 0 || reach <= NEAR && known.is_whole()) {
            line.done |= id.bit();
            line.leaning |= if reach > 0 { id.bit() } else { 0 };
        }
    }
    sink
}

impl<'t> Cleaned<'t> {
    /// The clean text.
    pub fn text(&self) -> &str {
        self.tracked.text()
    }

    /// The clean text, borrowed from the input when nothing was changed.
    pub fn into_text(self) -> Cow<'t, str> {
        self.tracked.into_text()
    }

    /// The text with its map to the input.
    pub const fn tracked(&self) -> &Tracked<'t> {
        &self.tracked
    }

    /// Everything that was seen, by place in the input: repaired or not.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Where a finding stands in the clean text, in bytes.
    pub fn span_of(&self, finding: &Finding) -> Span {
        self.tracked.clean_span(finding.source)
    }

    /// Whether anything was changed.
    pub fn is_changed(&self) -> bool {
        self.tracked.is_changed()
    }

    /// Every changed region, in order.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        let mut asked = Asked::new(&self.findings);
        self.tracked.regions().iter().map(move |region| {
            let (rules, certainty) = RuleId::of(region.hands);
            Change {
                from: region.source.of(self.tracked.source()),
                to: region.clean.of(self.tracked.text()),
                source: region.source,
                span: region.clean,
                finding: rules.iter().find_map(|&rule| asked.by(rule, region.source)),
                rules,
                certainty,
            }
        })
    }
}

/// The applied findings of each rule, by place, to find the one that asked for a region. Regions come in order, and so do the
/// findings of one rule, so each list is walked once.
struct Asked<'a> {
    by_rule: Vec<std::iter::Peekable<std::vec::IntoIter<&'a Finding>>>,
}

impl<'a> Asked<'a> {
    fn new(findings: &'a [Finding]) -> Self {
        let of = |rule| findings.iter().filter(|finding| finding.applied && finding.rule == rule).collect::<Vec<_>>();
        Self { by_rule: RuleId::all().map(|rule| of(rule).into_iter().peekable()).collect() }
    }

    fn by(&mut self, rule: RuleId, region: Span) -> Option<&'a Finding> {
        let findings = self.by_rule.get_mut(rule.place())?;
        let over = |finding: &Finding| finding.source.start < region.end && region.start < finding.source.end;
        while findings.next_if(|finding| finding.source.end <= region.start).is_some() {}
        findings.peek().copied().filter(|finding| over(finding))
    }
}

/// One changed region, after everything.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// What stood in the input.
    pub from: &'a str,
    /// What stands in the clean text.
    pub to: &'a str,
    /// Where in the input, in bytes.
    pub source: Span,
    /// Where in the clean text, in bytes.
    pub span: Span,
    /// The rules that had a hand, in running order.
    pub rules: Vec<RuleId>,
    /// The weakest certainty among them.
    pub certainty: Certainty,
    /// The finding that asked for it (the first, where several did).
    pub finding: Option<&'a Finding>,
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// Lines of English, many of them spelled with twins, and what may stand beside them.
    fn text() -> impl Strategy<Value = String> {
        let words = "thе|he|ѕhе|hаrbоur|thе сору|оffiсе|Сlоsеd|“gоnе|ѕwimming”|сор|он|слово|ё|Zоё|naïvе|café|hе’s|7\u{A0}%|ɡood|βеta|bу\u{200B}е|cafÃ©\
            |Thе sorrow|.|\n|\n\n| \n|, |: |XІV|1О|l0ve|kΩ|日本|\u{202E}еnd\u{202C}|ѕсоре|реорle";
        let sign = prop_oneof![5 => Just(" "), 1 => select(vec!["", "\n", "-", "; ", "! "])];
        let words = vec((select(words.split('|').collect::<Vec<_>>()), sign), 1..60);
        words.prop_map(|words| words.into_iter().flat_map(|(word, sign)| [word, sign]).collect())
    }

    proptest! {
        /// Later rules look at what was changed, whether anybody is told of it or not.
        #[test]
        fn what_nobody_is_told_is_changed_in_the_same_places(text in text(), level in select(&Certainty::ALL)) {
            let options = Options { level, ..Options::default() };
            let part = |are_told| clean_part(&text, &options, &mut Known::default(), are_told).tracked;
            let (told, untold) = (part(true), part(false));
            prop_assert_eq!(told.text(), untold.text());
            prop_assert_eq!(told.regions(), untold.regions());
            prop_assert_eq!(untold.revert(), text);
        }
    }
}
