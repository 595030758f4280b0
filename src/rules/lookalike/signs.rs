//! Words of notations that mix scripts.

use super::Kind;
use super::lone::LIKELY;
use super::place::Place;
use super::units::{Unit, has_hump};
use crate::unicode::{self, Classes, Grade, Script};

/// Whether the word is of a notation that mixes scripts: `ΔТ`, `гIо`, `aγyul`; or goes on from a word of another script.
pub(super) fn is_notation(place: &Place<'_>) -> bool {
    is_difference(place.word)
        || is_of_caucasus(place.word)
        || has_capital_within(place)
        || is_inflected(place)
        || is_berber(place)
        || is_bound(place)
        || is_wide_among_cjk(place)
        || is_symbol_alone(place)
        || is_quantum(place)
        || is_indexed(place)
}

/// Whether it is a single letter in another dress with an index: `ℓ₁`.
fn is_indexed(place: &Place<'_>) -> bool {
    place.unit.letters == 1 && place.unit.kind == Kind::Strange && matches!(place.after(), Some('₀'..='₉'))
}

/// Whether a joiner binds its first letter to one of the same script: that of `क्\u{200d}ष`.
fn is_bound(place: &Place<'_>) -> bool {
    let before = place.text.get(..place.unit.span.start).unwrap_or_default();
    let Some(before) = before.strip_suffix(['\u{200c}', '\u{200d}']) else { return false };
    let mut scripts = before.chars().rev().map(unicode::script).filter(|script| !matches!(script, Script::Inherited));
    let first = place.word.chars().next().map(unicode::script);
    first.is_some_and(|first| !matches!(first, Script::Common | Script::Latin) && scripts.next() == Some(first))
}

/// `ℏω`, `ℏk`; `dℓ`, `mℓ`: a constant and what it is multiplied with, a length or a litre; unless it is a word (`ℏe`) or words near by
/// were spoofed.
fn is_quantum(place: &Place<'_>) -> bool {
    let (unit, word) = (place.unit, place.word);
    let is_short = unit.letters == 2 && word.starts_with('ℏ')
        || unit.letters <= 3 && word.strip_suffix('ℓ').is_some_and(|rest| !rest.contains('ℓ'));
    let likely = LIKELY * (unit.letters + 1) as f32;
    let is_word = || place.language.nats(word, Script::Latin).is_some_and(|nats| nats > likely);
    is_short && place.heard().swapped(Script::Latin) == 0.0 && !is_word()
}

/// What else letters are swapped for.
const BESIDE_CYRILLIC: Classes = Classes::GREEK.union(Classes::OTHER_LETTER).union(Classes::STYLED);

/// `the α particle` where words near by were spoofed, all with Cyrillic letters: a symbol.
fn is_symbol_alone(place: &Place<'_>) -> bool {
    let is_twin = |c| unicode::lookalike_in(c, Script::Latin).is_some_and(|other| other.grade == Grade::Twin);
    place.unit.letters == 1
        && place.unit.classes.contains(Classes::GREEK | Classes::LOWER)
        && !place.word.chars().any(is_twin)
        && place.heard().most_company() > 0.0
        && place.heard().company(Script::Latin, BESIDE_CYRILLIC) == 0.0
        && place.heard().swapped(Script::Latin) <= place.heard().company(Script::Latin, Classes::CYRILLIC)
}

/// `お問い合わせ：ｉｎｆｏ＠ｅｘａｍｐｌｅ`: letters as wide as those that are nearest on one side.
fn is_wide_among_cjk(place: &Place<'_>) -> bool {
    const NEAR: usize = 200;
    let is_wide = |c: &char| matches!(c, '\u{FF21}'..='\u{FF5A}');
    if !place.word.chars().all(|c| is_wide(&c)) {
        return false;
    }
    let is_other = |c: &char| !is_wide(c) && unicode::classes(*c).intersects(Classes::LETTER);
    let span = place.unit.span;
    let before = place.text.get(place.text.floor_char_boundary(span.start.saturating_sub(NEAR))..span.start).unwrap_or_default();
    let after = place.text.get(span.end..place.text.floor_char_boundary(span.end + NEAR)).unwrap_or_default();
    let beside = [before.chars().rev().find(is_other), after.chars().find(is_other)];
    beside.into_iter().flatten().any(unicode::is_cjk)
}

/// A Greek delta, and one Cyrillic letter for what differs.
fn is_difference(word: &str) -> bool {
    let mut rest = word.strip_prefix(['Δ', 'δ']).unwrap_or_default().chars();
    rest.next().is_some_and(|c| unicode::script(c) == Script::Cyrillic) && rest.next().is_none()
}

/// `гIо`: a word of small Cyrillic letters but for its palochkas, whatever it reads like in Latin.
fn is_of_caucasus(word: &str) -> bool {
    let is_cyrillic = |c: char| c.to_lowercase().all(is_small_cyrillic);
    // Letters that no English word is spoofed with.
    let has_own = || {
        word.chars().any(|c| {
            is_small_cyrillic(c) && unicode::lookalike_in(c, Script::Latin).is_none_or(|other| other.grade != Grade::Twin)
        })
    };
    let mut letters = word.chars();
    let first = letters.next();
    first.is_some_and(is_cyrillic) && letters.all(|c| c == 'I' || is_small_cyrillic(c)) && has_palochka(word) && has_own()
}

/// `ХIара` among Cyrillic words: no language but those of the Caucasus has a capital between a letter and a small one.
fn has_capital_within(place: &Place<'_>) -> bool {
    let goes_on_small = |at: usize| place.word.get(at + 1..).is_some_and(|rest| rest.starts_with(is_small_cyrillic));
    let is_within = place.word.match_indices('I').any(|(at, _)| at > 0 && goes_on_small(at));
    is_within && place.context.only() == Some(Script::Cyrillic)
}

/// `Gitа`, `MacBookу`, `TeXа` beside Cyrillic words: a Latin name with an ending of one vowel.
fn is_inflected(place: &Place<'_>) -> bool {
    let Some(name) = place.word.strip_suffix(['а', 'і', 'у']) else { return false };
    let is_cyrillic = |unit: &Unit| unit.classes.intersects(Classes::CYRILLIC) && !unit.classes.intersects(Classes::LATIN);
    let is_beside = || [place.previous(), place.next()].into_iter().flatten().any(is_cyrillic);
    let is_name = || place.unit.kind == Kind::OnlyReading(Script::Latin) || has_hump(name);
    name.len() > 2
        && name.bytes().all(|byte| byte.is_ascii_alphabetic())
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && is_name()
        && is_beside()
        && place.heard().weight(Script::Cyrillic) > 0.0
}

/// `aγersiw`: Berber is typed with a Greek gamma and epsilon by many. Not in a line of a known language, and no word of one.
fn is_berber(place: &Place<'_>) -> bool {
    let is_of_both = place.unit.classes.contains(Classes::LATIN | Classes::GREEK);
    let is_word =
        || place.language.nats(place.word, Script::Latin).is_some_and(|nats| nats > LIKELY * (place.unit.letters + 1) as f32);
    is_of_both && place.language.may_be_berber() && !is_word()
}

/// Whether no other letters of Greek or Cyrillic stand on the line than those that Berber is typed with.
pub(super) fn has_berber_only(line: &str) -> bool {
    let is_other = |c: char| unicode::classes(c).intersects(Classes::GREEK | Classes::CYRILLIC) && !matches!(c, 'γ' | 'Γ' | 'ε');
    !line.contains(is_other)
}

fn is_small_cyrillic(c: char) -> bool {
    unicode::script(c) == Script::Cyrillic && unicode::classes(c).intersects(Classes::LOWER)
}

/// Whether a word has a Latin I where languages of the Caucasus have a palochka: within it, or before a vowel (`ГIалгIай`, `Iыхьэ`).
/// They write no `і` besides: `Iосіф`.
pub(super) fn has_palochka(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я');
    !word.contains(['і', 'ї'])
        && word.char_indices().any(|(at, c)| c == 'I' && (at > 0 || word.chars().nth(1).is_some_and(is_vowel)))
}

/// A piece of chess by its Cyrillic initial, and the Latin letter of a column, perhaps behind the one it comes from or a capture:
/// `Кf`, `Кbd`, `Сxe`.
pub(super) fn is_move(word: &str) -> bool {
    let square = word.strip_prefix("Кр").or_else(|| word.strip_prefix(['К', 'Ф', 'Л', 'С']));
    let is_column = |column: &u8| matches!(column, b'a'..=b'h');
    square.is_some_and(|square| match square.as_bytes() {
        [to] => is_column(to),
        [from, to] => (is_column(from) || *from == b'x') && is_column(to),
        _ => false,
    })
}

/// Vowels with what Cyrillic words are stressed with in dictionaries and in lessons.
const STRESSED: &str = "áéóúíýàèòùìâêôûîāēōūīȁȅȍȕȉÁÉÓÚÍÝÀÈÒÙÌÂÊÔÛÎĀĒŌŪĪ";

/// `теáтр`, `кућâ`: a Cyrillic word, the only Latin letters of which are vowels with a stress or a length.
pub(super) fn is_stressed(word: &str) -> bool {
    // Nearly all words of several scripts end here.
    if word.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let is_latin = |c: &char| unicode::classes(*c).intersects(Classes::LATIN);
    let own = word.chars().filter(|c| unicode::classes(*c).intersects(Classes::CYRILLIC)).count();
    let vowels = word.chars().filter(is_latin).count();
    own > 1 && (1..=own).contains(&vowels) && word.chars().filter(is_latin).all(|c| STRESSED.contains(c))
}

/// `*kostь`, `dьnь`, `sъnъ`: a word of small Latin letters, the only Cyrillic ones of which are yers.
pub(super) fn has_yer(word: &str) -> bool {
    let is_own = |c: char| matches!(c, 'ь' | 'ъ') || unicode::classes(c).contains(Classes::LATIN | Classes::LOWER);
    word.contains(['ь', 'ъ']) && word.chars().all(is_own)
}

/// `xXДимонXx`, `xxДимонxx`: a name between two runs of Latin letters that mirror each other, as players are called.
pub(super) fn is_framed(word: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphabetic();
    if !word.ends_with(is_plain) {
        return false;
    }
    let name = word.trim_matches(is_plain);
    let start = word.len() - word.trim_start_matches(is_plain).len();
    let (Some(before), Some(after)) = (word.get(..start), word.get(start + name.len()..)) else { return false };
    let has_both = before.bytes().any(|byte| byte.is_ascii_uppercase()) && before.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_name = || before.len() > 1 && name.starts_with(|c| unicode::classes(c).intersects(Classes::UPPER));
    (has_both || is_name()) && before.bytes().eq(after.bytes().rev()) && name.chars().all(|c| !is_plain(c))
}

/// Whether each letter stands beside its other case.
pub(super) fn is_case_pairs(word: &str) -> bool {
    let mut letters = word.chars();
    let mut pairs = 0;
    while let Some(first) = letters.next() {
        let Some(second) = letters.next().filter(|&second| second != first && second.to_lowercase().eq(first.to_lowercase()))
        else {
            return false;
        };
        pairs += usize::from(second != first);
    }
    pairs > 1
}
