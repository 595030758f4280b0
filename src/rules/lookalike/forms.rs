//! In which scripts a letter has a form, as bits that are joined over the letters of a word.

use std::sync::LazyLock;

use super::TARGETS;
use super::decide::is_common;
use crate::unicode::{self, Classes, Grade, Script};

/// The scripts in which a letter, or each letter of a word, has a form.
///
/// Bits 0 to 2: by twins, in the order of [`TARGETS`]. Bits 3 to 5: by any look-alike. Bits 6 and 7: as a Latin letter, by a letter
/// in wide use of Cyrillic and of Greek. Joining words is one AND.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forms(u8);

impl Forms {
    fn look_up(c: char) -> Self {
        let own = unicode::script(c);
        let lookalikes = unicode::lookalikes(c);
        let mut bits = 0;
        for (at, script) in TARGETS.into_iter().enumerate() {
            let twin = own == script || lookalikes.iter().any(|other| other.script == script && other.grade == Grade::Twin);
            let near = own == script || lookalikes.iter().any(|other| other.script == script);
            bits |= u8::from(twin) << at | u8::from(near) << (at + 3);
        }
        let in_wide_use =
            |script| lookalikes.iter().find(|other| other.script == script).is_some_and(|other| is_common(other.target));
        bits |= u8::from(in_wide_use(Script::Cyrillic)) << 6 | u8::from(in_wide_use(Script::Greek)) << 7;
        Self(bits)
    }

    /// The forms that both have.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The scripts in which every letter is itself or has a twin.
    pub const fn twins(self) -> Readings {
        Readings(self.0 & Readings::ALL.0)
    }

    /// The scripts in which every letter is itself or has a look-alike.
    pub const fn near(self) -> Readings {
        Readings(self.0 >> 3 & Readings::ALL.0)
    }

    /// Whether a Latin word reads as a word of another script in letters that are in wide use: `said` would need `ԁ`.
    pub const fn could_be_foreign(self) -> bool {
        self.0 >> 6 != 0
    }
}

/// What cutting a line into words asks of each character.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub classes: Classes,
    pub forms: Forms,
    pub joint: Joint,
    /// Whether it is a letter that words are made of.
    pub in_word: bool,
}

/// What a character that is no letter means for sentences.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// It ends one, if a blank follows.
    Stop,
    /// A blank.
    Blank,
    /// Nothing.
    Neutral,
}

/// Latin, Greek and Cyrillic lie below this: all that two bytes of UTF-8 need for them.
const DIRECT: usize = 0x530;

/// The letters of the scripts at hand, ready to look up; made when the first doubtful line asks for it.
pub(super) struct Letters([Letter; DIRECT]);

static LETTERS: LazyLock<Letters> =
    LazyLock::new(|| Letters(std::array::from_fn(|code| Letter::look_up(char::from_u32(code as u32).unwrap_or_default()))));

impl Letters {
    pub fn get() -> &'static Self {
        &LETTERS
    }

    /// The character at byte `at` of `text` and its length in bytes; nothing at the end.
    #[inline]
    pub fn at(&self, text: &str, at: usize) -> Option<(Letter, usize)> {
        let bytes = text.as_bytes();
        let first = usize::from(*bytes.get(at)?);
        if first < 0x80 {
            return self.0.get(first).map(|&letter| (letter, 1));
        }
        if first < 0xE0
            && let Some(&second) = bytes.get(at + 1)
            && let Some(&letter) = self.0.get((first & 0x1F) << 6 | usize::from(second) & 0x3F)
        {
            return Some((letter, 2));
        }
        let c = text.get(at..)?.chars().next()?;
        Some((Letter::look_up(c), c.len_utf8()))
    }
}

impl Letter {
    fn look_up(c: char) -> Self {
        let classes = unicode::classes(c);
        let in_word = classes.intersects(Classes::LETTER) && belongs_to_words(c, classes);
        let joint = match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | ';' | '\u{37E}' => Joint::Stop,
            ' ' | '\n' | '\t' | '\r' => Joint::Blank,
            _ => Joint::Neutral,
        };
        Self { classes, forms: if in_word { Forms::look_up(c) } else { Forms(0) }, joint, in_word }
    }
}

/// Letters of scripts that nobody takes for Latin, Cyrillic or Greek part words, as spaces do: `NHKは`.
fn belongs_to_words(c: char, classes: Classes) -> bool {
    if !classes.intersects(Classes::OTHER_LETTER) {
        return classes.intersects(Classes::LATIN | Classes::CYRILLIC | Classes::GREEK);
    }
    use Script::{Armenian, CanadianAboriginal, Cherokee, Coptic, Deseret, Georgian, Lisu};
    let script = unicode::script(c);
    classes.intersects(Classes::OUTSIDER)
        || matches!(script, Armenian | Cherokee | Coptic | Lisu | Deseret | CanadianAboriginal | Georgian)
}

/// A set of target scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Readings(u8);

impl Readings {
    const ALL: Self = Self((1 << TARGETS.len()) - 1);

    /// The scripts in it.
    pub fn scripts(self) -> impl Iterator<Item = Script> {
        TARGETS.into_iter().enumerate().filter(move |(at, _)| self.0 & (1 << at) != 0).map(|(_, script)| script)
    }

    /// The script in it, if it is the only one.
    pub fn only(self) -> Option<Script> {
        if self.0.count_ones() == 1 { self.scripts().next() } else { None }
    }

    /// The others.
    pub fn without(self, script: Script) -> Self {
        let own = TARGETS.iter().position(|&target| target == script).map_or(0, |at| 1 << at);
        Self(self.0 & !own)
    }

    /// Whether `script` is in it.
    pub fn contains(self, script: Script) -> bool {
        self != self.without(script)
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The letter that `c` is, or reads as, in `script`.
pub(super) fn form_in(c: char, script: Script) -> Option<char> {
    if unicode::script(c) == script { Some(c) } else { unicode::lookalike_in(c, script).map(|lookalike| lookalike.target) }
}

/// Whether `c` is a letter of words.
pub(super) fn is_letter(c: char) -> bool {
    unicode::classes(c).intersects(Classes::LETTER)
}
