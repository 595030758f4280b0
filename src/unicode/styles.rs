//! Letters and digits in another dress.

use super::styled_table;

/// In what way a styled character differs from the plain one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// A font made into characters: `𝐀 𝓪 ℎ ℬ 𝟗`.
    Math,
    /// As wide as an ideograph: `Ａ`.
    Fullwidth,
    /// In a circle, single or double: `Ⓐ ① ⓵`.
    Circled,
    /// In parentheses: `⒜ ⑴`.
    Parenthesized,
    /// In a square: `🄰`.
    Squared,
    /// White in a black circle: `🅐 ❶`.
    NegativeCircled,
    /// White in a black square: `🅰`.
    NegativeSquared,
    /// A capital as low as a small letter, standing for the small letter: `ᴀ ꜱ`.
    SmallCapital,
    /// Raised: `ᵃ ² ª`.
    Superscript,
    /// Lowered: `ₐ ₂`.
    Subscript,
    /// Half a flag: `🇦`.
    RegionalIndicator,
    /// An Arabic letter in the shape that it has at one place in a word: `ﺻ`.
    Positional,
    /// A sign of mathematics that has the shape of a Hebrew or Arabic letter: `ℵ 𞸎`.
    Letterlike,
    /// A Roman numeral of one letter: `ⅰ Ⅿ`.
    RomanNumeral,
}

/// A run of styled characters whose plain forms are consecutive too.
pub(super) struct StyledRun {
    pub first: u32,
    pub base: u32,
    pub length: u8,
    pub style: Style,
}

/// The plain letter or digit under a styled one, and what the style is. A small capital gives the small letter.
pub fn styled(c: char) -> Option<(char, Style)> {
    let code = u32::from(c);
    let runs = &styled_table::RUNS;
    let run = runs.get(runs.partition_point(|run| run.first <= code).checked_sub(1)?)?;
    let offset = code - run.first;
    let base = (offset < u32::from(run.length)).then(|| char::from_u32(run.base + offset)).flatten()?;
    Some((base, run.style))
}
