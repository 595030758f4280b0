//! Latin that is written into texts of every script: options, abbreviations, units, names, and letters that are named.
//!
//! It stays, whatever was spoofed around: where half of the letters of a Russian text were swapped, `TCP/IP` is still Latin.

use super::decide::Decision;
use super::place::Place;
use super::units::has_hump;
use super::{Kind, TARGETS, Unit, figures};
use crate::unicode::{Classes, Script};

/// By how many nats language must prefer another script, before an abbreviation is read in it.
const ABBREVIATION: f32 = 4.0;

/// A Latin word that is such a guest.
pub(super) fn latin_guest(place: &Place<'_>) -> Option<Decision> {
    if place.own() != Some(Script::Latin) {
        return None;
    }
    // `KiB`, `TeX`: words of no language have a capital behind a small letter.
    let is_guest = match place.unit.letters {
        1 => place.is_option() || is_named(place),
        _ => place.is_option() || has_hump(place.word) || is_joined(place) || is_abbreviation(place),
    };
    is_guest.then_some(Decision::Leave)
}

/// `TCP/IP`, `Type-Of-Service`: whether a slash or a hyphen joins it to a word that proves to be Latin.
fn is_joined(place: &Place<'_>) -> bool {
    let is_latin = |unit: &&Unit| unit.kind == Kind::Proof(Script::Latin);
    let joins = |left: &Unit, right: &Unit| matches!(place.text.get(left.span.end..right.span.start), Some("/" | "-"));
    place.previous().filter(is_latin).is_some_and(|before| joins(before, place.unit))
        || place.next().filter(is_latin).is_some_and(|next| joins(place.unit, next))
}

/// An abbreviation, unless language clearly finds it one of another script: `СССР`.
fn is_abbreviation(place: &Place<'_>) -> bool {
    let nats = |script: Script| place.language.nats(place.word, script);
    let latin = || nats(Script::Latin).unwrap_or_default();
    let is_likelier = |other: Script| other != Script::Latin && nats(other).is_some_and(|nats| nats > latin() + ABBREVIATION);
    place.is_abbreviation() && !TARGETS.into_iter().any(is_likelier)
}

/// A letter that is named: a capital in mid-sentence (`язык C`), one that is no word of the scripts near by and not between
/// two of theirs (`число x, и`), or of a variable (`$i`).
fn is_named(place: &Place<'_>) -> bool {
    if matches!(place.before(), Some('$' | '^' | '=')) || place.after() == Some('=') {
        return true;
    }
    // Of an abbreviation (`1932 p.`), of an elision, of a number (`1930-x`), or a word between others.
    let bound = matches!(place.after(), Some('.' | '\'' | '’')) || place.is_ordinal() || place.is_quoted();
    let is_upper = place.unit.classes.intersects(Classes::UPPER);
    let is_bound_to = |other: Script| {
        let is_word = || place.language.nats(place.word, other).is_some_and(|nats| nats > figures::SYMBOL);
        let reads = || if is_upper { place.leans_on() == Some(other) } else { is_word() };
        other != Script::Latin && (place.joined_to(other).is_some() || place.is_between(other) || reads())
    };
    !bound && (!is_upper || place.is_in_mid_sentence()) && !TARGETS.into_iter().any(is_bound_to)
}
