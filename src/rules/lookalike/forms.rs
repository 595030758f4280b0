//! In which scripts a letter has a form, as bits that are joined over the letters of a word.

use std::sync::LazyLock;

use super::TARGETS;
use super::ascii_letters::AsciiLetters;
use super::decide::is_common;
use super::lattice::{is_guest, is_stranger};
use crate::text::masks::{WINDOW, Window};
use crate::text::{Span, Writer, swar};
use crate::unicode::{self, Classes, Grade, Script};

/// The scripts in which a letter, or each letter of a word, has a form.
///
/// Bits 0 to 2: by twins, in the order of [`TARGETS`]. Bits 3 to 5: by any look-alike that is not far-fetched. Bits 6 and 7: as a Latin letter, by a letter
/// in wide use of Cyrillic and of Greek. Joining words is one AND.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forms(u8);

impl Forms {
    fn look_up(c: char) -> Self {
        let own = unicode::script(c);
        // Izhitsa is written in Old Church Slavonic alone, and is never what a `V` was meant to be; nor are the Latin letters
        // of a few African alphabets what `З` and `є` were.
        let is_rare =
            |target: char| matches!(target, 'Ѵ' | 'ѵ') || matches!(target, '\u{180}'..='\u{2AF}') && !matches!(target, 'Ə' | 'ə');
        let lookalikes = || unicode::lookalikes(c).iter().filter(|other| !is_rare(other.target));
        let mut bits = 0;
        for (at, script) in TARGETS.into_iter().enumerate() {
            let twin = own == script || lookalikes().any(|other| other.script == script && other.grade == Grade::Twin);
            let near = own == script || lookalikes().any(|other| other.script == script && other.grade != Grade::Far);
            bits |= u8::from(twin) << at | u8::from(near) << (at + 3);
        }
        let in_wide_use = |script| {
            lookalikes()
                .find(|other| other.script == script && other.grade != Grade::Far)
                .is_some_and(|other| is_common(other.target))
        };
        bits |= u8::from(in_wide_use(Script::Cyrillic)) << 6 | u8::from(in_wide_use(Script::Greek)) << 7;
        Self(bits)
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

/// What cutting a line into words asks of each character, packed so that joining two is one OR: the classes, the scripts in which
/// it has *no* form, and what it does to words and sentences.
#[derive(Clone, Copy, Default)]
pub(super) struct Letter(u64);

impl Letter {
    /// Bits 0 to 31: its classes. From here, for eight bits: the complement of its [`Forms`].
    const MISSING: u32 = 32;
    /// It is a letter that words are made of.
    const IN_WORD: u64 = 1 << 40;
    /// It ends a sentence, if a blank follows.
    const STOP: u64 = 1 << 41;
    /// A blank.
    const BLANK: u64 = 1 << 42;
    /// A letter that Latin words do not have.
    const STRANGE: u64 = 1 << 43;
    /// A Latin letter that may stand for an ASCII one.
    const GUEST: u64 = 1 << 44;

    /// What a later byte of a letter adds to it.
    const REST: Self = Self(Self::IN_WORD);

    fn look_up(c: char) -> Self {
        let classes = unicode::classes(c);
        let bits = u64::from(classes.bits());
        if classes.intersects(Classes::LETTER) && belongs_to_words(c, classes) {
            let strange = if is_stranger(c, classes) { Self::STRANGE } else { 0 };
            let guest = if is_guest(c, classes) { Self::GUEST } else { 0 };
            return Self(bits | u64::from(!Forms::look_up(c).0) << Self::MISSING | Self::IN_WORD | strange | guest);
        }
        Self(match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | ';' | '\u{37E}' => bits | Self::STOP,
            ' ' | '\n' | '\t' | '\r' => bits | Self::BLANK,
            _ => bits,
        })
    }

    /// The classes of either, the forms of both.
    #[inline]
    pub const fn join(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Its classes.
    pub const fn classes(self) -> Classes {
        Classes::from_bits(self.0 as u32)
    }

    /// Its forms.
    pub const fn forms(self) -> Forms {
        Forms(!(self.0 >> Self::MISSING) as u8)
    }

    /// Whether it is a letter that words are made of.
    pub const fn is_in_word(self) -> bool {
        self.0 & Self::IN_WORD != 0
    }

    /// Whether it is a letter that Latin words do not have.
    pub const fn is_strange(self) -> bool {
        self.0 & Self::STRANGE != 0
    }

    /// Whether it is a Latin letter that may stand for an ASCII one.
    pub const fn is_guest(self) -> bool {
        self.0 & Self::GUEST != 0
    }

    /// Whether it ends a sentence, if a blank follows.
    pub const fn is_stop(self) -> bool {
        self.0 & Self::STOP != 0
    }

    /// Whether it is a blank.
    pub const fn is_blank(self) -> bool {
        self.0 & Self::BLANK != 0
    }
}

/// A word, and what stands behind it.
pub(super) struct Word {
    /// Its letters, joined.
    pub letters: Letter,
    /// How many they are; marks are not counted.
    pub count: u32,
    /// Where it ends.
    pub end: usize,
    /// The character behind it and its length in bytes; nothing at the end.
    pub after: Option<(Letter, usize)>,
}

/// Latin, Greek and Cyrillic lie below this: all that UTF-8 writes in one byte or two.
const DIRECT: usize = 0x800;

/// The letters of the scripts at hand, ready to look up; made when the first doubtful line asks for it.
pub(super) struct Letters {
    /// What the first byte of a character makes of its place in `direct`, and the bits of the second one that it leaves open.
    first: [(u16, u16); 256],
    /// Behind the letters: what their later bytes are.
    direct: [Letter; DIRECT + 1],
    /// The letters of ASCII.
    pub ascii: AsciiLetters,
    /// The Latin letter that each of them reads as; NUL where there is none, and for Latin itself.
    latin: [char; DIRECT],
}

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let letter =
        |code: usize| if code < DIRECT { Letter::look_up(char::from_u32(code as u32).unwrap_or_default()) } else { Letter::REST };
    let latin = |code: usize| {
        let c = char::from_u32(code as u32).unwrap_or_default();
        meant(c, Script::Latin, false).filter(|&target| target != c).unwrap_or_default()
    };
    let first = |byte: usize| match byte as u16 {
        byte @ 0..0x80 => (byte, 0),
        0x80..0xC0 => (DIRECT as u16, 0),
        byte @ 0xC0..0xE0 => ((byte & 0x1F) << 6, 0x3F),
        // What is longer shares the place of NUL, which is no letter.
        _ => (0, 0),
    };
    Letters {
        first: std::array::from_fn(first),
        direct: std::array::from_fn(letter),
        ascii: AsciiLetters::new(|byte| letter(usize::from(byte))),
        latin: std::array::from_fn(latin),
    }
});

impl Letters {
    pub fn get() -> &'static Self {
        &LETTERS
    }

    /// The letters of a word that are [`meant`] as other ones in Latin: where each stands, and what it reads as.
    #[inline(always)]
    pub fn read_as_latin(&self, text: &str, word: Span, mut found: impl FnMut(Span, char)) {
        let bytes = text.as_bytes();
        for eight in (word.start..word.end).step_by(8) {
            let mut firsts = swar::firsts(swar::padded(bytes, eight)) & swar::first(word.end - eight);
            while firsts != 0 {
                let at = eight + swar::lanes_before(firsts);
                firsts &= firsts - 1;
                let (target, len) = match bytes.get(at..) {
                    Some(&[first @ 0xC0..0xE0, second, ..]) => {
                        (self.latin.get(unicode::two_byte_code(first, second)).copied().filter(|&target| target != '\0'), 2)
                    }
                    _ => {
                        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return };
                        (meant(c, Script::Latin, false).filter(|&target| target != c), c.len_utf8())
                    }
                };
                if let Some(target) = target {
                    found(Span::new(at, at + len), target);
                }
            }
        }
    }

    /// A text with all its letters of modern Cyrillic as they are [`meant`] in Latin, where they have a form there, and the room that
    /// it was made in.
    #[inline(never)]
    pub fn cyrillic_as_latin(&self, text: &str, room: Vec<u8>) -> (Box<str>, Vec<u8>) {
        let bytes = text.as_bytes();
        let mut writer = Writer::within(text, room);
        for base in (0..bytes.len()).step_by(WINDOW) {
            let mut firsts = Window::new(bytes, base).like(0xD0, 0xFE);
            while firsts != 0 {
                let at = base + firsts.trailing_zeros() as usize;
                firsts &= firsts - 1;
                let Some(&[first, second, ..]) = bytes.get(at..) else { break };
                match self.latin.get(unicode::two_byte_code(first, second)) {
                    None | Some('\0') => {}
                    Some(&target) => writer.put(Span::new(at, at + 2), target),
                }
            }
        }
        writer.boxed()
    }

    /// The word at byte `at` of `text`, which has no letter if none begins there.
    #[inline(always)]
    pub fn word(&self, text: &str, at: usize) -> Word {
        let (mut letters, mut count, mut end) = self.run(text.as_bytes(), at);
        loop {
            let after = self.at(text, end);
            match after {
                Some((letter, _)) if letter.is_in_word() => (letters, count) = (letters.join(letter), count + 1),
                Some((mark, _)) if count > 0 && mark.classes().intersects(Classes::MARK) => {}
                _ => return Word { letters, count, end, after },
            }
            let run = self.run(text.as_bytes(), end + after.map_or(0, |(_, len)| len));
            (letters, count, end) = (letters.join(run.0), count + run.1, run.2);
        }
    }

    /// The letters from byte `at` on, as far as they are of one byte or two, without one that is the last byte of the text: joined,
    /// their number, and where they end.
    ///
    /// It goes byte by byte, so that no letter waits for the length of the one before it, and no branch asks which letters of a
    /// spoofed word were swapped, as nobody can foretell that.
    #[inline(always)]
    fn run(&self, bytes: &[u8], at: usize) -> (Letter, u32, usize) {
        let (mut all, mut count, mut end) = (Letter::default(), 0, at);
        for pair in bytes.get(at..).unwrap_or_default().windows(2) {
            let &[first, second] = pair else { break };
            let letter = self.letter(first, second);
            if !letter.is_in_word() {
                break;
            }
            all = all.join(letter);
            count += u32::from(!is_rest(first));
            end += 1;
        }
        // The last byte of the text has none behind it.
        end += usize::from(bytes.get(end).is_some_and(|&last| is_rest(last)));
        (all, count, end)
    }

    /// What is at a byte, by that and the one behind it.
    #[inline(always)]
    fn letter(&self, first: u8, second: u8) -> Letter {
        let (base, rest) = self.first.get(usize::from(first)).copied().unwrap_or_default();
        self.direct.get(usize::from(base | u16::from(second) & rest)).copied().unwrap_or_default()
    }

    /// The character at byte `at` of `text` and its length in bytes; nothing at the end.
    #[inline(always)]
    pub fn at(&self, text: &str, at: usize) -> Option<(Letter, usize)> {
        let bytes = text.as_bytes();
        let first = *bytes.get(at)?;
        if first >= 0xE0 {
            return Self::beyond(text, at);
        }
        // No branch between one byte and two: nobody can foretell which letters of a spoofed word were swapped.
        let second = bytes.get(at + 1).copied().unwrap_or_default();
        Some((self.letter(first, second), 1 + usize::from(first >= 0xC0)))
    }

    /// The same for a character of three bytes or four.
    #[cold]
    fn beyond(text: &str, at: usize) -> Option<(Letter, usize)> {
        let c = text.get(at..)?.chars().next()?;
        Some((Letter::look_up(c), c.len_utf8()))
    }
}

/// Whether it is a later byte of a character.
const fn is_rest(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// Letters of scripts that nobody takes for Latin, Cyrillic or Greek part words, as spaces do: `NHKは`.
fn belongs_to_words(c: char, classes: Classes) -> bool {
    if !classes.intersects(Classes::OTHER_LETTER) {
        return classes.intersects(Classes::LATIN | Classes::CYRILLIC | Classes::GREEK) || is_stranger(c, classes);
    }
    use Script::{Armenian, CanadianAboriginal, Cherokee, Coptic, Deseret, Georgian, Lisu};
    let script = unicode::script(c);
    classes.intersects(Classes::OUTSIDER)
        || is_stranger(c, classes)
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
    if script == Script::Latin && c.is_ascii_alphabetic() {
        return Some(c);
    }
    if unicode::script(c) == script { Some(c) } else { unicode::lookalike_in(c, script).map(|lookalike| lookalike.target) }
}

/// The letter of `script` that `c` is meant to be: one that only some alphabets have, only where these are in use.
pub(super) fn meant(c: char, script: Script, regional: bool) -> Option<char> {
    let best = form_in(c, script)?;
    if regional || is_common(best) || unicode::script(c) == script {
        return Some(best);
    }
    let mut others = unicode::lookalikes(c).iter().filter(|other| other.script == script && other.grade != Grade::Far);
    Some(others.find(|other| is_common(other.target)).map_or(best, |other| other.target))
}

/// Whether words go on through `c`: a letter, or a mark on one.
pub(super) fn is_part_of_word(c: char) -> bool {
    unicode::classes(c).intersects(Classes::LETTER | Classes::MARK)
}

/// Whether `c` is a letter of words.
pub(super) fn is_letter(c: char) -> bool {
    unicode::classes(c).intersects(Classes::LETTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_their_letters_do_and_where_the_text_does() {
        for (text, count, end) in
            [("fооԁ", 4, 7), ("fo", 2, 2), ("о", 1, 2), ("a\u{301}ꓮ", 2, 6), ("аb’s", 2, 3), (" a", 0, 0), ("", 0, 0)]
        {
            let word = Letters::get().word(text, 0);
            assert_eq!((word.count, word.end, word.after.is_none()), (count, end, end == text.len()), "{text}");
        }
    }
}
