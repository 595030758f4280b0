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

/// Latin, Greek and Cyrillic lie below this.
const DIRECT: usize = 0x530;

/// Made when the first doubtful line asks for it.
static FORMS: LazyLock<[Forms; DIRECT]> =
    LazyLock::new(|| std::array::from_fn(|code| char::from_u32(code as u32).map_or(Forms(0), Forms::look_up)));

impl Forms {
    /// The forms of a letter.
    #[inline]
    pub fn of(c: char) -> Self {
        FORMS.get(c as usize).copied().unwrap_or_else(|| Self::look_up(c))
    }

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
