//! Names for people.

use super::{Classes, classes};

/// The formal aliases of U+0000..001F: controls have no name of their own.
const C0: [&str; 32] = [
    "NULL",
    "START OF HEADING",
    "START OF TEXT",
    "END OF TEXT",
    "END OF TRANSMISSION",
    "ENQUIRY",
    "ACKNOWLEDGE",
    "ALERT",
    "BACKSPACE",
    "CHARACTER TABULATION",
    "LINE FEED",
    "LINE TABULATION",
    "FORM FEED",
    "CARRIAGE RETURN",
    "SHIFT OUT",
    "SHIFT IN",
    "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE",
    "DEVICE CONTROL TWO",
    "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR",
    "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK",
    "CANCEL",
    "END OF MEDIUM",
    "SUBSTITUTE",
    "ESCAPE",
    "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO",
    "INFORMATION SEPARATOR ONE",
];

/// The name of a character: `CYRILLIC SMALL LETTER IE`, `BACKSPACE`, `<private-use-E000>`. One that the name data does
/// not know (it may be a Unicode version behind the tables) is called by its code point: `U+1C8B`.
pub fn name(c: char) -> String {
    let code = u32::from(c);
    if let Some(alias) = C0.get(code as usize) {
        return (*alias).to_string();
    }
    match code {
        0x7F => return "DELETE".to_string(),
        0x85 => return "NEXT LINE".to_string(),
        0x80..=0x9F => return format!("<control-{code:04X}>"),
        0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD => return format!("<private-use-{code:04X}>"),
        0xFDD0..=0xFDEF => return format!("<noncharacter-{code:04X}>"),
        _ if code & 0xFFFE == 0xFFFE => return format!("<noncharacter-{code:04X}>"),
        _ => {}
    }
    match unicode_names2::name(c) {
        Some(name) => name.to_string(),
        // Selectors and tags come in long rows; an unassigned one of a row still says what it is.
        None if classes(c).intersects(Classes::TAG) => format!("<tag-{code:04X}>"),
        None => format!("U+{code:04X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names() {
        for (c, expected) in [
            ('\u{435}', "CYRILLIC SMALL LETTER IE"),
            ('\u{8}', "BACKSPACE"),
            ('\u{7F}', "DELETE"),
            ('\u{80}', "<control-0080>"),
            ('\u{202E}', "RIGHT-TO-LEFT OVERRIDE"),
            ('\u{E0041}', "TAG LATIN CAPITAL LETTER A"),
            ('\u{E0000}', "<tag-E0000>"),
            ('\u{FE0F}', "VARIATION SELECTOR-16"),
            ('\u{E000}', "<private-use-E000>"),
            ('\u{10FFFF}', "<noncharacter-10FFFF>"),
            ('\u{FDD0}', "<noncharacter-FDD0>"),
            ('한', "HANGUL SYLLABLE HAN"),
            ('語', "CJK UNIFIED IDEOGRAPH-8A9E"),
            ('\u{378}', "U+0378"),
        ] {
            assert_eq!(name(c), expected, "U+{:04X}", c as u32);
        }
    }
}
