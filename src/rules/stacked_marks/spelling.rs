//! Which marks in zalgo are the text's own: a letter may have been typed with its accent apart.

use std::ops::Range;

use unicode_normalization::char::compose;

use super::{Cluster, HEAP};
use crate::lexis::{self, Choice, Hint};
use crate::unicode::{self, Classes, Script};

/// What it costs, in nats, to take the first marks of a heap for an accent: some of the noise composes, too.
const FROM_A_HEAP: f32 = 3.0;
/// The same where all the marks of a letter compose, or where the text is known to be typed in this way.
const LIGHT: f32 = 0.5;
/// So many letters with marks that compose, and none with few marks that do not, and the text is typed in this way.
const APART: usize = 2;
/// Longer words are made up, and weighing costs time.
const LONGEST: usize = 200;
/// So many words tell the language of a line.
const TOLD: usize = 24;

/// The scripts whose words can be weighed.
const SCRIPTS: [Script; 3] = [Script::Latin, Script::Cyrillic, Script::Greek];

/// The spelling of a line, asked for word by word: it is paid for only where an accent is in question.
pub struct Spelling<'t> {
    text: &'t str,
    /// Accents stand apart from their letters all over the line.
    is_apart: bool,
    /// The noise leaves one or two marks on some letters, so that any mark may be noise.
    is_uneven: bool,
    /// What the words of the line say about its language, in each script that was asked for.
    hints: [Option<Hint>; SCRIPTS.len()],
    /// The last word that was asked for, and how many bytes of marks belong to each letter that has some: by place.
    word: Range<usize>,
    own: Vec<(usize, usize)>,
}

impl<'t> Spelling<'t> {
    /// Nothing is weighed yet.
    pub fn new(text: &'t str, clusters: &[Cluster]) -> Self {
        // Noise that comes in heaps leaves no letter with one or two marks that happen to compose.
        let light = || {
            let few =
                clusters.iter().filter(|cluster| cluster.count < HEAP).map(|cluster| (cluster.base, cluster.marks.of(text)));
            few.filter(|(base, marks)| !is_spelling(*base, marks))
        };
        let composes = |(base, marks): (char, &str)| accents(base, marks).last().is_some_and(|&(_, own)| own == marks.len());
        let is_uneven = !light().all(composes);
        let is_apart = !is_uneven && light().nth(APART - 1).is_some();
        Self { text, is_apart, is_uneven, hints: [const { None }; SCRIPTS.len()], word: 0..0, own: Vec::new() }
    }

    /// How many bytes of a cluster's marks belong to its letter.
    pub fn own_marks(&mut self, cluster: &Cluster) -> usize {
        let marks = cluster.marks.of(self.text);
        if self.is_uneven {
            return 0;
        }
        if is_spelling(cluster.base, marks) || self.is_apart && cluster.count < HEAP {
            return marks.len();
        }
        if marks.chars().next().and_then(|mark| compose(cluster.base, mark)).is_none() {
            return 0;
        }
        if !self.word.contains(&cluster.marks.start) {
            self.word = word_around(self.text, cluster.marks.start);
            self.own = self.read(unicode::script(cluster.base)).unwrap_or_default();
        }
        let own = self.own.binary_search_by_key(&cluster.marks.start, |&(at, _)| at);
        own.ok().and_then(|place| self.own.get(place)).map_or(0, |&(_, own)| own)
    }

    /// Which accents the word at hand most likely has.
    fn read(&mut self, script: Script) -> Option<Vec<(usize, usize)>> {
        let place = SCRIPTS.iter().position(|&known| known == script)?;
        let word = self.text.get(self.word.clone()).filter(|word| word.len() <= LONGEST)?;
        let letters = letters(word);
        let from_a_heap = if self.is_apart { LIGHT } else { FROM_A_HEAP };
        let choices: Vec<Vec<Choice>> = letters.iter().map(|letter| letter.choices(from_a_heap)).collect();
        let text = self.text;
        let hint = self.hints.get_mut(place)?.get_or_insert_with(|| hint(text, script));
        let reading = lexis::read(&choices, script, hint)?;
        let own = letters.iter().zip(reading.word).filter_map(|(letter, read)| {
            let &(_, own) = letter.accented.iter().find(|&&(accented, _)| accented == read)?;
            Some((self.word.start + letter.marks.start, own))
        });
        Some(own.collect())
    }
}

/// A letter of a word and the loose marks on it.
struct Letter {
    base: char,
    /// The letters that it makes with its first marks, and how many bytes those are.
    accented: Vec<(char, usize)>,
    marks: Range<usize>,
    count: usize,
}

impl Letter {
    fn choices(&self, from_a_heap: f32) -> Vec<Choice> {
        let is_light = |own| own == self.marks.len() && self.count < HEAP;
        let cost = |own| if is_light(own) { LIGHT } else { from_a_heap };
        let accented = self.accented.iter().map(|&(letter, own)| Choice { letter, cost: cost(own) });
        std::iter::once(Choice { letter: self.base, cost: 0.0 }).chain(accented).collect()
    }

    /// What it makes with all of its marks.
    fn whole(&self) -> Option<char> {
        self.accented.last().filter(|&&(_, own)| own == self.marks.len()).map(|&(letter, _)| letter)
    }
}

fn letters(word: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (at, c) in word.char_indices() {
        let end = at + c.len_utf8();
        match letters.last_mut().filter(|_| unicode::classes(c).intersects(Classes::STACKABLE)) {
            Some(letter) => {
                letter.count += 1;
                letter.marks.end = end;
            }
            None => letters.push(Letter { base: c, accented: Vec::new(), marks: end..end, count: 0 }),
        }
    }
    for letter in &mut letters {
        letter.accented = accents(letter.base, word.get(letter.marks.clone()).unwrap_or(""));
    }
    letters
}

/// The letters that `base` makes with the first of `marks`, each with how many bytes of marks it takes.
fn accents(base: char, marks: &str) -> Vec<(char, usize)> {
    let mut accents: Vec<(char, usize)> = Vec::new();
    let mut letter = base;
    for (at, mark) in marks.char_indices() {
        let end = at + mark.len_utf8();
        if let Some(composed) = compose(letter, mark) {
            letter = composed;
            accents.push((letter, end));
            continue;
        }
        if is_spelling(letter, marks.get(at..end).unwrap_or(""))
            && let Some((_, own)) = accents.last_mut()
        {
            *own = end;
        }
        break;
    }
    accents
}

/// What the words of a script say about the language of a line.
fn hint(text: &str, script: Script) -> Hint {
    let is_own = |word: &&str| word.len() <= LONGEST && word.chars().next().is_some_and(|c| unicode::script(c) == script);
    let spelt = |word: &str| letters(word).iter().map(|letter| letter.whole().unwrap_or(letter.base)).collect();
    let words: Vec<String> = text.split(|c| !is_in_word(c)).filter(is_own).take(TOLD).map(spelt).collect();
    Hint::of(words.iter().map(String::as_str), script)
}

/// Marks that never compose with their letter, and yet are its own: the stress on a Cyrillic vowel, as primers and
/// encyclopaedias print it, and a tone on a letter with a dot below, as Yoruba and Igbo write it.
fn is_spelling(base: char, marks: &str) -> bool {
    let stressed = matches!(base, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'і' | 'ї' | 'є')
        || matches!(base, 'А' | 'Е' | 'И' | 'О' | 'У' | 'Ы' | 'Э' | 'Ю' | 'Я' | 'І' | 'Ї' | 'Є');
    let toned = matches!(base, 'ẹ' | 'ọ' | 'ị' | 'ụ' | 'Ẹ' | 'Ọ' | 'Ị' | 'Ụ');
    match marks {
        "\u{301}" => stressed || toned,
        "\u{300}" | "\u{304}" => toned,
        _ => false,
    }
}

/// The letters and marks around a place.
fn word_around(text: &str, at: usize) -> Range<usize> {
    let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
    let start = before.char_indices().rev().take_while(|&(_, c)| is_in_word(c)).last().map_or(at, |(start, _)| start);
    let end = after.find(|c| !is_in_word(c)).map_or(text.len(), |end| at + end);
    start..end
}

fn is_in_word(c: char) -> bool {
    unicode::classes(c).intersects(Classes::LETTER | Classes::MARK)
}
