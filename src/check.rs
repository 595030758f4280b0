//! What is wrong with a repository, and where: for people and for CI.
//!
//! ```text
//! files ─walk─▶ bytes ─clean─▶ findings ─judge─▶ issues ─allow, baseline─▶ report
//!                  └─tokens─▶ contexts ───▲
//! ```
//! The findings are those of [`clean()`](crate::clean()): there is no second detector for what reads as something else. This
//! layer knows what the rules cannot: what is a comment, a string or a name in source code (`tokens`), which uses of a
//! character are typography, notation or talk about the character itself (`judge`), and what has a job in text but none in
//! code (`code`).

mod allow;
mod baseline;
mod code;
mod config;
mod directions;
mod entries;
mod erased;
mod fixes;
mod guesses;
mod hosts;
mod identifiers;
mod issue;
mod judge;
mod languages;
mod listed;
mod located;
mod places;
mod reasons;
mod report;
mod repository;
mod settings;
mod signs;
mod skeletons;
mod suppress;
mod tables;
mod terminals;
mod tokens;
mod typography;
mod uses;
mod walk;

pub use allow::{Allow, globs};
pub use baseline::Baseline;
pub use config::{CONFIG_SCHEMA, Config};
pub use fixes::{Applicability, Fixed, fix};
pub use identifiers::{Identifier, LOOKALIKE_NAMES};
pub use issue::{Character, Issue, Place, Severity};
pub use located::{Located, absolute};
pub use report::{Format, Report, Summary, statistics};
pub use repository::{Names, Twins, path_twins};
pub use settings::Settings;
pub use tokens::Context;
pub use walk::{Found, Walk, is_binary, is_minified, is_rubbish};

use std::collections::BTreeMap;

use languages::Language;
use tokens::Tokens;

use crate::decode::Decoded;
use crate::unicode::{self, Classes};

/// What was found in one text.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What is to be reported, by place.
    pub issues: Vec<Issue>,
    /// How many more there are that a comment in the text asks not to report.
    pub suppressed: usize,
    /// The names in code that are not ASCII, for [`Names`].
    pub names: Vec<Identifier>,
}

/// Whether there is nothing to report, as one look at the bytes can tell.
pub fn is_settled(bytes: &[u8], settings: &Settings) -> bool {
    !settings.reads_plain() && is_plain(bytes)
}

/// Whether a text has only printable ASCII, tabs and line ends: nothing that hides or fools.
fn is_plain(bytes: &[u8]) -> bool {
    const BLOCK: usize = 128;
    let is_odd = |&byte: &u8| byte >= 0x7F || byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    let mut has_return = false;
    // The inner loop has no way out, so that it becomes vector instructions.
    let is_plain = bytes.chunks(BLOCK).all(|block| {
        let is_either = |(odd, returns), byte| (odd | is_odd(byte), returns | (*byte == b'\r'));
        let (odd, returns) = block.iter().fold((false, false), is_either);
        has_return |= returns;
        !odd
    });
    is_plain && !(has_return && signs::has_lone_return(bytes))
}

/// Whether a character could be a reason to report something: not so quotes, dashes, arrows and other signs, unless in code.
fn is_odd(c: char, language: &Language) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}');
    }
    // Misread bytes show themselves by the letters among them.
    const SIGNS: Classes = Classes::SPACE.union(Classes::EMOJI).union(Classes::UNDECODED);
    let is_sign = SIGNS.contains(unicode::classes(c)) && !identifiers::is_numeral(c) && c != code::BRAILLE_BLANK;
    !is_sign || signs::is_suspect(c, language) || hosts::is_sign(c)
}

/// Checks one text. `path` is its name in reports, with `/` between its parts; it also says which language the text is in.
pub fn check(path: &str, decoded: &Decoded<'_>, settings: &Settings) -> Checked {
    let text = &*decoded.text;
    if is_settled(text.as_bytes(), settings) {
        return Checked::default();
    }
    let language = settings.language(path, text);
    let has_odd = || text.chars().any(|c| is_odd(c, language)) || language.returns && signs::has_lone_return(text.as_bytes());
    if !settings.reads_plain() && !has_odd() {
        return Checked::default();
    }
    let tokens = Tokens::new(text, language);
    let page = judge::Page { path, decoded, text, language, tokens: &tokens, settings, erasures: erased::Erasures::new(text) };
    let mut issues = judge::issues(&page);
    let names = if language.may_have_code() { identifiers::names(text, &tokens) } else { Vec::new() };
    issues.extend(code::issues(&page, &names, &issues));
    issues.extend(typography::issues(&page));
    issues.sort_by(|a, b| (a.span, a.rule).cmp(&(b.span, b.rule)));
    let mut names = identifiers::unreported(names, &issues);
    if language.has_code() && settings.compares_ascii() {
        names.extend(identifiers::ascii_names(text, &tokens));
    }
    tables::gather(&page, &mut issues);
    issues.retain(|issue| settings.wants(path, issue));
    let suppressed = suppress::apply(text, &tokens, &mut issues);
    issue::number(path, text, &mut issues);
    Checked { issues, suppressed, names }
}

/// Checks what programs read as text whatever its bytes are: what is UTF-8 in it, as far as that goes. A word beside bytes without a
/// meaning is no word.
pub fn check_damaged(path: &str, bytes: &[u8], settings: &Settings) -> Checked {
    let decoded = crate::decode::salvage_utf8(bytes);
    let mut checked = check(path, &decoded, settings);
    // In another encoding bytes are UTF-8 by chance, mostly in pairs.
    let is_lost = |c: char| c == '\u{FFFD}';
    let lost = decoded.text.matches(is_lost).count();
    let is_mostly_utf8 = decoded.text.chars().filter(|c| !c.is_ascii()).count() > 2 * lost;
    let is_told = |issue: &Issue| {
        let (before, after) = uses::neighbours(&decoded.text, issue.span);
        match issue.rule {
            // A program for a shell may have an archive behind it.
            "invisible" if issue.text == "\0" => false,
            "bidi" | "smuggled" | "invisible" | "deletions" => {
                is_mostly_utf8 || issue.characters.iter().all(|character| character.c.is_ascii() || character.c.len_utf8() > 2)
            }
            "lookalike" | LOOKALIKE_NAMES => {
                is_mostly_utf8 && !issue.text.contains(is_lost) && !before.is_some_and(is_lost) && !after.is_some_and(is_lost)
            }
            _ => false,
        }
    };
    checked.issues.retain(is_told);
    for issue in &mut checked.issues {
        // Nothing could be written back.
        issue.fix = None;
    }
    checked
}

/// Whether a program reads a file of this name, or with this first line.
pub fn is_run(path: &str, bytes: &[u8]) -> bool {
    const HEAD: usize = 256;
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    languages::of_file(path, &String::from_utf8_lossy(head)).is_run()
}

/// Checks a text that stands alone: what [`check`] finds, and names in it that look like one another.
pub fn check_alone(path: &str, decoded: &Decoded<'_>, settings: &Settings) -> Vec<Issue> {
    let checked = check(path, decoded, settings);
    let mut names = Names::default();
    names.add(path, &decoded.text, &checked.names);
    let words = names.twins().map(|twins| twins.find(decoded.text.as_bytes())).unwrap_or_default();
    let ascii: BTreeMap<String, String> = words.into_iter().map(|word| (word, path.to_owned())).collect();
    let twins = names.issues(&ascii).into_iter().filter(|issue| settings.wants(path, issue));
    checked.issues.into_iter().chain(twins).collect()
}

/// Checks the name of a file, which a reader may be fooled by, too.
pub fn check_path(path: &str, settings: &Settings) -> Vec<Issue> {
    // No control is at home in a name, not even a line end.
    if is_plain(path.as_bytes()) && !path.bytes().any(|byte| byte.is_ascii_control()) {
        return Vec::new();
    }
    named(path, path, Context::Path, settings)
}

/// Checks a commit message; `name` is what it is called in reports.
pub fn check_message(name: &str, message: &str, settings: &Settings) -> Vec<Issue> {
    named(name, message, Context::Message, settings)
}

fn named(path: &str, text: &str, context: Context, settings: &Settings) -> Vec<Issue> {
    if context != Context::Path && is_plain(text.as_bytes()) {
        return Vec::new();
    }
    let tokens = Tokens::whole(text, context);
    let decoded = Decoded::of_text(text);
    let page = judge::Page {
        path,
        decoded: &decoded,
        text,
        language: &languages::UNKNOWN,
        tokens: &tokens,
        settings,
        erasures: erased::Erasures::new(text),
    };
    let mut issues = judge::issues(&page);
    if context == Context::Path {
        let mut seen = Vec::new();
        signs::in_path(text, &mut seen);
        issues.extend(code::told(&page, seen, &issues));
        issues.sort_by_key(|issue| issue.span);
    }
    issues.retain(|issue| settings.wants(path, issue));
    issue::number(path, text, &mut issues);
    issues
}
