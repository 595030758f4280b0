//! What language says about a word: how likely its letters are, one after the other, in each of 59 languages.
//!
//! One table of character n-grams (up to five, ends of words included), with some words of English, serves Latin, Cyrillic, Greek and Armenian; it is part
//! of the program's read-only data and is looked up where it lies: nothing is unpacked, and a text that needs no word weighed
//! never touches it. Where it comes from is in `data/SOURCES`, how it is made in `scripts/train-lexis`.
//!
//! All figures are natural logarithms of probabilities (*nats*) of a whole word with its end: 0 is certain, a common English
//! word of four letters has about −6, a random string of that length −25. The difference of two words of about the same
//! length is what a decision rests on: e^9 = 8,000 to one.
//!
//! ```
//! use unspoof::lexis::{Hint, weigh};
//! use unspoof::unicode::Script;
//!
//! let latin = weigh("copy", Script::Latin, &Hint::default()).nats;
//! let cyrillic = weigh("сору", Script::Cyrillic, &Hint::default()).nats;
//! assert!(latin > cyrillic + 2.0);
//! ```

mod decode;
mod memo;
mod ngrams;
#[rustfmt::skip]
mod table;

use std::ops::Range;

use crate::unicode::Script;
pub use decode::{Choice, Reading, read};
use table::LANGUAGES;

/// A language of the table.
struct Alphabet {
    /// ISO 639-1.
    code: &'static str,
    script: Script,
}

/// How likely a word is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// The logarithm of its probability in the language that it fits best, the hint included.
    pub nats: f32,
    /// That language: its place in the table.
    language: u8,
}

impl Weight {
    /// What no language of the script could have written.
    pub const NOTHING: Self = Self { nats: f32::NEG_INFINITY, language: u8::MAX };

    /// The code of the language that it fits best.
    pub fn language(self) -> Option<&'static str> {
        LANGUAGES.get(usize::from(self.language)).map(|language| language.code)
    }
}

/// How far an unlikely language may fall behind the likeliest: texts quote and borrow.
const LEAST: f32 = -9.0;

/// How many languages a word is weighed in, the likeliest first.
const TRIED: usize = 12;

/// How likely each language is, before a word is seen: by what is known of the words around it.
#[derive(Clone, Debug)]
pub struct Hint {
    weights: [f32; LANGUAGES.len()],
    /// The likeliest languages of the script that the words around are in; nothing where there are none.
    ranked: Option<(Script, Ranked)>,
}

impl Default for Hint {
    /// Nothing is known: English is likelier than any other language, and no language is out of the question.
    fn default() -> Self {
        Self { weights: UNKNOWN, ranked: None }
    }
}

/// The weights of all languages where nothing is known.
#[allow(clippy::indexing_slicing, reason = "an index out of range would not compile")]
const UNKNOWN: [f32; LANGUAGES.len()] = {
    let mut weights = [-2.0; LANGUAGES.len()];
    let mut at = 0;
    while at < LANGUAGES.len() {
        if matches!(LANGUAGES[at].code.as_bytes(), b"en" | b"ru") {
            weights[at] = 0.0;
        }
        at += 1;
    }
    weights
};

/// The places of the languages of `script`, which stand in a row.
fn places(script: Script) -> Range<usize> {
    let is_own = |language: &Alphabet| language.script == script;
    let start = LANGUAGES.iter().position(is_own).unwrap_or_default();
    start..LANGUAGES.iter().rposition(is_own).map_or(start, |last| last + 1)
}

/// Places in the table, by weight: as many as are ever tried.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    places: [u8; TRIED],
    count: usize,
}

impl Ranked {
    fn new(weights: &[f32; LANGUAGES.len()], script: Script) -> Self {
        // Made for each line that language is asked about, and nothing is sorted as fast as plain numbers. No weight is above 0, and of
        // such numbers the bits are the greater the less they are; the place of the language stands below them.
        debug_assert!(weights.iter().all(|&weight| weight <= 0.0));
        let mut order = [u64::MAX; LANGUAGES.len()];
        let own = places(script);
        let count = own.len().min(TRIED);
        for (slot, (at, weight)) in order.iter_mut().zip(weights.iter().enumerate().take(own.end).skip(own.start)) {
            *slot = u64::from(weight.abs().to_bits()) << 8 | at as u64;
        }
        let (likeliest, ..) = order.select_nth_unstable(TRIED);
        likeliest.sort_unstable();
        let mut places = [0; TRIED];
        places.iter_mut().zip(likeliest).for_each(|(place, &mut at)| *place = at as u8);
        Self { places, count }
    }
}

impl Hint {
    /// What these words say about the language; words of other scripts than `script` must not be among them.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>, script: Script) -> Self {
        let mut weights = UNKNOWN;
        let own = weights.get_mut(places(script)).unwrap_or_default();
        for word in words {
            memo::with(word, script, |asked| own.iter_mut().zip(asked.said()).for_each(|(weight, said)| *weight += said));
        }
        let heaviest = own.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        own.iter_mut().for_each(|weight| *weight = (*weight - heaviest).max(LEAST));
        Self { ranked: Some((script, Ranked::new(&weights, script))), weights }
    }

    /// The code of the likeliest language of `script`.
    pub fn likeliest(&self, script: Script) -> Option<&'static str> {
        self.languages(script).next().and_then(|(at, _)| LANGUAGES.get(usize::from(at))).map(|language| language.code)
    }

    /// Whether the likeliest language of `script` has the letter.
    pub fn has_letter(&self, letter: char, script: Script) -> bool {
        let first = self.languages(script).next();
        first.is_some_and(|(language, _)| ngrams::has_letter(u64::from(language), ngrams::lower(letter)))
    }

    /// The languages of `script` that are worth trying, by place in the table, the likeliest first, each with its weight.
    fn languages(&self, script: Script) -> impl Iterator<Item = (u8, f32)> {
        let known = self.ranked.filter(|(own, _)| *own == script);
        let Ranked { places, count } = known.map_or_else(|| Ranked::new(&self.weights, script), |(_, ranked)| ranked);
        let weight = |at: u8| (at, self.weights.get(usize::from(at)).copied().unwrap_or_default());
        places.into_iter().take(count).map(weight)
    }
}

/// How likely `word` is in the language of `script` that it fits best. Upper and lower case are the same to the table.
pub fn weigh(word: &str, script: Script, hint: &Hint) -> Weight {
    memo::with(word, script, |asked| {
        let mut best = Weight::NOTHING;
        for (language, weight) in hint.languages(script) {
            if weight <= best.nats {
                break;
            }
            let mut nats = weight + asked.log_probability(language, best.nats - weight);
            if nats < weight + ngrams::LISTED_AT_MOST
                && let Some(listed) = asked.listed(language)
            {
                nats = nats.max(weight + listed);
            }
            if nats > best.nats {
                best = Weight { nats, language };
            }
        }
        best
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nats(word: &str, script: Script) -> f32 {
        weigh(word, script, &Hint::default()).nats
    }

    #[test]
    fn words_are_likelier_than_what_looks_like_them() {
        for (word, other) in [("copy", "сору"), ("pope", "роре"), ("place", "рӏасе"), ("peace", "реасе"), ("exact", "ехаст")]
        {
            let (latin, cyrillic) = (nats(word, Script::Latin), nats(other, Script::Cyrillic));
            assert!(latin > cyrillic + 2.0, "{word} {latin} {cyrillic}");
        }
        for (word, other) in [("рост", "pocт"), ("хор", "xop"), ("сосна", "cocнa"), ("окно", "oкнo"), ("сухо", "cyxo")]
        {
            let (cyrillic, latin) = (nats(word, Script::Cyrillic), nats(other, Script::Latin));
            assert!(cyrillic > latin + 2.0, "{word} {cyrillic} {latin}");
        }
    }

    #[test]
    fn a_word_of_the_list_is_never_as_unlikely_as_none() {
        for (word, other) in
            [("cursor", "cuɾsor"), ("toolbar", "toollar"), ("rectangle", "recⵊangle"), ("dithering", "dothering")]
        {
            assert!(nats(word, Script::Latin) >= -17.2, "{word}");
            assert!(nats(word, Script::Latin) > nats(other, Script::Latin), "{word}");
        }
        // Only in the language of the list.
        let german = Hint::of("die Kinder gingen nach der Schule nach Hause".split(' '), Script::Latin);
        assert!(weigh("cursor", Script::Latin, &german).nats < -17.2);
    }

    #[test]
    fn the_words_around_tell_the_language() {
        for (text, script, code) in [
            ("the children went home after school", Script::Latin, "en"),
            ("die Kinder gingen nach der Schule nach Hause", Script::Latin, "de"),
            ("çocuklar okuldan sonra eve gittiler", Script::Latin, "tr"),
            ("дети пошли домой после уроков", Script::Cyrillic, "ru"),
            ("діти пішли додому після уроків", Script::Cyrillic, "uk"),
            ("τα παιδιά πήγαν σπίτι μετά το σχολείο", Script::Greek, "el"),
        ] {
            let hint = Hint::of(text.split(' '), script);
            let first = hint.languages(script).next().and_then(|(at, _)| LANGUAGES.get(usize::from(at))).map(|l| l.code);
            assert_eq!(first, Some(code), "{text}");
        }
    }

    #[test]
    fn every_string_has_a_weight() {
        for word in ["", "a", "ы", "zzzzzzzz", "\u{10FFFF}", "a\u{301}"] {
            assert!(nats(word, Script::Latin).is_finite(), "{word}");
        }
        assert_eq!(weigh("a", Script::Thai, &Hint::default()), Weight::NOTHING);
    }
}
