//! Words of notations that mix scripts, and letters that are meant for digits.

use super::decide::Decision;
use super::place::Place;
use crate::rules::{Certainty, Evidence};
use crate::unicode::{self, Classes, Grade, Script};

/// Longer than numbers are, in bytes.
const FAR: usize = 80;

const NUMBER: Evidence = Evidence::Fact(&"letters in a number, by its shape");

/// Whether the word is of a notation that mixes scripts: `Кf3`, `Крe7` (pieces in Cyrillic, squares in Latin), `ΔТ`, `гIо`.
pub(super) fn is_notation(place: &Place<'_>) -> bool {
    is_move(place) || is_difference(place.word) || is_of_caucasus(place.word)
}

/// A piece of chess by its Cyrillic initial, and the Latin letter of a column before the number of its row.
fn is_move(place: &Place<'_>) -> bool {
    let square = place.word.strip_prefix("Кр").or_else(|| place.word.strip_prefix(['К', 'Ф', 'Л', 'С']));
    let is_column = square.is_some_and(|column| matches!(column.as_bytes(), [b'a'..=b'h']));
    is_column && matches!(place.after(), Some('1'..='8'))
}

/// A Greek delta, and one Cyrillic letter for what differs.
fn is_difference(word: &str) -> bool {
    let mut rest = word.strip_prefix(['Δ', 'δ']).unwrap_or_default().chars();
    rest.next().is_some_and(|c| unicode::script(c) == Script::Cyrillic) && rest.next().is_none()
}

/// `гIо`: a word of small Cyrillic letters but for its palochkas, whatever it reads like in Latin.
fn is_of_caucasus(word: &str) -> bool {
    let is_small = |c: char| unicode::script(c) == Script::Cyrillic && unicode::classes(c).intersects(Classes::LOWER);
    let is_cyrillic = |c: char| c.to_lowercase().all(is_small);
    // Letters that no English word is spoofed with.
    let has_own = || {
        word.chars()
            .any(|c| is_small(c) && unicode::lookalike_in(c, Script::Latin).is_none_or(|other| other.grade != Grade::Twin))
    };
    let mut letters = word.chars();
    let first = letters.next();
    first.is_some_and(is_cyrillic) && letters.all(|c| c == 'I' || is_small(c)) && has_palochka(word) && has_own()
}

/// Whether a word has a Latin I where languages of the Caucasus have a palochka: within it, or before a vowel (`ГIалгIай`, `Iыхьэ`).
/// They write no `і` besides: `Iосіф`.
pub(super) fn has_palochka(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я');
    !word.contains(['і', 'ї'])
        && word.char_indices().any(|(at, c)| c == 'I' && (at > 0 || word.chars().nth(1).is_some_and(is_vowel)))
}

/// Letters beyond ASCII that are meant for digits, in a number whose shape leaves no doubt: `2О25`, `$1ОО`, `1О:ЗО`, `5О%`. What is joined to
/// letters is a formula or a name: `Fе2О3`.
pub(super) fn digits(place: &Place<'_>) -> Option<Decision> {
    let letters: Box<[char]> = place.word.chars().map(digit).collect::<Option<_>>()?;
    let (span, text) = (place.unit.span, place.text);
    let start = text.floor_char_boundary(span.start.saturating_sub(FAR));
    let end = text.ceil_char_boundary((span.end + FAR).min(text.len()));
    let (head, tail) = (text.get(start..span.start)?, text.get(span.end..end)?);
    let is_in = |c: char| c.is_ascii_digit() || digit(c).is_some();
    let before = head.trim_end_matches(is_in);
    let after = tail.trim_start_matches(is_in);
    if before.is_empty() && start > 0 || after.is_empty() && end < text.len() {
        return None;
    }
    let number = text.get(start + before.len()..end - after.len())?;
    let is_letter = |c: char| unicode::classes(c).intersects(Classes::LETTER | Classes::MARK);
    let joined = |c: Option<char>| c.is_some_and(|c| is_letter(c) || matches!(c, '-' | '_' | '/' | '\\' | '#' | '='));
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let plain = number.bytes().filter(u8::is_ascii_digit).count();
    if joined(left) || joined(right) {
        return None;
    }
    let begins_plain = number.starts_with(|c: char| c.is_ascii_digit());
    let within = plain > 1 && begins_plain && number.ends_with(|c: char| c.is_ascii_digit());
    let is_sum =
        plain > 0 && begins_plain && (matches!(left, Some('$' | '€' | '£' | '₽' | '¥')) || matches!(right, Some('%' | '°')));
    let decided = within || is_sum || is_time(number, before, after);
    decided.then_some(Decision::Read { letters, certainty: Certainty::Likely, evidence: NUMBER })
}

/// Two digits on either side of a colon, one of all of them plain at least.
fn is_time(number: &str, before: &str, after: &str) -> bool {
    let is_part =
        |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(|c| c.is_ascii_digit() || digit(c).is_some());
    let minutes = after.strip_prefix(':').map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    let hours = before.strip_suffix(':').map(|rest| rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    let (Some(other), true) = (minutes.or(hours), is_part(number)) else { return false };
    let two = if minutes.is_some() { other } else { number };
    is_part(other) && two.chars().count() == 2 && format!("{number}{other}").contains(|c: char| c.is_ascii_digit())
}

/// The digit that a letter is meant for.
const fn digit(c: char) -> Option<char> {
    match c {
        'О' | 'Ο' => Some('0'),
        'З' => Some('3'),
        _ => None,
    }
}
