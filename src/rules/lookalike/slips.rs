//! Words with one letter of another script in them, or few: what the word itself says, whatever is written around it.

use super::TARGETS;
use super::accounts::plain;
use super::decide::{Decision, is_far_fetched, is_written_so};
use super::figures::UNSPELT;
use super::forms::{Readings, is_letter};
use super::place::Place;
use crate::rules::{Certainty, Evidence};
use crate::unicode::{self, Classes, Grade, Script};

/// So many letters make a word long.
pub(super) const LONG: usize = 6;

/// How likely each letter of a word in capitals must be, its end counted as one.
const LIKELY_CAPITALS: f32 = -2.5;

/// The shortest word that a letter with a tonos proves.
const SHORTEST: usize = 3;
/// Greek letters with a tonos, which no symbol has.
pub(super) const TONOS: [char; 9] = ['ά', 'έ', 'ή', 'ί', 'ό', 'ύ', 'ώ', 'ΐ', 'ΰ'];

/// A long word with one Latin letter is of its own script, whatever stands around it, where language finds it likelier so:
/// `Xαρακτηριστικό` in a catalogue whose every other line is English. So is a short one with a tonos, which no symbol has: `Tιμή`.
pub(super) fn one_slip(place: &Place<'_>, readings: Readings) -> Option<Decision> {
    let letters = || place.word.chars().filter(|&c| is_letter(c));
    let count = |script: Script| letters().filter(|&c| unicode::script(c) == script).count();
    let is_long = || letters().count() >= LONG || letters().count() >= SHORTEST && place.word.contains(TONOS);
    if count(Script::Latin) != 1 || !is_long() {
        return None;
    }
    let to = readings.scripts().find(|&script| count(script) + 1 == letters().count())?;
    let latin = place.language.nats(place.word, Script::Latin).unwrap_or(UNSPELT * place.unit.letters as f32);
    let better = place.language.nats(place.word, to)? - latin;
    let is_slip = better > 0.0 && is_written_so(place, to);
    is_slip.then(|| {
        let evidence = Evidence::Model { script: to, tenths: (better * 10.0) as u16 };
        Decision::Restore { to, certainty: Certainty::Likely, evidence }
    })
}

/// `ΠPOΣOXH`: a likely Greek word in capitals, some of which are Latin, and two at least such as only Greek has.
pub(super) fn greek_capitals(place: &Place<'_>) -> Option<Decision> {
    const FEWEST: u32 = 5;
    let unit = place.unit;
    if unit.letters < FEWEST || unit.classes.intersects(Classes::LOWER) || !unit.forms.near().contains(Script::Greek) {
        return None;
    }
    let is_greek = |c: &char| unicode::script(*c) == Script::Greek;
    let has_twin = |c: char| unicode::lookalike_in(c, Script::Latin).is_some_and(|other| other.grade == Grade::Twin);
    let own = place.word.chars().filter(|c| is_greek(c) && !has_twin(*c)).count();
    let nats = || place.language.nats(place.word, Script::Greek).unwrap_or(f32::NEG_INFINITY);
    let is_word = own > 1
        && place.word.chars().all(|c| is_greek(&c) || c.is_ascii())
        && nats() > LIKELY_CAPITALS * (unit.letters + 1) as f32;
    let evidence = Evidence::OnlyReading(Script::Greek);
    is_word.then_some(Decision::Restore { to: Script::Greek, certainty: Certainty::Likely, evidence })
}

/// What each letter says that an abbreviation was typed in its script, in nats: who has the wrong keys does not change them for each.
const TYPED: f32 = 1.0;

/// How far its reading in the script of most letters must be ahead: Latin ones are written into texts of every script, if they are no
/// shorter than this; others are rare, and of three letters both may be one.
const AHEAD_IN_LATIN: f32 = 3.0;
const LATIN: u32 = 4;
const AHEAD: f32 = 6.0;

/// `НTTP` among Russian words, `СССP` among English ones: an abbreviation typed in one script but for a letter, where nothing around was
/// spoofed. Where it could as well be one of the script around, it is told and not repaired: `МBA`, `MРOT`.
pub(super) fn abbreviation(place: &Place<'_>, readings: Readings) -> Option<Decision> {
    let own = main_script(place.word).filter(|&own| place.is_abbreviation() && readings.contains(own))?;
    let heard = place.heard();
    let is_louder = |other: &Script| heard.weight(*other) > heard.weight(own);
    let around = || readings.without(own).scripts().filter(is_louder);
    if around().next().is_none() || around().any(|other| heard.all_company(other) > 0.0) {
        return None;
    }
    // Below what letters by chance have, figures say nothing.
    let least = plain(place);
    let nats = |script| {
        let typed = place.word.chars().filter(|&c| unicode::script(c) == script).count();
        place.language.nats(place.word, script).map(|nats| nats.max(least) + TYPED * typed as f32)
    };
    let better = nats(own)? - around().filter_map(nats).reduce(f32::max)?;
    let needed = if own == Script::Latin && place.unit.letters >= LATIN { AHEAD_IN_LATIN } else { AHEAD };
    let (certainty, evidence) = if better >= needed {
        (Certainty::Likely, Evidence::Model { script: own, tenths: (better * 10.0) as u16 })
    } else if own == Script::Latin && better > 0.0 {
        (Certainty::Doubtful, Evidence::SeveralReadings)
    } else {
        return None;
    };
    Some(Decision::Restore { to: own, certainty, evidence })
}

/// The script of most letters of a word.
pub(super) fn main_script(word: &str) -> Option<Script> {
    let letters = || word.chars().filter(|&c| is_letter(c)).map(unicode::script);
    TARGETS.into_iter().find(|&script| 2 * letters().filter(|&other| other == script).count() > letters().count())
}

/// `Аdidas`: a long Latin word with one twin in it, where every other reading needs letters that hardly any language writes. Not at its
/// end, where Latin names have endings of other languages; nor in small letters at its beginning, where these have prepositions.
pub(super) fn latin_slip(place: &Place<'_>, readings: Readings) -> Option<Decision> {
    if place.unit.letters < LONG as u32 || !readings.contains(Script::Latin) {
        return None;
    }
    let is_foreign = |c: &char| !c.is_ascii_alphabetic();
    let mut foreign = place.word.char_indices().filter(|(_, c)| is_foreign(c));
    let ((at, c), None) = (foreign.next()?, foreign.next()) else { return None };
    let is_twin = unicode::lookalike_in(c, Script::Latin).is_some_and(|other| other.grade == Grade::Twin);
    let is_last = at + c.len_utf8() == place.word.len();
    let is_prefix = at == 0 && !unicode::classes(c).intersects(Classes::UPPER);
    let others = || readings.without(Script::Latin).scripts().all(|script| is_far_fetched(place.word, script));
    let evidence = Evidence::OnlyUsual(Script::Latin);
    (is_twin && !is_last && !is_prefix && others()).then_some(Decision::Restore {
        to: Script::Latin,
        certainty: Certainty::Likely,
        evidence,
    })
}
