//! Uses of a character that are legal by nature: talk about it, notation, formats and escapes, the signs of some script.

use super::identifiers;
use super::judge::Page;
use super::tokens::Context;
use crate::escape;
use crate::text::Span;
use crate::unicode::{self, Classes, Script, Style};

/// How many letters make a word that language can judge by itself, and that styled letters spell on purpose.
pub const WORD: usize = 4;

/// Whether the word is of fullwidth letters in a row of letters or signs of East Asia, with or without a blank between: `ＭＳ 明朝`.
pub fn is_wide_beside_ideographs(text: &str, span: Span) -> bool {
    let (before, after) = around(text, span, WIDEST);
    span.of(text).chars().all(is_wide)
        && [behind_wide(before.chars().rev()), behind_wide(after.chars())].into_iter().flatten().any(is_eastern)
}

/// Whether the name around is of ASCII otherwise: there nobody types a wide letter on purpose.
pub fn is_wide_in_plain_name(text: &str, span: Span) -> bool {
    let name = identifiers::around(text, span).of(text);
    name.chars().any(|c| c.is_ascii_alphanumeric()) && name.chars().all(|c| c.is_ascii() || is_wide(c))
}

/// Whether the word is of fullwidth letters in a text of East Asia, whose keyboards type them: a list of words, a table.
pub fn is_wide_among_ideographs(text: &str, span: Span) -> bool {
    const SEVERAL: usize = 3;
    let (before, after) = around(text, span, WIDEST);
    span.of(text).chars().all(is_wide) && before.chars().chain(after.chars()).filter(|&c| is_eastern(c)).count() >= SEVERAL
}

/// Whether it is a letter or a sign of East Asia.
pub fn is_eastern(c: char) -> bool {
    let script = unicode::script(c);
    matches!(script, Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo)
        || matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}')
}

/// Whether the marks stand on no letter: they are listed.
pub fn is_mark_in_pattern(text: &str, span: Span) -> bool {
    let is_mark = |c: &char| unicode::classes(*c).intersects(Classes::MARK);
    let (before, _) = around(text, span, WIDEST);
    before.chars().rev().find(|c| !is_mark(c)).is_none_or(|c| !c.is_alphanumeric())
}

/// Whether the marks are a sign of number or abbreviation of Church Slavonic with what else stands on the letter.
pub fn is_titlo(marks: &str) -> bool {
    const MOST: usize = 4;
    marks.chars().count() <= MOST && marks.chars().any(|c| matches!(c, '\u{483}'..='\u{487}' | '\u{A66F}'))
}

/// The first character that is neither wide nor a blank; further wide words may stand before it (`ＭＳ Ｐゴシック`).
fn behind_wide(mut chars: impl Iterator<Item = char>) -> Option<char> {
    const BLANKS: usize = 2;
    let mut blanks = 0;
    chars.find(|&c| {
        let is_blank = matches!(c, ' ' | '\u{3000}' | '\r' | '\n');
        blanks += usize::from(is_blank);
        blanks > BLANKS || !(is_blank || is_wide(c))
    })
}

fn is_wide(c: char) -> bool {
    matches!(unicode::styled(c), Some((_, Style::Fullwidth)))
}

/// How far a row of wide letters is followed, in bytes.
const WIDEST: usize = 96;

/// Raised and lowered digits and signs are notation, in exponents as in footnotes, and so are the signs of ordinals.
pub fn is_notation(text: &str) -> bool {
    text.chars().all(|c| match unicode::styled(c) {
        Some((base, Style::Superscript | Style::Subscript)) => !base.is_alphabetic() || matches!(c, 'ª' | 'º'),
        _ => !c.is_alphabetic(),
    })
}

/// Whether all letters beyond ASCII are such as mathematics names its sets with, and raised and lowered ones: `toℚᵘ`.
pub fn is_of_sets(word: &str) -> bool {
    let is_set = |c: char| matches!(c, 'ℂ' | 'ℍ' | 'ℕ' | 'ℙ' | 'ℚ' | 'ℝ' | 'ℤ' | '𝔹' | '𝔽' | '𝕊');
    let is_raised = |c: char| matches!(unicode::styled(c), Some((_, Style::Subscript | Style::Superscript)));
    word.contains(is_set) && word.chars().all(|c| c.is_ascii() || is_set(c) || is_raised(c))
}

/// Whether a raised or lowered number belongs to a word in a font of its own: `𝗅𝗈𝗀₁₀` is a function.
pub fn is_numbered(text: &str, span: Span) -> bool {
    let is_raised = |c: char| matches!(unicode::styled(c), Some((_, Style::Subscript | Style::Superscript)));
    let (_, after) = neighbours(text, span);
    after.is_some_and(|c| is_raised(c) && is_notation(c.encode_utf8(&mut [0; 4]))) && !span.of(text).chars().any(is_raised)
}

/// Whether a string holds nothing else, so that the character is talked about: an entry of a table, or a test. Of marks, whether
/// there is nothing but a letter or two that they stand on; of what is invisible, nothing but signs and escapes. Or whether it
/// stands alone between quotes in a comment, as in a text about it.
pub fn is_mention(page: &Page<'_>, span: Span, context: Context) -> bool {
    const LONGEST: usize = 96; // quotes, prefixes and hashes, each character with its marks
    const FEW: usize = 3;
    let text = page.text;
    let token = page.tokens.at(span.start).filter(|token| context == Context::String && token.span.len() <= LONGEST);
    let inner = token.and_then(|token| inside(token.span.of(text)));
    if span.of(text).chars().all(|c| !c.is_ascii() && escape::is_hazard(c)) {
        let is_alone = inner.is_some_and(|inner| !has_letters(inner)) || context != Context::Code && is_quoted(text, span);
        return is_alone && span.of(text).chars().count() <= FEW;
    }
    let Some(inner) = inner else { return false };
    let is_mark = |c: char| unicode::classes(c).intersects(Classes::MARK);
    let is_raised = |c: char| matches!(unicode::styled(c), Some((_, Style::Superscript)));
    let letters = inner.chars().filter(|&c| !is_mark(c)).count();
    let is_whole = inner == span.of(text);
    letters <= 1
        || letters == 2 && (is_whole || inner.chars().any(is_mark))
        || letters < WORD && is_whole && inner.chars().all(is_raised)
}

/// Whether a text says that a program wrote it, in the words of Go: what its strings hold side by side are no words.
pub fn is_generated(text: &str) -> bool {
    const HEAD: usize = 1000;
    let head = (0..=text.len().min(HEAD)).rev().find_map(|end| text.get(..end)).unwrap_or_default();
    head.lines().any(|line| line.contains("Code generated ") && line.contains("DO NOT EDIT"))
}

/// Whether a string holds nothing but a few characters beyond ASCII: an entry of a table of code pages.
pub fn is_entry_of_signs(page: &Page<'_>, span: Span) -> bool {
    const FEW: usize = 4;
    let token = page.tokens.at(span.start).filter(|token| token.context == Context::String);
    let inner = token.and_then(|token| inside(token.span.of(page.text)));
    inner.is_some_and(|inner| inner.chars().count() <= FEW && !inner.contains(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether a string has a letter or a digit, besides those of escapes: `\t`, `\1`.
fn has_letters(string: &str) -> bool {
    let mut escaped = false;
    string.chars().any(|c| {
        let counts = c.is_alphanumeric() && !escaped && !escape::is_hazard(c);
        escaped = c == '\\';
        counts
    })
}

/// Whether it stands alone between a pair of quotes, or behind the sign that quotes a character in Lisp: `(?x)`.
fn is_quoted(text: &str, span: Span) -> bool {
    let (before, after) = neighbours(text, span);
    let is_blank = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']'));
    if before == Some('?') && is_blank(after) && is_blank(around(text, span, 5).0.chars().rev().nth(1)) {
        return true;
    }
    // In a string that is in quotes itself, the sign that escapes a quote.
    let is_escaped =
        around(text, span, 2).1.strip_prefix('\\').is_some_and(|tail| before.is_some_and(|quote| tail.starts_with(quote)));
    if is_escaped && matches!(before, Some('"' | '\'')) {
        return true;
    }
    let pairs = [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('‘', '’'), ('„', '“'), ('«', '»')];
    before.zip(after).is_some_and(|pair| pairs.contains(&pair))
}

/// What stands between the quotes of a string.
fn inside(string: &str) -> Option<&str> {
    let open = string.find(['"', '\'', '`'])?;
    let quote = string.get(open..)?.chars().next()?;
    let close = string.rfind(quote).filter(|&close| close > open)?;
    string.get(open..close).map(|inner| inner.trim_start_matches(quote)).map(|inner| inner.trim_end_matches(quote))
}

/// Whether a variation selector chooses the style of an emoji that is written as an escape, or of a sign that has one by the
/// standard: `\u2764` and `#`, digits among them, since they begin the emoji of keys.
pub fn is_style_of_emoji(text: &str, span: Span) -> bool {
    const LONGEST: usize = 10; // `\U0001F6E0`
    let before = text.get(..span.start).unwrap_or_default();
    let digits: usize =
        before.chars().rev().take(LONGEST).take_while(|c| c.is_ascii_hexdigit() || matches!(c, '{' | '}')).count();
    let is_escape = || {
        let head = before.get(..before.len() - digits).unwrap_or_default();
        digits >= 4 && ["\\u", "\\U", "&#x"].iter().any(|mark| head.ends_with(mark))
    };
    matches!(span.of(text), "\u{FE0E}" | "\u{FE0F}")
        && (before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '#' | '*')) || is_escape())
}

/// Whether it is a joiner beside a letter of a script of which little is known: neither one that has no use for joiners, nor one
/// that the rule knows to be written with them. Or on a line with such letters, or without any letter (a pattern for their words), and not
/// between two others.
pub fn is_joiner_of_others(text: &str, span: Span) -> bool {
    const LONGEST: usize = 200;
    let is_letter = |c: char| unicode::classes(c).intersects(Classes::LETTER.union(Classes::MARK));
    let is_other = |c: char| {
        let has_none = Classes::LATIN.union(Classes::CYRILLIC).union(Classes::GREEK);
        is_letter(c)
            && !unicode::classes(c).intersects(has_none)
            && !matches!(unicode::script(c), Script::Common | Script::Inherited | Script::Han | Script::Hangul)
    };
    let (before, after) = neighbours(text, span);
    if !matches!(span.of(text), "\u{200C}" | "\u{200D}") {
        return false;
    }
    let is_between_places = before == Some('}') && after == Some('{');
    if is_between_places || before.is_some_and(is_other) || after.is_some_and(is_other) {
        return true;
    }
    let (head, tail) = around(text, span, LONGEST);
    let head = head.rsplit('\n').next().unwrap_or_default();
    let tail = tail.split('\n').next().unwrap_or_default();
    let mut line = head.chars().chain(tail.chars()).filter(|&c| is_letter(c)).peekable();
    !(before.is_some_and(is_letter) && after.is_some_and(is_letter)) && (line.peek().is_none() || line.any(is_other))
}

/// Whether it is a sign of a script that is at hand: vowel separators and variation selectors of Mongolian, breaks between words of
/// scripts that write none, and their opposite.
pub fn is_sign_of_script(text: &str, span: Span) -> bool {
    const NEAR: usize = 60;
    const FEW: usize = 3;
    use Script::{Khmer, Lao, Mongolian, Myanmar, Thai};
    let scripts: &[Script] = match span.of(text).chars().next() {
        Some('\u{180B}'..='\u{180F}') => &[Mongolian],
        Some('\u{200B}' | '\u{2060}') => &[Khmer, Lao, Myanmar, Thai],
        _ => return false,
    };
    let is_one_kind = |c: char| matches!(c, '\u{180B}'..='\u{180F}') == (scripts == [Mongolian]);
    let (before, after) = around(text, span, NEAR);
    let mut near = before.chars().chain(after.chars()).map(unicode::script);
    span.of(text).chars().count() <= FEW
        && span.of(text).chars().all(is_one_kind)
        && !is_between_ascii(text, span)
        && near.any(|script| scripts.contains(&script))
}

fn is_between_ascii(text: &str, span: Span) -> bool {
    let (before, after) = neighbours(text, span);
    before.zip(after).is_some_and(|(before, after)| before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric())
}

/// Whether it is a soft hyphen where it hides nothing: before a letter or between signs, as of a format, not between two letters. Or between
/// letters of a line where nothing but other soft hyphens is invisible, if only these speak against it.
pub fn is_hyphen_of_word(text: &str, span: Span, is_certain: bool) -> bool {
    const LONGEST: usize = 200;
    if !span.of(text).chars().all(|c| c == '\u{AD}') {
        return false;
    }
    let (before, after) = neighbours(text, span);
    if is_between_letters(text, span) {
        let (head, tail) = around(text, span, LONGEST);
        let line = [head.rsplit('\n').next(), tail.split('\n').next()];
        let is_other = |c: char| c != '\u{AD}' && escape::is_hazard(c);
        return !is_certain && !line.into_iter().flatten().any(|part| part.contains(is_other));
    }
    let is_beside = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    is_beside(before) && is_beside(after) || after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '=' | '<' | '['))
}

/// Whether so many that are not seen, of more than one kind, stand in a row that they are bits of something.
pub fn is_row_of_bits(shown: &str) -> bool {
    const MANY: usize = 8;
    let is_unseen = |c| !unicode::classes(c).intersects(Classes::LETTER) && escape::is_hazard(c);
    shown.chars().nth(MANY - 1).is_some() && shown.chars().all(is_unseen) && shown.chars().any(|c| !shown.starts_with(c))
}

pub fn is_between_letters(text: &str, span: Span) -> bool {
    let (before, after) = neighbours(text, span);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_letter(before) && is_letter(after)
}

/// The text before and behind a span, up to so many bytes of each.
pub fn around(text: &str, span: Span, bytes: usize) -> (&str, &str) {
    let start = (span.start.saturating_sub(bytes)..=span.start).find(|&at| text.is_char_boundary(at)).unwrap_or(span.start);
    let end = (span.end..=text.len().min(span.end + bytes)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(span.end);
    (text.get(start..span.start).unwrap_or_default(), text.get(span.end..end).unwrap_or_default())
}

/// The characters before and behind a span.
pub fn neighbours(text: &str, span: Span) -> (Option<char>, Option<char>) {
    let (before, after) = around(text, span, 4);
    (before.chars().next_back(), after.chars().next())
}

/// Whether it stands at a range in a class of characters: `a-zа-яё`. In there, what stands side by side is no word.
pub fn is_in_class(text: &str, span: Span) -> bool {
    const FAR: usize = 160; // longer than a handful of ranges
    let (before, after) = around(text, span, FAR);
    let chars: Vec<char> = before.chars().chain(span.of(text).chars()).chain(after.chars()).collect();
    let here = before.chars().count();
    let length = span.of(text).chars().count();
    let is_hyphen = |at: usize| matches!(chars.get(at), Some('-' | '–'));
    let is_letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphabetic());
    // Words on both sides, and no other range beside it: `web-страница`.
    let joins_words = |at: usize| {
        let before = at.checked_sub(1).is_some_and(is_letter) && !at.checked_sub(2).is_some_and(is_hyphen);
        before && is_letter(at + 3) && !is_hyphen(at + 4)
    };
    let is_range = |at: usize| match chars.get(at..at + 3) {
        Some(&[from, '-' | '–', to]) => from < to && from.is_alphanumeric() && to.is_alphanumeric() && !joins_words(at),
        _ => false,
    };
    let touches = (here.saturating_sub(2)..here + length).any(is_range);
    // One hyphen between two letters may be a hyphen.
    touches && (0..chars.len()).filter(|&at| is_range(at)).count() >= 2
}

/// Whether the word mixes scripts only because it begins with the end of an escape, a format or a reference: `\u00e9лан`, `%1$sа`,
/// `%(name)sа`, or a sequence that steers a terminal.
pub fn is_escape(text: &str, span: Span) -> bool {
    let word = span.of(text);
    // A font of roff, or an option: `\\fIслово\\fP`, `\\-P`.
    let before = around(text, span, 2).0;
    if word.len() == 1 && word.is_ascii() && (before.ends_with("\\f") || before.ends_with("\\-")) {
        return true;
    }
    let length = escape_length(text, span);
    length > 0 && word.get(length..).is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_ascii_alphabetic()))
}

/// How many letters and digits at the beginning of a word are the end of an escape, of a format or of a reference.
pub fn escape_length(text: &str, span: Span) -> usize {
    const LONGEST: usize = 10;
    const NAME: usize = 64;
    let word = span.of(text);
    let ascii = word.len() - word.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    if ascii == 0 || ascii == word.len() {
        return 0;
    }
    let (before, _) = around(text, span, NAME);
    if ascii == 1 && (is_named_format(before) || is_control_sequence(before)) {
        return 1;
    }
    let from = before.len() - before.char_indices().rev().take(LONGEST).last().map_or(0, |(at, _)| before.len() - at);
    let head = format!("{}{}", before.get(from..).unwrap_or_default(), word.get(..ascii).unwrap_or_default());
    let Some(at) = head.rfind(['\\', '%']) else { return 0 };
    let body = head.get(at + 1..).unwrap_or_default();
    let is_end = if head.get(at..).is_some_and(|head| head.starts_with('%')) {
        let is_flag = |c: char| c.is_ascii_digit() || matches!(c, '$' | '.' | '-' | '+' | '#' | 'l' | 'h' | '*' | '[' | ']');
        body.len() <= 8 && body.chars().rev().skip(1).all(is_flag)
    } else {
        match body.chars().next() {
            // A font of roff: `\\fI`.
            Some('f') if body.len() == 2 => body.bytes().skip(1).all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()),
            Some('u' | 'x' | 'U' | 'N') => body.chars().skip(1).all(|c| c.is_ascii_hexdigit() || matches!(c, '{' | '}')),
            Some(_) => body.len() == 1 || body.len() == ascii && body.chars().all(|c| c.is_ascii_digit()),
            None => false,
        }
    };
    if is_end { ascii } else { 0 }
}

/// Whether `%(name)` ends a text, and what follows is its letter.
fn is_named_format(text: &str) -> bool {
    let name = text.strip_suffix(')').and_then(|text| text.rsplit_once("%(")).map(|(_, name)| name);
    name.is_some_and(|name| !name.contains(['\n', ')']))
}

/// Whether `ESC [ 3 1` ends a text, and what follows is its letter (ECMA-48, control sequences); in whatever way ESC is written.
fn is_control_sequence(text: &str) -> bool {
    const WRITTEN: [&str; 7] = ["\\033", "\\x1b", "\\e", "\\u001b", "\\u{1b}", "\\U0000001b", "^["];
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ';' | '?')).strip_suffix('[');
    head.is_some_and(|head| {
        let is_written = |escape: &str| {
            let from = head.len().checked_sub(escape.len());
            from.and_then(|from| head.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(escape))
        };
        head.ends_with('\u{1B}') || WRITTEN.iter().any(|escape| is_written(escape))
    })
}
