//! Names in source code: where they stand, what parts they have, which of them look alike.

use super::guesses;
use super::issue::{Issue, Severity};
use super::tokens::{Context, Tokens};
use crate::text::Span;
use crate::unicode::{self, Classes, Grade, Script, Style};

/// The check that reports names which look alike.
pub const LOOKALIKE_NAMES: &str = "lookalike-names";

/// A name that may look like another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The name.
    pub name: String,
    /// Where it stands first, in bytes of the text.
    pub span: Span,
}

/// The names in code that are not ASCII, each once, in order.
pub fn names(text: &str, tokens: &Tokens<'_>) -> Vec<Identifier> {
    collect(text, tokens, |code| !code.is_ascii(), |name| !name.is_ascii())
}

/// The names in code that another one within ASCII may look like, each once, in order: `user1` and `userl`, `modern` and `modem`.
pub fn ascii_names(text: &str, tokens: &Tokens<'_>) -> Vec<Identifier> {
    // Shorter ones are the variables of formulas: `x1` beside `xl`.
    const SHORTEST: usize = 4;
    let is_name = |name: &str| name.len() >= SHORTEST && name.is_ascii() && !name.starts_with(|c: char| c.is_ascii_digit());
    collect(text, tokens, |_| true, |name| is_name(name) && name.contains(['0', '1', 'I', 'O', 'l', 'm', 'n']))
}

/// The names that are `wanted`, in code that may have them.
fn collect(text: &str, tokens: &Tokens<'_>, may_have: impl Fn(&str) -> bool, wanted: impl Fn(&str) -> bool) -> Vec<Identifier> {
    let mut names = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for token in tokens.iter().filter(|token| token.context == Context::Code) {
        let code = token.span.of(text);
        if !may_have(code) {
            continue;
        }
        for span in words(code) {
            let name = span.of(code);
            if wanted(name) && seen.insert(name) {
                names.push(Identifier { name: name.to_owned(), span: span.shifted(token.span.start) });
            }
        }
    }
    names
}

/// The names without those that an issue reads as another one: of these, no more need be said.
pub fn unreported(names: Vec<Identifier>, issues: &[Issue]) -> Vec<Identifier> {
    let issues: Vec<&Issue> =
        issues.iter().filter(|issue| issue.rule == "lookalike" && issue.severity != Severity::Note).collect();
    let is_reported = |name: &Identifier| {
        let from = issues.partition_point(|issue| issue.span.start < name.span.start);
        issues.get(from).is_some_and(|issue| issue.span.end <= name.span.end)
    };
    names.into_iter().filter(|name| !is_reported(name)).collect()
}

/// What may stand in a name: letters, digits, marks, low lines, and what is invisible between them.
pub fn is_in_name(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    let inside = Classes::LETTER
        .union(Classes::MARK)
        .union(Classes::DIGIT)
        .union(Classes::JOINER)
        .union(Classes::INVISIBLE)
        .union(Classes::VARIATION)
        .union(Classes::TAG);
    unicode::classes(c).intersects(inside) || is_numeral(c)
}

/// Whether it is a Roman numeral of one character, which is a letter to compilers.
pub const fn is_numeral(c: char) -> bool {
    matches!(c, '\u{2160}'..='\u{217F}')
}

/// The words of code that could be names.
pub fn words(code: &str) -> impl Iterator<Item = Span> {
    let mut chars = code.char_indices().peekable();
    std::iter::from_fn(move || {
        while chars.next_if(|&(_, c)| !is_in_name(c)).is_some() {}
        let (start, c) = chars.next()?;
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|&(_, c)| is_in_name(c)) {
            end = at + c.len_utf8();
        }
        Some(Span::new(start, end))
    })
}

/// The name around a span, as far as names go.
pub fn around(text: &str, span: Span) -> Span {
    const LONGEST: usize = 200; // characters on each side
    let before = text.get(..span.start).unwrap_or_default();
    let start =
        before.char_indices().rev().take(LONGEST).take_while(|&(_, c)| is_in_name(c)).last().map_or(span.start, |(at, _)| at);
    let after = text.get(span.end..).unwrap_or_default();
    let length = after.chars().take(LONGEST).take_while(|&c| is_in_name(c)).map(char::len_utf8).sum::<usize>();
    Span::new(start, span.end + length)
}

/// The parts of a name: between low lines and digits, and where small letters meet capitals, or a row of capitals a capitalised
/// word (UTS #55, section 4.1).
pub fn chunks(name: &str) -> Vec<&str> {
    let mut chunks = Vec::new();
    let chars: Vec<(usize, char)> = name.char_indices().collect();
    let is_upper = |c: char| unicode::classes(c).intersects(Classes::UPPER);
    let is_lower = |c: char| unicode::classes(c).intersects(Classes::LOWER);
    let is_letter = |c: char| unicode::classes(c).intersects(Classes::LETTER | Classes::MARK);
    let mut start = 0;
    let mut cut = |from: usize, to: usize| {
        let chunk = name.get(from..to).unwrap_or_default();
        if !chunk.is_empty() && chunk.chars().any(is_letter) {
            chunks.push(chunk);
        }
    };
    for (place, &(at, c)) in chars.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| chars.get(place)).map(|&(_, c)| c);
        let after = chars.get(place + 1).map(|&(_, c)| c);
        if !is_letter(c) {
            cut(start, at);
            start = at + c.len_utf8();
        } else if before.is_some_and(is_lower) && is_upper(c)
            || before.is_some_and(is_upper) && is_upper(c) && after.is_some_and(is_lower)
        {
            cut(start, at);
            start = at;
        }
    }
    cut(start, name.len());
    chunks
}

/// The script of a chunk, if all its letters that have one have the same.
pub fn script_of(chunk: &str) -> Option<Script> {
    let mut found = None;
    for script in chunk.chars().map(unicode::script) {
        match (script, found) {
            (Script::Common | Script::Inherited, _) => {}
            (script, None) => found = Some(script),
            (script, Some(other)) if script == other || is_written_together(script, other) => {}
            _ => return None,
        }
    }
    found
}

/// Scripts of one writing system.
fn is_written_together(a: Script, b: Script) -> bool {
    use Script::{Bopomofo, Han, Hangul, Hiragana, Katakana};
    [a, b].iter().all(|script| matches!(script, Han | Hiragana | Katakana | Hangul | Bopomofo))
}

/// Whether a chunk proves its script by a letter that no other has.
pub fn proves(chunk: &str) -> bool {
    let own = Classes::LATIN_ONLY | Classes::CYRILLIC_ONLY | Classes::GREEK_ONLY | Classes::OTHER_ONLY;
    chunk.chars().any(|c| unicode::classes(c).intersects(own))
}

/// The ASCII letters that a chunk reads as, where each of its letters is a twin of one.
pub fn read_as_ascii(chunk: &str) -> Option<String> {
    let read = |c: char| {
        if c.is_ascii() { Some(c) } else { twin(c, Script::Latin).filter(char::is_ascii) }
    };
    chunk.chars().map(read).collect()
}

/// The letter of a script that no reader can tell from this one.
pub fn twin(c: char, script: Script) -> Option<char> {
    unicode::lookalike_in(c, script).filter(|lookalike| lookalike.grade == Grade::Twin).map(|lookalike| lookalike.target)
}

/// Whether the name around a span mixes scripts only from chunk to chunk: `ПолучитьXMLСтроку`. A chunk that is not Latin must
/// prove its script, for `getСС` reads as `getCC`; or be one Greek letter, as symbols are: `ρHg`.
pub fn is_lawful(text: &str, span: Span) -> bool {
    let name = around(text, span).of(text);
    let is_lawful = |chunk: &&str| match script_of(chunk) {
        Some(Script::Latin) => chunk.is_ascii() || proves(chunk) && chunk.chars().all(is_spelt),
        Some(_) => proves(chunk) || is_symbol(chunk),
        None => is_words_joined(chunk) || ends_in_symbol(chunk),
    };
    chunks(name).iter().all(is_lawful)
}

/// Whether a letter is one of Latin spellings: no symbol, and none that is set in a style.
pub fn is_spelt(c: char) -> bool {
    let is_latin = || unicode::script(c) == Script::Latin && !unicode::classes(c).intersects(Classes::ODD);
    c.is_ascii() || is_latin() && unicode::styled(c).is_none()
}

/// Whether the word at a span changes its script within, and lawfully.
pub fn is_lawful_mix(text: &str, span: Span) -> bool {
    let word = span.of(text);
    (chunks(word).len() > 1 || is_words_joined(word)) && is_lawful(text, span)
}

/// Whether it is a small Greek letter that no Latin one is mistaken for.
fn is_symbol(chunk: &str) -> bool {
    let mut chars = chunk.chars();
    let first = chars.next().filter(|_| chars.next().is_none());
    first.is_some_and(|c| matches!(c, 'α'..='ω') && !matches!(c, 'ι' | 'ο' | 'υ'))
}

/// Whether it is a Latin word, or one capital letter, with a symbol behind it, perhaps with an index: `Quantityω`, `Qω`, `Setωᵢ`. Language must say
/// that the symbol is no letter of the word, as it is in `windoω`.
pub fn ends_in_symbol(chunk: &str) -> bool {
    let is_raised = |c: char| matches!(unicode::styled(c), Some((_, Style::Subscript | Style::Superscript)));
    let word = chunk.trim_end_matches(is_raised);
    let Some((at, symbol)) = word.char_indices().next_back() else { return false };
    let stem = word.get(..at).unwrap_or_default();
    let reading = || unicode::lookalike_in(symbol, Script::Latin).map(|lookalike| format!("{stem}{}", lookalike.target));
    let is_word = || reading().is_none_or(|reading| guesses::is_whole_without(stem, &reading));
    stem.bytes().all(|byte| byte.is_ascii_alphabetic())
        && is_symbol(symbol.encode_utf8(&mut [0; 4]))
        && (stem.len() == 1 && stem.bytes().all(|byte| byte.is_ascii_uppercase()) || stem.len() > 1 && is_word())
}

/// Whether ASCII words and words of another script were put side by side, as in `abcαβγ` and `получитьcomобъект`: each proves by some
/// letter that nobody reads it as the other.
fn is_words_joined(chunk: &str) -> bool {
    const LATIN: usize = 2;
    const OTHER: usize = 3;
    let mut runs = Vec::new();
    let mut rest = chunk;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| c.is_ascii() != first.is_ascii()).unwrap_or(rest.len());
        let (run, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        runs.push(run);
        rest = tail;
    }
    let Some(other) = runs.iter().find(|run| !run.is_ascii()).and_then(|run| script_of(run)) else { return false };
    let proves = |run: &&str| {
        if run.is_ascii() {
            return run.len() >= LATIN && run.chars().any(|c| !reads_as(c, other));
        }
        script_of(run) == Some(other) && (is_rtl(other) || run.chars().count() >= OTHER && read_as_ascii(run).is_none())
    };
    // Right-to-left letters are shown apart from the others, and stand beside the letters of formats: `MMMMی`.
    let is_beside = is_rtl(other) && runs.len() == 2;
    runs.len() > 1 && (is_beside || runs.iter().all(proves))
}

/// Whether a letter of ASCII has a twin in a script that many of its languages write.
fn reads_as(c: char, script: Script) -> bool {
    let is_rare = matches!(c.to_ascii_lowercase(), 'd' | 'h' | 'l' | 'q' | 's' | 'w');
    !is_rare && twin(c, script).is_some()
}

/// Whether a script is written from right to left.
pub const fn is_rtl(script: Script) -> bool {
    matches!(script, Script::Hebrew | Script::Arabic | Script::Syriac | Script::Thaana | Script::Nko)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_chunks() {
        assert_eq!(chunks("ПолучитьXMLСтроку_v2"), ["Получить", "XML", "Строку", "v"]);
        assert_eq!(chunks("HTTPСоединение"), ["HTTP", "Соединение"]);
        assert_eq!(chunks("snake_case9Имя"), ["snake", "case", "Имя"]);
        assert_eq!(chunks("数据XML"), ["数据XML"]);
    }

    #[test]
    fn lawful_names() {
        let lawful = |name: &str| is_lawful(name, Span::new(0, name.len()));
        for name in [
            "ПолучитьXMLСтроку",
            "HTTPСоединение",
            "ЧтениеXML",
            "COMОбъект",
            "СтрокаJSON_2",
            "ИмяFile",
            "ρHg_0C",
            "abcαβγ",
            "маскаxs",
            "получитьcomобъект",
            "MMMMی",
            "Quantityω",
            "QωInferred",
        ] {
            assert!(lawful(name), "{name}");
        }
        for name in ["рassword", "sayНello", "getСС", "Чтeние", "windoω", "schemα", "usernαme", "logο"] {
            assert!(!lawful(name), "{name}");
        }
    }
}
