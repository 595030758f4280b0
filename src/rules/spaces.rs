//! Exotic spaces, trailing blanks and line ends.

mod spread;

use super::{Certainty, Evidence, Group, Line, Page, Rule, Sink};
use crate::profile::TRAILING;
use crate::text::masks::{WINDOW, Window};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes, Script};

/// See [`PAGE`].
pub struct Spaces;

static PAGE: Page = Page {
    repairs: "exotic spaces, trailing blanks, line ends",
    leaves_alone: "the no-break and thin spaces of French, of numbers and units; the ideographic space beside CJK; tabs",
    finds: "White space other than U+0020, tab and line feed: the sixteen space characters of Unicode between words, blanks \
            at the ends of lines, and the line ends CR LF, CR, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR.",
    why: "A line that looks like `red car` and holds U+2003 is not found by a search for `red car`, and tokenizers split it elsewhere.",
    example: ("red\u{2003}car  \r\n10\u{A0}km", "red car\n10\u{A0}km"),
    leaves: "U+00A0, U+202F, U+2009 and U+200A beside a digit, a percent or currency sign or a dash, before or behind the punctuation that \
             French sets apart on that side, after a full stop or a word of one letter such as Russian `в`; U+2007 and U+2008 between digits; U+3000 beside a CJK character or at the start of a line; U+1680 in \
             Ogham; U+202F beside a Mongolian letter. Where one line mixes two or more kinds of space in places without such a job, \
             none of them is typography and all become U+0020; so they do where a line has no plain space at all. \
             Between the letters of a word that is spread with them (four letters or more, and plain spaces between the words) they go. Tabs inside a line, form feeds and vertical tabs stay.",
};

/// So many spaces without a job on a line that has no plain one, and none is typography.
const ALL: usize = 3;

/// So many kinds of space without a job on one line, and none is typography.
const KINDS: usize = 2;

impl Rule for Spaces {
    fn id(&self) -> &'static str {
        "spaces"
    }

    fn group(&self) -> Group {
        Group::Tidy
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::SPACE | Classes::BREAK | TRAILING
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let odd = odd(text);
        let inside = spread::spread(text, &odd);
        let mixed = kinds(text, &odd) >= KINDS || has_no_plain_space(text, &odd);
        let mut done = 0;
        // Plain blanks matter only beside an exotic space, before a line end, or at the end of the text.
        for (at, odd) in odd.into_iter().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]) {
            if at < done {
                continue;
            }
            let run = blanks(text, done, at);
            done = run.end;
            if odd.is_some() && inside.binary_search(&at).is_ok() {
                let why = Evidence::Fact(&"a space between the letters of one word");
                sink.replace(run, Replacement::NOTHING, Certainty::Likely, why);
            } else if !run.is_empty() {
                judge(text, run, mixed, sink);
            }
            let Some(c) = odd.filter(|&c| is_line_end(c) && c != '\n') else { continue };
            let span = Span::new(at, at + c.len_utf8());
            let is_part = c == '\r' && text.as_bytes().get(span.end) == Some(&b'\n');
            let to = if is_part { Replacement::NOTHING } else { '\n'.into() };
            sink.replace(span, to, Certainty::Certain, Evidence::Fact(&"a line end in another form"));
        }
    }
}

/// A run of blanks: either it ends a line, or each of its exotic spaces is judged.
fn judge(text: &str, run: Span, mixed: bool, sink: &mut Sink) {
    let after = text.get(run.end..).and_then(|rest| rest.chars().next());
    if after.is_none_or(is_line_end) {
        let why = Evidence::Fact(&"blanks at the end of a line");
        return sink.replace(run, Replacement::NOTHING, Certainty::Certain, why);
    }
    let head = text.get(..run.start).unwrap_or("");
    for (within, c) in run.of(text).char_indices().filter(|&(_, c)| !c.is_ascii()) {
        if mixed || !is_typography(head, c, after) {
            let start = run.start + within;
            let why = Evidence::Fact(&"a space in another shape");
            sink.replace(Span::new(start, start + c.len_utf8()), ' ', Certainty::Certain, why);
        }
    }
}

/// The exotic spaces and the line ends of a text, each with its place.
fn odd(text: &str) -> Vec<(usize, char)> {
    let bytes = text.as_bytes();
    let mut odd = Vec::new();
    for base in (0..bytes.len()).step_by(WINDOW) {
        let window = Window::new(bytes, base);
        // What they begin with.
        let mut firsts = window.like(0xC2, 0xFF) | window.like(0xE0, 0xFC) | window.like(b'\n', 0xFF) | window.like(b'\r', 0xFF);
        while firsts != 0 {
            let at = base + firsts.trailing_zeros() as usize;
            firsts &= firsts - 1;
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            odd.extend(c.filter(|&c| is_line_end(c) || is_exotic(c)).map(|c| (at, c)));
        }
    }
    odd
}

/// The run of blanks around byte `at`, from byte `start` of the text at the earliest.
fn blanks(text: &str, start: usize, at: usize) -> Span {
    let (before, after) = (Span::new(start, at).of(text), text.get(at..).unwrap_or(""));
    Span::new(start + before.trim_end_matches(is_blank).len(), text.len() - after.trim_start_matches(is_blank).len())
}

fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t' || is_exotic(c)
}

fn is_exotic(c: char) -> bool {
    !c.is_ascii() && unicode::classes(c).intersects(Classes::SPACE)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many kinds of exotic space do no typographer's job, as far as it matters.
fn kinds(text: &str, odd: &[(usize, char)]) -> usize {
    let mut kinds: Vec<char> = Vec::new();
    for &(at, c) in odd.iter().filter(|&&(_, c)| is_exotic(c)) {
        let (head, tail) = text.split_at_checked(at).unwrap_or_default();
        let after = tail.chars().nth(1);
        if !kinds.contains(&c) && !after.is_none_or(is_line_end) && !is_typography(head, c, after) {
            kinds.push(c);
            if kinds.len() >= KINDS {
                break;
            }
        }
    }
    kinds.len()
}

/// Whether the line has exotic spaces only, several of which have no job.
fn has_no_plain_space(text: &str, odd: &[(usize, char)]) -> bool {
    let text = text.trim_end_matches(|c| is_blank(c) || is_line_end(c));
    let is_jobless = |&&(at, c): &&(usize, char)| {
        let (head, tail) = text.split_at_checked(at).unwrap_or_default();
        !is_typography(head, c, tail.chars().nth(1))
    };
    let exotic = || odd.iter().filter(|&&(at, c)| at < text.len() && is_exotic(c));
    !text.contains(' ') && exotic().filter(is_jobless).nth(ALL - 1).is_some()
}

/// Whether `space` does a typographer's job between what stands before it and the character behind it.
fn is_typography(head: &str, space: char, after: Option<char>) -> bool {
    let before = head.chars().next_back();
    let either = |judge: fn(char) -> bool| before.is_some_and(judge) || after.is_some_and(judge);
    match space {
        '\u{3000}' => either(is_wide) || before.is_none(),
        '\u{1680}' => either(|c| unicode::script(c) == Script::Ogham),
        '\u{202F}' if either(|c| unicode::script(c) == Script::Mongolian) => true,
        '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{200A}' => {
            either(is_set_apart)
                || before.is_some_and(opens)
                || after.is_some_and(closes)
                || before == Some('.')
                || matches!(space, '\u{A0}' | '\u{202F}') && binds(head)
        }
        '\u{2007}' | '\u{2008}' => before.is_some_and(is_digit) && after.is_some_and(is_digit),
        _ => false,
    }
}

fn is_wide(c: char) -> bool {
    let script = unicode::script(c);
    matches!(script, Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo | Script::Yi)
        || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FFE6}')
}

/// Whether a word of one letter ends here that typographers bind to the next one: a preposition of a Slavic language.
fn binds(head: &str) -> bool {
    let mut back = head.chars().rev();
    let is_word = |c: char| {
        unicode::classes(c).intersects(Classes::CYRILLIC)
            || matches!(c.to_ascii_lowercase(), 'k' | 'o' | 's' | 'u' | 'v' | 'w' | 'z')
    };
    back.next().is_some_and(is_word) && back.next().is_none_or(|c| !c.is_alphanumeric())
}

/// What a space keeps its distance from on either side.
fn is_set_apart(c: char) -> bool {
    let signs =
        matches!(c, '%' | '‰' | '§' | '¶' | '№' | '°' | '′' | '″' | '€' | '$' | '£' | '¥' | '₽' | '+' | '−' | '=' | '×' | '·');
    signs || matches!(c, '—' | '–' | '-' | '…' | '/' | '|') || is_digit(c)
}

/// What has a space behind it in French, or in a language that turns its quotes round.
const fn opens(c: char) -> bool {
    matches!(c, '«' | '‹' | '“' | '„' | '»' | '›')
}

/// What has a space before it in French.
const fn closes(c: char) -> bool {
    matches!(c, ';' | ':' | '!' | '?' | '»' | '›' | '”' | '“' | '«' | '‹')
}

fn is_digit(c: char) -> bool {
    unicode::classes(c).intersects(Classes::DIGIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_odd_character_is_found_wherever_it_stands() {
        for c in ('\0'..=char::MAX).filter(|&c| is_line_end(c) || is_exotic(c)) {
            for before in [0, 1, 15, 61, 62, 63, 64, 65, 127] {
                let text = format!("{}{c}“a”", "x".repeat(before));
                assert_eq!(odd(&text), [(before, c)], "{c:?}");
            }
        }
    }
}
