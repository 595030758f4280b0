//! Letters in fancy dress used as prose: mathematical, fullwidth, enclosed, small capitals, superscript.

mod eastern;

use super::{Certainty, Evidence, Fact, Line, Page, Rule, Sink};
use crate::lexis::{self, Hint};
use crate::text::Span;
use crate::unicode::{self, Classes, Script, Style};

/// See [`PAGE`].
pub struct Styled;

static PAGE: Page = Page {
    repairs: "mathematical, fullwidth, enclosed, small-capital and superscript letters used as prose",
    leaves_alone: "formulas, H₂O, x², №, ™, fullwidth letters and digits in CJK text, IPA, single signs such as Ⓐ and 🅱",
    finds: "Letters that Unicode encodes as styled forms of a plain letter, where they spell words: three or more of one style in \
            a row, or fewer on a line where others do, or one inside a word of plain letters, or two mathematical or fullwidth ones \
            by themselves on a line without signs of mathematics. Styled digits go with the words around them. A mathematical \
            letter goes with words in its own font only. Roman numerals of one letter inside words, and then at their ends. Arabic \
            presentation forms, and Arabic and Hebrew letters of mathematics, in a word that has plain letters of its script.",
    why: "`𝐟𝐫𝐞𝐞 𝐦𝐨𝐧𝐞𝐲` is read by everybody and found by nobody: the letters are mathematical symbols to a program.",
    example: ("𝐅𝐫𝐞𝐞 𝐦𝐨𝐧𝐞𝐲 for x²", "Free money for x²"),
    leaves: "Single letters by themselves, and two on a line with signs of mathematics: symbols of a formula; three or four in \
             italics where they are capitals, or spell no word beside such signs. Fullwidth letters, \
             digits and punctuation where CJK letters stand beside them. Small capitals in phonetic brackets or beside other phonetic \
             letters. Superscripts and subscripts attached to a letter. One or two enclosed letters that stand alone. Regional \
             indicators. Words wholly in Arabic presentation forms, ligatures of Arabic, wide letters of Hebrew.",
};

/// So many styled letters in a row spell a word.
const WORD: usize = 3;

/// More italic letters than this in a row are no product of variables, nor the corners of a figure.
const FACTORS: usize = 4;

/// In nats a letter: below that, letters in a formula are factors rather than a word.
const PRODUCT: f32 = -2.6;

impl Rule for Styled {
    fn id(&self) -> &'static str {
        "styled"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::STYLED
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        if line.classes.intersects(Classes::OTHER_LETTER) {
            eastern::find(text, sink);
        }
        let runs = runs(text);
        if runs.is_empty() {
            return;
        }
        let setting = Setting::new(line, &runs);
        for run in &runs {
            let Some((certainty, why)) = setting.judge(run) else { continue };
            sink.report(run.span, certainty, Evidence::Fact(why));
            for (at, c) in run.span.of(text).char_indices() {
                if let Some(plain) = plain(c, run.dress) {
                    sink.edit(Span::new(run.span.start + at, run.span.start + at + c.len_utf8()), plain);
                }
            }
        }
        if setting.is_wholly_fullwidth {
            fullwidth_signs(text, &runs, sink);
        }
    }
}

/// Kinds of style that are judged alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dress {
    Math,
    Fullwidth,
    Enclosed,
    SmallCapital,
    Raised,
    Numeral,
}

/// How many there are.
const DRESSES: usize = 6;

/// The dress of `c`, if it is one that can spell words.
fn dress(c: char) -> Option<Dress> {
    if !unicode::classes(c).intersects(Classes::STYLED) {
        return None;
    }
    Some(match unicode::styled(c)?.1 {
        Style::Math => Dress::Math,
        Style::Fullwidth => Dress::Fullwidth,
        Style::Circled | Style::Parenthesized | Style::Squared | Style::NegativeCircled | Style::NegativeSquared => {
            Dress::Enclosed
        }
        Style::SmallCapital => Dress::SmallCapital,
        Style::Superscript | Style::Subscript => Dress::Raised,
        Style::RomanNumeral => Dress::Numeral,
        Style::RegionalIndicator | Style::Positional | Style::Letterlike => return None,
    })
}

fn plain(c: char, dress_of_run: Dress) -> Option<char> {
    if let Some((base, _)) = unicode::styled(c).filter(|_| dress(c) == Some(dress_of_run)) {
        return Some(base);
    }
    if dress_of_run == Dress::SmallCapital && c == SMALL_CAPITAL_Q {
        return Some('q');
    }
    (dress_of_run == Dress::Fullwidth).then(|| fullwidth_sign(c)).flatten()
}

/// What is written for the small capital that Unicode lacks.
const SMALL_CAPITAL_Q: char = 'ǫ';

/// Whether a small capital stands right before or behind the place, one that is no sound: `ǫʀ` is Old Norse.
fn is_among_small_capitals(before: &str, after: &str) -> bool {
    let beside = [before.chars().next_back(), after.chars().next()];
    beside.into_iter().flatten().any(|c| dress(c) == Some(Dress::SmallCapital) && !is_phonetic(c))
}

/// The ASCII sign of a fullwidth one.
fn fullwidth_sign(c: char) -> Option<char> {
    matches!(c, '\u{FF01}'..='\u{FF5E}').then(|| char::from_u32(u32::from(c) - 0xFEE0)).flatten()
}

/// Styled characters of one dress in a row.
struct Run {
    span: Span,
    dress: Dress,
    letters: usize,
    /// Letters that are not styled, right before and right after.
    glued_before: usize,
    glued_after: usize,
    /// Among those, letters that nobody mixes with this dress by chance: phonetic ones, other scripts.
    strange: bool,
    /// A plain ASCII letter is among them.
    ascii: bool,
    /// Inside `[…]` or `/…/`.
    bracketed: bool,
    /// Every letter is a small capital of the International Phonetic Alphabet.
    phonetic: bool,
    /// The mathematical fonts of its letters, a bit each.
    fonts: u16,
    /// Every letter is a capital.
    is_capital: bool,
    /// The nearest letters that are not fullwidth are CJK.
    beside_cjk: bool,
}

/// The runs of a line. Two passes over its characters.
fn runs(text: &str) -> Vec<Run> {
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
            let among = || is_among_small_capitals(text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""));
            (c == SMALL_CAPITAL_Q && among()).then_some(Dress::SmallCapital)
        });
        if let Some(dress) = dress {
            let letter = usize::from(!classes.intersects(Classes::DIGIT));
            match runs.last_mut().filter(|run| run.span.end == at && run.dress == dress) {
                Some(run) => {
                    run.span.end = end;
                    run.letters += letter;
                    run.phonetic &= is_phonetic(c);
                    run.fonts |= font(c);
                    run.is_capital &= is_capital(c);
                }
                None => {
                    let beside_cjk = last_letter.is_some_and(is_cjk);
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
                        beside_cjk,
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
                run.beside_cjk |= is_cjk(c);
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
                c if is_cjk(c) => last_letter = Some(c),
                _ => {}
            }
        }
    }
    runs
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

/// Small capitals that stand for a sound by themselves.
const fn is_phonetic(c: char) -> bool {
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

fn is_cjk(c: char) -> bool {
    matches!(unicode::script(c), Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo)
}

/// What the line as a whole says.
struct Setting {
    /// Of each dress: whether words are spelt in it on this line.
    prose: [bool; DRESSES],
    /// The mathematical fonts in which words are spelt; all of them where one word has several.
    fonts: u16,
    /// Whether signs of mathematics stand on it.
    formula: bool,
    /// Whether its words are all fullwidth, with no CJK near by.
    is_wholly_fullwidth: bool,
    /// Whether CJK letters stand in it or in the lines around it.
    cjk_near: bool,
}

impl Setting {
    fn new(line: &Line<'_>, runs: &[Run]) -> Self {
        const NEAR: usize = 300;
        let text = line.as_str();
        let mut prose = [false; DRESSES];
        let formula = text.chars().any(is_mathematical);
        let mut fonts = 0;
        for run in runs.iter().filter(|run| run.spells_a_word() && !(formula && run.is_product(text))) {
            fonts |= if run.fonts.count_ones() > 1 { u16::MAX } else { run.fonts };
            if let Some(prose) = prose.get_mut(run.dress as usize) {
                *prose = true;
            }
        }
        let cjk_here = text.chars().any(is_cjk);
        let is_cjk_around = || {
            let (before, after) = line.around(NEAR);
            before.chars().chain(after.chars()).any(is_cjk)
        };
        let cjk_near = cjk_here || is_cjk_around();
        let fullwidth = prose.get(Dress::Fullwidth as usize).copied().unwrap_or_default();
        Self { prose, fonts, formula, is_wholly_fullwidth: fullwidth && !cjk_here, cjk_near }
    }

    /// How sure it is that a run is prose, and why; nothing if it is not.
    fn judge(&self, run: &Run) -> Option<(Certainty, Fact)> {
        let prose = self.prose.get(run.dress as usize).copied().unwrap_or_default();
        let glued = run.glued_before + run.glued_after;
        let inside = !run.strange && !run.bracketed && (glued >= 4 || (run.glued_before > 0 && run.glued_after > 0));
        match run.dress {
            Dress::Fullwidth if run.beside_cjk => None,
            Dress::Fullwidth if self.cjk_near && run.letters <= 4 && glued == 0 && !prose => None,
            Dress::SmallCapital if run.is_phonetics() || run.strange => None,
            // A word in one font says nothing of a symbol in another.
            Dress::Math if run.fonts & !self.fonts != 0 && prose && glued == 0 && !run.spells_a_word() => None,
            Dress::Raised if !prose || run.ascii || run.letters == 0 || run.letters == 1 && glued == 0 => None,
            // A number behind a name: `Windowsⅰ`.
            Dress::Numeral if glued == 0 || run.strange || run.glued_after == 0 && (!prose || run.is_capital) => None,
            _ if run.spells_a_word() && (prose || run.dress != Dress::Math) => {
                Some((Certainty::Certain, &"styled letters that spell a word"))
            }
            _ if prose => Some((Certainty::Likely, &"styled letters on a line with words spelt in them")),
            _ if inside && run.letters > 0 => Some((Certainty::Certain, &"a styled letter inside a word of plain letters")),
            Dress::Math | Dress::Fullwidth if run.letters == 2 && glued == 0 && !self.formula => {
                Some((Certainty::Likely, &"styled letters that spell a short word, with no formula near by"))
            }
            _ => None,
        }
    }
}

fn is_mathematical(c: char) -> bool {
    matches!(c, '=' | '<' | '>' | '+' | '^' | '\u{2190}'..='\u{22FF}' | '×' | '÷' | '±' | '¬')
}

impl Run {
    /// `𝑠𝑖𝑛` or `𝑎𝑏𝑐`, as formulas print them.
    fn is_product(&self, text: &str) -> bool {
        const FUNCTIONS: [&str; 16] =
            ["sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "lim", "min", "max", "sup", "inf", "det", "dim", "mod"];
        let name: String = self.span.of(text).chars().filter_map(|c| plain(c, self.dress)).collect();
        let is_short = || self.fonts == ITALIC && self.letters <= FACTORS && self.glued_before + self.glued_after == 0;
        self.dress == Dress::Math
            && (FUNCTIONS.contains(&name.as_str())
                || is_short() && lexis::weigh(&name, Script::Latin, &Hint::default()).nats < self.letters as f32 * PRODUCT)
    }

    /// Small capitals between the brackets of phonetics, unless they spell what no sound is written with.
    fn is_phonetics(&self) -> bool {
        self.bracketed && (self.letters < WORD || self.phonetic)
    }

    fn spells_a_word(&self) -> bool {
        match self.dress {
            // The capital of a word in small capitals is a plain one.
            Dress::SmallCapital => {
                !self.strange
                    && !self.is_phonetics()
                    && self.letters >= 2
                    && self.letters + self.glued_before + self.glued_after >= WORD
            }
            Dress::Fullwidth => !self.beside_cjk && self.letters >= WORD,
            Dress::Raised => !self.bracketed && self.glued_before + self.glued_after == 0 && self.letters >= WORD,
            // No number stands inside a word.
            Dress::Numeral => !self.strange && !self.is_capital && self.glued_before > 0 && self.glued_after > 0,
            // Three italic capitals are the corners of a triangle.
            Dress::Math if self.fonts == ITALIC && self.letters <= FACTORS && self.is_capital => false,
            Dress::Math | Dress::Enclosed => self.letters >= WORD,
        }
    }
}

/// On a line whose words are fullwidth for show, its signs are, too.
fn fullwidth_signs(text: &str, runs: &[Run], sink: &mut Sink) {
    let mut runs = runs.iter().peekable();
    for (at, c) in text.char_indices() {
        while runs.next_if(|run| run.span.end <= at).is_some() {}
        if runs.peek().is_none_or(|run| at < run.span.start)
            && let Some(plain) = fullwidth_sign(c)
        {
            sink.replace(
                Span::new(at, at + c.len_utf8()),
                plain,
                Certainty::Likely,
                Evidence::Fact(&"a fullwidth sign among fullwidth words"),
            );
        }
    }
}
