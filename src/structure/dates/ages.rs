//! Ages in a line: "3 years ago", "vor einem Jahr", "16 years, 10 months ago". The phrases are looked up, so that no language
//! needs a pattern.
use super::{
    phrases::{self, NUMBER},
    shape::{LEXICON, Shape, is},
};

/// Units that say "ago" by their ending.
pub(super) const AGED: &[&str] = &["éve", "hónapja", "hete", "napja", "órája", "perce"];

/// The longest words before and behind a number that an age has.
const BEFORE: usize = 3;
const BEHIND: usize = 5;
/// Most units of one age: "1 year, 2 months and 3 days ago".
const CHAIN: usize = 4;

/// The first age in a line: where its first and behind its last byte stand in the shape.
pub(super) fn find(shape: &Shape) -> Option<(usize, usize)> {
    (0..shape.bytes.len()).find_map(|at| {
        let byte = *shape.bytes.get(at)?;
        if byte.is_ascii_digit() && shape.begins(at) || LEXICON.can_be(byte, is::NUMBER) {
            return counted(shape, at);
        }
        if LEXICON.can_be(byte, is::AGE | is::SINGLE) { single(shape, at) } else { None }
    })
}

fn said(shape: &Shape, at: usize) -> Option<&str> {
    shape.words.get(at).map(String::as_str).filter(|word| !word.is_empty())
}

fn is_byte(shape: &Shape, at: usize, byte: u8) -> bool {
    shape.bytes.get(at) == Some(&byte)
}

/// Where the next word begins, behind one space or the point of a short form.
fn next_word(shape: &Shape, at: usize) -> usize {
    let at = at + usize::from(is_byte(shape, at, b'.') && is_byte(shape, at + 1, b' '));
    at + usize::from(is_byte(shape, at, b' '))
}

/// Behind the number at `at`.
fn behind_number(shape: &Shape, at: usize) -> Option<usize> {
    let digits = shape.bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits > 4 {
        return None;
    }
    if digits > 0 {
        return Some(at + digits);
    }
    // "a few", "un'ora".
    let few = at + 2;
    let end = if said(shape, few) == Some("few") && is_byte(shape, at + 1, b' ') { few + 1 } else { at + 1 };
    Some(end + usize::from(is_byte(shape, end, b'\'')))
}

/// The age whose first number stands at `at`.
fn counted(shape: &Shape, at: usize) -> Option<(usize, usize)> {
    let number = behind_number(shape, at)?;
    let mut start = at;
    // "about 3 years ago", "vor etwa 3 Jahren".
    let word_before =
        |at: usize| at.checked_sub(2).filter(|_| is_byte(shape, at - 1, b' ')).filter(|&b| said(shape, b).is_some());
    let hedges = |words: &str| phrases::word(words).is_some_and(|word| word.hedge.is_some());
    // "plus de 3 ans": of one word or of two.
    let hedge_before = |at: usize| {
        let one = word_before(at)?;
        let two =
            word_before(one).filter(|two| said(shape, *two).zip(said(shape, one)).is_some_and(|(a, b)| hedges(&[a, b].concat())));
        two.or_else(|| Some(one).filter(|one| said(shape, *one).is_some_and(hedges)))
    };
    if let Some(hedge) = hedge_before(at) {
        start = hedge;
    }
    let (mut lead, mut first) = (String::new(), start);
    let mut found = None;
    for _ in 0..BEFORE {
        let Some(word) = word_before(first) else { break };
        (lead, first) = ([said(shape, word)?, &lead].concat(), word);
        if phrases::leads_age(&lead) {
            found = Some((lead.clone(), first));
        }
    }
    if let Some((lead, mut first)) = found
        && let Some(end) = unit(shape, number, &lead, 0)
    {
        if let Some(hedge) = hedge_before(first) {
            first = hedge;
        }
        return Some((first, end));
    }
    unit(shape, number, "", 0).map(|end| (start, end))
}

/// Behind the words that say the unit, behind all further ones, and behind "ago".
fn unit(shape: &Shape, number: usize, lead: &str, depth: usize) -> Option<usize> {
    let first = next_word(shape, number);
    let mut key = [lead, NUMBER].concat();
    let (mut end, mut best, mut words) = (first, None, 0);
    while words < BEHIND
        && let Some(word) = said(shape, end)
    {
        key += word;
        (end, words) = (end + 1, words + 1);
        // "3 d" alone is said in other places too.
        let tells =
            words > 1 || !lead.is_empty() || word.starts_with(|c| matches!(c, '\u{e01}'..='\u{e4e}')) || AGED.contains(&word);
        if tells && phrases::is_age(&key) {
            best = Some((end, words, word.chars().count()));
        }
        let next = next_word(shape, end);
        if next == end {
            break;
        }
        end = next;
    }
    if depth < CHAIN && (best.is_none() || !lead.is_empty()) {
        let own = said(shape, first).filter(|word| !lead.is_empty() && best.is_some() || phrases::is_unit(word));
        let end = own.and_then(|_| further(shape, best.map_or(first + 1, |(end, ..)| end), lead, depth + 1));
        if end.is_some() {
            return end;
        }
    }
    // The point of a short form belongs to it.
    best.map(|(end, words, letters)| {
        end + usize::from(!lead.is_empty() && words == 1 && letters < 4 && is_byte(shape, end, b'.'))
    })
}

/// Behind the age that goes on at `at` with another number: ", 10 months ago", " and 2 days ago".
fn further(shape: &Shape, at: usize, lead: &str, depth: usize) -> Option<usize> {
    let mut at = at + usize::from(is_byte(shape, at, b'.'));
    at += usize::from(is_byte(shape, at, b','));
    at += usize::from(is_byte(shape, at, b' '));
    if said(shape, at).and_then(phrases::word).is_some_and(|word| word.join) && is_byte(shape, at + 1, b' ') {
        at += 2;
    }
    shape.bytes.get(at).filter(|byte| byte.is_ascii_digit())?;
    unit(shape, behind_number(shape, at)?, lead, depth)
}

/// An age that names no number: "год назад", or two of something in one word.
fn single(shape: &Shape, at: usize) -> Option<(usize, usize)> {
    let first = said(shape, at)?;
    let second = at + 2;
    let behind = said(shape, second).filter(|_| is_byte(shape, at + 1, b' '))?;
    let is_single = |at: usize| shape.bytes.get(at).is_some_and(|byte| LEXICON.can_be(*byte, is::SINGLE));
    if !is_single(at) && !is_single(second) {
        return None;
    }
    let third = said(shape, second + 2).filter(|_| is_byte(shape, second + 1, b' '));
    if let Some(third) = third
        && phrases::spelled(&[first, behind, third].concat()).is_some()
    {
        return Some((at, second + 3));
    }
    let key = [first, behind].concat();
    let told = phrases::spelled(&key).is_some()
        || phrases::one_ago(&key).is_some()
        || is_single(at) && matches!(behind, "назад" | "тому" | "temu");
    told.then_some((at, second + 1))
}
