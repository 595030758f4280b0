//! Backticks that stand for apostrophes.

use memchr::memchr;

use super::english;
use super::words::Word;
use crate::lexis::{self, Hint};
use crate::text::Span;
use crate::unicode::Script;

/// What stands before `n't`.
const BEFORE_NT: &[&str] = &[
    "ain", "aren", "can", "couldn", "daren", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mayn", "mightn", "mustn",
    "needn", "oughtn", "shan", "shouldn", "wasn", "weren", "won", "wouldn",
];
const PRONOUNS: &[&str] = &[
    "he", "here", "how", "i", "it", "she", "that", "there", "these", "they", "this", "we", "what", "when", "where", "which",
    "who", "why", "y", "you",
];
const BEFORE_VE: &[&str] = &["could", "may", "might", "must", "should", "would"];
/// Both sides of other words that are always written so.
const WHOLE: &[(&str, &str)] = &[
    ("o", "clock"),
    ("ma", "am"),
    ("y", "all"),
    ("ya", "ll"),
    ("ne", "er"),
    ("o", "er"),
    ("int", "l"),
    ("gov", "t"),
    ("ol", "e"),
    ("d", "you"),
];
/// What begins with an apostrophe.
const HEADLESS: &[&str] = &["bout", "cause", "cuz", "em", "n", "round", "til", "till", "tis", "twas"];

/// What is written before a vowel in French, Italian and Catalan.
const ELIDED: &[&str] = &[
    "all", "aujourd", "c", "d", "dall", "dell", "j", "jusqu", "l", "lorsqu", "m", "n", "nell", "puisqu", "qu", "quell", "quest",
    "s", "sull", "t", "un",
];

/// The backticks of a line.
pub(super) struct Ticks<'t> {
    line: &'t str,
    /// Where single ones stand that neither open nor close code.
    loose: Vec<usize>,
    code: Vec<Span>,
}

impl<'t> Ticks<'t> {
    /// What opens code stands before a word, not in one; what closes it is the next that is as long.
    pub fn of(line: &'t str) -> Self {
        let bytes = line.as_bytes();
        let mut ticks = Self { line, loose: Vec::new(), code: Vec::new() };
        let mut open: Option<(usize, usize)> = None; // where, and by how many
        let mut at = 0;
        while let Some(next) = memchr(b'`', bytes.get(at..).unwrap_or(&[])) {
            let start = at + next;
            let length = bytes.get(start..).unwrap_or(&[]).iter().take_while(|&&byte| byte == b'`').count();
            at = start + length;
            let in_word = line.get(..start).and_then(|head| head.chars().next_back()).is_some_and(char::is_alphanumeric);
            match open {
                Some((from, opened)) if opened == length => {
                    ticks.code.push(Span::new(from, at));
                    open = None;
                }
                Some(_) => {}
                None if in_word && length == 1 => ticks.loose.push(start),
                None => open = Some((start, length)),
            }
        }
        // What opens and is never closed is no code.
        if let Some((start, 1)) = open {
            ticks.loose.push(start);
        }
        ticks
    }

    /// Whether there is anything to ask about them.
    pub fn any(&self) -> bool {
        !self.loose.is_empty()
    }

    pub fn is_code(&self, span: Span) -> bool {
        let after = self.code.partition_point(|code| code.end <= span.start);
        self.code.get(after).is_some_and(|code| code.start < span.end)
    }

    /// Those that only an apostrophe explains.
    pub fn apostrophes(&self, words: &[Word<'_>], hint: &Hint) -> impl Iterator<Item = Span> {
        let sides = |at: usize| {
            let after = words.partition_point(|word| word.span.start <= at);
            let left = after.checked_sub(1).and_then(|before| words.get(before)).filter(|word| word.span.end == at);
            let right = words.get(after).filter(|word| word.span.start == at + 1);
            (left.map_or("", |word| word.text), right.map_or("", |word| word.text))
        };
        let proven = self.loose.iter().filter(|&&at| is_contraction(sides(at))).count();
        let english = proven > 0 || !self.loose.is_empty() && (english::is_english(words) || is_mostly_english(words, hint));
        let is_apostrophe = |&at: &usize| {
            let (before, after) = sides(at);
            is_contraction((before, after))
                || english && is_genitive(before, after)
                || proven > 0 && is_open_end(self.line, at, before, after)
                || is_elision(before, after, hint)
        };
        let found: Vec<usize> = self.loose.iter().copied().filter(is_apostrophe).collect();
        found.into_iter().map(|at| Span::new(at, at + 1))
    }
}

/// Whether language takes most of the longer words for English.
fn is_mostly_english(words: &[Word<'_>], hint: &Hint) -> bool {
    let long = words.iter().filter(|word| word.letters() > 3 && word.digits == 0 && !word.other && !word.protected).take(8);
    let (mut english, mut all) = (0, 0);
    for word in long {
        all += 1;
        english += usize::from(lexis::weigh(word.text, Script::Latin, hint).language() == Some("en"));
    }
    all > 1 && 3 * english > 2 * all
}

fn is_contraction((before, after): (&str, &str)) -> bool {
    let before = before.to_ascii_lowercase();
    let pronoun = PRONOUNS.contains(&before.as_str());
    let after = after.to_ascii_lowercase();
    match after.as_str() {
        "t" => BEFORE_NT.contains(&before.as_str()),
        "m" => before == "i",
        "ve" => pronoun || BEFORE_VE.contains(&before.as_str()),
        "s" | "d" | "re" | "ll" => pronoun,
        _ => WHOLE.contains(&(before.as_str(), after.as_str())),
    }
}

/// `Miami`s`, `OK`d`, `O`Brien`.
fn is_genitive(before: &str, after: &str) -> bool {
    let name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let letters = before.chars().all(char::is_alphabetic) && !before.is_empty();
    match after {
        "s" | "S" => !before.is_empty(),
        "d" | "ll" | "re" | "ve" | "em" => letters && before.len() > 1,
        _ => matches!(before, "O" | "D") && name(after) && after.len() > 3,
    }
}

/// At one end of a word: `the students` room`, `get `em`.
fn is_open_end(line: &str, at: usize, before: &str, after: &str) -> bool {
    if after.is_empty() {
        return before.ends_with(['s', 'n', 'S']) && before.len() > 2;
    }
    let decade = after.strip_suffix('s').unwrap_or(after);
    let is_year = decade.len() == 2 && decade.bytes().all(|byte| byte.is_ascii_digit());
    let begins = line.get(..at).is_none_or(|head| head.is_empty() || head.ends_with([' ', '"', '(']));
    begins && (HEADLESS.contains(&after.to_ascii_lowercase().as_str()) || is_year)
}

/// `l`eau`, `dell`anno`, where the line is in a language that writes so.
fn is_elision(before: &str, after: &str, hint: &Hint) -> bool {
    let vowel = after.chars().next().is_some_and(|c| "aeiouyhàâéèêëîïôùûüAEIOUYHÀÂÉÈÊÎÔ".contains(c));
    vowel
        && after.chars().count() > 1
        && ELIDED.contains(&before.to_lowercase().as_str())
        && matches!(lexis::weigh(after, Script::Latin, hint).language(), Some("fr" | "it" | "ca"))
}
