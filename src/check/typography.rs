//! Characters of good typography, for those who want their files without: no-break spaces, curly quotes, dashes.

use super::issue::{self, Issue, Severity};
use super::judge::{self, Page};
use super::places::Places;
use crate::rules::Certainty;
use crate::text::Span;
use crate::unicode::{self, Classes};

/// The check that reports them.
pub const TYPOGRAPHY: &str = "typography";

/// Every typographic character, where the settings ask for it. Its repair is never certain: most are right where they stand.
pub fn issues(page: &Page<'_>) -> Vec<Issue> {
    if !page.settings.typography {
        return Vec::new();
    }
    let mut places = Places::new(page.text);
    let found = page.text.char_indices().filter_map(|(at, c)| plain(c).map(|plain| (at, c, plain)));
    found
        .map(|(at, c, plain)| {
            let mut issue = issue::at(page, &mut places, Span::new(at, at + c.len_utf8()), |_, _| true);
            issue.rule = TYPOGRAPHY;
            issue.severity = Severity::Warning;
            issue.certainty = Certainty::Likely;
            issue.message = format!("{} is typography, which is not wanted here", judge::named(&issue));
            issue.evidence = "the settings ask for plain characters".to_owned();
            issue.fix = Some(plain.to_owned());
            issue
        })
        .collect()
}

fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' => "'",
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        '×' => "x",
        'µ' | 'μ' => "u",
        c if unicode::classes(c).intersects(Classes::SPACE) => " ",
        _ => return None,
    })
}
