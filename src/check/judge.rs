//! From what the rules found to what is worth telling: by what a character is used for.
//!
//! The rules are asked once about the whole text. What they found is joined where it overlaps, so that no two repairs ever
//! do; then each group is judged by where it stands.

use std::fmt::Write as _;

use super::directions;
use super::entries;
use super::erased;
use super::guesses;
use super::identifiers;
use super::issue::{self, Issue, Severity};
use super::languages::Language;
use super::listed;
use super::places::Places;
use super::settings::Settings;
use super::skeletons;
use super::tokens::{Context, Tokens};
use super::uses;
use crate::clean::Finding;
use crate::decode::Decoded;
use crate::escape;
use crate::rules::Certainty;
use crate::text::{Region, Span};
use crate::unicode::{self, Classes};
use crate::{Cleaned, Options};

/// A text with all that is known about it.
pub struct Page<'a> {
    pub path: &'a str,
    pub decoded: &'a Decoded<'a>,
    pub text: &'a str,
    pub language: &'static Language,
    pub tokens: &'a Tokens<'a>,
    pub settings: &'a Settings,
    pub erasures: erased::Erasures<'a>,
}

/// What the rules found, judged. Sorted; no two overlap.
pub fn issues(page: &Page<'_>) -> Vec<Issue> {
    let options = Options { rules: page.settings.rules(), level: Certainty::Likely };
    let cleaned = crate::clean(page.text, &options);
    let mut places = Places::new(page.text);
    groups(&cleaned, page.settings.level).into_iter().filter_map(|group| issue(page, &cleaned, &group, &mut places)).collect()
}

/// Findings that overlap, as one.
struct Group<'a> {
    span: Span,
    /// The one that matters most.
    lead: &'a Finding,
    /// The weakest among them.
    certainty: Certainty,
    detail: Option<&'a str>,
}

fn groups<'a>(cleaned: &'a Cleaned<'_>, level: Certainty) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let told = |finding: &&Finding| finding.applied || level == Certainty::Doubtful;
    for finding in cleaned.findings().iter().filter(told) {
        let detail = finding.detail.as_deref().map(AsRef::as_ref);
        // A run of invisible characters is one thing.
        let joins = |last: &Group<'_>| {
            let hidden = |finding: &Finding| matches!(finding.rule.rule().id(), "invisible" | "smuggled");
            let touches = hidden(finding) && finding.rule == last.lead.rule && finding.source.start == last.span.end;
            finding.source.start < last.span.end || touches
        };
        match groups.last_mut().filter(|last| joins(last)) {
            Some(last) => {
                last.span.end = last.span.end.max(finding.source.end);
                last.certainty = last.certainty.max(finding.certainty);
                last.detail = last.detail.or(detail);
                if rank(finding) < rank(last.lead) {
                    last.lead = finding;
                }
            }
            None => groups.push(Group { span: finding.source, lead: finding, certainty: finding.certainty, detail }),
        }
    }
    groups
}

/// Which of several findings in one place gives its name to the issue: what hides most, then what says most.
fn rank(finding: &Finding) -> usize {
    const ORDER: [&str; 6] = ["bidi", "smuggled", "deletions", "lookalike", "styled", "invisible"];
    let id = finding.rule.rule().id();
    ORDER.iter().position(|rule| *rule == id).unwrap_or(ORDER.len())
}

/// Whether a repair would make a mark that opens or closes a comment or a string of what stands on both sides: `*\u{200B}/`.
pub fn joins_mark(page: &Page<'_>, span: Span, to: &str) -> bool {
    const MARKS: [&str; 8] = ["*/", "/*", "//", "-->", "<!--", "\"\"\"", "'''", "*)"];
    let (head, tail) = (page.text.get(..span.start).unwrap_or(""), page.text.get(span.end..).unwrap_or(""));
    let before = head.char_indices().rev().nth(2).map_or(head, |(at, _)| head.get(at..).unwrap_or(""));
    let after = tail.char_indices().nth(3).map_or(tail, |(at, _)| tail.get(..at).unwrap_or(""));
    let joined = [before, to, after].concat();
    let is_new = |mark: &str| joined.contains(mark) && ![before, to, after].iter().any(|part| part.contains(mark));
    !page.language.is_words() && MARKS.into_iter().any(is_new)
}

fn issue(page: &Page<'_>, cleaned: &Cleaned<'_>, group: &Group<'_>, places: &mut Places<'_>) -> Option<Issue> {
    let text = page.text;
    let context = page.tokens.at(group.span.start)?.context;
    let rule = group.lead.rule.rule().id();
    let mut span = group.span;
    let mut replacement = None;
    if group.lead.applied {
        let clean = cleaned.tracked().clean_span(span).of(cleaned.text());
        if clean == span.of(text) {
            return None; // a later rule has put it back
        }
        replacement = Some(clean.to_owned());
    }
    if rule == "bidi" && (context.is_source() || !page.language.is_words()) {
        // A program reads what is stored; to turn it round, with the brackets in it, would be to rewrite it.
        span = controls(span, text)?;
        replacement = (!entries::is_alone(page, span, context)).then(|| without_controls(span.of(text)));
    }
    if entries::is_whole_regex(page, span) || replacement.as_deref().is_some_and(|to| joins_mark(page, span, to)) {
        replacement = None;
    }
    if rule == "lookalike" {
        // The letter of an escape is no part of the word behind it, and its repair must not touch it.
        let length = uses::escape_length(text, span);
        let rest = Span::new(span.start + length, span.end);
        if length > 0 && !rest.is_empty() {
            if identifiers::script_of(rest.of(text)).is_some() && !rest.of(text).is_ascii() {
                return None;
            }
            let reading = replacement.take().unwrap_or_default();
            let skipped = reading.char_indices().nth(length).map(|(at, _)| at);
            let reading = skipped.and_then(|at| reading.get(at..)).unwrap_or_default();
            if reading == rest.of(text) {
                return None;
            }
            span = rest;
            replacement = Some(reading.to_owned());
        }
    }
    let regions = regions(cleaned, span);
    let verdict = judge(page, group, context, regions, replacement.as_deref().unwrap_or_default())?;
    let hides = matches!(rule, "bidi" | "smuggled" | "invisible" | "deletions");
    let is_odd = |at: usize, c: char| {
        if hides && c.is_ascii() {
            return c.is_ascii_control();
        }
        if hides || regions.is_empty() {
            return !c.is_ascii() && (!hides || escape::is_hazard(c));
        }
        let after = regions.partition_point(|region| region.source.start <= at);
        let region = after.checked_sub(1).and_then(|at| regions.get(at));
        region.is_some_and(|region| at < region.source.end) && !c.is_ascii_whitespace()
    };
    let mut issue = issue::at(page, places, span, is_odd);
    issue.rule = rule;
    issue.severity = verdict.severity;
    issue.certainty = verdict.certainty;
    issue.evidence = group.lead.evidence.to_string();
    if let Some(detail) = group.detail {
        let _ = write!(issue.evidence, "; {detail}");
    }
    issue.message = message(&issue, replacement.as_deref(), group.detail);
    issue.fix = replacement;
    Some(issue)
}

/// From the first to the last directional control in a span.
fn controls(span: Span, text: &str) -> Option<Span> {
    let inner = span.of(text);
    let first = inner.find(is_control)?;
    let (last, c) = inner.char_indices().rev().find(|&(_, c)| is_control(c))?;
    Some(Span::new(span.start + first, span.start + last + c.len_utf8()))
}

/// A text without its directional controls.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|&c| !is_control(c)).collect()
}

fn is_control(c: char) -> bool {
    unicode::classes(c).intersects(Classes::BIDI)
}

fn regions<'a>(cleaned: &'a Cleaned<'_>, span: Span) -> &'a [Region] {
    let regions = cleaned.tracked().regions();
    let first = regions.partition_point(|region| region.source.end <= span.start);
    let end = regions.partition_point(|region| region.source.start < span.end);
    regions.get(first..end).unwrap_or_default()
}

struct Verdict {
    severity: Severity,
    certainty: Certainty,
}

/// How bad it is; nothing where the use is legal. `reading` is what it reads as.
fn judge(page: &Page<'_>, group: &Group<'_>, context: Context, regions: &[Region], reading: &str) -> Option<Verdict> {
    use Certainty::{Certain, Doubtful, Likely};
    use Severity::{Error, Note, Warning};

    let (text, span) = (page.text, group.span);
    let certainty = group.certainty;
    let say = |severity, certainty| Some(Verdict { severity, certainty });
    if certainty == Doubtful || !group.lead.applied {
        return say(Note, Doubtful);
    }
    let is_mention = group.detail.is_none() && uses::is_mention(page, span, context);
    let is_alone = || group.detail.is_none() && entries::is_alone(page, span, context);
    let is_symbol = context == Context::Code && page.language.is_symbolic;
    let is_ranged = || context.is_source() && uses::is_in_class(text, span);
    let rule = group.lead.rule.rule().id();
    if matches!(rule, "lookalike" | "mojibake" | "styled")
        && matches!(context, Context::String | Context::Comment)
        && uses::is_generated(text)
    {
        return say(Note, Doubtful);
    }
    match rule {
        "bidi" if directions::is_of_translation(page, span, context) => None,
        "bidi" => say(Error, certainty),
        "deletions" => {
            // Mappings of Vim hold keys as they are typed.
            let severity = if page.language.id == "vim" { Note } else { erased::severity(&page.erasures, span, context)? };
            say(severity, if severity == Note { Doubtful } else { certainty })
        }
        "smuggled" => {
            if uses::is_style_of_emoji(text, span) {
                return None;
            }
            let is_entry = || listed::is_numbered_entry(text, span);
            if is_mention || uses::is_sign_of_script(text, span) || is_ranged() || is_entry() || is_alone() {
                return say(Note, Doubtful);
            }
            // A style that was meant for an emoji and lost it; it carries nothing.
            let is_in_name = context == Context::Code && uses::is_between_letters(text, span);
            let stray = matches!(span.of(text), "\u{FE0E}" | "\u{FE0F}") && !is_in_name;
            say(if stray { Warning } else { Error }, certainty)
        }
        "invisible" => {
            if directions::is_directional_mark(text, span) {
                return None;
            }
            let is_entry = || context != Context::Code && listed::is_numbered_entry(text, span);
            if is_mention
                || uses::is_joiner_of_others(text, span)
                || uses::is_sign_of_script(text, span)
                || is_ranged()
                || is_entry()
                || is_alone()
                || context != Context::Code && uses::is_hyphen_of_word(text, span, certainty == Certain)
            {
                return say(Note, Doubtful);
            }
            let hides = context == Context::Code
                || uses::is_between_letters(text, span)
                || group.detail.is_some()
                || entries::is_whole_regex(page, span)
                || uses::is_row_of_bits(span.of(text));
            say(if hides { Error } else { Warning }, certainty)
        }
        "lookalike" | "ascii-lookalike" => {
            let is_pattern = || uses::is_in_class(text, span) || listed::is_bracketed(text, span);
            if context.is_source() && (is_mention || is_pattern()) || listed::is_list(text, span, reading) {
                return None;
            }
            let is_lawful = if context == Context::Code { identifiers::is_lawful } else { identifiers::is_lawful_mix };
            if uses::is_escape(text, span) || is_wide(page, span, context) || is_lawful(text, span) {
                return None;
            }
            let (evidence, word) = (group.lead.evidence, span.of(text));
            if listed::is_times(word)
                || guesses::is_other_spelling(evidence, word)
                || guesses::is_guess(evidence, text, span, context)
                || guesses::is_foreign_reading(word, reading)
                || guesses::is_no_word(text, span, reading)
                || guesses::is_typed_so(word)
                || guesses::is_example(word, context)
                || guesses::is_declined(text, span, reading)
                || reading.chars().all(identifiers::is_spelt) && identifiers::ends_in_symbol(word)
                || guesses::is_transcribed(word)
                || context.is_source() && uses::is_of_sets(word)
            {
                return say(Note, Doubtful);
            }
            let certain = certainty == Certain && rule == "lookalike";
            say(if certain { Error } else { Warning }, certainty)
        }
        "styled" => {
            // To a compiler that composes names it is another name, which a search does not find.
            let name = identifiers::around(text, span);
            let is_other = || skeletons::composed(name.of(text)).is_some() && skeletons::is_decorated(name.of(text));
            if context == Context::Code && page.language.folds_names() && is_other() {
                return say(Error, certainty);
            }
            let is_notation = is_symbol || regions.iter().all(|region| uses::is_notation(region.source.of(text)));
            if is_notation || uses::is_numbered(text, span) || uses::is_in_class(text, span) {
                return None;
            }
            if is_wide(page, span, context) || listed::is_list(text, span, reading) {
                return None;
            }
            if context != Context::Code && (listed::is_alphabet(reading) || listed::is_alphabet(span.of(text))) {
                return None;
            }
            // One letter of mathematics in code, or talk about such letters.
            let few = span.of(text).chars().count() < uses::WORD;
            if context.is_source() && uses::is_of_sets(span.of(text)) || guesses::is_transcribed(span.of(text)) {
                return say(Note, Doubtful);
            }
            if context.is_source() && (is_mention || few && certainty != Certain) {
                return say(Note, Doubtful);
            }
            say(if context == Context::Code { Error } else { Warning }, certainty)
        }
        "stacked-marks"
            if is_mention || uses::is_titlo(span.of(text)) || context.is_source() && uses::is_mark_in_pattern(text, span) =>
        {
            say(Note, Doubtful)
        }
        "mojibake" if is_symbol => None,
        "mojibake" if context.is_source() && (uses::is_entry_of_signs(page, span) || listed::is_numbered_entry(text, span)) => {
            say(Note, Doubtful)
        }
        _ => say(Warning, if certainty == Certain { Certain } else { Likely }),
    }
}

/// Whether it is a word of fullwidth letters in a text of East Asia; in names, beside letters of these.
fn is_wide(page: &Page<'_>, span: Span, context: Context) -> bool {
    if context == Context::Code && uses::is_wide_in_plain_name(page.text, span) {
        return false;
    }
    let is_among = || context != Context::Code && uses::is_wide_among_ideographs(page.text, span);
    uses::is_wide_beside_ideographs(page.text, span) || is_among()
}

/// One sentence: what stands there, and what is wrong with it. Nothing in it is a raw hazard.
fn message(issue: &Issue, replacement: Option<&str>, detail: Option<&str>) -> String {
    let named = named(issue);
    let hidden = detail.map(|detail| format!("; {}", escape::line(detail))).unwrap_or_default();
    match issue.rule {
        "bidi" => format!("{named} shows text in another order than it is stored in"),
        "invisible" => format!("{named} is invisible and has no job here{hidden}"),
        "smuggled" => format!("{named}: invisible characters that can carry hidden text{hidden}"),
        "deletions" => format!("{named} hides what was typed before it"),
        _ => {
            let text = escape::quoted(&cut(&issue.text));
            match replacement {
                Some(to) => format!("{text} reads as {}: {named}", escape::quoted(&cut(to))),
                None => format!("{text} has {named}"),
            }
        }
    }
}

/// The distinct characters of an issue by their names, the first few of them.
pub fn named(issue: &Issue) -> String {
    const NAMED: usize = 3;
    let mut chars: Vec<char> = Vec::new();
    for character in &issue.characters {
        if !chars.contains(&character.c) {
            chars.push(character.c);
        }
    }
    let mut text = chars.iter().take(NAMED).map(|&c| escape::spelled(c)).collect::<Vec<_>>().join(", ");
    if chars.len() > NAMED {
        let _ = write!(text, " and {} more", chars.len() - NAMED);
    }
    text
}

/// As much of a text as a sentence has room for.
fn cut(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
