//! The words of a line, with what their letters show before language is asked.

use super::english::OF_TWO;
use crate::text::Span;
use crate::unicode::{self, Classes};

/// Words longer than this are hashes, keys and the like.
const LONGEST: usize = 24;

/// Where a word stands, as far as capitals go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the beginning of a sentence.
    Start,
    /// Where some write a capital: behind a colon or a quotation mark, among capitalised words.
    Either,
    /// Within a sentence.
    Middle,
}

/// A run of letters and digits.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub span: Span,
    pub place: Place,
    /// The characters right before and after it.
    pub before: Option<char>,
    pub after: Option<char>,
    /// Part of an address, a path, an identifier or code.
    pub protected: bool,
    /// Letters that are neither `l`, `I` nor a digit: small ones, and large ones.
    pub small: usize,
    pub large: usize,
    /// `l`, `I`, `0` and `1`.
    pub open: usize,
    /// The digits `0` and `1` among them.
    pub digits: usize,
    /// `l` and `I`, which may be swapped.
    pub strokes: usize,
    /// It holds another digit, a letter that is not Latin, or a mark: nothing for this rule.
    pub other: bool,
}

impl<'t> Word<'t> {
    pub fn letters(&self) -> usize {
        self.small + self.large + self.open
    }

    /// Whether language may be asked about it at all.
    fn is_open(&self) -> bool {
        self.open > 0
            && self.small + self.large > 0
            && !self.other
            && !self.protected
            && self.letters() <= LONGEST
            && !is_numeral(self.text)
            && !is_sign(self.text)
    }

    /// Whether it looks as if it stood for another word: digits in it, capitals where none belong, a beginning that few words have.
    pub fn is_doubtful(&self) -> bool {
        self.is_open() && if self.digits > 0 { !is_number(self.text) } else { self.begins_oddly() || !self.is_regular() }
    }

    /// `Iike`, `lraq`.
    fn begins_oddly(&self) -> bool {
        let mut bytes = self.text.bytes();
        match (bytes.next(), bytes.next()) {
            (Some(b'I'), Some(second)) => b"aeiouyI".contains(&second),
            (Some(b'l'), Some(second)) => second.is_ascii() && !b"aeiouyl".contains(&second),
            _ => false,
        }
    }

    /// Whether it is a word that could tell the language: nothing about it is odd.
    pub fn is_plain(&self) -> bool {
        self.digits == 0 && !self.other && !self.protected && self.letters() > 1 && self.is_regular()
    }

    /// Whether it is a number with a letter in it.
    pub fn is_spoofed_number(&self) -> bool {
        self.first().is_some_and(|c| c.is_ascii_digit())
            && self.text.ends_with(['O', 'l', 'I', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            && self.text.contains(['O', 'l', 'I'])
    }

    /// Whether it is a name with a number behind it: `eth0`, `v2`.
    pub fn is_indexed(&self) -> bool {
        let name = self.text.trim_end_matches(|c: char| c.is_ascii_digit());
        !name.is_empty() && name.len() < self.text.len() && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    }

    /// What stands before its number, if it is such a name.
    pub fn stem(&self) -> Option<&'t str> {
        self.is_indexed().then(|| self.text.trim_end_matches(|c: char| c.is_ascii_digit()))
    }

    /// Whether it is so short that chance alone could make a word of it.
    pub fn is_tiny(&self) -> bool {
        self.letters() < 3 && self.digits > 0
    }

    pub fn first(&self) -> Option<char> {
        self.text.chars().next()
    }

    /// Whether its capitals stand where they do in words: none, the first, or all.
    pub fn is_regular(&self) -> bool {
        if self.digits > 0 {
            return false;
        }
        let large = |c: char| unicode::classes(c).intersects(Classes::UPPER);
        let mut letters = self.text.chars();
        let first = letters.next().is_some_and(large);
        letters.clone().all(|c| !large(c)) || first && letters.all(large)
    }
}

/// Whether it is a Roman numeral with an ending or a letter behind it: `IIIe siècle`, `XIIa`, `IIvir`.
fn is_numeral(text: &str) -> bool {
    let numeral = text.len() - text.trim_start_matches(['I', 'V', 'X']).len();
    let ending = text.get(numeral..).unwrap_or_default();
    let is_letters = |small: bool| {
        ending.bytes().all(|byte| if small { byte.is_ascii_lowercase() && byte != b'l' } else { byte.is_ascii_uppercase() })
    };
    let is_ending = match ending.len() {
        1 => is_letters(true) || is_letters(false),
        2 => is_letters(true),
        _ => matches!(ending, "ème" | "vir" | "viri"),
    };
    numeral > 1 && is_ending
}

/// Whether it is a sign of science or code: a hexadecimal number (`FA1D`), letters each with a number (`T1N0M0`).
fn is_sign(text: &str) -> bool {
    let has_digit = || text.bytes().any(|byte| byte.is_ascii_digit());
    let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
    let takes_turns = || text.as_bytes().windows(2).all(|two| matches!(two, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()));
    let is_pairs = || text.len() > 3 && text.bytes().all(|byte| !byte.is_ascii_lowercase()) && takes_turns();
    has_digit() && (is_hex && text.len() > 2 || is_pairs())
}

/// Whether it is a number with what belongs to one: `0xff`, `10th`, `1st`, `100ms`, `10MM`; or counts letters, as `a11y` does.
fn is_number(text: &str) -> bool {
    let rest = text.trim_start_matches(['0', '1']);
    match (text.len() - rest.len(), rest.len()) {
        (0, _) => {
            matches!(text.as_bytes(), [first, b'1', b'0' | b'1', last] if first.is_ascii_alphabetic() && last.is_ascii_alphabetic())
        }
        (1, 2) => UNITS.contains(&rest.to_ascii_lowercase().as_str()),
        (_, ..=1) => !matches!(rest, "f" | "n" | "r" | "t"),
        (1, _) => rest.starts_with(['x', 'X']),
        (_, length) => length < 4,
    }
}

/// Whether byte `at` of a line stands in a number or a sign with its number (`1st`, `x1`, `B12`), which by itself is never read
/// otherwise: most suspicious lines of code have no other words.
pub(super) fn is_index(line: &[u8], at: usize) -> bool {
    let (before, after) = line.split_at_checked(at).unwrap_or((line, &[]));
    if !after.first().is_some_and(u8::is_ascii_digit) {
        return false; // a backtick behind a number
    }
    let before = before.get(before.len().saturating_sub(LONGEST)..).unwrap_or(&[]);
    let start = before.iter().rposition(|byte| !byte.is_ascii_alphanumeric()).map_or(0, |place| place + 1);
    let length = after.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let Some(Ok(word)) = line.get(at - (before.len() - start)..at + length).map(str::from_utf8) else { return false };
    let may_be_read = OF_TWO.contains(&word) || word.contains(['O', 'l', 'I']);
    let is_sign = word.len() == 2 || word.contains(|c: char| matches!(c, '2'..='9'));
    word.contains(['0', '1']) && !may_be_read && (is_sign || is_number(word))
}

/// What is written right behind a number.
const UNITS: &[&str] = &[
    "am", "cm", "db", "em", "ft", "gb", "gw", "hz", "kb", "kg", "km", "kw", "lb", "mb", "mg", "ml", "mm", "ms", "mv", "mw", "nd",
    "nm", "ns", "oz", "pm", "pt", "px", "rd", "st", "tb", "th", "us", "yr",
];

/// Whether the line is code, markup or a table, where words are not prose.
pub(super) fn is_code(line: &str) -> bool {
    let line = line.trim();
    let tells = ["{", "}", " = ", "==", "!=", "=>", "->", "::", "();", "</", "/>", "#include", "$(", "&&", "|", "+=", ":=", "\\"];
    line.starts_with("$ ")
        || line.starts_with("//")
        || line.ends_with(';') && line.contains(['(', '='])
        || tells.iter().any(|tell| line.contains(tell))
        || has_option(line)
}

/// Whether an option such as `-l` or `--long` stands on the line.
fn has_option(line: &str) -> bool {
    line.match_indices(" -").any(|(at, _)| {
        let mut rest = line.get(at + 2..).unwrap_or("").chars();
        match rest.next() {
            Some('-') => rest.next().is_some_and(|c| c.is_ascii_alphabetic()),
            Some(c) => c.is_ascii_alphabetic() && rest.next().is_none_or(|c| c == ' '),
            None => false,
        }
    })
}

/// The words of a line.
pub(super) fn cut(line: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut place = Place::Start;
    for (start, blob) in blobs(line) {
        let protected = is_protected(blob);
        let mut open: Option<Word<'_>> = None;
        let mut before: Option<char> = None;
        for (at, c) in blob.char_indices() {
            if is_part(c) {
                let word = open.get_or_insert_with(|| Word {
                    text: "",
                    span: Span::new(start + at, start + at),
                    place,
                    before,
                    after: None,
                    protected,
                    small: 0,
                    large: 0,
                    open: 0,
                    digits: 0,
                    strokes: 0,
                    other: false,
                });
                count(word, c);
                word.span.end = start + at + c.len_utf8();
            } else {
                if let Some(mut word) = open.take() {
                    word.after = Some(c);
                    word.text = word.span.of(line);
                    words.push(word);
                    place = Place::Middle;
                }
                place = match c {
                    '.' | '!' | '?' | '…' => Place::Start,
                    ':' | '"' | '“' | '”' | '(' | '«' | '„' | '*' | ';' | '‘' if place == Place::Middle => Place::Either,
                    _ => place,
                };
            }
            before = Some(c);
        }
        if let Some(mut word) = open.take() {
            word.text = word.span.of(line);
            words.push(word);
            place = Place::Middle;
        }
    }
    among_capitals(&mut words);
    words
}

/// What stands between blanks, with its place.
fn blobs(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split(char::is_whitespace).scan(0, move |at, blob| {
        let start = *at;
        *at += blob.len();
        *at += line.get(*at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Some((start, blob))
    })
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && unicode::classes(c).intersects(Classes::LETTER | Classes::MARK | Classes::DIGIT)
}

fn count(word: &mut Word<'_>, c: char) {
    match c {
        'l' | 'I' => word.strokes += 1,
        '0' | '1' => word.digits += 1,
        'a'..='z' => word.small += 1,
        'A'..='Z' => word.large += 1,
        _ => {
            let classes = unicode::classes(c);
            match () {
                () if !classes.intersects(Classes::LATIN) => word.other = true,
                () if classes.intersects(Classes::UPPER) => word.large += 1,
                () => word.small += 1,
            }
        }
    }
    word.open = word.strokes + word.digits;
}

/// Whether what stands between blanks is no prose: an address, a path, an identifier, a call.
fn is_protected(blob: &str) -> bool {
    // An option: `-print0`.
    if blob.strip_prefix('-').is_some_and(|option| option.starts_with(|c: char| c.is_ascii_alphabetic())) {
        return true;
    }
    let mut joints = false;
    for byte in blob.bytes() {
        match byte {
            b'/' | b'\\' | b'@' | b'_' | b'=' | b'#' | b'$' | b'%' | b'^' | b'<' | b'>' | b'{' | b'}' | b'[' | b']' | b'+'
            | b'~' | b'`' => {
                return true;
            }
            b'.' | b':' | b'(' => joints = true,
            _ => {}
        }
    }
    if !joints {
        return false;
    }
    let joined = |joint: char| {
        blob.match_indices(joint).any(|(at, _)| {
            let before = blob.get(..at).and_then(|head| head.chars().next_back());
            let after = blob.get(at + 1..).and_then(|tail| tail.chars().next());
            let small = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == 'I';
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(small)
        })
    };
    joined('.') || joined(':') || joined('(') || blob.contains("()")
}

/// A word between capitalised words may have a capital, too, whatever it is: a title, a name.
fn among_capitals(words: &mut [Word<'_>]) {
    let capital: Vec<bool> = words.iter().map(|word| word.first().is_some_and(char::is_uppercase)).collect();
    for (at, word) in words.iter_mut().enumerate() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        if word.place == Place::Middle && beside.into_iter().flatten().any(|at| capital.get(at).is_some_and(|&capital| capital)) {
            word.place = Place::Either;
        }
    }
}
