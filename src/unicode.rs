//! What a character is: its classes, its script, what it looks like, what it is a styled form of.
//!
//! * [`info`] (or [`classes()`], [`script()`]) answers in a few loads, for every character; [`ASCII`] is for byte loops.
//! * [`lookalikes`] lists the letters of Latin, Cyrillic and Greek that a character reads as. The table is our own: pairs
//!   that were judged (`data/lookalikes.tsv`) and pairs that were measured (`data/measured-lookalikes.tsv`), each with its
//!   reason. The UTS #39 skeleton is a key for comparing, not a cure.
//! * [`styled`] tells the plain letter under a mathematical, fullwidth, circled … one.
//! * [`combining_class`], [`name`] and [`is_typed_with_joiners`] are what reports and a few rules need besides.
//!
//! The tables are generated from the pinned files in `data/` and committed; `tests/tables.rs` makes them again and
//! compares. After a change in `data/`: `UNSPOOF_REGENERATE=1 cargo test --test tables`. Unicode's own data is fetched by
//! `scripts/fetch-unicode`, by hand, once per Unicode version.
//!
//! ```
//! use unspoof::unicode::{Classes, Grade, Script, info, lookalike_in, styled};
//!
//! assert!(info('ж').classes.contains(Classes::CYRILLIC_ONLY));
//! let lookalike = lookalike_in('е', Script::Latin).map(|l| (l.target, l.grade));
//! assert_eq!(lookalike, Some(('e', Grade::Twin)));
//! assert_eq!(styled('𝐞').map(|(base, _)| base), Some('e'));
//! ```

mod alike;
mod classes;
mod decorative;
mod names;
mod styles;

// Generated; each says by what command.
#[rustfmt::skip]
mod class_table;
#[rustfmt::skip]
mod combining_table;
#[rustfmt::skip]
mod lookalike_table;
#[rustfmt::skip]
mod script_table;
#[rustfmt::skip]
mod shape_table;
#[rustfmt::skip]
mod styled_table;

pub use alike::{Grade, Lookalike, lookalike_in, lookalikes, shapes};
pub use class_table::{ASCII, DATA_FINGERPRINT, UNICODE_VERSION};
pub use classes::Classes;
pub use decorative::{Use, uses};
pub use names::name;
pub use script_table::Script;
use styles::StyledRun;
pub use styles::{Style, styled};

/// What the tables know of every character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Info {
    /// Its class bits.
    pub classes: Classes,
    /// Its Script property.
    pub script: Script,
}

/// Classes and script of a character. Where only one of the two is used, only that one is looked up.
#[inline]
pub fn info(c: char) -> Info {
    Info { classes: classes(c), script: script(c) }
}

/// Its class bits.
#[inline]
pub fn classes(c: char) -> Classes {
    use class_table::{BLOCKS, LEAVES, SETS, SHIFT, TAIL};
    let index = value(c, SHIFT, &BLOCKS, &LEAVES, &TAIL);
    // SETS is as long as a u8 can count, so this `get` costs nothing.
    SETS.get(usize::from(index)).copied().unwrap_or_default()
}

/// Its Script property.
#[inline]
pub fn script(c: char) -> Script {
    use script_table::{BLOCKS, LEAVES, SHIFT, TAIL};
    value(c, SHIFT, &BLOCKS, &LEAVES, &TAIL)
}

/// Whether it is a letter of the scripts of China, Japan and Korea, which fullwidth letters stand among.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(script(c), Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo)
}

/// Its canonical combining class; 0 for what does not combine.
pub fn combining_class(c: char) -> u8 {
    let code = u32::from(c);
    let ranges = &combining_table::RANGES;
    let after = ranges.partition_point(|&(first, ..)| first <= code);
    match after.checked_sub(1).and_then(|at| ranges.get(at)) {
        Some(&(first, length, class)) if code - first < u32::from(length) => class,
        _ => 0,
    }
}

/// Whether the orthographies of `script` use the zero-width joiner or non-joiner, so that one inside a word is spelling.
pub fn is_typed_with_joiners(script: Script) -> bool {
    use Script::*;
    match script {
        // Joining scripts: the non-joiner parts what would join (Persian), the joiner shows a joining form alone.
        Arabic | Syriac | Mandaic | Mongolian | PhagsPa | Manichaean | PsalterPahlavi | HanifiRohingya | Sogdian | OldUyghur
        | Chorasmian | Adlam | Nko => true,
        // Brahmic scripts: they choose between conjunct, half form and visible virama.
        Devanagari | Bengali | Gurmukhi | Gujarati | Oriya | Tamil | Telugu | Kannada | Malayalam | Sinhala | Tibetan
        | Myanmar | Khmer | Balinese | Javanese | Sundanese | Saurashtra | Limbu | TaiTham | MeeteiMayek | Chakma | Sharada
        | Grantha | Newa | Tirhuta | Siddham | Modi | Khojki | Khudawadi | Kaithi | Brahmi | Nandinagari | Bhaiksuki
        | SylotiNagri | Takri | Dogra | GunjalaGondi | MasaramGondi | ZanabazarSquare | Soyombo | TuluTigalari | Kawi
        | Kharoshthi | DivesAkuru => true,
        _ => false,
    }
}

/// What UTF-8 writes with one or two bytes: the leaves begin with them, in order.
const DIRECT: usize = 0x800;

/// The classes of the character that UTF-8 writes with these two bytes, in one look, for loops over bytes.
#[inline]
pub(crate) fn two_byte_classes(first: u8, second: u8) -> Classes {
    static CLASSES: [Classes; DIRECT] = direct_classes();
    CLASSES.get(two_byte_code(first, second)).copied().unwrap_or_default()
}

/// The code point that UTF-8 writes with these two bytes.
#[inline]
pub(crate) const fn two_byte_code(first: u8, second: u8) -> usize {
    ((first & 0x1F) as usize) << 6 | (second & 0x3F) as usize
}

#[allow(clippy::indexing_slicing, reason = "an index out of range would not compile")]
const fn direct_classes() -> [Classes; DIRECT] {
    let mut classes = [Classes::from_bits(0); DIRECT];
    let mut code = 0;
    while code < DIRECT {
        classes[code] = class_table::SETS[class_table::LEAVES[code] as usize];
        code += 1;
    }
    classes
}

/// The value of `c` in a two-stage table: `blocks` names the leaf of each run of 2^`shift` characters, and `tail` has the
/// ranges of the planes beyond.
#[inline(always)]
fn value<B, T, const N: usize, const M: usize>(c: char, shift: u32, blocks: &[B; N], leaves: &[T; M], tail: &[(u32, T)]) -> T
where
    B: Copy + Into<u16>,
    T: Copy + Default,
{
    const { assert!(M >= DIRECT) };
    let code = c as usize;
    // The defaults below are for the compiler only: no index is ever out of range, and the first it can see itself.
    if code < DIRECT {
        return leaves.get(code).copied().unwrap_or_default();
    }
    match blocks.get(code >> shift) {
        Some(&block) => {
            let block: u16 = block.into();
            let within = code & ((1 << shift) - 1);
            leaves.get((usize::from(block) << shift) | within).copied().unwrap_or_default()
        }
        None => beyond(c, tail),
    }
}

#[cold]
#[inline(never)]
fn beyond<T: Copy + Default>(c: char, tail: &[(u32, T)]) -> T {
    let range = tail.partition_point(|&(last, _)| last < u32::from(c));
    tail.get(range).map(|&(_, value)| value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_well_known_characters() {
        for (c, expected) in [
            ('a', Classes::LETTER | Classes::LOWER | Classes::LATIN),
            ('g', Classes::LETTER | Classes::LOWER | Classes::LATIN | Classes::LATIN_ONLY),
            ('7', Classes::DIGIT),
            ('\n', Classes::default()),
            ('\r', Classes::BREAK),
            ('\u{8}', Classes::ERASER),
            ('\u{7}', Classes::CONTROL),
            ('\u{E000}', Classes::CONTROL),
            ('\u{FFFF}', Classes::CONTROL),
            ('\u{202E}', Classes::BIDI),
            ('\u{200E}', Classes::BIDI_MARK),
            ('\u{200D}', Classes::JOINER),
            ('\u{AD}', Classes::INVISIBLE | Classes::UNDECODED),
            ('\u{2065}', Classes::INVISIBLE),
            ('\u{E0041}', Classes::TAG),
            ('\u{A0}', Classes::SPACE | Classes::UNDECODED),
            ('\u{2028}', Classes::BREAK),
            ('\u{301}', Classes::MARK | Classes::STACKABLE | Classes::NFC | Classes::REORDERED),
            ('\u{5B0}', Classes::MARK | Classes::REORDERED),
            ('ж', Classes::LETTER | Classes::LOWER | Classes::CYRILLIC | Classes::CYRILLIC_ONLY),
            ('а', Classes::LETTER | Classes::LOWER | Classes::CYRILLIC | Classes::OUTSIDER),
            ('語', Classes::LETTER | Classes::OTHER_LETTER | Classes::OTHER_ONLY),
            ('ʼ', Classes::LETTER),
            ('😀', Classes::EMOJI),
        ] {
            assert_eq!(classes(c), expected, "U+{:04X}", c as u32);
        }
        assert!(classes('\u{FE0F}').contains(Classes::VARIATION | Classes::MARK));
        assert!(!classes('\u{34F}').intersects(Classes::STACKABLE));
    }

    #[test]
    fn letters_that_prove_their_script() {
        for c in "bfgkmnrtuzDFLRU".chars() {
            assert!(classes(c).contains(Classes::LATIN_ONLY), "{c}");
        }
        for c in "бвгджзийклмнптфцчшщъыьэюяБДЖЗИЙЛФЦЧШЩЪЫЬЭЮЯ".chars() {
            assert!(classes(c).contains(Classes::CYRILLIC_ONLY), "{c}");
        }
        for c in "αβγδζηθικλμνξπρστυφχψωΔΘΛΞΣΦΨΩ".chars() {
            assert!(classes(c).contains(Classes::GREEK_ONLY), "{c}");
        }
    }

    #[test]
    fn two_bytes_are_looked_up_as_their_character() {
        for c in '\u{80}'..'\u{800}' {
            let [first, second] = *c.encode_utf8(&mut [0; 2]).as_bytes() else { panic!("{c} has two bytes") };
            assert_eq!((two_byte_code(first, second), two_byte_classes(first, second)), (c as usize, classes(c)));
        }
    }

    #[test]
    fn the_ascii_table_is_the_big_table() {
        for (code, expected) in (0_u8..).zip(ASCII) {
            assert_eq!(classes(char::from(code)), expected);
        }
    }

    #[test]
    fn lookalikes_in_all_six_directions() {
        for (source, script, target) in [
            ('a', Script::Cyrillic, 'а'),
            ('o', Script::Greek, 'ο'),
            ('е', Script::Latin, 'e'),
            ('Е', Script::Latin, 'E'),
            ('о', Script::Greek, 'ο'),
            ('ο', Script::Latin, 'o'),
            ('ο', Script::Cyrillic, 'о'),
            ('ё', Script::Latin, 'ë'),
            ('ӏ', Script::Latin, 'l'),
            ('I', Script::Cyrillic, 'І'),
            ('օ', Script::Latin, 'o'),
            ('ꓮ', Script::Cyrillic, 'А'),
        ] {
            let best = lookalike_in(source, script);
            assert_eq!(best.map(|l| (l.target, l.grade)), Some((target, Grade::Twin)), "{source}");
        }
        assert_eq!(lookalike_in('ж', Script::Latin), None);
        let distance = |c: char, target: char| lookalikes(c).iter().find(|l| l.target == target).map(|l| l.distance);
        assert_eq!(distance('а', 'a'), Some(0));
        assert!(distance('ь', 'b') > distance('а', 'a') && distance('ж', 'a').is_none());
        assert!(lookalikes('\u{10FFFF}').is_empty() && lookalikes('5').is_empty());
    }

    #[test]
    fn styled_characters() {
        for (c, base, style) in [
            ('𝐀', 'A', Style::Math),
            ('ℎ', 'h', Style::Math),
            ('ℯ', 'e', Style::Math),
            ('𝛼', 'α', Style::Math),
            ('𝟗', '9', Style::Math),
            ('ｚ', 'z', Style::Fullwidth),
            ('Ⓐ', 'A', Style::Circled),
            ('①', '1', Style::Circled),
            ('⒜', 'a', Style::Parenthesized),
            ('🄰', 'A', Style::Squared),
            ('🅐', 'A', Style::NegativeCircled),
            ('❶', '1', Style::NegativeCircled),
            ('🅰', 'A', Style::NegativeSquared),
            ('ᴀ', 'a', Style::SmallCapital),
            ('ꜰ', 'f', Style::SmallCapital),
            ('ʙ', 'b', Style::SmallCapital),
            ('ꞯ', 'q', Style::SmallCapital),
            ('ᵃ', 'a', Style::Superscript),
            ('²', '2', Style::Superscript),
            ('ₐ', 'a', Style::Subscript),
            ('🇦', 'A', Style::RegionalIndicator),
            ('ﺻ', 'ص', Style::Positional),
            ('ﮐ', 'ک', Style::Positional),
            ('ℵ', 'א', Style::Letterlike),
            ('𞸎', 'س', Style::Letterlike),
        ] {
            assert_eq!(styled(c), Some((base, style)), "{c}");
            assert!(classes(c).contains(Classes::STYLED), "{c}");
        }
        for c in ['a', 'é', '⑽', 'ﬁ', '㊗', 'ﾊ', '。', '\u{10FFFF}'] {
            assert_eq!(styled(c), None, "{c}");
        }
    }

    #[test]
    fn combining_classes() {
        assert_eq!(['a', '\u{301}', '\u{316}', '\u{5B0}', '\u{10FFFF}'].map(combining_class), [0, 230, 220, 10, 0]);
    }

    #[test]
    fn scripts() {
        assert_eq!(['1', '\u{301}', '\u{378}'].map(script), [Script::Common, Script::Inherited, Script::Unknown]);
        assert_eq!(info('क').script, Script::Devanagari);
        assert_eq!(Script::OldItalic.name(), "Old_Italic");
        assert!(is_typed_with_joiners(Script::Devanagari) && !is_typed_with_joiners(Script::Latin));
    }
}
