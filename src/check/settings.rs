//! What is asked of a check.

use globset::GlobMatcher;

use super::allow::{Allow, allowed};
use super::issue::{Issue, Severity};
use super::languages::{self, Body, Language};
use crate::rules::{Certainty, Group, RuleId, RuleSet};

/// What is asked of a check. [`Default`] is what the command does without options.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The rules that run; where nothing is selected, those of the group `restore` that fit the language.
    pub select: Option<RuleSet>,
    /// Rules that do not run.
    pub ignore: Option<RuleSet>,
    /// The weakest certainty that is reported.
    pub level: Certainty,
    /// Whether no-break spaces, curly quotes, dashes and the like are reported, too.
    pub typography: bool,
    /// What is not reported.
    pub allow: Vec<Allow>,
    /// Names of files, and the language they are in.
    pub languages: Vec<(GlobMatcher, &'static Language)>,
}

impl Settings {
    /// The language of a file.
    pub(super) fn language(&self, path: &str, text: &str) -> &'static Language {
        let told = self.languages.iter().find(|(pattern, _)| pattern.is_match(path));
        told.map_or_else(|| languages::of_file(path, text), |(_, language)| language)
    }

    /// The rules for a text in this language. Look-alikes within ASCII are what code is full of, and references of HTML are
    /// how some languages are written.
    pub(super) fn rules_for(&self, language: &Language) -> RuleSet {
        let one = |id: &str| RuleSet::named(id).unwrap_or(RuleSet::NONE);
        let selected = self.select.unwrap_or_else(|| {
            let rules = RuleSet::group(Group::Restore).without(one("entities"));
            let is_text = matches!(language.body, Body::Message) || language.id == "text";
            if is_text { rules } else { rules.without(one("ascii-lookalike")) }
        });
        selected.without(self.ignore.unwrap_or(RuleSet::NONE))
    }

    /// Whether an issue is to be reported.
    pub fn wants(&self, path: &str, issue: &Issue) -> bool {
        let told = issue.certainty <= self.level || issue.severity == Severity::Note && issue.certainty == Certainty::Certain;
        // The checks of this room bear the names of rules, or their own.
        let runs = RuleId::from_id(issue.rule).is_none_or(|rule| {
            self.select.is_none_or(|select| select.contains(rule)) && self.ignore.is_none_or(|ignore| !ignore.contains(rule))
        });
        told && runs && !allowed(&self.allow, path, issue)
    }
}
