//! Letters in fancy dress used as prose: mathematical, fullwidth, enclosed, small capitals, superscript.

mod eastern;
mod flags;
mod runs;

use runs::{Run, runs};

use super::{Certainty, Evidence, Fact, Line, Page, Rule, Sink};
use crate::text::Span;
use crate::unicode::{self, Classes, Style};

/// See [`PAGE`].
pub struct Styled;

static PAGE: Page = Page {
    repairs: "mathematical, fullwidth, enclosed, small-capital and superscript letters used as prose",
    leaves_alone: "formulas, H₂O, x², №, ™, fullwidth letters and digits in CJK text, IPA, single signs such as Ⓐ and 🅱",
    finds: "Letters that Unicode encodes as styled forms of a plain letter, where they spell words: three or more of one style in \
            a row, or fewer on a line where others do, or one inside a word of plain letters, or two mathematical or fullwidth ones \
            by themselves on a line without signs of mathematics. Styled digits go with the words around them. A mathematical \
            letter goes with words in its own font only. Roman numerals of one letter inside words, and then at their ends. Arabic \
            presentation forms, and Arabic and Hebrew letters of mathematics, in a word that has plain letters of its script. Regional indicators that make no flags.",
    why: "`𝐟𝐫𝐞𝐞 𝐦𝐨𝐧𝐞𝐲` is read by everybody and found by nobody: the letters are mathematical symbols to a program.",
    example: ("𝐅𝐫𝐞𝐞 𝐦𝐨𝐧𝐞𝐲 for x²", "Free money for x²"),
    leaves: "Single letters by themselves, and two on a line with signs of mathematics: symbols of a formula; in italics two or \
             three that spell no word, four beside such signs, and capitals. Fullwidth letters, \
             digits and punctuation where CJK letters stand beside them. Small capitals in phonetic brackets or beside other phonetic \
             letters. Superscripts and subscripts attached to a letter. One or two enclosed letters that stand alone. Flags, and \
             regional indicators by themselves. Words wholly in Arabic presentation forms, ligatures of Arabic, wide letters of Hebrew.",
};

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
        if line.classes.intersects(Classes::EMOJI) {
            flags::find(text, sink);
        }
        let runs = runs(text);
        if runs.is_empty() {
            return;
        }
        let setting = Setting::new(line, &runs);
        for run in &runs {
            let Some((certainty, why)) = setting.judge(run, text) else { continue };
            sink.report(run.span, certainty, Evidence::Fact(why));
            for (at, c) in run.span.of(text).char_indices() {
                if let Some(plain) = plain(c, run.dress) {
                    let plain = if setting.has_dotless { plain } else { dotted(plain) };
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
    if let Some(letter) = stopgap(c).filter(|_| dress_of_run == Dress::SmallCapital) {
        return Some(letter);
    }
    (dress_of_run == Dress::Fullwidth).then(|| fullwidth_sign(c)).flatten()
}

/// Mathematics has letters without a dot to put accents on: `𝚤`. In a word they stand for those with one, unless the language has both.
const fn dotted(plain: char) -> char {
    match plain {
        'ı' => 'i',
        'ȷ' => 'j',
        _ => plain,
    }
}

/// What is written for small capitals that Unicode lacked, among others: `ʙᴇғᴏʀᴇ`.
const fn stopgap(c: char) -> Option<char> {
    match c {
        'ǫ' => Some('q'),
        'ғ' => Some('f'),
        _ => None,
    }
}

/// The ASCII sign of a fullwidth one.
fn fullwidth_sign(c: char) -> Option<char> {
    matches!(c, '\u{FF01}'..='\u{FF5E}').then(|| char::from_u32(u32::from(c) - 0xFEE0)).flatten()
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
    /// Whether these spell words in fullwidth letters, as pages do that somebody dressed up: a line may have but a date.
    fullwidth_near: bool,
    /// Whether sounds are written on it, besides those that look like small capitals: `θɪŋk`.
    has_sounds: bool,
    /// Whether it has letters of languages that write `ı` beside `i`.
    has_dotless: bool,
}

impl Setting {
    fn new(line: &Line<'_>, runs: &[Run]) -> Self {
        const NEAR: usize = 300;
        let text = line.as_str();
        let mut prose = [false; DRESSES];
        let formula = text.chars().any(is_mathematical);
        let mut fonts = 0;
        for run in runs.iter().filter(|run| run.spells_a_word() && !run.is_product(text, formula)) {
            fonts |= if run.fonts.count_ones() > 1 { u16::MAX } else { run.fonts };
            if let Some(prose) = prose.get_mut(run.dress as usize) {
                *prose = true;
            }
        }
        let cjk_here = text.chars().any(unicode::is_cjk);
        let is_around = |judge: fn(&str) -> bool| {
            let (before, after) = line.around(NEAR);
            judge(before) || judge(after)
        };
        let cjk_near = cjk_here || is_around(|text| text.chars().any(unicode::is_cjk));
        let fullwidth = prose.get(Dress::Fullwidth as usize).copied().unwrap_or_default();
        let is_fullwidth = |run: &Run| run.dress == Dress::Fullwidth;
        let fullwidth_near = !fullwidth && !cjk_near && runs.iter().any(is_fullwidth) && is_around(runs::has_fullwidth_word);
        let may_be_sounds = runs.iter().any(|run| run.dress == Dress::SmallCapital && run.phonetic);
        // Letters that are put for others are of more kinds.
        let has_sounds = may_be_sounds && text.chars().any(is_sound) && !text.chars().any(runs::is_no_sound);
        let has_dotless = text.contains(['ı', 'İ', 'ğ', 'Ğ', 'ş', 'Ş']);
        let is_wholly_fullwidth = fullwidth && !cjk_here || fullwidth_near;
        Self { prose, fonts, formula, is_wholly_fullwidth, cjk_near, fullwidth_near, has_sounds, has_dotless }
    }

    /// How sure it is that a run of the line is prose, and why; nothing if it is not.
    fn judge(&self, run: &Run, text: &str) -> Option<(Certainty, Fact)> {
        let prose = self.prose.get(run.dress as usize).copied().unwrap_or_default();
        let glued = run.glued_before + run.glued_after;
        // `ρ𝐠h`: a product, unless language knows the word.
        let is_factor = self.formula && run.dress == Dress::Math && glued == 2;
        let is_within = glued >= 4 || run.glued_before > 0 && run.glued_after > 0 && !is_factor;
        let inside = is_within && !run.strange && !run.bracketed;
        match run.dress {
            Dress::Fullwidth if run.beside_cjk => None,
            Dress::Fullwidth if self.cjk_near && run.letters <= 4 && glued == 0 && !prose => None,
            Dress::SmallCapital if run.is_phonetics() || run.strange => None,
            Dress::SmallCapital if run.phonetic && self.has_sounds && !prose => None,
            // A word in one font says nothing of a symbol in another.
            Dress::Math if run.fonts & !self.fonts != 0 && prose && glued == 0 && !run.spells_a_word() => None,
            Dress::Enclosed if run.is_picture() && !prose => None,
            Dress::Raised if !prose || run.ascii || run.letters == 0 || run.letters == 1 && glued == 0 => None,
            // A number behind a name: `Windowsⅰ`.
            Dress::Numeral if glued == 0 || run.strange || run.glued_after == 0 && (!prose || run.is_capital) => None,
            _ if run.spells_a_word() && (prose || run.dress != Dress::Math) => {
                Some((Certainty::Certain, &"styled letters that spell a word"))
            }
            _ if prose => Some((Certainty::Likely, &"styled letters on a line with words spelt in them")),
            Dress::Fullwidth if self.fullwidth_near => {
                Some((Certainty::Likely, &"fullwidth signs near words spelt in such letters"))
            }
            _ if inside && run.letters > 0 => Some((Certainty::Certain, &"a styled letter inside a word of plain letters")),
            Dress::Math | Dress::Fullwidth
                if run.letters == 2 && glued == 0 && !self.formula && !run.is_applied() && !run.is_product(text, false) =>
            {
                Some((Certainty::Likely, &"styled letters that spell a short word, with no formula near by"))
            }
            _ => None,
        }
    }
}

/// Whether `c` writes a sound and nothing else: no letter that is put for one of ASCII, nor one of many spellings.
const fn is_sound(c: char) -> bool {
    match c {
        'ɑ' | 'ɡ' => false,
        '\u{250}'..='\u{2AF}' => !runs::is_phonetic(c),
        'ˈ' | 'ˌ' | 'ː' | 'θ' | 'ŋ' | 'æ' => true,
        _ => false,
    }
}

fn is_mathematical(c: char) -> bool {
    matches!(c, '=' | '<' | '>' | '+' | '^' | '\u{2190}'..='\u{22FF}' | '×' | '÷' | '±' | '¬')
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
