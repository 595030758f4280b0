//! The code pages that text is misread as, and what each of their characters was as a byte.
//!
//! Those of the Web come from `encoding_rs`, which decodes as browsers do, those of DOS and of consoles from `oem_cp`. A byte that
//! a page leaves undefined becomes the control character of the same number, as many programs let it.

use std::sync::LazyLock;

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_5, ISO_8859_7, ISO_8859_15, KOI8_R, KOI8_U, MACINTOSH, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};
use oem_cp::code_table::{
    DECODING_TABLE_CP437, DECODING_TABLE_CP737, DECODING_TABLE_CP775, DECODING_TABLE_CP850, DECODING_TABLE_CP852,
    DECODING_TABLE_CP857, DECODING_TABLE_CP866,
};

use crate::rules::Fact;

/// Past the last character that is looked up. Beyond it lie only a few signs of MacRoman that spell nothing common.
pub const CODES: usize = 0x2600;

/// Pages of which bytes of the same kind became characters of the same kind: letters, signs, parts of boxes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Windows and ISO 8859: continuations are signs and controls, most leads letters.
    Windows,
    /// MacRoman: letters where the others have signs, and the other way round.
    Mac,
    /// DOS, and consoles to this day: most leads are parts of boxes.
    Dos,
    /// KOI8: leads are letters, continuations parts of boxes.
    Koi,
}

/// The characters of the bytes 0x80 to 0xFF.
pub type Upper = [char; 128];

/// One code page.
pub struct CodePage {
    /// What a finding says.
    pub fact: Fact,
    /// Its kind.
    pub family: Family,
    /// Asked only where the commoner ones leave something unexplained.
    pub is_rare: bool,
    /// The byte of each character, 0 where it has none.
    bytes: Vec<u8>,
    /// What the controls U+0080..9F stand for.
    controls: Vec<char>,
}

impl CodePage {
    /// With `controls`, what Windows has signs for may also stand as controls, as in the ISO page that is the same above: the two are
    /// often mixed, and what was misread twice need not be so by one program.
    pub fn new(upper: &Upper, family: Family, controls: bool, fact: Fact) -> Self {
        let mut page = Self { fact, family, is_rare: false, bytes: vec![0; CODES], controls: ('\u{80}'..='\u{9F}').collect() };
        if controls {
            (0x80..=0x9F).for_each(|byte| page.set(char::from(byte), byte));
            page.controls.iter_mut().zip(upper).for_each(|(control, c)| *control = *c);
        }
        page.or(upper)
    }

    const fn rare(mut self) -> Self {
        self.is_rare = true;
        self
    }

    /// With the characters of a sister page besides.
    pub fn or(mut self, sister: &Upper) -> Self {
        (0x80..=0xFF).zip(sister).for_each(|(byte, c)| self.set(*c, byte));
        self
    }

    fn set(&mut self, c: char, byte: u8) {
        if let Some(place) = self.bytes.get_mut(c as usize) {
            *place = byte;
        }
    }

    /// What is meant by `c`, which was read back. Nobody means a C1 control: in what went through Latin-1 as well as through
    /// Windows-1252 it is a quote, a dash, a letter of the latter.
    pub fn without_controls(&self, c: char) -> char {
        let control = (c as usize).checked_sub(0x80).and_then(|at| self.controls.get(at));
        control.copied().unwrap_or(c)
    }

    /// The byte that reads as `c`, if it is one beyond ASCII.
    #[inline]
    pub fn byte(&self, c: char) -> Option<u8> {
        self.bytes.get(c as usize).copied().filter(|&byte| byte != 0)
    }

    /// What `c` was, if its byte was meant to be read as `meant` has it: ASCII is the same to all. Nothing where it has none here.
    #[inline]
    pub fn read_as(&self, c: char, meant: &Upper) -> Option<char> {
        if c.is_ascii() {
            return Some(c);
        }
        meant.get(usize::from(self.byte(c)?).checked_sub(0x80)?).copied()
    }

    /// The byte of every character.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// What a page of `encoding_rs` makes of bytes.
pub fn upper(encoding: &'static Encoding) -> Upper {
    std::array::from_fn(|at| {
        let byte = at as u8 + 0x80;
        let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
        text.chars().next().filter(|&c| c != char::REPLACEMENT_CHARACTER).unwrap_or(char::from(byte))
    })
}

/// The code pages, the commonest first: of two that explain a text equally well, the first is taken.
pub static PAGES: LazyLock<[CodePage; 23]> = LazyLock::new(|| {
    use Family::{Dos, Koi, Mac, Windows};
    [
        CodePage::new(&upper(WINDOWS_1252), Windows, true, &"UTF-8 read as Windows-1252 or Latin-1"),
        CodePage::new(&upper(WINDOWS_1251), Windows, false, &"UTF-8 read as Windows-1251"),
        CodePage::new(&upper(WINDOWS_1250), Windows, false, &"UTF-8 read as Windows-1250"),
        CodePage::new(&upper(WINDOWS_1254), Windows, true, &"UTF-8 read as Windows-1254 or ISO 8859-9"),
        CodePage::new(&upper(WINDOWS_1253), Windows, false, &"UTF-8 read as Windows-1253"),
        CodePage::new(&upper(WINDOWS_1257), Windows, false, &"UTF-8 read as Windows-1257"),
        CodePage::new(&upper(ISO_8859_2), Windows, false, &"UTF-8 read as ISO 8859-2"),
        CodePage::new(&upper(ISO_8859_15), Windows, false, &"UTF-8 read as ISO 8859-15"),
        CodePage::new(&upper(MACINTOSH), Mac, false, &"UTF-8 read as MacRoman"),
        CodePage::new(&DECODING_TABLE_CP437, Dos, false, &"UTF-8 read as code page 437"),
        CodePage::new(&DECODING_TABLE_CP850, Dos, false, &"UTF-8 read as code page 850"),
        CodePage::new(&DECODING_TABLE_CP866, Dos, false, &"UTF-8 read as code page 866"),
        CodePage::new(&upper(KOI8_R), Koi, false, &"UTF-8 read as KOI8-R or KOI8-U").or(&upper(KOI8_U)),
        CodePage::new(&DECODING_TABLE_CP852, Dos, false, &"UTF-8 read as code page 852").rare(),
        CodePage::new(&filled(&DECODING_TABLE_CP857), Dos, false, &"UTF-8 read as code page 857").rare(),
        CodePage::new(&DECODING_TABLE_CP737, Dos, false, &"UTF-8 read as code page 737").rare(),
        CodePage::new(&DECODING_TABLE_CP775, Dos, false, &"UTF-8 read as code page 775").rare(),
        CodePage::new(&upper(WINDOWS_1256), Windows, false, &"UTF-8 read as Windows-1256").rare(),
        CodePage::new(&upper(WINDOWS_1255), Windows, false, &"UTF-8 read as Windows-1255").rare(),
        CodePage::new(&upper(WINDOWS_1258), Windows, false, &"UTF-8 read as Windows-1258").rare(),
        CodePage::new(&upper(X_MAC_CYRILLIC), Mac, false, &"UTF-8 read as MacCyrillic").rare(),
        CodePage::new(&upper(ISO_8859_5), Windows, false, &"UTF-8 read as ISO 8859-5").rare(),
        CodePage::new(&upper(ISO_8859_7), Windows, false, &"UTF-8 read as ISO 8859-7").rare(),
    ]
});

/// A page of DOS that leaves bytes undefined. They are letters of other bytes elsewhere, and nothing here.
fn filled(page: &[Option<char>; 128]) -> Upper {
    page.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
}
