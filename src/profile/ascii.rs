//! The look at ASCII: which stretches are plain, and where a character may stand for another one of ASCII.

/// How many bytes are looked at together: what a vector register holds. With more, what they are compared with no longer fits into
/// the registers and is loaded again for each comparison.
const BLOCK: usize = 16;

/// How many of the first bytes, which begin a line, are surely plain: up to a block that holds something, or all of them.
pub(super) fn plain_prefix(bytes: &[u8]) -> usize {
    if !bytes.first().is_none_or(|&first| is_plain(b'\n', first, bytes.get(1).copied().unwrap_or(b'\n'))) {
        return 0;
    }
    let mut plain = 1;
    // Each byte is seen with the one before and the one after it.
    while let Some((before, block, after)) = around(bytes, plain) {
        if triples(before, block, after).fold(false, |any, (a, b, c)| any | may_matter(a, b, c))
            && !(block.is_ascii() && is_plain_block(before, block, after))
        {
            return plain;
        }
        plain += BLOCK;
    }
    let rest = bytes.get(plain..).unwrap_or(&[]);
    let after = rest.iter().skip(1).chain(b"\n");
    let ends = bytes.get(plain - 1..).unwrap_or(&[]).iter().zip(rest).zip(after).all(|((&a, &b), &c)| is_plain(a, b, c));
    if ends && !bytes.last().is_some_and(|&last| last == b' ' || last == b'\t') {
        bytes.len()
    } else {
        plain.min(bytes.len().saturating_sub(1))
    }
}

/// The close look at a block. Apart, as the compiler makes a slower loop of both together.
#[inline(never)]
fn is_plain_block(before: &Block, block: &Block, after: &Block) -> bool {
    triples(before, block, after).fold(true, |all, (a, b, c)| all & is_plain(a, b, c))
}

/// Whether some character of the line may stand for another one of ASCII. Asked of lines only that hold Latin letters.
pub(crate) fn is_suspect(line: &[u8]) -> bool {
    if line.first().is_some_and(|&first| is_suspicious(b'\n', first, line.get(1).copied().unwrap_or(b'\n'))) {
        return true;
    }
    let mut at = 1;
    while let Some((before, block, after)) = around(line, at) {
        if holds_suspect(before, block, after) {
            return true;
        }
        at += BLOCK;
    }
    // The end once more as a block, most of which has been seen: byte by byte is dearer.
    if let Some(last) = line.len().checked_sub(BLOCK + 1).filter(|&last| last > 0)
        && let Some((before, block, after)) = around(line, last)
    {
        if holds_suspect(before, block, after) {
            return true;
        }
        at = last + BLOCK;
    }
    let rest = line.get(at..).unwrap_or(&[]);
    let after = rest.iter().skip(1).chain(b"\n");
    line.get(at - 1..).unwrap_or(&[]).iter().zip(rest).zip(after).any(|((&a, &b), &c)| is_suspicious(a, b, c))
}

/// Where characters of the line stand that may stand for other ones of ASCII, each with its byte.
pub(crate) fn suspects(line: &[u8]) -> impl Iterator<Item = usize> {
    let at = |at: Option<usize>| at.and_then(|at| line.get(at)).copied().unwrap_or(b'\n');
    let in_block = move |start: usize| {
        let end = (start + BLOCK).min(line.len());
        let is_any = match around(line, start) {
            Some((before, block, after)) => holds_suspect(before, block, after),
            None => true,
        };
        let places = if is_any { start..end } else { end..end };
        places.filter(move |&place| is_suspicious(at(place.checked_sub(1)), at(Some(place)), at(Some(place + 1))))
    };
    let begins = (0..line.len().min(1)).filter(move |_| is_suspicious(b'\n', at(Some(0)), at(Some(1))));
    begins.chain((1..line.len()).step_by(BLOCK).flat_map(in_block))
}

/// Whether some character of a block may stand for another one. Few blocks get past the wide test.
fn holds_suspect(before: &Block, block: &Block, after: &Block) -> bool {
    triples(before, block, after).fold(false, |any, (a, b, c)| any | may_be_suspicious(a, b, c))
        && holds_suspect_indeed(before, block, after)
}

/// The close look at a block. Apart, for the same reason.
#[inline(never)]
fn holds_suspect_indeed(before: &Block, block: &Block, after: &Block) -> bool {
    triples(before, block, after).fold(false, |any, (a, b, c)| any | is_suspicious(a, b, c))
}

/// A block: of a length that the compiler knows, without which it makes no vector code.
type Block = [u8; BLOCK];

/// The block at `at`, and the same one byte earlier and one later.
#[inline(always)]
fn around(bytes: &[u8], at: usize) -> Option<(&Block, &Block, &Block)> {
    let from = |start: usize| bytes.get(start..).and_then(|rest| rest.first_chunk::<BLOCK>());
    Some((from(at - 1)?, from(at)?, from(at + 1)?))
}

#[inline(always)]
fn triples<'b>(before: &'b Block, block: &'b Block, after: &'b Block) -> impl Iterator<Item = (u8, u8, u8)> + 'b {
    before.iter().zip(block).zip(after).map(|((&a, &b), &c)| (a, b, c))
}

/// Whether `b`, between `a` and `c`, needs a closer look. Every comparison here costs a twentieth of the speed at which plain
/// text is passed over.
#[inline(always)]
const fn may_matter(a: u8, b: u8, c: u8) -> bool {
    let feed = b == b'\n';
    // Adding one makes a negative number of DELETE, as of all that is not ASCII.
    let control = ((b.wrapping_add(1) as i8) < 0x21) & !feed;
    let blank_at_end = feed & (a == b' ');
    control | blank_at_end | (b == b'&') | may_be_suspicious(a, b, c)
}

/// Whether `b`, between `a` and `c`, could be [suspicious](is_suspicious): wide where a narrow test would be dear, as in `Is`, `I/O`,
/// `3d`.
#[inline(always)]
const fn may_be_suspicious(a: u8, b: u8, c: u8) -> bool {
    let letter_before = (a as i8) > 0x40;
    let letter_beside = letter_before | ((c as i8) > 0x40);
    let sign = (b == b'I') | (b & 0xF8 == b'0');
    let begins = ((b | (letter_before as u8).wrapping_neg()) == b'l') & is_unlikely(c);
    (b == b'`') | (sign & letter_beside) | begins
}

/// Whether `b` is plain between `a` and `c`. An ampersand is not: it may begin an HTML entity.
#[inline(always)]
const fn is_plain(a: u8, b: u8, c: u8) -> bool {
    let printable = (b.wrapping_sub(0x20) < 0x5F) | (b == b'\n') | (b == b'\t');
    // From both sides, as the blank and the line feed may stand in two blocks.
    let blank_before = (b == b'\n') & ((a == b' ') | (a == b'\t'));
    let feed_after = (c == b'\n') & ((b == b' ') | (b == b'\t'));
    printable & !blank_before & !feed_after & (b != b'&') & !is_suspicious(a, b, c)
}

/// Whether `b`, between `a` and `c`, looks as if it stood for another character of ASCII: seldom in prose, in any language.
#[inline(always)]
const fn is_suspicious(a: u8, b: u8, c: u8) -> bool {
    // `GoogIe`; `Iike`, as few words begin so; `we'II`.
    let clitic = (a == b'\'') & ((c == b'I') | (c == b'l'));
    let large_i = (b == b'I') & (is_small(a) | is_vowel(c) | clitic);
    // `he1p`, `t0`, `1ike`, `0f`, but not `x16`, `0x10` and `20km`.
    let inside = is_small(a) & (c.wrapping_sub(b'2') > 7);
    let begins = is_letter(c) & (c != b'x') & (a.wrapping_sub(b'1') > 8);
    let digit = (b & 0xFE == b'0') & (inside | begins);
    // `lraq`, `lf`, `l am`, but not `I'll`.
    let is_start = (a < 0x41) & (a.wrapping_sub(b'0') > 9) & (a != b'-');
    let small_l = (b == b'l') & is_start & is_unlikely(c) & (c != b'l') & (c < 0x80);
    // `don`t`, `70`s`
    let tick = (b == b'`') & (is_letter(a) | (a.wrapping_sub(b'0') < 10)) & is_letter(c);
    // `2O25`
    let number = (b & 0xF8 == b'0') & (c == b'O');
    large_i | digit | small_l | tick | number
}

/// Whether no word goes on so after its first `l`: no small letter with an odd code, as all vowels are.
#[inline(always)]
const fn is_unlikely(c: u8) -> bool {
    c & 0x61 != 0x61
}

#[inline(always)]
const fn is_small(c: u8) -> bool {
    c.wrapping_sub(b'a') < 26
}

#[inline(always)]
const fn is_letter(c: u8) -> bool {
    is_small(c | 0x20)
}

#[inline(always)]
const fn is_vowel(c: u8) -> bool {
    (c & 0xFB == b'a') | (c & 0xEF == b'i') | (c == b'o') | (c == b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wide_tests_let_nothing_pass() {
        for (a, b, c) in (0..=0xFF).flat_map(|a| (0..=0xFF).flat_map(move |b| (0..=0xFF).map(move |c| (a, b, c)))) {
            assert!(!is_suspicious(a, b, c) || may_be_suspicious(a, b, c), "{a:X} {b:X} {c:X}");
        }
    }
}
