//! Nothing that a terminal obeys, or that an eye cannot see, is ever printed raw.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, IsTerminal};
use std::sync::LazyLock;

use crate::unicode::{self, Classes};

/// What a reader of a report must not meet as it is: it would hide, reorder, or command.
const HAZARDS: Classes = Classes::CONTROL
    .union(Classes::ERASER)
    .union(Classes::BIDI)
    .union(Classes::BIDI_MARK)
    .union(Classes::JOINER)
    .union(Classes::INVISIBLE)
    .union(Classes::TAG)
    .union(Classes::VARIATION)
    .union(Classes::SPACE)
    .union(Classes::BREAK);

/// How many marks may stand on one letter; the rest of a pile would cover the lines above.
const MARKS: usize = 3;

/// `text` for one line of a message: every hazard is spelled out, tabs and line feeds too.
pub fn line(text: &str) -> Cow<'_, str> {
    escape(text, |c| c.is_control())
}

/// `text` for a passage of several lines, such as a diff: line feeds and tabs stay.
pub fn lines(text: &str) -> Cow<'_, str> {
    escape(text, |c| c.is_control() && c != '\n' && c != '\t')
}

/// Results as they go to standard output: as they are into a file or a pipe; on a terminal without the controls that would act
/// on it, which a clean text may still hold (`clean` only reports them).
pub fn for_stdout(bytes: &[u8]) -> Cow<'_, [u8]> {
    static IS_TERMINAL: LazyLock<bool> = LazyLock::new(|| io::stdout().is_terminal());
    match std::str::from_utf8(bytes) {
        Ok(text) if *IS_TERMINAL => {
            let acts =
                |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r') || unicode::classes(c).intersects(Classes::BIDI);
            Cow::Owned(escape(text, acts).into_owned().into_bytes())
        }
        _ => Cow::Borrowed(bytes),
    }
}

/// JSON that says the same without a raw hazard: `\u202E`. (In JSON, what is not ASCII stands in strings only.)
pub fn json(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| !c.is_ascii() && is_hazard(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        if c.is_ascii() || !is_hazard(c) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    Cow::Owned(out)
}

/// `U+202E RIGHT-TO-LEFT OVERRIDE`, in angle brackets.
pub fn spelled(c: char) -> String {
    let code = format!("U+{:04X}", u32::from(c));
    let name = unicode::name(c);
    if name == code { format!("<{code}>") } else { format!("<{code} {}>", name.trim_matches(['<', '>'])) }
}

/// Whether `c` is never printed raw.
pub fn is_hazard(c: char) -> bool {
    c.is_control() || unicode::classes(c).intersects(HAZARDS)
}

fn escape(text: &str, is_unwanted_control: impl Fn(char) -> bool) -> Cow<'_, str> {
    let mut marks = 0;
    let mut is_unwanted = |c: char| {
        if c.is_ascii() {
            marks = 0;
            return is_unwanted_control(c);
        }
        let classes = unicode::classes(c);
        marks = if classes.intersects(Classes::MARK) { marks + 1 } else { 0 };
        is_unwanted_control(c) || classes.intersects(HAZARDS) || marks > MARKS
    };
    let Some(first) = text.char_indices().find_map(|(at, c)| is_unwanted(c).then_some(at)) else {
        return Cow::Borrowed(text);
    };
    let (head, tail) = text.split_at(first);
    let mut out = String::from(head);
    let mut is_first = true;
    for c in tail.chars() {
        if std::mem::take(&mut is_first) || is_unwanted(c) {
            out.push_str(&spelled(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A word or line, cut to what a report has room for, escaped and in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    // Writing to a string cannot fail.
    let _ = write!(out, "{}", line(text));
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_the_same() {
        let text = "\"a\u{202E}\u{E0041}\u{9B}ж\"";
        assert_eq!(json(text), "\"a\\u202e\\udb40\\udc41\\u009bж\"");
        assert_eq!(serde_json::from_str::<String>(&json(text)).unwrap(), "a\u{202E}\u{E0041}\u{9B}ж");
    }

    #[test]
    fn hazards_are_spelled_out() {
        assert_eq!(line("a\u{202E}b"), "a<U+202E RIGHT-TO-LEFT OVERRIDE>b");
        assert_eq!(line("\u{1B}[31m\t"), "<U+001B ESCAPE>[31m<U+0009 CHARACTER TABULATION>");
        assert_eq!(line("\u{9B}x\u{E0041}"), "<U+009B control-009B>x<U+E0041 TAG LATIN CAPITAL LETTER A>");
        assert_eq!(lines("a\tb\r\n"), "a\tb<U+000D CARRIAGE RETURN>\n");
        assert!(matches!(line("Жук, naïve, 語"), Cow::Borrowed(_)));
        assert_eq!(line("a\u{301}\u{301}\u{301}\u{301}b"), "a\u{301}\u{301}\u{301}<U+0301 COMBINING ACUTE ACCENT>b");
    }
}
