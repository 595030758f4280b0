//! What the rule makes of text, held against the conformance tests of the Unicode Bidirectional Algorithm, and against a
//! plain telling of its rules for overrides and isolates.

use super::*;

/// The cases that concern the rule; the file says where they come from.
const CASES: &str = include_str!("../../../tests/bidi/conformance.txt");

/// A character of each class: letters that differ, so that each can be told from the others.
fn character(class: char, at: usize) -> char {
    let nth = |from: char| char::from_u32(from as u32 + at as u32 % 26).unwrap();
    match class {
        'a' => nth('a'),
        '1' => char::from_digit(at as u32 % 10, 10).unwrap(),
        '+' | '%' | ',' | '!' => class,
        '_' => ' ',
        'E' => '\u{202A}',
        'e' => '\u{202B}',
        'O' => '\u{202D}',
        'o' => '\u{202E}',
        'f' => '\u{202C}',
        'I' => '\u{2066}',
        'i' => '\u{2067}',
        's' => '\u{2068}',
        'd' => '\u{2069}',
        other => panic!("no such class: {other}"),
    }
}

#[test]
fn text_is_shown_as_unicode_says() {
    let mut order: Vec<usize> = Vec::new();
    let mut cases = 0;
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        if let Some(places) = line.strip_prefix("@ ") {
            order = places.split(' ').map(|place| place.parse().unwrap()).collect();
            continue;
        }
        let text: Vec<char> = line.chars().enumerate().map(|(at, class)| character(class, at)).collect();
        let shown: String = order.iter().map(|&at| text[at]).filter(|&c| !is_control(c)).collect();
        let text: String = text.into_iter().collect();
        let stored: String = text.chars().filter(|&c| !is_control(c)).collect();
        assert_eq!(visual(&text, true).unwrap_or(stored), shown, "{line} {order:?}");
        cases += 1;
    }
    assert!(cases > 30_000, "only {cases} cases");
}

/// Letters under overrides and isolates, told without the algorithm: every override has its letters in its own direction, and
/// what is nested is one block in the order of what is around it.
#[derive(Clone, Debug)]
enum Part {
    Letters(&'static str),
    Override(bool, Vec<Part>),
    Isolate(bool, Vec<Part>),
}

impl Part {
    fn stored(&self, out: &mut String) {
        let (open, parts, close) = match self {
            Self::Letters(letters) => return out.push_str(letters),
            Self::Override(rtl, parts) => (if *rtl { '\u{202E}' } else { '\u{202D}' }, parts, '\u{202C}'),
            Self::Isolate(rtl, parts) => (if *rtl { '\u{2067}' } else { '\u{2066}' }, parts, '\u{2069}'),
        };
        out.push(open);
        parts.iter().for_each(|part| part.stored(out));
        out.push(close);
    }

    /// As it is shown from left to right; `forced` is the direction that an override gives to letters.
    fn shown(&self, forced: Option<bool>) -> String {
        match self {
            Self::Letters(letters) if forced == Some(true) => letters.chars().rev().collect(),
            Self::Letters(letters) => (*letters).to_owned(),
            Self::Override(rtl, parts) => row(parts, *rtl, Some(*rtl)),
            Self::Isolate(rtl, parts) => row(parts, *rtl, None),
        }
    }
}

/// Parts side by side in one direction. Letters that nothing forces keep together, whatever the direction.
fn row(parts: &[Part], rtl: bool, forced: Option<bool>) -> String {
    let shown = parts.iter().map(|part| part.shown(forced));
    if rtl { shown.rev().collect() } else { shown.collect() }
}

#[test]
fn swaps_nested_as_deep_as_attackers_nest_them() {
    use Part::{Isolate, Letters, Override};
    let swap = |a, b| {
        Override(false, vec![Isolate(false, vec![Override(true, vec![Isolate(false, vec![b]), Isolate(false, vec![a])])])])
    };
    let mut part = Letters("pay");
    for letters in ["to", "me", "now", "please", "sir", "or", "else"] {
        part = swap(part, Letters(letters));
        for (part, told) in [
            (part.clone(), "a swap"),
            (Override(true, vec![part.clone(), Letters("x"), part.clone()]), "a swap under an override"),
            (Isolate(true, vec![part.clone(), Letters("yz"), part.clone()]), "a swap in an isolate"),
            (Override(true, vec![Override(false, vec![part.clone()]), Letters("ab")]), "overrides in turn"),
        ] {
            let mut stored = String::new();
            part.stored(&mut stored);
            let plain: String = stored.chars().filter(|&c| !is_control(c)).collect();
            assert_eq!(visual(&stored, true).unwrap_or(plain), part.shown(None), "{told}: {}", stored.escape_unicode());
        }
    }
}

#[test]
fn blanks_at_the_end_of_a_segment_move_unless_they_end_the_line() {
    assert_eq!(visual("\u{202E}abc \u{202C}", false).as_deref(), Some(" cba"));
    assert_eq!(visual("\u{202E}abc \u{202C}", true).as_deref(), Some("cba "));
}
