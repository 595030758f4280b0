//! Whole words in another dress: `ᗪᗩᐯE`, `ƈƖıƈƙ ɧɛཞɛ`, `₣ⱤɆɆ ₱ⱧØ₦Ɇ₴`, as tools for fancy letters make them.
//!
//! Here the signs are not strangers in a word: there is nothing else. Each sign that some such alphabet uses is read as the letter that
//! it is used for, by one alphabet if one has them all; and what comes out must be language beyond doubt, over several words. Text that
//! really is in one of these scripts comes out as nothing that anybody speaks, and most of it has other letters besides.

use super::choices::{add, looks};
use super::eastern::Claim;
use super::forms::is_part_of_word;
use crate::lexis::{self, Choice, Hint};
use crate::rules::{Certainty, Evidence, Line};
use crate::text::{Span, swar};
use crate::unicode::{self, Classes, Grade, Script, Use};

/// How many letters a run of such words must have, and how many of them signs, in tenths.
const FEW: usize = 5;
const TENTHS: usize = 5;

/// How likely each letter must be, the end of its word counted as one, in a short run and in a long one. Text of the languages of the
/// table has -1.2 to -2.
const SHORT: usize = 16;
const READS_SHORT: f32 = -1.9;
/// The same of a word or two, which one alphabet must have, and not one script.
const SINGLE: usize = 8;
const READS_SINGLE: f32 = -1.5;
const READS: f32 = -2.1;

/// How much likelier than as it stands, each letter, where the signs are of a script whose languages are known.
const BETTER: f32 = 0.8;

/// How many letters that are no signs are passed over before a line is given up.
const PATIENCE: usize = 8;

/// So many signs of one alphabet in a word are no strangers that came one by one.
const MANY: usize = 4;

/// What taking a sign for what it is used for costs, and taking it for what it resembles besides.
pub(super) const USED: f32 = 0.3;
const LOOKS: f32 = 1.0;

/// How many bytes of plain text may stand between words in another dress.
const APART: usize = 24;

/// Where the first characters beyond ASCII are looked for, in characters behind the first of them.
const FAR: usize = 32;

/// So many words of a run tell whether it is language.
const SAMPLE: usize = 16;

const DRESSED: Evidence = Evidence::Fact(&"whole words in a decorative alphabet, by what they read as");

/// Whether a line of these classes may hold such words, though nothing else is doubtful about it.
pub(super) fn is_possible(line: Classes) -> bool {
    line.contains(Classes::OTHER_LETTER | Classes::OUTSIDER)
}

/// The words of the line that are in another dress, with the letters to be put in.
pub(super) fn find(line: &Line<'_>) -> Vec<Claim> {
    let text = line.as_str();
    let mut claims = Vec::new();
    if !begins_with_signs(text) {
        return claims;
    }
    let mut run: Vec<Word<'_>> = Vec::new();
    let (mut signs, mut others) = (0, 0);
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        (signs, others) = (signs + word.signs, others + word.others);
        if others > PATIENCE + 2 * signs {
            break;
        }
        if word.others > 0 || word.span.start > at + APART {
            claims.extend(read(&run).unwrap_or_default());
            run.clear();
        }
        at = word.span.end;
        if word.others == 0 {
            run.push(word);
        }
    }
    claims.extend(read(&run).unwrap_or_default());
    claims
}

/// Whether one of the first characters beyond ASCII is a sign: genuine text is known by them, and so is what is spoofed by twins.
fn begins_with_signs(text: &str) -> bool {
    const FIRST: usize = 3;
    let start = swar::ascii_end(text.as_bytes(), 0);
    let mut beyond = text.get(start..).unwrap_or_default().chars().take(FAR).filter(|c| !c.is_ascii()).take(FIRST);
    beyond.any(|c| !unicode::uses(c).is_empty())
}

/// Signs and letters of ASCII in a row.
struct Word<'a> {
    text: &'a str,
    span: Span,
    /// How many letters it has, how many of them are signs, and how many are neither that nor ASCII.
    letters: usize,
    signs: usize,
    others: usize,
}

/// The next word from byte `at` on that is not wholly ASCII.
fn next_word(text: &str, at: usize) -> Option<Word<'_>> {
    let bytes = text.as_bytes();
    let is_part = |c: char| c.is_ascii_alphabetic() || !c.is_ascii() && (is_part_of_word(c) || !unicode::uses(c).is_empty());
    let mut from = at;
    loop {
        let beyond = swar::ascii_end(bytes, from);
        let c = text.get(beyond..)?.chars().next()?;
        if !is_part(c) {
            from = beyond + c.len_utf8();
            continue;
        }
        let before = bytes.get(from..beyond)?.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let start = beyond - before;
        let rest = text.get(start..)?;
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let span = Span::new(start, end);
        let mut word = Word { text: span.of(text), span, letters: 0, signs: 0, others: 0 };
        for c in word.text.chars() {
            word.letters += 1;
            if !c.is_ascii() {
                let is_sign = !unicode::uses(c).is_empty();
                word.signs += usize::from(is_sign);
                word.others += usize::from(!is_sign);
            }
        }
        return Some(word);
    }
}

/// Whether a sign is neither a letter with an accent, as many languages have, nor one of Greek or Cyrillic that reads as a Latin one:
/// those are read word by word.
fn is_alien(c: char) -> bool {
    let of_target = unicode::classes(c).intersects(Classes::GREEK | Classes::CYRILLIC | Classes::LATIN);
    let reads = || unicode::lookalikes(c).iter().any(|other| other.script == Script::Latin && other.grade != Grade::Far);
    !(c.is_ascii() || is_accented(c) || of_target && reads())
}

const fn is_accented(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{17f}' | '\u{1ea0}'..='\u{1ef9}')
}

/// What the words of a run read as, if that is language.
fn read(run: &[Word<'_>]) -> Option<Vec<Claim>> {
    let letters: usize = run.iter().map(|word| word.letters).sum();
    let signs: usize = run.iter().map(|word| word.signs).sum();
    let alien = run.iter().flat_map(|word| word.text.chars()).filter(|&c| is_alien(c)).count();
    if letters < FEW || signs * 10 < letters * TENTHS || alien * 4 < letters && signs * 10 < letters * 9 {
        return None;
    }
    let reader = Reader::new(run);
    let sample = run.get(..SAMPLE).unwrap_or(run);
    let first = reader.read(sample, &Hint::of(std::iter::empty(), Script::Latin))?;
    let hint = Hint::of(first.iter().map(String::as_str), Script::Latin);
    let words = reader.read(sample, &hint)?;
    let fit = fit(words.iter().map(String::as_str), Script::Latin, &hint);
    let least = match letters {
        ..SINGLE if reader.common == 0 || is_of_one_script(run) => return None,
        ..SINGLE => READS_SINGLE,
        SINGLE..SHORT => READS_SHORT,
        _ => READS,
    };
    if fit < least || !is_better(sample, fit) {
        return None;
    }
    let words = if sample.len() < run.len() { reader.read(run, &hint)? } else { words };
    Some(run.iter().zip(&words).map(|(word, read)| reader.claim(word, read)).collect())
}

/// Whether all letters of the words are of one script: a word or two of it may read as anything.
fn is_of_one_script(words: &[Word<'_>]) -> bool {
    let mut scripts = words.iter().flat_map(|word| word.text.chars()).map(unicode::script);
    scripts.next().is_none_or(|first| scripts.all(|script| script == first))
}

/// The letters that a word reads as, if it is wholly of signs and ASCII, at least half of it signs, and one alphabet has them all.
pub(super) fn in_one_alphabet(text: &str) -> Option<Vec<char>> {
    let common = common(text.chars());
    let aliens = text.chars().filter(|&c| is_alien(c)).count();
    if common == 0 || aliens < MANY || 2 * aliens < text.chars().count() {
        return None;
    }
    let letter = |(at, c): (usize, char)| {
        let letter = match c {
            c if c.is_ascii() => c.to_ascii_lowercase(),
            c => uses(c, common).next()?.letter,
        };
        Some(if is_upper(text, at, c, common) { letter.to_ascii_uppercase() } else { letter })
    };
    text.char_indices().map(letter).collect()
}

/// The alphabets that have all of these that are not ASCII, as bits.
fn common(text: impl Iterator<Item = char>) -> u64 {
    let of = |c: char| unicode::uses(c).iter().fold(0, |all, of| all | of.alphabet);
    text.filter(|c| !c.is_ascii()).fold(u64::MAX, |common, c| common & of(c))
}

/// What a sign is used for in these alphabets; in all where there are none.
fn uses(c: char, common: u64) -> impl Iterator<Item = &'static Use> {
    unicode::uses(c).iter().filter(move |of| common == 0 || of.alphabet & common != 0)
}

/// Whether the character at byte `at` of a word is a capital: signs take the case of the letters between them, else that of their
/// alphabet; a capital that begins a word is one.
fn is_upper(word: &str, at: usize, c: char, common: u64) -> bool {
    let small = || word.contains(|c: char| c.is_ascii_lowercase());
    let large = || word.contains(|c: char| c.is_ascii_uppercase());
    match c {
        c if c.is_ascii() => c.is_ascii_uppercase(),
        c if at == 0 && c.is_uppercase() => true,
        c => !small() && (large() || uses(c, common).next().is_some_and(|of| of.is_upper)),
    }
}

/// How likely each letter of these words is, their ends counted as letters.
fn fit<'w>(words: impl Iterator<Item = &'w str>, script: Script, hint: &Hint) -> f32 {
    const UNLIKELIEST: f32 = -4.0; // names are as unlikely as they please
    let (mut nats, mut letters) = (0.0, 0.0);
    for word in words {
        let count = (word.chars().count() + 1) as f32;
        nats += lexis::weigh(word, script, hint).nats.max(UNLIKELIEST * count);
        letters += count;
    }
    nats / f32::max(letters, 1.0)
}

/// Whether that is much likelier than what stands, if what stands is of a script whose languages are known.
fn is_better(words: &[Word<'_>], fit: f32) -> bool {
    let texts = || words.iter().map(|word| word.text);
    [Script::Latin, Script::Cyrillic, Script::Greek].into_iter().all(|script| {
        let is_of_it = texts().all(|text| text.chars().all(|c| unicode::script(c) == script));
        !is_of_it || fit >= self::fit(texts(), script, &Hint::of(texts(), script)) + BETTER
    })
}

/// Reads words of a run.
struct Reader {
    /// The alphabets that have all signs of the run, as bits. Where there are any, nothing else was meant.
    common: u64,
}

impl Reader {
    fn new(run: &[Word<'_>]) -> Self {
        Self { common: common(run.iter().flat_map(|word| word.text.chars())) }
    }

    fn read(&self, words: &[Word<'_>], hint: &Hint) -> Option<Vec<String>> {
        let choices = |word: &Word<'_>| word.text.chars().map(|c| self.choices(c)).collect::<Vec<_>>();
        words.iter().map(|word| Some(lexis::read(&choices(word), Script::Latin, hint)?.word.into_iter().collect())).collect()
    }

    /// The letters that a character may be meant for.
    fn choices(&self, c: char) -> Vec<Choice> {
        if c.is_ascii() {
            return vec![Choice { letter: c.to_ascii_lowercase(), cost: 0.0 }];
        }
        let mut choices: Vec<Choice> = Vec::new();
        uses(c, self.common).for_each(|of| add(&mut choices, of.letter, USED));
        if self.common == 0 {
            if is_accented(c) {
                add(&mut choices, c, 0.0);
            }
            let looks = looks(c).filter(|other| other.target.is_ascii_alphabetic());
            looks.for_each(|other| add(&mut choices, other.target, LOOKS));
        }
        choices
    }

    fn claim(&self, word: &Word<'_>, read: &str) -> Claim {
        let mut edits = Vec::with_capacity(word.signs);
        for ((at, c), letter) in
            word.text.char_indices().zip(read.chars()).filter(|((_, c), letter)| !c.is_ascii() && c != letter)
        {
            let letter = if is_upper(word.text, at, c, self.common) { letter.to_ascii_uppercase() } else { letter };
            let start = word.span.start + at;
            edits.push((Span::new(start, start + c.len_utf8()), letter));
        }
        Claim { span: word.span, certainty: Certainty::Likely, evidence: DRESSED, edits }
    }
}
