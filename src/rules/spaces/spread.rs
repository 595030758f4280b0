//! Letters of one word that are spread with narrow or hard spaces: `w o r d`, as no reader sees words of one letter.

use crate::unicode::{self, Classes};

/// So many letters in a row, and they are no list of letters.
const FEWEST: usize = 4;

/// Which of the exotic spaces `odd` (with their places) stand between the letters of spread words. Between the words has to stand
/// another space, or nobody could tell where they end. Where one word is spread, so are shorter ones.
pub fn spread(text: &str, odd: &[(usize, char)]) -> Vec<usize> {
    let mut words = Vec::new();
    let mut rest = odd;
    while !rest.is_empty() && text.contains(' ') {
        let steps = rest.windows(2).take_while(|pair| matches!(pair, [a, b] if parts_one(text, *a, *b))).count();
        let (run, others) = rest.split_at(steps + 1);
        words.push((letters(text, run), run));
        rest = others;
    }
    let is_spread = words.iter().any(|&(letters, _)| letters >= FEWEST);
    let inside = words.into_iter().filter(|&(letters, _)| is_spread && letters > 1);
    inside.flat_map(|(_, run)| run).map(|&(at, _)| at).collect()
}

/// Whether one character stands between two spaces of one kind.
fn parts_one(text: &str, (first, space): (usize, char), (second, other): (usize, char)) -> bool {
    let between = text.get(first + space.len_utf8()..second).unwrap_or("");
    space == other && is_one(between) && between.chars().all(is_part)
}

fn is_one(text: &str) -> bool {
    text.chars().take(2).count() == 1
}

/// How many letters the spaces part, none if what they part is no word.
fn letters(text: &str, run: &[(usize, char)]) -> usize {
    let (Some(&(first, _)), Some(&(last, space))) = (run.first(), run.last()) else { return 0 };
    let mut before = text.get(..first).unwrap_or("").chars().rev();
    let mut after = text.get(last + space.len_utf8()..).unwrap_or("").chars();
    let ends = [before.next(), after.next()];
    let is_free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    if !ends.iter().all(|c| c.is_some_and(is_part)) || !is_free(before.next()) || !is_free(after.next()) {
        return 0;
    }
    let within = text.get(first..last).unwrap_or("").chars();
    within.chain(ends.into_iter().flatten()).filter(|&c| is_letter(c)).count()
}

fn is_letter(c: char) -> bool {
    unicode::classes(c).intersects(Classes::LATIN | Classes::CYRILLIC | Classes::GREEK)
}

/// A letter of a word, or what stands close to one.
fn is_part(c: char) -> bool {
    is_letter(c) || matches!(c, '\'' | '’' | '-' | '.' | ',' | ':' | ';' | '!' | '?')
}
