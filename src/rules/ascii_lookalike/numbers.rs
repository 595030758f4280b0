//! Letters among the digits of a number: `2O25`, `$1OO`.

use super::words::Word;

/// What is counted: behind a number, nothing else is one.
const COUNTED: &[&str] = &[
    "cents", "days", "dollars", "euros", "feet", "guests", "hours", "km", "metres", "meters", "miles", "million", "minutes",
    "months", "people", "percent", "points", "pounds", "seconds", "times", "weeks", "years",
];

/// The number that the word was meant to be, where its shape or what stands beside it proves that it is one. A line that holds
/// both compares them.
pub(super) fn read(word: &Word<'_>, after: Option<&Word<'_>>, words: &[Word<'_>]) -> Option<String> {
    let signs = word.text.bytes();
    let first = word.first()?;
    if !first.is_ascii_digit()
        || word.text.len() > 12
        || !signs.clone().all(|sign| sign.is_ascii_digit() || b"OlI".contains(&sign))
    {
        return None;
    }
    let number: String = signs
        .map(|sign| match sign {
            b'O' => '0',
            b'l' | b'I' => '1',
            _ => char::from(sign),
        })
        .collect();
    let zeros_only = !word.text.contains(['l', 'I']);
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let is_sum = zeros_only && matches!(word.before, Some('$' | '€' | '£'));
    let is_share = zeros_only && word.after == Some('%');
    let counts = zeros_only && word.after.is_none() && after.is_some_and(|after| COUNTED.contains(&after.text));
    let free = word.before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '_' | '#' | '-' | '.'))
        && word.after.is_none_or(|c| !matches!(c, '/' | '_' | '-' | ':'));
    let proven = is_year && free && !word.protected || is_sum || is_share || counts;
    (number != word.text && proven && !words.iter().any(|other| other.text == number)).then_some(number)
}
