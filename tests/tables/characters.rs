//! The classes of every character: the one place where each class bit is decided.

use crate::lookalikes::{Row, is_twin_of_another_script};
use crate::prototypes::is_at_home;
use crate::render::Table;
use crate::stages::Stages;
use crate::styles::Styles;
use crate::ucd::{CODES, Ucd, VERSION};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::{IsNormalized, is_nfc_quick};
use unspoof::unicode::Classes;

pub struct Characters<'a> {
    pub ucd: &'a Ucd,
    pub rows: &'a [Row],
    pub styles: &'a Styles,
}

/// Ranges of marks without a script of their own; the categories leave out what is unassigned.
const STACKABLE: [(u32, u32); 6] =
    [(0x300, 0x36F), (0x483, 0x489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)];
const BIDI: [(u32, u32); 2] = [(0x202A, 0x202E), (0x2066, 0x2069)];
const VARIATION: [(u32, u32); 4] = [(0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)];
/// Leave no ink, though not all of them are Default_Ignorable: MVS, BOM, interlinear annotation, soft hyphen, CGJ.
const INVISIBLE: [(u32, u32); 5] = [(0xAD, 0xAD), (0x34F, 0x34F), (0x180E, 0x180E), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB)];

fn within(code: u32, ranges: &[(u32, u32)]) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
}

/// What is known of characters from elsewhere than Unicode.
struct Sources {
    all: BTreeSet<u32>,
    /// Of those, with a twin in another script.
    twins: BTreeSet<u32>,
    /// See [`misread`].
    misread: BTreeSet<u32>,
    /// Latin, and read as another Latin letter.
    odd: BTreeSet<u32>,
}

/// Latin letters of smaller spellings, or of older ones that are still met (bars and hooks of the Americas and of Africa, the
/// clicks of the Khoe languages, the strokes of old Latvian), besides those that UTS #39 allows in identifiers.
const AT_HOME: &str = "ƀƃƇƈƋƌƓƚƞƟƤƥƫƬƭƮƵƶǤǥȤȥȺȻȼȽȾɃɆɇɈɉɋɎɏɠɦɫɱɵʊⱥⱦⱫⱬꞐꞑꞒꞓꞠꞡꞢꞣꞤꞥꞦꞧꞨꞩǀǁǂǃ";

/// Latin letters beyond the two first blocks that texts of many readers are full of: Azerbaijani, Vietnamese, Romanian.
const COMMON: &str = "ƏəƠơƯưȘșȚț";

impl Characters<'_> {
    pub fn class_table(&self) -> Table {
        let sources = Sources {
            all: self.rows.iter().filter(|row| self.is_outsider(row)).map(|row| row.source).collect(),
            odd: self
                .rows
                .iter()
                .filter(|row| !(row.far && within(row.source, &[(0x250, 0x2AF)])))
                .filter(|row| {
                    row.source > 0x7F && self.ucd.script(row.source) == "Latin" && self.ucd.script(row.target) == "Latin"
                })
                .map(|row| row.source)
                .filter(|&source| !is_at_home(source) && !AT_HOME.chars().any(|c| c as u32 == source))
                .collect(),
            twins: self.rows.iter().filter(|row| is_twin_of_another_script(row, self.ucd)).map(|row| row.source).collect(),
            misread: misread(self.ucd),
        };
        let bits: Vec<u32> = (0..CODES).map(|code| self.classes(code, &sources).bits()).collect();
        let mut sets: BTreeMap<u32, u16> = bits.iter().map(|bits| (*bits, 0)).collect();
        assert!(sets.len() <= 256, "{} distinct sets do not fit u8", sets.len());
        for (index, (_, value)) in sets.iter_mut().enumerate() {
            *value = index as u16;
        }
        let show = |bits: &u32| format!("c(0x{bits:X})");

        let mut table = Table::new("The class bits of every character.");
        let (a, b, c) = VERSION;
        table.line("use super::Classes;\n");
        table.line("/// The version of Unicode that all tables are of.");
        table.line(&format!("pub const UNICODE_VERSION: (u8, u8, u8) = ({a}, {b}, {c});\n"));
        table.line("/// A short hash of the data that the tables are made from: it changes whenever an answer may have.");
        table.line(&format!("pub const DATA_FINGERPRINT: &str = \"{}\";\n", fingerprint()));
        table.line("const fn c(bits: u32) -> Classes {\n    Classes::from_bits(bits)\n}\n");
        table.line("/// The classes of ASCII, for loops over bytes.");
        table.line("pub const ASCII: [Classes; 128] = [");
        table.items(&bits[..128].iter().map(show).collect::<Vec<_>>());
        table.line("];\n");
        let values: Vec<u16> = bits.iter().map(|bits| sets[bits]).collect();
        Stages::best(&values, 1).emit(&mut table, "u8", 1, |index| index.to_string());
        // As long as a u8 can count: the compiler then knows that an index always fits.
        let mut all: Vec<String> = sets.keys().map(show).collect();
        println!("{} distinct sets of classes", all.len());
        all.resize(256, "c(0)".to_string());
        table.array("The distinct sets, then nothing up to 256.", "SETS", "Classes", 4, &all);
        table
    }

    /// Letters of Latin spellings are outsiders where they read as other Latin letters, unless spellings of many readers have them.
    fn is_outsider(&self, row: &Row) -> bool {
        if self.ucd.script(row.source) != "Latin" {
            return !row.far;
        }
        let common = char::from_u32(row.source).is_some_and(|c| COMMON.contains(c));
        self.ucd.script(row.target) == "Latin" && row.source >= 0x180 && !common
    }

    fn classes(&self, code: u32, sources: &Sources) -> Classes {
        let mut classes = self.letter(code, sources) | self.hidden(code);
        let mut add = |class, when: bool| {
            if when {
                classes |= class;
            }
        };
        let ucd = self.ucd;
        let mark = ucd.category(code).starts_with('M');
        add(Classes::MARK, mark);
        add(Classes::DIGIT, ucd.category(code) == "Nd");
        add(Classes::OUTSIDER, code > 0x7F && sources.all.contains(&code));
        add(Classes::ODD, sources.odd.contains(&code));
        add(Classes::STYLED, self.styles.contains_key(&code));
        add(Classes::STACKABLE, mark && within(code, &STACKABLE) && !within(code, &INVISIBLE));
        let space = ucd.is(code, "White_Space");
        let line_end = [0xA, 0xB, 0xC, 0xD, 0x85, 0x2028, 0x2029].contains(&code);
        add(Classes::SPACE, space && code > 0x7F && !line_end);
        add(Classes::BREAK, line_end && code != 0xA);
        add(Classes::NFC, !stays_nfc(code));
        add(Classes::REORDERED, ucd.combining_class(code) != 0);
        add(Classes::EMOJI, code > 0x7F && (ucd.is(code, "Emoji") || ucd.is(code, "Extended_Pictographic")));
        add(Classes::UNDECODED, code == u32::from('&') || sources.misread.contains(&code));
        classes
    }

    /// The bits of letters.
    fn letter(&self, code: u32, sources: &Sources) -> Classes {
        let ucd = self.ucd;
        if !ucd.category(code).starts_with('L') {
            return Classes::default();
        }
        let mut classes = Classes::LETTER;
        if ucd.is(code, "Uppercase") {
            classes |= Classes::UPPER;
        }
        if ucd.is(code, "Lowercase") {
            classes |= Classes::LOWER;
        }
        let (of, only) = match ucd.script(code) {
            "Latin" => (Classes::LATIN, Classes::LATIN_ONLY),
            "Cyrillic" => (Classes::CYRILLIC, Classes::CYRILLIC_ONLY),
            "Greek" => (Classes::GREEK, Classes::GREEK_ONLY),
            // They belong to no script.
            "Common" | "Inherited" | "Unknown" => return classes,
            _ => (Classes::OTHER_LETTER, Classes::OTHER_ONLY),
        };
        classes |= of;
        if !sources.twins.contains(&code) && !self.styles.contains_key(&code) {
            classes |= only;
        }
        classes
    }

    /// The bit of what leaves no ink. Each such character has exactly one; ignorable comes before unassigned.
    fn hidden(&self, code: u32) -> Classes {
        let ucd = self.ucd;
        match code {
            0x9 | 0xA | 0xB | 0xC | 0xD | 0x85 => Classes::default(),
            0x8 | 0x7F => Classes::ERASER,
            0x200E | 0x200F | 0x61C => Classes::BIDI_MARK,
            0x200C | 0x200D => Classes::JOINER,
            0xE0000..=0xE007F => Classes::TAG,
            _ if within(code, &BIDI) => Classes::BIDI,
            _ if within(code, &VARIATION) => Classes::VARIATION,
            _ if within(code, &INVISIBLE) || ucd.is(code, "Default_Ignorable_Code_Point") => Classes::INVISIBLE,
            _ => match ucd.category(code) {
                "Cc" | "Co" => Classes::CONTROL,
                // A newer font may well show the emoji that this place is reserved for.
                "Cn" if !ucd.is(code, "Extended_Pictographic") => Classes::CONTROL,
                _ => Classes::default(),
            },
        }
    }
}

/// What UTF-8's continuation bytes read as in the pages of `mojibake`, but for letters, which would let
/// every line of those languages be looked at. A misread text of more than a word has others, too; where it may not, and in
/// MacRoman and the pages of DOS, whose continuations are common letters, the lead bytes are taken.
fn misread(ucd: &Ucd) -> BTreeSet<u32> {
    use encoding_rs::*;
    use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850, DECODING_TABLE_CP852};
    let of = |page: &'static Encoding, byte: u8| {
        let (text, _) = page.decode_without_bom_handling(std::slice::from_ref(&byte));
        text.chars().next().map_or(0, u32::from)
    };
    let pages = [WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257, ISO_8859_2, KOI8_U];
    let continuations = pages.iter().flat_map(|page| (0x80..=0xBF).map(|byte| of(page, byte)));
    let dos =
        [DECODING_TABLE_CP437, DECODING_TABLE_CP850, DECODING_TABLE_CP852].into_iter().flat_map(|page| page[..0x60].to_vec());
    let is_letter = |code: u32| matches!(ucd.category(code), "Lu" | "Ll") && code != 0xB5;
    let leads = [0xC2, 0xC3, 0xC4, 0xC5, 0xE2].map(|byte| of(MACINTOSH, byte));
    let signs = continuations.chain(dos.map(u32::from)).chain(0x80..=0x9F).filter(|&code| code != 0xFFFD && !is_letter(code));
    signs.chain(leads).chain("ÂÃÅÔƒîïðþÿ÷×".chars().map(u32::from)).collect()
}

/// Whether NFC_Quick_Check is Yes.
fn stays_nfc(code: u32) -> bool {
    char::from_u32(code).is_none_or(|c| is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

/// The first eight bytes of a SHA-256 over the lines of SOURCES that tell of our files.
fn fingerprint() -> String {
    let sources = crate::read("data/SOURCES");
    let ours = sources.lines().filter(|line| !line.starts_with('#'));
    let digest = Sha256::digest(ours.collect::<Vec<_>>().join("\n"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
