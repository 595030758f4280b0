//! What is meant as it stands where nothing near by was spoofed, though it reads as something else: symbols, capitals from abroad,
//! a letter that is a sign of its own.

use super::Kind;
use super::decide::{Decision, MARGIN, is_common};
use super::forms::form_in;
use super::formulas::is_kind;
use super::lone::LIKELY;
use super::place::Place;
use crate::unicode::{self, Classes, Script};

/// How likely each letter of capitals must be in Latin, their end counted as one, and by how many nats likelier than in their own
/// script: likely words, and abbreviations of sorts.
const READINGS: [(f32, f32); 2] = [(LIKELY, 3.0), (-3.0, 6.0)];

fn nothing_was_spoofed(place: &Place<'_>) -> bool {
    place.heard().most_company() == 0.0 && place.heard().swapped(Script::Latin) == 0.0
}

/// What looks like a symbol is one where nothing near by was spoofed and nobody writes Greek: `αs`, `sinα`, `hν` read as words by
/// chance. Behind an apostrophe stand endings.
pub(super) fn symbol(place: &Place<'_>) -> Option<Decision> {
    let heard = place.heard();
    let is_greek_written = || heard.weight(Script::Greek) > 0.0 && !place.language.has_greek_for_symbols();
    let is_alone = nothing_was_spoofed(place) && !is_greek_written();
    // `Hαs she left?`: of a capital and two letters hardly any but the commonest words are read by chance.
    let is_common = || {
        let likely = LIKELY * place.unit.letters as f32;
        is_kind(place.unit, place.word) && place.language.nats(place.word, Script::Latin).is_some_and(|nats| nats > likely)
    };
    (is_alone && !matches!(place.before(), Some('\'' | '’')) && !is_common()).then_some(Decision::Leave)
}

/// Capitals of Cyrillic or Greek among Latin words, none of which were spoofed: `ВВС`, `ΖΤΑ`, `ТОМ`. They are names of something
/// abroad, or words that are spoken of, unless they read as a likely Latin word and as no word of their own script: `ΝΟΤ`.
pub(super) fn capitals(place: &Place<'_>) -> Option<Decision> {
    let unit = place.unit;
    let Kind::Ambiguous(own @ (Script::Cyrillic | Script::Greek)) = unit.kind else { return None };
    let nats = |script| place.language.nats(place.word, script).unwrap_or(f32::NEG_INFINITY);
    // Two letters are a word of some language by chance: `СМ. ТОМ 2`.
    let is_word = || {
        let (latin, own, letters) = (nats(Script::Latin), nats(own), (unit.letters + 1) as f32);
        let reads = READINGS.iter().any(|(likely, better)| latin > likely * letters && latin > own + better);
        unit.letters > 2 && reads && place.language.is_plain_talk()
    };
    (unit.letters > 1 && place.is_abbreviation() && nothing_was_spoofed(place) && !is_word()).then_some(Decision::Leave)
}

/// `Zа мир`, `Vсе` among Cyrillic words: a Latin capital that no Cyrillic letter looks like was put there to be seen.
pub(super) fn is_badge_among_cyrillic(place: &Place<'_>) -> bool {
    if !is_badge(place.word) {
        return false;
    }
    let heard = place.heard();
    let (own, latin) = (heard.weight(Script::Cyrillic), heard.weight(Script::Latin));
    own > 0.0 && own >= MARGIN * latin && heard.all_company(Script::Latin) == 0.0
}

/// Whether a word is such a capital with small Cyrillic letters behind it.
pub(super) fn is_badge(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().filter(char::is_ascii_uppercase);
    let is_small = |c: char| unicode::classes(c).contains(Classes::CYRILLIC | Classes::LOWER);
    first.is_some_and(|first| form_in(first, Script::Cyrillic).is_none_or(|form| !is_common(form)))
        && letters.clone().next().is_some()
        && letters.all(is_small)
}
