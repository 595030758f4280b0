//! Words so short that no model can tell, and what proves them in English: what follows them there.

use super::english_words::{
    AFTER_I, AFTER_I_ALONE, AFTER_TO, BEFORE_TO, DAYS_AND_MONTHS, DETERMINERS, ENGLISH, NAMES_A_SIGN, SHORT,
};
use super::readings::Reading;
use super::words::{Place, Word};

/// Whether the line is English, as far as its commonest words tell.
pub(super) fn is_english(words: &[Word<'_>]) -> bool {
    let known = words.iter().filter(|word| contains(ENGLISH, &word.text.to_ascii_lowercase())).count();
    known > 0 && known * 12 >= words.len()
}

fn contains(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// The short words of a line.
pub(super) struct Short<'w> {
    words: &'w [Word<'w>],
    /// All words as they are read, in small letters.
    read: Vec<String>,
    english: bool,
}

/// What stands around a short word.
struct Around<'a> {
    before: Option<&'a str>,
    after: Option<&'a str>,
    /// Whether a name comes next, or a word without a capital.
    before_name: bool,
    after_small: bool,
    /// Whether nothing but an apostrophe parts it from them.
    joined_before: bool,
    joined_after: bool,
    /// How many words of the line were spoofed otherwise.
    company: usize,
}

impl<'w> Short<'w> {
    pub fn of(words: &'w [Word<'w>], read: &[Option<Reading>]) -> Self {
        let english = words.iter().any(is_short) && is_english(words);
        let read = if english {
            let likely = |(word, reading): (&Word<'_>, &Option<Reading>)| match reading {
                Some(reading) if reading.better > 0.0 => reading.text.to_ascii_lowercase(),
                _ => word.text.to_ascii_lowercase(),
            };
            words.iter().zip(read).map(likely).collect()
        } else {
            Vec::new()
        };
        Self { words, read, english }
    }

    /// How many of them are proven without company.
    pub fn proven(&self) -> usize {
        if !self.english {
            return 0;
        }
        (0..self.words.len()).filter(|&at| self.read(at, 0).is_some()).count()
    }

    /// What the word at that place stands for, where `company` other words of the line were spoofed.
    pub fn read(&self, at: usize, company: usize) -> Option<&'static str> {
        let word = self.words.get(at).filter(|word| self.english && is_short(word))?;
        let before = at.checked_sub(1).and_then(|at| Some((self.words.get(at)?, self.read.get(at)?.as_str())));
        let after = self.words.get(at + 1).zip(self.read.get(at + 1).map(String::as_str));
        let joined_after = word.after.is_some_and(is_apostrophe);
        let joined_before = word.before.is_some_and(is_apostrophe);
        let around = Around {
            joined_before: joined_before && before.is_some_and(|(before, _)| before.span.end + 3 >= word.span.start),
            joined_after: joined_after && after.is_some_and(|(after, _)| word.span.end + 3 >= after.span.start),
            before_name: after.is_some_and(|(after, _)| after.letters() > 3 && after.large == 1 && after.is_regular()),
            after_small: after.is_some_and(|(after, _)| !after.first().is_some_and(|first| first.is_uppercase() && first != 'I')),
            before: before.map(|(_, text)| text),
            after: after.map(|(_, text)| text),
            company,
        };
        read(word, &around)
    }
}

/// What `ll` is spoofed as, behind an apostrophe.
const STROKES: &[&str] = &["II", "Il", "lI", "l1", "1l", "I1", "1I", "11"];
/// What words of two letters are spoofed as.
pub(super) const OF_TWO: &[&str] = &["lt", "1t", "ln", "1n", "lf", "1f", "ls", "1s", "0n", "0f", "0r", "t0", "d0"];

/// Whether it is one of the words that are read here, as far as it alone shows.
pub(super) fn is_short(word: &Word<'_>) -> bool {
    let known = match word.text {
        "l" | "1" => is_apart(word) || word.after.is_some_and(is_apostrophe),
        text => STROKES.contains(&text) && word.before.is_some_and(is_apostrophe) || OF_TWO.contains(&text),
    };
    known && (!word.protected || word.after == Some('`') || word.before == Some('`'))
}

/// What a word of one or two letters stands for in English; nothing where that is not proven.
fn read(word: &Word<'_>, around: &Around<'_>) -> Option<&'static str> {
    match word.text {
        "l" | "1" if around.joined_after => {
            matches!(around.after, Some("m" | "ve" | "ll" | "d")).then_some("I").filter(|_| !around.joined_before)
        }
        "l" | "1" if is_apart(word) && around.after_small => is_lone_i(word, around).then_some("I"),
        "II" | "Il" | "lI" | "l1" | "1l" | "I1" | "1I" | "11"
            if around.joined_before && word.after.is_none_or(|c| !is_apostrophe(c)) =>
        {
            matches!(
                around.before?,
                "i" | "you" | "he" | "she" | "it" | "we" | "they" | "that" | "there" | "who" | "what" | "this"
            )
            .then_some("ll")
        }
        "lt" | "1t" | "ln" | "1n" | "lf" | "1f" | "ls" | "1s" | "0n" => {
            let mut letters = word.text.chars();
            let first = letters.next()?;
            let second = letters.next()?;
            let (meant, followers) =
                SHORT.iter().find(|(meant, _)| meant.ends_with(second) && meant.starts_with('O') == (first == '0'))?;
            let sentence = word.place == Place::Start || around.company > 0 && word.place == Place::Either;
            if sentence && (contains(followers, around.after?) || *meant == "In" && around.before_name) {
                return Some(*meant);
            }
            within_sentence(word, around)
        }
        "0f" | "0r" | "t0" | "d0" => within_sentence(word, around),
        _ => None,
    }
}

/// Within a sentence, where a hexadecimal number or a point in time is the other reading.
fn within_sentence(word: &Word<'_>, around: &Around<'_>) -> Option<&'static str> {
    let (meant, followers): (_, &[&str]) = match word.text {
        "0f" => ("of", DETERMINERS),
        "0n" => ("on", DETERMINERS),
        "0r" => ("or", DETERMINERS),
        "t0" => ("to", AFTER_TO),
        "d0" => ("do", &["i", "it", "not", "so", "that", "the", "they", "this", "we", "you"]),
        _ => return None,
    };
    let free = word.before.is_none() && word.after.is_none() && word.place != Place::Start;
    let before = around.before?;
    let counts = contains(NAMES_A_SIGN, before)
        || contains(&["from", "by", "until", "till", "since", "time", "after", "before", "and"], before);
    let after = around.after?;
    let proven = match meant {
        "to" => contains(BEFORE_TO, before),
        "on" => contains(DAYS_AND_MONTHS, after),
        _ => false,
    };
    (free && !counts && (proven || contains(followers, after))).then_some(meant)
}

/// Whether a lone stroke between blanks is the pronoun.
fn is_lone_i(word: &Word<'_>, around: &Around<'_>) -> bool {
    let Some(after) = around.after else { return false };
    if around.before.is_some_and(|before| contains(NAMES_A_SIGN, before) || before.ends_with(|c: char| c.is_ascii_digit())) {
        return false;
    }
    let begins = word.place == Place::Start;
    let follows = contains(AFTER_I, after);
    match word.text {
        "l" => follows || around.company > 0 && !after.starts_with(|c: char| c.is_ascii_digit()),
        _ if around.company > 0 => {
            follows && (begins || around.before.is_some_and(|before| !before.ends_with('s') || before == "as"))
        }
        _ => {
            contains(AFTER_I_ALONE, after)
                && (begins || matches!(around.before, Some("and" | "but" | "that" | "because" | "when" | "if")))
        }
    }
}

fn is_apart(word: &Word<'_>) -> bool {
    word.before.is_none_or(|c| matches!(c, '"' | '“' | '(' | '*' | '—' | '\'' | '‘'))
        && word.after.is_none_or(|c| word.text == "l" && matches!(c, ',' | '*'))
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`')
}
