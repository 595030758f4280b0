//! The one cheap look at a text: which lines could hold anything worth a rule's time.
//!
//! A line of printable ASCII without trailing blanks and without `&` is *plain*, unless one of its characters looks as if it
//! stood for another one. Plain stretches are skipped in blocks by a loop that the compiler turns into vector instructions, and
//! are not stored. Every other line is stored with the union of the classes of
//! its characters, so that a rule is run on a line only when the line holds something that the rule watches.

mod ascii;
mod touched;

pub(crate) use ascii::{is_suspect, suspects};
pub use touched::Touched;

use memchr::{memchr, memrchr};

use crate::text::masks::{WINDOW, Window};
use crate::text::{Span, swar};
use crate::unicode::{self, Classes};

/// The line ends in a space or a tab.
pub const TRAILING: Classes = Classes::from_bits(1 << 31);

/// Some ASCII character of the line may stand for another one. All bits are taken; but of a whole line nobody asks whether it
/// holds marks that could change places: what there is to know of that, [`Classes::NFC`] says. So their bit is lent to this.
pub const SUSPECT: Classes = Classes::REORDERED;

/// What a run of ASCII text is taken to hold without looking closer: letters that prove they are Latin, and digits.
const ASCII_RUN: Classes = Classes::LETTER
    .union(Classes::DIGIT)
    .union(Classes::UPPER)
    .union(Classes::LOWER)
    .union(Classes::LATIN)
    .union(Classes::LATIN_ONLY);

/// The classes of a text: all of it, and each of its lines that is not plain.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    all: Classes,
    lines: Vec<LineProfile>,
}

/// A line that is not plain: its bytes with its line feed, and the classes of its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineProfile {
    /// From its first byte to just after its line feed.
    pub span: Span,
    /// The union of the classes of its characters, and of [`TRAILING`] and [`SUSPECT`].
    pub classes: Classes,
    /// The readers that have nothing more to do with it, as bits, for as long as its text stays the same.
    pub done: u32,
    /// Those of them that have looked at what stands [near](NEAR) it, too, so that this must stay the same as well.
    pub leaning: u32,
}

/// How far from a line the text is that counts as near it, in bytes.
pub const NEAR: usize = 2048;

impl Profile {
    /// Looks through `text` once.
    pub fn new(text: &str) -> Self {
        let mut profile = Self::default();
        profile.read(text, 0, text.len());
        profile
    }

    /// The union of the classes of all lines that are not plain.
    pub const fn all(&self) -> Classes {
        self.all
    }

    /// The lines that are not plain, in order.
    pub fn lines(&mut self) -> &mut [LineProfile] {
        &mut self.lines
    }

    /// The profile of the text that edits made of the one at hand: only the lines that they touched are read again.
    pub fn after(&self, touched: &Touched, new: &str) -> Self {
        let mut profile = Self { all: Classes::default(), lines: Vec::with_capacity(self.lines.len()) };
        let mut lines = self.lines.iter().peekable();
        let mut moved = 0;
        let mut last = None;
        let is_near = |from: usize, to: usize| to.saturating_sub(from) <= NEAR;
        for stretch in &touched.stretches {
            while let Some(line) = lines.next_if(|line| line.span.end <= stretch.lines.start) {
                let is_far =
                    !is_near(line.span.end, stretch.lines.start) && !last.is_some_and(|last| is_near(last, line.span.start));
                profile.push(moved_line(line, moved, is_far));
            }
            last = Some(stretch.lines.end);
            while lines.next_if(|line| line.span.start < stretch.lines.end).is_some() {}
            let start = stretch.lines.start.saturating_add_signed(moved);
            moved = stretch.moved;
            profile.read(new, start, stretch.lines.end.saturating_add_signed(moved));
        }
        for line in lines {
            profile.push(moved_line(line, moved, !last.is_some_and(|last| is_near(last, line.span.start))));
        }
        profile
    }

    fn push(&mut self, line: LineProfile) {
        self.all |= line.classes;
        self.lines.push(line);
    }

    /// Reads the whole lines of `text` between `start` and `end`.
    fn read(&mut self, text: &str, start: usize, end: usize) {
        let bytes = text.as_bytes();
        let mut at = start;
        while at < end {
            let plain = at + ascii::plain_prefix(bytes.get(at..end).unwrap_or(&[]));
            if plain >= end {
                return;
            }
            let skipped = bytes.get(at..plain).unwrap_or(&[]);
            let line_start = memrchr(b'\n', skipped).map_or(at, |feed| at + feed + 1);
            let rest = bytes.get(plain..end).unwrap_or(&[]);
            let line_end = memchr(b'\n', rest).map_or(end, |feed| plain + feed + 1);
            let span = Span::new(line_start, line_end);
            let classes = line_classes(span.of(text));
            if !is_plain(span.of(text), classes) {
                self.push(LineProfile { span, classes, done: 0, leaning: 0 });
            }
            at = line_end;
        }
    }
}

/// The line further on, if `is_far` from all that has changed with all that is known of it.
fn moved_line(line: &LineProfile, by: isize, is_far: bool) -> LineProfile {
    let span = Span::new(line.span.start.saturating_add_signed(by), line.span.end.saturating_add_signed(by));
    let leaning = if is_far { line.leaning } else { 0 };
    LineProfile { span, classes: line.classes, done: line.done & !(line.leaning & !leaning), leaning }
}

fn is_plain(line: &str, classes: Classes) -> bool {
    line.is_ascii()
        && !classes.intersects(Classes::CONTROL | Classes::ERASER | Classes::BREAK | Classes::UNDECODED | TRAILING | SUSPECT)
}

/// The classes of what was read of a line.
#[derive(Clone, Copy, Default)]
struct Seen {
    all: Classes,
    before: Classes,
    /// Those that two characters in a row have: marks that canonical order may move.
    ordered: Classes,
}

impl Seen {
    #[inline(always)]
    fn take(&mut self, here: Classes) {
        self.all |= here;
        self.ordered |= Classes::from_bits(self.before.bits() & here.bits());
        self.before = here;
    }
}

/// The union of the classes of the characters of a line.
fn line_classes(line: &str) -> Classes {
    let mut seen = Seen::default();
    let mut rest = line.as_bytes();
    // Whether its ASCII tells no more than a run of letters does.
    let mut is_usual = None;
    loop {
        while let [first @ 0xC0..0xE0, second, tail @ ..] = rest {
            seen.take(unicode::two_byte_classes(*first, *second));
            rest = tail;
        }
        match rest {
            [0..0x80, ..] if seen.all.contains(ASCII_RUN) && *is_usual.get_or_insert_with(|| is_usual_ascii(rest)) => {
                let others = classes_beyond_ascii(line.get(line.len() - rest.len()..).unwrap_or(""));
                // Only of marks it matters which stand in a row.
                if !others.intersects(Classes::REORDERED) {
                    seen.all |= others;
                    break;
                }
                is_usual = Some(false);
            }
            // One sign between letters beyond ASCII, as the blank is.
            [first @ 0..0x80, 0x80..=0xFF, ..] => {
                seen.take(ascii(*first));
                rest = rest.get(1..).unwrap_or_default();
            }
            [0..0x80, ..] => {
                let (here, end) = ascii_run(rest, seen.all);
                seen.take(here);
                rest = rest.get(end..).unwrap_or_default();
            }
            _ => {
                let mut chars = line.get(line.len() - rest.len()..).unwrap_or("").chars();
                let Some(c) = chars.next() else { break };
                seen.take(unicode::classes(c));
                // What takes three bytes stands in rows.
                while chars.as_str().as_bytes().first().is_some_and(|&first| first >= 0xE0) {
                    seen.take(chars.next().map(unicode::classes).unwrap_or_default());
                }
                rest = chars.as_str().as_bytes();
            }
        }
    }
    let mut classes = seen.all;
    if seen.ordered.intersects(Classes::REORDERED) {
        classes |= Classes::NFC;
    }
    classes = Classes::from_bits(classes.bits() & !SUSPECT.bits());
    // Where something else is odd, the close look waits until the rule asks for it: most such lines are in ASCII by then.
    if classes.intersects(Classes::LATIN) && (!line.is_ascii() || is_suspect(line.as_bytes())) {
        classes |= SUSPECT;
    }
    let content = line.strip_suffix('\n').unwrap_or(line);
    let content = content.strip_suffix('\r').unwrap_or(content);
    if content.ends_with([' ', '\t']) {
        classes |= TRAILING;
    }
    classes
}

fn ascii(byte: u8) -> Classes {
    unicode::ASCII.get(usize::from(byte)).copied().unwrap_or_default()
}

/// The classes of the first bytes, as far as they are ASCII, and how many they are at least. `known` need not be told again.
#[inline(always)]
fn ascii_run(bytes: &[u8], known: Classes) -> (Classes, usize) {
    let Some(eight) = swar::load(bytes) else { return (bytes.first().copied().map(ascii).unwrap_or_default(), 1) };
    // Eight bytes at a time: those of them before the first that is not ASCII, the others made blanks.
    let others = eight & swar::HIGH;
    let below = swar::below(others);
    let eight = eight & below | BLANKS & !below;
    let end = swar::lanes_before(others);
    if !is_printable(eight) {
        return (eight.to_le_bytes().into_iter().fold(Classes::default(), |all, byte| all | ascii(byte)), end);
    }
    let (more, letters) = if others == 0 { printable_blocks(bytes.get(end..).unwrap_or_default()) } else { (0, false) };
    if known.contains(ASCII_RUN) {
        return (Classes::default(), end + more);
    }
    (if letters | (swar::ascii_letters(eight) != 0) { ASCII_RUN } else { Classes::DIGIT }, end + more)
}

/// The union of the classes of all characters that are not ASCII. They are found 64 bytes at a time, so that none waits for the one
/// before it.
fn classes_beyond_ascii(text: &str) -> Classes {
    let bytes = text.as_bytes();
    let mut all = Classes::default();
    for base in (0..bytes.len()).step_by(WINDOW) {
        let window = Window::new(bytes, base);
        let mut firsts = window.firsts();
        let mut longer = window.long_firsts();
        firsts ^= longer;
        while firsts != 0 {
            if let Some(&[first, second, ..]) = bytes.get(base + firsts.trailing_zeros() as usize..) {
                all |= unicode::two_byte_classes(first, second);
            }
            firsts &= firsts - 1;
        }
        while longer != 0 {
            let rest = text.get(base + longer.trailing_zeros() as usize..);
            all |= rest.and_then(|rest| rest.chars().next()).map(unicode::classes).unwrap_or_default();
            longer &= longer - 1;
        }
    }
    all
}

/// Whether all ASCII of the rest of a line is printable and no ampersand, but for its line feed.
fn is_usual_ascii(bytes: &[u8]) -> bool {
    let is_usual = |byte: &u8| (byte.wrapping_add(1) as i8 >= 0x21) & (*byte != b'&') | (*byte >= 0x80) | (*byte == b'\n');
    let (blocks, rest) = bytes.as_chunks::<32>();
    blocks.iter().all(|block| block.iter().fold(true, |all, byte| all & is_usual(byte))) && rest.iter().all(is_usual)
}

/// How many of the first bytes are whole blocks of printable ASCII without an ampersand, and whether a letter is among them: vector
/// code for what is longer than a word.
fn printable_blocks(bytes: &[u8]) -> (usize, bool) {
    const BLOCK: usize = 32;
    let (mut passed, mut letter) = (0, false);
    for block in bytes.chunks_exact(BLOCK) {
        let is_printable = |&byte: &u8| (byte.wrapping_sub(b' ') < 0x5F) & (byte != b'&');
        if !block.iter().fold(true, |all, byte| all & is_printable(byte)) {
            break;
        }
        letter |= block.iter().fold(false, |any, byte| any | byte.is_ascii_alphabetic());
        passed += BLOCK;
    }
    (passed, letter)
}

const BLANKS: u64 = swar::ONES * 0x20;

/// Whether all eight bytes, which are ASCII, are printable and no ampersands: none below 0x20, none above 0x7E.
const fn is_printable(bytes: u64) -> bool {
    // With the high bits clear, adding cannot carry from one byte into the next.
    let at_least_space = bytes.wrapping_add(swar::ONES * 0x60);
    let delete = bytes.wrapping_add(swar::ONES);
    // A byte that is an ampersand becomes zero, and only a zero borrows here.
    let ampersand = bytes ^ (swar::ONES * b'&' as u64);
    let borrows = ampersand.wrapping_sub(swar::ONES) & !ampersand;
    (delete | borrows | !at_least_space) & swar::HIGH == 0
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::text::{Edit, Hands, Replacement};

    /// Lines of all lengths around the block size, plain ones and others, with blanks at their ends.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[ -~]{0,70}",
            2 => "[ a-eIlO01`]{0,9}",
            2 => "[a-z]{62,66}",
            2 => Just("\n".to_owned()),
            2 => select(vec![" \n", "\t\n", " \r\n", "\r\n", "\n\n", " ", "\t", "\r", "\u{8}", "\u{7F}", "\0", "\u{2028}", "\u{85}"])
                .prop_map(str::to_owned),
            2 => select(vec!["е", "Жук", "\u{200B}", "\u{202E}", "é", "日本", "😀", "\u{301}", "𝐚", "\u{E0041}"]).prop_map(str::to_owned),
        ];
        vec(piece, 0..14).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn lines_are_whole_in_order_and_not_plain(text in text()) {
            let profile = Profile::new(&text);
            let stored: Vec<LineProfile> = text
                .split_inclusive('\n')
                .scan(0, |at, line| {
                    *at += line.len();
                    Some((Span::new(*at - line.len(), *at), line))
                })
                .map(|(span, line)| (LineProfile { span, classes: line_classes(line), done: 0, leaning: 0 }, line))
                .filter(|(stored, line)| !is_plain(line, stored.classes))
                .map(|(stored, _)| stored)
                .collect();
            prop_assert_eq!(&profile.lines, &stored);
        }

        #[test]
        fn after_edits_it_is_as_if_read_anew(
            text in text(),
            draws in vec((0usize..90, 0usize..5, select(vec!["", "a", " ", "\n", "е", "\n\n", "x\ny ", "\r", "日本\n"])), 0..7),
        ) {
            let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut edits = Vec::new();
            let (mut new, mut at, mut copied) = (String::new(), 0, 0);
            for (skip, take, to) in draws {
                let (start, end) = ((at + skip).min(cuts.len() - 1), (at + skip + take).min(cuts.len() - 1));
                let span = Span::new(cuts[start], cuts[end]);
                new.push_str(&text[copied..span.start]);
                new.push_str(to);
                (at, copied) = (end, span.end);
                edits.push(Edit { span, to: Replacement::from(to), hands: Hands::default() });
            }
            new.push_str(&text[copied..]);
            let (after, anew) = (Profile::new(&text).after(&Touched::by(&edits, &text), &new), Profile::new(&new));
            prop_assert_eq!(&after.lines, &anew.lines);
            prop_assert_eq!(after.all(), anew.all());
        }
    }
}
