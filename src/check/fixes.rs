//! Repairs: what was reported, and nothing else.

use super::issue::Issue;
use super::settings::Settings;
use super::{Checked, check};
use crate::decode::Decoded;
use crate::rules::Certainty;
use crate::text::{Edit, Hands, Replacement, Tracked};

/// Which repairs are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Those that are certain.
    Safe,
    /// Those that are likely, too.
    Unsafe,
}

/// A text after repair.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many repairs were made.
    pub count: usize,
    /// What is left to report.
    pub left: Checked,
}

/// Each repair may show another one, as a word becomes evidence for its neighbours. A text made to go on for ever must not.
const MAX_ROUNDS: usize = 8;

/// Repairs `decoded` where `is_wanted`, which is asked about each issue, and says what is left.
pub fn fix(
    path: &str,
    decoded: &Decoded<'_>,
    settings: &Settings,
    how: Applicability,
    is_wanted: impl Fn(&Issue) -> bool,
) -> Fixed {
    let level = match how {
        Applicability::Safe => Certainty::Certain,
        Applicability::Unsafe => Certainty::Likely,
    };
    let mut text = decoded.text.to_string();
    let mut count = 0;
    let mut left = check(path, decoded, settings);
    for _ in 0..MAX_ROUNDS {
        let fits = |issue: &&Issue| issue.certainty <= level && issue.fix.is_some() && is_wanted(issue);
        let mut edits: Vec<Edit> = Vec::new();
        for issue in left.issues.iter().filter(fits) {
            // Two checks may have the same place in mind: the first repairs it, and the next round looks again.
            if edits.last().is_none_or(|last| last.span.end <= issue.span.start) {
                let to = Replacement::from(issue.fix.as_deref().unwrap_or_default());
                edits.push(Edit { span: issue.span, to, hands: Hands::default() });
            }
        }
        if edits.is_empty() {
            break;
        }
        count += edits.len();
        let mut tracked = Tracked::new(&text);
        tracked.apply(edits);
        text = tracked.into_parts().0.into_owned();
        left = check(path, &Decoded::of_text(&text), settings);
    }
    Fixed { text, count, left }
}
