//! Letters beyond ASCII that are meant for digits, in numbers whose shape leaves no doubt: `2О25`, `1О`, `$1ОО`, `1О:ЗО`, `1.ОО0`,
//! `О7.12.2025`, `О30 1234567`, `8-8ОО-555-З5-З5`.
//!
//! A line need not be doubtful otherwise: `1О минут` is as strange in Russian as it is in English. What is joined to letters is a
//! formula or a name: `Fе2О3`, `ЗИЛ-13О`.

use memchr::{memchr2_iter, memchr3_iter};

use super::eastern::Claim;
use super::forms::is_part_of_word;
use crate::rules::{Certainty, Evidence, Line};
use crate::text::Span;
use crate::unicode::Classes;

/// How far from a number is looked for what it is part of, in bytes: longer than telephone numbers are.
const FAR: usize = 40;

/// So many groups of digits with hyphens between them, and so many digits, make a telephone number.
const GROUPS: usize = 3;
const MANY: usize = 5;
/// So many digits at least has a date that a letter stands in.
const DATED: usize = 4;

/// No group of it is longer.
const LONGEST: usize = 4;

/// What stands around the letter of a moment, `0` for any digit.
const DATE: &str = "0000-00-00";
const TIME: &str = "00:00";

const NUMBER: Evidence = Evidence::Fact(&"letters in a number, by its shape");

/// Whether such letters may stand in a line of these classes.
pub(super) fn are_possible(line: Classes) -> bool {
    line.contains(Classes::DIGIT.union(Classes::UPPER)) && line.intersects(Classes::CYRILLIC | Classes::GREEK)
}

/// The numbers of the line that letters stand in, with the digits to be put in.
pub(super) fn find(line: &Line<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    if !are_possible(line.classes) {
        return claims;
    }
    let text = line.as_str();
    let bytes = text.as_bytes();
    let mut seen = 0;
    // The last bytes of the letters.
    for at in memchr3_iter(0x97, 0x9E, 0x9F, bytes) {
        let Some(start) = at.checked_sub(1).filter(|&start| start >= seen && digit_at(text, start).is_some()) else { continue };
        let number = Number::around(text, start);
        seen = number.span.end;
        if number.is_one() {
            let edits = number.edits();
            claims.push(Claim { span: number.span, certainty: Certainty::Likely, evidence: NUMBER, edits });
        }
    }
    claims.extend(moments(text));
    claims.sort_by_key(|claim| claim.span.start);
    claims
}

/// The moments in the spelling of ISO 8601 whose `T` is another letter: `2013-08-08Т12:13`.
fn moments(text: &str) -> impl Iterator<Item = Claim> {
    let is_like = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text.bytes().zip(shape.bytes()).all(|(c, like)| if like == b'0' { c.is_ascii_digit() } else { c == like })
    };
    // The last bytes of the letters.
    memchr2_iter(0xA2, 0xA4, text.as_bytes()).filter_map(move |last| {
        let span = Span::new(last.checked_sub(1)?, last + 1);
        let date = text.get(span.start.checked_sub(DATE.len())?..span.start)?;
        let time = text.get(span.end..span.end + TIME.len())?;
        let is_moment = matches!(text.get(span.start..span.end)?, "Т" | "Τ") && is_like(date, DATE) && is_like(time, TIME);
        is_moment.then(|| Claim { span, certainty: Certainty::Certain, evidence: NUMBER, edits: vec![(span, 'T')] })
    })
}

/// The years of a line that a small letter stands in: `2о25`. Asked only of lines that do not prove their script, as these letters are
/// the commonest ones of Russian and Greek. Behind a number they may be a raised sign of degrees: `20о5′`.
pub(super) fn years(line: &Line<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    if !line.classes.contains(Classes::DIGIT) || !line.classes.intersects(Classes::CYRILLIC | Classes::GREEK) {
        return claims;
    }
    let text = line.as_str();
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // The last bytes of the letters.
    for at in memchr2_iter(0xBE, 0xBF, bytes) {
        let Some(start) = at.checked_sub(1).filter(|&start| start > 0 && is_digit(start - 1)) else { continue };
        let span = Span::new(start, at + 1);
        if !matches!(span.of(text), "о" | "ο") {
            continue;
        }
        let (Some(head), Some(tail)) = (text.get(..start), text.get(at + 1..)) else { continue };
        let century = head.trim_end_matches(|c: char| c.is_ascii_digit());
        let rest = tail.trim_start_matches(|c: char| c.is_ascii_digit());
        let (before, after) = (head.len() - century.len(), tail.len() - rest.len());
        let joins = |c: char| is_part_of_word(c) || matches!(c, '-' | '_' | '/' | '.' | ',' | '\'' | '′' | '’' | '"' | '″' | '°');
        let is_year = (before, after) == (1, 2)
            && head.get(century.len()..).is_some_and(|head| head.starts_with(['1', '2']))
            && !century.ends_with(joins)
            && !rest.starts_with(|c| joins(c) && !matches!(c, '.' | ','));
        if is_year {
            let number = Span::new(century.len(), at + 1 + after);
            claims.push(Claim { span: number, certainty: Certainty::Likely, evidence: NUMBER, edits: vec![(span, '0')] });
        }
    }
    claims
}

/// Digits, and letters that may be meant for some, in a row.
struct Number<'a> {
    text: &'a str,
    span: Span,
    /// What stands before and behind it, as far as is looked.
    before: &'a str,
    after: &'a str,
}

impl<'a> Number<'a> {
    /// The number around the letter at byte `at`.
    fn around(text: &'a str, at: usize) -> Self {
        let (head, tail) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
        let start = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let end = text.len() - tail.trim_start_matches(is_in).len();
        let first = text.floor_char_boundary(start.saturating_sub(FAR));
        let last = text.ceil_char_boundary((end + FAR).min(text.len()));
        let before = text.get(first..start).unwrap_or_default();
        Self { text, span: Span::new(start, end), before, after: text.get(end..last).unwrap_or_default() }
    }

    fn digits(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// Whether its shape leaves no doubt.
    fn is_one(&self) -> bool {
        let digits = self.digits();
        if self.is_joined() {
            return self.is_in_telephone_number();
        }
        let plain = digits.bytes().filter(u8::is_ascii_digit).count();
        let begins = digits.starts_with(|c: char| c.is_ascii_digit());
        let within = plain > 1 && begins && digits.ends_with(|c: char| c.is_ascii_digit());
        // `5З` is a class of a school, a house, a bus.
        let round = begins && !digits.contains('З');
        let is_sum = begins && (self.before.ends_with(['$', '€', '£', '₽', '¥']) || self.after.starts_with(['%', '°', '₽', '€']));
        !self.is_in_equation()
            && (within
                || round
                || is_sum
                || self.is_fraction()
                || self.is_time()
                || self.is_grouped()
                || self.is_date()
                || self.is_dotted()
                || self.is_area_code())
    }

    /// Whether it belongs to a name, a formula or an identifier.
    fn is_joined(&self) -> bool {
        let joins = |c: Option<char>| {
            c.is_some_and(|c| is_part_of_word(c) || matches!(c, '-' | '_' | '/' | '\\' | '#' | '=' | '&' | '@'))
        };
        joins(self.before.chars().next_back()) || joins(self.after.chars().next())
    }

    /// `2О2 + 2Н2`: chemistry.
    fn is_in_equation(&self) -> bool {
        if self.after.starts_with(';') {
            return false; // a statement of a program
        }
        let is_sign = |c: char| matches!(c, '+' | '=' | '→' | '⇌' | '↔');
        self.before.trim_end().ends_with(is_sign) || self.after.trim_start().starts_with(is_sign)
    }

    /// `О,5`: nothing but a zero stands before a comma and a digit.
    fn is_fraction(&self) -> bool {
        let mut after = self.after.chars();
        matches!(self.digits(), "О" | "Ο")
            && matches!(after.next(), Some(',' | '.'))
            && after.next().is_some_and(|c| c.is_ascii_digit())
            && self.before.chars().next_back().is_none_or(|c| matches!(c, ' ' | '(' | '~' | '≈'))
    }

    /// Two digits on either side of a colon, one of all of them plain at least.
    fn is_time(&self) -> bool {
        let is_part = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(is_in);
        let digits = self.digits();
        let minutes =
            self.after.strip_prefix(':').map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
        let hours =
            self.before.strip_suffix(':').map(|rest| rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
        let (Some(other), true) = (minutes.or(hours), is_part(digits)) else { return false };
        let two = if minutes.is_some() { other } else { digits };
        let has_plain = |part: &str| part.contains(|c: char| c.is_ascii_digit());
        is_part(other) && two.chars().count() == 2 && (has_plain(digits) || has_plain(other))
    }

    /// `€1.О00`: three digits behind others and a point, and one of them a digit; a sum stands there, or a thousand.
    fn is_grouped(&self) -> bool {
        let digits = self.digits();
        let before = self.before.strip_suffix(['.', ',', '\u{A0}', '\u{202F}']).unwrap_or_default();
        let is_free = |c: Option<char>| c.is_none_or(|c| !is_part_of_word(c) && !matches!(c, '.' | ',' | '-' | '/' | '_'));
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=3).contains(&(before.len() - head.len()))
            && is_free(head.chars().next_back())
            && digits.chars().count() == 3
            && digits.contains(|c: char| c.is_ascii_digit())
            && !digits.contains('З')
            && !self.after.starts_with('.')
    }

    /// `О7.12.2О25`: days, months and years, with points between them.
    fn is_date(&self) -> bool {
        let is_part = |c: char| is_in(c) || c == '.';
        let before = self.before.len() - self.before.trim_end_matches(is_part).len();
        let after = self.after.len() - self.after.trim_start_matches(is_part).len();
        let span = Span::new(self.span.start - before, self.span.end + after);
        let (Some(head), Some(tail)) = (self.text.get(..span.start), self.text.get(span.end..)) else { return false };
        let is_free = |c: Option<char>| c.is_none_or(|c| !is_part_of_word(c) && !matches!(c, '-' | '/' | '_' | ':'));
        let date = span.of(self.text).trim_end_matches('.');
        let mut parts = date.split('.').map(|part| part.chars().count());
        let sizes = (parts.next(), parts.next(), parts.next(), parts.next());
        is_free(head.chars().next_back())
            && is_free(tail.chars().next())
            && matches!(sizes, (Some(1 | 2), Some(2), Some(2 | 4), None))
            && date.split('.').all(|part| part.contains(|c: char| c.is_ascii_digit()))
            && date.bytes().filter(u8::is_ascii_digit).count() >= DATED
    }

    /// `192.168.О.1`: an address of four numbers; `version: 1.О`: one number behind a key, and nothing else.
    fn is_dotted(&self) -> bool {
        let is_part = |c: char| is_in(c) || c == '.';
        let head = self.before.trim_end_matches(is_part);
        let rest = self.after.trim_start_matches(is_part);
        let number = [self.before.get(head.len()..), Some(self.digits()), self.after.get(..self.after.len() - rest.len())];
        let number = number.map(Option::unwrap_or_default).concat();
        let is_free = |c: Option<char>| c.is_none_or(|c| !is_part_of_word(c) && !matches!(c, '-' | '_' | '@'));
        let sizes = || number.split('.').map(|part| part.chars().count());
        let plain = number.split('.').filter(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())).count();
        let is_address = || sizes().count() == 4 && sizes().all(|size| (1..=3).contains(&size)) && plain > 1;
        let is_value = || {
            let ends = rest.trim_start_matches(['"', '\'', ',', ';']).trim_end().is_empty() && self.after.len() < FAR;
            sizes().count() > 1
                && sizes().all(|size| size > 0)
                && plain > 0
                && ends
                && head.trim_end_matches([' ', '"', '\'']).ends_with([':', '='])
        };
        self.digits() != "З" && is_free(head.chars().next_back()) && is_free(rest.chars().next()) && (is_address() || is_value())
    }

    /// `Tel. О30 1234567`: a zero that others follow, before a number of some length, behind what announces one: `Серия О30 123456` does not.
    fn is_area_code(&self) -> bool {
        let digits = self.digits();
        let rest = digits.strip_prefix(['О', 'Ο']).unwrap_or_default();
        let number = self.after.strip_prefix(' ').unwrap_or_default();
        let end = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
        (2..=4).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_digit())
            && number.bytes().take(end).filter(u8::is_ascii_digit).count() > MANY
            && !number.get(end..).is_some_and(|rest| rest.starts_with(is_part_of_word))
            && self.before.trim_end_matches(' ').ends_with(['.', ':', '(', '+'])
    }

    /// Groups of digits with hyphens between them, and nothing else.
    fn is_in_telephone_number(&self) -> bool {
        let is_part = |c: char| is_in(c) || c == '-';
        let before = self.before.len() - self.before.trim_end_matches(is_part).len();
        let after = self.after.len() - self.after.trim_start_matches(is_part).len();
        let span = Span::new(self.span.start - before, self.span.end + after);
        let is_free =
            |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | '(' | ')' | ',' | ';' | '.' | ':' | '+' | '\n' | '\t'));
        let beside = (self.text.get(..span.start), self.text.get(span.end..));
        let (Some(head), Some(tail)) = beside else { return false };
        let number = span.of(self.text);
        let groups = || number.split('-');
        is_free(head.chars().next_back())
            && is_free(tail.chars().next())
            && groups().count() >= GROUPS
            && groups().all(|group| (1..=LONGEST).contains(&group.chars().count()))
            && number.bytes().filter(u8::is_ascii_digit).count() >= MANY
    }

    fn edits(&self) -> Vec<(Span, char)> {
        let digits = self.digits().char_indices();
        let letters = digits.filter_map(|(at, c)| Some((Span::new(at, at + c.len_utf8()), digit(c)?)));
        letters.map(|(span, digit)| (span.shifted(self.span.start), digit)).collect()
    }
}

fn is_in(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some()
}

/// The digit that the letter at byte `at` may be meant for.
fn digit_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next().and_then(digit)
}

/// The digit that a letter is meant for.
const fn digit(c: char) -> Option<char> {
    match c {
        'О' | 'Ο' => Some('0'),
        'З' => Some('3'),
        _ => None,
    }
}
