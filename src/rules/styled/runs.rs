//! Styled characters in a row, with what stands around them.

use super::{Dress, dress, is_sound, plain, stopgap};
use crate::lexis::{self, Hint};
use crate::text::Span;
use crate::unicode::{self, Classes, Script, Style};

/// So many styled letters in a row spell a word.
const WORD: usize = 3;

/// More italic letters than this in a row are no product of variables, nor the corners of a figure.
const FACTORS: usize = 4;

/// In nats a letter: below that, letters in a formula are factors rather than a word.
const PRODUCT: f32 = -2.6;

/// Styled characters of one dress in a row.
pub(super) struct Run {
    pub(super) span: Span,
    pub(super) dress: Dress,
    pub(super) letters: usize,
    /// Letters that are not styled, right before and right after.
    pub(super) glued_before: usize,
    pub(super) glued_after: usize,
    /// Among those, letters that nobody mixes with this dress by chance: phonetic ones, other scripts.
    pub(super) strange: bool,
    /// A plain ASCII letter is among them.
    pub(super) ascii: bool,
    /// Inside `[…]` or `/…/`.
    pub(super) bracketed: bool,
    /// Every letter is a small capital of the International Phonetic Alphabet.
    pub(super) phonetic: bool,
    /// The mathematical fonts of its letters, a bit each.
    pub(super) fonts: u16,
    /// Every letter is a capital.
    pub(super) is_capital: bool,
    /// Each sign is the next one in the order of numbers or letters.
    pub(super) is_ordered: bool,
    /// The nearest letters that are not fullwidth are CJK.
    pub(super) beside_cjk: bool,
    /// A digit stands right before it.
    pub(super) on_number: bool,
    /// What stands right behind it.
    pub(super) after: Option<char>,
}

/// The runs of a line. Two passes over its characters.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut glued = 0; // plain letters right before
    let (mut strange, mut ascii) = (false, false);
    let mut bracket = false;
    let mut slashes = Slashes::default();
    let mut last_letter = None;
    let mut open = 0; // from which run on the letters to the right still count
    let mut unmet = 0; // from which run on the next plain letter has not been met
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        let end = at + c.len_utf8();
        let dress = dress(c).or_else(|| {
            let among = || is_among_small_capitals(c, text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""));
            (stopgap(c).is_some() && among()).then_some(Dress::SmallCapital)
        });
        if let Some(dress) = dress {
            let letter = usize::from(!classes.intersects(Classes::DIGIT));
            match runs.last_mut().filter(|run| run.span.end == at && run.dress == dress) {
                Some(run) => {
                    let before = text.get(..at).and_then(|before| before.chars().next_back());
                    run.is_ordered &= before.is_some_and(|before| u32::from(before) + 1 == u32::from(c));
                    run.span.end = end;
                    run.letters += letter;
                    run.phonetic &= is_phonetic(c);
                    run.fonts |= font(c);
                    run.is_capital &= is_capital(c);
                }
                None => {
                    let beside_cjk = last_letter.is_some_and(unicode::is_cjk);
                    let bracketed = bracket || slashes.is_within;
                    let span = Span::new(at, end);
                    runs.push(Run {
                        span,
                        dress,
                        letters: letter,
                        glued_before: glued,
                        glued_after: 0,
                        strange,
                        ascii,
                        bracketed,
                        phonetic: is_phonetic(c),
                        fonts: font(c),
                        is_capital: is_capital(c),
                        is_ordered: true,
                        beside_cjk,
                        on_number: text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())),
                        after: None,
                    });
                    open = runs.len() - 1;
                }
            }
            glued += 1;
            continue;
        }
        if classes.intersects(Classes::LETTER) {
            glued += 1;
            strange |= !c.is_ascii() && !is_plain_letter(c, classes);
            ascii |= c.is_ascii();
            last_letter = Some(c);
            for run in runs.iter_mut().skip(unmet) {
                run.beside_cjk |= unicode::is_cjk(c);
            }
            unmet = runs.len();
            for run in runs.iter_mut().skip(open) {
                run.glued_after += 1;
                run.strange |= strange;
                run.ascii |= ascii;
            }
        } else if !classes.intersects(Classes::MARK) {
            (glued, strange, ascii) = (0, false, false);
            open = runs.len();
            match c {
                '[' => bracket = true,
                ']' => bracket = false,
                '/' => slashes.meet(text, at),
                c if unicode::is_cjk(c) => last_letter = Some(c),
                _ => {}
            }
        }
    }
    for run in &mut runs {
        run.after = text.get(run.span.end..).and_then(|after| after.chars().next());
    }
    runs
}

/// Whether a small capital stands right before or behind `c`; for a Latin one, one that is no sound: `ǫʀ` is Old Norse.
fn is_among_small_capitals(c: char, before: &str, after: &str) -> bool {
    let beside = [before.chars().next_back(), after.chars().next()];
    beside.into_iter().flatten().any(|beside| dress(beside) == Some(Dress::SmallCapital) && (c == 'ғ' || !is_phonetic(beside)))
}

/// Slashes around phonemes: `/…/`, which no word, address or choice of two has in this way.
#[derive(Default)]
struct Slashes {
    is_within: bool,
    /// No slash stands behind this place.
    last: Option<usize>,
}

impl Slashes {
    fn meet(&mut self, text: &str, at: usize) {
        if self.is_within {
            self.is_within = false;
            return;
        }
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        let stands_free =
            before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '‘' | '«' | '"'));
        let last = *self.last.get_or_insert_with(|| text.rfind('/').unwrap_or(at));
        self.is_within = stands_free && at < last && after.starts_with(|c: char| !c.is_whitespace());
    }
}

/// Whether fullwidth letters spell a word.
pub(super) fn has_fullwidth_word(text: &str) -> bool {
    let mut letters = 0;
    text.chars().any(|c| {
        letters = if matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ') { letters + 1 } else { 0 };
        letters >= WORD
    })
}

/// Small capitals that stand for a sound by themselves.
pub(super) const fn is_phonetic(c: char) -> bool {
    matches!(c, 'ɪ' | 'ʏ' | 'ʀ' | 'ɴ' | 'ɢ' | 'ʙ' | 'ʜ' | 'ʟ' | 'ɶ')
}

/// The bit of a mathematical letter's font. Digits and what is plain in Unicode for once have none of their own.
fn font(c: char) -> u16 {
    let code = u32::from(c);
    let place = match c {
        '\u{1D400}'..='\u{1D6A3}' => (code - 0x1D400) / 52,
        '\u{1D6A8}'..='\u{1D7CB}' => match (code - 0x1D6A8) / 58 {
            upright @ 0..3 => upright,
            3 => 9,
            _ => 11,
        },
        'ℎ' => 1,
        'ℬ' | 'ℰ' | 'ℱ' | 'ℋ' | 'ℐ' | 'ℒ' | 'ℳ' | 'ℛ' | 'ℯ' | 'ℊ' | 'ℴ' => 3,
        'ℭ' | 'ℌ' | 'ℑ' | 'ℜ' | 'ℨ' => 5,
        'ℂ' | 'ℍ' | 'ℕ' | 'ℙ' | 'ℚ' | 'ℝ' | 'ℤ' => 6,
        _ => return 0,
    };
    1 << place
}

fn is_capital(c: char) -> bool {
    unicode::styled(c).is_some_and(|(plain, _)| plain.is_uppercase())
}

/// Italic, in which formulas are set.
const ITALIC: u16 = 1 << 1;

/// A letter of ordinary spelling, not of a phonetic alphabet.
fn is_plain_letter(c: char, classes: Classes) -> bool {
    matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') || classes.intersects(Classes::CYRILLIC | Classes::GREEK)
}

/// A letter that neither ordinary spellings nor phonetic alphabets have.
pub(super) fn is_no_sound(c: char) -> bool {
    let classes = unicode::classes(c);
    let is_own = || c.is_ascii() || is_sound(c) || is_phonetic(c) || is_plain_letter(c, classes);
    classes.intersects(Classes::LETTER | Classes::STYLED) && !is_own()
}

impl Run {
    /// `𝑠𝑖𝑛` or `𝑎𝑏𝑐`, as formulas print them; where no `formula` stands near by, `𝑥𝑦𝑧`: three that are no word.
    pub(super) fn is_product(&self, text: &str, formula: bool) -> bool {
        const FUNCTIONS: [&str; 16] =
            ["sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "lim", "min", "max", "sup", "inf", "det", "dim", "mod"];
        let name: String = self.span.of(text).chars().filter_map(|c| plain(c, self.dress)).collect();
        let most = if formula { FACTORS } else { WORD };
        let is_short = || self.fonts == ITALIC && self.letters <= most && self.glued_before + self.glued_after == 0;
        self.dress == Dress::Math
            && (formula && FUNCTIONS.contains(&name.as_str())
                || is_short() && lexis::weigh(&name, Script::Latin, &Hint::default()).nats < self.letters as f32 * PRODUCT)
    }

    /// Small capitals between the brackets of phonetics, unless they spell what no sound is written with.
    pub(super) fn is_phonetics(&self) -> bool {
        self.bracketed && (self.letters < WORD || self.phonetic)
    }

    /// `𝔰𝔬(3)`, `𝔰𝔩₂`, `𝔤𝔩ₙ`: what is of a dimension.
    pub(super) fn is_applied(&self) -> bool {
        let is_index = |c| matches!(unicode::styled(c), Some((_, Style::Subscript)));
        self.dress == Dress::Math && self.after.is_some_and(|c| matches!(c, '(' | '₀'..='₉') || is_index(c))
    }

    /// `🅱️ruh`: a single letter that asks to be shown as a picture.
    pub(super) fn is_picture(&self) -> bool {
        self.dress == Dress::Enclosed && self.letters == 1 && self.after == Some('\u{FE0F}')
    }

    pub(super) fn spells_a_word(&self) -> bool {
        match self.dress {
            // The capital of a word in small capitals is a plain one.
            Dress::SmallCapital => {
                !self.strange
                    && !self.is_phonetics()
                    && self.letters >= 2
                    && self.letters + self.glued_before + self.glued_after >= WORD
            }
            Dress::Fullwidth => !self.beside_cjk && self.letters >= WORD,
            // `12.3ᵃᵇᶜ`: notes to a number.
            Dress::Raised => {
                !self.bracketed && !self.on_number && self.glued_before + self.glued_after == 0 && self.letters >= WORD
            }
            // No number stands inside a word.
            Dress::Numeral => !self.strange && !self.is_capital && self.glued_before > 0 && self.glued_after > 0,
            // Three italic capitals are the corners of a triangle.
            Dress::Math if self.fonts == ITALIC && self.letters <= FACTORS && self.is_capital => false,
            // `①②③`, `ⒶⒷⒸ` name the parts of a figure or the steps of a list.
            Dress::Enclosed => self.letters >= WORD && !self.is_ordered,
            Dress::Math => self.letters >= WORD,
        }
    }
}
