//! Counts of n-grams, with the ends of words.
//!
//! The published models hold ln P(last letter | letters before) for all n-grams of one to five letters inside words, not
//! pruned. Their products are relative counts. Where a word begins is not in them, but follows: what stands in no longer
//! n-gram with a letter before it stands at a beginning. So the counts of `^abcd`, `abcd$` and `^abc$` are exact, too.

use std::collections::HashMap;
use std::path::Path;

use fst::{Map, Streamer};

/// Beginning and end of a word, as letters.
pub const BEGIN: char = '<';
pub const END: char = '>';

/// The longest n-gram.
pub const ORDER: usize = 5;

pub struct Counts {
    /// Every n-gram of up to [`ORDER`] letters with its count. Sorted.
    ngrams: Vec<(Vec<char>, f64)>,
}

impl Counts {
    pub fn read(path: &Path, script: &str) -> Self {
        let bytes = std::fs::read(path).expect("a model");
        let map = Map::new(bytes).expect("an FST");
        let mut inner: HashMap<Vec<char>, f64> = HashMap::new();
        let mut stream = map.stream();
        // In the order of bytes: a prefix always comes before what it begins.
        while let Some((key, value)) = stream.next() {
            let letters: Vec<char> = std::str::from_utf8(key).expect("UTF-8").chars().collect();
            let before = if letters.len() == 1 { 1.0 } else { inner.get(&letters[..letters.len() - 1]).copied().unwrap_or(0.0) };
            inner.insert(letters, before * f64::from_bits(value).exp());
        }
        let unit = inner.values().copied().filter(|&count| count > 0.0).fold(f64::MAX, f64::min);
        for count in inner.values_mut() {
            *count = (*count / unit).round();
        }
        let mut begins: HashMap<Vec<char>, f64> = inner.clone();
        let mut ends = inner.clone();
        let mut whole = inner.clone();
        for (letters, count) in &inner {
            let length = letters.len();
            if length > 1 {
                *begins.entry(letters[1..].to_vec()).or_default() -= count;
                *ends.entry(letters[..length - 1].to_vec()).or_default() -= count;
                *whole.entry(letters[1..].to_vec()).or_default() -= count;
                *whole.entry(letters[..length - 1].to_vec()).or_default() -= count;
            }
            if length > 2 {
                *whole.entry(letters[1..length - 1].to_vec()).or_default() += count;
            }
        }
        let mut ngrams: Vec<(Vec<char>, f64)> = Vec::new();
        let mut take = |letters: &[char], begin: bool, end: bool, count: f64| {
            if count >= 0.5 && letters.iter().all(|&c| is_of(c, script)) {
                let mut ngram = Vec::with_capacity(ORDER);
                ngram.extend(begin.then_some(BEGIN));
                ngram.extend_from_slice(letters);
                ngram.extend(end.then_some(END));
                ngrams.push((ngram, count.round()));
            }
        };
        let mut words = 0.0;
        for (letters, &count) in &inner {
            let length = letters.len();
            take(letters, false, false, count);
            if length < ORDER {
                take(letters, true, false, begins[letters]);
                take(letters, false, true, ends[letters]);
            }
            if length + 1 < ORDER {
                take(letters, true, true, whole[letters]);
            }
            if length == 1 && is_of(letters[0], script) {
                words += ends[letters];
            }
        }
        take(&[], false, true, words);
        ngrams.sort_by(|a, b| a.0.cmp(&b.0));
        Self { ngrams }
    }

    pub fn len(&self) -> usize {
        self.ngrams.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&[char], f64)> {
        self.ngrams.iter().map(|(ngram, count)| (ngram.as_slice(), *count))
    }
}

/// Whether `c` is a letter of `script` that languages are written in. Foreign words and stray letters are not counted.
fn is_of(c: char, script: &str) -> bool {
    match script {
        "Latin" => matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ɏ' | 'ə' | '\u{1E00}'..='\u{1EFF}'),
        "Cyrillic" => matches!(c, '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}'),
        "Greek" => matches!(c, '\u{370}'..='\u{3E1}' | '\u{1F00}'..='\u{1FFF}'),
        "Armenian" => matches!(c, '\u{561}'..='\u{587}'),
        _ => false,
    }
}
