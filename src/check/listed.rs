//! Characters that are listed rather than spelt: alphabets, both cases of each letter, one letter in many shapes, phonetic
//! transcriptions, tables of code points.

use std::collections::HashSet;

use super::uses::around;
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// Whether what stands there is a row of characters, not a word. `reading` is what it reads as.
pub fn is_list(text: &str, span: Span, reading: &str) -> bool {
    let word = span.of(text);
    is_case_by_case(word)
        || is_case_by_case(reading)
        || is_one_letter(word, reading)
        || is_phonetic(text, span)
        || is_alphabets(word)
        || is_of_time(word)
        || is_numbered_by_letters(word)
        || is_in_shapes(text, span, reading)
        || is_in_chart(text, span)
}

/// Whether each letter has its other case beside it: `yYдД`, as in a pattern for an answer.
fn is_case_by_case(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let (pairs, rest) = letters.as_chunks::<2>();
    let is_pair = |[a, b]: &[char; 2]| a != b && a.to_lowercase().eq(b.to_lowercase());
    pairs.len() > 1 && rest.is_empty() && pairs.iter().all(is_pair)
}

/// Whether it is one letter several times over, each time in another shape: `⒜Ⓐⓐ`.
fn is_one_letter(word: &str, reading: &str) -> bool {
    const SEVERAL: usize = 3;
    let shapes: HashSet<char> = word.chars().collect();
    let mut letters = reading.chars().flat_map(char::to_lowercase);
    let first = letters.next();
    shapes.len() >= SEVERAL && shapes.len() == word.chars().count() && letters.all(|letter| first == Some(letter))
}

/// Whether it is a part of an alphabet, or several: `ABC`, `abcXYZ012`.
pub fn is_alphabet(reading: &str) -> bool {
    const SHORTEST: usize = 3;
    let letters: Vec<char> = reading.chars().collect();
    letters.chunk_by(|&a, &b| u32::from(a) + 1 == u32::from(b)).all(|run| run.len() >= SHORTEST)
}

/// Whether it begins with the letters of several alphabets in their order, or holds more than two of another than ours: `abcαβ`, `xαβγy`.
fn is_alphabets(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let in_order = |run: &[char]| run.len() > 2 && is_first(run) && run.iter().all(|c| !c.is_ascii());
    if letters.chunk_by(|&a, &b| u32::from(a) + 1 == u32::from(b)).any(in_order) {
        return true;
    }
    let mut runs = letters.chunk_by(|&a, &b| u32::from(a) + 1 == u32::from(b)).take_while(|run| run.len() > 1);
    let (Some(first), Some(second)) = (runs.next(), runs.next()) else { return false };
    first.len() + second.len() > 4 && is_first(first) && is_first(second)
}

/// Whether a run of letters begins an alphabet.
fn is_first(run: &[char]) -> bool {
    matches!(run, ['a' | 'A' | 'α' | 'Α' | 'а' | 'А', ..])
}

/// Whether it is a part of a pattern for dates with the `T` of ISO 8601 between: `ддTчч`.
fn is_of_time(word: &str) -> bool {
    let is_place = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next();
        part.chars().count() > 1 && letters.all(|c| first == Some(c))
    };
    word.split_once('T').is_some_and(|(day, hour)| is_place(day) && is_place(hour))
}

/// Whether it is a word of capitals, as what stands for something is written, with small letters of another script behind it that
/// count: `ПРЕФИКСaa`.
fn is_numbered_by_letters(word: &str) -> bool {
    const SHORTEST: usize = 3;
    let is_capital = |c: char| !c.is_ascii() && unicode::classes(c).intersects(Classes::UPPER);
    let count = word.trim_start_matches(is_capital);
    let capitals = word.strip_suffix(count).unwrap_or_default();
    capitals.chars().count() >= SHORTEST && count.len() == 2 && count.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether it is one letter between others that are shapes of the same one: `ⒹＤḊ`.
fn is_in_shapes(text: &str, span: Span, reading: &str) -> bool {
    let base = |c: char| unicode::styled(c).map_or_else(|| decomposed(c), |(base, _)| base).to_ascii_lowercase();
    let mut letters = reading.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    let (before, after) = around(text, span, 4);
    let beside = [before.chars().next_back(), after.chars().next()];
    let same = |c: &char| base(*c) == letter.to_ascii_lowercase();
    beside.iter().flatten().any(|c| !c.is_ascii() && same(c)) && beside.iter().flatten().all(|c| same(c) || !c.is_alphabetic())
}

/// A letter without its marks.
fn decomposed(c: char) -> char {
    let mut base = c;
    unicode_normalization::char::decompose_canonical(c, |part| {
        if unicode::combining_class(part) == 0 {
            base = part;
        }
    });
    base
}

/// Whether it stands in a row of characters none of which comes twice, as in the chart of a code page. East Asia has too many
/// characters for that to say anything.
pub fn is_in_chart(text: &str, span: Span) -> bool {
    const NEAR: usize = 60;
    const MANY: usize = 24;
    let (before, after) = around(text, span, NEAR);
    let is_in_row = |c: &char| !c.is_ascii() && !c.is_whitespace();
    let before = before.chars().rev().take_while(is_in_row);
    let after = after.chars().take_while(is_in_row);
    let mut seen = HashSet::new();
    let mut eastern = 0;
    let is_new = |c: char| {
        eastern += usize::from(super::uses::is_eastern(c));
        seen.insert(c)
    };
    before.chain(span.of(text).chars().filter(is_in_row)).chain(after).all(is_new)
        && seen.len() >= MANY
        && 4 * eastern < seen.len()
}

/// Whether letters that only phonetic transcription has stand in the words around it. Small capitals are letters of it, too, and
/// prove nothing where all letters are such; neither do those that African and Turkic languages spell with.
fn is_phonetic(text: &str, span: Span) -> bool {
    const NEAR: usize = 60;
    const FEW: usize = 2;
    let is_sound = |c: &char| match c {
        'ɓ' | 'ɔ' | 'ɖ' | 'ɗ' | 'ə' | 'ɛ' | 'ɣ' | 'ɩ' => false,
        'ˈ' | 'ˌ' | 'ː' | 'ʰ' | 'ʲ' | 'ʷ' | '\u{1C0}'..='\u{1C3}' => true,
        'ɡ' => true,
        '\u{250}'..='\u{2AF}' => unicode::styled(*c).is_none(),
        _ => false,
    };
    let is_cyrillic = |c: char| unicode::script(c) == Script::Cyrillic;
    let (before, after) = around(text, span, NEAR);
    !span.of(text).contains(is_cyrillic) && before.chars().chain(after.chars()).filter(is_sound).count() >= FEW
}

/// Whether the number of its only character stands on its line: an entry of a table, or a comment on a number (`0xAD // …`). Or whether
/// its neighbour in the order of numbers does, with a blank between.
pub fn is_numbered_entry(text: &str, span: Span) -> bool {
    const NEAR: usize = 60;
    let mut chars = span.of(text).chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    let (before, after) = around(text, span, NEAR);
    let head = before.rsplit('\n').next().unwrap_or_default();
    let tail = after.split('\n').next().unwrap_or_default();
    let number = u32::from(c);
    let numbers = [format!("{number:04x}"), format!("x{number:x}")];
    // In a column of its own, a number needs no mark (`255 173 AD`).
    let columns = [format!("{number:02x}"), number.to_string()];
    let is_column = |line: &str| {
        let mut words = line.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| columns.iter().any(|column| *column == word))
    };
    let is_numbered = |line: &str| {
        let line = line.to_ascii_lowercase();
        numbers.iter().any(|number| line.contains(number)) || line.contains('\t') && is_column(&line)
    };
    let blanks = |c: &char| matches!(c, ' ' | '\t');
    let beyond = |line: &mut dyn Iterator<Item = char>| {
        let mut line = line.peekable();
        let is_apart = line.next_if(blanks).is_some();
        line.find(|c| !blanks(c)).filter(|_| is_apart).map(u32::from)
    };
    let is_next = || {
        beyond(&mut head.chars().rev()).is_some_and(|before| before + 1 == number)
            || beyond(&mut tail.chars()).is_some_and(|after| number + 1 == after)
    };
    is_numbered(head) || is_numbered(tail) || is_next() || is_in_chart(text, span)
}

/// Whether a word between two of capitals is the sign of multiplication: `СТРОКxСТОЛБЦОВ`.
pub fn is_times(word: &str) -> bool {
    let is_capital = |c: char| unicode::classes(c).intersects(Classes::UPPER);
    let parts: Vec<&str> = word.split(['x', 'х', 'χ']).collect();
    parts.len() > 1 && parts.iter().all(|part| part.chars().count() > 1 && part.chars().all(is_capital))
}

/// Whether one or two letters stand alone between square brackets: what fits a place in a pattern.
pub fn is_bracketed(text: &str, span: Span) -> bool {
    const FEW: usize = 2;
    let (before, after) = around(text, span, 4);
    span.of(text).chars().count() <= FEW && before.ends_with('[') && after.starts_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_characters() {
        for row in ["yYдД", "nNοΟ", "cCсС"] {
            assert!(is_case_by_case(row), "{row}");
        }
        assert!(!is_case_by_case("раss") && !is_case_by_case("аА"));
        assert!(is_alphabet("ABC") && is_alphabet("abcDEF123") && !is_alphabet("admin") && !is_alphabet("no"));
        assert!(
            is_alphabets("abcαβ")
                && is_alphabets("αβγабв")
                && is_alphabets("xαβγy")
                && !is_alphabets("abαt")
                && !is_alphabets("abсd")
        );
        assert!(is_one_letter("⒜Ⓐⓐ", "aAa") && !is_one_letter("хxx", "ххх"));
        assert!(is_of_time("ддTчч") && !is_of_time("даTа") && !is_of_time("Tчч"));
        assert!(is_numbered_by_letters("ПРЕФИКСaa") && is_numbered_by_letters("ΠΡΟΘΕΜΑab"));
        assert!(!is_numbered_by_letters("ВХОДa") && !is_numbered_by_letters("Слoво") && !is_numbered_by_letters("СЛОBОa"));
        assert!(is_times("СТРОКxСТОЛБЦОВ") && !is_times("xСТОЛБЦОВ") && !is_times("текст"));
    }

    #[test]
    fn entries_of_tables() {
        let is = |text: &str| {
            let at = text.find('\u{AD}').unwrap();
            is_numbered_entry(text, Span::new(at, at + 2))
        };
        assert!(is("255\t173\tAD\t\u{AD}\tSOFT HYPHEN") && is("0xAD // \u{AD}") && is("¬  \u{AD}  ®") && is("00AD \u{AD}"));
        assert!(!is("a 173 \u{AD} b") && !is("¬\u{AD}b") && !is("AD\n\u{AD} b"));
    }

    #[test]
    fn phonetic_words() {
        let is = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            is_phonetic(text, Span::new(at, at + word.len()))
        };
        assert!(is("ðə kwɪk braʊn fɑks", "ɪ"));
        assert!(!is("the ɡooɡle search", "ɡooɡle"));
        assert!(!is("ᴄʜʀɪsᴛᴏᴘʜᴇʀ ᴍᴇɴɢ", "ᴍᴇɴɢ"));
        assert!(!is("ʃʊŋ төймәсе ʃʊŋ", "төймәсе"));
    }
}
