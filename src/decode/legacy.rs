//! Encodings of the times before Unicode: decoding with a map back to the bytes, and guessing which one it is.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::DecoderResult;

use super::encoding::{Encoding, Legacy};
use super::map::{Map, Run};
use super::{Decoded, REPLACEMENT, utf8};
use crate::error::{Error, ErrorKind};

/// With fewer bytes beyond ASCII than this, every guess is as good as another.
const TOO_FEW: usize = 4;

/// One character of so many, ASCII not counted, may be damaged in a text that is in the encoding that it declares.
const LITTLE: usize = 10;

/// Enough for what one more byte can decode to.
const BUFFER: usize = 16;

/// Decodes bytes that are said to be in `legacy`. Fails on the first byte that has no meaning there.
pub(super) fn decode(bytes: &[u8], legacy: Legacy, guessed: bool) -> Result<Decoded<'_>, Error> {
    let encoding = Encoding::Legacy(legacy);
    let (text, map) = if legacy.0.is_single_byte() { single(bytes, legacy)? } else { strict(bytes, legacy)? };
    let is_reversible = encoding.encode(&text).is_ok_and(|again| *again == *bytes);
    Ok(Decoded { text, encoding, bom: false, guessed, is_reversible, map })
}

/// The same with U+FFFD for what has no meaning; nothing if that is so much that the text is in another encoding.
pub(super) fn salvage(bytes: &[u8], legacy: Legacy) -> Option<Decoded<'_>> {
    let (text, runs, _) = several(bytes, legacy);
    let (all, bad) = (text.chars().filter(|c| !c.is_ascii()).count(), text.matches(REPLACEMENT).count());
    let (text, map) = (Cow::Owned(text), Map::Runs(runs));
    let decoded = Decoded { text, encoding: Encoding::Legacy(legacy), bom: false, guessed: false, is_reversible: false, map };
    (bad * LITTLE <= all).then_some(decoded)
}

/// Decodes bytes that are not UTF-8 by the encoding they are most likely in. The error is that of UTF-8 where they are no text in
/// any: binary data, or UTF-8 that was damaged, which a guess would turn into nonsense as a whole.
pub(super) fn guess(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    let refused = || utf8(bytes, false);
    if bytes.contains(&0) || is_damaged_utf8(bytes) {
        return refused();
    }
    let legacy = if bytes.iter().filter(|byte| !byte.is_ascii()).take(TOO_FEW).count() < TOO_FEW {
        encoding_rs::WINDOWS_1252
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    };
    match decode(bytes, Legacy(legacy), true) {
        Ok(decoded) if !decoded.text.chars().any(is_odd_control) => Ok(decoded),
        _ => refused(),
    }
}

/// A control character that no text file has.
const fn is_odd_control(c: char) -> bool {
    matches!(c, '\0'..='\u{7}' | '\u{E}'..='\u{1A}' | '\u{1C}'..='\u{1F}' | '\u{80}'..='\u{9F}')
}

/// Whether most of what is not ASCII is UTF-8.
pub(super) fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// One byte a character.
fn single(bytes: &[u8], legacy: Legacy) -> Result<(Cow<'_, str>, Map), Error> {
    match legacy.0.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => {
            let map = Map::units(&text, 0, |_| 1);
            Ok((text, map))
        }
        None => strict(bytes, legacy),
    }
}

/// Fails on the first byte that has no meaning.
fn strict(bytes: &[u8], legacy: Legacy) -> Result<(Cow<'_, str>, Map), Error> {
    match several(bytes, legacy) {
        (_, _, Some(bad)) => Err(undecodable(bytes, legacy, bad)),
        (text, runs, None) => Ok((Cow::Owned(text), Map::Runs(runs))),
    }
}

/// Several bytes a character, of which only the decoder knows how many: it is fed byte by byte. With U+FFFD for what has no meaning,
/// and where the first of that stands.
fn several(bytes: &[u8], legacy: Legacy) -> (String, Vec<Run>, Option<usize>) {
    let mut decoder = legacy.0.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut runs: Vec<Run> = Vec::new();
    let (mut start, mut first_bad) = (0, None);
    let mut push = |piece: &str, end: usize| {
        if !piece.is_empty() {
            Run::push(&mut runs, (text.len(), piece.len()), (start, end - start));
            text.push_str(piece);
            start = end;
        }
    };
    let mut buffer = [0; BUFFER];
    for (at, byte) in bytes.iter().enumerate() {
        let is_last = at + 1 == bytes.len();
        let mut rest = std::slice::from_ref(byte);
        loop {
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut buffer, is_last);
            rest = rest.get(read..).unwrap_or_default();
            let end = at + 1 - rest.len();
            push(buffer.get(..written).and_then(|piece| std::str::from_utf8(piece).ok()).unwrap_or_default(), end);
            let DecoderResult::Malformed(bad, behind) = result else { break };
            first_bad = first_bad.or(Some(end.saturating_sub(usize::from(bad) + usize::from(behind))));
            push(REPLACEMENT, end);
        }
    }
    // What follows the last character, a switch of the character set, belongs to it.
    Run::push(&mut runs, (text.len(), 1), (bytes.len(), 1));
    (text, runs, first_bad)
}

fn undecodable(bytes: &[u8], legacy: Legacy, at: usize) -> Error {
    let bad = bytes.get(at).copied().unwrap_or_default();
    Error::at_byte(ErrorKind::Undecodable { encoding: legacy.0.name(), bad }, at)
}
