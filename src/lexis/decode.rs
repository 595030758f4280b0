//! Which word was meant, when some of its letters may be one of several.

use super::{Hint, LANGUAGES, ngrams};
use crate::unicode::Script;

/// A letter that may have been meant, and what taking it for that costs, in nats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The letter, in the case that it would have.
    pub letter: char,
    /// How unlikely it is that a reader takes what stands there for this letter; 0 for the letter itself.
    pub cost: f32,
}

/// The word that was meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its letters, one of each list of choices.
    pub word: Vec<char>,
    /// How likely it is, as [`weigh`](super::weigh) says, less the costs of its letters.
    pub nats: f32,
    /// How far behind the next likely word is.
    pub ahead: f32,
}

/// How many beginnings of words are kept in mind.
const BEAM: usize = 12;

/// Longer than words are, in letters: the search takes time with the square of their length.
const LONGEST: usize = 64;

/// How many languages are tried.
const TRIED: usize = 4;

/// The likeliest word of `script` that takes one letter from each list; nothing if a list is empty, or if there are more than 64.
pub fn read(choices: &[Vec<Choice>], script: Script, hint: &Hint) -> Option<Reading> {
    if choices.len() > LONGEST || choices.iter().any(Vec::is_empty) {
        return None;
    }
    let mut readings: Vec<(Vec<char>, f32)> = Vec::new();
    for (language, weight) in hint.languages(script).take(TRIED) {
        if readings.iter().map(|(_, nats)| *nats).fold(f32::NEG_INFINITY, f32::max) > weight {
            break;
        }
        readings.extend(in_language(choices, language, weight));
    }
    readings.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let (word, nats) = readings.first()?.clone();
    let next = readings.iter().find(|(other, _)| *other != word).map_or(f32::NEG_INFINITY, |(_, nats)| *nats);
    Some(Reading { word, nats, ahead: nats - next })
}

/// The likeliest words of one language, with their letters as chosen.
fn in_language(choices: &[Vec<Choice>], language: u8, weight: f32) -> Vec<(Vec<char>, f32)> {
    debug_assert!(usize::from(language) < LANGUAGES.len());
    // Small letters for the table, and letters as chosen.
    let mut beam: Vec<(Vec<char>, Vec<char>, f32)> = vec![(vec![ngrams::BEGIN], Vec::new(), weight)];
    for choices in choices {
        let mut next: Vec<(Vec<char>, Vec<char>, f32)> = Vec::with_capacity(beam.len() * choices.len());
        for (small, word, nats) in &beam {
            for choice in choices {
                let letter = ngrams::lower(choice.letter);
                let nats = nats + ngrams::letter(u64::from(language), letter, small) - choice.cost;
                let mut small = small.clone();
                small.push(letter);
                let mut word = word.clone();
                word.push(choice.letter);
                next.push((small, word, nats));
            }
        }
        next.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
        next.truncate(BEAM);
        beam = next;
    }
    let whole = |(small, word, nats): (Vec<char>, Vec<char>, f32)| {
        let nats = nats + ngrams::letter(u64::from(language), ngrams::END, &small);
        let listed = ngrams::listed(language, small.get(1..).unwrap_or_default());
        let nats = listed.map_or(nats, |listed| nats.max(weight + listed - cost(&word, choices)));
        (word, nats)
    };
    beam.into_iter().map(whole).collect()
}

/// What it costs to take these letters.
fn cost(word: &[char], choices: &[Vec<Choice>]) -> f32 {
    let taken = word.iter().zip(choices).filter_map(|(letter, choices)| choices.iter().find(|choice| choice.letter == *letter));
    taken.map(|choice| choice.cost).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_letter_is_read_from_the_rest() {
        let hint = Hint::of("the weather was fine all day".split(' '), Script::Latin);
        let any: Vec<Choice> = ('a'..='z').map(|letter| Choice { letter, cost: 4.0 }).collect();
        for (word, meant) in
            [("emba?rassment", "embarrassment"), ("th?y", "they"), ("W?nter", "Winter"), ("qu?stion", "question")]
        {
            let choices: Vec<Vec<Choice>> =
                word.chars().map(|letter| if letter == '?' { any.clone() } else { vec![Choice { letter, cost: 0.0 }] }).collect();
            let reading = read(&choices, Script::Latin, &hint).expect("a reading");
            assert_eq!(String::from_iter(reading.word), meant);
        }
    }

    #[test]
    fn what_is_longer_than_words_is_not_read() {
        let letter = vec![Choice { letter: 'a', cost: 0.0 }, Choice { letter: 'e', cost: 1.0 }];
        assert!(read(&vec![letter.clone(); LONGEST], Script::Latin, &Hint::default()).is_some());
        assert_eq!(read(&vec![letter; LONGEST + 1], Script::Latin, &Hint::default()), None);
    }
}
