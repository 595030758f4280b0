//! What a character is, as a set of bits.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

/// A set of character classes. OR the classes of all characters of a line together, and one test tells whether a rule
/// has anything to do there. The top bit never means a class: the profile keeps a line-level flag in it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident = $bit:literal;)+) => {
        impl Classes {
            $($(#[$doc])+ pub const $name: Self = Self(1 << $bit);)+
            /// Every class with its name, lowest bit first.
            pub const NAMED: &'static [(Self, &'static str)] = &[$((Self::$name, stringify!($name))),+];
        }
    };
}

classes! {
    /// A letter: general category L, of any script or of none. Watched by whatever looks for words.
    LETTER = 0;
    /// A combining mark: general category M. A word goes on through it.
    MARK = 1;
    /// A decimal digit of any script: general category Nd. Watched by `ascii-lookalike`.
    DIGIT = 2;
    /// A letter with the Uppercase property.
    UPPER = 3;
    /// A letter with the Lowercase property.
    LOWER = 4;
    /// A letter whose script is Latin, ASCII or not.
    LATIN = 5;
    /// A letter whose script is Cyrillic.
    CYRILLIC = 6;
    /// A letter whose script is Greek.
    GREEK = 7;
    /// A letter of any other script. Letters of script Common or Inherited (`ʼ`, `µ`, `ー`, `𝐀`) are not among them:
    /// they belong to no script and so speak for none.
    OTHER_LETTER = 8;
    /// A Latin letter, not styled, that is no twin of a letter in another script: it proves that Latin was meant.
    /// Upper and lower case count separately. Watched by `lookalike`, as the cheapest evidence there is.
    LATIN_ONLY = 9;
    /// The same for Cyrillic: `ж`, `д`, `л`, but not `а`.
    CYRILLIC_ONLY = 10;
    /// The same for Greek: `λ`, `ω`, but not `ο`.
    GREEK_ONLY = 11;
    /// The same for a letter of any other script: no twin of a Latin, Cyrillic or Greek letter.
    OTHER_ONLY = 12;
    /// Not ASCII, and a source in `data/lookalikes.tsv`: it may stand for a letter of another script or shape. Of Latin letters
    /// only those that read as another Latin letter and that few spellings have.
    /// Watched by `lookalike`. (Most Cyrillic text has some: `а` may stand for `a`.)
    OUTSIDER = 13;
    /// A styled form of a letter or digit: [`styled`](super::styled) knows which. Watched by `styled`.
    STYLED = 14;
    /// A combining mark that belongs to no one script and that can be stacked on anything. Watched by `stacked-marks`.
    STACKABLE = 15;
    /// A control character that is neither tab, line break nor eraser; a private-use character, a noncharacter, or an
    /// unassigned one (other than those reserved for emoji or as ignorable). Reported, as no reader sees it.
    CONTROL = 16;
    /// BACKSPACE or DELETE: hides what was typed before it. Watched by `deletions`.
    ERASER = 17;
    /// An embedding, override or isolate, or the end of one. Watched by `bidi`.
    BIDI = 18;
    /// LRM, RLM or ALM: a bidi hint without nesting. Watched by `bidi`.
    BIDI_MARK = 19;
    /// ZERO WIDTH JOINER or NON-JOINER: orthography in some scripts, glue in emoji, else invisible. Watched by `invisible`.
    JOINER = 20;
    /// Any other character that leaves no ink and takes no room: ZWSP, soft hyphen, BOM, fillers … Watched by `invisible`.
    INVISIBLE = 21;
    /// A tag character, U+E0000..E007F: emoji flags of regions, or smuggled text. Watched by `smuggled`.
    TAG = 22;
    /// A variation selector, Mongolian ones included. Watched by `smuggled`.
    VARIATION = 23;
    /// White space that is neither ASCII nor a line break. Watched by `spaces`.
    SPACE = 24;
    /// A line break other than `\n`: CR, VT, FF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR. Watched by `spaces`.
    BREAK = 25;
    /// Canonical composition could touch it: NFC_Quick_Check is No or Maybe. Watched by `nfc`.
    NFC = 26;
    /// Emoji or Extended_Pictographic, and not ASCII. Joiners and selectors next to it have a job.
    EMOJI = 27;
    /// A Latin letter that reads as another Latin letter and that hardly any spelling has: `ɑ ɡ ᶃ`, but not `ı ɓ ə`.
    /// Watched by `lookalike`.
    ODD = 28;
    /// What is left where text was decoded wrongly or not at all: what the second and later bytes of UTF-8 become in an old
    /// single-byte encoding (C1 controls, signs, quotes; no letters), the commonest of what the first become, and `&`, which begins an HTML entity. Watched by `mojibake` and `entities`.
    UNDECODED = 29;
    /// It has a combining class, so that canonical ordering could move it past another such mark.
    REORDERED = 30;
}

impl Classes {
    /// The set with these bits.
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The bits of this set.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Both sets together; `|` in a constant.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have a class in common.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every class of `other` is in this set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether no class is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0;
        let mut names = Vec::new();
        for (class, name) in Self::NAMED {
            if self.contains(*class) {
                names.push((*name).to_string());
                left &= !class.0;
            }
        }
        if left != 0 {
            names.push(format!("{left:#x}"));
        }
        write!(f, "Classes({})", names.join(" | "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_bit_is_free() {
        let all = Classes::NAMED.iter().fold(Classes::default(), |all, (class, _)| all | *class);
        assert_eq!(all.bits() >> 31, 0);
        assert_eq!(all.bits().count_ones() as usize, Classes::NAMED.len(), "two classes share a bit");
    }

    #[test]
    fn sets() {
        let set = Classes::LETTER | Classes::LATIN;
        assert!(set.contains(Classes::LATIN) && set.intersects(Classes::LATIN | Classes::GREEK));
        assert!(!set.contains(Classes::LATIN | Classes::GREEK) && !set.intersects(Classes::GREEK));
        assert_eq!(format!("{set:?}"), "Classes(LETTER | LATIN)");
        assert_eq!(format!("{:?}", Classes::from_bits(1 << 31)), "Classes(0x80000000)");
    }
}
