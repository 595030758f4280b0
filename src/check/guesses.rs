//! What language or company says of a word, and what is not enough to tell a person.

use super::identifiers;
use super::tokens::Context;
use super::uses::{WORD, around};
use crate::lexis::{self, Hint};
use crate::rules::Evidence;
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// Whether it is a guess: of a word too short for language to judge, for strings in code are seldom sentences; or of a whole word of
/// one script, where other words near by prove that this script is written here. In prose, where guesses are better, only the
/// boldest of these.
pub fn is_guess(evidence: Evidence, text: &str, span: Span, context: Context) -> bool {
    const NEAR: usize = 2000;
    const BOLD: u16 = 90; // tenths of a nat
    let is_source = context.is_source();
    let by_language = match evidence {
        Evidence::Model { tenths, .. } => is_source || tenths < BOLD,
        Evidence::SeveralReadings => is_source,
        _ => false,
    };
    let word = span.of(text);
    let letters = word.chars().count();
    let is_short = is_source && letters < WORD;
    if by_language && is_short {
        return true;
    }
    let Some(own) = identifiers::script_of(word).filter(|script| *script != Script::Latin) else { return false };
    let proves = |c: char| {
        let only = Classes::CYRILLIC_ONLY.union(Classes::GREEK_ONLY).union(Classes::OTHER_ONLY);
        unicode::classes(c).intersects(only) && unicode::script(c) == own
    };
    // Of a short word of one script, and of one in a script that Latin shares hardly a letter with, no language knows enough.
    // One letter, or one several times over, spells nothing.
    let is_weak = letters < WORD || !matches!(own, Script::Cyrillic | Script::Greek);
    let by_company = matches!(evidence, Evidence::Company { .. }) && (is_source || is_weak);
    let by_dress = matches!(evidence, Evidence::Fact(_)) && word.chars().all(|c| word.starts_with(c));
    let by_likeness = by_dress || matches!(evidence, Evidence::Model { .. }) && is_weak;
    let (before, after) = around(text, span, NEAR);
    (by_language || by_company || by_likeness) && before.chars().chain(after.chars()).any(proves)
}

/// Whether only language says so, of Latin letters that some language spells with (`ƙara`, `gesaƿan`), or of a word that is mostly of
/// another script than Latin (`oⵙⵙⴰⵏ`): what is wrong there is not known.
pub fn is_other_spelling(evidence: Evidence, word: &str) -> bool {
    const MANY: usize = 3;
    let of_others = |c: &char| {
        !matches!(unicode::script(*c), Script::Latin | Script::Cyrillic | Script::Greek | Script::Common | Script::Inherited)
    };
    let others: Vec<Script> = word.chars().filter(of_others).map(unicode::script).collect();
    let is_mostly_other = others.len() >= MANY
        && 2 * others.len() > word.chars().count()
        && others.iter().all(|script| others.first() == Some(script));
    matches!(evidence, Evidence::Model { .. }) && (word.chars().all(identifiers::is_spelt) || is_mostly_other)
}

/// Whether it reads as a word in a script of which no letter stands there, but of two others: what is wrong is not known
/// (`pεpεεpε` is spelt with `ɛ`, and no Cyrillic word). Latin, which all others are put in for, is another matter.
pub fn is_foreign_reading(word: &str, reading: &str) -> bool {
    let read = identifiers::script_of(reading).filter(|script| *script != Script::Latin);
    let has = |script| word.chars().any(|c| unicode::script(c) == script);
    identifiers::script_of(word).is_none() && read.is_some_and(|script| !has(script))
}

/// Whether the Latin letters in a Cyrillic word are such as its language is typed with, for want of its own keys: Ossetian `æ`, Chuvash
/// `ă ĕ ç`, Kurdish and Yukaghir `w` and `q`, of which the Cyrillic letters are on no keyboard.
pub fn is_typed_so(word: &str) -> bool {
    let is_typed = |c: char| matches!(c, 'æ' | 'Æ' | 'ă' | 'Ă' | 'ĕ' | 'Ĕ' | 'ç' | 'Ç' | 'w' | 'W' | 'q' | 'Q');
    let is_own = |c: char| matches!(unicode::script(c), Script::Cyrillic | Script::Common | Script::Inherited);
    word.contains(is_typed) && word.chars().all(|c| is_own(c) || is_typed(c))
}

/// Whether it is a Latin word, or a number in Roman ones, with a Cyrillic ending, where other words near by prove that Cyrillic is
/// written here: `TeXа`, `XXв`, `pluginа`. Of words in small letters language must say that the ending is none of theirs, as it is in
/// `schemа`.
pub fn is_declined(text: &str, span: Span, reading: &str) -> bool {
    const NEAR: usize = 400;
    const ENDING: usize = 3;
    const LONG: usize = 5;
    const COMPLETES: f32 = 3.0; // nats
    let word = span.of(text);
    let stem = word.len() - word.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (stem, ending) = word.split_at_checked(stem).unwrap_or_default();
    let is_cyrillic = |c: char| unicode::script(c) == Script::Cyrillic;
    let letters = ending.chars().count();
    if letters == 0 || letters > ENDING || !ending.chars().all(is_cyrillic) {
        return false;
    }
    // An ending has a vowel, but for that of a number (`XXв`).
    let has_vowel = ending.contains(['а', 'е', 'и', 'і', 'ї', 'о', 'у', 'ы', 'э', 'ю', 'я', 'ё', 'є']);
    let capitals = stem.bytes().filter(u8::is_ascii_uppercase).count();
    let is_numeral = !stem.is_empty() && stem.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    // A capital inside it, as names and abbreviations have, or at least before it.
    let is_name = capitals > 1 && stem.len() > 2 || stem.len() >= WORD && stem.starts_with(|c: char| c.is_ascii_uppercase());
    let (before, after) = around(text, span, NEAR);
    let proves = |c: char| unicode::classes(c).intersects(Classes::CYRILLIC_ONLY);
    let is_small = ending.chars().all(|c| unicode::classes(c).intersects(Classes::LOWER));
    // What language cannot tell, the text may: `plugin` stands near by as it is.
    let is_said = || stem.len() >= LONG && !has_word(before, reading) && (has_word(before, stem) || has_word(after, stem));
    let is_stem = || stem.len() >= WORD && reading.is_ascii() && (is_whole_without(stem, reading) || is_said());
    // Nor has it one that makes a word of the stem (`Languagе`).
    let is_name = || is_name && has_vowel && !(reading.is_ascii() && letters == 1 && nats(reading) > nats(stem) + COMPLETES);
    is_small && before.chars().chain(after.chars()).any(proves) && (is_numeral || is_name() || has_vowel && is_stem())
}

/// Whether a Latin word is so much likelier without the letters that `reading` has behind it, in nats, that they are no part of it.
pub fn is_whole_without(stem: &str, reading: &str) -> bool {
    const MARGIN: f32 = 6.0;
    const UNKNOWN: f32 = -17.3; // below each word that the table lists, such as `locale`
    let nats_of_reading = nats(reading);
    nats_of_reading < UNKNOWN && nats(stem) >= nats_of_reading + MARGIN
}

/// How likely a Latin word is in the language that it fits best.
fn nats(word: &str) -> f32 {
    lexis::weigh(word, Script::Latin, &Hint::of(std::iter::empty(), Script::Latin)).nats
}

/// Whether a word of ASCII stands there as it is.
fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|other| other == word)
}

/// Whether most letters of a word that mixes scripts are of one that is written around it, and its reading is no Latin word of any
/// language: a slip of another kind (`τόσh` lacks an `η`), or an abbreviation. Where it should go is not known.
pub fn is_no_word(text: &str, span: Span, reading: &str) -> bool {
    const NEAR: usize = 400;
    const UNLIKELY: f32 = -4.5; // nats a letter; words of the models have -1 to -3
    let word = span.of(text);
    if identifiers::script_of(word).is_some() || identifiers::script_of(reading) != Some(Script::Latin) {
        return false;
    }
    let (before, after) = around(text, span, NEAR);
    let letters = word.chars().count();
    let is_of_most = |script| 2 * word.chars().filter(|&c| unicode::script(c) == script).count() > letters;
    let is_at_home =
        [(Script::Cyrillic, Classes::CYRILLIC_ONLY), (Script::Greek, Classes::GREEK_ONLY)].into_iter().any(|(script, only)| {
            is_of_most(script) && before.chars().chain(after.chars()).any(|c| unicode::classes(c).intersects(only))
        });
    is_at_home && nats(reading) < UNLIKELY * letters as f32
}

/// Whether a short word has no letters beyond ASCII but those of phonetic transcription.
pub fn is_transcribed(word: &str) -> bool {
    let is_sound = |c: char| matches!(c, '\u{250}'..='\u{2AF}' | 'ˈ' | 'ˌ' | 'ː' | 'ʰ' | 'ŋ');
    word.chars().count() < WORD && word.contains(is_sound) && word.chars().all(|c| c.is_ascii_lowercase() || is_sound(c))
}

/// Whether a short word of source is Latin but for small Greek letters that are no twins of Latin ones: an example, or symbols.
pub fn is_example(word: &str, context: Context) -> bool {
    let is_symbol = |c: char| matches!(c, 'α'..='ω') && identifiers::twin(c, Script::Latin).is_none();
    context.is_source()
        && word.chars().count() <= WORD
        && word.contains(is_symbol)
        && word.chars().all(|c| c.is_ascii() || is_symbol(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_which_little_is_known() {
        assert!(is_foreign_reading("pεpεεpε", "рԑрԑԑрԑ") && !is_foreign_reading("раssword", "password"));
        assert!(!is_foreign_reading("пpивет", "привет") && !is_foreign_reading("օсеаո", "ocean"));
        assert!(is_typed_so("Дыццæг") && is_typed_so("çĕнĕ") && !is_typed_so("çĕнe") && !is_typed_so("пpивет"));
        let is_declined = |text: &str| {
            let span = Span::new(0, text.find(' ').unwrap_or(text.len()));
            let reading = span.of(text).replace('а', "a").replace('е', "e").replace('о', "o");
            is_declined(text, span, &reading)
        };
        assert!(is_declined("TeXа в жизни") && is_declined("XXв это жизнь") && is_declined("PostScriptа для жизни"));
        for text in ["commitа для жизни", "browserе для жизни", "pluginа для жизни, plugin", "serverе для жизни: server"]
        {
            assert!(is_declined(text), "{text}");
        }
        assert!(!is_declined("Languagе для жизни") && !is_declined("httpѕ для жизни") && !is_declined("Optionѕ для жизни"));
        for word in
            ["localе", "schemа", "templatе", "extrа", "filenamе", "planе", "formаt", "usernamе", "datаbasе", "replicа", "echо"]
        {
            assert!(!is_declined(&format!("{word} для жизни")), "{word}");
        }
        assert!(!is_declined("TeXа in life") && !is_declined("textа в жизни") && !is_declined("XXввыход в жизни"));
        let is_no_word = |text: &str, reading| is_no_word(text, Span::new(0, text.find(' ').unwrap_or(text.len())), reading);
        assert!(is_no_word("τόσh ώρα δεν", "tóoh") && is_no_word("харm. для жизни", "xapm"));
        assert!(!is_no_word("соmе для жизни", "some") && !is_no_word("харm. for life", "xapm"));
        assert!(is_typed_so("мораw") && !is_typed_so("мoраw"));
        assert!(is_transcribed("aɪ") && is_transcribed("ɪɴ") && !is_transcribed("pаy") && !is_transcribed("nɪght"));
        assert!(is_example("aβc", Context::String) && !is_example("aβc", Context::Prose) && !is_example("аβc", Context::String));
    }
}
