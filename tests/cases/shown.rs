//! Texts with hazards, on a terminal: nothing is printed that hides, reorders or erases.

use unspoof::unicode;

/// `text` with every character that could mislead as its name.
pub fn shown(text: &str) -> String {
    let mut out = String::from("“");
    for c in text.chars() {
        let harmless = c == ' ' || c.is_ascii_graphic() || (c.is_alphanumeric() && !is_styled(c)) || is_harmless_mark(c);
        if harmless { out.push(c) } else { out.push_str(&named(c)) }
    }
    out.push('”');
    out
}

/// The first place where two texts differ, character by name: twins look alike in any font.
pub fn difference(wanted: &str, got: &str) -> String {
    let at = wanted.chars().zip(got.chars()).take_while(|(a, b)| a == b).count();
    let name = |text: &str| text.chars().nth(at).map_or_else(|| "the end".to_owned(), named);
    format!("character {at}: wanted {}, got {}", name(wanted), name(got))
}

fn named(c: char) -> String {
    format!("<U+{:04X} {}>", c as u32, unicode::name(c))
}

fn is_styled(c: char) -> bool {
    matches!(c as u32, 0x115F | 0x1160 | 0x3164 | 0xFFA0 | 0x1D400..=0x1D7FF | 0xFF00..=0xFFEF)
}

/// Dashes, quotes and other marks that are seen and stay where they are.
fn is_harmless_mark(c: char) -> bool {
    matches!(c as u32, 0xA1..=0xAC | 0xAE..=0xBF | 0x2010 | 0x2012..=0x2027 | 0x2030..=0x205E | 0x20A0..=0x20CF | 0x2190..=0x22FF
        | 0x3001..=0x303F | 0x1F000..=0x1FAFF)
}
