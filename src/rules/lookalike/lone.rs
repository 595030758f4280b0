//! Single letters and Roman numerals of Cyrillic or Greek, and words of syllabaries, alone among Latin words: `I have а dog`,
//! `J. К. Rowling`, `Louis ХIV`, `ᏟᎪᎢ`.
//!
//! Their place alone speaks against them, whether something near by was spoofed or not. It is enough where all that is near is Latin of
//! a language that is known, and nobody speaks of letters: who writes in Latin types no lone Cyrillic letter on purpose then.

use super::decide::Decision;
use super::figures::COMMON;
use super::forms::form_in;
use super::place::Place;
use super::{Kind, context};
use crate::rules::{Certainty, Evidence, Line};
use crate::unicode::{self, Classes, Script};

/// What people say who speak of letters, alphabets and look-alikes: beginnings of words, in small letters.
const OF_LETTERS: [&str; 63] = [
    "abecad",
    "abeced",
    "alfabet",
    "alphab",
    "betű",
    "bokstav",
    "buchstab",
    "caract",
    "charact",
    "cherok",
    "chữ",
    "cirill",
    "cirílic",
    "compar",
    "confusab",
    "consonan",
    "cyril",
    "font",
    "glyph",
    "grec",
    "greek",
    "griech",
    "harf",
    "homogly",
    "homogra",
    "huruf",
    "kiril",
    "kreikk",
    "kyril",
    "letra",
    "letter",
    "lettr",
    "lisu",
    "liter",
    "look-alike",
    "lookalike",
    "preposi",
    "pronom",
    "pronounc",
    "pronunc",
    "präposition",
    "písm",
    "rosyjsk",
    "rusk",
    "ruso",
    "russ",
    "script",
    "serb",
    "slav",
    "spell",
    "syllab",
    "symbol",
    "tsalagi",
    "taal",
    "transcri",
    "translit",
    "typograph",
    "u+",
    "ukrain",
    "unicode",
    "vocal",
    "vowel",
    "zeichen",
];

/// How few Latin words prove a line.
const FEW: u32 = 2;

/// How likely each letter of a whole word must be at least, its end counted as one: words of the language have -1 to -2.
pub(super) const LIKELY: f32 = -2.2;

/// What the place of a lone letter says, or of a word wholly of a script that nothing else is in. Words near by that were spoofed say
/// more than the place does; they are asked first.
pub(super) fn among_latin(place: &Place<'_>) -> Option<Decision> {
    let is_in_company = place.heard().all_company(Script::Latin) > 0.0 && !matches!(place.unit.kind, Kind::Numeral(_));
    if is_in_company { None } else { by_place(place) }
}

/// What the place says, where nothing else said anything.
pub(super) fn by_place(place: &Place<'_>) -> Option<Decision> {
    let unit = place.unit;
    let is_meant: fn(&Place<'_>) -> bool = match unit.kind {
        _ if !unit.forms.twins().contains(Script::Latin) => return None,
        Kind::Ambiguous(Script::Cyrillic | Script::Greek) if unit.letters == 1 => is_letter,
        Kind::Ambiguous(Script::Cyrillic | Script::Greek) if place.is_roman() => is_numeral,
        Kind::Numeral(_) => is_numeral,
        Kind::Ambiguous(Script::Unknown) if unit.letters > 2 => is_word,
        _ => return None,
    };
    let heard = place.heard();
    let is_latin = place.context.only() == Some(Script::Latin) && heard.words(Script::Latin) >= FEW;
    if !is_latin || place.is_quoted() || place.address().is_some() || !place.language.is_plain_talk() || !is_meant(place) {
        return None;
    }
    let evidence = Evidence::Context { script: Script::Latin, words: heard.words(Script::Latin) };
    Some(Decision::Restore { to: Script::Latin, certainty: Certainty::Likely, evidence })
}

/// `ᏟᎪᎢ`: a word of a syllabary that is likely Latin.
fn is_word(place: &Place<'_>) -> bool {
    let letters = place.unit.letters as f32;
    let is_likely = || place.language.nats(place.word, Script::Latin).is_some_and(|nats| nats > LIKELY * (letters + 1.0));
    place.language.is_known_by_few() && (place.follows(Script::Latin) || place.leans_on() == Some(Script::Latin)) && is_likely()
}

/// A numeral in capitals, behind a word or before one.
fn is_numeral(place: &Place<'_>) -> bool {
    let is_upper = !place.unit.classes.intersects(Classes::LOWER);
    // `СМ`, `СС`, `МС` are abbreviations.
    let is_small_number = || place.word.chars().any(|c| matches!(form_in(c, Script::Latin), Some('I' | 'V' | 'X')));
    is_upper && is_small_number() && (place.follows(Script::Latin) || place.leans_on() == Some(Script::Latin))
}

/// Whether a letter is a word, an initial, a label or a part of a word, by what stands beside it.
fn is_letter(place: &Place<'_>) -> bool {
    // Initials are the same in all languages.
    if place.is_initial(Script::Latin) {
        return true;
    }
    if !place.language.is_known_by_few() {
        return false;
    }
    let nats = || place.language.nats(place.word, Script::Latin).unwrap_or(f32::NEG_INFINITY);
    let small = place.unit.classes.intersects(Classes::LOWER);
    if place.touches_digit() && small {
        return false;
    }
    // `Brian Fox і Chet Ramey`: names stand in texts of every script.
    let among_names = || place.leans_on_name() && place.previous().is_some_and(|unit| unit.classes.intersects(Classes::UPPER));
    if small && place.is_between(Script::Latin) && !among_names() {
        return nats() > COMMON;
    }
    if !small && place.begins_sentence() && place.goes_on().is_some_and(|next| next.stands_for() == Some(Script::Latin)) {
        return nats() > COMMON;
    }
    // Greek letters are symbols of all kinds.
    if place.own() != Some(Script::Cyrillic) || place.is_option() {
        return false;
    }
    // `Т-shirt`, `е-mail`, `I'm`.
    if place.joined_to(Script::Latin).is_some() {
        return true;
    }
    // `vitamin С`, `Plan В`, `A4`.
    !small && place.follows(Script::Latin)
}

/// Whether nothing on the line or near by is in another script, and nobody speaks of letters.
pub(super) fn is_plain_talk(line: &Line<'_>) -> bool {
    let is_foreign = |c: char| unicode::classes(c).intersects(Classes::CYRILLIC_ONLY | Classes::GREEK_ONLY);
    let (before, after) = line.around(context::NEIGHBOURS);
    if [before, line.as_str(), after].iter().any(|text| text.contains(is_foreign)) {
        return false;
    }
    let begins =
        |word: &str, with: &str| word.as_bytes().get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()));
    let mut words = line.as_str().split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '+'));
    !words.any(|word| OF_LETTERS.iter().any(|with| begins(word, with)))
}

/// Whether a single Latin letter is a symbol, though a word near by was spoofed: one word is little, where the letter is no word of the
/// language, or a capital within a sentence.
pub(super) fn is_symbol_in_weak_company(place: &Place<'_>, to: Script) -> bool {
    const LITTLE: f32 = 1.3;
    const LEAST: f32 = 0.7;
    if place.unit.letters > 1 || to == Script::Latin || place.own() != Some(Script::Latin) {
        return false;
    }
    let company = place.heard().all_company(to);
    if company == 0.0 || company >= LITTLE {
        return false;
    }
    let is_upper = place.unit.classes.intersects(Classes::UPPER);
    let least = if company < LEAST && is_upper && place.is_in_mid_sentence() { CAPITAL } else { LETTER };
    place.language.nats(place.word, to).is_some_and(|nats| nats < least)
}

/// How likely a word of one letter is at least, and one that is a capital within a sentence.
const LETTER: f32 = -7.0;
const CAPITAL: f32 = -5.0;
