//! Text of one alphabet in the letters of another: a single-byte code page read as another one (`Ïðèâåò` was `Привет`).
//!
//! Nothing but language proves this. So a whole line is read or nothing of it: every character beyond ASCII has to be a byte of the
//! one page and a letter of the other, and what comes out must be as likely as genuine text while what stands there is none.

use std::sync::LazyLock;

use encoding_rs::{ISO_8859_5, ISO_8859_7, KOI8_R, KOI8_U, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254};
use memchr::memchr3_iter;
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP737, DECODING_TABLE_CP866};

use super::pages::{CodePage, Family, Upper, upper};
use super::reading::Reading;
use crate::lexis::{self, Hint};
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

/// One page read as another.
struct Misreading {
    /// What the bytes were taken for.
    read: CodePage,
    /// What they were.
    meant: Upper,
    /// The alphabet of the latter.
    script: Script,
}

/// So many letters have to change, and so many of them in one word.
const FEWEST: usize = 6;
const WORD: usize = 4;
/// So many signs that are not ASCII stand among them, besides one for ten letters: quotes, dashes, a number sign.
const SIGNS: usize = 4;
/// How likely each letter has to be then, in nats. Lines of Russian and Greek have -1.5 to -3.
const KNOWN: f32 = -3.3;
/// How much less likely each letter has to be as it stands, in nats. Of two million genuine lines none comes above 0 but rows of units
/// (`кБ`), with 1.8; of what was misread, 99 in 100 come above 4.
const MARGIN: f32 = 3.5;
/// How many words are asked what language the line is in.
const LISTENERS: usize = 12;

static MISREADINGS: LazyLock<Vec<Misreading>> = LazyLock::new(|| {
    use Script::{Cyrillic, Greek};
    let windows = |meant, script, fact| Misreading {
        read: CodePage::new(&upper(WINDOWS_1252), Family::Windows, true, fact).or(&upper(WINDOWS_1254)),
        meant,
        script,
    };
    let cyrillic = |read: &Upper, meant, fact| Misreading {
        read: CodePage::new(read, Family::Windows, false, fact),
        meant,
        script: Cyrillic,
    };
    let (cp1251, koi, iso) = (upper(WINDOWS_1251), upper(KOI8_U), upper(ISO_8859_5));
    let koi_read = |meant, fact| Misreading {
        read: CodePage::new(&upper(KOI8_R), Family::Koi, false, fact).or(&upper(KOI8_U)),
        meant,
        script: Cyrillic,
    };
    vec![
        windows(cp1251, Cyrillic, &"Windows-1251 read as Windows-1252 or Latin-1"),
        windows(koi, Cyrillic, &"KOI8 read as Windows-1252 or Latin-1"),
        windows(DECODING_TABLE_CP866, Cyrillic, &"code page 866 read as Windows-1252 or Latin-1"),
        windows(iso, Cyrillic, &"ISO 8859-5 read as Windows-1252 or Latin-1"),
        windows(upper(WINDOWS_1253), Greek, &"Windows-1253 read as Windows-1252 or Latin-1"),
        windows(upper(ISO_8859_7), Greek, &"ISO 8859-7 read as Windows-1252 or Latin-1"),
        windows(DECODING_TABLE_CP737, Greek, &"code page 737 read as Windows-1252 or Latin-1"),
        cyrillic(&cp1251, koi, &"KOI8 read as Windows-1251"),
        cyrillic(&cp1251, DECODING_TABLE_CP866, &"code page 866 read as Windows-1251"),
        cyrillic(&cp1251, iso, &"ISO 8859-5 read as Windows-1251"),
        cyrillic(&DECODING_TABLE_CP866, cp1251, &"Windows-1251 read as code page 866"),
        koi_read(cp1251, &"Windows-1251 read as KOI8"),
        cyrillic(&upper(WINDOWS_1250), cp1251, &"Windows-1251 read as Windows-1250"),
        cyrillic(&DECODING_TABLE_CP437, DECODING_TABLE_CP866, &"code page 866 read as code page 437"),
    ]
});

/// What the line was meant to be, if it was misread.
pub fn read(text: &str, classes: Classes) -> Option<Reading> {
    if !may_be_misread(text, classes) {
        return None;
    }
    let readings = MISREADINGS.iter().filter_map(|misreading| misreading.read(text));
    readings.max_by(|a, b| a.nats.total_cmp(&b.nats)).filter(|reading| is_odd(text, reading))
}

/// Whether a line is worth the question: three letters or signs of Europe in a row, capitals behind small letters of Cyrillic.
pub fn may_be_misread(text: &str, classes: Classes) -> bool {
    classes.contains(Classes::LATIN) && memchr3_iter(0xC2, 0xC3, 0xC5, text.as_bytes()).any(|at| is_row(text, at))
        || classes.contains(Classes::CYRILLIC) && turns_case(text.as_bytes())
}

/// Whether three letters or signs of Europe stand in a row at byte `at`.
pub fn is_row(text: &str, at: usize) -> bool {
    let row = text.get(at..).unwrap_or("").chars().take(3);
    row.filter(|&c| matches!(c, '\u{80}'..='\u{3FF}' | '\u{2000}'..='\u{25FF}') && c != '\u{A0}').count() == 3
}

/// Whether a capital of Cyrillic stands right behind a small letter.
pub fn turns_case(bytes: &[u8]) -> bool {
    let turns = |&[a, b, c, d]: &[u8; 4]| {
        let is_small = (a == 0xD0) & (0xB0..=0xBF).contains(&b) | (a == 0xD1) & (0x80..=0x9F).contains(&b);
        is_small & (c == 0xD0) & (0x80..=0xAF).contains(&d)
    };
    // Without a way out in the middle this is vector code.
    bytes.windows(4).filter_map(<[u8]>::first_chunk).fold(false, |any, four| any | turns(four))
}

impl Misreading {
    /// The line as the one page has it; nothing where it cannot have been read as the other.
    fn read(&self, text: &str) -> Option<Reading> {
        let mut letters = Vec::new();
        let mut signs = 0;
        let mut meant = String::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let was = self.read.read_as(c, &self.meant)?;
            meant.push(was);
            if was == c {
                continue;
            }
            letters.push((Span::new(at, at + c.len_utf8()), was));
            signs += usize::from(!was.is_alphabetic());
            if signs > SIGNS + letters.len() / 10 {
                return None;
            }
        }
        let words: Vec<&str> = words(&meant).filter(|word| !word.is_ascii()).collect();
        let count = letters_of(&words);
        let is_whole = words.iter().all(|word| is_of(word, self.script) && keeps_case(word));
        if count < FEWEST || !words.iter().any(|word| word.chars().count() >= WORD) || !is_whole {
            return None;
        }
        let nats = nats(&words, self.script);
        let reading = Reading { fact: self.read.fact, letters, nats: nats / count as f32 };
        (reading.nats >= KNOWN).then_some(reading)
    }
}

/// Whether what stands there is much less likely.
fn is_odd(text: &str, reading: &Reading) -> bool {
    let words: Vec<&str> = words(text).filter(|word| !word.is_ascii()).collect();
    let script = |word: &str| word.chars().find(|c| !c.is_ascii()).map(|c| unicode::info(c).script);
    let of = |script_of| words.iter().copied().filter(|word| script(word) == Some(script_of)).collect::<Vec<_>>();
    let nats: f32 = [Script::Latin, Script::Cyrillic].into_iter().map(|script| nats(&of(script), script)).sum();
    nats / letters_of(&words).max(1) as f32 + MARGIN <= reading.nats
}

/// How likely words are in the language that they fit best, in nats.
fn nats(words: &[&str], script: Script) -> f32 {
    let hint = Hint::of(words.iter().copied().take(LISTENERS), script);
    words.iter().map(|word| lexis::weigh(word, script, &hint).nats).sum()
}

/// Runs of letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !unicode::classes(c).intersects(Classes::LETTER)).filter(|word| !word.is_empty())
}

fn letters_of(words: &[&str]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// Whether all of a word is of one alphabet.
fn is_of(word: &str, script: Script) -> bool {
    word.chars().all(|c| unicode::info(c).script == script)
}

/// Whether a word is all small, all capitals, or begins with one.
fn keeps_case(word: &str) -> bool {
    let is_upper = |c: char| unicode::classes(c).intersects(Classes::UPPER);
    let mut rest = word.chars().skip(1);
    match rest.next().map(is_upper) {
        Some(true) => word.chars().next().is_some_and(is_upper) && rest.all(is_upper),
        _ => !rest.any(is_upper),
    }
}
