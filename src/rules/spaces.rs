//! Exotic spaces, trailing blanks and line ends.

use super::{Certainty, Evidence, Group, Line, Page, Rule, Sink};
use crate::profile::TRAILING;
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
             none of them is typography and all become U+0020; so they do where a line has no plain space at all. Tabs inside a line, form feeds and vertical tabs stay.",
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
        let mixed = line.classes.intersects(Classes::SPACE) && (kinds(text) >= KINDS || has_no_plain_space(text));
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let span = Span::new(at, at + c.len_utf8());
            if is_blank(c) {
                // A run of blanks: either it ends a line, or each of its exotic spaces is judged.
                let mut end = span.end;
                while let Some((next, c)) = chars.next_if(|&(_, c)| is_blank(c)) {
                    end = next + c.len_utf8();
                }
                let after = chars.peek().map(|&(_, c)| c);
                if after.is_none_or(is_line_end) {
                    let why = Evidence::Fact(&"blanks at the end of a line");
                    sink.replace(Span::new(at, end), Replacement::NOTHING, Certainty::Certain, why);
                    continue;
                }
                let run = Span::new(at, end).of(text).char_indices().filter(|&(_, c)| !c.is_ascii());
                let head = text.get(..at).unwrap_or("");
                for (within, c) in run.filter(|&(_, c)| mixed || !is_typography(head, c, after)) {
                    let span = Span::new(at + within, at + within + c.len_utf8());
                    sink.replace(span, ' ', Certainty::Certain, Evidence::Fact(&"a space in another shape"));
                }
                continue;
            }
            match c {
                '\r' if chars.peek().is_some_and(|&(_, c)| c == '\n') => {
                    sink.replace(span, Replacement::NOTHING, Certainty::Certain, Evidence::Fact(&"a line end in another form"));
                }
                '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    sink.replace(span, '\n', Certainty::Certain, Evidence::Fact(&"a line end in another form"));
                }
                _ => {}
            }
        }
    }
}

fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t' || (!c.is_ascii() && unicode::classes(c).intersects(Classes::SPACE))
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many kinds of exotic space do no typographer's job, as far as it matters.
fn kinds(text: &str) -> usize {
    let mut kinds: Vec<char> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        let exotic = !c.is_ascii() && unicode::classes(c).intersects(Classes::SPACE);
        if exotic
            && !kinds.contains(&c)
            && !after.is_none_or(is_line_end)
            && !is_typography(text.get(..at).unwrap_or(""), c, after)
        {
            kinds.push(c);
            if kinds.len() >= KINDS {
                break;
            }
        }
    }
    kinds.len()
}

/// Whether the line has exotic spaces only, several of which have no job.
fn has_no_plain_space(text: &str) -> bool {
    let text = text.trim_end_matches(|c| is_blank(c) || is_line_end(c));
    let is_jobless = |&(at, c): &(usize, char)| {
        let after = text.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
        !is_typography(text.get(..at).unwrap_or(""), c, after)
    };
    let exotic = text.char_indices().filter(|&(_, c)| !c.is_ascii() && unicode::classes(c).intersects(Classes::SPACE));
    !text.contains(' ') && exotic.filter(is_jobless).nth(ALL - 1).is_some()
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
