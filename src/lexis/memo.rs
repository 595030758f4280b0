//! What common words say about the language of a text, kept in mind.
//!
//! To ask a word in fifty languages takes thousands of look-ups, and a text has the same words again and again. The answer
//! depends on nothing but the word, so it makes no difference to any result whether it was remembered or made anew.

use std::cell::RefCell;

use super::{LANGUAGES, LOUDEST, ngrams};
use crate::unicode::Script;

/// How much likelier the word is in its likeliest language than in each; 0 in the languages of other scripts.
type Said = [f32; LANGUAGES.len()];

/// So many words are kept in mind, by each thread: about a megabyte, once a doubtful word has been met. Pages of a crawl share them.
const KEPT: usize = 4096;

/// Longer words are too rare to be met again.
const LONGEST: usize = 24;

struct Entry {
    word: String,
    script: Script,
    said: Said,
}

thread_local! {
    static MEMO: RefCell<Vec<Option<Entry>>> = const { RefCell::new(Vec::new()) };
}

/// Hands on what `word` says about the languages of `script`.
pub(super) fn said(word: &str, script: Script, then: impl FnOnce(&Said)) {
    if word.len() > LONGEST {
        return then(&ask(word, script));
    }
    MEMO.with_borrow_mut(|memo| {
        if memo.is_empty() {
            memo.resize_with(KEPT, || None);
        }
        let place = hash(word) as usize % KEPT;
        let Some(slot) = memo.get_mut(place) else { return };
        match slot {
            Some(entry) if entry.word == word && entry.script == script => then(&entry.said),
            _ => then(&slot.insert(Entry { word: word.to_owned(), script, said: ask(word, script) }).said),
        }
    });
}

fn ask(word: &str, script: Script) -> Said {
    let mut letters = Vec::new();
    ngrams::spell(word, &mut letters);
    let mut said = [0.0; LANGUAGES.len()];
    let mut loudest = f32::NEG_INFINITY;
    let own = || LANGUAGES.iter().enumerate().filter(|(_, language)| language.script == script);
    // English first: the sooner one is loud, the sooner the others are given up. Their order makes no other difference, as what is
    // given up is too quiet to count.
    let first = own().filter(|(_, language)| language.code == "en");
    let others = own().filter(|(_, language)| language.code != "en");
    for (at, _) in first.chain(others) {
        if let Some(said) = said.get_mut(at) {
            // What is said more quietly than that counts no less.
            *said = ngrams::log_probability(at as u64, &letters, loudest - LOUDEST);
            loudest = loudest.max(*said);
        }
    }
    for (at, _) in own() {
        if let Some(said) = said.get_mut(at) {
            *said = (*said - loudest).max(-LOUDEST);
        }
    }
    said
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
