//! What hidden characters spell: text is smuggled past readers in more than one way.

/// So many bits make a payload worth reading.
const BITS: usize = 16;

/// The text that tags and variation selectors spell, if they spell any.
pub fn spelt_by_selectors(hidden: impl Iterator<Item = char> + Clone) -> Option<String> {
    let byte = |c: char| match c {
        '\u{E0020}'..='\u{E007E}' => Some((u32::from(c) - 0xE0000) as u8),
        '\u{FE00}'..='\u{FE0F}' => Some((u32::from(c) - 0xFE00) as u8),
        '\u{E0100}'..='\u{E01EF}' => Some((u32::from(c) - 0xE0100 + 16) as u8),
        _ => None,
    };
    let bytes: Vec<u8> = hidden.clone().filter_map(byte).collect();
    readable(&bytes).or_else(|| {
        // With sixteen selectors alone a byte takes two of them, or eight that are one of two.
        let halves: Vec<u8> = hidden.filter(|c| matches!(c, '\u{FE00}'..='\u{FE0F}')).filter_map(byte).collect();
        let whole: Vec<u8> = halves.chunks_exact(2).filter_map(|pair| Some(pair.first()? << 4 | pair.last()?)).collect();
        let even = halves.len().is_multiple_of(2) && halves.len() == bytes.len();
        readable(&whole).filter(|_| even).or_else(|| spelt_by_bits(halves.into_iter().map(char::from)))
    })
}

/// The text that two kinds of invisible character spell as bits, if they spell any; a third kind may part the bytes.
pub fn spelt_by_bits(hidden: impl Iterator<Item = char> + Clone) -> Option<String> {
    let mut kinds: Vec<(char, usize)> = Vec::new();
    for c in hidden.clone() {
        if let Some((_, count)) = kinds.iter_mut().find(|(kind, _)| *kind == c) {
            *count += 1;
        } else if kinds.len() < 3 {
            kinds.push((c, 1));
        } else {
            return None;
        }
    }
    let all = kinds.iter().map(|(_, count)| count).sum::<usize>();
    if kinds.len() < 2 || all < BITS {
        return None;
    }
    // Each pair of kinds, either way round; what is left over parts.
    let pairs = kinds.iter().flat_map(|&(zero, _)| kinds.iter().map(move |&(one, _)| (zero, one)));
    let mut texts = pairs.filter(|(zero, one)| zero != one).filter_map(|(zero, one)| {
        let bits = hidden.clone().filter(|&c| c == zero || c == one).map(|c| c == one);
        let bytes = bytes(bits)?;
        let is_pattern = bytes.iter().all(|&byte| bytes.first() == Some(&byte));
        readable(&bytes).filter(|_| !is_pattern)
    });
    texts.next()
}

/// Bits as bytes, the highest first; nothing where some are left over.
fn bytes(bits: impl Iterator<Item = bool>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut byte, mut count) = (0_u8, 0);
    for bit in bits {
        byte = byte << 1 | u8::from(bit);
        count += 1;
        if count == 8 {
            bytes.push(byte);
            (byte, count) = (0, 0);
        }
    }
    (count == 0).then_some(bytes)
}

/// The bytes as text, if a person could read it.
fn readable(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    let words = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').count();
    let is_readable = text.chars().nth(1).is_some() && text.chars().all(is_text) && words * 2 >= text.chars().count();
    is_readable.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(text: &str, zero: char, one: char) -> String {
        text.bytes().flat_map(|byte| (0..8).rev().map(move |bit| if byte >> bit & 1 == 1 { one } else { zero })).collect()
    }

    #[test]
    fn bits_of_any_two_kinds_either_way_round() {
        for (zero, one) in
            [('\u{200B}', '\u{200C}'), ('\u{200C}', '\u{200B}'), ('\u{2062}', '\u{2064}'), ('\u{200D}', '\u{FEFF}')]
        {
            assert_eq!(spelt_by_bits(bits("obey", zero, one).chars()).as_deref(), Some("obey"));
        }
        let parted: String =
            ["n", "o", "!"].iter().flat_map(|c| [bits(c, '\u{200B}', '\u{200C}'), "\u{200D}".to_owned()]).collect();
        assert_eq!(spelt_by_bits(parted.chars()).as_deref(), Some("no!"));
        assert_eq!(spelt_by_bits("\u{200B}".repeat(40).chars()), None);
        assert_eq!(spelt_by_bits("\u{200B}\u{200C}".repeat(20).chars()), None, "UUUUU would be text, but not of this");
    }

    #[test]
    fn selectors_as_bytes_as_halves_and_as_bits() {
        let byte = |b: u8| char::from_u32(if b < 16 { 0xFE00 + u32::from(b) } else { 0xE0100 + u32::from(b) - 16 }).unwrap();
        let spelt: String = "sí".bytes().map(byte).collect();
        assert_eq!(spelt_by_selectors(spelt.chars()).as_deref(), Some("sí"));
        let tags: String = "go on".chars().map(|c| char::from_u32(u32::from(c) + 0xE0000).unwrap()).collect();
        assert_eq!(spelt_by_selectors(tags.chars()).as_deref(), Some("go on"));
        let halves: String = "ok".bytes().flat_map(|b| [byte(b >> 4), byte(b & 15)]).collect();
        assert_eq!(spelt_by_selectors(halves.chars()).as_deref(), Some("ok"));
        assert_eq!(spelt_by_selectors(bits("hi you", '\u{FE00}', '\u{FE01}').chars()).as_deref(), Some("hi you"));
        assert_eq!(spelt_by_selectors("\u{FE0F}\u{FE0F}".chars()), None);
    }
}
