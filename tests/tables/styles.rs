//! Which characters are a styled letter or digit: told by decompositions, and by names where there are none.

use crate::render::Table;
use crate::ucd::Ucd;
use std::collections::BTreeMap;

/// Plain character and name of the `Style`, by styled character.
pub type Styles = BTreeMap<u32, (u32, &'static str)>;

/// Beginnings of names; what follows is the name of a letter, or a digit spelled out.
const BY_NAME: [(&str, &str); 12] = [
    ("LATIN LETTER SMALL CAPITAL ", "SmallCapital"),
    ("NEGATIVE CIRCLED LATIN CAPITAL LETTER ", "NegativeCircled"),
    ("NEGATIVE SQUARED LATIN CAPITAL LETTER ", "NegativeSquared"),
    ("CROSSED NEGATIVE SQUARED LATIN CAPITAL LETTER ", "NegativeSquared"),
    ("REGIONAL INDICATOR SYMBOL LETTER ", "RegionalIndicator"),
    ("SQUARED LATIN CAPITAL LETTER ", "Squared"),
    ("NEGATIVE CIRCLED DIGIT ", "NegativeCircled"),
    ("DINGBAT NEGATIVE CIRCLED DIGIT ", "NegativeCircled"),
    ("DINGBAT NEGATIVE CIRCLED SANS-SERIF DIGIT ", "NegativeCircled"),
    ("DINGBAT CIRCLED SANS-SERIF DIGIT ", "Circled"),
    ("DOUBLE CIRCLED DIGIT ", "Circled"),
    ("CIRCLED DIGIT ", "Circled"),
];

const DIGITS: [&str; 10] = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];

pub fn styles(ucd: &Ucd) -> Styles {
    let decomposed = ucd.decomposition.iter().filter_map(|(code, (tag, to))| {
        let (to, style) = match (tag.as_str(), to[..].iter().as_slice()) {
            ("font", [to]) => (*to, "Math"),
            ("wide", [to]) => (*to, "Fullwidth"),
            ("circle", [to]) => (*to, "Circled"),
            ("square", [to]) => (*to, "Squared"),
            ("super", [to]) => (*to, "Superscript"),
            ("sub", [to]) => (*to, "Subscript"),
            ("compat", [0x28, to, 0x29]) => (*to, "Parenthesized"),
            ("compat", [to]) if (0x2160..=0x217F).contains(code) => (*to, "RomanNumeral"),
            ("compat", [to]) => (*to, "Letterlike"),
            ("initial" | "medial" | "final" | "isolated", [to]) => (*to, "Positional"),
            _ => return None,
        };
        let base = plain(to, ucd);
        // What is a font to the Unicode data is a sign of mathematics in these scripts, or as wide as a line needs it.
        let style = if style == "Math" && ucd.script(base) == "Arabic" { "Letterlike" } else { style };
        let is_of_style = match style {
            "Letterlike" => ["Arabic", "Hebrew"].contains(&ucd.script(base)),
            "Positional" => ucd.script(base) == "Arabic",
            _ => is_base(base, ucd),
        };
        (is_of_style && ucd.category(base).starts_with(['L', 'N'])).then_some((*code, (base, style)))
    });
    let mut styles: Styles = decomposed.collect();
    for (code, name) in &ucd.names {
        if let Some(found) = by_name(name) {
            styles.entry(*code).or_insert(found);
        }
    }
    styles
}

fn by_name(name: &str) -> Option<(u32, &'static str)> {
    BY_NAME.iter().find_map(|(beginning, style)| {
        let rest = name.strip_prefix(beginning)?;
        let digit = DIGITS.iter().position(|digit| *digit == rest).map(|digit| '0' as u32 + digit as u32);
        let letter = (rest.len() == 1).then(|| u32::from(rest.as_bytes()[0]));
        let base = letter.or(digit)?;
        // A small capital stands for the small letter.
        Some((if *style == "SmallCapital" { base + 0x20 } else { base }, *style))
    })
}

/// What is left when every single decomposition is undone: the epsilon symbol of a mathematical epsilon is an epsilon.
fn plain(code: u32, ucd: &Ucd) -> u32 {
    match ucd.decomposition.get(&code) {
        Some((_, to)) if to.len() == 1 => plain(to[0], ucd),
        _ => code,
    }
}

/// A letter of the scripts we restore, or an ASCII digit.
fn is_base(code: u32, ucd: &Ucd) -> bool {
    let letter = ucd.category(code).starts_with('L') && ["Latin", "Cyrillic", "Greek"].contains(&ucd.script(code));
    letter || (0x30..=0x39).contains(&code)
}

pub fn table(styles: &Styles) -> Table {
    let mut runs: Vec<(u32, u32, u32, &str)> = Vec::new();
    for (code, (base, style)) in styles {
        match runs.last_mut() {
            Some((first, last, start, held)) if held == style && *last + 1 == *code && *start + (code - *first) == *base => {
                *last = *code;
            }
            _ => runs.push((*code, *code, *base, style)),
        }
    }
    println!("{} styled characters in {} runs", styles.len(), runs.len());
    let mut table = Table::new("Styled letters and digits.");
    table.line("use super::Style::*;");
    table.line("use super::{Style, StyledRun};\n");
    table.line("const fn r(first: u32, length: u8, base: char, style: Style) -> StyledRun {");
    table.line("    StyledRun { first, base: base as u32, length, style }\n}\n");
    let items: Vec<String> = runs
        .iter()
        .map(|(first, last, base, style)| {
            format!("r(0x{first:X}, {}, {}, {style})", last + 1 - first, crate::render::literal(*base))
        })
        .collect();
    table.array("Runs of styled characters, sorted.", "RUNS", "StyledRun", 12, &items);
    table
}
