//! How likely common words are in each language, kept in mind.
//!
//! To ask a word in fifty languages takes thousands of look-ups, and a text has the same words again and again. The answer
//! depends on nothing but the word, so it makes no difference to any result whether it was remembered or made anew.

use std::cell::RefCell;

use super::{LANGUAGES, ngrams, places};
use crate::text::swar;
use crate::unicode::Script;

/// How much a word may say about the language of a text.
const LOUDEST: f32 = 8.0;

/// So many words are kept in mind, by each thread: about a megabyte, once a doubtful word has been met. Pages of a crawl share them.
const KEPT: usize = 4096;

/// Longer words are too rare to be met again.
const LONGEST: usize = 24;

/// A short word as numbers, with zeros behind it, and its length.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    eights: [u64; LONGEST / 8],
    len: u8,
    script: Script,
}

impl Key {
    #[inline(always)]
    fn of(word: &str, script: Script) -> Self {
        let bytes = word.as_bytes();
        Self { eights: [0, 8, 16].map(|at| swar::padded(bytes, at)), len: bytes.len() as u8, script }
    }

    fn place(&self) -> usize {
        let [a, b, c] = self.eights;
        // The high bits of a product depend on all that was multiplied.
        let hash = (a ^ b.rotate_left(23) ^ c.rotate_left(43)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (hash >> 32) as usize % KEPT
    }
}

/// What is known of a word.
#[derive(Clone)]
struct Known {
    key: Key,
    /// How likely it is in each language, or how likely it is at most.
    nats: [f32; LANGUAGES.len()],
    /// A bit for each language in which that is known to the end of the word.
    whole: u64,
    /// How likely it is in its likeliest language, once all of its script have been asked.
    loudest: Option<f32>,
}

const _: () = assert!(LANGUAGES.len() <= u64::BITS as usize);

impl Known {
    const fn nothing(key: Key) -> Self {
        Self { key, nats: [f32::INFINITY; LANGUAGES.len()], whole: 0, loudest: None }
    }
}

thread_local! {
    static MEMO: RefCell<Vec<Option<Known>>> = const { RefCell::new(Vec::new()) };
}

/// A word that is being asked about.
pub(super) struct Asked<'w> {
    word: &'w str,
    script: Script,
    known: &'w mut Known,
    /// Its letters, once the table has to be asked.
    letters: Vec<char>,
}

/// Lends a word with what is known of it to `then`, which asks about no other.
pub(super) fn with<R>(word: &str, script: Script, then: impl FnOnce(&mut Asked<'_>) -> R) -> R {
    let key = Key::of(word, script);
    if word.len() > LONGEST {
        return then(&mut Asked { word, script, known: &mut Known::nothing(key), letters: Vec::new() });
    }
    MEMO.with_borrow_mut(|memo| {
        if memo.is_empty() {
            memo.resize_with(KEPT, || None);
        }
        let mut unkept = None;
        let slot = memo.get_mut(key.place()).unwrap_or(&mut unkept);
        let known = match slot {
            Some(known) if known.key == key => known,
            other => other.insert(Known::nothing(key)),
        };
        then(&mut Asked { word, script, known, letters: Vec::new() })
    })
}

impl Asked<'_> {
    fn letters(&mut self) -> &[char] {
        if self.letters.is_empty() {
            ngrams::spell(self.word, &mut self.letters);
        }
        &self.letters
    }

    /// How likely it is in a language, or something below `least` if it is less likely than that.
    pub fn log_probability(&mut self, language: u8, least: f32) -> f32 {
        let at = usize::from(language);
        match self.known.nats.get(at) {
            Some(&nats) if nats < least || self.known.whole >> at & 1 != 0 => nats,
            _ => self.ask(at, least),
        }
    }

    #[inline(never)]
    fn ask(&mut self, at: usize, least: f32) -> f32 {
        let (nats, is_whole) = ngrams::log_probability(at as u64, self.letters(), least);
        self.known.nats.get_mut(at).into_iter().for_each(|known| *known = nats);
        self.known.whole |= u64::from(is_whole) << at;
        nats
    }

    /// How likely it is at least, where a list of words has it.
    pub fn listed(&mut self, language: u8) -> Option<f32> {
        let letters = self.letters();
        ngrams::listed(language, letters.get(1..letters.len() - 1).unwrap_or_default())
    }

    /// How much likelier it is in its likeliest language than in each one of its script.
    pub fn said(&mut self) -> impl Iterator<Item = f32> {
        let own = places(self.script);
        let loudest = self.known.loudest.unwrap_or_else(|| {
            let mut loudest = f32::NEG_INFINITY;
            // English first: the sooner one is loud, the sooner the others are given up. Their order makes no other difference, as what
            // is given up is too quiet to count.
            let is_english = |at: &usize| LANGUAGES.get(*at).is_some_and(|language| language.code == "en");
            for at in own.clone().filter(is_english).chain(own.clone().filter(|at| !is_english(at))) {
                // What is said more quietly than that counts no less.
                loudest = self.log_probability(at as u8, loudest - LOUDEST).max(loudest);
            }
            loudest
        });
        self.known.loudest = Some(loudest);
        self.known.nats.get(own).unwrap_or_default().iter().map(move |nats| (nats - loudest).max(-LOUDEST))
    }
}
