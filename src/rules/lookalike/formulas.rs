//! Words of formulas, and symbols: `ωt`, `Gαs`, `sinαcosβ`, `kΔx`, `ημx`, `ℝⁿ`.

use super::Unit;
use super::figures::SHORT;
use crate::unicode::{self, Classes, Grade, Script, Style};

/// Names of functions, as formulas have them in Latin, the longer ones first.
const FUNCTIONS: [&str; 17] = [
    "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "ctg", "tg",
    "ln",
];

/// The same in Greek: sine, cosine, tangent, cotangent, logarithm.
const GREEK_FUNCTIONS: [&str; 5] = ["συν", "λογ", "ημ", "εφ", "σφ"];

/// `sinαcosβ`, `rcosθ`, `sinθdθ`: functions, each of a Greek letter, with no more than a letter of Latin before each.
pub(super) fn is_of_functions(word: &str) -> bool {
    let is_greek = |c: char| unicode::script(c) == Script::Greek;
    let (mut rest, mut functions) = (word, 0);
    while !rest.is_empty() {
        // A factor: `r` of `rcosθ`, `d` of `dθ`.
        let factor = |text: &str| text.chars().next().filter(char::is_ascii_lowercase).map(char::len_utf8);
        let (name, after) = match strip_function(rest, &FUNCTIONS) {
            Some(after) => (true, after),
            None => match factor(rest).and_then(|len| rest.get(len..)) {
                Some(after) => match strip_function(after, &FUNCTIONS) {
                    Some(after) => (true, after),
                    None => (false, after),
                },
                None => (false, rest),
            },
        };
        let Some(after) = after.strip_prefix(is_greek) else { return false };
        functions += usize::from(name);
        rest = after;
    }
    functions > 0
}

/// Whether it could be a symbol of mathematics or science with its index: `θx`, `ωt`, `ρgh`, `IκBα`. One Greek letter that only
/// much resembles a Latin one, with up to three Latin letters, two with one (`αvβ`), one behind a name (`CaMKIIα`), or small ones among Latin capitals.
pub(super) fn is_like_symbol(unit: &Unit, word: &str) -> bool {
    let is_twin =
        |c| unicode::lookalike_in(c, Script::Latin).is_some_and(|other| other.grade == Grade::Twin && other.target.is_ascii());
    let is_greek = |&c: &char| unicode::classes(c).intersects(Classes::GREEK);
    if !unit.classes.contains(Classes::LATIN | Classes::GREEK) || word.chars().filter(is_greek).any(is_twin) {
        return false;
    }
    let greek = word.chars().filter(is_greek).count();
    let small_latin = word.chars().any(|c| unicode::classes(c).contains(Classes::LATIN | Classes::LOWER));
    let edge = word.chars().next().filter(is_greek).or_else(|| word.chars().next_back().filter(is_greek)).is_some();
    let is_pair = || greek == 2 && unit.letters == 3 && word.starts_with('α') && word.ends_with(['β', 'γ', 'δ']);
    // `CaMKIIα`, `APPsα`: a name of capitals, and the form that is meant.
    let is_form =
        || greek == 1 && word.ends_with(|c| matches!(c, 'α'..='ε')) && word.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    (greek == 1 && edge && unit.letters <= 4)
        || is_pair()
        || is_form()
        || is_kind(unit, word)
        || (greek <= 2 && !small_latin)
        || is_of_functions(word)
}

/// Whether a word is of a formula, whatever it reads like.
pub(super) fn is_formula(word: &str) -> bool {
    is_step(word) || is_greek_function(word)
}

/// `ημx`, `ημxσυνy`: functions by their Greek names, each of a Latin letter.
fn is_greek_function(word: &str) -> bool {
    let mut rest = word;
    while !rest.is_empty() {
        let after = strip_function(rest, &GREEK_FUNCTIONS).and_then(|rest| rest.strip_prefix(|c: char| c.is_ascii_lowercase()));
        match after {
            Some(after) => rest = after,
            None => return false,
        }
    }
    !word.is_empty()
}

/// `Gαs`, `Gαq`: a Latin capital, a Greek letter, and a small Latin one for what kind of it is meant.
pub(super) fn is_kind(unit: &Unit, word: &str) -> bool {
    let mut letters = word.chars();
    unit.letters == 3
        && letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| unicode::script(c) == Script::Greek)
        && letters.next().is_some_and(|c| c.is_ascii_lowercase())
}

/// `ℝⁿ`, `𝑋ₙ`, `𝔤𝔩ₙ`, `𝐱ᵀ𝐀𝐱`: letters of mathematics with their power or index, or several that are transposed.
pub(super) fn is_power(word: &str) -> bool {
    let is_raised = |&c: &char| matches!(style(c), Some(Style::Superscript | Style::Subscript));
    let (mut symbols, mut raised) = (0, 0);
    for c in word.chars() {
        symbols += usize::from(is_symbol(c));
        raised += usize::from(is_raised(&c));
    }
    let is_indexed_pair = |symbols, raised| symbols == 2 && raised == 1 && word.ends_with(|c| is_raised(&c));
    // `𝐇ᵉˡˡᵒ` is a word in two dresses.
    symbols > 0
        && (1..=2).contains(&raised)
        && symbols + raised == word.chars().count()
        && (word.starts_with(is_symbol) && (symbols == 1 || is_indexed_pair(symbols, raised))
            || word.chars().filter(is_raised).all(|c| c == 'ᵀ'))
}

/// `m𝐚`, `k𝑇`, `ρ𝐠h`: a few letters, some of them Latin ones of mathematics, others plain. As a word they must be a likely one.
pub(super) fn is_like_product(unit: &Unit, word: &str) -> bool {
    let is_latin_symbol = |c| is_symbol(c) && unicode::styled(c).is_some_and(|(plain, _)| plain.is_ascii());
    let is_plain = |c: char| c.is_ascii() || unicode::classes(c).intersects(Classes::GREEK);
    unit.letters <= SHORT && word.contains(is_plain) && word.chars().all(|c| is_plain(c) || is_latin_symbol(c))
}

/// Whether it is a letter of mathematics.
fn is_symbol(c: char) -> bool {
    style(c) == Some(Style::Math)
}

fn style(c: char) -> Option<Style> {
    unicode::styled(c).map(|(_, style)| style)
}

fn strip_function<'t>(text: &'t str, names: &[&str]) -> Option<&'t str> {
    names.iter().find_map(|name| text.strip_prefix(name))
}

/// `kΔx`, `mcΔT`, `ωΔt`: a difference behind what it is multiplied with. No word has a capital Δ between a small letter and its last one.
fn is_step(word: &str) -> bool {
    let Some((factors, variable)) = word.split_once('Δ') else { return false };
    let is_small = |c: char| unicode::classes(c).intersects(Classes::LOWER);
    factors.ends_with(is_small) && factors.chars().count() < 3 && variable.chars().count() == 1
}
