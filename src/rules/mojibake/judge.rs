//! How sure it is that sequences are misread characters: how odd they look as they stand, and how well what they were fits.
//!
//! A lead followed by exactly the continuations it asks for is rare in genuine text, but not rare enough: `CAFÉ»`, `IRMÃ…`,
//! `«её»`, `Úžas`, `ТРЁХ` all hold one. What tells them apart is the word around them.

use std::ops::Range;

use super::ideographs;
use super::pages::Family;
use super::tokens::Token;
use crate::rules::Certainty;
use crate::unicode::{self, Classes, Script};

/// A stretch of tokens that stand or fall together: a word with what sticks to it.
pub struct Group {
    /// Which tokens.
    pub tokens: Range<usize>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Of how much weight it is when pages are compared.
    pub weight: i32,
}

/// What speaks for and against a group.
#[derive(Clone, Copy, Default)]
struct Score {
    sequences: i32,
    /// Whether they are all the same: an ornament (`×•×•×•`) rather than a word.
    is_monotonous: bool,
    /// Whether they are drawn with nothing but parts of boxes (`╔═╗`).
    is_drawn: bool,
    /// Whether blocks beside such sequences are left over, as in a picture (`░█░`).
    is_picture: bool,
    /// Whether the word is spelt as words of the page's own language are: small letters, or a capital and small ones.
    is_spelt: bool,
    /// How odd the text is as it stands.
    odd: i32,
    /// All together: the length of the sequences, the oddity, how well the result fits.
    total: i32,
    /// Whether one of the sequences is broken.
    is_broken: bool,
    /// Letters beyond ASCII that are part of no sequence.
    strays: i32,
}

/// Odd enough that nobody writes it.
const ODD: i32 = 2;
/// Enough in all for a repair.
const STRONG: i32 = 4;
/// Worth a word.
const WORTH_A_WORD: i32 = 3;
/// What a letter in the same word costs that is no part of a sequence.
const STRAY: i32 = 3;

/// The groups of a line that were misread, and those that may have been.
pub fn groups(text: &str, tokens: &[Token], family: Family) -> Vec<Group> {
    let mut scored = Vec::new();
    let mut strays = 0;
    let mut start = 0;
    for end in 0..=tokens.len() {
        if tokens.get(end).is_some_and(sticks) {
            continue;
        }
        let score = score(text, tokens, start..end, family);
        strays += score.strays;
        if score.sequences > 0 {
            scored.push((start..end, score));
        }
        start = end + 1;
    }
    let any_strong = scored.iter().any(|(_, score)| score.is_strong());
    let (odd, total) = scored.iter().fold((0, 0), |(odd, total), (_, score)| (odd + score.odd, total + score.total));
    // Sequences that are too weak one by one, but there is nothing else beyond ASCII on the line.
    let together = strays == 0 && scored.len() > 1 && odd >= 2 * ODD && total >= STRONG;
    let certainty = |score: &Score| {
        if score.is_spelt || score.is_picture {
            return None;
        }
        let supported = if strays == 0 { score.total > 0 } else { score.total >= ODD };
        if score.is_strong() {
            Some(if score.is_broken { Certainty::Likely } else { Certainty::Certain })
        } else if (any_strong || together) && supported {
            Some(Certainty::Likely)
        } else if score.odd > 0 && score.total >= WORTH_A_WORD {
            Some(Certainty::Doubtful)
        } else {
            None
        }
    };
    let by_chance = ideographs::are_by_chance(tokens);
    let group = |(places, score): &(Range<usize>, Score)| {
        let is_doubtful = by_chance && tokens.get(places.clone()).is_some_and(|tokens| tokens.iter().any(ideographs::is_one));
        let certainty = certainty(score)?.max(if is_doubtful { Certainty::Doubtful } else { Certainty::Certain });
        Some(Group { tokens: places.clone(), certainty, weight: score.total })
    };
    scored.iter().filter_map(group).collect()
}

impl Score {
    const fn is_strong(&self) -> bool {
        (self.odd >= ODD && self.total >= STRONG)
            || (self.sequences >= 3 && !self.is_monotonous && !self.is_drawn && self.strays == 0 && self.total >= 2 * STRONG)
    }
}

/// Whether a token belongs to the same word as its neighbours.
fn sticks(token: &Token) -> bool {
    let c = token.first;
    token.is_sequence() || if c.is_ascii() { c.is_ascii_alphanumeric() } else { !c.is_whitespace() }
}

fn score(text: &str, tokens: &[Token], places: Range<usize>, family: Family) -> Score {
    let mut score = Score { is_monotonous: true, is_drawn: true, is_spelt: true, ..Score::default() };
    let mut same = None;
    let mut is_left_over = false;
    for at in places {
        let Some(token) = tokens.get(at) else { break };
        if token.is_sequence() {
            let around = Around::new(tokens, at);
            // A broken sequence needs the others to be believed.
            let is_told = !token.is_broken && !is_common(text, token, family) && !is_formula(token, tokens, at, &around);
            let odd = if is_told { odd(text, token, &around) + drawn(text, token, &around, family) } else { 0 };
            let stands_alone = around.before.is_none_or(char::is_whitespace);
            if token.is_broken && token.first == 'Â' && stands_alone {
                score.strays += 1; // a letter that is talked about
            }
            score.sequences += 1;
            score.is_broken |= token.is_broken;
            score.is_monotonous &= *same.get_or_insert(token.meant) == token.meant;
            score.is_drawn &= token.span.of(text).chars().all(is_box);
            score.is_spelt &= is_common(text, token, family) && !has_capital_inside(text, token, &around);
            score.odd += odd;
            score.total += odd + token.bytes as i32 - 1 + fit(token.meant, &around);
        } else if !token.first.is_ascii() && unicode::classes(token.first).intersects(Classes::LETTER) {
            score.strays += 1;
        } else {
            is_left_over |= is_box(token.first);
        }
    }
    score.is_picture = score.is_drawn && is_left_over;
    score.total -= STRAY * score.strays;
    score
}

/// Whether a capital stands behind a small letter, in a sequence or right before it.
fn has_capital_inside(text: &str, token: &Token, around: &Around) -> bool {
    let mut before = around.before.unwrap_or(' ');
    token.span.of(text).chars().any(|c| is(std::mem::replace(&mut before, c), Classes::LOWER) && is(c, Classes::UPPER))
}

/// Whether it is a symbol or a unit and a sign behind it, `kΩ·cm`, `Å²`, `Ψ†`, `Δ·x`, rather than a letter of a misread word: such
/// words are whole, or, where the letter is one of Latin, go on around it.
fn is_formula(token: &Token, tokens: &[Token], at: usize, around: &Around) -> bool {
    let is_sequence = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(Token::is_sequence);
    let is_sign = matches!(token.last, '·' | '•' | '±' | '°' | '²' | '³' | '¹' | '†' | '‡' | '§');
    if token.bytes != 2 || !is_sign || is_sequence(at.checked_sub(1)) || is_sequence(Some(at + 1)) {
        return false;
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| is(c, Classes::LETTER));
    let (after, before) = (is_letter(around.before), is_letter(around.after));
    match token.first {
        'Å' => !(after || before && token.last == '±'),
        'Γ' => !after,
        'Δ' | 'Ε' => !(after && before),
        'Θ' | 'Λ' | 'Ξ' | 'Π' | 'Σ' | 'Φ' | 'Ψ' | 'Ω' | 'Р' | 'С' => true,
        _ => false,
    }
}

/// The neighbours of a sequence: right beside it and one further, as they stand and as they were meant.
struct Around {
    before: Option<char>,
    after: Option<char>,
    meant_before: Option<char>,
    meant_before_that: Option<char>,
    meant_after: Option<char>,
}

impl Around {
    fn new(tokens: &[Token], at: usize) -> Self {
        let back = |by: usize| tokens.get(at.checked_sub(by)?);
        let after = tokens.get(at + 1);
        Self {
            before: back(1).map(|token| token.last),
            after: after.map(|token| token.first),
            meant_before: back(1).map(|token| token.meant),
            meant_before_that: back(2).map(|token| token.meant),
            meant_after: after.map(|token| token.meant),
        }
    }
}

/// How odd a sequence looks as it stands.
fn odd(text: &str, token: &Token, around: &Around) -> i32 {
    let lead = token.first;
    let after_letter = around.before.is_some_and(|c| is(c, Classes::LETTER));
    let before_letter = around.after.is_some_and(|c| is(c, Classes::LETTER));
    let after_capital = around.before.is_some_and(|c| is(c, Classes::UPPER));
    // Leads of what is misread most. In no language does such a capital, at the beginning of a word, go before a sign.
    let usual = !after_capital
        && match lead {
            'Â' | 'Ã' | 'Ă' | 'Ĺ' => true,
            // These are words of a single letter somewhere, or units.
            'Ä' | 'Å' | 'Ð' | 'Ñ' | 'Г' | 'Р' | 'С' => after_letter || before_letter,
            _ => false,
        };
    // Soft hyphens and no-break spaces stand behind letters of every language: by themselves they prove nothing.
    let mut rest = token.span.of(text).chars().skip(1);
    let has_blank = rest.clone().any(|c| matches!(c, '\u{AD}' | '\u{A0}'));
    if has_blank && !usual && rest.all(|c| matches!(c, '\u{AD}' | '\u{A0}') || is(c, Classes::LETTER)) {
        return 0;
    }
    let mut odd = 0;
    if around.before.is_some_and(|c| is(c, Classes::LOWER)) && is(lead, Classes::UPPER) {
        odd += 2; // a capital inside a word of small letters
    }
    if !is(lead, Classes::LETTER) {
        let formula = matches!(token.last, 'π' | 'Ω' | 'µ' | '∂' | '∞') && !before_letter;
        if !after_letter && !before_letter || formula {
            return 0; // signs among signs: `√π`, and faces drawn with them
        }
        // Quotes, dashes and dots stand behind words everywhere.
        if after_letter && matches!(lead, '«' | '»' | '–' | '—' | '‘' | '’' | '“' | '”' | '…') {
            return 0;
        }
        if after_letter && (before_letter || token.bytes == 2) {
            odd += 2; // a sign inside a word
        }
    }
    if lead == 'Å' && matches!(token.last, '²' | '³') && !before_letter || lead == 'Δ' && token.last == '°' {
        return 0; // the unit of length, a difference of degrees
    }
    let mut inside = token.span.of(text).chars().skip(1);
    if around.before == Some('«') && inside.next() == Some('»') && is(lead, Classes::LETTER) {
        return 0; // one letter in quotes, with a stop behind them
    }
    if lead.to_lowercase().eq([token.last]) {
        return 0; // a letter in both cases
    }
    let script = letter_script(lead);
    let differs = |c: Option<char>| c.and_then(letter_script).is_some_and(|other| script.is_some_and(|script| script != other));
    // Two letters that became a sign leave no word behind: `ТНK` is no `½K`.
    let is_sign =
        token.bytes == 2 && !is(token.meant, Classes::LETTER) && token.span.of(text).chars().all(|c| is(c, Classes::LETTER));
    if !is_sign && (differs(around.before) || differs(around.after)) {
        odd += 3; // two scripts in one word
    }
    let mut signs = 0;
    let mut sign = 0;
    for c in token.span.of(text).chars().skip(1) {
        let worth = match c {
            '\u{80}'..='\u{9F}' => 2,
            // They open something, or stand for themselves; a letter goes right before none of them.
            '€' | '‚' | 'ƒ' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '˜' | '¡' | '¢' | '£' | '¤' | '¥' | '¦' | '§' | '¨' | '¬'
            | '\u{AD}' | '¯' | '±' | '´' | '¶' | '¸' | '¼' | '½' | '¾' | '¿' | '˘' | '˛' | '˝' | '˙' => 2,
            // They may end a word: a brand, an ordinal, a footnote.
            '©' | '®' | '™' | 'ª' | 'º' | '²' | '³' | '¹' | '°' | 'µ' | '·' | '№' => {
                if usual {
                    2
                } else {
                    1
                }
            }
            'Š' | 'Œ' | 'Ž' | 'š' | 'œ' | 'ž' | 'Ÿ' if matches!(lead, 'Â' | 'Ã' | 'Å') => 2,
            'Ÿ' => 2,
            _ => 0,
        };
        sign = sign.max(worth);
        signs += i32::from(!is(c, Classes::LETTER) || matches!(c, 'ª' | 'º' | 'ƒ' | 'ˆ'));
    }
    odd += sign;
    if usual && token.last == '\u{A0}' && around.after == Some(' ') {
        odd += 2; // two spaces in a row, of two kinds
    }
    if !is(token.last, Classes::LETTER) && before_letter {
        // A sign inside a word. Closing quotes and dashes now and then lack their space.
        odd += match token.last {
            '\u{2013}'..='\u{201D}' | '\u{2026}' | '»' if !usual => 1,
            _ => 2,
        };
    }
    if token.bytes == 4 && signs > 0 {
        odd += 3;
    } else if token.bytes == 3 && signs == 2 {
        odd += 1;
    }
    odd
}

/// How odd a sequence is by what the pages of DOS and KOI8 make of bytes: parts of boxes beside letters, a mix of scripts.
fn drawn(text: &str, token: &Token, around: &Around, family: Family) -> i32 {
    let rest = || token.span.of(text).chars().skip(1);
    let script = letter_script(token.first);
    let mut odd = 0;
    if rest().filter_map(letter_script).any(|other| script.is_some_and(|script| script != other)) {
        odd += 3; // `ΓÇô`
    } else if is_punctuation(token.meant) && script.is_some() && rest().all(|c| is(c, Classes::LETTER)) {
        odd += 3; // three letters that spell nothing, `ÔÇô` or `тАУ`
    }
    let beside_letter = |c: Option<char>| c.is_some_and(|c| is(c, Classes::LETTER));
    let (after_letter, before_letter) = (beside_letter(around.before), beside_letter(around.after));
    match family {
        // Not what a line ends in: a branch of a tree, an arrow.
        Family::Dos if is_box(token.first) && !around.before.is_some_and(is_box) && !is_box(token.last) => match token.last {
            '«' | '»' if !after_letter => odd,
            _ if after_letter || before_letter => odd + 1,
            _ => odd + 2,
        },
        Family::Koi if script.is_some() => odd + 2,
        _ => odd,
    }
}

/// Whether a sequence is what words of the page's own language are full of: `рез` for code page 866, `лі` for KOI8-U. Beside a
/// letter of another script it tells of a look-alike there, and nothing of encodings.
fn is_common(text: &str, token: &Token, family: Family) -> bool {
    let mut rest = token.span.of(text).chars().skip(1);
    match family {
        Family::Dos => {
            let is_own = |c| matches!(letter_script(c), Some(Script::Cyrillic | Script::Greek));
            is_own(token.first) && rest.all(is_own) && !is_punctuation(token.meant)
        }
        Family::Koi => rest.any(|c| is(c, Classes::LETTER)) || is_measure(text, token),
        Family::Windows | Family::Mac => false,
    }
}

/// Whether it is a quote, a dash or dots.
const fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}')
}

/// Whether it is a letter with an exponent or the like (`м²`).
fn is_measure(text: &str, token: &Token) -> bool {
    token.span.of(text).chars().skip(1).all(|c| matches!(c, '²' | '°' | '·' | '÷' | '©' | '\u{A0}'))
}

/// Whether it is a line, a corner, a block: what boxes and shades are drawn with.
const fn is_box(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{25A0}')
}

/// How well `c` fits between what is around it.
fn fit(c: char, around: &Around) -> i32 {
    let info = unicode::info(c);
    if info.classes.intersects(Classes::CONTROL) {
        // A C1 control may be half of what was misread twice. Private and unassigned characters are nobody's text.
        return if c <= '\u{9F}' { -1 } else { -5 };
    }
    if info.classes.intersects(Classes::MARK) && letter_script(c).is_none() {
        return if around.meant_before.is_some_and(|c| is(c, Classes::LETTER | Classes::MARK)) { 0 } else { -2 };
    }
    if matches!(c, '\u{700}'..='\u{85F}') {
        return -3; // scripts that few write
    }
    if !info.classes.intersects(Classes::LETTER | Classes::MARK) {
        // Inside a word stand apostrophes, dashes, spaces and now and then a face, but no other signs.
        let beside = |c: Option<char>| c.is_some_and(|c| is(c, Classes::LETTER));
        let within = beside(around.meant_before) && beside(around.meant_after);
        let usual = matches!(c, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{10000}'..)
            && !matches!(c, '±' | '¬' | '¤' | '¦' | '¶' | '§');
        // Signs of other scripts and free-standing marks; hats and points are what some misread as such, and the
        // Armenian full stop ends sentences.
        let is_rare =
            matches!(c, '\u{2B0}'..='\u{36F}' | '\u{550}'..='\u{58F}') && !matches!(c, 'ˆ' | 'ˇ' | '˘'..='˝' | 'ʹ'..='ˁ' | '։');
        return if within && !usual || is_rare { -3 } else { 1 };
    }
    let mut fit = match c {
        'µ' | 'ª' | 'º' => 1,
        'Ĳ' | 'ĳ' | 'ĸ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ' => -2, // letters that hardly anybody types
        'À'..='\u{17F}' | 'Ș'..='ț' | '\u{1E00}'..='\u{1EFF}' => 1,
        // Hausa, Ewe, Hawaiian and other spellings have them.
        'ɓ' | 'ɔ' | 'ɖ' | 'ɗ' | 'ə' | 'ɛ' | 'ɣ' | 'ɩ' | 'ʃ' | 'ʋ' | 'ʻ' | 'ʼ' => 0,
        '\u{250}'..='\u{2FF}' | '\u{460}'..='\u{481}' => -3, // phonetic, ancient
        '\u{370}'..='\u{45F}' => 1,
        _ => 0,
    };
    let script = letter_script(c);
    let beside = [around.meant_before, around.meant_after].map(|c| c.and_then(letter_script));
    if beside.iter().flatten().any(|&other| script.is_some_and(|script| script != other)) {
        fit -= 4;
    } else if beside.iter().flatten().next().is_some() {
        fit += 1;
    } else if info.script == Script::Han {
        fit -= 1;
    }
    let of = |c: Option<char>, class| c.is_some_and(|c| is(c, class));
    let (upper, lower) = (is(c, Classes::UPPER), is(c, Classes::LOWER));
    let breaks_case = (upper && of(around.meant_before, Classes::LOWER))
        || (lower && of(around.meant_after, Classes::UPPER))
        || (lower && of(around.meant_before, Classes::UPPER) && of(around.meant_before_that, Classes::UPPER));
    if breaks_case { fit - 3 } else { fit }
}

fn is(c: char, class: Classes) -> bool {
    unicode::classes(c).intersects(class)
}

/// The script of a letter or mark that has one.
fn letter_script(c: char) -> Option<Script> {
    let info = unicode::info(c);
    let speaks =
        info.classes.intersects(Classes::LETTER | Classes::MARK) && !matches!(info.script, Script::Common | Script::Inherited);
    speaks.then_some(info.script)
}
