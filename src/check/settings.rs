//! What is asked of a check.

use globset::GlobMatcher;

use super::allow::{Allow, allowed};
use super::issue::{Issue, Severity};
use super::languages::{self, Language};
use super::located::Located;
use crate::rules::{Certainty, Group, RuleId, RuleSet};

/// What is asked of a check. [`Default`] is what the command does without options.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The rules that run; where nothing is selected, those of the group `restore` without `entities` and `ascii-lookalike`.
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
    /// Where the patterns of paths count from; from the current folder where it is not said.
    pub located: Option<Located>,
}

impl Settings {
    /// The language of a file.
    pub(super) fn language(&self, path: &str, text: &str) -> &'static Language {
        if self.languages.is_empty() {
            return languages::of_file(path, text);
        }
        let name = self.name(path);
        let told = self.languages.iter().find(|(pattern, _)| pattern.is_match(&name));
        told.map_or_else(|| languages::of_file(path, text), |(_, language)| language)
    }

    /// The rules that run. Look-alikes within ASCII are what code and data are full of, and references of HTML are how some
    /// languages are written: both only where they were selected.
    pub(super) fn rules(&self) -> RuleSet {
        let one = |id: &str| RuleSet::named(id).unwrap_or(RuleSet::NONE);
        let usual = || RuleSet::group(Group::Restore).without(one("entities")).without(one("ascii-lookalike"));
        self.select.unwrap_or_else(usual).without(self.ignore.unwrap_or(RuleSet::NONE))
    }

    /// Whether plain texts may have issues, too: where rules were selected that are about them.
    pub(super) const fn reads_plain(&self) -> bool {
        self.typography || self.select.is_some()
    }

    /// Whether names in code that look alike within ASCII are reported, too.
    pub(super) fn compares_ascii(&self) -> bool {
        RuleId::from_id("ascii-lookalike").is_some_and(|rule| self.rules().contains(rule))
    }

    fn name(&self, path: &str) -> String {
        self.located.as_ref().map_or_else(|| path.to_owned(), |located| located.name(path))
    }

    /// Whether an issue is to be reported.
    pub fn wants(&self, path: &str, issue: &Issue) -> bool {
        let told = issue.certainty <= self.level || issue.severity == Severity::Note && issue.certainty == Certainty::Certain;
        // The checks of this room bear the names of rules, or their own.
        let runs = RuleId::from_id(issue.rule).is_none_or(|rule| {
            self.select.is_none_or(|select| select.contains(rule)) && self.ignore.is_none_or(|ignore| !ignore.contains(rule))
        });
        told && runs && (self.allow.is_empty() || !allowed(&self.allow, &self.name(path), issue))
    }
}
