//! The case of letters that were read: signs of syllabaries have none.

use super::Unit;
use super::choices::{OTHERWISE, cost, looks};
use super::place::Place;
use crate::unicode::{self, Classes, Grade};

/// What a capital at the beginning of a sentence is worth, and a small letter within it.
const BEGINS: f32 = 4.0;
const MIDDLE: f32 = 1.5;
const COMMON: f32 = 4.0;
/// A word that is likelier than this is no name.
const COMMON_WORD: f32 = -11.0;

/// What taking a sign for the other case of the letter that it resembles costs.
const OTHER_CASE: f32 = 2.5;
const BARRED_STEM: f32 = 1.0;

/// Gives each letter its case: that of what stands there, where it has one; else that of its place in the word, and of the
/// letter that the sign resembles most.
pub(super) fn put_in_case(place: &Place<'_>, letters: &mut [char], nats: f32) {
    let is_cased = |c: char| case_of(c).is_some();
    let cased = || place.word.chars().filter(|&c| is_cased(c));
    let all_upper = cased().count() > 1 && cased().all(|c| case_of(c) == Some(true));
    // `𐊱O`: what follows the sign is in capitals.
    let rest_upper = cased().count() > 0 && cased().all(|c| case_of(c) == Some(true));
    let begins = place.begins_sentence();
    let is_address = place.address().is_some();
    let letters_count = letters.len();
    // `McDonald`
    let is_patronymic =
        matches!(letters, ['m' | 'M', 'c', _, _, ..]) && place.word.chars().next().and_then(case_of) == Some(true);
    for (at, (c, letter)) in place.word.chars().zip(letters.iter_mut()).enumerate() {
        let upper = match (case_of(c), only_case(c, *letter)) {
            (Some(upper), _) => upper,
            (None, Some(upper)) if at == 0 || upper && rest_upper => upper,
            _ if at == 0 && rest_upper => true,
            // `U𐊖`: words of two letters that begin with a capital in mid-sentence are mostly abbreviations.
            _ if at == 1 && rest_upper && letters_count == 2 && !begins => true,
            _ if at == 2 && is_patronymic => true,
            _ if at > 0 || all_upper => all_upper,
            _ if is_address => false,
            // Words in the middle of a sentence begin with a small letter, unless they are rare ones, which may be names.
            _ => {
                let among_capitals = is_capitalised(place.previous()) && is_capitalised(place.next());
                let resembles = |other: char| looks(c).filter(|look| look.target == other).map(cost).fold(OTHERWISE, f32::min);
                let (capital, small) = (resembles(letter.to_ascii_uppercase()), resembles(letter.to_ascii_lowercase()));
                let middle = if nats > COMMON_WORD { COMMON } else { MIDDLE };
                let place = if begins {
                    -BEGINS
                } else if among_capitals {
                    0.0
                } else {
                    middle
                };
                // A stem with a bar across reads as either.
                let other_case = if letter.eq_ignore_ascii_case(&'t') { BARRED_STEM } else { OTHER_CASE };
                capital.min(small + other_case) + place < small.min(capital + other_case)
            }
        };
        // ASCII only: nothing here turns into more than one letter.
        if letter.is_ascii() {
            *letter = if upper { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() };
        }
    }
}

fn is_capitalised(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| unit.classes.intersects(Classes::UPPER))
}

/// Whether the letter is a capital; nothing if it has no case, as signs of syllabaries do not.
pub(super) fn case_of(c: char) -> Option<bool> {
    let classes = unicode::classes(c);
    classes.intersects(Classes::UPPER | Classes::LOWER).then(|| classes.intersects(Classes::UPPER))
}

/// The case in which a sign reads as the letter, where somebody has judged that it does so in one case only and the cases differ
/// by more than size: `ᗞ` is a capital wherever it begins a word. True for the capital.
fn only_case(c: char, letter: char) -> Option<bool> {
    let (capital, small) = (letter.to_ascii_uppercase(), letter.to_ascii_lowercase());
    let judged = |target: char| looks(c).find(|other| other.target == target && other.grade != Grade::Far);
    match (judged(capital), judged(small)) {
        // A bare stem, and one with a bar across, read as either.
        _ if matches!(small, 'i' | 'l' | 't') && judged(small).is_none() => None,
        // Where only size tells the cases apart, it must be the very shape: `ꓪ` is as tall as a capital.
        (Some(found), None) => (found.distance == 0 || !is_same_in_both_cases(small)).then_some(true),
        (None, Some(_)) => (!is_same_in_both_cases(small)).then_some(false),
        _ => None,
    }
}

const fn is_same_in_both_cases(small: char) -> bool {
    matches!(small, 'c' | 'i' | 'l' | 'o' | 'p' | 's' | 'u'..='z')
}
