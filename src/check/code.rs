//! What has a job in text and none in code: what no rule can know that does not know a comment from a name.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::entries;
use super::hosts;
use super::identifiers::{self, Identifier};
use super::issue::{self, Issue, Severity};
use super::judge::{self, Page};
use super::places::Places;
use super::reasons::{Reason, Says};
use super::signs;
use super::skeletons;
use super::terminals;
use super::tokens::{Context, Token};
use crate::escape;
use crate::rules::Certainty;
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// What is never seen, and has no place between names and signs. (A joiner may belong to a Persian name or to an emoji; the rules
/// know which.)
const UNSEEN: Classes = Classes::BIDI.union(Classes::BIDI_MARK).union(Classes::INVISIBLE);

/// What is wrong in code, besides what the rules have found already. Sorted; none overlaps one of `known`. Where there are only data,
/// as in a catalogue of translations, a string has no code beside it to reach into.
pub fn issues(page: &Page<'_>, names: &[Identifier], known: &[Issue]) -> Vec<Issue> {
    let language = page.language;
    let mut seen: Vec<Seen> = Vec::new();
    let has_returns = language.returns && signs::is_returned(page.text);
    let has_controls = has_returns || terminals::has_any(page.text);
    signs::indentation(page, &mut seen);
    terminals::concealed(page, &mut seen);
    terminals::zero(page, &mut seen);
    // Where there is no code, nobody need know what else there is.
    let tokens = (language.may_have_code() || has_controls && language.is_run()).then(|| page.tokens.iter());
    for token in tokens.into_iter().flatten().filter(|token| token.context.is_source()) {
        let text = token.span.of(page.text);
        if token.context == Context::Comment && has_controls {
            if has_returns {
                signs::returns(token, page.text, language, &mut seen);
            }
            terminals::hidden(token, page, &mut seen);
        }
        if text.is_ascii() {
            continue;
        }
        if !language.may_have_code() {
            continue;
        }
        if token.context == Context::Code {
            let from = seen.len();
            unseen(text, token.span.start, &mut seen);
            let is_entry = |found: &Seen| found.reason == Reason::Unseen && entries::is_alone(page, found.span, Context::Code);
            let tail: Vec<Seen> = seen.split_off(from);
            seen.extend(tail.into_iter().filter(|found| !is_entry(found)));
        } else {
            unclosed(token, page, &mut seen);
        }
        if token.context != Context::String {
            signs::odd(token, page.text, language, &mut seen);
        }
    }
    if !names.is_empty() {
        spoofed_names(page, names, page.tokens.iter(), &mut seen);
    }
    hosts::spoofed(page.text, &mut seen);
    told(page, seen, known)
}

/// What was seen, as issues: sorted, and none that overlaps one of `known` or another.
pub fn told(page: &Page<'_>, mut seen: Vec<Seen>, known: &[Issue]) -> Vec<Issue> {
    seen.sort_by_key(|seen| seen.span);
    let mut places = Places::new(page.text);
    let mut end = 0;
    let mut issues = Vec::new();
    for seen in seen {
        let after = known.partition_point(|issue| issue.span.end <= seen.span.start);
        let is_known = known.get(after).is_some_and(|issue| issue.span.start < seen.span.end);
        if !is_known && seen.span.start >= end {
            end = seen.span.end;
            issues.push(seen.issue(page, &mut places));
        }
    }
    issues
}

/// Something that was seen.
pub struct Seen {
    pub span: Span,
    pub reason: Reason,
    pub fix: Option<String>,
}

impl Seen {
    fn issue(self, page: &Page<'_>, places: &mut Places<'_>) -> Issue {
        let says = self.reason.says();
        let is_odd = |_: usize, c: char| match says {
            Says::Reads => !c.is_ascii(),
            Says::Of(_) if c.is_ascii() => c.is_ascii_control(),
            Says::Of(_) => escape::is_hazard(c) || unicode::classes(c).intersects(Classes::SPACE) || c == BRAILLE_BLANK,
        };
        let mut issue = issue::at(page, places, self.span, is_odd);
        issue.rule = self.reason.rule();
        issue.certainty = self.reason.certainty();
        issue.severity = if issue.certainty == Certainty::Certain { Severity::Error } else { Severity::Warning };
        self.reason.evidence().clone_into(&mut issue.evidence);
        let named = judge::named(&issue);
        issue.fix = self.fix.filter(|to| !judge::joins_mark(page, self.span, to));
        issue.message = match (says, &issue.fix) {
            (Says::Of(words), _) => format!("{named} {words}"),
            (Says::Reads, Some(fix)) => {
                format!("{} reads as {}: {named}", escape::quoted(&issue.text), escape::quoted(fix))
            }
            (Says::Reads, None) => format!("{} has {named}", escape::quoted(&issue.text)),
        };
        issue
    }
}

/// Invisible characters between names and signs. Beside a letter that is not ASCII the rules know better, for some languages hold
/// words for people outside of quotes; but a filler is a letter to a compiler, and text is never turned round there.
fn unseen(code: &str, mut start: usize, seen: &mut Vec<Seen>) {
    for line in code.split_inclusive('\n') {
        if !line.is_ascii() {
            unseen_in_line(line, start, seen);
        }
        start += line.len();
    }
}

fn unseen_in_line(line: &str, start: usize, seen: &mut Vec<Seen>) {
    let is_foreign = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && unicode::classes(c).intersects(Classes::LETTER));
    // A directional mark may stand behind a bracket that belongs to Hebrew words.
    let has_rtl = LazyCell::new(|| line.chars().map(unicode::script).any(identifiers::is_rtl));
    let mut before = None;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let classes = unicode::classes(c);
        let after = chars.peek().map(|&(_, c)| c);
        let is_bidi = classes.intersects(Classes::BIDI);
        let is_filler = entries::is_filler(c);
        let is_theirs = || is_foreign(before) || is_foreign(after) || classes.intersects(Classes::BIDI_MARK) && *has_rtl;
        if classes.intersects(UNSEEN) && (is_bidi || is_filler || !is_theirs()) {
            let reason = if is_bidi { Reason::Turned } else { Reason::Unseen };
            let span = Span::new(start + at, start + at + c.len_utf8());
            seen.push(Seen { span, reason, fix: Some(String::new()) });
        }
        let is_braille = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{2800}'..='\u{28FF}'));
        if c == BRAILLE_BLANK && !is_braille(before) && !is_braille(after) {
            let span = Span::new(start + at, start + at + c.len_utf8());
            // In a name, neither with a blank nor without one is it known to be the name that is meant.
            let is_in_name = |c: Option<char>| c.is_some_and(identifiers::is_in_name);
            let fix = (!(is_in_name(before) && is_in_name(after))).then(|| " ".to_owned());
            seen.push(Seen { span, reason: Reason::Braille, fix });
        }
        before = Some(c);
    }
}

/// It looks like a blank, and is a sign.
pub const BRAILLE_BLANK: char = '\u{2800}';

/// Directional controls that a comment or a string opens and does not close on its line, or that override: they reach into the
/// code beside it, as far as readers can see.
fn unclosed(token: Token, page: &Page<'_>, seen: &mut Vec<Seen>) {
    let text = page.text;
    let mut start = token.span.start;
    for line in token.span.of(text).split_inclusive('\n') {
        let is_control = |c: char| unicode::classes(c).intersects(Classes::BIDI);
        if let Some(first) = line.find(is_control)
            && let Some((last, c)) = line.char_indices().rev().find(|&(_, c)| is_control(c))
            && !is_balanced(line)
        {
            let span = Span::new(start + first, start + last + c.len_utf8());
            // What a string or a pattern is about is not to be taken out of it.
            let fix = (!entries::is_alone(page, span, token.context)).then(|| judge::without_controls(span.of(text)));
            seen.push(Seen { span, reason: Reason::Unclosed, fix });
        }
        start += line.len();
    }
}

/// Whether each embedding and isolate is closed, in order, and nothing overrides.
fn is_balanced(line: &str) -> bool {
    let mut open = Vec::new();
    for c in line.chars() {
        match c {
            '\u{202D}' | '\u{202E}' => return false,
            '\u{202A}' | '\u{202B}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if open.pop() != Some(c) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// How many different names of one letter prove that their script is meant.
const SEVERAL: usize = 4;

/// Names that are written in another script from end to end, or hold a letter that reads as a sign, in code whose names are
/// otherwise not of that script.
fn spoofed_names(page: &Page<'_>, names: &[Identifier], tokens: impl Iterator<Item = Token>, seen: &mut Vec<Seen>) {
    let (text, composes) = (page.text, page.language.folds_names());
    let parts: Vec<&str> = names.iter().flat_map(|name| identifiers::chunks(&name.name)).collect();
    let mut proven: Vec<Script> = Vec::new();
    for part in parts.iter().filter(|part| identifiers::proves(part)) {
        proven.extend(identifiers::script_of(part).filter(|script| *script != Script::Latin));
    }
    // So do several names of one letter each, as of vowels.
    let single: HashSet<&str> = parts.iter().copied().filter(|part| part.chars().nth(1).is_none()).collect();
    for script in [Script::Greek, Script::Cyrillic] {
        if single.iter().filter(|part| identifiers::script_of(part) == Some(script)).count() >= SEVERAL {
            proven.push(script);
        }
    }
    let mut spoofs: HashMap<&str, (String, Reason)> = HashMap::new();
    for name in names.iter().map(|name| &*name.name) {
        if let Some(read) = read_signs(name) {
            spoofs.insert(name, (read, Reason::LetterAsSign));
        } else if let Some(read) = read_numerals(name) {
            spoofs.insert(name, (read, Reason::Numeral));
        } else if let Some(read) = skeletons::composed(name).filter(|_| composes && skeletons::is_decorated(name)) {
            spoofs.insert(name, (read, Reason::Composed));
        } else if let Some(read) = read_name(name, &proven) {
            let is_word = name.chars().nth(1).is_some();
            spoofs.insert(name, (read, if is_word { Reason::Twins } else { Reason::Twin }));
        }
    }
    if spoofs.is_empty() {
        return;
    }
    for token in tokens.filter(|token| token.context == Context::Code) {
        let code = token.span.of(text);
        for span in identifiers::words(code) {
            if let Some((read, reason)) = spoofs.get(span.of(code)) {
                let span = span.shifted(token.span.start);
                seen.push(Seen { span, reason: *reason, fix: Some(read.clone()) });
            }
        }
    }
}

/// The ASCII name that this one reads as, if it has a chunk of twins in a script that no other name proves.
fn read_name(name: &str, proven: &[Script]) -> Option<String> {
    let is_suspect = |chunk: &&str| {
        let script = identifiers::script_of(chunk);
        script.is_some_and(|script| script != Script::Latin && !proven.contains(&script))
            && identifiers::read_as_ascii(chunk).is_some()
    };
    identifiers::chunks(name).iter().find(|chunk| is_suspect(chunk))?;
    identifiers::read_as_ascii(name)
}

/// The name with signs for letters that read as such: `environmentǃ`. Beside letters of East Asia such strokes are letters, and so is an
/// apostrophe between two letters (Breton `cʼhwevrer`) or behind them, where no sign could stand: but where it begins a name, a
/// string seems to begin.
fn read_signs(name: &str) -> Option<String> {
    let is_latin = name.chars().all(|c| matches!(unicode::script(c), Script::Latin | Script::Common | Script::Inherited));
    let sign = |c: char| match c {
        'ǃ' => Some('!'),
        'ǀ' => Some('|'),
        'ʼ' | 'ˈ' | 'ʹ' => Some('\''),
        'ˆ' => Some('^'),
        '꞉' | 'ː' => Some(':'),
        _ => None,
    };
    let inner = name.trim_matches('ʼ');
    let has_sign = || name.starts_with('ʼ') || inner.chars().any(|c| c != 'ʼ' && sign(c).is_some());
    let rest_is_ascii = || name.chars().all(|c| c.is_ascii() || sign(c).is_some());
    let has_letter = || name.chars().any(|c| c.is_ascii_alphabetic());
    (is_latin && has_sign() && rest_is_ascii() && has_letter()).then(|| name.chars().map(|c| sign(c).unwrap_or(c)).collect())
}

/// The name with letters for small Roman numerals that nobody counts with there: `ⅼist`.
fn read_numerals(name: &str) -> Option<String> {
    let letter = |c: char| match c {
        'ⅼ' => 'l',
        'ⅽ' => 'c',
        'ⅾ' => 'd',
        'ⅿ' => 'm',
        c => c,
    };
    let read: String = name.chars().map(letter).collect();
    (read != name && read.is_ascii() && name.chars().any(|c| c.is_ascii_alphabetic())).then_some(read)
}
