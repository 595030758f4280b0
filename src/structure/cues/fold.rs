//! Lines as the tables of phrases spell them, so that one phrase stands for many lines.
use crate::unicode::{self, Classes};

/// The line as the table spells it.
pub(crate) fn fold(line: &str) -> String {
    trimmed(if is_folded_but_for_case(line) { line.to_ascii_lowercase() } else { folded(line) })
}

/// Without the signs around it.
fn trimmed(mut folded: String) -> String {
    let outer = |c: char| !c.is_alphanumeric() && !matches!(c, '#' | '(' | ')');
    folded.truncate(folded.trim_end_matches(outer).len());
    let lead = folded.len() - folded.trim_start_matches(outer).len();
    if lead > 0 {
        folded.drain(..lead);
    }
    folded
}

/// Whether all that folding would change of a line is its case, as of most lines in ASCII.
fn is_folded_but_for_case(line: &str) -> bool {
    let bytes = line.as_bytes();
    let is_usual = |byte: &u8| matches!(byte, b' '..=b'~') && !byte.is_ascii_digit();
    // Without a way out in the middle this is vector code.
    bytes.iter().fold(true, |all, byte| all & is_usual(byte))
        && !bytes.iter().zip(bytes.get(1..).unwrap_or_default()).fold(false, |any, (a, b)| any | ((*a == b' ') & (*b == b' ')))
}

/// The line in small letters, with signs for its numbers and one space for several.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut in_number = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let unit = |next: Option<&char>| matches!(c, 'k' | 'K' | 'm' | 'M') && next.is_none_or(|next| !next.is_alphabetic());
        if c.is_ascii_digit() || in_number && (matches!(c, '.' | ',' | '+') || unit(chars.peek())) {
            if !in_number {
                out.push('#');
            }
            in_number = true;
            continue;
        }
        // "3 402": three digits behind a space belong to the number.
        let group = || chars.clone().map(|c| c.is_ascii_digit()).chain([false]).take(4).eq([true, true, true, false]);
        if in_number && matches!(c, ' ' | '\u{a0}' | '\u{202f}') && group() {
            continue;
        }
        in_number = false;
        if c.is_whitespace() {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        } else {
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
                continue;
            }
            // Where lines may break and letters join differs between pages.
            if unicode::classes(c).intersects(Classes::INVISIBLE.union(Classes::JOINER)) {
                continue;
            }
            out.extend(c.to_lowercase().map(|c| if c == '’' { '\'' } else { c }));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_a_sign_and_case_and_odd_spaces_are_nothing() {
        for (line, is) in [
            ("12.5k Views", "# views"),
            ("3\u{a0}402  Replies:", "# replies"),
            ("• Reply to…", "reply to"),
            ("(2) Ответы", "(#) ответы"),
            ("don’t\u{ad} Mark", "don't mark"),
            ("", ""),
        ] {
            assert_eq!(fold(line), is, "{line}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_is_the_long_one(line in "[ -~\\t]{0,40}") {
            prop_assert!(!is_folded_but_for_case(&line) || fold(&line) == trimmed(folded(&line)));
        }
    }
}
